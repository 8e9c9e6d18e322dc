//! From lines of text to the draft of a plan.
//!
//! The stages, each a module: the damage is measured and damaged words are [`restore`]d; lines are cut into tokens
//! ([`tokenise`]) and joined into [`paragraph`]s; the [`outline`] says which part of the plan a paragraph stands in; then
//! [`header`], [`bases`], [`movements`], [`waves`], [`targets`], [`duties`], [`reporting`] and [`recipients`] each read their part.
//! Reading is pure and deterministic, and no bytes make it panic.

mod bases;
mod citation;
mod columns;
mod dates;
mod dictionary;
mod duties;
mod header;
pub mod json;
mod marker;
mod movements;
mod not_a_plan;
mod occasions;
mod outline;
mod paragraph;
mod preamble;
mod recipients;
mod reporting;
mod restore;
pub mod results;
pub mod score;
pub mod similarity;
mod source;
mod symbol;
mod table;
mod targets;
#[cfg(test)]
mod tests;
mod token;
mod tokenise;
mod waves;

pub(crate) use marker::roman_numeral;
pub use not_a_plan::NotAPlan;

use crate::read::SourceText;
use header::{KindOfDocument, Sets};
use outline::Part;
use paragraph::{Paragraph, Row};
use source::Source;
use thidua_domain::plans::draft::{Header, PlanDraft};

/// More words than this are no plan; a long one has ten thousand.
const MOST_WORDS: usize = 60_000;
/// Fewer words than this are no plan.
const LEAST_WORDS: usize = 40;

/// Reads a plan, or what else an authority writes about emulation: a directive, a letter, a piece of news. Only a text that
/// sets targets yields any.
///
/// # Errors
/// [`NotAPlan`] with the reason when the text does not speak of emulation, or is none at all.
pub fn read_plan(text: &SourceText) -> Result<PlanDraft, NotAPlan> {
    read_document(text, true)
}

/// Reads a document that assigns figures to plans, such as a decision: it need not speak of emulation.
///
/// # Errors
/// [`NotAPlan`] when the text is too short, too long, or not Vietnamese.
pub fn read_assignment(text: &SourceText) -> Result<PlanDraft, NotAPlan> {
    read_document(text, false)
}

/// Reads what the head and the foot of any document say: number, day, issuer, title, signer. A text in which nothing of a
/// document is found answers nothing.
pub(crate) fn read_header(text: &SourceText) -> Option<Header> {
    let words: usize = text.lines.iter().map(|line| line.split_whitespace().count()).sum();
    let damage = restore::measure(&text.lines);
    if words > MOST_WORDS || damage.strange > 75 {
        return None;
    }
    let tables = table::tables(&text.lines, damage.is_any());
    let taken: Vec<_> = tables.iter().map(|table| table.lines.clone()).collect();
    Some(document(paragraph::rows(&text.lines, &taken, damage)))
}

fn document(rows: Vec<Row>) -> Header {
    let Parts { head, kind, title, body } = parts(rows);
    let outline = outline::outline(&body);
    let foot = outline.places.iter().position(|place| place.part == Part::Foot).unwrap_or(body.len());
    let kind = kind.as_ref().map(|(row, kind)| (row, *kind));
    header::read(&head, &body[..foot], &title, kind, signed(&body, foot))
}

/// The paragraphs among which the signature stands.
fn signed(body: &[Paragraph], foot: usize) -> &[Paragraph] {
    let end = if foot < body.len() { foot } else { body.len() };
    &body[end.saturating_sub(10)..]
}

fn read_document(text: &SourceText, of_emulation: bool) -> Result<PlanDraft, NotAPlan> {
    let lines = &text.lines;
    let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
    if words < LEAST_WORDS {
        return Err(NotAPlan::TooShort { words });
    }
    if words > MOST_WORDS {
        return Err(NotAPlan::TooLong { words });
    }
    let damage = restore::measure(lines);
    if damage.strange > 75 {
        return Err(NotAPlan::NotVietnamese);
    }
    let mut tables = table::tables(lines, damage.is_any());
    for cell in tables.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells) {
        restore::restore(cell, damage);
    }
    let taken: Vec<_> = tables.iter().map(|table| table.lines.clone()).collect();
    let rows = paragraph::rows(lines, &taken, damage);
    if of_emulation && !rows.iter().any(|row| token::has(&row.tokens, "thi dua")) {
        return Err(NotAPlan::NotEmulation);
    }
    Ok(draft(&Source::new(lines), rows, &tables, of_emulation))
}

