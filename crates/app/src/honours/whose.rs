//! Who is one and the same: the records of a person, the forerunners of a unit.

use crate::App;
use crate::face::Refusal;

/// Forerunners that are looked for.
const MOST: usize = 200;

/// All records of a person, the one that stands for them first.
pub(crate) async fn records(app: &App, person: &str) -> Result<Vec<String>, Refusal> {
    let root = app.store.root_of(person).await?;
    Ok(app.store.same_person(&root).await?)
}

/// A unit and all units that became it, itself first.
pub(crate) async fn forerunners(app: &App, unit: &str) -> Result<Vec<String>, Refusal> {
    let mut found = vec![unit.to_owned()];
    let mut at = 0;
    while at < found.len() && found.len() < MOST {
        for one in app.store.descent(&found[at]).await?.into_iter().filter(|one| one.before) {
            if !found.contains(&one.unit_id) {
                found.push(one.unit_id);
            }
        }
        at += 1;
    }
    Ok(found)
}

/// The records and units that a subject is.
pub(crate) async fn subject(
    app: &App,
    person: Option<&str>,
    unit: Option<&str>,
) -> Result<(Vec<String>, Vec<String>), Refusal> {
    let people = match person {
        Some(person) => records(app, person).await?,
        None => Vec::new(),
    };
    let units = match unit {
        Some(unit) => forerunners(app, unit).await?,
        None => Vec::new(),
    };
    Ok((people, units))
}
