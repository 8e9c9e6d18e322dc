//! Tokens, one-time codes and passwords. Only hashes are stored.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use sha2::{Digest, Sha256};

/// Letters and digits that nobody mixes up when a code is read over the telephone.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// SHA-256 in hexadecimal: enough for secrets that are random already.
pub(crate) fn hash(secret: &str) -> String {
    Sha256::digest(secret.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A session token of 256 bits.
pub(crate) fn token() -> String {
    crate::clock::secret().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A one-time code of 80 bits, `ABCD-EFGH-JKLM-NPQR`.
pub(crate) fn code() -> String {
    let letters: Vec<char> =
        crate::clock::secret().iter().take(16).map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A code as typed: spaces, dashes and case do not matter.
pub(crate) fn typed_code(typed: &str) -> String {
    let letters: Vec<char> =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The Argon2id hash of a password. Takes tens of milliseconds and 19 MiB.
pub(crate) fn hash_password(password: &str) -> Result<String, String> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| error.to_string())
}

/// Whether a password belongs to a hash. Without a hash the same work is done in vain, so that the time taken does
/// not tell which accounts exist.
pub(crate) fn verify_password(password: &str, hash: Option<&str>) -> bool {
    /// The hash of a password that nobody has.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZS1zYWx0LW5vYm9keQ$4eXV6JpR7tZbN5h3cNn1mYw8o3Jq0v4bq6Ue1R2a3bQ";
    let known = PasswordHash::new(hash.unwrap_or(NOBODY));
    match known {
        Ok(known) => Argon2::default().verify_password(password.as_bytes(), &known).is_ok() && hash.is_some(),
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_verifies_against_its_own_hash_only() {
        let hash = hash_password("sơn mài đỏ 2026").expect("hashed");
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify_password("sơn mài đỏ 2026", Some(&hash)));
        assert!(!verify_password("son mai do 2026", Some(&hash)));
        assert!(!verify_password("", None));
        assert!(!verify_password("x", Some("not a hash")));
    }

    #[test]
    fn a_code_is_recognised_however_it_is_typed() {
        let code = code();
        assert_eq!(code.len(), 19);
        assert_eq!(typed_code(&code.to_lowercase().replace('-', " ")), code);
    }
}
