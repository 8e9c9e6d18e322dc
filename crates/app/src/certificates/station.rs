//! `/decisions/{id}/certificates`: who comes forward, what was printed, and the form that prepares a batch.

use super::filling::{Shared, by_id, designs, proposed_design, state};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered};
use askama::Template;
use axum::extract::{Path, State};
use std::collections::BTreeMap;
use thidua_domain::access::Act;
use thidua_domain::decisions::Kind;
use thidua_store::certificates::{BatchState, Certified};
use thidua_store::decisions::Decision;
use thidua_store::honours::{Honour, Standing};

/// A line of the list.
struct Row {
    id: String,
    place: String,
    name: String,
    note: String,
    award: String,
    code: String,
    book: String,
    state: String,
    class: &'static str,
    address: String,
    open: bool,
}

struct BatchRow {
    address: String,
    when: String,
    count: usize,
    design: String,
    state: &'static str,
    open: bool,
    note: String,
}

#[derive(Template)]
#[template(path = "certificates/station.html")]
struct StationPage {
    f: Frame,
    w: &'static Words,
    id: String,
    number: String,
    title: String,
    rows: Vec<Row>,
    form: FormView,
    problems: Vec<String>,
    batches: Vec<BatchRow>,
    downloads: Vec<Download>,
}

/// The certificates of a decision with the honours they are of, in the order of the ceremony.
pub(super) struct List {
    pub(super) decision: Decision,
    pub(super) certified: Vec<Certified>,
    pub(super) honours: BTreeMap<String, Honour>,
}

impl List {
    /// Those that may be printed: valid, and not at the printer.
    pub(super) fn open(&self) -> impl Iterator<Item = (&Certified, &Honour)> {
        self.certified
            .iter()
            .filter_map(|one| Some((one, self.honours.get(&one.honour_id)?)))
            .filter(|(one, honour)| honour.standing == Standing::Valid && one.waits_in.is_none())
    }

    /// Of these, those that were never printed.
    pub(super) fn unprinted(&self) -> impl Iterator<Item = (&Certified, &Honour)> {
        self.open().filter(|(one, _)| one.printed == 0)
    }
}

/// The list of a decision that was issued, for whoever prepares decisions there.
pub(super) async fn list(app: &App, visitor: &Visitor, id: &str) -> Result<List, Refusal> {
    let decision = app.store.decision(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, Act::PrepareDecision, &decision.unit_id).await?;
    if decision.kind != Kind::Award || decision.state.is_drawn_up() {
        return Err(Refusal::Invalid(thidua_domain::basics::Says::new(
            words(thidua_domain::basics::Language::Vietnamese).not_issued,
            words(thidua_domain::basics::Language::English).not_issued,
        )));
    }
    let certified = app.store.certificates_of(id).await?;
    let honours = by_id(app.store.honours_of_decision(id).await?);
    Ok(List { decision, certified, honours })
}

/// `GET /decisions/{id}/certificates`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let list = list(&app, &visitor, &id).await?;
    render(&app, &caller, &list, None, Vec::new()).await
}

