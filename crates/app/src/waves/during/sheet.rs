//! The summing-up sheet of a wave: assembled from what is known, edited in words, printed.

use super::super::actions::wave_for;
use super::super::label;
use super::matters::{self, MatterRow};
use super::rows::{TargetRow, rows};
use super::words::{Words, words};
use super::{noted, reports};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use crate::reports::letterhead;
use crate::reports::sending::{Paper, render as print};
use crate::tasks::labels::{Now, standing_of};
use askama::Template;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::movements::State as MovementState;
use thidua_domain::movements::programmes::{Tally, tally};
use thidua_paper::forms::DocumentReference;
use thidua_paper::forms::wave_summary::{WaveSummary, WaveTargetRow, document};
use thidua_store::StoreError;
use thidua_store::plans::Plan;
use thidua_store::wave_reports::WaveSheet;
use thidua_store::waves::LedWave;

/// Everything a sheet is made of.
struct Gathered {
    led: LedWave,
    plan: Plan,
    targets: Vec<TargetRow>,
    tasks: Tally,
    matters: Vec<MatterRow>,
    /// As it was saved, or as it is proposed while version is zero.
    sheet: WaveSheet,
    illustrative: bool,
}

fn tasks_say(tasks: Tally, w: &'static Words) -> String {
    if tasks.tasks == 0 {
        return w.no_tasks.to_owned();
    }
    w.tasks_say
        .replace("{n}", &tasks.tasks.to_string())
        .replace("{done}", &tasks.done.to_string())
        .replace("{late}", &tasks.late.to_string())
}

/// What the words of a sheet begin with: counted from targets and reports, and what the units said of commendation.
async fn proposed(
    app: &App,
    led: &LedWave,
    targets: &[TargetRow],
    language: Language,
) -> Result<WaveSheet, Refusal> {
    let w = words(language);
    let board = reports::board_of(app, led.clone()).await?;
    let (in_time, late, _) = board.counts();
    let all = board.lines.len();
    let sent: Vec<_> = board.lines.iter().filter_map(|(unit, report)| Some((unit, report.as_ref()?))).collect();
    let people: i64 = sent.iter().filter_map(|(_, report)| report.people).fold(0, i64::saturating_add);
    let count = |of: fn(&&TargetRow) -> bool| targets.iter().filter(of).count().to_string();
    let results = (!targets.is_empty()).then(|| {
        w.targets_say
            .replace("{n}", &targets.len().to_string())
            .replace("{reached}", &count(|row| row.reached))
            .replace("{silent}", &count(|row| row.silent))
    });
    let participation = (all > 0).then(|| {
        w.took_part
            .replace("{n}", &sent.len().to_string())
            .replace("{all}", &all.to_string())
            .replace("{in_time}", &in_time.to_string())
            .replace("{late}", &late.to_string())
            .replace("{people}", &people.to_string())
    });
    let named = |(unit, report): &(&thidua_domain::units::Unit, &thidua_store::wave_reports::WaveReport)| {
        report.commended.as_ref().map(|commended| format!("{}: {commended}", unit.name))
    };
    let mut commended: Vec<String> = led.summing_up.commended.iter().cloned().collect();
    commended.extend(crate::recognitions::commended(app, &led.id, language).await?);
    commended.extend(sent.iter().filter_map(named));
    Ok(WaveSheet {
        organisation: None,
        results,
        participation,
        commended: (!commended.is_empty()).then(|| commended.join("\n")),
        shortcomings: None,
        directions: None,
        version: 0,
    })
}

/// The words that closing a wave begins with, and whether the sheet was saved.
pub(in crate::waves) async fn for_closing(
    app: &App,
    led: &LedWave,
    language: Language,
) -> Result<(WaveSheet, bool), Refusal> {
    let sheet = app.store.wave_sheet(&led.id).await?;
    let saved = sheet.version > 0;
    if saved {
        return Ok((sheet, true));
    }
    let w = words(language);
    let targets = rows(app, led, language, w).await?;
    Ok((proposed(app, led, &targets, language).await?, false))
}

