//! The section of the first page: one card for each running plan above, the most pressing first.

use super::gather::{Between, Line, plans_above};
use super::words::{self, Words};
use crate::App;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor, show};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::cascade::duties::{Pressing, is_new, pressing};
use thidua_domain::units::Unit;
use thidua_store::plans::PlanLine;

/// Cards on one page; the others press less.
const MOST: usize = 24;

/// A running plan above a unit with everything it asks of that unit.
pub(crate) struct Card {
    pub(crate) plan_id: String,
    pub(crate) number: String,
    pub(crate) issuer: String,
    pub(crate) theme: String,
    /// The unit it is about, where the person has several.
    pub(crate) unit: Option<String>,
    pub(crate) lines: Vec<Line>,
    /// The plan itself came within the last days.
    pub(crate) fresh: bool,
    pub(crate) illustrative: bool,
    /// The unit may make its own plan from this one, and has none: number and address.
    pub(crate) derive: Option<(String, String)>,
    order: (Pressing, std::cmp::Reverse<Option<chrono::NaiveDate>>),
}

/// The cards of a person.
pub(crate) struct Cards {
    pub(crate) w: &'static Words,
    pub(crate) cards: Vec<Card>,
}

impl Cards {
    /// Whether there is nothing to show.
    pub(crate) fn none(&self) -> bool {
        self.cards.is_empty()
    }

    /// The plan from which a unit that has none should make its own: the sentence and the address.
    pub(crate) fn to_derive(&self) -> Option<(String, String)> {
        let (number, address) = self.cards.iter().find_map(|card| card.derive.clone())?;
        Some((self.w.own_derive.replace("{number}", &number), address))
    }

    /// Whether invented figures are among them.
    pub(crate) fn illustrative(&self) -> bool {
        self.cards.iter().any(|card| card.illustrative)
    }
}

/// The units for which this person sees what the plans above ask: those their powers are bound to.
pub(super) async fn own_units(app: &App, visitor: &Visitor) -> Result<Vec<Unit>, Refusal> {
    let today = local_date((app.clock)());
    let ids: Vec<String> =
        visitor.actor.units(Act::Look).unwrap_or_default().into_iter().map(str::to_owned).collect();
    let mut units = app.store.units_of(&ids).await?;
    units.retain(|unit| unit.valid_to.is_none_or(|last| today <= last));
    Ok(units)
}

/// Everything that the running plans above ask of the units of this person.
pub(crate) async fn of(app: &App, visitor: &Visitor, language: Language) -> Result<Cards, Refusal> {
    let units = own_units(app, visitor).await?;
    let mut cards = Vec::new();
    for unit in &units {
        let above = plans_above(app, unit).await?;
        let tasks = app.store.tasks_to_do(Some(&[unit.id.as_str()])).await?;
        for (plan, direct) in above.iter().take(MOST) {
            let Some(between) = Between::of(app, plan, unit, *direct, language).await? else { continue };
            let lines = between.lines(app, visitor, &tasks).await?;
            cards.push(card(app, visitor, &between, lines, units.len() > 1).await?);
        }
    }
    cards.sort_by_key(|card: &Card| card.order);
    cards.truncate(MOST);
    Ok(Cards { w: words::words(language), cards })
}

/// The card of one plan.
pub(super) async fn card(
    app: &App,
    visitor: &Visitor,
    between: &Between<'_>,
    lines: Vec<Line>,
    several: bool,
) -> Result<Card, Refusal> {
    let (plan, w): (&PlanLine, _) = (between.plan, between.w);
    let issuer = app.store.unit(&plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let derives = format!("/plans/{}/derive?unit={}", plan.id, between.unit.id);
    let derive = lines.iter().any(|line| line.address.as_ref() == Some(&derives));
    Ok(Card {
        plan_id: plan.id.clone(),
        number: between.number(),
        issuer: w.of_issuer.replace("{issuer}", &issuer).replace("{day}", &show::day(plan.dated)),
        theme: plan.theme.clone().unwrap_or_default(),
        unit: several.then(|| w.for_unit.replace("{unit}", &between.unit.name)),
        illustrative: plan.illustrative,
        fresh: plan.dated.is_some_and(|day| is_new(day, between.today)),
        derive: (derive && visitor.actor.may_in(Act::PreparePlan, &between.unit.id))
            .then(|| (between.number(), derives)),
        order: (pressing(lines.iter().map(|line| line.duty)), std::cmp::Reverse(plan.dated)),
        lines,
    })
}
