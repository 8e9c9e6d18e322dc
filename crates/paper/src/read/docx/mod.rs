//! Word documents (docx): paragraphs with the numbers Word shows before them, tables row by row, text boxes.
//!
//! What was deleted under “track changes” is left out, what was inserted is read. Headers, footers, footnotes and
//! comments are no text of the plan and are left out.

mod numbering;
mod package;
mod walk;

use super::{ReadProblem, SourceText};
pub(super) use package::Package;

/// The text of a Word document, a line for each paragraph and table row.
pub(super) fn read(bytes: &[u8]) -> Result<SourceText, ReadProblem> {
    let mut package = Package::open(bytes)?;
    let document = package.part("word/document.xml")?.ok_or(ReadProblem::Broken)?;
    let lists = package.part("word/numbering.xml")?.unwrap_or_default();
    let styles = package.part("word/styles.xml")?.unwrap_or_default();
    let numbering = numbering::Numbering::read(&lists, &styles)?;
    let lines = walk::lines(&document, numbering)?;
    let mut source = SourceText::from_text(&lines.text.join("\n"));
    source.notes.extend(lines.legacy.map(super::ReadNote::Legacy));
    Ok(source)
}

#[cfg(test)]
mod tests;
