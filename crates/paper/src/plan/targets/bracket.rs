//! What brackets inside a line hold: measures of their own, or words that only explain.

use super::measure::{Measure, measures};
use crate::plan::token::{self, Kind, Token};
use thidua_domain::targets::Comparator;

/// Whether words in brackets tell a result of an earlier time, or say again how much a level changes.
pub(super) fn is_earlier_result(inner: &[Token]) -> bool {
    let begins = |words: &str| token::starts_at(inner, 0, words);
    let year = begins("nam").filter(|end| crate::plan::dates::year_at(inner, *end).is_some());
    // “(mặt bằng của tỉnh năm 2023 là 97,6 %)”
    let earlier = (0..inner.len()).any(|at| {
        let said = inner[at].is_word("nam") && crate::plan::dates::year_at(inner, at + 1).is_some();
        let verb =
            inner[at + 1..].iter().take(4).any(|token| ["là", "đạt", "còn"].iter().any(|word| token.says(word)));
        let ahead = at > 0 && ["den", "hoach", "trong", "het", "cuoi"].contains(&inner[at - 1].folded.as_str());
        said && verb && !ahead
    });
    let told = [
        "nam hoc truoc",
        "nam ngoai",
        "ky truoc",
        "thuc hien nam",
        "thuc hien",
        "uoc nam",
        "ket qua nam",
        "cung ky",
        "nam truoc",
        "cuoi nam",
        "dau nam",
        "tinh den",
        "den het",
        "hien nay",
        "hien co",
        "hien tai",
    ];
    if year.is_some() || earlier || told.iter().any(|words| begins(words).is_some()) {
        return true;
    }
    let changes = ["giam", "tang"].iter().any(|words| begins(words).is_some());
    changes && is_bare(inner) && measures(inner).iter().any(|measure| measure.unit.as_deref() == Some("%"))
}

/// `bảy trăm tám mươi tỷ đồng (780 tỷ đồng)`: whether the bracket from `open` says the measure before it again.
pub(super) fn says_again(found: &[Measure], open: usize, close: usize) -> bool {
    let before = found.iter().rfind(|measure| measure.number < open && measure.range.end + 2 >= open);
    let inner: Vec<&Measure> = found.iter().filter(|measure| (open..close).contains(&measure.number)).collect();
    match (before, inner.as_slice()) {
        (Some(before), [only]) => before.value == only.value && before.unit == only.unit,
        _ => false,
    }
}

/// `Các xã còn lại (03 xã, 790 hộ) thực hiện …`: whether a bracket only counts what is spoken of.
pub(super) fn is_made_up(before: &[Token], inner: &[Token], measured_before: bool) -> bool {
    let counts = measures(inner);
    let words = inner.iter().filter(|token| token.kind == Kind::Word).count();
    !measured_before
        && counts.len() >= 2
        && words <= counts.len() * 2
        && ["con lai", "cac", "nhung"].iter().any(|words| token::has(before, words))
        && counts.iter().all(|count| count.comparator == Comparator::Exactly && count.unit.as_deref() != Some("%"))
}

/// Whether a measure in brackets only explains: what was counted in the year compared with, or what each one costs.
pub(super) fn is_aside(before: &[Token], inner: &[Token], measured_before: bool) -> bool {
    let paid = ["kinh phi", "tri gia", "nguon von", "moi suat", "muc thuong", "muc ho tro"];
    if measured_before && paid.iter().any(|words| token::starts_at(inner, 0, words).is_some()) {
        return true;
    }
    if !is_bare(inner) {
        return false;
    }
    let near = &before[before.len().saturating_sub(7)..];
    let compared = token::has(near, "so voi") && inner.first().is_some_and(|first| first.kind == Kind::Number);
    let cost = measures(inner).iter().any(|measure| {
        measure.unit.as_deref().is_some_and(|unit| unit.contains("đồng/") && !unit.ends_with("/năm"))
    });
    compared || (cost && measured_before)
}

/// Whether words in brackets are a measure and nothing else.
pub(super) fn is_bare(inner: &[Token]) -> bool {
    let found = measures(inner);
    let [only] = found.as_slice() else { return false };
    only.range.start == 0 && inner[only.range.end..].iter().all(|token| token.kind == Kind::Mark)
}
