//! Reading the register, and what is done to it.

use crate::App;
use crate::face::Refusal;
use crate::figures::evidence::Evidence;
use crate::office::receiving::{keep, register, replaced};
use chrono::NaiveDate;
use thidua_domain::basics::date::short;
use thidua_domain::regulations::{RegulationFinding, ReviewState, Version, check};
use thidua_store::audit::Entry;
use thidua_store::regulations::{Regulation, RegulationVersion};
use thidua_store::{Author, StoreError, Within};

/// A regulation with its versions and what is the matter with it today.
pub(crate) struct Kept {
    pub(crate) regulation: Regulation,
    pub(crate) versions: Vec<RegulationVersion>,
    pub(crate) findings: Vec<RegulationFinding>,
}

impl Kept {
    fn new(regulation: Regulation, versions: Vec<RegulationVersion>, today: NaiveDate) -> Kept {
        let findings = check(&times(&versions), regulation.state, regulation.review_due, today);
        Kept { regulation, versions, findings }
    }

    /// The versions as far as time is concerned.
    pub(crate) fn times(&self) -> Vec<Version> {
        times(&self.versions)
    }

    /// Whether somebody has to look at it.
    pub(crate) fn to_look_at(&self) -> bool {
        !self.findings.is_empty() || self.regulation.state == ReviewState::NeedsReview
    }
}

fn times(versions: &[RegulationVersion]) -> Vec<Version> {
    versions.iter().map(|version| version.time.clone()).collect()
}

/// The register.
pub(crate) async fn all(app: &App, within: &Within, today: NaiveDate) -> Result<Vec<Kept>, StoreError> {
    let regulations = app.store.regulations(within).await?;
    let ids: Vec<&str> = regulations.iter().map(|one| one.id.as_str()).collect();
    let mut versions: std::collections::HashMap<String, Vec<RegulationVersion>> = std::collections::HashMap::new();
    for version in app.store.regulation_versions(&ids).await? {
        versions.entry(version.regulation_id.clone()).or_default().push(version);
    }
    Ok(regulations
        .into_iter()
        .map(|one| {
            let of_it = versions.remove(&one.id).unwrap_or_default();
            Kept::new(one, of_it, today)
        })
        .collect())
}

/// One regulation.
pub(super) async fn one(app: &App, id: &str, today: NaiveDate) -> Result<Kept, Refusal> {
    let regulation = app.store.regulation(id).await?.ok_or(Refusal::NotFound)?;
    let versions = app.store.regulation_versions(&[id]).await?;
    Ok(Kept::new(regulation, versions, today))
}

/// Enters a regulation with its first version; its identifier.
pub(super) async fn add(
    app: &App,
    author: Author,
    mut regulation: Regulation,
    mut version: RegulationVersion,
    file: Option<Evidence>,
) -> Result<String, Refusal> {
    let kept = keep(app, file).await?;
    let change = app.store.change(author).await?;
    register(&change, &kept).await?;
    regulation.id = change.new_id();
    version.regulation_id = regulation.id.clone();
    version.time.id = change.new_id();
    (version.file_digest, version.file_name) = replaced(&kept, (None, None));
    change.add_regulation(&regulation).await?;
    change.write_regulation_version(&version, regulation.version, false).await?;
    let detail = format!("{}: {}", version.number_symbol, regulation.title);
    let id = regulation.id.clone();
    change.commit(entry("regulation.added", &regulation, detail)).await?;
    Ok(id)
}

/// Corrects a regulation or takes its review on.
pub(super) async fn correct(
    app: &App,
    author: Author,
    before: &Regulation,
    after: &Regulation,
    seen: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.correct_regulation(after, seen).await?;
    let vi = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let of = |one: &Regulation| {
        [
            one.title.clone(),
            super::labels::kind(one.kind, vi).to_owned(),
            super::labels::state(one.state, vi).to_owned(),
            one.review_due.map(short).unwrap_or_default(),
            one.note.clone().unwrap_or_default(),
        ]
    };
    let changed = of(before).into_iter().zip(of(after)).filter(|(old, new)| old != new);
    let detail = changed.map(|(old, new)| format!("{old} → {new}")).collect::<Vec<_>>().join("; ");
    change.commit(entry("regulation.corrected", after, detail)).await
}

/// Records a version, or corrects one.
pub(super) async fn write_version(
    app: &App,
    author: Author,
    regulation: &Regulation,
    before: Option<&RegulationVersion>,
    mut version: RegulationVersion,
    seen: i64,
    file: Option<Evidence>,
) -> Result<(), Refusal> {
    let kept = keep(app, file).await?;
    let change = app.store.change(author).await?;
    register(&change, &kept).await?;
    version.time.id = before.map_or_else(|| change.new_id(), |before| before.time.id.clone());
    let old = before.map_or((None, None), |before| (before.file_digest.clone(), before.file_name.clone()));
    (version.file_digest, version.file_name) = replaced(&kept, old);
    change.write_regulation_version(&version, seen, before.is_some()).await?;
    let said = |one: &RegulationVersion| {
        let to = one.time.to.map(|to| format!(" – {}", short(to))).unwrap_or_default();
        format!("{} ({}{to})", one.number_symbol, short(one.time.from))
    };
    let detail = match before {
        Some(before) => format!("{} → {}", said(before), said(&version)),
        None => said(&version),
    };
    let act = if before.is_some() { "regulation.version-corrected" } else { "regulation.version" };
    Ok(change.commit(entry(act, regulation, detail)).await?)
}

fn entry(act: &'static str, of: &Regulation, detail: String) -> Entry {
    Entry {
        unit_id: Some(of.unit_id.clone()),
        act,
        subject: "regulation",
        subject_id: of.id.clone(),
        detail: Some(detail).filter(|detail| !detail.is_empty()),
    }
}
