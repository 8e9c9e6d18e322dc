//! `/movements/{id}/earlier`: figures of the authority's own movements of earlier years, proposed by the name of the target
//! and taken over by a person.

use super::actions;
use super::words::{Words, words};
use crate::App;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::movements::actions::{MovementView, movement_for};
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::evaluation::{Of, measures_of};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::targets::Comparator;
use thidua_store::evaluation::{Earlier, EarlierVersion};
use thidua_store::targets::Target;

/// Earlier years that are looked at.
const YEARS: i32 = 3;

/// What an earlier movement has of a target.
struct Proposal {
    target: Target,
    from: Target,
    year: i32,
    plan_number: String,
    illustrative: bool,
    values: Vec<(Period, Amount)>,
}

impl Proposal {
    fn key(&self) -> String {
        format!("take-{}-{}", self.target.id, self.year)
    }
}

/// Whether what was reached in a year can stand beside another year: a number that is no change itself.
fn comparable(target: &Target) -> bool {
    let draft = &target.draft;
    let change = matches!(draft.comparator, Some(Comparator::IncreaseBy | Comparator::DecreaseBy));
    draft.comparator.is_some_and(|comparator| !comparator.is_judged())
        && !change
        && measures_of(&draft.name).is_empty()
}

/// Two targets of two years are the same when their names and units of measure are, marks, case and the year in them aside.
fn same(one: &Target, other: &Target) -> bool {
    let plain = |target: &Target| {
        let words = fold(&target.draft.name);
        let is_year =
            |word: &&str| word.len() == 4 && word.starts_with("20") && word.chars().all(|c| c.is_ascii_digit());
        words.split_whitespace().filter(|word| !is_year(word) && *word != "nam").collect::<Vec<_>>().join(" ")
    };
    let unit = |target: &Target| target.draft.unit.as_deref().map(fold);
    unit(one) == unit(other) && plain(one) == plain(other)
}

async fn proposals(app: &App, view: &MovementView, known: &[EarlierVersion]) -> Result<Vec<Proposal>, Refusal> {
    let mut found: Vec<Proposal> = Vec::new();
    let Some(year) = view.plan.subject_year.and_then(|year| i32::try_from(year).ok()) else { return Ok(found) };
    let targets = app.store.targets(&view.plan.id).await?;
    for earlier in (1..=YEARS).map(|back| year - back) {
        let units = [view.plan.unit_id.clone()];
        let plans = app.store.plans_of_year(&units, i64::from(earlier)).await?;
        for plan in plans.into_iter().filter(|plan| plan.issued && plan.id != view.plan.id) {
            let theirs = app.store.targets(&plan.id).await?;
            let figures = app.store.figures_of_plan(&plan.id).await?;
            for target in targets.iter().filter(|target| comparable(target)) {
                let Some(from) = theirs.iter().find(|one| comparable(one) && same(one, target)) else { continue };
                let open = |period: Period| {
                    !known.iter().any(|one| {
                        let entered = &one.entered;
                        entered.target_id == target.id
                            && entered.of == Of::Itself
                            && entered.year == earlier
                            && entered.period == period
                    })
                };
                let own = figures.iter().filter(|one| one.reported.target_id == from.id);
                let values: Vec<(Period, Amount)> = own
                    .clone()
                    .filter_map(|one| match one.reported.figure {
                        Figure::Number(amount) if open(one.reported.period) => Some((one.reported.period, amount)),
                        _ => None,
                    })
                    .collect();
                let taken = found.iter().any(|one| one.target.id == target.id && one.year == earlier);
                if values.is_empty() || taken {
                    continue;
                }
                found.push(Proposal {
                    target: target.clone(),
                    from: from.clone(),
                    year: earlier,
                    plan_number: plan.number_symbol.clone().unwrap_or_default(),
                    illustrative: plan.illustrative || own.clone().any(|one| one.reported.illustrative),
                    values,
                });
            }
        }
    }
    Ok(found)
}

struct ProposedRow {
    key: String,
    target_id: String,
    name: String,
    from_id: String,
    from_name: String,
    plan: String,
    year: i32,
    values: Vec<String>,
}

struct KnownRow {
    target_id: String,
    name: String,
    unit: String,
    says: Vec<String>,
}

