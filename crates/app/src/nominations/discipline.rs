//! Discipline of a nominee as the unit says it: none, or its level and days. What is open is not said.

use super::words::{Words, words};
use crate::face::forms::{Field, Input, Reader};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thidua_domain::awards::facts::{Discipline, Period};
use thidua_domain::awards::subject::DISCIPLINE;
use thidua_domain::basics::Language;

/// What is kept of a discipline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entered {
    level: String,
    from: NaiveDate,
    to: Option<NaiveDate>,
}

/// Reads what is kept; nothing where nobody has said anything.
pub(super) fn read(kept: Option<&str>) -> Option<Vec<Entered>> {
    kept.and_then(|kept| serde_json::from_str(kept).ok())
}

/// The levels that the rules know, the lightest first, with their words; before them that there is none.
fn levels(w: &'static Words) -> Vec<(&'static str, &'static str)> {
    let words = [
        w.discipline_reprimand,
        w.discipline_warning,
        w.discipline_pay,
        w.discipline_demoted,
        w.discipline_removed,
        w.discipline_dismissed,
        w.discipline_expelled,
    ];
    std::iter::once(("", w.discipline_none)).chain(DISCIPLINE.into_iter().zip(words)).collect()
}

/// The heaviest that is recorded, as the law reads it.
pub(super) fn facts(said: &[Entered]) -> Vec<Discipline> {
    let vi = levels(words(Language::Vietnamese));
    let of = |one: &Entered| {
        let level = vi.iter().find(|(code, _)| *code == one.level).map_or(one.level.as_str(), |(_, says)| says);
        Discipline { level: level.into(), from: one.from, to: one.to }
    };
    said.iter().map(of).collect()
}

/// The fields of the form.
pub(super) fn fields(said: Option<&[Entered]>, w: &'static Words) -> Vec<Field> {
    let first = said.and_then(<[Entered]>::first);
    let day = |day: Option<NaiveDate>| crate::face::show::day(day);
    let none = if said.is_some_and(<[Entered]>::is_empty) { "yes" } else { "" };
    vec![
        Field::new("discipline", w.nothing_disciplined, Input::Tick, none),
        Field::new(
            "discipline_level",
            w.discipline_level,
            Input::Choice(levels(w)),
            first.map(|one| one.level.clone()).unwrap_or_default(),
        )
        .hint(w.discipline_hint),
        Field::new("discipline_from", w.discipline_from, Input::Day, day(first.map(|one| one.from))),
        Field::new("discipline_to", w.discipline_to, Input::Day, day(first.and_then(|one| one.to))),
    ]
}

/// What was typed, as it is kept: nothing where nothing is said.
pub(super) fn typed(reader: &mut Reader<'_>, period: Period, w: &'static Words) -> Option<String> {
    let none = reader.tick("discipline");
    let level = reader.code("discipline_level", |code| {
        levels(w).into_iter().map(|(known, _)| known).find(|known| *known == code && !code.is_empty())
    });
    let (from, to) = (reader.day("discipline_from"), reader.day("discipline_to"));
    let Some(level) = level else {
        if from.is_some() || to.is_some() {
            reader.problem("discipline_level", w.discipline_which);
        }
        return none.then(|| "[]".to_owned());
    };
    if none {
        reader.problem("discipline_level", w.discipline_both);
    }
    let Some(from) = from else {
        reader.required("discipline_from");
        return None;
    };
    if to.is_some_and(|to| to < from) {
        reader.problem("discipline_to", w.bad_period);
    } else if !period.meets(from, to) {
        // what was over before, or begins after, says nothing of the period
        let day = |day: NaiveDate| crate::face::show::day(Some(day));
        let says = w.discipline_outside.replace("{from}", &day(period.from)).replace("{to}", &day(period.to));
        reader.problem("discipline_from", says);
    }
    serde_json::to_string(&[Entered { level: level.to_owned(), from, to }]).ok()
}
