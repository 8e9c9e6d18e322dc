//! Blocks and clusters (khối, cụm thi đua): which units compete together, rearranged by dated decisions.
//!
//! An arrangement replaces the whole composition from its first day; inside it a member may begin later or end earlier.
//! Source of the need: plan of Lý Sơn III.1.e (“sắp xếp lại các khối thi đua cho phù hợp”).

pub mod lines;

use crate::basics::text::fold;
use crate::codes::coded;
use crate::tasks::matching::words;
use chrono::NaiveDate;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

coded! {
    /// What it is called.
    BlockKind {
        /// Khối thi đua.
        Block = "block",
        /// Cụm thi đua.
        Cluster = "cluster",
    }
}

impl BlockKind {
    /// The kind that a name tells; a block unless it says cluster.
    pub fn of_name(name: &str) -> BlockKind {
        if fold(name).starts_with("cum") { BlockKind::Cluster } else { BlockKind::Block }
    }
}

coded! {
    /// What a member is in its block for a year.
    LeadSeat {
        /// Trưởng khối, trưởng cụm.
        Lead = "lead",
        /// Phó trưởng khối, phó trưởng cụm.
        Deputy = "deputy",
    }
}

/// A unit in a block, as an arrangement writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The block, by identifier or, for one that is only proposed, by [`new_key`].
    pub block: String,
    /// The unit, where it stands in the tree; bodies outside it are known by name.
    pub unit_id: Option<String>,
    /// Its name as written.
    pub name: String,
    /// First day, where it is later than that of the arrangement.
    pub from: Option<NaiveDate>,
    /// Last day, where it leaves before the next arrangement.
    pub to: Option<NaiveDate>,
}

/// The key of a block that does not exist yet.
pub fn new_key(name: &str) -> String {
    format!("new:{}", fold(name))
}

/// What tells members apart: the unit, or the name of a body outside the tree.
pub fn member_key(unit_id: Option<&str>, name: &str) -> String {
    unit_id.map_or_else(|| format!("name:{}", words(name).join(" ")), str::to_owned)
}

/// A name as it is compared with others: case, marks, short forms and the words “Ủy ban nhân dân” aside. Empty when nothing
/// is left.
pub fn name_key(name: &str) -> String {
    let mut all = words(name);
    if all.len() > 4 && all[..4] == ["uy", "ban", "nhan", "dan"] {
        all.drain(..4);
    }
    all.join(" ")
}

/// Whether two names are of one unit, by their [`name_key`].
pub fn same_name(a: &str, b: &str) -> bool {
    let key = name_key(a);
    !key.is_empty() && key == name_key(b)
}

/// Whether every mark that was typed stands in the name too, wherever in its word: `hoá` is `hóa`, `Tấn` is not `Tân`.
pub fn marks_agree(typed: &str, name: &str) -> bool {
    fn spelt(word: &str) -> (String, Vec<char>) {
        let mut marks: Vec<char> =
            word.to_lowercase().nfd().filter(|c| is_combining_mark(*c) || *c == 'đ').collect();
        marks.sort_unstable();
        (fold(word), marks)
    }
    let of_name: Vec<(String, Vec<char>)> = name.split_whitespace().map(spelt).collect();
    typed.split_whitespace().map(spelt).filter(|(_, marks)| !marks.is_empty()).all(|(letters, marks)| {
        let mut same = of_name.iter().filter(|(other, _)| *other == letters).peekable();
        // a word that the name does not have was written out of a short form
        same.peek().is_none() || same.any(|(_, other)| *other == marks)
    })
}

