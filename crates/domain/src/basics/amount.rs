//! Exact amounts: figures, rates and money with at most four decimals, read and written the Vietnamese way.
//!
//! An amount is stored as a whole number of ten-thousandths and never passes through a binary float.

use rust_decimal::{Decimal, RoundingStrategy};

/// Decimals that an amount may carry.
pub const DECIMALS: u32 = 4;
const SCALE: i64 = 10_000;
/// The largest whole part: 900,000,000,000,000.
const LIMIT: i64 = 900_000_000_000_000;

/// An exact number with at most four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// Kept as its exact decimal text.
impl serde::Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.plain())
    }
}

impl<'de> serde::Deserialize<'de> for Amount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Amount::from_plain(&text).map_err(|_| serde::de::Error::custom("not an amount"))
    }
}

/// Why typed text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountProblem {
    /// Nothing was typed.
    Empty,
    /// There are characters that no number has.
    NotANumber,
    /// More than four decimals.
    TooManyDecimals,
    /// Beyond 900,000,000,000,000.
    TooLarge,
    /// Two readings are plausible (`1.740` as a percentage); a person has to choose.
    TwoReadings(Amount, Amount),
}

/// What kind of number is expected, which decides how a lone dot is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// Counts, money, weights: `1.740` is one thousand seven hundred and forty.
    Quantity,
    /// Percentages: `1.740` is doubtful, since it is either 1740 or 1,74.
    Percent,
}

impl Amount {
    /// Zero.
    pub const ZERO: Amount = Amount(Decimal::ZERO);

    /// An amount from an exact decimal.
    ///
    /// # Errors
    /// [`AmountProblem::TooManyDecimals`] or [`AmountProblem::TooLarge`].
    pub fn new(value: Decimal) -> Result<Self, AmountProblem> {
        let value = value.normalize();
        if value.scale() > DECIMALS {
            return Err(AmountProblem::TooManyDecimals);
        }
        if value.abs() > Decimal::from(LIMIT) {
            return Err(AmountProblem::TooLarge);
        }
        Ok(Amount(value))
    }

    /// A whole number.
    pub fn whole(value: i32) -> Self {
        Amount(Decimal::from(value))
    }

    /// The amount that is stored as this many ten-thousandths.
    pub fn from_ten_thousandths(stored: i64) -> Self {
        Amount(Decimal::new(stored, DECIMALS).normalize())
    }

    /// The number of ten-thousandths, for the store.
    pub fn ten_thousandths(self) -> i64 {
        // in range by construction: |value| ≤ 9·10¹⁴ and four decimals
        i64::try_from((self.0 * Decimal::from(SCALE)).trunc()).unwrap_or(i64::MAX)
    }

    /// The exact decimal.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether this is exactly zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The sum, or nothing when it leaves the range.
    pub fn plus(self, other: Amount) -> Option<Amount> {
        Amount::new(self.0 + other.0).ok()
    }

    /// The difference, or nothing when it leaves the range.
    pub fn minus(self, other: Amount) -> Option<Amount> {
        Amount::new(self.0 - other.0).ok()
    }

    /// `self ÷ whole × 100`, rounded half away from zero to two decimals; nothing when `whole` is zero.
    pub fn percent_of(self, whole: Amount) -> Option<Amount> {
        if whole.is_zero() {
            return None;
        }
        let percent = (self.0.checked_mul(Decimal::ONE_HUNDRED)?).checked_div(whole.0)?;
        Amount::new(percent.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)).ok()
    }

    /// `9007.4`: digits and a point, for files that programs read.
    pub fn plain(self) -> String {
        self.0.normalize().to_string()
    }

    /// Reads `9007.4`, the plain form.
    pub fn from_plain(text: &str) -> Result<Self, AmountProblem> {
        let decimal = Decimal::from_str_exact(text.trim()).map_err(|_| AmountProblem::NotANumber)?;
        Amount::new(decimal)
    }

    /// `9.007,4`: dots between thousands and a decimal comma.
    pub fn vietnamese(self) -> String {
        let plain = self.plain();
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped},{fraction}") }
    }

    /// Reads what people type: `2.302,1`, `2302,1`, `9 007,4`, `9007.4`, `22,635.29`, `1.740`.
    ///
    /// # Errors
    /// An [`AmountProblem`]; a number with two plausible readings is never chosen silently.
    pub fn read(typed: &str, expected: Expectation) -> Result<Self, AmountProblem> {
        let compact: String = typed.trim().chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
        if compact.is_empty() {
            return Err(AmountProblem::Empty);
        }
        let (negative, digits) = match compact.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, compact.strip_prefix('+').unwrap_or(&compact)),
        };
        let sign = |plain: &str| Amount::from_plain(&if negative { format!("-{plain}") } else { plain.to_owned() });
        match plain_digits(digits)? {
            Plain::Sure(plain) => sign(&plain),
            Plain::LoneDot { grouped, pointed } => match expected {
                Expectation::Quantity => sign(&grouped),
                Expectation::Percent => Err(AmountProblem::TwoReadings(sign(&grouped)?, sign(&pointed)?)),
            },
        }
    }
}

