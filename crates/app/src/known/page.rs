//! The board of who has made a plan known; a unit below sees its own line and records there.

use super::board::{Board, Line, board, records_for};
use super::editing::fields;
use super::words;
use crate::App;
use crate::face::forms::Input;
use crate::face::paging::{Paging, encoded};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::movements::actions::MovementView;
use crate::office::forms::{FormView, answered};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Amount;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::fold;
use thidua_domain::known::Form;
use thidua_domain::movements::State as MovementState;
use thidua_domain::units::Unit;
use thidua_store::known::KnownSession;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) edit: String,
    /// Words of the name of a unit.
    #[serde(default)]
    find: String,
    page: Option<usize>,
}

/// Units of one page, and sessions shown with them.
const A_PAGE: usize = 100;
const SESSIONS: usize = 60;

struct Row {
    unit_id: String,
    unit: String,
    note: &'static str,
    done: bool,
    awaited: bool,
    last: String,
    sessions: String,
    people: String,
    share: String,
}

struct SessionRow {
    id: String,
    unit: String,
    day: String,
    form: &'static str,
    people: String,
    remark: String,
    file: Option<String>,
    recorded: String,
    withdrawn: bool,
    may_edit: bool,
}

#[derive(Template)]
#[template(path = "known/board.html")]
struct BoardPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    id: String,
    plan: String,
    plan_id: Option<String>,
    whole: bool,
    may_units: bool,
    ended: Option<String>,
    awaited: usize,
    done: usize,
    people: String,
    people_of: String,
    share: Option<String>,
    missing: usize,
    message: String,
    rows: Vec<Row>,
    find: String,
    query: String,
    paging: Paging,
    sessions: Vec<SessionRow>,
    /// Older sessions than those shown.
    sessions_more: usize,
    closed: Option<&'static str>,
    form: Option<FormView>,
}

/// A movement with its board and what this person may do there.
pub(super) struct Known {
    pub(super) view: MovementView,
    pub(super) board: Board,
    /// Whether the whole board is theirs to see.
    pub(super) whole: bool,
    /// Whether they keep the tree of units.
    may_units: bool,
    /// The units they record for.
    pub(super) units: Vec<Unit>,
}

