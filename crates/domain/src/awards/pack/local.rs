//! A pack of a ministry or province on top of the law: it adds and tightens, it never loosens.

use super::check::PackProblem;
use super::entry::{self, Head, Role};
use super::taking::{Problems, award_in, condition, digest, file};
use super::{Award, Catalogue, Codes, Condition};
use crate::awards::criteria::Need;
use crate::law::Regime;
use chrono::NaiveDate;

/// The head of a local pack with its days, where the text has one that can be read.
pub fn head(text: &str) -> Option<(Head, NaiveDate, Option<NaiveDate>)> {
    let head = file("", text).ok()?.pack?;
    let mut problems = Problems { found: Vec::new() };
    let from = problems.day("", &head.from);
    let to = head.to.as_deref().map(|to| problems.day("", to));
    problems.found.is_empty().then_some((head, from, to))
}

/// The law with one local pack on top, for dossiers received on `day`, on which the pack must hold.
///
/// # Errors
/// What is wrong with the pack: what cannot be read, what loosens the law, what contradicts it.
pub fn with_local(law: &Catalogue, name: &str, text: &str) -> Result<Catalogue, Vec<PackProblem>> {
    let file = file(name, text).map_err(|problem| vec![problem])?;
    let mut problems = Problems { found: Vec::new() };
    let Some(head) = &file.pack else {
        return Err(vec![PackProblem::new(
            "PACK-020",
            name,
            "Thiếu phần đầu [pack]: mã, phiên bản, tên, văn bản ban hành và ngày hiệu lực.",
            "The head [pack] is missing: code, version, title, source and first day.",
        )]);
    };
    let from = problems.day(name, &head.from);
    let to = head.to.as_deref().map(|to| problems.day(name, to));
    if to.is_some_and(|to| to < from) {
        problems.say(
            "PACK-021",
            name,
            "Ngày hết hiệu lực đứng trước ngày có hiệu lực.",
            "The last day is before the first.",
        );
    }
    let sensible = |day: NaiveDate| (1945..=2100).contains(&chrono::Datelike::year(&day));
    if problems.found.is_empty() && (!sensible(from) || to.is_some_and(|to| !sensible(to))) {
        problems.say(
            "PACK-032",
            name,
            "Ngày hiệu lực phải trong khoảng 1945 đến 2100; xem lại năm.",
            "The days lie between 1945 and 2100; check the year.",
        );
    }
    let short = !head.code.is_empty()
        && head.code.len() <= 60
        && head.code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let unsaid = [&head.version, &head.title, &head.source].into_iter().any(|text| text.trim().is_empty());
    if !short || unsaid {
        problems.say(
            "PACK-029",
            name,
            "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối; phiên bản, tên và văn bản ban hành không được để trống.",
            "The code is of small letters, digits and hyphens; version, title and source may not be empty.",
        );
    }
    if !file.general.is_empty() || !file.salary.is_empty() || !file.factor.is_empty() || !file.rounding.is_empty() {
        problems.say(
            "PACK-022",
            name,
            "Bộ quy định của tỉnh không được đổi điều kiện chung, mức lương cơ sở, hệ số hoặc cách làm tròn của luật.",
            "A local pack cannot change general conditions, the base salary, factors or rounding.",
        );
    }
    let mut made = law.clone();
    for award in &file.award {
        if law.codes.get(&award.code).is_some() {
            problems.say(
                "PACK-023",
                award.code.as_str(),
                format!("{} đã có trong luật; dùng [[addition]] để thêm điều kiện, không khai lại.", award.code),
                format!("{} is an award of the law already; use [[addition]] for more conditions.", award.code),
            );
        }
        made.codes.add(&award.code, &award.holds.last().map(|holds| holds.name.clone()).unwrap_or_default());
    }
    let regimes: Vec<Regime> =
        law.law.regimes().iter().filter(|regime| overlaps(regime, from, to)).cloned().collect();
    for rules in &mut made.rules {
        let Some(regime) = regimes.iter().find(|regime| regime.key == rules.key) else { continue };
        for entry in &file.award {
            if let Some(award) = award_in(entry, regime, &[], &made.codes, Some(&head.code), &mut problems) {
                rules.awards.push(award);
            }
        }
        for addition in &file.addition {
            match rules.awards.iter_mut().find(|award| award.code == addition.award) {
                Some(award) => add(award, addition, regime, &made.codes, &head.code, &mut problems),
                None => problems.say(
                    "PACK-024",
                    addition.award.as_str(),
                    format!("Chế độ {} không có {}; kiểm tra mã và ngày hiệu lực.", regime.key, addition.award),
                    format!("Regime {} has no {}; check the code and the days.", regime.key, addition.award),
                ),
            }
        }
    }
    if !problems.found.is_empty() {
        return Err(problems.found);
    }
    made.version = format!("{} + {}@{}.{}", law.version, head.code, head.version, digest("", &[(name, text)]));
    Ok(made)
}