async fn gather(app: &App, visitor: &Visitor, id: &str, language: Language) -> Result<Gathered, Refusal> {
    let led = wave_for(app, visitor, id, Act::Look).await?;
    let w = words(language);
    let plan = app.store.plan(&led.plan_id).await?.ok_or(Refusal::NotFound)?;
    let targets = rows(app, &led, language, w).await?;
    let mut tasks = app.store.tasks_of_movement(&led.movement_id).await?;
    // what fell due in the days of the wave
    tasks.retain(|task| {
        let due = task.text.deadline.map(|deadline| deadline.day);
        due.is_some_and(|due| {
            led.wave.from.is_none_or(|from| from <= due) && led.wave.to.is_some_and(|to| due <= to)
        })
    });
    let now = Now::of(app, &tasks).await?;
    let tasks = tally([], tasks.iter().map(|task| standing_of(task, &now)));
    let (matters, _) = matters::shown(app, &led, language, false).await?;
    let mut sheet = app.store.wave_sheet(id).await?;
    if sheet.version == 0 {
        sheet = proposed(app, &led, &targets, language).await?;
    }
    let figures = app.store.figures_of_plan(&plan.id).await?;
    let illustrative = plan.illustrative || figures.iter().any(|one| one.reported.illustrative);
    Ok(Gathered { led, plan, targets, tasks, matters, sheet, illustrative })
}

#[derive(Template)]
#[template(path = "waves/during/sheet.html")]
struct SheetPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    name: String,
    days: String,
    goal: String,
    rows: Vec<TargetRow>,
    may_edit: bool,
    tasks: String,
    matters: Vec<MatterRow>,
    parts: Vec<(&'static str, String)>,
    saved: bool,
    form: Option<FormView>,
}

fn parts(sheet: &WaveSheet, w: &'static Words) -> [(&'static str, &'static str, Option<String>); 6] {
    [
        ("organisation", w.organisation, sheet.organisation.clone()),
        ("results", w.results, sheet.results.clone()),
        ("participation", w.participation, sheet.participation.clone()),
        ("commended", w.commended, sheet.commended.clone()),
        ("shortcomings", w.shortcomings, sheet.shortcomings.clone()),
        ("directions", w.directions, sheet.directions.clone()),
    ]
}

fn fields(sheet: &WaveSheet, w: &'static Words) -> Vec<Field> {
    let of = |(name, label, text): (&'static str, &'static str, Option<String>)| {
        Field::new(name, label, Input::Text, text.unwrap_or_default())
    };
    parts(sheet, w).into_iter().map(of).collect()
}

fn form(gathered: &Gathered, w: &'static Words) -> FormView {
    let address = format!("/waves/{}/report", gathered.led.id);
    FormView::new(address, gathered.sheet.version, fields(&gathered.sheet, w), w.save_sheet)
}

/// `GET /waves/{id}/report`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let gathered = gather(&app, &visitor, &id, caller.preferences.language).await?;
    let form = form(&gathered, words(caller.preferences.language));
    render(&app, &caller, &visitor, gathered, form).await
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, gathered: Gathered, form: FormView) -> Answer {
    let language = caller.preferences.language;
    let (w, wave_words) = (words(language), super::super::words::words(language));
    let led = &gathered.led;
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &led.movement_id, Tab::Waves);
    let edits = led.withdrawn.is_none()
        && led.movement_state != MovementState::Closed
        && app.may(visitor, Act::ManageWaves, &led.unit_id).await?;
    let came = form.came;
    let template = SheetPage {
        o: office::words(language),
        id: led.id.clone(),
        name: led.wave.name.clone(),
        days: label::days(led.wave.from, led.wave.to, wave_words),
        goal: led.wave.goal.clone().unwrap_or_default(),
        may_edit: false,
        tasks: tasks_say(gathered.tasks, w),
        parts: parts(&gathered.sheet, w).into_iter().filter_map(|(_, label, text)| Some((label, text?))).collect(),
        saved: gathered.sheet.version > 0,
        rows: gathered.targets,
        matters: gathered.matters,
        form: edits.then_some(form),
        f: f.with_sample(gathered.illustrative),
        w,
    };
    answered(page(&template), came)
}

