//! The words after a command's name: flags, options with a value, and nothing else.

use crate::trouble::Trouble;

/// The words not yet taken.
pub struct Arguments {
    left: Vec<String>,
}

impl Arguments {
    /// All words after the command's name.
    pub fn new(words: &[String]) -> Self {
        Self { left: words.to_vec() }
    }

    /// Takes a flag such as `--keep`; true when it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.left.len();
        self.left.retain(|word| word != name);
        self.left.len() < before
    }

    /// Takes an option with its value, `--only unit` or `--only=unit`.
    pub fn value(&mut self, name: &str) -> Result<Option<String>, Trouble> {
        let joined = format!("{name}=");
        if let Some(at) = self.left.iter().position(|word| word.starts_with(&joined)) {
            return Ok(Some(self.left.remove(at)[joined.len()..].to_owned()));
        }
        let Some(at) = self.left.iter().position(|word| word == name) else { return Ok(None) };
        if at + 1 >= self.left.len() {
            return Err(Trouble::new(format!("{name} wants a value after it")));
        }
        self.left.remove(at);
        Ok(Some(self.left.remove(at)))
    }

    /// Refuses whatever was not taken.
    pub fn finish(self) -> Result<(), Trouble> {
        match self.left.first() {
            None => Ok(()),
            Some(word) => Err(Trouble::new(format!("`{word}` is not known here; `cargo x` lists the commands"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(words: &[&str]) -> Arguments {
        Arguments::new(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn flags_and_values_are_taken_in_any_order() {
        let mut arguments = given(&["--only", "store", "--keep"]);
        assert!(arguments.flag("--keep"));
        assert!(!arguments.flag("--keep"));
        assert_eq!(arguments.value("--only").unwrap().as_deref(), Some("store"));
        assert!(arguments.finish().is_ok());
        assert_eq!(given(&["--only=unit"]).value("--only").unwrap().as_deref(), Some("unit"));
    }

    #[test]
    fn a_missing_value_and_an_unknown_word_are_refused() {
        assert!(given(&["--only"]).value("--only").is_err());
        assert!(given(&["--onyl"]).finish().unwrap_err().to_string().contains("--onyl"));
    }
}
