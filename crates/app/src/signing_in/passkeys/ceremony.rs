//! The two ceremonies of Web Authentication (level 2, chapters 7.1 and 7.2), as far as a second factor needs them: who
//! made the device is not asked, that somebody touched it is. The signatures are checked by the library that checks
//! those of TLS.

use super::cbor::{self, Label};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};

// the kinds of keys that are taken, by their numbers in COSE; the script asks for the same
const ES256: i64 = -7;
const RS256: i64 = -257;
const EDDSA: i64 = -8;

const LONGEST_CREDENTIAL: usize = 1023;
const PRESENT: u8 = 1;
const WITH_CREDENTIAL: u8 = 1 << 6;

/// What the page and the server agreed on.
pub(crate) struct Asked<'a> {
    /// The challenge, base64url.
    pub(crate) challenge: &'a str,
    /// `https://thidua.example.vn`.
    pub(crate) origin: &'a str,
    /// The host of the origin.
    pub(crate) host: &'a str,
}

/// A new passkey.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NewPasskey {
    /// base64url.
    pub(crate) credential: String,
    /// The key as the device wrote it, base64url.
    pub(crate) public_key: String,
    pub(crate) counter: i64,
}

#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: bool,
}

/// The check of what a device made when a passkey is added.
pub(crate) fn added(asked: &Asked<'_>, client: &str, attestation: &str) -> Option<NewPasskey> {
    client_data(asked, client, "webauthn.create")?;
    let attestation = BASE64.decode(attestation).ok()?;
    let (attestation, _) = cbor::read(&attestation)?;
    let data = attestation.bytes(&Label::Text("authData"))?;
    let (flags, counter, rest) = authenticator_data(asked, data)?;
    if flags & WITH_CREDENTIAL == 0 {
        return None;
    }
    // the model of the device (16 bytes), the length of the credential, the credential, the key
    let length = usize::from(u16::from_be_bytes(rest.get(16..18)?.try_into().ok()?));
    let credential = rest.get(18..18 + length)?;
    if credential.is_empty() || length > LONGEST_CREDENTIAL {
        return None;
    }
    let key = rest.get(18 + length..)?;
    let (_, length) = cbor::read(key)?;
    let key = key.get(..length)?;
    Key::read(key)?;
    Some(NewPasskey { credential: BASE64.encode(credential), public_key: BASE64.encode(key), counter })
}

/// The check of what a device signed when somebody signs in; its counter.
pub(crate) fn signed(
    asked: &Asked<'_>,
    public_key: &str,
    client: &str,
    data: &str,
    signature: &str,
) -> Option<i64> {
    let client = client_data(asked, client, "webauthn.get")?;
    let data = BASE64.decode(data).ok()?;
    let (_, counter, _) = authenticator_data(asked, &data)?;
    let key = BASE64.decode(public_key).ok()?;
    let mut message = data.clone();
    message.extend_from_slice(&Sha256::digest(&client));
    Key::read(&key)?.verifies(&message, &BASE64.decode(signature).ok()?).then_some(counter)
}

/// The bytes of the client's data, when they are an answer to what was asked here.
fn client_data(asked: &Asked<'_>, client: &str, kind: &str) -> Option<Vec<u8>> {
    let bytes = BASE64.decode(client).ok()?;
    let data: ClientData = serde_json::from_slice(&bytes).ok()?;
    let fits =
        data.kind == kind && data.challenge == asked.challenge && data.origin == asked.origin && !data.cross_origin;
    fits.then_some(bytes)
}

/// Flags, counter and the rest, when the data are for this host and somebody was present.
fn authenticator_data<'a>(asked: &Asked<'_>, data: &'a [u8]) -> Option<(u8, i64, &'a [u8])> {
    let (host, rest) = data.split_at_checked(32)?;
    let flags = *rest.first()?;
    let counter = u32::from_be_bytes(rest.get(1..5)?.try_into().ok()?);
    let here = host == Sha256::digest(asked.host.as_bytes()).as_slice();
    (here && flags & PRESENT != 0).then_some((flags, i64::from(counter), rest.get(5..)?))
}

/// A public key of COSE (RFC 9053).
enum Key<'a> {
    Curve(Vec<u8>),
    Rsa { modulus: &'a [u8], exponent: &'a [u8] },
    Edwards(&'a [u8]),
}

impl<'a> Key<'a> {
    fn read(bytes: &'a [u8]) -> Option<Key<'a>> {
        let (key, _) = cbor::read(bytes)?;
        let bytes = |label| key.bytes(&Label::Number(label));
        match (key.number(1)?, key.number(3)?) {
            (2, ES256) if key.number(-1)? == 1 => {
                let (x, y) = (bytes(-2)?, bytes(-3)?);
                (x.len() == 32 && y.len() == 32).then(|| Key::Curve([&[4], x, y].concat()))
            }
            (3, RS256) => Some(Key::Rsa { modulus: bytes(-1)?, exponent: bytes(-2)? }),
            (1, EDDSA) if key.number(-1)? == 6 => {
                let point = bytes(-2)?;
                (point.len() == 32).then_some(Key::Edwards(point))
            }
            _ => None,
        }
    }

    fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Key::Curve(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature),
            Key::Rsa { modulus, exponent } => RsaPublicKeyComponents { n: modulus, e: exponent }.verify(
                &RSA_PKCS1_2048_8192_SHA256,
                message,
                signature,
            ),
            Key::Edwards(point) => UnparsedPublicKey::new(&ED25519, point).verify(message, signature),
        }
        .is_ok()
    }
}

#[cfg(test)]
mod tests;
