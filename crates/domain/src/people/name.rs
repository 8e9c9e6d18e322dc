//! Vietnamese names: family, middle, given; sorted by given name; brought to one spelling for finding one person.

use super::PersonKind;
use crate::basics::text::{fold, nfc, sort_key};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The name tidied: NFC, one space between words.
pub fn tidy(name: &str) -> String {
    nfc(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key by which lists sort “theo tên”: given name, then middle names, then family name. Households and collectives
/// sort as they are written.
pub fn sort_key_of(name: &str, kind: PersonKind) -> String {
    if kind != PersonKind::Individual {
        return sort_key(name);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [family, middle @ .., given] => {
            // a word apart sorts before any letter, so that An Bình stands before Anh
            format!("{}.{}.{}", sort_key(given), sort_key(&middle.join(" ")), sort_key(family))
        }
        _ => sort_key(name),
    }
}

/// Tone marks as they are written in Unicode, after decomposition: huyền, ngã, sắc, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{303}', '\u{301}', '\u{309}', '\u{323}'];

/// A syllable without its tone, and the tone: `hòa` and `hoà` give the same.
fn toned(syllable: &str) -> (String, Option<char>) {
    let mut tone = None;
    let letters: String = syllable
        .nfd()
        .filter(|c| {
            if TONES.contains(c) {
                tone = Some(*c);
                return false;
            }
            true
        })
        .collect();
    (letters.nfc().collect(), tone)
}

/// One spelling with marks: lower case, the tone at the end of its syllable wherever it was put, y for i at the end of
/// open syllables (`Lí`, `Lý`; `Quý`, `Quí`).
pub fn one_spelling(name: &str) -> String {
    let mut words = Vec::new();
    for word in tidy(name).to_lowercase().split([' ', '-']).filter(|word| !word.is_empty()) {
        let (mut letters, tone) = toned(word);
        if letters.ends_with('y') && !letters.ends_with("ay") && !letters.ends_with("ây") {
            // tay and tai are two words; ly and li, quy and qui are one; thuy and thui are two, and no thui is a name
            letters.pop();
            letters.push('i');
        }
        if letters.starts_with('y') && letters.chars().count() == 1 {
            letters = "i".into();
        }
        letters.extend(tone);
        words.push(letters);
    }
    words.join(" ")
}

/// Whether a name was written without any marks where Vietnamese names nearly always have some.
pub fn is_unmarked(name: &str) -> bool {
    !name.to_lowercase().nfd().any(|c| is_combining_mark(c) || c == 'đ')
}

/// The folded name with the slips of Telex typing, of recognising letters, and of i and y taken out. Two spellings of one
/// name have the same key; two names seldom do. For looking, never for deciding.
pub fn alike_key(name: &str) -> String {
    fold(name)
        .split([' ', '-', '.', '\''])
        .filter(|word| !word.is_empty())
        .map(|word| plain_syllable(&mended(word)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Letters that recognising takes for others: `l` for `1` and `|`, `o` for `0` and `6`, `c` for `¢`.
fn mended(word: &str) -> String {
    let letters: String = word
        .chars()
        .map(|c| match c {
            '1' | '|' | '!' => 'l',
            '0' | '6' => 'o',
            '¢' => 'c',
            '5' | '$' => 's',
            c => c,
        })
        .collect();
    // `Iinh`, a capital I for the l of Linh
    if letters.starts_with("ii") { format!("l{}", &letters[1..]) } else { letters }
}

/// A folded syllable without what Telex leaves when the keyboard was off: doubled vowels, dd, w, and a tone letter at the
/// end.
fn plain_syllable(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    let mut last = ' ';
    for c in word.chars() {
        let doubled = c == last && matches!(c, 'a' | 'e' | 'o' | 'd');
        if !doubled && c != 'w' {
            letters.push(c);
        }
        last = c;
    }
    if letters.chars().count() > 2 && letters.ends_with(['s', 'f', 'r', 'x', 'j']) {
        letters.pop();
        // nguyeexn: the tone letter before the last consonant
    } else if let Some(at) = letters.find(['f', 'j', 'x']).filter(|at| *at > 1) {
        letters.remove(at);
    }
    if letters.ends_with('y') && !letters.ends_with("ay") {
        letters.pop();
        letters.push('i');
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_sort_by_given_name_then_middle_then_family() {
        let mut names =
            ["Trần Văn Bình", "Lê Thị An", "Nguyễn Văn An", "Phạm Thị Ân", "Đỗ Anh", "Đinh Văn An", "Y Bơr"];
        names.sort_by_key(|name| sort_key_of(name, PersonKind::Individual));
        assert_eq!(
            names,
            ["Lê Thị An", "Đinh Văn An", "Nguyễn Văn An", "Đỗ Anh", "Phạm Thị Ân", "Trần Văn Bình", "Y Bơr"]
        );
        let mut groups = ["Tổ dân phố 2", "Hộ ông Nguyễn Văn An"];
        groups.sort_by_key(|name| sort_key_of(name, PersonKind::Household));
        assert_eq!(groups[0], "Hộ ông Nguyễn Văn An");
    }

    #[test]
    fn old_and_new_places_of_the_tone_and_i_and_y_are_one_spelling() {
        for (a, b) in [("Hoà", "Hòa"), ("Thuý", "Thúy"), ("Lí Quí", "Lý Quý"), ("Y", "I"), ("Mỹ", "Mĩ")]
        {
            assert_eq!(one_spelling(a), one_spelling(b), "{a}");
        }
        for (a, b) in [("Tây", "Tâi"), ("Hoa", "Hòa"), ("Hay", "Hai"), ("Diệu", "Diễu")] {
            assert_ne!(one_spelling(a), one_spelling(b), "{a}");
        }
    }

    #[test]
    fn slips_of_typing_and_recognising_have_one_key() {
        for (slip, name) in [
            ("Nguyeenx Vawn Huwng", "Nguyễn Văn Hưng"),
            ("Nguyeexn Thij Hoaf", "Nguyễn Thị Hòa"),
            ("Ddoox Thanh Bifnh", "Đỗ Thanh Bình"),
            ("Trần Thị 1inh", "Trần Thị Linh"),
            ("Trần Thị Iinh", "Trần Thị Linh"),
            ("H6 Văn B0n", "Hồ Văn Bôn"),
            ("LÝ THỊ QUÝ", "Lí Thị Quí"),
        ] {
            assert_eq!(alike_key(slip), alike_key(name), "{slip}");
        }
        assert_ne!(alike_key("Trần Văn Hùng"), alike_key("Trần Văn Hưởng"));
        assert!(is_unmarked("Nguyen Van Hung") && !is_unmarked("Đan") && !is_unmarked("Hùng"));
    }
}
