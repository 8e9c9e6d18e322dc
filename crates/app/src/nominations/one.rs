//! One nomination: verdict with every condition, what to look at, the dossier, the steps.

use super::facts::{self, Added};
use super::judging;
use super::labels;
use super::ratios;
use super::results::{self, Offered};
use super::scene::{self, Scene};
use super::stepping;
use super::words::{Words, words};
use crate::App;
use crate::awards::labels as award_labels;
use crate::awards::words as award_words;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use std::collections::BTreeSet;
use thidua_domain::access::Act;
use thidua_domain::alike::{Likeness, Text, WORTH_A_LOOK};
use thidua_domain::awards::judging::{Answer as Condition, Judgement};
use thidua_domain::awards::outcome::Outcome;
use thidua_domain::awards::pack::Role;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, Expectation, Language};
use thidua_domain::finding::Severity;
use thidua_domain::nominations::flags::{self, About, Flag};
use thidua_domain::nominations::papers::{self as asked_papers, Lack, Present};
use thidua_domain::nominations::remarks::{Remark, may_change};
use thidua_domain::nominations::{State as Standing, words as nomination_words};
use thidua_domain::people::Category;
use thidua_store::StoreError;
use thidua_store::nominations::{Cited, KeptRemark, Nomination, Opinion, Paper};

/// Near-identical reports that are told.
const ALIKE: usize = 5;

pub(super) struct ConditionRow {
    number: String,
    says: String,
    source: String,
    class: &'static str,
    outcome: &'static str,
    mark: &'static str,
    mark_class: &'static str,
    decides: bool,
    uses: Vec<String>,
    missing: Vec<String>,
    mend: String,
    parts: Vec<ConditionRow>,
}

impl ConditionRow {
    fn flat(&self) -> Vec<&ConditionRow> {
        self.parts.iter().flat_map(|part| std::iter::once(part).chain(part.flat())).collect()
    }
}

struct StepRow {
    to: &'static str,
    label: &'static str,
    primary: bool,
    refused: String,
    asks_reason: bool,
    asks_received: bool,
}

/// Everything of a dossier.
pub(super) struct Dossier {
    pub(super) papers: Vec<Paper>,
    pub(super) remarks: Vec<KeptRemark>,
    pub(super) cited: Vec<Cited>,
    pub(super) opinions: Vec<Opinion>,
    pub(super) added: Added,
    pub(super) judgement: Option<Judgement>,
    pub(super) lacks: Vec<Lack>,
    pub(super) flags: Vec<Flag>,
    /// What the council voted, once its count is closed.
    pub(super) passed: Option<bool>,
}

/// Gathers a dossier.
pub(super) async fn dossier(app: &App, scene: &Scene, it: &Nomination) -> Result<Dossier, Refusal> {
    let papers = app.store.nomination_papers(&it.id).await?;
    let remarks = app.store.nomination_remarks(&it.id).await?;
    let cited = app.store.cited_results(&it.id).await?;
    let opinions = app.store.opinions(&it.id).await?;
    let added = Added::read(&app.store.nomination_facts(&it.id).await?);
    let judgement = judging::judged(app, scene, it).await?.ok();
    let asked = super::law::award(&scene.law, scene.law_day(Some(it)), &it.award)
        .map(|award| award.papers.clone())
        .unwrap_or_default();
    let present: Vec<Present> = papers
        .iter()
        .filter(|paper| paper.withdrawn.is_none())
        .map(|paper| Present {
            kind: paper.put.kind.clone(),
            originals: u32::try_from(paper.put.originals).unwrap_or(0),
        })
        .collect();
    let used = used_criteria(judgement.as_ref());
    let lacks = asked_papers::missing(&asked, &present, &used);
    let about = about(app, scene, it, &cited).await?;
    let passed = crate::meetings::passed(app, &it.id).await?;
    Ok(Dossier { papers, remarks, cited, opinions, added, judgement, lacks, flags: flags::flags(&about), passed })
}

