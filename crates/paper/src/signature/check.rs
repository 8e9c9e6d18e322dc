//! Whether a signature is what it says: over these bytes, by this key, under an authority of the list.

use super::algorithm::{self, Digest, Failure};
use super::cms::Signed;
use super::since::{self, Since};
use super::{Authorities, Coverage, Format, Party, Signature, chain, der, ranges};
use chrono::{Duration, NaiveDateTime};

/// Content that is bytes.
const DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];

/// What came out of checking a signature. Revocation is never part of it: that needs a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The answer.
    pub outcome: Outcome,
    /// Whether an algorithm or key was used that is weak today (SHA-1, a short RSA key).
    pub weak: bool,
    /// What happened to the file after it was signed.
    pub since: Since,
    /// Whether the certificate is past its days now, however it was when it signed.
    pub expired_since: bool,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The bytes are as they were signed, and an authority of the list stands behind the signer.
    Trusted {
        /// The authority.
        authority: Party,
    },
    /// The bytes are as they were signed, but who signed is not sure.
    Untrusted(Distrust),
    /// The bytes are not those that were signed, or the signature is not of the certificate that it shows.
    Altered,
    /// Nothing can be said.
    Unchecked(Unchecked),
}

impl Outcome {
    /// The answer for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Outcome::Trusted { .. } => "trusted",
            Outcome::Untrusted(Distrust::NotListed) => "authority_not_listed",
            Outcome::Untrusted(Distrust::Expired) => "expired_when_signed",
            Outcome::Untrusted(Distrust::NotYetValid) => "not_valid_when_signed",
            Outcome::Untrusted(Distrust::InFuture) => "signed_in_future",
            Outcome::Untrusted(Distrust::NotForSigning) => "not_for_signing",
            Outcome::Untrusted(Distrust::Chain) => "broken_chain",
            Outcome::Altered => "altered",
            Outcome::Unchecked(Unchecked::Algorithm(_)) => "unknown_algorithm",
            Outcome::Unchecked(Unchecked::Format(_)) => "unknown_format",
            Outcome::Unchecked(Unchecked::Timestamp) => "timestamp",
            Outcome::Unchecked(Unchecked::Unreadable) => "unreadable",
        }
    }

    /// Whether the bytes are as they were signed, whoever signed.
    pub fn is_intact(&self) -> bool {
        matches!(self, Outcome::Trusted { .. } | Outcome::Untrusted(_))
    }
}

impl Checked {
    /// Whether the paper may not be used as it is: it was changed.
    pub fn is_changed(&self) -> bool {
        self.outcome == Outcome::Altered || self.since == Since::Changed
    }
}

/// Why it is not sure who signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distrust {
    /// No authority of the list stands behind the certificate.
    NotListed,
    /// The certificate was past its days.
    Expired,
    /// The certificate was not valid yet.
    NotYetValid,
    /// The signature says that it was made after the day on which it is checked.
    InFuture,
    /// The certificate is not for signing.
    NotForSigning,
    /// The way to an authority breaks: a wrong or weak signature, or an authority that may not issue.
    Chain,
}

/// Why nothing can be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unchecked {
    /// An algorithm that is not known here, by its number.
    Algorithm(String),
    /// A way of writing signatures that is not known here.
    Format(String),
    /// A stamp of time and no signature of a person.
    Timestamp,
    /// The signature cannot be read.
    Unreadable,
}

/// Checks a signature of [`super::signatures`] over the same bytes. The certificate is judged at the moment that the signature
/// states, or at `at` (now, UTC) where it states none.
pub fn check(pdf: &[u8], signature: &Signature, trusted: &Authorities, at: NaiveDateTime) -> Checked {
    let (outcome, weak) = match judged(pdf, signature, trusted, at) {
        Ok((outcome, weak)) => (outcome, weak),
        Err(outcome) => (outcome, false),
    };
    let since = match signature.coverage {
        Coverage::Earlier { length } if outcome.is_intact() => since::between(pdf, length),
        Coverage::Earlier { .. } => Since::Unknown,
        Coverage::Whole | Coverage::Wrong => Since::Nothing,
    };
    let expired_since = signature.valid.is_some_and(|(_, until)| until < at);
    Checked { outcome, weak, since, expired_since }
}

