//! Vietnamese text: one normal form, folding for search, and the order of the dictionary.

use icu_collator::{Collator, CollatorBorrowed};
use std::sync::LazyLock;
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
    let mut push = |c: char| {
        if c.is_whitespace() {
            gap = true;
            return;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        folded.push(c);
    };
    for c in text.chars() {
        match LETTERS.get(c as usize) {
            Some(Folded::To(letter)) => push(*letter),
            Some(Folded::Mark) => {}
            Some(Folded::Several) | None => folded_letters(c).for_each(&mut push),
        }
    }
    folded
}

/// What a letter becomes when it is folded.
#[derive(Clone, Copy)]
enum Folded {
    /// One letter.
    To(char),
    /// Nothing: it is a mark.
    Mark,
    /// More than one.
    Several,
}

/// The letters in which Vietnamese is written, up to U+1EFF, folded once: lists and names are folded by the million.
static LETTERS: LazyLock<Vec<Folded>> = LazyLock::new(|| {
    let of = |code| {
        let mut letters = char::from_u32(code).into_iter().flat_map(folded_letters);
        match (letters.next(), letters.next()) {
            (None, _) => Folded::Mark,
            (Some(letter), None) => Folded::To(letter),
            (Some(_), Some(_)) => Folded::Several,
        }
    };
    (0..0x1f00).map(of).collect()
});

/// One letter in lower case and without its marks.
fn folded_letters(c: char) -> impl Iterator<Item = char> {
    let c = if matches!(c, '\u{00D0}' | '\u{0189}' | '\u{00F0}') { 'đ' } else { c };
    let plain = c.to_lowercase().nfd().filter(|c| !is_combining_mark(*c));
    plain.map(|c| if c == 'đ' { 'd' } else { c })
}

/// The Vietnamese collator (a ă â … d đ … with tones in order). Made once: making it takes longer than a hundred keys.
static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(icu_locale_core::locale!("vi").into(), Default::default()).ok());

/// A key whose text order is the Vietnamese order of the names it was made from.
///
/// Hexadecimal, so that it sorts the same in every database. The key may change with the collation data:
/// it is stored only beside the text it can be remade from.
pub fn sort_key(text: &str) -> String {
    let mut key = Vec::new();
    if let Some(collator) = COLLATOR.as_ref() {
        let Ok(()) = collator.write_sort_key_to(&nfc(text), &mut key);
    } else {
        key.extend_from_slice(fold(text).as_bytes());
    }
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half & 0x0f)]);
    key.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

/// Sorts by the Vietnamese order of the text that `of` gives for each item.
pub fn sort_by_text<T>(items: &mut [T], of: impl Fn(&T) -> &str) {
    match COLLATOR.as_ref() {
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
    fn composed_and_decomposed_text_folds_alike() {
        let text = "Ủy ban nhân dân xã Đắk Tơ Pang, ĐẶNG THÙY TRÂM, Ưu — ﬁ, 한국, ẞ, İ";
        let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
        assert_eq!(fold(&composed), fold(&apart));
        assert_eq!(fold("  Ủy\u{a0}BAN  Đ "), "uy ban d");
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
