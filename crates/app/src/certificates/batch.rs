//! `/certificate-batches/{id}`: the file for the printer, a picture of every page, and what came out.

use super::filling::{Shared, address, by_id, filled, onto};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered};
use crate::office::receiving::receive;
use crate::office::words as office;
use crate::reports::sending::attachment;
use askama::Template;
use axum::extract::{Path, Request, State};
use std::collections::BTreeMap;
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_paper::certificate::{Certificate, Design, Onto, to_pdf};
use thidua_store::audit::Entry;
use thidua_store::certificates::{Batch, BatchState, BlankEntry, Certified, Print, PrintState};
use thidua_store::decisions::Decision;
use thidua_store::honours::{Honour, Standing};
use thidua_store::{Author, StoreError};

/// Spoiled sheets at most.
const MOST_SPOILED: i64 = 1_000;

struct PageRow {
    number: i64,
    name: String,
    state: &'static str,
    class: &'static str,
    picture: String,
}

#[derive(Template)]
#[template(path = "certificates/batch.html")]
struct BatchPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    decision: (String, String),
    design: String,
    onto: String,
    note: String,
    /// Whether the product knows under which address the public reaches it.
    public: bool,
    rows: Vec<PageRow>,
    form: Option<FormView>,
}

/// A batch with its decision, for whoever prepares decisions there.
pub(super) async fn found(app: &App, visitor: &Visitor, id: &str) -> Result<(Batch, Decision), Refusal> {
    let it = app.store.batch(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, Act::PrepareDecision, &it.unit_id).await?;
    let decision = app.store.decision(&it.decision_id).await?.ok_or(Refusal::NotFound)?;
    Ok((it, decision))
}

/// Design of a batch, and what it is printed onto.
async fn looks(app: &App, it: &Batch) -> Result<(Design, Onto), Refusal> {
    let design = Design::shipped(&it.design).ok_or(Refusal::NotFound)?;
    let printer = match &it.printer_id {
        Some(id) => app.store.printer(id).await?,
        None => None,
    };
    let onto = onto(&design, printer.as_ref())?;
    Ok((design, onto))
}

/// What stands on a sheet.
fn on_sheet(app: &App, it: &Batch, decision: &Decision, honour: &Honour, one: Option<&Certified>) -> Certificate {
    let shared = Shared { issuer: it.issuer.clone(), place: it.place.clone() };
    let address = address(app, one.and_then(|one| one.code.as_deref()));
    filled(honour, decision, one, &shared, address)
}

/// All sheets of a batch, in order.
async fn sheets(app: &App, it: &Batch, decision: &Decision) -> Result<Vec<Certificate>, Refusal> {
    let honours = by_id(app.store.honours_of_decision(&decision.id).await?);
    let certified: BTreeMap<String, Certified> = app
        .store
        .certificates_of(&decision.id)
        .await?
        .into_iter()
        .map(|one| (one.honour_id.clone(), one))
        .collect();
    let sheet = |print: Print| {
        let honour = honours.get(&print.honour_id)?;
        Some(on_sheet(app, it, decision, honour, certified.get(&print.honour_id)))
    };
    app.store.prints_of(&it.id).await?.into_iter().map(sheet).collect::<Option<_>>().ok_or(Refusal::NotFound)
}

/// One sheet of a batch, with the looks of all.
pub(super) async fn sheet(
    app: &App,
    it: &Batch,
    decision: &Decision,
    position: &str,
) -> Result<(Design, Onto, Certificate), Refusal> {
    let position = position.parse::<i64>().map_err(|_| Refusal::NotFound)?;
    let prints = app.store.prints_of(&it.id).await?;
    let print = prints.iter().find(|print| print.position == position).ok_or(Refusal::NotFound)?;
    let honour = app.store.honour(&print.honour_id).await?.ok_or(Refusal::NotFound)?;
    let one = app.store.certificate_of(&print.honour_id).await?;
    let (design, onto) = looks(app, it).await?;
    Ok((design, onto, on_sheet(app, it, decision, &honour, one.as_ref())))
}

