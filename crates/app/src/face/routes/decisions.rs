//! The part of the table for decisions, what is sent upward, the history of honours, the fund, complaints.

use super::Route;
use crate::face::guard::Guard::{May, Public};
use crate::{certificates, complaints, decisions, fund, honours, lists};
use axum::http::Method;
use axum::routing::{get, post};
use thidua_domain::access::Act;

pub(super) fn table() -> Vec<Route> {
    routes! {
        get "/decisions" May(Act::Look) => decisions::list;
        get "/decisions/rounds/{id}" May(Act::PrepareDecision) => decisions::round;
        post "/decisions/rounds/{id}/draft" May(Act::PrepareDecision) => decisions::draft;
        post "/decisions/rounds/{id}/send" May(Act::PrepareDecision) => decisions::send;
        get "/decisions/{id}" May(Act::Look) => decisions::show;
        post "/decisions/{id}" May(Act::PrepareDecision) => decisions::correct;
        post "/decisions/{id}/issue" May(Act::DecideAward) => decisions::issue;
        post "/decisions/{id}/discard" May(Act::PrepareDecision) => decisions::discard;
        post "/decisions/{id}/revoke" May(Act::PrepareDecision) => decisions::revoke;
        get "/decisions/{id}/print.docx" May(Act::Look) => decisions::docx;
        get "/decisions/{id}/print.pdf" May(Act::Look) => decisions::pdf;
        get "/decisions/{id}/certificates" May(Act::PrepareDecision) => certificates::station;
        post "/decisions/{id}/certificates" May(Act::PrepareDecision) => certificates::send;
        post "/decisions/{id}/certificates/order" May(Act::PrepareDecision) => certificates::order;
        get "/certificate-batches/{id}" May(Act::PrepareDecision) => certificates::batch;
        post "/certificate-batches/{id}" May(Act::PrepareDecision) => certificates::settle;
        get "/certificate-batches/{id}/print.pdf" May(Act::PrepareDecision) => certificates::batch_paper;
        get "/certificate-batches/{id}/pages/{position}" May(Act::PrepareDecision) => certificates::batch_picture;
        get "/honours/{id}/certificate.png" May(Act::PrepareDecision) => certificates::picture;
        get "/printers" May(Act::PrepareDecision) => certificates::printers;
        post "/printers" May(Act::PrepareDecision) => certificates::measure;
        post "/printers/blanks" May(Act::PrepareDecision) => certificates::blanks;
        get "/printers/test-sheet.pdf" May(Act::PrepareDecision) => certificates::test;
        get "/verify" Public => certificates::verify_form;
        get "/verify/{code}" Public => certificates::verify;
        get "/submissions" May(Act::Look) => decisions::submissions;
        get "/submissions/{id}" May(Act::Look) => decisions::submission;
        post "/submissions/{id}" May(Act::PrepareDecision) => decisions::answer;
        get "/honours" May(Act::Look) => honours::list;
        get "/honours/list" May(Act::PrepareDecision) => lists::honours_page;
        post "/honours/list" May(Act::PrepareDecision) => lists::honours_upload;
        get "/honours/list.xlsx" May(Act::PrepareDecision) => lists::honours_download;
        get "/honours/people/{id}" May(Act::Look) => honours::person;
        get "/honours/units/{id}" May(Act::Look) => honours::unit;
        get "/honours/{id}" May(Act::Look) => honours::show;
        post "/honours/{id}/revoke" May(Act::PrepareDecision) => decisions::revoke_honour;
        get "/complaints" May(Act::Look) => complaints::list;
        get "/complaints/{id}" May(Act::PrepareDecision) => complaints::show;
        post "/complaints/{id}" May(Act::PrepareDecision) => complaints::step;
        post "/complaints/about/{kind}/{id}" May(Act::PrepareDecision) => complaints::take;
        get "/fund" May(Act::Look) => fund::show;
        post "/fund" May(Act::ManageFund) => fund::add;
        post "/fund/{id}/correct" May(Act::ManageFund) => fund::correct;
    }
}
