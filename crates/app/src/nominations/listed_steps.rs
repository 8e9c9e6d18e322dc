//! A list of nominations put in as one and taken back as one.

use super::scene;
use super::words::words;
use crate::App;
use crate::face::{Refusal, Visitor};
use serde_json::{Value, json};
use thidua_domain::basics::Language;
use thidua_domain::nominations::State;
use thidua_store::nominations::Nomination;
use thidua_store::uploads::UploadStep;
use thidua_store::{Change, StoreError};

/// Writes a nomination that a row brought or changed.
pub(crate) async fn write(
    change: &Change,
    before: Option<&Nomination>,
    mut written: Nomination,
) -> Result<UploadStep, StoreError> {
    if before.is_none() {
        written.id = change.new_id();
    }
    change.write_nomination(&written).await?;
    Ok(UploadStep {
        subject_id: written.id,
        before: before.map(state),
        version_after: before.map_or(1, |it| it.version + 1),
    })
}

/// Writes the titles of which the ratios of these are taken, where the list itself does not have them: as the page does.
pub(crate) async fn along(
    app: &App,
    visitor: &Visitor,
    round: &str,
    change: &Change,
    written: &[Nomination],
) -> Result<Vec<UploadStep>, Refusal> {
    let scene = scene::scene(app, visitor, round).await?;
    let known = scene.all.iter().filter(|it| written.iter().all(|new| new.id != it.id));
    let mut all: Vec<Nomination> = known.chain(written).cloned().collect();
    let mut steps = Vec::new();
    for it in written {
        let Some(below) = super::adding::title_below(&scene, &all, it) else { continue };
        all.push(below.clone());
        steps.push(write(change, None, Nomination { version: 0, ..below }).await?);
    }
    Ok(steps)
}

/// Takes one step back. What the list brought is withdrawn and stays to be read: nothing is ever deleted.
pub(crate) async fn undo(app: &App, change: &Change, step: &UploadStep) -> Result<(), StoreError> {
    let mut it = app.store.nomination(&step.subject_id).await?.ok_or(StoreError::ChangedMeanwhile)?;
    it.version = step.version_after;
    match &step.before {
        None => {
            let reason = words(Language::Vietnamese).list_taken_back;
            change.move_nomination(&it, State::Withdrawn, Some(reason), None).await
        }
        Some(before) => {
            restore(&mut it, before).ok_or_else(|| StoreError::Unreadable(format!("upload step of {}", it.id)))?;
            change.write_nomination(&it).await
        }
    }
}

/// What hinders taking a list back: nominations that were changed or sent since.
pub(crate) async fn hindered(app: &App, steps: &[UploadStep]) -> Result<Vec<String>, StoreError> {
    let mut says = Vec::new();
    for step in steps {
        let Some(it) = app.store.nomination(&step.subject_id).await? else { continue };
        if it.version != step.version_after || it.state != State::Draft {
            says.push(format!("{} — {}", it.nominee.name, it.award_name));
        }
    }
    Ok(says)
}

/// The name of what a step is of.
pub(crate) async fn name(app: &App, id: &str) -> Result<Option<String>, StoreError> {
    Ok(app.store.nomination(id).await?.map(|it| it.nominee.name))
}

/// Judges what a list brought or changed, and keeps the answers.
pub(crate) async fn judge(app: &App, visitor: &Visitor, round: &str, steps: &[UploadStep]) -> Result<(), Refusal> {
    let mut scene = scene::scene(app, visitor, round).await?;
    let brought = |it: &Nomination| steps.iter().any(|step| step.subject_id == it.id);
    let answers = super::judging::judge_some(app, &mut scene, brought).await?;
    let Some((first, _)) = answers.first() else { return Ok(()) };
    let detail = format!("{}: {}", scene.round.name, answers.len());
    super::judging::keep_all(app, visitor.author((app.clock)()), &scene, &answers, first, detail).await
}

fn state(it: &Nomination) -> String {
    json!({
        "award": it.award, "award_name": it.award_name, "merit": it.merit, "influence": it.influence,
        "for": it.selection.map(|(votes, _)| votes), "of": it.selection.map(|(_, of)| of),
    })
    .to_string()
}

fn restore(it: &mut Nomination, state: &str) -> Option<()> {
    let state: Value = serde_json::from_str(state).ok()?;
    let text = |key: &str| state[key].as_str().map(str::to_owned);
    it.award = text("award")?;
    it.award_name = text("award_name")?;
    it.merit = text("merit")?;
    it.influence = text("influence");
    it.selection = state["for"].as_i64().zip(state["of"].as_i64());
    Some(())
}
