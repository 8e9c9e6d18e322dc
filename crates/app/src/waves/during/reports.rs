//! What the units below report of a wave: who has, who has not, who was late; a unit writes its own.

use super::noted;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside, people};
use crate::office::receiving::receive;
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::movements::State as MovementState;
use thidua_domain::units::Unit;
use thidua_domain::wave_results::{Arrival, arrival};
use thidua_store::StoreError;
use thidua_store::wave_reports::WaveReport;
use thidua_store::waves::LedWave;

/// Which unit writes.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    unit: String,
}

/// The reports of a wave as somebody may see them.
pub(super) struct Board {
    pub(super) led: LedWave,
    /// Whether the whole board is theirs to see.
    whole: bool,
    /// The units that are waited for, each with its report.
    pub(super) lines: Vec<(Unit, Option<WaveReport>)>,
    /// The units for which this person writes.
    writes: Vec<Unit>,
    /// What the wave asks for: each target with its value.
    aims: Vec<String>,
    today: NaiveDate,
    /// The authority's, in whose working days lateness is counted.
    calendar: WorkCalendar,
}

impl Board {
    pub(super) fn arrival(&self, report: Option<&WaveReport>) -> Arrival {
        arrival(report.map(|one| one.sent_on), self.led.wave.last_summary_day(), self.today, &self.calendar)
    }

    /// How many reported in time, late, not yet.
    pub(super) fn counts(&self) -> (usize, usize, usize) {
        let of = |wanted: fn(Arrival) -> bool| {
            self.lines.iter().filter(|(_, report)| wanted(self.arrival(report.as_ref()))).count()
        };
        let in_time = of(|one| one == Arrival::InTime);
        let late = of(|one| matches!(one, Arrival::Late(_)));
        (in_time, late, self.lines.len() - in_time - late)
    }
}

/// The board of a wave whose authority is known to be open to whoever asks.
pub(super) async fn board_of(app: &App, led: LedWave) -> Result<Board, Refusal> {
    let today = reach::today(app);
    let day = led.wave.to.map_or(today, |to| to.min(today));
    let mut reports = app.store.wave_reports(&led.id).await?;
    let mut lines = Vec::new();
    for unit in reach::below(app, &led.unit_id, day).await? {
        let at = reports.iter().position(|one| one.unit_id == unit.id);
        lines.push((unit, at.map(|at| reports.remove(at))));
    }
    // who reported and has moved since stays on the board
    let gone: Vec<String> = reports.iter().map(|one| one.unit_id.clone()).collect();
    for unit in app.store.units_of(&gone).await? {
        let at = reports.iter().position(|one| one.unit_id == unit.id);
        lines.push((unit, at.map(|at| reports.remove(at))));
    }
    let calendar = crate::calendar::of_unit(app, &led.unit_id).await?;
    Ok(Board { led, whole: true, lines, writes: Vec::new(), aims: Vec::new(), today, calendar })
}

async fn board(app: &App, visitor: &Visitor, id: &str, language: Language) -> Result<Board, Refusal> {
    let led = app.store.wave(id).await?.ok_or(Refusal::NotFound)?;
    let whole = app.may(visitor, Act::Look, &led.unit_id).await?;
    let mut board = board_of(app, led).await?;
    let office = visitor.actor.may_in(Act::ManageWaves, &board.led.unit_id);
    let lines = board.lines.iter().map(|(unit, _)| unit);
    board.writes =
        lines.filter(|unit| office || visitor.actor.may_in(Act::ReportFigure, &unit.id)).cloned().collect();
    board.whole = whole;
    if !whole && (board.writes.is_empty() || board.led.withdrawn.is_some()) {
        return Err(Refusal::NotFound);
    }
    let targets = super::rows(app, &board.led, language).await?;
    board.aims = targets.iter().map(|one| aim(&one.name, &one.planned, &one.unit)).collect();
    Ok(board)
}

