//! The lines of a unit's report: which targets it answers, what it was given, what it reported before.

use crate::App;
use crate::face::Refusal;
use chrono::{Months, NaiveDate};
use std::collections::{HashMap, HashSet};
use thidua_domain::basics::Amount;
use thidua_domain::figures::Figure;
use thidua_domain::reporting::check::{Days, Found, check};
use thidua_domain::reporting::{Entered, Line};
use thidua_domain::targets::adds_up;
use thidua_store::reporting::{LineVersion, NewLine, Round};
use thidua_store::targets::Target;

/// A target that a unit answers.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) target: Target,
    /// The value it was given, else the plan's own where nobody was given a part.
    pub(crate) planned: Option<Amount>,
    /// Whether it was given to the unit.
    pub(crate) required: bool,
    /// Asked of a partner.
    pub(crate) requested: bool,
    /// What was reported for the period before.
    pub(crate) before: Option<Amount>,
    /// What stands in the report.
    pub(crate) line: Option<LineVersion>,
}

impl Asked {
    /// What was entered; nothing where there is no line yet.
    pub(crate) fn entered(&self) -> Entered {
        self.line.as_ref().map(|line| line.entered.clone()).unwrap_or_default()
    }
}

/// The targets that a unit answers in a round, in the order of the plan, with what stands in its report.
pub(crate) async fn asked(
    app: &App,
    round: &Round,
    unit_id: &str,
    report_id: Option<&str>,
) -> Result<Vec<Asked>, Refusal> {
    let targets = app.store.targets(&round.plan_id).await?;
    let office: HashSet<String> = app.store.office_targets(&round.plan_id).await?.into_iter().collect();
    let given = app.store.assignments(&round.plan_id).await?;
    let mut lines: HashMap<String, LineVersion> = match report_id {
        Some(id) => {
            app.store.report_lines(id).await?.into_iter().map(|line| (line.target_id.clone(), line)).collect()
        }
        None => HashMap::new(),
    };
    let before = before(app, round, unit_id).await?;
    let mut found = Vec::new();
    for target in targets {
        if target.draft.comparator.is_none() {
            continue;
        }
        let holding: Vec<_> =
            given.iter().filter(|one| one.given.target_id == target.id && one.given.state.holds()).collect();
        let own = holding.iter().find(|one| one.given.unit_id == unit_id).map(|one| &one.given);
        let line = lines.remove(&target.id);
        // what was answered stays visible, whoever is asked now
        let wanted = own.is_some() || (holding.is_empty() && !office.contains(&target.id));
        if !wanted && line.is_none() {
            continue;
        }
        let planned = match own {
            Some(own) => own.value,
            None if holding.is_empty() => target.draft.value.or(target.bound()),
            None => None,
        };
        found.push(Asked {
            planned,
            required: own.is_some_and(|own| !own.requested),
            requested: own.is_some_and(|own| own.requested),
            before: before.get(&target.id).copied(),
            line,
            target,
        });
    }
    Ok(found)
}

/// What the unit reported for the nearest period before that has a report; of a unit that came of others, what those
/// reported together.
async fn before(app: &App, round: &Round, unit_id: &str) -> Result<HashMap<String, Amount>, Refusal> {
    let earlier = app.store.report_rounds(&round.movement_id).await?;
    for one in earlier.into_iter().rev().filter(|one| one.period < round.period) {
        if let Some(report) = app.store.report_of_unit(&one.id, unit_id).await? {
            let lines = app.store.report_lines(&report.id).await?;
            return Ok(lines
                .into_iter()
                .filter_map(|line| Some((line.target_id, line.entered.number()?)))
                .collect());
        }
        let inherited = inherited(app, &one, unit_id, "").await?.1;
        if !inherited.is_empty() {
            return Ok(inherited
                .into_iter()
                .filter_map(|line| Some((line.target_id, line.entered.number()?)))
                .collect());
        }
    }
    Ok(HashMap::new())
}

