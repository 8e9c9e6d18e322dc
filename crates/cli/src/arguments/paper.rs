//! What can be typed of papers: forms, documents that were signed, templates.

use super::Format;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `thidua form …`
#[derive(Debug, Subcommand)]
pub enum FormCommand {
    /// Every form: what it is, what it needs, its examples; needs no database
    List(FormList),
    /// The data of an example, to start from
    Example(FormExample),
    /// Fill a form in and write it as PDF, Word file or workbook; needs no database
    Render(FormRender),
}

/// `thidua form list`
#[derive(Debug, Args)]
pub struct FormList {
    /// Output; without it lines to read
    #[arg(long, value_enum)]
    pub format: Option<Format>,
}

/// `thidua form example`
#[derive(Debug, Args)]
pub struct FormExample {
    /// The form; `thidua form list` names them
    pub form: String,
    /// Which example; without it the first
    #[arg(long)]
    pub name: Option<String>,
}

/// `thidua form render`
#[derive(Debug, Args)]
pub struct FormRender {
    /// The form; `thidua form list` names them
    pub form: String,
    /// Its data (.json), in the shape of `thidua form example`
    #[arg(long)]
    pub input: PathBuf,
    /// The file, .pdf, .docx or .xlsx
    #[arg(long)]
    pub out: PathBuf,
}

/// `thidua template …`
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// A document for each record of a list
    Fill(TemplateFill),
    /// What is wrong with a template, each with its place
    Check(TemplateCheck),
    /// The fields that a kind of document has, with samples
    Fields(TemplateFields),
}

/// `thidua template fill`
#[derive(Debug, Args)]
pub struct TemplateFill {
    /// The template (.docx)
    pub template: PathBuf,
    /// A list (.json), or a table whose first row names the fields (.csv)
    #[arg(long)]
    pub input: PathBuf,
    /// Folder for the documents; what is there already and the same is not written again
    #[arg(long)]
    pub out: PathBuf,
    /// Name of each document, with fields: "{{ ho_ten }}"; without it they are numbered
    #[arg(long)]
    pub name: Option<String>,
    /// Threads; without it one for each core
    #[arg(long)]
    pub threads: Option<usize>,
}

/// `thidua template check`
#[derive(Debug, Args)]
pub struct TemplateCheck {
    /// The template (.docx)
    pub template: PathBuf,
    /// Kind of document whose fields it may use
    #[arg(long, value_parser = template_kinds())]
    pub fields: Option<String>,
    /// Output for programs
    #[arg(long, value_enum)]
    pub format: Option<Format>,
}

/// `thidua template fields`
#[derive(Debug, Args)]
pub struct TemplateFields {
    /// Kind of document
    #[arg(value_parser = template_kinds())]
    pub form: String,
    /// The list (.xlsx), or sample data (.json)
    #[arg(long)]
    pub out: PathBuf,
}

/// The kinds of document that may have a template of their own.
fn template_kinds() -> clap::builder::PossibleValuesParser {
    let kinds = thidua_paper::template::catalogue::all();
    kinds.iter().map(|kind| clap::builder::PossibleValue::new(kind.code).help(kind.name)).collect::<Vec<_>>().into()
}
