//! Whether somebody on a list is registered: names as they are typed, against units and people that are known.
//!
//! A name that fits one only is answered; a name that fits several, or fits nearly, is for a person to decide.

use crate::basics::text::{fold, nfc};
use crate::blocks::{marks_agree, same_name};
use crate::people::likeness::{Ground, Traits, compare};

/// Somebody who may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name.
    pub name: String,
    /// For a person, the name of the unit; none for a unit itself.
    pub at: Option<String>,
    /// The same for everything that is known of one unit or person.
    pub identity: String,
    /// Whether a registration that was handed in names them.
    pub registered: bool,
}

/// What is answered for one name. Numbers are places in the list of candidates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Registered, by these.
    Registered(Vec<usize>),
    /// Not registered; known as one of these, or not known at all.
    NotRegistered(Vec<usize>),
    /// A person has to say who is meant, each with what speaks for it.
    NeedsPerson(Vec<(usize, Ground)>),
}

/// A line of a list: the name, and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The whole line without its number.
    pub whole: String,
    /// What stands first.
    pub name: String,
    /// What stands behind it: a post, a unit.
    pub rest: String,
}

/// The words before a name that are none of it.
const BEFORE: [&str; 6] = ["ong ", "ba ", "dong chi ", "d/c ", "anh ", "chi "];

/// Reads a line as a clerk has it in a document: numbered, with a post or unit behind the name.
pub fn read_line(line: &str) -> Option<Asked> {
    let line = nfc(line.trim());
    let bare = line.trim_start_matches(['-', '–', '+', '*', '•']).trim_start();
    let digits = bare.chars().take_while(char::is_ascii_digit).count();
    let bare = match bare[digits..].strip_prefix(['.', ')', '\t', ';']) {
        Some(rest) if digits > 0 => rest.trim(),
        _ => bare,
    };
    let whole = bare.trim_end_matches([';', ',', '.', ' ']).trim().to_owned();
    if whole.is_empty() {
        return None;
    }
    let at = [";", "\t", ",", " - ", " – ", "("]
        .iter()
        .filter_map(|cut| whole.find(cut).map(|at| (at, cut.len())))
        .min();
    let (name, rest) = at.map_or((whole.as_str(), ""), |(at, length)| (&whole[..at], &whole[at + length..]));
    let folded = fold(name);
    let before =
        BEFORE.iter().find(|before| folded.starts_with(*before)).map_or(0, |before| before.split(' ').count() - 1);
    let name = name.split_whitespace().skip(before).collect::<Vec<_>>().join(" ");
    Some(Asked { name, rest: rest.trim_matches([')', ' ', '.']).to_owned(), whole })
}

/// How a name fits a candidate, and whether that is sure.
fn fits(asked: &Asked, candidate: &Candidate) -> Option<(Ground, bool)> {
    if candidate.at.is_none() {
        let typed = [&asked.whole, &asked.name].into_iter().find(|typed| same_name(typed, &candidate.name))?;
        let agree = marks_agree(typed, &candidate.name);
        return Some(if agree { (Ground::SameName, true) } else { (Ground::OtherMarks, false) });
    }
    let of = |name: &str| Traits { names: vec![name.to_owned()], ..Traits::default() };
    let ground = compare(&of(&asked.name), &of(&candidate.name)).grounds.into_iter().next()?;
    match ground {
        Ground::SameName | Ground::SameNameOtherSpelling | Ground::SameLetters => Some((ground, true)),
        Ground::Slip | Ground::OtherMarks | Ground::OneLetter | Ground::MiddleNameMissing => Some((ground, false)),
        _ => None,
    }
}

/// Whether what stands behind the name speaks of the candidate's unit.
fn speaks_of(rest: &str, candidate: &Candidate) -> bool {
    let Some(unit) = &candidate.at else { return false };
    let parts = rest.split([';', ',', '\t']).map(str::trim).filter(|part| !part.is_empty());
    let mut parts = parts.peekable();
    parts.peek().is_some() && parts.any(|part| same_name(part, unit) || fold(part).ends_with(&fold(unit)))
}

