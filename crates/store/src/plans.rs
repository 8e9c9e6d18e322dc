//! Plans: the draft read from a file, corrected by people, and issued once.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError, movements, plan_pieces, targets};
use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use thidua_domain::plans::alike::{Lesson, LessonKind};
use thidua_domain::plans::draft::{IssuerLevel, Piece, PlanDraft};
use thidua_domain::plans::symbol::NumberSymbol;

/// A plan as it stands in the store.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Identifier.
    pub id: String,
    /// The authority that issues it.
    pub unit_id: String,
    /// Counts up with every correction; a correction names the version it was made on.
    pub version: i64,
    /// Issued plans no longer change.
    pub issued: bool,
    /// Loaded with the demo.
    pub illustrative: bool,
    /// Digest of the original file.
    pub source_digest: String,
    /// Name of the original file.
    pub source_name: String,
    /// The lines of the source as read.
    pub source: Vec<String>,
    /// What the reader did on the way to its text, as codes.
    pub source_notes: String,
    /// Everything read from it, as corrected.
    pub draft: PlanDraft,
}

/// A line of a list of plans.
#[derive(Clone, Debug)]
pub struct PlanLine {
    /// Identifier.
    pub id: String,
    /// The authority.
    pub unit_id: String,
    /// Whether it was issued.
    pub issued: bool,
    /// Loaded with the demo.
    pub illustrative: bool,
    /// Number and symbol.
    pub number_symbol: Option<String>,
    /// Date.
    pub dated: Option<NaiveDate>,
    /// Title.
    pub title: Option<String>,
    /// Theme, own or inherited.
    pub theme: Option<String>,
    /// The year of its movement.
    pub subject_year: Option<i64>,
    /// Leaf targets.
    pub leaves: i64,
    /// The plan's own movement.
    pub movement_id: Option<String>,
    /// Where that stands.
    pub movement_state: Option<String>,
    /// When it was brought in.
    pub created_at: Moment,
}

/// A plan to be brought in.
#[derive(Debug)]
pub struct NewPlan<'a> {
    /// Identifier.
    pub id: &'a str,
    /// The authority.
    pub unit_id: &'a str,
    /// Loaded with the demo.
    pub illustrative: bool,
    /// Digest of the original file, registered before.
    pub source_digest: &'a str,
    /// Its name.
    pub source_name: &'a str,
    /// Its lines as read.
    pub source: &'a [String],
    /// What the reader did on the way to its text, as codes.
    pub source_notes: &'a str,
    /// What was read.
    pub draft: &'a PlanDraft,
}

