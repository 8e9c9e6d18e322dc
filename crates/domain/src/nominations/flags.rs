//! What a nomination should make people look at: told with its reason; only what the law surely forbids, and people of
//! another unit, stop it.

use crate::alike::Likeness;
use crate::awards::subject::PendingKind;
use crate::finding::Severity;
use crate::initiatives::uses::{May, Reason};

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// The nominee does not belong to the unit that proposes.
    OtherUnit {
        /// Where they belong.
        unit: Option<String>,
    },
    /// The achievement was rewarded already (Luật 06/2022/QH15 Điều 5 khoản 2, mark V).
    SameAchievement {
        /// The achievement.
        achievement: String,
        /// The award, given or proposed.
        award: String,
        /// It is proposed only: two nominations for one achievement.
        proposed: bool,
    },
    /// An initiative cannot be used, or a person says whether it can.
    Initiative {
        /// Which one.
        initiative: String,
        /// Why.
        reason: Reason,
        /// It is sure.
        sure: bool,
    },
    /// The title was not registered for at the beginning of the year. Since 2024 no condition of the law (mark U).
    NotRegistered,
    /// Something is open against the nominee (NĐ 98/2023, NĐ 152/2025 Điều 4, mark U).
    Pending(PendingKind),
    /// Disciplined in the period counted.
    Disciplined,
    /// The report is nearly that of another.
    Alike {
        /// The other nomination.
        other: String,
        /// Shared words in a hundred.
        percent: u32,
    },
    /// The report cites no result that is recorded.
    NothingCited,
}

impl Flag {
    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Flag::OtherUnit { .. } => Severity::Error,
            Flag::SameAchievement { proposed, .. } if !proposed => Severity::Error,
            Flag::Initiative { sure, .. } if *sure => Severity::Error,
            Flag::NotRegistered => Severity::Notice,
            Flag::SameAchievement { .. }
            | Flag::Initiative { .. }
            | Flag::Pending(_)
            | Flag::Disciplined
            | Flag::Alike { .. }
            | Flag::NothingCited => Severity::Warning,
        }
    }
}

/// An award that rewards an achievement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewarded {
    /// The achievement.
    pub achievement: String,
    /// The award.
    pub award: String,
    /// Given; else proposed in another nomination.
    pub given: bool,
}

/// What is known of a nomination.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Units that belong to the one that proposes, itself too.
    pub proposing: Vec<String>,
    /// The unit of the nominee in the period; for a unit itself.
    pub unit: Option<String>,
    /// The nominee registered for the title; none where nobody registers for it.
    pub registered: Option<bool>,
    /// Achievements that it rests on.
    pub achievements: Vec<String>,
    /// Awards of the nominee, given and proposed elsewhere.
    pub rewarded: Vec<Rewarded>,
    /// Initiatives that it rests on, and whether they may be used.
    pub initiatives: Vec<(String, May)>,
    /// What is open against the nominee on the day.
    pub pending: Vec<PendingKind>,
    /// Disciplined in the period counted.
    pub disciplined: bool,
    /// Reports that are like its own.
    pub alike: Vec<(String, Likeness)>,
    /// Results of the system that its report cites.
    pub cited: usize,
}

/// What to look at, the gravest first.
pub fn flags(about: &About) -> Vec<Flag> {
    let mut found = Vec::new();
    if about.unit.as_ref().is_none_or(|unit| !about.proposing.contains(unit)) {
        found.push(Flag::OtherUnit { unit: about.unit.clone() });
    }
    for rewarded in about.rewarded.iter().filter(|one| about.achievements.contains(&one.achievement)) {
        found.push(Flag::SameAchievement {
            achievement: rewarded.achievement.clone(),
            award: rewarded.award.clone(),
            proposed: !rewarded.given,
        });
    }
    for (initiative, may) in &about.initiatives {
        let (reason, sure) = match may {
            May::Yes => continue,
            May::No(reason) => (reason.clone(), true),
            May::Person(reason) => (reason.clone(), false),
        };
        found.push(Flag::Initiative { initiative: initiative.clone(), reason, sure });
    }
    found.extend(about.pending.iter().map(|kind| Flag::Pending(*kind)));
    if about.disciplined {
        found.push(Flag::Disciplined);
    }
    for (other, likeness) in about.alike.iter().filter(|(_, one)| one.percent >= crate::alike::WORTH_A_LOOK) {
        found.push(Flag::Alike { other: other.clone(), percent: likeness.percent });
    }
    if about.cited == 0 {
        found.push(Flag::NothingCited);
    }
    if about.registered == Some(false) {
        found.push(Flag::NotRegistered);
    }
    found.sort_by_key(Flag::severity);
    found
}

/// How many of them stop it.
pub fn stopping(flags: &[Flag]) -> usize {
    flags.iter().filter(|flag| flag.severity() == Severity::Error).count()
}
