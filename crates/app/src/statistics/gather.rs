//! The records of a year and of the one before, as the forms see them.

use crate::App;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor};
use crate::movements::catalogue::national;
use crate::office::reach;
use chrono::Datelike;
use serde::Deserialize;
use std::collections::BTreeSet;
use thidua_domain::honours::Given;
use thidua_domain::movements::national::recognise;
use thidua_domain::movements::{MovementKind, kind::years};
use thidua_domain::people::{PersonKind, Sex};
use thidua_domain::quotas::Group;
use thidua_domain::statistics::{Counted, Counts, Dimension, Form, Record, Value, count, forms};
use thidua_store::statistics::{HonourFact, MovementFact};

/// The first year that is asked about.
const FIRST_YEAR: i32 = 1990;
/// Years in which repeat winners are looked for.
pub(super) const LOOKED_BACK: i32 = 4;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) year: String,
    #[serde(default)]
    pub(super) form: String,
    /// Of the list behind a number.
    #[serde(default)]
    pub(super) dimension: String,
    #[serde(default)]
    pub(super) value: String,
    #[serde(default)]
    pub(super) column: String,
    #[serde(default)]
    pub(super) group: String,
    #[serde(default)]
    pub(super) page: usize,
}

/// The years that may be asked about.
pub(super) fn span(today: i32) -> std::ops::RangeInclusive<i32> {
    FIRST_YEAR..=today + 1
}

/// Movements and awards of some years.
pub(super) struct Gathered {
    pub(super) year: i32,
    /// Whether what was typed is no year.
    pub(super) bad_year: bool,
    pub(super) this_year: i32,
    movements: Vec<MovementFact>,
    /// Awards of the years looked at that stand.
    pub(super) honours: Vec<HonourFact>,
    /// Revoked awards of the year.
    pub(super) revoked: usize,
}

/// A form with what is counted in it.
pub(super) struct Sheet {
    /// The form; of one without a breakdown, by awards.
    pub(super) form: Form,
    pub(super) now: Counted,
    pub(super) before: Counted,
    /// Places of the records of the year in what was gathered.
    now_places: Vec<usize>,
}

/// The year in which an award counts.
pub(super) fn year_of(of: &HonourFact) -> i32 {
    of.dated.map_or(of.year, |day| day.year())
}

fn running(of: &MovementFact, year: i32) -> bool {
    let (from, to) = span_of(of);
    (from..=to).contains(&year)
}

/// First and last year: those written, else those in its name, else the year of its plan.
fn span_of(of: &MovementFact) -> (i32, i32) {
    let written = of.facts.as_ref().and_then(|(_, years, _)| *years);
    written.or_else(|| years(&of.name)).unwrap_or_else(|| {
        let year = of.subject_year.or(of.dated.map(|day| day.year()));
        let year = year.unwrap_or_else(|| local_date(of.created_at).year());
        (year, year)
    })
}

fn movement(of: &MovementFact) -> Record {
    let written = of.facts.as_ref();
    let (from, to) = span_of(of);
    let known = written.is_some_and(|(_, years, _)| years.is_some()) || of.own || years(&of.name).is_some();
    let kind = written.map_or_else(|| MovementKind::guess(&of.name, of.own), |(kind, _, _)| *kind);
    Record {
        kind: Some(kind.code().to_owned()),
        national: written.map_or_else(|| recognise(&of.name, national()).is_some(), |(_, _, national)| *national),
        level: Some(of.level.clone()),
        months: known.then(|| u32::try_from((to - from + 1) * 12).unwrap_or_default()),
        ..Record::default()
    }
}

fn honour(of: &HonourFact) -> Record {
    Record {
        subject: Some(of.subject_kind.clone()),
        occasion: Some(of.occasion.clone()),
        award: Some(of.award.clone()),
        category: of.category,
        leader: of.leader,
        post: of.post.clone(),
        unit_kind: of.subject_unit_kind.clone(),
        ..Record::default()
    }
}

/// A form without a breakdown is broken down by the awards that are there.
fn by_award(form: &Form, honours: &[HonourFact], label: &str) -> Form {
    if form.counts != Counts::Awards || !form.dimension.is_empty() {
        return form.clone();
    }
    let awards: BTreeSet<(&str, &str)> =
        honours.iter().map(|one| (one.award.as_str(), one.award_name.as_str())).collect();
    let mut value: Vec<Value> = Vec::new();
    for (code, name) in awards {
        if value.iter().any(|one| one.code == code) {
            continue;
        }
        value.push(Value {
            code: code.to_owned(),
            name: name.to_owned(),
            english: name.to_owned(),
            awards: Some(vec![code.to_owned()]),
            ..Value::default()
        });
    }
    let dimension = Dimension {
        code: "award".to_owned(),
        name: label.to_owned(),
        english: label.to_owned(),
        source: form.source.clone(),
        mark: form.mark.clone(),
        value,
    };
    Form { dimension: vec![dimension], ..form.clone() }
}

