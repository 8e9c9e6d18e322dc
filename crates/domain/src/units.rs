//! Authorities and units, each valid between two dates.

use crate::plans::draft::IssuerLevel;
use chrono::NaiveDate;

/// A body of any kind: an authority that issues plans, or a unit under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Identifier.
    pub id: String,
    /// Full name: `Ủy ban nhân dân xã Lơ Ku`.
    pub name: String,
    /// Level.
    pub level: IssuerLevel,
    /// The body above, by identifier.
    pub parent_id: Option<String>,
    /// The body above as printed in heads of documents, when it is not in the system.
    pub parent_name: Option<String>,
    /// First day.
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    pub valid_to: Option<NaiveDate>,
}

/// The last day of the district level.
///
/// Source: Luật Tổ chức chính quyền địa phương 72/2025/QH15, in force 1 July 2025.
pub fn districts_end() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2025, 6, 30)
}

impl Unit {
    /// Whether the unit exists on a day.
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
            level: IssuerLevel::District,
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
