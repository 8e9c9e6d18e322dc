//! The five files: lines are made by all threads, a few units at a time, and written in their order by the one that called.

use super::Failed;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use thidua_domain::ranking::{Layout, Outcome, Year, evaluate};
use thidua_paper::write::ranking::{Line, TABLES};

/// Units whose lines are made at once.
const SOME: usize = 256;

/// Judges the years, as many at once as there are threads; in their order.
fn outcomes(layout: &Layout, years: &[Year], threads: usize) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        while let Some(year) = years.get(next.fetch_add(1, Ordering::Relaxed)) {
            made.push(evaluate(layout, year));
        }
        made
    };
    let mut all = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(years.len())).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for other in others {
            all.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        all
    });
    all.sort_by_key(|outcome| outcome.year);
    all
}

/// What is made at once: a table, a year, and which of its things.
struct Piece<'a> {
    table: usize,
    outcome: &'a Outcome,
    things: std::ops::Range<usize>,
}

/// Counts the years and writes them in their order. The files take their names when all are whole.
pub(super) fn write(layout: &Layout, years: &[Year], out: &Path, threads: usize) -> Result<(), Failed> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Failed::Disk(path, error)
    };
    fs::create_dir_all(out).map_err(failed(out))?;
    let outcomes = outcomes(layout, years, threads);
    let mut pieces = Vec::new();
    for (table, about) in TABLES.iter().enumerate() {
        for outcome in &outcomes {
            let count = (about.count)(layout);
            let begins = (0..count).step_by(SOME);
            pieces.extend(begins.map(|at| Piece { table, outcome, things: at..(at + SOME).min(count) }));
        }
    }
    let passing = |name: &str| out.join(format!(".{name}.{}", std::process::id()));
    let mut open = Vec::new();
    for table in &TABLES {
        let path = passing(table.name);
        let mut file = File::create(&path).map_err(failed(&path))?;
        writeln!(file, "{}", table.head).map_err(failed(&path))?;
        open.push((path, file));
    }
    in_order(
        &pieces,
        threads,
        |piece| made(layout, piece),
        |piece, line| {
            let (path, file) = &mut open[piece.table];
            line.flush(file).map_err(failed(path))
        },
    )?;
    for ((path, file), table) in open.into_iter().zip(&TABLES) {
        drop(file);
        fs::rename(&path, out.join(table.name)).map_err(failed(&path))?;
    }
    Ok(())
}

fn made(layout: &Layout, piece: &Piece<'_>) -> Line {
    let mut line = Line::default();
    (TABLES[piece.table].lines)(layout, piece.outcome, piece.things.clone(), &mut line);
    line
}

/// Makes every piece, by as many threads as asked, and hands each on in its order. The thread that called makes one itself
/// whenever it would have to wait.
fn in_order<P: Sync, L: Send>(
    pieces: &[P],
    threads: usize,
    make: impl Fn(&P) -> L + Sync,
    mut hand_on: impl FnMut(&P, &mut L) -> Result<(), Failed>,
) -> Result<(), Failed> {
    let next = AtomicUsize::new(0);
    let take = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        pieces.get(at).map(|piece| (at, make(piece)))
    };
    std::thread::scope(|scope| {
        // a bound keeps what is made and not yet written small
        let (tell, told) = mpsc::sync_channel(4 * threads.max(1));
        for _ in 1..threads.min(pieces.len()) {
            let (tell, take) = (tell.clone(), &take);
            scope.spawn(move || {
                while let Some(made) = take() {
                    if tell.send(made).is_err() {
                        return;
                    }
                }
            });
        }
        drop(tell);
        let mut waiting = BTreeMap::new();
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            waiting.extend(told.try_iter());
            match waiting.remove(&at) {
                Some(mut line) => {
                    hand_on(piece, &mut line)?;
                    at += 1;
                }
                // nothing left to make: what is missing is on its way, or its thread has panicked
                None => match take().or_else(|| told.recv().ok()) {
                    Some((made, line)) => waiting.insert(made, line).map_or((), drop),
                    None => break,
                },
            }
        }
        Ok(())
    })
}
