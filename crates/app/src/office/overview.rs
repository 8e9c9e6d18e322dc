//! The overview of the standing office: four counts, what is red in each, and the way to the list behind each number.

use super::tabs::{Tab, frame};
use super::{reach, words};
use crate::App;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::known::board::board;
use crate::movements::actions::runs;
use crate::{councils, regulations, training};
use askama::Template;
use axum::extract::State;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_store::plans::PlanLine;

/// Red items shown of each sort.
const SHOWN: usize = 8;

/// A red item: where it leads, what it is, what is the matter.
struct Item {
    address: String,
    name: String,
    says: String,
}

/// One of the four works.
struct Work {
    heading: &'static str,
    label: &'static str,
    of: String,
    count: usize,
    address: String,
    items: Vec<Item>,
    empty: &'static str,
}

impl Work {
    /// How many items are not shown.
    fn more(&self) -> usize {
        self.items.len().saturating_sub(SHOWN)
    }

    fn shown(&self) -> &[Item] {
        self.items.get(..SHOWN).unwrap_or(&self.items)
    }
}

#[derive(Template)]
#[template(path = "office/overview.html")]
struct OverviewPage {
    f: Frame,
    o: &'static words::Words,
    works: Vec<Work>,
    above: Vec<Item>,
}

/// `GET /office`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let language = caller.preferences.language;
    let o = words::words(language);
    let works = vec![
        of_regulations(&app, &visitor, o, language).await?,
        of_training(&app, &visitor, o).await?,
        of_bodies(&app, &visitor, o, language).await?,
        of_known(&app, &visitor, o).await?,
    ];
    let above = from_above(&app, &visitor, o).await?;
    page(&OverviewPage { f: frame(&caller, Tab::Overview), o, works, above })
}

async fn of_regulations(
    app: &App,
    visitor: &Visitor,
    o: &'static words::Words,
    language: thidua_domain::basics::Language,
) -> Result<Work, Refusal> {
    let all = regulations::actions::all(app, &reach::within(visitor), reach::today(app)).await?;
    let red: Vec<Item> = all
        .iter()
        .filter(|one| one.to_look_at())
        .map(|one| Item {
            address: format!("/regulations/{}", one.regulation.id),
            name: one.regulation.title.clone(),
            says: regulations::labels::first(one, language),
        })
        .collect();
    Ok(Work {
        heading: o.red_regulations,
        label: o.n_regulations,
        of: o.n_regulations_of.replace("{n}", &all.len().to_string()),
        count: red.len(),
        address: "/regulations?show=due".to_owned(),
        items: red,
        empty: if all.is_empty() { o.no_regulations } else { o.nothing },
    })
}

async fn of_training(app: &App, visitor: &Visitor, o: &'static words::Words) -> Result<Work, Refusal> {
    let since = training::actions::this_year(reach::today(app));
    let found = training::actions::who_is_untrained(app, visitor, since).await?;
    let items = found.units.iter().map(|(unit, last)| Item {
        address: format!("/units/{}", unit.id),
        name: unit.name.clone(),
        says: last.map(short).unwrap_or_default(),
    });
    Ok(Work {
        heading: o.red_untrained,
        label: o.n_untrained,
        of: o.n_untrained_of.replace("{n}", &found.all.to_string()).replace("{day}", &short(since)),
        count: found.units.len(),
        address: format!("/training?since={}#untrained", short(since)),
        items: items.collect(),
        empty: o.nothing,
    })
}

async fn of_bodies(
    app: &App,
    visitor: &Visitor,
    o: &'static words::Words,
    language: thidua_domain::basics::Language,
) -> Result<Work, Refusal> {
    let w = councils::words::words(language);
    let all = councils::actions::all(app, &reach::within(visitor), reach::today(app)).await?;
    let red: Vec<Item> = all
        .iter()
        .filter_map(|one| {
            let first = one.findings.first()?;
            Some(Item {
                address: format!("/councils/{}", one.body.id),
                name: one.body.name.clone(),
                says: councils::labels::finding(first, w).0,
            })
        })
        .collect();
    Ok(Work {
        heading: o.red_bodies,
        label: o.n_bodies,
        of: o.n_bodies_of.replace("{n}", &all.len().to_string()),
        count: red.len(),
        address: "/councils?show=faults".to_owned(),
        items: red,
        empty: if all.is_empty() { o.no_bodies } else { o.nothing },
    })
}

fn called(plan: &PlanLine) -> String {
    let number = plan.number_symbol.clone().unwrap_or_default();
    plan.dated.map_or_else(|| number.clone(), |dated| format!("{number}, {}", short(dated)))
}

async fn of_known(app: &App, visitor: &Visitor, o: &'static words::Words) -> Result<Work, Refusal> {
    let plans = app.store.plans(visitor.scope().as_deref()).await?;
    let (mut items, mut count, mut running) = (Vec::new(), 0, 0);
    for plan in plans.iter().filter(|plan| runs(plan)) {
        let Some(movement) = &plan.movement_id else { continue };
        running += 1;
        let board = board(app, plan).await?;
        let (missing, all) = (board.missing().len(), board.awaited().count());
        count += missing;
        if missing > 0 || all == 0 {
            let says = if all == 0 { o.no_units_below } else { o.units_missing };
            items.push(Item {
                address: format!("/movements/{movement}/known"),
                name: called(plan),
                says: says.replace("{n}", &missing.to_string()).replace("{all}", &all.to_string()),
            });
        }
    }
    let address = match items.as_slice() {
        [only] => only.address.clone(),
        _ => "#known".to_owned(),
    };
    Ok(Work {
        heading: o.red_known,
        label: o.n_known,
        of: o.n_known_of.replace("{n}", &running.to_string()),
        count,
        address,
        items,
        empty: o.nothing,
    })
}

/// Plans of the bodies directly above the units for which this person records.
async fn from_above(app: &App, visitor: &Visitor, o: &'static words::Words) -> Result<Vec<Item>, Refusal> {
    let own: Vec<String> =
        visitor.actor.units(Act::MakeKnown).unwrap_or_default().into_iter().map(str::to_owned).collect();
    let mut found = Vec::new();
    for unit in app.store.units_of(&own).await? {
        let Some(parent) = &unit.parent_id else { continue };
        for plan in app.store.plans(Some(&[parent.as_str()])).await?.iter().filter(|plan| runs(plan)) {
            let Some(movement) = &plan.movement_id else { continue };
            let sessions = app.store.known_sessions(&plan.id).await?;
            let done = sessions.iter().any(|session| session.unit_id == unit.id && !session.withdrawn);
            found.push(Item {
                address: format!("/movements/{movement}/known"),
                name: called(plan),
                says: format!("{}: {}", unit.name, if done { o.recorded } else { o.not_recorded }),
            });
        }
    }
    Ok(found)
}
