//! Every Vietnamese letter, through tables written apart from those that convert.

use super::*;
use proptest::prelude::*;

const LETTERS: &str = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

/// The bytes of TCVN 5712:1993, VN3, in the order of [`LETTERS`] without the plain ones.
const TCVN3: [u8; 67] = [
    0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6, 0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xae,
    0xcc, 0xce, 0xcf, 0xd0, 0xd1, 0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xdc, 0xdd, 0xde, 0xdf, 0xe1,
    0xe2, 0xe3, 0xe4, 0xab, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xac, 0xea, 0xeb, 0xec, 0xed, 0xee, 0xef, 0xf1, 0xf2,
    0xf3, 0xf4, 0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe,
];

/// A small letter as TCVN3 types it.
fn in_tcvn3(letter: char) -> char {
    let marked = LETTERS.chars().filter(|c| !c.is_ascii());
    marked.zip(TCVN3).find(|(known, _)| *known == letter).map_or(letter, |(_, byte)| char::from(byte))
}

/// A letter as VNI types it: the letter, and behind it what stands for its marks.
fn in_vni(letter: char) -> String {
    const TYPED: [(&str, [&str; 6]); 12] = [
        ("aàảãáạ", ["a", "aø", "aû", "aõ", "aù", "aï"]),
        ("ăằẳẵắặ", ["aê", "aè", "aú", "aü", "aé", "aë"]),
        ("âầẩẫấậ", ["aâ", "aà", "aå", "aã", "aá", "aä"]),
        ("eèẻẽéẹ", ["e", "eø", "eû", "eõ", "eù", "eï"]),
        ("êềểễếệ", ["eâ", "eà", "eå", "eã", "eá", "eä"]),
        ("iìỉĩíị", ["i", "ì", "æ", "ó", "í", "ò"]),
        ("oòỏõóọ", ["o", "oø", "oû", "oõ", "où", "oï"]),
        ("ôồổỗốộ", ["oâ", "oà", "oå", "oã", "oá", "oä"]),
        ("ơờởỡớợ", ["ô", "ôø", "ôû", "ôõ", "ôù", "ôï"]),
        ("uùủũúụ", ["u", "uø", "uû", "uõ", "uù", "uï"]),
        ("ưừửữứự", ["ö", "öø", "öû", "öõ", "öù", "öï"]),
        ("yỳỷỹýỵ", ["y", "yø", "yû", "yõ", "yù", "î"]),
    ];
    let small = letter.to_lowercase().next().expect("a letter");
    let found = TYPED.iter().find_map(|(letters, typed)| {
        letters.chars().position(|known| known == small).map(|at| typed[at].to_owned())
    });
    let typed = found.unwrap_or(if small == 'đ' { "ñ".to_owned() } else { small.to_string() });
    if letter.is_uppercase() { typed.to_uppercase() } else { typed }
}

fn word() -> impl Strategy<Value = String> {
    let letters: Vec<char> = LETTERS.chars().collect();
    prop::collection::vec(prop::sample::select(letters), 1..7).prop_map(|letters| letters.into_iter().collect())
}

#[test]
fn fonts_tell_their_encoding() {
    assert_eq!(LegacyFont::of_font(".VnTime"), Some(LegacyFont::Tcvn3));
    assert_eq!(LegacyFont::of_font(".VnArialH"), Some(LegacyFont::Tcvn3));
    assert_eq!(LegacyFont::of_font("VNI-Times"), Some(LegacyFont::Vni));
    assert_eq!(LegacyFont::of_font("Times New Roman"), None);
    assert!(is_capital_font(".VnTimeH") && !is_capital_font(".VnTime"));
}

#[test]
fn every_small_and_capital_letter_comes_back_from_both_encodings() {
    for letter in LETTERS.chars() {
        assert_eq!(LegacyFont::Tcvn3.convert(&in_tcvn3(letter).to_string()), letter.to_string());
        assert_eq!(LegacyFont::Vni.convert(&in_vni(letter)), letter.to_string());
        let capital = letter.to_uppercase().next().expect("a capital");
        assert_eq!(LegacyFont::Vni.convert(&in_vni(capital)), capital.to_string());
    }
    // capitals without a tone have places of their own; those with one are small letters in a font of capitals
    assert_eq!(LegacyFont::Tcvn3.convert("¡¢§£¤¥¦"), "ĂÂĐÊÔƠƯ");
}

proptest! {
    #[test]
    fn texts_come_back_from_both_encodings_composed(words in prop::collection::vec(word(), 1..12)) {
        let text = words.join(" ");
        let tcvn3: String = text.chars().map(in_tcvn3).collect();
        prop_assert_eq!(LegacyFont::Tcvn3.convert(&tcvn3), text.clone());
        let vni: String = text.chars().map(in_vni).collect();
        prop_assert_eq!(LegacyFont::Vni.convert(&vni), text.clone());
        let capitals = text.to_uppercase();
        let vni: String = capitals.chars().map(in_vni).collect();
        let read = LegacyFont::Vni.convert(&vni);
        prop_assert_eq!(&read, &capitals);
        prop_assert_eq!(thidua_domain::basics::text::nfc(&read), capitals);
    }

    #[test]
    fn no_text_in_unicode_is_taken_for_an_older_encoding(words in prop::collection::vec(word(), 8..40)) {
        // made-up words of any letters have more strange pairs than any text; one letter that only Unicode has is enough
        let text = format!("{} được", words.join(" "));
        let only_new = text.chars().filter(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}')).count();
        prop_assume!(only_new * 10 > text.chars().count());
        prop_assert_eq!(detect(&text), None);
    }
}
