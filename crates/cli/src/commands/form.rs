//! `thidua form list | example | render`.

use super::plan::content;
use super::refused;
use super::writing;
use crate::arguments::{FormExample, FormList, FormRender};
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use serde_json::{Value, json};
use std::path::Path;
use thidua_domain::basics::Says;
use thidua_paper::forms::{Example, Form, Menu, all, form};
use thidua_paper::write::{OfficialDocument, PaperError, to_docx, to_pdf, to_xlsx};

/// Every form by the headings of the menu, or as one JSON object a line.
pub fn list(asked: &FormList) -> Result<(), Exit> {
    for menu in Menu::ALL {
        let forms = || all().iter().filter(|form| form.menu == menu);
        if asked.format.is_some() {
            forms().for_each(|form| say!("{}", described(form)));
            continue;
        }
        say!("{} / {}", menu.name().vi, menu.name().en);
        for form in forms() {
            say!("  {:<24} {}", form.code, form.name);
            say!("  {:<24} {} [{}]", "", form.english, form.formats().join(", "));
        }
    }
    Ok(())
}

fn described(form: &Form) -> Value {
    let example = |one: &Example| json!({"name": one.name, "vi": one.says.vi, "en": one.says.en});
    json!({
        "code": form.code,
        "name": form.name,
        "english": form.english,
        "needs": {"vi": form.needs.vi, "en": form.needs.en},
        "group": form.menu.code(),
        "formats": form.formats(),
        "examples": form.examples.iter().map(example).collect::<Vec<_>>(),
    })
}

/// The data of an example.
pub fn example(asked: &FormExample) -> Result<(), Exit> {
    let form = named(&asked.form)?;
    let found = match &asked.name {
        Some(name) => form.example(name),
        None => form.examples.first(),
    };
    let example = found.ok_or_else(|| one_of(WORDS.no_example, form.examples.iter().map(|one| one.name)))?;
    say!("{}", (example.fill)().json);
    Ok(())
}

/// Fills a form in and writes it.
pub fn render(asked: &FormRender) -> Result<(), Exit> {
    let form = named(&asked.form)?;
    let write = writer(form, &asked.out)?;
    let document = (form.read)(&content(&asked.input)?).map_err(|why| {
        let place = if why.place.is_empty() { String::new() } else { format!("{}: ", why.place) };
        let (vi, en) = WORDS.start_from_example;
        let command = format!("thidua form example {}", form.code);
        Exit::Refused(Says::new(
            format!("{}: {place}{} {vi}: {command}", asked.input.display(), why.vi),
            format!("{}: {place}{} {en}: {command}", asked.input.display(), why.en),
        ))
    })?;
    let bytes = write(&document).map_err(|error| unwritten(&error))?;
    writing::whole(&asked.out, &bytes)
}

fn named(code: &str) -> Result<&'static Form, Exit> {
    form(code).ok_or_else(|| one_of(WORDS.no_form, all().iter().map(|form| form.code)))
}

/// A refusal that names what there is.
fn one_of((vi, en): (&str, &str), names: impl Iterator<Item = &'static str>) -> Exit {
    let names = names.collect::<Vec<_>>().join(", ");
    Exit::Refused(Says::new(format!("{vi}: {names}"), format!("{en}: {names}")))
}

type Writer = fn(&OfficialDocument) -> Result<Vec<u8>, PaperError>;

/// The ending of the file says what is written.
fn writer(form: &Form, out: &Path) -> Result<Writer, Exit> {
    let ending = out.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    if !form.formats().contains(&ending.as_str()) {
        return Err(one_of(WORDS.form_ending, form.formats().iter().copied()));
    }
    Ok(match ending.as_str() {
        "pdf" => to_pdf,
        "docx" => to_docx,
        _ => to_xlsx,
    })
}

/// What the data ask for cannot be printed, or we failed.
fn unwritten(error: &PaperError) -> Exit {
    match error {
        PaperError::MissingGlyph { letters } => {
            let (vi, en) = WORDS.no_glyph;
            Exit::Refused(Says::new(format!("{vi}: {letters}"), format!("{en}: {letters}")))
        }
        PaperError::UnevenRow { .. }
        | PaperError::ImpossibleDate { .. }
        | PaperError::SlipCount { .. }
        | PaperError::TooManyColumns { .. }
        | PaperError::NoTable => {
            complain!("{error}");
            refused(WORDS.unprintable)
        }
        other => Exit::ours(other),
    }
}
