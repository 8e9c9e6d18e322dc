//! Councils and staff of emulation work, renewed by dated decisions (kiện toàn): who sits in a body on any day.
//!
//! A decision replaces the whole list from its first day; inside it a member may begin later or end earlier.

use crate::basics::text::fold;
use crate::codes::coded;
use chrono::NaiveDate;

coded! {
    /// What sort of body it is.
    BodyKind {
        /// Hội đồng Thi đua - Khen thưởng.
        EmulationCouncil = "emulation-council",
        /// Hội đồng sáng kiến.
        InitiativeCouncil = "initiative-council",
        /// Tổ giúp việc.
        SupportTeam = "support-team",
        /// Cơ quan, bộ phận thường trực.
        StandingOffice = "standing-office",
    }
}

coded! {
    /// What a member is in the body.
    Seat {
        /// Chủ tịch.
        Chair = "chair",
        /// Phó Chủ tịch.
        ViceChair = "vice-chair",
        /// Ủy viên thường trực.
        StandingMember = "standing-member",
        /// Thư ký.
        Secretary = "secretary",
        /// Ủy viên.
        Member = "member",
    }
}

impl Seat {
    /// The seat that words of a decision mean: `Phó Chủ tịch Hội đồng`, `Tổ trưởng`, `UV thường trực`.
    pub fn read(words: &str) -> Option<Seat> {
        let folded = fold(words);
        let begins = |starts: &[&str]| starts.iter().any(|start| folded.starts_with(start));
        if folded.contains("thu ky") {
            Some(Seat::Secretary)
        } else if begins(&["pho ", "to pho"]) {
            Some(Seat::ViceChair)
        } else if begins(&["chu tich", "to truong", "truong", "nguoi phu trach", "phu trach"]) {
            Some(Seat::Chair)
        } else if folded.contains("thuong truc") || folded.contains("chuyen trach") {
            Some(Seat::StandingMember)
        } else if begins(&["uy vien", "uv", "thanh vien", "can bo"]) || folded.contains("kiem nhiem") {
            Some(Seat::Member)
        } else {
            None
        }
    }
}

/// A member as a decision names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// What they are in the body.
    pub seat: Seat,
    /// Full name as written.
    pub name: String,
    /// The record of the person, where one was chosen.
    pub person_id: Option<String>,
    /// Position in their own unit.
    pub title: Option<String>,
    /// Their own unit as written.
    pub unit: Option<String>,
    /// First day, where it is later than that of the decision.
    pub from: Option<NaiveDate>,
    /// Last day, where the term ends before the decision is replaced.
    pub to: Option<NaiveDate>,
}

/// A decision that sets up or renews a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Identifier.
    pub id: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day that the decision itself gives (nhiệm kỳ).
    pub to: Option<NaiveDate>,
    /// The whole list.
    pub members: Vec<Member>,
}

impl Member {
    fn sits_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The decision that holds on a day: the newest that has begun, unless its term is over.
pub fn holding(decisions: &[Decision], day: NaiveDate) -> Option<&Decision> {
    let newest = decisions.iter().filter(|decision| decision.from <= day).max_by_key(|decision| decision.from)?;
    newest.to.is_none_or(|to| day <= to).then_some(newest)
}

/// Who sits in the body on a day, the chair first.
pub fn composition(decisions: &[Decision], day: NaiveDate) -> Vec<&Member> {
    let mut members: Vec<&Member> =
        holding(decisions, day).into_iter().flat_map(|one| &one.members).filter(|one| one.sits_on(day)).collect();
    members.sort_by_key(|member| member.seat);
    members
}

/// What a decision changed against the one before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Names that are new.
    pub joined: Vec<String>,
    /// Names that are gone.
    pub left: Vec<String>,
    /// Names whose seat changed: from, to.
    pub moved: Vec<(String, Seat, Seat)>,
}

/// Compares two lists by the names of the members; two of one name are told apart by their order.
pub fn changes(before: &[Member], after: &[Member]) -> Changes {
    let mut rest: Vec<&Member> = before.iter().collect();
    let mut found = Changes::default();
    for member in after {
        match rest.iter().position(|old| fold(&old.name) == fold(&member.name)) {
            Some(at) => {
                let old = rest.remove(at);
                if old.seat != member.seat {
                    found.moved.push((member.name.clone(), old.seat, member.seat));
                }
            }
            None => found.joined.push(member.name.clone()),
        }
    }
    found.left = rest.into_iter().map(|member| member.name.clone()).collect();
    found
}

/// What is the matter with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyFinding {
    /// No decision holds.
    NoDecision,
    /// The unit that the body belongs to has ended.
    UnitEnded {
        /// Its last day.
        last: NaiveDate,
    },
    /// Nobody is in the chair.
    NoChair,
    /// More than one is in the chair.
    ManyChairs {
        /// Who.
        names: Vec<String>,
    },
    /// The term of a member is over and the decision still names them.
    TermEnded {
        /// Who.
        name: String,
        /// Their last day.
        last: NaiveDate,
    },
    /// The term of the decision ends within sixty days.
    EndsSoon {
        /// Its last day.
        last: NaiveDate,
    },
}

/// Days before the end of a term on which renewal should have begun.
const SOON: i64 = 60;

