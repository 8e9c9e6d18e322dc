//! What is known of a movement beyond its name: sort, period, national movement; its contents and programmes.

use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Store, StoreError};
use thidua_domain::movements::MovementKind;
use thidua_domain::movements::kind::Field;

/// Facts of a movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Sort.
    pub kind: MovementKind,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// Key of the national movement it carries out.
    pub national: Option<String>,
    /// Who launched it.
    pub launched_by: Option<String>,
    /// Whether it aims at hard, urgent or weak points.
    pub focus: bool,
    /// Counts up with every change; zero before the first.
    pub version: i64,
}

/// What a content item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentKind {
    /// Nội dung thi đua.
    Area,
    /// Mục đích, yêu cầu.
    Purpose,
    /// Nhiệm vụ trọng tâm.
    FocusTask,
    /// Nhiệm vụ đột phá.
    Breakthrough,
    /// Chương trình, nghị quyết gắn với phong trào.
    Programme,
    /// Tồn tại, hạn chế năm trước mang sang.
    Carried,
}

impl ContentKind {
    /// Every kind, in the order of the page.
    pub const ALL: [ContentKind; 6] = [
        ContentKind::Purpose,
        ContentKind::Area,
        ContentKind::FocusTask,
        ContentKind::Breakthrough,
        ContentKind::Programme,
        ContentKind::Carried,
    ];

    /// The word for the store.
    pub fn code(self) -> &'static str {
        match self {
            ContentKind::Area => "area",
            ContentKind::Purpose => "purpose",
            ContentKind::FocusTask => "focus-task",
            ContentKind::Breakthrough => "breakthrough",
            ContentKind::Programme => "programme",
            ContentKind::Carried => "carried",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A content item of a movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Identifier.
    pub id: String,
    /// What it is.
    pub kind: ContentKind,
    /// The plan's own numbering.
    pub numbering: Option<String>,
    /// Field of work.
    pub field: Field,
    /// Its words.
    pub text: String,
    /// Lines of the plan.
    pub lines: Option<(i64, i64)>,
    /// What was done about it.
    pub answer: Option<String>,
    /// Counts up with every change.
    pub version: i64,
    /// Targets that belong to it.
    pub targets: Vec<String>,
    /// Tasks that carry it out.
    pub tasks: Vec<String>,
}

impl Change {
    /// Writes the facts of a movement.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else wrote them since that version.
    pub async fn write_facts(&self, movement_id: &str, facts: &Facts) -> Result<(), StoreError> {
        let (from, to) =
            facts.years.map_or((None, None), |(from, to)| (Some(i64::from(from)), Some(i64::from(to))));
        let values = values![
            facts.kind.code(),
            from,
            to,
            facts.national.clone(),
            facts.launched_by.clone(),
            facts.focus,
            movement_id,
            facts.version,
        ];
        let sql = if facts.version == 0 {
            "INSERT INTO movement_facts (kind, from_year, to_year, national, launched_by, focus, movement_id, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8 + 1)"
        } else {
            "UPDATE movement_facts SET kind = $1, from_year = $2, to_year = $3, national = $4, launched_by = $5,
               focus = $6, version = version + 1 WHERE movement_id = $7 AND version = $8"
        };
        match execute(&self.tx, sql, values).await {
            Ok(0) | Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }

    /// Adds content items after those that are there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_contents(&self, movement_id: &str, contents: &[Content]) -> Result<(), StoreError> {
        let sql = "SELECT COALESCE(MAX(position), -1) AS last FROM contents WHERE movement_id = $1";
        let last: i64 =
            row(&self.tx, sql, values![movement_id]).await?.map(|row| row.get("last")).transpose()?.unwrap_or(-1);
        let columns = [
            "id",
            "movement_id",
            "position",
            "kind",
            "numbering",
            "field",
            "text",
            "line_first",
            "line_last",
            "answer",
            "version",
        ];
        let of = |(index, one): (usize, &Content)| {
            values![
                one.id.clone(),
                movement_id,
                last + 1 + i64::try_from(index).unwrap_or_default(),
                one.kind.code(),
                one.numbering.clone(),
                one.field.code(),
                one.text.clone(),
                one.lines.map(|(first, _)| first),
                one.lines.map(|(_, last)| last),
                one.answer.clone(),
                0_i64,
            ]
        };
        insert(&self.tx, "contents", &columns, contents.iter().enumerate().map(of).collect()).await?;
        for one in contents {
            self.put_links(one).await?;
        }
        Ok(())
    }

