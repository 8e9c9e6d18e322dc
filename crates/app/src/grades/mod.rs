//! Year's grades of units, organisations and people: what they rest on, who says what, and the decision.

mod basis;
mod board;
mod door;
mod grid;
mod labels;
mod list;
mod sheet;
mod shown;
pub(crate) mod words;
mod writing;

pub(crate) use board::show as board;
pub(crate) use grid::{show as grid, write as write_grid};
pub(crate) use list::download;
pub(crate) use sheet::{show_person, show_unit};
pub(crate) use shown::{Line, of_person, of_unit};
pub(crate) use writing::{write_person, write_unit};

/// What the grade of a unit would rest on now.
pub(crate) async fn bases_of_unit(
    app: &crate::App,
    unit: &thidua_domain::units::Unit,
    year: i64,
    language: thidua_domain::basics::Language,
) -> Result<Vec<thidua_domain::grades::Basis>, crate::face::Refusal> {
    let subject = door::Subject {
        whom: thidua_store::grades::Graded::Unit(unit.id.clone()),
        name: unit.name.clone(),
        unit: unit.clone(),
        person: None,
        powers: door::Powers::default(),
    };
    basis::gather(app, &subject, year, language).await
}
