//! What the report of a movement for a period is made of.

use crate::App;
use crate::evaluation::{Evaluation, evaluate};
use crate::face::Refusal;
use crate::movements::actions::MovementView;
use crate::reporting::outside;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::fold;
use thidua_domain::evaluation::Of;
use thidua_domain::periods::Period;
use thidua_domain::reporting::State as Stage;
use thidua_domain::reviews::Kind;
use thidua_domain::targets::Reference;
use thidua_domain::units::Unit;
use thidua_store::movement_facts::Content;
use thidua_store::movements::Movement;
use thidua_store::plans::Plan;
use thidua_store::recognitions::Recognition;
use thidua_store::reporting::UnitReport;
use thidua_store::reviews::SummingUp;
use thidua_store::waves::LedWave;

/// Everything that is known.
pub(super) struct Gathered {
    pub(super) plan: Plan,
    pub(super) movement: Movement,
    pub(super) attached: Vec<Movement>,
    pub(super) period: Period,
    pub(super) evaluation: Evaluation,
    /// The same period of the year before, by target.
    pub(super) last_year: HashMap<String, Amount>,
    pub(super) contents: Vec<Content>,
    /// Units that are asked, each with its report; `None` where no round is open.
    pub(super) units: Option<Vec<(Unit, Option<UnitReport>)>>,
    /// What accepted reports say: name of the unit, report, section, words.
    pub(super) said: Vec<Said>,
    pub(super) waves: Vec<LedWave>,
    pub(super) recognised: Vec<Recognition>,
    /// Units that registered, were approved, were asked.
    pub(super) registered: Option<(usize, usize)>,
    /// Covenants that were signed.
    pub(super) covenants: usize,
    /// Inspections begun within the period: identifier, name, number of findings.
    pub(super) inspections: Vec<(String, String, usize)>,
    pub(super) summing_up: Option<SummingUp>,
    pub(super) illustrative: bool,
}

/// What a unit says in a section.
pub(super) struct Said {
    pub(super) unit: String,
    pub(super) report_id: String,
    pub(super) section: String,
    pub(super) text: String,
}

/// The last day of the period of a movement.
pub(super) fn last_day(plan: &Plan, period: Period) -> Option<NaiveDate> {
    period.last_day(plan.draft.document.subject_year.as_ref()?.value)
}

/// Gathers a movement at a period.
pub(super) async fn gather(app: &App, view: &MovementView, period: Period) -> Result<Gathered, Refusal> {
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let figures = app.store.figures_of_plan(&plan.id).await?;
    let targets = app.store.targets(&plan.id).await?;
    let rounds = app.store.report_rounds(&view.movement.id).await?;
    let round = rounds.into_iter().find(|one| one.period == period);
    let mut last_year = earlier_figures(app, view, &targets, period).await?;
    for (target, value) in earlier_plan(app, view, &targets, period).await? {
        last_year.entry(target).or_insert(value);
    }
    let (mut units, mut said) = (None, Vec::new());
    if let Some(round) = &round {
        for (target, value) in outside::year_before(app, round).await? {
            last_year.entry(target).or_insert(value);
        }
        let reported = outside::reported(app, &view.plan, round).await?;
        for text in app.store.texts_of_round(&round.id).await? {
            let of = reported.iter().find(|(_, report)| {
                report.as_ref().is_some_and(|one| one.id == text.report_id && one.state == Stage::Accepted)
            });
            if let Some((unit, _)) = of {
                said.push(Said {
                    unit: unit.name.clone(),
                    report_id: text.report_id,
                    section: text.section,
                    text: text.text,
                });
            }
        }
        // in the order of the units
        let place = |name: &str| reported.iter().position(|(unit, _)| unit.name == name);
        said.sort_by_key(|one| place(&one.unit));
        units = Some(reported);
    }
    let all = app.store.movements(&plan.id).await?;
    let end = last_day(&plan, period);
    let within = |day: Option<NaiveDate>| day.is_none_or(|day| end.is_none_or(|end| day <= end));
    let mut waves = app.store.waves_of_movement(&view.movement.id).await?;
    waves.retain(|one| one.withdrawn.is_none() && within(one.wave.from));
    let mut recognised = crate::recognitions::of_plan(app, &plan.id).await?;
    recognised.retain(|one| within(one.day));
    let registered = match app.store.registration_round(&view.movement.id).await? {
        Some(round) => {
            use thidua_domain::registrations::State;
            let all = app.store.registrations_of_round(&round.id).await?;
            let sent = all.iter().filter(|one| !matches!(one.state, State::Draft | State::Withdrawn)).count();
            Some((sent, all.iter().filter(|one| one.state == State::Approved).count()))
        }
        None => None,
    };
    let covenants = app.store.covenants_of_movement(&view.movement.id).await?;
    let signed = |state: thidua_domain::covenants::State| {
        use thidua_domain::covenants::State;
        !matches!(state, State::Draft | State::Ready)
    };
    let mut inspections = Vec::new();
    for one in app.store.inspections_of_movement(&view.movement.id).await? {
        if within(one.from) {
            let findings = app.store.findings_of(&one.id).await?.len();
            inspections.push((one.id, one.name, findings));
        }
    }
    let kind = if period == Period::Year { Kind::Final } else { Kind::Preliminary };
    let summing_up = app.store.summing_ups(&view.movement.id).await?.into_iter().find(|one| one.kind == kind);
    let illustrative = plan.illustrative || figures.iter().any(|one| one.reported.illustrative);
    Ok(Gathered {
        evaluation: evaluate(targets, &figures, period),
        contents: app.store.contents(&view.movement.id).await?,
        attached: all.into_iter().filter(|one| one.id != view.movement.id).collect(),
        movement: view.movement.clone(),
        covenants: covenants.iter().filter(|one| signed(one.state)).count(),
        summing_up: summing_up.filter(|_| matches!(period, Period::FirstHalf | Period::Year)),
        inspections,
        plan,
        period,
        last_year,
        units,
        said,
        waves,
        recognised,
        registered,
        illustrative,
    })
}

