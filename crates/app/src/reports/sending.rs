//! Setting a document on paper and sending it, or any other file, as a download.

use crate::App;
use crate::face::{Answer, Refusal};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;
use thidua_paper::signature::reserve_for_signature;
use thidua_paper::write::{OfficialDocument, to_docx, to_pdf, to_xlsx};

/// The kinds of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paper {
    Docx,
    Pdf,
    /// For forms that are a table.
    Xlsx,
}

impl Paper {
    /// How the names of its files end.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Paper::Docx => "docx",
            Paper::Pdf => "pdf",
            Paper::Xlsx => "xlsx",
        }
    }

    /// The kind of an ending.
    pub(crate) fn of_ending(ending: &str) -> Option<Paper> {
        [Paper::Docx, Paper::Pdf, Paper::Xlsx].into_iter().find(|paper| paper.ending() == ending)
    }

    fn media(self) -> &'static str {
        match self {
            Paper::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Paper::Pdf => "application/pdf",
            Paper::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Sets a document, off the threads that answer requests, and sends it.
pub(crate) async fn render(app: &App, document: OfficialDocument, paper: Paper, name: &str) -> Answer {
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let set = tokio::task::spawn_blocking(move || match paper {
        Paper::Docx => to_docx(&document),
        Paper::Pdf => to_pdf(&document).map(|pdf| to_be_signed(&document, pdf)),
        Paper::Xlsx => to_xlsx(&document),
    })
    .await
    .map_err(Refusal::fault)?;
    drop(permit);
    let content = set.map_err(Refusal::fault)?;
    attachment(content, paper.media(), &format!("{name}.{}", paper.ending()))
}

/// The paper with empty fields above the printed name, where the official tools put signature and seal; as it is where no
/// name is printed, or it has no room.
fn to_be_signed(document: &OfficialDocument, pdf: Vec<u8>) -> Vec<u8> {
    let Some(name) = document.signature.name.as_deref().filter(|_| !document.unnumbered) else { return pdf };
    reserve_for_signature(pdf.clone(), name).unwrap_or(pdf)
}

/// A download. Whatever is in it, the browser neither guesses its kind nor runs it.
pub(crate) fn attachment(content: Vec<u8>, media: &str, name: &str) -> Answer {
    let plain: String = thidua_domain::basics::text::fold(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' })
        .collect();
    let exact: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    let headers = [
        (CONTENT_TYPE, media.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")),
        (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, content).into_response())
}

/// A line of a table for a spreadsheet: semicolons, every cell in quotation marks.
pub(crate) fn table_line(cells: &[&str]) -> String {
    let quoted = |text: &&str| {
        // a leading sign would be run as a formula by a spreadsheet
        let guard = if text.trim_start().starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    format!("{}\r\n", cells.iter().map(quoted).collect::<Vec<_>>().join(";"))
}
