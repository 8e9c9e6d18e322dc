//! How cells are formatted: as days, as percentages, and in which font.

use super::tags::{Piece, Tags, attribute_number, attribute_text};
use crate::read::list::raw::Style;
use crate::read::{LegacyFont, ReadProblem, legacy};
use std::collections::HashMap;
use thidua_domain::lists::Look;

/// More formats than this are in no workbook.
const MOST: usize = 100_000;

/// The formats of cells, by their numbers.
pub(super) fn read(xml: &str) -> Result<Vec<Style>, ReadProblem> {
    let mut tags = Tags::new(xml.as_bytes(), u64::MAX);
    let mut codes: HashMap<u32, Look> = HashMap::new();
    let mut fonts: Vec<Option<(LegacyFont, bool)>> = Vec::new();
    let mut styles = Vec::new();
    let (mut in_fonts, mut in_formats) = (false, false);
    loop {
        match tags.next()? {
            Piece::End => return Ok(styles),
            Piece::Open { name: b"fonts", empty, .. } => in_fonts = !empty,
            Piece::Open { name: b"cellXfs", empty, .. } => in_formats = !empty,
            Piece::Close(b"fonts") => in_fonts = false,
            Piece::Close(b"cellXfs") => in_formats = false,
            Piece::Open { name: b"numFmt", attributes, .. } => {
                let code = attribute_text(attributes, b"formatCode").unwrap_or_default();
                if let Some(id) = attribute_number(attributes, b"numFmtId") {
                    codes.insert(id, look_of_code(&code));
                }
            }
            Piece::Open { name: b"font", .. } if in_fonts => fonts.push(None),
            Piece::Open { name: b"name", attributes, .. } if in_fonts => {
                let name = attribute_text(attributes, b"val").unwrap_or_default();
                if let Some(font) = fonts.last_mut() {
                    *font = LegacyFont::of_font(&name).map(|legacy| (legacy, legacy::is_capital_font(&name)));
                }
            }
            Piece::Open { name: b"xf", attributes, .. } if in_formats => {
                let id = attribute_number(attributes, b"numFmtId").unwrap_or(0);
                let font = attribute_number(attributes, b"fontId").unwrap_or(0) as usize;
                let look = codes.get(&id).copied().unwrap_or_else(|| look_of_id(id));
                styles.push(Style { look, legacy: fonts.get(font).copied().flatten() });
            }
            _ => {}
        }
        if styles.len() > MOST || fonts.len() > MOST || codes.len() > MOST {
            return Err(ReadProblem::Bomb);
        }
    }
}

/// Formats that every spreadsheet has.
fn look_of_id(id: u32) -> Look {
    match id {
        9 | 10 => Look::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Look::Day,
        _ => Look::Plain,
    }
}

/// A format that somebody made: `d/m/yyyy`, `0.0%`, `#,##0" đồng"`.
fn look_of_code(code: &str) -> Look {
    let mut letters = code.chars();
    let mut percent = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|c| *c == '"');
            }
            '[' => {
                letters.by_ref().find(|c| *c == ']');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return Look::Day,
            '%' => percent = true,
            ';' => break,
            _ => {}
        }
    }
    if percent { Look::Percent } else { Look::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_say_what_numbers_are() {
        for (code, look) in [
            ("d/m/yyyy", Look::Day),
            ("[$-42A]dd/mm/yyyy;@", Look::Day),
            ("\"ngày \"dd", Look::Day),
            ("h:mm", Look::Day),
            ("0.0%", Look::Percent),
            ("#,##0.00", Look::Plain),
            ("#,##0\" đồng\"", Look::Plain),
            ("#,##0\\ [$đ-42A]", Look::Plain),
            ("General", Look::Plain),
            ("@", Look::Plain),
        ] {
            assert_eq!(look_of_code(code), look, "{code}");
        }
    }
}
