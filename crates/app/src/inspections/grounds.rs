//! What the data say of the seven items at a unit or a block, each fact with its source.

use super::labels;
use super::words::Words;
use crate::App;
use crate::cascade::board::{UnitBelow, standings};
use crate::face::{Refusal, show};
use chrono::{Datelike, NaiveDate};
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::cascade::board::Standing;
use thidua_domain::inspections::checklist::{Answer, Fact, Item, propose, propose_together};
use thidua_domain::movements::State as MovementState;
use thidua_domain::recognitions::{Learning, State as Recognised, learning};
use thidua_domain::registrations::State as Registered;
use thidua_domain::waves::Conference;
use thidua_store::covenants::{Covenant, Party};
use thidua_store::known::KnownSession;
use thidua_store::plans::PlanLine;
use thidua_store::recognitions::{Lesson, Recognition};
use thidua_store::registrations::{Registration, Round};
use thidua_store::wave_reports::WaveReport;
use thidua_store::waves::LedWave;

/// One fact with its sentence and the page it stands on.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    fact: Fact,
    pub(super) says: String,
    pub(super) address: Option<String>,
}

/// What the data propose for an item.
#[derive(Clone, Debug)]
pub(super) struct Proposed {
    pub(super) item: Item,
    pub(super) answer: Answer,
    pub(super) grounds: Vec<Ground>,
}

impl Proposed {
    /// All facts in one text, as it is kept with an answer.
    pub(super) fn says(&self, w: &'static Words) -> String {
        let said: Vec<&str> = self.grounds.iter().map(|one| one.says.as_str()).collect();
        if said.is_empty() { w.nothing_in_data.to_owned() } else { said.join("; ") }
    }
}

/// A covenant with its parties and those of them that have signed, with the day.
struct Signed {
    covenant: Covenant,
    parties: Vec<(Party, Option<NaiveDate>)>,
}

/// Everything about a movement that items are proposed from, read once for all units.
pub(super) struct Grounds<'a> {
    app: &'a App,
    movement_id: &'a str,
    today: NaiveDate,
    w: &'static Words,
    below: Vec<UnitBelow>,
    known: Vec<KnownSession>,
    round: Option<Round>,
    registrations: Vec<Registration>,
    covenants: Vec<Signed>,
    waves: Vec<(LedWave, Vec<WaveReport>)>,
    recognitions: Vec<Recognition>,
    lessons: Vec<Lesson>,
    calendar: WorkCalendar,
}