/// What a person entered or took over as the figure of the same period a year before; at the end of the year also what
/// was set as last year's actual, where the plan compares with it.
async fn earlier_figures(
    app: &App,
    view: &MovementView,
    targets: &[thidua_store::targets::Target],
    period: Period,
) -> Result<HashMap<String, Amount>, Refusal> {
    let mut found = HashMap::new();
    let Some(last) = view.plan.subject_year.map(|year| year - 1) else { return Ok(found) };
    for one in app.store.earlier_figures(&view.plan.id, None).await? {
        let one = one.entered;
        if let (Of::Itself, Some(value)) = (one.of, one.value)
            && i64::from(one.year) == last
            && one.period == period
        {
            found.insert(one.target_id, value);
        }
    }
    for target in targets.iter().filter(|_| period == Period::Year) {
        let basis = target.draft.basis.as_deref().and_then(Reference::from_basis);
        if let (Some(Reference::EarlierYear(year)), Some(reached)) = (basis, target.reference)
            && i64::from(year) == last
        {
            found.entry(target.id.clone()).or_insert(reached);
        }
    }
    Ok(found)
}

/// Figures of the same period in the plan of the year before, of targets of the same name and unit.
async fn earlier_plan(
    app: &App,
    view: &MovementView,
    targets: &[thidua_store::targets::Target],
    period: Period,
) -> Result<HashMap<String, Amount>, Refusal> {
    use thidua_domain::figures::Figure;
    let mut found = HashMap::new();
    let Some(year) = view.plan.subject_year else { return Ok(found) };
    for plan in app.store.plans(Some(&[view.plan.unit_id.as_str()])).await? {
        if !plan.issued || plan.subject_year != Some(year - 1) {
            continue;
        }
        let figures = app.store.figures_of_plan(&plan.id).await?;
        for before in app.store.targets(&plan.id).await? {
            let figure = figures
                .iter()
                .find(|one| one.reported.target_id == before.id && one.reported.period == period)
                .map(|one| one.reported.figure);
            let Some(Figure::Number(value)) = figure else { continue };
            let same = targets.iter().find(|target| {
                target.draft.comparator.is_some()
                    && target.draft.unit == before.draft.unit
                    && fold(&target.draft.name) == fold(&before.draft.name)
            });
            if let Some(same) = same {
                found.entry(same.id.clone()).or_insert(value);
            }
        }
    }
    Ok(found)
}
