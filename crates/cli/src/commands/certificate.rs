//! `thidua certificate`: certificates from a list, without a database.

use super::plan::content;
use super::refused;
use super::writing;
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use thidua_domain::basics::Says;
use thidua_domain::basics::text::fold;
use thidua_paper::certificate::{
    Calibration, Certificate, CertificateProblem, Design, Field, Measured, Onto, Um, laid_out, read_list,
    test_sheet, to_pdf,
};

/// `thidua certificate …`
#[derive(Debug, Subcommand)]
pub enum CertificateCommand {
    /// Print the certificates of a list into one PDF, or one file each
    Batch(Batch),
    /// The designs that come with the product
    Designs,
    /// The text of a design, to make one's own from
    Design {
        /// Its name
        name: String,
    },
    /// The sheet that a printer is measured with
    TestSheet(TestSheet),
}

/// `thidua certificate batch`
#[derive(Debug, Args)]
pub struct Batch {
    /// The list (.csv or .xlsx), in the order of the ceremony; headings in Vietnamese or: no, name, sex, title, unit, merit,
    /// award, decision, day, month, year, book, signer, signer_post, signed_for, issuer, place, code, address
    #[arg(long)]
    pub input: PathBuf,
    /// A design by its name, or a file of one's own
    #[arg(long, default_value = "giay-khen-a4")]
    pub template: String,
    /// One file for all (ends with .pdf), or a folder for a file each
    #[arg(long)]
    pub out: PathBuf,
    /// What every row says that says nothing itself: --set issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"
    #[arg(long, value_name = "FIELD=TEXT")]
    pub set: Vec<String>,
    /// Print onto pre-printed blanks: only what the blank does not have
    #[arg(long)]
    pub blank: bool,
    /// What the printer was measured with.
    #[command(flatten)]
    pub printer: Printer,
    /// Threads for a file each; without it one for each core
    #[arg(long)]
    pub threads: Option<usize>,
}

/// `thidua certificate test-sheet`
#[derive(Debug, Args)]
pub struct TestSheet {
    /// A design by its name, or a file of one's own
    #[arg(long, default_value = "giay-khen-a4")]
    pub template: String,
    /// Where it goes (.pdf)
    #[arg(long)]
    pub out: PathBuf,
    /// What the printer was measured with.
    #[command(flatten)]
    pub printer: Printer,
}

/// The four measures of a test sheet.
#[derive(Debug, Args)]
pub struct Printer {
    /// The measures of the printed test sheet in mm: first cross to the left and upper edge, last cross to the right and
    /// lower edge, as LEFT,TOP,RIGHT,BOTTOM (a printer that is right has 20,20,20,20)
    #[arg(long, value_name = "MM,MM,MM,MM")]
    pub measured: Option<String>,
}

/// Runs one of them.
pub fn run(command: &CertificateCommand) -> Result<(), Exit> {
    match command {
        CertificateCommand::Batch(batch) => print(batch),
        CertificateCommand::Designs => {
            for code in Design::shipped_codes() {
                let name = Design::shipped(code).map(|design| design.name).unwrap_or_default();
                say!("{code}\t{name}");
            }
            Ok(())
        }
        CertificateCommand::Design { name } => match Design::shipped_text(name) {
            Some(text) => {
                say!("{text}");
                Ok(())
            }
            None => Err(no_design(name)),
        },
        CertificateCommand::TestSheet(asked) => {
            let design = design(&asked.template)?;
            let sheet = test_sheet(&design, calibration(&asked.printer, &design)?).map_err(problem)?;
            writing::whole(&asked.out, &sheet)
        }
    }
}

