//! Names of states, manners, weights and standings, and how a task looks in a list.

use super::words::Words;
use crate::App;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::date::short;
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::tasks::deadline::{Deadline, Every};
use thidua_domain::tasks::follow::{Limits, Standing};
use thidua_domain::tasks::{Clear, Manner, State, Weight};
use thidua_store::StoreError;
use thidua_store::tasks::Task;

/// Today, and the working days of the authorities that give some tasks.
pub(crate) struct Now {
    pub(crate) today: NaiveDate,
    calendars: HashMap<String, WorkCalendar>,
}

impl Now {
    /// For some tasks.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) async fn of(app: &App, tasks: &[Task]) -> Result<Now, StoreError> {
        let mut calendars = HashMap::new();
        for task in tasks {
            if !calendars.contains_key(&task.unit_id) {
                let calendar = crate::calendar::of_unit(app, &task.unit_id).await?;
                calendars.insert(task.unit_id.clone(), calendar);
            }
        }
        Ok(Now { today: super::actions::today(app), calendars })
    }

    /// Whether a day counts for a delay of a task: a working day of the authority that gives it.
    fn counts(&self, task: &Task, day: NaiveDate) -> bool {
        self.calendars.get(&task.unit_id).unwrap_or_else(|| WorkCalendar::shipped()).works(day)
    }
}

