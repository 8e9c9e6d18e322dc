//! The parts of a plan besides its head, targets and movements: each a small table in document order.

use crate::StoreError;
use crate::sql::{Row, execute, insert, rows, values};
use crate::targets::{confidence, lines};
use sea_orm::{ConnectionTrait, Value};
use std::collections::HashMap;
use thidua_domain::plans::draft::{
    BasisRole, Confidence, Header, LegalBasis, Lines, Obligation, ObligationKind, Occasion, Piece, PlanDraft,
    Recipient, Reporting, ReportingPeriod, Section, Wave,
};
use thidua_domain::plans::symbol::NumberSymbol;

const TABLES: [&str; 8] =
    ["plan_places", "sections", "legal_bases", "waves", "occasions", "obligations", "reporting", "recipients"];

pub(crate) async fn clear(db: &impl ConnectionTrait, plan_id: &str) -> Result<(), StoreError> {
    for table in TABLES {
        execute(db, &format!("DELETE FROM {table} WHERE plan_id = $1"), values![plan_id]).await?;
    }
    Ok(())
}

/// Rows of one table: the plan, the position, what the item says, and where it stands.
fn positioned<T>(plan_id: &str, items: &[T], of: impl Fn(&T) -> (Vec<Value>, Lines)) -> Vec<Vec<Value>> {
    items
        .iter()
        .enumerate()
        .map(|(position, item)| {
            let (said, lines) = of(item);
            let mut row = values![plan_id, i64::try_from(position).unwrap_or(i64::MAX)];
            row.extend(said);
            row.extend(values![i64::from(lines.first), i64::from(lines.last)]);
            row
        })
        .collect()
}

fn percent(confidence: Confidence) -> i64 {
    i64::from(confidence.as_percent())
}

