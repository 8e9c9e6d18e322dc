//! The country's year from files, without a database: read, judged, rolled up, ranked and written as five files.

mod parts;
mod snapshot;
mod stored;
mod words;
mod writing;

pub use stored::{NotWritten, run_stored};

use std::fs;
use std::path::{Path, PathBuf};
use thidua_domain::basics::Says;
use thidua_domain::ranking::{Layout, Year};
use thidua_paper::read::ranking::{BadLine, Lists, Rows, read_lists};

/// The files that are read and the folder that is written.
#[derive(Clone, Debug)]
pub struct Files {
    /// Units.
    pub units: PathBuf,
    /// Targets.
    pub targets: PathBuf,
    /// Plans.
    pub plan: PathBuf,
    /// Figures, in the order in which they arrived: a later line of the same cell takes the place of an earlier one.
    pub figures: PathBuf,
    /// The folder.
    pub out: PathBuf,
    /// Threads; the files are the same whatever it is.
    pub threads: usize,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Lines of figures.
    pub figures: u64,
    /// Units.
    pub units: usize,
    /// Years.
    pub years: usize,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Failed {
    /// A file cannot be opened, read or written.
    Disk(PathBuf, std::io::Error),
    /// A line cannot be read.
    Line(Says),
}

fn bad_line(file: &Path, line: u64, bad: &BadLine) -> Failed {
    let (name, says) = (file.display(), bad.wrong.says());
    let (vi, en) = words::LINE;
    Failed::Line(Says::new(
        format!("{name}: {vi} {line}: {}", says.vi),
        format!("{name}: {en} {line}: {}", says.en),
    ))
}

fn whole(file: &Path) -> Result<Vec<u8>, Failed> {
    fs::read(file).map_err(|error| Failed::Disk(file.to_owned(), error))
}

fn line_of(bytes: &[u8], at: usize) -> u64 {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count() as u64
}

/// Reads, counts and writes. `progress` is told how many bytes of how many were read.
///
/// # Errors
/// [`Failed`]; then no file was changed.
pub fn run(files: &Files, progress: &mut dyn FnMut(u64, u64)) -> Result<Done, Failed> {
    let (units, targets) = (whole(&files.units)?, whole(&files.targets)?);
    let layout = read_lists(&units, &targets).map_err(|(list, bad)| match list {
        Lists::Units => bad_line(&files.units, line_of(&units, bad.at), &bad),
        Lists::Targets => bad_line(&files.targets, line_of(&targets, bad.at), &bad),
    })?;
    let rows = Rows::of(&layout);
    let size = |file: &Path| fs::metadata(file).map_or(0, |about| about.len());
    let (of_plan, all) = (size(&files.plan), size(&files.plan) + size(&files.figures));
    let threads = files.threads;
    let nothing = || Years { layout: &layout, years: Vec::new(), lines: 0, newest: 0 };
    let plans = parts::Reading {
        path: &files.plan,
        threads,
        head: Rows::plan_head,
        nothing,
        read: |lines: &[u8], years: &mut Years<'_>| {
            rows.plans(lines, &mut |plan| years.of(plan.year).plans[plan.place as usize] = plan.value)
        },
    };
    let figures = parts::Reading {
        path: &files.figures,
        threads,
        head: Rows::figure_head,
        nothing,
        read: |lines: &[u8], years: &mut Years<'_>| {
            rows.figures(lines, &mut |figure| {
                years.lines += 1;
                let cell = &mut years.of(figure.year).figures[figure.place as usize];
                cell[usize::from(figure.quarter)] = figure.value;
            })
        },
    };
    let mut found = nothing();
    for part in parts::read(&plans, &mut |read| progress(read, all))? {
        found.overlay(part);
    }
    for part in parts::read(&figures, &mut |read| progress(of_plan + read, all))? {
        found.overlay(part);
    }
    let Years { mut years, lines, .. } = found;
    years.sort_by_key(|year| year.year);
    writing::write(&layout, &years, &files.out, threads)?;
    Ok(Done { figures: lines, units: layout.units.len(), years: years.len() })
}

/// The years that came up, and what was said of them.
struct Years<'a> {
    layout: &'a Layout,
    years: Vec<Year>,
    /// Lines of figures.
    lines: u64,
    /// Where the year of the line before stands.
    newest: usize,
}

impl Years<'_> {
    #[inline]
    fn of(&mut self, year: i32) -> &mut Year {
        if self.years.get(self.newest).is_none_or(|newest| newest.year != year) {
            self.newest = self.place(year);
        }
        &mut self.years[self.newest]
    }

    #[cold]
    fn place(&mut self, year: i32) -> usize {
        match self.years.iter().position(|one| one.year == year) {
            Some(at) => at,
            None => {
                self.years.push(Year::new(year, self.layout));
                self.years.len() - 1
            }
        }
    }

    /// Lays over this what a later part of the file said.
    fn overlay(&mut self, later: Years<'_>) {
        self.lines += later.lines;
        for year in later.years {
            match self.years.iter_mut().find(|one| one.year == year.year) {
                Some(one) => one.overlay(&year),
                None => self.years.push(year),
            }
        }
    }
}
