//! Saving a report, and checking what is typed without saving it.

use super::door::{Sheet, noted, open_sheet};
use super::lines::{self, Asked};
use super::row::{Basis, CELLS, read};
use super::sheet::{Came, render, sections, standing_cells};
use super::words::words;
use crate::App;
use crate::face::Answer;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Refusal, show};
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::read_date;
use thidua_domain::basics::text::nfc;
use thidua_domain::figures::Figure;
use thidua_domain::reporting::Entered;
use thidua_store::Change;
use thidua_store::reporting::NewLine;

/// Longest section.
const LONGEST: usize = 4_000;

/// What was typed, read line by line.
pub(super) struct ReadForm {
    pub(super) asked: Vec<Asked>,
    pub(super) read: HashMap<String, Entered>,
    pub(super) problems: HashMap<String, String>,
}

/// Reads the grid. Lines of which nothing was sent stay as they are.
pub(super) async fn read_form(
    app: &App,
    sheet: &Sheet,
    typed: &Typed,
    language: Language,
) -> Result<ReadForm, Refusal> {
    let w = words(language);
    let asked = lines::asked(app, &sheet.round, &sheet.unit.id, Some(&sheet.report.id)).await?;
    let basis = Basis::of(Some(typed), &asked);
    let all_dated = read_date(typed.get("all-dated").map_or("", String::as_str)).ok();
    let all_source = typed
        .get("all-source")
        .map(|source| nfc(source.trim()).chars().filter(|c| !c.is_control()).take(500).collect::<String>())
        .filter(|source| !source.is_empty());
    let (mut found, mut problems) = (HashMap::new(), HashMap::new());
    for one in &asked {
        if !typed.contains_key(&format!("v-{}", one.target.id)) {
            continue;
        }
        match read(one, typed, basis, language) {
            Ok(mut entered) => {
                if matches!(entered.figure, Figure::Number(_) | Figure::Judged(_)) {
                    entered.dated = entered.dated.or(all_dated);
                    entered.source = entered.source.or_else(|| all_source.clone());
                }
                if entered != one.entered() && sheet.report.first_sent.is_some() && entered.reason.is_none() {
                    problems.insert(one.target.id.clone(), w.reason_needed.to_owned());
                }
                found.insert(one.target.id.clone(), entered);
            }
            Err(problem) => {
                problems.insert(one.target.id.clone(), problem);
            }
        }
    }
    Ok(ReadForm { asked, read: found, problems })
}

/// Writes the lines and sections that changed into a change; their names. Nothing new writes nothing.
pub(super) async fn put(
    app: &App,
    change: &Change,
    sheet: &Sheet,
    seen: i64,
    form: &ReadForm,
    typed: &Typed,
) -> Result<Vec<String>, Refusal> {
    let c = crate::face::words::words(Language::Vietnamese);
    let fresh = |one: &Asked| form.read.get(&one.target.id).filter(|entered| **entered != one.entered()).cloned();
    let lines: Vec<(&Asked, Entered)> = form.asked.iter().filter_map(|one| Some((one, fresh(one)?))).collect();
    let texts = app.store.report_texts(&sheet.report.id).await?;
    let mut sections_changed: Vec<(String, Option<String>)> = Vec::new();
    for code in sections(app, &sheet.round.movement_id).await? {
        let Some(text) = typed.get(&format!("text-{code}")) else { continue };
        let clean: String =
            nfc(text.trim()).chars().filter(|c| !c.is_control() || *c == '\n').take(LONGEST).collect();
        let now = (!clean.is_empty()).then_some(clean);
        if texts.iter().find(|one| one.section == code).map(|one| &one.text) != now.as_ref() {
            sections_changed.push((code, now));
        }
    }
    if lines.is_empty() && sections_changed.is_empty() {
        return Ok(Vec::new());
    }
    change.write_unit_report(&sheet.report.id, seen).await?;
    let mut changed = Vec::new();
    for (one, entered) in lines {
        changed.push(format!("{}: {}", one.target.draft.name, show::figure(entered.figure, c)));
        let line = NewLine { target_id: one.target.id.clone(), entered, illustrative: false };
        change.write_report_line(&sheet.report.id, &line).await?;
    }
    for (code, text) in sections_changed {
        change.write_report_text(&sheet.report.id, &code, text.as_deref()).await?;
        changed.push(super::labels::section(&code, words(Language::Vietnamese), Language::Vietnamese));
    }
    Ok(changed)
}

