//! The decision on awards, with its list.

use super::super::fields::{Described, Kind};
use super::super::value::Value;
use super::letterhead::letterhead;
use super::words;
use crate::forms::award_decision::{AwardDecision, Group, Line, Sort};

/// The data of a decision. `danh_sach` has all lines in one list, `nhom` has them by award.
pub fn award_decision(form: &AwardDecision) -> Described {
    let (revokes, of, ground, reason) = match &form.kind {
        Sort::Award => (false, None, None, None),
        Sort::Revocation { of, ground, reason } => (true, of.as_deref(), Some(ground.as_str()), reason.as_deref()),
    };
    let all = form.groups.iter().flat_map(|group| group.lines.iter().map(|one| (group.award.as_str(), one)));
    let lines = all.enumerate().map(|(at, (award, one))| line(at + 1, award, one));
    let empty = Line { name: String::new(), who: String::new(), merit: String::new(), money: String::new() };
    let shape = line(0, "", &empty);
    let groups = form.groups.iter().map(|one| group(one, &shape));
    let no_group = group(&Group { award: String::new(), lines: Vec::new() }, &shape);
    letterhead(&form.letterhead)
        .text(words::TITLE.0, words::TITLE.1, &form.title)
        .texts(words::BASES.0, words::BASES.1, &form.bases)
        .list(words::LINES.0, words::LINES.1, &shape, lines)
        .list(words::GROUPS.0, words::GROUPS.1, &no_group, groups)
        .count(words::TOTAL_LINES.0, words::TOTAL_LINES.1, form.groups.iter().map(|group| group.lines.len()).sum())
        .with(
            words::TOTAL_MONEY.0,
            words::TOTAL_MONEY.1,
            Kind::Money,
            form.money.as_deref().map_or(Value::Nothing, Value::text),
        )
        .with(words::REVOKES.0, words::REVOKES.1, Kind::Flag, Value::Flag(revokes))
        .maybe(words::REVOKED.0, words::REVOKED.1, of)
        .maybe(words::GROUND.0, words::GROUND.1, ground)
        .maybe(words::REASON.0, words::REASON.1, reason)
        .maybe(words::MARK.0, words::MARK.1, form.mark.as_deref())
}

fn line(number: usize, award: &str, line: &Line) -> Described {
    Described::new()
        .count(words::ORDER.0, words::ORDER.1, number)
        .text(words::NAME.0, words::NAME.1, &line.name)
        .text(words::UNIT.0, words::UNIT.1, &line.who)
        .text(words::MERIT.0, words::MERIT.1, &line.merit)
        .text(words::AWARD.0, words::AWARD.1, award)
        .with(words::MONEY.0, words::MONEY.1, Kind::Money, Value::text(&line.money))
}

fn group(group: &Group, shape: &Described) -> Described {
    let lines = group.lines.iter().enumerate().map(|(at, one)| line(at + 1, &group.award, one));
    Described::new()
        .text(words::AWARD.0, words::AWARD.1, &group.award)
        .count(words::GROUP_COUNT.0, words::GROUP_COUNT.1, group.lines.len())
        .list(words::LINES.0, words::LINES.1, shape, lines)
}
