//! From a signer's certificate to an authority of the list.

use super::certificate::{Certificate, Party, certificates_of};
use super::check::Distrust;
use chrono::NaiveDateTime;
use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm, TrustAnchor, UnixTime};
use std::time::Duration;
use webpki::{EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeIdIter, anchor_from_trusted_cert, ring};

/// What certificates may be signed with. SHA-1 is not among them: nobody can tell who made such a certificate.
static ALGORITHMS: &[&dyn SignatureVerificationAlgorithm] = &[
    ring::ECDSA_P256_SHA256,
    ring::ECDSA_P256_SHA384,
    ring::ECDSA_P384_SHA256,
    ring::ECDSA_P384_SHA384,
    ring::ED25519,
    ring::RSA_PKCS1_2048_8192_SHA256,
    ring::RSA_PKCS1_2048_8192_SHA384,
    ring::RSA_PKCS1_2048_8192_SHA512,
    ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
    ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
    ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
];

/// The authorities that an office trusts.
#[derive(Clone, Debug, Default)]
pub struct Authorities {
    certificates: Vec<Vec<u8>>,
}

impl Authorities {
    /// Adds the certificates of a file, which are text (PEM, one or several) or not (DER); answers how many it held.
    pub fn add(&mut self, file: &[u8]) -> usize {
        let found = certificates_of(file);
        let count = found.len();
        for one in found {
            if !self.certificates.contains(&one) {
                self.certificates.push(one);
            }
        }
        count
    }

    /// Their names, for whoever looks through the list.
    pub fn names(&self) -> Vec<Party> {
        self.certificates.iter().filter_map(|one| party_of(one)).collect()
    }

    /// Whether none is listed.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty()
    }
}

/// Papers are signed with certificates for many purposes; what the key may do is looked at beside.
struct AnyPurpose;

impl ExtendedKeyUsageValidator for AnyPurpose {
    fn validate(&self, _: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        Ok(())
    }
}

/// Which listed authority stands behind a certificate at a moment, over certificates that came with it.
pub(super) fn authority(
    signer: &Certificate<'_>,
    beside: &[Certificate<'_>],
    trusted: &Authorities,
    at: NaiveDateTime,
) -> Result<Party, Distrust> {
    let valid = |one: &Certificate<'_>| one.from <= at && at <= one.until;
    if at < signer.from || signer.until < at {
        return Err(if at < signer.from { Distrust::NotYetValid } else { Distrust::Expired });
    }
    if !signer.may_sign() {
        return Err(Distrust::NotForSigning);
    }
    if trusted.certificates.iter().any(|one| one == signer.whole) {
        // somebody put this very certificate on the list
        return Ok(signer.subject.clone());
    }
    let ders: Vec<CertificateDer<'_>> =
        trusted.certificates.iter().map(|one| CertificateDer::from(one.as_slice())).collect();
    let anchors: Vec<TrustAnchor<'_>> = ders
        .iter()
        .filter(|one| Certificate::read(one).is_some_and(|one| valid(&one)))
        .filter_map(|one| anchor_from_trusted_cert(one).ok())
        .collect();
    let own = CertificateDer::from(signer.whole);
    let own = EndEntityCert::try_from(&own).map_err(|_| Distrust::Chain)?;
    let others: Vec<CertificateDer<'_>> =
        beside.iter().filter(|one| one.whole != signer.whole).map(|one| CertificateDer::from(one.whole)).collect();
    let moment = u64::try_from(at.and_utc().timestamp()).map_err(|_| Distrust::Chain)?;
    let moment = UnixTime::since_unix_epoch(Duration::from_secs(moment));
    match own.verify_for_usage(ALGORITHMS, &anchors, &others, moment, AnyPurpose, None, None) {
        Ok(path) => {
            let subject = path.anchor().subject.as_ref();
            let named = |one: &&Vec<u8>| anchor_subject(one).is_some_and(|other| other == subject);
            Ok(trusted.certificates.iter().find(named).and_then(|one| party_of(one)).unwrap_or_default())
        }
        Err(Error::UnknownIssuer) => Err(Distrust::NotListed),
        Err(Error::CaUsedAsEndEntity) if trusted.is_empty() => Err(Distrust::NotListed),
        Err(_) => Err(Distrust::Chain),
    }
}

fn party_of(certificate: &[u8]) -> Option<Party> {
    Certificate::read(certificate).map(|one| one.subject)
}

/// The subject of a listed certificate, as the library writes it.
fn anchor_subject(certificate: &[u8]) -> Option<Vec<u8>> {
    let der = CertificateDer::from(certificate);
    anchor_from_trusted_cert(&der).ok().map(|anchor| anchor.subject.as_ref().to_vec())
}
