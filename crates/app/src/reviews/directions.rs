//! Directions upon a report, as its page shows them.

use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::{Refusal, Visitor, show};
use crate::tasks::entry::around;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;

/// A direction as it is shown.
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) says: String,
    pub(crate) to: String,
    pub(crate) due: String,
    pub(crate) by: String,
    pub(crate) task: Option<String>,
}

/// The part of a page that holds the directions.
pub(crate) struct Directions {
    pub(crate) w: &'static Words,
    pub(crate) rows: Vec<Row>,
    pub(crate) may: bool,
    pub(crate) action: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) refused: bool,
}

/// The form for a direction.
pub(super) async fn fields(
    app: &App,
    unit_id: &str,
    to: Option<&str>,
    w: &'static Words,
) -> Result<Vec<Field>, Refusal> {
    let units = std::iter::once((String::new(), w.choose_unit.to_owned()))
        .chain(around(app, unit_id).await?.into_iter().map(|unit| (unit.id, unit.name)))
        .collect();
    Ok(crate::face::forms::placed(
        vec![
            Field::new("says", w.direction, Input::Text, ""),
            Field::new("to", w.direction_to, Input::List(units), to.unwrap_or_default()),
            Field::new("due", w.direction_due, Input::Day, ""),
        ],
        "direct",
    ))
}

/// The directions upon a report of a unit or of a movement. `unit_id` is the authority; `to` the unit that is meant.
pub(crate) async fn upon(
    app: &App,
    visitor: &Visitor,
    report_id: &str,
    (unit_id, to): (&str, Option<&str>),
    action: String,
    refused: Option<Reader<'_>>,
    language: Language,
) -> Result<Directions, Refusal> {
    let w = words(language);
    let rows = app
        .store
        .directions_upon(report_id)
        .await?
        .into_iter()
        .map(|one| Row {
            says: one.direction.says,
            to: one.to_name.unwrap_or_default(),
            due: one.direction.due.map(|due| w.due_by.replace("{day}", &show::day(Some(due)))).unwrap_or_default(),
            by: format!("{}, {}", one.account_name, show::moment(one.at)),
            task: one.task_id,
            id: one.id,
        })
        .collect();
    let may = visitor.actor.may_in(Act::ManageTasks, unit_id);
    let mut fields = if may { fields(app, unit_id, to, w).await? } else { Vec::new() };
    let came = refused.is_some();
    if let Some(reader) = refused {
        fields = reader.mark(fields);
    }
    Ok(Directions { w, rows, may, action, fields, refused: came })
}
