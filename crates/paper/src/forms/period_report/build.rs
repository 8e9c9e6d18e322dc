//! The consolidated report, section by section.

use super::{PeriodReport, ResultRow, words};
use crate::forms::final_report::build::count_table;
use crate::forms::final_report::words::summary;
use crate::forms::letterhead::bases;
use crate::forms::numbering::Sections;
use crate::forms::wording::{gap, items, movement, sentence};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Cell, Column, Row, Run, Table};

/// The report as an official document.
pub fn document(report: &PeriodReport) -> OfficialDocument {
    let movement = movement(&report.movement);
    let measured = words::within(&movement, &report.period);
    let mut sections = Sections::default();
    let plan = report.plan.as_ref().map(|plan| words::basis(&plan.cited_as(words::PLAN), &movement));
    let mut blocks = bases(&plan.into_iter().collect::<Vec<_>>());
    blocks.push(Block::paragraph(words::opening(&report.letterhead.issuer, &measured)));
    if report.illustrative {
        blocks.push(Block::Paragraph { runs: vec![Run::italic(words::ILLUSTRATIVE)] });
    }

    blocks.push(Block::heading(1, sections.next(words::ORGANISATION)));
    blocks.extend(or_gap(report.organisation.as_deref(), words::ORGANISATION_MISSING));

    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.extend(results(report));

    blocks.push(Block::heading(1, sections.next(words::MOVEMENTS)));
    let mut numbers = 1..;
    let mut head = |title: &str| Block::heading(2, format!("{}. {title}", numbers.next().unwrap_or_default()));
    blocks.push(head(words::WAVES));
    blocks.extend(or_says(report.waves.as_deref(), words::NO_WAVES));
    blocks.push(head(words::ATTACHED));
    blocks.extend(or_says(report.movements.as_deref(), words::NO_MOVEMENTS));
    for (title, text) in [(words::INSPECTIONS, &report.inspections), (words::RECOGNISED, &report.recognised)] {
        let said = report_text(text.as_deref());
        if !said.is_empty() {
            blocks.push(head(title));
            blocks.extend(said);
        }
    }

    blocks.push(Block::heading(1, sections.next(words::MISSING)));
    blocks.extend(or_says(report.missing.as_deref(), words::NOTHING_MISSING));

    blocks.push(Block::heading(1, sections.next(words::DIFFICULTIES_SECTION)));
    blocks.push(Block::heading(2, format!("1. {}", words::DIFFICULTIES)));
    blocks.extend(or_gap(report.difficulties.as_deref(), words::DIFFICULTIES_MISSING));
    blocks.push(Block::heading(2, format!("2. {}", words::PROPOSALS)));
    blocks.extend(or_says(report.proposals.as_deref(), words::NO_PROPOSALS));
    let lessons = report_text(report.lessons.as_deref());
    if !lessons.is_empty() {
        blocks.push(Block::heading(2, format!("3. {}", words::LESSONS)));
        blocks.extend(lessons);
    }

    blocks.push(Block::heading(1, sections.next(words::DIRECTIONS)));
    blocks.extend(or_gap(report.directions.as_deref(), words::DIRECTIONS_MISSING));
    blocks.push(Block::paragraph(words::closing(&report.letterhead.issuer, &measured)));

    let mark = report.illustrative.then(|| words::MARK.to_owned());
    report.letterhead.document(words::KIND, words::subject(&measured), blocks, mark)
}

fn results(report: &PeriodReport) -> Vec<Block> {
    let mut blocks = if report.groups.iter().all(|group| group.rows.is_empty()) {
        vec![Block::paragraph(words::NO_TARGETS)]
    } else {
        vec![
            Block::paragraph(summary(report.counts, &report.period)),
            Block::Table(count_table(report.counts)),
            Block::paragraph(words::SEE_APPENDIX),
        ]
    };
    for (number, (heading, text)) in (1..).zip(&report.fields) {
        blocks.push(Block::heading(2, format!("{number}. {heading}")));
        blocks.extend(report_text(Some(text)));
    }
    if report.groups.iter().any(|group| !group.rows.is_empty()) {
        blocks.push(Block::Table(result_table(report)));
    }
    blocks
}

fn result_table(report: &PeriodReport) -> Table {
    use Align::{Center, Left, Right};
    const SHARES: [(u32, Align); 9] = [
        (5, Center),
        (31, Left),
        (12, Center),
        (12, Right),
        (12, Right),
        (9, Right),
        (12, Right),
        (13, Right),
        (12, Center),
    ];
    let mut rows = Vec::new();
    for group in &report.groups {
        rows.extend(group.name.clone().map(Row::Group));
        rows.extend(group.rows.iter().map(row));
    }
    let columns = words::COLUMNS.into_iter().zip(SHARES);
    Table {
        caption: Some(words::table(&report.period)),
        columns: columns.map(|(title, (share, align))| Column::new(title, share, align)).collect(),
        rows,
        landscape: true,
    }
}

fn row(row: &ResultRow) -> Row {
    let texts = [
        &row.number,
        &row.name,
        &row.unit,
        &row.planned,
        &row.actual,
        &row.rate,
        &row.last_year,
        &row.compared,
        &row.status,
    ];
    Row::Cells(texts.into_iter().map(|text| Cell::new(text.as_str())).collect())
}

/// A text as blocks: lines that begin with a dash are items of a list, the others paragraphs.
fn report_text(text: Option<&str>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut list: Vec<String> = Vec::new();
    for line in text.unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix(['-', '–', '•', '+']) {
            Some(item) if !item.trim().is_empty() => list.push(item.trim().to_owned()),
            _ => {
                blocks.extend(items(&std::mem::take(&mut list)));
                blocks.push(Block::paragraph(sentence(line)));
            }
        }
    }
    blocks.extend(items(&list));
    blocks
}

fn or_gap(text: Option<&str>, missing: &str) -> Vec<Block> {
    let blocks = report_text(text);
    if blocks.is_empty() { vec![gap(missing)] } else { blocks }
}

fn or_says(text: Option<&str>, says: &str) -> Vec<Block> {
    let blocks = report_text(text);
    if blocks.is_empty() { vec![Block::paragraph(says)] } else { blocks }
}
