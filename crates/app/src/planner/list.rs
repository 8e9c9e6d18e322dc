//! `/planner`: everybody of a unit: what is within reach and when, rows about to break, who was never recognised.

use super::gathering::{Known, MOST, Today, chosen, people};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::paging::Paging;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::reach;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use thidua_domain::awards::pack::{Award, Codes, RegimeRules};
use thidua_domain::awards::planning::{Kept, Outlook, Streak, outlooks, streaks, to_earn};
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::awards::words::grade_words;
use thidua_domain::basics::Language;

/// Rows of a page.
const ROWS: usize = 150;
/// Awards named in one cell.
const NAMED: usize = 4;

/// What an address may ask for.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) unit: String,
    #[serde(default)]
    pub(super) award: String,
    #[serde(default)]
    pub(super) page: String,
}

/// One person in a list.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) direct: bool,
    pub(super) never: bool,
    pub(super) streaks: Vec<String>,
    pub(super) now: String,
    pub(super) next: String,
    /// Of the award that was asked for: what is still to earn.
    pub(super) lacks: Vec<String>,
}

/// A list with what it is of.
pub(super) struct Listed {
    pub(super) rows: Vec<Row>,
    pub(super) more: bool,
    /// Never recognised, of them who work directly, rows about to break.
    counts: [usize; 3],
    pub(super) award: Option<String>,
    awards: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "planner/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    unit: String,
    unit_name: String,
    units: Vec<(String, String)>,
    award: String,
    list: Listed,
    paging: Paging,
    query: String,
    more: String,
}

/// A row of years in a sentence.
pub(super) fn streak(one: &Streak, codes: &Codes, language: Language, w: &'static Words) -> String {
    let name = match one.of {
        Kept::Title(code) => codes.name(code).to_owned(),
        Kept::Grade(grade) => grade_words(grade).in_language(language).to_owned(),
    };
    let says = match (one.of, one.lost) {
        (_, true) => w.streak_lost,
        (Kept::Title(_), _) => w.streak_title,
        (Kept::Grade(_), _) => w.streak_grade,
    };
    says.replace("{name}", &name).replace("{n}", &one.years.to_string())
}

/// What still stands before an award, as short as it can be said.
pub(super) fn lacks(
    outlook: &Outlook<'_>,
    codes: &Codes,
    known: &thidua_domain::awards::facts::Case,
    year: i32,
    language: Language,
) -> Vec<String> {
    let target = outlook.first.unwrap_or(year);
    to_earn(outlook.award, codes, known, year, target)
        .iter()
        .filter(|one| one.role == thidua_domain::awards::pack::Role::Requirement)
        .map(|one| {
            let said =
                one.reasons.mend.as_ref().filter(|_| one.outcome == thidua_domain::awards::outcome::Outcome::False);
            said.unwrap_or(&one.says).in_language(language).to_owned()
        })
        .collect()
}

/// What an award is called; its code says nothing to who reads.
fn award_name(award: &Award, language: Language) -> &str {
    if language == Language::Vietnamese { &award.name.name } else { &award.name.english }
}

fn row(
    known: &Known,
    rules: &RegimeRules,
    today: &Today,
    award: Option<&str>,
    unit: String,
    (language, w): (Language, &'static Words),
) -> Row {
    let all = outlooks(rules, today.codes(), &known.case, today.year);
    let named = |of: &mut dyn Iterator<Item = String>| {
        let list: Vec<String> = of.collect();
        let rest = list.len().saturating_sub(NAMED);
        let mut text = list.into_iter().take(NAMED).collect::<Vec<_>>().join("; ");
        if rest > 0 {
            text.push_str(&format!("; +{rest}"));
        }
        text
    };
    let wanted = |one: &&Outlook<'_>| award.is_none_or(|award| one.award.code == award);
    let now = named(
        &mut all
            .iter()
            .filter(wanted)
            .filter(|one| one.first == Some(today.year))
            .map(|one| award_name(one.award, language).to_owned()),
    );
    let mut later: Vec<(i32, &str)> = all
        .iter()
        .filter(wanted)
        .filter_map(|one| Some((one.first.filter(|first| *first > today.year)?, award_name(one.award, language))))
        .collect();
    later.sort_unstable();
    let next = named(&mut later.iter().map(|(year, name)| format!("{year}: {name}")));
    let lacks = award
        .and_then(|award| all.iter().find(|one| one.award.code == award))
        .map(|one| lacks(one, today.codes(), &known.case, today.year, language))
        .unwrap_or_default();
    let post = known.person.post.title.clone().unwrap_or_default();
    Row {
        id: known.person.id.clone(),
        name: known.person.name.clone(),
        note: [post, unit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        direct: known.direct,
        never: known.never,
        streaks: streaks(rules, today.codes(), &known.case.facts, today.year)
            .iter()
            .map(|one| streak(one, today.codes(), language, w))
            .collect(),
        now,
        next,
        lacks,
    }
}

/// Everybody of a unit.
pub(super) async fn listed(
    app: &App,
    visitor: &Visitor,
    unit: &thidua_domain::units::Unit,
    award: &str,
    language: Language,
) -> Result<Listed, Refusal> {
    let w = words(language);
    let today = Today::of(app, &unit.id).await?;
    let rules = today.rules()?;
    let (known, more) = people(app, visitor, unit, &today).await?;
    let units = reach::names(app, known.iter().filter_map(|one| one.person.post.unit_id.as_ref())).await?;
    let award = rules.award(award).map(|award| award.code.clone());
    let rows: Vec<Row> = known
        .iter()
        .map(|one| {
            let of = one.person.post.unit_id.as_ref().filter(|id| **id != unit.id);
            let of = of.and_then(|id| units.get(id)).cloned().unwrap_or_default();
            row(one, rules, &today, award.as_deref(), of, (language, w))
        })
        .collect();
    let count = |of: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| of(row)).count();
    Ok(Listed {
        counts: [
            count(&|row| row.never),
            count(&|row| row.never && row.direct),
            count(&|row| !row.streaks.is_empty()),
        ],
        awards: rules
            .awards
            .iter()
            .filter(|award| award.subjects.contains(&SubjectKind::Individual))
            .map(|award| (award.code.clone(), award_name(award, language).to_owned()))
            .collect(),
        award,
        more,
        rows,
    })
}

/// `GET /planner`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let (units, unit) = chosen(&app, &visitor, &asked.unit).await?;
    let Some(unit) = unit else { return Err(Refusal::NotFound) };
    let mut list = listed(&app, &visitor, &unit, &asked.award, language).await?;
    let (rows, paging) = Paging::of(std::mem::take(&mut list.rows), asked.page.parse().ok(), ROWS);
    list.rows = rows;
    let award = list.award.clone().unwrap_or_default();
    let query = format!("unit={}&award={}", crate::face::paging::encoded(&unit.id), award);
    page(&ListPage {
        f: frame(&caller, Tab::Planner).with_sample(reach::runs_on_samples(&app, &unit.id).await?),
        unit: unit.id.clone(),
        unit_name: unit.name.clone(),
        units: units.into_iter().take(500).map(|unit| (unit.id, unit.name)).collect(),
        award,
        more: w.more.replace("{n}", &MOST.to_string()),
        list,
        paging,
        query,
        w,
    })
}
