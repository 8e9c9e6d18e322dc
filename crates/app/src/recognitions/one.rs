//! One recognition: the merit and its result, how it was told, what is learnt from it, and its history.

use super::fields::{choices, fields, given};
use super::learning::{self, LessonRow};
use super::under::{Under, of_recognition};
use super::words::{Words, words};
use super::{labels, results};
use crate::App;
use crate::face::forms::{Field, Input, placed};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::basics::Language;
use thidua_domain::recognitions::{State as Standing, may_recognise};
use thidua_store::recognitions::Recognition;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// What is to be learnt, to be corrected.
    #[serde(default)]
    pub(super) edit: String,
    /// What is to be learnt, of which a unit tells.
    #[serde(default)]
    pub(super) lesson: String,
    /// That unit.
    #[serde(default)]
    pub(super) unit: String,
}

/// The forms of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Correct,
    Decide,
    Withdraw,
    Lesson,
    Learnt,
}

/// A form that came back.
pub(super) type Marked = Option<(Which, FormView)>;

#[derive(Template)]
#[template(path = "recognitions/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    movement_id: String,
    downloads: Vec<Download>,
    whom: String,
    whom_address: Option<String>,
    class: &'static str,
    state: &'static str,
    withdrawn: Option<String>,
    waits: &'static str,
    merit: String,
    achieved_on: String,
    result: Option<(Option<String>, &'static str, String)>,
    wave: Option<(Option<String>, String)>,
    purposes: String,
    purpose: String,
    proposed: String,
    day: String,
    given_by: String,
    channels: String,
    told: String,
    prompt: String,
    doubt: String,
    exemplar: bool,
    lessons: Vec<LessonRow>,
    learnt: Option<FormView>,
    learnt_unit: String,
    lesson: Option<FormView>,
    decide: Option<FormView>,
    correct: Option<FormView>,
    withdraw: Option<FormView>,
    history: Vec<String>,
}

/// `GET /recognitions/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (under, it) = of_recognition(&app, &visitor, &id).await?;
    render(&app, &caller, &visitor, &under, &it, &asked, None).await
}

pub(super) async fn correcting(
    app: &App,
    under: &Under,
    it: &Recognition,
    name: &str,
    w: &'static Words,
) -> Result<FormView, Refusal> {
    let choices = choices(app, under, name).await?;
    let fields = placed(fields(under, Some(it), &choices, "", w), "correct");
    Ok(FormView::new(format!("/recognitions/{}", it.id), it.version, fields, w.send))
}

pub(super) fn deciding(it: &Recognition, w: &'static Words) -> FormView {
    let fields = placed(given(Some(it), w), "decide");
    FormView::new(format!("/recognitions/{}/decide", it.id), it.version, fields, w.decide)
}

pub(super) fn withdrawing(it: &Recognition, w: &'static Words) -> FormView {
    let fields = vec![Field::new("reason", w.reason, Input::Line, "").hint(w.withdraw_says)];
    FormView::new(format!("/recognitions/{}/withdraw", it.id), it.version, placed(fields, "withdraw"), w.withdraw)
}

async fn history(app: &App, id: &str, language: Language) -> Result<Vec<String>, Refusal> {
    let a = crate::audit::words::words(language);
    let entries = app.store.history_of("recognition", id).await?.into_iter().rev();
    let line = |one: thidua_store::audit::Logged| {
        let detail = one.detail.map(|detail| format!(": {detail}")).unwrap_or_default();
        let act = crate::audit::labels::label(&one.act, a);
        format!("{} {}, {act}{detail}", shown::moment(one.at), one.account_name)
    };
    Ok(entries.map(line).collect())
}

