//! A figure as a sentence: `Thu ngân sách đạt 900,5/1.768 triệu đồng (50,93 %), chậm so với tiến độ.`

use super::words as w;
use crate::basics::Amount;
use crate::figures::Figure;
use crate::targets::{Comparator, Status};

/// What is said of one target.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its unit.
    pub unit: Option<&'a str>,
    /// How it is compared.
    pub comparator: Comparator,
    /// What is asked: a value, or the lower bound of a range; what the level above gave where the plan prints none.
    pub value: Option<Amount>,
    /// The upper bound of a range.
    pub value_max: Option<Amount>,
    /// What was reached.
    pub figure: Figure,
    /// The rate in percent.
    pub rate: Option<Amount>,
    /// How it stands.
    pub status: Option<Status>,
    /// What was reached in the same period of the year before.
    pub last_year: Option<Amount>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its words.
    pub text: String,
    /// Whether it is the figure, which leads to its source.
    pub figure: bool,
}

/// A sentence in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<Part>);

impl Sentence {
    fn say(&mut self, text: impl Into<String>) {
        self.0.push(Part { text: text.into(), figure: false });
    }

    fn figure(&mut self, text: impl Into<String>) {
        self.0.push(Part { text: text.into(), figure: true });
    }

    /// The whole sentence.
    pub fn text(&self) -> String {
        self.0.iter().map(|part| part.text.as_str()).collect()
    }
}

/// The sentence of a target, closed by a full stop.
pub fn sentence(of: &Outcome<'_>) -> Sentence {
    let mut said = Sentence::default();
    let name = opened(of.name);
    match of.figure {
        Figure::NotEntered | Figure::NotAssigned => said.say(format!("{name}: {}", w::NO_FIGURE)),
        Figure::NotApplicable => said.say(format!("{name}: {}", w::NOT_APPLICABLE)),
        Figure::Judged(attainment) => {
            said.say(format!("{name}: "));
            said.figure(w::judged(attainment));
        }
        Figure::Number(actual) => number(&mut said, of, &name, actual),
    }
    said.say(".");
    said
}

fn number(said: &mut Sentence, of: &Outcome<'_>, name: &str, actual: Amount) {
    let unit = of.unit.unwrap_or_default();
    let measured = |amount: Amount| format!("{} {unit}", amount.vietnamese()).trim_end().to_owned();
    let whole = |text: String| format!("{} {unit}", text).trim_end().to_owned();
    match of.comparator {
        Comparator::NoneExists => {
            said.say(format!("{name}: "));
            if actual.is_zero() {
                said.figure(w::NONE);
            } else {
                let what = if unit.is_empty() { w::CASES } else { unit };
                said.figure(format!("{} {} {what}", w::THERE_WERE, actual.vietnamese()));
            }
            return;
        }
        Comparator::IncreaseBy | Comparator::DecreaseBy => {
            let rises = (of.comparator == Comparator::IncreaseBy) == (actual >= Amount::ZERO);
            let verb = if rises { w::ROSE } else { w::FELL };
            said.say(format!("{name} {verb} "));
            said.figure(measured(without_sign(actual)));
            let asked = if of.comparator == Comparator::IncreaseBy { w::ROSE } else { w::FELL };
            said.say(format!(" ({}: {})", w::PLAN, planned(of, |text| format!("{asked} {}", whole(text)))));
        }
        // a plain goal stands behind a stroke: 900,5/1.768 triệu đồng
        Comparator::Exactly | Comparator::AtLeast if unit != "%" && of.value.is_some() => {
            said.say(format!("{name} {} ", w::REACHED));
            said.figure(actual.vietnamese());
            said.say(whole(format!("/{}", of.value.map(Amount::vietnamese).unwrap_or_default())));
            if let Some(rate) = of.rate {
                said.say(format!(" ({} %)", rate.vietnamese()));
            }
        }
        _ => {
            let down = matches!(of.comparator, Comparator::AtMost | Comparator::LessThan);
            said.say(format!("{name} {} ", if down { w::DOWN_TO } else { w::REACHED }));
            said.figure(measured(actual));
            let rate = of
                .rate
                .filter(|_| !down && unit != "%")
                .map_or_else(String::new, |rate| format!("; {} %", rate.vietnamese()));
            said.say(format!(" ({}: {}{rate})", w::PLAN, planned(of, whole)));
        }
    }
    if let Some(compared) = compared(of, actual, &measured) {
        said.say(format!(", {compared}"));
    }
    if let Some(verdict) = w::verdict(of.status) {
        said.say(format!(", {verdict}"));
    }
}

