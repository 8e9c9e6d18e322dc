//! The board: which units below have issued their own plan, which are late, which are missing.

use super::{actions, labels, words};
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::clock::local_date;
use crate::evaluation::{evaluate, newest_period};
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::movements::actions::{MovementView, movement_for};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::fold;
use thidua_domain::cascade::board::{Own, Participation, Standing, standing, tree_day};
use thidua_domain::movements::State as MovementState;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::StoreError;
use thidua_store::cascade::{Assignment, Settings};
use thidua_store::plans::PlanLine;

/// Units on one board.
const MOST_UNITS: i64 = 3_000;
/// Rows of one page.
const A_PAGE: usize = 80;
/// Units named in the sentence for all; more are counted.
const MOST_URGED: usize = 300;

/// What a unit reached of its own plan, as far as it has reported.
async fn reached(app: &App, plan: &PlanLine) -> Result<Option<(String, String)>, StoreError> {
    let figures = app.store.figures_of_plan(&plan.id).await?;
    let (Some(period), Some(movement)) = (newest_period(&figures), plan.movement_id.clone()) else {
        return Ok(None);
    };
    let summary = evaluate(app.store.targets(&plan.id).await?, &figures, period).summary;
    Ok(Some((format!("{}/{}", summary.reached(), summary.leaves), movement)))
}

/// A unit below with its own plan.
pub(crate) struct UnitBelow {
    pub(crate) unit: Unit,
    pub(crate) plan: Option<PlanLine>,
    /// A plan for the year that nobody has put under this one.
    pub(super) unlinked: Option<PlanLine>,
    pub(crate) standing: Standing,
}

/// The day on which the tree is asked for the year of a plan.
pub(crate) async fn plan_day(app: &App, plan: &PlanLine) -> Result<NaiveDate, StoreError> {
    let owner = app.store.unit(&plan.unit_id).await?;
    Ok(plan_day_of(plan, owner.as_ref(), local_date((app.clock)())))
}

/// The same, the unit being known.
pub(crate) fn plan_day_of(plan: &PlanLine, owner: Option<&Unit>, today: NaiveDate) -> NaiveDate {
    let year = plan.subject_year.and_then(|year| i32::try_from(year).ok());
    tree_day(year, owner.and_then(|unit| unit.valid_to), today)
}

/// The units directly below the unit of a movement, as the tree stands for its year.
pub(super) async fn units_below(app: &App, plan: &PlanLine) -> Result<Vec<Unit>, StoreError> {
    let day = plan_day(app, plan).await?;
    let (children, _) = app.store.children_on(Some(&plan.unit_id), day, 0, MOST_UNITS).await?;
    Ok(children.into_iter().map(|child| child.unit).collect())
}

/// The units below, and after them those that are below no longer and still hold a value of the plan: what they were
/// given counts until it is taken back.
pub(super) async fn units_given(
    app: &App,
    plan: &PlanLine,
    given: &[Assignment],
) -> Result<(Vec<Unit>, usize), StoreError> {
    let mut units = units_below(app, plan).await?;
    let present = units.len();
    let mut gone: Vec<String> = given
        .iter()
        .filter(|one| one.current && one.given.state.holds())
        .map(|one| one.given.unit_id.clone())
        .filter(|id| units.iter().all(|unit| unit.id != *id))
        .collect();
    gone.sort_unstable();
    gone.dedup();
    units.extend(app.store.units_of(&gone).await?);
    Ok((units, present))
}

