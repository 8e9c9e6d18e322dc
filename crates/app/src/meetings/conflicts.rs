//! Conflicts of interest from data: who of the council is given no ballot for an item.

use super::door::Subject;
use super::words::words;
use crate::App;
use crate::face::Refusal;
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::people::Person;
use thidua_domain::voting::conflicts::{Conflict, Member, Nominee, conflict};
use thidua_domain::voting::meeting::Recused;
use thidua_store::Moment;
use thidua_store::meetings::{DeclaredFamily, MeetingMember, Recusal};
use thidua_store::people::{AskedPeople, Within};

/// People of one name that are looked through.
const ALIKE: usize = 20;

/// The record of somebody whom a paper names without one: the only one of that name in the branch.
pub(crate) async fn record(app: &App, unit_id: &str, name: &str) -> Result<Option<String>, Refusal> {
    let within = Within::branch(unit_id);
    let asked = AskedPeople { within, words: name.to_owned(), category: None, kind: None, standing: None };
    let (found, _) = app.store.find_people(&asked, 0, ALIKE).await?;
    let mut same = found.into_iter().filter(|one| one.merged_into.is_none() && fold(&one.name) == fold(name));
    Ok(match (same.next(), same.next()) {
        (Some(one), None) => Some(one.id),
        _ => None,
    })
}

/// What is known of the people and units of a meeting.
pub(super) struct Known {
    people: HashMap<String, Person>,
    unit_names: HashMap<String, String>,
    /// The authority whose council it is: everybody may be of it, so that it is nobody's “own unit”.
    authority: String,
    /// The unit right below the authority that a unit stands in: an office with its sections is one unit here.
    tops: HashMap<String, String>,
    /// What members declared at earlier meetings.
    family: Vec<DeclaredFamily>,
}

/// Reads the records of members and subjects.
pub(super) async fn known(
    app: &App,
    authority: &str,
    members: &[MeetingMember],
    subjects: &[&Subject],
) -> Result<Known, Refusal> {
    let mut people: Vec<String> = members.iter().filter_map(|one| one.person_id.clone()).collect();
    let mut units = Vec::new();
    for subject in subjects {
        match subject {
            Subject::Nominee(one) => {
                people.extend(one.person_id.clone());
                units.extend(one.subject_unit_id.clone());
                units.push(one.unit_id.clone());
            }
            Subject::Initiative(one) => {
                people.extend(one.authors.iter().filter_map(|(person, _, _)| person.clone()));
                units.push(one.unit_id.clone());
            }
        }
    }
    let people: HashMap<String, Person> =
        app.store.people_of(&people).await?.into_iter().map(|one| (one.id.clone(), one)).collect();
    units.extend(people.values().filter_map(|one| one.post.unit_id.clone()));
    let unit_names = crate::office::reach::names(app, units.iter()).await?;
    let mut tops = HashMap::new();
    for unit in unit_names.keys() {
        let path = app.store.path_ids(unit).await?;
        // the nearest comes first
        let below = path.iter().position(|id| id == authority).and_then(|at| path.get(at.checked_sub(1)?));
        tops.extend(below.map(|top| (unit.clone(), top.clone())));
    }
    let family = app.store.declared_family(authority).await?;
    Ok(Known { people, unit_names, authority: authority.to_owned(), tops, family })
}

impl Known {
    /// A person's own record, or their name where there is none: two of one name count as one, and a person may say no.
    fn key(person: Option<&str>, name: &str) -> String {
        person.map_or_else(|| format!("name:{}", fold(name)), str::to_owned)
    }

    fn own(&self, unit: Option<String>) -> Option<String> {
        let unit = unit.filter(|unit| *unit != self.authority)?;
        Some(self.tops.get(&unit).cloned().unwrap_or(unit))
    }

    fn member(&self, one: &MeetingMember) -> Member {
        let person = one.person_id.as_ref().and_then(|id| self.people.get(id));
        let by_name = || {
            let named = fold(one.unit_name.as_deref()?);
            self.unit_names.iter().find(|(_, name)| fold(name) == named).map(|(id, _)| id.clone())
        };
        let post = person.and_then(|one| one.post.unit_id.clone()).or_else(by_name);
        let leads = person.is_some_and(|one| one.post.leader);
        let heads = post.iter().filter(|unit| leads && **unit != self.authority).cloned().collect();
        let unit = self.own(post);
        Member { person: Known::key(one.person_id.as_deref(), &one.name), heads, unit, family: self.family_of(one) }
    }

    /// Whom a member has declared as family at any meeting of the authority, by record and by name.
    fn family_of(&self, one: &MeetingMember) -> Vec<String> {
        let keys = |(person, name): &(Option<String>, String)| {
            [Known::key(person.as_deref(), name), Known::key(None, name)]
        };
        let own = keys(&(one.person_id.clone(), one.name.clone()));
        let theirs =
            self.family.iter().filter(|declared| keys(&declared.member).iter().any(|key| own.contains(key)));
        theirs.flat_map(|declared| keys(&declared.nominee)).collect()
    }

    fn unit_of(&self, person: Option<&str>, otherwise: &str) -> Option<String> {
        let post = person.and_then(|id| self.people.get(id)).and_then(|one| one.post.unit_id.clone());
        self.own(post.or_else(|| Some(otherwise.to_owned())))
    }

    /// Those whom a subject is about, each with whether there is a record of them.
    fn nominees(&self, subject: &Subject) -> Vec<(Nominee, bool)> {
        let person = |person: Option<&str>, name: &str, unit: &str| {
            let persons = vec![Known::key(person, name), Known::key(None, name)];
            (Nominee::Person { persons, unit: self.unit_of(person, unit) }, person.is_some())
        };
        match subject {
            Subject::Nominee(one) => match &one.subject_unit_id {
                Some(unit) => {
                    self.own(Some(unit.clone())).map(|unit| (Nominee::Unit(unit), true)).into_iter().collect()
                }
                None => vec![person(one.person_id.as_deref(), &one.name, &one.unit_id)],
            },
            Subject::Initiative(one) => {
                one.authors.iter().map(|(id, name, _)| person(id.as_deref(), name, &one.unit_id)).collect()
            }
        }
    }

    /// Who is given no ballot for a subject, for the nearest reason.
    pub(super) fn recused(&self, members: &[MeetingMember], subject: &Subject) -> Vec<(i64, Recused)> {
        let nominees = self.nominees(subject);
        let of = |one: &MeetingMember| {
            let mut member = self.member(one);
            let found = nominees.iter().filter_map(|(nominee, recorded)| {
                // records are compared where both have one, else names
                let record = one.person_id.as_deref().filter(|_| *recorded);
                member.person = Known::key(record, &one.name);
                conflict(&member, nominee, Conflict::ALL)
            });
            found.min().map(|conflict| (one.position, Recused::from(conflict)))
        };
        members.iter().filter_map(of).collect()
    }

    /// The same as rows to write.
    pub(super) fn rows(&self, members: &[MeetingMember], item: i64, subject: &Subject, at: Moment) -> Vec<Recusal> {
        let row = |(member, reason)| {
            // the day on which it was declared is in the log of that meeting
            let says = (reason == Recused::Family).then(|| words(Language::Vietnamese).declared_before.to_owned());
            Recusal { item, member, reason, says, account_name: String::new(), at }
        };
        self.recused(members, subject).into_iter().map(row).collect()
    }
}