/// What was asked, in words: `trên 32 triệu đồng`, `từ 80 đến 100 %`.
fn planned(of: &Outcome<'_>, with_unit: impl Fn(String) -> String) -> String {
    let Some(value) = of.value.map(Amount::vietnamese) else { return w::NOT_GIVEN.to_owned() };
    let high = of.value_max.map(Amount::vietnamese);
    match of.comparator {
        Comparator::MoreThan => with_unit(format!("{} {value}", w::MORE_THAN)),
        Comparator::LessThan => with_unit(format!("{} {value}", w::LESS_THAN)),
        Comparator::AtMost => with_unit(format!("{} {value}", w::AT_MOST)),
        Comparator::AtLeast => format!("{} {} {}", w::AT_LEAST.0, with_unit(value), w::AT_LEAST.1),
        Comparator::About => with_unit(format!("{} {}", w::ABOUT, range(&value, high.as_deref(), " - "))),
        _ => match high {
            Some(high) if of.comparator == Comparator::Between => {
                with_unit(format!("{} {value} {} {high}", w::BETWEEN.0, w::BETWEEN.1))
            }
            high => with_unit(range(&value, high.as_deref(), " - ")),
        },
    }
}

fn range(low: &str, high: Option<&str>, between: &str) -> String {
    high.map_or_else(|| low.to_owned(), |high| format!("{low}{between}{high}"))
}

/// Against the same period of the year before: in percent, of percentages in points.
fn compared(of: &Outcome<'_>, actual: Amount, measured: &impl Fn(Amount) -> String) -> Option<String> {
    let before = of.last_year?;
    if matches!(of.comparator, Comparator::IncreaseBy | Comparator::DecreaseBy) {
        return None;
    }
    let change = actual.minus(before)?;
    if change.is_zero() {
        return Some(w::SAME_AS_LAST_YEAR.to_owned());
    }
    let verb = if change > Amount::ZERO { w::ROSE } else { w::FELL };
    let size = without_sign(change);
    if of.unit == Some("%") {
        let (points, year) = (w::POINTS, w::LAST_YEAR);
        return Some(format!("{verb} {} {points} {year} ({})", size.vietnamese(), measured(before)));
    }
    match size.percent_of(before).filter(|_| before > Amount::ZERO) {
        Some(percent) => Some(format!("{verb} {} % {} ({})", percent.vietnamese(), w::LAST_YEAR, measured(before))),
        None => Some(format!("{} {}", w::LAST_YEAR_WAS, measured(before))),
    }
}

/// Against the same period of the year before, for a table: `+12,35 %`, `−1,5 điểm %`; nothing where it says nothing.
pub fn difference(comparator: Comparator, unit: Option<&str>, actual: Amount, before: Amount) -> Option<String> {
    if matches!(comparator, Comparator::IncreaseBy | Comparator::DecreaseBy) {
        return None;
    }
    let change = actual.minus(before)?;
    let sign = if change < Amount::ZERO { "\u{2212}" } else { "+" };
    let size = without_sign(change);
    if unit == Some("%") {
        return Some(format!("{sign}{} {}", size.vietnamese(), w::POINTS));
    }
    let percent = size.percent_of(before).filter(|_| before > Amount::ZERO)?;
    Some(format!("{sign}{} %", percent.vietnamese()))
}

fn without_sign(amount: Amount) -> Amount {
    if amount < Amount::ZERO { Amount::ZERO.minus(amount).unwrap_or(amount) } else { amount }
}

/// The name with a great first letter, without the words at its end that the sentence says itself.
fn opened(name: &str) -> String {
    let mut name = name.trim();
    loop {
        let shorter = w::LAST_WORDS.iter().find_map(|word| {
            let rest = name.strip_suffix(word)?;
            (*word == ":" || rest.ends_with(' ')).then(|| rest.trim_end())
        });
        match shorter {
            Some(rest) if !rest.is_empty() => name = rest,
            _ => break,
        }
    }
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
#[path = "sentences_tests.rs"]
mod tests;
