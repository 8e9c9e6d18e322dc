//! Printers, each measured for the paper of a design.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// A printer and what its test sheet was measured with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    /// Identifier.
    pub id: String,
    /// Whose it is.
    pub unit_id: String,
    /// How people call it.
    pub name: String,
    /// For which design.
    pub design: String,
    /// Micrometres from the edges of the paper to the crosses: left, top, right, bottom.
    pub crosses: [i64; 4],
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who measured it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str =
    "p.id, p.unit_id, p.name, p.design, p.cross_left, p.cross_top, p.cross_right, p.cross_bottom, p.version,
    p.account_name, p.written_at";

impl Change {
    /// Writes a printer, or measures it again over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] where the unit has one of this name for the design,
    /// [`StoreError::ChangedMeanwhile`] when somebody measured it since.
    pub async fn write_printer(&self, it: &Printer) -> Result<(), StoreError> {
        let author = self.author();
        let [left, top, right, bottom] = it.crosses;
        if it.version == 0 {
            let columns = [
                "id",
                "unit_id",
                "name",
                "design",
                "cross_left",
                "cross_top",
                "cross_right",
                "cross_bottom",
                "version",
                "account_name",
                "written_at",
            ];
            let kept = values![
                it.id.clone(),
                it.unit_id.clone(),
                it.name.clone(),
                it.design.clone(),
                left,
                top,
                right,
                bottom,
                1_i64,
                author.name.clone(),
                author.at,
            ];
            return insert(&self.tx, "printers", &columns, vec![kept]).await;
        }
        let sql = "UPDATE printers SET cross_left = $1, cross_top = $2, cross_right = $3, cross_bottom = $4,
                     account_name = $5, written_at = $6, version = version + 1
                   WHERE id = $7 AND version = $8";
        let values = values![left, top, right, bottom, author.name.clone(), author.at, it.id.clone(), it.version];
        one(execute(&self.tx, sql, values).await?)
    }
}

impl Store {
    /// The printers of a unit, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn printers(&self, unit_id: &str) -> Result<Vec<Printer>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM printers p WHERE p.unit_id = $1 ORDER BY p.name, p.design, p.id");
        rows(&self.db, &sql, values![unit_id]).await?.iter().map(printer).collect()
    }

    /// One printer.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn printer(&self, id: &str) -> Result<Option<Printer>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM printers p WHERE p.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(printer).transpose()
    }
}

fn printer(row: &Row) -> Result<Printer, StoreError> {
    Ok(Printer {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        name: row.get("name")?,
        design: row.get("design")?,
        crosses: [row.get("cross_left")?, row.get("cross_top")?, row.get("cross_right")?, row.get("cross_bottom")?],
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
