//! Setting where and how often the digest goes by e-mail: everybody for themselves.

use super::page::render;
use super::words::{self, Words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed, seen};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use axum::Form as Body;
use axum::extract::State;
use lettre::Address;
use thidua_domain::basics::Language;
use thidua_domain::digest::Every;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::digests::Subscription;

/// The form as it is shown.
pub(super) struct Form {
    pub(super) fields: Vec<Field>,
    /// Where it goes now, and since when.
    pub(super) goes: String,
    pub(super) version: i64,
    pub(super) refused: bool,
    pub(super) changed: bool,
}

fn every(every: Every, w: &'static Words) -> &'static str {
    match every {
        Every::Day => w.every_day,
        Every::Week => w.every_week,
        Every::Month => w.every_month,
        Every::Never => w.every_never,
    }
}

fn fields(of: Option<&Subscription>, w: &'static Words) -> Vec<Field> {
    let often = Every::ALL.iter().map(|one| (one.code(), every(*one, w))).collect();
    vec![
        Field::new("address", w.address, Input::Line, of.map_or("", |of| of.address.as_str())).hint(w.address_hint),
        Field::new("every", w.every, Input::Choice(often), of.map_or(Every::Week, |of| of.every).code()),
    ]
}

/// The form as it stands.
pub(super) async fn form(app: &App, visitor: &Visitor, language: Language) -> Result<Form, Refusal> {
    let w = words::words(language);
    let now = app.store.digest_subscription(&visitor.actor.account_id).await?;
    let version = now.as_ref().map_or(0, |one| one.version);
    Ok(Form {
        fields: fields(now.as_ref(), w),
        goes: goes(now.as_ref(), w),
        version,
        refused: false,
        changed: false,
    })
}

/// Where it goes now: the address stands beside the form, also while another is typed.
fn goes(now: Option<&Subscription>, w: &'static Words) -> String {
    match now.filter(|now| now.every != Every::Never) {
        Some(now) => w
            .going_to
            .replace("{address}", &now.address)
            .replace("{every}", &show::inside(every(now.every, w)))
            .replace("{day}", &show::moment(now.set_at)),
        None => w.going_nowhere.to_owned(),
    }
}

/// `POST /digest`.
pub(crate) async fn subscribe(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Body(typed): Body<Typed>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let c = crate::face::words::words(language);
    let mut reader = Reader::new(&typed, c);
    let address = reader.required_name("address");
    if reader.fine() && address.parse::<Address>().is_err() {
        reader.problem("address", w.bad_address);
    }
    let often = reader.code("every", Every::from_code).unwrap_or(Every::Never);
    let seen = seen(&typed);
    if !reader.fine() {
        let now = app.store.digest_subscription(&visitor.actor.account_id).await?;
        let goes = goes(now.as_ref(), w);
        let form =
            Form { fields: reader.mark(fields(None, w)), goes, version: seen, refused: true, changed: false };
        return render(&app, &caller, &visitor, form).await;
    }
    let account = &visitor.actor.account_id;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let set = change.subscribe_digest(&address, often, language, seen).await;
    match set {
        Ok(()) => {
            let detail = Some(format!("{address}, {}", every(often, words::words(Language::Vietnamese))));
            let entry = Entry {
                unit_id: visitor.actor.unit_id.clone(),
                act: "account.digest-set",
                subject: "account",
                subject_id: account.clone(),
                detail,
            };
            change.commit(entry).await?;
            go("/digest?done=saved#by-mail")
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let now = app.store.digest_subscription(account).await?;
            reader.beside(&fields(now.as_ref(), w), |what| w.changed.replace("{what}", what));
            let version = now.as_ref().map_or(0, |one| one.version);
            let goes = goes(now.as_ref(), w);
            let fields = reader.mark(fields(None, w));
            let form = Form { fields, goes, version, refused: false, changed: true };
            render(&app, &caller, &visitor, form).await
        }
        Err(other) => Err(other.into()),
    }
}
