//! The sample: the seed first, then the list and what is drawn of it; the list to draw it again.

use super::door::{Door, door, invalid};
use super::labels;
use super::one::{self, Which};
use super::population::drawn;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::{Came, FormView, people};
use crate::office::receiving::receive;
use crate::office::words as office;
use crate::reports::sending::{attachment, table_line};
use axum::extract::{Path, Request, State};
use thidua_domain::inspections::SubjectKind;
use thidua_domain::inspections::risk::points;
use thidua_domain::inspections::sampling::{Because, LONGEST_SEED, Line, MOST, plain, ticket};
use thidua_store::inspections::{Inspection, SampleLine, Seed, Visit};

/// As many are proposed to begin with.
const RISKIEST: &str = "3";
const PER_GROUP: &str = "1";

/// The form that sets the seed.
pub(super) fn seed_form(door: &Door, w: &'static Words) -> FormView {
    let fields = vec![
        Field::new("seed", w.seed, Input::Line, "").hint(w.seed_hint),
        Field::new("riskiest", w.riskiest, Input::Number, RISKIEST),
        Field::new("per_group", w.per_group, Input::Number, PER_GROUP),
    ];
    let fields = crate::face::forms::placed(fields, "seed");
    FormView::new(format!("/inspections/{}/seed", door.it.id), door.it.version, fields, w.seed_set)
}

/// Twelve digits in three groups, by the randomness of the program.
fn drawn_seed() -> String {
    let number = crate::clock::randomness()
        .iter()
        .fold(0_u64, |number, byte| (number << 8 | u64::from(*byte)) % 1_000_000_000_000);
    let digits = format!("{number:012}");
    format!("{} {} {}", &digits[..4], &digits[4..8], &digits[8..])
}

/// Whether the sample may still be set up: a draft, drawn for the first time.
fn require_open(door: &Door) -> Result<(), Refusal> {
    door.require_plans()?;
    if door.it.state.is_drawn_up() && door.it.drawn_at.is_none() { Ok(()) } else { Err(invalid(|w| w.seed_kept)) }
}

/// `POST /inspections/{id}/seed`.
pub(crate) async fn set_seed(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    require_open(&door)?;
    if door.it.seed.is_some() {
        return Err(invalid(|w| w.seed_kept));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let typed = reader.text("seed").map(|seed| plain(&seed)).filter(|seed| !seed.is_empty());
    if typed.as_ref().is_some_and(|seed| seed.chars().count() > LONGEST_SEED) {
        reader.problem("seed", w.seed_long.replace("{n}", &LONGEST_SEED.to_string()));
    }
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    let mut count = |name: &'static str| {
        let n = people(&mut reader, name, o).unwrap_or_default();
        if n > most {
            reader.problem(name, w.counts_hint.replace("{n}", &most.to_string()));
        }
        n
    };
    let (riskiest, per_group) = (count("riskiest"), count("per_group"));
    if riskiest == 0 && per_group == 0 {
        reader.problem("per_group", w.counts_none);
    }
    if !reader.fine() {
        let form = seed_form(&door, w).back(reader, Came::Refused);
        return one::render(&app, &caller, door, Some(Which::Seed(form))).await;
    }
    let author = visitor.author((app.clock)());
    let seed = Seed {
        by_hand: typed.is_some(),
        text: typed.unwrap_or_else(drawn_seed),
        by: author.name.clone(),
        at: author.at,
        riskiest,
        per_group,
    };
    let detail = format!("{} ({riskiest}, {per_group})", seed.text);
    let it = Inspection { seed: Some(seed), version: sent.seen(), ..door.it.clone() };
    let change = app.store.change(author).await?;
    change.write_inspection(&it).await?;
    change.commit(door.entry("inspection.seeded", detail)).await?;
    go(format!("/inspections/{id}?done=saved#sample"))
}

