//! Head, title, distribution list and signature: the frame around the content.

use super::super::measure::bold_width;
use super::super::sheet::{Appendix, Sheet};
use super::size;
use super::table::layout_table;
use super::xml::{Border, Face, Paragraph, Spacing, rule, run};

const HEAD_LEFT: u32 = size::PORTRAIT * 42 / 100;
const HEAD_RIGHT: u32 = size::PORTRAIT - HEAD_LEFT;

/// The two-column head: authority and number on the left, nation and date on the right.
pub(super) fn head(sheet: &Sheet) -> String {
    let centred = Paragraph::centred();
    let mut authority = String::new();
    if let Some(parent) = &sheet.parent_authority {
        authority.push_str(&balanced(parent).of(parent, Face::size(size::SMALL_HEAD)));
    }
    authority.push_str(&balanced(&sheet.issuer).of(&sheet.issuer, Face::bold(size::SMALL_HEAD)));
    authority.push_str(&rule(balanced_width(&sheet.issuer) * 2 / 5, HEAD_LEFT, 0));

    let mut nation = centred.of(sheet.national_name, Face::bold(size::SMALL_HEAD));
    nation.push_str(&centred.of(sheet.motto, Face::bold(size::HEAD)));
    nation.push_str(&rule(bold_width(sheet.motto, size::HEAD), HEAD_RIGHT, 0));

    let below = Paragraph::centred().spaced(120, 0);
    let mut number = below.of(&sheet.number_line, Face::size(size::HEAD));
    // an official letter (công văn) has no kind: its subject stands under its number
    if sheet.kind.is_empty() {
        number.push_str(&Paragraph::centred().spaced(60, 0).of(&sheet.subject, Face::size(size::HEAD)));
    }
    if let Some(mark) = &sheet.mark {
        number.push_str(&mark_box(mark));
    }
    let date = below.of(&sheet.place_date_line, Face::italic(size::BODY));
    layout_table(&[HEAD_LEFT, HEAD_RIGHT], &[[authority, nation], [number, date]])
}

/// A long name of an authority is broken into lines of like length ("ỦY BAN NHÂN DÂN / HUYỆN …").
fn balanced_width(text: &str) -> u32 {
    let width = bold_width(text, size::SMALL_HEAD);
    let lines = width.div_ceil(HEAD_LEFT).max(1);
    if lines > 1 { (width / lines * 115 / 100).min(HEAD_LEFT) } else { width }
}

fn balanced(text: &str) -> Paragraph {
    let one_line = bold_width(text, size::SMALL_HEAD) <= HEAD_LEFT;
    let side = if one_line { 0 } else { HEAD_LEFT.saturating_sub(balanced_width(text)) / 2 };
    Paragraph { left: side, right: side, ..Paragraph::centred() }
}

fn mark_box(mark: &str) -> String {
    let width = (bold_width(mark, size::HEAD) + 120).min(HEAD_LEFT);
    let side = (HEAD_LEFT - width) / 2;
    let paragraph = Paragraph {
        spacing: Some(Spacing { before: 160, after: 60, exact_line: 0 }),
        left: side,
        right: side,
        border: Border::Box,
        ..Paragraph::centred()
    };
    paragraph.of(mark, Face::bold(size::HEAD))
}

/// Kind, subject, the short rule, and the addressee where there is one.
pub(super) fn title(sheet: &Sheet) -> String {
    let side = size::PORTRAIT * 6 / 100;
    let room = size::PORTRAIT - 2 * side;
    let mut title = String::new();
    if !sheet.kind.is_empty() {
        title = Paragraph { keep_next: true, ..Paragraph::centred().spaced(360, 60) }
            .of(&sheet.kind, Face::bold(size::BODY));
        let subject = Paragraph { left: side, right: side, keep_next: true, ..Paragraph::centred() };
        title.push_str(&subject.of(&sheet.subject, Face::bold(size::BODY)));
        let width = bold_width(&sheet.subject, size::BODY).min(room);
        title.push_str(&rule(width * 9 / 25, size::PORTRAIT, 240));
    }
    if let Some(addressee) = &sheet.addressee {
        let line = format!("{} {addressee}", sheet.addressee_label);
        let before = if sheet.kind.is_empty() { 360 } else { 0 };
        title.push_str(&Paragraph::centred().spaced(before, 240).of(&line, Face::size(size::BODY)));
    }
    title
}

/// Distribution list on the left, signature on the right, never divided.
pub(super) fn closing(sheet: &Sheet) -> String {
    let left = size::PORTRAIT / 2;
    let mut recipients = String::new();
    if !sheet.recipients.is_empty() {
        let label = Face { bold: true, ..Face::italic(size::RECIPIENTS_LABEL) };
        recipients.push_str(&Paragraph::tight().of(sheet.recipients_label, label));
    }
    for line in &sheet.recipients {
        let paragraph = Paragraph { left: 113, hanging: 113, ..Paragraph::tight() };
        recipients.push_str(&paragraph.of(line, Face::size(size::RECIPIENTS)));
    }
    if recipients.is_empty() {
        recipients.push_str(&Paragraph::tight().around(""));
    }

    let centred = Paragraph::centred();
    let mut signature = String::new();
    if let Some(form) = &sheet.signature.authority_form {
        signature.push_str(&centred.of(form, Face::bold(size::BODY)));
    }
    signature.push_str(&centred.of(&sheet.signature.post, Face::bold(size::BODY)));
    let name = sheet.signature.name.as_deref().unwrap_or_default();
    signature.push_str(&Paragraph::centred().spaced(size::SIGNATURE_ROOM, 0).of(name, Face::bold(size::BODY)));
    let gap = Paragraph {
        spacing: Some(Spacing { before: 0, after: 0, exact_line: 160 }),
        keep_next: true,
        ..Paragraph::tight()
    };
    gap.around("") + &layout_table(&[left, size::PORTRAIT - left], &[[recipients, signature]])
}

/// The heading lines of an appendix.
pub(super) fn appendix_head(appendix: &Appendix) -> String {
    let centred = Paragraph::centred().spaced(0, 60);
    let mut head = centred.of(&appendix.heading, Face::bold(size::BODY));
    if let Some(title) = &appendix.title {
        head.push_str(&centred.of(title, Face::bold(size::BODY)));
    }
    head.push_str(&Paragraph::centred().of(&appendix.reference, Face::italic(size::HEAD)));
    let width = bold_width(&appendix.reference, size::HEAD).min(size::LANDSCAPE);
    head.push_str(&rule(width * 3 / 10, size::LANDSCAPE, 160));
    head
}

/// The running head: the mark on the left, the page number in the middle.
pub(super) fn running_head(mark: Option<&str>, numbered: bool, room: u32) -> String {
    let mut runs = mark.map(|mark| run(mark, Face::bold(size::RUNNING_MARK))).unwrap_or_default();
    if numbered {
        let face = Face::size(size::HEAD).properties();
        runs.push_str(&format!(
            "<w:r><w:tab/></w:r><w:r>{face}<w:fldChar w:fldCharType=\"begin\"/></w:r>\
             <w:r>{face}<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
             <w:r>{face}<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>{face}<w:t>2</w:t></w:r>\
             <w:r>{face}<w:fldChar w:fldCharType=\"end\"/></w:r>"
        ));
    }
    Paragraph { style: "Header", centre_tab: room / 2, ..Paragraph::default() }.around(&runs)
}
