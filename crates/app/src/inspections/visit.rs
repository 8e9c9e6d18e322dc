//! The visit to a unit or a block: the checklist with what the data say, verified values, findings, the unit's own words.

use super::answering;
use super::door::{Door, answers_for, door};
use super::findings as found;
use super::following::state_of;
use super::grounds::{Grounds, Proposed};
use super::labels;
use super::one::{FindingRow, finding_row};
use super::verifying;
use super::words::{Words, words};
use crate::App;
use crate::blocks;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::receive;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use serde::Deserialize;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::inspections::SubjectKind;
use thidua_domain::inspections::checklist::{Answer as Said, Item, SOURCE};
use thidua_store::StoreError;
use thidua_store::inspections::{Finding, ItemAnswer, Visit};

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// The item that is answered.
    #[serde(default)]
    pub(super) item: String,
    /// The target that is verified.
    #[serde(default)]
    pub(super) value: String,
    /// The finding that is changed.
    #[serde(default)]
    pub(super) edit: String,
    /// The finding that is answered.
    #[serde(default)]
    pub(super) finding: String,
}

/// A form that came back.
pub(super) enum Which {
    Visit(FormView),
    Item(FormView),
    Value(FormView),
    Finding(FormView),
    Step(FormView),
    Explanation(FormView),
    Refused(String),
}

/// One of the seven as it is shown.
struct ItemRow {
    code: &'static str,
    item: &'static str,
    grounds: Vec<(String, Option<String>)>,
    proposed_class: &'static str,
    proposed: &'static str,
    class: &'static str,
    answer: &'static str,
    how: String,
    remark: String,
    file: Option<(String, String)>,
}

/// A finding with everything that was said of it.
struct FindingView {
    row: FindingRow,
    basis: String,
    demand: String,
    explained: String,
    mended: String,
    settled: String,
    may_edit: bool,
    may_answer: bool,
    may_task: bool,
    may_problem: bool,
    task: String,
}

#[derive(Template)]
#[template(path = "inspections/visit.html")]
struct VisitPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    inspection: String,
    subject_id: String,
    name: String,
    whole: bool,
    made: bool,
    visited_on: String,
    says: String,
    left_out: String,
    present: String,
    minutes: String,
    members: Vec<String>,
    refused: String,
    lead: String,
    items: Vec<ItemRow>,
    takes: usize,
    item_name: String,
    item: Option<FormView>,
    may_answer: bool,
    is_unit: bool,
    values: Vec<verifying::ValueRow>,
    to_verify: Vec<(String, String)>,
    others: Vec<(String, String)>,
    value_name: String,
    value_says: String,
    value_address: Option<String>,
    value: Option<FormView>,
    findings: Vec<FindingView>,
    finding_name: String,
    finding: Option<FormView>,
    step_name: String,
    step: Option<FormView>,
    explanation: String,
    explanation_by: String,
    explain_until: String,
    explain: Option<FormView>,
    form: Option<FormView>,
}

/// What is loaded for a visit.
pub(super) struct Here {
    pub(super) door: Door,
    pub(super) visit: Visit,
    pub(super) answers: Vec<ItemAnswer>,
    /// Whether this person answers for the place.
    pub(super) own: bool,
    /// The members of a block: identifier, name.
    pub(super) members: Vec<(Option<String>, String)>,
}

/// Reads a visit for somebody who may see it.
pub(super) async fn here(app: &App, visitor: &Visitor, id: &str, subject: &str) -> Result<Here, Refusal> {
    let door = door(app, visitor, id).await?;
    let visit = door.visit(subject)?.clone();
    let mut members = Vec::new();
    if visit.kind == SubjectKind::Block
        && let Some(block) = app.store.block(&visit.subject_id).await?
    {
        let day = visit.visited_on.or(door.it.from).unwrap_or(door.today);
        for known in blocks::actions::known(app, vec![block], day).await? {
            members.extend(known.members.into_iter().map(|place| (place.unit_id, place.name)));
        }
    }
    Ok(Here {
        answers: app.store.inspection_answers(std::slice::from_ref(&visit.id)).await?,
        own: answers_for(app, visitor, &visit).await?,
        members,
        door,
        visit,
    })
}

