//! Taking a template in: it is read and checked against the fields of its kind before it is kept.

use super::list::{form, own, render};
use super::words::words;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::Came;
use crate::office::reach;
use axum::extract::{FromRequest, Multipart, Request, State};
use thidua_domain::access::Act;
use thidua_paper::template::{Template, catalogue};
use thidua_store::audit::Entry;
use thidua_store::word_templates::WordTemplate;

/// Bytes of a template at most.
const LARGEST: usize = 10 * 1024 * 1024;
/// Bytes of the whole form: what is beyond a template is taken and told.
pub(crate) const UPLOAD_LIMIT: usize = LARGEST + 1024 * 1024;
/// Problems that are told at once.
const TOLD: usize = 50;

struct Received {
    typed: Typed,
    file: Option<(String, Vec<u8>)>,
    large: bool,
}

async fn received(app: &App, request: Request) -> Result<Received, Refusal> {
    let mut form = Multipart::from_request(request, app).await.map_err(|error| Refusal::of_form(error.status()))?;
    let mut came = Received { typed: Typed::default(), file: None, large: false };
    while let Some(field) = form.next_field().await.map_err(Refusal::of_part)? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if name != "file" {
            came.typed.insert(name, field.text().await.map_err(Refusal::of_part)?);
            continue;
        }
        let file: String =
            field.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
        let content = field.bytes().await.map_err(Refusal::of_part)?;
        came.large = content.len() > LARGEST;
        if !came.large && !content.is_empty() {
            came.file = Some((file, content.to_vec()));
        }
    }
    Ok(came)
}

/// `POST /templates`.
pub(crate) async fn upload(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let came = received(&app, request).await?;
    let unit_id = own(&visitor).ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::ManageRegulations, &unit_id).await?;
    let mut reader = Reader::new(&came.typed, crate::face::words::words(language));
    let kind = reader.text("kind").and_then(|code| catalogue::of(&code)).ok_or(Refusal::NotFound)?;
    let from = reader.day("from");
    let others = app.store.word_templates(&unit_id).await?;
    match from {
        None => reader.problem("from", w.from_needed),
        // what was written with the one before would be written otherwise the next time
        Some(day) if day < reach::today(&app) && others.iter().any(|one| one.kind == kind.code) => {
            reader.problem("from", w.from_past);
        }
        Some(_) => {}
    }
    let note = reader.text("note");
    let file_problem = match (&came.file, came.large) {
        (_, true) => Some(w.file_large),
        (None, false) => Some(w.file_needed),
        _ => None,
    };
    let (Some(from), Some((file_name, content)), true) = (from, came.file, reader.fine()) else {
        let form = form(&app, w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, Some(form), file_problem, Vec::new()).await;
    };
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let (content, problems) = tokio::task::spawn_blocking(move || {
        let problems = match Template::read(&content) {
            Ok(template) => template.check(&(kind.fields)()),
            Err(problems) => problems,
        };
        (content, problems)
    })
    .await
    .map_err(Refusal::fault)?;
    drop(permit);
    if !problems.is_empty() {
        let told = problems
            .iter()
            .take(TOLD)
            .map(|one| format!("{}: {}", one.number(), one.says().in_language(language)))
            .collect();
        let form = form(&app, w).back(reader, Came::Fresh);
        return render(&app, &caller, &visitor, Some(form), None, told).await;
    }
    let files = app.files.clone();
    let (size, digest) =
        tokio::task::spawn_blocking(move || (content.len(), files.keep(&content))).await.map_err(Refusal::fault)?;
    let digest = digest?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.register_file(&digest, size, super::using::WORD).await?;
    let it = WordTemplate {
        id: change.new_id(),
        unit_id: unit_id.clone(),
        kind: kind.code.to_owned(),
        number: 0,
        from,
        note,
        file_digest: digest,
        file_name,
        withdrawn: false,
        version: 0,
        account_name: String::new(),
        written_at: (app.clock)(),
    };
    change.add_word_template(&it).await?;
    let entry = Entry {
        unit_id: Some(unit_id),
        act: "template.uploaded",
        subject: "template",
        subject_id: it.id.clone(),
        detail: Some(format!("{}: {}", kind.name, it.file_name)),
    };
    change.commit(entry).await?;
    go(format!("/templates/{}?done=saved", it.id))
}
