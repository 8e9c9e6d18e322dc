//! Rust text with its comments, its strings and its tests told apart. Not a parser: just enough
//! reading to know what a letter belongs to.

/// A Rust file, line by line.
pub struct RustText {
    /// The lines with comments blanked: code and strings.
    pub spoken: Vec<String>,
    /// The lines with comments and the insides of strings blanked: code alone.
    pub code: Vec<String>,
    /// Which lines belong to something that is compiled for tests only.
    test: Vec<bool>,
}

impl RustText {
    /// Reads the text.
    pub fn read(text: &str) -> Self {
        let (spoken, code) = blanked(text);
        let test = test_lines(&code);
        let lines = |letters: &[char]| letters.split(|it| *it == '\n').map(|line| line.iter().collect()).collect();
        Self { spoken: lines(&spoken), code: lines(&code), test }
    }

    /// Lines of code outside of tests, with their numbers.
    pub fn product_code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.outside_tests(&self.code)
    }

    /// Lines of code and strings outside of tests, with their numbers.
    pub fn product_spoken(&self) -> impl Iterator<Item = (usize, &str)> {
        self.outside_tests(&self.spoken)
    }

    fn outside_tests<'a>(&'a self, lines: &'a [String]) -> impl Iterator<Item = (usize, &'a str)> {
        (1..).zip(lines).zip(&self.test).filter(|(_, test)| !**test).map(|((at, line), _)| (at, line.as_str()))
    }
}

/// Whether the word stands in the text as a word of its own.
pub fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(is_of_a_name) && !after.is_some_and(is_of_a_name)
    })
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The text twice, letter by letter: without comments, and without comments and strings.
fn blanked(text: &str) -> (Vec<char>, Vec<char>) {
    let letters: Vec<char> = text.chars().collect();
    let (mut spoken, mut code) = (letters.clone(), letters.clone());
    let mut blank = |from: usize, to: usize, also_spoken: bool| {
        for at in from..to.min(letters.len()) {
            if letters[at] != '\n' {
                code[at] = ' ';
                if also_spoken {
                    spoken[at] = ' ';
                }
            }
        }
    };
    let mut at = 0;
    while at < letters.len() {
        let next = letters.get(at + 1).copied();
        at = match letters[at] {
            '/' if next == Some('/') => {
                let end =
                    letters[at..].iter().position(|it| *it == '\n').map_or(letters.len(), |length| at + length);
                blank(at, end, true);
                end
            }
            '/' if next == Some('*') => {
                let end = block_comment_end(&letters, at);
                blank(at, end, true);
                end
            }
            '"' => {
                let end = string_end(&letters, at);
                blank(at + 1, end - 1, false);
                end
            }
            'r' if !follows_a_name(&letters, at) || prefixed_raw(&letters, at) => match raw_string(&letters, at) {
                Some((inside, end, after)) => {
                    blank(inside, end, false);
                    after
                }
                None => at + 1,
            },
            '\'' => {
                let end = character_end(&letters, at);
                if end > at + 1 {
                    blank(at + 1, end - 1, false);
                }
                end
            }
            _ => at + 1,
        };
    }
    (spoken, code)
}

fn follows_a_name(letters: &[char], at: usize) -> bool {
    at > 0 && is_of_a_name(letters[at - 1])
}

/// `br"…"` and `cr"…"`: the letter before belongs to the string.
fn prefixed_raw(letters: &[char], at: usize) -> bool {
    matches!(letters[at - 1], 'b' | 'c') && !follows_a_name(letters, at - 1)
}

