//! What the sentences of a report say was reached.

use super::Change;
use crate::plan::outline::{Outline, Part};
use crate::plan::paragraph::{Paragraph, span_lines};
use crate::plan::source::Source;
use crate::plan::targets::{Measure, measures, sentences};
use crate::plan::token::{self, Kind, Token};
use std::ops::Range;
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::Lines;
use thidua_domain::targets::Comparator;

/// What a report says of something.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// Words that name it, folded: its own.
    pub(super) name: String,
    /// Words around it that may name it too, folded.
    pub(super) around: String,
    /// Its name as printed.
    pub(super) printed: String,
    pub(super) value: Option<Amount>,
    pub(super) unit: Option<String>,
    pub(super) over: Option<Amount>,
    pub(super) rate: Option<Amount>,
    pub(super) planned: Option<Amount>,
    pub(super) percent_of_plan: Option<Amount>,
    pub(super) change: Option<Change>,
    pub(super) state: State,
    pub(super) raw: String,
    pub(super) lines: Lines,
}

/// What kind of statement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// A value.
    Value,
    /// Something that did not happen.
    Absent,
    /// A standing that was reached or kept.
    Standing,
    /// Nothing yet.
    NotYet,
}

/// Headings below which no results of this period stand.
const CLOSED: [&str; 14] = [
    "dac diem",
    "tinh hinh chung",
    "phuong huong",
    "nhiem vu trong tam",
    "nhiem vu nam",
    "nhiem vu 6 thang",
    "ton tai",
    "han che",
    "nguyen nhan",
    "kien nghi",
    "de xuat",
    "bai hoc",
    "giai phap",
    "noi nhan",
];

/// The facts of every sentence in the parts of a report that tell results.
pub(super) fn facts(source: &Source, paragraphs: &[Paragraph], outline: &Outline, year: Option<i32>) -> Vec<Fact> {
    let mut found = Vec::new();
    let mut closed_at: Option<u8> = None;
    for (paragraph, place) in paragraphs.iter().zip(&outline.places) {
        if place.part == Part::Foot {
            break;
        }
        let level = paragraph.marker.as_ref().map_or(7, crate::plan::marker::Marker::level);
        let heading = paragraph.word_count() <= 16 && measures(&paragraph.tokens).is_empty();
        let words = paragraph.words();
        if (paragraph.marker.is_some() || paragraph.is_upper()) && heading {
            let shuts = CLOSED.iter().any(|closed| words.contains(closed)) && !words.contains("ket qua");
            if shuts {
                closed_at = Some(closed_at.map_or(level, |open| open.min(level)));
            } else if closed_at.is_some_and(|shut| level <= shut) {
                closed_at = None;
            }
        }
        if closed_at.is_some() {
            continue;
        }
        let head = paragraph
            .tokens
            .iter()
            .position(|token| token.is_mark(":"))
            .map(|colon| token::words(&paragraph.tokens[..colon]));
        for range in sentences(&paragraph.tokens) {
            let sentence = &paragraph.tokens[range];
            if !tells_another_time(sentence, year) {
                sentence_facts(source, sentence, head.as_deref().unwrap_or_default(), &mut found);
            }
        }
    }
    found
}

/// Whether a sentence tells of another year, or of what is planned.
fn tells_another_time(sentence: &[Token], year: Option<i32>) -> bool {
    let early = (0..sentence.len().min(4)).find_map(|at| {
        sentence[at].is_word("nam").then(|| crate::plan::dates::year_at(sentence, at + 1)).flatten()
    });
    let other = early.zip(year).is_some_and(|(said, year)| said != year);
    other || (token::starts_at(sentence, 0, "phan dau").is_some() && !token::has(sentence, "dat duoc"))
}

