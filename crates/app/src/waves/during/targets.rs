//! What a wave strives for: targets of the movement and its own, with their figures at its end.

use super::super::actions::wave_for;
use super::matters::{self, Choice, MatterRow};
use super::rows::{TargetRow, rows};
use super::words::{Words, words};
use super::{is_worked_on, noted};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::{Expectation, Language};
use thidua_domain::figures::Attainment;
use thidua_domain::targets::{Comparator, Direction};
use thidua_store::StoreError;
use thidua_store::targets::Target;
use thidua_store::wave_targets::WaveTarget;
use thidua_store::waves::LedWave;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    edit: String,
}

#[derive(Template)]
#[template(path = "waves/during/targets.html")]
struct TargetsPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    movement_id: String,
    name: String,
    rows: Vec<TargetRow>,
    form: Option<FormView>,
    version: i64,
    matters: Vec<MatterRow>,
    choices: Vec<Choice>,
}

async fn leaves(app: &App, led: &LedWave) -> Result<Vec<Target>, StoreError> {
    let mut targets = app.store.targets(&led.plan_id).await?;
    targets.retain(|target| target.draft.comparator.is_some());
    Ok(targets)
}

fn fields(one: Option<&WaveTarget>, leaves: &[Target], language: Language, w: &'static Words) -> Vec<Field> {
    let t = crate::targets::words::words(language);
    let c = crate::face::words::words(language);
    let mut list = vec![(String::new(), w.own_target.to_owned())];
    list.extend(leaves.iter().map(|leaf| {
        let asked = format!("{} {}", shown::asked(&leaf.draft, t), leaf.draft.unit.as_deref().unwrap_or_default());
        (leaf.id.clone(), format!("{}: {}", leaf.draft.name, asked.trim()))
    }));
    let how = Input::Choice(vec![
        ("ge", w.at_least),
        ("gt", w.more_than),
        ("le", w.at_most),
        ("lt", w.less_than),
        ("eq", w.exactly),
        ("achieve", w.quality),
        ("maintain", w.kept),
        ("none_exists", w.none_of_it),
    ]);
    let judged: Vec<(&str, &str)> = std::iter::once(("", c.none))
        .chain(Attainment::ALL.map(|one| (one.code(), shown::attainment(one, c))))
        .collect();
    let text = |of: fn(&WaveTarget) -> Option<String>| one.and_then(of).unwrap_or_default();
    // the words of a target of the movement are its own
    let named = one.filter(|one| one.target_id.is_none()).map(|one| one.name.clone()).unwrap_or_default();
    vec![
        Field::new("target", w.from_movement, Input::List(list), text(|one| one.target_id.clone())),
        Field::new("name", w.own_name, Input::Line, named).hint(w.own_name_hint),
        Field::new("how", w.how, how, one.map_or("ge", |one| one.comparator.code())).hint(w.own_name_hint),
        Field::new("value", w.value, Input::Number, text(|one| one.value.map(|value| value.vietnamese())))
            .hint(w.value_hint),
        Field::new("unit_of", w.unit_of, Input::Line, text(|one| one.unit_of.clone())).hint(w.own_name_hint),
        Field::new("figure", w.figure, Input::Number, text(|one| one.figure.map(|value| value.vietnamese())))
            .headed(w.at_end, w.at_end_hint),
        Field::new(
            "attainment",
            w.attainment,
            Input::Choice(judged),
            one.and_then(|one| one.attainment).map_or("", Attainment::code),
        ),
        Field::new("dated", w.dated, Input::Day, shown::day(one.and_then(|one| one.dated))),
        Field::new("source", w.source, Input::Line, text(|one| one.source.clone())),
    ]
}

