//! Bringing in, correcting, launching and discarding plans.

use crate::App;
use thidua_domain::basics::{Language, Says};
use thidua_domain::finding::Finding;
use thidua_domain::movements::State;
use thidua_domain::plans::alike::{self, Lesson, LessonKind};
use thidua_domain::plans::check::{OnFile, check_beside, may_launch};
use thidua_domain::plans::draft::{Confidence, PlanDraft};
use thidua_domain::plans::symbol::NumberSymbol;
use thidua_paper::plan::results::{self, Answer, Asked};
use thidua_paper::plan::{read_assignment, read_plan};
use thidua_paper::read::{LegacyFont, ReadNote, ReadProblem, SourceText, read_bytes};
use thidua_store::audit::Entry;
use thidua_store::plans::{NewPlan, Plan};
use thidua_store::{Author, StoreError};

/// A plan that was read and not yet stored.
#[derive(Debug)]
pub struct ReadPlan {
    /// Its lines.
    pub source: SourceText,
    /// What was read.
    pub draft: PlanDraft,
}

/// Reads a plan from the bytes of a file. Pure and bounded: no database, no network.
///
/// # Errors
/// What is the matter with the file and what to do, in both languages.
pub fn read(bytes: &[u8]) -> Result<ReadPlan, Says> {
    // a bug in the reader must refuse one file, not end the server
    let read = std::panic::catch_unwind(|| -> Result<ReadPlan, Says> {
        let source = read_bytes(bytes).map_err(|problem| problem.says())?;
        let mut draft = read_plan(&source).map_err(|refused| refused.says())?;
        if source.is_recognised() {
            // figures recognised from a picture are compared by a person, each of them
            for target in &mut draft.targets {
                target.confidence = target.confidence.min(RECOGNISED);
            }
        }
        Ok(ReadPlan { source, draft })
    });
    read.unwrap_or_else(|_| {
        let words = super::words::words;
        use thidua_domain::basics::Language::{English, Vietnamese};
        Err(Says::new(words(Vietnamese).reader_failed, words(English).reader_failed))
    })
}

/// Reads a document that a plan takes its figures from.
///
/// # Errors
/// What is the matter with the file and what to do, in both languages.
pub fn read_source(bytes: &[u8]) -> Result<PlanDraft, Says> {
    let source = read_bytes(bytes).map_err(|problem| problem.says())?;
    read_assignment(&source).map_err(|refused| refused.says())
}

/// The most that a target recognised from a picture is trusted.
const RECOGNISED: Confidence = Confidence::percent(75);

/// What was done on the way from a file to its text, as codes for the store: `recognised:3,legacy:tcvn3`.
pub(crate) fn note_codes(source: &SourceText) -> String {
    let code = |note: &ReadNote| match note {
        ReadNote::Utf16 => "utf16".to_owned(),
        ReadNote::Windows1258 => "windows1258".to_owned(),
        ReadNote::Legacy(LegacyFont::Tcvn3) => "legacy:tcvn3".to_owned(),
        ReadNote::Legacy(LegacyFont::Vni) => "legacy:vni".to_owned(),
        ReadNote::ControlCharactersDropped => "control".to_owned(),
        ReadNote::Recognised { pages } => format!("recognised:{pages}"),
        ReadNote::PagesLeftOut { pages } => format!("left-out:{pages}"),
    };
    source.notes.iter().map(code).collect::<Vec<_>>().join(",")
}

/// What a person should know of how a text was got, in words; only what matters for trusting it.
pub fn notes_say(codes: &str) -> Vec<Says> {
    let one = |code: &str| -> Option<Says> {
        let (kind, rest) = code.split_once(':').unwrap_or((code, ""));
        let said = |language| {
            let w = super::words::words(language);
            let text = match kind {
                "recognised" => w.note_recognised,
                "left-out" => w.note_left_out,
                "legacy" => w.note_legacy,
                _ => return None,
            };
            Some(text.replace("{n}", rest).replace("{encoding}", &rest.to_uppercase()))
        };
        Some(Says::new(said(Language::Vietnamese)?, said(Language::English)?))
    };
    codes.split(',').filter_map(one).collect()
}

