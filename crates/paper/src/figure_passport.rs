//! What the hidden sheet of a figures workbook carries: whose it is and every line it showed, each as one cell of JSON.
//!
//! The workbook says by itself what it is of, so that it can be checked where there is no database. It is signed as a whole
//! with the key of the installation; a plain digest beside the signature finds damage where the key is not at hand.

use crate::seal::Seal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thidua_domain::basics::Amount;
use thidua_domain::figure_sheets::{Head, Line, LineKind, Sheet, Values, figure_code, figure_of_code};
use thidua_domain::figures::Figure;
use thidua_domain::lists::Tie;
use thidua_domain::periods::Period;
use thidua_domain::targets::Comparator;

/// Opens the hidden sheet; another number would be another layout.
pub(crate) const MARK: &str = "thidua-figures/1";
/// The kind of its seal.
pub const KIND: &str = "figures";
/// Before the digest.
pub(crate) const DIGEST: &str = "sha256 ";

#[derive(Serialize, Deserialize)]
struct KeptHead {
    authority: String,
    movement: String,
    movement_id: String,
    unit: String,
    unit_id: String,
    period: String,
    year: i32,
    due: Option<NaiveDate>,
}

/// A line; what is most often nothing is left out.
#[derive(Serialize, Deserialize)]
struct KeptLine {
    c: String,
    id: String,
    v: i64,
    no: String,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cmp: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan: Option<Amount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<Amount>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    asked: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    up: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    year: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    now: Option<KeptValues>,
}

#[derive(Serialize, Deserialize)]
struct KeptValues {
    figure: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    above: Option<Amount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    below: Option<Amount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dated: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// The letters of a line's row: from the key, the target and the version, so that they say nothing and cannot be counted up.
pub(crate) fn code(seal: &Seal, line: &Line) -> String {
    crate::seal::letters(seal.code(&Tie::new(line.id.as_str(), line.version)))
}

/// The cells of the hidden sheet, one below another.
pub(crate) fn cells(sheet: &Sheet, seal: &Seal) -> Result<Vec<String>, serde_json::Error> {
    let mut cells = vec![MARK.to_owned(), serde_json::to_string(&kept_head(&sheet.head))?];
    for line in &sheet.lines {
        cells.push(serde_json::to_string(&kept_line(line, code(seal, line)))?);
    }
    let mut signature = seal.begin_texts(MARK);
    cells[1..].iter().for_each(|cell| signature.add_text(cell));
    let digest = digest(&cells[1..]);
    cells.push(format!("{DIGEST}{digest}"));
    cells.push(format!("{}{}", crate::seal::SIGNATURE, signature.finish()));
    Ok(cells)
}

/// The digest of texts, each with its length.
pub(crate) fn digest(texts: &[String]) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update((text.len() as u64).to_le_bytes());
        digest.update(text.as_bytes());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sheet of the cells, and the code of each line; nothing where they are no sheet.
pub(crate) fn sheet(cells: &[String]) -> Option<(Sheet, Vec<u64>)> {
    let (head, lines) = cells.split_first()?;
    let head: KeptHead = serde_json::from_str(head).ok()?;
    let head = Head {
        authority: head.authority,
        movement: head.movement,
        movement_id: head.movement_id,
        unit: head.unit,
        unit_id: head.unit_id,
        period: Period::from_code(&head.period)?,
        year: head.year,
        due: head.due,
    };
    let mut codes = Vec::with_capacity(lines.len());
    let mut read = Vec::with_capacity(lines.len());
    for line in lines {
        let kept: KeptLine = serde_json::from_str(line).ok()?;
        codes.push(crate::seal::code_of(&kept.c)?);
        read.push(line_of(kept)?);
    }
    Some((Sheet { head, lines: read }, codes))
}

fn kept_head(head: &Head) -> KeptHead {
    KeptHead {
        authority: head.authority.clone(),
        movement: head.movement.clone(),
        movement_id: head.movement_id.clone(),
        unit: head.unit.clone(),
        unit_id: head.unit_id.clone(),
        period: head.period.code().to_owned(),
        year: head.year,
        due: head.due,
    }
}

fn kept_line(line: &Line, c: String) -> KeptLine {
    let now = (!line.now.is_empty()).then(|| KeptValues {
        figure: kept_figure(line.now.figure).unwrap_or_default(),
        above: line.now.numerator,
        below: line.now.denominator,
        dated: line.now.dated,
        source: line.now.source.clone(),
        note: line.now.note.clone(),
    });
    KeptLine {
        c,
        id: line.id.clone(),
        v: line.version,
        no: line.number.clone(),
        name: line.name.clone(),
        unit: line.measure.clone(),
        kind: line.kind.code().to_owned(),
        cmp: line.comparator.map(|comparator| comparator.code().to_owned()),
        plan: line.value,
        max: line.value_max,
        asked: line.asked.clone(),
        up: line.parent,
        before: kept_figure(line.previous),
        year: kept_figure(line.last_year),
        now,
    }
}

fn line_of(kept: KeptLine) -> Option<Line> {
    let figure = |kept: Option<String>| kept.map_or(Some(Figure::NotEntered), |kept| figure_of_code(&kept));
    let now = match kept.now {
        None => Values::default(),
        Some(now) => Values {
            figure: figure_of_code(&now.figure)?,
            numerator: now.above,
            denominator: now.below,
            dated: now.dated,
            source: now.source,
            note: now.note,
        },
    };
    Some(Line {
        id: kept.id,
        version: kept.v,
        number: kept.no,
        name: kept.name,
        measure: kept.unit,
        asked: kept.asked,
        kind: LineKind::from_code(&kept.kind)?,
        comparator: match kept.cmp {
            Some(code) => Some(Comparator::from_code(&code)?),
            None => None,
        },
        value: kept.plan,
        value_max: kept.max,
        parent: kept.up,
        previous: figure(kept.before)?,
        last_year: figure(kept.year)?,
        now,
    })
}

/// Nothing where nothing was entered.
fn kept_figure(figure: Figure) -> Option<String> {
    Some(figure_code(figure)).filter(|code| !code.is_empty())
}
