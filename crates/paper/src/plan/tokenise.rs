//! Cuts a line into tokens, seeing through markup: `**`, `##`, `$\geq 100$`, `m<sup>2</sup>`, soft hyphens.

use super::token::{Kind, Token};
use thidua_domain::basics::text::{fold, is_letter};

/// Signs that scanning puts in the place of letters.
const LETTER_SIGNS: &str = "¢€£©®ﬂﬁ@§";
/// Units that are written close to their number, in folded form.
const CLOSE_UNITS: [&str; 14] =
    ["m", "m2", "m3", "ha", "kg", "km", "tr", "trd", "ty", "tan", "con", "nguoi", "ho", "gb"];

/// Cuts one line into tokens. `damaged` lets words hold digits and signs.
pub fn line(content: &str, index: usize, damaged: bool) -> Vec<Token> {
    let chars: Vec<(usize, char)> = content.char_indices().collect();
    let mut scanner = Scanner { content, chars, at: 0, index, damaged, spaced: true, tokens: Vec::new() };
    scanner.star();
    scanner.run();
    scanner.tokens
}

struct Scanner<'a> {
    content: &'a str,
    chars: Vec<(usize, char)>,
    at: usize,
    index: usize,
    damaged: bool,
    spaced: bool,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).map(|(_, c)| *c)
    }

    fn offset(&self, at: usize) -> usize {
        self.chars.get(at).map_or(self.content.len(), |(offset, _)| *offset)
    }

    fn push(&mut self, kind: Kind, text: String, from: usize) {
        let folded = if text.is_ascii() { text.to_ascii_lowercase() } else { fold(&text) };
        let token = Token {
            kind,
            folded,
            text,
            line: self.index,
            start: self.offset(from),
            end: self.offset(self.at),
            spaced: self.spaced,
            restored: false,
            doubtful: false,
        };
        self.spaced = false;
        self.tokens.push(token);
    }

    /// A single star and a space at the beginning of a line are a bullet; other stars are markup.
    fn star(&mut self) {
        let begin = self.chars.iter().take_while(|(_, c)| c.is_whitespace()).count();
        let at = |ahead: usize| self.chars.get(begin + ahead).map(|(_, c)| *c);
        if at(0) == Some('*') && at(1) == Some(' ') {
            self.at = begin + 1;
            self.push(Kind::Mark, "•".to_owned(), begin);
        }
    }

    fn run(&mut self) {
        while let Some(c) = self.peek(0) {
            match c {
                c if c.is_whitespace() => {
                    self.spaced = true;
                    self.at += 1;
                }
                '*'
                | '#'
                | '`'
                | '$'
                | '_'
                | '\u{ad}'
                | '\u{200b}'
                | '\u{200c}'
                | '\u{200d}'
                | '\u{feff}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' => self.at += 1,
                '\\' => self.command(),
                '<' if self.tag_length().is_some() => self.tag(),
                c if c.is_ascii_digit() => self.number_or_word(),
                c if self.is_letter(c) => self.word(self.at),
                _ => self.mark(c),
            }
        }
    }

    fn is_letter(&self, c: char) -> bool {
        let ampersand = c == '&' && self.spaced && self.peek(1).is_some_and(char::is_lowercase);
        is_letter(c) || (self.damaged && (LETTER_SIGNS.contains(c) || ampersand))
    }

    fn continues_word(&self) -> bool {
        let Some(c) = self.peek(0) else { return false };
        let letter_follows = self.peek(1).is_some_and(is_letter);
        if self.is_letter(c) || c == '\u{ad}' || ('\u{300}'..='\u{36f}').contains(&c) || matches!(c, '²' | '³') {
            return true;
        }
        match c {
            '\'' | '’' | '‘' => letter_follows || self.damaged,
            '&' | '}' | '{' => self.damaged && (c != '&' || !self.peek(1).is_some_and(char::is_uppercase)),
            c => c.is_ascii_digit(),
        }
    }

    fn word(&mut self, from: usize) {
        while self.continues_word() {
            self.at += 1;
        }
        let text: String = self.chars[from..self.at].iter().map(|(_, c)| *c).filter(|c| *c != '\u{ad}').collect();
        if let Some(digits) = self.damaged.then(|| digits_of(&text)).flatten() {
            let decimals = self.decimals();
            // “l,2 %” is 1,2; a lone letter is none
            if digits != "1" || !decimals.is_empty() {
                return self.push(Kind::Number, digits + &decimals, from);
            }
        }
        self.push(Kind::Word, text, from);
    }

    /// Takes `,2` and `.500` behind digits that were taken for letters.
    fn decimals(&mut self) -> String {
        let from = self.at;
        if matches!(self.peek(0), Some('.' | ',')) && self.peek(1).is_some_and(|next| next.is_ascii_digit()) {
            self.at += 1;
            while self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
            }
        }
        self.chars[from..self.at].iter().map(|(_, c)| *c).collect()
    }

    fn number_or_word(&mut self) {
        let from = self.at;
        while let Some(c) = self.peek(0) {
            let inner = matches!(c, '.' | ',') && self.peek(1).is_some_and(|next| next.is_ascii_digit());
            if !c.is_ascii_digit() && !inner {
                break;
            }
            self.at += 1;
        }
        let digits_end = self.at;
        if self.damaged && self.peek(0).is_some_and(|c| self.is_letter(c) || c == '&') {
            while self.continues_word() {
                self.at += 1;
            }
            let tail: String = self.chars[digits_end..self.at].iter().map(|(_, c)| *c).collect();
            let digits = digits_end - from;
            if !CLOSE_UNITS.contains(&fold(&tail).as_str()) && digits <= 2 {
                let text: String = self.chars[from..self.at].iter().map(|(_, c)| *c).collect();
                return match digits_of(&text) {
                    Some(digits) => self.push(Kind::Number, digits, from),
                    None => self.push(Kind::Word, text, from),
                };
            }
            self.at = digits_end;
        }
        let text: String = self.chars[from..self.at].iter().map(|(_, c)| *c).collect();
        self.push(Kind::Number, text, from);
    }

    /// `\geq`, `\leq`, `\%` and other commands of formula markup.
    fn command(&mut self) {
        let from = self.at;
        self.at += 1;
        let name_from = self.at;
        while self.peek(0).is_some_and(|c| c.is_ascii_alphabetic()) {
            self.at += 1;
        }
        let name: String = self.chars[name_from..self.at].iter().map(|(_, c)| *c).collect();
        match name.as_str() {
            "geq" | "ge" | "geqslant" => self.push(Kind::Mark, "≥".to_owned(), from),
            "leq" | "le" | "leqslant" => self.push(Kind::Mark, "≤".to_owned(), from),
            "approx" | "sim" => self.push(Kind::Mark, "≈".to_owned(), from),
            _ => {}
        }
    }

    /// Characters of the HTML tag that begins here, if one does.
    fn tag_length(&self) -> Option<usize> {
        let close = (1..12).find(|ahead| self.peek(*ahead) == Some('>'))?;
        let inner: String = (1..close).filter_map(|ahead| self.peek(ahead)).collect();
        let name = inner.trim_start_matches('/').trim_end_matches('/').trim();
        (!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())).then_some(close + 1)
    }

    /// A tag; `<sup>2</sup>` becomes part of the word before it.
    fn tag(&mut self) {
        let length = self.tag_length().unwrap_or(1);
        let name: String = (1..length - 1).filter_map(|ahead| self.peek(ahead)).collect();
        self.at += length;
        if name != "sup" {
            return;
        }
        let raised = match self.peek(0) {
            Some('2') => '²',
            Some('3') => '³',
            _ => return,
        };
        self.at += 1;
        if let Some(length) = (self.peek(0) == Some('<')).then(|| self.tag_length()).flatten() {
            self.at += length;
        }
        let end = self.offset(self.at);
        if let Some(last) = self.tokens.last_mut().filter(|token| token.kind == Kind::Word) {
            last.text.push(raised);
            last.folded.push(raised);
            last.end = end;
        }
    }

    fn mark(&mut self, c: char) {
        let from = self.at;
        self.at += 1;
        let text = match c {
            '–' | '—' | '−' | '‐' | '‑' => "-".to_owned(),
            '„' | '«' | '‟' => "“".to_owned(),
            '»' | '″' => "”".to_owned(),
            '＞' => ">".to_owned(),
            '＜' => "<".to_owned(),
            '.' if self.peek(0) == Some('.') => {
                while self.peek(0) == Some('.') {
                    self.at += 1;
                }
                "…".to_owned()
            }
            '>' | '<' if self.peek(0) == Some('=') => {
                self.at += 1;
                if c == '>' { "≥".to_owned() } else { "≤".to_owned() }
            }
            c => c.to_string(),
        };
        self.push(Kind::Mark, text, from);
    }
}

