//! `GET /digest`, `/digest.png`, `/digest.eml`.

use super::gather::{Item, Section, Sections, sections};
use super::standing::{Stand, stands};
use super::subscribing::{Form, form};
use super::words::{self, Words};
use super::{alarm, letter as mail, picture as poster};
use crate::App;
use crate::face::charts::StatusBar;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as say};
use crate::office::reach;
use crate::reports::sending::attachment;
use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use thidua_domain::basics::Language;
use thidua_domain::evaluation::Summary;
use thidua_store::digests::Attempt;

/// The digest of a reader.
pub(crate) struct Digest {
    pub(super) w: &'static Words,
    pub(super) who: String,
    pub(super) unit: String,
    pub(super) day: String,
    pub(super) moment: String,
    pub(super) counts: Vec<Count>,
    pub(super) bar: StatusBar,
    pub(super) sections: Vec<Section>,
    pub(super) illustrative: bool,
}

/// A number at the head.
pub(crate) struct Count {
    pub(crate) n: usize,
    pub(crate) label: &'static str,
    pub(crate) class: &'static str,
    pub(crate) section: &'static str,
}

/// The numbers of the sections.
pub(crate) fn counts(due: usize, sections: &Sections, stands: &[Stand], w: &'static Words) -> Vec<Count> {
    let worse: usize = stands
        .iter()
        .filter(|stand| stand.runs())
        .map(|stand| stand.moves().iter().filter(|one| !one.is_better()).count())
        .sum();
    let of =
        |n: usize, label, class, section| Count { n, label, class: if n > 0 { class } else { "met" }, section };
    vec![
        of(due, w.n_due, "needs-person", "due"),
        of(sections.red.items.len(), w.n_red, "missed", "red"),
        of(worse, w.n_worse, "at-risk", "moved"),
        of(sections.late.items.len(), w.n_late, "missed", "late"),
        of(sections.problems.items.len(), w.n_problems, "needs-person", "problems"),
    ]
}

/// Puts it together with the powers of the reader.
pub(super) async fn digest(app: &App, visitor: &Visitor, language: Language) -> Result<Digest, Refusal> {
    let w = words::words(language);
    let c = crate::face::words::words(language);
    let plans = app.store.plans(visitor.scope().as_deref()).await?;
    let stands = stands(app, &plans).await?;
    let above = crate::above::cards::of(app, visitor, language).await?;
    let sections = sections(app, visitor, &stands, language).await?;
    let due = crate::home::waiting::of(app, visitor, &stands, &plans, &above, language).await?;
    let due = apart(due, &sections);
    let counts = counts(due.len(), &sections, &stands, w);
    let judged = stands
        .iter()
        .filter(|stand| stand.runs())
        .flat_map(|stand| stand.now.rows.iter().filter_map(|row| row.judgement.as_ref()));
    let bar = StatusBar::of(&Summary::of(judged), c);
    let Sections { red, moved, late, problems, soon } = sections;
    let due = Section { code: "due", heading: w.due, empty: w.due_none, items: due };
    Ok(Digest {
        who: visitor.name.clone(),
        unit: visitor.unit_name.clone().unwrap_or_else(|| w.everything.to_owned()),
        day: say::day(Some(reach::today(app))),
        moment: say::moment((app.clock)()),
        counts,
        bar,
        sections: vec![due, red, moved, late, problems, soon],
        illustrative: above.illustrative() || stands.iter().any(|stand| stand.runs() && stand.illustrative),
        w,
    })
}

/// What waits, without what other sections say already.
pub(crate) fn apart(due: Vec<Item>, sections: &Sections) -> Vec<Item> {
    let others = [&sections.late, &sections.problems];
    let said =
        |item: &Item| others.iter().any(|section| section.items.iter().any(|one| one.address == item.address));
    due.into_iter().filter(|item| !said(item)).collect()
}

struct Tried {
    at: String,
    to: String,
    how: String,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "digest/page.html")]
struct DigestPage {
    f: Frame,
    w: &'static Words,
    d: Digest,
    text: String,
    form: Form,
    tried: Vec<Tried>,
}

/// `GET /digest`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let form = form(&app, &visitor, caller.preferences.language).await?;
    render(&app, &caller, &visitor, form).await
}

/// Attempts that are listed.
const TRIED: i64 = 8;

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, form: Form) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let d = digest(app, visitor, language).await?;
    let tried = app.store.digest_attempts(&visitor.actor.account_id, TRIED).await?;
    let (changed, refused) = (form.changed, form.refused);
    let template = DigestPage {
        f: Frame::new(caller, Place::Home).with_sample(d.illustrative),
        w,
        text: mail::text(&d, None),
        tried: tried.into_iter().map(|one| line(one, w)).collect(),
        form,
        d,
    };
    crate::face::frame::returned(&template, changed, refused)
}

fn line(one: Attempt, w: &'static Words) -> Tried {
    let how = one.problem.map_or_else(|| w.sent.to_owned(), |why| alarm::problem(why, w).to_owned());
    Tried {
        at: say::moment(one.at),
        to: one.address,
        how: one.said.map_or_else(|| how.clone(), |said| format!("{how}: {said}")),
        class: if one.problem.is_some() { "missed" } else { "met" },
    }
}

/// `GET /digest.png`.
pub(crate) async fn picture(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    app.drawings.take(&visitor.actor.account_id, (app.clock)())?;
    let d = digest(&app, &visitor, caller.preferences.language).await?;
    let png = poster::draw(&app, &d).await?;
    Ok(([(CONTENT_TYPE, "image/png"), (CACHE_CONTROL, "no-store")], png).into_response())
}

/// `GET /digest.eml`: a draft that a mail program opens, to be sent on by hand.
pub(crate) async fn letter(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    app.drawings.take(&visitor.actor.account_id, (app.clock)())?;
    let d = digest(&app, &visitor, caller.preferences.language).await?;
    let png = poster::draw(&app, &d).await?;
    let to = app.store.digest_subscription(&visitor.actor.account_id).await?.map(|one| one.address);
    let origin = app.settings.origin.as_ref().map(|origin| origin.whole().to_owned());
    let bytes = mail::draft(&d, to.as_deref(), origin.as_deref(), png, (app.clock)())?;
    attachment(bytes, "message/rfc822", "ban-tin-dieu-hanh.eml")
}
