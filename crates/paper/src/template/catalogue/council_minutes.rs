//! The minutes of a council.

use super::super::fields::{Described, Kind};
use super::super::value::Value;
use super::letterhead::letterhead;
use super::words;
use crate::forms::council_minutes::{CouncilMinutes, ItemRow};

/// The data of minutes.
pub fn council_minutes(form: &CouncilMinutes) -> Described {
    let nothing = ItemRow {
        name: String::new(),
        award: String::new(),
        rule: String::new(),
        recused: Vec::new(),
        papers: None,
        votes: None,
        abstaining: None,
        rate: String::new(),
        result: String::new(),
    };
    let items = form.items.iter().enumerate().map(|(at, one)| item(at + 1, one));
    letterhead(&form.letterhead)
        .text(words::MEETING.0, words::MEETING.1, &form.meeting)
        .text(words::COUNCIL.0, words::COUNCIL.1, &form.council)
        .maybe(words::MET_AT.0, words::MET_AT.1, form.place.as_deref())
        .day(words::MET_ON.0, words::MET_ON.1, Some(form.day))
        .count(words::MEMBERS.0, words::MEMBERS.1, form.members)
        .texts(words::PRESENT.0, words::PRESENT.1, &form.present)
        .texts(words::ABSENT.0, words::ABSENT.1, &form.absent)
        .texts(words::WRITTEN.0, words::WRITTEN.1, &form.written)
        .maybe(words::TELLERS.0, words::TELLERS.1, form.tellers.as_deref())
        .maybe(words::DISCUSSION.0, words::DISCUSSION.1, form.discussion.as_deref())
        .list(words::ITEMS.0, words::ITEMS.1, &item(0, &nothing), items)
        .maybe(words::SECRETARY.0, words::SECRETARY.1, form.secretary.as_deref())
        .with(words::ILLUSTRATIVE.0, words::ILLUSTRATIVE.1, Kind::Flag, Value::Flag(form.illustrative))
}

fn item(number: usize, one: &ItemRow) -> Described {
    let votes = |(name, label): words::Word, count: Option<u32>, before: Described| {
        before.with(
            name,
            label,
            Kind::Number,
            count.map_or(Value::Nothing, |count| Value::Number(count.to_string())),
        )
    };
    let described = Described::new()
        .count(words::ORDER.0, words::ORDER.1, number)
        .text(words::NAME.0, words::NAME.1, &one.name)
        .text(words::AWARD.0, words::AWARD.1, &one.award)
        .text(words::RULE.0, words::RULE.1, &one.rule)
        .texts(words::RECUSED.0, words::RECUSED.1, &one.recused)
        .with(words::SECRET.0, words::SECRET.1, Kind::Flag, Value::Flag(one.papers.is_some()));
    let described = votes(words::ISSUED, one.papers.map(|papers| papers.issued), described);
    let described = votes(words::RETURNED, one.papers.map(|papers| papers.returned), described);
    let described = votes(words::VALID, one.papers.map(|papers| papers.valid), described);
    let described = votes(words::INVALID, one.papers.map(|papers| papers.invalid), described);
    let described = votes(words::FOR, one.votes.map(|votes| votes.0), described);
    let described = votes(words::AGAINST, one.votes.map(|votes| votes.1), described);
    let described = votes(words::ABSTAINING, one.abstaining, described);
    described.text(words::RATE.0, words::RATE.1, &one.rate).text(words::RESULT.0, words::RESULT.1, &one.result)
}
