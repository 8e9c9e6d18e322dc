//! VNI for Windows: a Latin letter and after it a letter that stands for the mark.

use unicode_normalization::UnicodeNormalization;

const ACUTE: char = '\u{301}';
const GRAVE: char = '\u{300}';
const HOOK: char = '\u{309}';
const TILDE: char = '\u{303}';
const DOT: char = '\u{323}';
const CIRCUMFLEX: char = '\u{302}';
const BREVE: char = '\u{306}';

/// The marks that a letter behind a vowel stands for: the vowel's own mark and the tone.
fn marks(sign: char) -> Option<(Option<char>, Option<char>)> {
    let tone = |tone| Some((None, Some(tone)));
    let round = |tone| Some((Some(CIRCUMFLEX), tone));
    let short = |tone| Some((Some(BREVE), tone));
    match sign.to_lowercase().next()? {
        'ù' => tone(ACUTE),
        'ø' => tone(GRAVE),
        'û' => tone(HOOK),
        'õ' => tone(TILDE),
        'ï' => tone(DOT),
        'â' => round(None),
        'á' => round(Some(ACUTE)),
        'à' => round(Some(GRAVE)),
        'å' => round(Some(HOOK)),
        'ã' => round(Some(TILDE)),
        'ä' => round(Some(DOT)),
        'ê' => short(None),
        'é' => short(Some(ACUTE)),
        'è' => short(Some(GRAVE)),
        'ú' => short(Some(HOOK)),
        'ü' => short(Some(TILDE)),
        'ë' => short(Some(DOT)),
        _ => None,
    }
}

/// Letters that stand for one Vietnamese letter by themselves.
fn single(sign: char) -> Option<char> {
    Some(match sign {
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        _ => return None,
    })
}

/// Whether a mark may follow this letter: a circumflex on a, e, o; a breve on a; a tone on any vowel.
fn takes(base: char, own: Option<char>) -> bool {
    let base = base.to_lowercase().next().unwrap_or(base);
    match own {
        Some(CIRCUMFLEX) => matches!(base, 'a' | 'e' | 'o'),
        Some(_) => base == 'a',
        None => matches!(base, 'a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö'),
    }
}

/// The text in Unicode.
pub(super) fn convert(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        out.push(single(c).unwrap_or(c));
        let Some((own, tone)) = rest.peek().copied().and_then(marks) else { continue };
        if takes(c, own) {
            rest.next();
            out.extend(own);
            out.extend(tone);
        }
    }
    out.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_behind_their_letters_are_put_on_them() {
        assert_eq!(
            convert(
                "Keá hoaïch phaùt ñoäng phong traøo thi ñua thöïc hieän thaéng lôïi nhieäm vuï phaùt trieån kinh teá - xaõ hoäi naêm 2012"
            ),
            "Kế hoạch phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2012"
        );
        assert_eq!(
            convert(
                "UÛY BAN NHAÂN DAÂN TÆNH, ñöôøng, ngöôøi, kyõ thuaät, thò xaõ, chæ tieâu, nghóa, khoâng, tyû leä"
            ),
            "ỦY BAN NHÂN DÂN TỈNH, đường, người, kỹ thuật, thị xã, chỉ tiêu, nghĩa, không, tỷ lệ"
        );
    }
}
