//! Head, title, distribution list and signature: the frame around the content.

use super::super::document::PartySignature;
use super::super::measure::bold_width;
use super::super::sheet::{Appendix, Sheet};
use super::body::signed;
use super::size;
use super::table::layout_table;
use super::xml::{Border, Face, Paragraph, Spacing, rule, run};

/// The left column of the head, where the text is so wide.
fn head_left(room: u32) -> u32 {
    room * 42 / 100
}

/// The two-column head: authority and number on the left, nation and date on the right.
pub(super) fn head(sheet: &Sheet, room: u32) -> String {
    let left = head_left(room);
    let right = room - left;
    let centred = Paragraph::centred();
    let mut authority = String::new();
    if let Some(parent) = &sheet.parent_authority {
        authority.push_str(&balanced(parent, left).of(parent, Face::size(size::SMALL_HEAD)));
    }
    authority.push_str(&balanced(&sheet.issuer, left).of(&sheet.issuer, Face::bold(size::SMALL_HEAD)));
    authority.push_str(&rule(balanced_width(&sheet.issuer, size::SMALL_HEAD, left) * 2 / 5, left, 0));

    let mut nation = centred.of(sheet.national_name, Face::bold(size::SMALL_HEAD));
    nation.push_str(&centred.of(sheet.motto, Face::bold(size::HEAD)));
    nation.push_str(&rule(bold_width(sheet.motto, size::HEAD), right, 0));

    let below = Paragraph::centred().spaced(120, 0);
    let mut number =
        sheet.number_line.as_ref().map(|line| below.of(line, Face::size(size::HEAD))).unwrap_or_default();
    // an official letter (công văn) has no kind: its subject stands under its number
    if sheet.kind.is_empty() {
        number.push_str(&Paragraph::centred().spaced(60, 0).of(&sheet.subject, Face::size(size::HEAD)));
    }
    if let Some(mark) = &sheet.mark {
        number.push_str(&mark_box(mark, left));
    }
    let date = below.of(&sheet.place_date_line, Face::italic(size::BODY));
    if number.is_empty() {
        // a cell without a paragraph cannot be opened
        number.push_str(&Paragraph::tight().around(""));
    }
    let label = Paragraph { align: "right", ..Paragraph::tight().spaced(0, 120) };
    let label = sheet.form_label.as_ref().map(|text| label.of(text, Face::bold(size::HEAD))).unwrap_or_default();
    label + &layout_table(&[left, right], &[[authority, nation], [number, date]])
}

/// A long text is broken into lines of like length ("ỦY BAN NHÂN DÂN / HUYỆN …").
fn balanced_width(text: &str, half_points: u32, room: u32) -> u32 {
    let width = bold_width(text, half_points);
    let lines = width.div_ceil(room).max(1);
    if lines > 1 { (width / lines * 115 / 100).min(room) } else { width }
}

fn balanced(text: &str, room: u32) -> Paragraph {
    let one_line = bold_width(text, size::SMALL_HEAD) <= room;
    let side = if one_line { 0 } else { room.saturating_sub(balanced_width(text, size::SMALL_HEAD, room)) / 2 };
    Paragraph { left: side, right: side, ..Paragraph::centred() }
}

fn mark_box(mark: &str, room: u32) -> String {
    let width = (bold_width(mark, size::HEAD) + 120).min(room);
    let side = (room - width) / 2;
    let paragraph = Paragraph {
        spacing: Some(Spacing { before: 160, after: 60, exact_line: 0 }),
        left: side,
        right: side,
        border: Border::Box,
        ..Paragraph::centred()
    };
    paragraph.of(mark, Face::bold(size::HEAD))
}

/// Kind, subject, the short rule, and the addressees where there are some.
pub(super) fn title(sheet: &Sheet, room: u32) -> String {
    let mut title = String::new();
    if !sheet.kind.is_empty() {
        title = Paragraph { keep_next: true, ..Paragraph::centred().spaced(360, 60) }
            .of(&sheet.kind, Face::bold(size::BODY));
        let width = balanced_width(&sheet.subject, size::BODY, room * 88 / 100);
        let side = if bold_width(&sheet.subject, size::BODY) > width { (room - width) / 2 } else { room * 6 / 100 };
        let subject = Paragraph { left: side, right: side, keep_next: true, ..Paragraph::centred() };
        title.push_str(&subject.of(&sheet.subject, Face::bold(size::BODY)));
        title.push_str(&rule(width * 38 / 100, room, 240));
    }
    let before = if sheet.kind.is_empty() { 360 } else { 0 };
    match sheet.addressees.as_slice() {
        [] => {}
        [only] => {
            let line = format!("{} {only}", sheet.addressee_label);
            title.push_str(&Paragraph::centred().spaced(before, 240).of(&line, Face::size(size::BODY)));
        }
        several => {
            let at = |left, before, after| Paragraph { left, ..Paragraph::tight().spaced(before, after) };
            title.push_str(&at(size::LIST, before, 60).of(sheet.addressee_label, Face::size(size::BODY)));
            for (index, line) in several.iter().enumerate() {
                let after = if index + 1 == several.len() { 240 } else { 60 };
                title.push_str(&at(size::LIST + size::INDENT, 0, after).of(line, Face::size(size::BODY)));
            }
        }
    }
    title
}

/// Distribution list on the left, signature on the right, never divided. Two who sign stand beside each other, the list below.
pub(super) fn closing(sheet: &Sheet, room: u32) -> String {
    let left = room / 2;
    let signer = PartySignature { party: String::new(), signature: sheet.signature.clone() };
    let gap = Paragraph {
        spacing: Some(Spacing { before: 0, after: 0, exact_line: 160 }),
        keep_next: true,
        ..Paragraph::tight()
    };
    let list = recipients(sheet);
    let mut rows = Vec::new();
    match &sheet.co_signature {
        Some(beside) => {
            rows.push([signed(beside, 120), signed(&signer, 120)]);
            if !sheet.recipients.is_empty() {
                rows.push([list, Paragraph::tight().around("")]);
            }
        }
        None => rows.push([list, signed(&signer, 0)]),
    }
    gap.around("") + &layout_table(&[left, room - left], &rows)
}

fn recipients(sheet: &Sheet) -> String {
    if sheet.recipients.is_empty() {
        return Paragraph::tight().around("");
    }
    let label = Face { bold: true, ..Face::italic(size::RECIPIENTS_LABEL) };
    let mut recipients = Paragraph::tight().of(sheet.recipients_label, label);
    for line in &sheet.recipients {
        let paragraph = Paragraph { left: 113, hanging: 113, ..Paragraph::tight() };
        recipients.push_str(&paragraph.of(line, Face::size(size::RECIPIENTS)));
    }
    recipients
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
