//! The one error of the workshop: a sentence for the person at the keyboard.

use std::fmt;

/// What went wrong, as a sentence; where it helps, with what to do next.
#[derive(Debug)]
pub struct Trouble(String);

impl Trouble {
    /// A trouble from its sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

/// Says what was being done when an error came up.
pub trait While<T> {
    /// Turns the error into a [`Trouble`] that begins with what was being done.
    fn or_trouble(self, doing: &str) -> Result<T, Trouble>;
}

impl<T, E: fmt::Display> While<T> for Result<T, E> {
    fn or_trouble(self, doing: &str) -> Result<T, Trouble> {
        self.map_err(|error| Trouble::new(format!("{doing}: {error}")))
    }
}
