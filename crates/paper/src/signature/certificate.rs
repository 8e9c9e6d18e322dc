//! A certificate: whose it is, who says so, until when, and its key.

use super::der::{INTEGER, NAME, OCTETS, SEQUENCE, Value, Values};
use chrono::NaiveDateTime;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;

const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];
const ORGANISATION: &[u8] = &[0x55, 0x04, 0x0a];
const KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x0f];
const KEY_IDENTIFIER: &[u8] = &[0x55, 0x1d, 0x0e];

/// Who a certificate names. Numbers of identity papers, which Vietnamese certificates carry too, are not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Common name: a person, or an authority.
    pub name: String,
    /// Organisation, where the certificate names one.
    pub organisation: Option<String>,
}

impl Party {
    fn read(name: Value<'_>) -> Self {
        let find = |wanted: &[u8]| {
            name.inside().flat_map(Value::inside).find_map(|attribute| {
                let mut parts = attribute.inside();
                (parts.want(NAME)?.content == wanted).then(|| parts.next()?.text()).flatten()
            })
        };
        let organisation = find(ORGANISATION).filter(|text| !text.is_empty());
        let name = find(COMMON_NAME).filter(|text| !text.is_empty());
        Party { name: name.or_else(|| organisation.clone()).unwrap_or_default(), organisation }
    }
}

/// A public key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'a> {
    /// The kind of key.
    pub(super) kind: &'a [u8],
    /// The curve, for keys that have one.
    pub(super) curve: Option<&'a [u8]>,
    pub(super) bytes: &'a [u8],
}

/// What is read of a certificate.
#[derive(Clone, Debug)]
pub(super) struct Certificate<'a> {
    pub(super) whole: &'a [u8],
    pub(super) serial: &'a [u8],
    /// As it is written, for comparing.
    pub(super) issuer: &'a [u8],
    pub(super) subject: Party,
    pub(super) issued_by: Party,
    pub(super) from: NaiveDateTime,
    pub(super) until: NaiveDateTime,
    pub(super) key: Key<'a>,
    extensions: Option<Value<'a>>,
}

impl<'a> Certificate<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let whole = Value::first(bytes)?.tagged(SEQUENCE)?;
        let mut parts = whole.inside().want(SEQUENCE)?.inside();
        parts.want(0xa0);
        let serial = parts.want(INTEGER)?.content;
        parts.want(SEQUENCE)?;
        let issuer = parts.want(SEQUENCE)?;
        let mut validity = parts.want(SEQUENCE)?.inside();
        let subject = parts.want(SEQUENCE)?;
        let mut key = parts.want(SEQUENCE)?.inside();
        let mut algorithm = key.want(SEQUENCE)?.inside();
        Some(Certificate {
            whole: whole.whole,
            serial,
            issuer: issuer.whole,
            subject: Party::read(subject),
            issued_by: Party::read(issuer),
            from: validity.next()?.time()?,
            until: validity.next()?.time()?,
            key: Key {
                kind: algorithm.want(NAME)?.content,
                curve: algorithm.want(NAME).map(|curve| curve.content),
                bytes: key.next()?.bits()?,
            },
            extensions: parts.find(|part| part.tag == 0xa3).and_then(|part| part.inside().want(SEQUENCE)),
        })
    }

    fn extension(&self, wanted: &[u8]) -> Option<Value<'a>> {
        self.extensions?.inside().find_map(|extension| {
            let mut parts = extension.inside();
            if parts.want(NAME)?.content != wanted {
                return None;
            }
            let value = parts.find(|part| part.tag == OCTETS)?;
            Value::first(value.content)
        })
    }

    /// The identifier of its key, which a signature may name it by.
    pub(super) fn key_identifier(&self) -> Option<&'a [u8]> {
        Some(self.extension(KEY_IDENTIFIER)?.tagged(OCTETS)?.content)
    }

    /// Whether its authority allows it to sign papers: digital signature or non-repudiation, or nothing said.
    pub(super) fn may_sign(&self) -> bool {
        self.extension(KEY_USAGE).is_none_or(|usage| usage.content.get(1).is_some_and(|bits| bits & 0xc0 != 0))
    }
}

/// The certificates of some bytes, which may be one or several as text (PEM), or one as it is (DER).
pub(super) fn certificates_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    let is_text = memchr::memmem::find(bytes, b"-----BEGIN CERTIFICATE-----").is_some();
    let found: Vec<Vec<u8>> = if is_text {
        CertificateDer::pem_slice_iter(bytes).filter_map(Result::ok).map(|one| one.to_vec()).collect()
    } else {
        Values(bytes).map(|value| value.whole.to_vec()).collect()
    };
    found.into_iter().filter(|bytes| Certificate::read(bytes).is_some()).collect()
}
