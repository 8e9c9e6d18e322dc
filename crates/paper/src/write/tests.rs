//! What both writers promise, beyond the forms.

use super::document::{Align, Block, Cell, Column, IssueDate, OfficialDocument, Row, Signature, Table};
use super::reading::{
    assert_well_formed, docx_parts, docx_text, pdf_info, pdf_pages, pdf_text, squeezed, word_edges,
};
use super::{PaperError, to_docx, to_pdf};

fn letter(blocks: Vec<Block>) -> OfficialDocument {
    OfficialDocument {
        issuer: "Ủy ban nhân dân xã An Bình".into(),
        place: Some("An Bình".into()),
        date: Some(IssueDate { day: 5, month: 1, year: 2026 }),
        kind: "THÔNG BÁO".into(),
        subject: "Về việc thử giấy".into(),
        addressees: vec!["Các thôn".into()],
        blocks,
        signature: Signature { authority_form: None, post: "Chủ tịch".into(), name: None },
        recipients: vec!["Lưu: VT".into()],
        ..OfficialDocument::default()
    }
}

fn long_table(landscape: bool) -> Block {
    let row = |number: usize| {
        Row::Cells(vec![Cell::new(number.to_string()), Cell::new(format!("Chỉ tiêu thứ {number}"))])
    };
    Block::Table(Table {
        caption: Some("Danh sách".into()),
        columns: vec![Column::new("TT", 1, Align::Center), Column::new("Tên chỉ tiêu", 5, Align::Left)],
        rows: (1..=120).map(row).collect(),
        landscape,
    })
}

#[test]
fn text_that_looks_like_markup_is_printed_as_it_stands() {
    let text = "#read(\"/etc/passwd\") *đậm* _nghiêng_ $x$ <w:b/> & \"ngoặc\" @ai = 1. - a // b";
    let document = letter(vec![Block::paragraph(text)]);
    assert!(pdf_text(&to_pdf(&document).expect("written")).contains(&squeezed(text)));
    let docx = to_docx(&document).expect("written");
    assert!(docx_text(&docx).contains(text));
    for (name, xml) in docx_parts(&docx) {
        assert_well_formed(&name, &xml);
    }
}

#[test]
fn a_letter_without_glyph_is_refused_and_named() {
    let document = letter(vec![Block::paragraph("Biểu tượng 🏆 và 漢")]);
    let error = to_pdf(&document).expect_err("refused");
    assert!(matches!(&error, PaperError::MissingGlyph { letters } if letters == "🏆漢"), "{error}");
}

#[test]
fn a_row_with_too_few_cells_is_refused_by_both_writers() {
    let Block::Table(mut table) = long_table(false) else { unreachable!() };
    table.rows.push(Row::cells(["một"]));
    let document = letter(vec![Block::Table(table)]);
    for error in [to_pdf(&document).expect_err("refused"), to_docx(&document).expect_err("refused")] {
        assert!(matches!(error, PaperError::UnevenRow { row: 121, cells: 1, columns: 2, .. }), "{error}");
    }
}

#[test]
fn a_draft_without_date_leaves_room_for_the_clerk() {
    let mut document = letter(vec![Block::paragraph("Nội dung.")]);
    document.date = None;
    document.symbol_hint = Some("TB-UBND".into());
    let text = pdf_text(&to_pdf(&document).expect("written"));
    assert!(text.contains("An Bình, ngày … tháng … năm …") && text.contains("/TB-UBND"), "{text}");
    assert!(docx_text(&to_docx(&document).expect("written")).contains("/TB-UBND"));
}

#[test]
fn the_header_row_of_a_long_table_stands_on_every_page() {
    let pdf = to_pdf(&letter(vec![long_table(false)])).expect("written");
    let pages: Vec<String> = pdf_pages(&pdf).into_iter().filter(|page| page.contains("Chỉ tiêu thứ")).collect();
    assert!(pages.len() >= 3, "{} pages", pages.len());
    assert!(pages.iter().all(|page| page.contains("Tên chỉ tiêu")));
    let (_, xml) = docx_parts(&to_docx(&letter(vec![long_table(false)])).expect("written")).swap_remove(3);
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
}