/// The name that a mistyped one may mean: the one that shares most words with it, when these are more than half; of several
/// such the one that shares most pairs of letters.
pub fn likest<'a>(name: &str, names: &'a [String]) -> Option<&'a str> {
    let typed = words(name);
    let shared = |other: &str| {
        let other = words(other);
        let both = typed.iter().filter(|word| other.contains(word)).count();
        (both, typed.len().max(other.len()))
    };
    // in the words that the two do not share
    let pairs_shared = |other: &str| {
        let other = words(other);
        let pairs = |one: &[String], without: &[String]| -> Vec<(char, char)> {
            let apart = one.iter().filter(|word| !without.contains(word));
            apart.flat_map(|word| word.chars().zip(word.chars().skip(1))).collect()
        };
        let theirs = pairs(&other, &typed);
        pairs(&typed, &other).iter().filter(|pair| theirs.contains(pair)).count()
    };
    names
        .iter()
        .map(|one| (shared(one), one))
        .filter(|((both, all), _)| both * 2 > *all)
        .max_by_key(|((both, all), one)| (both * 100 / all.max(&1), pairs_shared(one)))
        .map(|(_, one)| one.as_str())
}

impl Place {
    /// What tells this member apart.
    pub fn key(&self) -> String {
        member_key(self.unit_id.as_deref(), &self.name)
    }

    /// Whether it is in the block on a day of its arrangement.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A decided arrangement as far as days and members are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// Identifier.
    pub id: String,
    /// First day.
    pub from: NaiveDate,
    /// The whole composition.
    pub places: Vec<Place>,
}

/// The arrangement that holds on a day: the newest that has begun.
pub fn holding(all: &[Arrangement], day: NaiveDate) -> Option<&Arrangement> {
    all.iter().filter(|one| one.from <= day).max_by_key(|one| one.from)
}

/// Who is in which block on a day.
pub fn composition(all: &[Arrangement], day: NaiveDate) -> Vec<&Place> {
    holding(all, day).into_iter().flat_map(|one| &one.places).filter(|place| place.is_on(day)).collect()
}

/// A stay of a member in a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The unit, where it stands in the tree.
    pub unit_id: Option<String>,
    /// Its name as written last.
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none while it lasts.
    pub to: Option<NaiveDate>,
}

/// Every stay in one block, through all arrangements, oldest first.
pub fn stays(all: &[Arrangement], block: &str) -> Vec<Stay> {
    let mut ordered: Vec<&Arrangement> = all.iter().collect();
    ordered.sort_by_key(|one| one.from);
    let mut found: Vec<Stay> = Vec::new();
    for (at, one) in ordered.iter().enumerate() {
        let last = ordered.get(at + 1).and_then(|next| next.from.pred_opt());
        for place in one.places.iter().filter(|place| place.block == block) {
            let from = place.from.map_or(one.from, |from| from.max(one.from));
            let to = match (place.to, last) {
                (Some(to), Some(last)) => Some(to.min(last)),
                (to, last) => to.or(last),
            };
            if to.is_some_and(|to| to < from) {
                continue;
            }
            let key = place.key();
            let goes_on = |stay: &&mut Stay| {
                member_key(stay.unit_id.as_deref(), &stay.name) == key
                    && stay.to.is_some_and(|to| to.succ_opt() == Some(from))
            };
            match found.iter_mut().find(goes_on) {
                Some(stay) => {
                    stay.to = to;
                    stay.name.clone_from(&place.name);
                }
                None => found.push(Stay { unit_id: place.unit_id.clone(), name: place.name.clone(), from, to }),
            }
        }
    }
    found
}

/// What an arrangement would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Members that change blocks: name, from which, to which.
    pub moved: Vec<(String, Vec<String>, Vec<String>)>,
    /// Members that were in no block: name, into which.
    pub joined: Vec<(String, Vec<String>)>,
    /// Members that will be in no block: name, out of which.
    pub left: Vec<(String, Vec<String>)>,
    /// How many stay where they are.
    pub stay: usize,
    /// Blocks that begin.
    pub founded: Vec<String>,
    /// Blocks that nobody is in any more.
    pub ended: Vec<String>,
    /// Units of the authority that will be in no block.
    pub nowhere: Vec<String>,
    /// Members that will be in more than one: name, in which.
    pub twice: Vec<(String, Vec<String>)>,
}

