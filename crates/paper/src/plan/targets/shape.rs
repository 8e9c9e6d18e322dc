//! The shapes a clause can have: a closed set, each turned into the leaves it stands for.

use super::measure::{Measure, measures};
use super::{name, subjects};
use crate::plan::dates;
use crate::plan::token::{self, Kind, Token};
use std::ops::Range;
use thidua_domain::basics::Amount;
use thidua_domain::targets::Comparator;

/// A leaf before it gets its number, group and lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed {
    /// Its name.
    pub name: String,
    /// The tokens of the line it was read from.
    pub range: Range<usize>,
    /// How it compares.
    pub comparator: Comparator,
    /// The value or lower bound.
    pub value: Option<Amount>,
    /// The upper bound.
    pub value_max: Option<Amount>,
    /// Canonical unit.
    pub unit: Option<String>,
    /// What it is measured against.
    pub basis: Option<String>,
    /// The document's modal words.
    pub qualifier: Option<String>,
    /// n of `k/n`.
    pub denominator: Option<Amount>,
    /// Number of a criterion.
    pub criterion: Option<u32>,
    /// Whether the leaf is one of several read out of the same words.
    pub shared: bool,
}

impl Seed {
    fn judged(name: String, range: Range<usize>, comparator: Comparator) -> Self {
        Seed {
            name,
            range,
            comparator,
            value: None,
            value_max: None,
            unit: None,
            basis: None,
            qualifier: None,
            denominator: None,
            criterion: None,
            shared: false,
        }
    }
}

/// What a clause says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A number with its comparison.
    Measured(Box<Measure>),
    /// `tiêu chí số 1 và số 15`.
    Criteria(Vec<(u32, Range<usize>)>),
    /// `Duy trì …`, `Giữ vững …`.
    Kept,
    /// `Không có …`, `không để …`.
    Absent,
    /// `vượt chỉ tiêu tỉnh giao`, without a number.
    BeyondAssigned,
    /// `đạt chỉ tiêu huyện giao`, without a number.
    AsAssigned,
    /// `cao hơn năm 2021`.
    MoreThanYear(i32),
    /// `thấp hơn năm 2021`.
    LessThanYear(i32),
    /// `Giảm tai nạn giao thông cả 3 tiêu chí`.
    Fewer,
    /// `Có cá nhân được … tặng …`: at least one.
    Existence(String),
    /// A quality that a person judges.
    Quality,
}

/// Recognises the shape of a clause.
pub fn shape(tokens: &[Token]) -> Shape {
    let starts = |phrases: &[&str]| phrases.iter().any(|phrase| token::starts_at(tokens, 0, phrase).is_some());
    let numbers = criteria(tokens);
    if !numbers.is_empty() {
        return Shape::Criteria(numbers);
    }
    if is_absent(tokens) {
        return Shape::Absent;
    }
    if let Some(measure) = measures(tokens).into_iter().next() {
        return Shape::Measured(Box::new(measure));
    }
    let held = ["tiep tuc giu vung", "giu vung"].iter().find_map(|words| token::find(tokens, words));
    let holder = held.is_some_and(|range| (1..=8).contains(&range.start) && tokens[0].is_capital());
    if (holder || starts(&["duy tri", "giu vung", "tiep tuc duy tri", "tiep tuc giu vung"]))
        && !token::has(tokens, "an ninh chinh tri")
        && !token::has(tokens, "on dinh chinh tri")
    {
        return Shape::Kept;
    }
    if let Some(assigned) = name::assigned(tokens) {
        let before = &tokens[..assigned.start];
        let near = &before[before.len().saturating_sub(4)..];
        if near.iter().any(|token| token.is_word("vuot")) {
            return if near.iter().any(|token| token.is_word("dat")) {
                Shape::AsAssigned
            } else {
                Shape::BeyondAssigned
            };
        }
        if near.iter().any(|token| token.is_word("dat")) {
            return Shape::AsAssigned;
        }
    }
    for (phrase, more) in [
        ("cao hon nam", true),
        ("nhieu hon nam", true),
        ("tang hon nam", true),
        ("tang so voi nam", true),
        ("thap hon nam", false),
        ("it hon nam", false),
    ] {
        if let Some(year) = token::find(tokens, phrase).and_then(|range| dates::year_at(tokens, range.end)) {
            return if more { Shape::MoreThanYear(year) } else { Shape::LessThanYear(year) };
        }
    }
    let resolved = ["phan dau", "quyet tam", "kiem che", "tiep tuc"]
        .iter()
        .find_map(|words| token::starts_at(tokens, 0, words))
        .unwrap_or(0);
    let curbed = token::find(tokens, "phan dau giam").is_some_and(|range| tokens[range.end - 1].says("giảm"));
    let fewer = ["giam", "keo giam"].iter().any(|words| token::starts_at(tokens, resolved, words).is_some());
    if fewer || curbed || ends_falling(tokens) {
        return Shape::Fewer;
    }
    let award = tokens.iter().any(|token| token.is_word("tang") && token.text.to_lowercase() != "tăng")
        || token::has(tokens, "dat danh hieu");
    if let (true, Some(second)) = (starts(&["co"]) && award, crate::plan::dictionary::unit_at(tokens, 1)) {
        return Shape::Existence(second.0);
    }
    Shape::Quality
}

