//! The data of initiatives: which award asks for which scope, what counts once only, and the criteria of councils.

use super::Scope;
use super::judging::{Criterion, Rule};
use super::uses::{Asked, Once};
use crate::basics::Fraction;
use crate::law::Mark;
use crate::voting::Threshold;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

const SHIPPED: &str = include_str!("../../../../rules/awards/lists/initiatives.toml");

/// A scope with the awards that ask for it.
#[derive(Clone, Debug, Deserialize)]
struct ScopeRow {
    code: String,
    awards: Vec<String>,
}

/// A rule of the law on initiatives.
#[derive(Clone, Debug, Deserialize)]
pub struct LawRule {
    /// Its word.
    pub code: String,
    /// What it says.
    pub says: String,
    /// In English.
    pub english: String,
    /// The regimes in which it holds.
    pub regimes: Vec<String>,
    /// Document and article.
    pub source: String,
    /// V, S or U.
    pub mark: String,
    #[serde(default)]
    used_for: Vec<String>,
    #[serde(default)]
    not_again_for: Vec<String>,
}

impl LawRule {
    /// How sure it is.
    pub fn mark(&self) -> Mark {
        Mark::of_letter(&self.mark).unwrap_or(Mark::Unverified)
    }
}

/// A criterion as a council writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// What is asked.
    pub name: String,
    /// In English, where somebody wrote it.
    #[serde(default)]
    pub english: String,
    /// The most marks.
    pub most: u32,
    /// The fewest marks with which a member agrees.
    #[serde(default)]
    pub least: u32,
}

/// Criteria and thresholds of a council, as they are written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CouncilRule {
    /// A member agrees from so many marks together.
    pub total: u32,
    /// The share of cards that has to agree: `70`, `2/3`.
    pub agreeing: String,
    /// The share of members who may judge that has to hand in a card.
    pub cards: String,
    /// Whether members see neither authors nor unit before the close.
    pub blind: bool,
    /// Where it stands: a regulation of the council, or that it is a beginning.
    #[serde(default)]
    pub source: String,
    /// How sure the source is.
    #[serde(default)]
    pub mark: String,
    /// The criteria in order.
    pub criterion: Vec<Named>,
}

/// What is wrong with the rule of a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleProblem {
    /// No criterion.
    NoCriterion,
    /// A criterion without marks, or with more needed than there are.
    Marks(String),
    /// More marks are needed together than there are.
    Total(u32),
    /// The share that agrees is no share.
    Agreeing,
    /// The share of cards is no share.
    Cards,
}

impl CouncilRule {
    /// The rule that judges.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn rule(&self) -> Result<Rule, RuleProblem> {
        if self.criterion.is_empty() {
            return Err(RuleProblem::NoCriterion);
        }
        if let Some(bad) = self.criterion.iter().find(|one| one.most == 0 || one.least > one.most) {
            return Err(RuleProblem::Marks(bad.name.clone()));
        }
        let most = self.most();
        if self.total > most {
            return Err(RuleProblem::Total(most));
        }
        let share = |text: &str| Fraction::read(text).filter(|share| share.over() > 0);
        let agreeing = share(&self.agreeing).ok_or(RuleProblem::Agreeing)?;
        let cards = share(&self.cards).ok_or(RuleProblem::Cards)?;
        let criteria = self
            .criterion
            .iter()
            .map(|one| Criterion { key: one.name.clone(), most: one.most, least: one.least })
            .collect();
        let agreeing = Threshold::AtLeast(agreeing);
        Ok(Rule { criteria, total: self.total, agreeing, cards, blind: self.blind })
    }

    /// The most marks together.
    pub fn most(&self) -> u32 {
        self.criterion.iter().fold(0, |sum, one| sum.saturating_add(one.most))
    }

    /// As it is kept.
    pub fn text(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// As it was kept.
    pub fn read(text: &str) -> Option<CouncilRule> {
        toml::from_str(text).ok()
    }
}