/// The digits of a number in which scanning took some for letters: `0l`, `l0`, `8l`, `ó0`; `l` alone may be one.
fn digits_of(text: &str) -> Option<String> {
    let digits: Option<String> = text
        .chars()
        .map(|c| match c {
            'l' | 'I' => Some('1'),
            'O' => Some('0'),
            'ó' => Some('6'),
            c => c.is_ascii_digit().then_some(c),
        })
        .collect();
    // `1l` and `l1` may be letters altogether
    let sure = text == "l" || text.chars().any(|c| c.is_ascii_digit() && c != '1');
    digits.filter(|_| sure && text.chars().count() <= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(content: &str, damaged: bool) -> Vec<String> {
        line(content, 0, damaged).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn markup_is_seen_through() {
        assert_eq!(texts("giao  $\\geq 100$  %;", false), ["giao", "≥", "100", "%", ";"]);
        assert_eq!(texts("8m<sup>2</sup>/người", false), ["8", "m²", "/", "người"]);
        assert_eq!(texts("Số: **43** /KH-UBND", false), ["Số", ":", "43", "/", "KH", "-", "UBND"]);
        assert_eq!(texts("phát\u{ad}triển 5,9 %...", false), ["pháttriển", "5,9", "%", "…"]);
    }

    #[test]
    fn digits_in_words_are_letters_only_where_the_text_is_damaged() {
        assert_eq!(
            texts("1an thi 16t c4c 30ha 12,3%", true),
            ["1an", "thi", "16t", "c4c", "30", "ha", "12,3", "%"]
        );
        assert_eq!(
            texts("0l bản, l,2%, ó0 buổi l nam", true),
            ["01", "bản", ",", "1,2", "%", ",", "60", "buổi", "l", "nam"]
        );
        assert_eq!(texts("30ha", false), ["30", "ha"]);
        assert_eq!(texts("kh6ng QH15", false), ["kh6ng", "QH15"]);
    }
}
