//! Digests and keys: which are known, and which are weak.

use super::certificate::Key;
use super::der::{INTEGER, NAME, SEQUENCE, Value, figures};
use ring::digest::{self, Context};
use ring::signature as keys;

const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01];
const ELLIPTIC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const ELLIPTIC_SHA2: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03];
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
const P384: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x22];
const ED25519: &[u8] = &[0x2b, 0x65, 0x70];
const SHA1: &[u8] = &[0x2b, 0x0e, 0x03, 0x02, 0x1a];
const SHA2: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02];
/// The shortest modulus, in bytes, that is not weak.
const RSA_STRONG: usize = 256;

/// A digest that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digest {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Digest {
    /// The digest that an algorithm names.
    pub(super) fn of(algorithm: Value<'_>) -> Result<Self, Failure> {
        let name = algorithm.inside().want(NAME).ok_or(Failure::Unknown(String::new()))?.content;
        if name == SHA1 {
            return Ok(Digest::Sha1);
        }
        match name.strip_prefix(SHA2) {
            Some([1]) => Ok(Digest::Sha256),
            Some([2]) => Ok(Digest::Sha384),
            Some([3]) => Ok(Digest::Sha512),
            _ => Err(Failure::Unknown(figures(name))),
        }
    }

    fn kind(self) -> &'static digest::Algorithm {
        match self {
            Digest::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            Digest::Sha256 => &digest::SHA256,
            Digest::Sha384 => &digest::SHA384,
            Digest::Sha512 => &digest::SHA512,
        }
    }

    /// The digest of parts one behind another.
    pub(super) fn over(self, parts: &[&[u8]]) -> digest::Digest {
        let mut context = Context::new(self.kind());
        parts.iter().for_each(|part| context.update(part));
        context.finish()
    }
}

/// Why a signature is not that of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The algorithm is not known here.
    Unknown(String),
    /// The signature is another's, or of other bytes.
    Wrong,
}

/// Checks that `signature` is that of `key` over `message`. Answers whether what was used is weak today.
pub(super) fn verify(
    key: Key<'_>,
    algorithm: Value<'_>,
    digest: Digest,
    message: &[u8],
    signature: &[u8],
) -> Result<bool, Failure> {
    let mut parts = algorithm.inside();
    let name = parts.want(NAME).ok_or(Failure::Unknown(String::new()))?.content;
    let unknown = || Failure::Unknown(figures(name));
    let (kind, weak): (&dyn keys::VerificationAlgorithm, bool) = if key.kind.starts_with(RSA) {
        let short = modulus(key.bytes).is_none_or(|length| length < RSA_STRONG);
        match name.strip_prefix(RSA) {
            Some([10]) => (pss(parts.want(SEQUENCE)).ok_or_else(unknown)?, short),
            Some([own]) => {
                let used = match own {
                    1 => digest,
                    5 => Digest::Sha1,
                    11 => Digest::Sha256,
                    12 => Digest::Sha384,
                    13 => Digest::Sha512,
                    _ => return Err(unknown()),
                };
                (rsa(used), short || used == Digest::Sha1)
            }
            _ => return Err(unknown()),
        }
    } else if key.kind == ELLIPTIC {
        let used = match name.strip_prefix(ELLIPTIC_SHA2) {
            Some([2]) => Digest::Sha256,
            Some([3]) => Digest::Sha384,
            _ if name == ELLIPTIC => digest,
            _ => return Err(unknown()),
        };
        let kind: &dyn keys::VerificationAlgorithm = match (key.curve, used) {
            (Some(P256), Digest::Sha256) => &keys::ECDSA_P256_SHA256_ASN1,
            (Some(P256), Digest::Sha384) => &keys::ECDSA_P256_SHA384_ASN1,
            (Some(P384), Digest::Sha256) => &keys::ECDSA_P384_SHA256_ASN1,
            (Some(P384), Digest::Sha384) => &keys::ECDSA_P384_SHA384_ASN1,
            _ => return Err(unknown()),
        };
        (kind, false)
    } else if key.kind == ED25519 && name == ED25519 {
        (&keys::ED25519, false)
    } else {
        return Err(unknown());
    };
    let weak = weak || digest == Digest::Sha1;
    let checked = keys::UnparsedPublicKey::new(kind, key.bytes).verify(message, signature);
    checked.map(|()| weak).map_err(|_| Failure::Wrong)
}

/// Short keys are taken, and told as weak: the archive has them.
fn rsa(digest: Digest) -> &'static dyn keys::VerificationAlgorithm {
    match digest {
        Digest::Sha1 => &keys::RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY,
        Digest::Sha256 => &keys::RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY,
        Digest::Sha384 => &keys::RSA_PKCS1_2048_8192_SHA384,
        Digest::Sha512 => &keys::RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY,
    }
}

/// RSA-PSS where the salt is as long as the digest and both digests are one; others are told as unknown.
fn pss(parameters: Option<Value<'_>>) -> Option<&'static dyn keys::VerificationAlgorithm> {
    let parameters = parameters?;
    let under = |tag: u8| parameters.inside().find(|part| part.tag == tag).and_then(|part| part.inside().next());
    let digest = Digest::of(under(0xa0)?).ok()?;
    let mask = under(0xa1)?.inside().nth(1).and_then(|inner| Digest::of(inner).ok())?;
    let salt = under(0xa2)?.tagged(INTEGER)?.content;
    let (kind, length): (&'static dyn keys::VerificationAlgorithm, u8) = match digest {
        Digest::Sha256 => (&keys::RSA_PSS_2048_8192_SHA256, 32),
        Digest::Sha384 => (&keys::RSA_PSS_2048_8192_SHA384, 48),
        Digest::Sha512 => (&keys::RSA_PSS_2048_8192_SHA512, 64),
        Digest::Sha1 => return None,
    };
    (mask == digest && salt == [length]).then_some(kind)
}

/// How many bytes the modulus of a key has.
fn modulus(key: &[u8]) -> Option<usize> {
    let modulus = Value::first(key)?.tagged(SEQUENCE)?.inside().want(INTEGER)?.content;
    Some(modulus.iter().skip_while(|byte| **byte == 0).count())
}
