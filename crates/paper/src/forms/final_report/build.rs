//! The final report, section by section.

use super::{FinalReport, Missing, MovementResult, StatusCounts, TargetRow, words};
use crate::forms::letterhead::bases;
use crate::forms::numbering::Sections;
use crate::forms::wording::{bare, items, movement, named, paragraphs, quoted, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Cell, Column, Row, Run, Table};

/// The final report as an official document.
pub fn document(report: &FinalReport) -> OfficialDocument {
    let movement = movement(&report.movement);
    let measured = words::within(&movement, &report.period);
    let mut sections = Sections::default();
    let mut blocks = opening(report, &movement, &measured);

    blocks.push(Block::heading(1, sections.next(words::ORGANISATION)));
    blocks.extend(organisation(report));

    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.extend(results(report));

    blocks.push(Block::heading(1, sections.next(words::MOVEMENTS)));
    blocks.extend(movements(&report.movements));
    if !report.recognised.is_empty() {
        blocks.push(Block::heading(2, words::RECOGNISED));
        blocks.extend(items(&report.recognised));
    }

    blocks.push(Block::heading(1, sections.next(words::MISSING)));
    blocks.extend(missing(&report.missing));

    blocks.push(Block::heading(1, sections.next(words::LESSONS_SECTION)));
    blocks.push(Block::heading(2, words::DIFFICULTIES));
    blocks.extend(typed_or_gap(report.difficulties.as_deref(), words::DIFFICULTIES_MISSING));
    blocks.push(Block::heading(2, words::LESSONS));
    blocks.extend(typed_or_gap(report.lessons.as_deref(), words::LESSONS_MISSING));

    let directions = report.directions.as_deref().map(paragraphs).unwrap_or_default();
    if !directions.is_empty() {
        blocks.push(Block::heading(1, sections.next(words::DIRECTIONS)));
        blocks.extend(directions);
    }
    blocks.push(Block::paragraph(words::closing(&report.letterhead.issuer, &measured)));

    let mark = report.illustrative.then(|| words::MARK.to_owned());
    report.letterhead.document(words::KIND, words::subject(&measured), blocks, mark)
}

fn opening(report: &FinalReport, movement: &str, measured: &str) -> Vec<Block> {
    let mut texts: Vec<String> = report.bases.clone();
    texts.extend(report.plan.as_ref().map(|plan| words::basis(&plan.cited_as(words::PLAN), movement)));
    let mut blocks = bases(&texts);
    blocks.push(Block::paragraph(words::opening(&report.letterhead.issuer, measured)));
    if report.illustrative {
        blocks.push(Block::Paragraph { runs: vec![Run::italic(words::ILLUSTRATIVE)] });
    }
    blocks
}

fn organisation(report: &FinalReport) -> Vec<Block> {
    let theme = match &report.theme {
        Some(theme) => {
            let source = theme.inherited_from.as_deref().map(words::inherited).unwrap_or_default();
            format!("{}{source}.", quoted(&theme.text))
        }
        None => words::NO_THEME.into(),
    };
    let mut blocks = vec![
        Block::Paragraph { runs: vec![Run::bold(format!("{}: ", words::THEME)), Run::plain(theme)] },
        Block::heading(2, words::LAUNCHING),
    ];
    blocks.extend(typed_or_gap(report.organisation.as_deref(), words::LAUNCHING_MISSING));
    blocks
}

fn results(report: &FinalReport) -> Vec<Block> {
    if report.groups.iter().all(|group| group.rows.is_empty()) {
        return vec![Block::paragraph(words::NO_TARGETS)];
    }
    vec![
        Block::paragraph(words::summary(report.counts, &report.period)),
        Block::Table(count_table(report.counts)),
        Block::paragraph(words::SEE_APPENDIX),
        Block::Table(result_table(report)),
    ]
}

pub(in crate::forms) fn count_table(counts: StatusCounts) -> Table {
    let parts = words::parts(counts);
    let total: usize = parts.iter().map(|(_, count)| count).sum();
    let columns: Vec<(&str, usize)> = std::iter::once((words::TOTAL, total)).chain(parts).collect();
    Table {
        caption: None,
        columns: columns.iter().map(|(title, _)| Column::new(*title, 1, Align::Center)).collect(),
        rows: vec![Row::cells(columns.iter().map(|(_, count)| count.to_string()))],
        landscape: false,
    }
}

fn result_table(report: &FinalReport) -> Table {
    use Align::{Center, Left, Right};
    const SHARES: [(u32, Align); 8] =
        [(5, Center), (31, Left), (12, Center), (13, Right), (12, Right), (9, Right), (12, Center), (22, Left)];
    let mut rows = Vec::new();
    for group in &report.groups {
        rows.extend(group.name.clone().map(Row::Group));
        rows.extend(group.rows.iter().map(target_row));
    }
    Table {
        caption: Some(words::table(&report.period)),
        columns: words::COLUMNS
            .into_iter()
            .zip(SHARES)
            .map(|(title, (share, align))| Column::new(title, share, align))
            .collect(),
        rows,
        landscape: true,
    }
}

fn target_row(row: &TargetRow) -> Row {
    let texts = [&row.number, &row.name, &row.unit, &row.planned, &row.actual, &row.rate, &row.status, &row.source];
    Row::Cells(texts.into_iter().map(|text| Cell::new(text.as_str())).collect())
}

fn movements(movements: &[MovementResult]) -> Vec<Block> {
    if movements.is_empty() {
        return vec![Block::paragraph(words::NO_MOVEMENTS)];
    }
    let lines: Vec<String> = movements
        .iter()
        .map(|movement| {
            let result = movement.result.as_deref().unwrap_or(words::MOVEMENT_RESULT_MISSING);
            format!("{}: {}", named(&movement.kind, &movement.name), bare(result))
        })
        .collect();
    std::iter::once(Block::paragraph(words::movements_attached(movements.len()))).chain(items(&lines)).collect()
}

fn missing(missing: &Missing) -> Vec<Block> {
    let kinds = [
        (words::NO_FIGURE, &missing.no_figure),
        (words::NOT_ASSIGNED, &missing.not_assigned),
        (words::TO_CONFIRM, &missing.to_confirm),
        (words::ELSEWHERE, &missing.elsewhere),
    ];
    let mut blocks = Vec::new();
    for (number, (title, lines)) in kinds.into_iter().filter(|(_, lines)| !lines.is_empty()).enumerate() {
        blocks.push(Block::heading(2, format!("{}. {title}", number + 1)));
        blocks.extend(items(lines));
    }
    if blocks.is_empty() { vec![Block::paragraph(words::NOTHING_MISSING)] } else { blocks }
}
