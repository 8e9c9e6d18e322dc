//! The rounds of consideration, and opening one.

use super::labels;
use super::scene::{self, invalid};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::reach;
use crate::office::receiving::receive;
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use chrono::{Datelike, NaiveDate};
use thidua_domain::access::Act;
use thidua_domain::nominations::{Occasion, State as Stage};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::nominations::Round;

/// Rounds that one page lists, the newest first.
const SHOWN: usize = 200;
/// The longest period that a round looks back on.
const MOST_YEARS: u32 = 10;

struct Row {
    id: String,
    name: String,
    unit: String,
    occasion: &'static str,
    period: String,
    deadline: String,
    class: &'static str,
    state: &'static str,
    number: String,
}

#[derive(Template)]
#[template(path = "nominations/rounds.html")]
struct RoundsPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    rows: Vec<Row>,
    form: Option<FormView>,
}

/// Where a round stands: class and words.
pub(super) fn standing(round: &Round, today: NaiveDate, w: &'static Words) -> (&'static str, &'static str) {
    if round.closed_on.is_some() {
        ("met", w.round_closed)
    } else if round.deadline.is_some_and(|last| last < today) {
        ("at-risk", w.round_late)
    } else {
        ("on-track", w.round_open)
    }
}

/// `GET /award-rounds`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let w = words(caller.preferences.language);
    let form = match app.own_unit(&visitor, Act::ManageAwards, None).await {
        Ok(unit) => Some(FormView::new("/award-rounds", 0, fields(&app, &unit, None, w).await?, w.open_round)),
        Err(_) => None,
    };
    render(&app, &caller, &visitor, form).await
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, form: Option<FormView>) -> Answer {
    let w = words(caller.preferences.language);
    let today = reach::today(app);
    let mut rounds = app.store.award_rounds(&reach::within(visitor)).await?;
    rounds.truncate(SHOWN);
    // what an authority above has opened for its units
    let above = reach::above(app, visitor).await?;
    if let Some(nearest) = above.first() {
        let within = thidua_store::Within::Units { own: vec![nearest.clone()], branches: Vec::new() };
        for round in app.store.award_rounds(&within).await? {
            if !rounds.iter().any(|known| known.id == round.id) {
                rounds.push(round);
            }
        }
    }
    let names = reach::names(app, rounds.iter().map(|round| &round.unit_id)).await?;
    let mut rows = Vec::new();
    let ids: Vec<String> = rounds.iter().map(|round| round.id.clone()).collect();
    let counted = app.store.nominations_counted(&ids).await?;
    for round in &rounds {
        let whole = app.may(visitor, Act::Look, &round.unit_id).await?;
        let number: i64 = counted
            .iter()
            .filter(|(of, unit, state, _)| {
                *of == round.id && (visitor.actor.may_in(Act::Look, unit) || whole && *state != Stage::Draft)
            })
            .map(|(_, _, _, number)| number)
            .sum();
        let (class, state) = standing(round, today, w);
        rows.push(Row {
            id: round.id.clone(),
            name: round.name.clone(),
            unit: names.get(&round.unit_id).cloned().unwrap_or_default(),
            occasion: labels::occasion(round.occasion, w),
            period: format!("{} – {}", shown::day(Some(round.from)), shown::day(Some(round.to))),
            deadline: shown::day(round.deadline),
            class,
            state,
            number: w.n_nominations.replace("{n}", &number.to_string()),
        });
    }
    let came = form.as_ref().map_or(Came::Fresh, |form| form.came);
    let template = RoundsPage {
        f: frame(caller, Tab::Rounds).with_sample(rounds.iter().any(|round| round.illustrative)),
        o: office::words(caller.preferences.language),
        rows,
        form,
        w,
    };
    answered(page(&template), came)
}

/// The fields of a round.
pub(super) async fn fields(
    app: &App,
    unit: &str,
    of: Option<&Round>,
    w: &'static Words,
) -> Result<Vec<Field>, Refusal> {
    let year = reach::today(app).year();
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let last = NaiveDate::from_ymd_opt(year, 12, 31);
    let mut movements = vec![(String::new(), w.no_movement.to_owned())];
    for plan in app.store.plans(Some(&[unit])).await?.into_iter().filter(|plan| plan.issued) {
        if let Some(movement) = plan.movement_id {
            movements.push((
                movement,
                [plan.number_symbol, plan.title].into_iter().flatten().collect::<Vec<_>>().join(" "),
            ));
        }
    }
    let occasions = Occasion::ALL.iter().map(|one| (one.code(), labels::occasion(*one, w))).collect();
    let mut fields = vec![
        Field::new("name", w.name, Input::Line, of.map(|of| of.name.clone()).unwrap_or_default()),
        Field::new("occasion", w.occasion, Input::Choice(occasions), of.map_or("regular", |of| of.occasion.code())),
        Field::new(
            "movement",
            w.movement,
            Input::List(movements),
            of.and_then(|of| of.movement_id.clone()).unwrap_or_default(),
        ),
        Field::new("from", w.period_from, Input::Day, shown::day(of.map(|of| of.from).or(first))),
        Field::new("to", w.period_to, Input::Day, shown::day(of.map(|of| of.to).or(last))),
        Field::new("deadline", w.deadline, Input::Day, shown::day(of.and_then(|of| of.deadline))),
        Field::new("note", w.note, Input::Text, of.and_then(|of| of.note.clone()).unwrap_or_default()),
    ];
    if of.is_some() {
        fields.push(Field::new("closed_on", w.closed_on, Input::Day, shown::day(of.and_then(|of| of.closed_on))));
        return Ok(placed(fields, "round"));
    }
    Ok(fields)
}

