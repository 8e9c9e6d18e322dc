//! What stands inside of tags: fields, comparisons and ways of writing. A closed set: nothing here runs code or reads files.

mod evaluate;
mod filter;
mod read;
mod words;

pub(super) use evaluate::{Frame, Got, ITSELF, Scope};
pub(super) use filter::Filter;
pub(super) use read::{Unread, block, expression};

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// A text, a number or a flag that was typed.
    Constant(super::value::Value),
    /// A field, and what is inside of it.
    Path(Vec<Step>),
    /// Where a loop stands.
    Loop(Count),
    /// `not`
    Not(Box<Expression>),
    /// `and`
    Both(Box<Expression>, Box<Expression>),
    /// `or`
    Either(Box<Expression>, Box<Expression>),
    /// `==` and the like.
    Compare(Box<Expression>, Comparison, Box<Expression>),
    /// `~`: one text behind the other.
    Joined(Box<Expression>, Box<Expression>),
    /// `is defined`
    Given(Box<Expression>),
    /// `|`
    Written(Box<Expression>, Filter),
}

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a field.
    Name(String),
    /// Into a list; counted from 0, from the end where it is below 0.
    Index(i32),
}

/// What a loop knows of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// From 1.
    Index,
    /// From 0.
    Index0,
    /// Down to 1.
    RevIndex,
    /// The first round.
    First,
    /// The last round.
    Last,
    /// All rounds.
    Length,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
}

/// What a statement does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Statement {
    /// Opens a condition.
    If(Expression),
    /// Its next branch.
    ElseIf(Expression),
    /// Its last branch; of a loop: what stands there for an empty list.
    Else,
    /// Opens a loop; without a name the fields of the item are known by their own names.
    For(Option<String>, Expression),
    /// Closes a condition.
    EndIf,
    /// Closes a loop; the list it is of, where that is said.
    EndFor(Option<String>),
}

impl Expression {
    /// Gathers every path in it.
    pub(super) fn paths<'e>(&'e self, found: &mut Vec<&'e [Step]>) {
        match self {
            Expression::Constant(_) | Expression::Loop(_) => {}
            Expression::Path(steps) => found.push(steps),
            Expression::Not(one) | Expression::Given(one) | Expression::Written(one, _) => one.paths(found),
            Expression::Both(one, other)
            | Expression::Either(one, other)
            | Expression::Compare(one, _, other)
            | Expression::Joined(one, other) => {
                one.paths(found);
                other.paths(found);
            }
        }
    }
}

/// A path as people type it.
pub(super) fn shown(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        match step {
            Step::Name(name) if text.is_empty() => text.push_str(name),
            Step::Name(name) => {
                text.push('.');
                text.push_str(name);
            }
            Step::Index(at) => text.push_str(&format!("[{at}]")),
        }
    }
    text
}
