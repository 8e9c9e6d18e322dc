//! One version of a pack: its text with findings, the other versions, the dossiers it judged.

use super::checking::check;
use super::effect;
use super::list::{self, Problem, Row, seen, told};
use super::loading::entry;
use super::words::{Words, words};
use crate::App;
use crate::awards::{labels as award_labels, words as award_words};
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Reader, Typed, seen as seen_version};
use crate::face::frame::{go, returned};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, show as shown};
use crate::office::reach;
use crate::reports::sending::attachment;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::awards::judging::Verdict;
use thidua_store::StoreError;
use thidua_store::rule_packs::RulePack;

/// As many dossiers are listed.
const MOST: usize = 200;

struct Judged {
    id: String,
    name: String,
    award: String,
    class: &'static str,
    verdict: &'static str,
}

#[derive(Template)]
#[template(path = "packs/one.html")]
struct PackPage {
    f: Frame,
    w: &'static Words,
    id: String,
    version: i64,
    title: String,
    code: String,
    label: String,
    source: String,
    unit: String,
    days: String,
    class: &'static str,
    state: &'static str,
    by: String,
    withdrawn: Option<String>,
    problems: Vec<Problem>,
    lines: Vec<(usize, String)>,
    versions: Vec<Row>,
    judged: Vec<Judged>,
    more: bool,
    may: bool,
    reason: String,
    problem: Option<String>,
    changed: bool,
}

async fn pack(app: &App, visitor: &Visitor, id: &str) -> Result<RulePack, Refusal> {
    let pack = app.store.rule_pack(id).await?.ok_or(Refusal::NotFound)?;
    if seen(app, visitor).await?.contains(&pack.unit_id) { Ok(pack) } else { Err(Refusal::NotFound) }
}

/// `GET /rule-packs/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let pack = pack(&app, &visitor, &id).await?;
    render(&app, &caller, &visitor, pack, String::new(), None, false).await
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    pack: RulePack,
    reason: String,
    problem: Option<String>,
    changed: bool,
) -> Answer {
    let language = caller.preferences.language;
    let (w, aw) = (words(language), award_words::words(language));
    let today = reach::today(app);
    let mut versions = app.store.rule_packs_of(std::slice::from_ref(&pack.unit_id)).await?;
    versions.retain(|other| other.code == pack.code);
    let rows = list::rows(app, &versions, today, w).await?;
    let own = rows.iter().find(|row| row.id == pack.id);
    let (class, state) = own.map_or(("not-begun", ""), |row| (row.class, row.state));
    let unit = app.store.unit(&pack.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let problems = if pack.withdrawn.is_none() {
        check(app, &pack.unit_id, &pack.content, today).await?.err().unwrap_or_default()
    } else {
        Vec::new()
    };
    // the kept judgement names each pack with its version
    let name = format!(" {}@{}.", pack.code, pack.label);
    let (mut judged, mut more) = (Vec::new(), false);
    for scene in effect::scenes(app, visitor, &pack.unit_id).await? {
        for it in &scene.all {
            let Some(kept) = it.judged.as_ref().filter(|kept| kept.pack.contains(&name)) else { continue };
            if judged.len() == MOST {
                more = true;
                break;
            }
            let (class, verdict) = Verdict::from_code(&kept.verdict)
                .map_or(("not-begun", ""), |verdict| award_labels::verdict(verdict, aw));
            judged.push(Judged {
                id: it.id.clone(),
                name: it.nominee.name.clone(),
                award: it.award_name.clone(),
                class,
                verdict,
            });
        }
    }
    let may = app.may(visitor, Act::ManageAwards, &pack.unit_id).await? && pack.withdrawn.is_none();
    let refused = problem.is_some();
    let page = PackPage {
        f: frame(caller, Tab::Packs),
        id: pack.id.clone(),
        version: pack.version,
        title: pack.title.clone(),
        code: pack.code.clone(),
        label: pack.label.clone(),
        source: pack.source.clone(),
        unit,
        days: list::days(&pack),
        class,
        state,
        by: format!("{} · {}", pack.account_name, shown::moment(pack.written_at)),
        withdrawn: pack.withdrawn.clone(),
        problems: told(&problems, language),
        lines: pack.content.lines().enumerate().map(|(at, line)| (at + 1, line.to_owned())).collect(),
        versions: rows,
        judged,
        more,
        may,
        reason,
        problem,
        changed,
        w,
    };
    returned(&page, changed, refused)
}

/// `GET /rule-packs/{id}/pack.toml`.
pub(crate) async fn download(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let pack = pack(&app, &visitor, &id).await?;
    let name = format!("{}-{}.toml", pack.code, pack.label);
    attachment(pack.content.into_bytes(), "application/toml; charset=utf-8", &name)
}

/// `POST /rule-packs/{id}/withdraw`.
pub(crate) async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let pack = pack(&app, &visitor, &id).await?;
    app.require(&visitor, Act::ManageAwards, &pack.unit_id).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let reason = reader.required_name("reason");
    if let Some(problem) = reader.problems.get("reason").cloned() {
        return render(&app, &caller, &visitor, pack, reason, Some(problem), false).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.withdraw_rule_pack(&id, seen_version(&typed), &reason).await {
        Err(StoreError::ChangedMeanwhile) => {
            let newest = app.store.rule_pack(&id).await?.ok_or(Refusal::NotFound)?;
            render(&app, &caller, &visitor, newest, reason, None, true).await
        }
        other => {
            other?;
            change.commit(entry("rule-pack.withdrawn", &pack, reason)).await?;
            go(format!("/rule-packs/{id}?done=saved"))
        }
    }
}
