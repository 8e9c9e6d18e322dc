//! Who may decide an award on a day: what an authority is, held against who the law of that day names.

use crate::awards::pack::{Award, Decides};
use crate::awards::subject::Who;
use crate::law::Mark;
use crate::units::UnitKind;
use chrono::NaiveDate;

/// What the head of a unit of some kind is in the words of the law. An office or a village is no legal person: its people
/// are proposed to the body above.
pub fn powers(kind: UnitKind) -> &'static [Who] {
    match kind {
        UnitKind::Central => &[Who::Minister],
        UnitKind::Province => &[Who::ProvinceChair],
        UnitKind::Department => &[Who::DepartmentHead, Who::UnitHead],
        UnitKind::District => &[Who::DistrictChair],
        UnitKind::Commune => &[Who::CommuneChair],
        UnitKind::Enterprise => &[Who::EnterpriseDirector, Who::UnitHead],
        UnitKind::PublicService
        | UnitKind::School
        | UnitKind::HealthStation
        | UnitKind::Front
        | UnitKind::Union
        | UnitKind::Party
        | UnitKind::VerticalLine
        | UnitKind::Other => &[Who::UnitHead],
        UnitKind::ArmedForces => &[Who::Military, Who::Police],
        UnitKind::Office | UnitKind::Village | UnitKind::PeoplesCouncil => &[],
    }
}

/// Whose an award is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authority {
    /// This authority's: where that stands and how sure it is.
    Own {
        /// The article.
        source: String,
        /// How sure it is.
        mark: Mark,
    },
    /// Another's.
    Other {
        /// Who decides.
        who: Vec<Who>,
        /// The article of the first.
        source: String,
    },
    /// The law of the day does not say.
    Unknown,
}

impl Authority {
    /// Whether this authority decides.
    pub fn is_own(&self) -> bool {
        matches!(self, Authority::Own { .. })
    }
}

fn holds_on(row: &Decides, day: NaiveDate) -> bool {
    let limit = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<NaiveDate>().ok());
    limit(&row.from).is_none_or(|from| from <= day) && limit(&row.to).is_none_or(|to| day <= to)
}

/// Who decides an award on a day, asked by an authority of some kind. The surest of the rows that name it counts.
pub fn authority(award: &Award, kind: UnitKind, day: NaiveDate) -> Authority {
    let powers = powers(kind);
    let rows: Vec<&Decides> = award.decides.iter().filter(|row| holds_on(row, day)).collect();
    let mark_of = |row: &Decides| Mark::of_letter(&row.mark).unwrap_or(Mark::Unverified);
    let own = rows.iter().filter(|row| row.who.iter().any(|who| powers.contains(who)));
    if let Some(row) = own.max_by_key(|row| mark_of(row)) {
        return Authority::Own { source: row.source.clone(), mark: mark_of(row).min(award.mark) };
    }
    let Some(first) = rows.first() else { return Authority::Unknown };
    let mut who: Vec<Who> = Vec::new();
    for one in rows.iter().flat_map(|row| &row.who) {
        if !who.contains(one) {
            who.push(*one);
        }
    }
    Authority::Other { who, source: first.source.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::awards::pack::shipped;

    fn asked(code: &str, kind: UnitKind, day: (i32, u32, u32)) -> Authority {
        let catalogue = shipped().expect("the shipped pack is read");
        let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).expect("a day");
        let (regime, _) = catalogue.law.on(day).expect("a regime");
        let award = catalogue.of(&regime.key).and_then(|rules| rules.award(code)).expect("the award is there");
        authority(award, kind, day)
    }

    #[test]
    fn an_award_is_decided_by_whom_the_law_of_the_day_names() {
        for (code, kind, day, own) in [
            ("LDTT", UnitKind::Department, (2022, 12, 30), true),
            ("LDTT", UnitKind::District, (2025, 6, 30), true),
            ("CSTDCS", UnitKind::District, (2025, 3, 10), true),
            // the district level ended
            ("LDTT", UnitKind::District, (2025, 7, 1), false),
            ("GKX", UnitKind::Commune, (2024, 6, 1), true),
            ("GKX", UnitKind::District, (2024, 6, 1), false),
            ("BKBT", UnitKind::Province, (2024, 6, 1), true),
            ("BKBT", UnitKind::Department, (2024, 6, 1), false),
            ("LDTT", UnitKind::Village, (2024, 6, 1), false),
        ] {
            assert_eq!(asked(code, kind, day).is_own(), own, "{code} {kind:?} {day:?}");
        }
    }

    #[test]
    fn what_the_law_does_not_surely_say_keeps_its_mark() {
        let Authority::Own { mark, .. } = asked("CSTDCS", UnitKind::Commune, (2025, 8, 1)) else {
            panic!("the commune follows the district, unverified");
        };
        assert_eq!(mark, Mark::Unverified);
        let Authority::Other { who, .. } = asked("BKBT", UnitKind::Commune, (2024, 6, 1)) else {
            panic!("it is somebody else's");
        };
        assert!(who.contains(&Who::ProvinceChair));
    }
}