impl Change {
    /// Brings in a plan with everything read from it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_plan(&self, plan: &NewPlan<'_>) -> Result<(), StoreError> {
        let sql = "INSERT INTO plans (id, unit_id, version, illustrative, source_digest, source_name, source_text,
                     source_notes, created_at) VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8)";
        let values = values![
            plan.id,
            plan.unit_id,
            plan.illustrative,
            plan.source_digest,
            plan.source_name,
            plan.source.join("\n"),
            plan.source_notes,
            self.author.at,
        ];
        execute(&self.tx, sql, values).await?;
        self.write_draft(plan.id, plan.draft).await
    }

    /// Replaces the draft of a plan that is not issued.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is issued or was corrected since `seen`.
    pub async fn replace_draft(&self, plan: &Plan, seen: i64, draft: &PlanDraft) -> Result<(), StoreError> {
        self.next_version(&plan.id, seen).await?;
        let before =
            serde_json::to_string(&plan.draft).map_err(|problem| StoreError::Unreadable(problem.to_string()))?;
        let sql = "INSERT INTO plan_versions (plan_id, version, draft) VALUES ($1, $2, $3)";
        execute(&self.tx, sql, values![plan.id.as_str(), seen, before]).await?;
        self.write_draft(&plan.id, draft).await
    }

    /// Takes the last correction of a plan back.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is issued, was corrected since `seen`, or has no correction to take back.
    pub async fn undo_correction(&self, plan_id: &str, seen: i64) -> Result<(), StoreError> {
        self.next_version(plan_id, seen).await?;
        let sql = "SELECT version, draft FROM plan_versions WHERE plan_id = $1 ORDER BY version DESC LIMIT 1";
        let found = row(&self.tx, sql, values![plan_id]).await?.ok_or(StoreError::ChangedMeanwhile)?;
        let (version, text): (i64, String) = (found.get("version")?, found.get("draft")?);
        let draft: PlanDraft =
            serde_json::from_str(&text).map_err(|problem| StoreError::Unreadable(problem.to_string()))?;
        let sql = "DELETE FROM plan_versions WHERE plan_id = $1 AND version = $2";
        execute(&self.tx, sql, values![plan_id, version]).await?;
        self.write_draft(plan_id, &draft).await
    }

    async fn next_version(&self, plan_id: &str, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE plans SET version = version + 1 WHERE id = $1 AND version = $2 AND issued = FALSE";
        if execute(&self.tx, sql, values![plan_id, seen]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        Ok(())
    }

    /// Remembers what somebody corrected, for the next reading of this authority's documents.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn learn(&self, unit_id: &str, lesson: &Lesson) -> Result<(), StoreError> {
        let key = || values![unit_id, lesson.kind.code(), lesson.printed.as_str()];
        let sql = "DELETE FROM lessons WHERE unit_id = $1 AND kind = $2 AND printed = $3";
        execute(&self.tx, sql, key()).await?;
        let mut row = key();
        row.extend(values![lesson.meant.as_str(), self.author.at]);
        let sql = "INSERT INTO lessons (unit_id, kind, printed, meant, learned_at) VALUES ($1, $2, $3, $4, $5)";
        execute(&self.tx, sql, row).await?;
        Ok(())
    }

    /// Issues a plan: from here on it does not change. Its number is entered in the register of its authority,
    /// year and symbol, where it is unique.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when the number is taken, [`StoreError::ChangedMeanwhile`] when the plan was
    /// corrected since `seen` or issued by somebody else.
    pub async fn issue_plan(
        &self,
        plan_id: &str,
        seen: i64,
        unit_id: &str,
        symbol: &NumberSymbol,
        dated: NaiveDate,
    ) -> Result<(), StoreError> {
        let register = format!("{unit_id}|{}|{}", chrono::Datelike::year(&dated), symbol.key());
        let sql = "UPDATE plans SET issued = TRUE, version = version + 1, register_key = $1
                   WHERE id = $2 AND version = $3 AND issued = FALSE";
        if execute(&self.tx, sql, values![register, plan_id, seen]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        Ok(())
    }

    /// Throws away a plan that is not issued. The original file and the audit entries stay.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is issued.
    pub async fn discard_plan(&self, plan_id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE plans SET version = version + 1 WHERE id = $1 AND issued = FALSE";
        if execute(&self.tx, sql, values![plan_id]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        execute(&self.tx, "DELETE FROM plan_versions WHERE plan_id = $1", values![plan_id]).await?;
        plan_pieces::clear(&self.tx, plan_id).await?;
        for table in ["targets", "movements"] {
            execute(&self.tx, &format!("DELETE FROM {table} WHERE plan_id = $1"), values![plan_id]).await?;
        }
        execute(&self.tx, "DELETE FROM plans WHERE id = $1", values![plan_id]).await?;
        Ok(())
    }

    async fn write_draft(&self, plan_id: &str, draft: &PlanDraft) -> Result<(), StoreError> {
        let head = &draft.document;
        let text = |piece: &Option<Piece<String>>| piece.as_ref().map(|piece| piece.value.clone());
        let sql =
            "UPDATE plans SET kind = $1, number_symbol = $2, issuer = $3, issuer_level = $4, parent_authority = $5,
                     place = $6, dated = $7, title = $8, subject_year = $9, theme = $10, inherited_theme = $11,
                     inherited_theme_source = $12, signer_title = $13, signer_name = $14 WHERE id = $15";
        let values = values![
            text(&head.kind),
            text(&head.number_symbol),
            text(&head.issuer),
            head.issuer_level.as_ref().map(|level| level.value.code()),
            text(&head.parent_authority),
            text(&head.place),
            head.date.as_ref().map(|date| date.value),
            text(&head.title),
            head.subject_year.as_ref().map(|year| i64::from(year.value)),
            text(&head.theme),
            text(&head.inherited_theme),
            head.inherited_theme_source.clone(),
            text(&head.signer_title),
            text(&head.signer_name),
            plan_id,
        ];
        execute(&self.tx, sql, values).await?;
        plan_pieces::replace(&self.tx, plan_id, draft).await?;
        targets::replace(&self.tx, plan_id, &draft.targets, || self.new_id()).await?;
        movements::replace(&self.tx, plan_id, &draft.movements, || self.new_id()).await
    }
}

const LINE: &str = "SELECT p.id, p.unit_id, p.issued, p.illustrative, p.number_symbol, p.dated, p.title,
        COALESCE(p.theme, p.inherited_theme) AS theme, p.subject_year, p.created_at, m.id AS movement_id,
        m.state AS movement_state,
        (SELECT COUNT(*) FROM targets t WHERE t.plan_id = p.id AND t.comparator IS NOT NULL) AS leaves
    FROM plans p LEFT JOIN movements m ON m.plan_id = p.id AND m.own = TRUE";

impl Store {
    /// The plans of an authority, or of all, newest year first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn plans(&self, units: Option<&[&str]>) -> Result<Vec<PlanLine>, StoreError> {
        let order = "ORDER BY p.subject_year DESC, p.created_at DESC, p.id";
        let found = match units {
            Some([]) => Vec::new(),
            Some(units) => {
                let sql = format!("{LINE} WHERE p.unit_id IN ({}) {order}", crate::sql::places(1, units.len()));
                rows(&self.db, &sql, units.iter().map(|unit| (*unit).into()).collect()).await?
            }
            None => rows(&self.db, &format!("{LINE} {order}"), values![]).await?,
        };
        found.iter().map(line).collect()
    }

    /// The line of one plan, without its source and pieces.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn plan_line(&self, id: &str) -> Result<Option<PlanLine>, StoreError> {
        row(&self.db, &format!("{LINE} WHERE p.id = $1"), values![id]).await?.as_ref().map(line).transpose()
    }

    /// A whole plan.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn plan(&self, id: &str) -> Result<Option<Plan>, StoreError> {
        load(&self.db, id).await
    }

    /// The draft as the reader gave it, when somebody corrected it since.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn first_draft(&self, plan_id: &str) -> Result<Option<PlanDraft>, StoreError> {
        let sql = "SELECT draft FROM plan_versions WHERE plan_id = $1 ORDER BY version LIMIT 1";
        let Some(found) = row(&self.db, sql, values![plan_id]).await? else { return Ok(None) };
        let text: String = found.get("draft")?;
        serde_json::from_str(&text).map(Some).map_err(|problem| StoreError::Unreadable(problem.to_string()))
    }

    /// What people of an authority corrected, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lessons(&self, unit_id: &str) -> Result<Vec<Lesson>, StoreError> {
        let sql = "SELECT kind, printed, meant FROM lessons WHERE unit_id = $1 ORDER BY learned_at DESC, printed LIMIT 500";
        let found = rows(&self.db, sql, values![unit_id]).await?;
        let lesson = |row: &Row| -> Result<Option<Lesson>, StoreError> {
            let kind: String = row.get("kind")?;
            let (printed, meant) = (row.get("printed")?, row.get("meant")?);
            Ok(LessonKind::from_code(&kind).map(|kind| Lesson { kind, printed, meant }))
        };
        found.iter().filter_map(|row| lesson(row).transpose()).collect()
    }

    /// The plan of an authority that was read from a file, if there is one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn plan_from_file(&self, unit_id: &str, digest: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT id FROM plans WHERE unit_id = $1 AND source_digest = $2 ORDER BY created_at LIMIT 1";
        row(&self.db, sql, values![unit_id, digest]).await?.map(|row| row.get("id")).transpose()
    }
}