/// All units below with their plans and standings.
pub(crate) async fn standings(
    app: &App,
    plan: &PlanLine,
    settings: &Settings,
    today: NaiveDate,
) -> Result<Vec<UnitBelow>, StoreError> {
    let units = units_below(app, plan).await?;
    let calendar = crate::calendar::of_unit(app, &plan.unit_id).await?;
    let mut linked: HashMap<String, PlanLine> = HashMap::new();
    for one in app.store.plans_below(&plan.id).await? {
        match linked.get(&one.unit_id) {
            Some(known) if known.issued || !one.issued => {}
            _ => {
                linked.insert(one.unit_id.clone(), one);
            }
        }
    }
    let ids: Vec<String> = units.iter().map(|unit| unit.id.clone()).collect();
    let mut others: HashMap<String, PlanLine> = match plan.subject_year {
        Some(year) => {
            let all = app.store.plans_of_year(&ids, year).await?.into_iter();
            all.filter(|one| one.parent_plan_id.is_none()).map(|one| (one.unit_id.clone(), one)).collect()
        }
        None => HashMap::new(),
    };
    let of = |unit: Unit| {
        let plan = linked.remove(&unit.id);
        let own = match &plan {
            None => Own::Nothing,
            Some(plan) if plan.issued => Own::Issued(plan.dated),
            Some(_) => Own::Draft,
        };
        let standing =
            standing(settings.needs(unit.kind), own, settings.launch_by, today, |day| calendar.works(day));
        UnitBelow { unlinked: others.remove(&unit.id).filter(|_| plan.is_none()), unit, plan, standing }
    };
    Ok(units.into_iter().map(of).collect())
}

/// How many of the units below take part in a plan.
pub(crate) async fn participation(app: &App, plan: &PlanLine) -> Result<Participation, StoreError> {
    let settings = app.store.cascade(&plan.id).await?;
    let all = standings(app, plan, &settings, local_date((app.clock)())).await?;
    Ok(Participation::of(all.iter().map(|one| one.standing)))
}

struct Row {
    unit_id: String,
    name: String,
    kind: &'static str,
    head: String,
    class: &'static str,
    standing: String,
    plan: Option<(String, String, String)>,
    state: &'static str,
    /// Targets reached of all, and the movement where they stand.
    results: Option<(String, String)>,
    unlinked: Option<(String, String)>,
    urge: Option<String>,
}

/// Which rows are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    head: String,
    #[serde(default)]
    show: String,
    /// A block of the authority.
    #[serde(default)]
    block: String,
    page: Option<usize>,
}

#[derive(Template)]
#[template(path = "cascade/board.html")]
struct BoardPage {
    f: Frame,
    w: &'static words::Words,
    u: &'static crate::units::words::Words,
    id: String,
    plan_id: String,
    plan_number: String,
    rows: Vec<Row>,
    /// This page, and how many there are.
    page: usize,
    pages: usize,
    show: String,
    blocks: BlockFilter,
    counts: Participation,
    percent: String,
    by: String,
    head: String,
    filters: Vec<(&'static str, &'static str, bool)>,
    urge_all: Option<String>,
    settings: Option<Vec<Field>>,
    kinds: Vec<(&'static str, &'static str, bool)>,
    version: i64,
    refused: bool,
    changed: Option<String>,
    links: bool,
    none_below: bool,
    may_units: bool,
}

/// What came back from a refused form.
struct Marked {
    typed: Typed,
    fields: Vec<Field>,
    changed: bool,
}

/// `GET /movements/{id}/cascade`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, &view, &asked, None).await
}

fn fields(settings: &Settings, w: &'static words::Words) -> Vec<Field> {
    let day = settings.launch_by.map(short).unwrap_or_default();
    vec![Field::new("launch_by", w.launch_by, Input::Day, day).hint(w.launch_by_hint)]
}