/// `Tỷ lệ hồ sơ giải quyết đúng hạn: từ 99 % trở lên`; the figures stay with the authority.
fn aim(name: &str, planned: &str, unit: &str) -> String {
    let asked = format!("{planned} {unit}");
    if asked.trim().is_empty() { name.to_owned() } else { format!("{name}: {}", asked.trim()) }
}

struct Row {
    unit_id: String,
    unit: String,
    class: &'static str,
    arrival: String,
    sent: String,
    people: String,
    text: String,
    commended: String,
    written: String,
    may_write: bool,
}

#[derive(Template)]
#[template(path = "waves/during/reports.html")]
struct ReportsPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    whole: bool,
    name: String,
    goal: String,
    aims: Vec<String>,
    days: String,
    deadline: String,
    in_time: usize,
    late: usize,
    missing: usize,
    all: usize,
    message: String,
    rows: Vec<Row>,
    form: Option<FormView>,
    form_unit: String,
}

/// The class and the words of an arrival.
fn says(arrival: Arrival, w: &'static Words) -> (&'static str, String) {
    let days = |says: &str, days: i64| says.replace("{n}", &days.to_string());
    match arrival {
        Arrival::InTime => ("met", w.in_time.to_owned()),
        Arrival::Late(0) => ("at-risk", w.sent_late_rest.to_owned()),
        Arrival::Late(n) => ("at-risk", days(w.sent_late, n)),
        Arrival::Awaited => ("not-begun", w.awaited.to_owned()),
        Arrival::Overdue(0) => ("missed", w.overdue_rest.to_owned()),
        Arrival::Overdue(n) => ("missed", days(w.overdue, n)),
    }
}

fn fields(of: Option<&WaveReport>, w: &'static Words) -> Vec<Field> {
    let number = of.and_then(|of| of.people).map(|number| number.to_string()).unwrap_or_default();
    vec![
        Field::new("text", w.report_text, Input::Text, of.map_or("", |of| of.text.as_str())).hint(w.report_hint),
        Field::new("people", w.people, Input::Number, number).hint(w.people_hint),
        Field::new(
            "commended",
            w.commended,
            Input::Text,
            of.and_then(|of| of.commended.clone()).unwrap_or_default(),
        ),
    ]
}

fn form(board: &Board, unit: &Unit, of: Option<&WaveReport>, w: &'static Words) -> FormView {
    let button = if of.is_some() { w.correct } else { w.send };
    let address = format!("/waves/{}/reports?unit={}", board.led.id, unit.id);
    FormView::new(address, of.map_or(0, |of| of.version), fields(of, w), button)
}

/// The unit that writes: the one asked for, or the only one.
fn writing<'a>(board: &'a Board, asked: &str) -> Option<&'a Unit> {
    let only = if board.writes.len() == 1 { board.writes.first() } else { None };
    board.writes.iter().find(|unit| unit.id == asked).or(only.filter(|_| asked.is_empty()))
}

fn open(board: &Board) -> bool {
    board.led.withdrawn.is_none()
        && !matches!(board.led.movement_state, MovementState::Draft | MovementState::Closed)
        && board.led.wave.from.is_none_or(|from| from <= board.today)
}

/// `GET /waves/{id}/reports`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let board = board(&app, &visitor, &id, caller.preferences.language).await?;
    let w = words(caller.preferences.language);
    let unit = writing(&board, &asked.unit).filter(|_| open(&board));
    let form = unit.map(|unit| (form(&board, unit, report_of(&board, &unit.id), w), unit.name.clone()));
    render(&caller, &board, form)
}

fn report_of<'a>(board: &'a Board, unit: &str) -> Option<&'a WaveReport> {
    board.lines.iter().find(|(one, _)| one.id == unit).and_then(|(_, report)| report.as_ref())
}

