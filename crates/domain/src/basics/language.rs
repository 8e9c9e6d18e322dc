//! The two languages that people read here: Vietnamese first, English second.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt, the default.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// The code for `lang="…"` and cookies: `vi` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Vietnamese => "vi",
            Language::English => "en",
        }
    }

    /// The language of a code; Vietnamese when the code is not known.
    pub fn from_code(code: &str) -> Self {
        if code == "en" { Language::English } else { Language::Vietnamese }
    }
}

/// One statement in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Says {
    /// Builds a statement from its two versions.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Says { vi: vi.into(), en: en.into() }
    }

    /// The version for one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vi,
            Language::English => &self.en,
        }
    }
}
