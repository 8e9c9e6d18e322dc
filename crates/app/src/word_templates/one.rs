//! One version of a template: what it asks for, and what it says with sample data.

use super::list::versions;
use super::using::fill;
use super::words::{Words, words};
use crate::App;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::reach;
use crate::office::tabs::{Tab, frame};
use askama::Template as Page;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_paper::template::catalogue;
use thidua_store::audit::Entry;
use thidua_store::word_templates::WordTemplate;

/// Lines of the text that are shown.
const MOST_LINES: usize = 200;

#[derive(Page)]
#[template(path = "word_templates/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    id: String,
    kind: String,
    kind_code: String,
    version: String,
    from: String,
    state: String,
    class: &'static str,
    by: String,
    note: String,
    asks: Vec<String>,
    lines: Vec<String>,
    problem: Option<String>,
    withdraw: Option<i64>,
}

/// A version, for whoever keeps the templates of its authority.
pub(super) async fn found(app: &App, visitor: &Visitor, id: &str) -> Result<WordTemplate, Refusal> {
    let it = app.store.word_template(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, Act::ManageRegulations, &it.unit_id).await?;
    Ok(it)
}

/// `GET /templates/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let it = found(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let kind = catalogue::of(&it.kind).ok_or(Refusal::NotFound)?;
    let all = app.store.word_templates(&it.unit_id).await?;
    let address = format!("/templates/{id}");
    let row = versions(&all, &it.kind, reach::today(&app), w).into_iter().find(|one| one.address == address);
    let row = row.ok_or(Refusal::NotFound)?;
    let (asks, filled) = fill(&app, &it.file_digest, (kind.fields)().sample).await?;
    let (lines, problem) = match filled {
        Ok(filled) => (text(filled).await?, None),
        Err(says) => (Vec::new(), Some(says.in_language(language).to_owned())),
    };
    page(&OnePage {
        f: frame(&caller, Tab::Templates),
        w,
        id: it.id.clone(),
        kind: kind.name.to_owned(),
        kind_code: it.kind.clone(),
        version: row.version,
        from: shown::day(Some(it.from)),
        state: row.state,
        class: row.class,
        by: row.by,
        note: row.note,
        asks,
        lines,
        problem,
        withdraw: (!it.withdrawn).then_some(it.version),
    })
}

/// The text of a filled template, line by line.
async fn text(docx: Vec<u8>) -> Result<Vec<String>, Refusal> {
    let read =
        tokio::task::spawn_blocking(move || thidua_paper::read::read_bytes(&docx)).await.map_err(Refusal::fault)?;
    let text = read.map_err(|error| Refusal::fault(std::io::Error::other(error.to_string())))?;
    Ok(text.lines.into_iter().filter(|line| !line.trim().is_empty()).take(MOST_LINES).collect())
}

/// `POST /templates/{id}/withdraw`.
pub(crate) async fn withdraw(sent: Sent) -> Answer {
    let it = found(&sent.app, &sent.visitor, &sent.id).await?;
    let change = sent.app.store.change(sent.author()).await?;
    change.withdraw_word_template(&it.id, sent.seen(), reach::today(&sent.app)).await?;
    let entry = Entry {
        unit_id: Some(it.unit_id.clone()),
        act: "template.withdrawn",
        subject: "template",
        subject_id: it.id.clone(),
        detail: Some(it.file_name.clone()),
    };
    change.commit(entry).await?;
    go(format!("/templates/{}?done=saved", it.id))
}
