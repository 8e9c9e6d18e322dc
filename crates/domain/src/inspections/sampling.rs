//! The sample of an inspection: the riskiest lines, and of each group some lines at random by a published seed.
//!
//! Anybody can draw it again: the ticket of a line is the SHA-256 of `seed|group|line`, which every computer can make
//! (`printf '%s' 'seed|group|line' | sha256sum`). The method is written down in `docs/inspection-sampling.md`.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The longest seed.
pub const LONGEST_SEED: usize = 80;
/// The most that is taken of the list as the riskiest, and of each group at random.
pub const MOST: usize = 200;

/// A line of the list from which is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The group in which it is drawn.
    pub group: String,
    /// The line as it is published.
    pub key: String,
    /// Its points of risk.
    pub points: i64,
}

/// Why a line is in the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// By its points: the first, the second …
    Risk(usize),
    /// By its ticket: the first of its group, the second …
    Lot(usize),
}

impl Because {
    /// The word for the store.
    pub fn code(self) -> String {
        match self {
            Because::Risk(rank) => format!("risk:{rank}"),
            Because::Lot(rank) => format!("lot:{rank}"),
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Because> {
        let (word, rank) = code.split_once(':')?;
        let rank = rank.parse().ok()?;
        match word {
            "risk" => Some(Because::Risk(rank)),
            "lot" => Some(Because::Lot(rank)),
            _ => None,
        }
    }
}

/// A text as it stands in tickets: one line, without the mark that stands between the parts.
pub fn plain(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c == '|' || c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The ticket of a line: SHA-256 in hexadecimal.
pub fn ticket(seed: &str, line: &Line) -> String {
    let said = format!("{}|{}|{}", plain(seed), plain(&line.group), plain(&line.key));
    Sha256::digest(said.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Draws: which lines of the list are in the sample, and why, in the order of the list.
///
/// First the `riskiest` lines by points, those without points never; equal points go by ticket. Then of each group, of the
/// lines that are left, `per_group` with the smallest tickets. Lines with one ticket go by their place in the list.
pub fn draw(lines: &[Line], seed: &str, riskiest: usize, per_group: usize) -> Vec<(usize, Because)> {
    let tickets: Vec<String> = lines.iter().map(|line| ticket(seed, line)).collect();
    let mut chosen: Vec<Option<Because>> = vec![None; lines.len()];
    let mut by_risk: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].points > 0).collect();
    by_risk.sort_by(|a, b| lines[*b].points.cmp(&lines[*a].points).then_with(|| tickets[*a].cmp(&tickets[*b])));
    for (rank, at) in by_risk.into_iter().take(riskiest).enumerate() {
        chosen[at] = Some(Because::Risk(rank + 1));
    }
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| chosen[*at].is_none()) {
        groups.entry(plain(&line.group)).or_default().push(at);
    }
    for mut group in groups.into_values() {
        group.sort_by(|a, b| tickets[*a].cmp(&tickets[*b]));
        for (rank, at) in group.into_iter().take(per_group).enumerate() {
            chosen[at] = Some(Because::Lot(rank + 1));
        }
    }
    chosen.into_iter().enumerate().filter_map(|(at, because)| Some((at, because?))).collect()
}
