//! The forms of blocks: an outside cluster, names and remarks, who leads in a year.

use super::list::{Asked, add_form};
use super::record::{Back, correct_form, known_for, lead_form};
use super::{actions, list, record, words};
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::{Came, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::blocks::{BlockKind, LeadSeat};
use thidua_store::StoreError;
use thidua_store::blocks::{Block, Lead};

/// `POST /blocks`: an outside cluster.
pub(crate) async fn add(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let unit_id = app.own_unit(&visitor, Act::ManageRegulations, None).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let name = reader.required_name("name");
    let organiser = reader.required("organiser");
    let note = reader.text("note");
    if app.store.blocks_of(&unit_id).await?.iter().any(|block| fold(&block.name) == fold(&name)) {
        reader.problem("name", w.name_there);
    }
    if !reader.fine() {
        let form = add_form(w).back(reader, Came::Refused);
        return list::render(&app, &caller, &visitor, &Asked::default(), Some(form)).await;
    }
    let block = Block {
        id: String::new(),
        unit_id,
        kind: BlockKind::of_name(&name),
        name,
        outside: true,
        organiser: Some(organiser),
        note,
        version: 0,
    };
    let id = actions::add(&app, visitor.author((app.clock)()), block).await?;
    go(format!("/blocks/{id}?done=saved"))
}

/// `POST /blocks/{id}`: name, organiser, remark.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let (day, _) = list::day_for(&app, &visitor, "").await?;
    let known = known_for(&app, &visitor, &id, day).await?;
    app.require(&visitor, Act::ManageRegulations, &known.unit.id).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let name = reader.required_name("name");
    let beside_it = app.store.blocks_of(&known.unit.id).await?;
    if beside_it.iter().any(|block| block.id != id && fold(&block.name) == fold(&name)) {
        reader.problem("name", w.name_there);
    }
    let after = Block {
        kind: BlockKind::of_name(&name),
        name,
        organiser: if known.block.outside { reader.text("organiser") } else { None },
        note: reader.text("note"),
        ..known.block.clone()
    };
    let asked = Asked::default();
    if !reader.fine() {
        let back = Back::Correcting(correct_form(&known, w).back(reader, Came::Refused));
        return record::render(&app, &caller, &visitor, &id, &asked, Some(back)).await;
    }
    match actions::correct(&app, visitor.author((app.clock)()), &known.block, &after, sent.seen()).await {
        Ok(()) => go(format!("/blocks/{id}?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let form = correct_form(&known_for(&app, &visitor, &id, day).await?, w);
            beside(&mut reader, &form.fields, o);
            let back = Back::Correcting(form.back(reader, Came::Changed));
            record::render(&app, &caller, &visitor, &id, &asked, Some(back)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Who was chosen, as the form says: no member twice, the lead among the members.
fn chosen(
    reader: &mut Reader<'_>,
    typed: &Typed,
    known: &actions::Known,
    year: i32,
    w: &'static words::Words,
) -> Vec<Lead> {
    let document = reader.text("document");
    let mut leads: Vec<Lead> = Vec::new();
    for (field, seat) in [("lead", LeadSeat::Lead), ("deputy", LeadSeat::Deputy), ("deputy2", LeadSeat::Deputy)] {
        let key = typed.get(field).map_or("", String::as_str);
        if key.is_empty() {
            continue;
        }
        let Some(place) = known.members.iter().find(|place| place.key() == key) else {
            reader.problem(field, w.not_member);
            continue;
        };
        if leads.iter().any(|lead| lead.unit_id == place.unit_id && lead.name == place.name) {
            reader.problem(field, w.lead_twice);
        }
        leads.push(Lead {
            block_id: known.block.id.clone(),
            year,
            seat,
            unit_id: place.unit_id.clone(),
            name: place.name.clone(),
            document: document.clone(),
        });
    }
    if !leads.iter().any(|lead| lead.seat == LeadSeat::Lead) {
        reader.problem("lead", w.lead_needed);
    }
    leads
}

/// `POST /blocks/{id}/leads`: who leads in a year.
pub(crate) async fn lead(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let (day, _) = list::day_for(&app, &visitor, "").await?;
    let known = known_for(&app, &visitor, &id, day).await?;
    app.require(&visitor, Act::ManageRegulations, &known.unit.id).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let year = reader.required("year").parse::<i32>().ok().filter(|year| (1990..=2100).contains(year));
    if year.is_none() {
        reader.problem("year", w.bad_year);
    }
    let year = year.unwrap_or_default();
    // whoever leads in a year is chosen among the members of that year
    let within = chrono::NaiveDate::from_ymd_opt(year, 12, 31).map_or(day, |last| last.min(day));
    let first = chrono::NaiveDate::from_ymd_opt(year, 1, 1).map_or(day, |first| first.max(within));
    let mut known = known;
    if first != day {
        let then = known_for(&app, &visitor, &id, first).await?;
        let more = then.members.into_iter().filter(|one| !known.members.iter().any(|it| it.key() == one.key()));
        let more: Vec<_> = more.collect();
        known.members.extend(more);
    }
    let leads = chosen(&mut reader, &sent.typed, &known, year, w);
    let asked = Asked::default();
    if !reader.fine() {
        let back = Back::Leading(lead_form(&known, year, w).back(reader, Came::Refused));
        return record::render(&app, &caller, &visitor, &id, &asked, Some(back)).await;
    }
    let author = visitor.author((app.clock)());
    match actions::lead(&app, author, &known, year, &leads, sent.seen()).await {
        Ok(()) => go(format!("/blocks/{id}?done=saved#leads")),
        Err(StoreError::ChangedMeanwhile) => {
            let form = lead_form(&known_for(&app, &visitor, &id, day).await?, year, w);
            beside(&mut reader, &form.fields, o);
            let back = Back::Leading(form.back(reader, Came::Changed));
            record::render(&app, &caller, &visitor, &id, &asked, Some(back)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Refuses when nobody with this power is asked for.
pub(super) async fn owner(app: &App, visitor: &Visitor, cluster: &str) -> Result<(String, Option<Block>), Refusal> {
    if cluster.is_empty() {
        return Ok((app.own_unit(visitor, Act::ManageRegulations, None).await?, None));
    }
    let block = app.store.block(cluster).await?.filter(|block| block.outside).ok_or(Refusal::NotFound)?;
    app.require(visitor, Act::ManageRegulations, &block.unit_id).await?;
    Ok((block.unit_id.clone(), Some(block)))
}
