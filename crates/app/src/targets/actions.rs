//! Setting what a rule needs from a person.

use crate::App;
use crate::face::show;
use thidua_domain::basics::Amount;
use thidua_domain::targets::Direction;
use thidua_store::audit::Entry;
use thidua_store::{Author, StoreError};

/// Sets tolerance, reference and direction of a target.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn set_reference(
    app: &App,
    author: Author,
    unit_id: &str,
    target_id: &str,
    tolerance: Option<Amount>,
    reference: Option<Amount>,
    direction: Direction,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.set_reference(target_id, tolerance, reference, direction).await?;
    let vi = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let detail = format!(
        "± {} = {} {}",
        show::amount(tolerance),
        show::amount(reference),
        super::labels::direction(direction, vi)
    );
    let entry = Entry {
        unit_id: Some(unit_id.to_owned()),
        act: "target.reference",
        subject: "target",
        subject_id: target_id.to_owned(),
        detail: Some(detail),
    };
    change.commit(entry).await
}
