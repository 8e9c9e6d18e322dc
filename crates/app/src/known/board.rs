//! Who has made a plan known: the units directly below the plan's owner, their sessions and the share reached.

use crate::App;
use crate::face::{Refusal, Visitor};
use crate::office::reach;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::known::{Reached, add_up, overall};
use thidua_domain::units::Unit;
use thidua_store::known::KnownSession;
use thidua_store::plans::PlanLine;

/// Units on one board.
const MOST: i64 = 2_000;

/// One unit on the board.
pub(crate) struct Line {
    pub(crate) unit: Unit,
    /// Its sessions, oldest first, also those taken back.
    pub(crate) sessions: Vec<KnownSession>,
    /// People reached, where they were counted.
    pub(crate) reached: Option<Reached>,
    /// The unit that issued the plan: its own people hear of it too, but it is not waited for.
    pub(crate) owner: bool,
    /// Whether it stands below the owner on the day of the board.
    pub(crate) below: bool,
}

impl Line {
    /// Sessions that count.
    pub(crate) fn held(&self) -> impl DoubleEndedIterator<Item = &KnownSession> {
        self.sessions.iter().filter(|session| !session.withdrawn)
    }

    /// Whether the plan was made known there.
    pub(crate) fn done(&self) -> bool {
        self.held().next().is_some()
    }
}

/// The whole board.
pub(crate) struct Board {
    pub(crate) lines: Vec<Line>,
    /// The day on which the units are those below the owner.
    pub(crate) day: NaiveDate,
}

impl Board {
    /// Units that are waited for.
    pub(crate) fn awaited(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.below)
    }

    /// Units that are waited for and have no session.
    pub(crate) fn missing(&self) -> Vec<&Line> {
        self.awaited().filter(|line| !line.done()).collect()
    }

    /// People reached over all lines that count people, and how many lines those are.
    pub(crate) fn reached(&self) -> (Reached, usize) {
        let counted: Vec<Reached> = self.lines.iter().filter_map(|line| line.reached).collect();
        let lines = counted.len();
        (overall(counted), lines)
    }
}

/// The board of a plan: its owner, the units below it, and units that have recorded sessions and moved since.
pub(crate) async fn board(app: &App, plan: &PlanLine) -> Result<Board, Refusal> {
    let owner = app.store.unit(&plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let day = reach::day_of(&owner, reach::today(app));
    let (children, _) = app.store.children_on(Some(&owner.id), day, 0, MOST).await?;
    let sessions = app.store.known_sessions(&plan.id).await?;
    let mut units: Vec<(Unit, bool)> = children.into_iter().map(|child| (child.unit, true)).collect();
    let gone: Vec<String> = sessions
        .iter()
        .map(|session| session.unit_id.clone())
        .filter(|id| *id != owner.id && !units.iter().any(|(unit, _)| unit.id == *id))
        .collect();
    units.extend(app.store.units_of(&gone).await?.into_iter().map(|unit| (unit, false)));
    let owner_id = owner.id.clone();
    units.insert(0, (owner, false));
    let lines = units
        .into_iter()
        .map(|(unit, below)| {
            let own: Vec<KnownSession> =
                sessions.iter().filter(|session| session.unit_id == unit.id).cloned().collect();
            Line { reached: counted(&own), owner: unit.id == owner_id, sessions: own, unit, below }
        })
        .collect();
    Ok(Board { lines, day })
}

/// The people that the sessions of one unit reached; what does not add up is refused before it is written.
fn counted(sessions: &[KnownSession]) -> Option<Reached> {
    let counts: Vec<(Option<i64>, Option<i64>)> =
        sessions.iter().filter(|one| !one.withdrawn).map(|one| (one.people, one.of)).collect();
    add_up(&counts).ok().flatten()
}

/// The units of a board for which somebody may record: their own, and for the office of the owner all of them.
pub(crate) async fn records_for(
    app: &App,
    visitor: &Visitor,
    plan: &PlanLine,
    board: &Board,
) -> Result<Vec<Unit>, Refusal> {
    let keeps = app.may(visitor, Act::ManageRegulations, &plan.unit_id).await?;
    Ok(board
        .lines
        .iter()
        .filter(|line| keeps || visitor.actor.may_in(Act::MakeKnown, &line.unit.id))
        .map(|line| line.unit.clone())
        .collect())
}
