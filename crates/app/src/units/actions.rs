//! Adding authorities.

use crate::App;
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::{Unit, districts_end};
use thidua_store::audit::Entry;
use thidua_store::{Author, StoreError};

/// Adds an authority; its identifier.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn add(
    app: &App,
    author: Author,
    name: &str,
    level: IssuerLevel,
    parent_name: Option<String>,
) -> Result<String, StoreError> {
    let change = app.store.change(author).await?;
    let id = change.new_id();
    // the district level ended on a day; its old plans stay readable
    let valid_to = if level == IssuerLevel::District { districts_end() } else { None };
    let unit = Unit {
        id: id.clone(),
        name: name.to_owned(),
        level,
        parent_id: None,
        parent_name,
        valid_from: None,
        valid_to,
    };
    change.add_unit(&unit).await?;
    let entry = Entry {
        unit_id: Some(id.clone()),
        act: "unit.added",
        subject: "unit",
        subject_id: id.clone(),
        detail: Some(name.to_owned()),
    };
    change.commit(entry).await?;
    Ok(id)
}
