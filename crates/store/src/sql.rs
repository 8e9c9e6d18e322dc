//! The small tools that every story is told with: statements with `$1` places, rows, many rows at once.

use crate::StoreError;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, TryGetable, Value};

/// Values for the places of a statement.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$(::sea_orm::Value::from($value)),*] };
}
pub(crate) use values;

/// Places in one statement that both databases take.
const PLACES_AT_ONCE: usize = 900;

/// Runs a statement; the number of rows it touched.
pub(crate) async fn execute(db: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<u64, StoreError> {
    Ok(db
        .execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values))
        .await?
        .rows_affected())
}

/// All rows of a question.
pub(crate) async fn rows(db: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(db.query_all_raw(statement).await?.into_iter().map(Row).collect())
}

/// The first row of a question.
pub(crate) async fn row(
    db: &impl ConnectionTrait,
    sql: &str,
    values: Vec<Value>,
) -> Result<Option<Row>, StoreError> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(db.query_one_raw(statement).await?.map(Row))
}

/// One row.
pub(crate) struct Row(QueryResult);

impl Row {
    /// The value of a column.
    pub(crate) fn get<T: TryGetable>(&self, column: &str) -> Result<T, StoreError> {
        Ok(self.0.try_get("", column)?)
    }

    /// A code of a column, read by the domain.
    pub(crate) fn code<T>(&self, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let code: String = self.get(column)?;
        read(&code).ok_or_else(|| StoreError::Unreadable(format!("{column} = {code}")))
    }

    /// A code that may be absent.
    pub(crate) fn optional_code<T>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        let code: Option<String> = self.get(column)?;
        code.map(|code| read(&code).ok_or_else(|| StoreError::Unreadable(format!("{column} = {code}")))).transpose()
    }
}

/// `$first, $first+1, …`: places for a list of values.
pub(crate) fn places(first: usize, count: usize) -> String {
    (first..first + count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// Inserts many rows with few statements. `columns` is the list inside the parentheses.
pub(crate) async fn insert(
    db: &impl ConnectionTrait,
    table: &str,
    columns: &[&str],
    rows: Vec<Vec<Value>>,
) -> Result<(), StoreError> {
    insert_with(db, table, columns, rows, "").await
}

/// Inserts many rows; those whose key is there already stay as they are.
pub(crate) async fn insert_new(
    db: &impl ConnectionTrait,
    table: &str,
    columns: &[&str],
    rows: Vec<Vec<Value>>,
) -> Result<(), StoreError> {
    insert_with(db, table, columns, rows, " ON CONFLICT DO NOTHING").await
}

async fn insert_with(
    db: &impl ConnectionTrait,
    table: &str,
    columns: &[&str],
    rows: Vec<Vec<Value>>,
    ending: &str,
) -> Result<(), StoreError> {
    let width = columns.len().max(1);
    // SQLite looks up every place that has a number among all before it: several hundred places are read faster by order
    let numbered = db.get_database_backend() != DbBackend::Sqlite;
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<Vec<Value>> = rows.by_ref().take((PLACES_AT_ONCE / width).max(1)).collect();
        let mut place = 0;
        let groups: Vec<String> = chunk
            .iter()
            .map(|_| {
                let places: Vec<String> = (0..width)
                    .map(|_| {
                        place += 1;
                        if numbered { format!("${place}") } else { "?".to_owned() }
                    })
                    .collect();
                format!("({})", places.join(", "))
            })
            .collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES {}{ending}", columns.join(", "), groups.join(", "));
        execute(db, &sql, chunk.into_iter().flatten().collect()).await?;
    }
    Ok(())
}