impl Here {
    pub(super) fn address(&self) -> String {
        format!("/inspections/{}/visits/{}", self.door.it.id, self.visit.subject_id)
    }

    /// What the data propose for each of the seven.
    pub(super) async fn proposed(&self, app: &App, w: &'static Words) -> Result<Vec<Proposed>, Refusal> {
        let grounds = Grounds::of(app, &self.door.plan, &self.door.it.movement_id, self.door.today, w).await?;
        match self.visit.kind {
            SubjectKind::Unit => grounds.of_unit(&self.visit.subject_id).await,
            SubjectKind::Block => {
                let members: Vec<String> = self.members.iter().filter_map(|(id, _)| id.clone()).collect();
                grounds.of_block(&members).await
            }
        }
    }

    pub(super) fn answer(&self, item: Item) -> Option<&ItemAnswer> {
        self.answers.iter().find(|one| one.item == item)
    }
}

/// `GET /inspections/{id}/visits/{visit}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let here = here(&app, &visitor, &id, &subject).await?;
    render(&app, &caller, &here, &asked, None).await
}

fn fields(visit: &Visit, w: &'static Words) -> Vec<Field> {
    let day = |day: Option<chrono::NaiveDate>| day.map(short).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let fields = vec![
        Field::new("planned", w.planned, Input::Day, day(visit.planned_on)),
        Field::new("visited", w.visited_on, Input::Day, day(visit.visited_on)),
        Field::new("present", w.present, Input::Text, text(&visit.present)).hint(w.present_hint),
        Field::new("minutes", w.minutes, Input::Text, text(&visit.minutes)),
        Field::new("explain_until", w.explain_until, Input::Day, day(visit.explain_until))
            .hint(w.explain_until_hint),
        Field::new("left_out", w.left_out_field, Input::Line, text(&visit.left_out)).hint(w.left_out_hint),
    ];
    placed(fields, "visit")
}

/// The form of the visit itself.
fn visiting(here: &Here, w: &'static Words) -> FormView {
    FormView::new(here.address(), here.visit.version, fields(&here.visit, w), w.visit_save)
}

/// Whether something rests on a visit that was made: answers, findings, verified values.
async fn has_results(app: &App, here: &Here) -> Result<bool, Refusal> {
    let visit = &here.visit;
    let findings = app.store.findings_of(&visit.inspection_id).await?;
    let values = app.store.verified_in(&visit.inspection_id).await?;
    Ok(!here.answers.is_empty()
        || findings.iter().any(|one| one.visit_id == visit.id)
        || values.iter().any(|one| one.visit_id == visit.id))
}

/// `POST /inspections/{id}/visits/{visit}`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let before = here(&app, &visitor, &id, &subject).await?;
    before.door.require_inspects()?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut visit = Visit {
        planned_on: reader.day("planned"),
        visited_on: reader.day("visited"),
        present: reader.text("present"),
        minutes: reader.text("minutes"),
        explain_until: reader.day("explain_until"),
        left_out: reader.text("left_out"),
        ..before.visit.clone()
    };
    if visit.visited_on.is_some_and(|day| day > before.door.today) {
        reader.problem("visited", w.day_ahead);
    }
    if visit.visited_on.is_some() && visit.left_out.is_some() {
        reader.problem("left_out", w.either);
    }
    let taken_back = before.visit.is_made() && visit.visited_on.is_none();
    if taken_back && has_results(&app, &before).await? {
        reader.problem("visited", w.visit_has_results);
    }
    let asked = Asked::default();
    if !reader.fine() {
        let form = visiting(&before, w).back(reader, Came::Refused);
        return render(&app, &caller, &before, &asked, Some(Which::Visit(form))).await;
    }
    visit.version = sent.seen();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_visit(&visit).await {
        Ok(()) => {
            let day = shown::day(visit.visited_on);
            let detail = format!("{}: {day}{}", visit.name, visit.left_out.unwrap_or_default());
            change.commit(before.door.entry("inspection.visited", detail)).await?;
            go(format!("{}?done=saved", before.address()))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = here(&app, &visitor, &id, &subject).await?;
            beside(&mut reader, &fields(&newest.visit, w), o);
            let form = visiting(&newest, w).back(reader, Came::Changed);
            render(&app, &caller, &newest, &asked, Some(Which::Visit(form))).await
        }
        Err(other) => Err(other.into()),
    }
}