/// What the units that a unit came of have in a round: their names, and line by line what can be put together. Amounts
/// that add up are added; a rate or a level is taken over only where one of them alone has it.
pub(crate) async fn inherited(
    app: &App,
    round: &Round,
    unit_id: &str,
    source: &str,
) -> Result<(Vec<String>, Vec<NewLine>), Refusal> {
    let before = app.store.descent(unit_id).await?.into_iter().filter(|one| one.before && one.unit_id != unit_id);
    let (mut names, mut by_target): (Vec<String>, HashMap<String, Vec<LineVersion>>) = Default::default();
    for one in before {
        let Some(report) = app.store.report_of_unit(&round.id, &one.unit_id).await? else { continue };
        names.push(one.name);
        for line in app.store.report_lines(&report.id).await? {
            by_target.entry(line.target_id.clone()).or_default().push(line);
        }
    }
    if names.is_empty() {
        return Ok((names, Vec::new()));
    }
    let said = source.replace("{units}", &names.join(", "));
    let mut found = Vec::new();
    for target in app.store.targets(&round.plan_id).await? {
        let Some(lines) = by_target.remove(&target.id) else { continue };
        let draft = &target.draft;
        let numbers: Option<Vec<Amount>> = lines.iter().map(|line| line.entered.number()).collect();
        let entered = match (lines.as_slice(), numbers) {
            ([one], _) => one.entered.clone(),
            (_, Some(numbers)) if adds_up(draft.comparator, draft.unit.as_deref()) => {
                let sum = numbers.into_iter().try_fold(Amount::ZERO, Amount::plus);
                let Some(sum) = sum else { continue };
                Entered {
                    figure: Figure::Number(sum),
                    dated: lines.iter().filter_map(|line| line.entered.dated).max(),
                    source: (!said.is_empty()).then(|| said.clone()),
                    ..Entered::default()
                }
            }
            _ => continue,
        };
        let illustrative = lines.iter().any(|line| line.illustrative);
        found.push(NewLine { target_id: target.id, entered, illustrative });
    }
    Ok((names, found))
}

/// Everything about lines, as they stand or as they were typed.
pub(crate) fn findings(round: &Round, year: i32, asked: &[(&Asked, &Entered)], today: NaiveDate) -> Vec<Found> {
    let lines: Vec<Line<'_>> = asked
        .iter()
        .map(|(asked, entered)| Line {
            target_id: &asked.target.id,
            target: &asked.target.draft,
            planned: asked.planned,
            required: asked.required,
            entered,
            before: asked.before,
        })
        .collect();
    let end = round.period.last_day(year).unwrap_or(today);
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(end);
    check(&lines, Days { first, last: end.checked_add_months(Months::new(3)).unwrap_or(end), today })
}

/// What the unit's own movement has for the targets above: figures with their sources, for a report that begins.
pub(crate) async fn from_own_movement(
    app: &App,
    round: &Round,
    unit_id: &str,
    source: &str,
) -> Result<Vec<NewLine>, Refusal> {
    let mut found: Vec<NewLine> = Vec::new();
    for plan in app.store.plans_below(&round.plan_id).await? {
        if plan.unit_id != unit_id || !plan.issued {
            continue;
        }
        let links = app.store.target_links(&plan.id).await?;
        let targets = app.store.targets(&plan.id).await?;
        for figure in app.store.figures_of_plan(&plan.id).await? {
            let reported = figure.reported;
            if reported.period != round.period || !matches!(reported.figure, Figure::Number(_) | Figure::Judged(_))
            {
                continue;
            }
            let Some(target) = targets.iter().find(|target| target.id == reported.target_id) else { continue };
            let up = links.iter().filter(|link| link.code == target.draft.id).map(|link| &link.parent_target_id);
            for parent in up {
                if found.iter().any(|known| known.target_id == *parent) {
                    continue;
                }
                let entered = Entered {
                    figure: reported.figure,
                    numerator: reported.ratio.map(|(part, _)| part),
                    denominator: reported.ratio.map(|(_, all)| all),
                    dated: reported.dated,
                    source: reported.source.clone().or_else(|| Some(source.to_owned())),
                    file_digest: reported.file_digest.clone(),
                    file_name: reported.file_name.clone(),
                    place: reported.place.clone(),
                    ..Entered::default()
                };
                found.push(NewLine { target_id: parent.clone(), entered, illustrative: reported.illustrative });
            }
        }
    }
    Ok(found)
}
