//! Honours as they stand in lists, what looks like one written twice, and what relied on one.

use super::whose;
use crate::App;
use crate::face::{Refusal, show as shown};
use std::collections::{BTreeMap, HashMap};
use thidua_domain::basics::text::fold;
use thidua_store::honours::{Honour, Standing};

/// An honour in a list.
pub(super) struct Row {
    pub(super) address: String,
    pub(super) name: String,
    pub(super) note: String,
    /// The whole history of whoever has it.
    pub(super) whole: Option<String>,
    pub(super) award: String,
    pub(super) merit: String,
    pub(super) year: i64,
    pub(super) decision: Option<String>,
    pub(super) number: String,
    pub(super) revoked: bool,
    pub(super) double: bool,
}

/// Who an honour is of, for telling whether two are one: the record, the unit, or the folded name with the unit.
fn subject(one: &Honour) -> String {
    let whom = &one.whom;
    let named = || format!("{}|{}", fold(&whom.name), fold(&whom.of_unit));
    whom.person_id.clone().or_else(|| whom.unit_id.clone()).unwrap_or_else(named)
}

/// The identifiers of valid honours that share subject, award and year with another.
pub(super) fn doubles(all: &[Honour]) -> Vec<String> {
    let mut by: HashMap<(String, &str, i64), Vec<&Honour>> = HashMap::new();
    for one in all.iter().filter(|one| one.standing == Standing::Valid) {
        by.entry((subject(one), &one.award, one.year)).or_default().push(one);
    }
    by.into_values().filter(|some| some.len() > 1).flatten().map(|one| one.id.clone()).collect()
}

pub(super) fn row(one: &Honour, doubles: &[String]) -> Row {
    let whom = &one.whom;
    let note = [whom.post.clone().unwrap_or_default(), whom.of_unit.clone()];
    let number = [one.number.clone().unwrap_or_default(), shown::day(one.dated), one.issuer.clone()];
    Row {
        address: format!("/honours/{}", one.id),
        name: whom.name.clone(),
        note: note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        whole: match (&whom.person_id, &whom.unit_id) {
            (Some(person), _) => Some(format!("/honours/people/{person}")),
            (None, Some(unit)) => Some(format!("/honours/units/{unit}")),
            (None, None) => None,
        },
        award: one.award_name.clone(),
        merit: one.merit.clone(),
        year: one.year,
        decision: one.decision_id.as_ref().map(|id| format!("/decisions/{id}")),
        number: number.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        revoked: one.standing == Standing::Revoked,
        double: doubles.contains(&one.id),
    }
}

/// What relied on an honour: name with award and year, address, how.
pub(crate) async fn reached_rows(
    app: &App,
    id: &str,
    w: &'static crate::decisions::words::Words,
) -> Result<Vec<(String, String, String)>, Refusal> {
    let found = crate::decisions::consequences(app, id).await?;
    let names: BTreeMap<&str, &str> =
        found.iter().map(|(honour, _)| (honour.id.as_str(), honour.award_name.as_str())).collect();
    let of = |(honour, reached): &(Honour, thidua_domain::decisions::tracing::Reached)| {
        let between = reached.way.iter().skip(1).take(reached.way.len().saturating_sub(2));
        let between: Vec<&str> = between.filter_map(|id| names.get(id.as_str()).copied()).collect();
        let how = if reached.is_direct() {
            w.reached_direct.to_owned()
        } else {
            w.reached_through.replace("{names}", &between.join(", "))
        };
        let revoked =
            if honour.standing == Standing::Revoked { format!(", {}", w.revoked_mark) } else { String::new() };
        let name = format!("{} – {} {}{revoked}", honour.whom.name, honour.award_name, honour.year);
        (name, format!("/honours/{}", honour.id), how)
    };
    Ok(found.iter().map(of).collect())
}

/// Nominations of the same subject that are under way: name with award, address.
pub(crate) async fn under_way(app: &App, it: &Honour) -> Result<Vec<(String, String)>, Refusal> {
    let (people, units) = whose::subject(app, it.whom.person_id.as_deref(), it.whom.unit_id.as_deref()).await?;
    let found = app.store.nominated_now(&people, &units).await?.into_iter();
    let of = |one: thidua_store::decisions::Nominated| {
        (format!("{} – {}", one.name, one.award_name), format!("/nominations/{}", one.id))
    };
    Ok(found.map(of).collect())
}
