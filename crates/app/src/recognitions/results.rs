//! The results that a recognition may rest on: targets, tasks, registered items, campaigns of the movement.

use super::labels;
use super::under::Under;
use super::words::Words;
use crate::App;
use crate::face::{Refusal, Visitor};
use thidua_domain::access::Act;
use thidua_domain::recognitions::ResultKind;
use thidua_store::recognitions::Recognition;

/// Letters of a name in a list to choose from.
const SHORT: usize = 70;
/// As many of one kind are offered.
const OFFERED: usize = 200;

/// A result in a list to choose from.
pub(super) struct Offered {
    pub(super) kind: ResultKind,
    pub(super) id: String,
    name: String,
}

impl Offered {
    fn new(kind: ResultKind, id: String, name: &str) -> Offered {
        Offered { kind, id, name: name.to_owned() }
    }

    pub(super) fn code(&self) -> String {
        code(self.kind, &self.id)
    }

    pub(super) fn label(&self, w: &'static Words) -> String {
        let mut name: String = self.name.chars().take(SHORT).collect();
        if self.name.chars().count() > SHORT {
            name.push('…');
        }
        format!("{}: {name}", labels::result(self.kind, w))
    }
}

pub(super) fn code(kind: ResultKind, id: &str) -> String {
    format!("{} {id}", kind.code())
}

/// What this person may choose from: a unit below has its own tasks and registrations, and the targets and campaigns.
pub(super) async fn offered(app: &App, under: &Under) -> Result<Vec<Offered>, Refusal> {
    let plan = &under.view.plan;
    let mine = |unit: &str| under.whole || under.writes.iter().any(|one| one.id == unit);
    let mut found = Vec::new();
    let targets = app.store.targets(&plan.id).await?.into_iter().filter(|one| one.draft.comparator.is_some());
    found.extend(targets.take(OFFERED).map(|one| Offered::new(ResultKind::Target, one.id, &one.draft.name)));
    for movement in app.store.movements(&plan.id).await? {
        let tasks = app.store.tasks_of_movement(&movement.id).await?.into_iter();
        let tasks = tasks.filter(|task| under.whole || task.text.lead_unit_id.as_deref().is_some_and(mine));
        found.extend(tasks.take(OFFERED).map(|one| Offered::new(ResultKind::Task, one.id, &one.text.work)));
        if !movement.named.own {
            found.push(Offered::new(ResultKind::Movement, movement.id, &movement.named.name));
            continue;
        }
        let Some(round) = app.store.registration_round(&movement.id).await? else { continue };
        let sheets = app.store.registrations_of_round(&round.id).await?;
        let items = app.store.registration_items_of_round(&round.id).await?.into_iter();
        let items = items.filter(|item| {
            sheets.iter().any(|sheet| {
                sheet.id == item.registration_id
                    && if under.whole { sheet.state.is_handed_in() } else { mine(&sheet.unit_id) }
            })
        });
        found.extend(items.take(OFFERED).map(|one| Offered::new(ResultKind::Item, one.id, &one.written.name)));
    }
    Ok(found)
}

/// The result of a recognition as it is shown: its address where this person may follow it, kind, name.
pub(super) async fn of(
    app: &App,
    visitor: &Visitor,
    under: &Under,
    it: &Recognition,
    w: &'static Words,
) -> Result<Option<(Option<String>, &'static str, String)>, Refusal> {
    let Some((kind, id)) = &it.result else { return Ok(None) };
    let (subject, folder) = match kind {
        ResultKind::Target => ("target", "targets"),
        ResultKind::Task => ("task", "tasks"),
        ResultKind::Movement => ("movement", "movements"),
        ResultKind::Item => {
            let Some(item) = app.store.registration_item(id).await? else { return Ok(None) };
            let Some(sheet) = app.store.registration(&item.registration_id).await? else { return Ok(None) };
            let open = under.whole || app.may(visitor, Act::Look, &sheet.unit_id).await?;
            let address = open.then(|| format!("/registrations/{}", sheet.id));
            return Ok(Some((address, labels::result(*kind, w), item.written.name)));
        }
    };
    let name = app.store.names_of_things(subject, &[id]).await?.remove(id).unwrap_or_default();
    let address = under.whole.then(|| format!("/{folder}/{id}"));
    Ok(Some((address, labels::result(*kind, w), name)))
}
