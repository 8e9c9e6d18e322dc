//! Bringing the tables up to date: numbered files, each run once, in order, and never changed afterwards.

use crate::StoreError;
use crate::sql::{execute, rows, values};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, TransactionTrait};

/// Number, name and text of each step.
const STEPS: &[(i64, &str, &str)] = &[
    (1, "foundation", include_str!("../migrations/0001_foundation.sql")),
    (2, "corrections", include_str!("../migrations/0002_corrections.sql")),
    (3, "units", include_str!("../migrations/0003_units.sql")),
    (4, "signing-in", include_str!("../migrations/0004_signing_in.sql")),
    (5, "cascade", include_str!("../migrations/0005_cascade.sql")),
    (6, "registrations", include_str!("../migrations/0006_registrations.sql")),
    (7, "tasks", include_str!("../migrations/0007_tasks.sql")),
    (8, "calendar", include_str!("../migrations/0008_calendar.sql")),
    (9, "movements", include_str!("../migrations/0009_movements.sql")),
    (10, "people", include_str!("../migrations/0010_people.sql")),
    (11, "regulations", include_str!("../migrations/0011_regulations.sql")),
    (13, "movement-year", include_str!("../migrations/0013_movement_year.sql")),
    (14, "sent-forms", include_str!("../migrations/0014_sent_forms.sql")),
    (15, "blocks", include_str!("../migrations/0015_blocks.sql")),
    (16, "recognitions", include_str!("../migrations/0016_recognitions.sql")),
    (17, "reporting", include_str!("../migrations/0017_reporting.sql")),
    (18, "inspections", include_str!("../migrations/0018_inspections.sql")),
    (19, "grades", include_str!("../migrations/0019_grades.sql")),
    (21, "evaluation", include_str!("../migrations/0021_evaluation.sql")),
    (22, "seeing", include_str!("../migrations/0022_seeing.sql")),
    (23, "reviews", include_str!("../migrations/0023_reviews.sql")),
    (24, "nominations", include_str!("../migrations/0024_nominations.sql")),
    (25, "initiatives", include_str!("../migrations/0025_initiatives.sql")),
    (26, "council_meetings", include_str!("../migrations/0026_council_meetings.sql")),
    (27, "decisions", include_str!("../migrations/0027_decisions.sql")),
    (28, "opened-as", include_str!("../migrations/0028_opened_as.sql")),
    (29, "letters-and-drawers", include_str!("../migrations/0029_letters_and_drawers.sql")),
    (30, "released-tellers", include_str!("../migrations/0030_released_tellers.sql")),
    (31, "certificates", include_str!("../migrations/0031_certificates.sql")),
    (32, "word-templates", include_str!("../migrations/0032_word_templates.sql")),
];

/// One lock for all who start at the same time on one PostgreSQL.
const LOCK: i64 = 0x7468_6964_7561;

pub(crate) async fn run(db: &DatabaseConnection) -> Result<(), StoreError> {
    let change = db.begin_with_options(crate::change::immediate()).await?;
    if change.get_database_backend() == DbBackend::Postgres {
        execute(&change, "SELECT pg_advisory_xact_lock($1)", values![LOCK]).await?;
    }
    change
        .execute_unprepared("CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL)")
        .await?;
    let done: Vec<i64> = rows(&change, "SELECT number FROM migrations", values![])
        .await?
        .iter()
        .map(|row| row.get("number"))
        .collect::<Result<_, _>>()?;
    for (number, name, text) in STEPS {
        if !done.contains(number) {
            change.execute_unprepared(text).await?;
            if *name == "units" {
                crate::names::keep_units(&change).await?;
            }
            execute(&change, "INSERT INTO migrations (number, name) VALUES ($1, $2)", values![*number, *name])
                .await?;
        }
    }
    change.commit().await?;
    Ok(())
}
