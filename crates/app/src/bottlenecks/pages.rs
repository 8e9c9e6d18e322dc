//! The register and one item of it.

use super::{entry, labels, words};
use crate::App;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::tasks::actions::today;
use askama::Template;
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::tasks::bottlenecks::{Age, State as ItemState};
use thidua_store::bottlenecks::Bottleneck;

/// What is asked for.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    show: Option<String>,
}

struct Row {
    id: String,
    name: String,
    place: String,
    field: &'static str,
    owner: String,
    due: String,
    late: bool,
    age: &'static str,
    days: String,
    class: &'static str,
    state: &'static str,
    missing: String,
}

struct Count {
    code: &'static str,
    label: &'static str,
    n: usize,
    here: bool,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "bottlenecks/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    rows: Vec<Row>,
    all: usize,
    counts: Vec<Count>,
    may_add: bool,
    fields: Vec<Field>,
    refused: bool,
}

fn row(item: &Bottleneck, today: NaiveDate, w: &'static words::Words) -> Row {
    let text = &item.text;
    let age = Age::on(text.arisen, today);
    let late = item.state == ItemState::Open && text.due.is_some_and(|due| today > due);
    let owner = [item.owner_unit.as_deref(), text.owner_name.as_deref()];
    Row {
        id: item.id.clone(),
        name: text.name.clone(),
        place: text.place.clone().unwrap_or_default(),
        field: labels::field(text.field, w),
        owner: owner.into_iter().flatten().collect::<Vec<_>>().join(", "),
        due: show::day(text.due),
        age: labels::age(age, w),
        days: w.days_n.replace("{n}", &(today - text.arisen).num_days().max(0).to_string()),
        class: labels::class(item.state, late, age),
        state: labels::state(item.state, w),
        missing: labels::needs(&text.missing(), w),
        late,
    }
}

fn open(item: &Bottleneck) -> bool {
    matches!(item.state, ItemState::Draft | ItemState::Open)
}

/// `GET /bottlenecks`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    list(&app, &caller, &visitor, &asked, None).await
}

/// The register; a refused form comes back in it.
pub(super) async fn list(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    asked: &Asked,
    marked: Option<Vec<Field>>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Tasks);
    let today = today(app);
    let scope = visitor.scope();
    let items = app.store.bottlenecks(scope.as_deref()).await?;
    let shown = asked.show.clone().unwrap_or_default();
    let fits = |item: &&Bottleneck| match shown.as_str() {
        "" => open(item),
        "draft" | "removed" | "dropped" => item.state.code() == shown,
        "stuck" => item.state.is_stuck(item.text.due, today),
        code => open(item) && Age::on(item.text.arisen, today).code() == code,
    };
    let mut counts: Vec<Count> = Age::ALL
        .into_iter()
        .map(|age| Count {
            code: age.code(),
            label: labels::age(age, w),
            n: items.iter().filter(|item| open(item) && Age::on(item.text.arisen, today) == age).count(),
            here: shown == age.code(),
            class: if age == Age::LongStanding { "at-risk" } else { "on-track" },
        })
        .collect();
    for (state, class) in [(ItemState::Draft, "not-begun"), (ItemState::Removed, "met")] {
        counts.push(Count {
            code: state.code(),
            label: labels::state(state, w),
            n: items.iter().filter(|item| item.state == state).count(),
            here: shown == state.code(),
            class,
        });
    }
    let own = entry::keeper(app, visitor).await?;
    let refused = marked.is_some();
    let fields = match (&own, marked) {
        (_, Some(fields)) => fields,
        (Some(unit), None) => entry::fields(app, w, unit, None, today).await?,
        (None, None) => Vec::new(),
    };
    let template = ListPage {
        rows: items.iter().filter(fits).map(|item| row(item, today, w)).collect(),
        all: items.len(),
        may_add: own.is_some(),
        counts,
        fields,
        refused,
        f,
        w,
    };
    crate::face::frame::returned(&template, false, refused)
}

struct Linked {
    address: String,
    name: String,
    state: String,
}

#[derive(Template)]
#[template(path = "bottlenecks/one.html")]
struct OnePage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    row: Row,
    unit: String,
    description: String,
    direction: String,
    arisen: String,
    outcome: String,
    task: Option<Linked>,
    wave: Option<Linked>,
    /// Waves that work on it, and where a short one is opened for it.
    waves: Vec<(String, String)>,
    opens: Option<String>,
    tasks: Vec<Linked>,
    problems: Vec<Linked>,
    history: Vec<String>,
    next: Vec<(&'static str, &'static str)>,
    may_manage: bool,
    may_raise: bool,
    version: i64,
    fields: Vec<Field>,
    editing: bool,
    refused: Option<String>,
    note: String,
}

/// What came back refused on the page of one item.
#[derive(Default)]
pub(super) struct Marked {
    pub(super) fields: Option<Vec<Field>>,
    pub(super) says: Option<String>,
    pub(super) note: String,
    pub(super) conflict: bool,
}

