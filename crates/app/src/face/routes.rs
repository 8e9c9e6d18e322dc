//! Every address of the product, who may come in, and its handler: one table. An address that is not here does not
//! exist, and none is open by accident.

use super::guard::Guard::{self, Entering, May, Public, SignedIn};
use super::{assets, guard, preferences};
use crate::{
    App, above, account, accounts, audit, blocks, bottlenecks, calendar, cascade, charts, councils, covenants,
    digest, evaluation, events, figures, grades, home, indices, inspections, known, lists, movements, office,
    participation, people, plans, problems, recognitions, registrations, regulations, reports, results, signing_in,
    targets, tasks, terms, training, units, waves, word_templates,
};
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use std::sync::LazyLock;
use std::time::Duration;
use thidua_domain::access::Act;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

/// An address.
pub struct Route {
    /// `GET` or `POST`.
    pub method: Method,
    /// Its pattern.
    pub path: &'static str,
    /// Who may come in.
    pub guard: Guard,
    handler: fn() -> MethodRouter<App>,
}

macro_rules! routes {
    ($($method:ident $path:literal $guard:expr => $handler:expr;)*) => {
        vec![$(Route {
            method: routes!(@method $method), path: $path, guard: $guard, handler: || $method($handler),
        }),*]
    };
    (@method get) => { Method::GET };
    (@method post) => { Method::POST };
}

mod commendation;
mod decisions;
mod forms;
mod limits;
mod reviews;

use limits::limit;

/// The table.
pub fn routes() -> &'static [Route] {
    static TABLE: LazyLock<Vec<Route>> = LazyLock::new(|| {
        let parts = [reviews::table(), commendation::table(), decisions::table(), forms::table()];
        table().into_iter().chain(parts.into_iter().flatten()).collect()
    });
    &TABLE
}

