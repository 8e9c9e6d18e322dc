//! The year of the country from what the provinces' movements hold: units that reported, what they were given, what they
//! reported and was accepted.

use crate::sql::{Row, row, rows, values};
use crate::{Store, StoreError};
use thidua_domain::periods::Period;
use thidua_domain::targets::{Comparator, Direction};

/// A unit that reported to a province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryUnit {
    /// Identifier.
    pub id: String,
    /// The code of its kind.
    pub kind: String,
    /// The province.
    pub province: String,
}

/// Who reports what to the provinces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountryLists {
    /// Units, by identifier.
    pub units: Vec<CountryUnit>,
    /// Which block each province stands in, where it stands in one; the newest arrangement last.
    pub clusters: Vec<(String, String)>,
    /// The codes of targets, and how each is compared.
    pub targets: Vec<(String, Comparator, Direction)>,
}

/// A value of a unit and target: a plan, or the figure of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryValue {
    /// The year.
    pub year: i32,
    /// The period; nothing for a plan.
    pub period: Option<Period>,
    /// The unit.
    pub unit_id: String,
    /// The code of the target.
    pub code: String,
    /// In ten-thousandths.
    pub value: i64,
}

/// Reports that were accepted, of rounds of issued plans of provinces.
const ACCEPTED: &str = "unit_reports u JOIN report_rounds d ON d.id = u.round_id
    JOIN movements m ON m.id = d.movement_id JOIN plans p ON p.id = m.plan_id JOIN units o ON o.id = p.unit_id
    WHERE u.state = 'accepted' AND p.issued = TRUE AND o.level = 'province' AND p.subject_year IS NOT NULL";

fn value(row: &Row, period: bool) -> Result<CountryValue, StoreError> {
    let year: i64 = row.get("subject_year")?;
    Ok(CountryValue {
        year: i32::try_from(year).map_err(|_| StoreError::Unreadable(format!("year {year}")))?,
        period: if period { Some(row.code("period", Period::from_code)?) } else { None },
        unit_id: row.get("unit_id")?,
        code: row.get("code")?,
        value: row.get("value")?,
    })
}

impl Store {
    /// A mark that is another one whenever a plan, an assignment or a report was written since.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn country_mark(&self) -> Result<String, StoreError> {
        let sql = "SELECT
            (SELECT CAST(COUNT(*) AS BIGINT) FROM unit_reports) AS reports,
            (SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM unit_reports) AS steps,
            (SELECT CAST(COUNT(*) AS BIGINT) FROM report_lines) AS lines,
            (SELECT CAST(COUNT(*) AS BIGINT) FROM assignments) AS given,
            (SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM assignments) AS changes,
            (SELECT CAST(COUNT(*) AS BIGINT) FROM plans WHERE issued = TRUE) AS plans";
        let found = row(&self.db, sql, values![]).await?.ok_or(StoreError::Absent)?;
        let mut mark = String::new();
        for column in ["reports", "steps", "lines", "given", "changes", "plans"] {
            let number: i64 = found.get(column)?;
            mark.push_str(&format!("{column} {number};"));
        }
        Ok(mark)
    }

    /// Who reports what to the provinces.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn country_lists(&self) -> Result<CountryLists, StoreError> {
        let sql = format!(
            "SELECT DISTINCT n.id, n.kind, o.id AS province FROM units n JOIN {} AND u.unit_id = n.id ORDER BY n.id",
            ACCEPTED.replacen("unit_reports u JOIN", "unit_reports u ON u.unit_id = n.id JOIN", 1)
        );
        let units = rows(&self.db, &sql, values![])
            .await?
            .iter()
            .map(|row| {
                Ok(CountryUnit { id: row.get("id")?, kind: row.get("kind")?, province: row.get("province")? })
            })
            .collect::<Result<_, StoreError>>()?;
        let sql =
            "SELECT l.unit_id, l.block_id FROM block_places l JOIN block_arrangements a ON a.id = l.arrangement_id
                   JOIN units o ON o.id = l.unit_id
                   WHERE a.decided = TRUE AND l.block_id IS NOT NULL AND o.level = 'province' AND l.to_day IS NULL
                   ORDER BY a.from_day, a.id, l.position";
        let clusters = rows(&self.db, sql, values![])
            .await?
            .iter()
            .map(|row| Ok((row.get("unit_id")?, row.get("block_id")?)))
            .collect::<Result<_, StoreError>>()?;
        let sql =
            "SELECT DISTINCT t.code, t.comparator, t.direction FROM targets t JOIN plans p ON p.id = t.plan_id
                   JOIN units o ON o.id = p.unit_id
                   WHERE p.issued = TRUE AND o.level = 'province' AND t.comparator IS NOT NULL ORDER BY t.code";
        let targets = rows(&self.db, sql, values![])
            .await?
            .iter()
            .map(|row| {
                let comparator = row.code("comparator", Comparator::from_code)?;
                Ok((row.get("code")?, comparator, row.code("direction", Direction::from_code)?))
            })
            .collect::<Result<_, StoreError>>()?;
        Ok(CountryLists { units, clusters, targets })
    }

    /// What units were given by the provinces.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn country_plans(&self) -> Result<Vec<CountryValue>, StoreError> {
        let sql = "SELECT p.subject_year, a.unit_id, t.code, a.value FROM assignments a
                   JOIN targets t ON t.id = a.target_id JOIN plans p ON p.id = t.plan_id JOIN units o ON o.id = p.unit_id
                   WHERE a.is_current = TRUE AND a.state IN ('assigned', 'changed') AND a.requested = FALSE
                     AND a.value IS NOT NULL AND p.issued = TRUE AND o.level = 'province' AND p.subject_year IS NOT NULL";
        rows(&self.db, sql, values![]).await?.iter().map(|row| value(row, false)).collect()
    }

    /// What units reported to the provinces of a year, as far as it was accepted: amounts from the first of January on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn country_figures(&self, year: i64) -> Result<Vec<CountryValue>, StoreError> {
        let sql = format!(
            "SELECT p.subject_year, d.period, u.unit_id, t.code, l.value FROM report_lines l
             JOIN targets t ON t.id = l.target_id JOIN {} AND p.subject_year = $1
               AND l.is_current = TRUE AND l.state = 'number' AND l.value IS NOT NULL",
            ACCEPTED.replacen("unit_reports u JOIN", "unit_reports u ON u.id = l.report_id JOIN", 1)
        );
        rows(&self.db, &sql, values![year]).await?.iter().map(|row| value(row, true)).collect()
    }

    /// The years that provinces have accepted reports of.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn country_years(&self) -> Result<Vec<i64>, StoreError> {
        let sql = format!("SELECT DISTINCT p.subject_year FROM {ACCEPTED} ORDER BY p.subject_year");
        rows(&self.db, &sql, values![]).await?.iter().map(|row| row.get("subject_year")).collect()
    }
}
