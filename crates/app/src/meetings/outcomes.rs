//! The sheets of two tellers put beside each other, and what follows from them. Before both agree on everything no number
//! leaves this file.

use super::door::{Here, Listed};
use super::words::Words;
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::voting::count::{Hands, Sheet, Tally as Counted};
use thidua_domain::voting::tellers::{self, Difference};
use thidua_domain::voting::{Ballot, Outcome, words as voting};
use thidua_store::meetings::Tally;

/// How far the counting is.
pub(super) struct Counting {
    /// What each teller has done, in words.
    pub(super) progress: Vec<String>,
    /// Where the sheets differ: the item and the field, never a number.
    pub(super) differences: Vec<String>,
    /// What is agreed, where everything is.
    pub(super) agreed: Option<HashMap<i64, Counted>>,
}

pub(super) fn secret(here: &Here) -> impl Iterator<Item = &Listed> {
    here.items.iter().filter(|one| one.item.rule.ballot == Ballot::Secret)
}

pub(super) fn open(here: &Here) -> impl Iterator<Item = &Listed> {
    here.items.iter().filter(|one| one.item.rule.ballot == Ballot::Open)
}

/// Hands as they are kept on a sheet.
pub(super) fn raised(sheet: &Sheet) -> Hands {
    Hands { in_favour: sheet.in_favour, against: sheet.against, abstaining: sheet.invalid }
}

pub(super) fn counting(here: &Here, tallies: &[Tally], language: Language, w: &'static Words) -> Counting {
    let (mut progress, mut differences) = (Vec::new(), Vec::new());
    let mut agreed = HashMap::new();
    let mut whole = true;
    let all = secret(here).count();
    if all > 0 {
        let mut sheets = Vec::new();
        for teller in [1, 2] {
            let own: Vec<&Tally> = tallies.iter().filter(|one| one.teller == teller).collect();
            let number = teller.to_string();
            let Some(first) = own.first() else {
                progress.push(w.teller_waits.replace("{n}", &number));
                whole = false;
                continue;
            };
            whole &= own.len() == all;
            let says = w.teller_done.replace("{n}", &number).replace("{name}", &first.account_name);
            progress.push(says.replace("{done}", &own.len().to_string()).replace("{all}", &all.to_string()));
            let label = |one: &&Tally| Some((here.label(here.item(one.item)?, w), one.sheet));
            sheets.push(tellers::Counted {
                by: first.account_id.clone().unwrap_or_default(),
                items: own.iter().filter_map(label).collect(),
            });
        }
        if let [one, other] = &sheets[..] {
            match tellers::compare(one, other) {
                Ok(found) => {
                    for (label, sheet) in found {
                        let item = secret(here).find(|one| here.label(one, w) == label);
                        agreed.extend(item.map(|one| (one.item.position, Counted::Secret(sheet))));
                    }
                }
                Err(found) => {
                    whole = false;
                    // what only one has typed so far is said by the progress
                    let told = found.iter().filter(|one| !matches!(one, Difference::Missing { .. }));
                    differences.extend(told.map(|one| voting::difference(one).in_language(language).to_owned()));
                }
            }
        }
    }
    let mut left = 0;
    for one in open(here) {
        match tallies.iter().find(|tally| tally.teller == 0 && tally.item == one.item.position) {
            Some(tally) => {
                agreed.insert(one.item.position, Counted::Open(raised(&tally.sheet)));
            }
            None => left += 1,
        }
    }
    if left > 0 {
        progress.push(w.hands_left.replace("{n}", &left.to_string()));
        whole = false;
    }
    Counting { progress, differences, agreed: whole.then_some(agreed) }
}

/// What came of every item.
///
/// # Errors
/// Why there is no outcome, in words.
pub(super) fn outcomes(
    here: &Here,
    agreed: &HashMap<i64, Counted>,
    language: Language,
    w: &'static Words,
) -> Result<Vec<(i64, Outcome)>, Vec<String>> {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for one in &here.items {
        let position = one.item.position;
        let (Some(rule), Some(tally)) = (one.item.rule.rule(), agreed.get(&position)) else { continue };
        match rule.outcome(&here.attendance(position), tally) {
            Ok(outcome) => found.push((position, outcome)),
            Err(refused) => {
                let label = here.label(one, w);
                let says = voting::refused(&refused);
                wrong.extend(says.iter().map(|says| format!("{label}: {}", says.in_language(language))));
            }
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}
