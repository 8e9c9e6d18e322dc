//! What ties the rows of a workbook to records, so that nobody can pass one off for another.
//!
//! A row carries a code in a narrow hidden column. The code is letters made from the record's identity and version with the
//! key of this installation: it says nothing, it does not change when rows are sorted, moved or filled down, and the same
//! record at the same version has the same code in every workbook, so that two people's copies can be put together. A
//! hidden sheet lists which records the workbook shows and is signed as a whole. A code that is not of that list ties
//! nothing; neither does any code when the list was changed.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use thidua_domain::lists::Tie;

/// Opens the signed sheet; another number would be another layout.
pub(crate) const MARK: &str = "thidua-list/1";
/// Opens the last cell of the signed sheet.
pub(crate) const SIGNATURE: &str = "hmac-sha256 ";
/// The name of the signed sheet.
pub(crate) const SHEET: &str = "_thidua";
/// Letters of a code: no vowels, so that they spell no words, and no digits, which spreadsheets count up when filling down.
const LETTERS: &[u8; 20] = b"bcdfghjklmnpqrstvwxz";
/// Letters in a code: some 4·10¹⁵ codes, so that two rows of one workbook do not meet in practice.
const CODE_LENGTH: usize = 12;

type Signing = Hmac<Sha256>;

/// Which list a workbook is, and the key that says so.
#[derive(Clone)]
pub struct Seal {
    kind: String,
    scope: String,
    fresh: Signing,
    codes: Signing,
}

impl std::fmt::Debug for Seal {
    /// Without the key.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Seal").field("kind", &self.kind).field("scope", &self.scope).finish_non_exhaustive()
    }
}

impl Seal {
    /// The seal of a list: its kind (`people`), its scope (the identity of the unit whose list it is), and a key of any
    /// length that only this installation knows and that stays the same as long as workbooks are out.
    pub fn new(key: &[u8], kind: &str, scope: &str) -> Self {
        // a key of any length is taken, so the other arm is never reached
        let keyed = Signing::new_from_slice(key).unwrap_or_else(|_| Signing::new(&Default::default()));
        let mut codes = keyed.clone();
        for part in ["row", kind, scope] {
            field(&mut codes, part);
        }
        Seal { kind: kind.to_owned(), scope: scope.to_owned(), fresh: keyed, codes }
    }

    /// The kind of list.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Whose list it is.
    pub fn scope(&self) -> &str {
        &self.scope
    }

    /// The code of a row, as a number.
    pub(crate) fn code(&self, tie: &Tie) -> u64 {
        let mut mac = self.codes.clone();
        field(&mut mac, &tie.identity);
        mac.update(&tie.version.to_le_bytes());
        let bytes = mac.finalize().into_bytes();
        let mut first = [0; 8];
        first.copy_from_slice(&bytes[..8]);
        u64::from_le_bytes(first) % 20u64.pow(CODE_LENGTH as u32)
    }

    /// Begins a signature over texts; `mark` says what they are.
    pub(crate) fn begin_texts(&self, mark: &str) -> Signature {
        let mut mac = self.fresh.clone();
        for part in [mark, &self.kind, &self.scope] {
            field(&mut mac, part);
        }
        Signature { mac, ties: 0 }
    }

    /// Begins the signature over what a workbook shows.
    pub(crate) fn begin(&self, version: i64) -> Signature {
        let mut mac = self.fresh.clone();
        for part in [MARK, &self.kind, &self.scope] {
            field(&mut mac, part);
        }
        mac.update(&version.to_le_bytes());
        Signature { mac, ties: 0 }
    }
}

/// A signature that is being made or checked.
pub(crate) struct Signature {
    mac: Signing,
    ties: u64,
}

impl Signature {
    /// Takes the next record in.
    pub(crate) fn add(&mut self, tie: &Tie) {
        field(&mut self.mac, &tie.identity);
        self.mac.update(&tie.version.to_le_bytes());
        self.ties += 1;
    }

    /// Takes the next text in.
    pub(crate) fn add_text(&mut self, text: &str) {
        field(&mut self.mac, text);
        self.ties += 1;
    }

