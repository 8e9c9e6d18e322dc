//! What a template is filled with.

use super::names::key;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use thidua_domain::basics::text::nfc;

/// A value: what JSON can say. Text is in NFC, numbers keep the digits they came with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Known to be empty.
    #[default]
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number as plain digits with a decimal point.
    Number(String),
    /// Text; line breaks and tabs in it stay.
    Text(String),
    /// Several of the same kind, for loops.
    List(Vec<Value>),
    /// Named fields.
    Record(Record),
}

/// Named fields; names are keys as [`key`] makes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record(Vec<(Box<str>, Value)>);

impl Record {
    /// Puts a field in; a later one of the same name takes the place of the earlier.
    pub fn set(&mut self, name: &str, value: Value) {
        let name = key(name);
        match self.0.iter_mut().find(|(known, _)| **known == *name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name.into(), value)),
        }
    }

    /// The field of this key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        // records have a dozen fields: looking along them is faster than hashing
        self.0.iter().find(|(known, _)| **known == *key).map(|(_, value)| value)
    }

    /// Keys and values in the order they were put in.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }
}

impl Value {
    /// Text, brought into NFC.
    pub fn text(text: &str) -> Self {
        Value::Text(if text.is_ascii() { text.to_owned() } else { nfc(text) })
    }

    /// A value from JSON.
    ///
    /// # Errors
    /// When the text is no JSON.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// Whether a condition holds: no for nothing, no, zero, and what is empty.
    pub fn holds(&self) -> bool {
        match self {
            Value::Nothing => false,
            Value::Flag(flag) => *flag,
            Value::Number(number) => number.bytes().any(|b| (b'1'..=b'9').contains(&b)),
            Value::Text(text) => !text.is_empty(),
            Value::List(list) => !list.is_empty(),
            Value::Record(record) => !record.0.is_empty(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::text(text)
    }
}

impl From<&serde_json::Value> for Value {
    fn from(json: &serde_json::Value) -> Self {
        use serde_json::Value as Json;
        match json {
            Json::Null => Value::Nothing,
            Json::Bool(flag) => Value::Flag(*flag),
            Json::Number(number) => Value::Number(number.to_string()),
            Json::String(text) => Value::text(text),
            Json::Array(list) => Value::List(list.iter().map(Value::from).collect()),
            Json::Object(fields) => {
                let mut record = Record::default();
                fields.iter().for_each(|(name, value)| record.set(name, Value::from(value)));
                Value::Record(record)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut record = Record::default();
        while let Some((name, value)) = map.next_entry::<std::borrow::Cow<'de, str>, Value>()? {
            record.set(&name, value);
        }
        Ok(Value::Record(record))
    }
}
