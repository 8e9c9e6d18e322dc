//! What of the register says the same in the same words: shown beside each other before anything is sent.

use super::labels;
use crate::App;
use crate::face::{Refusal, Visitor};
use crate::office::reach;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::alike::{Shelf, Text, WORTH_A_LOOK};

/// Initiatives that are shown.
const SHOWN: usize = 3;
/// Passages of each.
const PASSAGES: usize = 4;

/// An initiative that says the same.
pub(super) struct Alike {
    pub(super) title: String,
    pub(super) unit: String,
    pub(super) year: i32,
    /// Its page, for who may open it.
    pub(super) address: Option<String>,
    pub(super) percent: u32,
    /// As the new one writes it, as the old one does.
    pub(super) passages: Vec<(String, String)>,
    pub(super) more: usize,
}

/// The initiatives of the register that a text is like; `except` is the one that it belongs to.
pub(super) async fn alike(
    app: &App,
    visitor: &Visitor,
    text: &str,
    except: Option<&str>,
) -> Result<Vec<Alike>, Refusal> {
    let told = app.store.told_initiatives().await?;
    let text = text.to_owned();
    let except = except.map(str::to_owned);
    // comparing with a large register takes a while: off the threads that answer requests
    let (told, found) = tokio::task::spawn_blocking(move || {
        let mut shelf = Shelf::default();
        for one in told.iter().filter(|one| Some(&one.id) != except.as_ref()) {
            shelf.put(&one.id, Text::new(&one.text));
        }
        let like = shelf.like(&Text::new(&text), WORTH_A_LOOK);
        let found: Vec<_> = like.into_iter().take(SHOWN).map(|(id, like)| (id.to_owned(), like)).collect();
        (told, found)
    })
    .await
    .map_err(Refusal::fault)?;
    let by_id: HashMap<&str, _> = told.iter().map(|one| (one.id.as_str(), one)).collect();
    let names = reach::names(app, told.iter().map(|one| &one.unit_id)).await?;
    let mut alike = Vec::new();
    for (id, likeness) in found {
        let Some(one) = by_id.get(id.as_str()) else { continue };
        let open = app.may(visitor, Act::Look, &one.unit_id).await?;
        let more = likeness.passages.len().saturating_sub(PASSAGES);
        let passages = likeness.passages.into_iter().take(PASSAGES);
        alike.push(Alike {
            title: one.title.clone(),
            unit: names.get(&one.unit_id).cloned().unwrap_or_default(),
            year: one.year,
            address: open.then(|| format!("/initiatives/{id}")),
            percent: likeness.percent,
            passages: passages.map(|one| (labels::passage(&one.said), labels::passage(&one.theirs))).collect(),
            more,
        });
    }
    Ok(alike)
}