/// `POST /waves/{id}/report`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let led = wave_for(&app, &visitor, &id, Act::ManageWaves).await?;
    if led.withdrawn.is_some() || led.movement_state == MovementState::Closed {
        return Err(Refusal::ChangedMeanwhile);
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let sheet = WaveSheet {
        organisation: reader.text("organisation"),
        results: reader.text("results"),
        participation: reader.text("participation"),
        commended: reader.text("commended"),
        shortcomings: reader.text("shortcomings"),
        directions: reader.text("directions"),
        version: sent.seen(),
    };
    if !reader.fine() {
        let gathered = gather(&app, &visitor, &id, language).await?;
        let form = form(&gathered, w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, gathered, form).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_wave_sheet(&id, &sheet).await {
        Ok(()) => {
            change.commit(noted(&led, "wave.sheet", Some(led.wave.name.clone()))).await?;
            go(format!("/waves/{id}/report?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = gather(&app, &visitor, &id, language).await?;
            beside(&mut reader, &fields(&newest.sheet, w), o);
            let form = form(&newest, w).back(reader, Came::Changed);
            render(&app, &caller, &visitor, newest, form).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /waves/{id}/report.docx`.
pub(crate) async fn docx(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    paper(&app, &visitor, &id, Paper::Docx).await
}

/// `GET /waves/{id}/report.pdf`.
pub(crate) async fn pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    paper(&app, &visitor, &id, Paper::Pdf).await
}

/// Official papers are Vietnamese whatever the language of the pages.
async fn paper(app: &App, visitor: &Visitor, id: &str, paper: Paper) -> Answer {
    let gathered = gather(app, visitor, id, Language::Vietnamese).await?;
    let w = words(Language::Vietnamese);
    let head = &gathered.plan.draft.document;
    let wave = &gathered.led.wave;
    let row = |row: &TargetRow| WaveTargetRow {
        name: row.name.clone(),
        unit: row.unit.clone(),
        planned: row.planned.clone(),
        actual: row.figure.clone(),
        status: row.status.to_owned(),
    };
    let dated = wave.from.is_some() || wave.to.is_some();
    let days = label::days(wave.from, wave.to, super::super::words::words(Language::Vietnamese));
    let form = WaveSummary {
        letterhead: letterhead::of_report(head, &gathered.plan.draft.recipients, w.symbol),
        wave: wave.name.clone(),
        days: if dated { days } else { String::new() },
        goal: wave.goal.clone(),
        plan: Some(DocumentReference {
            number_symbol: head.number_symbol.as_ref().map(|symbol| symbol.value.clone()),
            date: head.date.as_ref().map(|date| letterhead::issue_date(date.value)),
            issuer: head.issuer.as_ref().map(|issuer| issuer.value.clone()),
        }),
        targets: gathered.targets.iter().map(row).collect(),
        tasks: (gathered.tasks.tasks > 0).then(|| tasks_say(gathered.tasks, w)),
        matters: gathered.matters.iter().map(|one| format!("{}: {}", one.name, one.standing)).collect(),
        organisation: gathered.sheet.organisation,
        results: gathered.sheet.results,
        participation: gathered.sheet.participation,
        commended: gathered.sheet.commended,
        shortcomings: gathered.sheet.shortcomings,
        directions: gathered.sheet.directions,
        illustrative: gathered.illustrative,
    };
    print(app, document(&form), paper, "tong-ket-dot").await
}
