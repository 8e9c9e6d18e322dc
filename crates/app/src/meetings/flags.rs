//! What a member of the council should look at in a dossier: exceptions stand first in the book.

use super::door::{BEFORE_COUNCIL, Here, Listed};
use super::labels;
use super::words::Words;
use crate::App;
use crate::face::Refusal;
use std::collections::HashMap;
use thidua_domain::alike::{Text, WORTH_A_LOOK};
use thidua_domain::awards::judging::Verdict;
use thidua_domain::awards::pack::Codes;
use thidua_domain::people::Category;
use thidua_domain::voting::meeting::State as Standing;
use thidua_store::honours::{Honour, Standing as Honoured};
use thidua_store::meetings::{Cited, Nominee};

/// Reports compared with each other; of longer lists only those of one award are.
const COMPARED: usize = 120;

/// Everything the book rests on.
pub(super) struct Book {
    people: HashMap<String, Vec<Honour>>,
    units: HashMap<String, Vec<Honour>>,
    cited: HashMap<String, Vec<Cited>>,
    /// Item, and those that are like it: item, per cent.
    alike: HashMap<i64, Vec<(i64, u32)>>,
    year: Option<i64>,
    /// Names of awards by their codes.
    codes: &'static Codes,
}

/// What there is to see at once of an item.
pub(super) struct Look {
    pub(super) notes: Vec<String>,
    pub(super) direct: bool,
    pub(super) never: bool,
}

/// Reads the book of a meeting.
pub(super) async fn book(app: &App, here: &Here) -> Result<Book, Refusal> {
    let nominees: Vec<&Nominee> = here.items.iter().filter_map(|one| one.subject.nominee()).collect();
    let people: Vec<String> = nominees.iter().filter_map(|one| one.person_id.clone()).collect();
    let units: Vec<String> = nominees.iter().filter_map(|one| one.subject_unit_id.clone()).collect();
    let ids: Vec<String> = nominees.iter().map(|one| one.id.clone()).collect();
    let (mut by_person, mut by_unit): (HashMap<String, Vec<Honour>>, HashMap<String, Vec<Honour>>) =
        Default::default();
    for one in app.store.honours_of_people(&people).await? {
        by_person.entry(one.whom.person_id.clone().unwrap_or_default()).or_default().push(one);
    }
    for one in app.store.honours_of_units(&units).await? {
        by_unit.entry(one.whom.unit_id.clone().unwrap_or_default()).or_default().push(one);
    }
    let mut cited: HashMap<String, Vec<Cited>> = HashMap::new();
    for one in app.store.results_cited_by(&ids).await? {
        cited.entry(one.nomination_id.clone()).or_default().push(one);
    }
    let year = match &here.it.round_id {
        Some(round) => app.store.award_round(round).await?.map(|round| round.year),
        None => None,
    };
    let codes = &crate::decisions::law::shipped()?.codes;
    Ok(Book { people: by_person, units: by_unit, cited, alike: alike(here), year, codes })
}

fn alike(here: &Here) -> HashMap<i64, Vec<(i64, u32)>> {
    let texts: Vec<(i64, &str, Text)> = here
        .items
        .iter()
        .filter_map(|one| {
            let nominee = one.subject.nominee()?;
            let report = nominee.report.as_deref()?;
            Some((one.item.position, nominee.award.as_str(), Text::new(report)))
        })
        .collect();
    let mut found: HashMap<i64, Vec<(i64, u32)>> = HashMap::new();
    for (at, (item, award, text)) in texts.iter().enumerate() {
        for (other, other_award, theirs) in &texts[at + 1..] {
            if texts.len() > COMPARED && award != other_award {
                continue;
            }
            let percent = text.likeness(theirs).percent;
            if percent >= WORTH_A_LOOK {
                found.entry(*item).or_default().push((*other, percent));
                found.entry(*other).or_default().push((*item, percent));
            }
        }
    }
    found
}

impl Book {
    /// The honours of a nominee that are in the system, also revoked ones.
    pub(super) fn honours(&self, nominee: &Nominee) -> &[Honour] {
        let found = match (&nominee.person_id, &nominee.subject_unit_id) {
            (Some(person), _) => self.people.get(person),
            (None, Some(unit)) => self.units.get(unit),
            (None, None) => None,
        };
        found.map_or(&[], Vec::as_slice)
    }

    pub(super) fn cited(&self, nominee: &Nominee) -> &[Cited] {
        self.cited.get(&nominee.id).map_or(&[], Vec::as_slice)
    }

    /// Items whose report is nearly that of this one.
    pub(super) fn alike(&self, item: i64) -> &[(i64, u32)] {
        self.alike.get(&item).map_or(&[], Vec::as_slice)
    }

    /// What there is to see at once.
    pub(super) fn look(&self, here: &Here, listed: &Listed, w: &'static Words) -> Look {
        let Some(one) = listed.subject.nominee() else {
            return Look { notes: Vec::new(), direct: false, never: false };
        };
        let mut notes = Vec::new();
        if one.verdict.as_deref().and_then(Verdict::from_code) != Some(Verdict::Eligible) {
            notes.push(w.flag_verdict.replace("{verdict}", labels::verdict(one.verdict.as_deref(), w).1));
        }
        if here.it.state != Standing::Closed && one.state != BEFORE_COUNCIL {
            notes.push(w.flag_moved.to_owned());
        }
        for (other, percent) in self.alike(listed.item.position) {
            let name = here.item(*other).map(|one| one.subject.name()).unwrap_or_default();
            notes.push(w.flag_alike.replace("{n}", &percent.to_string()).replace("{name}", name));
        }
        if one.report.as_ref().is_none_or(|report| report.trim().is_empty()) {
            notes.push(w.flag_report.to_owned());
        }
        if self.cited(one).is_empty() {
            notes.push(w.flag_results.to_owned());
        }
        if let Some(code) = &one.downgraded_from {
            let award = self.codes.get(code).map_or(code.as_str(), |code| self.codes.name(code));
            notes.push(w.flag_downgraded.replace("{award}", award));
        }
        let honours = self.honours(one);
        for honour in honours {
            let of = |says: &str| {
                says.replace("{award}", &honour.award_name).replace("{year}", &honour.year.to_string())
            };
            if honour.standing == Honoured::Revoked {
                notes.push(of(w.flag_revoked));
            } else if honour.award == one.award && Some(honour.year) == self.year {
                notes.push(of(w.flag_same));
            }
        }
        let category = one.category.as_deref().and_then(Category::from_code);
        Look {
            notes,
            direct: category.is_some_and(|category| category.works_directly(one.leader.unwrap_or(false))),
            never: honours.is_empty(),
        }
    }

    /// The items in the order of the book: exceptions first, then as on the list.
    pub(super) fn order<'a>(&self, here: &'a Here, w: &'static Words) -> Vec<(&'a Listed, Look)> {
        let mut found: Vec<(&Listed, Look)> = here.items.iter().map(|one| (one, self.look(here, one, w))).collect();
        found.sort_by_key(|(one, look)| (look.notes.is_empty(), one.item.position));
        found
    }
}