fn render(caller: &Caller, board: &Board, form: Option<(FormView, String)>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(caller, Place::Movements);
    let f = if board.whole { f.in_movement(caller, &board.led.movement_id, Tab::Waves) } else { f };
    let seen = |unit: &Unit| board.whole || board.writes.iter().any(|one| one.id == unit.id);
    let rows: Vec<Row> = board
        .lines
        .iter()
        .filter(|(unit, _)| seen(unit))
        .map(|(unit, report)| {
            let (class, arrival) = says(board.arrival(report.as_ref()), w);
            let report = report.as_ref();
            Row {
                unit_id: unit.id.clone(),
                unit: unit.name.clone(),
                class,
                arrival,
                sent: shown::day(report.map(|one| one.sent_on)),
                people: report.and_then(|one| one.people).map(|people| people.to_string()).unwrap_or_default(),
                text: report.map(|one| one.text.clone()).unwrap_or_default(),
                commended: report.and_then(|one| one.commended.clone()).unwrap_or_default(),
                written: report
                    .map(|one| format!("{}, {}", one.account_name, shown::moment(one.written_at)))
                    .unwrap_or_default(),
                may_write: open(board) && board.writes.iter().any(|one| one.id == unit.id),
            }
        })
        .collect();
    let (in_time, late, missing) = board.counts();
    let wave_words = super::super::words::words(language);
    let deadline = super::super::label::deadline(&board.led.wave, wave_words);
    let names: Vec<&str> =
        board.lines.iter().filter(|(_, report)| report.is_none()).map(|(unit, _)| unit.name.as_str()).collect();
    let message = if names.is_empty() {
        String::new()
    } else {
        w.message
            .replace("{wave}", &board.led.wave.name)
            .replace("{deadline}", &deadline)
            .replace("{units}", &names.join("; "))
    };
    let came = form.as_ref().map_or(Came::Fresh, |(form, _)| form.came);
    let (form, form_unit) = form.map_or((None, String::new()), |(form, unit)| (Some(form), unit));
    let template = ReportsPage {
        o: office::words(language),
        id: board.led.id.clone(),
        whole: board.whole,
        name: board.led.wave.name.clone(),
        goal: board.led.wave.goal.clone().unwrap_or_default(),
        aims: board.aims.clone(),
        days: super::super::label::days(board.led.wave.from, board.led.wave.to, wave_words),
        deadline,
        in_time,
        late,
        missing,
        all: board.lines.len(),
        message,
        rows,
        form,
        form_unit,
        f,
        w,
    };
    answered(page(&template), came)
}

/// `POST /waves/{id}/reports?unit=…`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Answer {
    let found = board(&app, &visitor, &id, caller.preferences.language).await?;
    let unit = writing(&found, &asked.unit).ok_or(Refusal::NotAllowed)?.clone();
    if !open(&found) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let before = report_of(&found, &unit.id);
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut report = WaveReport {
        id: before.map(|one| one.id.clone()).unwrap_or_default(),
        wave_id: id.clone(),
        unit_id: unit.id.clone(),
        sent_on: found.today,
        text: reader.required("text"),
        people: people(&mut reader, "people", o),
        commended: reader.text("commended"),
        version: sent.seen(),
        account_name: String::new(),
        written_at: NaiveDateTime::MIN,
    };
    if !reader.fine() {
        let form = form(&found, &unit, before, w).back(reader, Came::Refused);
        return render(&caller, &found, Some((form, unit.name)));
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    if report.version == 0 {
        report.id = change.new_id();
    }
    match change.write_wave_report(&report).await {
        Ok(()) => {
            let mut entry = noted(&found.led, "wave.reported", Some(format!("{}: {}", unit.name, report.text)));
            entry.unit_id = Some(unit.id.clone());
            change.commit(entry).await?;
            go(format!("/waves/{id}/reports?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = board(&app, &visitor, &id, caller.preferences.language).await?;
            let stands = report_of(&newest, &unit.id);
            beside(&mut reader, &fields(stands, w), o);
            let form = form(&newest, &unit, stands, w).back(reader, Came::Changed);
            render(&caller, &newest, Some((form, unit.name)))
        }
        Err(other) => Err(other.into()),
    }
}