fn judged(
    pdf: &[u8],
    signature: &Signature,
    trusted: &Authorities,
    at: NaiveDateTime,
) -> Result<(Outcome, bool), Outcome> {
    let unreadable = || Outcome::Unchecked(Unchecked::Unreadable);
    match &signature.format {
        Format::Timestamp => return Err(Outcome::Unchecked(Unchecked::Timestamp)),
        Format::Other(name) => return Err(Outcome::Unchecked(Unchecked::Format(name.clone()))),
        Format::Pkcs7Detached | Format::CadesDetached | Format::Pkcs7Sha1 => {}
    }
    let ranges = signature.ranges.as_ref().ok_or_else(unreadable)?;
    // the file in hand need not be the one that the signature was found in
    if ranges::coverage(pdf, ranges, &signature.contents) == Coverage::Wrong {
        return Err(Outcome::Altered);
    }
    let parts = ranges::signed_parts(pdf, ranges).ok_or_else(unreadable)?;
    let closed = der::closed(&signature.contents).ok_or_else(unreadable)?;
    let signed = Signed::read(&closed).ok_or_else(unreadable)?;
    let certificate = signed.certificate().ok_or_else(unreadable)?;
    let digest = Digest::of(signed.digest).map_err(failed)?;
    let attributes = signed.signed_attributes();
    let (message, mut weak) = message(signature, &signed, digest, &parts)?;
    match &attributes {
        Some(attributes) => {
            let expected = signed.message_digest().ok_or(Outcome::Altered)?;
            if digest.over(&[&message.concat()]).as_ref() != expected || !signed.kind_agrees() {
                return Err(Outcome::Altered);
            }
            if !names_this(&signed, certificate.whole)? {
                return Err(Outcome::Altered);
            }
            let checked =
                algorithm::verify(certificate.key, signed.algorithm, digest, attributes, signed.signature);
            weak |= checked.map_err(failed)?;
        }
        None => {
            let checked =
                algorithm::verify(certificate.key, signed.algorithm, digest, &message.concat(), signed.signature);
            weak |= checked.map_err(failed)?;
        }
    }
    let moment = signature.stated.map_or(at, |stated| stated.time);
    // clocks of two machines differ by some minutes
    if moment > at + Duration::hours(1) {
        return Ok((Outcome::Untrusted(Distrust::InFuture), weak));
    }
    let outcome = match chain::authority(certificate, &signed.certificates, trusted, moment) {
        Ok(authority) => Outcome::Trusted { authority },
        Err(distrust) => Outcome::Untrusted(distrust),
    };
    Ok((outcome, weak))
}

fn failed(failure: Failure) -> Outcome {
    match failure {
        Failure::Unknown(name) => Outcome::Unchecked(Unchecked::Algorithm(name)),
        Failure::Wrong => Outcome::Altered,
    }
}

/// What the message is over, and whether the way there is weak: the bytes themselves, or in the older format their digest.
fn message<'a>(
    signature: &Signature,
    signed: &Signed<'a>,
    digest: Digest,
    parts: &[&'a [u8]; 2],
) -> Result<(Vec<&'a [u8]>, bool), Outcome> {
    if signed.kind != DATA {
        return Err(Outcome::Unchecked(Unchecked::Format(der::figures(signed.kind))));
    }
    if signature.format != Format::Pkcs7Sha1 {
        // a message that carries a content of its own is not over the file
        return if signed.content.is_none() {
            Ok((parts.to_vec(), digest == Digest::Sha1))
        } else {
            Err(Outcome::Altered)
        };
    }
    let content = signed.content.ok_or(Outcome::Unchecked(Unchecked::Unreadable))?;
    if Digest::Sha1.over(parts.as_slice()).as_ref() != content {
        return Err(Outcome::Altered);
    }
    Ok((vec![content], true))
}

/// Whether the signed attributes name this certificate, where they name any.
fn names_this(signed: &Signed<'_>, certificate: &[u8]) -> Result<bool, Outcome> {
    let Some((algorithm, expected)) = signed.own_certificate() else { return Ok(!signed.names_certificate()) };
    let digest = match algorithm {
        Some(algorithm) => Digest::of(algorithm).map_err(failed)?,
        None if signed.own_certificate_is_old() => Digest::Sha1,
        None => Digest::Sha256,
    };
    Ok(digest.over(&[certificate]).as_ref() == expected)
}
