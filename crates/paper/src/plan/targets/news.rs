//! What a piece of news says of its own paragraphs: what is resolved or announced, pictures, guests and gifts.

use crate::plan::token::{self, Token};

/// Whether a paragraph of news tells what is resolved.
pub(super) fn resolves(tokens: &[Token]) -> bool {
    ["phan dau", "muc tieu", "quyet tam", "de ra", "chi tieu", "theo giao uoc", "cam ket"]
        .iter()
        .any(|words| token::has(tokens, words))
}

/// Whether a paragraph of news says what will be: `sẽ …`, `phải đạt …`.
pub(super) fn announces(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| {
        let ahead = &tokens[at + 1..];
        let measured = || !super::measure::measures(ahead).is_empty();
        (tokens[at].text == "sẽ" || token::says_at(tokens, at, "phải đạt").is_some()) && measured()
    })
}

/// `Ảnh: …`, `[Ảnh 1: …]`: the words below a picture.
pub(super) fn is_picture(tokens: &[Token]) -> bool {
    let start = usize::from(tokens.first().is_some_and(|first| first.is_mark("[") || first.is_mark("(")));
    let picture = tokens.get(start).is_some_and(|word| word.text.to_lowercase() == "ảnh");
    picture && tokens.iter().skip(start + 1).take(2).any(|token| token.is_mark(":"))
}

/// Whether a paragraph of news turns from what is to be reached to who came, who spoke, and what was handed out.
pub(super) fn turns_away(tokens: &[Token]) -> bool {
    const AWAY: [&str; 22] = [
        "du ",
        "tham du",
        "tai buoi le",
        "tai hoi nghi",
        "phat bieu",
        "nhan dip",
        "truoc do",
        "sau do",
        "ket thuc",
        "chi ",
        "anh ",
        "ong ",
        "ba ",
        "bac ",
        "phong trao",
        "cac don vi bao cao",
        "trong khuon kho",
        "sang ngay",
        "chieu ngay",
        "tin, anh",
        "luot xem",
        "bao cao",
    ];
    let words = token::words(&tokens[..tokens.len().min(8)]);
    AWAY.iter().any(|start| words.starts_with(start))
        || ["chia se", "suat qua", "phan qua"].iter().any(|words| token::has(tokens, words))
}
