//! Every address of the product, who may come in, and its handler: one table. An address that is not here does not
//! exist, and none is open by accident.

use super::guard::Guard::{self, May, Public, SignedIn};
use super::{assets, guard, preferences};
use crate::{
    App, accounts, audit, evaluation, figures, home, lists, movements, people, plans, reports, results, signing_in,
    targets, units,
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

/// The table.
pub fn routes() -> &'static [Route] {
    static TABLE: LazyLock<Vec<Route>> = LazyLock::new(table);
    &TABLE
}

fn table() -> Vec<Route> {
    routes! {
        get "/healthz" Public => health;
        get "/assets/{name}" Public => assets::serve;
        get "/sign-in" Public => signing_in::pages::sign_in_form;
        post "/sign-in" Public => signing_in::pages::sign_in;
        get "/set-password" Public => signing_in::pages::set_password_form;
        post "/set-password" Public => signing_in::pages::set_password;
        post "/preferences" Public => preferences::switch;
        post "/sign-out" SignedIn => signing_in::pages::sign_out;
        get "/" SignedIn => home::pages::show;
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
        get "/plans/{id}/{kind}/{key}" May(Act::PreparePlan) => plans::edit_form;
        post "/plans/{id}/{kind}/{key}" May(Act::PreparePlan) => plans::edit;
        get "/movements" May(Act::Look) => movements::board::index;
        get "/movements/{id}" May(Act::Look) => movements::overview::show;
        post "/movements/{id}/step" May(Act::Review) => movements::overview::step;
        post "/movements/{id}/review" May(Act::Review) => movements::overview::review;
        get "/movements/{id}/results" May(Act::ReportFigure) => results::pages::show_form;
        post "/movements/{id}/results" May(Act::ReportFigure) => results::pages::read;
        get "/movements/{id}/results/{reading}" May(Act::ReportFigure) => results::pages::show_review;
        post "/movements/{id}/results/{reading}" May(Act::ReportFigure) => results::accept;
        get "/movements/{id}/targets" May(Act::Look) => movements::table::show;
        get "/movements/{id}/targets.csv" May(Act::Look) => evaluation::download_people_csv;
        get "/movements/{id}/evaluation.json" May(Act::Look) => evaluation::download_json;
        get "/movements/{id}/evaluation.csv" May(Act::Look) => evaluation::download_csv;
        get "/movements/{id}/report" May(Act::Look) => reports::pages::show;
        get "/movements/{id}/report.docx" May(Act::Look) => reports::pages::docx;
        get "/movements/{id}/report.pdf" May(Act::Look) => reports::pages::pdf;
        get "/targets/{id}" May(Act::Look) => targets::thread::show;
        post "/targets/{id}/figures" May(Act::ReportFigure) => figures::entry::enter;
        post "/targets/{id}/reference" May(Act::SetReference) => targets::references::set;
        get "/files/{digest}" May(Act::Look) => figures::evidence::serve;
        get "/units" May(Act::Look) => units::pages::index;
        post "/units" May(Act::ManageUnits) => units::add;
        get "/units/{id}" May(Act::Look) => units::node::show;
        post "/units/{id}" May(Act::ManageUnits) => units::correct;
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
        post "/accounts/{id}/code" May(Act::ManageAccounts) => accounts::pages::code;
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

/// Bytes that an address takes. Strangers send little, forms of text some, uploads as much as their page says.
fn limit(route: &Route) -> usize {
    match (route.guard, route.path) {
        (Public, _) => 16 * 1024,
        (_, "/plans" | "/movements/{id}/results") => plans::listing::UPLOAD_LIMIT,
        (_, "/people/list" | "/units/list") => lists::UPLOAD_LIMIT,
        (_, "/targets/{id}/figures") => figures::evidence::UPLOAD_LIMIT,
        _ => 1024 * 1024,
    }
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
        .layer(from_fn_with_state(app.clone(), guard::guard))
        .layer(CsrfLayer::new())
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