/// The facts of a sentence.
fn sentence_facts(source: &Source, sentence: &[Token], head: &str, found: &mut Vec<Fact>) {
    let all = measures(sentence);
    let first_of_sentence = found.len();
    let mut from = 0;
    for (index, measure) in all.iter().enumerate() {
        let next = all.get(index + 1).map_or(sentence.len(), |next| next.range.start);
        let before = &sentence[from.min(measure.range.start)..measure.number];
        let after = &sentence[measure.range.end..next.max(measure.range.end)];
        let open = found.len() > first_of_sentence;
        let role = role(before, measure, after, open);
        let span = from.min(measure.range.start)..measure.range.end;
        match (role, found.last_mut().filter(|_| open)) {
            (Role::OfPlan, Some(last)) => last.percent_of_plan = Some(of_plan(before, measure.value)),
            (Role::Planned, Some(last)) => last.planned = last.planned.or(Some(measure.value)),
            (Role::Rate, Some(last)) => last.rate = last.rate.or(Some(measure.value)),
            (Role::Ratio, Some(last)) if last.over.is_none() => {
                if last.unit.as_deref() == Some("%") {
                    // “đạt 92,3 % (12/13 tin)” is a count of tin, with its rate
                    (last.rate, last.value, last.unit) = (last.value, Some(measure.value), measure.unit.clone());
                }
                last.over = measure.denominator;
            }
            (Role::Change, Some(last)) => {
                let rose = !before.iter().any(|token| token.says("giảm"));
                last.change =
                    last.change.take().or(Some(Change { value: measure.value, unit: measure.unit.clone(), rose }));
            }
            (Role::Other, _) | (Role::Ratio, _) if open => {}
            (Role::Other, _) => {}
            _ => {
                let fact = fact(source, sentence, span, measure, after, head);
                found.push(fact);
                from = measure.range.end;
                continue;
            }
        }
        // what belongs to a fact is part of its words
        if let (true, Some(last)) = (open, found.last_mut())
            && let Some(more) = raw_until(source, sentence, measure.range.end, &last.raw)
        {
            last.raw = more;
        }
        from = measure.range.end;
    }
    qualities(source, sentence, head, &all, found);
}

/// The raw words of a fact, with what follows up to here.
fn raw_until(source: &Source, sentence: &[Token], end: usize, raw: &str) -> Option<String> {
    let whole = source.raw(&sentence[..end]);
    whole.find(raw).map(|at| whole[at..].to_owned())
}

/// What a number of a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// A result.
    Result,
    /// Percent of the plan.
    OfPlan,
    /// The plan's own value.
    Planned,
    /// The rate that goes with a count: `…, đạt tỷ lệ 98 %`.
    Rate,
    /// The count that goes with a rate: `92,3 % (12/13 tin)`.
    Ratio,
    /// How much it changed.
    Change,
    /// The value of another year, a part, or nothing.
    Other,
}

fn role(before: &[Token], measure: &Measure, after: &[Token], open: bool) -> Role {
    let near_after = &after[..after.len().min(8)];
    let has = |tokens: &[Token], phrases: &[&str]| phrases.iter().any(|phrase| token::has(tokens, phrase));
    let of_plan = ["ke hoach", "kh", "chi tieu", "du toan", "nghi quyet", "muc tieu"];
    let stops = near_after
        .iter()
        .position(|token| matches!(token.text.as_str(), "," | ";" | "." | "("))
        .unwrap_or(near_after.len());
    let after_words = &near_after[..stops];
    let percent = measure.unit.as_deref() == Some("%");
    let bracket = before
        .iter()
        .rposition(|token| token.is_mark("("))
        .filter(|open| !before[*open..].iter().any(|token| token.is_mark(")")));
    if let Some(bracket) = bracket {
        let inner = &before[bracket + 1..];
        if has(inner, &of_plan) || has(inner, &["muc tieu"]) {
            return Role::Planned;
        }
        if measure.denominator.is_some() && inner.is_empty() {
            return Role::Ratio;
        }
        if percent && inner.is_empty() && open && !has(after_words, &of_plan) {
            return Role::Rate;
        }
        if inner.is_empty() && open {
            return Role::Planned;
        }
        return if open { Role::Other } else { Role::Result };
    }
    let changes = before.iter().any(|token| token.says("tăng") || token.says("giảm"));
    if percent && (has(after_words, &of_plan) || (has(before, &["so voi ke hoach", "ke hoach"]) && open)) {
        let beyond = has(before, &["thap hon", "cao hon"]) || changes;
        return if beyond { Role::Other } else { Role::OfPlan };
    }
    let compared = has(near_after, &["so voi", "cung ky", "nam truoc", "so cung ky"]);
    if changes && (compared || (open && before.len() <= 5)) && !has(before, &["con", "xuong"]) {
        return if open { Role::Change } else { Role::Result };
    }
    // a percentage that follows a count at once
    let short = before.iter().filter(|token| token.kind == Kind::Word).count() <= 3;
    let joins = before.is_empty() || has(before, &["dat", "chiem", "bang", "ty le", "dat ty le"]);
    if percent
        && open
        && short
        && joins
        && before
            .first()
            .is_none_or(|first| matches!(first.text.as_str(), "," | "-" | "(" | "=") || first.is_word("dat"))
    {
        return Role::Rate;
    }
    let tail = &before[before.len().saturating_sub(4)..];
    if percent
        && open
        && has(tail, &["dat", "chiem", "ty le", "bang"])
        && tail.iter().any(|token| token.is_mark(",") || token.is_mark("-"))
    {
        return Role::Rate;
    }
    Role::Result
}

