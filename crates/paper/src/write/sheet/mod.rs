//! The document laid out in words: every line both writers print, decided once.
//!
//! What differs between PDF and Word is drawing; what is printed never differs.

mod lines;
#[cfg(test)]
mod tests;

use serde::Serialize;

use super::clean::clean;
use super::document::{Block, IssueDate, OfficialDocument, PartySignature, Row, Signature, Slips, Table};
use super::error::PaperError;
use super::words;
use lines::{addressees, appendices, head_issuer, number_line, place_date_line, recipient_lines};

pub(crate) use lines::roman;

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

/// No page of A4 shows more.
const MOST_COLUMNS: usize = 100;

fn check_rows(table: &Table) -> Result<(), PaperError> {
    if table.columns.len() > MOST_COLUMNS {
        return Err(PaperError::TooManyColumns { limit: MOST_COLUMNS });
    }
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