/// The fields of the form that prepares a batch.
pub(super) async fn fields(app: &App, list: &List, w: &'static Words) -> Result<Vec<Field>, Refusal> {
    let unit = app.store.unit(&list.decision.unit_id).await?.ok_or(Refusal::NotFound)?;
    let mut awards: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for (_, honour) in list.unprinted() {
        awards.entry(&honour.award).or_insert((&honour.award_name, 0)).1 += 1;
    }
    let all: usize = awards.values().map(|(_, count)| count).sum();
    let mut which = vec![("unprinted".to_owned(), w.which_unprinted.replace("{n}", &all.to_string()))];
    if awards.len() > 1 {
        for (code, (name, count)) in &awards {
            let says = w.which_award.replace("{award}", name).replace("{n}", &count.to_string());
            which.push((format!("award-{code}"), says));
        }
    }
    which.push(("ticked".to_owned(), w.which_ticked.to_owned()));
    let first = if all == 0 { "ticked" } else { "unprinted" };
    let design = list.certified.first().and_then(|one| list.honours.get(&one.honour_id));
    let design = design.map_or("giay-khen-a4", |honour| proposed_design(&honour.award));
    let mut onto = vec![("plain".to_owned(), w.onto_plain.to_owned())];
    for printer in app.store.printers(&unit.id).await? {
        let says = w.onto_blank.replace("{name}", &printer.name);
        let design = thidua_paper::certificate::Design::shipped(&printer.design).map(|one| one.name);
        onto.push((printer.id, format!("{says} ({})", design.unwrap_or_default())));
    }
    let shared = Shared::proposed(&unit, &list.decision);
    Ok(vec![
        Field::new("which", w.which, Input::List(which), first),
        Field::new("design", w.design, Input::List(designs()), design),
        Field::new("onto", w.onto, Input::List(onto), "plain"),
        Field::new("issuer", w.issuer, Input::Line, shared.issuer),
        Field::new("place", w.place, Input::Line, shared.place),
        Field::new("reason", w.reason, Input::Line, "").hint(w.reason_hint),
    ])
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    list: &List,
    marked: Option<FormView>,
    problems: Vec<String>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let came =
        if problems.is_empty() { marked.as_ref().map_or(Came::Fresh, |form| form.came) } else { Came::Refused };
    let form = match marked {
        Some(form) => form,
        None => {
            let address = format!("/decisions/{}/certificates", list.decision.id);
            FormView::new(address, list.decision.version, fields(app, list, w).await?, w.print)
        }
    };
    let row = |(at, one): (usize, &Certified)| {
        let honour = list.honours.get(&one.honour_id)?;
        let whom = &honour.whom;
        let note = [whom.post.as_deref().unwrap_or_default(), &whom.of_unit];
        let revoked = honour.standing == Standing::Revoked;
        Some(Row {
            id: honour.id.clone(),
            place: (at + 1).to_string(),
            name: whom.name.clone(),
            note: note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            award: honour.award_name.clone(),
            code: one.code.clone().unwrap_or_default(),
            book: one.book.map(|book| book.to_string()).unwrap_or_default(),
            state: state(one, honour, language),
            class: match (revoked, one.printed) {
                (true, _) => "missed",
                (false, 0) => "at-risk",
                (false, _) => "met",
            },
            address: format!("/honours/{}", honour.id),
            open: !revoked && one.waits_in.is_none(),
        })
    };
    let mut batches = Vec::new();
    for one in app.store.batches_of(&list.decision.id).await? {
        let prints = app.store.prints_of(&one.id).await?;
        let open = one.state == BatchState::Open;
        let spoiled = (one.spoiled > 0).then(|| w.sheets_spoiled.replace("{n}", &one.spoiled.to_string()));
        let again = one.reason.as_ref().map(|reason| w.again.replace("{reason}", reason));
        let note = [Some(one.account_name.clone()), spoiled, again];
        batches.push(BatchRow {
            address: format!("/certificate-batches/{}", one.id),
            when: shown::moment(one.written_at),
            count: prints.len(),
            design: thidua_paper::certificate::Design::shipped(&one.design).map(|one| one.name).unwrap_or_default(),
            state: if open { w.batch_open } else { w.batch_settled },
            open,
            note: note.into_iter().flatten().collect::<Vec<_>>().join("; "),
        });
    }
    let template = StationPage {
        f: frame(caller, Tab::Decisions),
        w,
        id: list.decision.id.clone(),
        number: list.decision.number.clone().unwrap_or_default(),
        title: list.decision.title.clone(),
        rows: list.certified.iter().enumerate().filter_map(row).collect(),
        form,
        problems,
        batches,
        downloads: downloads(&format!("/decisions/{}", list.decision.id), super::listing::FORMS, language),
    };
    answered(page(&template), came)
}