fn item_rows(here: &Here, proposed: &[Proposed], w: &'static Words) -> Vec<ItemRow> {
    let row = |one: &Proposed| {
        let given = here.answer(one.item);
        let (proposed_class, says) = labels::answer(one.answer, w);
        let (class, answer) = given.map_or(("not-begun", w.not_answered), |given| labels::answer(given.answer, w));
        let how = given.map(|given| {
            let stood = labels::answer(given.proposed, w).1;
            match given.proposed == given.answer {
                // neither the data nor the team have grounds: the remark says what is missing
                true if given.answer == Said::NoGrounds => String::new(),
                true => w.as_data.to_owned(),
                false => w.differs.replace("{what}", &shown::inside(stood)),
            }
        });
        ItemRow {
            code: one.item.code(),
            item: labels::item(one.item, w),
            grounds: one
                .grounds
                .iter()
                .map(|ground| (ground.says.clone(), ground.address.clone().filter(|_| here.door.whole)))
                .collect(),
            proposed_class,
            proposed: says,
            class,
            answer,
            how: how.unwrap_or_default(),
            remark: given.and_then(|given| given.remark.clone()).unwrap_or_default(),
            file: given.and_then(|given| given.file_digest.clone().zip(given.file_name.clone())),
        }
    };
    proposed.iter().map(row).collect()
}

async fn finding_view(app: &App, here: &Here, it: &Finding, language: Language) -> Result<FindingView, Refusal> {
    let w = words(language);
    let open = it.state.is_open() && here.door.it.state.is_followed();
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let task = match &it.task_id {
        Some(id) => app.store.task(id).await?.map(|task| state_of(&task, language)),
        None => None,
    };
    Ok(FindingView {
        row: finding_row(it, here.door.today, w),
        basis: it.basis.clone(),
        demand: it.demand.clone(),
        explained: said(&it.explained),
        mended: said(&it.mended),
        settled: said(&it.settled),
        may_edit: here.door.inspects && open,
        may_answer: open && !found::offered(here, it, w).is_empty(),
        may_task: here.door.gives && open && it.task_id.is_none(),
        may_problem: here.door.raises && open && it.problem_id.is_none(),
        task: task.unwrap_or_default(),
    })
}

