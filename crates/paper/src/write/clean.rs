//! Keeps characters off the paper that neither Word nor a page can carry.

/// Turns line breaks and tabs into spaces and drops control, invisible and direction-changing characters.
pub(super) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|letter| match letter {
            '\n' | '\r' | '\t' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
            letter if is_unprintable(letter) => None,
            letter => Some(letter),
        })
        .collect()
}

fn is_unprintable(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_illegal_in_xml_are_dropped_and_line_breaks_become_spaces() {
        assert_eq!(clean("Lơ\u{0} Ku\u{fffe}\r\nxã\u{1f}"), "Lơ Ku xã");
    }

    #[test]
    fn invisible_and_direction_changing_letters_are_dropped() {
        assert_eq!(clean("34\u{200b}/KH\u{202e}-UBND\u{ad}"), "34/KH-UBND");
    }
}