fn print(asked: &Batch) -> Result<(), Exit> {
    let design = design(&asked.template)?;
    let mut list = read_list(&content(&asked.input)?).map_err(|error| told(error.says()))?;
    for pair in &asked.set {
        let (field, text) = pair.split_once('=').ok_or_else(|| refused(WORDS.bad_set))?;
        let field = Field::named(field).ok_or_else(|| refused(WORDS.bad_set))?;
        list.iter_mut().for_each(|one| one.set_where_empty(field, text));
    }
    let onto = if asked.blank { Onto::Blank(calibration(&asked.printer, &design)?) } else { Onto::Plain };
    if asked.out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
        return writing::whole(&asked.out, &to_pdf(&design, &list, onto).map_err(problem)?);
    }
    // all of them are fitted before the first is written
    laid_out(&design, &list, onto).map_err(problem)?;
    writing::folder(&asked.out)?;
    let names: Vec<String> = (1..).zip(&list).map(|(number, one)| file_name(number, list.len(), one)).collect();
    stray(&asked.out, &names)?;
    let progress = ProgressBar::new(list.len() as u64);
    progress.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} · {eta}").map_err(Exit::ours)?);
    let (next, kept) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let threads = asked.threads.or_else(|| std::thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
    let work = || -> Result<(), Exit> {
        while let Some((name, one)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            names.get(at).zip(list.get(at))
        } {
            let path = asked.out.join(name);
            let pdf = to_pdf(&design, std::slice::from_ref(one), onto).map_err(problem)?;
            // what a batch that was cut off has written already stays as it is
            if !writing::unless_there(&path, &pdf)? {
                kept.fetch_add(1, Ordering::Relaxed);
            }
            progress.inc(1);
        }
        Ok(())
    };
    // threads of our own: the writer of a page shares work out itself, and sharing within sharing grows without end
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads.clamp(1, 64)).map(|_| scope.spawn(work)).collect();
        running.into_iter().try_for_each(|one| one.join().map_err(|_| Exit::ours("a thread ended"))?)
    })?;
    progress.finish_and_clear();
    match kept.into_inner() {
        0 => {}
        kept => complain!("{}", WORDS.certificates_kept.replace("{kept}", &kept.to_string())),
    }
    Ok(())
}

/// Refuses a folder with certificates that are not of this list: whoever prints the folder would print them too.
fn stray(folder: &Path, names: &[String]) -> Result<(), Exit> {
    let of_ours = |name: &str| {
        let (number, rest) = name.split_once('-').unwrap_or_default();
        number.len() >= 3 && number.bytes().all(|digit| digit.is_ascii_digit()) && rest.ends_with(".pdf")
    };
    let there = std::fs::read_dir(folder).map_err(|error| writing::unreadable(folder, &error))?;
    let names: HashSet<&str> = names.iter().map(String::as_str).collect();
    let mut others: Vec<String> = there
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter(|name| of_ours(name) && !names.contains(name.as_str()))
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    others.sort();
    let (vi, en) = WORDS.stray_certificates;
    let told = |text: &str| {
        let some = others.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
        text.replace("{count}", &others.len().to_string()).replace("{names}", &some)
    };
    Err(Exit::Refused(Says::new(told(vi), told(en))))
}

/// `017-nguyen-thi-an-danh.pdf`: in the order of the ceremony, and found by name.
fn file_name(number: usize, of: usize, one: &Certificate) -> String {
    const LONGEST: usize = 60;
    let digits = of.to_string().len().max(3);
    let mut name = String::new();
    for letter in fold(one.get(Field::Name)).chars() {
        if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    name.truncate(LONGEST);
    format!("{number:0digits$}-{}.pdf", name.trim_end_matches('-'))
}

fn design(name: &str) -> Result<Design, Exit> {
    if let Some(design) = Design::shipped(name) {
        return Ok(design);
    }
    let path = Path::new(name);
    if !path.is_file() {
        return Err(no_design(name));
    }
    let text = String::from_utf8(content(path)?).map_err(|_| refused(WORDS.not_text))?;
    Design::read(&text).map_err(|error| {
        let (vi, en) = WORDS.bad_design;
        Exit::Refused(Says::new(format!("{vi}\n{error}"), en))
    })
}

fn no_design(name: &str) -> Exit {
    let known = Design::shipped_codes().collect::<Vec<_>>().join(", ");
    let (vi, en) = WORDS.no_design;
    let filled = |text: &str| text.replace("{name}", name).replace("{known}", &known);
    Exit::Refused(Says::new(filled(vi), filled(en)))
}

fn calibration(printer: &Printer, design: &Design) -> Result<Calibration, Exit> {
    let Some(measured) = &printer.measured else { return Ok(Calibration::default()) };
    let numbers: Option<Vec<Um>> = measured.split(',').map(Um::typed).collect();
    let Some(&[left, top, right, bottom]) = numbers.as_deref() else { return Err(refused(WORDS.bad_measures)) };
    Calibration::from_measured(design.sheet, Measured { left, top, right, bottom }).map_err(Exit::Refused)
}

fn problem(error: CertificateProblem) -> Exit {
    match error {
        CertificateProblem::Page(_) => Exit::ours(error),
        other => told(other.says()),
    }
}

/// Several refusals, each on its line, Vietnamese first.
fn told(says: Vec<Says>) -> Exit {
    const MOST: usize = 50;
    for one in says.iter().take(MOST) {
        complain!("{}\n{}", one.vi, one.en);
    }
    if says.len() > MOST {
        complain!("… {}", says.len() - MOST);
    }
    Exit::Reported
}