fn urged(number: &str, issuer: &str, settings: &Settings, unit: &UnitBelow, w: &'static words::Words) -> String {
    let template = if unit.unit.kind.is_partner() { w.urge_partner } else { w.urge_one };
    let head = unit.unit.head.as_ref().map(|head| format!(" ({head})")).unwrap_or_default();
    let by = settings.launch_by.map(|day| w.urge_by.replace("{day}", &short(day))).unwrap_or_default();
    let late =
        unit.standing.days_late().map(|days| w.urge_late.replace("{n}", &days.to_string())).unwrap_or_default();
    template
        .replace("{unit}", &unit.unit.name)
        .replace("{head}", &head)
        .replace("{number}", number)
        .replace("{issuer}", issuer)
        .replace("{by}", &by)
        .replace("{late}", &late)
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    view: &MovementView,
    asked: &Asked,
    marked: Option<Marked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let u = crate::units::words::words(language);
    let id = view.movement.id.clone();
    let f = Frame::new(caller, Place::Movements)
        .in_movement(caller, &id, Tab::Cascade)
        .with_sample(view.plan.illustrative);
    let settings = app.store.cascade(&view.plan.id).await?;
    let all = standings(app, &view.plan, &settings, local_date((app.clock)())).await?;
    let counts = Participation::of(all.iter().map(|one| one.standing));
    let number = view.plan.number_symbol.clone().unwrap_or_default();
    let issuer = app.store.unit(&view.plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let links = visitor.actor.reaches_below(Act::Look);
    let owed: Vec<String> = all
        .iter()
        .filter(|one| one.standing.is_owed())
        .map(|one| {
            let head = one.unit.head.as_ref().map(|head| format!(" ({head})")).unwrap_or_default();
            format!("- {}{head}: {}", one.unit.name, show::inside(&labels::standing(one.standing, w)))
        })
        .collect();
    let by = settings.launch_by.map(|day| w.urge_by.replace("{day}", &short(day))).unwrap_or_default();
    let urge_all = (!owed.is_empty()).then(|| {
        let head = w.urge_all.replace("{number}", &number).replace("{issuer}", &issuer).replace("{by}", &by);
        let more = owed.len().saturating_sub(MOST_URGED);
        let more = if more > 0 { format!("\n{} {more}", w.more) } else { String::new() };
        format!("{head}\n{}{more}", owed.iter().take(MOST_URGED).cloned().collect::<Vec<_>>().join("\n"))
    });
    let mut kinds: Vec<UnitKind> = all.iter().map(|one| one.unit.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let blocks =
        BlockFilter::of(app, &view.plan.unit_id, plan_day(app, &view.plan).await?, &asked.block, language).await?;
    let words_of_head = fold(&asked.head);
    let shown = |one: &&UnitBelow| {
        let by_head = words_of_head.is_empty()
            || one.unit.head.as_deref().is_some_and(|head| fold(head).contains(&words_of_head));
        let by_standing = match asked.show.as_str() {
            "issued" => one.standing.has_issued(),
            "draft" => matches!(one.standing, Standing::Draft | Standing::DraftLate(_)),
            "missing" => matches!(one.standing, Standing::Missing | Standing::Late(_)),
            "late" => one.standing.days_late().is_some(),
            "owed" => one.standing.is_owed(),
            _ => true,
        };
        by_head && by_standing && blocks.shows(&one.unit.id)
    };
    let found: Vec<&UnitBelow> = all.iter().filter(shown).collect();
    let pages = found.len().div_ceil(A_PAGE).max(1);
    let page_number = asked.page.unwrap_or(1).clamp(1, pages);
    let found: Vec<&UnitBelow> = found.into_iter().skip((page_number - 1) * A_PAGE).take(A_PAGE).collect();
    let mut results = HashMap::new();
    for one in &found {
        if let Some(plan) = one.plan.as_ref().filter(|plan| plan.issued)
            && let Some(reached) = reached(app, plan).await?
        {
            results.insert(one.unit.id.clone(), reached);
        }
    }
    let rows = found
        .iter()
        .map(|one| Row {
            unit_id: one.unit.id.clone(),
            name: one.unit.name.clone(),
            kind: crate::units::labels::kind(one.unit.kind, u),
            head: one.unit.head.clone().unwrap_or_default(),
            class: labels::standing_class(one.standing),
            standing: labels::standing(one.standing, w),
            plan: one.plan.as_ref().map(|plan| {
                let number = plan.number_symbol.clone().unwrap_or_else(|| w.no_number.to_owned());
                (plan.id.clone(), number, show::day(plan.dated))
            }),
            state: one
                .plan
                .as_ref()
                .and_then(|plan| plan.movement_state.as_deref())
                .and_then(MovementState::from_code)
                .map_or("", |state| show::state(state, f.c)),
            results: results.remove(&one.unit.id),
            unlinked: one.unlinked.as_ref().map(|plan| {
                (plan.id.clone(), plan.number_symbol.clone().unwrap_or_else(|| w.no_number.to_owned()))
            }),
            urge: one.standing.is_owed().then(|| urged(&number, &issuer, &settings, one, w)),
        })
        .collect();
    let chosen = |kind: UnitKind| match &marked {
        Some(marked) => marked.typed.contains_key(&format!("kind-{}", kind.code())),
        None => settings.needs(kind),
    };
    let changed = marked.as_ref().is_some_and(|marked| marked.changed);
    let refused = marked.is_some();
    let template = BoardPage {
        plan_id: view.plan.id.clone(),
        percent: thidua_domain::basics::Amount::new(counts.issued.into())
            .ok()
            .zip(thidua_domain::basics::Amount::new(counts.units.into()).ok())
            .and_then(|(issued, units)| issued.percent_of(units))
            .map(|percent| format!("{} %", percent.vietnamese()))
            .unwrap_or_default(),
        by: settings.launch_by.map(short).unwrap_or_default(),
        head: asked.head.clone(),
        filters: [
            ("", w.filter_all),
            ("issued", w.filter_issued),
            ("draft", w.filter_draft),
            ("missing", w.filter_missing),
            ("owed", w.filter_owed),
            ("late", w.filter_late),
        ]
        .map(|(code, label)| (code, label, asked.show == code))
        .to_vec(),
        kinds: kinds
            .into_iter()
            .map(|kind| (kind.code(), crate::units::labels::kind(kind, u), chosen(kind)))
            .collect(),
        changed: changed.then(|| {
            let day = settings.launch_by.map_or_else(|| f.c.none.to_owned(), short);
            format!("{} {day}", w.changed_settings)
        }),
        settings: app
            .may(visitor, Act::AssignTargets, &view.plan.unit_id)
            .await?
            .then(|| marked.map_or_else(|| fields(&settings, w), |marked| marked.fields)),
        version: settings.version,
        page: page_number,
        pages,
        show: asked.show.clone(),
        blocks,
        none_below: all.is_empty(),
        may_units: app.may(visitor, Act::ManageUnits, &view.plan.unit_id).await?,
        plan_number: number,
        counts,
        urge_all,
        refused,
        links,
        rows,
        f,
        w,
        u,
        id,
    };
    crate::face::frame::returned(&template, changed, refused)
}

/// `POST /movements/{id}/cascade`: until when, and which kinds of units.
pub(crate) async fn set(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::AssignTargets).await?;
    if !view.plan.issued {
        return Err(Refusal::ChangedMeanwhile);
    }
    let w = words::words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let launch_by = reader.day("launch_by");
    if let (Some(by), Some(dated)) = (launch_by, view.plan.dated)
        && by < dated
    {
        reader.problem("launch_by", w.launch_by_early.replace("{day}", &short(dated)));
    }
    let kinds: Vec<UnitKind> =
        UnitKind::ALL.into_iter().filter(|kind| reader.tick(&format!("kind-{}", kind.code()))).collect();
    let version = crate::face::forms::seen(&typed);
    let settings = Settings { launch_by, kinds, version };
    let asked = Asked::default();
    if !reader.fine() {
        let fields = reader.mark(fields(&settings, w));
        let marked = Marked { typed, fields, changed: false };
        return render(&app, &caller, &visitor, &view, &asked, Some(marked)).await;
    }
    let author = visitor.author((app.clock)());
    match actions::set_cascade(&app, author, &view.plan.unit_id, &view.plan.id, &settings).await {
        Ok(()) => go(format!("/movements/{id}/cascade?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let fields = reader.mark(fields(&settings, w));
            let marked = Marked { typed, fields, changed: true };
            render(&app, &caller, &visitor, &view, &asked, Some(marked)).await
        }
        Err(other) => Err(other.into()),
    }
}
