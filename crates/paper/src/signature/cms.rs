//! What stands in `/Contents` of a signature: a signed message (RFC 5652) with one signer.

use super::certificate::Certificate;
use super::der::{INTEGER, NAME, OCTETS, SEQUENCE, SET, Value};
use chrono::NaiveDateTime;

const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const ATTRIBUTES: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09];
const CONTENT_TYPE: &[u8] = &[3];
const MESSAGE_DIGEST: &[u8] = &[4];
const SIGNING_TIME: &[u8] = &[5];
const OWN_CERTIFICATE_SHA1: &[u8] = &[16, 2, 12];
const TIMESTAMP: &[u8] = &[16, 2, 14];
const OWN_CERTIFICATE: &[u8] = &[16, 2, 47];
/// The most certificates that are looked at; a chain has three or four.
const MOST_CERTIFICATES: usize = 32;

/// A signed message.
#[derive(Clone, Debug)]
pub(super) struct Signed<'a> {
    /// What kind of content is signed.
    pub(super) kind: &'a [u8],
    /// The content, where the message carries it itself.
    pub(super) content: Option<&'a [u8]>,
    pub(super) certificates: Vec<Certificate<'a>>,
    pub(super) digest: Value<'a>,
    pub(super) algorithm: Value<'a>,
    pub(super) signature: &'a [u8],
    /// The attributes that are signed in place of the content.
    attributes: Option<Value<'a>>,
    signer: Value<'a>,
    unsigned: Option<Value<'a>>,
}

impl<'a> Signed<'a> {
    /// Reads a message whose lengths are closed.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut parts = Value::first(bytes)?.tagged(SEQUENCE)?.inside();
        if parts.want(NAME)?.content != SIGNED_DATA {
            return None;
        }
        let mut parts = parts.want(0xa0)?.inside().want(SEQUENCE)?.inside();
        parts.want(INTEGER)?;
        parts.want(SET)?;
        let mut inner = parts.want(SEQUENCE)?.inside();
        let kind = inner.want(NAME)?.content;
        let content = inner.want(0xa0).and_then(|part| part.inside().want(OCTETS)).map(|octets| octets.content);
        let certificates = parts
            .want(0xa0)
            .into_iter()
            .flat_map(Value::inside)
            .take(MOST_CERTIFICATES)
            .filter_map(|one| Certificate::read(one.whole))
            .collect();
        parts.want(0xa1);
        let mut signers = parts.want(SET)?.inside();
        let mut one = signers.want(SEQUENCE)?.inside();
        if signers.next().is_some() {
            // a paper has one signature for each signer; which of several is meant here nobody could tell
            return None;
        }
        one.want(INTEGER)?;
        Some(Signed {
            kind,
            content,
            certificates,
            signer: one.next()?,
            digest: one.want(SEQUENCE)?,
            attributes: one.want(0xa0),
            algorithm: one.want(SEQUENCE)?,
            signature: one.want(OCTETS)?.content,
            unsigned: one.want(0xa1),
        })
    }

    /// The signer's certificate: the one that the signature names.
    pub(super) fn certificate(&self) -> Option<&Certificate<'a>> {
        let fits = |one: &&Certificate<'a>| match self.signer.tag {
            SEQUENCE => {
                let mut names = self.signer.inside();
                let issuer = names.want(SEQUENCE).map(|name| name.whole);
                issuer == Some(one.issuer) && names.want(INTEGER).map(|serial| serial.content) == Some(one.serial)
            }
            0x80 => one.key_identifier() == Some(self.signer.content),
            _ => false,
        };
        self.certificates.iter().find(fits)
    }

    /// The attributes as they were signed: as a set, whatever they are tagged with inside the message.
    pub(super) fn signed_attributes(&self) -> Option<Vec<u8>> {
        let whole = self.attributes?.whole;
        Some(std::iter::once(SET).chain(whole.iter().skip(1).copied()).collect())
    }

    /// The one value of a signed attribute; nothing when it stands there twice.
    fn attribute(&self, wanted: &[u8]) -> Option<Value<'a>> {
        attribute(self.attributes, wanted)
    }

    pub(super) fn message_digest(&self) -> Option<&'a [u8]> {
        Some(self.attribute(MESSAGE_DIGEST)?.tagged(OCTETS)?.content)
    }

    /// Whether the signed attributes speak of the kind of content that is here.
    pub(super) fn kind_agrees(&self) -> bool {
        self.attribute(CONTENT_TYPE).is_some_and(|kind| kind.tag == NAME && kind.content == self.kind)
    }

    pub(super) fn time(&self) -> Option<NaiveDateTime> {
        self.attribute(SIGNING_TIME)?.time()
    }

    /// Whether somebody else confirms the time, which is not checked here.
    pub(super) fn has_timestamp(&self) -> bool {
        attribute(self.unsigned, TIMESTAMP).is_some()
    }

    /// What the signed attributes say that the signer's certificate is: the algorithm of a digest and the digest.
    pub(super) fn own_certificate(&self) -> Option<(Option<Value<'a>>, &'a [u8])> {
        let newer = self.attribute(OWN_CERTIFICATE);
        let older = self.attribute(OWN_CERTIFICATE_SHA1);
        let first = newer.or(older)?.inside().want(SEQUENCE)?.inside().want(SEQUENCE)?;
        let mut parts = first.inside();
        let algorithm = parts.want(SEQUENCE);
        Some((algorithm, parts.want(OCTETS)?.content))
    }

    /// Whether what [`Signed::own_certificate`] says is a SHA-1 digest where it names none.
    pub(super) fn own_certificate_is_old(&self) -> bool {
        self.attribute(OWN_CERTIFICATE).is_none()
    }

    /// Whether the attributes name the signer's certificate in a way that cannot be read.
    pub(super) fn names_certificate(&self) -> bool {
        self.attribute(OWN_CERTIFICATE).is_some() || self.attribute(OWN_CERTIFICATE_SHA1).is_some()
    }
}

fn attribute<'a>(among: Option<Value<'a>>, wanted: &[u8]) -> Option<Value<'a>> {
    let mut found = among?.inside().filter_map(|attribute| {
        let mut parts = attribute.inside();
        let name = parts.want(NAME)?.content;
        (name.strip_prefix(ATTRIBUTES)? == wanted).then(|| parts.want(SET)).flatten()
    });
    let values = found.next()?;
    if found.next().is_some() {
        return None;
    }
    values.inside().next()
}
