//! One nomination: verdict with every condition, what to look at, the dossier, the steps.

use super::attesting::{Attested, Sentence, attesting, sentences};
use super::conditions::{ConditionRow, row};
use super::entering::{Entered, OpinionRow, PaperRow, ask_form, opinion_row, paper_fields, paper_form, paper_row};
use super::gathered::dossier;
use super::labels;
use super::outcome::{Complaints, Granted, complaints, granted};
use super::ratios;
use super::results::{self, Offered};
use super::scene::{self, Scene};
use super::stepping;
use super::words::{Words, words};
use crate::App;
use crate::awards::labels as award_labels;
use crate::awards::words as award_words;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, placed};
use crate::face::{Answer, Caller, Frame, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_domain::finding::Severity;
use thidua_domain::nominations::remarks::{Remark, may_change};
use thidua_domain::nominations::{State as Standing, words as nomination_words};
use thidua_domain::people::Category;
use thidua_store::nominations::{Cited, KeptRemark, Nomination};

struct StepRow {
    to: &'static str,
    label: &'static str,
    primary: bool,
    refused: String,
    asks_reason: bool,
    asks_received: bool,
}

struct RemarkRow {
    id: String,
    field: &'static str,
    says: String,
    answer: String,
    by: String,
}

#[derive(Template)]
#[template(path = "nominations/one.html")]
struct NominationPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    cw: &'static crate::complaints::words::Words,
    id: String,
    version: i64,
    round_id: String,
    round: String,
    name: String,
    note: String,
    unit: String,
    award: String,
    award_address: String,
    class: &'static str,
    state: &'static str,
    verdict_class: &'static str,
    verdict: &'static str,
    by_law: String,
    also_tried: String,
    notes: Vec<String>,
    money: String,
    granted: Option<Granted>,
    complaints: Option<Complaints>,
    conditions: Vec<ConditionRow>,
    flags: Vec<(&'static str, String)>,
    merit: String,
    report: String,
    prompt: String,
    downgraded: String,
    cited: Vec<Cited>,
    offered: Vec<Offered>,
    papers: Vec<PaperRow>,
    paper: Option<FormView>,
    lacks: Vec<(bool, String)>,
    remarks: Vec<RemarkRow>,
    remark_fields: Vec<(&'static str, &'static str)>,
    opinions: Vec<OpinionRow>,
    ask: Option<FormView>,
    asks: bool,
    steps: Vec<StepRow>,
    lower: Vec<(String, String)>,
    history: Vec<String>,
    correct: Option<FormView>,
    attest: Option<FormView>,
    may_write: bool,
    supplements: String,
    passage: Option<Vec<Sentence>>,
    downloads: Vec<Download>,
}

/// `GET /nominations/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    render(&app, &caller, &scene, &it, Back::default()).await
}

/// The fields that a remark may be about.
pub(super) fn remark_fields(w: &'static Words) -> Vec<(&'static str, &'static str)> {
    vec![
        ("merit", w.field_merit),
        ("report", w.field_report),
        ("papers", w.field_papers),
        ("results", w.field_results),
        ("facts", w.field_facts),
    ]
}

/// Remarks as the rules read them.
pub(super) fn as_rules(kept: &[KeptRemark]) -> Vec<Remark> {
    kept.iter()
        .map(|one| Remark {
            field: one.field.clone(),
            says: one.says.clone(),
            on: one.at.date(),
            answer: one.answer.clone(),
        })
        .collect()
}

/// Whether the unit may change a field now.
pub(super) fn may_write(scene: &Scene, it: &Nomination, remarks: &[KeptRemark], field: &str) -> bool {
    scene.open() && scene.own(it) && may_change(it.state, field, &as_rules(remarks))
}

pub(super) fn text_fields(it: &Nomination, w: &'static Words) -> Vec<Field> {
    let count = |of: Option<i64>| of.map(|n| n.to_string()).unwrap_or_default();
    placed(
        vec![
            Field::new("merit", w.merit, Input::Text, it.merit.clone()).hint(w.merit_hint),
            Field::new("report", w.report, Input::Text, it.report.clone().unwrap_or_default()).hint(w.report_hint),
            Field::new(
                "influence",
                w.influence,
                Input::Choice(labels::influences(w)),
                it.influence.clone().unwrap_or_default(),
            ),
            Field::new("achieved_on", w.achieved_on, Input::Day, shown::day(it.achieved_on)),
            Field::new(
                "selection_for",
                w.selection_for,
                Input::Number,
                count(it.selection.map(|(votes, _)| votes)),
            ),
            Field::new("selection_of", w.selection_of, Input::Number, count(it.selection.map(|(_, of)| of))),
        ],
        "text",
    )
}