#[derive(Template)]
#[template(path = "evaluation/taking.html")]
struct TakingPage {
    f: Frame,
    w: &'static Words,
    m: &'static crate::movements::words::Words,
    id: String,
    plan_number: String,
    periods: Vec<&'static str>,
    proposed: Vec<ProposedRow>,
    known: Vec<KnownRow>,
    may: bool,
}

/// `GET /movements/{id}/earlier`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let language = caller.preferences.language;
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Evaluation);
    let known = app.store.earlier_figures(&view.plan.id, None).await?;
    let proposed = proposals(&app, &view, &known).await?;
    let targets = app.store.targets(&view.plan.id).await?;
    let open = view.movement.state.takes_figures();
    let may = open && visitor.actor.may_in(Act::ReportFigure, &view.plan.unit_id);
    let illustrative = known.iter().any(|one| one.entered.illustrative)
        || proposed.iter().any(|one| one.illustrative)
        || view.plan.illustrative;
    let template = TakingPage {
        m: crate::movements::words::words(language),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        periods: Period::ALL.map(|period| show::period(period, f.c)).to_vec(),
        proposed: proposed.iter().map(proposed_row).collect(),
        known: targets
            .iter()
            .filter(|target| target.draft.comparator.is_some_and(|comparator| !comparator.is_judged()))
            .map(|target| known_row(target, &known, language))
            .collect(),
        may,
        f: f.with_sample(illustrative),
        w: words(language),
        id,
    };
    page(&template)
}

fn proposed_row(one: &Proposal) -> ProposedRow {
    let value = |period: Period| {
        let found = one.values.iter().find(|(of, _)| *of == period);
        found.map(|(_, value)| value.vietnamese()).unwrap_or_default()
    };
    ProposedRow {
        key: one.key(),
        target_id: one.target.id.clone(),
        name: one.target.draft.name.clone(),
        from_id: one.from.id.clone(),
        from_name: one.from.draft.name.clone(),
        plan: one.plan_number.clone(),
        year: one.year,
        values: Period::ALL.map(value).to_vec(),
    }
}

fn known_row(target: &Target, known: &[EarlierVersion], language: Language) -> KnownRow {
    let (w, c) = (words(language), crate::face::words::words(language));
    let says = known
        .iter()
        .filter(|one| one.entered.target_id == target.id)
        .filter_map(|one| {
            let entered = &one.entered;
            let of = if entered.of == Of::Itself { "" } else { super::says::of(entered.of, w) };
            let period = show::inside(show::period(entered.period, c));
            let value = entered.value?.vietnamese();
            Some(format!("{of} {}, {period}: {value}", entered.year).trim().to_owned())
        })
        .collect();
    KnownRow {
        target_id: target.id.clone(),
        name: target.draft.name.clone(),
        unit: target.draft.unit.clone().unwrap_or_default(),
        says,
    }
}

/// `POST /movements/{id}/earlier`: takes over what was chosen.
pub(crate) async fn take(sent: Sent) -> Answer {
    let view = movement_for(&sent.app, &sent.visitor, &sent.id, Act::ReportFigure).await?;
    if !view.movement.state.takes_figures() {
        return Err(Refusal::ChangedMeanwhile);
    }
    let known = sent.app.store.earlier_figures(&view.plan.id, None).await?;
    let w = words(Language::Vietnamese);
    let mut taken = Vec::new();
    for one in proposals(&sent.app, &view, &known).await? {
        if !sent.typed.contains_key(&one.key()) {
            continue;
        }
        let source = w.e_source.replace("{plan}", &one.plan_number).replace("{year}", &one.year.to_string());
        taken.extend(one.values.iter().map(|(period, value)| Earlier {
            target_id: one.target.id.clone(),
            of: Of::Itself,
            year: one.year,
            period: *period,
            value: Some(*value),
            source: Some(source.clone()),
            from_target_id: Some(one.from.id.clone()),
            reason: None,
            illustrative: one.illustrative,
        }));
    }
    if !taken.is_empty() {
        actions::take_over(&sent.app, sent.author(), &view.plan.unit_id, &sent.id, &taken).await?;
    }
    go(format!("/movements/{}/earlier?done=saved", sent.id))
}
