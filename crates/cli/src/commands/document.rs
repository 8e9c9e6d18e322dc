//! `thidua document inspect | reserve`: signed copies, without a database.

use super::plan::content;
use super::writing;
use crate::arguments::Format;
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use thidua_domain::basics::Says;
use thidua_domain::plans::draft::Piece;
use thidua_paper::signature::{
    Authorities, Checked, Signature, SignedCopy, check, copy_as_json, read_signed_copy, reserve_for_signature,
};

/// `thidua document …`
#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// Number, day and signer of a PDF, and its signatures checked offline; needs no database. Ends with 1 when a signed page
    /// was changed
    Inspect(DocumentInspect),
    /// Reserve fields for the signatures of a person and of the authority above the printed name
    Reserve(DocumentReserve),
}

/// `thidua document inspect`
#[derive(Debug, Args)]
pub struct DocumentInspect {
    /// The document (.pdf)
    pub file: PathBuf,
    /// Certificates of authorities to trust (.pem, .crt, .cer, .der), or folders of them; named several times for several
    #[arg(long)]
    pub trust: Vec<PathBuf>,
    /// Output for programs
    #[arg(long, value_enum)]
    pub format: Option<Format>,
}

/// `thidua document reserve`
#[derive(Debug, Args)]
pub struct DocumentReserve {
    /// The document (.pdf), finished but for its signatures
    pub file: PathBuf,
    /// Who signs, as the document prints the name
    #[arg(long)]
    pub signer: String,
    /// Where the document with its fields goes (.pdf)
    #[arg(long)]
    pub out: PathBuf,
}

/// Runs one of them.
pub fn run(command: &DocumentCommand) -> Result<(), Exit> {
    match command {
        DocumentCommand::Inspect(asked) => inspect(asked),
        DocumentCommand::Reserve(asked) => reserve(asked),
    }
}

/// What a document says, and who signed it.
fn inspect(asked: &DocumentInspect) -> Result<(), Exit> {
    let trusted = trusted(&asked.trust)?;
    let bytes = content(&asked.file)?;
    let copy = read_signed_copy(&bytes).map_err(|problem| of_file(&asked.file, problem.says()))?;
    let now = thidua_app::now();
    let checked: Vec<Checked> = copy.signatures.iter().map(|one| check(&bytes, one, &trusted, now)).collect();
    if asked.format.is_some() {
        say!("{}", copy_as_json(&copy, &checked));
    } else {
        told(&copy, &checked);
        if trusted.is_empty() && !checked.is_empty() {
            let (vi, en) = WORDS.no_authority;
            complain!("{vi}\n{en}");
        }
    }
    // what was found is told already; a changed paper has to stop a script
    if checked.iter().any(Checked::is_changed) { Err(Exit::Reported) } else { Ok(()) }
}

/// Puts fields for signatures behind a document.
fn reserve(asked: &DocumentReserve) -> Result<(), Exit> {
    let bytes = content(&asked.file)?;
    let with =
        reserve_for_signature(bytes, &asked.signer).map_err(|problem| of_file(&asked.file, problem.says()))?;
    writing::whole(&asked.out, &with)
}

fn of_file(file: &Path, says: Says) -> Exit {
    Exit::Refused(Says::new(format!("{}: {}", file.display(), says.vi), format!("{}: {}", file.display(), says.en)))
}

/// The authorities of files, and of the certificates in folders. A folder may hold other files too; a file that is named may not.
fn trusted(named: &[PathBuf]) -> Result<Authorities, Exit> {
    let mut list = Authorities::default();
    for path in named {
        if !path.is_dir() {
            if list.add(&content(path)?) == 0 {
                let (vi, en) = WORDS.no_certificate;
                return Err(of_file(path, Says::new(vi, en)));
            }
            continue;
        }
        let entries = std::fs::read_dir(path).map_err(Exit::ours)?;
        let mut inside: Vec<PathBuf> = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| is_certificate(path))
            .collect();
        inside.sort();
        for file in inside {
            list.add(&content(&file)?);
        }
    }
    Ok(list)
}

fn is_certificate(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    path.is_file() && ["pem", "crt", "cer", "der"].contains(&ending.as_str())
}

fn told(copy: &SignedCopy, checked: &[Checked]) {
    let text = |piece: &Option<Piece<String>>| piece.as_ref().map(|piece| piece.value.clone());
    let title = [text(&copy.kind), text(&copy.title)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let values = [
        text(&copy.number_symbol),
        copy.date.as_ref().map(|piece| piece.value.format("%d/%m/%Y").to_string()),
        Some(title).filter(|title| !title.is_empty()),
        text(&copy.issuer),
        text(&copy.signer),
        Some(copy.digest.clone()),
    ];
    if copy.is_scan {
        say!("{}", WORDS.is_scan);
    }
    for (label, value) in WORDS.document_labels.iter().zip(values) {
        say!("{label}: {}", value.as_deref().unwrap_or(WORDS.not_found));
    }
    for field in &copy.waiting {
        say!("{}: {field}", WORDS.waiting_field);
    }
    if copy.signatures.is_empty() {
        say!("{}", WORDS.no_signature);
    }
    for (one, checked) in copy.signatures.iter().zip(checked) {
        signature(one, checked);
    }
}

fn signature(one: &Signature, checked: &Checked) {
    let signer = one.signer.as_ref().map_or(WORDS.not_found, |party| party.name.as_str());
    let organisation = one.signer.as_ref().and_then(|party| party.organisation.as_deref());
    let organisation = organisation.map_or(String::new(), |name| format!(", {name}"));
    say!("{} {} [{}]: {signer}{organisation}", WORDS.signature, one.field, checked.outcome.code());
    if let Some(issuer) = &one.issuer {
        say!("  {} {}", WORDS.issued_by, issuer.name);
    }
    if let Some(stated) = one.stated {
        say!("  {} {}", WORDS.signed_at, stated.time.format("%d/%m/%Y %H:%M:%S"));
    }
    for says in checked.says() {
        say!("  {}\n  {}", says.vi, says.en);
    }
}
