//! Whether two records are one person, without an identity number: a score that explains itself. Nothing is merged by it;
//! it says what a person is asked.

use super::name::{alike_key, is_unmarked, one_spelling};
use super::{Person, PersonKind, Sex};
use crate::basics::text::fold;
use chrono::NaiveDate;
use std::collections::HashSet;

/// From this score on, two records are likely one person.
pub const LIKELY: i32 = 80;
/// From this score on, a person is asked.
pub const DOUBTFUL: i32 = 60;

/// What is compared of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// Individual, household or collective; nothing when it is not known.
    pub kind: Option<PersonKind>,
    /// The name, and former names and aliases.
    pub names: Vec<String>,
    /// Year of birth.
    pub birth_year: Option<i32>,
    /// Day of birth.
    pub birth_day: Option<NaiveDate>,
    /// Giới tính.
    pub sex: Option<Sex>,
    /// The present unit and those of other posts.
    pub units: Vec<String>,
    /// Units that came before or after those by a reform.
    pub lineage: Vec<String>,
    /// Units above those.
    pub above: Vec<String>,
    /// Titles of posts.
    pub titles: Vec<String>,
    /// The keyed hash of the identity number.
    pub identity: Option<String>,
}

impl Traits {
    /// What a record says by itself; lineage and units above are added by whoever knows the tree.
    pub fn of(person: &Person) -> Traits {
        Traits {
            kind: Some(person.kind),
            names: vec![person.name.clone()],
            birth_year: person.birth_year,
            birth_day: person.birth_day,
            sex: person.sex,
            units: person.post.unit_id.iter().cloned().collect(),
            titles: person.post.title.iter().cloned().collect(),
            ..Traits::default()
        }
    }
}

/// Something that speaks for or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ground {
    /// The same name, letter for letter.
    SameName,
    /// The same name; the tone stands elsewhere, or i and y differ.
    SameNameOtherSpelling,
    /// The same letters; one of the two was written without marks.
    SameLetters,
    /// The same but for a slip of typing or of recognising letters.
    Slip,
    /// The same letters with other marks: Diệu, Diễu.
    OtherMarks,
    /// One letter differs.
    OneLetter,
    /// A middle name is missing in one of them.
    MiddleNameMissing,
    /// Another name.
    OtherName,
    /// A former name or an alias is the name of the other.
    ByAlias,
    /// Born on the same day.
    SameBirthDay,
    /// Born in the same year.
    SameBirthYear,
    /// Born in years next to each other.
    NextBirthYear,
    /// Born in other years.
    OtherBirthYear,
    /// The same unit.
    SameUnit,
    /// One unit came out of the other by a reform.
    UnitInLineage,
    /// Units of one branch.
    SameBranch,
    /// The same title.
    SameTitle,
    /// The same sex.
    SameSex,
    /// Different sex.
    OtherSex,
    /// A person is no household and no collective.
    OtherKind,
    /// The same identity number.
    SameIdentity,
    /// Different identity numbers.
    OtherIdentity,
}

impl Ground {
    /// What it counts.
    pub fn points(self) -> i32 {
        match self {
            Ground::SameName => 50,
            Ground::SameNameOtherSpelling => 48,
            Ground::SameLetters => 38,
            Ground::Slip => 35,
            Ground::OtherMarks => 15,
            Ground::OneLetter => 20,
            Ground::MiddleNameMissing => 22,
            Ground::OtherName => -60,
            Ground::ByAlias => -2,
            Ground::SameBirthDay => 40,
            Ground::SameBirthYear => 20,
            Ground::NextBirthYear => 8,
            Ground::OtherBirthYear => -40,
            Ground::SameUnit => 20,
            Ground::UnitInLineage => 18,
            Ground::SameBranch => 8,
            Ground::SameTitle => 6,
            Ground::SameSex => 2,
            Ground::OtherSex => -40,
            Ground::OtherKind => -200,
            Ground::SameIdentity => 100,
            Ground::OtherIdentity => -100,
        }
    }
}

/// What the score means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Too little speaks for it.
    Different,
    /// A person has to look.
    Doubtful,
    /// Likely one person; a person confirms.
    Likely,
}

/// A score with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// The sum of the points.
    pub score: i32,
    /// What speaks for and against, the weightiest first.
    pub grounds: Vec<Ground>,
}

impl Likeness {
    /// What it means.
    pub fn verdict(&self) -> Verdict {
        match self.score {
            LIKELY.. => Verdict::Likely,
            DOUBTFUL.. => Verdict::Doubtful,
            _ => Verdict::Different,
        }
    }
}

