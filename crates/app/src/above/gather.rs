//! Which plans above ask something of a unit, and where each of their demands stands.

use super::words::Words;
use crate::App;
use crate::calendar::countdown;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor, show};
use crate::movements::actions::runs;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::calendar::deadlines::{Remaining, remaining};
use thidua_domain::cascade::board::{Own, Standing, standing};
use thidua_domain::cascade::duties::{Duty, Pressing, is_new, pressing};
use thidua_domain::covenants::State as Stage;
use thidua_domain::registrations::State as Registered;
use thidua_domain::tasks::State as TaskState;
use thidua_domain::units::Unit;
use thidua_store::plans::PlanLine;
use thidua_store::tasks::Task;

/// Working days before a deadline from which it is marked.
const SOON: i64 = 3;

/// One thing that a plan asks, as a line of its card.
pub(crate) struct Line {
    pub(crate) class: &'static str,
    pub(crate) text: String,
    /// Where it is done or seen; nothing where this person can do neither.
    pub(crate) address: Option<String>,
    pub(crate) note: String,
    pub(crate) due: String,
    pub(crate) late: bool,
    pub(crate) fresh: bool,
    pub(crate) duty: Duty,
}

/// The plan above, the unit, and the day on which they are looked at.
pub(super) struct Between<'a> {
    pub(super) plan: &'a PlanLine,
    pub(super) movement_id: &'a str,
    pub(super) unit: &'a Unit,
    /// Whether the unit stands directly below the plan's.
    pub(super) direct: bool,
    pub(super) calendar: WorkCalendar,
    pub(super) today: NaiveDate,
    pub(super) language: Language,
    pub(super) w: &'static Words,
}

/// The running plans of the units above a unit, nearest first; whether each is of the unit directly above.
pub(super) async fn plans_above(app: &App, unit: &Unit) -> Result<Vec<(PlanLine, bool)>, Refusal> {
    let path: Vec<String> = app.store.path_ids(&unit.id).await?.into_iter().skip(1).collect();
    let mut found = Vec::new();
    for (at, above) in path.iter().enumerate() {
        let plans = app.store.plans(Some(&[above.as_str()])).await?;
        found.extend(plans.into_iter().filter(runs).map(|plan| (plan, at == 0)));
    }
    Ok(found)
}

impl<'a> Between<'a> {
    /// The two as they stand today.
    pub(super) async fn of(
        app: &App,
        plan: &'a PlanLine,
        unit: &'a Unit,
        direct: bool,
        language: Language,
    ) -> Result<Option<Self>, Refusal> {
        let Some(movement_id) = plan.movement_id.as_deref() else { return Ok(None) };
        let calendar = crate::calendar::of_unit(app, &plan.unit_id).await?;
        let (today, w) = (local_date((app.clock)()), super::words::words(language));
        Ok(Some(Between { plan, movement_id, unit, direct, calendar, today, language, w }))
    }

    /// Everything that the plan asks of the unit.
    pub(super) async fn lines(&self, app: &App, visitor: &Visitor, tasks: &[Task]) -> Result<Vec<Line>, Refusal> {
        let mut lines = vec![self.given(app).await?];
        if self.direct {
            lines.push(self.known(app, visitor).await?);
            lines.extend(self.registration(app).await?);
            lines.extend(self.covenants(app).await?);
        }
        lines.extend(self.own_plan(app, visitor).await?);
        lines.extend(self.tasks(tasks));
        // what presses most stands first; what was newly given before what is settled
        lines.sort_by_key(|line| match pressing([line.duty]) {
            Pressing::Nothing if line.fresh => Pressing::Someday,
            other => other,
        });
        Ok(lines)
    }

    pub(super) fn number(&self) -> String {
        self.plan.number_symbol.clone().unwrap_or_else(|| self.w.no_number.to_owned())
    }

    fn line(&self, duty: Duty, text: impl Into<String>, address: Option<String>) -> Line {
        let (mut due, mut late, mut note) = (String::new(), false, String::new());
        let class = match duty {
            Duty::Settled => "met",
            Duty::Open(None) => "needs-person",
            Duty::Open(Some(last)) => {
                let left = remaining(last, self.today, &self.calendar);
                let soon = matches!(left.value, Remaining::Today | Remaining::Left { working: ..=SOON, .. });
                let said = countdown::of(left, self.language);
                due = format!("{}, {}", self.w.due_on.replace("{day}", &show::day(Some(last))), said.text);
                (late, note) = (said.late, said.doubt);
                if late {
                    "missed"
                } else if soon {
                    "at-risk"
                } else {
                    "needs-person"
                }
            }
        };
        Line { class, text: text.into(), address, note, due, late, fresh: false, duty }
    }

