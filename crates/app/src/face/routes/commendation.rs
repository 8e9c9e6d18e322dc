//! The part of the table for commendation: the catalogue, rounds, dossiers, initiatives, councils, decisions, money.

use super::Route;
use crate::face::guard::Guard::{May, Public};
use crate::{awards, commendation, meetings, nominations};
use axum::http::Method;
use axum::routing::{get, post};
use thidua_domain::access::Act;

pub(super) fn table() -> Vec<Route> {
    routes! {
        get "/commendation" May(Act::Look) => commendation::show;
        get "/awards" Public => awards::show_catalogue;
        get "/awards/{code}" Public => awards::show_award;
        get "/meetings" May(Act::Look) => meetings::index;
        post "/meetings" May(Act::RunMeeting) => meetings::call;
        get "/meetings/{id}" May(Act::Look) => meetings::show;
        get "/meetings/{id}/items" May(Act::RunMeeting) => meetings::choose;
        post "/meetings/{id}/items" May(Act::RunMeeting) => meetings::add_items;
        post "/meetings/{id}/items/drop" May(Act::RunMeeting) => meetings::drop_item;
        get "/meetings/{id}/rules" May(Act::RunMeeting) => meetings::rules;
        post "/meetings/{id}/rules" May(Act::RunMeeting) => meetings::confirm;
        post "/meetings/{id}/attendance" May(Act::RunMeeting) => meetings::attend;
        get "/meetings/{id}/recusals" May(Act::Look) => meetings::recusals;
        post "/meetings/{id}/recusals" May(Act::RunMeeting) => meetings::declare;
        post "/meetings/{id}/recusals/lift" May(Act::RunMeeting) => meetings::lift;
        get "/meetings/{id}/book" May(Act::Look) => meetings::book;
        get "/meetings/{id}/book/{item}" May(Act::Look) => meetings::brief;
        post "/meetings/{id}/open" May(Act::RunMeeting) => meetings::open;
        post "/meetings/{id}/adjourn" May(Act::RunMeeting) => meetings::adjourn;
        get "/meetings/{id}/ballots" May(Act::Look) => meetings::ballots;
        get "/meetings/{id}/count" May(Act::CountBallots) => meetings::count;
        post "/meetings/{id}/count" May(Act::CountBallots) => meetings::counted;
        get "/meetings/{id}/hands" May(Act::RunMeeting) => meetings::hands;
        post "/meetings/{id}/hands" May(Act::RunMeeting) => meetings::raised;
        post "/meetings/{id}/close" May(Act::RunMeeting) => meetings::close;
        get "/meetings/{id}/minutes" May(Act::Look) => meetings::minutes;
        post "/meetings/{id}/minutes" May(Act::RunMeeting) => meetings::write_minutes;
        get "/meetings/{id}/minutes.docx" May(Act::Look) => meetings::docx;
        get "/meetings/{id}/minutes.pdf" May(Act::Look) => meetings::pdf;
        get "/award-rounds" May(Act::Look) => nominations::show_rounds;
        post "/award-rounds" May(Act::ManageAwards) => nominations::open_round;
        get "/award-rounds/{id}" May(Act::Look) => nominations::show_round;
        post "/award-rounds/{id}" May(Act::ManageAwards) => nominations::correct_round;
        post "/award-rounds/{id}/nominations" May(Act::Nominate) => nominations::add;
        get "/nominations/{id}" May(Act::Look) => nominations::show_nomination;
        post "/nominations/{id}" May(Act::Nominate) => nominations::correct;
        post "/nominations/{id}/step" May(Act::Nominate) => nominations::step;
        post "/nominations/{id}/downgrade" May(Act::Nominate) => nominations::downgrade;
        post "/nominations/{id}/judge" May(Act::Nominate) => nominations::judge_again;
        post "/nominations/{id}/facts" May(Act::Nominate) => nominations::attest;
        post "/nominations/{id}/report" May(Act::Nominate) => nominations::assemble;
        post "/nominations/{id}/results" May(Act::Nominate) => nominations::cite;
        post "/nominations/{id}/papers" May(Act::Nominate) => nominations::add_paper;
        get "/nominations/{id}/papers/{paper}" May(Act::Look) => nominations::download_paper;
        post "/nominations/{id}/papers/{paper}/withdraw" May(Act::Nominate) => nominations::withdraw_paper;
        post "/nominations/{id}/remarks/{remark}" May(Act::Nominate) => nominations::answer_remark;
        post "/nominations/{id}/opinions" May(Act::AppraiseNomination) => nominations::ask_opinion;
        post "/nominations/{id}/opinions/{opinion}" May(Act::AppraiseNomination) => nominations::enter_opinion;
    }
}