/// `vượt 65,9 %` is 165,9 per cent of the plan; `thiếu 8 %` is 92.
fn of_plan(before: &[Token], value: Amount) -> Amount {
    let hundred = Amount::whole(100);
    let says = |word: &str| before.iter().any(|token| token.says(word));
    if says("vượt") && value < hundred {
        value.plus(hundred).unwrap_or(value)
    } else if says("thiếu") || says("hụt") {
        hundred.minus(value).unwrap_or(value)
    } else {
        value
    }
}

fn fact(
    source: &Source,
    sentence: &[Token],
    span: Range<usize>,
    measure: &Measure,
    after: &[Token],
    head: &str,
) -> Fact {
    let own = own_words(&sentence[span.start..measure.range.start]);
    let until = after
        .iter()
        .position(|token| token.kind == Kind::Mark && !matches!(token.text.as_str(), "-" | "/" | "“" | "”" | "\""))
        .unwrap_or(after.len());
    let behind = &after[..until.min(14)];
    let start = span.start + (measure.range.start - span.start - own.len());
    let raw = source.raw(&sentence[start..measure.range.end + until.min(after.len())]);
    let lines = span_lines(&sentence[start..measure.range.end]).unwrap_or(Lines::new(1, 1));
    let words = token::words(own);
    let behind_words = token::words(behind);
    let short = own.iter().filter(|token| token.kind == Kind::Word).count() <= 2;
    let name = if short {
        format!("{words} {} {behind_words}", measure.unit.as_deref().map(fold).unwrap_or_default())
    } else {
        words
    };
    let printed = if short { format!("{} {}", token::text(own), token::text(behind)) } else { token::text(own) };
    let changes = matches!(measure.comparator, Comparator::IncreaseBy | Comparator::DecreaseBy);
    Fact {
        name: name.trim().to_owned(),
        around: format!("{head} {behind_words}"),
        printed: printed.trim().to_owned(),
        value: Some(measure.value),
        unit: measure.unit.clone(),
        over: measure.denominator,
        rate: None,
        planned: None,
        percent_of_plan: None,
        change: changes.then(|| Change {
            value: measure.value,
            unit: measure.unit.clone(),
            rose: measure.comparator == Comparator::IncreaseBy,
        }),
        state: State::Value,
        raw,
        lines,
    }
}

