//! From glyphs with places to lines in reading order: words and spaces, the two columns of a letterhead, tables, paragraphs.

use super::glyphs::{Glyph, Length, Page};
use super::grid;
use thidua_domain::basics::text::{fold, nfc};

/// A run of words on one line without a wide gap.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) left: Length,
    pub(super) right: Length,
    pub(super) text: String,
}

/// A line of the page.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) baseline: Length,
    pub(super) size: Length,
    pub(super) segments: Vec<Segment>,
}

impl Row {
    fn left(&self) -> Length {
        self.segments.first().map_or(0, |segment| segment.left)
    }

    fn right(&self) -> Length {
        self.segments.last().map_or(0, |segment| segment.right)
    }

    fn text(&self) -> String {
        self.segments.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join("\t")
    }
}

/// The lines of a page; an empty line parts paragraphs where the page shows that.
pub(super) fn lines(page: Page) -> Vec<String> {
    let Page { width, glyphs, rules, .. } = page;
    let grids = grid::grids(&rules);
    let mut free = Vec::new();
    let mut inside: Vec<Vec<Glyph>> = vec![Vec::new(); grids.len()];
    for glyph in glyphs {
        match grids.iter().position(|grid| grid.holds(&glyph)) {
            Some(at) => inside[at].push(glyph),
            None => free.push(glyph),
        }
    }
    let mut blocks: Vec<(Length, Vec<String>)> = paragraphs(rows(free), width);
    for (grid, glyphs) in grids.iter().zip(inside) {
        blocks.push((grid.top(), grid.lines(glyphs)));
    }
    blocks.sort_by_key(|(top, _)| *top);
    blocks.into_iter().flat_map(|(_, lines)| lines).collect()
}

