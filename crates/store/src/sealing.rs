//! Sealing: secrets that have to be read again (of authenticator apps, numbers of identity papers) are encrypted with a
//! key that lies in the data folder and not in the database. A copy of the database alone does not give them away.

use crate::StoreError;
use crate::files::private_folder;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Where random bytes come from; tests pass their own.
pub type Dice = fn() -> [u8; 32];

/// The keys of a data folder. The file has a line for each, `number key`, and the last one seals: to change the key, a
/// line is added; what was sealed with an older one can still be opened.
#[derive(Clone, Debug)]
pub struct Sealing {
    file: PathBuf,
    dice: Dice,
    keys: Arc<OnceLock<Vec<Key>>>,
}

struct Key {
    number: u32,
    bytes: [u8; 32],
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.number)
    }
}

impl Sealing {
    /// The keys in a data folder. The file is made when it is first needed.
    pub fn in_folder(data: &Path, dice: Dice) -> Sealing {
        Sealing { file: data.join("sealing.key"), dice, keys: Arc::default() }
    }

    /// Reads the keys now, so that a start tells what a first use would stumble over.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when the file cannot be made or read.
    pub fn ready(&self) -> Result<(), StoreError> {
        self.keys().map(|_| ())
    }

    /// Encrypts. The text can be opened only with the same context, such as whose secret it is.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when there is no key.
    pub fn seal(&self, context: &str, plaintext: &[u8]) -> Result<String, StoreError> {
        let key = self.newest()?;
        let mut nonce = [0; NONCE_LEN];
        nonce.copy_from_slice(&(self.dice)()[..NONCE_LEN]);
        let mut sealed = plaintext.to_vec();
        cipher(key)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(context.as_bytes()),
                &mut sealed,
            )
            .map_err(|_| broken("a secret cannot be sealed"))?;
        let mut whole = nonce.to_vec();
        whole.append(&mut sealed);
        Ok(format!("{}.{}", key.number, BASE64.encode(whole)))
    }

    /// Decrypts.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when it was altered, belongs to another context, or its key is not here.
    pub fn open(&self, context: &str, text: &str) -> Result<Vec<u8>, StoreError> {
        let unreadable = || StoreError::Unreadable(format!("sealed for {context}"));
        let (number, sealed) = text.split_once('.').ok_or_else(unreadable)?;
        let number: u32 = number.parse().map_err(|_| unreadable())?;
        let mut sealed = BASE64.decode(sealed).map_err(|_| unreadable())?;
        let key = self.keys()?.iter().find(|key| key.number == number).ok_or_else(unreadable)?;
        let (nonce, rest) = sealed.split_at_mut_checked(NONCE_LEN).ok_or_else(unreadable)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| unreadable())?;
        let opened =
            cipher(key)?.open_in_place(nonce, Aad::from(context.as_bytes()), rest).map_err(|_| unreadable())?;
        Ok(opened.to_vec())
    }

    /// Bytes that only this installation can make, the same for the same context.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when there is no key.
    pub fn derive(&self, context: &str) -> Result<[u8; 32], StoreError> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.newest()?.bytes);
        let mut bytes = [0; 32];
        bytes.copy_from_slice(hmac::sign(&key, context.as_bytes()).as_ref());
        Ok(bytes)
    }

    fn newest(&self) -> Result<&Key, StoreError> {
        self.keys()?.last().ok_or_else(|| broken("the file of keys is empty"))
    }

    fn keys(&self) -> Result<&[Key], StoreError> {
        if let Some(keys) = self.keys.get() {
            return Ok(keys);
        }
        if !self.file.exists() {
            self.make()?;
        }
        let keys =
            read(&std::fs::read_to_string(&self.file)?).ok_or_else(|| broken("the file of keys is damaged"))?;
        Ok(self.keys.get_or_init(|| keys))
    }

    /// Writes a first key. The file is whole or not there, and whoever comes second takes the first one's.
    fn make(&self) -> Result<(), StoreError> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        private_folder(folder)?;
        let random = (self.dice)();
        let unfinished = self.file.with_extension(hexadecimal(&random[..8]));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&unfinished)?;
        file.write_all(format!("1 {}\n", hexadecimal(&(self.dice)())).as_bytes())?;
        file.sync_all()?;
        let linked = std::fs::hard_link(&unfinished, &self.file);
        std::fs::remove_file(&unfinished)?;
        match linked {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
            _ => {}
        }
        #[cfg(unix)]
        std::fs::File::open(folder)?.sync_all()?;
        Ok(())
    }
}

