//! The recognition: first by the head of the unit, and for a wider scope by a ministry, branch or province.

use super::door::{Door, door};
use super::labels;
use super::one::{Asked, Which, again, render};
use super::stepping::{refusal, stepped};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Visitor, show};
use crate::office::forms::Came;
use crate::office::receiving::{Kept, keep, receive, register};
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::Language;
use thidua_domain::initiatives::{Scope, State as Standing};
use thidua_domain::units::Unit;
use thidua_store::StoreError;
use thidua_store::initiatives::{Initiative, Recognised};

/// The unit whose head decides here; none where a decision of another body is written down.
fn deciding(door: &Door, wider: bool) -> Option<&Unit> {
    if wider { door.decides_above.as_ref() } else { door.decides.as_ref() }
}

/// The scopes to choose from.
fn scopes(door: &Door, wider: bool) -> Vec<Scope> {
    if wider {
        Scope::ALL.iter().copied().filter(|scope| *scope > door.it.scope).collect()
    } else {
        door.decides.as_ref().map(|unit| Door::scopes(unit).to_vec()).unwrap_or_default()
    }
}

pub(super) fn fields(door: &Door, wider: bool, language: Language, w: &'static Words) -> Vec<Field> {
    let scopes = scopes(door, wider);
    let mut fields = Vec::new();
    if scopes.len() > 1 || wider {
        let first = scopes.first().map_or("", |scope| scope.code());
        let list = scopes.iter().map(|one| (one.code().to_owned(), labels::scope(*one, language))).collect();
        fields.push(Field::new("scope", w.scope, Input::List(list), first));
    }
    let by = deciding(door, wider).map(|unit| unit.name.clone()).unwrap_or_default();
    let mut by = Field::new("by", w.by, Input::Line, by);
    if wider && door.decides_above.is_none() {
        by = by.hint(w.wider_needs);
    }
    fields.extend([
        Field::new("number", w.number, Input::Line, ""),
        Field::new("dated", w.dated, Input::Day, ""),
        by,
    ]);
    fields
}

/// Reads a decision; what is wrong stays with the reader.
fn read(door: &Door, wider: bool, reader: &mut Reader<'_>, w: &'static Words) -> Option<Recognised> {
    let scopes = scopes(door, wider);
    let asked = reader.code("scope", Scope::from_code).or(scopes.first().copied());
    let scope = asked.filter(|scope| scopes.contains(scope));
    if scope.is_none() {
        reader.problem("scope", w.not_wider);
    }
    let number_symbol = reader.required_name("number");
    let recognised_by = reader.required_name("by");
    let dated = reader.day("dated");
    match dated {
        None => {
            reader.required("dated");
        }
        Some(day) if day > door.today => reader.problem("dated", w.future),
        Some(day) => {
            let council = door.it.sitting.as_ref().map(|one| one.day).filter(|council| day < *council);
            if let Some(council) = council {
                reader.problem("dated", w.before_council.replace("{day}", &show::day(Some(council))));
            }
        }
    }
    Some(Recognised {
        initiative_id: door.it.id.clone(),
        scope: scope?,
        number_symbol,
        dated: dated?,
        recognised_by,
        unit_id: deciding(door, wider).map(|unit| unit.id.clone()),
        file_digest: None,
        file_name: None,
    })
}

async fn decide(app: App, caller: Caller, visitor: Visitor, id: String, request: Request, wider: bool) -> Answer {
    let which = if wider { Which::Widen } else { Which::Recognise };
    let door = door(&app, &visitor, &id).await?;
    let asked = Asked::of(which);
    let unjudged = !wider && door.decides.is_some() && door.it.state == Standing::Judging;
    if !door.may(which, &visitor, &asked) && !unjudged {
        return Err(refusal(&door, which));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let seen = sent.seen();
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let decision = read(&door, wider, &mut reader, w);
    if wider && door.decides_above.is_none() && sent.file.is_none() {
        reader.problem("file", w.wider_needs);
    }
    let state = if wider {
        Standing::Recognised
    } else {
        stepped(&door, Standing::Recognised, &mut reader, "number", decision.is_some(), language)
    };
    let (true, Some(mut decision)) = (reader.fine(), decision) else {
        let form = door.form(&app, which, &asked, language).await?.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((which, form))).await;
    };
    let kept: Option<Kept> = keep(&app, sent.file).await?;
    if let Some(kept) = &kept {
        (decision.file_digest, decision.file_name) = (Some(kept.digest.clone()), Some(kept.name.clone()));
    }
    let mut after = Initiative { state, scope: decision.scope, version: seen, ..door.it.clone() };
    if !wider {
        after.reason = None;
        after.number_symbol = Some(decision.number_symbol.clone());
        after.dated = Some(decision.dated);
        after.recognised_by = Some(decision.recognised_by.clone());
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    let mut written = change.write_initiative(&after).await;
    if written.is_ok() {
        written = change.add_initiative_recognition(&decision).await;
    }
    match written {
        Ok(()) => {
            let scope = labels::scope(decision.scope, Language::Vietnamese);
            let day = show::day(Some(decision.dated));
            let detail = format!("{}: {}, {day} ({scope})", door.it.title, decision.number_symbol);
            let act = if wider { "initiative.widened" } else { "initiative.recognised" };
            change.commit(door.entry(act, detail)).await?;
            go(format!("/initiatives/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            again(&app, &caller, &visitor, &id, &asked, reader).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /initiatives/{id}/recognise`.
pub(crate) async fn recognise(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    decide(app, caller, visitor, id, request, false).await
}

/// `POST /initiatives/{id}/widen`.
pub(crate) async fn widen(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    decide(app, caller, visitor, id, request, true).await
}
