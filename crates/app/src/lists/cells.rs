//! Cells as they are kept between the upload and the decision. An identity number is never kept in clear.

use crate::App;
use crate::face::Refusal;
use serde_json::{Value, json};
use thidua_domain::basics::Amount;
use thidua_domain::lists::{Cell, Column};

/// The column whose text is sealed.
pub(crate) const SEALED: &str = "identity";

/// Cells as JSON. `context` says whose they are, for what is sealed.
pub(crate) fn keep(app: &App, columns: &[Column], cells: &[Cell], context: &str) -> Result<String, Refusal> {
    let mut kept = Vec::with_capacity(cells.len());
    for (column, cell) in columns.iter().zip(cells) {
        let clear = |text: &str| -> Result<Value, Refusal> {
            // what is masked already may stay as it is
            let sealed = column.key == SEALED && text.bytes().filter(u8::is_ascii_digit).count() > 4;
            Ok(if sealed { json!({"z": app.sealing.seal(context, text.as_bytes())?}) } else { json!(text) })
        };
        kept.push(match cell {
            Cell::Empty => Value::Null,
            Cell::Text(text) => json!({"t": clear(text)?}),
            Cell::Unread(text) => json!({"u": clear(text)?}),
            Cell::Whole(number) => json!({"w": number}),
            Cell::Amount(amount) => json!({"a": amount.plain()}),
            Cell::Date(day) => json!({"d": day.to_string()}),
            Cell::Year(year) => json!({"y": year}),
            Cell::Choice(code) => json!({"c": code}),
            Cell::YesNo(yes) => json!({"b": yes}),
        });
    }
    Ok(Value::Array(kept).to_string())
}

/// Cells of JSON; those that cannot be read are empty.
pub(crate) fn restore(app: &App, columns: &[Column], kept: &str, context: &str) -> Vec<Cell> {
    let kept: Vec<Value> = serde_json::from_str(kept).unwrap_or_default();
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        sealed => sealed["z"]
            .as_str()
            .and_then(|sealed| app.sealing.open(context, sealed).ok())
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .unwrap_or_default(),
    };
    let of = |value: &Value| -> Option<Cell> {
        let (tag, inner) = value.as_object()?.iter().next()?;
        Some(match tag.as_str() {
            "t" => Cell::text(&text(inner)),
            "u" => Cell::Unread(text(inner)),
            "w" => Cell::Whole(inner.as_i64()?),
            "a" => Cell::Amount(Amount::from_plain(inner.as_str()?).ok()?),
            "d" => Cell::Date(inner.as_str()?.parse().ok()?),
            "y" => Cell::Year(i32::try_from(inner.as_i64()?).ok()?),
            "c" => Cell::Choice(inner.as_str()?.to_owned()),
            "b" => Cell::YesNo(inner.as_bool()?),
            _ => return None,
        })
    };
    (0..columns.len()).map(|at| kept.get(at).and_then(of).unwrap_or_default()).collect()
}
