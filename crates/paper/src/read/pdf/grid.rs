//! Tables drawn with rules: where their cells are, and the text of each.

use super::glyphs::{Glyph, Length, Rule};
use super::layout;
use crate::read::table;

/// Rules closer than this are one.
const NEAR: Length = 250;
/// A shorter rule is an underlining or a part of a sign.
const SHORTEST: Length = 1_400;

/// A table.
#[derive(Debug)]
pub(super) struct Grid {
    /// Places of the upright rules, from the left.
    columns: Vec<Length>,
    /// Places of the level rules, from the top.
    rows: Vec<Length>,
    upright: Vec<Rule>,
}

/// The tables that the rules of a page draw: at least two columns, closed on both sides.
pub(super) fn grids(rules: &[Rule]) -> Vec<Grid> {
    let upright: Vec<Rule> = rules
        .iter()
        .copied()
        .filter(|rule| rule.right - rule.left <= NEAR && rule.bottom - rule.top >= SHORTEST / 2)
        .collect();
    let level: Vec<Rule> = rules
        .iter()
        .copied()
        .filter(|rule| rule.bottom - rule.top <= NEAR && rule.right - rule.left >= SHORTEST)
        .collect();
    // stretches of the page that upright rules cover without a break
    let mut spans: Vec<(Length, Length)> = upright.iter().map(|rule| (rule.top, rule.bottom)).collect();
    spans.sort_unstable();
    let mut tables: Vec<(Length, Length)> = Vec::new();
    for (top, bottom) in spans {
        match tables.last_mut() {
            Some(last) if top <= last.1 + NEAR => last.1 = last.1.max(bottom),
            _ => tables.push((top, bottom)),
        }
    }
    tables
        .into_iter()
        .filter_map(|(top, bottom)| {
            let within = |rule: &&Rule| rule.top >= top - NEAR && rule.bottom <= bottom + NEAR;
            let upright: Vec<Rule> = upright.iter().filter(within).copied().collect();
            let columns = places(upright.iter().map(|rule| rule.left));
            let rows = places(level.iter().filter(within).map(|rule| rule.top));
            (columns.len() >= 3 && rows.len() >= 2 && columns.len() <= 40).then_some(Grid {
                columns,
                rows,
                upright,
            })
        })
        .collect()
}

/// Distinct places in order.
fn places(found: impl Iterator<Item = Length>) -> Vec<Length> {
    let mut places: Vec<Length> = found.collect();
    places.sort_unstable();
    places.dedup_by(|next, kept| *next - *kept <= NEAR);
    places
}

impl Grid {
    pub(super) fn top(&self) -> Length {
        self.rows.first().copied().unwrap_or(0)
    }

    /// Whether a glyph stands inside the table.
    pub(super) fn holds(&self, glyph: &Glyph) -> bool {
        let (Some(left), Some(right)) = (self.columns.first(), self.columns.last()) else { return false };
        let (Some(top), Some(bottom)) = (self.rows.first(), self.rows.last()) else { return false };
        let middle = glyph.baseline - glyph.size / 4;
        (*left..*right).contains(&glyph.left) && (*top..*bottom).contains(&middle)
    }

    /// The cell a glyph stands in: row, and the first of the columns that no rule parts here.
    fn cell(&self, glyph: &Glyph) -> (usize, usize) {
        let middle = glyph.baseline - glyph.size / 4;
        let row = self.rows.iter().rposition(|place| *place <= middle).unwrap_or(0);
        let mut column = self.columns.iter().rposition(|place| *place <= glyph.left).unwrap_or(0);
        let parted = |place: Length| {
            self.upright
                .iter()
                .any(|rule| (rule.left - place).abs() <= NEAR && rule.top <= middle && middle <= rule.bottom)
        };
        while column > 0 && !parted(self.columns[column]) {
            column -= 1;
        }
        (row, column)
    }

    /// The text of the table.
    pub(super) fn lines(&self, glyphs: Vec<Glyph>) -> Vec<String> {
        let (height, width) = (self.rows.len(), self.columns.len());
        let mut cells: Vec<Vec<Vec<Glyph>>> = vec![vec![Vec::new(); width]; height];
        for glyph in glyphs {
            let (row, column) = self.cell(&glyph);
            cells[row][column].push(glyph);
        }
        let text = |glyphs: Vec<Glyph>| -> Vec<String> {
            layout::rows(glyphs)
                .into_iter()
                .map(|row| row.segments.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join(" "))
                .collect()
        };
        let rows = cells
            .into_iter()
            .take(height.saturating_sub(1))
            .map(|row| row.into_iter().take(width.saturating_sub(1)).map(text).collect())
            .collect();
        table::lines(rows)
    }
}
