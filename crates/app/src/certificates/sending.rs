//! Preparing a batch: every text is fitted before anything is kept; nothing waits in two batches, nothing is printed again
//! without a reason.

use super::filling::{Shared, filled, onto};
use super::station::{self, List, fields, list};
use super::words::words;
use crate::App;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal};
use crate::office::forms::{Came, FormView};
use thidua_domain::basics::Language;
use thidua_paper::certificate::{Certificate, Design, code_of, laid_out};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::certificates::{Batch, BatchState, Certified, Printer};
use thidua_store::honours::Honour;

/// Names that are told of those that were printed before.
const TOLD: usize = 5;

/// `POST /decisions/{id}/certificates`.
pub(crate) async fn send(sent: Sent) -> Answer {
    let app = &sent.app;
    let list = list(app, &sent.visitor, &sent.id).await?;
    let language = sent.caller.preferences.language;
    let w = words(language);
    let mut reader = sent.reader();
    let which = reader.text("which").unwrap_or_default();
    let code = reader.text("design").unwrap_or_default();
    let design = Design::shipped(&code);
    if design.is_none() {
        reader.problem("design", w.design);
    }
    let printer = match reader.text("onto").as_deref() {
        None | Some("plain") => None,
        Some(id) => Some(own_printer(app, &list, id).await?),
    };
    if let Some(other) = printer.as_ref().filter(|one| one.design != code) {
        let name = Design::shipped(&other.design).map(|one| one.name).unwrap_or_default();
        reader.problem("onto", w.other_design.replace("{design}", &name));
    }
    let shared = Shared { issuer: reader.required("issuer"), place: reader.text("place").unwrap_or_default() };
    let reason = reader.text("reason");
    let ticked = |id: &str| reader.tick(&format!("n-{id}"));
    let chosen: Vec<(&Certified, &Honour)> = match which.as_str() {
        "ticked" => list.open().filter(|(one, _)| ticked(&one.honour_id)).collect(),
        "unprinted" => list.unprinted().collect(),
        award => {
            let award = award.strip_prefix("award-").unwrap_or_default();
            list.unprinted().filter(|(_, honour)| honour.award == award).collect()
        }
    };
    if chosen.is_empty() {
        reader.problem("which", w.nobody);
    }
    let again: Vec<&str> =
        chosen.iter().filter(|(one, _)| one.printed > 0).map(|(_, honour)| honour.whom.name.as_str()).collect();
    if !again.is_empty() && reason.is_none() {
        let names = again.iter().take(TOLD).copied().collect::<Vec<_>>().join(", ");
        reader
            .problem("reason", w.reason_needed.replace("{n}", &again.len().to_string()).replace("{names}", &names));
    }
    if printer.is_some() {
        let left = super::printers::left(app, &list.decision.unit_id, &code).await?;
        let needed = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
        if left < needed {
            let says = w.few_blanks.replace("{n}", &needed.to_string()).replace("{left}", &left.to_string());
            reader.problem("onto", says);
        }
    }
    let back = async |reader: crate::face::forms::Reader<'_>, problems: Vec<String>| {
        let address = format!("/decisions/{}/certificates", list.decision.id);
        let form = FormView::new(address, list.decision.version, fields(app, &list, w).await?, w.print);
        let came = if reader.fine() { Came::Fresh } else { Came::Refused };
        station::render(app, &sent.caller, &list, Some(form.back(reader, came)), problems).await
    };
    let (Some(design), true) = (design, reader.fine()) else { return back(reader, Vec::new()).await };
    let certificates: Vec<Certificate> = chosen
        .iter()
        .map(|(one, honour)| filled(honour, &list.decision, Some(&numbered(one)), &shared, None))
        .collect();
    let onto = onto(&design, printer.as_ref())?;
    let fitted = tokio::task::spawn_blocking(move || laid_out(&design, &certificates, onto).map(|_| ())).await;
    if let Err(problem) = fitted.map_err(Refusal::fault)? {
        let says = problem.says().into_iter().map(|one| one.in_language(language).to_owned()).collect();
        return back(reader, says).await;
    }
    let honours: Vec<String> = chosen.iter().map(|(one, _)| one.honour_id.clone()).collect();
    let reason = reason.filter(|_| !again.is_empty());
    match write(&sent, &list, &code, printer, shared, reason, &honours).await {
        Ok(id) => go(format!("/certificate-batches/{id}?done=saved")),
        Err(StoreError::ChangedMeanwhile | StoreError::AlreadyThere) => {
            back(reader, vec![w.waiting_already.to_owned()]).await
        }
        Err(error) => Err(error.into()),
    }
}

/// As long as it will be: code and number are given when the batch is kept.
fn numbered(one: &Certified) -> Certified {
    Certified {
        code: one.code.clone().or_else(|| Some(code_of([0; 10]))),
        book: one.book.or(Some(999_999)),
        ..one.clone()
    }
}

/// A printer of the authority itself.
async fn own_printer(app: &App, list: &List, id: &str) -> Result<Printer, Refusal> {
    let printer = app.store.printer(id).await?.ok_or(Refusal::NotFound)?;
    if printer.unit_id == list.decision.unit_id { Ok(printer) } else { Err(Refusal::NotFound) }
}

async fn write(
    sent: &Sent,
    list: &List,
    design: &str,
    printer: Option<Printer>,
    shared: Shared,
    reason: Option<String>,
    honours: &[String],
) -> Result<String, StoreError> {
    let app = &sent.app;
    let change = app.store.change(sent.author()).await?;
    let unit_id = &list.decision.unit_id;
    let it = Batch {
        id: change.new_id(),
        unit_id: unit_id.clone(),
        decision_id: list.decision.id.clone(),
        design: design.to_owned(),
        onto_blanks: printer.is_some(),
        printer_id: printer.map(|one| one.id),
        issuer: shared.issuer,
        place: shared.place,
        reason,
        state: BatchState::Open,
        spoiled: 0,
        version: 0,
        account_name: String::new(),
        written_at: (app.clock)(),
    };
    change.open_batch(&it, honours).await?;
    let year = list.decision.dated.map_or(0, |day| i64::from(chrono::Datelike::year(&day)));
    change.number_certificates(unit_id, year, honours, &mut || code_of(crate::randomness())).await?;
    let detail = format!(
        "{}: {} {}",
        list.decision.number.as_deref().unwrap_or_default(),
        honours.len(),
        it.reason
            .as_ref()
            .map(|reason| words(Language::Vietnamese).again.replace("{reason}", reason))
            .unwrap_or_default()
    );
    let entry = Entry {
        unit_id: Some(unit_id.clone()),
        act: "certificate.sent",
        subject: "certificate-batch",
        subject_id: it.id.clone(),
        detail: Some(detail.trim().to_owned()),
    };
    change.commit(entry).await?;
    Ok(it.id)
}