pub(crate) fn state(state: State, w: &'static Words) -> &'static str {
    match state {
        State::Draft => w.state_draft,
        State::Given => w.state_given,
        State::Accepted => w.state_accepted,
        State::InProgress => w.state_in_progress,
        State::DoneReported => w.state_done_reported,
        State::Confirmed => w.state_confirmed,
        State::Returned => w.state_returned,
        State::Cancelled => w.state_cancelled,
    }
}

pub(crate) fn manner(manner: Manner, w: &'static Words) -> &'static str {
    match manner {
        Manner::Assignment => w.assignment,
        Manner::Request => w.request,
    }
}

pub(crate) fn weight(weight: Weight, w: &'static Words) -> &'static str {
    match weight {
        Weight::Focus => w.focus,
        Weight::Breakthrough => w.breakthrough,
    }
}

pub(crate) fn every(every: Every, w: &'static Words) -> &'static str {
    match every {
        Every::Month => w.every_month,
        Every::Quarter => w.every_quarter,
        Every::HalfYear => w.every_half_year,
        Every::Year => w.every_year,
    }
}

pub(crate) fn clear(clear: Clear, w: &'static Words) -> &'static str {
    match clear {
        Clear::Person => w.clear_person,
        Clear::Work => w.clear_work,
        Clear::Responsibility => w.clear_responsibility,
        Clear::Time => w.clear_time,
        Clear::Outcome => w.clear_outcome,
    }
}

/// The names of what is missing, in a row.
pub(crate) fn clears(missing: &[Clear], w: &'static Words) -> String {
    missing.iter().map(|one| clear(*one, w)).collect::<Vec<_>>().join(", ")
}

/// How it stands in words, with its days.
pub(crate) fn standing(standing: Standing, w: &'static Words) -> String {
    let with = |text: &str, n: u32| text.replace("{n}", &n.to_string());
    match standing {
        Standing::Late(n) => with(w.standing_late, n),
        Standing::Soon(0) => w.standing_today.to_owned(),
        Standing::Soon(n) => with(w.standing_soon, n),
        Standing::Silent(n) => with(w.standing_silent, n),
        Standing::Unanswered => w.standing_unanswered.to_owned(),
        Standing::ToConfirm => w.standing_to_confirm.to_owned(),
        Standing::Incomplete => w.standing_incomplete.to_owned(),
        Standing::Ready => w.standing_ready.to_owned(),
        Standing::OnTrack => w.standing_on_track.to_owned(),
        Standing::Done => w.state_confirmed.to_owned(),
        Standing::Cancelled => w.state_cancelled.to_owned(),
    }
}

/// The class that colours and shapes a standing.
pub(crate) fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Late(_) => "missed",
        Standing::Soon(_) => "at-risk",
        Standing::Silent(_) | Standing::ToConfirm => "needs-person",
        Standing::Unanswered | Standing::Incomplete | Standing::Cancelled => "not-begun",
        Standing::Ready | Standing::OnTrack => "on-track",
        Standing::Done => "met",
    }
}

/// `trước ngày 15/7/2022`, `chậm nhất ngày 31/12/2022`.
pub(crate) fn due(day: NaiveDate, strictly_before: bool, w: &'static Words) -> String {
    format!("{} {}", if strictly_before { w.before_day } else { w.by_day }, short(day))
}

/// The whole deadline, with its rhythm.
pub(crate) fn deadline(deadline: &Deadline, w: &'static Words) -> String {
    let first = due(deadline.day, deadline.strictly_before, w);
    match deadline.again {
        None => first,
        Some((rhythm, last)) => {
            let n = deadline.days().len().to_string();
            w.comes_back
                .replace("{every}", every(rhythm, w))
                .replace("{first}", &first)
                .replace("{last}", &short(last))
                .replace("{n}", &n)
        }
    }
}

/// One of the five as it is shown.
pub(crate) struct Tick {
    pub(crate) name: &'static str,
    pub(crate) clear: bool,
}

/// A task in a list.
pub(crate) struct TaskRow {
    pub(crate) id: String,
    pub(crate) work: String,
    pub(crate) source: Option<(String, i64)>,
    pub(crate) lead: String,
    pub(crate) responsible: String,
    pub(crate) request: bool,
    pub(crate) weight: Option<&'static str>,
    pub(crate) due: String,
    pub(crate) again: Option<&'static str>,
    pub(crate) five: Vec<Tick>,
    pub(crate) clear: usize,
    pub(crate) class: &'static str,
    pub(crate) standing: String,
    pub(crate) urgings: i64,
    pub(crate) extensions: i64,
    pub(crate) escalated: bool,
}

pub(crate) fn five(task: &Task, w: &'static Words) -> Vec<Tick> {
    Clear::ALL.into_iter().map(|one| Tick { name: clear(one, w), clear: task.said().is_clear(one) }).collect()
}

/// How it stands today.
pub(crate) fn standing_of(task: &Task, now: &Now) -> Standing {
    task.followed().standing(now.today, Limits::default(), |day| now.counts(task, day))
}

/// Whether the head has to know today.
pub(crate) fn escalates(task: &Task, now: &Now) -> bool {
    task.followed().escalates(now.today, Limits::default(), |day| now.counts(task, day))
}

/// Tasks as rows, the source lines only where the plan may be opened.
pub(crate) fn row(task: &Task, now: &Now, plan_open: bool, w: &'static Words) -> TaskRow {
    let stands = standing_of(task, now);
    let ticks = five(task, w);
    let strictly_before = task.text.deadline.is_some_and(|deadline| deadline.strictly_before);
    TaskRow {
        id: task.id.clone(),
        work: task.text.work.clone(),
        source: task
            .origin
            .plan_id
            .clone()
            .zip(task.origin.lines.map(|(first, _)| first))
            .filter(|(_, line)| plan_open && *line > 0),
        lead: task.lead_name.clone().or_else(|| task.text.actor.clone()).unwrap_or_default(),
        responsible: task.text.responsible.clone().unwrap_or_default(),
        request: task.text.manner == Manner::Request,
        weight: task.text.weight.map(|one| weight(one, w)),
        due: task.next_due.map(|day| due(day, strictly_before, w)).unwrap_or_default(),
        again: task.text.deadline.and_then(|deadline| deadline.again).map(|(rhythm, _)| every(rhythm, w)),
        clear: ticks.iter().filter(|tick| tick.clear).count(),
        five: ticks,
        class: class(stands),
        standing: standing(stands, w),
        urgings: task.urgings,
        extensions: task.extensions,
        escalated: escalates(task, now),
    }
}
