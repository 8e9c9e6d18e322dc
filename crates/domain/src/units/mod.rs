//! Authorities and units through time.
//!
//! A unit is one identity. Its name, kind, level, head and place in the tree may change on a day; each stretch of days
//! is one [`Unit`] value. Reforms ([`reform`]) say which days, and what became of whom.

pub mod handing_on;
pub mod kind;
pub mod reform;

pub use kind::UnitKind;

use crate::plans::draft::IssuerLevel;
use chrono::NaiveDate;

/// A body of any kind as it stands between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Identifier; stays through every change of name, level and place.
    pub id: String,
    /// Full name: `Ủy ban nhân dân xã Lơ Ku`.
    pub name: String,
    /// What sort of body it is.
    pub kind: UnitKind,
    /// The level at which it issues documents.
    pub level: IssuerLevel,
    /// The head (thủ trưởng, trưởng thôn, hiệu trưởng …), who answers for the unit.
    pub head: Option<String>,
    /// The body above, by identifier.
    pub parent_id: Option<String>,
    /// The body above as printed in heads of documents, when it is not in the system.
    pub parent_name: Option<String>,
    /// First day of this stretch; `None` from the beginning.
    pub valid_from: Option<NaiveDate>,
    /// Last day of this stretch; `None` until further notice.
    pub valid_to: Option<NaiveDate>,
}

/// The last day of the district level.
///
/// Source: Luật Tổ chức chính quyền địa phương 72/2025/QH15, in force 1 July 2025.
pub fn districts_end() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2025, 6, 30)
}

impl Unit {
    /// Whether the unit exists, in this state, on a day.
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_exists_until_its_last_day() {
        let district = Unit {
            id: "u".into(),
            name: "UBND huyện".into(),
            kind: UnitKind::District,
            level: IssuerLevel::District,
            head: None,
            parent_id: None,
            parent_name: None,
            valid_from: None,
            valid_to: districts_end(),
        };
        let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).expect("a day");
        assert!(district.exists_on(day(6, 30)));
        assert!(!district.exists_on(day(7, 1)));
    }
}
