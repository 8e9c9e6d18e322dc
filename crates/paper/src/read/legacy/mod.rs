//! Vietnamese typed in fonts from before Unicode: recognised by its letters or by the font's name, and converted.
//!
//! Such a file holds Latin letters that only those fonts showed as Vietnamese; every program that reads the file gets
//! those Latin letters. The two encodings that offices used are TCVN3 (ABC, fonts `.VnTime`) and VNI (fonts `VNI-Times`).

mod tcvn3;
mod vni;

use thidua_domain::basics::text::is_letter;

/// A way of typing Vietnamese from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegacyFont {
    /// TCVN3 (ABC), fonts named `.VnTime`.
    Tcvn3,
    /// VNI, fonts named `VNI-Times`.
    Vni,
}

/// Letters that stand inside words of TCVN3 text and in no Vietnamese word.
const TCVN3_MARKS: &str = "®¸µ¶·¹¨»¾¼½Æ§¤¥¦¬Ö×Ø";
/// Pairs of letters that are frequent in VNI text and impossible in Vietnamese; without a first, any.
const VNI_MARKS: [(Option<char>, Option<char>); 14] = [
    (None, Some('ñ')),
    (Some('a'), Some('ù')),
    (Some('a'), Some('ø')),
    (Some('a'), Some('û')),
    (Some('a'), Some('ï')),
    (Some('a'), Some('á')),
    (Some('a'), Some('à')),
    (Some('e'), Some('á')),
    (Some('e'), Some('ä')),
    (Some('o'), Some('ä')),
    (Some('o'), Some('å')),
    (Some('ö'), Some('ï')),
    (Some('ô'), Some('ï')),
    (Some('u'), Some('ï')),
];

impl LegacyFont {
    /// The encoding that fonts of this name have.
    pub(super) fn of_font(name: &str) -> Option<LegacyFont> {
        let name = name.trim_start_matches('/');
        if name.starts_with(".Vn") {
            Some(LegacyFont::Tcvn3)
        } else if name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("VNI-")) {
            Some(LegacyFont::Vni)
        } else {
            None
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            LegacyFont::Tcvn3 => "TCVN3 (ABC)",
            LegacyFont::Vni => "VNI",
        }
    }

    /// The text in Unicode.
    pub(super) fn convert(self, text: &str) -> String {
        match self {
            LegacyFont::Tcvn3 => tcvn3::convert(text),
            LegacyFont::Vni => vni::convert(text),
        }
    }
}

/// Whether a font of this name shows small letters as capitals (`.VnTimeH`).
pub(super) fn is_capital_font(name: &str) -> bool {
    name.starts_with(".Vn") && name.ends_with('H')
}

/// The legacy encoding a text is in, when it plainly is.
pub(super) fn detect(text: &str) -> Option<LegacyFont> {
    let (mut letters, mut tcvn3, mut vni) = (0usize, 0usize, 0usize);
    let mut before = None;
    for c in text.chars().take(20_000) {
        letters += usize::from(is_letter(c));
        let lower = c.to_lowercase().next();
        // the marks of both are Latin letters
        if ('\u{a0}'..'\u{100}').contains(&c) {
            tcvn3 += usize::from(TCVN3_MARKS.contains(c));
            vni += VNI_MARKS.iter().filter(|mark| **mark == (None, lower) || **mark == (before, lower)).count();
        }
        before = lower;
    }
    let many = |marks: usize| marks * 100 > letters.max(1) * 6;
    if many(tcvn3) {
        return Some(LegacyFont::Tcvn3);
    }
    many(vni).then_some(LegacyFont::Vni)
}

#[cfg(test)]
mod tests;
