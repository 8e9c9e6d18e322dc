//! From the bytes of a file to its lines of text.
//!
//! Nothing is parsed here: a text is recognised, decoded and cut into lines, or refused with a reason and a next step.

mod encoding;
mod kind;
mod legacy;
mod problem;

pub use kind::FileKind;
pub use problem::ReadProblem;

use thidua_domain::basics::text::nfc;

/// The largest file that is read: 5 MB.
pub const LIMIT_BYTES: usize = 5_000_000;

/// The text of a file: its lines in Unicode NFC, and what had to be done to get them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceText {
    /// The lines as the file has them, without line ends. Line 1 is `lines[0]`.
    pub lines: Vec<String>,
    /// What the reader did that a person may want to know.
    pub notes: Vec<ReadNote>,
}

/// Something the reader did on the way from bytes to text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadNote {
    /// The file was UTF-16 and not UTF-8.
    Utf16,
    /// The file was not Unicode and was taken for Windows-1258, the Vietnamese code page.
    Windows1258,
    /// Control characters were dropped.
    ControlCharactersDropped,
}

impl SourceText {
    /// The lines of a text that is already decoded.
    pub fn from_text(text: &str) -> Self {
        let mut notes = Vec::new();
        let kept: String = text
            .strip_prefix('\u{feff}')
            .unwrap_or(text)
            .chars()
            .map(|c| if c == '\u{c}' || c == '\u{2028}' || c == '\u{2029}' { '\n' } else { c })
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'))
            .collect();
        if kept.chars().count() < text.trim_start_matches('\u{feff}').chars().count() {
            notes.push(ReadNote::ControlCharactersDropped);
        }
        let lines = kept.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(nfc).collect();
        SourceText { lines, notes }
    }
}

/// Reads the text of a file.
///
/// # Errors
/// A [`ReadProblem`] that says what the file is instead, and what to do next.
pub fn read_bytes(bytes: &[u8]) -> Result<SourceText, ReadProblem> {
    if bytes.len() > LIMIT_BYTES {
        return Err(ReadProblem::TooLarge { limit_bytes: LIMIT_BYTES });
    }
    if let Some(kind) = kind::recognise(bytes) {
        return Err(ReadProblem::Binary(kind));
    }
    let (text, note) = encoding::decode(bytes)?;
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(ReadProblem::Empty);
    }
    if let Some(legacy) = legacy::detect(&text) {
        return Err(ReadProblem::LegacyFont(legacy));
    }
    let mut source = SourceText::from_text(&text);
    source.notes.splice(0..0, note);
    Ok(source)
}

pub use legacy::LegacyFont;

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        let mut bytes = if little { vec![0xff, 0xfe] } else { vec![0xfe, 0xff] };
        for unit in text.encode_utf16() {
            bytes.extend(if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
        }
        bytes
    }

    #[test]
    fn the_same_lines_come_out_of_every_unicode_form() {
        let expected = vec!["KẾ HOẠCH".to_owned(), "Đợt thi đua".to_owned()];
        let decomposed = "KE\u{302}\u{301} HOA\u{323}CH\r\nĐo\u{31b}\u{323}t thi đua";
        for bytes in [
            decomposed.as_bytes().to_vec(),
            [b"\xef\xbb\xbf".as_slice(), decomposed.as_bytes()].concat(),
            utf16(decomposed, true),
            utf16(decomposed, false),
        ] {
            assert_eq!(read_bytes(&bytes).map(|source| source.lines), Ok(expected.clone()));
        }
    }

    #[test]
    fn the_vietnamese_code_page_is_read_when_the_bytes_are_not_unicode() {
        // "KẾ HOẠCH năm 2022" as Windows-1258: Ê + combining acute, A + combining dot below
        let bytes = b"K\xca\xec HOA\xf2CH n\xe3m 2022";
        let source = read_bytes(bytes).expect("text");
        assert_eq!(source.lines, ["KẾ HOẠCH năm 2022"]);
        assert_eq!(source.notes, [ReadNote::Windows1258]);
    }

    #[test]
    fn what_is_not_text_is_refused_with_its_kind_and_a_next_step() {
        assert_eq!(read_bytes(b""), Err(ReadProblem::Empty));
        assert_eq!(read_bytes(b" \n\t\n"), Err(ReadProblem::Empty));
        assert_eq!(
            read_bytes(&vec![b'a'; LIMIT_BYTES + 1]),
            Err(ReadProblem::TooLarge { limit_bytes: LIMIT_BYTES })
        );
        for (bytes, kind) in [
            (b"%PDF-1.7 ...".as_slice(), FileKind::Pdf),
            (b"PK\x03\x04 word/document.xml", FileKind::Docx),
            (b"PK\x03\x04 anything", FileKind::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::OldOffice),
            (b"\x89PNG\r\n\x1a\n", FileKind::Image),
            (b"\xff\xd8\xff\xe0", FileKind::Image),
            (b"{\\rtf1\\ansi", FileKind::Rtf),
            (b"a\0b\0\0\0c", FileKind::Unknown),
        ] {
            let problem = read_bytes(bytes).expect_err("no text");
            assert_eq!(problem, ReadProblem::Binary(kind));
            assert!(!problem.says().vi.is_empty() && !problem.says().en.is_empty());
        }
    }

    #[test]
    fn text_typed_in_a_font_of_before_unicode_is_recognised() {
        // "Kế hoạch phát động phong trào thi đua" as TCVN3 bytes, read as Latin letters
        let tcvn3 = "KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua thùc hiÖn th¾ng lîi nhiÖm vô ph¸t triÓn kinh tÕ - x· héi n¨m 2022";
        assert_eq!(read_bytes(tcvn3.as_bytes()), Err(ReadProblem::LegacyFont(LegacyFont::Tcvn3)));
        let vni = "Keá hoaïch phaùt ñoäng phong traøo thi ñua thöïc hieän thaéng lôïi nhieäm vuï phaùt trieån kinh teá naêm 2022";
        assert_eq!(read_bytes(vni.as_bytes()), Err(ReadProblem::LegacyFont(LegacyFont::Vni)));
    }
}
