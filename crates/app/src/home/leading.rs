//! Emulation as a tool of management: what the head of an authority sees of each running movement, every number leading
//! to the list behind it.

use super::words::Words;
use crate::App;
use crate::digest::standing::Stand;
use crate::face::charts::StatusBar;
use crate::face::{Frame, Refusal, Visitor, show};
use crate::movements::actions::runs;
use crate::office::reach;
use crate::tasks::labels::{Now, standing_of};
use crate::{cascade, known, registrations, training};
use thidua_domain::access::Act;
use thidua_domain::tasks::follow::Standing;

/// A number with the list behind it.
pub(crate) struct Fact {
    pub(crate) n: usize,
    /// A day has passed, or something does not move.
    pub(crate) late: bool,
    pub(crate) of: String,
    pub(crate) label: &'static str,
    pub(crate) address: String,
}

/// A running movement.
pub(crate) struct Block {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) note: String,
    pub(crate) period: String,
    pub(crate) period_code: &'static str,
    pub(crate) bar: StatusBar,
    pub(crate) facts: Vec<Fact>,
}

/// What the head sees.
#[derive(Default)]
pub(crate) struct Leading {
    pub(crate) blocks: Vec<Block>,
    /// What is counted for the authority and not for one movement.
    pub(crate) facts: Vec<Fact>,
}

/// The blocks for who leads an authority; nothing for others.
pub(crate) async fn of(
    app: &App,
    visitor: &Visitor,
    stands: &[Stand],
    w: &'static Words,
    f: &Frame,
) -> Result<Leading, Refusal> {
    let units = visitor.actor.units(Act::Launch).unwrap_or_default();
    let mut leading = Leading::default();
    if units.is_empty() {
        return Ok(leading);
    }
    for stand in stands.iter().filter(|stand| units.contains(&stand.plan.unit_id.as_str()) && runs(&stand.plan)) {
        leading.blocks.push(block(app, stand, w, f).await?);
    }
    if leading.blocks.is_empty() {
        return Ok(leading);
    }
    let today = reach::today(app);
    let stuck = app.store.bottlenecks(Some(&units)).await?;
    let stuck = stuck.iter().filter(|one| one.state.is_stuck(one.text.due, today)).count();
    leading.facts.push(Fact {
        n: stuck,
        late: stuck > 0,
        of: String::new(),
        label: w.lead_stuck,
        address: "/bottlenecks?show=stuck".to_owned(),
    });
    let untrained = training::actions::who_is_untrained(app, visitor, training::actions::this_year(today)).await?;
    leading.facts.push(Fact {
        n: untrained.units.len(),
        late: false,
        of: w.lead_of_units.replace("{n}", &untrained.all.to_string()),
        label: w.lead_untrained,
        address: "/training#untrained".to_owned(),
    });
    Ok(leading)
}

async fn block(app: &App, stand: &Stand, w: &'static Words, f: &Frame) -> Result<Block, Refusal> {
    let (plan, id) = (&stand.plan, stand.movement_id.clone());
    let period = stand.now.period;
    let of_units = |n: usize| w.lead_of_units.replace("{n}", &n.to_string());
    let mut facts = Vec::new();
    let tasks = app.store.tasks_of_movement(&id).await?;
    let now = Now::of(app, &tasks).await?;
    let late = tasks.iter().filter(|task| matches!(standing_of(task, &now), Standing::Late(_))).count();
    facts.push(Fact {
        n: late,
        late: late > 0,
        of: w.lead_of_tasks.replace("{n}", &tasks.len().to_string()),
        label: w.lead_late,
        address: format!("/movements/{id}/tasks?show=late"),
    });
    let counts = cascade::board::participation(app, plan).await?;
    let units = usize::try_from(counts.units).unwrap_or(usize::MAX);
    facts.push(Fact {
        n: usize::try_from(counts.units.saturating_sub(counts.issued)).unwrap_or(usize::MAX),
        late: counts.late > 0,
        of: of_units(units),
        label: w.lead_not_issued,
        address: format!("/movements/{id}/cascade?show=owed"),
    });
    let registered = registrations::registering(app, &id, &plan.unit_id).await?;
    facts.push(Fact {
        n: registered.map_or(0, |round| round.missing),
        late: registered.is_some_and(|round| round.over && round.missing > 0),
        of: registered.map_or_else(|| w.lead_not_opened.to_owned(), |round| of_units(round.asked)),
        label: w.lead_not_registered,
        address: format!("/movements/{id}/registrations"),
    });
    let board = known::board::board(app, plan).await?;
    facts.push(Fact {
        n: board.missing().len(),
        late: false,
        of: of_units(board.awaited().count()),
        label: w.lead_not_known,
        address: format!("/movements/{id}/known"),
    });
    let number = plan.number_symbol.clone().unwrap_or_default();
    Ok(Block {
        name: plan.title.clone().unwrap_or_else(|| number.clone()),
        note: format!("{number}, {}", show::day(plan.dated)),
        period: show::inside(show::period(period, f.c)),
        period_code: period.code(),
        bar: StatusBar::of(&stand.now.summary, f.c),
        facts,
        id,
    })
}
