//! What the demo puts beside the figures of two authorities: an inspection and the grades of the year, indices and a term.

use super::{DemoFailed, failed, inspected, longer};
use crate::App;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};
use thidua_domain::basics::{Amount, Expectation};
use thidua_store::Author;
use thidua_store::audit::Entry;
use thidua_store::plans::Plan;

const LO_KU: &str = include_str!("../../../../samples/evaluation/2022-lo-ku-43-KH-UBND.toml");
const BINH_SON: &str = include_str!("../../../../samples/evaluation/2025-binh-son-21-KH-UBND.toml");

/// The sample of an authority.
#[derive(Deserialize)]
struct Sample {
    inspection: Option<inspected::Sample>,
    #[serde(default)]
    grades: Vec<inspected::Graded>,
    #[serde(default)]
    indices: Vec<longer::Index>,
    #[serde(default)]
    terms: Vec<longer::Sample>,
}

/// Loads what there is for an authority.
pub(super) async fn load(
    app: &App,
    author: impl Fn() -> Author,
    plan: &Plan,
    movement_id: &str,
    short: &str,
) -> Result<(), DemoFailed> {
    let text = match short {
        "loku" => LO_KU,
        "binhson" => BINH_SON,
        _ => return Ok(()),
    };
    let sample: Sample = toml::from_str(text).map_err(failed)?;
    if let Some(inspection) = &sample.inspection {
        inspected::load(app, author(), plan, movement_id, inspection).await?;
    }
    inspected::grade(app, &author, plan, &sample.grades).await?;
    longer::indices(app, author(), plan, &sample.indices).await?;
    longer::terms(app, author(), plan, &sample.terms).await
}

/// An entry for the log.
pub(super) fn entry(
    plan: &Plan,
    act: &'static str,
    subject: &'static str,
    id: &str,
    detail: impl Into<String>,
) -> Entry {
    Entry {
        unit_id: Some(plan.unit_id.clone()),
        act,
        subject,
        subject_id: id.to_owned(),
        detail: Some(detail.into()),
    }
}

/// A word of the sample that has to be one of a closed set.
pub(super) fn word<T>(code: &str, from: impl Fn(&str) -> Option<T>) -> Result<T, DemoFailed> {
    from(code).ok_or_else(|| failed(format!("unknown word in a sample: {code}")))
}

/// A number as written in Vietnamese.
pub(super) fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Amount>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    let read = |text: String| Amount::read(&text, Expectation::Quantity).map_err(|problem| format!("{problem:?}"));
    text.map(read).transpose().map_err(serde::de::Error::custom)
}

/// A day.
pub(super) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
}
