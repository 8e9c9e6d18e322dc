//! Who is not given a ballot for an item, from data: oneself, one's own unit, declared family.
//!
//! That somebody does not vote on themselves or their own is a rule that each council writes down; no article of the law was
//! read that says so (mark U). Which sorts hold is therefore data. A member in conflict is no entitled member, but stays one
//! of “all members”: whether the law lets them be left out of that base was not read either (mark U), so they are not.

use super::Attendance;
use crate::codes::coded;

coded! {
    /// Why somebody does not vote on an item.
    Conflict {
        /// The member is the nominee.
        Oneself = "oneself",
        /// The nominee is of the family that was declared.
        Family = "family",
        /// The nominee is, or belongs to, a unit that the member heads.
        Heads = "heads",
        /// The nominee is, or belongs to, the member's own unit.
        OwnUnit = "own-unit",
    }
}

/// A member of the council.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// The record of the person.
    pub person: String,
    /// Their own unit.
    pub unit: Option<String>,
    /// Units that they head.
    pub heads: Vec<String>,
    /// Persons whom they declared as family, and who declared them.
    pub family: Vec<String>,
}

/// Who is voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nominee {
    /// A person or household.
    Person {
        /// Their records: one person, or those of a household.
        persons: Vec<String>,
        /// Their unit.
        unit: Option<String>,
    },
    /// A unit.
    Unit(String),
}

impl Nominee {
    fn unit(&self) -> Option<&str> {
        match self {
            Nominee::Person { unit, .. } => unit.as_deref(),
            Nominee::Unit(unit) => Some(unit),
        }
    }

    fn persons(&self) -> &[String] {
        match self {
            Nominee::Person { persons, .. } => persons,
            Nominee::Unit(_) => &[],
        }
    }
}

/// Why a member does not vote on a nominee; the nearest reason of the sorts that hold.
pub fn conflict(member: &Member, nominee: &Nominee, sorts: &[Conflict]) -> Option<Conflict> {
    let is = |sort: Conflict| match sort {
        Conflict::Oneself => nominee.persons().contains(&member.person),
        Conflict::Family => nominee.persons().iter().any(|person| member.family.contains(person)),
        Conflict::Heads => nominee.unit().is_some_and(|unit| member.heads.iter().any(|headed| headed == unit)),
        Conflict::OwnUnit => nominee.unit().is_some_and(|unit| member.unit.as_deref() == Some(unit)),
    };
    Conflict::ALL.iter().copied().find(|sort| sorts.contains(sort) && is(*sort))
}

/// The members who are given a ballot for an item.
pub fn entitled<'a>(members: &'a [Member], nominee: &Nominee, sorts: &[Conflict]) -> Vec<&'a Member> {
    members.iter().filter(|member| conflict(member, nominee, sorts).is_none()).collect()
}

/// Who is there for an item: `present` and `written` are the persons in the room and those who voted in writing. Who is in
/// the room votes there; strangers count nowhere.
pub fn attendance(
    members: &[Member],
    nominee: &Nominee,
    sorts: &[Conflict],
    present: &[String],
    written: &[String],
) -> Attendance {
    let count = |of: &dyn Fn(&Member) -> bool| {
        u32::try_from(members.iter().filter(|member| of(member)).count()).unwrap_or(u32::MAX)
    };
    let may = |member: &Member| conflict(member, nominee, sorts).is_none();
    let here = |member: &Member| present.contains(&member.person);
    Attendance {
        members: count(&|_| true),
        present: count(&here),
        entitled: count(&may),
        entitled_present: count(&|member| may(member) && here(member)),
        written: count(&|member| may(member) && !here(member) && written.contains(&member.person)),
    }
}