/// Criteria that a judgement rests on: `initiative` where an initiative met one.
fn used_criteria(judgement: Option<&Judgement>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut walk: Vec<&Condition> = judgement.map(|one| one.conditions.iter().collect()).unwrap_or_default();
    while let Some(one) = walk.pop() {
        walk.extend(&one.parts);
        // the facts that it used speak of what it rests on
        if one.outcome == Outcome::True && one.parts.is_empty() && one.kind == "Initiative" {
            found.insert("initiative".to_owned());
        }
    }
    found
}

/// The report, or the merit while there is none.
fn reported(one: &Nomination) -> &str {
    one.report.as_deref().unwrap_or(&one.merit)
}

async fn about(app: &App, scene: &Scene, it: &Nomination, cited: &[Cited]) -> Result<About, Refusal> {
    let mut proposing = vec![it.unit_id.clone()];
    let unit = match (&it.nominee.person_id, &it.nominee.unit_id) {
        (Some(person), _) => app.store.person(person).await?.and_then(|person| person.post.unit_id),
        (None, Some(unit)) => Some(unit.clone()),
        // only a name: the unit that proposes answers for it
        (None, None) => Some(it.unit_id.clone()),
    };
    if let Some(unit) = &unit
        && app.store.path_ids(unit).await?.contains(&it.unit_id)
    {
        proposing.push(unit.clone());
    }
    let own = Text::new(reported(it));
    // one line a person, whose nominations for several awards have one report
    let mut alike: Vec<(String, Likeness)> = Vec::new();
    for other in scene.all.iter().filter(|other| other.id != it.id && !facts::same(other, it)) {
        let likeness = own.likeness(&Text::new(reported(other)));
        if likeness.percent >= WORTH_A_LOOK
            && alike.len() < ALIKE
            && !alike.iter().any(|(name, _)| *name == other.nominee.name)
        {
            alike.push((other.nominee.name.clone(), likeness));
        }
    }
    let people = match &it.nominee.person_id {
        Some(id) => app.store.same_person(id).await?,
        None => Vec::new(),
    };
    let registered = registered(app, scene, it).await?;
    let mut rewarded = Vec::new();
    for other in app.store.nominations_of_nominee(&people, it.nominee.unit_id.as_deref()).await? {
        if other.id != it.id
            && other.round_id != it.round_id
            && other.merit == it.merit
            && other.state != Standing::Withdrawn
        {
            rewarded.push(flags::Rewarded {
                achievement: it.merit.clone(),
                award: other.award_name.clone(),
                given: other.state == Standing::Granted,
            });
        }
    }
    Ok(About {
        proposing,
        unit,
        registered,
        achievements: vec![it.merit.clone()],
        rewarded,
        initiatives: Vec::new(),
        pending: Vec::new(),
        disciplined: false,
        alike,
        cited: cited.len(),
    })
}

/// Whether the nominee registered for the title in the movement of the round; nothing where nobody registers.
async fn registered(app: &App, scene: &Scene, it: &Nomination) -> Result<Option<bool>, Refusal> {
    let Some(movement) = &scene.round.movement_id else { return Ok(None) };
    let Some(round) = app.store.registration_round(movement).await? else { return Ok(None) };
    let items = app.store.registration_items_of_round(&round.id).await?;
    let of_award: Vec<_> =
        items.iter().filter(|item| item.written.title_code.as_deref() == Some(it.award.as_str())).collect();
    if of_award.is_empty() {
        return Ok(None);
    }
    let sheets = app.store.registrations_of_round(&round.id).await?;
    let name = fold(&it.nominee.name);
    Ok(Some(of_award.into_iter().any(|item| match &item.written.person {
        Some(person) => fold(person) == name,
        None => {
            let unit = it.nominee.unit_id.as_ref();
            unit.is_some()
                && sheets.iter().any(|sheet| sheet.id == item.registration_id && Some(&sheet.unit_id) == unit)
        }
    })))
}

