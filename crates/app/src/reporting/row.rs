//! A line of a report as it is shown and typed: cells with what stands in them, and reading what was typed.

use super::labels;
use super::lines::Asked;
use super::words::{Words, words};
use crate::face::forms::{Typed, amount_problem};
use crate::face::show;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::date::{DateProblem, read_date};
use thidua_domain::basics::text::{fold, nfc};
use thidua_domain::basics::{Amount, AmountProblem, Expectation, Language};
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::reporting::check::{Found, Weight};
use thidua_domain::reporting::{Entered, percent};
use thidua_domain::targets::adds_up;

/// Longest text of a cell.
const LONGEST: usize = 500;

/// The cells of a line, by the letter that begins their names in the form.
pub(super) const CELLS: [&str; 7] = ["v", "n", "d", "y", "t", "s", "r"];

/// Whether amounts are typed as the sum since January or as what the period added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    Cumulative,
    OfPeriod,
}

impl Basis {
    /// As the form says; else as the lines were typed so far.
    pub(super) fn of(typed: Option<&Typed>, asked: &[Asked]) -> Basis {
        let of_period = match typed.and_then(|typed| typed.get("basis")) {
            Some(basis) => basis == "period",
            None => asked.iter().any(|one| one.line.as_ref().is_some_and(|line| line.entered.of_period.is_some())),
        };
        if of_period { Basis::OfPeriod } else { Basis::Cumulative }
    }
}

/// A line as it is shown.
pub(super) struct Row {
    pub(super) id: String,
    /// What stands over this line and those behind it.
    pub(super) heading: Option<String>,
    pub(super) number: String,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) planned: String,
    pub(super) required: bool,
    pub(super) requested: bool,
    pub(super) answered: bool,
    pub(super) before: String,
    pub(super) judged: bool,
    pub(super) ratio: bool,
    /// What stands in each cell of [`CELLS`].
    pub(super) cells: HashMap<&'static str, String>,
    /// The value in words, for who only reads.
    pub(super) shown: String,
    pub(super) evidence: Option<(String, String, String)>,
    /// What cannot be read or is in the way of saving.
    pub(super) problem: Option<String>,
    /// Slips: class, sentence, how it weighs.
    pub(super) slips: Vec<(&'static str, String, &'static str)>,
    pub(super) remarks: Vec<String>,
    pub(super) open_remark: bool,
}

impl Row {
    pub(super) fn cell(&self, name: &str) -> &str {
        self.cells.get(name).map_or("", String::as_str)
    }

    pub(super) fn has_note(&self) -> bool {
        self.problem.is_some() || !self.slips.is_empty() || !self.remarks.is_empty()
    }
}

