//! The document laid out in words: every line both writers print, decided once.
//!
//! What differs between PDF and Word is drawing; what is printed never differs.

use serde::Serialize;

use super::clean::clean;
use super::document::{Block, IssueDate, OfficialDocument, PartySignature, Row, Signature, Slips, Table};
use super::error::PaperError;
use super::words;
use thidua_domain::basics::text::fold;

/// No meeting hands out more ballots than this.
const MOST_SLIPS: u32 = 500;

/// Every line of a document, ready to be drawn.
#[derive(Debug, Serialize)]
pub(super) struct Sheet {
    pub(super) title: String,
    pub(super) date: Option<IssueDate>,
    pub(super) national_name: &'static str,
    pub(super) motto: &'static str,
    pub(super) parent_authority: Option<String>,
    pub(super) issuer: String,
    pub(super) form_label: Option<String>,
    pub(super) number_line: Option<String>,
    pub(super) place_date_line: String,
    pub(super) mark: Option<String>,
    pub(super) kind: String,
    pub(super) subject: String,
    pub(super) addressee_label: &'static str,
    /// One behind the label, or several with dashes on lines of their own.
    pub(super) addressees: Vec<String>,
    pub(super) landscape: bool,
    pub(super) slips: Option<Slips>,
    pub(super) co_signature: Option<PartySignature>,
    pub(super) body: Vec<Block>,
    pub(super) signature: Signature,
    pub(super) recipients_label: &'static str,
    pub(super) recipients: Vec<String>,
    pub(super) appendices: Vec<Appendix>,
}

/// A landscape table behind the signature.
#[derive(Debug, Serialize)]
pub(super) struct Appendix {
    pub(super) heading: String,
    pub(super) title: Option<String>,
    pub(super) reference: String,
    pub(super) table: Table,
}

impl Sheet {
    /// Decides every line of `document`, or says what is wrong with it.
    pub(super) fn of(document: &OfficialDocument) -> Result<Self, PaperError> {
        if let Some(date) = document.date {
            check_date(date)?;
        }
        if document.slips.is_some_and(|slips| !(1..=MOST_SLIPS).contains(&slips.copies)) {
            return Err(PaperError::SlipCount { limit: MOST_SLIPS });
        }
        let (landscape, body): (Vec<Block>, Vec<Block>) = document
            .blocks
            .iter()
            .map(clean_block)
            .partition(|block| matches!(block, Block::Table(table) if table.landscape));
        let tables: Vec<Table> = landscape.into_iter().filter_map(into_table).collect();
        for table in tables.iter().chain(body.iter().filter_map(as_table)) {
            check_rows(table)?;
        }
        Ok(Self {
            title: title(document),
            date: document.date,
            national_name: words::NATIONAL_NAME,
            motto: words::MOTTO,
            parent_authority: document.parent_authority.as_deref().map(upper),
            issuer: upper(&head_issuer(document)),
            form_label: document.form_label.as_deref().map(clean),
            number_line: (!document.unnumbered).then(|| clean(&number_line(document))),
            place_date_line: clean(&place_date_line(document)),
            mark: document.mark.as_deref().map(upper),
            kind: upper(&document.kind),
            subject: clean(&document.subject),
            addressee_label: words::ADDRESSEE_LABEL,
            addressees: addressees(&document.addressees),
            landscape: document.landscape,
            slips: document.slips,
            co_signature: document.co_signature.as_ref().map(party),
            body: in_steps(body),
            signature: signature(&document.signature),
            recipients_label: words::RECIPIENTS_LABEL,
            recipients: recipient_lines(&document.recipients),
            appendices: appendices(document, tables),
        })
    }
}

/// The title of the file, which readers show and speak: never empty.
fn title(document: &OfficialDocument) -> String {
    let title = clean(&format!("{} {}", document.kind, document.subject));
    let title = if title.trim().is_empty() { clean(&document.issuer) } else { title };
    title.trim().into()
}

/// Headings without a gap between their levels: who listens goes from one to the next.
fn in_steps(mut body: Vec<Block>) -> Vec<Block> {
    let mut last = 0;
    for block in &mut body {
        if let Block::Heading { level, .. } = block {
            *level = (*level).min(last + 1);
            last = *level;
        }
    }
    body
}

fn upper(text: &str) -> String {
    clean(text).to_uppercase()
}

