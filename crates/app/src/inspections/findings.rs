//! What was found wanting: written by the team, explained and mended by the unit, settled, made a task or a problem.

use super::door::invalid;
use super::labels;
use super::visit::{Asked, Here, Which, here, render};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::{Came, FormView, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::inspections::checklist::Item;
use thidua_domain::inspections::findings::{Refused, Severity, Side, State as Step, may_explain};
use thidua_store::StoreError;
use thidua_store::inspections::{Finding, Visit};

/// The word of the choice that explains and changes no state.
const EXPLAIN: &str = "explain";

fn fields(it: Option<&Finding>, w: &'static Words) -> Vec<Field> {
    let text = |of: fn(&Finding) -> String| it.map(of).unwrap_or_default();
    let items: Vec<(&'static str, &'static str)> = [("", w.item_none)]
        .into_iter()
        .chain(Item::ALL.iter().map(|item| (item.code(), labels::item(*item, w))))
        .collect();
    let severities = Severity::ALL.iter().map(|one| (one.code(), labels::severity(*one, w))).collect();
    let item = it.and_then(|it| it.item).map(|item| item.code().to_owned()).unwrap_or_default();
    let severity = it.map_or(Severity::Mend, |it| it.severity).code();
    let until = it.and_then(|it| it.mend_until).map(short).unwrap_or_default();
    let fields = vec![
        Field::new("what", w.what, Input::Text, text(|it| it.what.clone())),
        Field::new("basis", w.basis, Input::Line, text(|it| it.basis.clone())).hint(w.basis_hint),
        Field::new("item", w.item, Input::Choice(items), item),
        Field::new("severity", w.severity, Input::Choice(severities), severity),
        Field::new("demand", w.demand, Input::Text, text(|it| it.demand.clone())),
        Field::new("until", w.mend_until, Input::Day, until),
    ];
    placed(fields, "finding")
}

/// The form of a new finding, or of the one that is changed.
pub(super) fn form(here: &Here, it: Option<&Finding>, w: &'static Words) -> FormView {
    let version = it.map_or(0, |it| it.version);
    let form = FormView::new(format!("{}/findings", here.address()), version, fields(it, w), w.finding_send);
    match it {
        Some(it) => form.correcting(it.id.clone()),
        None => form,
    }
}

/// What this person can do with a finding: code, label.
pub(super) fn offered(here: &Here, it: &Finding, w: &'static Words) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    if !here.door.it.state.is_followed() || !it.state.is_open() {
        return found;
    }
    if here.own {
        found.push((EXPLAIN, w.explain));
        found.extend(it.state.next(Side::Unit).iter().map(|to| (to.code(), w.mend)));
    }
    if here.door.inspects {
        found.extend(it.state.next(Side::Team).iter().map(|to| {
            let label = match to {
                Step::Settled => w.settle,
                Step::Open => w.return_it,
                Step::Withdrawn => w.take_back,
                Step::Mended => w.mend,
            };
            (to.code(), label)
        }));
    }
    found
}

/// The form with which a finding is answered; none where there is nothing to do.
pub(super) fn step_form(here: &Here, it: &Finding, w: &'static Words) -> Option<FormView> {
    let offered = offered(here, it, w);
    let first = offered.first()?.0;
    let fields = vec![
        Field::new("to", w.do_what, Input::Choice(offered), first),
        Field::new("words", w.words_field, Input::Text, ""),
    ];
    let address = format!("/inspections/{}/findings/{}", here.door.it.id, it.id);
    Some(FormView::new(address, it.version, placed(fields, "step"), w.send))
}

