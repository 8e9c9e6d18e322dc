//! What a rule found, and where.

use std::fmt;

/// A place that breaks a rule, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, from the root of the checkout.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What to do.
    pub mend: String,
}

impl Place {
    /// A place from its three parts.
    pub fn new(path: &str, line: usize, mend: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, mend: mend.into() }
    }
}

/// A place with the name of the rule it breaks.
#[derive(Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static str,
    /// Where, and what to do.
    pub place: Place,
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { path, line, mend } = &self.place;
        write!(to, "{path}:{line}: {}: {mend}", self.rule)
    }
}
