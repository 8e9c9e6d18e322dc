//! The one form that texts of cells have, on their way out and on their way in.

use crate::basics::text::nfc;

/// The text in NFC, without control and invisible characters, with plain spaces and line ends, trimmed.
///
/// Tidying twice changes nothing. What a workbook gives back is always tidy, so tidy what it is compared with.
pub fn tidy_text(text: &str) -> String {
    // nearly every text is composed Vietnamese already; looking is much cheaper than composing it again
    if text.chars().all(is_composed) {
        return text.trim().to_owned();
    }
    let kept: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter_map(|letter| match letter {
            '\n' => Some('\n'),
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            letter if letter.is_whitespace() => Some(' '),
            letter if is_invisible(letter) => None,
            letter => Some(letter),
        })
        .collect();
    nfc(kept.trim())
}

/// Letters that stand in NFC whatever stands beside them, as long as that is one of them too.
fn is_composed(letter: char) -> bool {
    matches!(letter,
        ' '..='~' | 'À'..='Ï' | 'Ñ'..='ï' | 'ñ'..='ÿ' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
            | 'Ạ'..='ỹ')
}

fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn odd_spaces_and_invisible_letters_go() {
        assert_eq!(tidy_text(" Lơ\u{a0}Ku\u{200b}\r\nxã\t1 "), "Lơ Ku\nxã 1");
        assert_eq!(tidy_text("Tra\u{302}\u{300}n"), "Trần");
        assert_eq!(tidy_text("H'Mông"), "H'Mông");
    }

    proptest! {
        #[test]
        fn what_is_taken_for_composed_is_composed(text in "[À-ỹa-zA-Z ]{0,12}", any in any::<String>()) {
            for text in [text, any] {
                if text.chars().all(is_composed) {
                    prop_assert_eq!(nfc(&text), text);
                }
            }
        }

        #[test]
        fn tidying_twice_changes_nothing(text in any::<String>()) {
            let once = tidy_text(&text);
            prop_assert_eq!(tidy_text(&once), once.clone());
        }
    }
}
