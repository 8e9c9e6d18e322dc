//! Tokens: the words, numbers and marks of a line, each with its place in the file.

use thidua_domain::basics::text::{folds_to, is_capital};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters; in a damaged text also letters mixed with digits and signs.
    Word,
    /// Digits with thousands dots and a decimal comma.
    Number,
    /// Punctuation and signs, one character each.
    Mark,
}

/// A word, number or mark of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// As it is to be read: markup resolved, later restored.
    pub text: String,
    /// `text` without diacritics, in lower case.
    pub folded: String,
    /// Index of its line, from 0.
    pub line: usize,
    /// First byte in the line.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Whether white space or a line end stands before it.
    pub spaced: bool,
    /// Whether restoring changed its letters.
    pub restored: bool,
    /// Whether its marks may be lost or wrong: in a damaged text a word that was restored or printed without any.
    pub doubtful: bool,
}

impl Token {
    /// Whether this is the mark `mark`.
    pub fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }

    /// Whether this is a word that folds to `folded`.
    pub fn is_word(&self, folded: &str) -> bool {
        self.kind == Kind::Word && self.folded == folded
    }

    /// Whether this is the word `word`, marks included; a word printed without any mark is taken at its letters.
    pub fn says(&self, word: &str) -> bool {
        if self.kind != Kind::Word {
            return false;
        }
        lowers_to(&self.text, word) || (folds_to(word, &self.folded) && lowers_to(&self.text, &self.folded))
    }

    /// Whether the text begins with an upper-case letter.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(is_capital)
    }

    /// Whether this is a quotation mark of any shape.
    pub fn is_quote(&self) -> bool {
        self.kind == Kind::Mark && matches!(self.text.as_str(), "“" | "”" | "\"")
    }
}

/// Whether a text in lower case is `lower`; no text is made for the answer.
pub fn lowers_to(text: &str, lower: &str) -> bool {
    if text.is_ascii() {
        return text.len() == lower.len() && text.bytes().map(|c| c.to_ascii_lowercase()).eq(lower.bytes());
    }
    text.chars().flat_map(char::to_lowercase).eq(lower.chars())
}

/// The text of a run of tokens: their own words with single spaces where the file has white space.
pub fn text(tokens: &[Token]) -> String {
    let mut out = String::new();
    for (index, token) in tokens.iter().enumerate() {
        let glued = matches!(token.text.as_str(), "," | ";" | "." | ":" | "%" | ")")
            && token.kind == Kind::Mark
            && token.text != ":";
        if index > 0 && token.spaced && !glued {
            out.push(' ');
        }
        out.push_str(&token.text);
    }
    out
}

/// The folded words of a run, with single spaces, marks left out.
pub fn words(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens.iter().filter(|token| token.kind != Kind::Mark) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&token.folded);
    }
    out
}

/// Position of the first place where the folded tokens spell `phrase` (words apart by spaces; marks between words are passed over).
pub fn find(tokens: &[Token], phrase: &str) -> Option<std::ops::Range<usize>> {
    (0..tokens.len()).find_map(|start| starts_at(tokens, start, phrase).map(|end| start..end))
}

/// The end of `phrase` when it begins at `start`.
pub fn starts_at(tokens: &[Token], start: usize, phrase: &str) -> Option<usize> {
    let (mut index, mut rest) = (start, phrase);
    loop {
        let token = tokens.get(index).filter(|token| token.kind != Kind::Mark)?;
        rest = rest.strip_prefix(token.folded.as_str())?;
        index += 1;
        if rest.is_empty() {
            return Some(index);
        }
        rest = rest.strip_prefix(' ')?;
        while tokens
            .get(index)
            .is_some_and(|token| token.kind == Kind::Mark && matches!(token.text.as_str(), "-" | ","))
        {
            index += 1;
        }
    }
}

/// The end of a phrase written with its marks when it begins at `start`; see [`Token::says`].
pub fn says_at(tokens: &[Token], start: usize, phrase: &str) -> Option<usize> {
    let mut index = start;
    for word in phrase.split(' ') {
        if !tokens.get(index)?.says(word) {
            return None;
        }
        index += 1;
    }
    Some(index)
}

/// Whether the phrase occurs.
pub fn has(tokens: &[Token], phrase: &str) -> bool {
    find(tokens, phrase).is_some()
}

/// How many of a hundred words were restored.
pub fn restored_percent(tokens: &[Token]) -> usize {
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    tokens.iter().filter(|token| token.restored).count() * 100 / words.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_compared_in_lower_case_without_being_rewritten() {
        for (text, lower, same) in [
            ("Tỷ", "tỷ", true),
            ("TỶ", "tỷ", true),
            ("tỷ", "tỷ", true),
            ("Tỷ", "Tỷ", false),
            ("Ha", "ha", true),
            ("Ha", "hai", false),
            ("hai", "ha", false),
            ("Đ", "d", false),
            ("", "", true),
        ] {
            assert_eq!(lowers_to(text, lower), same, "{text} {lower}");
            assert_eq!(text.to_lowercase() == lower, same, "{text} {lower}");
        }
    }
}