fn table() -> Vec<Route> {
    routes! {
        get "/healthz" Public => health;
        get "/assets/{name}" Public => assets::serve;
        get "/sign-in" Public => signing_in::pages::sign_in_form;
        post "/sign-in" Public => signing_in::pages::sign_in;
        get "/sign-in/second" Public => signing_in::second_pages::form;
        post "/sign-in/second" Public => signing_in::second_pages::finish;
        post "/sign-in/passkey" Public => signing_in::passkeys::pages::sign_in;
        get "/sign-in/provider" Public => signing_in::provider::pages::begin;
        get "/sign-in/provider/back" Public => signing_in::provider::pages::back;
        get "/set-password" Public => signing_in::pages::set_password_form;
        post "/set-password" Public => signing_in::pages::set_password;
        post "/preferences" Public => preferences::switch;
        post "/sign-out" Entering => signing_in::pages::sign_out;
        get "/account" SignedIn => account::pages::index;
        get "/account/second-factor" Entering => account::factor::form;
        post "/account/second-factor" Entering => account::factor::enrol;
        get "/account/second-factor/qr.svg" Entering => account::factor::picture;
        post "/account/second-factor/remove" SignedIn => account::factor::remove;
        post "/account/recovery-codes" SignedIn => account::factor::new_codes;
        post "/account/passkeys" Entering => signing_in::passkeys::pages::add;
        post "/account/passkeys/{id}/remove" SignedIn => signing_in::passkeys::pages::remove;
        get "/account/provider/link" SignedIn => signing_in::provider::pages::link;
        post "/account/provider/unlink" SignedIn => signing_in::provider::pages::unlink;
        post "/account/password" SignedIn => account::password::change;
        post "/account/sessions/{id}/end" SignedIn => account::pages::end_session;
        post "/account/sessions/end-others" SignedIn => account::pages::end_other_sessions;
        get "/" SignedIn => home::pages::show;
        get "/digest" May(Act::Look) => digest::show;
        post "/digest" May(Act::Look) => digest::subscribe;
        get "/digest.png" May(Act::Look) => digest::picture_page;
        get "/digest.eml" May(Act::Look) => digest::send_draft;
        get "/plans" May(Act::Look) => plans::listing::index;
        post "/plans" May(Act::PreparePlan) => plans::listing::upload;
        get "/plans/{id}" May(Act::Look) => plans::review::show;
        get "/plans/{id}/original" May(Act::Look) => plans::original;
        get "/plans/{id}/print.docx" May(Act::Look) => plans::print_docx;
        get "/plans/{id}/print.pdf" May(Act::Look) => plans::print_pdf;
        post "/plans/{id}/launch" May(Act::Launch) => plans::review::launch;
        post "/plans/{id}/discard" May(Act::PreparePlan) => plans::review::discard;
        post "/plans/{id}/undo" May(Act::PreparePlan) => plans::review::undo;
        post "/plans/{id}/alike" May(Act::PreparePlan) => plans::review::alike;
        get "/plans/{id}/chain" May(Act::Look) => cascade::chain::show;
        post "/plans/{id}/parent" May(Act::PreparePlan) => cascade::chain::link;
        get "/plans/{id}/derive" May(Act::PreparePlan) => cascade::derive::form;
        post "/plans/{id}/derive" May(Act::PreparePlan) => cascade::derive::make;
        get "/plans/{id}/given" May(Act::Look) => above::show;
        post "/plans/{id}/theme" May(Act::PreparePlan) => plans::theme::take_over;
        get "/plans/{id}/mapping" May(Act::Look) => cascade::mapping::show;
        post "/plans/{id}/mapping" May(Act::PreparePlan) => cascade::mapping::save;
        get "/plans/{id}/{kind}/{key}" May(Act::PreparePlan) => plans::edit_form;
        post "/plans/{id}/{kind}/{key}" May(Act::PreparePlan) => plans::edit;
        get "/movements" May(Act::Look) => movements::board::index;
        get "/movements/national" May(Act::Look) => movements::national::show;
        get "/movements/formality" May(Act::Look) => movements::formality::show;
        get "/movements/{id}/contents" May(Act::Look) => movements::contents::show;
        post "/movements/{id}/contents/take" May(Act::Review) => movements::contents::take_from_plan;
        post "/movements/{id}/contents/carry" May(Act::Review) => movements::contents::carrying::carry;
        get "/movements/{id}/contents/{key}" May(Act::Review) => movements::contents::editing::show;
        post "/movements/{id}/contents/{key}" May(Act::Review) => movements::contents::editing::write;
        get "/movements/{id}/programmes" May(Act::Look) => movements::programmes::show;
        get "/movements/{id}/programmes.csv" May(Act::Look) => movements::programmes::csv;
        get "/movements/{id}/participation" May(Act::Look) => participation::page::show;
        get "/movements/{id}/campaigns" May(Act::Look) => participation::campaigns::show;
        post "/movements/{id}/campaigns" May(Act::ReportFigure) => participation::campaigns::record;
        get "/movements/{id}/recognitions" May(Act::Look) => recognitions::list;
        post "/movements/{id}/recognitions" May(Act::Register) => recognitions::add;
        get "/recognitions/{id}" May(Act::Look) => recognitions::show;
        post "/recognitions/{id}" May(Act::Register) => recognitions::correct;
        post "/recognitions/{id}/decide" May(Act::Review) => recognitions::decide;
        post "/recognitions/{id}/withdraw" May(Act::Register) => recognitions::withdraw;
        post "/recognitions/{id}/lessons" May(Act::Review) => recognitions::lesson;
        post "/recognitions/{id}/learnt" May(Act::DoTask) => recognitions::learnt;
        get "/movements/{id}/facts" May(Act::Review) => movements::facts::show;
        post "/movements/{id}/facts" May(Act::Review) => movements::facts::write;
        get "/movements/{id}/criteria" May(Act::Look) => movements::criteria::show;
        get "/movements/{id}/criteria/sets/{key}" May(Act::Review) => movements::criteria::setting::show;
        post "/movements/{id}/criteria/sets/{key}" May(Act::Review) => movements::criteria::setting::put;
        get "/movements/{id}/criteria/{set}/{unit}" May(Act::Look) => movements::criteria::marking::show;
        post "/movements/{id}/criteria/{set}/{unit}" May(Act::Review) => movements::criteria::marking::write;
        get "/movements/{id}" May(Act::Look) => movements::overview::show;
        post "/movements/{id}/step" May(Act::Review) => movements::overview::step;
        post "/movements/{id}/review" May(Act::Review) => movements::overview::review;
        get "/movements/{id}/results" May(Act::ReportFigure) => results::pages::show_form;
        post "/movements/{id}/results" May(Act::ReportFigure) => results::pages::read;
        get "/movements/{id}/results/{reading}" May(Act::ReportFigure) => results::pages::show_review;
        post "/movements/{id}/results/{reading}" May(Act::ReportFigure) => results::accept;
        get "/movements/{id}/waves" May(Act::Look) => waves::list::show;
        post "/movements/{id}/waves" May(Act::ManageWaves) => waves::list::open;
        get "/movements/{id}/targets" May(Act::Look) => movements::table::show;
        get "/movements/{id}/targets.csv" May(Act::Look) => evaluation::download_people_csv;
        get "/movements/{id}/evaluation.json" May(Act::Look) => evaluation::download_json;
        get "/movements/{id}/evaluation.csv" May(Act::Look) => evaluation::download_csv;
        get "/movements/{id}/evaluation.xlsx" May(Act::Look) => evaluation::download_xlsx;
        get "/movements/{id}/evaluation" May(Act::Look) => evaluation::page::show;
        get "/movements/{id}/earlier" May(Act::Look) => evaluation::taking::show;
        post "/movements/{id}/earlier" May(Act::ReportFigure) => evaluation::taking::take;
        get "/targets/{id}/earlier" May(Act::Look) => evaluation::earlier::show;
        post "/targets/{id}/earlier" May(Act::ReportFigure) => evaluation::earlier::save;
        get "/movements/{id}/report" May(Act::Look) => reports::pages::show;
        get "/movements/{id}/report.docx" May(Act::Look) => reports::pages::docx;
        get "/movements/{id}/report.pdf" May(Act::Look) => reports::pages::pdf;
        get "/waves/{id}" May(Act::Look) => waves::one::show;
        post "/waves/{id}" May(Act::ManageWaves) => waves::one::correct;
        post "/waves/{id}/close" May(Act::ManageWaves) => waves::one::close;
        post "/waves/{id}/reopen" May(Act::ManageWaves) => waves::one::reopen;
        post "/waves/{id}/withdraw" May(Act::ManageWaves) => waves::one::withdraw;
        get "/waves/{id}/targets" May(Act::Look) => waves::during::targets::show;
        post "/waves/{id}/targets" May(Act::ManageWaves) => waves::during::targets::write;
        post "/waves/{id}/matters" May(Act::ManageWaves) => waves::during::set_matters;
        get "/waves/{id}/reports" May(Act::Look) => waves::during::reports::show;
        post "/waves/{id}/reports" May(Act::ReportFigure) => waves::during::reports::write;
        get "/waves/{id}/report" May(Act::Look) => waves::during::sheet::show;
        post "/waves/{id}/report" May(Act::ManageWaves) => waves::during::sheet::write;
        get "/waves/{id}/report.docx" May(Act::Look) => waves::during::sheet::docx;
        get "/waves/{id}/report.pdf" May(Act::Look) => waves::during::sheet::pdf;
        get "/calendar" May(Act::Look) => calendar::pages::show;
        get "/calendar.ics" May(Act::Look) => calendar::feed::download;
        get "/calendar/feed/{token}/thidua.ics" Public => calendar::feed::subscribed;
        post "/calendar/address" May(Act::Look) => calendar::pages::give_address;
        post "/calendar/address/end" May(Act::Look) => calendar::pages::end_address;
        get "/events" May(Act::Look) => events::list::show;
        post "/events" May(Act::ManageWaves) => events::add;
        get "/events/{id}" May(Act::Look) => events::one::show;
        post "/events/{id}" May(Act::ManageWaves) => events::correct;
        post "/events/{id}/units" May(Act::ReportFigure) => events::write_unit;
        get "/calendar/years" May(Act::Look) => calendar::years::show;
        post "/calendar/years" May(Act::ManageWaves) => calendar::years::decide;
        get "/calendar/occasions" May(Act::Look) => calendar::occasions::show;
        post "/calendar/occasions" May(Act::ManageWaves) => calendar::occasions::add;
        post "/calendar/occasions/{id}/withdraw" May(Act::ManageWaves) => calendar::occasions::withdraw;
        post "/calendar/years/{id}/withdraw" May(Act::ManageWaves) => calendar::years::withdraw;
        get "/movements/{id}/registrations/check" May(Act::Look) => registrations::show_check;
        post "/movements/{id}/registrations/check" May(Act::Look) => registrations::ask_check;
        get "/movements/{id}/registrations" May(Act::Look) => registrations::show_board;
        post "/movements/{id}/registrations" May(Act::ApproveRegistration) => registrations::open;
        post "/movements/{id}/registrations/reopen" May(Act::ApproveRegistration) => registrations::reopen;
        post "/movements/{id}/registrations/begin" May(Act::Register) => registrations::begin;
        get "/movements/{id}/registrations/achieved" May(Act::Look) => registrations::show_achieved;
        get "/movements/{id}/registrations/list" May(Act::Look) => lists::registrations_page;
        post "/movements/{id}/registrations/list" May(Act::Look) => lists::registrations_upload;
        get "/movements/{id}/registrations/list.xlsx" May(Act::Look) => lists::registrations_download;
        get "/movements/{id}/registrations.csv" May(Act::Look) => registrations::csv;
        get "/registrations/{id}" May(Act::Look) => registrations::show_sheet;
        get "/registrations/{id}/items/{item}" May(Act::Register) => registrations::item_form;
        post "/registrations/{id}/items/{item}" May(Act::Register) => registrations::edit_item;
        get "/registrations/{id}/items/{item}/progress" May(Act::Register) => registrations::progress_form;
        post "/registrations/{id}/items/{item}/progress" May(Act::Register) => registrations::tell_progress;
        post "/registrations/{id}/send" May(Act::Register) => registrations::send;
        post "/registrations/{id}/decide" May(Act::ApproveRegistration) => registrations::decide;
        get "/registrations/{id}/print.docx" May(Act::Look) => registrations::docx;
        get "/registrations/{id}/print.pdf" May(Act::Look) => registrations::pdf;
        get "/movements/{id}/covenants" May(Act::Look) => covenants::show_board;
        post "/movements/{id}/covenants" May(Act::ManageCovenants) => covenants::draw_up;
        get "/covenants/{id}" May(Act::Look) => covenants::show_sheet;
        post "/covenants/{id}" May(Act::ManageCovenants) => covenants::write;
        post "/covenants/{id}/parties" May(Act::ManageCovenants) => covenants::parties;
        get "/covenants/{id}/commitments/{item}" May(Act::ManageCovenants) => covenants::commitment_form;
        post "/covenants/{id}/commitments/{item}" May(Act::ManageCovenants) => covenants::edit_commitment;
        post "/covenants/{id}/step" May(Act::ManageCovenants) => covenants::step;
        post "/covenants/{id}/sign" May(Act::SignCovenant) => covenants::sign;
        post "/covenants/{id}/signatures" May(Act::ManageCovenants) => covenants::record;
        post "/covenants/{id}/annexes" May(Act::ManageCovenants) => covenants::annex;
        post "/covenants/{id}/annexes/withdraw" May(Act::ManageCovenants) => covenants::withdraw_annex;
        post "/covenants/{id}/outcomes" May(Act::ManageCovenants) => covenants::judge;
        get "/covenants/{id}/print.docx" May(Act::Look) => covenants::docx;
        get "/covenants/{id}/print.pdf" May(Act::Look) => covenants::pdf;
        get "/covenants/{id}/annexes/{annex}/print.docx" May(Act::Look) => covenants::annex_docx;
        get "/covenants/{id}/annexes/{annex}/print.pdf" May(Act::Look) => covenants::annex_pdf;
        get "/movements/{id}/charts" May(Act::Look) => charts::show;
        get "/movements/{id}/charts.csv" May(Act::Look) => charts::download;
        get "/movements/{id}/cascade" May(Act::Look) => cascade::board::show;
        post "/movements/{id}/cascade" May(Act::AssignTargets) => cascade::board::set;
        get "/movements/{id}/assign" May(Act::Look) => cascade::overview::show;
        get "/movements/{id}/reconcile" May(Act::Look) => cascade::reconcile::show;
        get "/movements/{id}/striving" May(Act::Look) => cascade::striving::show;
        post "/movements/{id}/striving" May(Act::SetReference) => cascade::striving::set;
        get "/targets/{id}/assign" May(Act::Look) => cascade::assign::show;
        post "/targets/{id}/assign" May(Act::AssignTargets) => cascade::assign::give;
        get "/targets/{id}" May(Act::Look) => targets::thread::show;
        post "/targets/{id}/figures" May(Act::ReportFigure) => figures::entry::enter;
        post "/targets/{id}/reference" May(Act::SetReference) => targets::references::set;
        get "/movements/{id}/tasks" May(Act::Look) => tasks::board::show;
        get "/movements/{id}/tasks.csv" May(Act::Look) => tasks::export::download;
        get "/movements/{id}/tasks/proposals" May(Act::ManageTasks) => tasks::proposals::show;
        post "/movements/{id}/tasks/proposals" May(Act::ManageTasks) => tasks::proposals::decide;
        post "/movements/{id}/tasks/give" May(Act::ManageTasks) => tasks::board::give_all;
        get "/movements/{id}/tasks/assignment.docx" May(Act::ManageTasks) => tasks::papers::assignment_docx;
        get "/movements/{id}/tasks/assignment.pdf" May(Act::ManageTasks) => tasks::papers::assignment_pdf;
        get "/movements/{id}/tasks/urging.docx" May(Act::ManageTasks) => tasks::papers::urging_docx;
        get "/movements/{id}/tasks/urging.pdf" May(Act::ManageTasks) => tasks::papers::urging_pdf;
        get "/tasks" May(Act::Look) => tasks::mine::index;
        post "/tasks" May(Act::ManageTasks) => tasks::entry::add;
        get "/tasks/new" May(Act::ManageTasks) => tasks::entry::new;
        get "/tasks/{id}" May(Act::Look) => tasks::detail::show;
        get "/tasks/{id}/edit" May(Act::ManageTasks) => tasks::entry::edit_form;
        post "/tasks/{id}/edit" May(Act::ManageTasks) => tasks::entry::edit;
        post "/tasks/{id}/give" May(Act::ManageTasks) => tasks::answers::give;
        post "/tasks/{id}/answer" May(Act::DoTask) => tasks::answers::answer;
        post "/tasks/{id}/urge" May(Act::ManageTasks) => tasks::answers::urge;
        post "/tasks/{id}/extend" May(Act::ManageTasks) => tasks::answers::extend;
        post "/tasks/{id}/note" May(Act::DecideProblem) => tasks::answers::note;
        get "/bottlenecks" May(Act::Look) => bottlenecks::pages::index;
        post "/bottlenecks" May(Act::ManageTasks) => bottlenecks::add;
        get "/bottlenecks/{id}" May(Act::Look) => bottlenecks::pages::show_one;
        post "/bottlenecks/{id}" May(Act::ManageTasks) => bottlenecks::edit;
        post "/bottlenecks/{id}/step" May(Act::ManageTasks) => bottlenecks::step;
        get "/problems" May(Act::Look) => problems::pages::index;
        post "/problems" May(Act::RaiseProblem) => problems::raise;
        get "/problems/new" May(Act::RaiseProblem) => problems::form;
        get "/problems/{id}" May(Act::Look) => problems::pages::show_one;
        post "/problems/{id}/advice" May(Act::ManageTasks) => problems::advise;
        post "/problems/{id}/decision" May(Act::DecideProblem) => problems::decide;
        post "/problems/{id}/close" May(Act::ManageTasks) => problems::close;
        get "/inspections" May(Act::Look) => inspections::index;
        post "/inspections" May(Act::PlanInspection) => inspections::add;
        get "/inspections/new" May(Act::PlanInspection) => inspections::new;
        get "/inspections/{id}" May(Act::Look) => inspections::show;
        post "/inspections/{id}" May(Act::PlanInspection) => inspections::correct;
        post "/inspections/{id}/places" May(Act::PlanInspection) => inspections::add_place;
        post "/inspections/{id}/seed" May(Act::PlanInspection) => inspections::set_seed;
        post "/inspections/{id}/draw" May(Act::PlanInspection) => inspections::draw;
        get "/inspections/{id}/sample.csv" May(Act::Look) => inspections::sample_csv;
        post "/inspections/{id}/step" May(Act::PlanInspection) => inspections::step;
        post "/inspections/{id}/conclusion" May(Act::PlanInspection) => inspections::conclude;
        get "/inspections/{id}/conclusion.docx" May(Act::Look) => inspections::conclusion_docx;
        get "/inspections/{id}/conclusion.pdf" May(Act::Look) => inspections::conclusion_pdf;
        get "/inspections/{id}/visits/{visit}" May(Act::Look) => inspections::show_visit;
        post "/inspections/{id}/visits/{visit}" May(Act::Inspect) => inspections::write_visit;
        post "/inspections/{id}/visits/{visit}/answers" May(Act::Inspect) => inspections::answer;
        post "/inspections/{id}/visits/{visit}/answers/take" May(Act::Inspect) => inspections::take_proposals;
        post "/inspections/{id}/visits/{visit}/values" May(Act::Inspect) => inspections::verify;
        post "/inspections/{id}/visits/{visit}/findings" May(Act::Inspect) => inspections::write_finding;
        post "/inspections/{id}/visits/{visit}/explanation" May(Act::DoTask) => inspections::explain;
        get "/inspections/{id}/visits/{visit}/minutes.docx" May(Act::Look) => inspections::minutes_docx;
        get "/inspections/{id}/visits/{visit}/minutes.pdf" May(Act::Look) => inspections::minutes_pdf;
        post "/inspections/{id}/findings/{finding}" May(Act::Look) => inspections::step_finding;
        post "/inspections/{id}/findings/{finding}/task" May(Act::ManageTasks) => inspections::make_task;
        post "/inspections/{id}/findings/{finding}/problem" May(Act::RaiseProblem) => inspections::raise_finding;
        get "/files/{digest}" May(Act::Look) => figures::evidence::serve;
        get "/units" May(Act::Look) => units::pages::index;
        post "/units" May(Act::ManageUnits) => units::add;
        get "/units/{id}" May(Act::Look) => units::node::show;
        get "/units/{id}/reform" May(Act::Reform) => units::reform::show;
        post "/units/{id}/reform" May(Act::Reform) => units::reform::submit;
        post "/units/{id}" May(Act::ManageUnits) => units::correct;
        get "/office" May(Act::Look) => office::show;
        get "/regulations" May(Act::Look) => regulations::index;
        post "/regulations" May(Act::ManageRegulations) => regulations::add;
        get "/regulations/{id}" May(Act::Look) => regulations::show;
        post "/regulations/{id}" May(Act::ManageRegulations) => regulations::correct;
        post "/regulations/{id}/versions" May(Act::ManageRegulations) => regulations::write_version;
        get "/templates" May(Act::ManageRegulations) => word_templates::list;
        post "/templates" May(Act::ManageRegulations) => word_templates::upload;
        get "/templates/{id}" May(Act::ManageRegulations) => word_templates::show;
        post "/templates/{id}/withdraw" May(Act::ManageRegulations) => word_templates::withdraw;
        get "/templates/{id}/original.docx" May(Act::ManageRegulations) => word_templates::original;
        get "/templates/{id}/filled.docx" May(Act::ManageRegulations) => word_templates::filled;
        get "/templates/fields/{kind}/list.xlsx" May(Act::Look) => word_templates::fields;
        get "/templates/fields/{kind}/sample.json" May(Act::Look) => word_templates::sample;
        get "/training" May(Act::Look) => training::index;
        post "/training" May(Act::ManageRegulations) => training::add;
        get "/training/{id}" May(Act::Look) => training::show;
        post "/training/{id}" May(Act::ManageRegulations) => training::correct;
        post "/training/{id}/people" May(Act::ManageRegulations) => training::call;
        post "/training/{id}/attendance" May(Act::ManageRegulations) => training::mark;
        get "/training/{id}/sheet.docx" May(Act::Look) => training::docx;
        get "/training/{id}/sheet.pdf" May(Act::Look) => training::pdf;
        get "/councils" May(Act::Look) => councils::index;
        post "/councils" May(Act::ManageRegulations) => councils::add;
        get "/councils/{id}" May(Act::Look) => councils::show;
        post "/councils/{id}/decisions" May(Act::ManageRegulations) => councils::decide;
        get "/blocks" May(Act::Look) => blocks::index;
        post "/blocks" May(Act::ManageRegulations) => blocks::add;
        get "/blocks/{id}" May(Act::Look) => blocks::show;
        post "/blocks/{id}" May(Act::ManageRegulations) => blocks::correct;
        post "/blocks/{id}/leads" May(Act::ManageRegulations) => blocks::lead;
        post "/arrangements" May(Act::ManageRegulations) => blocks::begin;
        get "/arrangements/new" May(Act::ManageRegulations) => blocks::new;
        get "/arrangements/{id}" May(Act::Look) => blocks::show_arrangement;
        post "/arrangements/{id}" May(Act::ManageRegulations) => blocks::keep;
        post "/arrangements/{id}/decide" May(Act::ManageRegulations) => blocks::decide;
        get "/grades" May(Act::Look) => grades::board;
        get "/grades.csv" May(Act::Look) => grades::download;
        get "/grades/units/{id}" May(Act::Look) => grades::show_unit;
        post "/grades/units/{id}" May(Act::Look) => grades::write_unit;
        get "/grades/units/{id}/grid" May(Act::Look) => grades::grid;
        post "/grades/units/{id}/grid" May(Act::Look) => grades::write_grid;
        get "/grades/people/{id}" May(Act::Look) => grades::show_person;
        post "/grades/people/{id}" May(Act::Look) => grades::write_person;
        get "/indices" May(Act::Look) => indices::table;
        get "/indices/{code}" May(Act::Look) => indices::show;
        post "/indices/{code}" May(Act::ReportFigure) => indices::write;
        get "/terms" May(Act::Look) => terms::list;
        post "/terms" May(Act::PreparePlan) => terms::add;
        get "/terms/{id}" May(Act::Look) => terms::show;
        post "/terms/{id}" May(Act::PreparePlan) => terms::correct;
        get "/terms/{id}/targets/{key}" May(Act::PreparePlan) => terms::target;
        post "/terms/{id}/targets/{key}" May(Act::PreparePlan) => terms::write_target;
        get "/movements/{id}/contents/{key}/promise" May(Act::Review) => movements::contents::promises::show;
        post "/movements/{id}/contents/{key}/promise" May(Act::Review) => movements::contents::promises::write;
        get "/movements/{id}/known" May(Act::Look) => known::show;
        post "/movements/{id}/known" May(Act::MakeKnown) => known::record;
        get "/people" May(Act::Look) => people::index;
        post "/people" May(Act::ManagePeople) => people::add;
        get "/people/new" May(Act::ManagePeople) => people::add_form;
        get "/people/doubles" May(Act::ManagePeople) => people::doubles;
        get "/people/counts" May(Act::Look) => people::counts;
        get "/people/list" May(Act::ManagePeople) => lists::people_page;
        post "/people/list" May(Act::ManagePeople) => lists::people_upload;
        get "/people/list.xlsx" May(Act::ManagePeople) => lists::people_download;
        get "/units/list" May(Act::ManageUnits) => lists::units_page;
        post "/units/list" May(Act::ManageUnits) => lists::units_upload;
        get "/units/list.xlsx" May(Act::ManageUnits) => lists::units_download;
        get "/uploads/{id}" SignedIn => lists::show;
        post "/uploads/{id}" SignedIn => lists::mend;
        post "/uploads/{id}/put-in" SignedIn => lists::put_in;
        post "/uploads/{id}/undo" SignedIn => lists::take_back;
        post "/uploads/{id}/drop" SignedIn => lists::drop_upload;
        get "/people/{id}" May(Act::Look) => people::show;
        post "/people/{id}" May(Act::ManagePeople) => people::correct;
        get "/people/{id}/edit" May(Act::ManagePeople) => people::edit_form;
        post "/people/{id}/identity" May(Act::SeeIdentity) => people::reveal;
        post "/people/{id}/posts" May(Act::ManagePeople) => people::record_post;
        post "/people/{id}/posts/{post}" May(Act::ManagePeople) => people::end_post;
        post "/people/{id}/names" May(Act::ManagePeople) => people::add_name;
        post "/people/{id}/names/{alias}" May(Act::ManagePeople) => people::remove_name;
        post "/people/{id}/members" May(Act::ManagePeople) => people::add_member;
        post "/people/{id}/staff" May(Act::ManagePeople) => people::assign;
        get "/people/{id}/compare/{other}" May(Act::ManagePeople) => people::compare;
        post "/people/{id}/compare/{other}" May(Act::ManagePeople) => people::decide;
        post "/people/{id}/pairs/{pair}" May(Act::ManagePeople) => people::undo;
        get "/staff" May(Act::Look) => people::roster;
        get "/staff/{id}" May(Act::ManagePeople) => people::staff_form;
        post "/staff/{id}" May(Act::ManagePeople) => people::correct_staff;
        get "/accounts" May(Act::ManageAccounts) => accounts::pages::index;
        post "/accounts" May(Act::ManageAccounts) => accounts::pages::add;
        get "/accounts/{id}" May(Act::ManageAccounts) => accounts::powers::show_account;
        post "/accounts/{id}/powers" May(Act::ManageAccounts) => accounts::powers::give;
        post "/accounts/{id}/powers/{power}/end" May(Act::ManageAccounts) => accounts::powers::end;
        post "/accounts/{id}/code" May(Act::ManageAccounts) => accounts::pages::code;
        post "/accounts/{id}/sessions/end" May(Act::ManageAccounts) => accounts::pages::end_sessions;
        post "/accounts/{id}/second-factor/reset" May(Act::ManageAccounts) => accounts::pages::reset_second_factor;
        post "/accounts/{id}/lock" May(Act::ManageAccounts) => accounts::pages::lock;
        get "/audit" May(Act::ReadAudit) => audit::pages::index;
    }
}