/// The words before a measure that name it: from the last cut, without connecting words.
fn own_words(before: &[Token]) -> &[Token] {
    let cut = before
        .iter()
        .rposition(|token| matches!(token.text.as_str(), ";" | ":" | "." | "(" | ")"))
        .map_or(0, |at| at + 1);
    let mut rest = &before[cut..];
    if rest.iter().all(|token| token.kind == Kind::Mark) {
        // “Sản lượng lương thực: 9.150 tấn”
        rest = before;
        let inner = rest.iter().rposition(|token| token.kind == Kind::Word).map_or(0, |at| at + 1);
        let earlier = rest[..inner]
            .iter()
            .rposition(|token| matches!(token.text.as_str(), ";" | "." | "("))
            .map_or(0, |at| at + 1);
        rest = &rest[earlier..inner];
    }
    // a comma ends the words of the measure before it
    while rest.first().is_some_and(|first| {
        first.kind == Kind::Mark || ["va", "trong", "do", "con"].contains(&first.folded.as_str()) && rest.len() > 2
    }) {
        rest = &rest[1..];
    }
    let mut end = rest.len();
    while end > 0
        && (rest[end - 1].kind == Kind::Mark
            || ["dat", "uoc", "la", "duoc", "thuc", "hien", "co"].contains(&rest[end - 1].folded.as_str()))
        && end > 2
    {
        end -= 1;
    }
    &rest[..end]
}

/// Words of what is not there yet.
const AWAITED: [&str; 15] = [
    "chua co",
    "chua thuc hien",
    "chua trien khai",
    "chua duoc",
    "chua ra soat",
    "chua danh gia",
    "chua nghiem thu",
    "chua hoan thanh",
    "chua cong bo",
    "chua to chuc",
    "chua binh xet",
    "chua xep loai",
    "chua thong ke",
    "cho cong bo",
    "cho ket qua",
];

/// What a statement such as `…: do mưa lũ nên chưa tổ chức` names: without when it will be done and why it is not.
fn what_is_awaited(statement: &[Token]) -> &[Token] {
    let from = statement.iter().rposition(|token| token.text == ";").map_or(0, |at| at + 1);
    let until = (from + 3..statement.len()).find(|at| {
        statement[*at].is_mark(":")
            || ["nên", "do"].iter().any(|word| statement[*at].says(word))
            || ["thuc hien vao", "den thoi diem", "to chuc vao"]
                .iter()
                .any(|words| token::starts_at(statement, *at, words).is_some())
    });
    &statement[..until.unwrap_or(statement.len())]
}

/// Clauses without a number that tell a state: what did not happen, what was reached or kept, what is not there yet.
fn qualities(source: &Source, sentence: &[Token], head: &str, all: &[Measure], found: &mut Vec<Fact>) {
    let mut start = 0;
    let cuts = (0..=sentence.len())
        .filter(|at| sentence.get(*at).is_none_or(|token| matches!(token.text.as_str(), ";" | "," | ":" | ".")));
    for cut in cuts {
        let clause = &sentence[start..cut];
        let range = start..cut;
        start = cut + 1;
        if clause.iter().filter(|token| token.kind == Kind::Word).count() < 3 {
            continue;
        }
        let has = |phrases: &[&str]| phrases.iter().any(|phrase| token::has(clause, phrase));
        let measured = all.iter().any(|measure| range.contains(&measure.number));
        let awaited = has(&AWAITED);
        let state = if awaited {
            State::NotYet
        } else if has(&["khong xay ra", "khong co", "khong de", "khong con", "khong phat sinh"]) {
            State::Absent
        } else if !measured
            && has(&[
                "dat chuan",
                "duoc cong nhan",
                "duy tri",
                "giu vung",
                "hoan thanh",
                "dat danh hieu",
                "xep loai",
                "vung manh",
                "dam bao",
                "bao dam",
                "duoc tang",
                "dat loai",
            ])
        {
            State::Standing
        } else {
            continue;
        };
        let Some(lines) = span_lines(clause) else { continue };
        // what is not there yet is named by the words before
        let named = if awaited { what_is_awaited(&sentence[..cut]) } else { clause };
        found.push(Fact {
            name: token::words(named),
            around: head.to_owned(),
            printed: token::text(clause).trim().to_owned(),
            value: None,
            unit: None,
            over: None,
            rate: None,
            planned: None,
            percent_of_plan: None,
            change: None,
            state,
            raw: source.raw(clause),
            lines,
        });
    }
}
