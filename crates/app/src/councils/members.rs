//! The list of members as lines that people type, paste and correct.

use super::{labels, words};
use chrono::NaiveDate;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::basics::text::{fold, nfc};
use thidua_domain::councils::{BodyKind, Member, Seat};

/// The lines of a list, as the form shows them.
pub(super) fn lines(members: &[Member], kind: BodyKind, w: &'static words::Words) -> String {
    members
        .iter()
        .map(|member| {
            let day = |day: Option<NaiveDate>| day.map(short).unwrap_or_default();
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let parts = [
                labels::seat(member.seat, kind, w).to_owned(),
                member.name.clone(),
                text(&member.title),
                text(&member.unit),
                day(member.from),
                day(member.to),
            ];
            parts.join("; ").trim_end_matches([';', ' ']).to_owned()
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Reads the lines; what is wrong is said line by line. The record of a person stays with a name that stays.
pub(super) fn read(
    typed: &str,
    kind: BodyKind,
    before: &[Member],
    w: &'static words::Words,
) -> Result<Vec<Member>, String> {
    let mut found: Vec<Member> = Vec::new();
    let mut problems = Vec::new();
    for (at, line) in typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = (at + 1).to_string();
        match member(line, &number, kind, w) {
            Ok(mut member) => {
                let same = |one: &Member| {
                    fold(&one.name) == fold(&member.name) && one.title == member.title && one.unit == member.unit
                };
                if found.iter().any(same) {
                    problems.push(w.line_twice.replace("{n}", &number).replace("{name}", &member.name));
                }
                member.person_id = before.iter().find(|one| same(one)).and_then(|one| one.person_id.clone());
                found.push(member);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems.join(" ")) }
}

fn member(line: &str, number: &str, kind: BodyKind, w: &'static words::Words) -> Result<Member, String> {
    let parts: Vec<String> = line.split([';', '\t']).map(|part| nfc(part.trim())).collect();
    let part = |at: usize| parts.get(at).map_or("", String::as_str);
    let seats = || Seat::ALL.iter().map(|seat| labels::seat(*seat, kind, w)).collect::<Vec<_>>().join(", ");
    let seat = Seat::read(part(0)).ok_or_else(|| {
        w.line_no_seat.replace("{n}", number).replace("{seat}", part(0)).replace("{seats}", &seats())
    })?;
    if part(1).is_empty() {
        return Err(w.line_no_name.replace("{n}", number));
    }
    let day = |at: usize| match part(at) {
        "" => Ok(None),
        typed => {
            read_date(typed).map(Some).map_err(|_| w.line_bad_day.replace("{n}", number).replace("{day}", typed))
        }
    };
    let (from, to) = (day(4)?, day(5)?);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(w.line_days_order.replace("{n}", number));
    }
    let text = |at: usize| Some(part(at).to_owned()).filter(|text| !text.is_empty());
    Ok(Member { seat, name: part(1).to_owned(), person_id: None, title: text(2), unit: text(3), from, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_domain::basics::Language;

    #[test]
    fn a_list_is_written_and_read_back_the_same() {
        let w = words::words(Language::Vietnamese);
        let typed =
            "Chủ tịch; Nguyễn Văn Ẩn; Chủ tịch UBND; UBND xã\n\nPhó Chủ tịch\tTrần Thị Bích\t\t\t\t30/6/2022";
        for kind in BodyKind::ALL {
            let members = read(typed, *kind, &[], w).expect("read");
            assert_eq!(members.len(), 2);
            assert_eq!(members[1].to, NaiveDate::from_ymd_opt(2022, 6, 30));
            assert_eq!(read(&lines(&members, *kind, w), *kind, &[], w).as_ref(), Ok(&members));
        }
    }

    #[test]
    fn each_wrong_line_is_named() {
        let w = words::words(Language::Vietnamese);
        let typed = "Ông; A\nỦy viên\nỦy viên; B; ; ; 31/02/2022\nỦy viên; C; ; ; 02/3/2022; 01/3/2022\nỦy viên; D\nThư ký; d";
        let problem = read(typed, BodyKind::EmulationCouncil, &[], w).expect_err("refused");
        for line in 1..=6 {
            assert_eq!(problem.contains(&format!("Dòng {line}:")), line != 5, "{problem}");
        }
    }
}
