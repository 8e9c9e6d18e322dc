//! The lines of the file, for giving back its own text.

use super::paragraph::Paragraph;
use super::token::Token;
use thidua_domain::plans::draft::Lines;

/// The lines of the file.
pub struct Source<'a> {
    lines: &'a [String],
}

impl<'a> Source<'a> {
    /// Over these lines.
    pub fn new(lines: &'a [String]) -> Self {
        Source { lines }
    }

    /// The file's own text from one place to another, both included, with its line ends.
    fn between(&self, from: (usize, usize), to: (usize, usize)) -> String {
        let mut out = String::new();
        for index in from.0..=to.0 {
            let Some(line) = self.lines.get(index) else { break };
            let start = if index == from.0 { from.1 } else { 0 };
            let end = if index == to.0 { to.1 } else { line.len() };
            if index > from.0 {
                out.push('\n');
            }
            out.push_str(line.get(start..end.max(start)).unwrap_or_default());
        }
        out
    }

    /// The file's own text of a run of tokens.
    pub fn raw(&self, tokens: &[Token]) -> String {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => self.between((first.line, first.start), (last.line, last.end)),
            _ => String::new(),
        }
    }

    /// The file's own text of a paragraph with its marker.
    pub fn raw_paragraph(&self, paragraph: &Paragraph) -> String {
        match paragraph.tokens.last() {
            Some(last) => self.between(paragraph.begin, (last.line, last.end)),
            None => String::new(),
        }
    }

    /// The file's own lines.
    pub fn raw_lines(&self, lines: Lines) -> String {
        let first = usize::try_from(lines.first).unwrap_or(1).saturating_sub(1);
        let last = usize::try_from(lines.last).unwrap_or(1).min(self.lines.len());
        self.lines.get(first..last).unwrap_or_default().join("\n")
    }
}