/// What stands in the cells of a line.
pub(super) fn cells(entered: &Entered, basis: Basis, w: &'static Words) -> HashMap<&'static str, String> {
    let value = match entered.figure {
        Figure::Number(amount) if basis == Basis::OfPeriod => entered.of_period.unwrap_or(amount).vietnamese(),
        Figure::Number(amount) => amount.vietnamese(),
        Figure::Judged(attainment) => attainment.code().to_owned(),
        Figure::NotApplicable => w.not_applicable_code.to_owned(),
        Figure::NotEntered | Figure::NotAssigned => String::new(),
    };
    HashMap::from([
        ("v", value),
        ("n", show::amount(entered.numerator)),
        ("d", show::amount(entered.denominator)),
        ("y", show::amount(entered.last_year)),
        ("t", show::day(entered.dated)),
        ("s", entered.source.clone().unwrap_or_default()),
        ("r", entered.reason.clone().unwrap_or_default()),
    ])
}

/// The line of a target, with what was typed where a form came back.
pub(super) fn row(asked: &Asked, entered: &Entered, basis: Basis, language: Language) -> Row {
    let (w, c) = (words(language), crate::face::words::words(language));
    let draft = &asked.target.draft;
    let t = crate::targets::words::words(language);
    let unit = draft.unit.clone().unwrap_or_default();
    let given = asked.planned.map(Amount::vietnamese);
    let file = entered.file_digest.clone().zip(entered.file_name.clone());
    Row {
        id: asked.target.id.clone(),
        heading: None,
        number: draft.number.clone().unwrap_or_default(),
        name: draft.name.clone(),
        planned: match given {
            Some(given) if asked.required || asked.requested => given,
            _ => show::asked(draft, t),
        },
        required: asked.required,
        requested: asked.requested,
        answered: entered.is_answered(),
        before: show::amount(asked.before),
        judged: labels::is_judged(draft.comparator),
        ratio: unit == "%",
        cells: cells(entered, basis, w),
        shown: show::figure(entered.figure, c),
        evidence: file.map(|(digest, name)| (digest, name, entered.place.clone().unwrap_or_default())),
        problem: None,
        slips: Vec::new(),
        remarks: Vec::new(),
        open_remark: false,
        unit,
    }
}

/// A slip as it is shown beside its line.
pub(super) fn slip(found: &Found, w: &'static Words) -> (&'static str, String, &'static str) {
    let (class, weighs) = match found.slip.weight() {
        Weight::Stops => ("error", w.stops),
        Weight::NeedsExplaining if found.explained => ("notice", w.explained),
        Weight::NeedsExplaining => ("warning", w.explain),
        Weight::Notice => ("notice", ""),
    };
    (class, labels::slip(&found.slip, w), weighs)
}

fn text(typed: &Typed, name: &str) -> Option<String> {
    let clean: String = nfc(typed.get(name).map_or("", |typed| typed.trim()))
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect();
    (!clean.is_empty()).then_some(clean)
}

/// Reads what was typed of a line; the error says what cannot be read. Evidence stays as it was.
pub(super) fn read(asked: &Asked, typed: &Typed, basis: Basis, language: Language) -> Result<Entered, String> {
    let (w, c) = (words(language), crate::face::words::words(language));
    let name = |cell: &str| format!("{cell}-{}", asked.target.id);
    let draft = &asked.target.draft;
    let is_percent = draft.unit.as_deref() == Some("%");
    let number = |cell: &str, expected: Expectation| match Amount::read(
        typed.get(&name(cell)).map_or("", String::as_str),
        expected,
    ) {
        Ok(amount) => Ok(Some(amount)),
        Err(AmountProblem::Empty) => Ok(None),
        Err(problem) => Err(amount_problem(&problem, c)),
    };
    let quantity = if is_percent { Expectation::Percent } else { Expectation::Quantity };
    let before = asked.entered();
    let mut entered = Entered {
        numerator: number("n", Expectation::Quantity)?,
        denominator: number("d", Expectation::Quantity)?,
        last_year: number("y", quantity)?,
        dated: day(typed, &name("t"), c)?,
        source: text(typed, &name("s")),
        reason: text(typed, &name("r")),
        figure: Figure::NotEntered,
        of_period: None,
        ..before
    };
    // a ratio that the page of the line keeps is not lost by a grid that does not show it
    if !is_percent {
        (entered.numerator, entered.denominator) =
            (entered.numerator.or(asked.entered().numerator), entered.denominator.or(asked.entered().denominator));
    }
    let raw = typed.get(&name("v")).map_or("", |typed| typed.trim());
    if is_not_ours(raw) {
        entered.figure = Figure::NotApplicable;
    } else if labels::is_judged(draft.comparator) {
        if !raw.is_empty() {
            entered.figure =
                Figure::Judged(Attainment::from_code(raw).ok_or_else(|| w.not_a_judgement.to_owned())?);
        }
    } else if let Some(amount) = number("v", quantity)? {
        entered.figure = Figure::Number(amount);
        if basis == Basis::OfPeriod && adds_up(draft.comparator, draft.unit.as_deref()) {
            // the first quarter's amount is the sum so far
            let earlier = match asked.before {
                Some(before) => before,
                None if is_first(typed) => Amount::ZERO,
                None => return Err(w.no_before.to_owned()),
            };
            entered.of_period = Some(amount);
            entered.figure = Figure::Number(earlier.plus(amount).ok_or_else(|| w.bad_number.to_owned())?);
        }
    } else if is_percent
        && let (Some(part), Some(all)) = (entered.numerator, entered.denominator)
        && let Some(computed) = percent(part, all, 2)
    {
        entered.figure = Figure::Number(computed);
    }
    Ok(entered)
}

/// Whether the form is of the first period of the year; the page says so in a hidden field.
fn is_first(typed: &Typed) -> bool {
    typed.get("first").is_some_and(|first| first == "yes")
}

/// What people type for "it is not ours".
fn is_not_ours(raw: &str) -> bool {
    matches!(fold(raw).as_str(), "k" | "x" | "khong ap dung" | "khong thuoc" | "khong thuoc don vi")
}

fn day(typed: &Typed, name: &str, c: &'static crate::face::words::Words) -> Result<Option<NaiveDate>, String> {
    match read_date(typed.get(name).map_or("", String::as_str)) {
        Ok(day) => Ok(Some(day)),
        Err(DateProblem::Empty) => Ok(None),
        Err(DateProblem::NotADate) => Err(c.bad_date.to_owned()),
        Err(DateProblem::NoSuchDay) => Err(c.no_such_day.to_owned()),
        Err(DateProblem::YearOutOfRange) => Err(c.year_range.to_owned()),
    }
}
