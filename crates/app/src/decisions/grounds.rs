//! The grounds of a revocation as data, with the test of the law and what is recovered.

use crate::face::Refusal;
use serde::Deserialize;
use std::sync::LazyLock;
use thidua_domain::basics::Language;
use thidua_domain::decisions::revocation::{Case, Ground as Tested, Obstacle, Recovered, revoke};
use thidua_domain::law::Mark;

/// A ground.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Ground {
    pub(crate) code: String,
    says: String,
    english: String,
    /// Whether the violation has to lie in the period counted.
    pub(crate) period_test: bool,
    /// `item`, `money`.
    recovers: Vec<String>,
    regimes: Vec<String>,
    pub(crate) source: String,
    pub(crate) mark: String,
}

#[derive(Deserialize)]
struct File {
    ground: Vec<Ground>,
}

fn read() -> Result<Vec<Ground>, String> {
    let text = include_str!("../../../../rules/awards/lists/revocation.toml");
    toml::from_str::<File>(text).map(|file| file.ground).map_err(|error| error.to_string())
}

/// The grounds, in the order of the law.
pub(crate) fn all() -> Result<&'static [Ground], Refusal> {
    static ALL: LazyLock<Result<Vec<Ground>, String>> = LazyLock::new(read);
    ALL.as_deref().map_err(Refusal::fault)
}

/// The ground of a code.
pub(crate) fn ground(code: &str) -> Option<&'static Ground> {
    all().ok()?.iter().find(|one| one.code == code)
}

/// The words of a ground with its article.
pub(crate) fn ground_words(code: &str, language: Language) -> String {
    ground(code).map_or_else(|| code.to_owned(), |one| format!("{} ({})", one.says(language), one.source))
}

impl Ground {
    pub(crate) fn says(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.says,
            Language::English => &self.english,
        }
    }

    /// Whether it is of one of these regimes.
    pub(crate) fn is_of(&self, regimes: &[&str]) -> bool {
        self.regimes.iter().any(|key| regimes.contains(&key.as_str()))
    }

    /// Whether items are recovered.
    pub(crate) fn recovers_items(&self) -> bool {
        self.recovers.iter().any(|one| one == "item")
    }

    /// Whether money is recovered.
    pub(crate) fn recovers_money(&self) -> bool {
        self.recovers.iter().any(|one| one == "money")
    }

    /// The test of the law, and what is recovered. A ground that the law of today does not list is only a person's to use.
    pub(crate) fn test(&self, case: &Case) -> Result<Recovered, Vec<Obstacle>> {
        let mut found = match Tested::from_code(&self.code) {
            Some(tested) => revoke(tested, case)?,
            None if case.revoked => return Err(vec![Obstacle::Already]),
            None => Recovered { items: case.items.clone(), money: case.paid.max(0), ask: Vec::new() },
        };
        if !Mark::of_letter(&self.mark).is_some_and(Mark::is_sure) && !found.ask.contains(&Obstacle::Unverified) {
            found.ask.push(Obstacle::Unverified);
        }
        if !self.recovers_items() {
            found.items.clear();
        }
        if !self.recovers_money() {
            found.money = 0;
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ground_is_read_and_what_is_not_verified_asks_a_person() {
        let all = read().expect("the grounds are read");
        assert!(all.len() >= 5);
        let case = Case { paid: 1_000, items: vec!["Bằng khen".into()], proposed: true, ..Case::default() };
        for one in &all {
            let sure = one.mark == "V";
            match one.test(&case) {
                Ok(found) => assert_eq!(found.ask.contains(&Obstacle::Unverified), !sure, "{}", one.code),
                Err(found) => assert!(found.iter().any(|one| one.stops()), "{}", one.code),
            }
        }
        let asked = all.iter().find(|one| one.code == "93.2.d").expect("the ground is there");
        assert!(asked.period_test && asked.test(&case).is_err(), "a violation needs a conclusion and its days");
    }
}