/// `Số cuộc ngừng việc tập thể giảm so với năm 2023`: a fall without an amount.
fn ends_falling(tokens: &[Token]) -> bool {
    (1..tokens.len()).any(|at| {
        tokens[at].text == "giảm"
            && ["so voi", "ca ba", "ca hai"].iter().any(|words| token::starts_at(tokens, at + 1, words).is_some())
            || tokens[at].text == "giảm"
                && tokens.get(at + 1).is_some_and(|next| next.is_word("ca"))
                && tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Number)
    })
}

/// Whether a clause says what is not to be: `không có …`, `phấn đấu không để …`, `khống chế không để …`.
fn is_absent(tokens: &[Token]) -> bool {
    let starts =
        |at: usize, phrases: &[&str]| phrases.iter().any(|phrase| token::starts_at(tokens, at, phrase).is_some());
    const OPENERS: [&str; 8] =
        ["phan dau", "bao dam", "dam bao", "khong che", "quyet tam", "va", "tiep tuc", "trong nam"];
    let mut at = by_a_year(tokens);
    while let Some(end) = OPENERS.iter().find_map(|opener| token::starts_at(tokens, at, opener)) {
        at = end;
    }
    const ENCOURAGES: [&str; 6] =
        ["khong ngung", "khong nhung", "khong chi", "khong gian", "khong khi", "khong quan"];
    let open = !bounds(tokens, at) && !starts(at, &ENCOURAGES);
    let lead = at > 0 && tokens[0].folded != "va" && starts(at, &["khong"]) && open;
    // “Không xét xử oan người không có tội”
    let alone =
        at == 0 && tokens.first().is_some_and(|first| first.says("không")) && open && measures(tokens).is_empty();
    // “Hội phấn đấu không có vụ bạo lực nào”
    let subject = OPENERS[..5].iter().filter_map(|opener| token::find(tokens, opener)).any(|found| {
        (1..=8).contains(&found.start)
            && tokens[..found.start].iter().all(|token| token.kind == Kind::Word)
            && starts(found.end, &super::clause::ABSENT)
    });
    if (alone || subject) && !starts(at, &["khong con duoi"]) {
        return true;
    }
    (lead || starts(at, &super::clause::ABSENT)) && !starts(at, &["khong con duoi"])
}

/// The end of `đến cuối năm 2026` at the beginning of a clause, or 0.
fn by_a_year(tokens: &[Token]) -> usize {
    ["den cuoi nam", "den het nam", "den nam", "trong nam", "het nam"]
        .iter()
        .filter_map(|words| token::starts_at(tokens, 0, words))
        .find(|end| dates::year_at(tokens, *end).is_some())
        .map_or(0, |end| end + 1 + usize::from(tokens.get(end + 1).is_some_and(|token| token.is_mark(","))))
}

/// `không quá`, `không dưới`: a bound and no absence.
fn bounds(tokens: &[Token], at: usize) -> bool {
    ["khong qua", "khong duoi", "khong vuot", "khong thap", "khong cao", "khong it", "khong nho"]
        .iter()
        .any(|phrase| token::starts_at(tokens, at, phrase).is_some())
}