/// Where the page of who is recognised is, for who may open it.
async fn whom(app: &App, visitor: &Visitor, it: &Recognition) -> Result<Option<String>, Refusal> {
    use thidua_domain::access::Act;
    if let Some(unit) = &it.whom_unit_id {
        return Ok(app.may(visitor, Act::Look, unit).await?.then(|| format!("/units/{unit}")));
    }
    let Some(id) = &it.person_id else { return Ok(None) };
    let Some(person) = app.store.person(id).await? else { return Ok(None) };
    let unit = person.post.unit_id.unwrap_or_default();
    Ok(app.may(visitor, Act::Look, &unit).await?.then(|| format!("/people/{id}")))
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    under: &Under,
    it: &Recognition,
    asked: &Asked,
    marked: Marked,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(caller, Place::Movements);
    let movement_id = under.view.movement.id.clone();
    let f = if under.whole { f.in_movement(caller, &movement_id, Tab::Recognitions) } else { f };
    let (class, state) = labels::state(it.state, w);
    let own_proposal = it.proposed_by.as_deref() == Some(visitor.actor.account_id.as_str());
    let may_decide =
        under.open() && under.decides && may_recognise(it.state, it.proposed_by.as_deref(), &visitor.actor);
    let may_correct = under.may_correct(it);
    let exemplar = super::profile::is_exemplar(it);
    let came = marked.as_ref().map_or(Came::Fresh, |(_, form)| form.came);
    let (mut correct, mut decide, mut withdraw, mut lesson, mut learnt) = (None, None, None, None, None);
    if may_correct {
        let name = if it.whom_unit_id.is_none() { it.whom.as_str() } else { "" };
        correct = Some(correcting(app, under, it, name, w).await?);
        withdraw = Some(withdrawing(it, w));
    }
    if may_decide {
        decide = Some(deciding(it, w));
    }
    if exemplar && under.decides && under.open() {
        let edited = under.lessons_of(&it.id).find(|lesson| lesson.id == asked.edit);
        lesson = Some(learning::form(under, it, edited, w));
    }
    if let Some((lesson, unit)) = learning::told(under, visitor, it, asked) {
        learnt = Some(learning::learnt_form(it, lesson, unit, w));
    }
    match marked {
        Some((Which::Correct, form)) => correct = Some(form),
        Some((Which::Decide, form)) => decide = Some(form),
        Some((Which::Withdraw, form)) => withdraw = Some(form),
        Some((Which::Lesson, form)) => lesson = Some(form),
        Some((Which::Learnt, form)) => learnt = Some(form),
        None => {}
    }
    let (prompt, doubt) = under
        .prompt(it, language)
        .map_or_else(Default::default, |(n, doubt)| (w.working_days.replace("{n}", &n.to_string()), doubt));
    let wave = match &it.wave_id {
        Some(id) => {
            app.store.wave(id).await?.map(|led| (under.whole.then(|| format!("/waves/{id}")), led.wave.name))
        }
        None => None,
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let channels = it.channels.iter().map(|one| labels::channel(*one, w));
    let template = OnePage {
        o: office::words(language),
        downloads: if exemplar {
            downloads(&format!("/recognitions/{}", it.id), super::profile::FORMS, language)
        } else {
            Vec::new()
        },
        whom: it.whom.clone(),
        whom_address: whom(app, visitor, it).await?,
        class,
        state,
        withdrawn: it.withdrawn.clone(),
        waits: match it.state {
            Standing::Proposed if under.decides && own_proposal => w.own_proposal,
            Standing::Proposed if !under.decides => w.waits,
            _ => "",
        },
        merit: it.merit.clone(),
        achieved_on: shown::day(Some(it.achieved_on)),
        result: results::of(app, visitor, under, it, w).await?,
        wave,
        purposes: labels::purposes(it, w),
        purpose: text(&it.purpose),
        proposed: it
            .proposed_name
            .as_ref()
            .map(|name| format!("{} ({name})", under.unit(&it.unit_id)))
            .unwrap_or_default(),
        day: shown::day(it.day),
        given_by: text(&it.given_by),
        channels: channels.collect::<Vec<_>>().join("; "),
        told: text(&it.told),
        prompt,
        doubt,
        exemplar,
        lessons: if exemplar { learning::rows(under, visitor, it, w) } else { Vec::new() },
        learnt,
        learnt_unit: under.unit(&asked.unit),
        lesson,
        decide,
        correct,
        withdraw,
        history: if under.whole { history(app, &it.id, language).await? } else { Vec::new() },
        f: f.with_sample(under.view.plan.illustrative),
        w,
        movement_id,
    };
    answered(page(&template), came)
}
