//! PDF files, put together by hand so that each says just what is asked of the reader, and one that is really printed.

use super::MOST_PAGES;
use crate::forms::launch_plan::{document, example};
use crate::read::{ReadProblem, read_bytes};
use crate::write::to_pdf;
use std::fmt::Write as _;
use std::io::Write as _;

/// A file of objects, numbered from 1, with the table that finds them.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let table = out.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        writeln!(end, "{place:010} 00000 n ").expect("written");
    }
    writeln!(end, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF", objects.len() + 1)
        .expect("written");
    out.extend(end.into_bytes());
    out
}

fn stream(head: &str, content: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {head} /Length {} >>\nstream\n", content.len()).into_bytes();
    out.extend_from_slice(content);
    out.extend_from_slice(b"\nendstream");
    out
}

/// Pages that all show the same content.
fn pages(count: usize, content: Vec<u8>) -> Vec<u8> {
    let kids: String = (0..count).map(|at| format!("{} 0 R ", at + 5)).collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {count} >>").into_bytes(),
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec(),
    ];
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R \
                /Resources << /Font << /F 4 0 R >> >> >>";
    objects.extend((0..count).map(|_| page.as_bytes().to_vec()));
    file(&objects)
}

/// Words at places, as a page shows them.
fn shown(words: &[(u32, u32, &str)]) -> Vec<u8> {
    let all: String = words.iter().map(|(x, y, word)| format!("BT /F 12 Tf {x} {y} Td ({word}) Tj ET\n")).collect();
    stream("", all.as_bytes())
}

fn lines(content: Vec<u8>) -> Vec<String> {
    let read = read_bytes(&pages(1, content)).expect("a text").lines;
    read.into_iter().filter(|line| !line.is_empty()).collect()
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(content).expect("packed");
    out.finish().expect("packed")
}

#[test]
fn words_come_out_in_the_order_in_which_they_are_seen() {
    // drawn from below to above, and a word in two pieces
    let words = [(72, 700, "ba bon"), (72, 740, "mot"), (72, 720, "ha"), (84, 720, "i")];
    assert_eq!(lines(shown(&words)), ["mot", "hai", "ba bon"]);
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let words = [
        (72, 780, "UY BAN NHAN DAN"),
        (330, 780, "CONG HOA XA HOI"),
        (72, 764, "XA AN BINH"),
        (330, 764, "Doc lap"),
    ];
    assert_eq!(lines(shown(&words)), ["UY BAN NHAN DAN", "XA AN BINH", "CONG HOA XA HOI", "Doc lap"]);
}

#[test]
fn a_printed_plan_reads_as_it_was_written() {
    let source = read_bytes(&to_pdf(&document(&example())).expect("printed")).expect("a text");
    let text = source.lines.join("\n");
    for said in [
        "ỦY BAN NHÂN DÂN",
        "Số: 34/KH-UBND",
        "An Bình, ngày 07 tháng 02 năm 2022",
        "Đoàn kết, kỷ cương, chủ động thích ứng",
        "9.007,4 tấn",
    ] {
        assert!(text.contains(said), "{said} in\n{text}");
    }
    assert!(source.notes.is_empty());
}

#[test]
fn what_could_harm_is_refused_with_its_reason() {
    let words = b"BT /F 12 Tf 72 700 Td (Ke hoach) Tj ET";
    let good = pages(1, stream("", words));
    let locked =
        String::from_utf8(good.clone()).expect("text").replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R");
    let zeros = vec![b' '; 60 * 1024 * 1024];
    let twice = packed(&packed(&zeros));
    let rows = [
        ("a password", locked.into_bytes(), ReadProblem::Encrypted),
        ("a bomb", pages(1, stream("/Filter /FlateDecode", &packed(&zeros))), ReadProblem::Bomb),
        ("a bomb in a bomb", pages(1, stream("/Filter [/FlateDecode /FlateDecode]", &twice)), ReadProblem::Bomb),
        (
            "10,000 pages",
            pages(10_000, stream("", words)),
            ReadProblem::TooManyPages { pages: 10_000, limit: MOST_PAGES },
        ),
        ("no page", pages(0, stream("", words)), ReadProblem::Broken),
        ("a head alone", b"%PDF-1.7\n%%EOF\n".to_vec(), ReadProblem::Broken),
    ];
    assert!(read_bytes(&good).is_ok());
    for (what, file, problem) in rows {
        assert_eq!(read_bytes(&file).map(|read| read.lines.len()), Err(problem), "{what}");
    }
}

#[test]
fn a_font_with_more_widths_than_letters_is_refused() {
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
            .to_vec(),
        stream("", b"BT /F 12 Tf 72 700 Td <0001> Tj ET"),
    ];
    let font = |last: u32| {
        format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype \
             /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
             /W [3 [500 600] 7 {last} 500] >>] >>"
        )
    };
    objects.push(font(9).into_bytes());
    assert_eq!(read_bytes(&file(&objects)), Err(ReadProblem::Empty), "a font without letters shows none");
    objects[4] = font(2_147_483_648).into_bytes();
    assert_eq!(read_bytes(&file(&objects)), Err(ReadProblem::Bomb));
}

#[test]
fn a_page_that_draws_without_end_is_given_up() {
    let endless = "BT /F 1 Tf 1 1 Td (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n"
        .repeat(200_000);
    let file = pages(1, stream("/Filter /FlateDecode", &packed(endless.as_bytes())));
    assert_eq!(read_bytes(&file).map(|read| read.lines.len()), Err(ReadProblem::Bomb));
}

#[test]
fn a_form_that_draws_itself_comes_to_an_end() {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>".to_vec(),
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 3 0 R >> >>",
            b"/X Do /X Do",
        ),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /X 3 0 R >> >> >>"
            .to_vec(),
        stream("", b"/X Do"),
    ];
    assert!(read_bytes(&file(&objects)).is_err());
}

#[test]
fn a_file_cut_off_anywhere_is_refused_and_never_read_in_half() {
    let whole = to_pdf(&document(&example())).expect("printed");
    assert!(read_bytes(&whole).is_ok());
    for cut in (5..whole.len() - 64).step_by(whole.len() / 60) {
        assert!(read_bytes(&whole[..cut]).is_err(), "cut at {cut} of {}", whole.len());
    }
}

#[test]
fn forms_that_double_at_every_level_are_given_up() {
    let form = |next: usize| {
        let head = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {next} 0 R >> >>"
        );
        stream(&head, b"/X Do /X Do /X Do /X Do")
    };
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
            .to_vec(),
        stream("", b"/X Do"),
    ];
    objects.extend((6..=25).map(form));
    objects.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", b"q Q"));
    assert_eq!(read_bytes(&file(&objects)).map(|read| read.lines.len()), Err(ReadProblem::Bomb));
}