fn broken(says: &str) -> StoreError {
    StoreError::Folder(Error::new(ErrorKind::InvalidData, says))
}

fn cipher(key: &Key) -> Result<LessSafeKey, StoreError> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, &key.bytes).map_err(|_| broken("a key has the wrong length"))?;
    Ok(LessSafeKey::new(key))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The keys of a file, in their order; nothing when a line is damaged.
fn read(text: &str) -> Option<Vec<Key>> {
    let mut keys = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (number, digits) = line.split_once(' ')?;
        let digits = digits.trim();
        if digits.len() != 64 || !digits.is_ascii() {
            return None;
        }
        let mut bytes = [0; 32];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(digits.get(place * 2..place * 2 + 2)?, 16).ok()?;
        }
        keys.push(Key { number: number.parse().ok()?, bytes });
    }
    (!keys.is_empty()).then_some(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU8, Ordering};

    static THROWN: AtomicU8 = AtomicU8::new(1);

    fn dice() -> [u8; 32] {
        [THROWN.fetch_add(1, Ordering::Relaxed); 32]
    }

    #[test]
    fn a_sealed_secret_opens_only_in_its_context_and_with_its_key() {
        let folder = tempfile::tempdir().expect("a folder");
        let sealing = Sealing::in_folder(folder.path(), dice);
        let sealed = sealing.seal("identity:a1", "079204001234".as_bytes()).expect("sealed");
        assert!(sealed.starts_with("1.") && !sealed.contains("0792"));
        assert_eq!(sealing.open("identity:a1", &sealed).expect("opened"), b"079204001234");
        assert!(sealing.open("identity:a2", &sealed).is_err(), "another person's");
        let mut altered = sealed.clone().into_bytes();
        let last = altered.len() - 1;
        altered[last] = if altered[last] == b'A' { b'B' } else { b'A' };
        assert!(sealing.open("identity:a1", &String::from_utf8(altered).expect("text")).is_err(), "altered");
        for nonsense in ["", "1.", "1.AAAA", "9.AAAA", "x", "1.***"] {
            assert!(sealing.open("identity:a1", nonsense).is_err(), "{nonsense:?}");
        }
        // another start finds the same key; another folder has another
        let again = Sealing::in_folder(folder.path(), dice);
        assert_eq!(again.open("identity:a1", &sealed).expect("opened"), b"079204001234");
        let elsewhere = tempfile::tempdir().expect("a folder");
        assert!(Sealing::in_folder(elsewhere.path(), dice).open("identity:a1", &sealed).is_err());
        assert_ne!(sealed, sealing.seal("identity:a1", b"079204001234").expect("sealed"), "never twice the same");
    }

    #[test]
    fn a_new_key_seals_and_the_old_one_still_opens() {
        let folder = tempfile::tempdir().expect("a folder");
        let old = Sealing::in_folder(folder.path(), dice).seal("c", b"old").expect("sealed");
        let file = folder.path().join("sealing.key");
        let text = std::fs::read_to_string(&file).expect("read");
        std::fs::write(&file, format!("{text}2 {}\n", "ab".repeat(32))).expect("written");
        let sealing = Sealing::in_folder(folder.path(), dice);
        assert!(sealing.seal("c", b"new").expect("sealed").starts_with("2."));
        assert_eq!(sealing.open("c", &old).expect("opened"), b"old");
        std::fs::write(&file, "1 short\n").expect("written");
        assert!(Sealing::in_folder(folder.path(), dice).ready().is_err(), "a damaged file is told at the start");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_reads_the_file_of_keys() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        Sealing::in_folder(folder.path(), dice).ready().expect("made");
        let entries: Vec<_> =
            std::fs::read_dir(folder.path()).expect("read").map(|one| one.expect("one")).collect();
        assert_eq!(entries.len(), 1, "nothing unfinished stays");
        assert_eq!(entries[0].metadata().expect("known").permissions().mode() & 0o777, 0o600);
    }
}
