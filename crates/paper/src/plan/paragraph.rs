//! Paragraphs: lines joined where they were wrapped, cut where a marker, a heading or a finished sentence says so.

use super::columns::{self, Part};
use super::dictionary::WORDS;
use super::marker::{self, Above, Marker};
use super::preamble;
use super::restore::{self, Damage};
use super::token::{self, Kind, Token};
use super::tokenise;
use std::ops::Range;
use thidua_domain::plans::draft::Lines;

/// A paragraph with its marker taken off.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its numbering or bullet.
    pub marker: Option<Marker>,
    /// Its words.
    pub tokens: Vec<Token>,
    /// Index of its first line, and the byte where its marker or text begins.
    pub begin: (usize, usize),
}

impl Paragraph {
    /// The lines it stands on.
    pub fn lines(&self) -> Lines {
        span_lines(&self.tokens).unwrap_or(Lines::new(number(self.begin.0), number(self.begin.0)))
    }

    /// Its text.
    pub fn text(&self) -> String {
        token::text(&self.tokens)
    }

    /// Its folded words.
    pub fn words(&self) -> String {
        token::words(&self.tokens)
    }

    /// Whether its last mark is this one.
    pub fn ends_with(&self, mark: &str) -> bool {
        self.tokens.last().is_some_and(|token| token.is_mark(mark))
    }

    /// Whether it is written in capitals.
    pub fn is_upper(&self) -> bool {
        marker::capital_percent(&self.tokens) >= 65
    }

    /// Its number of words.
    pub fn word_count(&self) -> usize {
        self.tokens.iter().filter(|token| token.kind == Kind::Word).count()
    }
}

/// A line index as people count lines.
pub fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

/// The lines a run of tokens stands on.
pub fn span_lines(tokens: &[Token]) -> Option<Lines> {
    Some(Lines::new(number(tokens.first()?.line), number(tokens.last()?.line)))
}

/// A line of the file, cut into tokens.
#[derive(Clone)]
pub struct Row {
    /// Its marker and the byte where it begins.
    pub marker: Option<Marker>,
    /// Its words after the marker.
    pub tokens: Vec<Token>,
    begin: (usize, usize),
    after_gap: bool,
}

impl Row {
    /// Whether an empty line or the like stands before it.
    pub fn follows_gap(&self) -> bool {
        self.after_gap
    }
}

/// Cuts the lines of a file into rows, without empty lines, page numbers and the lines of tables, and restores damaged words.
pub fn rows(lines: &[String], tables: &[Range<usize>], damage: Damage) -> Vec<Row> {
    let damaged = damage.is_any();
    let mut rows: Vec<Row> = Vec::new();
    let mut gap = true;
    let (mut pending, mut roman_seen, mut letters) = (None, false, None);
    for Part { line: index, text: content, first_of_column } in columns::reading_order(lines) {
        gap |= first_of_column;
        if tables.iter().any(|table| table.contains(&index)) {
            gap = true;
            continue;
        }
        let mut tokens = tokenise::line(&content, index, damaged);
        if tokens.is_empty() || is_page_number(&tokens) || (damaged && is_junk(&tokens)) {
            gap = true;
            continue;
        }
        let begin = (index, tokens[0].start);
        let mut marker = match marker::leading(&tokens, damaged) {
            // “Phần thứ nhất” alone: the next line is its heading
            Some((chapter @ Marker::Chapter(_), taken)) if taken == tokens.len() => {
                pending = Some((chapter, begin));
                gap = true;
                continue;
            }
            Some((marker, taken)) if taken < tokens.len() => {
                tokens.drain(..taken);
                Some(marker)
            }
            _ => None,
        };
        // the first of the two kinds of numbering that appears stands above the other
        if let Some(Marker::Upper(_, above)) = &mut marker {
            *above = *letters.get_or_insert(if roman_seen { Above::Arabic } else { Above::Roman });
        }
        roman_seen |= matches!(marker, Some(Marker::Roman(_)));
        let begin = match pending.take() {
            Some((chapter, begin)) if marker.is_none() => {
                marker = Some(chapter);
                begin
            }
            _ => begin,
        };
        let after_gap = std::mem::take(&mut gap);
        if tokens.len() <= LONGEST {
            rows.push(Row { marker, tokens, begin, after_gap });
            continue;
        }
        for (part, piece) in tokens.chunks(LONGEST).enumerate() {
            let begin = (index, piece[0].start);
            rows.push(Row {
                marker: marker.clone().filter(|_| part == 0),
                tokens: piece.to_vec(),
                begin,
                after_gap,
            });
        }
    }
    restore_rows(&mut rows, damage);
    rows
}

fn restore_rows(rows: &mut [Row], damage: Damage) {
    let lengths: Vec<usize> = rows.iter().map(|row| row.tokens.len()).collect();
    let mut all: Vec<Token> = rows.iter_mut().flat_map(|row| std::mem::take(&mut row.tokens)).collect();
    restore::restore(&mut all, damage);
    let mut all = all.into_iter();
    for (row, length) in rows.iter_mut().zip(lengths) {
        row.tokens.extend(all.by_ref().take(length));
    }
}

fn is_page_number(tokens: &[Token]) -> bool {
    let inner: Vec<&Token> = tokens.iter().filter(|token| !token.is_mark("-")).collect();
    matches!(inner.as_slice(), [only] if only.kind == Kind::Number && only.text.len() <= 3)
}

/// Single letters and stray marks, left behind by stamps and lines.
fn is_junk(tokens: &[Token]) -> bool {
    tokens.len() <= 3 && tokens.iter().all(|token| token.text.chars().count() == 1 && token.kind != Kind::Number)
}

