//! What a unit was given of the movement's targets by the cascade: proposed in its registration, with its source.

use super::door::Sheet;
use super::words::Words;
use crate::App;
use crate::face::show;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::registrations::ItemKind;
use thidua_store::StoreError;
use thidua_store::cascade::NewAssignment;
use thidua_store::registrations::{Item, Written};
use thidua_store::targets::Target;

/// The target that an address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) target: String,
}

/// A value that the unit was given and has not registered yet.
pub(super) struct Offer {
    pub(super) address: String,
    pub(super) name: String,
    pub(super) says: String,
}

/// What the unit of a registration was given, by target.
pub(super) struct Assigned(HashMap<String, NewAssignment>);

impl Assigned {
    pub(super) async fn load(app: &App, sheet: &Sheet) -> Result<Assigned, StoreError> {
        let given: Vec<NewAssignment> =
            app.store.assignments(&sheet.view.plan.id).await?.into_iter().map(|one| one.given).collect();
        Ok(Assigned::of(&given, &sheet.unit.id))
    }

    /// What stands for a unit among all that was given.
    pub(super) fn of(given: &[NewAssignment], unit_id: &str) -> Assigned {
        let own = given.iter().filter(|one| one.unit_id == unit_id && one.state.holds() && one.value.is_some());
        Assigned(own.map(|one| (one.target_id.clone(), one.clone())).collect())
    }

    /// The value for a target.
    pub(super) fn value(&self, target_id: &str) -> Option<Amount> {
        self.0.get(target_id)?.value
    }

    /// `được giao 1.000 triệu đồng theo 2200/QĐ-UBND ngày 26/12/2023`.
    pub(super) fn says(&self, target_id: &str, unit: Option<&str>, w: &'static Words) -> Option<String> {
        let given = self.0.get(target_id)?;
        let value = format!("{} {}", given.value?.vietnamese(), unit.unwrap_or_default());
        let mut said = w.given_says.replace("{v}", value.trim());
        if let Some(document) = &given.document {
            said = format!("{said} {}", w.given_by.replace("{document}", document));
        }
        if given.dated.is_some() {
            said = format!("{said} {}", w.given_of.replace("{day}", &show::day(given.dated)));
        }
        Some(said)
    }

    /// A new item for a target with the value that was given, or with that of the plan.
    pub(super) fn proposed(&self, leaf: &Target) -> Written {
        let given = self.value(&leaf.id);
        Written {
            kind: ItemKind::Target,
            target_id: Some(leaf.id.clone()),
            shared: false,
            name: String::new(),
            comparator: leaf.draft.comparator,
            direction: leaf.draft.direction,
            planned: given.or(leaf.draft.value).or(leaf.reference),
            registered: given,
            unit_of: leaf.draft.unit.clone(),
            title_code: None,
            person: None,
            person_id: None,
            hard: false,
            description: None,
            expected: None,
            reason: None,
        }
    }

    /// What was given and does not stand in the registration, in the order of the plan.
    pub(super) fn offers(
        &self,
        registration_id: &str,
        leaves: &[Target],
        there: &[Item],
        w: &'static Words,
    ) -> Vec<Offer> {
        let missing =
            leaves.iter().filter(|leaf| there.iter().all(|item| item.written.target_id.as_ref() != Some(&leaf.id)));
        missing
            .filter_map(|leaf| {
                Some(Offer {
                    address: format!("/registrations/{registration_id}/items/target?target={}", leaf.id),
                    name: leaf.draft.name.clone(),
                    says: self.says(&leaf.id, leaf.draft.unit.as_deref(), w)?,
                })
            })
            .collect()
    }
}
