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

    /// JSON with decimals comes as a binary float. Up to fifteen digits it is told apart from every other, so that what was typed
    /// comes out; a longer number could come out as its neighbour and is refused.
    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        const EXACT: usize = 15;
        let text = number.to_string();
        if text.bytes().filter(u8::is_ascii_digit).count() > EXACT {
            return Err(E::custom(format!(
                "{text} has more than {EXACT} digits: write it as text, in quotation marks"
            )));
        }
        Ok(Value::Number(text))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_digits_or_is_refused() {
        for text in ["0.1", "1234567890123.45", "9007199254740993", "-12.5", "18446744073709551615"] {
            assert_eq!(Value::from_json(text).ok(), Some(Value::Number(text.into())), "{text}");
        }
        // each of these would come out as another number
        for text in ["12345678901234567.89", "0.1234567890123456789", "100000000000000000001"] {
            let refused = Value::from_json(text).expect_err(text).to_string();
            assert!(refused.contains("quotation marks"), "{refused}");
        }
    }
}
