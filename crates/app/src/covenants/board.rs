//! `GET /movements/{id}/covenants`: every covenant of a movement, who has signed, who has not.

use super::door::{is_of, own_units, today};
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::face::forms::{Field, Input, Typed};
use crate::face::paging::Paging;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::office::reach;
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::covenants::State as Stage;
use thidua_domain::movements::State as MovementState;
use thidua_store::covenants::Party;

struct Line {
    id: String,
    title: String,
    class: &'static str,
    state: &'static str,
    signed: usize,
    parties: usize,
    missing: Vec<String>,
    /// How many more have not signed.
    more: usize,
    day: String,
}

/// Lines of one page, and units named in one line.
const A_PAGE: usize = 60;
const NAMED: usize = 12;

struct Tick {
    id: String,
    name: String,
    ticked: bool,
}

#[derive(Template)]
#[template(path = "covenants/board.html")]
struct BoardPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_number: String,
    sees_all: bool,
    may_draw: bool,
    lines: Vec<Line>,
    urging: String,
    fields: Vec<Field>,
    ticks: Vec<Tick>,
    /// Blocks of the register that may be parties.
    blocs: Vec<Tick>,
    blocs_label: &'static str,
    paging: Paging,
    query: String,
    blocks: BlockFilter,
    refused: bool,
}

/// The form that draws up a covenant.
pub(super) fn fields(w: &'static Words) -> Vec<Field> {
    let source = Input::Choice(vec![
        ("registrations", w.from_registrations),
        ("targets", w.from_targets),
        ("blank", w.from_nothing),
    ]);
    vec![
        Field::new("title", w.title, Input::Line, "").hint(w.title_hint),
        Field::new("place", w.place, Input::Line, ""),
        Field::new("signing_day", w.signing_day, Input::Day, ""),
        Field::new("source", w.source, source, "registrations").hint(w.source_hint),
    ]
}

/// Which rows are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// A block of the authority.
    #[serde(default)]
    block: String,
    page: Option<usize>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(shown): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &id, &shown, None).await
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    shown: &Asked,
    refused: Option<(Vec<Field>, &Typed)>,
) -> Answer {
    let movement = app.store.movement(id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let sees_all = app.may(visitor, Act::Look, &plan.unit_id).await?;
    let own = own_units(visitor);
    let below = app.store.units_of(&own).await?;
    let below = below.iter().any(|unit| unit.parent_id.as_deref() == Some(plan.unit_id.as_str()));
    let w = words(caller.preferences.language);
    let blocks = BlockFilter::of(app, &plan.unit_id, today(app), &shown.block, caller.preferences.language).await?;
    let mut lines = Vec::new();
    for covenant in app.store.covenants_of_movement(id).await? {
        let parties = app.store.covenant_parties(&covenant.id).await?;
        let in_block = |party: &Party| {
            party.unit_id.iter().chain(&party.members).any(|unit| unit != &plan.unit_id && blocks.shows(unit))
        };
        if !blocks.asked().is_empty() && !parties.iter().any(in_block) {
            continue;
        }
        if !sees_all && !parties.iter().any(|party| is_of(party, &own)) {
            continue;
        }
        let signatures = app.store.covenant_signatures(&covenant.id).await?;
        let signed =
            |party: &str| signatures.iter().any(|one| one.paper_id == covenant.id && one.party_id == party);
        let missing: Vec<String> = parties
            .iter()
            .filter(|party| covenant.state == Stage::Ready && !signed(&party.id))
            .map(|party| party.name.clone())
            .collect();
        lines.push(Line {
            title: covenant.text.title.clone(),
            class: labels::class(covenant.state),
            state: labels::state(covenant.state, w),
            signed: parties.iter().filter(|party| signed(&party.id)).count(),
            parties: parties.len(),
            more: 0,
            missing,
            day: show::day(covenant.in_force_from.or(covenant.text.signing_day)),
            id: covenant.id,
        });
    }
    if !sees_all && lines.is_empty() && !below {
        return Err(Refusal::NotFound);
    }
    let may_draw = visitor.actor.may_in(Act::ManageCovenants, &plan.unit_id)
        && !matches!(movement.state, MovementState::Draft | MovementState::Closed);
    let mut ticks = Vec::new();
    if may_draw {
        ticks = reach::below(app, &plan.unit_id, today(app))
            .await?
            .into_iter()
            .filter(|unit| blocks.shows(&unit.id))
            .map(|unit| Tick {
                ticked: refused.as_ref().is_none_or(|(_, typed)| typed.contains_key(&format!("party-{}", unit.id))),
                id: unit.id,
                name: unit.name,
            })
            .collect();
    }
    let waiting: Vec<String> = lines
        .iter()
        .filter(|line| !line.missing.is_empty())
        .map(|line| w.urging_line.replace("{title}", &line.title).replace("{units}", &line.missing.join(", ")))
        .collect();
    let urging = if sees_all && !waiting.is_empty() {
        w.urging.replace("{day}", &show::day(Some(today(app)))).replace("{lines}", &waiting.join("; "))
    } else {
        String::new()
    };
    for line in &mut lines {
        line.more = line.missing.len().saturating_sub(NAMED);
        line.missing.truncate(NAMED);
    }
    let (lines, paging) = Paging::of(lines, shown.page, A_PAGE);
    let blocs = if may_draw { blocks.options.clone() } else { Vec::new() };
    let blocs = blocs
        .into_iter()
        .map(|(id, name, _)| Tick {
            ticked: refused.as_ref().is_some_and(|(_, typed)| typed.contains_key(&format!("bloc-{id}"))),
            id,
            name,
        })
        .collect();
    let mut f = Frame::new(caller, Place::Movements);
    if sees_all {
        f = f.in_movement(caller, id, Tab::Covenants);
    }
    let is_refused = refused.is_some();
    crate::face::frame::returned(
        &BoardPage {
            f,
            w,
            id: id.to_owned(),
            plan_number: plan.number_symbol.clone().unwrap_or_default(),
            sees_all,
            may_draw,
            lines,
            urging,
            fields: refused.map_or_else(|| fields(w), |(fields, _)| fields),
            ticks,
            blocs,
            blocs_label: crate::blocks::words::words(caller.preferences.language).blocs_as_parties,
            paging,
            query: format!("block={}&", blocks.asked()),
            blocks,
            refused: is_refused,
        },
        false,
        is_refused,
    )
}
