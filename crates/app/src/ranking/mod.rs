//! The country's year from files, without a database: read, judged, rolled up, ranked and written as five files.

mod blocks;
mod words;

use blocks::Blocks;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use thidua_domain::basics::Says;
use thidua_domain::ranking::{Layout, Outcome, Year, evaluate};
use thidua_paper::read::ranking::{BadLine, Lists, Rows, read_lists};
use thidua_paper::write::ranking::{Line, TABLES};

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
    let mut years = Years { layout: &layout, years: Vec::new() };
    let mut done = Done { units: layout.units.len(), ..Done::default() };
    let size = |file: &Path| fs::metadata(file).map_or(0, |about| about.len());
    let (all, mut so_far) = (size(&files.plan) + size(&files.figures), 0);
    Blocks::of(&files.plan, files.threads, Rows::plan_head)?.for_each(
        |lines, found| rows.plans(lines, &mut |plan| found.push(plan)),
        |plans, bytes| {
            for plan in plans {
                years.of(plan.year).plans[plan.place as usize] = plan.value;
            }
            so_far += bytes;
            progress(so_far, all);
        },
    )?;
    Blocks::of(&files.figures, files.threads, Rows::figure_head)?.for_each(
        |lines, found| rows.figures(lines, &mut |figure| found.push(figure)),
        |figures, bytes| {
            done.figures += figures.len() as u64;
            for figure in figures {
                years.of(figure.year).figures[figure.place as usize][usize::from(figure.quarter)] = figure.value;
            }
            so_far += bytes;
            progress(so_far, all);
        },
    )?;
    let mut years = years.years;
    years.sort_by_key(|year| year.year);
    done.years = years.len();
    write(&layout, &years, files)?;
    Ok(done)
}

/// The years that came up.
struct Years<'a> {
    layout: &'a Layout,
    years: Vec<Year>,
}

impl Years<'_> {
    fn of(&mut self, year: i32) -> &mut Year {
        let at = match self.years.iter().position(|one| one.year == year) {
            Some(at) => at,
            None => {
                self.years.push(Year::new(year, self.layout));
                self.years.len() - 1
            }
        };
        &mut self.years[at]
    }
}

/// The lines of each file for some years.
fn lines(layout: &Layout, outcome: &Outcome) -> [Line; 5] {
    TABLES.each_ref().map(|table| {
        let mut line = Line::default();
        (table.year)(layout, outcome, &mut line);
        line
    })
}

/// Counts the years, as many at once as there are threads, and writes them in their order. The files take their names when
/// all are whole.
fn write(layout: &Layout, years: &[Year], files: &Files) -> Result<(), Failed> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Failed::Disk(path, error)
    };
    fs::create_dir_all(&files.out).map_err(failed(&files.out))?;
    let passing = |name: &str| files.out.join(format!(".{name}.{}", std::process::id()));
    let mut open = Vec::new();
    for table in &TABLES {
        let path = passing(table.name);
        let mut file = BufWriter::new(File::create(&path).map_err(failed(&path))?);
        writeln!(file, "{}", table.head).map_err(failed(&path))?;
        open.push((path, file));
    }
    for some in years.chunks(files.threads.max(1)) {
        let made: Vec<[Line; 5]> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                some.iter().map(|year| scope.spawn(move || lines(layout, &evaluate(layout, year)))).collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
        });
        for tables in made {
            for (mut line, (path, file)) in tables.into_iter().zip(&mut open) {
                line.flush(file).map_err(failed(path))?;
            }
        }
    }
    for ((path, mut file), table) in open.into_iter().zip(&TABLES) {
        file.flush().map_err(failed(&path))?;
        drop(file);
        fs::rename(&path, files.out.join(table.name)).map_err(failed(&path))?;
    }
    Ok(())
}
