//! The part of the table for the official forms: their list with examples, and those that are printed from a page. Who may see
//! the page gets its papers.

use super::Route;
use crate::face::guard::Guard::{May, SignedIn};
use crate::{
    cascade, certificates, complaints, decisions, forms, inspections, meetings, nominations, recognitions,
    reporting, reviews, statistics,
};
use axum::http::Method;
use axum::routing::get;
use thidua_domain::access::Act;

pub(super) fn table() -> Vec<Route> {
    routes! {
        get "/forms" SignedIn => forms::show;
        get "/forms/{code}/{file}" SignedIn => forms::example;
        get "/award-rounds/{id}/forms/{file}" May(Act::Look) => nominations::of_round;
        get "/nominations/{id}/forms/{file}" May(Act::Look) => nominations::of_nomination;
        get "/decisions/rounds/{id}/forms/{file}" May(Act::PrepareDecision) => decisions::round_paper;
        get "/submissions/{id}/forms/{file}" May(Act::Look) => decisions::submission_paper;
        get "/decisions/{id}/forms/{file}" May(Act::PrepareDecision) => certificates::paper;
        get "/meetings/{id}/forms/{file}" May(Act::Look) => meetings::paper;
        get "/complaints/{id}/forms/{file}" May(Act::PrepareDecision) => complaints::paper;
        get "/recognitions/{id}/forms/{file}" May(Act::Look) => recognitions::paper;
        get "/statistics/forms/{file}" May(Act::Look) => statistics::paper;
        get "/movements/{id}/assign/forms/{file}" May(Act::Look) => cascade::printing::paper;
        get "/rounds/{id}/forms/{file}" May(Act::Look) => reporting::paper;
        get "/reviews/{id}/forms/{file}" May(Act::Look) => reviews::summing_up_paper;
        get "/inspections/{id}/forms/{file}" May(Act::Look) => inspections::paper;
    }
}