/// Reads the form; what is wrong stays with the reader.
fn read(
    before: Option<&WaveTarget>,
    all: &[WaveTarget],
    leaves: &[Target],
    reader: &mut Reader<'_>,
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> WaveTarget {
    let leaf = reader.code("target", |id| leaves.iter().find(|leaf| leaf.id == id));
    let unit_of = leaf.map_or_else(|| reader.text("unit_of"), |leaf| leaf.draft.unit.clone());
    let expected = if unit_of.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
    let chosen = reader.code("how", Comparator::from_code).unwrap_or(Comparator::AtLeast);
    let comparator = leaf.and_then(|leaf| leaf.draft.comparator).unwrap_or(chosen);
    let direction = match comparator {
        Comparator::AtMost | Comparator::LessThan | Comparator::NoneExists => Direction::Lower,
        _ => leaf.map_or(Direction::Higher, |leaf| leaf.draft.direction),
    };
    let words_alone = comparator.is_judged() || comparator == Comparator::NoneExists;
    let mut target = WaveTarget {
        id: before.map(|before| before.id.clone()).unwrap_or_default(),
        target_id: leaf.map(|leaf| leaf.id.clone()),
        name: leaf.map_or_else(String::new, |leaf| leaf.draft.name.clone()),
        comparator,
        direction,
        value: reader.amount("value", expected).filter(|_| !words_alone),
        unit_of,
        figure: reader.amount("figure", expected),
        attainment: reader.code("attainment", Attainment::from_code),
        dated: reader.day("dated"),
        source: reader.text("source"),
        version: before.map_or(0, |before| before.version),
    };
    if leaf.is_none() {
        target.name = reader.required_name("name");
        if target.value.is_none() && !words_alone {
            reader.problem("value", w.value_needed);
        }
    } else if all.iter().any(|one| one.target_id == target.target_id && Some(&one.id) != before.map(|one| &one.id))
    {
        reader.problem("target", w.chosen_already);
    }
    if target.figure.is_some() && target.attainment.is_some() {
        reader.problem("attainment", w.one_of_both);
    }
    if target.figure.is_some() || target.attainment.is_some() {
        if target.dated.is_none() {
            reader.problem("dated", c.must_fill);
        }
        if target.source.is_none() {
            reader.problem("source", c.must_fill);
        }
    }
    target
}

/// `GET /waves/{id}/targets`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let led = wave_for(&app, &visitor, &id, Act::Look).await?;
    let all = app.store.wave_targets(&id).await?;
    let one = all.iter().find(|one| one.id == asked.edit);
    let leaves = leaves(&app, &led).await?;
    let language = caller.preferences.language;
    let form = form(&led, one, fields(one, &leaves, language, words(language)), words(language));
    render(&app, &caller, &visitor, &led, form).await
}

fn form(led: &LedWave, one: Option<&WaveTarget>, fields: Vec<Field>, w: &'static Words) -> FormView {
    let button = if one.is_some() { w.correct } else { w.add };
    let form =
        FormView::new(format!("/waves/{}/targets", led.id), one.map_or(0, |one| one.version), fields, button);
    match one {
        Some(one) => form.correcting(one.id.clone()),
        None => form,
    }
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, led: &LedWave, form: FormView) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &led.movement_id, Tab::Waves);
    let works = is_worked_on(led) && app.may(visitor, Act::ManageWaves, &led.unit_id).await?;
    let came = form.came;
    let (matters, choices) = matters::shown(app, led, language, works).await?;
    let template = TargetsPage {
        o: office::words(language),
        id: led.id.clone(),
        movement_id: led.movement_id.clone(),
        name: led.wave.name.clone(),
        rows: rows(app, led, language, w).await?,
        version: form.version,
        form: works.then_some(form),
        matters,
        choices,
        f,
        w,
    };
    answered(page(&template), came)
}

/// `POST /waves/{id}/targets`: writes a new one, corrects one, takes one out.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let led = wave_for(&app, &visitor, &id, Act::ManageWaves).await?;
    if !is_worked_on(&led) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let typed = receive(&app, request, office::words(caller.preferences.language)).await?.typed;
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let all = app.store.wave_targets(&id).await?;
    let seen = typed.get("version").and_then(|seen| seen.parse().ok()).unwrap_or(-1);
    let corrects = typed.get("corrects").filter(|id| !id.is_empty());
    let before = match corrects {
        Some(corrects) => Some(all.iter().find(|one| one.id == *corrects).ok_or(Refusal::ChangedMeanwhile)?),
        None => None,
    };
    let author = visitor.author((app.clock)());
    if let (Some(before), true) = (before, typed.contains_key("remove")) {
        let change = app.store.change(author).await?;
        change.remove_wave_target(&id, &before.id, seen).await?;
        change.commit(noted(&led, "wave.target-removed", Some(before.name.clone()))).await?;
        return go(format!("/waves/{id}/targets?done=saved"));
    }
    let leaves = leaves(&app, &led).await?;
    let mut reader = Reader::new(&typed, c);
    let mut target = read(before, &all, &leaves, &mut reader, w, c);
    if !reader.fine() {
        let form = form(&led, before, fields(before, &leaves, language, w), w);
        return render(&app, &caller, &visitor, &led, form.back(reader, Came::Refused)).await;
    }
    let change = app.store.change(author).await?;
    match before {
        Some(_) => target.version = seen,
        None => target.id = change.new_id(),
    }
    match change.write_wave_target(&id, &target).await {
        Ok(()) => {
            change.commit(noted(&led, "wave.target-written", Some(target.name))).await?;
            go(format!("/waves/{id}/targets?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let all = app.store.wave_targets(&id).await?;
            let newest = all.iter().find(|one| Some(&one.id) == corrects).ok_or(Refusal::ChangedMeanwhile)?;
            let newest_fields = fields(Some(newest), &leaves, language, w);
            beside(&mut reader, &newest_fields, office::words(language));
            let form = form(&led, Some(newest), newest_fields, w).back(reader, Came::Changed);
            render(&app, &caller, &visitor, &led, form).await
        }
        Err(other) => Err(other.into()),
    }
}