/// Forms that came back.
#[derive(Default)]
pub(super) struct Back<'a> {
    pub(super) correct: Option<FormView>,
    pub(super) attest: Option<Attested<'a>>,
    pub(super) paper: Option<FormView>,
    pub(super) ask: Option<FormView>,
    pub(super) entered: Option<Entered<'a>>,
}

/// The page, with the forms that came back.
pub(super) async fn render(app: &App, caller: &Caller, scene: &Scene, it: &Nomination, back: Back<'_>) -> Answer {
    let language = caller.preferences.language;
    let (w, aw) = (words(language), award_words::words(language));
    let dossier = dossier(app, scene, it).await?;
    let (attest, typed) = back.attest.map(|one| (one.form, one.typed)).unzip();
    let forms = [&back.correct, &attest, &back.paper, &back.ask];
    let came = forms.into_iter().flatten().map(|form| form.came).find(|came| *came != Came::Fresh);
    let came = came.or(back.entered.as_ref().map(|_| Came::Refused));
    let open = |field| may_write(scene, it, &dossier.remarks, field);
    let (open_text, open_facts) = (open("merit") || open("report"), open("facts"));
    let (open_results, open_papers) = (open("results"), open("papers"));
    let may_attest =
        scene.open() && !it.state.is_over() && (open_facts || scene.appraises && it.state != Standing::Draft);
    let asks = scene.appraises && scene.open() && !it.state.is_over();
    let correct = back.correct.or_else(|| {
        open_text.then(|| FormView::new(format!("/nominations/{}", it.id), it.version, text_fields(it, w), w.save))
    });
    let attest = attest.or_else(|| may_attest.then(|| attesting(it, &dossier, w)));
    let judgement = dossier.judgement.as_ref();
    let (verdict_class, verdict) =
        judgement.map_or(("not-begun", ""), |one| award_labels::verdict(one.verdict, aw));
    let standing = stepping::standing(scene, it, &dossier);
    let mut steps: Vec<StepRow> = stepping::offered(scene, it)
        .into_iter()
        .map(|to| {
            let refused = it
                .state
                .step(to, &standing.assumed(to))
                .err()
                .map(|why| labels::refused(why, w))
                .unwrap_or_default();
            StepRow {
                to: to.code(),
                label: labels::step(it.state, to, w),
                primary: onward(it.state, to),
                refused,
                asks_reason: matches!(to, Standing::Withdrawn | Standing::NotGranted),
                asks_received: it.state == Standing::Submitted
                    && to == Standing::Appraisal
                    && it.received_on.is_none(),
            }
        })
        .collect();
    // the way onward stands first
    steps.sort_by_key(|step| !step.primary);
    let (class, state) = labels::state(it.state, w);
    let history = app
        .store
        .nomination_steps(&it.id)
        .await?
        .iter()
        .map(|step| {
            let reason = step.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
            format!(
                "{} · {} → {} · {}{reason}",
                shown::moment(step.at),
                labels::state(step.from, w).1,
                labels::state(step.to, w).1,
                step.account_name
            )
        })
        .collect();
    let calendar = crate::calendar::of_unit(app, &scene.round.unit_id).await?;
    let prompt = match (it.achieved_on, scene.round.occasion) {
        (Some(day), thidua_domain::nominations::Occasion::Sudden) => {
            thidua_domain::recognitions::promptness(Some(day), Some(scene.today), &calendar)
                .map(|counted| w.prompt_days.replace("{n}", &counted.value.to_string()))
                .unwrap_or_default()
        }
        _ => String::new(),
    };
    let category = it.nominee.category.as_deref().and_then(Category::from_code);
    let mut notes: Vec<String> = [it.nominee.post.clone(), Some(it.nominee.of_unit.clone())]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    if category.is_some_and(|category| category.works_directly(it.nominee.leader.unwrap_or(false))) {
        notes.push(w.direct.to_owned());
    }
    let template = NominationPage {
        f: frame(caller, Tab::Rounds).with_sample(it.illustrative),
        o: office::words(language),
        cw: crate::complaints::words::words(language),
        granted: granted(app, scene, it, w).await?,
        complaints: complaints(app, scene, it, language).await?,
        downloads: downloads(&format!("/nominations/{}", it.id), &super::printing::offered(scene, it), language),
        id: it.id.clone(),
        version: it.version,
        round_id: scene.round.id.clone(),
        round: scene.round.name.clone(),
        name: it.nominee.name.clone(),
        note: notes.join(", "),
        unit: scene.unit(&it.unit_id),
        award: it.award_name.clone(),
        award_address: format!("/awards/{}?day={}", it.award, shown::day(Some(scene.law_day(Some(it))))),
        class,
        state,
        verdict_class,
        verdict,
        by_law: judgement
            .map(|one| {
                w.by_law.replace("{law}", crate::law::regime(&one.regime, language)).replace("{pack}", &one.pack)
            })
            .unwrap_or_default(),
        also_tried: judgement
            .and_then(|one| one.also_tried.as_ref())
            .map(|(regime, verdict)| {
                w.also_tried
                    .replace("{law}", crate::law::regime(regime, language))
                    .replace("{verdict}", award_labels::verdict(*verdict, aw).1)
            })
            .unwrap_or_default(),
        notes: judgement
            .map(|one| one.notes.iter().map(|says| says.in_language(language).to_owned()).collect())
            .unwrap_or_default(),
        money: judgement
            .and_then(|one| one.money.as_ref())
            .map(|money| award_labels::money(money, aw))
            .unwrap_or_default(),
        conditions: judgement
            .map(|one| one.conditions.iter().map(|one| row(one, language, w, aw)).collect())
            .unwrap_or_default(),
        flags: dossier
            .flags
            .iter()
            .map(|flag| {
                let class = match flag.severity() {
                    Severity::Error => "missed",
                    Severity::Warning => "at-risk",
                    Severity::Notice => "not-begun",
                };
                (class, nomination_words::flag(flag).in_language(language).to_owned())
            })
            .collect(),
        merit: it.merit.clone(),
        report: it.report.clone().unwrap_or_default(),
        prompt,
        downgraded: it
            .downgraded_from
            .as_ref()
            .map(|from| w.downgraded.replace("{name}", &award_name(scene, it, from)))
            .unwrap_or_default(),
        offered: if open_results { results::offered(app, scene, it, &dossier.cited).await? } else { Vec::new() },
        papers: dossier.papers.iter().map(|one| paper_row(one, w)).collect(),
        lacks: dossier
            .lacks
            .iter()
            .map(|lack| {
                let name = if language == Language::Vietnamese { &lack.says } else { &lack.english };
                let says = if lack.sure { w.paper_lacks } else { w.paper_lacks_unsure };
                (
                    lack.sure,
                    says.replace("{name}", name)
                        .replace("{has}", &lack.has.to_string())
                        .replace("{needs}", &lack.needs.to_string()),
                )
            })
            .collect(),
        remarks: dossier
            .remarks
            .iter()
            .map(|one| RemarkRow {
                id: one.id.clone(),
                field: remark_fields(w)
                    .into_iter()
                    .find(|(code, _)| *code == one.field)
                    .map_or("", |(_, label)| label),
                says: one.says.clone(),
                answer: one.answer.clone().unwrap_or_default(),
                by: format!("{} · {}", one.account_name, shown::moment(one.at)),
            })
            .collect(),
        remark_fields: remark_fields(w),
        opinions: dossier.opinions.iter().map(|one| opinion_row(one, back.entered.as_ref(), scene, w)).collect(),
        steps,
        lower: if (scene.appraises || scene.own(it)) && it.state != Standing::Draft && !it.state.is_over() {
            ratios::lower(scene, &it.award)
        } else {
            Vec::new()
        },
        history,
        paper: back.paper.or_else(|| {
            let fields = open_papers.then(|| paper_fields(scene, it, language, w)).flatten();
            fields.map(|fields| paper_form(it, fields, w))
        }),
        ask: back.ask.or_else(|| asks.then(|| ask_form(it, w))),
        asks,
        may_write: open_papers,
        supplements: w.returned_once.replace("{used}", &it.supplements.to_string()).replace("{allowed}", "1"),
        passage: judgement.filter(|_| may_attest).map(|one| sentences(one, typed, &dossier, language)),
        cited: dossier.cited,
        correct,
        attest,
        w,
    };
    answered(page(&template), came.unwrap_or(Came::Fresh))
}

/// Whether a step leads towards the decision; the way back from the council is not what is meant to be pressed.
fn onward(from: Standing, to: Standing) -> bool {
    match to {
        Standing::Appraisal => from != Standing::Council,
        Standing::Submitted | Standing::Council | Standing::Deciding | Standing::Upward => true,
        _ => false,
    }
}

/// The name of an award by the law of a nomination.
fn award_name(scene: &Scene, it: &Nomination, code: &str) -> String {
    super::law::award(&scene.law, scene.law_day(Some(it)), code)
        .map_or_else(|| code.to_owned(), |award| award.name.name.clone())
}