/// The numbers after `tiêu chí số`, each with the tokens that name it.
fn criteria(tokens: &[Token]) -> Vec<(u32, Range<usize>)> {
    let Some(start) = criteria_start(tokens) else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = start;
    let mut from = 0;
    while let Some(number) =
        tokens.get(at).filter(|token| token.kind == Kind::Number).and_then(|token| token.text.parse().ok())
    {
        found.push((number, from..at + 1));
        at += 1;
        // the criterion's name in brackets
        if tokens.get(at).is_some_and(|token| token.is_mark("(")) {
            at = (at..tokens.len()).find(|index| tokens[*index].is_mark(")")).map_or(at, |close| close + 1);
        }
        while tokens.get(at).is_some_and(|token| {
            token.is_mark(",")
                || token.is_word("va")
                || token.is_word("so")
                || token.is_word("tieu")
                || token.is_word("chi")
        }) {
            at += 1;
        }
        from = at;
    }
    found
}

/// Where the numbers of criteria begin: after `tiêu chí số`, or after `tiêu chí` when the name follows in brackets.
fn criteria_start(tokens: &[Token]) -> Option<usize> {
    if let Some(numbered) = token::find(tokens, "tieu chi so") {
        return Some(numbered.end);
    }
    let named = token::find(tokens, "tieu chi")?;
    let number = tokens.get(named.end).is_some_and(|token| token.kind == Kind::Number);
    (number && tokens.get(named.end + 1).is_some_and(|token| token.is_mark("("))).then_some(named.end)
}

/// The leaves of a clause. `head` is the text before a colon that speaks for several clauses, `first` the name of the first clause.
pub fn seeds(tokens: &[Token], offset: usize, head: Option<&str>, first: Option<&str>) -> Vec<Seed> {
    let seeds = seeds_of(tokens, offset, head, first);
    match seeds.as_slice() {
        [one] if one.comparator == Comparator::DecreaseBy => subjects::three_measures(tokens, one).unwrap_or(seeds),
        _ => seeds,
    }
}

fn seeds_of(tokens: &[Token], offset: usize, head: Option<&str>, first: Option<&str>) -> Vec<Seed> {
    let whole = offset..offset + tokens.len();
    let basis = name::basis(tokens);
    let plain = |comparator| {
        let text = name::sentence(tokens);
        let mut seed = Seed::judged(text, whole.clone(), comparator);
        seed.basis = basis.clone();
        seed
    };
    match shape(tokens) {
        Shape::Measured(measure) => measured(tokens, offset, &measure, head, first),
        Shape::Criteria(numbers) => {
            let last = numbers.last().map_or(0, |(_, range)| range.end);
            let verb = token::find(tokens, "tieu chi").map_or(0, |range| range.start);
            let tail = name::phrase(
                &tokens[last..tokens[last..]
                    .iter()
                    .position(|token| token.is_mark("("))
                    .map_or(tokens.len(), |open| last + open)],
            );
            numbers
                .into_iter()
                .map(|(number, range)| {
                    let lead = name::sentence(&tokens[..verb]);
                    let text = format!("{lead} tiêu chí số {number} {tail}").trim().to_owned();
                    let mut seed = Seed::judged(
                        name::upper_first(&text),
                        offset + range.start..offset + range.end,
                        Comparator::Achieve,
                    );
                    seed.criterion = Some(number);
                    seed.qualifier = Some(lead.to_lowercase()).filter(|lead| !lead.is_empty());
                    seed
                })
                .collect()
        }
        Shape::Kept => subjects::kept(tokens, offset),
        Shape::Absent => vec![Seed { qualifier: Some("không".to_owned()), ..plain(Comparator::NoneExists) }],
        Shape::BeyondAssigned => {
            vec![Seed { qualifier: Some("vượt".to_owned()), ..plain(Comparator::MoreThan) }]
        }
        Shape::AsAssigned => vec![Seed { qualifier: Some("đạt".to_owned()), ..plain(Comparator::AtLeast) }],
        Shape::MoreThanYear(year) => vec![Seed {
            basis: Some(format!("vs {year}")),
            qualifier: Some("cao hơn".to_owned()),
            ..plain(Comparator::MoreThan)
        }],
        Shape::LessThanYear(year) => vec![Seed {
            basis: Some(format!("vs {year}")),
            qualifier: Some("thấp hơn".to_owned()),
            ..plain(Comparator::LessThan)
        }],
        Shape::Fewer => vec![Seed { qualifier: Some("giảm".to_owned()), ..plain(Comparator::DecreaseBy) }],
        Shape::Existence(unit) => vec![Seed {
            value: Some(Amount::whole(1)),
            unit: Some(unit),
            qualifier: Some("có".to_owned()),
            ..plain(Comparator::AtLeast)
        }],
        Shape::Quality => subjects::quality(tokens, offset),
    }
}

