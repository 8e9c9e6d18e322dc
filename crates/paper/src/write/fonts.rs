//! The faces every document is set in, carried inside the program so that no machine prints other letters.
//!
//! Liberation 2.1.5 (SIL Open Font License, see `fonts/LICENSE-OFL.txt`): same widths as Times New Roman and
//! Arial. The older Liberation 1.07 lacks 92 Vietnamese letters, so the system's fonts are never looked at.

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};

/// Name of the serif family.
pub(super) const SERIF: &str = "Liberation Serif";

/// Serif faces: regular, bold, italic, bold italic; then sans regular and bold.
pub(crate) const FACES: [&[u8]; 6] = [
    include_bytes!("../../fonts/LiberationSerif-Regular.ttf"),
    SERIF_BOLD,
    include_bytes!("../../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"),
    include_bytes!("../../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSans-Bold.ttf"),
];

/// The face of headings, by which rules are measured.
pub(super) const SERIF_BOLD: &[u8] = include_bytes!("../../fonts/LiberationSerif-Bold.ttf");

/// A face opened for measuring.
pub(super) fn opened(data: &'static [u8]) -> Option<FontInstance> {
    let font = Font::new(Bytes::new(data), 0)?;
    Some(font.instantiate(FontVariant::default(), Abs::zero(), &FontVariations::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VOWELS: &str = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
    const SIGNS: &str = "“”‘’–—…₫№≥≤×±²³°%‰/()-;:§•";

    #[test]
    fn every_face_holds_every_vietnamese_letter() {
        let marked: Vec<char> = VOWELS.chars().filter(|letter| !letter.is_ascii()).collect();
        let letters: Vec<char> =
            marked.iter().copied().chain(marked.iter().flat_map(|letter| letter.to_uppercase())).collect();
        assert_eq!(letters.len(), 134, "67 marked letters in two cases");
        for data in FACES {
            let font = opened(data).expect("an embedded face is a font");
            let lacking: String = letters
                .iter()
                .copied()
                .chain(('a'..='z').chain('A'..='Z').chain('0'..='9'))
                .chain(SIGNS.chars())
                .filter(|&letter| font.ttf().glyph_index(letter).is_none())
                .collect();
            assert_eq!(lacking, "", "{:?} lacks letters", font.font().post_script_name());
        }
    }

    #[test]
    fn the_embedded_faces_are_version_two_or_later() {
        for data in FACES {
            let font = opened(data).expect("an embedded face is a font");
            let version =
                font.ttf().names().into_iter().filter(|name| name.name_id == 5).find_map(|name| name.to_string());
            assert!(version.as_deref().is_some_and(|text| text.starts_with("Version 2.")), "{version:?}");
        }
    }
}
