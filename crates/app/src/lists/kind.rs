//! The lists there are: which columns they have, which records stand in them, and what their rows mean.

use super::{people, units};
use crate::App;
use crate::face::{Refusal, Visitor};
use crate::nominations::listed as nominations;
use crate::registrations::listed;
use thidua_domain::access::Act;
use thidua_domain::lists::diff::Current;
use thidua_domain::lists::{Cell, Column};
use thidua_domain::people::Person;
use thidua_domain::people::identity::IdentityNumber;
use thidua_domain::units::Unit;
use thidua_paper::seal::Seal;
use thidua_store::honours::Honour;
use thidua_store::nominations::Nomination;
use thidua_store::registrations::{Item, Written};

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum List {
    Units,
    People,
    /// Awards of earlier years.
    Honours,
    /// What units register in a movement.
    Registrations(String),
    /// What a unit proposes in a round.
    Nominations(String),
}

/// What stands before the movement in the code of its list.
const REGISTRATIONS: &str = "registrations:";
/// What stands before the round in the code of its list.
const NOMINATIONS: &str = "nominations:";

impl List {
    pub(crate) fn code(&self) -> String {
        match self {
            List::Units => "units".to_owned(),
            List::People => "people".to_owned(),
            List::Honours => "honours".to_owned(),
            List::Registrations(movement) => format!("{REGISTRATIONS}{movement}"),
            List::Nominations(round) => format!("{NOMINATIONS}{round}"),
        }
    }

    /// The address of its page.
    pub(crate) fn address(&self) -> String {
        match self {
            List::Units => "/units/list".to_owned(),
            List::People => "/people/list".to_owned(),
            List::Honours => "/honours/list".to_owned(),
            List::Registrations(movement) => format!("/movements/{movement}/registrations/list"),
            List::Nominations(round) => format!("/award-rounds/{round}/list"),
        }
    }

    /// How its workbook is called.
    pub(crate) fn file(&self) -> &'static str {
        match self {
            List::Units => "units",
            List::People => "people",
            List::Honours => "honours",
            List::Registrations(_) => "registrations",
            List::Nominations(_) => "nominations",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<List> {
        if let Some(movement) = code.strip_prefix(REGISTRATIONS) {
            return Some(List::Registrations(movement.to_owned()));
        }
        if let Some(round) = code.strip_prefix(NOMINATIONS) {
            return Some(List::Nominations(round.to_owned()));
        }
        [List::Units, List::People, List::Honours].into_iter().find(|list| list.code() == code)
    }

    /// What one has to be allowed to do with the unit whose list it is.
    pub(crate) fn act(&self) -> Act {
        match self {
            List::Units => Act::ManageUnits,
            List::People => Act::ManagePeople,
            List::Honours => Act::PrepareDecision,
            List::Registrations(_) => Act::Register,
            List::Nominations(_) => Act::Nominate,
        }
    }

    /// Refuses unless this person may have the list of this unit.
    pub(crate) async fn require(&self, app: &App, visitor: &Visitor, unit_id: &str) -> Result<(), Refusal> {
        match self {
            List::Registrations(movement) => listed::require(app, visitor, movement, unit_id).await,
            List::Nominations(round) => nominations::require(app, visitor, round, unit_id).await,
            _ => app.require(visitor, self.act(), unit_id).await,
        }
    }

    /// What ties the rows of a workbook to records.
    pub(crate) fn seal(&self, app: &App, unit_id: &str) -> Result<Seal, Refusal> {
        Ok(Seal::new(&app.sealing.derive("lists")?, &self.code(), unit_id))
    }

    /// The list of a unit and of everything below it as it is now.
    pub(crate) async fn sheet(&self, app: &App, visitor: &Visitor, unit: &Unit) -> Result<Sheet, Refusal> {
        match self {
            List::Units => units::sheet(app, unit).await,
            List::People => people::sheet(app, unit).await,
            List::Honours => crate::honours::listed::sheet(app, unit).await,
            List::Registrations(movement) => listed::sheet(app, movement, unit).await,
            List::Nominations(round) => nominations::sheet(app, visitor, round, unit).await,
        }
    }
}

/// A list as it is now.
pub(crate) struct Sheet {
    pub(crate) columns: Vec<Column>,
    pub(crate) current: Vec<Current>,
    pub(crate) world: World,
}

/// What rows are read against.
pub(crate) enum World {
    Units(units::UnitsWorld),
    People(people::PeopleWorld),
    Honours(Box<crate::honours::listed::HonoursWorld>),
    Registrations(listed::RegistrationsWorld),
    Nominations(Box<nominations::NominationsWorld>),
}

/// Something wrong with a row that its cells alone do not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The column's place.
    pub(crate) column: usize,
    pub(crate) says: String,
}

/// What is done with the identity number of a record.
#[derive(Clone, Debug)]
pub(crate) enum NumberChange {
    Stays,
    Goes,
    Becomes(IdentityNumber),
}

/// What a row writes when the list is put in.
#[derive(Clone, Debug)]
pub(crate) enum Write {
    /// The identifier of a new unit is that of its row until it is written.
    AddUnit(Box<Unit>),
    ChangeUnit {
        before: Box<Unit>,
        after: Box<Unit>,
        seen: i64,
    },
    AddPerson(Box<Person>, NumberChange),
    /// Its identifier is that of its row until it is written.
    AddHonour(Box<Honour>),
    ChangePerson {
        before: Box<Person>,
        after: Box<Person>,
        number: NumberChange,
    },
    /// A registration that is not there yet is begun.
    AddItem {
        round_id: String,
        unit_id: String,
        registration: Option<String>,
        written: Box<Written>,
    },
    ChangeItem {
        before: Box<Item>,
        written: Box<Written>,
    },
    /// A nomination that is new, or the one before changed.
    Nominate {
        before: Option<Box<Nomination>>,
        written: Box<Nomination>,
    },
}

/// A record that a row may mean.
pub(crate) struct Meant {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) reasons: String,
}

impl Sheet {
    /// What the row writes, over the record it is tied to or as a new one.
    pub(crate) async fn row(
        &mut self,
        app: &App,
        visitor: &Visitor,
        row: u32,
        cells: &[Cell],
        present: &[bool],
        tied: Option<&str>,
    ) -> Result<Result<Write, Vec<Problem>>, Refusal> {
        match &mut self.world {
            World::Registrations(world) => Ok(world.row(row, cells, present, tied)),
            World::Nominations(world) => Ok(world.row(row, cells, present, tied)),
            World::Units(world) => Ok(world.row(row, cells, present, tied)),
            World::Honours(world) => Ok(world.row(row, cells, tied)),
            World::People(world) => world.row(app, visitor, cells, present, tied).await,
        }
    }

    /// The records that a row without a tie may mean: of those with its name, or alike, what speaks for them.
    pub(crate) fn meant(&self, cells: &[Cell], named: &[String]) -> Vec<Meant> {
        match &self.world {
            World::Units(world) => world.meant(named),
            World::People(world) => world.meant(cells, named),
            World::Honours(world) => world.meant(cells, named),
            World::Registrations(world) => world.meant(cells, named),
            World::Nominations(world) => world.meant(cells, named),
        }
    }

    /// Tells the list which rows there are, so that rows may speak of each other.
    pub(crate) fn hear(&mut self, rows: &[(u32, &[Cell])]) {
        if let World::Units(world) = &mut self.world {
            world.hear(rows);
        }
    }
}
