//! The verification code: short enough to read out on the telephone, too long to be guessed.

/// Letters of a code: none that is taken for another (no I, L, O, U, 0, 1).
pub const CODE_LETTERS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters of a code, twice five with a dash between: 49 bits.
const LENGTH: usize = 10;

/// A code out of dice: `K7M2P-9QXFT`.
pub fn code_of(random: [u8; 10]) -> String {
    let mut number = random.iter().fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
    let mut code = String::with_capacity(LENGTH + 1);
    for at in 0..LENGTH {
        if at == LENGTH / 2 {
            code.push('-');
        }
        let letter = CODE_LETTERS.get((number % 30) as usize).copied().unwrap_or(b'X');
        code.push(char::from(letter));
        number /= 30;
    }
    code
}

/// The code that somebody typed, as it is kept; nothing where it cannot be one. Case, spaces and dashes do not matter.
pub fn is_code(typed: &str) -> Option<String> {
    let mut letters = String::with_capacity(LENGTH + 1);
    for letter in typed.chars().filter(|letter| letter.is_alphanumeric()) {
        let letter = letter.to_ascii_uppercase();
        if !letter.is_ascii() || !CODE_LETTERS.contains(&(letter as u8)) || letters.len() > LENGTH {
            return None;
        }
        if letters.len() == LENGTH / 2 {
            letters.push('-');
        }
        letters.push(letter);
    }
    (letters.len() == LENGTH + 1).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_typed() {
        let code = code_of([7, 1, 250, 3, 99, 12, 0, 45, 6, 200]);
        assert_eq!(code.len(), 11);
        assert_eq!(is_code(&code).as_deref(), Some(code.as_str()));
        assert_eq!(is_code(&code.to_lowercase().replace('-', " ")).as_deref(), Some(code.as_str()));
        for wrong in ["", "ABC", "ABCDE-FGHJ", "ABCDE-FGHJKM", "ABCDE-FGHJ0", "ẲBCDE-FGHJK"] {
            assert_eq!(is_code(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn other_dice_give_another_code() {
        let codes: std::collections::BTreeSet<String> =
            (0..=255).map(|byte| code_of([1, 2, 3, 4, 5, 6, 7, 8, 9, byte])).collect();
        assert_eq!(codes.len(), 256);
    }
}
