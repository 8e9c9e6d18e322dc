//! `/rounds/{id}`: which unit has sent its report, which is late, which has not; more time; beginning a report.

use super::door::{Door, asked, due_for, noted, noted_round, round_door};
use super::labels;
use super::lines;
use super::rounds::refuse;
use super::words::{Words, words};
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::cascade::plan_day;
use crate::face::forms::{Field, Input};
use crate::face::frame::{go, returned};
use crate::face::paging::{Paging, encoded};
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::reporting::{Standing, State as Stage, standing};
use thidua_domain::units::Unit;
use thidua_store::StoreError;
use thidua_store::reporting::{Round, UnitReport};

/// Rows of one page.
const A_PAGE: usize = 100;

struct Row {
    unit_id: String,
    unit: String,
    id: Option<String>,
    class: &'static str,
    state: &'static str,
    standing: String,
    late: bool,
    sent: String,
    extended: String,
    requested: bool,
    may_begin: bool,
    is: (Option<Stage>, Standing),
}

#[derive(Template)]
#[template(path = "reporting/board.html")]
struct BoardPage {
    f: Frame,
    w: &'static Words,
    id: String,
    movement_id: String,
    plan_number: String,
    heading: String,
    due: String,
    rule: String,
    note: String,
    sees_all: bool,
    leads: bool,
    counts: Counts,
    urging: String,
    rows: Vec<Row>,
    paging: Paging,
    query: String,
    filter: String,
    show: String,
    blocks: BlockFilter,
    extensions: Vec<String>,
    fields: Vec<Field>,
    refused: bool,
}

struct Counts {
    asked: usize,
    sent: usize,
    waiting: usize,
    accepted: usize,
    missing: usize,
    late: usize,
}

