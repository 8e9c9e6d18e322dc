//! What people read stands in the words file of its feature, never in code or templates.

use super::Place;
use crate::tidy::tree::SourceFile;

const ROOMS: &[&str] = &["crates/app/src", "crates/store/src", "crates/cli/src"];

/// Checks code outside tests, and templates.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if !ROOMS.iter().any(|room| file.under(room)) || holds_words(file) {
        return Vec::new();
    }
    let found = |at, what: &str| {
        Place::new(&file.path, at, format!("Vietnamese text in {what}; move it to the words.rs of this feature"))
    };
    if file.is(".rs") && !file.is_test() {
        let lines = file.rust().product_spoken().filter(|(_, line)| has_vietnamese(line));
        return lines.map(|(at, _)| found(at, "code")).collect();
    }
    if file.is(".html") {
        let text = without(&without(&file.text, "{#", "#}"), "<!--", "-->");
        let lines = (1..).zip(text.split('\n')).filter(|(_, line)| has_vietnamese(line));
        return lines.map(|(at, _)| found(at, "a template")).collect();
    }
    Vec::new()
}

/// `words.rs`, `plan_words.rs`, `words/vi.rs`
fn holds_words(file: &SourceFile) -> bool {
    let folder = file.path.split('/').rev().skip(1).any(|part| part == "words");
    folder || file.stem() == "words" || file.stem().ends_with("_words")
}

/// Letters that Vietnamese writes and English does not, composed or with a mark of their own.
fn has_vietnamese(line: &str) -> bool {
    const LETTERS: &str = "àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ";
    const MARKS: &str = "\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31b}\u{323}";
    let vietnamese =
        |letter: char| matches!(letter, 'Ạ'..='ỹ') || LETTERS.contains(letter) || MARKS.contains(letter);
    line.chars().any(vietnamese)
}

/// The text with everything between the two marks blanked; lines stay where they are.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let (inside, behind) = after.split_once(close).unwrap_or((after, ""));
        left.push_str(before);
        left.extend(inside.chars().filter(|letter| *letter == '\n'));
        rest = behind;
    }
    left + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&SourceFile::new(path, text)).iter().map(|place| place.line).collect()
    }

    #[test]
    fn words_stand_in_words_files_and_comments_and_tests_are_free() {
        let text = "//! Chỉ tiêu\nlet a = \"Chỉ tiêu\"; // đạt\nlet b = \"“proper” – signs…\";\n#[cfg(test)]\nmod tests { const A: &str = \"đạt\"; }\n";
        assert_eq!(lines("crates/app/src/targets/pages.rs", text), [2]);
        for path in [
            "crates/app/src/targets/words.rs",
            "crates/app/src/words/vi.rs",
            "crates/cli/src/demo_words.rs",
            "crates/domain/src/a.rs",
        ] {
            assert_eq!(lines(path, text), [], "{path}");
        }
    }

    #[test]
    fn templates_hold_no_words_outside_their_comments() {
        let text = "{# Trang chỉ tiêu\n tiếp #}\n<p>{{ words.title }} “ ” –</p>\n<!-- chỉ -->\n<b>Đạt</b>\n";
        assert_eq!(lines("crates/app/src/targets/page.html", text), [5]);
    }

    #[test]
    fn decomposed_letters_are_letters_too() {
        assert!(has_vietnamese("tie\u{302}\u{301}ng") && has_vietnamese("Ỹ") && !has_vietnamese("“so” – 5 × 3 °"));
    }
}