/// Reads what the asked year and those before it hold, for whoever asks.
pub(super) async fn gather(app: &App, visitor: &Visitor, typed: &str) -> Result<Gathered, Refusal> {
    let this_year = reach::today(app).year();
    let read = typed.trim().parse::<i32>().ok().filter(|year| span(this_year).contains(year));
    let year = read.unwrap_or(this_year);
    let within = reach::within(visitor);
    let movements = app.store.movement_facts_within(&within).await?;
    let mut honours = app.store.honour_facts(&within, year - LOOKED_BACK, year).await?;
    let revoked = honours.iter().filter(|one| one.revoked && year_of(one) == year).count();
    honours.retain(|one| !one.revoked);
    let bad_year = read.is_none() && !typed.trim().is_empty();
    Ok(Gathered { year, bad_year, this_year, movements, honours, revoked })
}

impl Gathered {
    /// Whether anything of it was invented.
    pub(super) fn illustrative(&self) -> bool {
        self.honours.iter().any(|one| one.illustrative) || self.movements.iter().any(|one| one.illustrative)
    }

    /// Places of the records of a year.
    fn places(&self, counts: Counts, year: i32) -> Vec<usize> {
        match counts {
            Counts::Movements => {
                (0..self.movements.len()).filter(|at| running(&self.movements[*at], year)).collect()
            }
            Counts::Awards => (0..self.honours.len()).filter(|at| year_of(&self.honours[*at]) == year).collect(),
        }
    }

    fn records(&self, counts: Counts, places: &[usize]) -> Vec<Record> {
        match counts {
            Counts::Movements => places.iter().map(|at| movement(&self.movements[*at])).collect(),
            Counts::Awards => places.iter().map(|at| honour(&self.honours[*at])).collect(),
        }
    }

    /// A form of the year and of the one before.
    pub(super) fn sheet(&self, form: &Form, label: &str) -> Sheet {
        let form = by_award(form, &self.honours, label);
        let now_places = self.places(form.counts, self.year);
        let before_places = self.places(form.counts, self.year - 1);
        let now = count(&form, &self.records(form.counts, &now_places));
        let before = count(&form, &self.records(form.counts, &before_places));
        Sheet { form, now, before, now_places }
    }

    /// Every form.
    pub(super) fn sheets(&self, label: &str) -> Result<Vec<Sheet>, Refusal> {
        let forms = forms().map_err(Refusal::fault)?;
        Ok(forms.iter().map(|form| self.sheet(form, label)).collect())
    }

    /// How many movements of the year have no facts of their own.
    pub(super) fn guessed(&self) -> usize {
        let of_year = self.places(Counts::Movements, self.year);
        of_year.into_iter().filter(|at| self.movements[*at].facts.is_none()).count()
    }

    /// How many awards of the year have no day of decision.
    pub(super) fn undated(&self) -> usize {
        self.honours.iter().filter(|one| one.dated.is_none() && one.year == self.year).count()
    }

    pub(super) fn movement(&self, at: usize) -> Option<&MovementFact> {
        self.movements.get(at)
    }

    /// Awards as shares and repeats see them.
    pub(super) fn given(&self) -> Vec<Given> {
        self.honours.iter().filter_map(given).collect()
    }
}

/// The subject of an award: the record, the unit, else the name.
pub(super) fn subject(of: &HonourFact) -> String {
    of.person_id.clone().or_else(|| of.subject_unit_id.clone()).unwrap_or_else(|| of.name.clone())
}

/// An award as shares and repeats see it.
pub(super) fn given(of: &HonourFact) -> Option<Given> {
    let sex = of.female.map(|female| if female { Sex::Female } else { Sex::Male });
    Some(Given {
        subject: subject(of),
        kind: PersonKind::from_code(&of.subject_kind)?,
        award: of.award.clone(),
        year: year_of(of),
        groups: of.category.map(|category| Group::all_of(category, of.leader.unwrap_or_default(), sex)),
    })
}

impl Sheet {
    /// Places in what was gathered of the records of a line and a column; `outside` is what the form does not know.
    pub(super) fn behind(&self, dimension: &str, value: &str, column: &str) -> Vec<usize> {
        let of = |places: &[usize]| places.iter().filter_map(|at| self.now_places.get(*at).copied()).collect();
        if dimension == "outside" {
            return of(&self.now.outside);
        }
        let at = match column {
            "" => Some(0),
            code => self.now.columns.iter().position(|one| one == code).map(|at| at + 1),
        };
        let line = self.now.line(dimension, value);
        at.and_then(|at| line.and_then(|line| line.cells.get(at))).map(|places| of(places)).unwrap_or_default()
    }
}
