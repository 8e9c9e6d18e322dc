//! `/printers`: printers measured with a test sheet, and the count of blanks.

use super::filling::{calibration, designs};
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
use axum::extract::{Query, Request, State};
use serde::Deserialize;
use std::collections::BTreeMap;
use thidua_domain::access::Act;
use thidua_paper::certificate::{Calibration, Design, Um, test_sheet};
use thidua_store::audit::Entry;
use thidua_store::certificates::{BlankEntry, Printer};

/// Blanks of one entry at most.
const MOST_BLANKS: i64 = 100_000;
const SIDES: [&str; 4] = ["left", "top", "right", "bottom"];

struct PrinterRow {
    name: String,
    design: String,
    measures: String,
    offset: String,
    note: String,
    test: String,
}

struct BlankRow {
    design: String,
    amount: i64,
    says: String,
    note: String,
    batch: Option<String>,
}

#[derive(Template)]
#[template(path = "certificates/printers.html")]
struct PrintersPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    unit: Option<String>,
    designs: Vec<(String, String)>,
    printers: Vec<PrinterRow>,
    stock: Vec<(String, i64)>,
    entries: Vec<BlankRow>,
    measure: Option<FormView>,
    blanks: Option<FormView>,
}

/// `GET /printers`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    render(&app, &caller, &visitor, None, None).await
}

fn named(code: &str) -> String {
    Design::shipped(code).map(|one| one.name).unwrap_or_else(|| code.to_owned())
}

/// Blanks of a design by the book.
pub(super) async fn counted(app: &App, unit_id: &str, design: &str) -> Result<i64, Refusal> {
    let entries = app.store.blank_entries(unit_id).await?;
    Ok(entries.iter().filter(|one| one.design == design).map(|one| one.amount).sum())
}

/// Blanks of a design that are left for another batch: those by the book less those that lie in a printer.
pub(super) async fn left(app: &App, unit_id: &str, design: &str) -> Result<i64, Refusal> {
    Ok(counted(app, unit_id, design).await? - app.store.blanks_at_printers(unit_id, design).await?)
}

fn measure_form(w: &'static Words) -> FormView {
    let side = |name, label| Field::new(name, label, Input::Number, "");
    let fields = vec![
        Field::new("name", w.name, Input::Line, ""),
        Field::new("design", w.design, Input::List(designs()), "giay-khen-a4"),
        side("left", w.left),
        side("top", w.top),
        side("right", w.right),
        side("bottom", w.bottom),
    ];
    FormView::new("/printers", 0, crate::face::forms::placed(fields, "measure"), w.save_printer)
}

fn blanks_form(w: &'static Words) -> FormView {
    let fields = vec![
        Field::new("design", w.design, Input::List(designs()), "giay-khen-a4"),
        Field::new("amount", w.amount, Input::Number, ""),
        Field::new("says", w.says, Input::Line, ""),
    ];
    FormView::new("/printers/blanks", 0, crate::face::forms::placed(fields, "blanks"), w.add_blanks)
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    measure: Option<FormView>,
    blanks: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let came = measure.as_ref().or(blanks.as_ref()).map_or(Came::Fresh, |form| form.came);
    let mut template = PrintersPage {
        f: frame(caller, Tab::Decisions),
        w,
        o: office::words(language),
        unit: None,
        designs: designs(),
        printers: Vec::new(),
        stock: Vec::new(),
        entries: Vec::new(),
        measure: None,
        blanks: None,
    };
    let units = visitor.actor.units(Act::PrepareDecision);
    let Some(unit_id) = units.and_then(|units| units.first().map(|unit| (*unit).to_owned())) else {
        return page(&template);
    };
    let unit = app.store.unit(&unit_id).await?.ok_or(Refusal::NotFound)?;
    template.unit = Some(unit.name);
    template.printers = app.store.printers(&unit_id).await?.into_iter().map(|one| printer_row(one, w)).collect();
    let entries = app.store.blank_entries(&unit_id).await?;
    let mut stock: BTreeMap<String, i64> = BTreeMap::new();
    for one in &entries {
        *stock.entry(one.design.clone()).or_default() += one.amount;
    }
    template.stock = stock.into_iter().map(|(design, left)| (named(&design), left)).collect();
    template.entries = entries
        .into_iter()
        .take(100)
        .map(|one| BlankRow {
            design: named(&one.design),
            amount: one.amount,
            says: one.says,
            note: format!("{}, {}", one.account_name, shown::moment(one.written_at)),
            batch: one.batch_id.map(|id| format!("/certificate-batches/{id}")),
        })
        .collect();
    template.measure = Some(measure.unwrap_or_else(|| measure_form(w)));
    template.blanks = Some(blanks.unwrap_or_else(|| blanks_form(w)));
    answered(page(&template), came)
}