fn row(one: &Condition, language: Language, w: &'static Words, aw: &'static award_words::Words) -> ConditionRow {
    let said = |says: &thidua_domain::basics::Says| says.in_language(language).to_owned();
    let (class, outcome) = match one.outcome {
        Outcome::True => ("met", w.met),
        Outcome::False => ("missed", w.not_met),
        Outcome::Unknown if one.role == Role::Judgement => ("not-begun", w.unknown),
        Outcome::Unknown => ("needs-person", w.unknown),
    };
    let (mark_class, mark) = award_labels::mark(one.mark, aw);
    ConditionRow {
        number: one.number.clone(),
        says: said(&one.says),
        source: one.source.clone(),
        class,
        outcome,
        mark,
        mark_class,
        decides: one.deciding != Outcome::True,
        uses: one.reasons.uses.iter().map(said).collect(),
        missing: one.reasons.missing.iter().map(said).collect(),
        mend: one.reasons.mend.as_ref().map(said).unwrap_or_default(),
        parts: one.parts.iter().map(|part| row(part, language, w, aw)).collect(),
    }
}

struct PaperRow {
    id: String,
    name: String,
    note: String,
    file: Option<String>,
    withdrawn: String,
}

struct RemarkRow {
    id: String,
    field: &'static str,
    says: String,
    answer: String,
    by: String,
}

struct OpinionRow {
    id: String,
    version: i64,
    body: String,
    class: &'static str,
    standing: String,
    says: String,
    open: bool,
}

#[derive(Template)]
#[template(path = "nominations/one.html")]
struct NominationPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
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
    conditions: Vec<ConditionRow>,
    flags: Vec<(&'static str, String)>,
    merit: String,
    report: String,
    prompt: String,
    downgraded: String,
    cited: Vec<Cited>,
    offered: Vec<Offered>,
    papers: Vec<PaperRow>,
    kinds: Vec<(String, String)>,
    lacks: Vec<(bool, String)>,
    remarks: Vec<RemarkRow>,
    remark_fields: Vec<(&'static str, &'static str)>,
    opinions: Vec<OpinionRow>,
    steps: Vec<StepRow>,
    lower: Vec<(String, String)>,
    history: Vec<String>,
    correct: Option<FormView>,
    attest: Option<FormView>,
    may_write: bool,
    appraises: bool,
    supplements: String,
    passage: Option<Vec<(String, String)>>,
}

/// `GET /nominations/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    render(&app, &caller, &scene, &it, None, None).await
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