/// The parts of a document: its head, the row that names its kind, its title, and what follows.
struct Parts {
    head: Vec<Row>,
    kind: Option<(Row, &'static KindOfDocument)>,
    title: Vec<Paragraph>,
    body: Vec<Paragraph>,
}

fn parts(mut rows: Vec<Row>) -> Parts {
    let Some((at, kind)) = header::kind_row(&rows) else {
        let (kind, title_rows, head_rows) = header::without_kind_row(&rows);
        let body = rows.split_off(head_rows.end);
        let title = rows.get(title_rows.clone()).unwrap_or_default().to_vec();
        rows.truncate(title_rows.start.min(rows.len()));
        let kind = kind.zip(title.first().cloned()).map(|(kind, row)| (row, kind));
        return Parts { head: rows, kind, title: paragraph::join(title), body: paragraph::join(body) };
    };
    let below = rows.split_off(at + 1);
    let kind_row = rows.pop();
    let paragraphs = paragraph::join(below);
    let on_row = kind_row.as_ref().and_then(|row| title_on_kind_row(row, kind));
    // a title may begin on the row of the kind and go on below it
    let whole = on_row.as_ref().is_none_or(|title| title.word_count() >= 4);
    let length = if on_row.is_some() && whole { 0 } else { header::title_length(&paragraphs) };
    let (title, body) = paragraphs.split_at(length);
    let title = on_row.into_iter().chain(title.iter().cloned()).collect();
    Parts { head: rows, kind: kind_row.map(|row| (row, kind)), title, body: body.to_vec() }
}

/// `KẾ HOẠCH phát động …`: the title that stands on the row of the kind.
fn title_on_kind_row(row: &Row, kind: &KindOfDocument) -> Option<Paragraph> {
    let tokens = row
        .tokens
        .get(kind.folded.split(' ').count()..)
        .filter(|tokens| tokens.iter().any(|token| token.kind == token::Kind::Word))?;
    let first = tokens.first()?;
    Some(Paragraph { marker: None, tokens: tokens.to_vec(), begin: (first.line, first.start) })
}

fn draft(source: &Source<'_>, rows: Vec<Row>, tables: &[table::Table], of_emulation: bool) -> PlanDraft {
    let Parts { head, kind, title, body } = parts(rows);
    let body = body.as_slice();
    let outline = outline::outline(body);
    let foot = outline.places.iter().position(|place| place.part == Part::Foot).unwrap_or(body.len());
    let signed = signed(body, foot);
    let sets = kind.as_ref().map_or(Sets::Never, |(_, kind)| kind.sets);
    // a notice or decision that launches a movement sets its targets
    let launches =
        title.iter().any(|line| token::has(&line.tokens, "phat dong") && token::has(&line.tokens, "thi dua"));
    let launching = kind.as_ref().is_some_and(|(_, kind)| {
        matches!(kind.name, "Thông báo" | "Quyết định" | "Công văn" | "Hướng dẫn" | "Lời kêu gọi" | "Thư kêu gọi")
    });
    let sets = match (of_emulation, launches && launching) {
        // what assigns figures lists them
        (false, _) => Sets::ListOnly,
        (true, true) => Sets::Promises,
        (true, false) => sets,
    };
    let sets = if sets == Sets::Promises && title.iter().any(|line| header::is_of_an_event(&line.tokens)) {
        Sets::ListOnly
    } else {
        sets
    };
    let mut document =
        header::read(&head, &body[..foot], &title, kind.as_ref().map(|(row, kind)| (row, *kind)), signed);
    let legal_bases = bases::read(body, &outline);
    header::complete_parent(&mut document, &legal_bases, body);
    let year = document.subject_year.as_ref().map(|piece| piece.value);
    let (waves, occasions) = waves::read(body, &outline, year);
    PlanDraft {
        movements: movements::read(&document, body, &outline),
        document,
        legal_bases,
        waves,
        occasions,
        targets: targets::read(source, body, &outline, tables, sets, year),
        obligations: duties::read(body, &outline),
        reporting: reporting::read(body, &outline, year),
        recipients: recipients::read(&body[foot..]),
        sections: outline.sections,
    }
}
