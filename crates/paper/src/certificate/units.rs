//! Lengths on the sheet: whole micrometres, so that a place is a place and never a rounding.

use serde::{Deserialize, Deserializer, Serialize};

/// A length in micrometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Um(pub i64);

/// Micrometres of an inch, of which 72 points are one.
const INCH: i64 = 25_400;

impl Um {
    /// Whole millimetres.
    pub const fn mm(millimetres: i64) -> Self {
        Self(millimetres * 1_000)
    }

    /// Millimetres as people type them, with a comma or a point (`20,5`); nothing where it is no length.
    pub fn typed(text: &str) -> Option<Self> {
        let text = text.trim().replace(',', ".");
        let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |rest| (-1, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain =
            |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(part) || part.len() > 3 {
            return None;
        }
        let micrometres = format!("{part:0<3}").parse::<i64>().ok()?;
        Some(Self(sign * (whole.parse::<i64>().ok()? * 1_000 + micrometres)))
    }

    /// In millimetres, as people write them: `20,5`.
    pub fn shown(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let tenths = (self.0.abs() + 50) / 100;
        format!("{sign}{},{}", tenths / 10, tenths % 10)
    }

    /// The length in points, for the page.
    #[expect(clippy::float_arithmetic, reason = "a place on a page, not a figure")]
    pub(super) fn points(self) -> f32 {
        (self.0 as f64 * 72.0 / INCH as f64) as f32
    }
}

impl std::ops::Add for Um {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Um {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// Millimetres as people type them in a design (`148.5`), to the micrometre.
impl<'de> Deserialize<'de> for Um {
    #[expect(clippy::float_arithmetic, reason = "a place on a page, not a figure")]
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let millimetres = f64::deserialize(reader)?;
        if !millimetres.is_finite() || millimetres.abs() > 2_000.0 {
            return Err(serde::de::Error::custom("a place lies within two metres"));
        }
        Ok(Self((millimetres * 1_000.0).round() as i64))
    }
}

/// The size of letters in hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Size(pub(super) i64);

impl Size {
    /// What fitting goes down by: half a point.
    pub(super) const STEP: i64 = 50;

    #[expect(clippy::float_arithmetic, reason = "the size of letters, not a figure")]
    pub(super) fn points(self) -> f32 {
        (self.0 as f64 / 100.0) as f32
    }

    /// So many parts of the size in a thousand, as a length.
    pub(super) fn part(self, per_mille: i64) -> Um {
        Um(self.0 * per_mille * INCH / (7_200 * 1_000))
    }

    /// The width of so many units of a face, of which `em` are the size.
    pub(super) fn units(self, units: i64, em: i64) -> Um {
        Um(units * self.0 * INCH / (7_200 * em.max(1)))
    }
}

impl<'de> Deserialize<'de> for Size {
    #[expect(clippy::float_arithmetic, reason = "the size of letters, not a figure")]
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let points = f64::deserialize(reader)?;
        if !(4.0..=200.0).contains(&points) {
            return Err(serde::de::Error::custom("letters are between 4 and 200 points"));
        }
        Ok(Self((points * 100.0).round() as i64))
    }
}