fn block_comment_end(letters: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0_u32);
    while at < letters.len() {
        match (letters[at], letters.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

/// Behind the closing mark of the string that begins at `from`.
fn string_end(letters: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < letters.len() {
        match letters[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    letters.len() + 1
}

/// Begin and end of the inside of a raw string, and where the text goes on; none for a raw name.
fn raw_string(letters: &[char], from: usize) -> Option<(usize, usize, usize)> {
    let hashes = letters[from + 1..].iter().take_while(|it| **it == '#').count();
    let inside = from + hashes + 2;
    if letters.get(inside - 1) != Some(&'"') {
        return None;
    }
    let closes = |at: &usize| {
        letters[*at] == '"' && letters[at + 1..].iter().take(hashes).filter(|it| **it == '#').count() == hashes
    };
    let end = (inside..letters.len()).find(closes).unwrap_or(letters.len());
    Some((inside, end, (end + 1 + hashes).min(letters.len())))
}

/// Behind a character such as `'a'` or `'\n'`; for a lifetime, behind its mark.
fn character_end(letters: &[char], from: usize) -> usize {
    match (letters.get(from + 1), letters.get(from + 2)) {
        (Some('\\'), Some(_)) => {
            let close = letters[from + 3..].iter().position(|it| *it == '\'');
            close.map_or(letters.len(), |length| from + 4 + length)
        }
        (Some(_), Some('\'')) => from + 3,
        _ => from + 1,
    }
}

/// For each line, whether it belongs to an item under `#[cfg(test)]`.
fn test_lines(code: &[char]) -> Vec<bool> {
    let mut lines = vec![false; code.iter().filter(|it| **it == '\n').count() + 1];
    let line_of = |at: usize| code[..at].iter().filter(|it| **it == '\n').count();
    let mut at = 0;
    while at < code.len() {
        let inner = code[at..].starts_with(&['#', '!', '[']);
        if code[at] != '#' || !(inner || code.get(at + 1) == Some(&'[')) {
            at += 1;
            continue;
        }
        let after = closing(code, at + 1 + usize::from(inner), '[', ']');
        let attribute: String = code[at..after].iter().filter(|it| !it.is_whitespace()).collect();
        if attribute.contains("cfg(") && has_word(&attribute, "test") && !attribute.contains("not(test") {
            if inner {
                return vec![true; lines.len()];
            }
            let end = item_end(code, after);
            (line_of(at)..=line_of(end.saturating_sub(1))).for_each(|line| lines[line] = true);
            at = end;
        } else {
            at = after;
        }
    }
    lines
}

/// Behind the bracket that closes the one at `from`.
fn closing(code: &[char], from: usize, open: char, close: char) -> usize {
    let mut depth = 0_u32;
    for (at, letter) in code.iter().enumerate().skip(from) {
        if *letter == open {
            depth += 1;
        } else if *letter == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + 1;
            }
        }
    }
    code.len()
}

/// Behind the item that begins at `from`: its closing brace or its semicolon.
fn item_end(code: &[char], from: usize) -> usize {
    let mut at = from;
    while at < code.len() {
        match code[at] {
            ';' => return at + 1,
            '{' => return closing(code, at, '{', '}'),
            '[' => at = closing(code, at, '[', ']'),
            '(' => at = closing(code, at, '(', ')'),
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        RustText::read(text).code.join("\n")
    }

    #[test]
    fn comments_are_blanked_everywhere_and_strings_in_code_alone() {
        let text = "let a = \"x // y\"; // z\n/* one /* two */ three */ let b = 1;";
        assert_eq!(code(text), "let a = \"      \";     \n                          let b = 1;");
        assert!(RustText::read(text).spoken[0].starts_with("let a = \"x // y\";"));
    }

    #[test]
    fn raw_strings_characters_and_lifetimes_are_told_apart() {
        assert_eq!(code(r####"f(r#"a "quoted" b"#, '"', 'x)"####), r####"f(r#"            "#, ' ', 'x)"####);
        assert_eq!(code(r"let r#type = '\''; g::<'a>(br'"), r"let r#type = '  '; g::<'a>(br'");
        assert_eq!(code("b\"\\\"\" r\"\\\" end"), "b\"  \" r\" \" end");
        assert_eq!(code("for \"never closed"), "for \"            ");
    }

    #[test]
    fn what_is_compiled_for_tests_only_is_left_out() {
        let text = "a();\n#[cfg(test)]\nmod tests {\n  fn b() { \"}\" }\n}\nc();\n#[cfg(not(test))]\nd();\n#[cfg(all(test, unix))]\nuse e::{f, g};\nh();";
        let read = RustText::read(text);
        let left: Vec<usize> = read.product_code().map(|(at, _)| at).collect();
        assert_eq!(left, [1, 6, 7, 8, 11]);
        assert_eq!(RustText::read("#![cfg(test)]\na();\n").product_code().count(), 0);
        let declared = RustText::read("#[cfg(test)]\nmod tests;\nfn a() {}\n");
        assert_eq!(declared.product_code().map(|it| it.0).collect::<Vec<_>>(), [3, 4]);
    }

    #[test]
    fn words_are_whole_words() {
        assert!(has_word("a: f64,", "f64") && !has_word("buf64", "f64") && !has_word("f64x", "f64"));
    }
}