/// An item that this person may see, and whether they keep its register.
pub(crate) async fn item_for(app: &App, visitor: &Visitor, id: &str) -> Result<(Bottleneck, bool), Refusal> {
    let item = app.store.bottleneck(id).await?.ok_or(Refusal::NotFound)?;
    let mut look = app.may(visitor, Act::Look, &item.unit_id).await?;
    if let (false, Some(owner)) = (look, &item.text.owner_unit_id) {
        look = app.may(visitor, Act::Look, owner).await?;
    }
    if !look {
        return Err(Refusal::NotFound);
    }
    let manage = app.may(visitor, Act::ManageTasks, &item.unit_id).await?;
    Ok((item, manage))
}

/// `GET /bottlenecks/{id}`.
pub(crate) async fn show_one(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    one(&app, &caller, &visitor, &id, Marked::default()).await
}

pub(super) async fn one(app: &App, caller: &Caller, visitor: &Visitor, id: &str, marked: Marked) -> Answer {
    let (item, may_manage) = item_for(app, visitor, id).await?;
    let language = caller.preferences.language;
    let w = words::words(language);
    let t = crate::tasks::words::words(language);
    let p = crate::problems::words::words(language);
    let today = today(app);
    let text = &item.text;
    let task = match &text.task_id {
        Some(task) => app.store.task(task).await?.map(|task| Linked {
            address: format!("/tasks/{}", task.id),
            state: crate::tasks::labels::state(task.state, t).to_owned(),
            name: task.text.work,
        }),
        None => None,
    };
    let wave = match &text.wave {
        Some((plan, position)) => app.store.plan(plan).await?.and_then(|plan| {
            let wave = plan.draft.waves.get(usize::try_from(*position).ok()?)?;
            let name = wave.name.clone();
            Some(Linked {
                address: format!("/plans/{}#L{}", plan.id, wave.lines.first),
                name,
                state: String::new(),
            })
        }),
        None => None,
    };
    let tasks = app.store.tasks_of_bottleneck(id).await?.into_iter().map(|task| Linked {
        address: format!("/tasks/{}", task.id),
        state: crate::tasks::labels::state(task.state, t).to_owned(),
        name: task.text.work,
    });
    let problems = app.store.problems_of(id).await?.into_iter().map(|one| Linked {
        address: format!("/problems/{}", one.id),
        state: crate::problems::labels::state(one.state, p).to_owned(),
        name: one.name,
    });
    let a = crate::audit::words::words(language);
    let history = app.store.history_of("bottleneck", id).await?.into_iter().rev().map(|one| {
        let detail = one.detail.map(|detail| format!(": {detail}")).unwrap_or_default();
        format!(
            "{} {}, {}{detail}",
            show::moment(one.at),
            crate::audit::labels::label(&one.act, a),
            one.account_name
        )
    });
    let step = |to: &ItemState| match (item.state, to) {
        (ItemState::Removed, ItemState::Open) => w.reopen,
        (_, ItemState::Open) => w.accept,
        (_, ItemState::Removed) => w.remove,
        _ => w.drop,
    };
    let editing = marked.fields.is_some();
    let may_edit = may_manage && open(&item);
    let fields = match marked.fields {
        Some(fields) => fields,
        None if may_edit => entry::fields(app, w, &item.unit_id, Some(text), today).await?,
        None => Vec::new(),
    };
    let refused = marked.says.is_some() || editing;
    let (waves, opens) = crate::waves::during::of_bottleneck(app, visitor, &item).await?;
    let template = OnePage {
        id: item.id.clone(),
        row: row(&item, today, w),
        unit: item.unit_name.clone(),
        description: text.description.clone().unwrap_or_default(),
        direction: text.direction.clone().unwrap_or_default(),
        arisen: show::day(Some(text.arisen)),
        outcome: item.outcome.clone().unwrap_or_default(),
        tasks: tasks.collect(),
        problems: problems.collect(),
        history: history.collect(),
        next: if may_manage {
            item.state.next().iter().map(|to| (to.code(), step(to))).collect()
        } else {
            Vec::new()
        },
        may_raise: may_manage || raises(app, visitor, &item).await?,
        may_manage,
        version: item.version,
        f: Frame::new(caller, Place::Tasks),
        refused: marked.says,
        note: marked.note,
        task,
        wave,
        waves,
        opens: opens.filter(|_| open(&item)),
        fields,
        editing,
        w,
    };
    crate::face::frame::returned(&template, marked.conflict, refused)
}

async fn raises(app: &App, visitor: &Visitor, item: &Bottleneck) -> Result<bool, Refusal> {
    match &item.text.owner_unit_id {
        Some(owner) => app.may(visitor, Act::DoTask, owner).await,
        None => Ok(false),
    }
}