/// Looks one line up.
pub fn look_up(asked: &Asked, candidates: &[Candidate]) -> Answer {
    let found: Vec<(usize, Ground, bool)> = candidates
        .iter()
        .enumerate()
        .filter_map(|(at, one)| fits(asked, one).map(|(ground, sure)| (at, ground, sure)))
        .collect();
    let mut sure: Vec<(usize, Ground)> =
        found.iter().filter(|(_, _, sure)| *sure).map(|(at, ground, _)| (*at, *ground)).collect();
    let near: Vec<(usize, Ground)> =
        found.iter().filter(|(_, _, sure)| !*sure).map(|(at, ground, _)| (*at, *ground)).collect();
    let narrowed: Vec<(usize, Ground)> =
        sure.iter().filter(|(at, _)| speaks_of(&asked.rest, &candidates[*at])).copied().collect();
    if !narrowed.is_empty() {
        sure = narrowed;
    }
    let mut identities: Vec<&str> = sure.iter().map(|(at, _)| candidates[*at].identity.as_str()).collect();
    identities.sort_unstable();
    identities.dedup();
    match identities.len() {
        0 if near.is_empty() => Answer::NotRegistered(Vec::new()),
        0 => Answer::NeedsPerson(near),
        1 => {
            let (registered, others): (Vec<usize>, Vec<usize>) =
                sure.into_iter().map(|(at, _)| at).partition(|at| candidates[*at].registered);
            if registered.is_empty() { Answer::NotRegistered(others) } else { Answer::Registered(registered) }
        }
        _ => Answer::NeedsPerson(sure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, at: &str, registered: bool) -> Candidate {
        let identity = format!("{} {at}", fold(name));
        Candidate { name: name.into(), at: Some(at.into()), identity, registered }
    }

    fn unit(name: &str, registered: bool) -> Candidate {
        Candidate { name: name.into(), at: None, identity: name.into(), registered }
    }

    fn known() -> Vec<Candidate> {
        vec![
            person("Trần Thị Diệu", "Trường Tiểu học Lơ Ku", true),
            person("Nguyễn Văn Hùng", "Làng Lơ Vi", true),
            person("Nguyễn Văn Hùng", "Làng Chợt", true),
            person("Lê Ba", "Làng Chợt", false),
            unit("Ủy ban nhân dân xã Tân An", true),
            unit("Phòng Kinh tế - Hạ tầng", false),
        ]
    }

    #[test]
    fn lines_are_read_as_a_clerk_has_them() {
        let read = |line| read_line(line).map(|asked| (asked.name, asked.rest));
        let both = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            read("1. Ông Nguyễn Văn Hùng, Trưởng làng Lơ Vi;"),
            both("Nguyễn Văn Hùng", "Trưởng làng Lơ Vi")
        );
        assert_eq!(read("2)\tBà Trần Thị Diệu (Trường Tiểu học)"), both("Trần Thị Diệu", "Trường Tiểu học"));
        assert_eq!(read("- Lê Ba"), both("Lê Ba", ""));
        assert_eq!(read("Bàn Văn Tư"), both("Bàn Văn Tư", ""), "a family name is none of the words before it");
        assert_eq!(read("  "), None);
    }

    #[test]
    fn one_is_answered_and_several_or_nearly_are_for_a_person() {
        use Answer as A;
        let all = known();
        let look = |line| look_up(&read_line(line).expect("a line"), &all);
        for (line, answer) in [
            ("Trần Thị Diệu", A::Registered(vec![0])),
            ("tran thi dieu", A::Registered(vec![0])),
            ("Trần Thị Diễu", A::NeedsPerson(vec![(0, Ground::OtherMarks)])),
            ("Nguyễn Văn Hùng", A::NeedsPerson(vec![(1, Ground::SameName), (2, Ground::SameName)])),
            ("Nguyễn Văn Hùng; Làng Chợt", A::Registered(vec![2])),
            ("Nguyễn Văn Hùng, Trưởng làng Lơ Vi", A::Registered(vec![1])),
            ("Lê Ba", A::NotRegistered(vec![3])),
            ("Phạm Tư", A::NotRegistered(vec![])),
            ("UBND xã Tân An", A::Registered(vec![4])),
            ("xa tan an", A::Registered(vec![4])),
            ("UBND xã Tấn An", A::NeedsPerson(vec![(4, Ground::OtherMarks)])),
            ("Phòng Kinh tế - Hạ tầng", A::NotRegistered(vec![5])),
        ] {
            assert_eq!(look(line), answer, "{line}");
        }
    }

    #[test]
    fn two_entries_of_one_person_are_one_answer() {
        let mut all = known();
        all.push(person("Trần Thị Diệu", "Trường Tiểu học Lơ Ku", true));
        let asked = read_line("Trần Thị Diệu").expect("a line");
        assert_eq!(look_up(&asked, &all), Answer::Registered(vec![0, 6]));
    }
}
