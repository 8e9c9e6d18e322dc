//! The number of the citizen's identity card (CCCD): twelve digits. It is optional, never a key, kept sealed and shown
//! masked.

use super::Sex;

/// Twelve digits, checked.
#[derive(Clone, PartialEq, Eq)]
pub struct IdentityNumber(String);

/// Why what was typed is no identity number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityProblem {
    /// Something else than digits, spaces and dots.
    NotDigits,
    /// Not twelve digits; how many there are. Nine are an old identity card.
    Length(usize),
    /// The first three digits name no place: 000 or above 096.
    Place,
}

impl std::fmt::Debug for IdentityNumber {
    /// Masked: a number never gets into a log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "IdentityNumber({})", self.masked())
    }
}

impl IdentityNumber {
    /// Reads a number; spaces and dots between digits do not matter.
    ///
    /// # Errors
    /// An [`IdentityProblem`].
    pub fn read(typed: &str) -> Result<Self, IdentityProblem> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect();
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(IdentityProblem::NotDigits);
        }
        if digits.len() != 12 {
            return Err(IdentityProblem::Length(digits.len()));
        }
        // the codes of provinces and cities of birth run from 001 to 096
        match digits[..3].parse::<u32>() {
            Ok(1..=96) => Ok(IdentityNumber(digits)),
            _ => Err(IdentityProblem::Place),
        }
    }

    /// The number in full: only to be sealed, or shown to whom may see it.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// `0xx…123`.
    pub fn masked(&self) -> String {
        format!("{}xx…{}", &self.0[..1], &self.0[9..])
    }

    /// The sex and the year of birth that the fourth to sixth digits stand for. People ask when they differ from what is
    /// known; a number is not refused for it.
    pub fn tells(&self) -> (Sex, i32) {
        let digit = |at: usize| i32::from(self.0.as_bytes()[at] - b'0');
        let sex = if digit(3) % 2 == 0 { Sex::Male } else { Sex::Female };
        (sex, 1900 + digit(3) / 2 * 100 + digit(4) * 10 + digit(5))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_digits_are_read_and_shown_masked() {
        let number = IdentityNumber::read("051 079 001 234").expect("read");
        assert_eq!(number.masked(), "0xx…234");
        assert_eq!(format!("{number:?}"), "IdentityNumber(0xx…234)");
        assert_eq!(number.digits(), "051079001234");
        assert_eq!(number.tells(), (Sex::Male, 1979));
        assert_eq!(IdentityNumber::read("051305001234").expect("read").tells(), (Sex::Female, 2005));
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!(IdentityNumber::read("212345678"), Err(IdentityProblem::Length(9)));
        assert_eq!(IdentityNumber::read("05107900123x"), Err(IdentityProblem::NotDigits));
        assert_eq!(IdentityNumber::read("997079001234"), Err(IdentityProblem::Place));
        assert_eq!(IdentityNumber::read("000079001234"), Err(IdentityProblem::Place));
    }
}
