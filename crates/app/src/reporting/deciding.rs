//! Taking a report in, or giving it back with remarks on its lines and sections.

use super::door::{noted, sheet};
use super::labels;
use super::lines;
use super::rounds::refuse;
use super::sheet::{Came, render, sections};
use super::words::words;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal};
use thidua_domain::access::may_approve;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::nfc;
use thidua_domain::reporting::State as Stage;
use thidua_store::reporting::NewRemark;

/// `POST /reports/{id}/decide`.
pub(crate) async fn decide(sent: Sent) -> Answer {
    let sheet = sheet(&sent.app, &sent.visitor, &sent.id).await?;
    if !sheet.leads {
        return Err(Refusal::NotAllowed);
    }
    if !sheet.view.movement.state.takes_figures() {
        return Err(refuse(|w| w.not_running));
    }
    let to = match sent.typed.get("to").map(String::as_str) {
        Some("accepted") => Stage::Accepted,
        _ => Stage::Returned,
    };
    if sheet.report.state.step(to).is_err() {
        return Err(refuse(|w| w.refused_step));
    }
    if to == Stage::Accepted && !may_approve(sheet.report.sent_by.as_deref(), &sent.visitor.actor) {
        return Err(refuse(|w| w.own_sending));
    }
    let said = |name: String| {
        let text = nfc(sent.typed.get(&name).map_or("", |typed| typed.trim()));
        let clean: String = text.chars().filter(|c| !c.is_control()).take(1_000).collect();
        (!clean.is_empty()).then_some(clean)
    };
    let mut remarks = Vec::new();
    let mut names = Vec::new();
    let v = words(Language::Vietnamese);
    if to == Stage::Returned {
        for one in lines::asked(&sent.app, &sheet.round, &sheet.unit.id, Some(&sheet.report.id)).await? {
            if let Some(says) = said(format!("m-{}", one.target.id)) {
                names.push(format!("{}: {says}", one.target.draft.name));
                remarks.push(NewRemark { target_id: Some(one.target.id), section: None, says });
            }
        }
        for code in sections(&sent.app, &sheet.round.movement_id).await? {
            if let Some(says) = said(format!("m-text-{code}")) {
                names.push(format!("{}: {says}", labels::section(&code, v, Language::Vietnamese)));
                remarks.push(NewRemark { target_id: None, section: Some(code), says });
            }
        }
        if let Some(says) = said("m-all".to_owned()) {
            names.push(says.clone());
            remarks.push(NewRemark { target_id: None, section: None, says });
        }
        if remarks.is_empty() {
            let w = words(sent.caller.preferences.language);
            let came = Came { problem: Some(w.remark_needed.to_owned()), refused: true, ..Came::default() };
            return render(&sent.app, &sent.caller, &sent.visitor, sheet, came).await;
        }
    }
    let today = crate::local_date((sent.app.clock)());
    let note: Option<String> = (!names.is_empty()).then(|| names.join("; ").chars().take(2_000).collect());
    let change = sent.app.store.change(sent.author()).await?;
    for remark in &remarks {
        change.remark_on_report(&sheet.report.id, remark).await?;
    }
    change.step_unit_report(&sheet.report, sent.seen(), to, today, note.as_deref()).await?;
    let act = if to == Stage::Accepted { "report.accepted" } else { "report.returned" };
    change.commit(noted(&sheet.round.owner_id, act, &sheet.report.id, note)).await?;
    go(format!("/reports/{}?done=saved", sent.id))
}
