//! `GET /`: what waits, what is red, what moved, who is late: in the order in which the reader's role asks.

use super::leading::{self, Leading};
use super::words;
use crate::App;
use crate::above::cards::{self, Cards};
use crate::digest::{self, Count, Item, Section, standing};
use crate::face::{Answer, Caller, Frame, Place, Visitor, page, show as say};
use crate::movements::board::{self, BoardRow};
use askama::Template;
use axum::extract::State;
use thidua_domain::access::Act;

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage {
    f: Frame,
    w: &'static words::Words,
    d: &'static digest::words::Words,
    m: &'static crate::movements::words::Words,
    today: String,
    alarms: Vec<Item>,
    counts: Vec<Count>,
    tasks: Vec<Item>,
    /// Beside what waits: what is known of the movements.
    main: Vec<Shown>,
    aside: Vec<Shown>,
    rows: Vec<BoardRow>,
    above: Cards,
    leading: Leading,
}

/// A section with as many lines as are read at one glance.
struct Shown {
    section: Section,
    all: usize,
}

/// Lines of a section on the first page; the digest has all.
const LINES: usize = 6;

/// The first page.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let d = digest::words::words(language);
    let f = Frame::new(&caller, Place::Home);
    let plans = app.store.plans(visitor.scope().as_deref()).await?;
    let stands = standing::stands(&app, &plans).await?;
    let above = cards::of(&app, &visitor, language).await?;
    let sections = digest::sections(&app, &visitor, &stands, language).await?;
    let tasks = super::waiting::of(&app, &visitor, &stands, &plans, &above, language).await?;
    let tasks = digest::apart(tasks, &sections);
    let running = stands.iter().any(standing::Stand::runs);
    let mut counts = digest::counts(tasks.len(), &sections, &stands, d);
    counts.retain(|count| running || count.n > 0);
    let digest::Sections { red, moved, late, problems, soon } = sections;
    // who leads a movement sees that nothing is red; for others an empty section says nothing
    let leads = running && visitor.actor.may(Act::Review);
    let shown = |section: Section, always: bool| {
        let all = section.items.len();
        (always || all > 0).then(|| Shown { all, section: cut(section) })
    };
    let main = [shown(red, running), shown(moved, running)].into_iter().flatten().collect();
    let aside = [shown(late, leads), shown(problems, leads), shown(soon, true)].into_iter().flatten().collect();
    let illustrative = above.illustrative() || plans.iter().any(|plan| plan.illustrative);
    let leading = leading::of(&app, &visitor, &stands, w, &f).await?;
    let template = HomePage {
        m: crate::movements::words::words(language),
        today: say::day(Some(crate::local_date((app.clock)()))),
        alarms: digest::alarms(&app, &visitor, language).await?,
        rows: board::rows_of(&app, &stands, &f).await?,
        f: f.with_sample(illustrative),
        counts,
        tasks,
        main,
        aside,
        above,
        leading,
        w,
        d,
    };
    page(&template)
}

fn cut(mut section: Section) -> Section {
    section.items.truncate(LINES);
    section
}