fn text_fields(it: &Nomination, w: &'static Words) -> Vec<Field> {
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

/// The sentences that a person answers: attested ones and what the law leaves to a local rule.
pub(super) fn to_attest(judgement: &Judgement) -> Vec<(String, thidua_domain::basics::Says)> {
    let mut found = Vec::new();
    let mut walk: Vec<&Condition> = judgement.conditions.iter().rev().collect();
    while let Some(one) = walk.pop() {
        walk.extend(one.parts.iter().rev());
        if matches!(one.kind, "Attested" | "LocalRule") {
            found.push((one.number.clone(), one.says.clone()));
        }
    }
    found
}

fn attest_fields(dossier: &Dossier, language: Language, w: &'static Words) -> Vec<Field> {
    let tick = |yes: bool| if yes { "yes" } else { "" };
    let amount = dossier.added.contribution.map(award_labels::vnd).unwrap_or_default();
    let mut fields = vec![
        Field::new("history", w.history_complete, Input::Tick, tick(dossier.added.history_complete)),
        Field::new("pending", w.nothing_pending, Input::Tick, tick(dossier.added.nothing_pending)),
        Field::new("discipline", w.nothing_disciplined, Input::Tick, tick(dossier.added.nothing_disciplined)),
        Field::new("contribution", w.contribution, Input::Number, amount),
    ];
    let _ = language;
    fields.shrink_to_fit();
    placed(fields, "facts")
}

/// The page, with a form that came back.
pub(super) async fn render(
    app: &App,
    caller: &Caller,
    scene: &Scene,
    it: &Nomination,
    correct: Option<FormView>,
    attest: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, aw) = (words(language), award_words::words(language));
    let dossier = dossier(app, scene, it).await?;
    let came = [&correct, &attest].into_iter().flatten().map(|form| form.came).find(|came| *came != Came::Fresh);
    let open = |field| may_write(scene, it, &dossier.remarks, field);
    let (open_text, open_facts) = (open("merit") || open("report"), open("facts"));
    let (open_results, open_papers) = (open("results"), open("papers"));
    let may_attest =
        scene.open() && !it.state.is_over() && (open_facts || scene.appraises && it.state != Standing::Draft);
    let correct = correct.or_else(|| {
        open_text.then(|| FormView::new(format!("/nominations/{}", it.id), it.version, text_fields(it, w), w.save))
    });
    let attest = attest.or_else(|| {
        may_attest.then(|| {
            FormView::new(
                format!("/nominations/{}/facts", it.id),
                it.version,
                attest_fields(&dossier, language, w),
                w.save,
            )
        })
    });
    let judgement = dossier.judgement.as_ref();
    let (verdict_class, verdict) =
        judgement.map_or(("not-begun", ""), |one| award_labels::verdict(one.verdict, aw));
    let standing = stepping::standing(scene, it, &dossier);
    let steps = stepping::offered(scene, it)
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
                primary: matches!(
                    to,
                    Standing::Submitted
                        | Standing::Appraisal
                        | Standing::Council
                        | Standing::Deciding
                        | Standing::Upward
                ),
                refused,
                asks_reason: matches!(to, Standing::Withdrawn | Standing::NotGranted),
                asks_received: it.state == Standing::Submitted
                    && to == Standing::Appraisal
                    && it.received_on.is_none(),
            }
        })
        .collect();
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
    let kinds = super::law::award(&scene.law, scene.law_day(Some(it)), &it.award)
        .map(|award| {
            let mut seen: Vec<(String, String)> = Vec::new();
            for paper in &award.papers {
                if !seen.iter().any(|(kind, _)| *kind == paper.kind) {
                    seen.push((
                        paper.kind.clone(),
                        if language == Language::Vietnamese { paper.says.clone() } else { paper.english.clone() },
                    ));
                }
            }
            seen
        })
        .unwrap_or_default();
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
            .map(|one| w.by_law.replace("{regime}", &one.regime).replace("{pack}", &one.pack))
            .unwrap_or_default(),
        also_tried: judgement
            .and_then(|one| one.also_tried.as_ref())
            .map(|(regime, verdict)| {
                w.also_tried.replace("{regime}", regime).replace("{verdict}", award_labels::verdict(*verdict, aw).1)
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
        papers: dossier
            .papers
            .iter()
            .map(|paper| PaperRow {
                id: paper.id.clone(),
                name: paper.put.name.clone(),
                note: [
                    paper.put.number.clone(),
                    paper.put.dated.map(|day| shown::day(Some(day))),
                    Some(paper.put.originals.to_string()),
                ]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
                file: paper.put.file.as_ref().map(|(_, name)| name.clone()),
                withdrawn: paper
                    .withdrawn
                    .as_ref()
                    .map(|why| w.paper_withdrawn.replace("{why}", why))
                    .unwrap_or_default(),
            })
            .collect(),
        kinds,
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
        opinions: dossier.opinions.iter().map(|one| opinion(one, scene, w)).collect(),
        steps,
        lower: if (scene.appraises || scene.own(it)) && it.state != Standing::Draft && !it.state.is_over() {
            ratios::lower(scene, &it.award)
        } else {
            Vec::new()
        },
        history,
        may_write: open_papers,
        appraises: scene.appraises && scene.open(),
        supplements: w.returned_once.replace("{used}", &it.supplements.to_string()).replace("{allowed}", "1"),
        passage: judgement.filter(|_| may_attest).map(|one| {
            to_attest(one)
                .into_iter()
                .map(|(number, says)| (number, says.in_language(language).to_owned()))
                .collect()
        }),
        cited: dossier.cited,
        correct,
        attest,
        w,
    };
    answered(page(&template), came.unwrap_or(Came::Fresh))
}

