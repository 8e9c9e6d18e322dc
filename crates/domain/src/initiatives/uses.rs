//! For which award an initiative may be used: recognised, of the author, wide enough, and not used up.
//!
//! That an initiative with which somebody became Chiến sĩ thi đua cơ sở does not count again for the Bằng khen of Luật
//! Điều 74 khoản 1 điểm d is the reading of Bộ Nội vụ (mark V). It is a rule of the pack, like every other one use only.
//! Whether the use by one author uses it up for the others was not read (mark U): each has their own uses.

use super::{Initiative, Kind, Scope, State};
use crate::law::Mark;

/// A use that is known: for whom and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The author whose nomination used it.
    pub person: String,
    /// The award.
    pub award: String,
    /// The nomination in which it was used.
    pub nomination: String,
    /// Whether that is granted; else it is under way.
    pub granted: bool,
}

/// A rule of one use only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once {
    /// Used for one of these …
    pub used_for: Vec<String>,
    /// … it does not count for one of these.
    pub not_for: Vec<String>,
    /// The article.
    pub source: String,
    /// How sure it is.
    pub mark: Mark,
}

/// What an award asks of an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The award.
    pub award: String,
    /// The scope, or wider.
    pub scope: Scope,
    /// The kinds that count; empty for all.
    pub kinds: Vec<Kind>,
}

/// Whether it may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum May {
    /// Yes.
    Yes,
    /// No, for a reason that is sure.
    No(Reason),
    /// A person says: the rule is not sure, or the other use is not granted yet.
    Person(Reason),
}

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not recognised.
    NotRecognised,
    /// The nominee did not make it.
    NotTheirs,
    /// The award does not count this kind.
    Kind(Kind),
    /// It does not reach so far.
    Scope {
        /// How far it reaches.
        has: Scope,
        /// How far it has to.
        asked: Scope,
    },
    /// It was used already.
    Used {
        /// For which award.
        award: String,
        /// In which nomination.
        nomination: String,
        /// The article that lets it count once only.
        source: String,
    },
}

impl Initiative {
    /// Whether a nominee may use it for an award. `scope` is the one for which it was recognised.
    pub fn may_be_used_for(
        &self,
        state: State,
        scope: Scope,
        person: &str,
        asked: &Asked,
        uses: &[Use],
        rules: &[Once],
    ) -> May {
        if state != State::Recognised {
            return May::No(Reason::NotRecognised);
        }
        if !self.is_by(person) {
            return May::No(Reason::NotTheirs);
        }
        if !asked.kinds.is_empty() && !asked.kinds.contains(&self.kind) {
            return May::No(Reason::Kind(self.kind));
        }
        if scope < asked.scope {
            return May::No(Reason::Scope { has: scope, asked: asked.scope });
        }
        let mut doubt = May::Yes;
        for rule in rules.iter().filter(|rule| rule.not_for.contains(&asked.award)) {
            let theirs = uses.iter().filter(|one| one.person == person && rule.used_for.contains(&one.award));
            for used in theirs {
                let reason = Reason::Used {
                    award: used.award.clone(),
                    nomination: used.nomination.clone(),
                    source: rule.source.clone(),
                };
                if used.granted && rule.mark.is_sure() {
                    return May::No(reason);
                }
                if doubt == May::Yes {
                    doubt = May::Person(reason);
                }
            }
        }
        doubt
    }
}
