//! The fields that a template of some kind may ask for: typed, named in Vietnamese, each with a sample.

use super::names::key;
use super::value::{Record, Value};
use crate::write::document::IssueDate;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A sum of đồng.
    Money,
    /// A day.
    Date,
    /// Yes or no.
    Flag,
    /// Several, to be repeated.
    List,
    /// Fields under a name of their own.
    Group,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its key.
    pub name: String,
    /// What it is, in Vietnamese.
    pub label: String,
    /// What it holds.
    pub kind: Kind,
    /// The fields of an item of a list, or of a group. A list without any is one of plain texts.
    pub inner: Vec<Field>,
}

/// The fields of one kind of document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Each field, in the order in which people read them.
    pub fields: Vec<Field>,
    /// A document's worth of samples.
    pub sample: Value,
}

impl Fields {
    /// The sample as JSON, to try a template with.
    pub fn sample_json(&self) -> serde_json::Value {
        json(&self.sample)
    }
}

fn json(value: &Value) -> serde_json::Value {
    use serde_json::Value as Json;
    match value {
        Value::Nothing => Json::Null,
        Value::Flag(flag) => Json::Bool(*flag),
        Value::Number(number) => serde_json::from_str(number).unwrap_or_else(|_| Json::String(number.clone())),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(list) => Json::Array(list.iter().map(json).collect()),
        Value::Record(record) => {
            Json::Object(record.fields().map(|(name, value)| (name.to_owned(), json(value))).collect())
        }
    }
}

/// Values together with what they are: the data of a document and its fields come from one description.
#[derive(Clone, Debug, Default)]
pub struct Described {
    fields: Vec<Field>,
    record: Record,
}

impl Described {
    /// Nothing yet.
    pub fn new() -> Self {
        Described::default()
    }

    /// A field with its value.
    pub fn with(mut self, name: &str, label: &str, kind: Kind, value: Value) -> Self {
        self.push(name, label, kind, Vec::new(), value);
        self
    }

    /// Words.
    pub fn text(self, name: &str, label: &str, text: &str) -> Self {
        self.with(name, label, Kind::Text, Value::text(text))
    }

    /// Words that may be missing.
    pub fn maybe(self, name: &str, label: &str, text: Option<&str>) -> Self {
        self.with(name, label, Kind::Text, text.map_or(Value::Nothing, Value::text))
    }

    /// A count.
    pub fn count(self, name: &str, label: &str, count: usize) -> Self {
        self.with(name, label, Kind::Number, Value::Number(count.to_string()))
    }

    /// A day, as papers write it; printed without a filter it reads `07/3/2022`.
    pub fn day(self, name: &str, label: &str, day: Option<IssueDate>) -> Self {
        let written =
            day.and_then(|IssueDate { day, month, year }| chrono::NaiveDate::from_ymd_opt(year, month, day));
        let value = written.map_or(Value::Nothing, |day| Value::Text(thidua_domain::basics::date::short(day)));
        self.with(name, label, Kind::Date, value)
    }

    /// Plain texts.
    pub fn texts(self, name: &str, label: &str, texts: &[String]) -> Self {
        let list = texts.iter().map(|text| Value::text(text)).collect();
        self.with(name, label, Kind::List, Value::List(list))
    }

    /// A list; `shape` is an item that says what fields there are, also where the list is empty.
    pub fn list(
        mut self,
        name: &str,
        label: &str,
        shape: &Described,
        items: impl Iterator<Item = Described>,
    ) -> Self {
        let list = items.map(|item| Value::Record(item.record)).collect();
        self.push(name, label, Kind::List, shape.fields.clone(), Value::List(list));
        self
    }

    /// Fields under a name of their own.
    pub fn group(mut self, name: &str, label: &str, inner: Described) -> Self {
        self.push(name, label, Kind::Group, inner.fields, Value::Record(inner.record));
        self
    }

    /// The fields of another description behind these.
    pub fn and(mut self, other: Described) -> Self {
        self.fields.extend(other.fields);
        for (name, value) in other.record.fields() {
            self.record.set(name, value.clone());
        }
        self
    }

    /// What a template is filled with.
    pub fn into_value(self) -> Value {
        Value::Record(self.record)
    }

    /// The fields, with these values as their samples.
    pub fn into_fields(self) -> Fields {
        Fields { fields: self.fields, sample: Value::Record(self.record) }
    }

    fn push(&mut self, name: &str, label: &str, kind: Kind, inner: Vec<Field>, value: Value) {
        let name = key(name).into_owned();
        self.record.set(&name, value);
        self.fields.push(Field { name, label: label.to_owned(), kind, inner });
    }
}