    /// The signature in hexadecimal.
    pub(crate) fn finish(mut self) -> String {
        self.mac.update(&self.ties.to_le_bytes());
        self.mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether this is the signature; takes as long for a near miss as for any other.
    pub(crate) fn agrees(mut self, hexadecimal: &str) -> bool {
        self.mac.update(&self.ties.to_le_bytes());
        let pairs = hexadecimal
            .as_bytes()
            .chunks(2)
            .map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()));
        pairs.collect::<Option<Vec<u8>>>().is_some_and(|bytes| self.mac.verify_slice(&bytes).is_ok())
    }
}

/// A field with its length before it, so that no two lists of fields are the same bytes.
fn field(mac: &mut Signing, text: &str) {
    mac.update(&(text.len() as u64).to_le_bytes());
    mac.update(text.as_bytes());
}

/// The letters of a code.
pub(crate) fn letters(mut code: u64) -> String {
    let mut text = String::with_capacity(CODE_LENGTH);
    for _ in 0..CODE_LENGTH {
        text.push(char::from(LETTERS[(code % 20) as usize]));
        code /= 20;
    }
    text
}

/// The code of letters; nothing when they are no code.
pub(crate) fn code_of(text: &str) -> Option<u64> {
    let text = text.trim().as_bytes();
    if text.len() != CODE_LENGTH {
        return None;
    }
    text.iter().rev().try_fold(0u64, |code, letter| {
        let at = LETTERS.iter().position(|known| *known == letter.to_ascii_lowercase())?;
        Some(code * 20 + at as u64)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_everywhere_and_only_for_its_record_version_list_and_key() {
        let seal = Seal::new(b"key", "people", "unit-1");
        let code = |seal: &Seal, identity: &str, version| letters(seal.code(&Tie::new(identity, version)));
        let first = code(&seal, "a", 1);
        assert_eq!(first, code(&Seal::new(b"key", "people", "unit-1"), "a", 1));
        for other in [
            code(&seal, "b", 1),
            code(&seal, "a", 2),
            code(&Seal::new(b"key", "people", "unit-2"), "a", 1),
            code(&Seal::new(b"key", "units", "unit-1"), "a", 1),
            code(&Seal::new(b"yek", "people", "unit-1"), "a", 1),
        ] {
            assert_ne!(first, other);
        }
        assert!(first.len() == CODE_LENGTH && first.bytes().all(|letter| LETTERS.contains(&letter)));
        assert_eq!(code_of(&first), Some(seal.code(&Tie::new("a", 1))));
        assert_eq!(code_of(&first.to_uppercase()), code_of(&first));
        assert_eq!(code_of("a"), None);
    }

    #[test]
    fn a_signature_agrees_with_nothing_else() {
        let seal = Seal::new(b"key", "people", "unit-1");
        let sign = |version, ties: &[(&str, i64)]| {
            let mut signature = seal.begin(version);
            ties.iter().for_each(|(identity, version)| signature.add(&Tie::new(*identity, *version)));
            signature
        };
        let text = sign(3, &[("a", 1), ("b", 2)]).finish();
        assert!(sign(3, &[("a", 1), ("b", 2)]).agrees(&text));
        for other in [sign(4, &[("a", 1), ("b", 2)]), sign(3, &[("ab", 1), ("", 2)]), sign(3, &[("a", 1)])] {
            assert!(!other.agrees(&text));
        }
        assert!(!sign(3, &[("a", 1), ("b", 2)]).agrees("") && !sign(3, &[("a", 1), ("b", 2)]).agrees("zz"));
        let texts = |mark: &str, texts: &[&str]| {
            let mut signature = seal.begin_texts(mark);
            texts.iter().for_each(|text| signature.add_text(text));
            signature
        };
        let text = texts("mark", &["a", "b"]).finish();
        assert!(texts("mark", &["a", "b"]).agrees(&text));
        assert!(!texts("mark", &["ab", ""]).agrees(&text) && !texts("kram", &["a", "b"]).agrees(&text));
    }
}
