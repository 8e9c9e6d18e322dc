//! Reading blocks with their arrangements and leads, and what is done to them.

use crate::App;
use crate::face::{Refusal, Visitor};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::blocks::{Arrangement, BlockFinding, LeadSeat, Place, check, composition, member_key};
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::blocks::{Block, Lead, StoredArrangement};
use thidua_store::{Author, StoreError};

/// The arrangements of one scope: all own blocks of an authority, or one outside cluster.
pub(crate) fn times_of(all: &[StoredArrangement], unit_id: &str, cluster: Option<&str>) -> Vec<Arrangement> {
    all.iter()
        .filter(|one| one.decided && one.unit_id == unit_id && one.block_id.as_deref() == cluster)
        .map(StoredArrangement::times)
        .collect()
}

/// The scope in which a block stands.
pub(crate) fn cluster(block: &Block) -> Option<&str> {
    block.outside.then_some(block.id.as_str())
}

/// A block as it stands on a day.
pub(crate) struct Known {
    pub(crate) block: Block,
    pub(crate) unit: Unit,
    /// Every decided arrangement of its scope.
    pub(crate) times: Vec<Arrangement>,
    pub(crate) members: Vec<Place>,
    pub(crate) leads: Vec<Lead>,
    pub(crate) findings: Vec<BlockFinding>,
}

impl Known {
    /// Whoever leads in a year.
    pub(crate) fn leads_in(&self, year: i32) -> impl Iterator<Item = &Lead> {
        self.leads.iter().filter(move |lead| lead.year == year)
    }

    /// Names of the seat in a year.
    pub(crate) fn names(&self, year: i32, seat: LeadSeat) -> Vec<&str> {
        self.leads_in(year).filter(|lead| lead.seat == seat).map(|lead| lead.name.as_str()).collect()
    }
}

/// Puts blocks together with what is known of them on a day.
pub(crate) async fn known(app: &App, blocks: Vec<Block>, day: NaiveDate) -> Result<Vec<Known>, StoreError> {
    let mut owners: Vec<String> = blocks.iter().map(|block| block.unit_id.clone()).collect();
    owners.sort();
    owners.dedup();
    let owner_ids: Vec<&str> = owners.iter().map(String::as_str).collect();
    let arrangements = app.store.arrangements(&owner_ids).await?;
    let ids: Vec<&str> = blocks.iter().map(|block| block.id.as_str()).collect();
    let mut leads: HashMap<String, Vec<Lead>> = HashMap::new();
    for lead in app.store.block_leads(&ids).await? {
        leads.entry(lead.block_id.clone()).or_default().push(lead);
    }
    let mut member_ids: Vec<String> = arrangements
        .iter()
        .flat_map(|one| &one.places)
        .filter_map(|place| place.place.unit_id.clone())
        .chain(owners.iter().cloned())
        .collect();
    member_ids.sort();
    member_ids.dedup();
    let units: HashMap<String, Unit> =
        app.store.units_of(&member_ids).await?.into_iter().map(|unit| (unit.id.clone(), unit)).collect();
    let year = day.year();
    Ok(blocks
        .into_iter()
        .filter_map(|block| {
            let unit = units.get(&block.unit_id)?.clone();
            let times = times_of(&arrangements, &block.unit_id, cluster(&block));
            let members: Vec<Place> =
                composition(&times, day).into_iter().filter(|place| place.block == block.id).cloned().collect();
            let leads = leads.remove(&block.id).unwrap_or_default();
            let of_year: Vec<(LeadSeat, String, String)> = leads
                .iter()
                .filter(|lead| lead.year == year)
                .map(|lead| (lead.seat, member_key(lead.unit_id.as_deref(), &lead.name), lead.name.clone()))
                .collect();
            let ended = |id: &str| units.get(id).and_then(|unit| unit.valid_to);
            let findings = check(&members.iter().collect::<Vec<_>>(), &of_year, ended, day, year);
            Some(Known { block, unit, times, members, leads, findings })
        })
        .collect())
}

/// Whether this person sees a block: its authority is theirs to look at, or a unit of theirs was decided into it.
pub(crate) async fn sees(app: &App, visitor: &Visitor, block: &Block) -> Result<bool, Refusal> {
    if app.may(visitor, Act::Look, &block.unit_id).await? {
        return Ok(true);
    }
    let with = app.store.blocks_with(&own_units(visitor)).await?;
    Ok(with.iter().any(|one| one.id == block.id))
}

/// The units in which this person may look.
pub(crate) fn own_units(visitor: &Visitor) -> Vec<String> {
    visitor.actor.units(Act::Look).unwrap_or_default().into_iter().map(str::to_owned).collect()
}

/// Enters an outside cluster; its identifier.
pub(super) async fn add(app: &App, author: Author, mut block: Block) -> Result<String, StoreError> {
    let change = app.store.change(author).await?;
    block.id = change.new_id();
    change.add_block(&block).await?;
    let id = block.id.clone();
    change.commit(entry("block.added", "block", &block.unit_id, &id, block.name.clone())).await?;
    Ok(id)
}

/// Corrects name, organiser, remark.
pub(super) async fn correct(
    app: &App,
    author: Author,
    before: &Block,
    after: &Block,
    seen: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.correct_block(after, seen).await?;
    let said = |block: &Block| {
        let rest = [&block.organiser, &block.note].into_iter().flatten().cloned().collect::<Vec<_>>().join("; ");
        if rest.is_empty() { block.name.clone() } else { format!("{} ({rest})", block.name) }
    };
    let detail = format!("{} → {}", said(before), said(after));
    change.commit(entry("block.corrected", "block", &after.unit_id, &after.id, detail)).await
}

/// Names who leads in a year.
pub(super) async fn lead(
    app: &App,
    author: Author,
    known: &Known,
    year: i32,
    leads: &[Lead],
    seen: i64,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.write_leads(&known.block.id, year, leads, seen).await?;
    let said = |leads: &mut dyn Iterator<Item = &Lead>| {
        leads.map(|lead| format!("{} ({})", lead.name, lead.seat.code())).collect::<Vec<_>>().join(", ")
    };
    let (before, after) = (said(&mut known.leads_in(year)), said(&mut leads.iter()));
    let moved = if before.is_empty() { after } else { format!("{before} → {after}") };
    let detail = format!("{}, {year}: {moved}", known.block.name);
    change.commit(entry("block.lead-named", "block", &known.block.unit_id, &known.block.id, detail)).await
}

pub(super) fn entry(act: &'static str, subject: &'static str, unit: &str, id: &str, detail: String) -> Entry {
    Entry { unit_id: Some(unit.to_owned()), act, subject, subject_id: id.to_owned(), detail: Some(detail) }
}
