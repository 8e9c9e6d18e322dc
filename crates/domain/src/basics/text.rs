//! Vietnamese text: one normal form, folding for search, and the order of the dictionary.

use icu_collator::{Collator, CollatorBorrowed};
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The text in Unicode NFC, with the look-alike letter Ð (U+00D0) mended to Đ.
pub fn nfc(text: &str) -> String {
    // most text is plain or composed already; looking is cheaper than composing it again
    if text.chars().all(is_composed) {
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

/// Whether a letter stays as it is beside any other: of what is written before the marks of U+0300, and of Vietnamese, all but
/// the look-alikes of Đ.
fn is_composed(c: char) -> bool {
    match c {
        '\u{D0}' | '\u{F0}' | '\u{189}' => false,
        '\0'..'\u{300}' | '\u{1EA0}'..='\u{1EF9}' | '\u{2010}'..='\u{2027}' => true,
        _ => false,
    }
}

/// Whether a sign is a letter; those of Vietnamese are known without looking them up.
pub fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{1ea0}'..='\u{1ef9}')
        || c.is_alphabetic()
}

/// Whether a letter is a capital.
pub fn is_capital(c: char) -> bool {
    match c {
        // here capital and small letters take turns
        '\u{1ea0}'..='\u{1ef9}' => u32::from(c).is_multiple_of(2),
        c => c.is_uppercase(),
    }
}

/// Folds text for search: lower case, without marks, đ as d, runs of white space as one space.
///
/// `Trần Thị Diệu`, `TRAN THI ĐIEU` and `tran thi dieu` fold alike.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let all = each_folded(text, |c| {
        folded.push(c);
        true
    });
    debug_assert!(all);
    folded
}

/// Whether a text folds to `folded`; no text is made for the answer.
pub fn folds_to(text: &str, folded: &str) -> bool {
    let mut rest = folded.chars();
    each_folded(text, |c| rest.next() == Some(c)) && rest.next().is_none()
}

/// Gives each letter of the folded text until one is refused; whether all were taken.
fn each_folded(text: &str, mut take: impl FnMut(char) -> bool) -> bool {
    let (mut gap, mut any) = (false, false);
    let mut push = |c: char| {
        if c.is_whitespace() {
            gap = true;
            return true;
        }
        let spaced = !(gap && any) || take(' ');
        (gap, any) = (false, true);
        spaced && take(c)
    };
    text.chars().all(|c| match folded_once(c) {
        Folded::To(letter) => push(letter),
        Folded::Mark => true,
        Folded::Several => folded_letters(c).all(&mut push),
    })
}

/// What a letter becomes when it is folded.
#[derive(Clone, Copy)]
enum Folded {
    /// One letter.
    To(char),
    /// Nothing: it is a mark.
    Mark,
    /// More than one, or not known before looking.
    Several,
}

/// The blocks of letters in which Vietnamese is written, with its marks: lists and names are folded by the million.
const BLOCKS: [(u32, u32); 3] = [(0x80, 0x250), (0x300, 0x370), (0x1e00, 0x1f00)];

/// The letters of [`BLOCKS`], folded once.
static LETTERS: LazyLock<[Vec<Folded>; 3]> = LazyLock::new(|| {
    let of = |code| {
        let mut letters = char::from_u32(code).into_iter().flat_map(folded_letters);
        match (letters.next(), letters.next()) {
            (None, _) => Folded::Mark,
            (Some(letter), None) => Folded::To(letter),
            (Some(_), Some(_)) => Folded::Several,
        }
    };
    BLOCKS.map(|(from, until)| (from..until).map(of).collect())
});

fn folded_once(c: char) -> Folded {
    if c.is_ascii() {
        return Folded::To(c.to_ascii_lowercase());
    }
    let code = u32::from(c);
    let block = BLOCKS.iter().position(|(from, until)| (*from..*until).contains(&code));
    let known = block.and_then(|block| LETTERS[block].get(usize::try_from(code - BLOCKS[block].0).ok()?));
    known.copied().unwrap_or(Folded::Several)
}

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
        for text in [text, "  Ủy\u{a0}BAN  Đ ", "", " ", "a\u{301}"] {
            let folded = fold(text);
            assert!(folds_to(text, &folded) && !folds_to(text, &format!("{folded}a")), "{text}");
        }
        assert!(!folds_to("Ủy ban", "uy bac") && !folds_to("Ủy ban", "uy ba") && !folds_to("Ủy ban", "uyban"));
    }

    #[test]
    fn letters_known_by_heart_are_those_of_unicode() {
        for c in '\0'..='\u{2000}' {
            assert_eq!((is_letter(c), is_capital(c)), (c.is_alphabetic(), c.is_uppercase()), "{c:?}");
        }
    }

    #[test]
    fn composed_letters_are_left_as_they_are() {
        for c in ('\0'..'\u{2100}').filter(|c| is_composed(*c)) {
            let beside = format!("a{c}e{c}{c}");
            assert_eq!(beside.nfc().collect::<String>(), beside, "{c:?}");
        }
        assert_eq!(nfc("u\u{31b}\u{301}a"), "ứa");
        assert_eq!(nfc("Ðường"), "Đường");
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
