//! Vietnamese text: one normal form, folding for search, and the order of the dictionary.

use icu_collator::{Collator, CollatorBorrowed};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The text in Unicode NFC, with the look-alike letter Ð (U+00D0) mended to Đ.
pub fn nfc(text: &str) -> String {
    // most text is plain or composed already; looking is cheaper than composing it again
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfc()
        .map(|c| match c {
            '\u{00D0}' | '\u{0189}' => 'Đ',
            '\u{00F0}' => 'đ',
            c => c,
        })
        .collect()
}

/// Folds text for search: lower case, without marks, đ as d, runs of white space as one space.
///
/// `Trần Thị Diệu`, `TRAN THI ĐIEU` and `tran thi dieu` fold alike.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in nfc(text).chars().flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c)) {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        folded.push(if c == 'đ' { 'd' } else { c });
    }
    folded
}

/// The Vietnamese collator (a ă â … d đ … with tones in order).
fn collator() -> Option<CollatorBorrowed<'static>> {
    Collator::try_new(icu_locale_core::locale!("vi").into(), Default::default()).ok()
}

/// A key whose text order is the Vietnamese order of the names it was made from.
///
/// Hexadecimal, so that it sorts the same in every database. The key may change with the collation data:
/// it is stored only beside the text it can be remade from.
pub fn sort_key(text: &str) -> String {
    let mut key = Vec::new();
    if let Some(collator) = collator() {
        let Ok(()) = collator.write_sort_key_to(&nfc(text), &mut key);
    } else {
        key.extend_from_slice(fold(text).as_bytes());
    }
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sorts by the Vietnamese order of the text that `of` gives for each item.
pub fn sort_by_text<T>(items: &mut [T], of: impl Fn(&T) -> &str) {
    match collator() {
        Some(collator) => items.sort_by(|a, b| collator.compare(of(a), of(b))),
        None => items.sort_by_key(|item| fold(of(item))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_typed_with_and_without_marks_fold_alike() {
        for typed in ["Trần Thị Diệu", "TRAN THI ĐIEU", "tran  thi dieu ", "Trần Thị Ðiệu"] {
            assert_eq!(fold(typed), "tran thi dieu");
        }
    }

    #[test]
    fn vietnamese_letters_sort_in_dictionary_order() {
        let mut words = vec!["đá", "da", "ăn", "an", "ân", "dạ", "dã"];
        sort_by_text(&mut words, |w| w);
        assert_eq!(words, ["an", "ăn", "ân", "da", "dã", "dạ", "đá"]);
        let mut keyed = vec!["đá", "da", "ăn", "an", "ân", "dạ", "dã"];
        keyed.sort_by_key(|w| sort_key(w));
        assert_eq!(keyed, words);
    }
}