/// The kind of a file by its first bytes, for giving it out again.
pub(crate) fn media(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"%PDF-") {
        "application/pdf"
    } else if bytes.starts_with(b"\x89PNG") {
        "image/png"
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        "image/jpeg"
    } else if bytes.starts_with(b"PK\x03\x04") {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    } else {
        "text/plain; charset=utf-8"
    }
}

/// The text of a document alone. Pure and bounded.
///
/// # Errors
/// What is the matter with the file and what to do, in both languages.
pub fn read_text(bytes: &[u8]) -> Result<SourceText, Says> {
    std::panic::catch_unwind(|| read_bytes(bytes)).unwrap_or(Err(ReadProblem::Broken)).map_err(ReadProblem::says)
}

/// What a report says of the targets of a movement. Pure and bounded.
///
/// # Errors
/// What is the matter with the file and what to do, in both languages.
pub fn read_results(bytes: &[u8], asked: &[Asked]) -> Result<Vec<Answer>, Says> {
    let source = read_text(bytes)?;
    Ok(std::panic::catch_unwind(|| results::read_results(&source, asked)).unwrap_or_default())
}

/// What came of bringing in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BroughtIn {
    /// A new plan.
    New(String),
    /// This authority has brought in this very file before.
    Known(String),
}

impl BroughtIn {
    /// The plan.
    pub fn id(&self) -> &str {
        match self {
            BroughtIn::New(id) | BroughtIn::Known(id) => id,
        }
    }
}

/// Stores a read plan with its original file as evidence.
///
/// # Errors
/// [`StoreError`]; then nothing is stored but, at most, the file.
pub async fn bring_in(
    app: &App,
    author: Author,
    unit_id: &str,
    name: &str,
    bytes: &[u8],
    read: &ReadPlan,
    illustrative: bool,
) -> Result<BroughtIn, StoreError> {
    let digest = app.files.keep(bytes)?;
    if let Some(known) = app.store.plan_from_file(unit_id, &digest).await? {
        return Ok(BroughtIn::Known(known));
    }
    // what this authority's people corrected before holds for units and whole names
    let mut draft = read.draft.clone();
    for lesson in app.store.lessons(unit_id).await?.iter().filter(|lesson| lesson.kind != LessonKind::Word) {
        alike::apply(&mut draft, lesson);
    }
    let change = app.store.change(author).await?;
    let id = change.new_id();
    change.register_file(&digest, bytes.len(), media(bytes)).await?;
    let notes = note_codes(&read.source);
    let plan = NewPlan {
        id: &id,
        unit_id,
        illustrative,
        source_digest: &digest,
        source_name: name,
        source: &read.source.lines,
        source_notes: &notes,
        draft: &draft,
    };
    change.add_plan(&plan).await?;
    change.commit(entry(unit_id, "plan.imported", &id, Some(name.to_owned()))).await?;
    Ok(BroughtIn::New(id))
}

/// The findings of a plan as it stands, for the authority it was brought in for, beside the documents on file that it cites.
pub fn findings(plan: &Plan, authority: &str, cited: &[Plan]) -> Vec<Finding> {
    let on_file: Vec<OnFile<'_>> = cited
        .iter()
        .filter_map(|other| {
            let symbol = other.draft.document.number_symbol.as_ref()?;
            Some(OnFile { draft: &other.draft, symbol: &symbol.value })
        })
        .collect();
    check_beside(&plan.draft, &plan.source, Some(authority), &on_file)
}

/// The most documents on file that a plan is compared with.
const MOST_CITED: usize = 8;

/// The documents of this authority and of the one above that a plan cites and that are on file.
///
/// # Errors
/// [`StoreError`].
pub async fn cited_on_file(app: &App, plan: &Plan) -> Result<Vec<Plan>, StoreError> {
    let key = |symbol: Option<&str>| symbol.and_then(NumberSymbol::read).map(|symbol| symbol.key());
    let wanted: Vec<String> =
        plan.draft.legal_bases.iter().filter_map(|basis| key(basis.number_symbol.as_deref())).collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let above = app.store.unit(&plan.unit_id).await?.and_then(|unit| unit.parent_id);
    let mut cited = Vec::new();
    for unit in std::iter::once(plan.unit_id.clone()).chain(above) {
        for line in app.store.plans(Some(&[unit.as_str()])).await? {
            let named = key(line.number_symbol.as_deref()).is_some_and(|key| wanted.contains(&key));
            if named && line.id != plan.id && cited.len() < MOST_CITED {
                cited.extend(app.store.plan(&line.id).await?);
            }
        }
    }
    Ok(cited)
}