    /// What cannot be done yet, or was not asked: it is said, and presses nobody.
    fn waits(&self, text: &str, address: Option<String>) -> Line {
        Line { class: "not-begun", ..self.line(Duty::Settled, text, address) }
    }

    async fn given(&self, app: &App) -> Result<Line, Refusal> {
        let all = app.store.assignments(&self.plan.id).await?;
        let given = all.iter().filter(|one| one.given.unit_id == self.unit.id && one.given.state.holds());
        let days: Vec<NaiveDate> = given.map(|one| local_date(one.entered_at)).collect();
        let fresh = days.iter().filter(|day| is_new(**day, self.today)).count();
        if days.is_empty() {
            return Ok(self.waits(self.w.given_none, None));
        }
        let text = self.w.given.replace("{n}", &days.len().to_string());
        let mut line = self.line(Duty::Settled, text, Some(self.given_page()));
        line.class = "on-track";
        if fresh > 0 {
            line.note = self.w.given_fresh.replace("{n}", &fresh.to_string());
            line.fresh = true;
        }
        Ok(line)
    }

    /// The page of what the unit was given.
    fn given_page(&self) -> String {
        format!("/plans/{}/given?unit={}", self.plan.id, self.unit.id)
    }

    async fn known(&self, app: &App, visitor: &Visitor) -> Result<Line, Refusal> {
        let sessions = app.store.known_sessions(&self.plan.id).await?;
        let held = sessions.iter().rev().find(|one| one.unit_id == self.unit.id && !one.withdrawn);
        let address = visitor
            .actor
            .may_in(Act::MakeKnown, &self.unit.id)
            .then(|| format!("/movements/{}/known", self.movement_id));
        Ok(match held {
            Some(one) => {
                let text = self.w.known_done.replace("{day}", &show::day(Some(one.held_on)));
                self.line(Duty::Settled, text, address)
            }
            None => self.line(Duty::Open(None), self.w.known_not, address),
        })
    }

    async fn registration(&self, app: &App) -> Result<Option<Line>, Refusal> {
        let w = self.w;
        let Some(round) = app.store.registration_round(self.movement_id).await? else {
            return Ok(Some(self.waits(w.register_unopened, None)));
        };
        let known = app.store.registration_of_unit(&round.id, &self.unit.id).await?;
        if known.is_none() && !round.asks(self.unit.kind) {
            return Ok(None);
        }
        let until = Duty::Open(Some(round.deadline.last_day()));
        let sheet = known.as_ref().map(|one| format!("/registrations/{}", one.id));
        let board = || format!("/movements/{}/registrations", self.movement_id);
        Ok(Some(match known.map(|one| one.state) {
            None | Some(Registered::Withdrawn) => {
                self.line(until, w.register_none, Some(sheet.unwrap_or_else(board)))
            }
            Some(Registered::Draft) => self.line(until, w.register_draft, sheet),
            Some(Registered::Returned) => self.line(until, w.register_returned, sheet),
            Some(Registered::Submitted | Registered::Resubmitted) => {
                self.line(Duty::Settled, w.register_sent, sheet)
            }
            Some(Registered::Approved) => self.line(Duty::Settled, w.register_approved, sheet),
        }))
    }

    async fn covenants(&self, app: &App) -> Result<Vec<Line>, Refusal> {
        let w = self.w;
        let mut lines = Vec::new();
        for covenant in app.store.covenants_of_movement(self.movement_id).await? {
            if covenant.state == Stage::Archived {
                continue;
            }
            let parties = app.store.covenant_parties(&covenant.id).await?;
            let own = parties.iter().find(|party| {
                party.unit_id.as_deref() == Some(self.unit.id.as_str()) || party.members.contains(&self.unit.id)
            });
            let Some(own) = own else { continue };
            let address = Some(format!("/covenants/{}#signatures", covenant.id));
            let signatures = app.store.covenant_signatures(&covenant.id).await?;
            let signed = signatures.iter().find(|one| one.paper_id == covenant.id && one.party_id == own.id);
            let mut line = match (signed, covenant.state) {
                (Some(one), _) => {
                    let text = w.covenant_signed.replace("{day}", &show::day(Some(one.signed_on)));
                    self.line(Duty::Settled, text, address)
                }
                (None, Stage::Draft) => self.waits(w.covenant_draft, address),
                (None, _) => self.line(Duty::Open(covenant.text.signing_day), w.covenant_unsigned, address),
            };
            line.note = [covenant.text.title, line.note]
                .into_iter()
                .filter(|one| !one.is_empty())
                .collect::<Vec<_>>()
                .join("; ");
            lines.push(line);
        }
        Ok(lines)
    }

