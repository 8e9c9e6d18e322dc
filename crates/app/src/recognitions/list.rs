//! The recognitions of a movement, and the form that adds one.

use super::fields::{choices, fields, read, typed_name};
use super::labels;
use super::under::{Under, under};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Input, Reader};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered};
use crate::office::receiving::receive;
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use serde::Deserialize;
use thidua_domain::recognitions::{Learning, State as Standing, learning};
use thidua_store::recognitions::{LessonUnit, Recognition};

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// The wave that a new one is of.
    #[serde(default)]
    wave: String,
}

struct Row {
    id: String,
    whom: String,
    merit: String,
    purposes: String,
    class: &'static str,
    state: &'static str,
    day: String,
    prompt: String,
    doubt: String,
    learnt: String,
    late: String,
}

#[derive(Template)]
#[template(path = "recognitions/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    plan: String,
    whole: bool,
    closed: bool,
    n_recognised: usize,
    n_proposed: usize,
    n_late: usize,
    longest: String,
    rows: Vec<Row>,
    form: Option<FormView>,
    open: bool,
}

/// `GET /movements/{id}/recognitions`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let under = under(&app, &visitor, &id).await?;
    let w = words(caller.preferences.language);
    let form = if under.open() && !under.writes.is_empty() || under.open() && under.decides {
        let fields = fields(&under, None, &choices(&app, &under, "").await?, &asked.wave, w);
        Some(FormView::new(format!("/movements/{id}/recognitions"), 0, fields, w.send))
    } else {
        None
    };
    render(&caller, &under, form, !asked.wave.is_empty())
}

/// How many of the units that learn from one have, of how many, and how many are late.
pub(super) fn counts(under: &Under, it: &Recognition) -> (usize, usize, usize) {
    let mut counts = (0, 0, 0);
    for lesson in under.lessons_of(&it.id).filter(|lesson| lesson.withdrawn.is_none()) {
        let stands =
            |unit: &LessonUnit| learning(unit.done_on, Some(lesson.until), under.today, &under.calendar).value;
        counts.0 += lesson.units.iter().filter(|unit| unit.done_on.is_some()).count();
        counts.1 += lesson.units.len();
        counts.2 += lesson.units.iter().filter(|unit| matches!(stands(unit), Learning::Late(_))).count();
    }
    counts
}

fn render(caller: &Caller, under: &Under, form: Option<FormView>, open: bool) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let id = under.view.movement.id.clone();
    let f = Frame::new(caller, Place::Movements);
    let f = if under.whole { f.in_movement(caller, &id, Tab::Recognitions) } else { f };
    let days = |n: i64| w.working_days.replace("{n}", &n.to_string());
    let rows = under.all.iter().rev().map(|it| {
        let (class, state) = labels::state(it.state, w);
        let (learnt, all, late) = if it.state == Standing::Recognised { counts(under, it) } else { (0, 0, 0) };
        let (prompt, doubt) =
            under.prompt(it, language).map_or_else(Default::default, |(n, doubt)| (days(n), doubt));
        Row {
            id: it.id.clone(),
            whom: it.whom.clone(),
            merit: it.merit.clone(),
            purposes: labels::purposes(it, w),
            class,
            state,
            day: shown::day(it.day),
            prompt,
            doubt,
            learnt: if all > 0 {
                w.learnt_of.replace("{n}", &learnt.to_string()).replace("{all}", &all.to_string())
            } else {
                String::new()
            },
            late: if late > 0 { w.late_of.replace("{n}", &late.to_string()) } else { String::new() },
        }
    });
    let of = |state: Standing| under.all.iter().filter(move |it| it.state == state);
    let longest = of(Standing::Recognised).filter_map(|it| under.prompt(it, language)).map(|(n, _)| n).max();
    let came = form.as_ref().map_or(Came::Fresh, |form| form.came);
    let template = ListPage {
        o: office::words(language),
        plan: under.view.plan.number_symbol.clone().unwrap_or_default(),
        whole: under.whole,
        closed: !under.open(),
        n_recognised: of(Standing::Recognised).count(),
        n_proposed: of(Standing::Proposed).count(),
        n_late: of(Standing::Recognised).map(|it| counts(under, it).2).sum(),
        longest: longest.map_or_else(|| w.no_days.to_owned(), days),
        rows: rows.collect(),
        open: open || form.as_ref().is_some_and(FormView::open),
        form,
        f: f.with_sample(under.view.plan.illustrative),
        w,
        id,
    };
    answered(page(&template), came)
}

/// `POST /movements/{id}/recognitions`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let under = under(&app, &visitor, &id).await?;
    if under.writes.is_empty() && !under.decides {
        return Err(Refusal::NotAllowed);
    }
    under.require_open()?;
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let choices = choices(&app, &under, typed_name(&sent.typed)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut it = read(&under, None, &choices, &mut reader, w);
    if !reader.fine() {
        let fields = fields(&under, None, &choices, "", w);
        let form = FormView::new(format!("/movements/{id}/recognitions"), 0, fields, w.send);
        return render(&caller, &under, Some(form.back(reader, Came::Refused)), true);
    }
    let author = visitor.author((app.clock)());
    let act = match it.state {
        Standing::Recognised => "recognition.recognised",
        Standing::Proposed | Standing::Withdrawn => {
            it.proposed_by = Some(visitor.actor.account_id.clone());
            "recognition.proposed"
        }
    };
    let change = app.store.change(author).await?;
    it.id = change.new_id();
    change.write_recognition(&it).await?;
    change.commit(under.entry(act, &it.id, format!("{}: {}", it.whom, it.merit))).await?;
    go(format!("/recognitions/{}?done=saved", it.id))
}
