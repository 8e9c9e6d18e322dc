//! What an expression is, for the data at hand.

use super::super::value::Value;
use super::filter::plain;
use super::{Comparison, Count, Expression, Step};
use std::borrow::Cow;
use std::cmp::Ordering;
use thidua_domain::basics::Amount;

/// What was found.
#[derive(Debug)]
pub(in crate::template) enum Got<'d> {
    /// The data has no such field.
    Missing,
    /// It is in the data.
    Ref(&'d Value),
    /// It was made.
    Own(Value),
}

impl Got<'_> {
    pub(in crate::template) fn value(&self) -> Option<&Value> {
        match self {
            Got::Missing => None,
            Got::Ref(value) => Some(value),
            Got::Own(value) => Some(value),
        }
    }

    fn holds(&self) -> bool {
        self.value().is_some_and(Value::holds)
    }

    /// As it is printed; nothing for lists and groups.
    pub(in crate::template) fn printed(&self) -> Option<Cow<'_, str>> {
        match self.value()? {
            Value::List(_) | Value::Record(_) => None,
            value => Some(plain(value)),
        }
    }
}

/// A round of a loop.
#[derive(Clone, Copy)]
pub(in crate::template) struct Frame<'d, 't> {
    /// What the item is called; without a name its fields are known by their own.
    pub(in crate::template) name: Option<&'t str>,
    pub(in crate::template) item: &'d Value,
    /// From 0.
    pub(in crate::template) index: usize,
    pub(in crate::template) length: usize,
}

/// What names mean.
pub(in crate::template) struct Scope<'d, 't> {
    pub(in crate::template) data: &'d Value,
    /// Rounds of loops, the innermost last.
    pub(in crate::template) frames: Vec<Frame<'d, 't>>,
}

/// The item itself, where a loop has no name for it and it has no fields.
pub(in crate::template) const ITSELF: &str = "noi_dung";

impl<'d> Scope<'d, '_> {
    pub(in crate::template) fn get(&self, expression: &Expression) -> Got<'d> {
        let flag = |holds| Got::Own(Value::Flag(holds));
        match expression {
            Expression::Constant(value) => Got::Own(value.clone()),
            Expression::Path(steps) => self.path(steps).map_or(Got::Missing, Got::Ref),
            Expression::Loop(count) => self.count(*count),
            Expression::Not(one) => flag(!self.get(one).holds()),
            Expression::Both(one, other) => {
                let one = self.get(one);
                if one.holds() { self.get(other) } else { one }
            }
            Expression::Either(one, other) => {
                let one = self.get(one);
                if one.holds() { one } else { self.get(other) }
            }
            Expression::Compare(one, how, other) => flag(compared(&self.get(one), *how, &self.get(other))),
            Expression::Joined(one, other) => match (self.get(one), self.get(other)) {
                (Got::Missing, _) | (_, Got::Missing) => Got::Missing,
                (one, other) => {
                    let text = |got: &Got<'_>| got.printed().unwrap_or_default().into_owned();
                    Got::Own(Value::Text(text(&one) + &text(&other)))
                }
            },
            Expression::Given(one) => flag(!matches!(self.get(one), Got::Missing | Got::Ref(Value::Nothing))),
            Expression::Written(one, filter) => filter.write(self.get(one)),
        }
    }

    /// Whether a condition holds; a field that is not there counts as empty.
    pub(in crate::template) fn holds(&self, expression: &Expression) -> bool {
        self.get(expression).holds()
    }

    pub(in crate::template) fn path(&self, steps: &[Step]) -> Option<&'d Value> {
        let (first, rest) = steps.split_first()?;
        let Step::Name(name) = first else { return None };
        let mut value = self.named(name)?;
        for step in rest {
            value = match (step, value) {
                (Step::Name(name), Value::Record(record)) => record.get(name)?,
                // inside of what is known to be empty everything is
                (_, Value::Nothing) => return Some(value),
                (Step::Index(at), Value::List(list)) => {
                    let from_end = at.is_negative();
                    let away = usize::try_from(at.unsigned_abs()).ok()?;
                    list.get(if from_end { list.len().checked_sub(away)? } else { away })?
                }
                _ => return None,
            };
        }
        Some(value)
    }

    fn named(&self, name: &str) -> Option<&'d Value> {
        for frame in self.frames.iter().rev() {
            match (frame.name, frame.item) {
                (Some(known), item) if known == name => return Some(item),
                (None, Value::Record(record)) => {
                    if let Some(value) = record.get(name) {
                        return Some(value);
                    }
                }
                (None, item) if name == ITSELF => return Some(item),
                _ => {}
            }
        }
        match self.data {
            Value::Record(record) => record.get(name),
            _ => None,
        }
    }

    fn count(&self, count: Count) -> Got<'d> {
        let Some(frame) = self.frames.last() else { return Got::Missing };
        let number = |number: usize| Got::Own(Value::Number(number.to_string()));
        match count {
            Count::Index => number(frame.index + 1),
            Count::Index0 => number(frame.index),
            Count::RevIndex => number(frame.length - frame.index),
            Count::Length => number(frame.length),
            Count::First => Got::Own(Value::Flag(frame.index == 0)),
            Count::Last => Got::Own(Value::Flag(frame.index + 1 == frame.length)),
        }
    }
}

fn compared(one: &Got<'_>, how: Comparison, other: &Got<'_>) -> bool {
    let (one, other) = (one.value().unwrap_or(&Value::Nothing), other.value().unwrap_or(&Value::Nothing));
    match how {
        Comparison::Equal => equal(one, other),
        Comparison::Unequal => !equal(one, other),
        Comparison::In => contains(other, one),
        Comparison::NotIn => !contains(other, one),
        Comparison::Less => ordered(one, other).is_some_and(Ordering::is_lt),
        Comparison::LessOrEqual => ordered(one, other).is_some_and(Ordering::is_le),
        Comparison::Greater => ordered(one, other).is_some_and(Ordering::is_gt),
        Comparison::GreaterOrEqual => ordered(one, other).is_some_and(Ordering::is_ge),
    }
}

fn contains(all: &Value, one: &Value) -> bool {
    match (all, one) {
        (Value::List(list), one) => list.iter().any(|item| equal(item, one)),
        (Value::Text(text), Value::Text(part)) => text.contains(part.as_str()),
        _ => false,
    }
}

/// Numbers are equal by their worth; a number typed as text, as lists from spreadsheets have it, is a number beside one.
fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(_), Value::Number(_) | Value::Text(_)) | (Value::Text(_), Value::Number(_)) => {
            match (number(one), number(other)) {
                (Some(one), Some(other)) => one == other,
                _ => plain(one) == plain(other),
            }
        }
        _ => one == other,
    }
}

fn ordered(one: &Value, other: &Value) -> Option<Ordering> {
    match (number(one), number(other)) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => match (one, other) {
            (Value::Text(one), Value::Text(other)) => Some(one.cmp(other)),
            _ => None,
        },
    }
}

fn number(value: &Value) -> Option<Amount> {
    match value {
        Value::Number(text) | Value::Text(text) => Amount::from_plain(text.trim()).ok(),
        _ => None,
    }
}