#[test]
fn a_group_row_never_stands_alone_at_the_foot_of_a_page() {
    for before in 20..45 {
        let Block::Table(mut table) = long_table(false) else { unreachable!() };
        table.rows.truncate(before);
        table.rows.push(Row::Group("Nhóm cuối".into()));
        table.rows.push(Row::cells(["1", "Sau nhóm"]));
        for page in pdf_pages(&to_pdf(&letter(vec![Block::Table(table)])).expect("written")) {
            assert!(!page.trim_end().ends_with("Nhóm cuối"), "{before} rows before the group");
        }
    }
}

#[test]
fn a_landscape_table_becomes_an_appendix_behind_the_signature() {
    let document = letter(vec![long_table(true), Block::paragraph("Kết thúc./.")]);
    let pdf = to_pdf(&document).expect("written");
    let info = pdf_info(&pdf);
    assert!(
        info.contains("size:  595.276 x 841.89 pts (A4)") && info.contains("841.89 x 595.276 pts (A4)"),
        "{info}"
    );
    let text = pdf_text(&pdf);
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("no “{words}” in {text}"));
    assert!(place("Kết thúc./.") < place("CHỦ TỊCH") && place("CHỦ TỊCH") < place("Phụ lục"));
    assert!(
        text.contains("(Kèm theo Thông báo số …/… ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã An Bình)"),
        "{text}"
    );
}

#[test]
fn two_landscape_tables_are_two_appendices_with_roman_numbers() {
    let document = letter(vec![long_table(true), long_table(true), Block::paragraph("Kết thúc./.")]);
    for text in [pdf_text(&to_pdf(&document).expect("written")), docx_text(&to_docx(&document).expect("written"))] {
        assert!(text.contains("Phụ lục I") && text.contains("Phụ lục II"), "{text}");
    }
}

#[test]
fn no_word_stands_outside_the_margins_of_the_decree() {
    let sentence = "Nội dung phong trào thi đua yêu nước. ";
    let (title, words) = (sentence.repeat(5), sentence.repeat(200));
    let document =
        letter(vec![Block::heading(1, format!("I. {title}")), Block::paragraph(words), long_table(false)]);
    let pdf = to_pdf(&document).expect("written");
    for page in 1..=4 {
        let edges = word_edges(&pdf, page);
        assert!(edges.len() > 50, "page {page}");
        // 30 mm on the left are 85 points; 15 mm on the right leave 552.
        assert!(edges.iter().all(|&(left, right)| left >= 85 && right <= 553), "page {page}: {edges:?}");
    }
}

#[test]
fn a_word_without_end_is_broken_at_the_margin() {
    let word = "x".repeat(3_000);
    let Block::Table(mut table) = long_table(false) else { unreachable!() };
    table.rows = vec![Row::cells(["1", &word]), Row::cells([&word[..200], "Tên"]), Row::Group(word[..300].into())];
    let document = letter(vec![
        Block::heading(1, &word[..500]),
        Block::paragraph(word.as_str()),
        Block::item(&word[..500]),
        Block::part(&word[..500]),
        Block::Table(table),
    ]);
    let pdf = to_pdf(&document).expect("written");
    let printed = pdf_pages(&pdf).join("").matches('x').count();
    assert_eq!(printed, 3_000 * 2 + 500 * 3 + 200 + 300, "no letter is lost");
    for page in 1..=pdf_pages(&pdf).len() {
        let edges = word_edges(&pdf, page);
        assert!(edges.iter().all(|&(left, right)| left >= 85 && right <= 553), "page {page}: {edges:?}");
    }
}

#[test]
fn a_part_stands_further_in_than_the_line_above_it() {
    let document = letter(vec![Block::item("một"), Block::part("a) hai")]);
    let (_, xml) = docx_parts(&to_docx(&document).expect("written")).swap_remove(3);
    assert!(xml.contains("<w:ind w:left=\"720\" w:right=\"0\"/>"), "{xml}");
    assert!(pdf_text(&to_pdf(&document).expect("written")).contains("a) hai"));
}