/// Puts glyphs into rows by their baseline, and rows into segments by their gaps.
pub(super) fn rows(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    // large ones first, so that raised figures find the line they stand on
    glyphs.sort_by_key(|glyph| (glyph.baseline, glyph.left));
    let mut rows: Vec<(Length, Length, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs {
        let near = rows.iter().rposition(|(baseline, size, row)| {
            // a small raised figure stands above the line it belongs to
            let raised = glyph.size * 10 < *size * 9
                || (*size * 10 < glyph.size * 9 && row.len() <= 2 && row.iter().all(|one| one.text.len() == 1));
            let reach = (*size).max(glyph.size) * if raised { 55 } else { 35 } / 100;
            (glyph.baseline - baseline).abs() <= reach
        });
        match near.filter(|at| rows.len() - at <= 4) {
            Some(at) => {
                let (baseline, size, row) = &mut rows[at];
                if glyph.size > *size {
                    (*baseline, *size) = (glyph.baseline, glyph.size);
                }
                row.push(glyph);
            }
            None => rows.push((glyph.baseline, glyph.size, vec![glyph])),
        }
    }
    rows.sort_by_key(|(baseline, ..)| *baseline);
    rows.into_iter()
        .map(|(baseline, size, glyphs)| Row { baseline, size, segments: segments(glyphs, baseline, size) })
        .filter(|row| !row.segments.is_empty())
        .collect()
}

fn segments(mut glyphs: Vec<Glyph>, baseline: Length, size: Length) -> Vec<Segment> {
    glyphs.sort_by_key(|glyph| glyph.left);
    // a line that has its own spaces needs none made for it but at wide gaps
    let spaces = glyphs.iter().filter(|glyph| glyph.text.chars().all(char::is_whitespace)).count();
    let widest = if spaces * 12 >= glyphs.len() { size * 22 / 100 } else { size * 16 / 100 };
    let mut segments: Vec<Segment> = Vec::new();
    let mut last: Option<&Glyph> = None;
    for glyph in &glyphs {
        // a letter drawn twice to look bold is one letter
        let doubled =
            last.is_some_and(|last| (glyph.left - last.left).abs() < size / 12 && last.text == glyph.text);
        if doubled {
            continue;
        }
        last = Some(glyph);
        let raised = glyph.size * 10 < size * 9 && baseline - glyph.baseline > size / 6;
        let text = match glyph.text.as_str() {
            "2" if raised => "²",
            "3" if raised => "³",
            text => text,
        };
        let blank = text.chars().all(char::is_whitespace);
        match segments.last_mut() {
            Some(open) if glyph.left - open.right <= size * 2 => {
                let gap = glyph.left - open.right;
                if (blank || gap > widest) && !open.text.ends_with(' ') && !open.text.is_empty() {
                    open.text.push(' ');
                }
                if !blank {
                    open.text.push_str(text);
                    open.right = open.right.max(glyph.right);
                } else if gap <= size / 2 {
                    open.right = open.right.max(glyph.right.min(open.right + size / 2));
                }
            }
            _ if blank => {}
            _ => segments.push(Segment { left: glyph.left, right: glyph.right, text: text.to_owned() }),
        }
    }
    for segment in &mut segments {
        segment.text = nfc(segment.text.trim());
    }
    segments.retain(|segment| !segment.text.is_empty());
    segments
}

/// Rows as blocks of lines with their place: columns taken apart, paragraphs parted by empty lines.
fn paragraphs(rows: Vec<Row>, width: Length) -> Vec<(Length, Vec<String>)> {
    let mut blocks: Vec<(Length, Vec<String>)> = Vec::new();
    let body_left = usual(&rows, Row::left);
    let body_right = rows.iter().map(Row::right).max().unwrap_or(0);
    let mut before: Option<Row> = None;
    let mut at = 0;
    while at < rows.len() {
        if let Some(length) = columns(&rows[at..], width) {
            let (left, right) = halves(&rows[at..at + length], width);
            let lines = left.into_iter().chain(std::iter::once(String::new())).chain(right);
            let lines = std::iter::once(String::new()).chain(lines).chain(std::iter::once(String::new()));
            blocks.push((rows[at].baseline, lines.collect()));
            before = None;
            at += length;
            continue;
        }
        let row = &rows[at];
        let mut lines = Vec::new();
        if let Some(before) = &before {
            let gap = row.baseline - before.baseline;
            let wide = gap * 10 > before.size.max(row.size) * 17;
            let indented = row.left() - before.left() > row.size / 2 && row.left() - body_left > row.size / 2;
            let short = body_right - before.right() > width / 5;
            if wide || indented || short {
                lines.push(String::new());
            }
            // a word that the page breaks is one word
            if lines.is_empty()
                && let Some(last) = blocks.last_mut().and_then(|(_, lines)| lines.last_mut())
                && last.ends_with('\u{ad}')
            {
                last.pop();
                last.push_str(&row.text());
                at += 1;
                continue;
            }
        }
        lines.push(row.text());
        blocks.push((row.baseline, lines));
        before = Some(row.clone());
        at += 1;
    }
    blocks
}

/// The value that most rows have, within a point.
fn usual(rows: &[Row], of: impl Fn(&Row) -> Length) -> Length {
    let mut values: Vec<Length> = rows.iter().map(of).collect();
    values.sort_unstable();
    let count = |value: Length| values.iter().filter(|other| (**other - value).abs() <= 150).count();
    values.iter().copied().max_by_key(|value| (count(*value), -value)).unwrap_or(0)
}

/// Words of a letterhead, and of the foot where recipients stand beside the signature.
const COLUMN_WORDS: [&str; 4] = ["cong hoa xa hoi", "doc lap - tu do", "dang cong san viet nam", "noi nhan"];

/// How many rows from here stand in two columns: a letterhead, or the recipients beside the signature.
fn columns(rows: &[Row], width: Length) -> Option<usize> {
    let middle = width / 2;
    let centred = |row: &Row| (row.left() + row.right() - width).abs() < width / 16;
    let left = |row: &Row| row.right() < middle + width / 12 && !centred(row);
    let right = |row: &Row| row.left() > middle - width / 12 && !centred(row);
    let first = rows.first()?;
    let says = |row: &Row| {
        let text = fold(&row.text()).replace('–', "-");
        COLUMN_WORDS.iter().any(|words| text.contains(words))
    };
    let begins = first.segments.len() == 2
        || right(first)
        || (left(first) && (says(first) || rows.get(1).is_some_and(|row| row.segments.len() == 2 || right(row))));
    if !begins {
        return None;
    }
    let length = rows.iter().take_while(|row| left(row) || right(row) || row.segments.len() == 2).count();
    let block = &rows[..length];
    let both =
        block.iter().any(|row| row.segments.len() == 2) || (block.iter().any(left) && block.iter().any(right));
    (both && length >= 2 && block.iter().any(says)).then_some(length)
}

fn halves(rows: &[Row], width: Length) -> (Vec<String>, Vec<String>) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in rows {
        for segment in &row.segments {
            let centre = i64::from(segment.left) + i64::from(segment.right);
            let two = row.segments.len() == 2;
            let second = two && segment.left == row.segments[1].left;
            if second || (!two && centre > i64::from(width)) { &mut right } else { &mut left }
                .push(segment.text.clone());
        }
    }
    (left, right)
}