fn line(row: &Row) -> Result<PlanLine, StoreError> {
    Ok(PlanLine {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        issued: row.get("issued")?,
        illustrative: row.get("illustrative")?,
        number_symbol: row.get("number_symbol")?,
        dated: row.get("dated")?,
        title: row.get("title")?,
        theme: row.get("theme")?,
        subject_year: row.get("subject_year")?,
        leaves: row.get("leaves")?,
        movement_id: row.get("movement_id")?,
        movement_state: row.get("movement_state")?,
        created_at: row.get("created_at")?,
    })
}

async fn load(db: &impl ConnectionTrait, id: &str) -> Result<Option<Plan>, StoreError> {
    let Some(row) = row(db, "SELECT * FROM plans WHERE id = $1", values![id]).await? else { return Ok(None) };
    let mut draft = plan_pieces::load(db, id).await?;
    let places = plan_pieces::places(db, id).await?;
    let text = |column: &'static str| -> Result<Option<Piece<String>>, StoreError> {
        Ok(row.get::<Option<String>>(column)?.map(|value| places.place(column, value)))
    };
    let head = &mut draft.document;
    head.kind = text("kind")?;
    head.number_symbol = text("number_symbol")?;
    head.issuer = text("issuer")?;
    head.issuer_level =
        row.optional_code("issuer_level", IssuerLevel::from_code)?.map(|level| places.place("issuer_level", level));
    head.parent_authority = text("parent_authority")?;
    head.place = text("place")?;
    head.date = row.get::<Option<NaiveDate>>("dated")?.map(|date| places.place("date", date));
    head.title = text("title")?;
    head.subject_year = row
        .get::<Option<i64>>("subject_year")?
        .and_then(|year| i32::try_from(year).ok())
        .map(|year| places.place("subject_year", year));
    head.theme = text("theme")?;
    head.inherited_theme = text("inherited_theme")?;
    head.inherited_theme_source = row.get("inherited_theme_source")?;
    head.signer_title = text("signer_title")?;
    head.signer_name = text("signer_name")?;
    draft.targets = targets::load(db, id).await?.into_iter().map(|target| target.draft).collect();
    draft.movements = movements::load(db, id).await?.into_iter().map(|movement| movement.named).collect();
    let source: String = row.get("source_text")?;
    Ok(Some(Plan {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        version: row.get("version")?,
        issued: row.get("issued")?,
        illustrative: row.get("illustrative")?,
        source_digest: row.get("source_digest")?,
        source_name: row.get("source_name")?,
        source_notes: row.get::<Option<String>>("source_notes")?.unwrap_or_default(),
        source: source.split('\n').map(str::to_owned).collect(),
        draft,
    }))
}
