//! Entering what earlier years reached, and saying what a change is counted in.

use super::words::words;
use crate::App;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::evaluation::{Fall, Meaning, Measure, Of, measures_of};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_store::audit::Entry;
use thidua_store::evaluation::{Counted, Earlier, EarlierVersion};
use thidua_store::figures::{Reported, Version};
use thidua_store::targets::Target;
use thidua_store::{Author, StoreError};

/// One value with the version that the person saw.
pub(super) struct Entered {
    pub(super) earlier: Earlier,
    pub(super) seen: i64,
}

/// What is written of one target.
pub(super) struct Written<'a> {
    pub(super) unit_id: &'a str,
    pub(super) target: &'a Target,
    pub(super) entered: Vec<Entered>,
    /// What the change is counted in, and the version that was seen.
    pub(super) meaning: Option<(Meaning, i64)>,
    /// Figures that follow, with the version that they replace.
    pub(super) figures: Vec<(Reported, i64)>,
}

fn said(value: Option<Amount>) -> String {
    value.map_or("–".to_owned(), Amount::vietnamese)
}

/// Writes it in one transaction.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when somebody was first.
pub(super) async fn write(app: &App, author: Author, written: &Written<'_>) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    let w = words(Language::Vietnamese);
    let mut parts = Vec::new();
    for one in &written.entered {
        change.enter_earlier(&one.earlier, one.seen).await?;
        let (year, period) = (one.earlier.year, one.earlier.period.code());
        parts.push(format!("{} {year} {period}: {}", super::says::of(one.earlier.of, w), said(one.earlier.value)));
    }
    if let Some((meaning, seen)) = written.meaning {
        change.set_growth_meaning(&written.target.id, meaning, seen).await?;
        parts.push(format!("{}: {}", w.e_meaning, super::says::meaning(meaning, w)));
    }
    for (figure, seen) in &written.figures {
        change.enter_figure(figure, *seen).await?;
        if let Figure::Number(value) = figure.figure {
            parts.push(format!("{}: {}", figure.period.code(), value.vietnamese()));
        }
    }
    let entry = Entry {
        unit_id: Some(written.unit_id.to_owned()),
        act: "earlier.entered",
        subject: "target",
        subject_id: written.target.id.clone(),
        detail: Some(format!("{}: {}", written.target.draft.name, parts.join("; "))),
    };
    change.commit(entry).await
}

/// Takes over figures of earlier movements, in one transaction.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when somebody entered one of them meanwhile.
pub(super) async fn take_over(
    app: &App,
    author: Author,
    unit_id: &str,
    movement_id: &str,
    taken: &[Earlier],
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    for one in taken {
        change.enter_earlier(one, 0).await?;
    }
    let w = words(Language::Vietnamese);
    let entry = Entry {
        unit_id: Some(unit_id.to_owned()),
        act: "earlier.taken",
        subject: "movement",
        subject_id: movement_id.to_owned(),
        detail: Some(w.e_taken.replace("{n}", &taken.len().to_string())),
    };
    change.commit(entry).await
}

/// The figures of a line whose measures all have to fall, as they follow from the measures: the smallest fall decides.
/// `after` says what holds of a measure in a year and period once everything is written.
pub(super) fn falls(
    target: &Target,
    year: i32,
    figures: &[Version],
    after: &dyn Fn(Measure, i32, Period) -> Option<Amount>,
    illustrative: bool,
) -> Vec<(Reported, i64)> {
    let measures = measures_of(&target.draft.name);
    let w = words(Language::Vietnamese);
    let made = |period: Period| {
        let falls: Vec<Fall> = measures
            .iter()
            .map(|measure| Fall { now: after(*measure, year, period), before: after(*measure, year - 1, period) })
            .collect();
        if falls.is_empty() || falls.iter().any(|fall| fall.fallen().is_none()) {
            return None;
        }
        let deciding: Option<Vec<Amount>> = falls
            .iter()
            // nothing then and nothing now cannot fall further
            .filter(|fall| !(fall.now == Some(Amount::ZERO) && fall.before == Some(Amount::ZERO)))
            .map(|fall| Amount::ZERO.minus(fall.change()?.points))
            .collect();
        // with nothing left to fall there is no number to say: a person judges
        let smallest = deciding?.into_iter().min()?;
        let before = figures.iter().find(|one| one.reported.period == period && one.current);
        let figure = Figure::Number(smallest);
        if before.is_some_and(|before| before.reported.figure == figure) {
            return None;
        }
        let reported = Reported {
            target_id: target.id.clone(),
            period,
            figure,
            dated: period.last_day(year),
            source: Some(w.e_falls_source.replace("{year}", &(year - 1).to_string())),
            file_digest: None,
            file_name: None,
            reason: before.map(|_| w.e_falls_reason.to_owned()),
            ratio: None,
            place: None,
            round_id: None,
            illustrative,
        };
        Some((reported, before.map_or(0, |before| before.version)))
    };
    Period::ALL.into_iter().filter_map(made).collect()
}

/// What holds now of a cell of earlier years.
pub(super) fn current(known: &[EarlierVersion], of: Of, year: i32, period: Period) -> Option<&EarlierVersion> {
    known
        .iter()
        .find(|one| one.current && one.entered.of == of && one.entered.year == year && one.entered.period == period)
}

/// The version of what a change is counted in, 0 for none.
pub(super) fn seen_meaning(counted: Option<&Counted>) -> i64 {
    counted.map_or(0, |counted| counted.version)
}
