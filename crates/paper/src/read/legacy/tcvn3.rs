//! TCVN 5712:1993, VN3: one Latin letter for each Vietnamese one. Capitals with a tone have no place of their own: they are
//! the small letters in a font of capitals.

/// The Latin letters, as code page 1252 shows the bytes.
const LATIN: &str = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{ad}õøö÷ùúýûüþ¡¢§£¤¥¦";
/// What each of them stands for.
const MEANT: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

fn letter(latin: char) -> Option<char> {
    LATIN.chars().position(|known| known == latin).and_then(|at| MEANT.chars().nth(at))
}

/// The text in Unicode. A word whose plain letters are capitals is all capitals; one with a single plain letter does as the
/// words beside it.
pub(super) fn convert(text: &str) -> String {
    let words: Vec<&str> = text.split_inclusive(|c: char| !(c.is_alphanumeric() || letter(c).is_some())).collect();
    let capitals = |at: usize, least: usize| {
        words.get(at).is_some_and(|word| {
            let mut plain = word.chars().filter(|c| c.is_ascii_alphabetic());
            let count = word.chars().filter(|c| c.is_ascii_alphabetic()).count();
            count >= least && plain.all(|c| c.is_ascii_uppercase())
        })
    };
    let mut out = String::with_capacity(text.len() * 2);
    for (at, word) in words.iter().enumerate() {
        let beside = || capitals(at + 1, 2) || at.checked_sub(1).is_some_and(|before| capitals(before, 2));
        let raise = capitals(at, 2) || (capitals(at, 1) && beside());
        for c in word.chars() {
            match letter(c) {
                Some(meant) if raise => out.extend(meant.to_uppercase()),
                Some(meant) => out.push(meant),
                None => out.push(c),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_place() {
        assert_eq!(LATIN.chars().count(), MEANT.chars().count());
        assert_eq!(MEANT.chars().count(), 67 + 7);
        assert_eq!(
            convert(
                "KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua thùc hiÖn th¾ng lîi nhiÖm vô ph¸t triÓn kinh tÕ - x· héi n¨m 2012"
            ),
            "Kế hoạch phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2012"
        );
        assert_eq!(
            convert("KÕ HO¹CH uû ban nh©n d©n huyÖn, ®\u{ad}êng, ng\u{ad}êi"),
            "KẾ HOẠCH uỷ ban nhân dân huyện, đường, người"
        );
    }
}
