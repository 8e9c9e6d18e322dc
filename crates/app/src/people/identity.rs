//! Identity numbers: sealed for one record, found by a keyed hash, shown masked.

use crate::App;
use crate::face::Refusal;
use thidua_domain::people::identity::IdentityNumber;
use thidua_store::StoreError;
use thidua_store::people::SealedIdentity;

fn context(person_id: &str) -> String {
    format!("identity:{person_id}")
}

/// The keyed hash by which an equal number is found. It tells nothing to who does not have the key.
pub(crate) fn hash(app: &App, number: &IdentityNumber) -> Result<String, StoreError> {
    let bytes = app.sealing.derive(&format!("identity-hash:{}", number.digits()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Seals a number for a record.
pub(crate) fn seal(app: &App, person_id: &str, number: &IdentityNumber) -> Result<SealedIdentity, StoreError> {
    let sealed = app.sealing.seal(&context(person_id), number.digits().as_bytes())?;
    Ok(SealedIdentity { sealed, hash: hash(app, number)? })
}

/// Opens a sealed number.
pub(crate) fn open(app: &App, person_id: &str, sealed: &str) -> Result<IdentityNumber, Refusal> {
    let bytes = app.sealing.open(&context(person_id), sealed)?;
    let text = String::from_utf8(bytes).map_err(Refusal::fault)?;
    IdentityNumber::read(&text).map_err(|problem| Refusal::fault(format!("{problem:?}")))
}

/// The masked number of a record, where one is kept. One that cannot be opened is said to be there.
pub(crate) async fn masked(app: &App, person_id: &str) -> Result<Option<String>, Refusal> {
    let Some(kept) = app.store.identity_of(person_id).await? else { return Ok(None) };
    Ok(Some(open(app, person_id, &kept.sealed).map_or_else(|_| "0xx…".to_owned(), |number| number.masked())))
}
