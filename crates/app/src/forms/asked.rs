//! Which form a download asks for, and as which kind of file.

use crate::App;
use crate::face::{Answer, Refusal};
use crate::reports::sending::{Paper, render};
use thidua_domain::basics::text::fold;
use thidua_paper::forms::{Form, form};
use thidua_paper::write::OfficialDocument;

/// A form and the kind of its file, as `submission.docx` asks for them.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) form: &'static Form,
    paper: Paper,
}

impl Asked {
    /// Reads the name of a file; it is one of the forms that a page prints, in a format that the form has.
    pub(crate) fn of(file: &str, printed: &[&str]) -> Result<Asked, Refusal> {
        let (code, ending) = file.rsplit_once('.').ok_or(Refusal::NotFound)?;
        let form = form(code).filter(|form| printed.contains(&form.code)).ok_or(Refusal::NotFound)?;
        Asked::in_format(form, ending)
    }

    /// A form in a format that it has.
    pub(super) fn in_format(form: &'static Form, ending: &str) -> Result<Asked, Refusal> {
        let paper = Paper::of_ending(ending).filter(|paper| form.formats().contains(&paper.ending()));
        Ok(Asked { form, paper: paper.ok_or(Refusal::NotFound)? })
    }

    /// Whether it is asked for as a workbook, which is as wide as it needs to be.
    pub(crate) fn is_workbook(self) -> bool {
        self.paper == Paper::Xlsx
    }

    /// Sends the filled-in form; the file is called after the form and what it is of.
    pub(crate) async fn send(self, app: &App, document: OfficialDocument, of: &str) -> Answer {
        let name: String = fold(&format!("{} {of}", self.form.name))
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-")
            .chars()
            .take(LONGEST)
            .collect();
        render(app, document, self.paper, &name).await
    }
}

/// Letters of the name of a file.
const LONGEST: usize = 120;
