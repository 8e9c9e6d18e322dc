//! The part of the table for reports of units, reports of a movement, directions upon reports, summing-ups and the next year.

use super::Route;
use crate::face::guard::Guard::May;
use crate::{reporting, reviews};
use axum::http::Method;
use axum::routing::{get, post};
use thidua_domain::access::Act;

pub(super) fn table() -> Vec<Route> {
    routes! {
        get "/movements/{id}/rounds" May(Act::Look) => reporting::show_rounds;
        post "/movements/{id}/rounds" May(Act::ReceiveReport) => reporting::open_rounds;
        post "/movements/{id}/reporters" May(Act::ReceiveReport) => reporting::reporters;
        get "/rounds/{id}" May(Act::Look) => reporting::show_board;
        post "/rounds/{id}/change" May(Act::ReceiveReport) => reporting::change_round;
        post "/rounds/{id}/extend" May(Act::ExtendDeadline) => reporting::extend;
        post "/rounds/{id}/begin" May(Act::SendReport) => reporting::begin;
        get "/rounds/{id}/consolidation" May(Act::Look) => reporting::show_consolidation;
        post "/rounds/{id}/consolidation" May(Act::ReceiveReport) => reporting::consolidate;
        get "/rounds/{id}/evidence" May(Act::Look) => reporting::show_ledger;
        get "/rounds/{id}/targets/{target}" May(Act::Look) => reporting::show_target;
        get "/reports/{id}" May(Act::Look) => reporting::show_report;
        post "/reports/{id}" May(Act::SendReport) => reporting::save_report;
        post "/reports/{id}/check" May(Act::SendReport) => reporting::precheck;
        post "/reports/{id}/send" May(Act::SendReport) => reporting::send;
        post "/reports/{id}/recall" May(Act::SendReport) => reporting::recall;
        post "/reports/{id}/decide" May(Act::ReceiveReport) => reporting::decide;
        get "/reports/{id}/workbook" May(Act::SendReport) => reporting::entry::workbook_page;
        post "/reports/{id}/workbook" May(Act::SendReport) => reporting::entry::upload;
        get "/reports/{id}/workbook.xlsx" May(Act::Look) => reporting::entry::download;
        get "/reports/{id}/uploads/{upload}" May(Act::Look) => reporting::entry::show_upload;
        post "/reports/{id}/uploads/{upload}" May(Act::SendReport) => reporting::entry::decide_upload;
        post "/reports/{id}/uploads/{upload}/undo" May(Act::SendReport) => reporting::entry::take_back;
        post "/reports/{id}/uploads/{upload}/drop" May(Act::SendReport) => reporting::entry::drop_upload;
        get "/reports/{id}/phone" May(Act::SendReport) => reporting::entry::show_one;
        post "/reports/{id}/phone" May(Act::SendReport) => reporting::entry::save_one;
        get "/reports/{id}/lines/{target}" May(Act::Look) => reporting::show_line;
        post "/reports/{id}/lines/{target}" May(Act::SendReport) => reporting::save_line;
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
