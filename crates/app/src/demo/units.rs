//! Units below the authorities of the demo, from the sample list; nobody is named as head.

use super::{DemoFailed, failed};
use crate::App;
use crate::units::actions::{NewUnit, add};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::units::districts_end;
use thidua_store::Author;

const LIST: &str = include_str!("../../../../samples/units/units.toml");

#[derive(Deserialize)]
struct Sample {
    units: Vec<String>,
}

/// Adds the units below an authority that are not there yet.
pub(super) async fn load(app: &App, author: impl Fn() -> Author, short: &str, top: &str) -> Result<(), DemoFailed> {
    let samples: HashMap<String, Sample> = toml::from_str(LIST).map_err(failed)?;
    let Some(sample) = samples.get(short) else { return Ok(()) };
    let there = app.store.children_now(top).await.map_err(failed)?;
    let ends_with_the_district =
        app.store.unit(top).await.map_err(failed)?.is_some_and(|unit| unit.valid_to == districts_end());
    for name in &sample.units {
        if there.iter().any(|unit| unit.name == *name) {
            continue;
        }
        let new = NewUnit {
            name: name.clone(),
            parent_id: Some(top.to_owned()),
            valid_to: if ends_with_the_district { districts_end() } else { None },
            ..NewUnit::default()
        };
        add(app, author(), new).await.map_err(failed)?;
    }
    Ok(())
}
