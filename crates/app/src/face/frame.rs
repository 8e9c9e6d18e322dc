//! The frame of every page: head, menu, foot.

use super::assets;
use super::caller::Caller;
use super::refusal::{Answer, Refusal};
use super::tabs::{self, Tab, TabEntry};
use super::{refusal_words, show, words};
use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;

/// Where in the menu a page lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Home,
    Plans,
    Movements,
    Calendar,
    Tasks,
    Commendation,
    Units,
    Office,
    People,
    Accounts,
    Audit,
    Elsewhere,
}

/// An entry of the main menu.
pub(crate) struct Entry {
    pub(crate) address: &'static str,
    pub(crate) label: &'static str,
    pub(crate) here: bool,
}

/// What the layout shows around a page.
pub(crate) struct Frame {
    pub(crate) c: &'static words::Words,
    pub(crate) refusals: &'static refusal_words::Words,
    pub(crate) language: Language,
    pub(crate) theme: Option<&'static str>,
    pub(crate) visitor_name: Option<String>,
    pub(crate) role: &'static str,
    pub(crate) unit_name: Option<String>,
    pub(crate) menu: Vec<Entry>,
    /// The pages beside this one: those of its movement, or those of the standing office.
    pub(crate) tabs: Vec<TabEntry>,
    /// What those pages are, for who cannot see them.
    pub(crate) tabs_label: &'static str,
    pub(crate) here: String,
    pub(crate) done: Option<&'static str>,
    /// The identifier in the forms of this page: each is taken once.
    pub(crate) once: String,
    /// Marks the page as showing invented figures.
    pub(crate) illustrative: bool,
    pub(crate) style: &'static str,
    pub(crate) print_style: &'static str,
    pub(crate) script: &'static str,
    pub(crate) passkey_script: &'static str,
    pub(crate) version: &'static str,
}

impl Frame {
    pub(crate) fn new(caller: &Caller, place: Place) -> Frame {
        let c = words::words(caller.preferences.language);
        let actor = caller.visitor.as_ref().map(|visitor| &visitor.actor);
        let role = actor.map(|actor| actor.role);
        // nothing leads further before the second factor is set up
        let entering = caller.visitor.as_ref().is_some_and(|visitor| visitor.must_enrol);
        let entries = [
            (Place::Home, "/", c.nav_home, Act::Look),
            (Place::Plans, "/plans", c.nav_plans, Act::Look),
            (Place::Movements, "/movements", c.nav_movements, Act::Look),
            (Place::Calendar, "/calendar", c.nav_calendar, Act::Look),
            (Place::Tasks, "/tasks", c.nav_tasks, Act::Look),
            (Place::Commendation, "/commendation", c.nav_commendation, Act::Look),
            (Place::Units, "/units", c.nav_units, Act::Look),
            (Place::Office, "/office", c.nav_office, Act::Look),
            (Place::People, "/people", c.nav_people, Act::Look),
            (Place::Accounts, "/accounts", c.nav_accounts, Act::ManageAccounts),
            (Place::Audit, "/audit", c.nav_audit, Act::ReadAudit),
        ];
        let menu = entries
            .into_iter()
            .filter(|(_, _, _, act)| !entering && actor.is_some_and(|actor| actor.may(*act)))
            .map(|(entry, address, label, _)| Entry { address, label, here: entry == place })
            .collect();
        Frame {
            c,
            refusals: refusal_words::words(caller.preferences.language),
            language: caller.preferences.language,
            theme: caller.preferences.theme,
            visitor_name: caller.visitor.as_ref().map(|visitor| visitor.name.clone()),
            role: role.map_or("", |role| show::role(role, c)),
            unit_name: caller.visitor.as_ref().and_then(|visitor| visitor.unit_name.clone()),
            menu,
            tabs: Vec::new(),
            tabs_label: c.tabs,
            here: caller.here.clone(),
            once: caller.once.clone(),
            done: caller.done.as_deref().and_then(|code| done(code, c)),
            illustrative: false,
            style: assets::style(),
            print_style: assets::print_style(),
            script: assets::script(),
            passkey_script: assets::passkey_script(),
            version: env!("CARGO_PKG_VERSION"),
        }
    }

    /// Puts the page among the pages of a movement.
    pub(crate) fn in_movement(mut self, caller: &Caller, movement_id: &str, tab: Tab) -> Frame {
        self.tabs = tabs::tabs(movement_id, tab, caller.visitor.as_ref().map(|visitor| &visitor.actor), self.c);
        self
    }

    /// Marks the page as showing invented figures.
    pub(crate) fn with_sample(mut self, illustrative: bool) -> Frame {
        self.illustrative = illustrative;
        self
    }
}

/// The sentence for what was just done, by the code in the address.
fn done(code: &str, c: &'static words::Words) -> Option<&'static str> {
    Some(match code {
        "saved" => c.done_saved,
        "derived" => c.done_derived,
        "plan-linked" => c.done_plan_linked,
        "plan-unlinked" => c.done_plan_unlinked,
        "assigned" => c.done_assigned,
        "undone" => c.done_undone,
        "alike" => c.done_alike,
        "imported" => c.done_imported,
        "known" => c.done_known,
        "launched" => c.done_launched,
        "figure" => c.done_figure,
        "figures" => c.done_figures,
        "sent" => c.done_sent,
        "discarded" => c.done_discarded,
        "stepped" => c.done_stepped,
        "password" => c.done_password,
        "password-changed" => c.done_password_changed,
        "signed-out" => c.done_signed_out,
        "sessions" => c.done_sessions,
        "factor-removed" => c.done_factor_removed,
        "passkey-removed" => c.done_passkey_removed,
        "passkey" => c.done_passkey,
        "linked" => c.done_linked,
        "unlinked" => c.done_unlinked,
        _ => return None,
    })
}

/// A rendered page. Pages hold what only their visitor may see: nobody between keeps them.
pub(crate) fn page(template: &impl Template) -> Answer {
    let html = template.render().map_err(Refusal::fault)?;
    Ok(([(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-store")], html).into_response())
}

/// A page whose form came back: somebody else was first, or it was refused, or neither.
pub(crate) fn returned(template: &impl Template, changed: bool, refused: bool) -> Answer {
    let mut response = page(template)?;
    if changed {
        *response.status_mut() = StatusCode::CONFLICT;
    } else if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Sends the browser on after a change.
pub(crate) fn go(address: impl Into<String>) -> Answer {
    Ok((StatusCode::SEE_OTHER, [("location", address.into())]).into_response())
}