fn read(reader: &mut Reader<'_>, before: Round, fields: &[Field], w: &'static Words) -> Round {
    let (from, to) = (reader.day("from"), reader.day("to"));
    for (name, day) in [("from", from), ("to", to)] {
        if day.is_none() {
            reader.required(name);
        }
    }
    if let (Some(from), Some(to)) = (from, to) {
        if to < from {
            reader.problem("to", w.bad_period);
        } else if to.years_since(from).is_some_and(|years| years >= MOST_YEARS) {
            reader.problem("to", w.long_period);
        }
    }
    let offered = |code: &str| match fields.iter().find(|field| field.name == "movement").map(|field| &field.input)
    {
        Some(Input::List(list)) => list.iter().any(|(id, _)| id == code).then(|| code.to_owned()),
        _ => None,
    };
    let to = to.unwrap_or(before.to);
    Round {
        name: reader.required_name("name"),
        occasion: reader.code("occasion", Occasion::from_code).unwrap_or(before.occasion),
        movement_id: reader.code("movement", offered),
        year: i64::from(to.year()),
        from: from.unwrap_or(before.from),
        to,
        deadline: reader.day("deadline"),
        note: reader.text("note"),
        closed_on: reader.day("closed_on"),
        ..before
    }
}

/// What does not change any more once something of a round was granted or stands in a decision, and the day it is closed on.
async fn hold(
    app: &App,
    scene: &scene::Scene,
    reader: &mut Reader<'_>,
    round: &mut Round,
    w: &'static Words,
) -> Result<(), Refusal> {
    if let Some(day) = round.closed_on {
        if day > scene.today {
            reader.problem("closed_on", w.closed_future);
        } else if day < round.from {
            reader.problem("closed_on", w.closed_early);
        }
    }
    let before = &scene.round;
    let granted = scene.full.iter().any(|it| it.state == Stage::Granted);
    if !granted && app.store.drafted_of_round(&before.id).await?.is_empty() {
        return Ok(());
    }
    for (name, changed) in [
        ("from", round.from != before.from),
        ("to", round.to != before.to),
        ("occasion", round.occasion != before.occasion),
        // a movement that is not offered any more could not be chosen again
        ("movement", round.movement_id.is_some() && round.movement_id != before.movement_id),
    ] {
        if changed {
            reader.problem(name, w.fixed_granted);
        }
    }
    round.movement_id.clone_from(&before.movement_id);
    Ok(())
}

fn entry(act: &'static str, round: &Round) -> Entry {
    Entry {
        unit_id: Some(round.unit_id.clone()),
        act,
        subject: "award-round",
        subject_id: round.id.clone(),
        detail: Some(round.name.clone()),
    }
}

/// `POST /award-rounds`.
pub(crate) async fn open(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let unit = app.own_unit(&visitor, Act::ManageAwards, None).await?;
    let w = words(caller.preferences.language);
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let fields = fields(&app, &unit, None, w).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    let author = visitor.author((app.clock)());
    let today = reach::today(&app);
    let before = Round {
        id: String::new(),
        unit_id: unit.clone(),
        name: String::new(),
        occasion: Occasion::Regular,
        movement_id: None,
        wave_id: None,
        year: i64::from(today.year()),
        from: today,
        to: today,
        deadline: None,
        note: None,
        closed_on: None,
        illustrative: false,
        version: 0,
        account_name: author.name.clone(),
        written_at: author.at,
    };
    let mut round = read(&mut reader, before, &fields, w);
    if !reader.fine() {
        let form = FormView::new("/award-rounds", 0, fields, w.open_round);
        return render(&app, &caller, &visitor, Some(form.back(reader, Came::Refused))).await;
    }
    let change = app.store.change(author).await?;
    round.id = change.new_id();
    change.write_award_round(&round).await?;
    change.commit(entry("award-round.opened", &round)).await?;
    go(format!("/award-rounds/{}?done=saved", round.id))
}

/// `POST /award-rounds/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let scene = scene::scene(&app, &visitor, &id).await?;
    app.require(&visitor, Act::ManageAwards, &scene.round.unit_id).await?;
    let o = office::words(caller.preferences.language);
    let w = words(caller.preferences.language);
    let sent = receive(&app, request, o).await?;
    let fields = fields(&app, &scene.round.unit_id, Some(&scene.round), w).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    let mut round = read(&mut reader, scene.round.clone(), &fields, w);
    round.version = sent.seen();
    hold(&app, &scene, &mut reader, &mut round, w).await?;
    let over = scene.all.iter().any(|it| !it.state.is_over())
        && round.closed_on.is_some()
        && scene.round.closed_on.is_none();
    let form = || FormView::new(format!("/award-rounds/{id}"), scene.round.version, Vec::new(), w.save);
    if !reader.fine() {
        let mut form = form();
        form.fields = fields;
        return super::round::render(&app, &caller, &scene, None, Some(form.back(reader, Came::Refused))).await;
    }
    if over && scene.all.iter().any(|it| it.state == Stage::Council) {
        return Err(invalid(|w| w.r_not_voted.to_owned()));
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_award_round(&round).await {
        Err(StoreError::ChangedMeanwhile) => {
            beside(&mut reader, &fields, o);
            let mut form = form();
            form.fields = fields;
            super::round::render(&app, &caller, &scene, None, Some(form.back(reader, Came::Changed))).await
        }
        other => {
            other?;
            change.commit(entry("award-round.corrected", &round)).await?;
            go(format!("/award-rounds/{id}?done=saved"))
        }
    }
}
