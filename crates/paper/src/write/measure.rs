//! How wide a line of bold capitals is, so that Word rules come out as long as the rules of the decree.
//!
//! Whole numbers only: font units are scaled to twips (1/20 pt).

use std::sync::LazyLock;

use typst::text::FontInstance;

use super::fonts::{SERIF_BOLD, opened};

static BOLD: LazyLock<Option<FontInstance>> = LazyLock::new(|| opened(SERIF_BOLD));

/// Width in twips of `text` set in the bold serif at `half_points` / 2 points.
pub(super) fn bold_width(text: &str, half_points: u32) -> u32 {
    let Some(font) = BOLD.as_ref() else { return 0 };
    let face = font.ttf();
    let units: u64 = text
        .chars()
        .filter_map(|letter| face.glyph_index(letter))
        .filter_map(|glyph| face.glyph_hor_advance(glyph))
        .map(u64::from)
        .sum();
    let twips = units * u64::from(half_points) * 10 / u64::from(face.units_per_em().max(1));
    u32::try_from(twips).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_motto_is_about_fifty_six_millimetres_wide() {
        let twips = bold_width(super::super::words::MOTTO, 26);
        let millimetres = twips * 254 / 14_400;
        assert!((52..=62).contains(&millimetres), "{millimetres} mm");
    }
}