/// The issuer as the head prints it: what the line above already says is not said again
/// ("SỞ NỘI VỤ" under "ỦY BAN NHÂN DÂN TỈNH …").
fn head_issuer(document: &OfficialDocument) -> String {
    let issuer: Vec<&str> = document.issuer.split_whitespace().collect();
    let parent: Vec<&str> = document.parent_authority.as_deref().unwrap_or_default().split_whitespace().collect();
    let same = |ours: &[&str], theirs: &[&str]| {
        ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| fold(a) == fold(b))
    };
    let places = (0..parent.len()).map(|from| &parent[from..]);
    let repeated = places
        .filter(|place| place.len() < issuer.len() && (place.len() == parent.len() || opens_with_level(place)))
        .find(|place| same(&issuer[issuer.len() - place.len()..], place));
    match repeated {
        // the same kind of authority in the same place is not below its parent
        Some(place) if !parent_kind(&issuer[..issuer.len() - place.len()]) => {
            issuer[..issuer.len() - place.len()].join(" ")
        }
        _ => document.issuer.clone(),
    }
}

/// Whether the words begin with a level of government and name a place of it.
fn opens_with_level(words: &[&str]) -> bool {
    const LEVELS: [&str; 9] =
        ["tinh", "thanh pho", "huyen", "quan", "thi xa", "thi tran", "dac khu", "xa", "phuong"];
    let folded = fold(&words.join(" "));
    LEVELS.iter().any(|level| folded.strip_prefix(level).is_some_and(|place| place.starts_with(' ')))
}

/// Authorities that are nothing without their place.
fn parent_kind(words: &[&str]) -> bool {
    matches!(fold(&words.join(" ")).as_str(), "uy ban nhan dan" | "hoi dong nhan dan" | "ubnd" | "hdnd")
}

fn number_line(document: &OfficialDocument) -> String {
    match &document.number_symbol {
        Some(number) => format!("{} {number}", words::NUMBER_LABEL),
        None => format!("{}{}/{}", words::NUMBER_LABEL, words::BLANK_NUMBER, symbol_hint(document)),
    }
}

fn symbol_hint(document: &OfficialDocument) -> &str {
    document.symbol_hint.as_deref().unwrap_or(words::BLANK)
}

fn place_date_line(document: &OfficialDocument) -> String {
    let date = date_words(document.date);
    match &document.place {
        Some(place) => format!("{place}, {date}"),
        None => date,
    }
}

/// Days below 10 and months 1 and 2 take a leading zero, so that no figure can be written before them.
fn date_words(date: Option<IssueDate>) -> String {
    let (day, month, year) = match date {
        Some(IssueDate { day, month, year }) => (
            format!("{day:02}"),
            if month < 3 { format!("{month:02}") } else { month.to_string() },
            year.to_string(),
        ),
        None => (words::BLANK.into(), words::BLANK.into(), words::BLANK.into()),
    };
    format!("{} {day} {} {month} {} {year}", words::DAY, words::MONTH, words::YEAR)
}

/// One stands behind the label as it is, several are a list.
fn addressees(addressees: &[String]) -> Vec<String> {
    match addressees {
        [only] => vec![clean(only)],
        several => recipient_lines(several),
    }
}

fn recipient_lines(recipients: &[String]) -> Vec<String> {
    let last = recipients.len();
    recipients
        .iter()
        .enumerate()
        .map(|(index, recipient)| {
            let text = clean(recipient);
            let bare = text.trim().trim_start_matches("- ").trim_end_matches([';', '.', ',']);
            format!("- {bare}{}", if index + 1 == last { "." } else { ";" })
        })
        .collect()
}

fn appendices(document: &OfficialDocument, tables: Vec<Table>) -> Vec<Appendix> {
    let single = tables.len() == 1;
    let reference = clean(&reference_line(document));
    tables
        .into_iter()
        .enumerate()
        .map(|(index, table)| Appendix {
            heading: if single {
                words::APPENDIX.into()
            } else {
                format!("{} {}", words::APPENDIX, roman(index + 1))
            },
            title: table.caption.as_deref().map(upper),
            reference: reference.clone(),
            table,
        })
        .collect()
}

fn reference_line(document: &OfficialDocument) -> String {
    let number = match &document.number_symbol {
        Some(number) => number.clone(),
        None => format!("{}/{}", words::BLANK, symbol_hint(document)),
    };
    format!(
        "({} {} {} {number} {} {} {})",
        words::ATTACHED_TO,
        capitalised(&document.kind),
        words::NUMBER_IN_SENTENCE,
        date_words(document.date),
        words::ISSUED_BY,
        document.issuer
    )
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters.as_str().to_lowercase().chars()).collect()
    })
}

/// Appendices carry Roman numerals.
pub(crate) fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

fn check_date(date: IssueDate) -> Result<(), PaperError> {
    let IssueDate { day, month, year } = date;
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    if day >= 1 && day <= days && (1..=9999).contains(&year) {
        Ok(())
    } else {
        Err(PaperError::ImpossibleDate { day, month, year })
    }
}

fn check_rows(table: &Table) -> Result<(), PaperError> {
    for (index, row) in table.rows.iter().enumerate() {
        if let Row::Cells(cells) = row
            && cells.len() != table.columns.len()
        {
            return Err(PaperError::UnevenRow {
                table: table.caption.clone().unwrap_or_default(),
                row: index + 1,
                cells: cells.len(),
                columns: table.columns.len(),
            });
        }
    }
    Ok(())
}