/// `GET /certificate-batches/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let (it, decision) = found(&app, &visitor, &id).await?;
    render(&app, &caller, &it, &decision, None).await
}

fn fields(sheets: usize, w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("printed_to", w.printed_to, Input::Number, sheets.to_string()),
        Field::new("spoiled", w.spoiled, Input::Number, "0"),
    ]
}

fn form(it: &Batch, sheets: usize, w: &'static Words) -> FormView {
    FormView::new(format!("/certificate-batches/{}", it.id), it.version, fields(sheets, w), w.settle)
}

async fn render(app: &App, caller: &Caller, it: &Batch, decision: &Decision, marked: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let came = marked.as_ref().map_or(Came::Fresh, |form| form.came);
    let prints = app.store.prints_of(&it.id).await?;
    let names = by_id(app.store.honours_of_decision(&decision.id).await?);
    let open = it.state == BatchState::Open;
    let printer = match &it.printer_id {
        Some(id) => app.store.printer(id).await?.map(|one| w.onto_blank.replace("{name}", &one.name)),
        None => None,
    };
    let spoiled = (it.spoiled > 0).then(|| w.sheets_spoiled.replace("{n}", &it.spoiled.to_string()));
    let again = it.reason.as_ref().map(|reason| w.again.replace("{reason}", reason));
    let note = [Some(format!("{}, {}", it.account_name, shown::moment(it.written_at))), spoiled, again];
    let count = prints.len();
    let template = BatchPage {
        f: frame(caller, Tab::Decisions),
        w,
        o: office::words(language),
        id: it.id.clone(),
        decision: (format!("/decisions/{}", decision.id), decision.number.clone().unwrap_or_default()),
        design: Design::shipped(&it.design).map(|one| one.name).unwrap_or_default(),
        onto: printer.unwrap_or_else(|| w.onto_plain.to_owned()),
        note: note.into_iter().flatten().collect::<Vec<_>>().join("; "),
        public: app.settings.origin.is_some(),
        rows: prints
            .into_iter()
            .map(|print| PageRow {
                number: print.position,
                name: names.get(&print.honour_id).map(|one| one.whom.name.clone()).unwrap_or_default(),
                state: match print.state {
                    PrintState::Waiting => w.state_waiting,
                    PrintState::Printed => w.state_printed,
                    PrintState::Left => w.state_left,
                },
                class: match print.state {
                    PrintState::Waiting => "at-risk",
                    PrintState::Printed => "met",
                    PrintState::Left => "missed",
                },
                picture: format!("/certificate-batches/{}/pages/{}", it.id, print.position),
            })
            .collect(),
        form: open.then(|| marked.unwrap_or_else(|| form(it, count, w))),
    };
    answered(page(&template), came)
}

/// `GET /certificate-batches/{id}/print.pdf`.
pub(crate) async fn paper(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let (it, decision) = found(&app, &visitor, &id).await?;
    // what came out is known: the file would print it a second time
    if it.state != BatchState::Open {
        return Err(refused(|w| w.settled_already));
    }
    if revoked(&app, &it, &decision).await? > 0 {
        return Err(refused(|w| w.revoked_since));
    }
    let (design, onto) = looks(&app, &it).await?;
    let sheets = sheets(&app, &it, &decision).await?;
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let pdf = tokio::task::spawn_blocking(move || to_pdf(&design, &sheets, onto)).await.map_err(Refusal::fault)?;
    drop(permit);
    let number = decision.number.unwrap_or_default().replace('/', "-");
    let pdf = pdf.map_err(|problem| match problem.says().into_iter().next() {
        Some(says) => Refusal::Invalid(says),
        None => Refusal::fault(problem),
    })?;
    attachment(pdf, "application/pdf", &format!("giay-khen-{number}.pdf"))
}

