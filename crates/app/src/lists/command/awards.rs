//! Awards of earlier years by command, into the register of one unit; what stands there already is counted and not written
//! twice.

use super::rows::{problem, read};
use super::{Failed, Outcome, entry, says};
use crate::App;
use crate::face::Refusal;
use crate::honours::listed;
use crate::lists::kind::{World, Write};
use std::collections::HashMap;
use std::path::Path;
use thidua_domain::basics::Says;
use thidua_domain::basics::text::fold;
use thidua_domain::decisions::number::written;
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::honours::Honour;

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Failed {
        match refusal {
            Refusal::Invalid(says) => Failed::File(says),
            other => Failed::Ours(format!("{other:?}")),
        }
    }
}

/// What makes two rows of one file the same, beside the year of birth.
fn fingerprint(one: &Honour) -> (String, String, i64, String, Option<String>) {
    let number = one.number.as_deref().map(written);
    (fold(&one.whom.name), one.award.clone(), one.year, fold(&one.whom.of_unit), number)
}

/// Reads awards of earlier years into the register of a unit. With `check` nothing is written; neither is it while one row is
/// refused.
///
/// # Errors
/// [`Failed`].
pub async fn import(
    app: &App,
    top: &Unit,
    file: &Path,
    check: bool,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Outcome, Failed> {
    let mut outcome = Outcome::default();
    let sheet = listed::sheet(app, top).await?;
    let World::Honours(world) = &sheet.world else { return Err(Failed::Ours("no list of awards".into())) };
    let change = app.store.change(app.system("thidua import")).await?;
    change.expect_many_rows().await?;
    let mut seen = HashMap::new();
    let mut pieces = read(file, sheet.columns.clone());
    while let Some(piece) = pieces.recv().await {
        let (rows, _) = piece?;
        let mut new = Vec::with_capacity(rows.len());
        for one in rows {
            outcome.rows += 1;
            if let Some(problem) = problem(&sheet.columns, &one.cells) {
                outcome.refuse(one.row, problem);
                continue;
            }
            let honour = match world.row(one.row, &one.cells, None) {
                Ok(Write::AddHonour(honour)) => honour,
                Ok(_) => continue,
                Err(problems) => {
                    let first = problems.into_iter().next();
                    let told = first
                        .and_then(|one| Some(format!("{}: {}", sheet.columns.get(one.column)?.heading, one.says)));
                    let told = told.unwrap_or_default();
                    outcome.refuse(one.row, Says::new(told.clone(), told));
                    continue;
                }
            };
            let born = listed::born(&one.cells);
            let same: &mut Vec<Option<i32>> = seen.entry(fingerprint(&honour)).or_default();
            if same.iter().any(|other| listed::may_be_one(born, *other)) {
                outcome.there += 1;
                continue;
            }
            same.push(born);
            match world.meant(&one.cells, &[]).as_slice() {
                [] => new.push(Honour { id: change.new_id(), ..*honour }),
                same if same.iter().any(|known| world.is(&known.id, &honour)) => outcome.there += 1,
                [known, ..] => {
                    outcome.doubtful += 1;
                    outcome.tell(one.row, says(|w| format!("{} {}", w.doubtful, known.label)));
                }
            }
        }
        outcome.added += new.len() as u64;
        if outcome.refused == 0 && !check {
            change.add_honours(&new).await?;
        }
        progress(outcome.rows);
    }
    if !check && outcome.refused == 0 && outcome.added > 0 {
        let entry = Entry { unit_id: Some(top.id.clone()), ..entry("honours", file, &outcome) };
        change.commit(entry).await?;
        outcome.written = true;
    }
    Ok(outcome)
}