    async fn own_plan(&self, app: &App, visitor: &Visitor) -> Result<Option<Line>, Refusal> {
        let w = self.w;
        let settings = app.store.cascade(&self.plan.id).await?;
        let mut own: Vec<PlanLine> = app.store.plans_below(&self.plan.id).await?;
        own.retain(|plan| plan.unit_id == self.unit.id);
        own.sort_by_key(|plan| !plan.issued);
        let own = own.into_iter().next();
        let day = own.as_ref().and_then(|plan| plan.dated);
        let have = match &own {
            None => Own::Nothing,
            Some(plan) if plan.issued => Own::Issued(day),
            Some(_) => Own::Draft,
        };
        // who stands further below is asked by the plan of the unit between
        let needed = self.direct && settings.needs(self.unit.kind);
        let stands = standing(needed, have, settings.launch_by, self.today, |day| self.calendar.works(day));
        let prepares = visitor.actor.may_in(Act::PreparePlan, &self.unit.id);
        let filled = |text: &str, plan: &PlanLine| {
            let number = plan.number_symbol.clone().unwrap_or_else(|| w.no_number.to_owned());
            text.replace("{number}", &number).replace("{day}", &show::day(plan.dated))
        };
        if let Some(plan) = &own {
            let address = Some(format!("/plans/{}", plan.id));
            return Ok(Some(match stands {
                Standing::Issued => self.line(Duty::Settled, filled(w.own_issued, plan), address),
                Standing::IssuedLate(days) => {
                    let text = filled(w.own_issued_late, plan).replace("{n}", &days.to_string());
                    Line { class: "at-risk", ..self.line(Duty::Settled, text, address) }
                }
                _ => self.line(Duty::Open(settings.launch_by.filter(|_| needed)), w.own_draft, address),
            }));
        }
        if !needed && !prepares {
            return Ok(None);
        }
        let duty = if needed { Duty::Open(settings.launch_by) } else { Duty::Settled };
        let beside = match self.plan.subject_year {
            Some(year) => app.store.plans_of_year(std::slice::from_ref(&self.unit.id), year).await?,
            None => Vec::new(),
        };
        if let Some(plan) = beside.iter().find(|plan| plan.parent_plan_id.is_none()) {
            let (text, address) = if prepares {
                (w.own_unlinked, format!("/plans/{}/chain", plan.id))
            } else {
                (w.own_unlinked_says, format!("/plans/{}", plan.id))
            };
            return Ok(Some(self.line(duty, filled(text, plan), Some(address))));
        }
        Ok(Some(if prepares {
            let address = format!("/plans/{}/derive?unit={}", self.plan.id, self.unit.id);
            let line = self.line(duty, w.own_derive.replace("{number}", &self.number()), Some(address));
            if needed { line } else { Line { class: "not-begun", ..line } }
        } else {
            self.line(duty, w.own_missing, None)
        }))
    }

    fn tasks(&self, all: &[Task]) -> Option<Line> {
        let of = |task: &&Task| {
            let from = task.origin.movement_id.as_deref() == Some(self.movement_id)
                || task.origin.plan_id.as_deref() == Some(self.plan.id.as_str());
            from && !task.state.is_final() && task.state != TaskState::DoneReported
        };
        let open: Vec<&Task> = all.iter().filter(of).collect();
        if open.is_empty() {
            return None;
        }
        // “trước ngày”: the day itself is too late
        let last = |task: &&Task| {
            let strictly = task.text.deadline.is_some_and(|deadline| deadline.strictly_before);
            task.next_due.map(|day| if strictly { day.pred_opt().unwrap_or(day) } else { day })
        };
        let days: Vec<NaiveDate> = open.iter().filter_map(last).collect();
        let late = days.iter().filter(|day| **day < self.today).count();
        let new = open.iter().filter(|task| task.state == TaskState::Given).count();
        let text = if late > 0 { self.w.tasks_late } else { self.w.tasks };
        let text = text.replace("{n}", &open.len().to_string()).replace("{late}", &late.to_string());
        let mut line = self.line(Duty::Open(days.iter().min().copied()), text, Some("/tasks?unit=own".to_owned()));
        if new > 0 {
            line.note = self.w.tasks_fresh.replace("{n}", &new.to_string());
            line.fresh = true;
        }
        Some(line)
    }
}
