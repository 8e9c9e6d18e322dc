//! Adding and changing one content item.

use super::super::actions::movement_for;
use super::super::facts::require_open;
use super::words::{self, Words};
use super::{field_of, kind_of};
use crate::App;
use crate::face::forms::{Field as FormField, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::movements::kind::Field;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::movement_facts::{Content, ContentKind};

struct Tick {
    id: String,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "movements/contents/edit.html")]
struct EditPage {
    f: Frame,
    w: &'static Words,
    id: String,
    key: String,
    fields: Vec<FormField>,
    targets: Vec<Tick>,
    tasks: Vec<Tick>,
    version: i64,
    refused: bool,
    changed: Option<String>,
}

fn fields(w: &'static Words, content: &Content) -> Vec<FormField> {
    let kinds = ContentKind::ALL.map(|kind| (kind.code(), kind_of(kind, w))).to_vec();
    let works = Field::ALL.iter().map(|field| (field.code(), field_of(*field, w))).collect();
    vec![
        FormField::new("kind", w.kind, Input::Choice(kinds), content.kind.code()),
        FormField::new("field", w.field, Input::Choice(works), content.field.code()),
        FormField::new("text", w.text, Input::Text, content.text.clone()).hint(w.text_hint),
        FormField::new("answer", w.answer, Input::Text, content.answer.clone().unwrap_or_default())
            .hint(w.answer_hint),
    ]
}

async fn content_of(app: &App, movement_id: &str, key: &str) -> Result<Content, Refusal> {
    if key == "new" {
        return Ok(Content {
            id: String::new(),
            kind: ContentKind::Area,
            numbering: None,
            field: Field::Other,
            text: String::new(),
            lines: None,
            answer: None,
            version: 0,
            targets: Vec::new(),
            tasks: Vec::new(),
        });
    }
    let all = app.store.contents(movement_id).await?;
    all.into_iter().find(|one| one.id == key).ok_or(Refusal::NotFound)
}

/// The form as it stands after an attempt: fields, ticked targets and tasks, whether it was refused, what stands now.
struct Stage {
    fields: Vec<FormField>,
    targets: Vec<String>,
    tasks: Vec<String>,
    version: i64,
    refused: bool,
    changed: Option<String>,
}

async fn render(app: &App, caller: &Caller, id: &str, plan_id: &str, key: &str, stage: Stage) -> Answer {
    let w = words::words(caller.preferences.language);
    let targets = app.store.targets(plan_id).await?.into_iter().filter(|one| one.draft.comparator.is_some());
    let targets = targets
        .map(|one| Tick { chosen: stage.targets.contains(&one.id), id: one.id, name: one.draft.name })
        .collect();
    let tasks = app.store.tasks_of_movement(id).await?.into_iter();
    let tasks =
        tasks.map(|one| Tick { chosen: stage.tasks.contains(&one.id), id: one.id, name: one.text.work }).collect();
    let template = EditPage {
        f: Frame::new(caller, Place::Movements).in_movement(caller, id, Tab::Contents),
        w,
        id: id.to_owned(),
        key: key.to_owned(),
        fields: stage.fields,
        targets,
        tasks,
        version: stage.version,
        refused: stage.refused,
        changed: stage.changed.map(|now| w.changed.replace("{now}", &now)),
    };
    let conflict = template.changed.is_some();
    crate::face::frame::returned(&template, conflict, stage.refused)
}

/// `GET /movements/{id}/contents/{key}`: `new`, or an item.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    let content = content_of(&app, &id, &key).await?;
    let fields = fields(words::words(caller.preferences.language), &content);
    let Content { targets, tasks, version, .. } = content;
    let stage = Stage { fields, targets, tasks, version, refused: false, changed: None };
    render(&app, &caller, &id, &view.plan.id, &key, stage).await
}

/// `POST /movements/{id}/contents/{key}`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    require_open(&view.movement)?;
    let before = content_of(&app, &id, &key).await?;
    let language = caller.preferences.language;
    let (w, c) = (words::words(language), crate::face::words::words(language));
    let mut reader = Reader::new(&typed, c);
    let known: Vec<String> = app.store.targets(&view.plan.id).await?.into_iter().map(|one| one.id).collect();
    let tasks: Vec<String> = app.store.tasks_of_movement(&id).await?.into_iter().map(|one| one.id).collect();
    let mut content = Content {
        kind: reader.code("kind", ContentKind::from_code).unwrap_or(before.kind),
        field: reader.code("field", Field::from_code).unwrap_or(before.field),
        text: reader.required("text"),
        answer: reader.text("answer"),
        version: crate::face::forms::seen(&typed),
        targets: known.into_iter().filter(|target| typed.contains_key(&format!("target-{target}"))).collect(),
        tasks: tasks.into_iter().filter(|task| typed.contains_key(&format!("task-{task}"))).collect(),
        ..before
    };
    if !reader.fine() {
        let fields = reader.mark(fields(w, &content));
        let Content { targets, tasks, version, .. } = content;
        let stage = Stage { fields, targets, tasks, version, refused: true, changed: None };
        return render(&app, &caller, &id, &view.plan.id, &key, stage).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let written = if key == "new" {
        content.id = change.new_id();
        change.add_contents(&id, std::slice::from_ref(&content)).await
    } else {
        change.change_content(&id, &content).await
    };
    match written {
        Ok(()) => {
            let entry = Entry {
                unit_id: Some(view.plan.unit_id),
                act: "movement.content-written",
                subject: "movement",
                subject_id: id.clone(),
                detail: Some(content.text),
            };
            change.commit(entry).await?;
            go(format!("/movements/{id}/contents?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = content_of(&app, &id, &key).await?;
            let stage = Stage {
                fields: reader.mark(fields(w, &content)),
                targets: content.targets.clone(),
                tasks: content.tasks.clone(),
                version: newest.version,
                refused: true,
                changed: Some(newest.text),
            };
            render(&app, &caller, &id, &view.plan.id, &key, stage).await
        }
        Err(other) => Err(other.into()),
    }
}
