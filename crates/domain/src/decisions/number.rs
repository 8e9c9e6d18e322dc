//! Number and symbol of a decision, unique for its issuer, kind, year and symbol: `12/QĐ-UBND` may stand again next year,
//! and with another issuer in the same year.

use crate::basics::text::{fold, nfc};
use crate::plans::symbol::KINDS;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// What makes a number one of its kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The unit that issues.
    pub issuer: String,
    /// The kind of decision: commendation, recognition of initiatives, revocation …
    pub kind: String,
    /// The year of its day: numbers begin again on 1 January.
    pub year: i32,
    /// The symbol, folded: `qd-ubnd`.
    pub symbol: String,
    /// The number; `05` is 5.
    pub number: u32,
    /// A letter behind the number, folded: `12a`.
    pub letter: Option<char>,
}

/// Why a number cannot be entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed.
    Empty,
    /// Not of the shape `12/QĐ-UBND`.
    Shape,
    /// The number is 0 or longer than six digits.
    Number,
    /// The year lies outside 1930 to 2100.
    Year,
    /// It was used already.
    Taken,
}

impl Key {
    /// Reads `12/QĐ-UBND`, `05 / QĐ-SNV`, `12a/QĐ-UBND` of an issuer, kind and day.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(typed: &str, issuer: &str, kind: &str, day: NaiveDate) -> Result<Key, Problem> {
        let compact: String = nfc(typed).chars().filter(|c| !c.is_whitespace()).collect();
        if compact.is_empty() {
            return Err(Problem::Empty);
        }
        let (number, symbol) = compact.split_once('/').ok_or(Problem::Shape)?;
        let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let mut letters = fold(&number[digits.len()..]).chars().collect::<Vec<_>>().into_iter();
        let letter = letters.next();
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) || letters.next().is_some() {
            return Err(Problem::Shape);
        }
        let symbol = fold(symbol);
        let parts =
            symbol.split(['-', '/']).all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric));
        if !parts {
            return Err(Problem::Shape);
        }
        let number: u32 = if digits.len() > 6 { 0 } else { digits.parse().map_err(|_| Problem::Number)? };
        if number == 0 {
            return Err(Problem::Number);
        }
        let year = day.year();
        if !(1930..=2100).contains(&year) {
            return Err(Problem::Year);
        }
        Ok(Key { issuer: issuer.to_owned(), kind: kind.to_owned(), year, symbol, number, letter })
    }
}

/// The symbol in capitals, but for the kinds of documents that are abbreviated otherwise: `TTr-UBND`.
fn symbol_written(typed: &str) -> String {
    let part = |part: &str| {
        let upper = part.to_uppercase();
        let kind = KINDS.iter().map(|(_, short)| *short).find(|short| short.to_uppercase() == upper);
        kind.map_or(upper, str::to_owned)
    };
    typed.split('-').map(part).collect::<Vec<_>>().join("-")
}

/// The number as it is written: two digits at least, one letter behind it, the symbol as its kind has it (`05/QĐ-UBND`,
/// `88/TTr-UBND`). Two ways to type one number give one text.
pub fn written(typed: &str) -> String {
    let compact: String = nfc(typed).chars().filter(|c| !c.is_whitespace()).collect();
    let Some((number, symbol)) = compact.split_once('/') else { return compact };
    let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = number[digits.len()..].to_lowercase();
    let plain = digits.trim_start_matches('0');
    format!("{plain:0>2}{letters}/{}", symbol_written(symbol))
}

/// The numbers that were used.
#[derive(Clone, Debug, Default)]
pub struct Register(BTreeSet<Key>);

impl Register {
    /// Enters a number.
    ///
    /// # Errors
    /// [`Problem::Taken`] when it was used.
    pub fn enter(&mut self, key: Key) -> Result<(), Problem> {
        if self.0.insert(key) { Ok(()) } else { Err(Problem::Taken) }
    }

    /// The number after the highest of an issuer, kind, year and symbol.
    pub fn next(&self, issuer: &str, kind: &str, year: i32, symbol: &str) -> u32 {
        let symbol = fold(symbol);
        let of = |key: &&Key| key.issuer == issuer && key.kind == kind && key.year == year && key.symbol == symbol;
        self.0.iter().filter(of).map(|key| key.number).max().map_or(1, |highest| highest.saturating_add(1))
    }
}
