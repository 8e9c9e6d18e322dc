//! Drawing up an inspection, and correcting what it says of itself.

use super::door::{Door, door};
use super::labels;
use super::one::{self, Which};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::receive;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::fold;
use thidua_domain::inspections::{Seat, State as Standing};
use thidua_domain::movements::State as MovementState;
use thidua_domain::periods::Period;
use thidua_store::StoreError;
use thidua_store::inspections::{Conclusion, Inspection, TeamMember};

/// The longest team.
const MOST_MEMBERS: usize = 40;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// The movement that is inspected.
    #[serde(default)]
    movement: String,
}

#[derive(Template)]
#[template(path = "inspections/new.html")]
struct NewPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    form: Option<FormView>,
}

/// The launched movements of the authorities for which this person draws up inspections: identifier, name.
async fn movements(app: &App, visitor: &Visitor) -> Result<Vec<(String, String)>, Refusal> {
    let units = visitor.actor.units(Act::PlanInspection);
    let plans = app.store.plans(units.as_deref()).await?;
    let launched = plans.into_iter().filter(|plan| {
        let state = plan.movement_state.as_deref().and_then(MovementState::from_code);
        plan.issued && !matches!(state, None | Some(MovementState::Draft))
    });
    Ok(launched
        .filter_map(|plan| {
            let name = [plan.number_symbol, plan.title].into_iter().flatten().collect::<Vec<_>>().join(" – ");
            Some((plan.movement_id?, name))
        })
        .collect())
}

/// The team as people type it: `Trưởng đoàn; Trần Văn Một; Phó Chủ tịch`.
fn team_text(team: &[TeamMember], w: &'static Words) -> String {
    let line = |one: &TeamMember| {
        let post = one.post.as_ref().map(|post| format!("; {post}")).unwrap_or_default();
        format!("{}; {}{post}", labels::seat(one.seat, w), one.name)
    };
    team.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads the team; the error is the first line that is not clear.
fn read_team(typed: &str, w: &'static Words) -> Result<Vec<TeamMember>, String> {
    let vietnamese = words(thidua_domain::basics::Language::Vietnamese);
    let mut team = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut parts = line.split(';').map(str::trim);
        let place = fold(parts.next().unwrap_or_default());
        let called =
            |seat: &Seat| fold(labels::seat(*seat, vietnamese)) == place || fold(labels::seat(*seat, w)) == place;
        let seat = Seat::ALL.iter().copied().find(called);
        let name = parts.next().filter(|name| !name.is_empty() && name.chars().count() <= 200);
        let post = parts.collect::<Vec<_>>().join("; ");
        match (seat, name) {
            (Some(seat), Some(name)) if team.len() < MOST_MEMBERS => {
                let post = (!post.trim().is_empty()).then(|| post.trim().to_owned());
                team.push(TeamMember { seat, name: name.to_owned(), post });
            }
            _ => return Err(w.team_unread.replace("{line}", line)),
        }
    }
    Ok(team)
}

fn fields(it: Option<&Inspection>, w: &'static Words, c: &'static crate::face::words::Words) -> Vec<Field> {
    let text = |of: fn(&Inspection) -> Option<String>| it.and_then(of).unwrap_or_default();
    let periods: Vec<(&'static str, &'static str)> = [("", w.no_period)]
        .into_iter()
        .chain(Period::ALL.map(|period| (period.code(), show::period(period, c))))
        .collect();
    let mut fields = vec![
        Field::new("name", w.name, Input::Line, text(|it| Some(it.name.clone()))).hint(w.name_hint),
        Field::new("purpose", w.purpose, Input::Text, text(|it| it.purpose.clone())),
        Field::new("number", w.number, Input::Line, text(|it| it.number_symbol.clone())).hint(w.number_hint),
        Field::new("dated", w.dated, Input::Day, text(|it| it.dated.map(short))),
        Field::new("from", w.from, Input::Day, text(|it| it.from.map(short))),
        Field::new("to", w.to, Input::Day, text(|it| it.to.map(short))),
    ];
    // the list rests on the period: once it is made, the period stays
    if it.is_none_or(|it| it.drawn_at.is_none()) {
        let period = text(|it| it.period.map(|period| period.code().to_owned()));
        fields.push(Field::new("period", w.period, Input::Choice(periods), period).hint(w.period_hint));
    }
    let team = it.map(|it| team_text(&it.team, w)).unwrap_or_default();
    fields.push(Field::new("team", w.team, Input::Text, team).hint(w.team_hint));
    fields
}

/// The form that corrects an inspection.
pub(super) fn correcting(door: &Door, w: &'static Words, c: &'static crate::face::words::Words) -> FormView {
    let fields = fields(Some(&door.it), w, c);
    FormView::new(format!("/inspections/{}", door.it.id), door.it.version, fields, w.save)
}

