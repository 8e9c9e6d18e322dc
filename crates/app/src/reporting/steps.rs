//! Sending a report, and taking it back before it is taken in.

use super::door::{noted, open_sheet, sheet};
use super::labels;
use super::lines::{self, Asked};
use super::rounds::refuse;
use super::sheet::{Came, render, year};
use super::words::words;
use super::writing::{conflict, put, read_form, refused, said};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal};
use thidua_domain::basics::Language;
use thidua_domain::reporting::check::Found;
use thidua_domain::reporting::{Entered, State as Stage};

/// `POST /reports/{id}/send`: saves what is typed and sends the report, unless something has to be mended.
pub(crate) async fn send(sent: Sent) -> Answer {
    let language = sent.caller.preferences.language;
    let w = words(language);
    let sheet = open_sheet(&sent.app, &sent.visitor, &sent.id).await?;
    let form = read_form(&sent.app, &sheet, &sent.typed, language).await?;
    if !form.problems.is_empty() {
        return refused(sent, sheet, form, None).await;
    }
    let today = crate::local_date((sent.app.clock)());
    let entered: Vec<Entered> = form
        .asked
        .iter()
        .map(|one| form.read.get(&one.target.id).cloned().unwrap_or_else(|| one.entered()))
        .collect();
    let pairs: Vec<(&Asked, &Entered)> = form.asked.iter().zip(&entered).collect();
    let found = lines::findings(&sheet.round, year(&sheet), &pairs, today);
    let stops = found.iter().filter(|one| one.stops()).count();
    if stops > 0 {
        let problem = w.send_stops.replace("{n}", &stops.to_string());
        return refused(sent, sheet, form, Some(problem)).await;
    }
    let to = sheet.report.state.sent();
    let explained: Vec<String> = found
        .iter()
        .filter(|one| {
            one.explained && matches!(one.slip.weight(), thidua_domain::reporting::check::Weight::NeedsExplaining)
        })
        .map(|one: &Found| labels::slip(&one.slip, words(Language::Vietnamese)))
        .collect();
    let change = sent.app.store.change(sent.author()).await?;
    let changed = match put(&sent.app, &change, &sheet, sent.seen(), &form, &sent.typed).await {
        Ok(changed) => changed,
        Err(Refusal::ChangedMeanwhile) => {
            drop(change);
            return conflict(sent, form).await;
        }
        Err(other) => return Err(other),
    };
    // what was just written counted the version up
    let seen = sent.seen() + i64::from(!changed.is_empty());
    change.mend_remarks(&sheet.report.id).await?;
    change.step_unit_report(&sheet.report, seen, to, today, None).await?;
    let detail = said(&[changed, explained].concat());
    change.commit(noted(&sheet.unit.id, "report.sent", &sheet.report.id, detail)).await?;
    go(format!("/reports/{}?done=sent", sent.id))
}

/// `POST /reports/{id}/recall`.
pub(crate) async fn recall(sent: Sent) -> Answer {
    let sheet = sheet(&sent.app, &sent.visitor, &sent.id).await?;
    if !sheet.writes {
        return Err(Refusal::NotAllowed);
    }
    if !sheet.report.state.waits() || !sheet.view.movement.state.takes_figures() {
        return Err(refuse(|w| w.refused_step));
    }
    let Some(reason) = sent.text("reason")? else {
        let c = crate::face::words::words(sent.caller.preferences.language);
        let came = Came { problem: Some(c.must_fill.to_owned()), refused: true, ..Came::default() };
        return render(&sent.app, &sent.caller, &sent.visitor, sheet, came).await;
    };
    let today = crate::local_date((sent.app.clock)());
    let change = sent.app.store.change(sent.author()).await?;
    change.step_unit_report(&sheet.report, sent.seen(), Stage::Draft, today, Some(&reason)).await?;
    change.commit(noted(&sheet.unit.id, "report.recalled", &sheet.report.id, Some(reason))).await?;
    go(format!("/reports/{}?done=saved", sent.id))
}