fn overlaps(regime: &Regime, from: NaiveDate, to: Option<NaiveDate>) -> bool {
    to.is_none_or(|to| regime.from <= to) && regime.to.is_none_or(|last| from <= last)
}

fn add(
    award: &mut Award,
    addition: &entry::Addition,
    regime: &Regime,
    codes: &Codes,
    local: &str,
    problems: &mut Problems,
) {
    let holds = |regimes: &[String]| regimes.is_empty() || regimes.contains(&regime.key);
    for one in addition.condition.iter().filter(|one| holds(&one.regimes)) {
        let new = condition(one, regime, codes, Some(local), problems);
        contradictions(award, &new, one.fills.as_deref(), problems);
        match one.fills.as_deref() {
            None => award.conditions.push(new),
            Some(number) => fill(award, number, new, problems),
        }
    }
    award.papers.extend(addition.paper.iter().filter(|one| holds(&one.regimes)).cloned());
    award.decides.extend(addition.decides.iter().filter(|one| holds(&one.regimes)).cloned());
    for vote in addition.vote.iter().filter(|one| holds(&one.regimes)) {
        let looser = award.votes.iter().any(|law| law.mark == "V" && law.percent > vote.percent);
        if looser {
            problems.say(
                "PACK-026",
                award.code.as_str(),
                format!("{}: tỷ lệ phiếu thấp hơn luật; tỉnh chỉ được quy định chặt hơn.", award.code),
                format!(
                    "{}: the share of votes is below the law's; a local pack may only be stricter.",
                    award.code
                ),
            );
        } else {
            award.votes.insert(0, vote.clone());
        }
    }
}

/// What a condition would contradict: another of its number, or itself where a ratio is taken of the award it limits.
fn contradictions(award: &mut Award, new: &Condition, fills: Option<&str>, problems: &mut Problems) {
    let code = award.code.clone();
    let number = new.number.as_str();
    if fills != Some(number) && place_of(&mut award.conditions, number).is_some() {
        problems.say(
            "PACK-030",
            number,
            format!(
                "{code} đã có điều kiện số {number}; đặt số khác cho điều kiện của tỉnh, hoặc dùng “fills” để thay."
            ),
            format!(
                "{code} has a condition {number} already; give the local one another number, or fill that one."
            ),
        );
    }
    let mut walk = vec![new];
    while let Some(one) = walk.pop() {
        walk.extend(&one.parts);
        if matches!(&one.need, Need::Quota(quota) if quota.parts().0 == code) {
            problems.say(
                "PACK-031",
                number,
                format!(
                    "{code}: tỷ lệ không thể tính trên chính danh hiệu, hình thức này; chọn gốc khác, ví dụ LDTT."
                ),
                format!("{code}: its ratio cannot be taken of itself; choose another base, such as LDTT."),
            );
        }
    }
}

/// A local condition in the place of one of the law, where that is left to it or is not loosened by it.
fn fill(award: &mut Award, number: &str, new: Condition, problems: &mut Problems) {
    let code = award.code.clone();
    let Some(place) = place_of(&mut award.conditions, number) else {
        problems.say(
            "PACK-025",
            number,
            format!("{code} không có điều kiện số {number} để thay; xem số ở trang danh mục."),
            format!("{code} has no condition {number} to fill; the numbers stand in the catalogue."),
        );
        return;
    };
    let open = matches!(place.need, Need::LocalRule(_)) || (place.role == Role::Bar && !place.mark.is_sure());
    match (open, new.need.as_strict_as(&place.need)) {
        (true, _) => *place = new,
        (false, Some(true)) => *place = new,
        (false, Some(false)) => problems.say(
            "PACK-027",
            number,
            format!("{code}: điều kiện của tỉnh lỏng hơn điều kiện {number} của luật ({}); chỉ được quy định chặt hơn.", place.source),
            format!("{code}: the local condition is looser than {number} of the law ({}); it may only be stricter.", place.source),
        ),
        (false, None) => problems.say(
            "PACK-028",
            number,
            format!("{code}: không so sánh được với điều kiện {number} của luật; bỏ “fills” để thêm thành điều kiện riêng."),
            format!("{code}: it cannot be compared with {number} of the law; leave out “fills” to add it beside."),
        ),
    }
}

fn place_of<'a>(conditions: &'a mut [Condition], number: &str) -> Option<&'a mut Condition> {
    for condition in conditions {
        if condition.number == number {
            return Some(condition);
        }
        if let Some(found) = place_of(&mut condition.parts, number) {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
#[path = "local_tests.rs"]
mod tests;
