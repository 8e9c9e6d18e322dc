//! The faces of certificates, and text shaped in them once, whatever size it is printed at later.

use super::design::FaceName;
use crate::write::fonts::FACES;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::UnicodeBuffer;
use std::sync::LazyLock;

/// A face, opened for shaping and for the page.
pub(super) struct Face {
    shaper: rustybuzz::Face<'static>,
    pub(super) font: Font,
    pub(super) em: i64,
}

/// Parts of the size in a thousand above and below the line of writing: those of Times New Roman.
pub(super) const ASCENT: i64 = 891;
/// See [`ASCENT`].
pub(super) const DESCENT: i64 = 216;

static OPENED: LazyLock<Vec<Face>> = LazyLock::new(|| FACES.into_iter().take(4).filter_map(opened).collect());

fn opened(data: &'static [u8]) -> Option<Face> {
    let shaper = rustybuzz::Face::from_slice(data, 0)?;
    let font = Font::new(data.into(), 0)?;
    let em = i64::from(shaper.units_per_em());
    Some(Face { shaper, font, em })
}

/// The face with a name. The faces are carried inside the program; a test opens each.
pub(super) fn face(name: FaceName) -> Option<&'static Face> {
    OPENED.get(match name {
        FaceName::Regular => 0,
        FaceName::Bold => 1,
        FaceName::Italic => 2,
        FaceName::BoldItalic => 3,
    })
}

/// A text shaped in a face: glyphs in the order of reading, and the words they make.
#[derive(Debug, Clone)]
pub(super) struct Shaped {
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) words: Vec<Word>,
    /// Letters that the face cannot show.
    pub(super) missing: String,
}

/// A word: its glyphs, and how wide it and the space behind it are, in units of the face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) width: i64,
    pub(super) space: i64,
}

impl Face {
    /// Shapes a text of one line. Only a plain space divides words: a number stays with its unit over a no-break space.
    #[expect(clippy::float_arithmetic, reason = "widths on a page, not figures")]
    pub(super) fn shape(&self, text: String) -> Shaped {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        let output = rustybuzz::shape(&self.shaper, &[], buffer);
        let (infos, places) = (output.glyph_infos(), output.glyph_positions());
        let part = |units: i32| units as f32 / self.em as f32;
        let mut shaped =
            Shaped { glyphs: Vec::with_capacity(infos.len()), words: Vec::new(), missing: String::new(), text };
        let mut word = Word { from: 0, to: 0, width: 0, space: 0 };
        for (at, (info, place)) in infos.iter().zip(places).enumerate() {
            let start = info.cluster as usize;
            // the letters of a glyph reach to the next glyph of another cluster
            let end = infos.get(at..).and_then(|rest| rest.iter().find(|next| next.cluster > info.cluster));
            let end = end.map_or(shaped.text.len(), |next| next.cluster as usize);
            let letters = shaped.text.get(start..end).unwrap_or_default();
            if info.glyph_id == 0 {
                shaped.missing.push_str(letters);
            }
            let advance = i64::from(place.x_advance);
            if letters == " " {
                word.to = at;
                word.space = advance;
                shaped.words.push(word);
                word = Word { from: at + 1, to: at + 1, width: 0, space: 0 };
            } else {
                word.width += advance;
                word.to = at + 1;
            }
            shaped.glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                part(place.x_advance),
                part(place.x_offset),
                part(place.y_offset),
                part(place.y_advance),
                start..end,
                None,
            ));
        }
        if word.to > word.from {
            shaped.words.push(word);
        }
        shaped
    }
}
