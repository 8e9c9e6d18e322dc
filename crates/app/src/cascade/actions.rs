//! What is done along the cascade; each change with its entry in the log.

use super::compose::Composed;
use crate::App;
use crate::face::show;
use thidua_domain::basics::Amount;
use thidua_domain::cascade::circles;
use thidua_domain::units::UnitKind;
use thidua_store::audit::Entry;
use thidua_store::cascade::{NewAssignment, Settings, Sharing, TargetLink};
use thidua_store::plans::{NewPlan, Plan};
use thidua_store::{Author, StoreError};

fn entry(unit_id: &str, act: &'static str, subject: &'static str, id: &str, detail: String) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject, subject_id: id.to_owned(), detail: Some(detail) }
}

/// Stores a derived draft; its identifier. The same draft made twice is one.
///
/// # Errors
/// [`StoreError`].
pub(super) async fn derive(
    app: &App,
    author: Author,
    parent: &Plan,
    unit_id: &str,
    name: &str,
    made: &Composed,
) -> Result<String, StoreError> {
    let content = made.lines.join("\n").into_bytes();
    let digest = app.files.keep(&content)?;
    if let Some(known) = app.store.plan_from_file(unit_id, &digest).await? {
        return Ok(known);
    }
    let change = app.store.change(author).await?;
    let id = change.new_id();
    change.register_file(&digest, content.len(), "text/plain; charset=utf-8").await?;
    let plan = NewPlan {
        id: &id,
        unit_id,
        illustrative: parent.illustrative,
        source_digest: &digest,
        source_name: name,
        source: &made.lines,
        source_notes: "",
        draft: &made.draft,
    };
    change.add_plan(&plan).await?;
    change.set_parent_plan(&id, None, Some(&parent.id)).await?;
    change.link_targets(&id, 1, &made.links).await?;
    change.commit(entry(unit_id, "plan.derived", "plan", &id, name.to_owned())).await?;
    Ok(id)
}

/// Why a plan was not put under another.
#[derive(Debug)]
pub(super) enum NotLinked {
    /// It would stand above itself.
    Circle,
    /// Anything of the store.
    Store(StoreError),
}

impl From<StoreError> for NotLinked {
    fn from(error: StoreError) -> Self {
        NotLinked::Store(error)
    }
}

/// Puts a plan under another, or takes that back.
///
/// # Errors
/// [`NotLinked`]; then nothing has changed.
pub(super) async fn set_parent(
    app: &App,
    author: Author,
    plan: &Plan,
    seen: Option<&str>,
    parent: Option<&str>,
) -> Result<(), NotLinked> {
    let mut detail = String::new();
    if let Some(parent) = parent {
        let above: Vec<String> = app.store.plans_above(parent).await?.into_iter().map(|plan| plan.id).collect();
        if circles(&plan.id, parent, &above) {
            return Err(NotLinked::Circle);
        }
        let line = app.store.plan_line(parent).await?.ok_or(StoreError::Absent)?;
        detail = line.number_symbol.unwrap_or_default();
    }
    let change = app.store.change(author).await?;
    change.set_parent_plan(&plan.id, seen, parent).await?;
    change.commit(entry(&plan.unit_id, "plan.parent-set", "plan", &plan.id, detail)).await?;
    Ok(())
}

/// Says which targets carry out which targets above.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when somebody else did it first.
pub(super) async fn map(
    app: &App,
    author: Author,
    plan: &Plan,
    seen: i64,
    links: &[TargetLink],
) -> Result<(), StoreError> {
    let detail = links
        .iter()
        .filter_map(|link| link.reason.as_ref().map(|reason| format!("{}: {reason}", link.code)))
        .collect::<Vec<_>>()
        .join("; ");
    let change = app.store.change(author).await?;
    change.link_targets(&plan.id, seen, links).await?;
    change.commit(entry(&plan.unit_id, "plan.mapped", "plan", &plan.id, detail)).await
}

/// Sets until when, and for which kinds of units, plans are asked.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when somebody else did it first.
pub(super) async fn set_cascade(
    app: &App,
    author: Author,
    unit_id: &str,
    plan_id: &str,
    settings: &Settings,
) -> Result<(), StoreError> {
    let vi = crate::units::words::words(thidua_domain::basics::Language::Vietnamese);
    let kind = |kind: &UnitKind| crate::units::labels::kind(*kind, vi);
    let kinds = settings.kinds.iter().map(kind).collect::<Vec<_>>().join(", ");
    let change = app.store.change(author).await?;
    change.set_cascade(plan_id, settings).await?;
    let detail = format!("{}: {kinds}", show::day(settings.launch_by));
    change.commit(entry(unit_id, "cascade.set", "plan", plan_id, detail)).await
}

/// A value to be given, with the version that was seen and the name of the unit for the log.
pub(super) struct Giving {
    pub(super) given: NewAssignment,
    pub(super) seen: i64,
    pub(super) unit_name: String,
}

/// Writes what the units are given of a target, and the method; all or nothing.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when somebody else wrote one of them first.
pub(super) async fn assign(
    app: &App,
    author: Author,
    unit_id: &str,
    target_id: &str,
    sharing: Option<Sharing>,
    giving: &[Giving],
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    if let Some(sharing) = sharing {
        change.set_sharing(target_id, sharing).await?;
    }
    for one in giving {
        change.assign(&one.given, one.seen).await?;
    }
    let vi = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let detail = giving
        .iter()
        .map(|one| {
            let reason = one.given.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
            let state = super::labels::state(one.given.state, one.given.requested, vi);
            format!("{}: {} ({state}){reason}", one.unit_name, show::amount(one.given.value))
        })
        .collect::<Vec<_>>()
        .join("; ");
    change.commit(entry(unit_id, "target.assigned", "target", target_id, detail)).await
}

/// A striving value that changed.
pub(super) struct Striven {
    pub(super) target_id: String,
    pub(super) value: Option<Amount>,
    pub(super) note: Option<String>,
    pub(super) seen: i64,
}

/// Sets what a unit strives for; all or nothing.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when somebody else set one of them first.
pub(super) async fn strive(
    app: &App,
    author: Author,
    unit_id: &str,
    plan_id: &str,
    all: &[Striven],
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    for one in all {
        change.strive(&one.target_id, one.value, one.note.as_deref(), one.seen).await?;
    }
    let detail = all.iter().map(|one| show::amount(one.value)).collect::<Vec<_>>().join("; ");
    change.commit(entry(unit_id, "target.striving", "plan", plan_id, detail)).await
}