/// Reads the form into an inspection.
fn read(reader: &mut Reader<'_>, before: Inspection, w: &'static Words) -> Inspection {
    let (from, to) = (reader.day("from"), reader.day("to"));
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        reader.problem("to", w.days_order);
    }
    let typed = reader.text("team").unwrap_or_default();
    let team = read_team(&typed, w);
    if let Err(says) = &team {
        reader.problem("team", says.clone());
    }
    let period = reader.code("period", Period::from_code);
    Inspection {
        name: reader.required_name("name"),
        purpose: reader.text("purpose"),
        number_symbol: reader.name("number"),
        dated: reader.day("dated"),
        from,
        to,
        period: if before.drawn_at.is_some() { before.period } else { period },
        team: team.unwrap_or_default(),
        ..before
    }
}

fn empty(unit_id: String, movement_id: String) -> Inspection {
    Inspection {
        id: String::new(),
        unit_id,
        movement_id,
        name: String::new(),
        purpose: None,
        number_symbol: None,
        dated: None,
        from: None,
        to: None,
        period: None,
        state: Standing::Draft,
        seed: None,
        drawn_at: None,
        conclusion: Conclusion::default(),
        withdrawn: None,
        team: Vec::new(),
        version: 0,
        account_name: String::new(),
        written_at: chrono::NaiveDateTime::default(),
    }
}

fn new_form(
    movements: Vec<(String, String)>,
    chosen: &str,
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> Option<FormView> {
    let first = movements.first()?.0.clone();
    let chosen = if chosen.is_empty() { first } else { chosen.to_owned() };
    let movement = Field::new("movement", w.movement, Input::List(movements), chosen).hint(w.movement_hint);
    let mut all = vec![movement];
    all.extend(fields(None, w, c));
    Some(FormView::new("/inspections", 0, all, w.new))
}

/// `GET /inspections/new`.
pub(crate) async fn new(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let form = new_form(movements(&app, &visitor).await?, &asked.movement, w, c);
    page(&NewPage { f: frame(&caller, Tab::Inspections), w, o: office::words(language), form })
}

/// `POST /inspections`.
pub(crate) async fn add(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let (w, o, c) = (words(language), office::words(language), crate::face::words::words(language));
    let sent = receive(&app, request, o).await?;
    let offered = movements(&app, &visitor).await?;
    let mut reader = Reader::new(&sent.typed, c);
    let movement_id = reader.required("movement");
    if !movement_id.is_empty() && !offered.iter().any(|(id, _)| *id == movement_id) {
        return Err(Refusal::NotFound);
    }
    let mut it = read(&mut reader, empty(String::new(), movement_id.clone()), w);
    if !reader.fine() {
        let form = new_form(offered, &movement_id, w, c).map(|form| form.back(reader, Came::Refused));
        let came = form.as_ref().map_or(Came::Fresh, |form| form.came);
        return answered(page(&NewPage { f: frame(&caller, Tab::Inspections), w, o, form }), came);
    }
    let movement = app.store.movement(&movement_id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    it.unit_id = plan.unit_id;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    it.id = change.new_id();
    change.write_inspection(&it).await?;
    let entry = thidua_store::audit::Entry {
        unit_id: Some(it.unit_id.clone()),
        act: "inspection.added",
        subject: "inspection",
        subject_id: it.id.clone(),
        detail: Some(it.name.clone()),
    };
    change.commit(entry).await?;
    go(format!("/inspections/{}?done=saved", it.id))
}

/// `POST /inspections/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let before = door(&app, &visitor, &id).await?;
    before.require_plans()?;
    if before.it.state != Standing::Draft && before.it.state != Standing::Issued {
        return Err(super::door::invalid(|w| w.no_arrow));
    }
    let language = caller.preferences.language;
    let (w, o, c) = (words(language), office::words(language), crate::face::words::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, c);
    let mut it = read(&mut reader, before.it.clone(), w);
    if it.state == Standing::Issued {
        // what was issued keeps what it had to have
        if it.number_symbol.is_none() {
            reader.required("number");
        }
        if it.dated.is_none() {
            reader.required("dated");
        }
        if !it.team.iter().any(|one| one.seat == Seat::Lead) {
            reader.problem("team", w.no_lead);
        }
    }
    if !reader.fine() {
        let form = correcting(&before, w, c).back(reader, Came::Refused);
        return one::render(&app, &caller, before, Some(Which::Correct(form))).await;
    }
    it.version = sent.seen();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_inspection(&it).await {
        Ok(()) => {
            change.commit(before.entry("inspection.corrected", it.name.clone())).await?;
            go(format!("/inspections/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = door(&app, &visitor, &id).await?;
            beside(&mut reader, &fields(Some(&newest.it), w, c), o);
            let form = correcting(&newest, w, c).back(reader, Came::Changed);
            one::render(&app, &caller, newest, Some(Which::Correct(form))).await
        }
        Err(other) => Err(other.into()),
    }
}
