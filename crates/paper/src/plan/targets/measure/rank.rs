//! Places in an order: `xếp thứ 5 trở lên`, `trong tốp 10`, `thuộc nhóm 20 tỉnh dẫn đầu`. The lower the number, the better.

use super::Measure;
use crate::plan::token::{self, Kind, Token};
use thidua_domain::basics::Amount;
use thidua_domain::targets::Comparator;

/// The unit of a place in an order.
pub const UNIT: &str = "hạng";

/// Words before the number that make it a place in an order.
const LEADS: [&str; 31] = [
    "xep thu hang",
    "xep vi tri thu",
    "xep hang tu thu",
    "xep tu thu hang",
    "xep tu thu",
    "dung tu thu",
    "xep hang thu",
    "xep thu",
    "xep hang",
    "dung vi tri thu",
    "dung thu",
    "dung hang",
    "vi tri thu",
    "thu hang",
    "o vi tri thu",
    "nam trong top",
    "nam trong nhom",
    "xep trong top",
    "xep trong nhom",
    "xep vao nhom",
    "trong top",
    "trong nhom",
    "thuoc top",
    "thuoc nhom",
    "vao nhom",
    "vao top",
    "lot top",
    "lot vao top",
    "lot vao nhom",
    "top",
    "dat hang",
];

/// The place that the number at `at` names.
pub(super) fn at(tokens: &[Token], at: usize, free_from: usize) -> Option<Measure> {
    let number = tokens.get(at).filter(|token| token.kind == Kind::Number && token.text.len() <= 3)?;
    let lead = LEADS.iter().find_map(|lead| {
        let from = at.checked_sub(lead.split(' ').count()).filter(|from| *from >= free_from)?;
        (token::starts_at(tokens, from, lead) == Some(at)).then_some(from)
    })?;
    let group = tokens[at - 1].is_word("nhom") || tokens[at - 1].is_word("top");
    // “nhóm 2 của Luật”: a group by itself is no order
    let first =
        tokens[at + 1..].iter().take(12).any(|token| ["dau", "nhat", "cao"].contains(&token.folded.as_str()));
    if tokens[at - 1].is_word("nhom") && !first {
        return None;
    }
    let value: i32 = number.text.parse().ok().filter(|value| (1..=200).contains(value))?;
    let mut start = lead;
    while start > free_from
        && ["dat", "o", "giu", "phan", "dau", "tu"].iter().any(|word| tokens[start - 1].is_word(word))
    {
        start -= 1;
    }
    let upwards = token::starts_at(tokens, at + 1, "tro len");
    let end = upwards.unwrap_or(at + 1);
    let end = among(tokens, end).unwrap_or(end);
    let noun =
        usize::from(group && tokens.get(end).is_some_and(|next| next.kind == Kind::Word && !next.is_word("dau")));
    let qualifier = token::text(&tokens[lead..at]).to_lowercase();
    Some(Measure {
        range: start..(end + noun).min(tokens.len()).max(end),
        number: at,
        comparator: Comparator::AtMost,
        value: Amount::whole(value),
        value_max: None,
        denominator: None,
        unit: Some(UNIT.to_owned()),
        qualifier: Some(qualifier),
    })
}

/// `trong 19 xã, thị trấn`, `trên tổng số 63 tỉnh`: among how many.
fn among(tokens: &[Token], at: usize) -> Option<usize> {
    let start = ["trong tong so", "tren tong so", "trong so", "trong", "tren"]
        .iter()
        .find_map(|words| token::starts_at(tokens, at, words))?;
    tokens.get(start).filter(|token| token.kind == Kind::Number)?;
    Some(crate::plan::dictionary::unit_at(tokens, start + 1).map_or(start + 1, |(_, end)| end))
}