pub(crate) async fn replace(db: &impl ConnectionTrait, plan_id: &str, draft: &PlanDraft) -> Result<(), StoreError> {
    clear(db, plan_id).await?;
    let places: Vec<Vec<Value>> = head_places(&draft.document)
        .into_iter()
        .map(|(piece, lines, confidence)| {
            values![
                plan_id,
                piece,
                lines.map(|lines| i64::from(lines.first)),
                lines.map(|lines| i64::from(lines.last)),
                percent(confidence),
            ]
        })
        .collect();
    insert(db, "plan_places", &["plan_id", "piece", "line_first", "line_last", "confidence"], places).await?;

    let sections =
        positioned(plan_id, &draft.sections, |one| (values![one.numbering.clone(), one.title.clone()], one.lines));
    let columns = ["plan_id", "position", "numbering", "title", "line_first", "line_last"];
    insert(db, "sections", &columns, sections).await?;

    let bases = positioned(plan_id, &draft.legal_bases, |one| {
        let key = one.number_symbol.as_deref().and_then(NumberSymbol::read).map(|symbol| symbol.key());
        (
            values![
                one.kind.clone(),
                one.number_symbol.clone(),
                key,
                one.date,
                one.issuer.clone(),
                one.subject.clone(),
                one.role.code(),
                one.parent_plan,
                percent(one.confidence),
            ],
            one.lines,
        )
    });
    let columns = [
        "plan_id",
        "position",
        "kind",
        "number_symbol",
        "symbol_key",
        "dated",
        "issuer",
        "subject",
        "role",
        "parent_plan",
        "confidence",
        "line_first",
        "line_last",
    ];
    insert(db, "legal_bases", &columns, bases).await?;

    let waves = positioned(plan_id, &draft.waves, |one| {
        (
            values![
                one.name.clone(),
                one.from,
                one.to,
                one.goal.clone(),
                one.summary_deadline,
                one.deadline_strictly_before,
                percent(one.confidence),
            ],
            one.lines,
        )
    });
    let columns = [
        "plan_id",
        "position",
        "name",
        "from_day",
        "to_day",
        "goal",
        "summary_deadline",
        "strictly_before",
        "confidence",
        "line_first",
        "line_last",
    ];
    insert(db, "waves", &columns, waves).await?;

    let in_waves = draft
        .waves
        .iter()
        .enumerate()
        .flat_map(|(wave, one)| one.occasions.iter().map(move |occasion| (i64::try_from(wave).ok(), occasion)));
    let all: Vec<(Option<i64>, &Occasion)> =
        in_waves.chain(draft.occasions.iter().map(|occasion| (None, occasion))).collect();
    let occasions = positioned(plan_id, &all, |(wave, one)| {
        (
            values![*wave, one.name.clone(), one.anniversary_years.map(i64::from), one.origin_date, one.date,],
            one.lines,
        )
    });
    let columns = [
        "plan_id",
        "position",
        "wave_position",
        "name",
        "anniversary_years",
        "origin_day",
        "day",
        "line_first",
        "line_last",
    ];
    insert(db, "occasions", &columns, occasions).await?;

    let obligations = positioned(plan_id, &draft.obligations, |one| {
        (
            values![
                one.actor.clone(),
                one.action.clone(),
                one.frequency.clone(),
                one.deadline.clone(),
                one.addressee.clone(),
                one.kind.code(),
                percent(one.confidence),
            ],
            one.lines,
        )
    });
    let columns = [
        "plan_id",
        "position",
        "actor",
        "action",
        "frequency",
        "deadline",
        "addressee",
        "kind",
        "confidence",
        "line_first",
        "line_last",
    ];
    insert(db, "obligations", &columns, obligations).await?;

    let reporting = positioned(plan_id, &draft.reporting, |one| {
        (values![one.period.code(), one.due, one.from.clone(), one.to.clone(), one.via.clone(),], one.lines)
    });
    let columns =
        ["plan_id", "position", "period", "due", "reporter", "addressee", "via", "line_first", "line_last"];
    insert(db, "reporting", &columns, reporting).await?;

    let recipients =
        positioned(plan_id, &draft.recipients, |one| (values![one.name.clone(), one.purpose.clone()], one.lines));
    let columns = ["plan_id", "position", "name", "purpose", "line_first", "line_last"];
    insert(db, "recipients", &columns, recipients).await
}

