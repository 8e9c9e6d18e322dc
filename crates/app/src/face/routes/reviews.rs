//! The part of the table for reports of a movement, directions upon reports, summing-ups and the next year.

use super::Route;
use crate::face::guard::Guard::May;
use crate::reviews;
use axum::http::Method;
use axum::routing::{get, post};
use thidua_domain::access::Act;

pub(super) fn table() -> Vec<Route> {
    routes! {
        get "/movements/{id}/reports" May(Act::Look) => reviews::show_list;
        post "/movements/{id}/reports" May(Act::Review) => reviews::begin;
        get "/period-reports/{id}" May(Act::Look) => reviews::show_one;
        post "/period-reports/{id}/sections" May(Act::Review) => reviews::write_section;
        post "/period-reports/{id}/issue" May(Act::Review) => reviews::issue;
        post "/period-reports/{id}/reopen" May(Act::Review) => reviews::reopen;
        post "/period-reports/{id}/send" May(Act::Review) => reviews::send_up;
        get "/period-reports/{id}/print.docx" May(Act::Look) => reviews::docx;
        get "/period-reports/{id}/print.pdf" May(Act::Look) => reviews::pdf;
        post "/period-reports/{id}/directions" May(Act::ManageTasks) => reviews::upon_period_report;
        post "/reports/{id}/directions" May(Act::ManageTasks) => reviews::upon_unit_report;
        post "/directions/{id}/task" May(Act::ManageTasks) => reviews::become_task;
        get "/movements/{id}/reviews" May(Act::Look) => reviews::show_summing_ups;
        post "/movements/{id}/reviews" May(Act::Review) => reviews::plan_summing_up;
        get "/reviews/{id}" May(Act::Look) => reviews::show_summing_up;
        post "/reviews/{id}" May(Act::Review) => reviews::write_summing_up;
        post "/reviews/{id}/keep" May(Act::Review) => reviews::keep;
        post "/reviews/{id}/commended" May(Act::Review) => reviews::commend;
        get "/movements/{id}/next-year" May(Act::Look) => reviews::show_next_year;
        post "/movements/{id}/next-year" May(Act::Review) => reviews::leave;
    }
}
