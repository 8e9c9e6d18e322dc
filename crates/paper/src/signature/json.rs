//! A signed copy and its signatures for programs.

use super::{Checked, Coverage, Outcome, Party, Signature, SignedCopy, TimeSource};
use chrono::NaiveDateTime;
use serde_json::{Value, json};
use thidua_domain::plans::draft::Piece;

/// A signed copy as JSON; `checked` holds the answer to each of its signatures, in their order. Moments are universal time.
pub fn copy_as_json(copy: &SignedCopy, checked: &[Checked]) -> Value {
    let text = |piece: &Option<Piece<String>>| piece.as_ref().map(|piece| piece.value.clone());
    json!({
        "sha256": copy.digest,
        "is_scan": copy.is_scan,
        "kind": text(&copy.kind),
        "number_symbol": text(&copy.number_symbol),
        "date": copy.date.as_ref().map(|piece| piece.value.to_string()),
        "issuer": text(&copy.issuer),
        "title": text(&copy.title),
        "signer": text(&copy.signer),
        "waiting_fields": copy.waiting,
        "signatures": copy.signatures.iter().zip(checked).map(|(one, checked)| signature(one, checked)).collect::<Vec<_>>(),
    })
}

fn signature(one: &Signature, checked: &Checked) -> Value {
    let says = checked.says();
    let source = |source| match source {
        TimeSource::Attribute => "signed_attribute",
        TimeSource::Dictionary => "dictionary",
    };
    json!({
        "field": one.field,
        "page": one.place.map(|place| place.page),
        "format": one.format.name(),
        "signer": one.signer.as_ref().map(party),
        "issuer": one.issuer.as_ref().map(party),
        "valid_from": one.valid.map(|(from, _)| moment(from)),
        "valid_until": one.valid.map(|(_, until)| moment(until)),
        "signed_at": one.stated.map(|stated| moment(stated.time)),
        "signed_at_source": one.stated.map(|stated| source(stated.source)),
        "has_timestamp": one.has_timestamp,
        "reason": one.reason,
        "location": one.location,
        "covers_whole_file": one.coverage == Coverage::Whole,
        "outcome": checked.outcome.code(),
        "authority": match &checked.outcome {
            Outcome::Trusted { authority } => Some(party(authority)),
            _ => None,
        },
        "weak": checked.weak,
        "since": checked.since.code(),
        "expired_since": checked.expired_since,
        "revocation_checked": false,
        "vi": says.iter().map(|says| says.vi.as_ref()).collect::<Vec<&str>>(),
        "en": says.iter().map(|says| says.en.as_ref()).collect::<Vec<&str>>(),
    })
}

fn party(party: &Party) -> Value {
    json!({"name": party.name, "organisation": party.organisation})
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