/// Which rows are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    block: String,
    #[serde(default)]
    unit: String,
    /// `missing`, `late`, `sent`, `waits`, `accepted`.
    #[serde(default)]
    show: String,
    page: Option<usize>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked_for): Query<Shown>,
) -> Answer {
    let (round, door) = round_door(&app, &visitor, &id).await?;
    render(&app, &caller, &visitor, (round, door), &asked_for, None).await
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    (round, door): (Round, Door),
    asked_for: &Shown,
    came: Option<Vec<Field>>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let today = crate::local_date((app.clock)());
    let mut f = Frame::new(caller, Place::Movements);
    if door.sees_all {
        f = f.in_movement(caller, &round.movement_id, Tab::Rounds);
    }
    let reports = app.store.reports_of_round(&round.id).await?;
    let extensions = app.store.report_extensions(&round.id).await?;
    let mut units = asked(app, &door, &round).await?;
    let asked_units = units.clone();
    let absent: Vec<String> = reports
        .iter()
        .filter(|one| one.first_sent.is_some() && !units.iter().any(|unit| unit.id == one.unit_id))
        .map(|one| one.unit_id.clone())
        .collect();
    if !absent.is_empty() {
        // who reported and is not asked any more stays on the board
        units.extend(app.store.units_of(&absent).await?);
    }
    let all_units = units.clone();
    if !door.sees_all {
        units.retain(|unit| door.own_units.iter().any(|own| own.id == unit.id));
    }
    let writing = door.view.movement.state.takes_figures();
    let row = |unit: &Unit| {
        let report = reports.iter().find(|one| one.unit_id == unit.id);
        let due = due_for(&round, &extensions, &unit.id);
        let now = standing(due, report.and_then(|one| one.first_sent), today);
        let state = report.map(|one| one.state);
        let seen = report.filter(|one| one.first_sent.is_some() || visitor.actor.may_in(Act::Look, &unit.id));
        Row {
            unit_id: unit.id.clone(),
            unit: unit.name.clone(),
            id: seen.map(|one| one.id.clone()),
            class: labels::class(state, now),
            state: labels::state(state, w),
            standing: labels::standing(now, due, today, w),
            late: matches!(now, Standing::Late(_) | Standing::Missing(_)),
            sent: shown::day(report.and_then(|one| one.first_sent)),
            extended: if due == round.text.due { String::new() } else { shown::day(Some(due)) },
            requested: unit.kind.is_partner(),
            may_begin: report.is_none() && writing && visitor.actor.may_in(Act::SendReport, &unit.id),
            is: (state, now),
        }
    };
    let rows: Vec<Row> = units.iter().map(row).collect();
    let count = |test: fn(&Row) -> bool| rows.iter().filter(|one| test(one)).count();
    let counts = Counts {
        asked: rows.len(),
        sent: count(|one| one.is.0.is_some_and(Stage::is_handed_in)),
        waiting: count(|one| one.is.0.is_some_and(Stage::waits)),
        accepted: count(|one| one.is.0 == Some(Stage::Accepted)),
        missing: count(|one| matches!(one.is.1, Standing::Missing(_))),
        late: count(|one| matches!(one.is.1, Standing::Late(_))),
    };
    // partners are asked, not urged
    let silent: Vec<&str> = rows
        .iter()
        .filter(|one| !one.requested && matches!(one.is.1, Standing::Missing(_) | Standing::Waiting))
        .map(|one| one.unit.as_str())
        .collect();
    let period = labels::period(round.period, c);
    let urging = if door.leads && !silent.is_empty() {
        w.urging
            .replace("{n}", &silent.len().to_string())
            .replace("{units}", &silent.join(", "))
            .replace("{period}", &period)
            .replace("{movement}", &door.view.movement.named.name)
            .replace("{due}", &shown::day(Some(round.text.due)))
            .replace("{day}", &shown::day(Some(today)))
    } else {
        String::new()
    };
    let day = plan_day(app, &door.view.plan).await?;
    let blocks = BlockFilter::of(app, &round.owner_id, day, &asked_for.block, language).await?;
    let wanted = fold(&asked_for.unit);
    let by_state = |row: &Row| match asked_for.show.as_str() {
        "missing" => matches!(row.is.1, Standing::Missing(_)),
        "late" => matches!(row.is.1, Standing::Late(_)),
        "sent" => row.is.0.is_some_and(Stage::is_handed_in),
        "waits" => row.is.0.is_some_and(Stage::waits),
        "accepted" => row.is.0 == Some(Stage::Accepted),
        _ => true,
    };
    let rows = rows
        .into_iter()
        .filter(|row| by_state(row) && blocks.shows(&row.unit_id) && fold(&row.unit).contains(&wanted));
    let (rows, paging) = Paging::of(rows.collect(), asked_for.page, A_PAGE);
    let names: HashMap<&str, &str> = all_units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str())).collect();
    let extended = extensions
        .iter()
        .filter(|one| {
            let own = |unit: &String| door.own_units.iter().any(|known| known.id == *unit);
            door.sees_all || one.unit_id.as_ref().is_none_or(own)
        })
        .map(|one| {
            let unit = one.unit_id.as_deref().map_or(w.all_units, |id| names.get(id).copied().unwrap_or_default());
            w.extended_says
                .replace("{unit}", unit)
                .replace("{until}", &shown::day(Some(one.until)))
                .replace("{because}", &one.because)
                .replace("{who}", &one.account_name)
                .replace("{at}", &shown::moment(one.at))
        })
        .collect();
    let leads = door.leads && writing;
    let refused = came.is_some();
    let template = BoardPage {
        movement_id: round.movement_id.clone(),
        plan_number: door.view.plan.number_symbol.clone().unwrap_or_default(),
        heading: w.board_heading.replace("{period}", &period),
        due: shown::day(Some(round.text.due)),
        rule: labels::rule_of(&round, w),
        note: round.text.note.clone().unwrap_or_default(),
        sees_all: door.sees_all,
        leads,
        counts,
        urging,
        query: format!(
            "block={}&unit={}&show={}&",
            blocks.asked(),
            encoded(&asked_for.unit),
            encoded(&asked_for.show)
        ),
        filter: asked_for.unit.clone(),
        show: asked_for.show.clone(),
        rows,
        paging,
        blocks,
        extensions: extended,
        fields: came.unwrap_or_else(|| fields(&asked_units, w)),
        refused,
        id: round.id.clone(),
        f,
        w,
    };
    returned(&template, false, refused)
}

fn fields(units: &[Unit], w: &'static Words) -> Vec<Field> {
    let mut options = vec![(String::new(), w.all_units.to_owned())];
    options.extend(units.iter().map(|unit| (unit.id.clone(), unit.name.clone())));
    vec![
        Field::new("unit", w.extend_unit, Input::List(options), ""),
        Field::new("until", w.until, Input::Day, ""),
        Field::new("because", w.because, Input::Line, ""),
    ]
}

