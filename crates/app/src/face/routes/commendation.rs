//! The part of the table for commendation: the catalogue, rounds, dossiers, initiatives, councils, decisions, money.

use super::Route;
use crate::face::guard::Guard::{May, Public};
use crate::{awards, commendation, initiatives, lists, nominations, packs, planner, statistics};
use axum::http::Method;
use axum::routing::{get, post};
use thidua_domain::access::Act;

pub(super) fn table() -> Vec<Route> {
    routes! {
        get "/commendation" May(Act::Look) => commendation::show;
        get "/awards" Public => awards::show_catalogue;
        get "/awards/{code}" Public => awards::show_award;
        get "/planner" May(Act::Look) => planner::show;
        get "/planner.csv" May(Act::Look) => planner::csv;
        get "/planner/people/{id}" May(Act::Look) => planner::person;
        get "/planner/units/{id}" May(Act::Look) => planner::unit;
        get "/rule-packs" May(Act::Look) => packs::show_packs;
        post "/rule-packs" May(Act::ManageAwards) => packs::load;
        get "/rule-packs/sample.toml" May(Act::Look) => packs::sample;
        get "/rule-packs/{id}" May(Act::Look) => packs::show_pack;
        get "/rule-packs/{id}/pack.toml" May(Act::Look) => packs::download;
        post "/rule-packs/{id}/withdraw" May(Act::ManageAwards) => packs::withdraw;
        get "/award-rounds" May(Act::Look) => nominations::show_rounds;
        post "/award-rounds" May(Act::ManageAwards) => nominations::open_round;
        get "/award-rounds/{id}" May(Act::Look) => nominations::show_round;
        post "/award-rounds/{id}" May(Act::ManageAwards) => nominations::correct_round;
        get "/award-rounds/{id}/list" May(Act::Nominate) => lists::nominations_page;
        post "/award-rounds/{id}/list" May(Act::Nominate) => lists::nominations_upload;
        get "/award-rounds/{id}/list.xlsx" May(Act::Nominate) => lists::nominations_download;
        post "/award-rounds/{id}/nominations" May(Act::Nominate) => nominations::add;
        get "/nominations/{id}" May(Act::Look) => nominations::show_nomination;
        get "/nominations/{id}/replay" May(Act::Look) => nominations::replay;
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
        get "/initiatives" May(Act::Look) => initiatives::list;
        post "/initiatives" May(Act::Nominate) => initiatives::submit;
        get "/initiatives/new" May(Act::Nominate) => initiatives::blank;
        get "/initiatives/{id}" May(Act::Look) => initiatives::show;
        post "/initiatives/{id}" May(Act::Nominate) => initiatives::correct;
        post "/initiatives/{id}/council" May(Act::AppraiseNomination) => initiatives::council;
        post "/initiatives/{id}/close" May(Act::AppraiseNomination) => initiatives::close;
        post "/initiatives/{id}/back" May(Act::AppraiseNomination) => initiatives::back;
        post "/initiatives/{id}/withdraw" May(Act::Nominate) => initiatives::withdraw;
        post "/initiatives/{id}/refuse" May(Act::DecideAward) => initiatives::refuse;
        get "/initiatives/{id}/judging" May(Act::CountBallots) => initiatives::show_judging;
        post "/initiatives/{id}/judging" May(Act::CountBallots) => initiatives::mark;
        post "/initiatives/{id}/recognise" May(Act::DecideAward) => initiatives::recognise;
        post "/initiatives/{id}/widen" May(Act::DecideAward) => initiatives::widen;
        post "/initiatives/{id}/confirmations" May(Act::Nominate) => initiatives::confirm;
        post "/initiatives/{id}/uses" May(Act::Nominate) => initiatives::take;
        post "/initiatives/{id}/uses/drop" May(Act::Nominate) => initiatives::drop_use;
        post "/initiatives/{id}/adoptions" May(Act::AppraiseNomination) => initiatives::spread;
        post "/initiatives/{id}/adopted" May(Act::DoTask) => initiatives::adopted;
        get "/initiative-rules" May(Act::Look) => initiatives::show_rule;
        post "/initiative-rules" May(Act::RunMeeting) => initiatives::write_rule;
        get "/statistics" May(Act::Look) => statistics::show;
        get "/statistics/records" May(Act::Look) => statistics::show_records;
        get "/statistics.csv" May(Act::Look) => statistics::csv;
        get "/statistics.xlsx" May(Act::Look) => statistics::xlsx;
    }
}
