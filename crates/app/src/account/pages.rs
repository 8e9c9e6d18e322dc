//! The page of one's own account, and its sessions.

use super::{actions, words};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Visitor, show};
use crate::signing_in::passkeys::{self, Offer};
use crate::{App, SecondFactor};
use askama::Template;
use axum::extract::{Path, State};
use thidua_store::sessions::Factor;

/// What went wrong, and at which form of the page.
pub(crate) struct Wrong {
    pub(crate) place: String,
    pub(crate) says: String,
}

struct Row {
    id: String,
    browser: String,
    how: &'static str,
    opened: String,
    seen: String,
    here: bool,
}

struct PasskeyRow {
    id: String,
    name: String,
    added: String,
    used: String,
}

#[derive(Template)]
#[template(path = "account/account.html")]
struct AccountPage {
    f: Frame,
    w: &'static words::Words,
    login: String,
    wrong: Option<Wrong>,
    note: Option<String>,
    app_since: Option<String>,
    recovery_left: Option<String>,
    sessions: Vec<Row>,
    p: &'static crate::signing_in::words::Words,
    passkey: Option<Offer>,
    passkeys: Vec<PasskeyRow>,
    user: String,
    provider: Option<String>,
    linked: bool,
}

impl AccountPage {
    /// Name, label, hint, and what a browser keeps it as.
    fn password_fields(&self) -> [(&'static str, &'static str, &'static str, &'static str); 3] {
        [
            ("old", self.w.old_password, "", "current-password"),
            ("new", self.p.new_password, self.p.password_hint, "new-password"),
            ("again", self.w.again_password, "", "new-password"),
        ]
    }

    fn place(&self, name: &str) -> String {
        format!("password-{name}")
    }

    fn wrong_at(&self, place: &str) -> Option<&str> {
        self.wrong.as_ref().filter(|wrong| wrong.place == place).map(|wrong| wrong.says.as_str())
    }
}

fn how(factor: Factor, w: &'static words::Words) -> &'static str {
    match factor {
        Factor::None => w.with_password,
        Factor::App => w.with_app,
        Factor::RecoveryCode => w.with_recovery,
        Factor::Passkey => w.with_passkey,
        Factor::Provider => w.with_provider,
    }
}

/// The page, with what went wrong.
pub(crate) async fn show_account(app: &App, caller: &Caller, visitor: &Visitor, wrong: Option<Wrong>) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Elsewhere);
    let now = (app.clock)();
    let id = &visitor.actor.account_id;
    let login = actions::own(app, visitor).await?.login;
    let enrolled = app.store.enrolled(id).await?;
    let app_since = app
        .store
        .authenticator(id)
        .await?
        .map(|known| w.factor_app.replace("{day}", &show::day(Some(crate::local_date(known.enrolled_at)))));
    let needed = visitor.actor.needs_second_factor();
    let note = match app.settings.second_factor {
        SecondFactor::Offered => Some(w.factor_offered.to_owned()),
        SecondFactor::Required { after_days } if needed && after_days > 0 => {
            let since = app.store.session(&visitor.session, now).await?.map(|open| open.account_since);
            let day = since.map(|since| crate::local_date(since + chrono::Duration::days(i64::from(after_days))));
            Some(w.factor_by.replace("{day}", &show::day(day)))
        }
        SecondFactor::Required { .. } => needed.then(|| w.factor_required.to_owned()),
    };
    let recovery_left =
        enrolled.any().then(|| w.recovery_left.replace("{n}", &enrolled.recovery_codes.to_string()));
    let sessions = app
        .store
        .sessions_of(id, now)
        .await?
        .into_iter()
        .map(|line| Row {
            here: line.token_hash == visitor.session,
            browser: if line.browser.is_empty() { w.unknown_browser.to_owned() } else { line.browser },
            how: how(line.factor, w),
            opened: show::moment(line.opened_at),
            seen: show::moment(line.seen_at),
            id: line.id,
        })
        .collect();
    let p = crate::signing_in::words::words(caller.preferences.language);
    let passkey = passkeys::offer(app, &visitor.session, id).await?;
    let rows = app.store.passkeys_of(id).await?.into_iter().map(|one| PasskeyRow {
        id: one.id,
        name: one.name,
        added: show::moment(one.added_at),
        used: one.used_at.map(show::moment).unwrap_or_default(),
    });
    let provider = app.settings.provider.as_ref();
    let linked = match provider {
        Some(provider) => app.store.is_linked(id, &provider.issuer).await?,
        None => false,
    };
    let refused = wrong.is_some();
    let template = AccountPage {
        f,
        w,
        login,
        wrong,
        note,
        app_since,
        recovery_left,
        sessions,
        p,
        passkey,
        passkeys: rows.collect(),
        user: id.clone(),
        provider: provider.map(|provider| provider.name.clone()),
        linked,
    };
    crate::face::frame::returned(&template, false, refused)
}

/// `GET /account`.
pub(crate) async fn index(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    show_account(&app, &caller, &visitor, None).await
}

/// `POST /account/sessions/{id}/end`.
pub(crate) async fn end_session(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    actions::end_session(&app, &visitor, &id).await?;
    go("/account?done=sessions")
}

/// `POST /account/sessions/end-others`.
pub(crate) async fn end_other_sessions(State(app): State<App>, visitor: Visitor) -> Answer {
    actions::end_other_sessions(&app, &visitor).await?;
    go("/account?done=sessions")
}