/// Compares two records.
pub fn compare(a: &Traits, b: &Traits) -> Likeness {
    let mut grounds = Vec::new();
    if let (Some(a), Some(b)) = (a.kind, b.kind)
        && a != b
    {
        grounds.push(Ground::OtherKind);
    }
    let (named, by_alias) = best_name(&a.names, &b.names);
    grounds.push(named);
    if by_alias && named != Ground::OtherName {
        grounds.push(Ground::ByAlias);
    }
    grounds.extend(birth(a, b));
    grounds.extend(place(a, b));
    let titles: HashSet<String> = a.titles.iter().map(|title| fold(title)).collect();
    if b.titles.iter().any(|title| titles.contains(&fold(title))) {
        grounds.push(Ground::SameTitle);
    }
    if let (Some(a), Some(b)) = (a.sex, b.sex) {
        grounds.push(if a == b { Ground::SameSex } else { Ground::OtherSex });
    }
    if let (Some(a), Some(b)) = (&a.identity, &b.identity) {
        grounds.push(if a == b { Ground::SameIdentity } else { Ground::OtherIdentity });
    }
    grounds.sort_by_key(|ground| -ground.points().abs());
    Likeness { score: grounds.iter().map(|ground| ground.points()).sum(), grounds }
}

/// The best agreement among all names of both, and whether it needs a name that is not the present one.
fn best_name(a: &[String], b: &[String]) -> (Ground, bool) {
    let mut best = (Ground::OtherName, false);
    for (i, one) in a.iter().enumerate() {
        for (j, other) in b.iter().enumerate() {
            let (found, alias) = (names(one, other), i + j > 0);
            // an alias has to be the name itself; a slip of an alias says little
            let counts = !alias || found.points() >= Ground::SameLetters.points();
            if counts && found.points() > best.0.points() {
                best = (found, alias);
            }
        }
    }
    best
}

/// How two names agree.
fn names(a: &str, b: &str) -> Ground {
    let (one, other) = (a.trim().to_lowercase(), b.trim().to_lowercase());
    if one == other {
        return Ground::SameName;
    }
    if one_spelling(a) == one_spelling(b) {
        return Ground::SameNameOtherSpelling;
    }
    let (one, other) = (fold(a), fold(b));
    if one == other || fold(&one_spelling(a)) == fold(&one_spelling(b)) {
        return if is_unmarked(a) || is_unmarked(b) { Ground::SameLetters } else { Ground::OtherMarks };
    }
    if alike_key(a) == alike_key(b) {
        return Ground::Slip;
    }
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    if one.len() == other.len() {
        let differ: Vec<_> = one.iter().zip(&other).filter(|(x, y)| x != y).collect();
        if let [(x, y)] = differ.as_slice()
            && x.len() > 2
            && y.len() > 2
            && one_edit(x, y)
        {
            return Ground::OneLetter;
        }
    } else if one.first() == other.first() && one.last() == other.last() && one.len().abs_diff(other.len()) == 1 {
        let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
        let mut rest = long.iter();
        if short.len() >= 2 && short.iter().all(|word| rest.any(|one| one == word)) {
            return Ground::MiddleNameMissing;
        }
    }
    Ground::OtherName
}

/// Whether one letter more, less or other makes one word of the other.
fn one_edit(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let same_end =
        a[same_start..].iter().rev().zip(b[same_start..].iter().rev()).take_while(|(x, y)| x == y).count();
    (a.len() - same_start - same_end) <= 1 && (b.len() - same_start - same_end) <= 1
}

fn birth(a: &Traits, b: &Traits) -> Option<Ground> {
    if let (Some(a), Some(b)) = (a.birth_day, b.birth_day)
        && a == b
    {
        return Some(Ground::SameBirthDay);
    }
    Some(match a.birth_year?.abs_diff(b.birth_year?) {
        0 => Ground::SameBirthYear,
        1 => Ground::NextBirthYear,
        _ => Ground::OtherBirthYear,
    })
}

fn place(a: &Traits, b: &Traits) -> Option<Ground> {
    let meet = |a: &[String], b: &[String]| a.iter().any(|one| b.contains(one));
    if meet(&a.units, &b.units) {
        return Some(Ground::SameUnit);
    }
    if meet(&a.units, &b.lineage) || meet(&a.lineage, &b.units) || meet(&a.lineage, &b.lineage) {
        return Some(Ground::UnitInLineage);
    }
    (meet(&a.units, &b.above) || meet(&a.above, &b.units) || meet(&a.above, &b.above)).then_some(Ground::SameBranch)
}

#[cfg(test)]
#[path = "likeness_table.rs"]
mod tests;
