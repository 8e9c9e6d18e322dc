//! Encodings and refusals; formats have their tests beside them.

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
    assert_eq!(read_bytes(&vec![b'a'; LIMIT_BYTES + 1]), Err(ReadProblem::TooLarge { limit_bytes: LIMIT_BYTES }));
    for (bytes, problem) in [
        (b"%PDF-1.7 ...".as_slice(), ReadProblem::Broken),
        (b"PK\x03\x04 word/document.xml", ReadProblem::Broken),
        (b"PK\x03\x04 anything", ReadProblem::Binary(FileKind::Zip)),
        (b"PK\x03\x04 xl/workbook.xml", ReadProblem::Binary(FileKind::Xlsx)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ReadProblem::Binary(FileKind::OldOffice)),
        (
            b"\xd0\xcf\x11\xe0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            ReadProblem::Binary(FileKind::LockedOffice),
        ),
        (b"\x89PNG\r\n\x1a\n", ReadProblem::Broken),
        (b"\xff\xd8\xff\xe0", ReadProblem::Broken),
        (b"GIF89a", ReadProblem::Binary(FileKind::OtherPicture)),
        (b"{\\rtf1\\ansi", ReadProblem::Binary(FileKind::Rtf)),
        (b"a\0b\0\0\0c", ReadProblem::Binary(FileKind::Unknown)),
    ] {
        assert_eq!(read_bytes(bytes), Err(problem), "{bytes:?}");
        assert!(!problem.says().vi.is_empty() && !problem.says().en.is_empty());
    }
}

#[test]
fn text_typed_in_a_font_of_before_unicode_is_converted() {
    let meant =
        "Kế hoạch phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022";
    // as TCVN3 bytes, and as the Latin letters that other programs make of them
    let tcvn3 =
        "KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua thùc hiÖn th¾ng lîi nhiÖm vô ph¸t triÓn kinh tÕ - x· héi n¨m 2022";
    let bytes: Vec<u8> = tcvn3.chars().map(|c| u8::try_from(u32::from(c)).expect("one byte")).collect();
    for form in [tcvn3.as_bytes(), &bytes] {
        let source = read_bytes(form).expect("text");
        assert_eq!(source.lines, [meant]);
        assert_eq!(source.notes, [ReadNote::Legacy(LegacyFont::Tcvn3)]);
    }
    let vni = "Keá hoaïch phaùt ñoäng phong traøo thi ñua thöïc hieän thaéng lôïi nhieäm vuï phaùt trieån kinh teá - xaõ hoäi naêm 2022";
    let bytes: Vec<u8> = vni.chars().map(|c| u8::try_from(u32::from(c)).expect("one byte")).collect();
    for form in [vni.as_bytes(), &bytes] {
        assert_eq!(read_bytes(form).expect("text").lines, [meant]);
    }
}
