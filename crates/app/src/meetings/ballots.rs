//! Ballot papers to print: by the set of items that their holders may vote on, or a slip for each item. No paper has a
//! name, a number or a mark.

use super::door::{Here, Listed, here, invalid};
use super::outcomes::secret;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Visitor, page, show as shown};
use crate::forms::{Download, downloads_with};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::voting::meeting::{PaperSet, Presence, State as Standing, paper_sets};

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    by: String,
}

struct Sheet {
    copies: String,
    /// How many stand on a page, and the files.
    downloads: Vec<(&'static str, Download)>,
    /// Place, name, award.
    lines: Vec<(i64, String, String)>,
}

#[derive(Template)]
#[template(path = "meetings/ballots.html")]
struct BallotsPage {
    f: Frame,
    w: &'static Words,
    id: String,
    name: String,
    body: String,
    day: String,
    by_item: bool,
    tells: bool,
    sheets: Vec<Sheet>,
}

/// The papers that are asked for: slips for each item, or by set; where a paper would tell whose it is, slips are what is
/// offered first.
pub(super) fn papers(here: &Here, by: &str) -> (Vec<PaperSet>, bool, bool) {
    let sets = sets(here);
    let tells = sets.iter().any(PaperSet::tells_its_voter);
    let by_item = by == "item" || tells && by != "set";
    let slip = |one: &Listed| PaperSet { items: vec![one.item.position], copies: here.voters(one) };
    let found = if by_item { secret(here).map(slip).collect() } else { sets };
    (found, by_item, tells)
}

/// The papers by set of items: of everybody who is in the room or votes in writing where the rule takes it.
fn sets(here: &Here) -> Vec<PaperSet> {
    let items: Vec<i64> = secret(here).map(|one| one.item.position).collect();
    let mut voters = Vec::new();
    for member in here.members.iter().filter(|one| one.attendance != Presence::Absent) {
        let left_out = |item: &i64| {
            let recused = here.recused_from(*item).any(|one| one.member == member.position);
            let written = here.item(*item).is_some_and(|one| one.item.rule.written_absent);
            recused || member.attendance == Presence::Written && !written
        };
        voters.push(items.iter().copied().filter(left_out).collect());
    }
    paper_sets(&items, &voters)
}

/// `GET /meetings/{id}/ballots`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    here.require_reads()?;
    if here.it.state != Standing::Voting {
        return Err(invalid(|w| w.ballots_later));
    }
    let w = words(caller.preferences.language);
    let language = caller.preferences.language;
    let (sets, by_item, tells) = papers(&here, &asked.by);
    let line = |item: &i64| {
        let one = here.item(*item)?;
        Some((*item, one.subject.name().to_owned(), one.subject.award(w)))
    };
    let by = if by_item { "item" } else { "set" };
    let base = format!("/meetings/{}", here.it.id);
    let sheets = sets.iter().enumerate().map(|(at, set)| Sheet {
        downloads: [(2, w.two_on_a_page), (4, w.four_on_a_page)]
            .into_iter()
            .flat_map(|(on_a_page, says)| {
                let query = format!("?by={by}&at={at}&page={on_a_page}");
                let all = downloads_with(&base, &["ballot_paper"], &query, language);
                all.into_iter().map(move |one| (says, one))
            })
            .collect(),
        copies: w.copies.replace("{n}", &set.copies.to_string()),
        lines: set.items.iter().filter_map(line).collect(),
    });
    let template = BallotsPage {
        f: frame(&caller, Tab::Meetings).with_sample(here.illustrative()),
        id: here.it.id.clone(),
        name: here.it.name.clone(),
        body: here.body.name.clone(),
        day: shown::day(Some(here.it.held_on)),
        by_item,
        tells,
        sheets: sheets.collect(),
        w,
    };
    page(&template)
}