/// The comparator after looking at the words around the measure too.
fn around(tokens: &[Token], measure: &Measure) -> Comparator {
    let before = &tokens[..measure.range.start];
    let words = format!(" {} ", token::words(before));
    let has = |phrase: &str| words.contains(&format!(" {phrase} "));
    let kept = ["duy tri", "giu vung"].iter().any(|phrase| token::starts_at(tokens, 0, phrase).is_some());
    match measure.comparator {
        Comparator::Exactly if kept => Comparator::Maintain,
        Comparator::Exactly if name::assigned(before).is_some() && has("vuot") => {
            if has("dat") {
                Comparator::AtLeast
            } else {
                Comparator::MoreThan
            }
        }
        Comparator::Exactly
        | Comparator::AtLeast
        | Comparator::Between
        | Comparator::MoreThan
        | Comparator::About
            if falls(before)
                && !has("giam con")
                && !has("giam xuong")
                && !has("xuong")
                && !ends_at_level(tokens, measure) =>
        {
            Comparator::DecreaseBy
        }
        Comparator::Exactly
            if before.len() >= 3
                && token::says_at(tokens, before.len() - 3, "tăng bình quân") == Some(before.len())
                && !has("toc do") =>
        {
            Comparator::IncreaseBy
        }
        Comparator::Exactly
            if token::starts_at(tokens, 0, "tang").is_some()
                && token::starts_at(tokens, 0, "tang cuong").is_none()
                && !has("len")
                && !ends_at_level(tokens, measure)
                && measure.unit.as_deref() == Some("%") =>
        {
            Comparator::IncreaseBy
        }
        Comparator::MoreThan if name::exceeds_plan(tokens, measure) => Comparator::IncreaseBy,
        comparator => comparator,
    }
}

/// Whether the words before a measure speak of lowering it: `giảm`, `hạ`, not `giảm nghèo`.
fn falls(before: &[Token]) -> bool {
    (0..before.len()).any(|at| {
        let shortens = before[at].says("ngắn") && at > 0 && before[at - 1].says("rút");
        let lowers = before[at].says("giảm") || (at == 0 && before[at].says("hạ")) || shortens;
        let poverty =
            before.get(at + 1).is_some_and(|next| ["ngheo", "thieu", "nhe"].contains(&next.folded.as_str()));
        lowers && !poverty
    })
}

/// Whether the comparing words name a level that is to be reached: `còn`, `xuống`, `lên`.
fn ends_at_level(tokens: &[Token], measure: &Measure) -> bool {
    tokens[measure.range.start..measure.number]
        .iter()
        .any(|token| ["còn", "xuống", "lên", "dưới"].iter().any(|word| token.says(word)))
}

/// `Tổng số tiêu chí đạt: 11/19`: what a number without a unit counts stands after `số`.
fn counted_before(tokens: &[Token], measure: &Measure) -> Option<String> {
    let before = &tokens[..measure.range.start];
    let so = before.iter().rposition(|token| token.says("số"))?;
    crate::plan::dictionary::unit_at(before, so + 1).map(|(unit, _)| unit).filter(|unit| unit != "%")
}

fn measured(
    tokens: &[Token],
    offset: usize,
    measure: &Measure,
    head: Option<&str>,
    first: Option<&str>,
) -> Vec<Seed> {
    let comparator = around(tokens, measure);
    let seed = Seed {
        name: name::measured(tokens, measure, head, first),
        range: offset..offset + tokens.len(),
        comparator,
        value: Some(measure.value),
        value_max: measure.value_max,
        unit: measure.unit.clone().or_else(|| counted_before(tokens, measure)),
        basis: name::basis(tokens),
        qualifier: match (&measure.denominator, &measure.qualifier) {
            (Some(all), _) => Some(format!("trên {}", all.vietnamese())),
            (None, qualifier) => qualifier.clone(),
        },
        denominator: measure.denominator,
        criterion: None,
        shared: false,
    };
    let kept = seed.comparator == Comparator::Maintain;
    if kept { subjects::kept_with_number(tokens, offset, seed) } else { subjects::shared(tokens, measure, seed) }
}