enum Plain {
    Sure(String),
    /// One dot before exactly three digits: a group of thousands or a decimal point.
    LoneDot {
        grouped: String,
        pointed: String,
    },
}

fn plain_digits(digits: &str) -> Result<Plain, AmountProblem> {
    if !digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
        || !digits.bytes().any(|b| b.is_ascii_digit())
    {
        return Err(AmountProblem::NotANumber);
    }
    let (dots, commas) = (digits.matches('.').count(), digits.matches(',').count());
    let grouped_by = |mark: char, text: &str| {
        let mut groups = text.split(mark);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && first != "0" && groups.all(|group| group.len() == 3)
    };
    let without = |mark: char| digits.replace(mark, "");
    match (dots, commas) {
        (0, 0) => Ok(Plain::Sure(digits.to_owned())),
        (0, 1) if !digits.starts_with(',') && !digits.ends_with(',') => Ok(Plain::Sure(digits.replace(',', "."))),
        (1, 0) if grouped_by('.', digits) => {
            Ok(Plain::LoneDot { grouped: without('.'), pointed: digits.to_owned() })
        }
        (1, 0) if !digits.starts_with('.') && !digits.ends_with('.') => Ok(Plain::Sure(digits.to_owned())),
        (_, 0) if grouped_by('.', digits) => Ok(Plain::Sure(without('.'))),
        (0, _) if grouped_by(',', digits) => Ok(Plain::Sure(without(','))),
        (_, 1) => {
            // 2.302,1
            let (whole, fraction) = digits.split_once(',').unwrap_or((digits, ""));
            if grouped_by('.', whole) && !fraction.is_empty() && !fraction.contains('.') {
                return Ok(Plain::Sure(format!("{}.{fraction}", whole.replace('.', ""))));
            }
            english(digits, grouped_by)
        }
        _ => english(digits, grouped_by),
    }
}

/// `22,635.29`, as spreadsheets set to English show it.
fn english(digits: &str, grouped_by: impl Fn(char, &str) -> bool) -> Result<Plain, AmountProblem> {
    match digits.split_once('.') {
        Some((whole, fraction))
            if grouped_by(',', whole) && !fraction.is_empty() && !fraction.contains(['.', ',']) =>
        {
            Ok(Plain::Sure(format!("{}.{fraction}", whole.replace(',', ""))))
        }
        _ => Err(AmountProblem::NotANumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> Result<String, AmountProblem> {
        Amount::read(typed, Expectation::Quantity).map(Amount::plain)
    }

    #[test]
    fn vietnamese_and_spreadsheet_spellings_are_read() {
        for (typed, plain) in [
            ("2.302,1", "2302.1"),
            ("28.603,61", "28603.61"),
            ("9 007,4", "9007.4"),
            ("9007.4", "9007.4"),
            ("1.740", "1740"),
            ("1.234.567,89", "1234567.89"),
            ("22,635.29", "22635.29"),
            ("47,3", "47.3"),
            ("0,77", "0.77"),
            ("0.500", "0.5"),
            ("-3,5", "-3.5"),
            ("100", "100"),
            ("1,234,567", "1234567"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(plain), "{typed}");
        }
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for typed in ["abc", "12a", "1.2.3", "1,2,3", "--1", ".", ",", "1.23,4,5", "5%"] {
            assert_eq!(read(typed), Err(AmountProblem::NotANumber), "{typed}");
        }
        assert_eq!(read(""), Err(AmountProblem::Empty));
        assert_eq!(read("1,23456"), Err(AmountProblem::TooManyDecimals));
        assert_eq!(read("999999999999999999"), Err(AmountProblem::TooLarge));
    }

    #[test]
    fn a_percentage_with_two_readings_is_asked_about() {
        let asked = Amount::read("1.740", Expectation::Percent);
        assert!(
            matches!(asked, Err(AmountProblem::TwoReadings(a, b)) if a.plain() == "1740" && b.plain() == "1.74")
        );
        assert_eq!(Amount::read("3.5", Expectation::Percent).map(Amount::plain).as_deref(), Ok("3.5"));
    }

    #[test]
    fn tenths_add_without_a_residue() {
        let sum = ["0,5", "2,5", "20,4", "1"]
            .iter()
            .try_fold(Amount::ZERO, |sum, typed| sum.plus(Amount::read(typed, Expectation::Quantity).ok()?));
        assert_eq!(sum.map(Amount::vietnamese).as_deref(), Some("24,4"));
        assert_eq!(
            Amount::whole(1675).percent_of(Amount::whole(1709)).map(Amount::vietnamese).as_deref(),
            Some("98,01")
        );
    }

    proptest! {
        #[test]
        fn every_stored_amount_prints_and_reads_back(stored in -9_000_000_000_000_000_000i64..9_000_000_000_000_000_000) {
            let amount = Amount::from_ten_thousandths(stored);
            prop_assert_eq!(amount.ten_thousandths(), stored);
            prop_assert_eq!(Amount::read(&amount.vietnamese(), Expectation::Quantity), Ok(amount));
            prop_assert_eq!(Amount::from_plain(&amount.plain()), Ok(amount));
        }

        #[test]
        fn reading_any_text_never_panics(text in "\\PC*") {
            let _ = Amount::read(&text, Expectation::Percent);
        }
    }
}