/// Replaces the draft by a corrected one.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when somebody else corrected it first.
pub async fn correct(
    app: &App,
    author: Author,
    plan: &Plan,
    draft: &PlanDraft,
    seen: i64,
    what: String,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.replace_draft(plan, seen, draft).await?;
    for lesson in alike::lessons(&plan.draft, draft) {
        change.learn(&plan.unit_id, &lesson).await?;
    }
    change.commit(entry(&plan.unit_id, "plan.corrected", &plan.id, Some(what))).await
}

/// Applies what was corrected once to all like cases of a plan; gives back how many changed.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when somebody else corrected it first.
pub async fn apply_alike(
    app: &App,
    author: Author,
    plan: &Plan,
    lesson: &Lesson,
    seen: i64,
) -> Result<usize, StoreError> {
    let mut draft = plan.draft.clone();
    let changed = alike::apply(&mut draft, lesson);
    if changed > 0 {
        let what = format!("{} → {} ({changed})", lesson.printed, lesson.meant);
        let change = app.store.change(author).await?;
        change.replace_draft(plan, seen, &draft).await?;
        change.commit(entry(&plan.unit_id, "plan.corrected", &plan.id, Some(what))).await?;
    }
    Ok(changed)
}

/// Takes the last correction back.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when there is none, or somebody else corrected it first.
pub async fn undo(app: &App, author: Author, plan: &Plan, seen: i64) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.undo_correction(&plan.id, seen).await?;
    change.commit(entry(&plan.unit_id, "plan.correction-undone", &plan.id, None)).await
}

/// Why a plan was not launched.
#[derive(Debug)]
pub enum NotLaunched {
    /// Errors stand.
    Findings(Vec<Finding>),
    /// The number is taken.
    NumberTaken,
    /// Anything of the store.
    Store(StoreError),
}

impl From<StoreError> for NotLaunched {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::AlreadyThere => NotLaunched::NumberTaken,
            other => NotLaunched::Store(other),
        }
    }
}

/// Launches the movement of a plan: the plan is issued and entered in the register, its movements begin.
///
/// # Errors
/// [`NotLaunched`]; then nothing has changed.
pub async fn launch(app: &App, author: Author, plan: &Plan, seen: i64) -> Result<(), NotLaunched> {
    let authority = app.store.unit(&plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let findings = findings(plan, &authority, &cited_on_file(app, plan).await?);
    let head = &plan.draft.document;
    let symbol = head.number_symbol.as_ref().and_then(|symbol| NumberSymbol::read(&symbol.value));
    let (true, Some(symbol), Some(date)) = (may_launch(&findings), symbol, &head.date) else {
        return Err(NotLaunched::Findings(findings));
    };
    let movements = app.store.movements(&plan.id).await?;
    let conditions = super::launching::snapshot(&super::launching::checked(app, plan).await?);
    let change = app.store.change(author).await?;
    change.issue_plan(&plan.id, seen, &plan.unit_id, &symbol, date.value).await?;
    for movement in movements {
        change.step_movement(&movement.id, State::Draft, State::Issued, None).await?;
        if movement.named.own {
            change.take_waves(&movement.id, &plan.draft.waves, &plan.source).await?;
        }
    }
    change.keep_conditions(&plan.id, &conditions).await?;
    let detail = head.number_symbol.as_ref().map(|symbol| symbol.value.clone());
    change.commit(entry(&plan.unit_id, "plan.launched", &plan.id, detail)).await?;
    Ok(())
}

/// Throws a draft away.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] when it is issued.
pub async fn discard(app: &App, author: Author, plan: &Plan) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.discard_plan(&plan.id).await?;
    change.commit(entry(&plan.unit_id, "plan.discarded", &plan.id, Some(plan.source_name.clone()))).await
}

fn entry(unit_id: &str, act: &'static str, id: &str, detail: Option<String>) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject: "plan", subject_id: id.to_owned(), detail }
}