/// The board of an address: for who may look at the movement, and for units that record on it.
pub(super) async fn known_for(app: &App, visitor: &Visitor, id: &str) -> Result<Known, Refusal> {
    let movement = app.store.movement(id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let whole = app.may(visitor, Act::Look, &plan.unit_id).await?;
    let board = board(app, &plan).await?;
    let units = records_for(app, visitor, &plan, &board).await?;
    // a draft is nobody's business below
    if !whole && (units.is_empty() || !plan.issued) {
        return Err(Refusal::NotFound);
    }
    let may_units = app.may(visitor, Act::ManageUnits, &plan.unit_id).await?;
    Ok(Known { view: MovementView { movement, plan }, board, whole, may_units, units })
}

/// Why no session can be recorded now.
pub(super) fn closed(known: &Known, w: &'static words::Words) -> Option<&'static str> {
    match known.view.movement.state {
        MovementState::Draft => Some(w.not_launched),
        MovementState::Closed => Some(w.closed),
        _ => None,
    }
}

/// `GET /movements/{id}/known`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let known = known_for(&app, &visitor, &id).await?;
    render(&app, &caller, &known, &asked, None)
}

/// The form: a new session, or the one that is corrected.
pub(super) fn session_form(known: &Known, edit: &str, w: &'static words::Words) -> FormView {
    let session = known.board.lines.iter().flat_map(|line| &line.sessions).find(|session| session.id == edit);
    let session = session.filter(|session| known.units.iter().any(|unit| unit.id == session.unit_id));
    let action = format!("/movements/{}/known", known.view.movement.id);
    let button = if session.is_some() { w.correct } else { w.record };
    let form =
        FormView::new(action, session.map_or(0, |one| one.version), fields(w, &known.units, session), button)
            .with_file(w.file, session.and_then(|one| one.file_name.clone()));
    if session.is_some() { form.correcting(edit) } else { form }
}

pub(super) fn form_label(form: Form, w: &'static words::Words) -> &'static str {
    match form {
        Form::Meeting => w.form_meeting,
        Form::Posted => w.form_posted,
        Form::Loudspeaker => w.form_loudspeaker,
        Form::Document => w.form_document,
        Form::Group => w.form_group,
    }
}

/// `1.240`.
fn grouped(number: i64) -> String {
    Amount::from_ten_thousandths(number.saturating_mul(10_000)).vietnamese()
}

pub(super) fn render(app: &App, caller: &Caller, known: &Known, asked: &Asked, back: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let f = Frame::new(caller, Place::Movements);
    let id = known.view.movement.id.clone();
    // the other pages of the movement are for those who may look at it
    let f = if known.whole { f.in_movement(caller, &id, Tab::Known) } else { Frame::new(caller, Place::Office) };
    let (plan, board) = (&known.view.plan, &known.board);
    let mine = |line: &&Line| known.whole || known.units.iter().any(|unit| unit.id == line.unit.id);
    let find = fold(&asked.find);
    let found = |line: &&Line| mine(line) && fold(&line.unit.name).contains(&find);
    let (rows, paging) =
        Paging::of(board.lines.iter().filter(found).map(|line| row(line, w)).collect(), asked.page, A_PAGE);
    let mut sessions: Vec<(&KnownSession, &Line)> = board
        .lines
        .iter()
        .filter(found)
        .flat_map(|line| line.sessions.iter().map(move |one| (one, line)))
        .collect();
    sessions.sort_by(|(a, _), (b, _)| b.held_on.cmp(&a.held_on).then_with(|| b.id.cmp(&a.id)));
    let sessions_more = sessions.len().saturating_sub(SESSIONS);
    sessions.truncate(SESSIONS);
    let closed = closed(known, w);
    let number = plan.number_symbol.clone().unwrap_or_default();
    let said = match plan.dated {
        Some(dated) => format!("{} {number}, {}", w.plan, short(dated)),
        None => format!("{} {number}", w.plan),
    };
    let missing = board.missing();
    let others = missing.iter().filter(|line| line.unit.id != plan.unit_id);
    let named: Vec<&str> = others.map(|line| line.unit.name.as_str()).collect();
    let (reached, counting) = board.reached();
    let today = reach::today(app);
    let form = match back {
        Some(form) => Some(form),
        None if closed.is_none() && !known.units.is_empty() => Some(session_form(known, &asked.edit, w)),
        None => None,
    };
    let came = form.as_ref().map(|form| form.came).unwrap_or_default();
    let template = BoardPage {
        awaited: board.awaited().count(),
        done: board.awaited().filter(|line| line.done()).count(),
        people: grouped(reached.people),
        people_of: w.n_people_of.replace("{n}", &grouped(reached.of)).replace("{units}", &counting.to_string()),
        share: reached.share().map(Amount::vietnamese),
        missing: missing.len(),
        message: w
            .message
            .replace("{units}", &some(&named, w))
            .replace("{day}", &short(today))
            .replace("{plan}", &shown::inside(&said)),
        ended: (board.day < today).then(|| w.as_of_end.replace("{day}", &short(board.day))),
        plan: said,
        plan_id: known.whole.then(|| plan.id.clone()),
        whole: known.whole,
        may_units: known.may_units,
        query: format!("find={}&", encoded(&asked.find)),
        find: asked.find.clone(),
        paging,
        sessions_more,
        rows,
        sessions: sessions
            .into_iter()
            .map(|(one, line)| SessionRow {
                id: one.id.clone(),
                unit: line.unit.name.clone(),
                day: short(one.held_on),
                form: form_label(one.form, w),
                people: counts(one.people, one.of),
                remark: one.remark.clone().unwrap_or_default(),
                file: one.file_digest.clone(),
                recorded: format!("{}, {}", one.account_name, shown::moment(one.recorded_at)),
                withdrawn: one.withdrawn,
                may_edit: closed.is_none() && known.units.iter().any(|unit| unit.id == line.unit.id),
            })
            .collect(),
        f,
        id,
        w,
        o,
        closed,
        form,
    };
    answered(page(&template), came)
}

fn row(line: &Line, w: &'static words::Words) -> Row {
    let held = line.held().count();
    Row {
        unit_id: line.unit.id.clone(),
        unit: line.unit.name.clone(),
        note: match (line.owner, line.below) {
            (true, _) => w.owner,
            (false, true) => "",
            (false, false) => w.ended,
        },
        done: held > 0,
        awaited: line.below,
        last: line
            .held()
            .next_back()
            .map(|one| format!("{} · {}", short(one.held_on), form_label(one.form, w)))
            .unwrap_or_default(),
        sessions: if held > 1 { w.sessions_n.replace("{n}", &held.to_string()) } else { String::new() },
        people: line
            .reached
            .map(|one| format!("{} / {}", grouped(one.people), grouped(one.of)))
            .unwrap_or_default(),
        share: line.reached.and_then(|one| one.share()).map(Amount::vietnamese).unwrap_or_default(),
    }
}

fn counts(people: Option<i64>, of: Option<i64>) -> String {
    match (people, of) {
        (Some(people), Some(of)) => format!("{} / {}", grouped(people), grouped(of)),
        (Some(people), None) => grouped(people),
        (None, Some(of)) => format!("… / {}", grouped(of)),
        (None, None) => String::new(),
    }
}

fn some(names: &[&str], w: &'static words::Words) -> String {
    const SHOWN: usize = 40;
    let shown: Vec<&str> = names.iter().take(SHOWN).copied().collect();
    match names.len().saturating_sub(SHOWN) {
        0 => shown.join("; "),
        more => format!("{}; {}", shown.join("; "), w.and_more.replace("{n}", &more.to_string())),
    }
}
