//! Lists out by command, row by row: a country takes no more memory than a village.

use super::tree::Tree;
use super::{Failed, Format, Kind};
use crate::App;
use crate::clock::local_date;
use crate::lists::words::words;
use crate::lists::{people, units};
use std::collections::HashMap;
use std::io::{BufWriter, Write};
use std::path::Path;
use thidua_domain::basics::Language;
use thidua_domain::lists::{Cell, Column};
use thidua_paper::write::xlsx::{ListBook, ListWriter};

/// Records that are asked for at once.
const AT_ONCE: i64 = 2_000;

/// Where rows go.
enum Out<'a> {
    Book(Box<ListWriter<'a>>),
    Text(BufWriter<std::fs::File>),
}

fn quoted(text: &str) -> String {
    if text.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

impl Out<'_> {
    fn row(&mut self, columns: &[Column], cells: &[Cell]) -> Result<(), Failed> {
        match self {
            Out::Book(writer) => writer.row(None, cells).map_err(|error| Failed::Ours(error.to_string())),
            Out::Text(out) => {
                let shown = columns.iter().zip(cells).map(|(column, cell)| quoted(&cell.shown(&column.kind)));
                let line: Vec<String> = shown.collect();
                Ok(writeln!(out, "{}\r", line.join(";"))?)
            }
        }
    }
}

/// Writes the whole list; how many rows it has. Identity numbers are left out.
///
/// # Errors
/// [`Failed`].
pub async fn export(
    app: &App,
    kind: Kind,
    file: &Path,
    format: Format,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<u64, Failed> {
    let w = words(Language::Vietnamese);
    let (columns, title) = match kind {
        Kind::Units => (units::columns(), w.heading_units),
        Kind::People => {
            let mut columns = people::columns(Vec::new());
            columns.retain(|column| column.key != crate::lists::cells::SEALED);
            (columns, w.heading_people)
        }
    };
    let tree = Tree::of(app).await?;
    let called: HashMap<String, String> =
        tree.places().into_iter().map(|(id, place)| (id.to_owned(), tree.called(place))).collect();
    let book = ListBook {
        authority: "",
        title,
        date: local_date((app.clock)()),
        columns: &columns,
        numbered: true,
        spare_rows: 0,
        seal: None,
        version: 0,
    };
    let mut out = match format {
        Format::Xlsx => {
            Out::Book(Box::new(ListWriter::new(&book).map_err(|error| Failed::Ours(error.to_string()))?))
        }
        Format::Csv => {
            let mut text = BufWriter::new(std::fs::File::create(file)?);
            let headings: Vec<String> = columns.iter().map(|column| quoted(&column.heading)).collect();
            writeln!(text, "\u{feff}{}\r", headings.join(";"))?;
            Out::Text(text)
        }
    };
    let (mut after, mut rows) = (String::new(), 0u64);
    loop {
        let mut some: Vec<Vec<Cell>> = Vec::new();
        match kind {
            Kind::Units => {
                for unit in app.store.units_after(&after, AT_ONCE).await? {
                    some.push(units::cells(&unit, &called));
                    after = unit.id;
                }
            }
            Kind::People => {
                for one in app.store.people_after(&after, AT_ONCE).await? {
                    let mut cells = people::cells(&one, None);
                    let unit = one.post.unit_id.as_ref().and_then(|unit| called.get(unit));
                    cells[4] = Cell::text_or_empty(unit.map(String::as_str));
                    cells.remove(11);
                    some.push(cells);
                    after = one.id;
                }
            }
        }
        if some.is_empty() {
            break;
        }
        for cells in &some {
            out.row(&columns, cells)?;
        }
        rows += some.len() as u64;
        progress(rows);
    }
    match out {
        Out::Book(writer) => {
            let bytes = writer.finish().map_err(|error| Failed::Ours(error.to_string()))?;
            std::fs::write(file, bytes)?;
        }
        Out::Text(mut text) => text.flush()?,
    }
    Ok(rows)
}
