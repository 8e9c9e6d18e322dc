//! The texts that the cells of a workbook share.

use super::tags::{Piece, Tags, push, unescape, unescape_letters};
use crate::read::ReadProblem;
use std::io::Read;

/// What all shared texts together may unpack to, with their tags.
const MOST_XML: u64 = 192 * 1024 * 1024;
/// What all shared texts together may hold.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// Texts, one behind another.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Reads the part that holds them.
    pub(super) fn read(from: impl Read) -> Result<Self, ReadProblem> {
        let mut tags = Tags::new(from, MOST_XML);
        let mut strings = Strings::default();
        let mut start = 0;
        let (mut spoken, mut in_text) = (0usize, false);
        loop {
            match tags.next()? {
                Piece::End => return Ok(strings),
                Piece::Open { name: b"si", empty: true, .. } => strings.close(start)?,
                Piece::Close(b"si") => {
                    strings.close(start)?;
                    start = strings.text.len();
                }
                // how a text is spoken (rPh) is not part of it
                Piece::Open { name: b"rPh", empty: false, .. } => spoken += 1,
                Piece::Close(b"rPh") => spoken = spoken.saturating_sub(1),
                Piece::Open { name: b"t", empty, .. } => in_text = !empty && spoken == 0,
                Piece::Close(b"t") => in_text = false,
                Piece::Text(text) if in_text => unescape(text, &mut strings.text),
                Piece::Literal(text) if in_text => push(text, &mut strings.text),
                _ => {}
            }
            if strings.text.len() > MOST_TEXT {
                return Err(ReadProblem::Bomb);
            }
        }
    }

    fn close(&mut self, start: usize) -> Result<(), ReadProblem> {
        unescape_letters(&mut self.text, start);
        let end = u32::try_from(self.text.len()).map_err(|_| ReadProblem::Bomb)?;
        self.ends.push(end);
        Ok(())
    }

    /// The text of a number.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.text.get(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_texts_are_joined_from_their_runs() {
        let xml = "<sst><si><t>Trần</t></si><si/><si><r><t xml:space=\"preserve\">Lê </t></r><r><t>V&amp;n_x000A_A</t></r>\
                   <rPh sb=\"0\"><t>nói</t></rPh></si></sst>";
        let strings = Strings::read(xml.as_bytes()).expect("read");
        assert_eq!(strings.get(0), Some("Trần"));
        assert_eq!(strings.get(1), Some(""));
        assert_eq!(strings.get(2), Some("Lê V&n\nA"));
        assert_eq!(strings.get(3), None);
    }
}
