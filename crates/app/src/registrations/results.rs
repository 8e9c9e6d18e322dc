//! What came of registered items: the figure of the movement's target where the item follows it, else what the unit told.

use crate::App;
use crate::evaluation::newest_period;
use crate::face::Refusal;
use chrono::Datelike;
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::registrations::{ItemKind, goal};
use thidua_domain::targets::{Comparator, Goal, Pace, Status, adds_up, judge};
use thidua_store::figures::Version;
use thidua_store::plans::PlanLine;
use thidua_store::registrations::{Item, Progress, Written};

/// What came of an item so far.
#[derive(Clone, Debug)]
pub(crate) struct Result {
    pub(crate) figure: Figure,
    pub(crate) status: Option<Status>,
    pub(crate) rate: Option<Amount>,
    pub(crate) difference: Option<Amount>,
    /// The target page that the figure comes from.
    pub(crate) target_id: Option<String>,
    /// The source that the unit named.
    pub(crate) source: Option<String>,
    pub(crate) illustrative: bool,
}

/// Figures of a movement and what units told, looked up item by item.
pub(crate) struct Results {
    figures: Vec<Version>,
    newest: Option<Period>,
    progress: HashMap<String, Vec<Progress>>,
    year: Option<i32>,
}

impl Results {
    /// Everything known of the items of a round.
    pub(crate) async fn load(
        app: &App,
        plan: &PlanLine,
        round_id: Option<&str>,
    ) -> std::result::Result<Results, Refusal> {
        let figures = app.store.figures_of_plan(&plan.id).await?;
        let mut progress: HashMap<String, Vec<Progress>> = HashMap::new();
        if let Some(round) = round_id {
            for one in app.store.registration_progress(round).await? {
                progress.entry(one.item_id.clone()).or_default().push(one);
            }
        }
        let year = plan.subject_year.and_then(|year| i32::try_from(year).ok());
        Ok(Results { newest: newest_period(&figures), figures, progress, year })
    }

    /// How an item goes on, newest day first.
    pub(crate) fn progress(&self, item_id: &str) -> &[Progress] {
        self.progress.get(item_id).map_or(&[], Vec::as_slice)
    }

    /// What came of an item.
    pub(crate) fn of(&self, item: &Item) -> Result {
        let written = &item.written;
        match written.kind {
            // granted or not is decided later
            ItemKind::Title => nothing(Figure::NotApplicable),
            ItemKind::Target if written.shared => self.shared(written, None),
            ItemKind::Target | ItemKind::Task => self.told(&item.id, written),
        }
    }

    /// The figure of the movement's own target at a period, or at the newest that was reported on.
    pub(crate) fn shared(&self, written: &Written, period: Option<Period>) -> Result {
        let Some(target) = &written.target_id else { return nothing(Figure::NotEntered) };
        let period = period.or(self.newest).unwrap_or(Period::Year);
        let found =
            self.figures.iter().find(|one| one.reported.target_id == *target && one.reported.period == period);
        let figure = found.map_or(Figure::NotEntered, |one| one.reported.figure);
        let mut result = judged(written, figure, period);
        result.target_id = Some(target.clone());
        result.source = found.and_then(|one| one.reported.source.clone());
        result.illustrative = found.is_some_and(|one| one.reported.illustrative);
        result
    }

    fn told(&self, item_id: &str, written: &Written) -> Result {
        let newest = self.progress(item_id).iter().find(|one| one.value.is_some() || one.attainment.is_some());
        let Some(newest) = newest else { return judged(written, Figure::NotEntered, Period::Year) };
        let figure = match (newest.value, newest.attainment) {
            (Some(value), _) => Figure::Number(value),
            (None, Some(attainment)) => Figure::Judged(attainment),
            (None, None) => Figure::NotEntered,
        };
        let year = self.year.unwrap_or_else(|| newest.dated.year());
        let mut result = judged(written, figure, Period::at(year, newest.dated));
        result.source = newest.source.clone();
        result
    }
}

fn nothing(figure: Figure) -> Result {
    Result {
        figure,
        status: None,
        rate: None,
        difference: None,
        target_id: None,
        source: None,
        illustrative: false,
    }
}

/// A figure set against the registered value by the same rules as the movement's own targets.
fn judged(written: &Written, figure: Figure, period: Period) -> Result {
    let goal = match (written.kind, written.comparator) {
        (ItemKind::Task, _) => Some(Goal::Achieve),
        (_, Some(comparator)) => goal(comparator, written.registered, written.direction),
        (_, None) => None,
    };
    let cumulative = adds_up(written.comparator, written.unit_of.as_deref());
    let judgement = goal.map(|goal| judge(&goal, figure, Pace { period, cumulative }));
    let changes = matches!(written.comparator, Some(Comparator::Maintain | Comparator::Achieve));
    let difference = match (figure, written.registered) {
        (Figure::Number(actual), Some(registered)) if !changes => actual.minus(registered),
        _ => None,
    };
    Result {
        status: judgement.and_then(|judgement| judgement.status),
        rate: judgement.and_then(|judgement| judgement.rate),
        difference,
        ..nothing(figure)
    }
}
