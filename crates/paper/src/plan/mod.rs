//! From lines of text to the draft of a plan.
//!
//! The stages, each a module: the damage is measured and damaged words are [`restore`]d; lines are cut into tokens
//! ([`tokenise`]) and joined into [`paragraph`]s; the [`outline`] says which part of the plan a paragraph stands in; then
//! [`header`], [`bases`], [`movements`], [`waves`], [`targets`], [`duties`], [`reporting`] and [`recipients`] each read their part.
//! Reading is pure and deterministic, and no bytes make it panic.

mod bases;
mod citation;
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
#[cfg(test)]
mod score;
pub mod similarity;
mod source;
mod symbol;
mod targets;
#[cfg(test)]
mod tests;
mod token;
mod tokenise;
mod waves;

pub(crate) use marker::roman_numeral;
pub use not_a_plan::NotAPlan;

use crate::read::SourceText;
use outline::Part;
use paragraph::{Paragraph, Row};
use source::Source;
use thidua_domain::plans::draft::PlanDraft;

/// More words than this are no plan; a long one has ten thousand.
const MOST_WORDS: usize = 60_000;
/// Fewer words than this are no plan.
const LEAST_WORDS: usize = 40;

/// Reads a plan.
///
/// # Errors
/// [`NotAPlan`] with the reason when the text is no plan of an emulation movement.
pub fn read_plan(text: &SourceText) -> Result<PlanDraft, NotAPlan> {
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
    let mut rows = paragraph::rows(lines, damage);
    let (kind_at, kind) = header::kind_row(&rows).ok_or(NotAPlan::NoHeading)?;
    let emulation = rows.iter().filter(|row| token::has(&row.tokens, "thi dua")).count();
    if !matches!(kind, "Kế hoạch" | "Chỉ thị" | "Chương trình" | "Hướng dẫn") {
        return Err(NotAPlan::OtherKind { kind: kind.to_owned() });
    }
    if emulation < 2 {
        return Err(NotAPlan::NotEmulation);
    }
    let below = rows.split_off(kind_at + 1);
    Ok(draft(&Source::new(lines), &rows, kind, title_on_kind_row(&rows[kind_at], kind), below))
}

/// `KẾ HOẠCH phát động …`: the title that stands on the row of the kind.
fn title_on_kind_row(row: &Row, kind: &str) -> Option<Paragraph> {
    let tokens = row
        .tokens
        .get(kind.split(' ').count()..)
        .filter(|tokens| tokens.iter().any(|token| token.kind == token::Kind::Word))?;
    let first = tokens.first()?;
    Some(Paragraph { marker: None, tokens: tokens.to_vec(), begin: (first.line, first.start) })
}

fn draft(
    source: &Source<'_>,
    head: &[Row],
    kind: &str,
    title_row: Option<Paragraph>,
    below: Vec<Row>,
) -> PlanDraft {
    let paragraphs = paragraph::join(below);
    let length = if title_row.is_some() { 0 } else { header::title_length(&paragraphs) };
    let (title, body) = paragraphs.split_at(length);
    let title = title_row.map_or(title.to_vec(), |row| vec![row]);
    let outline = outline::outline(body);
    let foot = outline.places.iter().position(|place| place.part == Part::Foot).unwrap_or(body.len());
    let signed = if foot < body.len() { &body[foot..] } else { &body[body.len().saturating_sub(6)..] };
    let Some((kind_row, head)) = head.split_last() else { return PlanDraft::default() };
    let mut document = header::read(head, &body[..foot], &title, (kind_row, kind), signed);
    let legal_bases = bases::read(body, &outline);
    header::complete_parent(&mut document, &legal_bases, body);
    let year = document.subject_year.as_ref().map(|piece| piece.value);
    let (waves, occasions) = waves::read(body, &outline);
    PlanDraft {
        movements: movements::read(&document, body, &outline),
        document,
        legal_bases,
        waves,
        occasions,
        targets: targets::read(source, body, &outline),
        obligations: duties::read(body, &outline),
        reporting: reporting::read(body, &outline, year),
        recipients: recipients::read(&body[foot..]),
        sections: outline.sections,
    }
}