    /// Changes one content item with the targets and tasks that belong to it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version.
    pub async fn change_content(&self, movement_id: &str, content: &Content) -> Result<(), StoreError> {
        let sql = "UPDATE contents SET kind = $1, field = $2, text = $3, answer = $4, version = version + 1
                   WHERE id = $5 AND movement_id = $6 AND version = $7";
        let values = values![
            content.kind.code(),
            content.field.code(),
            content.text.clone(),
            content.answer.clone(),
            content.id.clone(),
            movement_id,
            content.version,
        ];
        if execute(&self.tx, sql, values).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        for table in ["content_targets", "content_tasks"] {
            let sql = format!("DELETE FROM {table} WHERE content_id = $1");
            execute(&self.tx, &sql, values![content.id.as_str()]).await?;
        }
        self.put_links(content).await
    }

    async fn put_links(&self, content: &Content) -> Result<(), StoreError> {
        let of = |linked: &[String]| {
            linked.iter().map(|one| values![content.id.as_str(), one.as_str()]).collect::<Vec<_>>()
        };
        insert(&self.tx, "content_targets", &["content_id", "target_id"], of(&content.targets)).await?;
        insert(&self.tx, "content_tasks", &["content_id", "task_id"], of(&content.tasks)).await
    }
}

impl Store {
    /// The facts of a movement that somebody wrote.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn facts(&self, movement_id: &str) -> Result<Option<Facts>, StoreError> {
        let sql = "SELECT kind, from_year, to_year, national, launched_by, focus, version FROM movement_facts
                   WHERE movement_id = $1";
        row(&self.db, sql, values![movement_id]).await?.as_ref().map(facts).transpose()
    }

    /// The content items of a movement in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn contents(&self, movement_id: &str) -> Result<Vec<Content>, StoreError> {
        let sql = "SELECT id, kind, numbering, field, text, line_first, line_last, answer, version FROM contents
                   WHERE movement_id = $1 ORDER BY position, id";
        let mut found =
            rows(&self.db, sql, values![movement_id]).await?.iter().map(content).collect::<Result<Vec<_>, _>>()?;
        let sql = "SELECT t.content_id, t.target_id FROM content_targets t JOIN contents c ON c.id = t.content_id
                   WHERE c.movement_id = $1";
        for row in rows(&self.db, sql, values![movement_id]).await? {
            let (content, target): (String, String) = (row.get("content_id")?, row.get("target_id")?);
            if let Some(one) = found.iter_mut().find(|one| one.id == content) {
                one.targets.push(target);
            }
        }
        let sql = "SELECT t.content_id, t.task_id FROM content_tasks t JOIN contents c ON c.id = t.content_id
                   WHERE c.movement_id = $1";
        for row in rows(&self.db, sql, values![movement_id]).await? {
            let (content, task): (String, String) = (row.get("content_id")?, row.get("task_id")?);
            if let Some(one) = found.iter_mut().find(|one| one.id == content) {
                one.tasks.push(task);
            }
        }
        Ok(found)
    }
}

fn facts(row: &Row) -> Result<Facts, StoreError> {
    let year = |name: &str| -> Result<Option<i32>, StoreError> {
        let year: Option<i64> = row.get(name)?;
        Ok(year.and_then(|year| i32::try_from(year).ok()))
    };
    Ok(Facts {
        kind: row.code("kind", MovementKind::from_code)?,
        years: year("from_year")?.zip(year("to_year")?),
        national: row.get("national")?,
        launched_by: row.get("launched_by")?,
        focus: row.get("focus")?,
        version: row.get("version")?,
    })
}

fn content(row: &Row) -> Result<Content, StoreError> {
    let (first, last): (Option<i64>, Option<i64>) = (row.get("line_first")?, row.get("line_last")?);
    Ok(Content {
        id: row.get("id")?,
        kind: row.code("kind", ContentKind::from_code)?,
        numbering: row.get("numbering")?,
        field: row.code("field", Field::from_code)?,
        text: row.get("text")?,
        lines: first.zip(last),
        answer: row.get("answer")?,
        version: row.get("version")?,
        targets: Vec::new(),
        tasks: Vec::new(),
    })
}
