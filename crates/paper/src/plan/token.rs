//! Tokens: the words, numbers and marks of a line, each with its place in the file.

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
        let lower = self.text.to_lowercase();
        lower == word || (lower == self.folded && self.folded == thidua_domain::basics::text::fold(word))
    }

    /// Whether the text begins with an upper-case letter.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether this is a quotation mark of any shape.
    pub fn is_quote(&self) -> bool {
        self.kind == Kind::Mark && matches!(self.text.as_str(), "“" | "”" | "\"")
    }
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
    let mut index = start;
    let mut first = true;
    for word in phrase.split(' ') {
        if !first {
            while tokens
                .get(index)
                .is_some_and(|token| token.kind == Kind::Mark && matches!(token.text.as_str(), "-" | ","))
            {
                index += 1;
            }
        }
        first = false;
        let token = tokens.get(index)?;
        if token.kind == Kind::Mark || token.folded != word {
            return None;
        }
        index += 1;
    }
    Some(index)
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