/// `POST /inspections/{id}/visits/{visit}/findings`: a new one, or one that is changed.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let before = here(&app, &visitor, &id, &subject).await?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let corrects = sent.corrects();
    let known = match &corrects {
        Some(id) => {
            Some(before.door.findings_at(&before.visit).find(|one| one.id == *id).ok_or(Refusal::NotFound)?)
        }
        None => None,
    };
    if !before.door.inspects {
        return Err(Refusal::NotAllowed);
    }
    let open = match known {
        Some(known) => known.state.is_open() && before.door.it.state.is_followed(),
        None => before.visit.is_made() && before.door.it.state.takes_visits(),
    };
    if !open {
        return Err(invalid(|w| w.no_arrow));
    }
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let severity = reader.code("severity", Severity::from_code).unwrap_or(Severity::Mend);
    let until = reader.day("until");
    if severity != Severity::Reminder && until.is_none() {
        reader.problem("until", w.until_needed);
    }
    if until.is_some() && until != known.and_then(|known| known.mend_until) {
        reader.ask_passed("until", until, before.door.today);
    }
    let typed = (reader.required("what"), reader.required("basis"), reader.required("demand"));
    let item = reader.code("item", Item::from_code);
    let asked = Asked { edit: corrects.clone().unwrap_or_default(), ..Asked::default() };
    if !reader.fine() {
        let form = form(&before, known, w).back(reader, Came::Refused);
        return render(&app, &caller, &before, &asked, Some(Which::Finding(form))).await;
    }
    let (what, basis, demand) = typed;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let new = || Finding {
        id: change.new_id(),
        inspection_id: id.clone(),
        visit_id: before.visit.id.clone(),
        subject_id: before.visit.subject_id.clone(),
        subject_name: before.visit.name.clone(),
        number: 0,
        item: None,
        severity,
        what: String::new(),
        basis: String::new(),
        demand: String::new(),
        mend_until: None,
        state: Step::Open,
        explained: None,
        explained_by: None,
        explained_at: None,
        mended: None,
        mended_on: None,
        settled: None,
        task_id: None,
        problem_id: None,
        version: 0,
        account_name: String::new(),
        written_at: chrono::NaiveDateTime::default(),
    };
    let version = if known.is_some() { sent.seen() } else { 0 };
    let base = known.cloned().unwrap_or_else(new);
    let written = Finding { item, severity, what, basis, demand, mend_until: until, version, ..base };
    match change.write_finding(&written).await {
        Ok(()) => {
            let detail = format!("{}: {}", before.visit.name, written.what);
            change.commit(before.door.entry("inspection.found", detail)).await?;
            go(format!("{}?done=saved#finding-{}", before.address(), written.id))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = here(&app, &visitor, &id, &subject).await?;
            let known = newest.door.findings_at(&newest.visit).find(|one| Some(&one.id) == corrects.as_ref());
            beside(&mut reader, &fields(known, w), o);
            let form = form(&newest, known, w).back(reader, Came::Changed);
            render(&app, &caller, &newest, &asked, Some(Which::Finding(form))).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The visit of a finding, for somebody who may see it.
pub(super) async fn of_finding(
    app: &App,
    visitor: &Visitor,
    id: &str,
    finding: &str,
) -> Result<(Here, Finding), Refusal> {
    let it = app.store.finding(finding).await?.filter(|it| it.inspection_id == id).ok_or(Refusal::NotFound)?;
    let here = here(app, visitor, id, &it.subject_id).await?;
    // what the door does not let through is not there
    let it = here.door.findings.iter().find(|one| one.id == it.id).cloned().ok_or(Refusal::NotFound)?;
    Ok((here, it))
}

fn late(here: &Here, w: &'static Words) -> Option<String> {
    let until = here.visit.explain_until;
    (!may_explain(until, here.door.today))
        .then(|| w.explain_late.replace("{day}", &show::day(until)).replace("{who}", &here.door.lead()))
}

/// `POST /inspections/{id}/findings/{finding}`: explained or mended by the unit, settled, sent back or taken back by the
/// team.
pub(crate) async fn step(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, finding)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let (here, before) = of_finding(&app, &visitor, &id, &finding).await?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let to = reader.text("to").unwrap_or_default();
    let said = reader.text("words");
    if !offered(&here, &before, w).iter().any(|(code, _)| *code == to) {
        return Err(if here.own || here.door.inspects { invalid(|w| w.no_arrow) } else { Refusal::NotAllowed });
    }
    let author = visitor.author((app.clock)());
    let mut after = Finding { version: sent.seen(), ..before.clone() };
    if to == EXPLAIN {
        if let Some(says) = late(&here, w) {
            reader.problem("words", says);
        } else if said.is_none() {
            reader.problem("words", w.needs_words);
        }
        after.explained = said.clone();
        (after.explained_by, after.explained_at) = (Some(author.name.clone()), Some(author.at));
    } else if let Some(to) = Step::from_code(&to) {
        let task_open = match &before.task_id {
            Some(task) => app.store.task(task).await?.is_some_and(|task| !task.state.is_final()),
            None => false,
        };
        let side = if here.own && before.state.next(Side::Unit).contains(&to) { Side::Unit } else { Side::Team };
        match before.state.step(to, side, said.as_deref(), task_open) {
            Ok(to) => after.state = to,
            Err(Refused::NeedsWords) => reader.problem("words", w.needs_words),
            Err(Refused::TaskOpen) => reader.problem("words", w.task_open),
            Err(Refused::NoArrow) => return Err(invalid(|w| w.no_arrow)),
        }
        match side {
            Side::Unit => (after.mended, after.mended_on) = (said.clone(), Some(here.door.today)),
            Side::Team => after.settled = said.clone(),
        }
    }
    let asked = Asked { finding: finding.clone(), ..Asked::default() };
    if !reader.fine() {
        let form = step_form(&here, &before, w).map(|form| form.back(reader, Came::Refused));
        return render(&app, &caller, &here, &asked, form.map(Which::Step)).await;
    }
    let change = app.store.change(author).await?;
    match change.write_finding(&after).await {
        Ok(()) => {
            let what = said.unwrap_or_default();
            let act = match after.state {
                _ if to == EXPLAIN => "inspection.explained",
                Step::Mended => "inspection.mended",
                Step::Settled => "inspection.settled",
                Step::Open => "inspection.returned",
                Step::Withdrawn => "inspection.taken-back",
            };
            change.commit(here.door.entry(act, format!("{}: {what}", before.what))).await?;
            go(format!("{}?done=saved#finding-{finding}", here.address()))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let (newest, it) = of_finding(&app, &visitor, &id, &finding).await?;
            match step_form(&newest, &it, w) {
                Some(form) => {
                    let form = form.back(reader, Came::Changed);
                    render(&app, &caller, &newest, &asked, Some(Which::Step(form))).await
                }
                None => Err(Refusal::ChangedMeanwhile),
            }
        }
        Err(other) => Err(other.into()),
    }
}

/// The form of the unit's general explanation, while it may be sent.
pub(super) fn explaining(here: &Here, w: &'static Words) -> Option<FormView> {
    let open = here.own && here.visit.is_made() && here.door.it.state.is_followed();
    if !open || late(here, w).is_some() {
        return None;
    }
    let said = here.visit.explanation.clone().unwrap_or_default();
    let fields = vec![Field::new("explanation", w.explanation, Input::Text, said)];
    let address = format!("{}/explanation", here.address());
    Some(FormView::new(address, here.visit.version, placed(fields, "explain"), w.explanation_send))
}

/// `POST /inspections/{id}/visits/{visit}/explanation`.
pub(crate) async fn explain(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let before = here(&app, &visitor, &id, &subject).await?;
    if !before.own {
        return Err(Refusal::NotAllowed);
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    if !before.visit.is_made() || !before.door.it.state.is_followed() {
        return Err(invalid(|w| w.no_arrow));
    }
    let asked = Asked::default();
    if let Some(says) = late(&before, w) {
        return render(&app, &caller, &before, &asked, Some(Which::Refused(says))).await;
    }
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let explanation = reader.required("explanation");
    if !reader.fine() {
        let form = explaining(&before, w).map(|form| form.back(reader, Came::Refused));
        return render(&app, &caller, &before, &asked, form.map(Which::Explanation)).await;
    }
    let author = visitor.author((app.clock)());
    let visit = Visit {
        explanation: Some(explanation.clone()),
        explained_by: Some(author.name.clone()),
        explained_at: Some(author.at),
        version: sent.seen(),
        ..before.visit.clone()
    };
    let change = app.store.change(author).await?;
    match change.write_visit(&visit).await {
        Ok(()) => {
            let detail = format!("{}: {explanation}", before.visit.name);
            change.commit(before.door.entry("inspection.explained", detail)).await?;
            go(format!("{}?done=saved#explanation", before.address()))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = here(&app, &visitor, &id, &subject).await?;
            let form = explaining(&newest, w).map(|form| form.back(reader, Came::Changed));
            render(&app, &caller, &newest, &asked, form.map(Which::Explanation)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The name of a finding in the log.
pub(super) fn named(it: &Finding) -> String {
    let w = words(Language::Vietnamese);
    format!("{}, {} {}", it.what, show::inside(w.mend_until), show::day(it.mend_until))
}