/// The members of a composition in its order, each with its name and its blocks.
fn grouped<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<(String, String, Vec<String>)> {
    let mut found: Vec<(String, String, Vec<String>)> = Vec::new();
    let mut at = std::collections::HashMap::new();
    for place in places {
        let index = *at.entry(place.key()).or_insert_with(|| {
            found.push((place.key(), place.name.clone(), Vec::new()));
            found.len() - 1
        });
        if !found[index].2.contains(&place.block) {
            found[index].2.push(place.block.clone());
        }
    }
    found
}

/// Compares what is with what is proposed. `units` are those that should be in a block: identifier, name.
pub fn preview(before: &[&Place], after: &[Place], units: &[(String, String)]) -> Preview {
    let (old, new) = (grouped(before.iter().copied()), grouped(after.iter()));
    let old_of: std::collections::HashMap<&str, &Vec<String>> =
        old.iter().map(|(key, _, blocks)| (key.as_str(), blocks)).collect();
    let new_of: std::collections::HashMap<&str, &Vec<String>> =
        new.iter().map(|(key, _, blocks)| (key.as_str(), blocks)).collect();
    let mut found = Preview::default();
    for (key, name, blocks) in &new {
        match old_of.get(key.as_str()) {
            None => found.joined.push((name.clone(), blocks.clone())),
            Some(old) => {
                let (mut a, mut b) = ((*old).clone(), blocks.clone());
                a.sort();
                b.sort();
                if a == b {
                    found.stay += 1;
                } else {
                    found.moved.push((name.clone(), (*old).clone(), blocks.clone()));
                }
            }
        }
        if blocks.len() > 1 {
            found.twice.push((name.clone(), blocks.clone()));
        }
    }
    for (key, name, blocks) in &old {
        if !new_of.contains_key(key.as_str()) {
            found.left.push((name.clone(), blocks.clone()));
        }
    }
    let blocks_of = |list: &[(String, String, Vec<String>)]| {
        let mut all: Vec<String> = Vec::new();
        for block in list.iter().flat_map(|one| &one.2) {
            if !all.contains(block) {
                all.push(block.clone());
            }
        }
        all
    };
    let (old_blocks, new_blocks) = (blocks_of(&old), blocks_of(&new));
    found.founded = new_blocks.iter().filter(|block| !old_blocks.contains(block)).cloned().collect();
    found.ended = old_blocks.iter().filter(|block| !new_blocks.contains(block)).cloned().collect();
    found.nowhere =
        units.iter().filter(|(id, _)| !new_of.contains_key(id.as_str())).map(|(_, name)| name.clone()).collect();
    found
}

/// What is the matter with a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockFinding {
    /// Nobody leads it this year.
    NoLead {
        /// The year.
        year: i32,
    },
    /// Whoever leads it is no member of it.
    LeadIsNoMember {
        /// Who.
        name: String,
    },
    /// A member has ended.
    MemberEnded {
        /// Who.
        name: String,
        /// Its last day.
        last: NaiveDate,
    },
    /// It has one member only.
    OneMember,
    /// Nobody is in it.
    Empty,
}

/// Looks at one block on a day. `leads` are names of the year with their seats and keys; `ended` says a unit's last day.
pub fn check(
    members: &[&Place],
    leads: &[(LeadSeat, String, String)],
    ended: impl Fn(&str) -> Option<NaiveDate>,
    day: NaiveDate,
    year: i32,
) -> Vec<BlockFinding> {
    if members.is_empty() {
        return vec![BlockFinding::Empty];
    }
    let mut found = Vec::new();
    if members.len() == 1 {
        found.push(BlockFinding::OneMember);
    }
    for place in members {
        if let Some(last) = place.unit_id.as_deref().and_then(&ended).filter(|last| *last < day) {
            found.push(BlockFinding::MemberEnded { name: place.name.clone(), last });
        }
    }
    if !leads.iter().any(|(seat, _, _)| *seat == LeadSeat::Lead) {
        found.push(BlockFinding::NoLead { year });
    }
    for (_, key, name) in leads {
        if !members.iter().any(|place| place.key() == *key) {
            found.push(BlockFinding::LeadIsNoMember { name: name.clone() });
        }
    }
    found
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