/// The guard of an address; a HEAD is a GET without its body.
pub(crate) fn guard_of(method: &Method, path: &str) -> Option<Guard> {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    routes().iter().find(|route| route.method == *method && route.path == path).map(|route| route.guard)
}

async fn health(State(app): State<App>) -> StatusCode {
    if app.store.answers().await { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }
}

async fn nowhere() -> super::Answer {
    Err(super::Refusal::NotFound)
}

/// The ways an address is asked, as a browser is told them.
pub(crate) fn methods_of(path: &str) -> String {
    let methods: Vec<&str> =
        routes().iter().filter(|route| route.path == path).map(|route| route.method.as_str()).collect();
    methods.join(", ")
}

/// Bytes that may be sent to an address.
pub(crate) fn limit_of(method: &Method, path: &str) -> usize {
    routes().iter().find(|route| route.method == *method && route.path == path).map_or(0, limit)
}

/// The product as one service.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for route in routes() {
        router = router.route(route.path, (route.handler)().layer(DefaultBodyLimit::max(limit(route))));
    }
    let https = app.settings.https;
    router
        .fallback(nowhere)
        // inside the guard, which makes pages of bare answers
        .layer(CatchPanicLayer::new())
        .layer(CsrfLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(160)))
        .layer(from_fn_with_state(app.clone(), guard::guard))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(180)))
        .layer(map_response(move |response: Response| async move { secure(response, https) }))
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new())
        .with_state(app)
}

/// Nothing from another host but our own answers to our own script, no inline script, no frame around us.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

fn secure(mut response: Response, https: bool) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, POLICY);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(X_FRAME_OPTIONS, "DENY");
    set(REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()");
    if https {
        set(STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    response
}
