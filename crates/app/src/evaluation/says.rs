//! What the evaluation sheet says, in sentences: forecasts, rules, and what does not agree.

use super::notes::Note;
use super::words::{Words, words};
use crate::face::show;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::cascade::Method;
use thidua_domain::evaluation::{Applied, CriteriaFault, Forecast, Meaning, Measure, Of, RangePlace, Rests};
use thidua_domain::periods::Period;

/// A difference with its sign.
pub(super) fn signed(amount: Amount) -> String {
    let plus = if amount > Amount::ZERO { "+" } else { "" };
    format!("{plus}{}", amount.vietnamese())
}

pub(super) fn meaning(meaning: Meaning, w: &'static Words) -> &'static str {
    match meaning {
        Meaning::Percent => w.meaning_percent,
        Meaning::Points => w.meaning_points,
    }
}

pub(super) fn measure(measure: Measure, w: &'static Words) -> &'static str {
    match measure {
        Measure::Cases => w.m_cases,
        Measure::Deaths => w.m_deaths,
        Measure::Injured => w.m_injured,
    }
}

pub(super) fn of(of: Of, w: &'static Words) -> &'static str {
    match of {
        Of::Itself => w.e_itself,
        Of::Level => w.e_level,
        Of::Measure(one) => measure(one, w),
    }
}

/// By which rule the units' reports made a figure.
pub(crate) fn rule(applied: &Applied, language: Language) -> String {
    let w = words(language);
    let sentence = match applied.method {
        Method::Sum => w.r_sum,
        Method::Weighted => w.r_weighted,
        Method::Ratio if applied.value.is_some() => w.r_ratio,
        Method::Ratio => w.r_ratio_open,
        Method::Average => w.r_average,
        Method::Minimum => w.r_minimum,
        Method::Last => w.r_last,
        Method::Coverage => w.r_coverage,
    };
    let value = applied.value.and_then(|value| value.percent_of(Amount::whole(100)));
    sentence
        .replace("{n}", &applied.given.to_string())
        .replace("{all}", &applied.units.to_string())
        .replace("{above}", &show::amount(applied.above))
        .replace("{below}", &show::amount(applied.below))
        .replace("{value}", &show::amount(value))
}

/// What a forecast rests on: a sentence for each earlier year, or one that says there is none.
pub(crate) fn forecast(told: &Forecast, period: Period, language: Language) -> Vec<String> {
    let w = words(language);
    let c = crate::face::words::words(language);
    let inside = show::inside(show::period(period, c));
    match told.rests {
        Rests::Reported => vec![w.f_reported.to_owned()],
        Rests::Judged => vec![w.f_judged.to_owned()],
        Rests::LastValue => vec![w.f_last.to_owned()],
        Rests::Reached => vec![w.f_reached.to_owned()],
        Rests::Pace(period) => vec![w.f_pace.replace("{n}", &period.months().to_string())],
        Rests::EarlierYears => told
            .projections
            .iter()
            .map(|one| {
                let sentence = if one.share.is_some() { w.f_share } else { w.f_change };
                sentence
                    .replace("{year}", &one.year.to_string())
                    .replace("{period}", &inside)
                    .replace("{share}", &show::amount(one.share))
                    .replace("{change}", &one.change.map(signed).unwrap_or_default())
                    .replace("{value}", &one.value.vietnamese())
            })
            .collect(),
    }
}

/// One sentence for a note, or one for each measure.
pub(crate) fn note(note: &Note, language: Language) -> Vec<String> {
    let w = words(language);
    let sentence = match note {
        Note::Place(place) => match place {
            RangePlace::Below => w.n_below.to_owned(),
            RangePlace::Inside => w.n_inside.to_owned(),
            RangePlace::Above => w.n_above.to_owned(),
        },
        Note::PartsDiffer(sum) => w
            .n_parts
            .replace("{sum}", &sum.parts.vietnamese())
            .replace("{whole}", &show::amount(sum.whole))
            .replace("{difference}", &sum.difference.map(signed).unwrap_or_default()),
        Note::SharesDiffer(sum) => w
            .n_shares
            .replace("{sum}", &sum.parts.vietnamese())
            .replace("{difference}", &sum.difference.map(signed).unwrap_or_default()),
        Note::Criteria(set) => {
            let counted = w
                .n_criteria
                .replace("{reached}", &set.reached.to_string())
                .replace("{named}", &set.named.to_string());
            let fault = set.fault.map(|fault| match fault {
                CriteriaFault::MoreThanThereAre => w.n_more,
                CriteriaFault::FewerThanNamed => w.n_fewer,
                CriteriaFault::NotACount => w.n_count,
            });
            fault.map_or(counted.clone(), |fault| format!("{counted}; {fault}"))
        }
        Note::Changed { year, change } => {
            let percent = change
                .percent
                .map(|percent| w.n_percent.replace("{percent}", &signed(percent)))
                .unwrap_or_default();
            w.n_changed
                .replace("{year}", &year.to_string())
                .replace("{points}", &signed(change.points))
                .replace("{percent}", &percent)
        }
        Note::ChangeDiffers { year, meaning: meant, agreement } => w
            .n_differs
            .replace("{year}", &year.to_string())
            .replace("{stated}", &signed(agreement.stated))
            .replace("{computed}", &signed(agreement.computed))
            .replace("{meaning}", meaning(*meant, w)),
        Note::MeaningNotSaid => w.n_meaning.to_owned(),
        Note::RuleDiffers { made, entered } => {
            w.n_rule.replace("{made}", &made.vietnamese()).replace("{entered}", &entered.vietnamese())
        }
        Note::Falls(falls) => {
            return falls
                .iter()
                .map(|(one, fall)| {
                    let value = |known: Option<Amount>| known.map_or("…".to_owned(), Amount::vietnamese);
                    let change = fall.change().map(|change| format!(" ({})", signed(change.points)));
                    let (before, now) = (value(fall.before), value(fall.now));
                    format!("{}: {before} → {now}{}", measure(*one, w), change.unwrap_or_default())
                })
                .collect();
        }
    };
    vec![sentence]
}
