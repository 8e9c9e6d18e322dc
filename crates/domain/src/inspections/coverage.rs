//! Who was visited, how often, and who never.

use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The visits of one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visited {
    /// How many visits.
    pub times: usize,
    /// The last one.
    pub last: Option<NaiveDate>,
}

/// The coverage of a list of subjects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Each subject in the order of the list.
    pub lines: Vec<(String, Visited)>,
}

impl Coverage {
    /// Puts the visits beside the subjects; visits of others are left out.
    pub fn of(subjects: &[String], visits: &[(String, NaiveDate)]) -> Coverage {
        let mut found: BTreeMap<&str, Visited> = BTreeMap::new();
        for (subject, day) in visits {
            let one = found.entry(subject).or_default();
            one.times += 1;
            one.last = one.last.max(Some(*day));
        }
        let lines = subjects
            .iter()
            .map(|subject| (subject.clone(), found.get(subject.as_str()).cloned().unwrap_or_default()))
            .collect();
        Coverage { lines }
    }

    /// Subjects visited at least once.
    pub fn visited(&self) -> usize {
        self.lines.iter().filter(|(_, visited)| visited.times > 0).count()
    }

    /// Subjects never visited.
    pub fn never(&self) -> usize {
        self.lines.len() - self.visited()
    }

    /// All visits.
    pub fn visits(&self) -> usize {
        self.lines.iter().map(|(_, visited)| visited.times).sum()
    }
}