/// No paragraph of a plan has more words than this; a longer one is cut, so that reading stays fast.
const LONGEST: usize = 3_000;

/// Joins rows into paragraphs.
pub fn join(rows: Vec<Row>) -> Vec<Paragraph> {
    let width = usual_width(&rows);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut last_width = 0;
    // until the first heading every ground of the plan begins a paragraph, also without an empty line before it
    let mut in_preamble = true;
    for row in rows {
        let row_width = width_of(&row.tokens);
        in_preamble = in_preamble && row.marker.as_ref().is_none_or(|marker| marker.level() > 3);
        let opens = in_preamble && preamble::opens(&row.tokens);
        match paragraphs.last_mut() {
            Some(last)
                if last.tokens.len() < LONGEST
                    && (!opens || preamble::needs_more(&last.tokens))
                    && continues(last, last_width, &row, width) =>
            {
                last.tokens.extend(row.tokens)
            }
            _ => paragraphs.push(Paragraph { marker: row.marker, tokens: row.tokens, begin: row.begin }),
        }
        last_width = row_width;
    }
    paragraphs
}

fn width_of(tokens: &[Token]) -> usize {
    tokens.last().map_or(0, |token| token.end)
}

/// The width that three lines in four do not pass.
fn usual_width(rows: &[Row]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(|row| width_of(&row.tokens)).collect();
    widths.sort_unstable();
    widths.get(widths.len() * 3 / 4).copied().unwrap_or(0)
}

/// So many blanks set a value apart from its name.
const APART: usize = 3;

/// `Nộp ngân sách        : 2.150 triệu đồng`: a name and, set apart from it, its value.
fn is_aligned(tokens: &[Token]) -> bool {
    let apart =
        |at: &usize| tokens[*at].start >= tokens[at - 1].end + APART && tokens[*at].line == tokens[at - 1].line;
    let mut gaps = (1..tokens.len()).filter(apart);
    let (Some(gap), None) = (gaps.next(), gaps.next()) else { return false };
    let words = tokens[..gap].iter().filter(|token| token.kind == Kind::Word).count();
    let value = tokens[gap..].iter().position(|token| token.kind == Kind::Number);
    words >= 2 && value.is_some_and(|at| at <= 3)
}

/// `TM. …`, `KT. …`, or a post in capitals by itself: each line of a signature stands alone.
fn begins_signature(tokens: &[Token]) -> bool {
    let upper = marker::capital_percent(tokens) >= 90 && tokens.len() <= 12;
    let first = tokens.first().map_or("", |first| first.folded.as_str());
    let form =
        ["tm", "kt", "tuq", "tl", "q"].contains(&first) && tokens.get(1).is_some_and(|token| token.is_mark("."));
    let remark = first == "(" && tokens.get(1).is_some_and(|token| token.is_word("da"));
    let post = WORDS.signer_posts.iter().any(|(_, post)| token::starts_at(tokens, 0, post) == Some(tokens.len()));
    (upper && (form || post)) || remark
}

fn continues(last: &Paragraph, last_width: usize, row: &Row, width: usize) -> bool {
    if row.marker.is_some() {
        return false;
    }
    let Some(first) = row.tokens.first() else { return true };
    if begins_signature(&row.tokens) || (is_aligned(&row.tokens) && first.is_capital()) {
        return false;
    }
    let small = first.kind == Kind::Word && !first.is_capital();
    let finished = last.tokens.last().is_some_and(|token| {
        token.kind == Kind::Mark && matches!(token.text.as_str(), "." | ";" | ":" | "!" | "?" | "…")
    });
    let row_upper = marker::capital_percent(&row.tokens) >= 65;
    if last.is_upper() != row_upper && (last.word_count() >= 2 || last.marker.is_some()) && !small {
        return false;
    }
    if row.after_gap {
        let open_list = small && last.ends_with(";");
        // a page may break before a capital too, in the middle of a full line
        let several_rows =
            last.tokens.first().map(|token| token.line) != last.tokens.last().map(|token| token.line);
        let broken_page = several_rows
            && width < 130
            && !finished
            && !last.is_upper()
            && last.word_count() > 12
            && last_width * 10 >= width * 8
            && last.tokens.last().is_some_and(|token| token.kind != Kind::Mark);
        return open_list || broken_page || !finished && (small || first.kind == Kind::Mark) && !last.is_upper();
    }
    // inside a block a short line ends a paragraph when the next begins like a new one
    let short = last_width * 10 < width * 6;
    !(first.is_capital() && (short || (finished && last_width * 10 < width * 8)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        join(rows(&lines, &[], Damage::NONE)).iter().map(Paragraph::text).collect()
    }

    #[test]
    fn wrapped_lines_are_joined_over_page_breaks_and_items_are_kept_apart() {
        let text = "Ủy ban nhân dân xã tập trung chỉ đạo các ban ngành thực hiện\ntốt nhiệm vụ năm 2022, bảo đảm quốc phòng\n\n2\n\nvà an ninh trên địa bàn.\n\n- Mục một;\n- Mục hai dài hơn một dòng cho nên phải xuống dòng giữa câu\nthế này.";
        assert_eq!(
            paragraphs(text),
            [
                "Ủy ban nhân dân xã tập trung chỉ đạo các ban ngành thực hiện tốt nhiệm vụ năm 2022, bảo đảm quốc phòng và an ninh trên địa bàn.",
                "Mục một;",
                "Mục hai dài hơn một dòng cho nên phải xuống dòng giữa câu thế này.",
            ]
        );
    }
}