/// `POST /rounds/{id}/extend`: more time, for all to see.
pub(crate) async fn extend(sent: Sent) -> Answer {
    let (round, door) = round_door(&sent.app, &sent.visitor, &sent.id).await?;
    if !sent.visitor.actor.may_in(Act::ExtendDeadline, &round.owner_id) {
        return Err(Refusal::NotAllowed);
    }
    if !door.view.movement.state.takes_figures() {
        return Err(refuse(|w| w.not_running));
    }
    let w = words(sent.caller.preferences.language);
    let units = asked(&sent.app, &door, &round).await?;
    let extensions = sent.app.store.report_extensions(&round.id).await?;
    let mut reader = sent.reader();
    let unit = reader.text("unit");
    if unit.as_ref().is_some_and(|id| !units.iter().any(|unit| unit.id == *id)) {
        // a unit that is not asked is no reason to give everybody more time
        reader.problem("unit", crate::face::words::words(sent.caller.preferences.language).bad_choice);
    }
    let until = reader.day("until");
    let because = reader.required("because");
    let present = due_for(&round, &extensions, unit.as_deref().unwrap_or_default());
    if until.is_none_or(|until| until <= present) {
        reader.problem("until", w.until_needed.replace("{day}", &shown::day(Some(present))));
    }
    let Some(until) = until.filter(|_| reader.fine()) else {
        let marked = reader.mark(fields(&units, w));
        return render(&sent.app, &sent.caller, &sent.visitor, (round, door), &Shown::default(), Some(marked))
            .await;
    };
    let v = words(Language::Vietnamese);
    let name = unit.as_ref().and_then(|id| units.iter().find(|unit| unit.id == *id)).map(|unit| unit.name.clone());
    let change = sent.app.store.change(sent.author()).await?;
    change.extend_report(&round.id, unit.as_deref(), until, &because).await?;
    let whom = name.unwrap_or_else(|| v.all_units.to_owned());
    let detail = format!("{whom}: {}. {because}", shown::day(Some(until)));
    change.commit(noted_round(&round, "report.extended", Some(detail))).await?;
    go(format!("/rounds/{}?done=saved", round.id))
}

/// `POST /rounds/{id}/begin`: a unit begins its report; what its own movement has is put in.
pub(crate) async fn begin(sent: Sent) -> Answer {
    let (round, door) = round_door(&sent.app, &sent.visitor, &sent.id).await?;
    let wanted = sent.typed.get("unit").map(String::as_str).unwrap_or_default();
    let units = asked(&sent.app, &door, &round).await?;
    let unit = units
        .iter()
        .filter(|unit| sent.visitor.actor.may_in(Act::SendReport, &unit.id))
        .find(|unit| wanted.is_empty() || unit.id == wanted)
        .ok_or(Refusal::NotAllowed)?;
    if let Some(known) = sent.app.store.report_of_unit(&round.id, &unit.id).await? {
        return go(format!("/reports/{}", known.id));
    }
    if !door.view.movement.state.takes_figures() {
        return Err(refuse(|w| w.not_running));
    }
    let (v, c) = (words(Language::Vietnamese), crate::face::words::words(Language::Vietnamese));
    let source = v.unit_source.replace("{period}", &labels::period(round.period, c));
    let mut own = lines::from_own_movement(&sent.app, &round, &unit.id, &source).await?;
    // of units that were merged meanwhile, what they had is not lost
    let (from, inherited) = lines::inherited(&sent.app, &round, &unit.id, v.inherited_source).await?;
    let known: Vec<String> = own.iter().map(|line| line.target_id.clone()).collect();
    own.extend(inherited.into_iter().filter(|line| !known.contains(&line.target_id)));
    let change = sent.app.store.change(sent.author()).await?;
    match change.begin_unit_report(&round.id, &unit.id).await {
        Ok(new) => {
            for line in own {
                change.write_report_line(&new, &line).await?;
            }
            let detail = (!from.is_empty()).then(|| v.inherited_source.replace("{units}", &from.join(", ")));
            change.commit(noted(&unit.id, "report.begun", &new, detail)).await?;
            go(format!("/reports/{new}"))
        }
        // somebody of the unit was quicker
        Err(StoreError::AlreadyThere) => {
            drop(change);
            let known: Option<UnitReport> = sent.app.store.report_of_unit(&round.id, &unit.id).await?;
            go(format!("/reports/{}", known.ok_or(Refusal::NotFound)?.id))
        }
        Err(other) => Err(other.into()),
    }
}
