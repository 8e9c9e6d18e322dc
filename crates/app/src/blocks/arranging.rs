//! Drafting an arrangement: the lines of who is in which block, kept as a proposal, changed, thrown away.

use super::actions::{entry, times_of};
use super::editing::owner;
use super::lines::Names;
use super::{list, proposal, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::nfc;
use thidua_domain::blocks::{composition, lines};
use thidua_store::StoreError;
use thidua_store::blocks::{Block, StoredArrangement, StoredPlace};

/// What the address of a new draft asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// An outside cluster, instead of all own blocks.
    #[serde(default)]
    cluster: String,
}

/// The form of a draft as it is shown.
pub(super) struct DraftForm {
    pub(super) action: String,
    pub(super) cluster: String,
    pub(super) version: i64,
    pub(super) fields: Vec<Field>,
    pub(super) lines: String,
    pub(super) problem: Option<String>,
    pub(super) refused: bool,
    /// What somebody else has written meanwhile.
    pub(super) newest: Option<String>,
}

impl DraftForm {
    pub(super) fn new(
        action: String,
        cluster: &str,
        version: i64,
        from: &str,
        reason: &str,
        lines: String,
        w: &'static words::Words,
    ) -> DraftForm {
        let fields = vec![
            Field::new("from", w.from, Input::Day, from).hint(w.from_hint),
            Field::new("reason", w.reason, Input::Line, reason),
        ];
        let cluster = cluster.to_owned();
        DraftForm { action, cluster, version, fields, lines, problem: None, refused: false, newest: None }
    }

    fn back(mut self, reader: Reader<'_>, typed: &Typed) -> DraftForm {
        self.problem = reader.problems.get("lines").cloned();
        self.lines = typed.get("lines").cloned().unwrap_or_default();
        self.fields = reader.mark(self.fields);
        self
    }

    /// The status that fits how it came.
    pub(super) fn status(&self) -> StatusCode {
        if self.newest.is_some() {
            StatusCode::CONFLICT
        } else if self.refused {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        }
    }
}

#[derive(Template)]
#[template(path = "blocks/arrange.html")]
struct NewPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    heading: String,
    draft: DraftForm,
}

fn new_page(caller: &Caller, cluster: Option<&Block>, draft: DraftForm) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let heading =
        cluster.map_or_else(|| w.arrange.to_owned(), |block| format!("{}: {}", w.arrange_outside, block.name));
    let status = draft.status();
    let template = NewPage { f: frame(caller, Tab::Blocks), w, o: office::words(language), heading, draft };
    let mut response = page(&template)?;
    *response.status_mut() = status;
    Ok(response)
}

/// The lines of places, block by block in the order of the list.
pub(super) fn written(places: &[StoredPlace], names: &[Block]) -> String {
    let name_of = |one: &StoredPlace| {
        let block = names.iter().find(|block| block.id == one.place.block);
        block.map_or_else(|| one.block_name.clone(), |block| block.name.clone())
    };
    let mut order: Vec<String> = Vec::new();
    for one in places {
        let name = name_of(one);
        if !order.contains(&name) {
            order.push(name);
        }
    }
    let mut members = Vec::new();
    for block in &order {
        for one in places.iter().filter(|one| name_of(one) == *block) {
            members.push((block.clone(), one.place.name.clone(), one.place.from, one.place.to));
        }
    }
    lines::write(&members)
}

/// `GET /arrangements/new`.
pub(crate) async fn new(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let (unit, cluster) = owner(&app, &visitor, &asked.cluster).await?;
    let (_, day) = list::day_for(&app, &visitor, "").await?;
    let arrangements = app.store.arrangements(&[unit.as_str()]).await?;
    let times = times_of(&arrangements, &unit, cluster.as_ref().map(|block| block.id.as_str()));
    let blocks = app.store.blocks_of(&unit).await?;
    let now: Vec<StoredPlace> = composition(&times, day)
        .into_iter()
        .filter_map(|place| {
            let block = blocks.iter().find(|block| block.id == place.block)?;
            Some(StoredPlace { place: place.clone(), block_name: block.name.clone() })
        })
        .collect();
    let mut lines = written(&now, &blocks);
    if let (Some(block), true) = (&cluster, now.is_empty()) {
        lines = format!("{}:\n", block.name);
    }
    let draft = DraftForm::new("/arrangements".to_owned(), &asked.cluster, 0, "", "", lines, w);
    new_page(&caller, cluster.as_ref(), draft)
}

