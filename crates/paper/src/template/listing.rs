//! The list of fields as a workbook: names, what they are, samples, and how each is written in a template.

use super::fields::{Field, Fields, Kind};
use super::value::Value;
use super::words;
use crate::write::PaperError;
use crate::write::xlsx::{ListBook, list_to_xlsx};
use chrono::NaiveDate;
use thidua_domain::lists::{Cell, Column, Kind as CellKind};

/// What items of loops are called in examples, by depth.
const ITEMS: [&str; 4] = ["d", "m", "k", "n"];
/// Letters of a sample that are shown.
const LONGEST: usize = 200;

/// The list of fields, ready to print and keep beside Word.
///
/// # Errors
/// When the workbook cannot be put together.
pub fn fields_to_xlsx(
    fields: &Fields,
    form: &str,
    authority: &str,
    date: NaiveDate,
) -> Result<Vec<u8>, PaperError> {
    let [name, label, kind, sample, written] = words::FIELD_COLUMNS;
    let columns = [
        Column::new("name", name, CellKind::Text).wide(26),
        Column::new("label", label, CellKind::Text).wide(40),
        Column::new("kind", kind, CellKind::Text).wide(12),
        Column::new("sample", sample, CellKind::Text).wide(40),
        Column::new("written", written, CellKind::Text).wide(44),
    ];
    let title = format!("{}: {form}", words::FIELDS_OF);
    let book = ListBook {
        authority,
        title: &title,
        date,
        columns: &columns,
        numbered: true,
        spare_rows: 0,
        seal: None,
        version: 0,
    };
    let mut rows = Vec::new();
    let sample = |name: &str| match &fields.sample {
        Value::Record(record) => record.get(name),
        _ => None,
    };
    for field in &fields.fields {
        add(&mut rows, field, sample(&field.name), "", "", 0);
    }
    list_to_xlsx(&book, rows.iter().map(|row: &[Cell; 5]| (None, row.as_slice())))
}

/// The rows of a field and of those in it. `path` stands before its name in the list, `item` in a tag.
fn add(rows: &mut Vec<[Cell; 5]>, field: &Field, sample: Option<&Value>, path: &str, item: &str, depth: usize) {
    let named = format!("{path}{}", field.name);
    let tag = format!("{item}{}", field.name);
    let each = ITEMS[depth.min(ITEMS.len() - 1)];
    let written = match field.kind {
        Kind::List => format!("{{%tr for {each} in {tag} %}} … {{%tr endfor %}}"),
        Kind::Group => String::new(),
        Kind::Date => format!("{{{{ {tag} }}}} · {{{{ {tag} | ngay_chu }}}}"),
        Kind::Money => format!("{{{{ {tag} }}}} · {{{{ {tag} | bang_chu }}}}"),
        Kind::Flag => format!("{{% if {tag} %}} … {{% endif %}}"),
        Kind::Text | Kind::Number => format!("{{{{ {tag} }}}}"),
    };
    let shown = match sample {
        Some(Value::Number(text) | Value::Text(text)) => text.chars().take(LONGEST).collect(),
        _ => String::new(),
    };
    let texts = [&named, &field.label, words::kind(field.kind), &shown, &written];
    rows.push(texts.map(Cell::text));
    let first = match sample {
        Some(Value::List(list)) => list.first(),
        other => other,
    };
    if field.kind == Kind::List && field.inner.is_empty() {
        let shown = match first {
            Some(Value::Text(text)) => text.chars().take(LONGEST).collect(),
            _ => String::new(),
        };
        let texts = [format!("{named}[]"), field.label.clone(), words::kind(Kind::Text).to_owned(), shown];
        let [name, label, kind, sample] = texts.map(|text| Cell::text(&text));
        rows.push([name, label, kind, sample, Cell::text(&format!("{{{{ {each} }}}}"))]);
    }
    let of = |name: &str| match first {
        Some(Value::Record(record)) => record.get(name),
        _ => None,
    };
    let (path, item, depth) = match field.kind {
        Kind::List => (format!("{named}[]."), format!("{each}."), depth + 1),
        _ => (format!("{named}."), format!("{tag}."), depth),
    };
    for inner in &field.inner {
        add(rows, inner, of(&inner.name), &path, &item, depth);
    }
}