fn refused(says: fn(&'static Words) -> &'static str) -> Refusal {
    let of = |language| says(words(language));
    Refusal::Invalid(Says::new(of(Language::Vietnamese), of(Language::English)))
}

/// How many of a batch were revoked since it was prepared.
async fn revoked(app: &App, it: &Batch, decision: &Decision) -> Result<usize, Refusal> {
    let honours = by_id(app.store.honours_of_decision(&decision.id).await?);
    let prints = app.store.prints_of(&it.id).await?;
    let gone = |id: &str| honours.get(id).is_none_or(|one| one.standing == Standing::Revoked);
    Ok(prints.iter().filter(|print| gone(&print.honour_id)).count())
}

/// `POST /certificate-batches/{id}`: what came out.
pub(crate) async fn settle(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (it, decision) = found(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let typed = receive(&app, request, office::words(language)).await?.typed;
    let sheets = app.store.prints_of(&id).await?.len();
    let most = i64::try_from(sheets).unwrap_or(i64::MAX);
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let whole = |text: Option<String>| text.and_then(|text| text.parse::<i64>().ok());
    let printed_to = whole(reader.text("printed_to")).filter(|at| (0..=most).contains(at));
    if printed_to.is_none() {
        reader.problem("printed_to", w.bad_printed_to.replace("{n}", &most.to_string()));
    }
    let spoiled = whole(reader.text("spoiled").or(Some("0".into()))).filter(|n| (0..=MOST_SPOILED).contains(n));
    if spoiled.is_none() {
        reader.problem("spoiled", w.bad_spoiled);
    }
    if let (Some(printed_to), Some(spoiled), true) = (printed_to, spoiled, it.onto_blanks) {
        let left: i64 = super::printers::counted(&app, &it.unit_id, &it.design).await?;
        if printed_to + spoiled > left {
            let says = w.few_blanks.replace("{n}", &(printed_to + spoiled).to_string());
            reader.problem("spoiled", says.replace("{left}", &left.to_string()));
        }
    }
    let (Some(printed_to), Some(spoiled), true) = (printed_to, spoiled, reader.fine()) else {
        let form = form(&it, sheets, w).back(reader, Came::Refused);
        return render(&app, &caller, &it, &decision, Some(form)).await;
    };
    match write(&app, visitor.author((app.clock)()), &it, &decision, printed_to, spoiled).await {
        Ok(()) => go(format!("/decisions/{}/certificates?done=saved", decision.id)),
        // somebody entered the result first: it is shown, and stands
        Err(StoreError::ChangedMeanwhile) => {
            let now = app.store.batch(&id).await?.ok_or(Refusal::NotFound)?;
            answered(render(&app, &caller, &now, &decision, None).await, Came::Changed)
        }
        Err(error) => Err(error.into()),
    }
}

async fn write(
    app: &App,
    author: Author,
    it: &Batch,
    decision: &Decision,
    printed_to: i64,
    spoiled: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.settle_batch(it, printed_to, spoiled).await?;
    let used = printed_to + spoiled;
    if it.onto_blanks && used > 0 {
        let says = words(Language::Vietnamese)
            .used_for
            .replace("{n}", decision.number.as_deref().unwrap_or_default())
            .replace("{count}", &printed_to.to_string())
            .replace("{spoiled}", &spoiled.to_string());
        let entry = BlankEntry {
            id: change.new_id(),
            unit_id: it.unit_id.clone(),
            design: it.design.clone(),
            amount: -used,
            says,
            batch_id: Some(it.id.clone()),
            account_name: String::new(),
            written_at: (app.clock)(),
        };
        change.add_blanks(&entry).await?;
    }
    let entry = Entry {
        unit_id: Some(it.unit_id.clone()),
        act: "certificate.printed",
        subject: "certificate-batch",
        subject_id: it.id.clone(),
        detail: Some(format!("{}: {printed_to}, {spoiled}", decision.number.as_deref().unwrap_or_default())),
    };
    change.commit(entry).await
}