/// What was typed, as a proposal.
async fn read(
    app: &App,
    reader: &mut Reader<'_>,
    typed: &Typed,
    unit: &str,
    cluster: Option<&str>,
    w: &'static words::Words,
    language: thidua_domain::basics::Language,
) -> Result<StoredArrangement, Refusal> {
    let from = reader.day("from");
    if from.is_none() {
        reader.problem("from", crate::face::words::words(language).must_fill);
    }
    let reason = reader.text("reason");
    let day = from.unwrap_or(NaiveDate::MIN);
    let lines = nfc(typed.get("lines").map_or("", |typed| typed.trim()));
    let mut places = Vec::new();
    if lines.is_empty() {
        reader.problem("lines", crate::face::words::words(language).must_fill);
    } else if from.is_some() {
        let names = Names::of(app, unit, cluster, day).await?;
        match names.places(&lines, cluster, day, w) {
            Ok(read) => places = read,
            Err(problem) => reader.problem("lines", problem),
        }
    }
    Ok(StoredArrangement {
        id: String::new(),
        unit_id: unit.to_owned(),
        block_id: cluster.map(str::to_owned),
        from: day,
        decided: false,
        number_symbol: None,
        dated: None,
        reason,
        file_digest: None,
        file_name: None,
        version: 0,
        account_name: String::new(),
        recorded_at: NaiveDateTime::MIN,
        places,
    })
}

/// `POST /arrangements`: keeps a new draft.
pub(crate) async fn begin(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let asked = typed.get("cluster").map_or("", String::as_str);
    let (unit, cluster) = owner(&app, &visitor, asked).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let cluster_id = cluster.as_ref().map(|block| block.id.as_str());
    let mut new = read(&app, &mut reader, &typed, &unit, cluster_id, w, language).await?;
    if !reader.fine() {
        let mut draft = DraftForm::new("/arrangements".to_owned(), asked, 0, "", "", String::new(), w);
        draft.refused = true;
        return new_page(&caller, cluster.as_ref(), draft.back(reader, &typed));
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    new.id = change.new_id();
    change.propose_arrangement(&new, None).await?;
    let id = new.id.clone();
    change.commit(entry("block.proposed", "arrangement", &unit, &id, short(new.from))).await?;
    go(format!("/arrangements/{id}?done=saved"))
}

/// `POST /arrangements/{id}`: the draft anew, or away with it.
pub(crate) async fn keep(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let found = app.store.arrangement(&id).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::ManageRegulations, &found.unit_id).await?;
    if found.decided {
        return Err(proposal::refuse(|w| w.is_decided.to_owned()));
    }
    let seen = typed.get("version").and_then(|version| version.parse().ok()).unwrap_or(-1);
    let author = visitor.author((app.clock)());
    if typed.get("do").map(String::as_str) == Some("discard") {
        let change = app.store.change(author).await?;
        change.discard_arrangement(&id, seen).await?;
        change.commit(entry("block.discarded", "arrangement", &found.unit_id, &id, short(found.from))).await?;
        return go("/blocks?done=saved".to_owned());
    }
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let cluster = found.block_id.as_deref();
    let mut new = read(&app, &mut reader, &typed, &found.unit_id, cluster, w, language).await?;
    new.id.clone_from(&id);
    if !reader.fine() {
        let mut draft = proposal::draft_form(&app, &found, w).await?;
        draft.refused = true;
        let draft = draft.back(reader, &typed);
        return proposal::render(&app, &caller, &visitor, &found, Some(draft), None).await;
    }
    let change = app.store.change(author).await?;
    match change.propose_arrangement(&new, Some(seen)).await {
        Ok(()) => {
            change.commit(entry("block.proposed", "arrangement", &found.unit_id, &id, short(new.from))).await?;
            go(format!("/arrangements/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = app.store.arrangement(&id).await?.ok_or(Refusal::ChangedMeanwhile)?;
            if newest.decided {
                return Err(proposal::refuse(|w| w.is_decided.to_owned()));
            }
            let mut draft = proposal::draft_form(&app, &newest, w).await?;
            draft.newest = Some(format!("{} {}\n{}", w.from, short(newest.from), draft.lines));
            let draft = draft.back(reader, &typed);
            proposal::render(&app, &caller, &visitor, &newest, Some(draft), None).await
        }
        Err(other) => Err(other.into()),
    }
}
