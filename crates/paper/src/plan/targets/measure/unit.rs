//! The unit behind a number.

use crate::plan::dictionary::unit_at;
use crate::plan::token::{self, Kind, Token};

/// The unit after a number: from the dictionary, or else the counted noun itself.
pub(super) fn after(tokens: &[Token], at: usize) -> (Option<String>, usize) {
    if let Some(scaled) = scaled(tokens, at) {
        return scaled;
    }
    if let Some((unit, end)) = unit_at(tokens, at) {
        return if unit == "%" { per(tokens, unit, end, &["nam"]) } else { per(tokens, unit, end, &[]) };
    }
    const NO_NOUNS: [&str; 46] = [
        "va", "cua", "so", "voi", "tro", "trong", "den", "tren", "duoi", "thi", "la", "dat", "duoc", "cac", "theo",
        "nam", "de", "ve", "tang", "giam", "tuoi", "thang", "toi", "it", "khong", "chua", "khi", "tai", "o", "tu",
        "boi", "hoac", "hay", "se", "phai", "xuong", "len", "cung", "nhu", "neu", "khac", "dau", "nhat", "moi",
        "cho", "bang",
    ];
    match tokens.get(at) {
        Some(noun)
            if noun.kind == Kind::Word
                && noun.spaced
                && !NO_NOUNS.contains(&noun.folded.as_str())
                && token::starts_at(tokens, at, "doi voi").is_none()
                && (!noun.is_capital() || is_acronym(noun)) =>
        {
            per(tokens, noun.text.clone(), at + 1, &[])
        }
        _ => (None, at),
    }
}

/// `HTX`, `CĐCS`: a counted noun that is always written short.
fn is_acronym(noun: &Token) -> bool {
    let letters = noun.text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=6).contains(&letters) && noun.text.chars().all(char::is_uppercase)
}

/// Words that multiply a unit: `triệu m³`, `tỷ USD`, `nghìn cây`; before money of our own they are part of its unit.
const SCALES: [(&str, &str); 6] =
    [("trieu", "triệu"), ("ty", "tỷ"), ("ti", "tỷ"), ("nghin", "nghìn"), ("ngan", "nghìn"), ("van", "vạn")];

fn scaled(tokens: &[Token], at: usize) -> Option<(Option<String>, usize)> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    let (_, scale) = SCALES.iter().find(|(folded, _)| first.folded == *folded)?;
    let next = tokens.get(at + 1)?;
    // money is counted in millions without a word of its own: “triệu đồng”, “trđ”
    if next.kind != Kind::Word || ["dong", "d", "vnd"].contains(&next.folded.as_str()) {
        return None;
    }
    let (unit, end) = unit_at(tokens, at + 1)?;
    const COUNTED: [&str; 13] = [
        "m³",
        "m²",
        "lượt khách",
        "lượt người",
        "lượt",
        "usd",
        "kwh",
        "cây",
        "con",
        "tấn",
        "sản phẩm",
        "người",
        "kg",
    ];
    COUNTED.contains(&unit.to_lowercase().as_str()).then(|| per(tokens, format!("{scale} {unit}"), end, &[]))
}

/// A unit with what it is counted for: `/người/tháng`, `/vạn dân`, `/m³`. `only` restricts the words it may be counted for.
fn per(tokens: &[Token], mut unit: String, mut end: usize, only: &[&str]) -> (Option<String>, usize) {
    const TWO: [&str; 11] = [
        "van dan",
        "nam hoc",
        "giao vien",
        "hoc ky",
        "ho gia dinh",
        "don vi dien tich",
        "tre em",
        "van tre",
        "lao dong",
        "hoc sinh",
        "giuong benh",
    ];
    while tokens.get(end).is_some_and(|stroke| stroke.is_mark("/")) {
        let Some(word) = tokens.get(end + 1) else { break };
        if !only.is_empty() && !only.contains(&word.folded.as_str()) {
            break;
        }
        let counted = word.kind == Kind::Number
            && tokens
                .get(end + 2)
                .is_some_and(|next| ["dan", "tre", "nguoi", "ho", "ca"].contains(&next.folded.as_str()));
        let until = if counted {
            end + 3
        } else if word.kind == Kind::Word {
            TWO.iter()
                .find_map(|phrase| token::starts_at(tokens, end + 1, phrase))
                .or_else(|| unit_at(tokens, end + 1).map(|(_, until)| until))
                .unwrap_or(end + 2)
        } else {
            break;
        };
        let text = token::text(&tokens[end + 1..until]);
        unit = format!("{unit}/{}", text.trim());
        end = until;
    }
    (Some(unit), end)
}