fn as_table(block: &Block) -> Option<&Table> {
    if let Block::Table(table) = block { Some(table) } else { None }
}

fn into_table(block: Block) -> Option<Table> {
    if let Block::Table(table) = block { Some(table) } else { None }
}

fn clean_block(block: &Block) -> Block {
    let mut block = block.clone();
    match &mut block {
        Block::Heading { level, text } => {
            *level = (*level).clamp(1, 3);
            *text = clean(text);
        }
        Block::Basis { text } | Block::Centred { text } | Block::Item { text } | Block::Part { text } => {
            *text = clean(text);
        }
        Block::Paragraph { runs } => runs.iter_mut().for_each(|run| run.text = clean(&run.text)),
        Block::Table(table) => clean_table(table),
        Block::Signatures { parties } => {
            parties.iter_mut().for_each(|one| *one = party(one));
        }
    }
    block
}

fn party(one: &PartySignature) -> PartySignature {
    PartySignature { party: upper(&one.party), signature: signature(&one.signature) }
}

fn signature(signature: &Signature) -> Signature {
    Signature {
        authority_form: signature.authority_form.as_deref().map(upper),
        post: upper(&signature.post),
        name: signature.name.as_deref().map(clean),
    }
}

fn clean_table(table: &mut Table) {
    table.caption = table.caption.as_deref().map(clean);
    for column in &mut table.columns {
        column.title = clean(&column.title);
        column.over = column.over.as_deref().map(clean);
    }
    for row in &mut table.rows {
        match row {
            Row::Cells(cells) => cells.iter_mut().for_each(|cell| cell.text = clean(&cell.text)),
            Row::Group(text) => *text = clean(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_below_ten_and_the_first_two_months_take_a_leading_zero() {
        let line = |day, month| date_words(Some(IssueDate { day, month, year: 2022 }));
        assert_eq!(line(7, 2), "ngày 07 tháng 02 năm 2022");
        assert_eq!(line(7, 3), "ngày 07 tháng 3 năm 2022");
        assert_eq!(line(15, 12), "ngày 15 tháng 12 năm 2022");
    }

    #[test]
    fn recipients_get_dashes_semicolons_and_a_closing_full_stop() {
        let lines = recipient_lines(&["Như trên".into(), "- Thường trực Đảng ủy xã;".into(), "Lưu: VT".into()]);
        assert_eq!(lines, ["- Như trên;", "- Thường trực Đảng ủy xã;", "- Lưu: VT."]);
    }

    #[test]
    fn the_head_does_not_repeat_the_place_of_the_authority_above() {
        let head = |parent: &str, issuer: &str| {
            let mut document = crate::forms::launch_plan::document(&crate::forms::launch_plan::example());
            document.parent_authority = (!parent.is_empty()).then(|| parent.into());
            document.issuer = issuer.into();
            Sheet::of(&document).expect("laid out").issuer
        };
        let province = "Ủy ban nhân dân tỉnh Hà Tĩnh";
        assert_eq!(head(province, "Sở Nội vụ tỉnh Hà Tĩnh"), "SỞ NỘI VỤ");
        assert_eq!(head("UỶ BAN NHÂN DÂN TỈNH HÀ TĨNH", "Sở Nội vụ tỉnh Hà Tĩnh"), "SỞ NỘI VỤ");
        assert_eq!(head(province, "Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh"), "VĂN PHÒNG");
        assert_eq!(head(province, "Sở Nội vụ"), "SỞ NỘI VỤ");
        assert_eq!(head("", "Sở Nội vụ tỉnh Hà Tĩnh"), "SỞ NỘI VỤ TỈNH HÀ TĨNH");
        assert_eq!(head(province, "Ủy ban nhân dân huyện An Hòa"), "ỦY BAN NHÂN DÂN HUYỆN AN HÒA");
        assert_eq!(
            head("Hội đồng nhân dân tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
            "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"
        );
    }

    #[test]
    fn a_day_outside_the_calendar_is_refused() {
        assert!(check_date(IssueDate { day: 29, month: 2, year: 2024 }).is_ok());
        for (day, month, year) in [(29, 2, 2023), (31, 4, 2023), (0, 1, 2023), (1, 13, 2023)] {
            assert!(check_date(IssueDate { day, month, year }).is_err(), "{day}/{month}/{year}");
        }
    }

    #[test]
    fn roman_numerals_are_written_as_official_documents_do() {
        let written: Vec<String> = [1, 4, 5, 9, 14, 40].into_iter().map(roman).collect();
        assert_eq!(written, ["I", "IV", "V", "IX", "XIV", "XL"]);
    }
}
