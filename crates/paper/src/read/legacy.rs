//! Recognises Vietnamese typed in fonts from before Unicode, whose letters come out as other Latin letters.

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
/// Pairs of letters that are frequent in VNI text and impossible in Vietnamese.
const VNI_MARKS: [&str; 14] = ["ñ", "aù", "aø", "aû", "aï", "aá", "aà", "eá", "eä", "oä", "oå", "öï", "ôï", "uï"];

/// The legacy font a text was typed in, when it plainly was.
pub(super) fn detect(text: &str) -> Option<LegacyFont> {
    let sample: String = text.chars().take(20_000).collect();
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count().max(1);
    let tcvn3 = sample.chars().filter(|c| TCVN3_MARKS.contains(*c)).count();
    if tcvn3 * 100 > letters * 6 {
        return Some(LegacyFont::Tcvn3);
    }
    let lower = sample.to_lowercase();
    let vni: usize = VNI_MARKS.iter().map(|mark| lower.matches(mark).count()).sum();
    (vni * 100 > letters * 6).then_some(LegacyFont::Vni)
}
