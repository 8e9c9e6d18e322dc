//! The rows of a file, in pieces: a large separated text is never in memory as a whole.

use super::Failed;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;
use thidua_domain::lists::diff::Uploaded;
use thidua_domain::lists::{Cell, CellReader, Column};
use thidua_paper::read::LIMIT_DOCUMENT_BYTES;
use thidua_paper::read::list::{Expected, ListRead, read_list};
use tokio::sync::mpsc;

/// Rows that are handed over at once.
pub(super) const AT_ONCE: usize = 1_000;
/// Bytes of a separated text that are read at once.
const PIECE: usize = 4 * 1024 * 1024;

/// Rows on their way, with which columns the file has; or why there are no more.
pub(super) type Piece = Result<(Vec<Uploaded>, Vec<bool>), Failed>;

/// Reads a file on a thread of its own; pieces come when there is room for them.
pub(super) fn read(file: &Path, columns: Vec<Column>) -> mpsc::Receiver<Piece> {
    let (send, receive) = mpsc::channel(4);
    let file = file.to_owned();
    tokio::task::spawn_blocking(move || {
        if let Err(failed) = read_into(&file, &columns, &send) {
            let _ = send.blocking_send(Err(failed));
        }
    });
    receive
}

fn read_into(file: &Path, columns: &[Column], send: &mpsc::Sender<Piece>) -> Result<(), Failed> {
    let mut source = BufReader::with_capacity(256 * 1024, std::fs::File::open(file)?);
    let start = source.fill_buf()?;
    let size = std::fs::metadata(file)?.len();
    if start.starts_with(b"PK") || size <= PIECE as u64 {
        let mut bytes = Vec::new();
        // one byte more than is taken, so that the reader says that it is too large
        source.take(LIMIT_DOCUMENT_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        return piece(&bytes, 0, columns, send);
    }
    // in pieces only what is surely UTF-8; its headings stand in the first line
    let mut head = Vec::new();
    source.read_until(b'\n', &mut head)?;
    let mut lines_before = 0;
    loop {
        let mut bytes = head.clone();
        let (mut lines, mut quoted) = (0u32, false);
        while bytes.len() < PIECE || quoted {
            let begin = bytes.len();
            if source.read_until(b'\n', &mut bytes)? == 0 {
                break;
            }
            lines += 1;
            // a line break inside quotes ends no row
            if bytes[begin..].iter().filter(|byte| **byte == b'"').count() % 2 == 1 {
                quoted = !quoted;
            }
            if bytes.len() > 8 * PIECE {
                break;
            }
        }
        if lines == 0 {
            return Ok(());
        }
        piece(&bytes, lines_before, columns, send)?;
        lines_before += lines;
    }
}

fn piece(bytes: &[u8], lines_before: u32, columns: &[Column], send: &mpsc::Sender<Piece>) -> Result<(), Failed> {
    let expected = Expected { columns, seal: None };
    // which columns there are is known when the reading is over: rows wait for it, at most a piece of them
    let mut rows: Vec<Uploaded> = Vec::new();
    let read: ListRead = read_list(bytes, &expected, &mut |mut row| {
        row.row += lines_before;
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    if read.stops() {
        let finding = read.findings.into_iter().find(|one| one.place.row.is_none());
        let says = finding.map(|one| {
            thidua_domain::basics::Says::new(
                format!("{} {}", one.message.vi, one.mend.vi),
                format!("{} {}", one.message.en, one.mend.en),
            )
        });
        return Err(says.map_or_else(|| Failed::Ours("a list that stops without a finding".into()), Failed::File));
    }
    let present = read.present();
    let mut rows = rows.into_iter();
    loop {
        let some: Vec<Uploaded> = rows.by_ref().take(AT_ONCE).collect();
        if some.is_empty() || send.blocking_send(Ok((some, present.clone()))).is_err() {
            return Ok(());
        }
    }
}

/// What is wrong with the cells of a row by themselves, if anything is.
pub(super) fn problem(columns: &[Column], cells: &[Cell]) -> Option<thidua_domain::basics::Says> {
    for (column, cell) in columns.iter().zip(cells) {
        match cell {
            Cell::Unread(typed) => {
                let (message, mend) = CellReader::new(column).text(typed).err()?.says(column, typed);
                let both = |message: &str, mend: &str| format!("{}: {message} {mend}", column.heading);
                return Some(thidua_domain::basics::Says::new(
                    both(&message.vi, &mend.vi),
                    both(&message.en, &mend.en),
                ));
            }
            Cell::Empty if column.required => {
                return Some(super::says(|w| format!("{}: {}", column.heading, w.required)));
            }
            _ => {}
        }
    }
    None
}