/// The name of an award by the law of a nomination.
fn award_name(scene: &Scene, it: &Nomination, code: &str) -> String {
    super::law::award(&scene.law, scene.law_day(Some(it)), code)
        .map_or_else(|| code.to_owned(), |award| award.name.name.clone())
}

fn opinion(one: &Opinion, scene: &Scene, w: &'static Words) -> OpinionRow {
    let day = |day| shown::day(Some(day));
    let (class, standing) = match (one.answer.as_deref(), one.expires) {
        (None, _) if one.due < scene.today => ("missed", w.opinion_late.replace("{day}", &day(one.due))),
        (None, _) => ("on-track", w.opinion_waits.replace("{day}", &day(one.due))),
        (_, Some(last)) if last < scene.today => ("at-risk", w.opinion_expired.replace("{day}", &day(last))),
        (Some("agrees"), _) => ("met", w.opinion_agrees.to_owned()),
        (Some("disagrees"), _) => ("missed", w.opinion_disagrees.to_owned()),
        (Some(_), _) => ("met", w.opinion_no_remark.to_owned()),
    };
    OpinionRow {
        id: one.id.clone(),
        version: one.version,
        body: one.body.clone(),
        class,
        standing,
        says: one.says.clone().unwrap_or_default(),
        open: one.answer.is_none(),
    }
}

/// `POST /nominations/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    app.require(&visitor, Act::Nominate, &it.unit_id).await?;
    scene.require_open()?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let remarks = app.store.nomination_remarks(&id).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut new = it.clone();
    // only what is open is taken: in a returned dossier the fields with a remark
    if may_write(&scene, &it, &remarks, "merit") {
        new.merit = reader.required("merit");
        new.influence = reader.code("influence", |code| {
            labels::influences(w).iter().any(|(known, _)| *known == code).then(|| code.to_owned())
        });
        new.achieved_on = reader.day("achieved_on");
        let count = |amount: Option<Amount>| amount.map(|amount| amount.ten_thousandths() / 10_000);
        let votes = count(reader.amount("selection_for", Expectation::Quantity));
        let of = count(reader.amount("selection_of", Expectation::Quantity));
        new.selection = votes.zip(of);
        if new.selection.is_some_and(|(votes, of)| votes > of || votes < 0 || of == 0) {
            reader.problem("selection_for", w.bad_selection);
        }
    } else if !may_write(&scene, &it, &remarks, "report") {
        return Err(scene::invalid(|w| w.r_no_arrow.to_owned()));
    }
    if may_write(&scene, &it, &remarks, "report") {
        new.report = reader.text("report");
    }
    let form = || FormView::new(format!("/nominations/{id}"), it.version, text_fields(&it, w), w.save);
    if !reader.fine() {
        return render(&app, &caller, &scene, &it, Some(form().back(reader, Came::Refused)), None).await;
    }
    new.version = sent.seen();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_nomination(&new).await {
        Err(StoreError::ChangedMeanwhile) => {
            beside(&mut reader, &text_fields(&it, w), o);
            render(&app, &caller, &scene, &it, Some(form().back(reader, Came::Changed)), None).await
        }
        other => {
            other?;
            let detail = format!("{}: {}", it.nominee.name, it.award_name);
            change.commit(scene.entry("nomination.corrected", &id, detail)).await?;
            go(format!("/nominations/{id}?done=saved"))
        }
    }
}
