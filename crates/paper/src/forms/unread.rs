//! Data that cannot be read: at which field, what is the matter, and what to do.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::words;

/// The field beside the data of a form that know no mark of their own.
pub(super) const MARK: &str = "mark";
/// The longest list of a province stays far below.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Why data do not fill a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The field, from the outside in ("groups[0].lines[2].name"); empty where it is the whole.
    pub place: String,
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

impl Unread {
    fn of(place: String, [vi, en]: [String; 2]) -> Self {
        Self { place, vi, en }
    }
}

/// The JSON, once it is small enough and well formed.
pub(super) fn value(json: &[u8]) -> Result<Value, Unread> {
    if json.len() > MOST_BYTES {
        return Err(Unread::of(String::new(), words::too_large(MOST_BYTES)));
    }
    // editors of Windows put this mark before the text
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    serde_json::from_slice(json)
        .map_err(|error| Unread::of(String::new(), words::not_json(error.line(), error.column())))
}

/// The data, or the field that is wrong.
pub(super) fn typed<D: DeserializeOwned>(value: Value) -> Result<D, Unread> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let place = match error.path().to_string().as_str() {
            "." => String::new(),
            place => place.to_owned(),
        };
        told(place, &error.into_inner().to_string())
    })
}

/// A mark beside the data.
pub(super) fn mark(value: Value) -> Result<Option<String>, Unread> {
    serde_json::from_value(value).map_err(|error| told(MARK.to_owned(), &error.to_string()))
}

/// The library speaks English only; its few kinds of messages are told in both languages.
fn told(place: String, message: &str) -> Unread {
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_owned();
    if message.starts_with("missing field") {
        let field = quoted(message);
        let inside = if place.is_empty() { field.clone() } else { format!("{place}.{field}") };
        return Unread::of(inside, words::missing(&field));
    }
    if message.starts_with("unknown field") || message.starts_with("unknown variant") {
        let known = message.split_once("expected ").map_or("", |(_, known)| known);
        let known = known.trim_start_matches("one of ").replace('`', "");
        return Unread::of(place, words::unknown(&quoted(message), &known));
    }
    let kinds = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    if let Some((found, expected)) = kinds.and_then(|kinds| kinds.split_once(", expected ")) {
        return Unread::of(place, words::other_kind(&found.replace('`', ""), expected));
    }
    if message.starts_with("invalid length") && message.contains("struct ") {
        // the library would take a list for a group of fields
        return Unread::of(place, words::other_kind("sequence", "struct "));
    }
    Unread::of(place, words::otherwise(message))
}
