//! The calendar of a year as it is proposed: from the plan, from the plan above, by habit.

use super::door::Door;
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::calendar::of_unit;
use crate::face::{Refusal, show};
use chrono::NaiveDate;
use thidua_domain::basics::Language;
use thidua_domain::periods::Period;
use thidua_domain::reporting::{DueRule, Proposal, Source, proposals};
use thidua_store::reporting::{Round, RoundText};

/// A proposed round, ready to be opened.
pub(super) struct Proposed {
    pub(super) period: Period,
    pub(super) text: RoundText,
    /// Where it comes from and what has to be confirmed.
    pub(super) notes: Vec<String>,
}

/// The year of a movement.
pub(super) fn year_of(door: &Door, today: NaiveDate) -> i32 {
    use chrono::Datelike;
    door.view.plan.subject_year.and_then(|year| i32::try_from(year).ok()).unwrap_or(today.year())
}

/// The rounds of the movement above, for the same year.
pub(super) async fn above(app: &App, plan_id: &str) -> Result<Option<(String, Vec<Round>)>, Refusal> {
    let Some(above) = app.store.plans_above(plan_id).await?.into_iter().next() else { return Ok(None) };
    let Some(movement) = &above.movement_id else { return Ok(None) };
    let rounds = app.store.report_rounds(movement).await?;
    Ok((!rounds.is_empty()).then(|| (above.number_symbol.unwrap_or_default(), rounds)))
}

/// What is proposed and not open yet.
pub(super) async fn proposed(
    app: &App,
    door: &Door,
    open: &[Round],
    language: Language,
) -> Result<Vec<Proposed>, Refusal> {
    let w = words(language);
    let plan = app.store.plan(&door.view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let year = year_of(door, crate::local_date((app.clock)()));
    let calendar = of_unit(app, &door.view.plan.unit_id).await?;
    let above = above(app, &plan.id).await?;
    let days: Vec<(Period, NaiveDate)> =
        above.iter().flat_map(|(_, rounds)| rounds.iter().map(|one| (one.period, one.text.due))).collect();
    let number = above.as_ref().map(|(number, _)| number.as_str()).unwrap_or_default();
    let all = proposals(year, &plan.draft.reporting, &plan.draft.waves, &days, &calendar);
    let fresh = all.into_iter().filter(|one| !open.iter().any(|round| round.period == one.period));
    Ok(fresh.map(|one| of(&one, number, w)).collect())
}

/// What a proposed round is opened with: its day, the rule behind it and where the rule stands.
pub(crate) fn opened_with(one: &Proposal, above: &str) -> RoundText {
    let v = words(Language::Vietnamese);
    let source = match one.source {
        Source::Habit => v.source_habit_short.to_owned(),
        source => said(source, above, v),
    };
    let line = match one.source {
        Source::Plan { line } => Some(line),
        Source::Above | Source::Habit => None,
    };
    RoundText {
        due: one.due.value,
        rule: one.rule,
        rule_source: Some(source),
        rule_line: line,
        kinds: Vec::new(),
        note: None,
    }
}

fn said(source: Source, above: &str, w: &'static Words) -> String {
    match source {
        Source::Plan { line } => w.source_plan.replace("{line}", &line.to_string()),
        Source::Above => w.source_above.replace("{plan}", above),
        Source::Habit => w.source_habit.to_owned(),
    }
}

fn of(one: &Proposal, above: &str, w: &'static Words) -> Proposed {
    let mut notes = vec![said(one.source, above, w)];
    if let (DueRule::WorkingDays(days), Source::Plan { .. }) = (one.rule, one.source) {
        notes.push(w.notice_days.replace("{n}", &days.to_string()));
    }
    if !one.due.confirmed() {
        notes.push(w.doubt.to_owned());
    }
    Proposed { period: one.period, text: opened_with(one, above), notes }
}

/// What is shown of a proposal: code of the period, its name, due day, rule, notes.
pub(super) struct Offer {
    pub(super) code: &'static str,
    pub(super) period: &'static str,
    pub(super) due: String,
    pub(super) rule: String,
    pub(super) notes: Vec<String>,
    pub(super) chosen: bool,
    pub(super) problem: Option<String>,
}

impl Offer {
    pub(super) fn of(one: Proposed, language: Language) -> Offer {
        let c = crate::face::words::words(language);
        Offer {
            code: one.period.code(),
            period: show::period(one.period, c),
            due: show::day(Some(one.text.due)),
            rule: labels::rule(one.text.rule, one.text.due, words(language)),
            notes: one.notes,
            chosen: true,
            problem: None,
        }
    }
}