pub(super) async fn render(app: &App, caller: &Caller, here: &Here, asked: &Asked, which: Option<Which>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let (door, visit) = (&here.door, &here.visit);
    let made = visit.is_made();
    let writes = door.inspects && door.it.state.takes_visits();
    // what was not visited yet is not shown to the unit; its own facts are
    let shown_to_all = door.whole || made;
    let proposed = if shown_to_all { here.proposed(app, w).await? } else { Vec::new() };
    let takes =
        proposed.iter().filter(|one| one.answer != Said::NoGrounds && here.answer(one.item).is_none()).count();
    let values = verifying::Values::of(app, here, w).await?;
    let mut form = writes.then(|| visiting(here, w));
    let mut item = if writes && made { answering::form(here, &proposed, &asked.item, w) } else { None };
    let mut value = if writes && made && item.is_none() { values.form(here, &asked.value, w) } else { None };
    let edited = door.findings_at(visit).find(|one| one.id == asked.edit);
    let mut finding = (writes && made || edited.is_some() && door.inspects && door.it.state.is_followed())
        .then(|| found::form(here, edited, w));
    let mut step =
        door.findings_at(visit).find(|one| one.id == asked.finding).and_then(|it| found::step_form(here, it, w));
    let mut explain = found::explaining(here, w);
    let (mut refused, mut came) = (String::new(), Came::Fresh);
    match which {
        Some(Which::Visit(back)) => (came, form) = (back.came, Some(back)),
        Some(Which::Item(back)) => (came, item, value) = (back.came, Some(back), None),
        Some(Which::Value(back)) => (came, value, item) = (back.came, Some(back), None),
        Some(Which::Finding(back)) => (came, finding) = (back.came, Some(back)),
        Some(Which::Step(back)) => (came, step) = (back.came, Some(back)),
        Some(Which::Explanation(back)) => (came, explain) = (back.came, Some(back)),
        Some(Which::Refused(says)) => (came, refused) = (Came::Refused, says),
        None => {}
    }
    let mut findings = Vec::new();
    for one in door.findings_at(visit) {
        findings.push(finding_view(app, here, one, language).await?);
    }
    let says = match (made, visit.planned_on) {
        (true, _) => String::new(),
        (false, _) if door.whole => w.not_yet.to_owned(),
        (false, Some(day)) => w.own_visit.replace("{day}", &shown::day(Some(day))),
        (false, None) => w.own_visit_open.to_owned(),
    };
    let by = match (&visit.explained_by, visit.explained_at) {
        (Some(by), Some(at)) => w.explanation_by.replace("{by}", by).replace("{at}", &shown::moment(at)),
        _ => String::new(),
    };
    let chosen = values.chosen(&asked.value);
    let template = VisitPage {
        o: office::words(language),
        id: door.it.id.clone(),
        inspection: door.it.name.clone(),
        subject_id: visit.subject_id.clone(),
        name: visit.name.clone(),
        whole: door.whole,
        made,
        visited_on: shown::day(visit.visited_on),
        says,
        left_out: visit.left_out.as_ref().map(|why| w.left_out.replace("{reason}", why)).unwrap_or_default(),
        present: if shown_to_all { visit.present.clone().unwrap_or_default() } else { String::new() },
        minutes: if shown_to_all { visit.minutes.clone().unwrap_or_default() } else { String::new() },
        members: here.members.iter().map(|(_, name)| name.clone()).collect(),
        refused,
        lead: w.checklist_lead.replace("{source}", SOURCE),
        items: item_rows(here, &proposed, w),
        takes: if writes && made { takes } else { 0 },
        item_name: Item::from_code(&asked.item).map(|item| labels::item(item, w).to_owned()).unwrap_or_default(),
        item,
        may_answer: writes && made,
        is_unit: visit.kind == SubjectKind::Unit,
        value_name: chosen.map(|target| target.name.clone()).unwrap_or_default(),
        value_says: chosen.map(|target| target.says(w)).unwrap_or_default(),
        value_address: chosen.and_then(|target| target.address.clone()).filter(|_| door.whole),
        values: values.rows(w),
        to_verify: if writes && made { values.to_verify() } else { Vec::new() },
        others: if writes && made { values.others() } else { Vec::new() },
        value,
        findings,
        finding_name: edited
            .map_or_else(|| w.finding_add.to_owned(), |one| w.finding_edit.replace("{n}", &one.number.to_string())),
        finding,
        step_name: door
            .findings_at(visit)
            .find(|one| one.id == asked.finding)
            .map(|one| format!("{}. {}", one.number, one.what))
            .unwrap_or_default(),
        step,
        explanation: visit.explanation.clone().unwrap_or_default(),
        explanation_by: by,
        explain_until: visit
            .explain_until
            .map(|day| w.explanation_until.replace("{day}", &shown::day(Some(day))))
            .unwrap_or_default(),
        explain,
        form,
        f: frame(caller, Tab::Inspections).with_sample(door.plan.illustrative),
        w,
    };
    answered(page(&template), came)
}