fn head_places(head: &Header) -> Vec<(&'static str, Option<Lines>, Confidence)> {
    fn of<T>(name: &'static str, piece: &Option<Piece<T>>) -> Option<(&'static str, Option<Lines>, Confidence)> {
        piece.as_ref().map(|piece| (name, piece.lines, piece.confidence))
    }
    [
        of("kind", &head.kind),
        of("number_symbol", &head.number_symbol),
        of("issuer", &head.issuer),
        of("issuer_level", &head.issuer_level),
        of("parent_authority", &head.parent_authority),
        of("place", &head.place),
        of("date", &head.date),
        of("title", &head.title),
        of("subject_year", &head.subject_year),
        of("theme", &head.theme),
        of("inherited_theme", &head.inherited_theme),
        of("signer_title", &head.signer_title),
        of("signer_name", &head.signer_name),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where the fields of the head were read.
pub(crate) struct Places(HashMap<String, (Option<Lines>, Confidence)>);

impl Places {
    pub(crate) fn place<T>(&self, name: &str, value: T) -> Piece<T> {
        let (lines, confidence) = self.0.get(name).copied().unwrap_or((None, Confidence::SURE));
        Piece { value, lines, confidence }
    }
}

pub(crate) async fn places(db: &impl ConnectionTrait, plan_id: &str) -> Result<Places, StoreError> {
    let sql = "SELECT piece, line_first, line_last, confidence FROM plan_places WHERE plan_id = $1";
    let mut places = HashMap::new();
    for row in rows(db, sql, values![plan_id]).await? {
        let line = |column| -> Result<Option<u32>, StoreError> {
            Ok(row.get::<Option<i64>>(column)?.and_then(|line| u32::try_from(line).ok()))
        };
        let lines = line("line_first")?.zip(line("line_last")?).map(|(first, last)| Lines::new(first, last));
        places.insert(row.get("piece")?, (lines, confidence(&row)?));
    }
    Ok(Places(places))
}

/// The rows of one table of a plan, each read by `read`.
async fn all<T>(
    db: &impl ConnectionTrait,
    table: &str,
    plan_id: &str,
    read: impl Fn(&Row) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let sql = format!("SELECT * FROM {table} WHERE plan_id = $1 ORDER BY position");
    rows(db, &sql, values![plan_id]).await?.iter().map(read).collect()
}

pub(crate) async fn load(db: &impl ConnectionTrait, plan_id: &str) -> Result<PlanDraft, StoreError> {
    let mut waves = all(db, "waves", plan_id, wave).await?;
    let mut loose = Vec::new();
    for (wave, occasion) in all(db, "occasions", plan_id, occasion).await? {
        match wave.and_then(|wave| usize::try_from(wave).ok()).and_then(|wave| waves.get_mut(wave)) {
            Some(wave) => wave.occasions.push(occasion),
            None => loose.push(occasion),
        }
    }
    Ok(PlanDraft {
        sections: all(db, "sections", plan_id, |row| {
            Ok(Section { numbering: row.get("numbering")?, title: row.get("title")?, lines: lines(row)? })
        })
        .await?,
        legal_bases: all(db, "legal_bases", plan_id, basis).await?,
        waves,
        occasions: loose,
        obligations: all(db, "obligations", plan_id, obligation).await?,
        reporting: all(db, "reporting", plan_id, |row| {
            Ok(Reporting {
                period: row.code("period", ReportingPeriod::from_code)?,
                due: row.get("due")?,
                from: row.get("reporter")?,
                to: row.get("addressee")?,
                via: row.get("via")?,
                lines: lines(row)?,
            })
        })
        .await?,
        recipients: all(db, "recipients", plan_id, |row| {
            Ok(Recipient { name: row.get("name")?, purpose: row.get("purpose")?, lines: lines(row)? })
        })
        .await?,
        ..PlanDraft::default()
    })
}

fn basis(row: &Row) -> Result<LegalBasis, StoreError> {
    Ok(LegalBasis {
        kind: row.get("kind")?,
        number_symbol: row.get("number_symbol")?,
        date: row.get("dated")?,
        issuer: row.get("issuer")?,
        subject: row.get("subject")?,
        role: row.code("role", BasisRole::from_code)?,
        parent_plan: row.get("parent_plan")?,
        lines: lines(row)?,
        confidence: confidence(row)?,
    })
}

fn wave(row: &Row) -> Result<Wave, StoreError> {
    Ok(Wave {
        name: row.get("name")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
        goal: row.get("goal")?,
        summary_deadline: row.get("summary_deadline")?,
        deadline_strictly_before: row.get("strictly_before")?,
        occasions: Vec::new(),
        lines: lines(row)?,
        confidence: confidence(row)?,
    })
}

fn occasion(row: &Row) -> Result<(Option<i64>, Occasion), StoreError> {
    let occasion = Occasion {
        name: row.get("name")?,
        anniversary_years: row.get::<Option<i64>>("anniversary_years")?.and_then(|years| u32::try_from(years).ok()),
        origin_date: row.get("origin_day")?,
        date: row.get("day")?,
        lines: lines(row)?,
    };
    Ok((row.get("wave_position")?, occasion))
}

fn obligation(row: &Row) -> Result<Obligation, StoreError> {
    Ok(Obligation {
        actor: row.get("actor")?,
        action: row.get("action")?,
        frequency: row.get("frequency")?,
        deadline: row.get("deadline")?,
        addressee: row.get("addressee")?,
        kind: row.code("kind", ObligationKind::from_code)?,
        lines: lines(row)?,
        confidence: confidence(row)?,
    })
}
