//! Choosing the units of one block on a board.

use super::actions::times_of;
use super::words::words;
use crate::App;
use crate::face::Refusal;
use chrono::NaiveDate;
use std::collections::HashSet;
use thidua_domain::basics::Language;
use thidua_domain::blocks::composition;

/// The blocks of an authority on a day, and which one was asked for.
pub(crate) struct BlockFilter {
    pub(crate) label: &'static str,
    pub(crate) all: &'static str,
    /// Identifier, name, whether it is chosen. Empty where the authority has no blocks.
    pub(crate) options: Vec<(String, String, bool)>,
    chosen: Option<HashSet<String>>,
    /// Units of each block, by identifier of the block.
    members: Vec<(String, String, Vec<String>)>,
}

impl BlockFilter {
    /// Reads the own blocks of an authority.
    pub(crate) async fn of(
        app: &App,
        owner: &str,
        day: NaiveDate,
        asked: &str,
        language: Language,
    ) -> Result<BlockFilter, Refusal> {
        let w = words(language);
        let arrangements = app.store.arrangements(&[owner]).await?;
        let times = times_of(&arrangements, owner, None);
        let on = composition(&times, day);
        let mut members: Vec<(String, String, Vec<String>)> = Vec::new();
        if !on.is_empty() {
            for block in app.store.blocks_of(owner).await? {
                let units: Vec<String> = on
                    .iter()
                    .filter(|place| place.block == block.id)
                    .filter_map(|place| place.unit_id.clone())
                    .collect();
                if !units.is_empty() {
                    members.push((block.id, block.name, units));
                }
            }
        }
        Ok(BlockFilter {
            label: w.filter,
            all: w.all_units,
            options: members.iter().map(|(id, name, _)| (id.clone(), name.clone(), id == asked)).collect(),
            chosen: members
                .iter()
                .find(|(id, _, _)| id == asked)
                .map(|(_, _, units)| units.iter().cloned().collect()),
            members,
        })
    }

    /// Whether a unit is shown.
    pub(crate) fn shows(&self, unit_id: &str) -> bool {
        self.chosen.as_ref().is_none_or(|units| units.contains(unit_id))
    }

    /// The chosen block, for addresses; empty when none is.
    pub(crate) fn asked(&self) -> &str {
        self.options.iter().find(|(_, _, chosen)| *chosen).map_or("", |(id, _, _)| id.as_str())
    }

    /// Name and member units of a block.
    pub(crate) fn bloc(&self, id: &str) -> Option<(&str, &[String])> {
        self.members.iter().find(|(one, _, _)| one == id).map(|(_, name, units)| (name.as_str(), units.as_slice()))
    }
}