/// What is the matter with a body on a day.
pub fn check(decisions: &[Decision], unit_last_day: Option<NaiveDate>, day: NaiveDate) -> Vec<BodyFinding> {
    if let Some(last) = unit_last_day.filter(|last| *last < day) {
        return vec![BodyFinding::UnitEnded { last }];
    }
    let Some(decision) = holding(decisions, day) else { return vec![BodyFinding::NoDecision] };
    let mut found = Vec::new();
    let chairs: Vec<String> = composition(decisions, day)
        .into_iter()
        .filter(|member| member.seat == Seat::Chair)
        .map(|member| member.name.clone())
        .collect();
    match chairs.len() {
        0 => found.push(BodyFinding::NoChair),
        1 => {}
        _ => found.push(BodyFinding::ManyChairs { names: chairs }),
    }
    for member in &decision.members {
        if let Some(last) = member.to.filter(|last| *last < day) {
            found.push(BodyFinding::TermEnded { name: member.name.clone(), last });
        }
    }
    if let Some(last) = decision.to.filter(|last| *last - day <= chrono::Duration::days(SOON))
        && !decisions.iter().any(|next| next.from > day)
    {
        found.push(BodyFinding::EndsSoon { last });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    fn member(seat: Seat, name: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Member {
        Member { seat, name: name.into(), person_id: None, title: None, unit: None, from, to }
    }

    fn council() -> Vec<Decision> {
        vec![
            Decision {
                id: "1".into(),
                from: day(2022, 1, 10),
                to: None,
                members: vec![
                    member(Seat::Member, "Ba", None, None),
                    member(Seat::Chair, "Một", None, Some(day(2022, 6, 30))),
                    member(Seat::ViceChair, "Hai", None, None),
                ],
            },
            Decision {
                id: "2".into(),
                from: day(2023, 3, 1),
                to: Some(day(2025, 6, 30)),
                members: vec![
                    member(Seat::Chair, "Hai", None, None),
                    member(Seat::Member, "BA", None, None),
                    member(Seat::Secretary, "Tư", Some(day(2023, 9, 1)), None),
                ],
            },
        ]
    }

    #[test]
    fn seats_are_read_as_decisions_write_them() {
        for (words, seat) in [
            ("Chủ tịch Hội đồng", Some(Seat::Chair)),
            ("Tổ trưởng", Some(Seat::Chair)),
            ("PHÓ CHỦ TỊCH", Some(Seat::ViceChair)),
            ("Phó Chủ tịch thường trực", Some(Seat::ViceChair)),
            ("Tổ phó", Some(Seat::ViceChair)),
            ("Ủy viên thường trực", Some(Seat::StandingMember)),
            ("uy vien", Some(Seat::Member)),
            ("Ủy viên, Thư ký", Some(Seat::Secretary)),
            ("Cán bộ chuyên trách", Some(Seat::StandingMember)),
            ("Cán bộ kiêm nhiệm", Some(Seat::Member)),
            ("Nguyễn Văn Ẩn", None),
            ("", None),
        ] {
            assert_eq!(Seat::read(words), seat, "{words}");
        }
    }

    #[test]
    fn the_composition_is_known_on_any_day() {
        for (on, expected) in [
            (day(2022, 1, 9), vec![]),
            (day(2022, 1, 10), vec!["Một", "Hai", "Ba"]),
            (day(2022, 7, 1), vec!["Hai", "Ba"]),
            (day(2023, 2, 28), vec!["Hai", "Ba"]),
            (day(2023, 3, 1), vec!["Hai", "BA"]),
            (day(2023, 9, 1), vec!["Hai", "Tư", "BA"]),
            (day(2025, 6, 30), vec!["Hai", "Tư", "BA"]),
            (day(2025, 7, 1), vec![]),
        ] {
            let council = council();
            let names: Vec<&str> = composition(&council, on).iter().map(|one| one.name.as_str()).collect();
            assert_eq!(names, expected, "{on}");
        }
    }

    #[test]
    fn a_renewal_says_who_came_who_went_and_who_moved() {
        let council = council();
        let found = changes(&council[0].members, &council[1].members);
        assert_eq!((found.joined, found.left), (vec!["Tư".to_owned()], vec!["Một".to_owned()]));
        assert_eq!(found.moved, [("Hai".to_owned(), Seat::ViceChair, Seat::Chair)]);
    }

    #[test]
    fn what_is_the_matter_with_a_body_is_found() {
        use BodyFinding as F;
        assert_eq!(check(&[], None, day(2022, 1, 1)), [F::NoDecision]);
        assert_eq!(check(&council(), None, day(2022, 3, 1)), []);
        assert_eq!(
            check(&council(), None, day(2022, 7, 1)),
            [F::NoChair, F::TermEnded { name: "Một".into(), last: day(2022, 6, 30) }]
        );
        assert_eq!(check(&council(), None, day(2025, 7, 1)), [F::NoDecision], "the term is over");
        assert_eq!(check(&council(), None, day(2025, 5, 1)), [F::EndsSoon { last: day(2025, 6, 30) }]);
        let ended = Some(day(2025, 6, 30));
        assert_eq!(check(&council(), ended, day(2025, 7, 1)), [F::UnitEnded { last: day(2025, 6, 30) }]);
        let mut two = council();
        two[0].members.push(member(Seat::Chair, "Năm", None, None));
        assert_eq!(check(&two, None, day(2022, 3, 1)), [F::ManyChairs { names: vec!["Một".into(), "Năm".into()] }]);
    }

    proptest! {
        #[test]
        fn whoever_is_in_both_lists_neither_came_nor_went(
            before in proptest::collection::vec(0_u8..12, 0..8), after in proptest::collection::vec(0_u8..12, 0..8)
        ) {
            let list = |names: &[u8]| -> Vec<Member> {
                names.iter().map(|name| member(Seat::Member, &format!("Tên {name}"), None, None)).collect()
            };
            let found = changes(&list(&before), &list(&after));
            prop_assert_eq!(after.len() as i64 - before.len() as i64, found.joined.len() as i64 - found.left.len() as i64);
            prop_assert!(found.joined.iter().all(|name| !found.left.contains(name)));
            prop_assert!(found.moved.is_empty());
        }
    }
}
