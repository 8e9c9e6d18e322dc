//! What is gathered for a reader: red targets, what moved, who is late, problems to decide, the next days. Everything
//! is asked with the reader's own powers.

use super::soon;
use super::standing::Stand;
use super::words::{self, Words};
use crate::App;
use crate::evaluation::Row;
use crate::face::{Refusal, Visitor, show};
use crate::home::chasing;
use crate::office::reach;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::tasks::problems;

/// A line: class of its status, sentence, what is to be known besides, where it leads.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) class: &'static str,
    pub(crate) text: String,
    pub(crate) note: String,
    pub(crate) address: String,
}

/// Lines with what stands where there are none, and where all of them are.
pub(crate) struct Section {
    pub(crate) code: &'static str,
    pub(crate) heading: &'static str,
    pub(crate) empty: &'static str,
    pub(crate) items: Vec<Item>,
}

/// Everything that is gathered.
pub(crate) struct Sections {
    pub(crate) red: Section,
    pub(crate) moved: Section,
    pub(crate) late: Section,
    pub(crate) problems: Section,
    pub(crate) soon: Section,
}

/// Names of units in one line.
const NAMED: usize = 4;

/// Gathers it.
pub(crate) async fn sections(
    app: &App,
    visitor: &Visitor,
    stands: &[Stand],
    language: Language,
) -> Result<Sections, Refusal> {
    let w = words::words(language);
    let several = stands.iter().filter(|stand| stand.runs()).count() > 1;
    let running = || stands.iter().filter(|stand| stand.runs());
    let red =
        running().flat_map(|stand| stand.reds().into_iter().map(move |row| red(stand, row, several, w, language)));
    let moved = running().flat_map(|stand| moves(stand, several, w, language));
    Ok(Sections {
        red: Section { code: "red", heading: w.red, empty: w.red_none, items: red.collect() },
        moved: Section { code: "moved", heading: w.moved, empty: w.moved_none, items: moved.collect() },
        late: Section {
            code: "late",
            heading: w.late,
            empty: w.late_none,
            items: late(app, visitor, stands, w, language).await?,
        },
        problems: Section {
            code: "problems",
            heading: w.problems,
            empty: w.problems_none,
            items: undecided(app, visitor, w).await?,
        },
        soon: Section {
            code: "soon",
            heading: w.soon,
            empty: w.soon_none,
            items: soon::items(app, visitor, w, language).await?,
        },
    })
}

/// `?period=` of a target, where the number is from.
fn source(stand: &Stand, row: &Row) -> String {
    format!("/targets/{}?period={}", row.target.id, stand.now.period.code())
}

fn of_plan(note: String, stand: &Stand, several: bool) -> String {
    match stand.plan.number_symbol.as_deref().filter(|_| several) {
        Some(number) => format!("{note} ({number})"),
        None => note,
    }
}

fn red(stand: &Stand, row: &Row, several: bool, w: &'static Words, language: Language) -> Item {
    let c = crate::face::words::words(language);
    let t = crate::targets::words::words(language);
    let rate = row.judgement.and_then(|judgement| judgement.rate).map(|rate| rate.vietnamese());
    let note = w
        .red_note
        .replace("{actual}", &show::inside(&show::figure(row.figure, c)))
        .replace("{planned}", &show::asked(&row.target.draft, t))
        .replace("{unit}", row.target.draft.unit.as_deref().unwrap_or_default());
    let note = match rate {
        Some(rate) => format!("{rate} %: {note}"),
        None => note,
    };
    Item {
        class: row.status.map_or("at-risk", |status| status.code()),
        text: row.target.draft.name.clone(),
        note: of_plan(note.trim_end().to_owned(), stand, several),
        address: source(stand, row),
    }
}

fn moves<'a>(
    stand: &'a Stand,
    several: bool,
    w: &'static Words,
    language: Language,
) -> impl Iterator<Item = Item> + use<'a> {
    let c = crate::face::words::words(language);
    stand.moves().into_iter().map(move |one| {
        let said = if one.is_better() { w.moved_up } else { w.moved_down };
        let small = |status| show::inside(show::status(Some(status), c));
        let mut note = said.replace("{from}", &small(one.from)).replace("{to}", &small(one.to));
        if let Some((old, new)) = one.rates {
            let rates = w.moved_rates.replace("{from}", &old.vietnamese()).replace("{to}", &new.vietnamese());
            note = format!("{note}; {rates}");
        }
        Item {
            class: one.to.code(),
            text: one.row.target.draft.name.clone(),
            note: of_plan(note, stand, several),
            address: source(stand, one.row),
        }
    })
}

/// Units that are behind: with a report, with their plan, with making the plan known; tasks that are late.
async fn late(
    app: &App,
    visitor: &Visitor,
    stands: &[Stand],
    w: &'static Words,
    language: Language,
) -> Result<Vec<Item>, Refusal> {
    let c = crate::face::words::words(language);
    let mut found = Vec::new();
    let own: Vec<String> =
        visitor.actor.units(Act::ReceiveReport).unwrap_or_default().into_iter().map(str::to_owned).collect();
    for round in app.store.report_rounds_of(&own).await? {
        if round.text.due >= reach::today(app) {
            continue;
        }
        let missing = crate::reporting::missing(app, &round).await?;
        if missing.is_empty() {
            continue;
        }
        let text = w
            .late_reports
            .replace("{n}", &missing.len().to_string())
            .replace("{period}", &show::inside(show::period(round.period, c)));
        found.push(Item {
            class: "missed",
            text,
            note: named(missing.iter().map(|unit| unit.name.as_str()), w),
            address: format!("/rounds/{}?show=missing#who", round.id),
        });
    }
    let plans: Vec<_> = stands.iter().map(|stand| stand.plan.clone()).collect();
    for one in chasing::of(app, visitor, &plans, crate::home::words::words(language)).await? {
        found.push(Item { class: one.class, text: one.text, note: one.note, address: one.address });
    }
    if let Some(one) = crate::tasks::home::late(app, visitor, language).await? {
        found.push(Item { class: one.class, text: one.text, note: one.note, address: one.address });
    }
    Ok(found)
}

/// The first names, and how many more there are.
fn named<'a>(names: impl ExactSizeIterator<Item = &'a str>, w: &'static Words) -> String {
    let all = names.len();
    let shown = names.take(NAMED).collect::<Vec<_>>().join(", ");
    if all > NAMED { format!("{shown} {}", w.and_more.replace("{n}", &(all - NAMED).to_string())) } else { shown }
}

async fn undecided(app: &App, visitor: &Visitor, w: &'static Words) -> Result<Vec<Item>, Refusal> {
    let Some(units) = visitor.actor.units(Act::Look).filter(|units| !units.is_empty()) else {
        return Ok(Vec::new());
    };
    let open = |state| matches!(state, problems::State::Raised | problems::State::Advised);
    let found = app.store.problems(Some(&units)).await?.into_iter().filter(|one| open(one.state)).map(|one| {
        let since = show::day(Some(one.raised_on));
        Item {
            class: "needs-person",
            note: w.raised.replace("{unit}", &one.raiser_name).replace("{day}", &since),
            address: format!("/problems/{}", one.id),
            text: one.name,
        }
    });
    Ok(found.collect())
}