fn printer_row(one: Printer, w: &'static Words) -> PrinterRow {
    let made_up = Design::shipped(&one.design).and_then(|design| calibration(&design, one.crosses).ok());
    let offset = made_up.map(|made_up: Calibration| {
        let way = |length: Um, ahead: &str, back: &str| {
            let words = if length.0 < 0 { back } else { ahead };
            words.replace("{n}", &Um(length.0.abs()).shown())
        };
        format!("{}, {}", way(made_up.right, w.to_right, w.to_left), way(made_up.down, w.down, w.up))
    });
    PrinterRow {
        design: named(&one.design),
        measures: one.crosses.map(|side| Um(side).shown()).join(" · "),
        offset: offset.unwrap_or_default(),
        note: format!("{}, {}", one.account_name, shown::moment(one.written_at)),
        test: format!("/printers/test-sheet.pdf?printer={}", one.id),
        name: one.name,
    }
}

/// `POST /printers`: a printer is measured, or measured again under its name.
pub(crate) async fn measure(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let typed = receive(&app, request, office::words(language)).await?.typed;
    let unit_id = app.own_unit(&visitor, Act::PrepareDecision, None).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let name = reader.required_name("name");
    let code = reader.text("design").unwrap_or_default();
    let design = Design::shipped(&code).ok_or(Refusal::NotFound)?;
    let mut crosses = [0_i64; 4];
    for (side, into) in SIDES.into_iter().zip(&mut crosses) {
        match reader.text(side).as_deref().and_then(Um::typed) {
            Some(length) => *into = length.0,
            None => reader.problem(side, w.bad_length),
        }
    }
    if reader.fine()
        && let Err(says) = calibration(&design, crosses)
    {
        reader.problem("left", says.in_language(language).to_owned());
    }
    if !reader.fine() {
        let form = measure_form(w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, Some(form), None).await;
    }
    let known = app.store.printers(&unit_id).await?;
    let known = known.into_iter().find(|one| one.design == code && one.name.to_lowercase() == name.to_lowercase());
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let it = Printer {
        id: known.as_ref().map_or_else(|| change.new_id(), |one| one.id.clone()),
        unit_id: unit_id.clone(),
        name,
        design: code,
        crosses,
        version: known.map_or(0, |one| one.version),
        account_name: String::new(),
        written_at: (app.clock)(),
    };
    change.write_printer(&it).await?;
    let entry = Entry {
        unit_id: Some(unit_id),
        act: "printer.measured",
        subject: "printer",
        subject_id: it.id.clone(),
        detail: Some(format!("{}: {}", it.name, it.crosses.map(|side| Um(side).shown()).join(" · "))),
    };
    change.commit(entry).await?;
    go("/printers?done=saved".to_owned())
}

/// `POST /printers/blanks`: blanks that came in, were spoiled or are missing.
pub(crate) async fn blanks(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let typed = receive(&app, request, office::words(language)).await?.typed;
    let unit_id = app.own_unit(&visitor, Act::PrepareDecision, None).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let design = reader.text("design").filter(|code| Design::shipped(code).is_some()).ok_or(Refusal::NotFound)?;
    let amount = reader.text("amount").and_then(|text| text.replace('.', "").parse::<i64>().ok());
    let left = left(&app, &unit_id, &design).await?;
    let amount = amount.filter(|n| *n != 0 && n.abs() <= MOST_BLANKS && left + n >= 0);
    if amount.is_none() {
        reader.problem("amount", w.bad_amount);
    }
    let says = reader.required("says");
    let (Some(amount), true) = (amount, reader.fine()) else {
        let form = blanks_form(w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, None, Some(form)).await;
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let it = BlankEntry {
        id: change.new_id(),
        unit_id: unit_id.clone(),
        design,
        amount,
        says,
        batch_id: None,
        account_name: String::new(),
        written_at: (app.clock)(),
    };
    change.add_blanks(&it).await?;
    let entry = Entry {
        unit_id: Some(unit_id),
        act: "blanks.entered",
        subject: "blanks",
        subject_id: it.id.clone(),
        detail: Some(format!("{}: {} {}", named(&it.design), it.amount, it.says)),
    };
    change.commit(entry).await?;
    go("/printers?done=saved".to_owned())
}

/// What an address may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    design: String,
    printer: String,
}

/// `GET /printers/test-sheet.pdf`: of a design, or of a printer as it is measured so far.
pub(crate) async fn test(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let (code, so_far) = match asked.printer.as_str() {
        "" => (asked.design, Calibration::default()),
        id => {
            let printer = app.store.printer(id).await?.ok_or(Refusal::NotFound)?;
            app.require(&visitor, Act::PrepareDecision, &printer.unit_id).await?;
            let design = Design::shipped(&printer.design).ok_or(Refusal::NotFound)?;
            let so_far = calibration(&design, printer.crosses).map_err(Refusal::Invalid)?;
            (printer.design, so_far)
        }
    };
    let design = Design::shipped(&code).ok_or(Refusal::NotFound)?;
    let sheet = tokio::task::spawn_blocking(move || test_sheet(&design, so_far)).await.map_err(Refusal::fault)?;
    attachment(sheet.map_err(Refusal::fault)?, "application/pdf", &format!("to-in-thu-{code}.pdf"))
}