/// The names of what changed, as the log keeps them.
pub(super) fn said(changed: &[String]) -> Option<String> {
    (!changed.is_empty()).then(|| changed.join("; ").chars().take(2_000).collect())
}

/// The page with what was typed beside what somebody else wrote meanwhile.
pub(super) async fn conflict(sent: Sent, mut form: ReadForm) -> Answer {
    let language = sent.caller.preferences.language;
    let w = words(language);
    let newest = super::door::sheet(&sent.app, &sent.visitor, &sent.id).await?;
    if !newest.is_open() {
        return Err(Refusal::ChangedMeanwhile);
    }
    let asked = lines::asked(&sent.app, &newest.round, &newest.unit.id, Some(&newest.report.id)).await?;
    let basis = Basis::of(Some(&sent.typed), &asked);
    for now in &asked {
        let cells = standing_cells(now, basis, w);
        let differs = CELLS.into_iter().any(|cell| {
            sent.typed.get(&format!("{cell}-{}", now.target.id)).is_some_and(|typed| cells.get(cell) != Some(typed))
        });
        if differs {
            let said = show::figure(now.entered().figure, crate::face::words::words(language));
            form.problems.entry(now.target.id.clone()).or_insert_with(|| w.meanwhile.replace("{v}", &said));
        }
    }
    let came = Came {
        typed: Some(sent.typed),
        read: form.read,
        problems: form.problems,
        problem: Some(w.conflict.to_owned()),
        conflict: true,
        ..Came::default()
    };
    render(&sent.app, &sent.caller, &sent.visitor, newest, came).await
}

/// `POST /reports/{id}`: saves the draft. What cannot be read keeps the whole form from being saved, and stays typed.
pub(crate) async fn save(sent: Sent) -> Answer {
    let sheet = open_sheet(&sent.app, &sent.visitor, &sent.id).await?;
    let language = sent.caller.preferences.language;
    let form = read_form(&sent.app, &sheet, &sent.typed, language).await?;
    if !form.problems.is_empty() {
        return refused(sent, sheet, form, None).await;
    }
    // what the person saw is what their form says; two who write at once meet in the store
    let seen = sent.seen();
    let change = sent.app.store.change(sent.author()).await?;
    match put(&sent.app, &change, &sheet, seen, &form, &sent.typed).await {
        // nothing new: no version, no entry
        Ok(changed) if changed.is_empty() => go(format!("/reports/{}", sent.id)),
        Ok(changed) => {
            change.commit(noted(&sheet.unit.id, "report.written", &sheet.report.id, said(&changed))).await?;
            go(format!("/reports/{}?done=saved", sent.id))
        }
        Err(Refusal::ChangedMeanwhile) => {
            drop(change);
            conflict(sent, form).await
        }
        Err(other) => Err(other),
    }
}

/// The page with what was typed and what is wrong with it.
pub(super) async fn refused(sent: Sent, sheet: Sheet, form: ReadForm, problem: Option<String>) -> Answer {
    let c = crate::face::words::words(sent.caller.preferences.language);
    let came = Came {
        problem: Some(problem.unwrap_or_else(|| c.form_errors.to_owned())),
        typed: Some(sent.typed),
        read: form.read,
        problems: form.problems,
        refused: true,
        ..Came::default()
    };
    render(&sent.app, &sent.caller, &sent.visitor, sheet, came).await
}

/// `POST /reports/{id}/check`: says what would be found, and writes nothing.
pub(crate) async fn precheck(sent: Sent) -> Answer {
    let sheet = open_sheet(&sent.app, &sent.visitor, &sent.id).await?;
    let language = sent.caller.preferences.language;
    let form = read_form(&sent.app, &sheet, &sent.typed, language).await?;
    let came = Came {
        typed: Some(sent.typed),
        read: form.read,
        problems: form.problems,
        note: Some(words(language).precheck_says),
        ..Came::default()
    };
    render(&sent.app, &sent.caller, &sent.visitor, sheet, came).await
}
