//! `GET /movements/formality`: movements of one's own units and of those below that nobody registers for, that report
//! nothing or have no result; since when, and what to do.

use super::words::{self, Words};
use crate::App;
use crate::clock::local_date;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::office::reach;
use askama::Template;
use axum::extract::{Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::movements::formality::{Known, Lack, Registration, lacks};
use thidua_store::formality::Running;

/// Movements that are looked at for one page.
const MOST: usize = 3_000;
/// Rows of one page.
const A_PAGE: usize = 80;
/// Lines of the message for the chat group.
const MOST_TOLD: usize = 60;

/// A movement with what it lacks.
struct Found {
    of: Running,
    lack: Lack,
    since: NaiveDate,
}

/// Which rows are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    show: String,
    page: Option<usize>,
}

struct Count {
    code: &'static str,
    label: &'static str,
    n: usize,
    here: bool,
}

struct Row {
    address: String,
    name: String,
    unit: String,
    plan: String,
    class: &'static str,
    lack: &'static str,
    since: String,
    next: String,
    next_says: String,
}

#[derive(Template)]
#[template(path = "movements/formality.html")]
struct FormalityPage {
    f: Frame,
    w: &'static Words,
    o: &'static crate::office::words::Words,
    counts: Vec<Count>,
    rows: Vec<Row>,
    looked_at: String,
    show: String,
    page: usize,
    pages: usize,
    message: String,
}

fn label(lack: Lack, w: &'static Words) -> &'static str {
    match lack {
        Lack::NotOpened => w.lack_not_opened,
        Lack::NobodyRegistered => w.lack_nobody,
        Lack::NoFigure => w.lack_no_figure,
        Lack::OldFigure => w.lack_old_figure,
        Lack::NoResult => w.lack_no_result,
    }
}

/// Where it is mended, and what is done there by who may; others remind the unit.
fn next(found: &Found, may: bool, w: &'static Words) -> (String, String) {
    let own = &found.of.own_id;
    let (address, mine, theirs) = match found.lack {
        Lack::NotOpened => (format!("/movements/{own}/registrations"), w.next_open, w.next_open_theirs),
        Lack::NobodyRegistered => (format!("/movements/{own}/registrations"), w.next_urge, w.next_urge_theirs),
        Lack::NoFigure | Lack::OldFigure => {
            (format!("/movements/{own}/targets"), w.next_report, w.next_report_theirs)
        }
        Lack::NoResult => (format!("/movements/{own}#review"), w.next_result, w.next_result_theirs),
    };
    (address, if may { mine.to_owned() } else { theirs.replace("{unit}", &found.of.unit_name) })
}

/// What the act is that mends it.
fn act(lack: Lack) -> Act {
    match lack {
        Lack::NotOpened | Lack::NobodyRegistered => Act::ApproveRegistration,
        Lack::NoFigure | Lack::OldFigure => Act::ReportFigure,
        Lack::NoResult => Act::Review,
    }
}

fn known(one: &Running) -> Known {
    let launched = one.dated.unwrap_or_else(|| local_date(one.created_at));
    let year = one.last_year.and_then(|year| i32::try_from(year).ok());
    let year = year.unwrap_or_else(|| chrono::Datelike::year(&launched));
    let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    Known {
        state: one.state,
        own: one.own,
        launched,
        ends: NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(launched),
        targets: count(one.targets),
        registration: one.deadline.map_or(Registration::NotOpened, |deadline| {
            Registration::Until(
                deadline.reopened_until.unwrap_or_else(|| deadline.last_day()),
                count(one.handed_in),
            )
        }),
        last_figure: one.last_figure.map(local_date),
        result: one.written || (one.own && one.year_figures > 0),
    }
}

/// Everything that is lacking, longest first, and how many movements were looked at.
async fn found(app: &App, visitor: &Visitor) -> Result<(Vec<Found>, usize), Refusal> {
    let today = local_date((app.clock)());
    let all = app.store.running_movements(&reach::within(visitor), MOST).await?;
    let looked_at = all.len();
    let mut found: Vec<Found> = all
        .into_iter()
        .flat_map(|one| {
            let lacking = lacks(&known(&one), today);
            lacking.into_iter().map(move |(lack, since)| Found { of: one.clone(), lack, since })
        })
        .collect();
    found.sort_by_key(|one| one.since);
    Ok((found, looked_at))
}

/// How many movements of this person's units and of those below lack something.
pub(crate) async fn count(app: &App, visitor: &Visitor) -> Result<usize, Refusal> {
    let (found, _) = found(app, visitor).await?;
    let mut ids: Vec<&str> = found.iter().map(|one| one.of.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(ids.len())
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let (all, looked_at) = found(&app, &visitor).await?;
    let counts = Lack::ALL
        .iter()
        .map(|lack| Count {
            code: lack.code(),
            label: label(*lack, w),
            n: all.iter().filter(|one| one.lack == *lack).count(),
            here: asked.show == lack.code(),
        })
        .collect();
    let wanted: Vec<&Found> =
        all.iter().filter(|one| asked.show.is_empty() || one.lack.code() == asked.show).collect();
    let pages = wanted.len().div_ceil(A_PAGE).max(1);
    let number = asked.page.unwrap_or(1).clamp(1, pages);
    let rows = wanted.iter().skip((number - 1) * A_PAGE).take(A_PAGE).map(|one| row(one, &visitor, w)).collect();
    let told: Vec<String> = wanted
        .iter()
        .take(MOST_TOLD)
        .map(|one| {
            w.formality_line
                .replace("{unit}", &one.of.unit_name)
                .replace("{name}", &one.of.name)
                .replace("{lack}", &shown::inside(label(one.lack, w)))
                .replace("{since}", &shown::day(Some(one.since)))
        })
        .collect();
    let more = wanted.len().saturating_sub(MOST_TOLD);
    let more =
        if more > 0 { format!("\n{}", w.link_more.replace("{n}", &more.to_string())) } else { String::new() };
    let illustrative = wanted.iter().any(|one| one.of.illustrative);
    page(&FormalityPage {
        f: Frame::new(&caller, Place::Movements).with_sample(illustrative),
        w,
        o: crate::office::words::words(caller.preferences.language),
        counts,
        rows,
        looked_at: w.formality_of.replace("{n}", &looked_at.to_string()),
        show: asked.show,
        page: number,
        pages,
        message: if told.is_empty() {
            String::new()
        } else {
            format!("{}\n{}{more}", w.formality_message, told.join("\n"))
        },
    })
}

fn row(one: &Found, visitor: &Visitor, w: &'static Words) -> Row {
    let (next, next_says) = next(one, visitor.actor.may_in(act(one.lack), &one.of.unit_id), w);
    let of = &one.of;
    Row {
        address: if of.own {
            format!("/movements/{}", of.own_id)
        } else {
            format!("/movements/{}/contents", of.own_id)
        },
        name: of.name.clone(),
        unit: of.unit_name.clone(),
        plan: of.number_symbol.clone().unwrap_or_default(),
        class: if one.lack == Lack::OldFigure { "at-risk" } else { "missed" },
        lack: label(one.lack, w),
        since: shown::day(Some(one.since)),
        next,
        next_says,
    }
}