/// `POST /inspections/{id}/draw`.
pub(crate) async fn make(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    require_open(&door)?;
    let Some(seed) = door.it.seed.clone() else { return Err(Refusal::ChangedMeanwhile) };
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let lines = drawn(&app, &door, &seed, w).await?;
    if lines.is_empty() {
        return Err(invalid(|w| w.nothing_to_draw));
    }
    let author = visitor.author((app.clock)());
    let mut units: Vec<&SampleLine> = Vec::new();
    for line in lines.iter().filter(|line| line.because.is_some()) {
        let known = units.iter().any(|one| one.unit_id == line.unit_id)
            || door.visits.iter().any(|visit| visit.subject_id == line.unit_id);
        if !known {
            units.push(line);
        }
    }
    let ids: Vec<String> = units.iter().map(|line| line.unit_id.clone()).collect();
    let names = crate::office::reach::names(&app, ids.iter()).await?;
    let it = Inspection { drawn_at: Some(author.at), version: sent.seen(), ..door.it.clone() };
    let change = app.store.change(author).await?;
    change.write_inspection(&it).await?;
    change.keep_sample(&id, &lines).await?;
    let next = door.visits.iter().map(|visit| visit.position).max().unwrap_or_default() + 1;
    for (unit_id, position) in ids.iter().zip(next..) {
        let visit = Visit {
            id: change.new_id(),
            name: names.get(unit_id).cloned().unwrap_or_default(),
            sampled: true,
            ..new_visit(&door.it, SubjectKind::Unit, unit_id, position)
        };
        change.write_visit(&visit).await?;
    }
    let taken = lines.iter().filter(|line| line.because.is_some()).count();
    change.commit(door.entry("inspection.drawn", format!("{taken}/{}, {}", lines.len(), seed.text))).await?;
    go(format!("/inspections/{id}?done=saved#sample"))
}

/// A place to visit of which nothing is written yet.
pub(super) fn new_visit(it: &Inspection, kind: SubjectKind, subject: &str, position: i64) -> Visit {
    Visit {
        id: String::new(),
        inspection_id: it.id.clone(),
        position,
        kind,
        subject_id: subject.to_owned(),
        name: String::new(),
        sampled: false,
        reason: None,
        planned_on: None,
        visited_on: None,
        present: None,
        minutes: None,
        left_out: None,
        explain_until: None,
        explanation: None,
        explained_by: None,
        explained_at: None,
        version: 0,
        account_name: String::new(),
        written_at: chrono::NaiveDateTime::default(),
    }
}

/// The line as tickets are made of it.
fn published(line: &SampleLine) -> Line {
    Line { group: line.group.clone(), key: line.line.clone(), points: points(&line.reasons) }
}

/// `GET /inspections/{id}/sample.csv`: the whole list, so that anybody can draw it again.
pub(crate) async fn csv(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let Some(seed) = door.it.seed.as_ref().filter(|_| door.whole && door.it.drawn_at.is_some()) else {
        return Err(Refusal::NotFound);
    };
    let w = words(caller.preferences.language);
    let mut table = String::from("\u{feff}");
    table.push_str(&table_line(&[w.seed, &seed.text]));
    let counts = [seed.riskiest.to_string(), seed.per_group.to_string()];
    table.push_str(&table_line(&[w.riskiest, &counts[0], w.per_group, &counts[1]]));
    table.push_str(&table_line(&w.csv_head.split(';').collect::<Vec<_>>()));
    for (at, line) in app.store.sample(&id).await?.iter().enumerate() {
        let points = points(&line.reasons).to_string();
        let taken = line.because.map(|because| labels::because(because, w)).unwrap_or_default();
        table.push_str(&table_line(&[
            &(at + 1).to_string(),
            &line.group,
            &line.line,
            &ticket(&seed.text, &published(line)),
            &points,
            &labels::reasons(line, w),
            &taken,
        ]));
    }
    attachment(table.into_bytes(), "text/csv; charset=utf-8", "danh-sach-chon-mau.csv")
}

/// How the sample was drawn, as the papers say it; nothing where there is none.
pub(super) fn told(it: &Inspection, lines: &[SampleLine], w: &'static Words) -> Vec<String> {
    let (Some(seed), Some(at)) = (&it.seed, it.drawn_at) else { return Vec::new() };
    let taken = lines.iter().filter(|line| line.because.is_some()).count();
    let risky = lines.iter().filter(|line| matches!(line.because, Some(Because::Risk(_)))).count();
    let how = if seed.by_hand { w.seed_by_hand } else { w.seed_drawn };
    vec![
        w.drawn_paper
            .replace("{n}", &lines.len().to_string())
            .replace("{at}", &show::moment(at))
            .replace("{risk}", &risky.to_string())
            .replace("{group}", &seed.per_group.to_string())
            .replace("{m}", &taken.to_string()),
        w.seed_paper
            .replace("{seed}", &seed.text)
            .replace("{how}", how)
            .replace("{by}", &seed.by)
            .replace("{at}", &show::moment(seed.at)),
    ]
}