/// The shipped data.
#[derive(Clone, Debug, Deserialize)]
pub struct Data {
    scope: Vec<ScopeRow>,
    rule: Vec<LawRule>,
    council: CouncilRule,
}

static DATA: LazyLock<Result<Data, String>> =
    LazyLock::new(|| toml::from_str(SHIPPED).map_err(|error| error.to_string()));

/// The shipped data, read once.
///
/// # Errors
/// What is wrong with the text; a test holds that nothing is.
pub fn shipped() -> Result<&'static Data, &'static str> {
    DATA.as_ref().map_err(String::as_str)
}

impl Data {
    /// What an award asks of an initiative: the scope that the law gives it, else that of the unit.
    pub fn asked(&self, award: &str) -> Asked {
        let row = self.scope.iter().find(|row| row.awards.iter().any(|one| one == award));
        let scope = row.and_then(|row| Scope::from_code(&row.code)).unwrap_or(Scope::Unit);
        Asked { award: award.to_owned(), scope, kinds: Vec::new() }
    }

    /// The rules of a regime that let an initiative count once only.
    pub fn once(&self, regime: &str) -> Vec<Once> {
        self.rules(regime)
            .filter(|rule| !rule.not_again_for.is_empty())
            .map(|rule| Once {
                used_for: rule.used_for.clone(),
                not_for: rule.not_again_for.clone(),
                source: rule.source.clone(),
                mark: rule.mark(),
            })
            .collect()
    }

    /// What the law of a regime says of initiatives.
    pub fn rules<'a>(&'a self, regime: &'a str) -> impl Iterator<Item = &'a LawRule> {
        self.rule.iter().filter(move |rule| rule.regimes.iter().any(|one| one == regime))
    }

    /// The rule with which a council begins that has none of its own.
    pub fn council(&self) -> &CouncilRule {
        &self.council
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_data_is_read_and_the_first_rule_of_a_council_judges() {
        let data = shipped().expect("read");
        assert!(data.council().rule().is_ok());
        assert_eq!(data.council().most(), 100);
        assert_eq!(CouncilRule::read(&data.council().text()).as_ref(), Some(data.council()));
        for (award, scope) in
            [("CSTDCS", Scope::Unit), ("CSTDBT", Scope::Province), ("CSTDTQ", Scope::Nation), ("BKBT", Scope::Unit)]
        {
            assert_eq!(data.asked(award).scope, scope, "{award}");
        }
    }

    #[test]
    fn what_was_used_for_the_grassroots_title_does_not_count_again_for_the_diploma_since_2024() {
        let data = shipped().expect("read");
        assert!(data.once("A").is_empty(), "the reading is of the law of 2022");
        for regime in ["B", "C", "D"] {
            let once = data.once(regime);
            assert_eq!(once.len(), 1);
            assert!(once[0].mark.is_sure() && once[0].used_for == ["CSTDCS"] && once[0].not_for == ["BKBT"]);
        }
    }

    #[test]
    fn what_is_wrong_with_a_rule_of_a_council_is_said() {
        let good = shipped().expect("read").council().clone();
        let with = |change: fn(&mut CouncilRule)| {
            let mut rule = good.clone();
            change(&mut rule);
            rule.rule().map(|_| ())
        };
        assert_eq!(with(|rule| rule.criterion.clear()), Err(RuleProblem::NoCriterion));
        assert_eq!(
            with(|rule| rule.criterion[0].least = 31),
            Err(RuleProblem::Marks(good.criterion[0].name.clone()))
        );
        assert_eq!(with(|rule| rule.total = 101), Err(RuleProblem::Total(100)));
        assert_eq!(with(|rule| rule.total = 100), Ok(()));
        assert_eq!(with(|rule| rule.agreeing = "101".into()), Err(RuleProblem::Agreeing));
        assert_eq!(with(|rule| rule.agreeing = "0".into()), Err(RuleProblem::Agreeing));
        assert_eq!(with(|rule| rule.cards = "nửa".into()), Err(RuleProblem::Cards));
        assert_eq!(with(|rule| rule.cards = "2/3".into()), Ok(()));
    }
}
