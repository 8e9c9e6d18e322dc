//! Storing a figure with its evidence.

use super::evidence::Evidence;
use crate::App;
use crate::face::{Refusal, show};
use thidua_domain::basics::Language;
use thidua_store::Author;
use thidua_store::audit::Entry;
use thidua_store::figures::Reported;

/// Enters a figure as the next version of its cell. The file is durable before the figure that rests on it.
pub(crate) async fn enter(
    app: &App,
    author: Author,
    unit_id: &str,
    mut reported: Reported,
    seen: i64,
    file: Option<Evidence>,
) -> Result<(), Refusal> {
    let mut kept = None;
    if let Some(file) = file {
        let files = app.files.clone();
        let (digest, file) =
            tokio::task::spawn_blocking(move || (files.keep(&file.content), file)).await.map_err(Refusal::fault)?;
        let digest = digest?;
        reported.file_digest = Some(digest.clone());
        reported.file_name = Some(file.name.clone());
        kept = Some((digest, file));
    }
    let change = app.store.change(author).await?;
    if let Some((digest, file)) = &kept {
        change.register_file(digest, file.content.len(), file.media).await?;
    }
    change.enter_figure(&reported, seen).await?;
    Ok(change.commit(entry(unit_id, &reported)).await?)
}

fn entry(unit_id: &str, reported: &Reported) -> Entry {
    let c = crate::face::words::words(Language::Vietnamese);
    let said = format!("{}: {}", show::period(reported.period, c), show::figure(reported.figure, c));
    Entry {
        unit_id: Some(unit_id.to_owned()),
        act: "figure.entered",
        subject: "target",
        subject_id: reported.target_id.clone(),
        detail: Some(said),
    }
}
