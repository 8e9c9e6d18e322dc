//! The part of the table for commendation: the catalogue, rounds, dossiers, initiatives, councils, decisions, money.

use super::Route;
use crate::face::guard::Guard::{May, Public};
use crate::{awards, commendation};
use axum::http::Method;
use axum::routing::get;
use thidua_domain::access::Act;

pub(super) fn table() -> Vec<Route> {
    routes! {
        get "/commendation" May(Act::Look) => commendation::show;
        get "/awards" Public => awards::show_catalogue;
        get "/awards/{code}" Public => awards::show_award;
    }
}