impl<'a> Grounds<'a> {
    pub(super) async fn of(
        app: &'a App,
        plan: &'a PlanLine,
        movement_id: &'a str,
        today: NaiveDate,
        w: &'static Words,
    ) -> Result<Grounds<'a>, Refusal> {
        let settings = app.store.cascade(&plan.id).await?;
        let round = app.store.registration_round(movement_id).await?;
        let registrations = match &round {
            Some(round) => app.store.registrations_of_round(&round.id).await?,
            None => Vec::new(),
        };
        let mut covenants = Vec::new();
        for covenant in app.store.covenants_of_movement(movement_id).await? {
            let signatures = app.store.covenant_signatures(&covenant.id).await?;
            let signed = |party: &Party| {
                let own = signatures.iter().filter(|one| one.paper_id == covenant.id);
                own.filter(|one| one.party_id == party.id).map(|one| one.signed_on).min()
            };
            let parties = app.store.covenant_parties(&covenant.id).await?;
            let parties = parties.into_iter().map(|party| (party.clone(), signed(&party))).collect();
            covenants.push(Signed { covenant, parties });
        }
        let mut waves = Vec::new();
        for led in app.store.waves_of_movement(movement_id).await?.into_iter().filter(|one| one.withdrawn.is_none())
        {
            let reports = app.store.wave_reports(&led.id).await?;
            waves.push((led, reports));
        }
        Ok(Grounds {
            below: standings(app, plan, &settings, today).await?,
            known: app.store.known_sessions(&plan.id).await?,
            recognitions: app.store.recognitions_of_plan(&plan.id).await?,
            lessons: app.store.lessons_of_plan(&plan.id).await?,
            calendar: crate::calendar::of_unit(app, &plan.unit_id).await?,
            app,
            movement_id,
            today,
            w,
            round,
            registrations,
            covenants,
            waves,
        })
    }

    /// The seven items of a unit.
    pub(super) async fn of_unit(&self, unit_id: &str) -> Result<Vec<Proposed>, Refusal> {
        let own = self.below.iter().find(|one| one.unit.id == unit_id).and_then(|one| one.plan.clone());
        let own = own.filter(|plan| plan.issued);
        let own_waves = match own.as_ref().and_then(|plan| plan.movement_id.as_deref()) {
            Some(movement) => app_waves(self.app, movement).await?,
            None => Vec::new(),
        };
        let mut found = Vec::new();
        for item in Item::ALL {
            let grounds = match item {
                Item::Launch => self.launch(unit_id),
                Item::Registration => self.registration(unit_id),
                Item::Covenant => self.covenant(unit_id),
                Item::PreliminaryReview => self.review(unit_id, own.as_ref(), &own_waves, false).await?,
                Item::FinalReview => self.review(unit_id, own.as_ref(), &own_waves, true).await?,
                Item::Recognition => self.recognition(unit_id, own.as_ref()).await?,
                Item::Spreading => self.spreading(unit_id, own.as_ref()).await?,
            };
            let facts: Vec<Fact> = grounds.iter().map(|one| one.fact).collect();
            found.push(Proposed { item: *item, answer: propose(&facts), grounds });
        }
        Ok(found)
    }

    /// The seven items of a block, by its members.
    pub(super) async fn of_block(&self, members: &[String]) -> Result<Vec<Proposed>, Refusal> {
        let mut all: Vec<Vec<Proposed>> = Vec::new();
        for member in members {
            all.push(self.of_unit(member).await?);
        }
        let together = Item::ALL.iter().map(|item| {
            let answers: Vec<Answer> =
                all.iter().flatten().filter(|one| one.item == *item).map(|one| one.answer).collect();
            let counted = Answer::ALL.iter().filter_map(|answer| {
                let n = answers.iter().filter(|one| *one == answer).count();
                let says = self.w.g_members.replace("{n}", &n.to_string());
                let says = says.replace("{all}", &answers.len().to_string());
                let says = says.replace("{answer}", &show::inside(labels::answer(*answer, self.w).1));
                (n > 0).then_some(Ground { fact: Fact::Open, says, address: None })
            });
            Proposed { item: *item, answer: propose_together(&answers), grounds: counted.collect() }
        });
        Ok(together.collect())
    }

    fn ground(&self, fact: Fact, says: String, address: impl Into<Option<String>>) -> Ground {
        Ground { fact, says, address: address.into() }
    }

    fn launch(&self, unit_id: &str) -> Vec<Ground> {
        let (w, mut found) = (self.w, Vec::new());
        if let Some(one) = self.below.iter().find(|one| one.unit.id == unit_id) {
            let plan = one.plan.as_ref();
            let of = |text: &str, late: i64| {
                text.replace("{number}", plan.and_then(|plan| plan.number_symbol.as_deref()).unwrap_or_default())
                    .replace("{day}", &show::day(plan.and_then(|plan| plan.dated)))
                    .replace("{n}", &late.to_string())
            };
            let address = match plan {
                Some(plan) => format!("/plans/{}", plan.id),
                None => format!("/movements/{}/cascade", self.movement_id),
            };
            let ground = |fact, says| self.ground(fact, says, address.clone());
            match one.standing {
                Standing::Issued => found.push(ground(Fact::Done, of(w.g_plan_issued, 0))),
                Standing::IssuedLate(n) => found.push(ground(Fact::Partly, of(w.g_plan_late, n))),
                Standing::DraftLate(n) | Standing::Late(n) => {
                    found.push(ground(Fact::NotDone, of(w.g_plan_missing, n)));
                }
                Standing::Draft | Standing::Missing => {
                    found.push(ground(Fact::Open, of(w.g_plan_open, 0)));
                }
                Standing::NotNeeded => {}
            }
        }
        let board = format!("/movements/{}/known", self.movement_id);
        let held = self.known.iter().filter(|one| one.unit_id == unit_id && !one.withdrawn).map(|one| one.held_on);
        found.push(match held.min() {
            Some(day) => self.ground(Fact::Done, w.g_known.replace("{day}", &show::day(Some(day))), board),
            None => self.ground(Fact::Open, w.g_not_known.to_owned(), board),
        });
        found
    }

    fn registration(&self, unit_id: &str) -> Vec<Ground> {
        let w = self.w;
        let Some(round) = &self.round else { return Vec::new() };
        let handed_in = self
            .registrations
            .iter()
            .find(|one| one.unit_id == unit_id && one.state.is_handed_in() && one.state != Registered::Withdrawn);
        if let Some(one) = handed_in {
            let (fact, says) =
                if one.late { (Fact::Partly, w.g_registered_late) } else { (Fact::Done, w.g_registered) };
            return vec![self.ground(fact, says.to_owned(), format!("/registrations/{}", one.id))];
        }
        let asked = self.below.iter().any(|one| one.unit.id == unit_id && round.asks(one.unit.kind));
        if !asked {
            return Vec::new();
        }
        let last = round.deadline.last_day();
        let (fact, says) = if self.today > last {
            (Fact::NotDone, w.g_not_registered.replace("{day}", &show::day(Some(last))))
        } else {
            (Fact::Open, w.g_registration_open.to_owned())
        };
        vec![self.ground(fact, says, format!("/movements/{}/registrations", self.movement_id))]
    }

    fn covenant(&self, unit_id: &str) -> Vec<Ground> {
        let w = self.w;
        let mut found = Vec::new();
        for one in &self.covenants {
            let party = one.parties.iter().find(|(party, _)| {
                party.unit_id.as_deref() == Some(unit_id) || party.members.iter().any(|member| member == unit_id)
            });
            let Some((_, signed)) = party else { continue };
            let day = one.covenant.text.signing_day;
            let (fact, text, day) = match (signed, day) {
                (Some(signed), _) => (Fact::Done, w.g_signed, Some(*signed)),
                (None, Some(day)) if day < self.today => (Fact::NotDone, w.g_not_signed, Some(day)),
                (None, _) => (Fact::Open, w.g_sign_open, None),
            };
            let says = text.replace("{title}", &one.covenant.text.title).replace("{day}", &show::day(day));
            found.push(self.ground(fact, says, format!("/covenants/{}", one.covenant.id)));
        }
        if found.is_empty() {
            let board = format!("/movements/{}/covenants", self.movement_id);
            found.push(self.ground(Fact::Open, w.g_no_covenant.to_owned(), board));
        }
        found
    }

    /// Sơ kết, or tổng kết: the own movement's step, the own waves' summing-up, the reports on waves above.
    async fn review(
        &self,
        unit_id: &str,
        own: Option<&PlanLine>,
        own_waves: &[LedWave],
        year_end: bool,
    ) -> Result<Vec<Ground>, Refusal> {
        let w = self.w;
        let mut found = Vec::new();
        if let Some((plan, movement)) = own.and_then(|plan| Some((plan, plan.movement_id.as_deref()?))) {
            let (wanted, text) = if year_end {
                (MovementState::FinalReview, w.g_finished)
            } else {
                (MovementState::PreliminaryReview, w.g_reviewed)
            };
            let steps = self.app.store.movement_steps(movement).await?;
            let at = steps.iter().filter(|step| step.to == wanted).map(|step| step.at).max();
            let year = plan.subject_year.and_then(|year| i32::try_from(year).ok());
            let address = format!("/movements/{movement}");
            if let Some(at) = at {
                let day = crate::local_date(at);
                let says = text.replace("{day}", &show::day(Some(day)));
                found.push(self.ground(Fact::Done, says, address));
            } else if let (true, Some(year)) = (year_end, year.filter(|year| *year < self.today.year())) {
                let says = w.g_not_finished.replace("{year}", &year.to_string());
                found.push(self.ground(Fact::NotDone, says, address));
            }
        }
        let of_kind = |led: &LedWave| (led.wave.conference == Some(Conference::YearEnd)) == year_end;
        for led in own_waves.iter().filter(|led| of_kind(led)) {
            found.extend(self.own_wave(led));
        }
        for (led, reports) in self.waves.iter().filter(|(led, _)| of_kind(led)) {
            found.extend(self.reported_wave(led, reports.iter().find(|one| one.unit_id == unit_id)));
        }
        Ok(found)
    }

    fn own_wave(&self, led: &LedWave) -> Option<Ground> {
        let w = self.w;
        let address = format!("/waves/{}", led.id);
        let of = |text: &str, day| text.replace("{wave}", &led.wave.name).replace("{day}", &show::day(day));
        if led.closed.is_some() {
            return Some(self.ground(Fact::Done, of(w.g_wave_closed, None), address));
        }
        let last = last_day(led).filter(|last| *last < self.today)?;
        Some(self.ground(Fact::NotDone, of(w.g_wave_late, Some(last)), address))
    }

    fn reported_wave(&self, led: &LedWave, report: Option<&WaveReport>) -> Option<Ground> {
        let w = self.w;
        let address = format!("/waves/{}/reports", led.id);
        let of = |text: &str, day| text.replace("{wave}", &led.wave.name).replace("{day}", &show::day(day));
        let last = last_day(led);
        if let Some(report) = report {
            let late = last.is_some_and(|last| last < report.sent_on);
            let (fact, text) = if late { (Fact::Partly, w.g_wave_sent_late) } else { (Fact::Done, w.g_wave_sent) };
            return Some(self.ground(fact, of(text, Some(report.sent_on)), address));
        }
        // a wave that has not ended asks for nothing yet
        led.wave.to.filter(|to| *to <= self.today)?;
        Some(match last.filter(|last| *last < self.today) {
            Some(last) => self.ground(Fact::NotDone, of(w.g_wave_missing, Some(last)), address),
            None => self.ground(Fact::Open, of(w.g_wave_open, None), address),
        })
    }

    async fn recognition(&self, unit_id: &str, own: Option<&PlanLine>) -> Result<Vec<Ground>, Refusal> {
        let here = |it: &&Recognition| {
            it.state == Recognised::Recognised
                && (it.unit_id == unit_id || it.whom_unit_id.as_deref() == Some(unit_id))
        };
        let mut n = self.recognitions.iter().filter(here).count();
        let mut address = format!("/movements/{}/recognitions", self.movement_id);
        if let Some(plan) = own {
            let theirs = self.app.store.recognitions_of_plan(&plan.id).await?;
            let theirs = theirs.iter().filter(|it| it.state == Recognised::Recognised).count();
            if let (0, true, Some(movement)) = (n, theirs > 0, &plan.movement_id) {
                address = format!("/movements/{movement}/recognitions");
            }
            n += theirs;
        }
        if n == 0 {
            return Ok(Vec::new());
        }
        let says = self.w.g_recognised.replace("{n}", &n.to_string());
        Ok(vec![self.ground(Fact::Done, says, address)])
    }

    async fn spreading(&self, unit_id: &str, own: Option<&PlanLine>) -> Result<Vec<Ground>, Refusal> {
        let w = self.w;
        let mut found = Vec::new();
        for lesson in self.lessons.iter().filter(|lesson| lesson.withdrawn.is_none()) {
            let Some(unit) = lesson.units.iter().find(|one| one.unit_id == unit_id) else { continue };
            let stands = learning(unit.done_on, Some(lesson.until), self.today, &self.calendar).value;
            let (fact, text, day) = match stands {
                Learning::Done => (Fact::Done, w.g_learnt, unit.done_on),
                Learning::DoneLate(_) => (Fact::Partly, w.g_learnt, unit.done_on),
                Learning::Open => (Fact::Open, w.g_learn_open, Some(lesson.until)),
                Learning::Late(_) => (Fact::NotDone, w.g_learn_late, Some(lesson.until)),
            };
            let says = text.replace("{what}", &lesson.what).replace("{day}", &show::day(day));
            found.push(self.ground(fact, says, format!("/recognitions/{}", lesson.recognition_id)));
        }
        if let Some(plan) = own {
            let n = self.app.store.lessons_of_plan(&plan.id).await?.len();
            if let (true, Some(movement)) = (n > 0, &plan.movement_id) {
                let says = w.g_spread.replace("{n}", &n.to_string());
                found.push(self.ground(Fact::Done, says, format!("/movements/{movement}/recognitions")));
            }
        }
        Ok(found)
    }
}

/// The waves of a movement that count.
async fn app_waves(app: &App, movement_id: &str) -> Result<Vec<LedWave>, Refusal> {
    let waves = app.store.waves_of_movement(movement_id).await?;
    Ok(waves.into_iter().filter(|one| one.withdrawn.is_none()).collect())
}

/// The last good day of a wave's summing-up.
fn last_day(led: &LedWave) -> Option<NaiveDate> {
    let day = led.wave.summary_deadline?;
    if led.wave.strictly_before { day.pred_opt() } else { Some(day) }
}
