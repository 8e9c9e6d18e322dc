//! The recognitions under the movements of a plan, as somebody may see them.

use super::words::{Words, words};
use crate::App;
use crate::calendar::countdown;
use crate::face::{Refusal, Visitor};
use crate::movements::actions::MovementView;
use crate::office::reach;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::movements::State as MovementState;
use thidua_domain::recognitions::promptness;
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::recognitions::{Lesson, Recognition};

/// Everything that the pages of recognitions rest on.
pub(super) struct Under {
    pub(super) view: MovementView,
    /// Whether everything is theirs to see.
    pub(super) whole: bool,
    /// Whether they recognise for the authority.
    pub(super) decides: bool,
    /// The units directly below the authority.
    pub(super) below: Vec<Unit>,
    /// The units for which they propose.
    pub(super) writes: Vec<Unit>,
    /// What they may see.
    pub(super) all: Vec<Recognition>,
    pub(super) lessons: Vec<Lesson>,
    names: HashMap<String, String>,
    pub(super) calendar: WorkCalendar,
    pub(super) today: NaiveDate,
}

/// A refusal with its reason in both languages.
pub(super) fn invalid(of: fn(&'static Words) -> &'static str) -> Refusal {
    Refusal::Invalid(Says::new(of(words(Language::Vietnamese)), of(words(Language::English))))
}

impl Under {
    /// Whether anything may still be written.
    pub(super) fn open(&self) -> bool {
        !matches!(self.view.movement.state, MovementState::Draft | MovementState::Closed)
    }

    pub(super) fn require_open(&self) -> Result<(), Refusal> {
        if self.open() { Ok(()) } else { Err(invalid(|w| w.closed)) }
    }

    pub(super) fn unit(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_default()
    }

    pub(super) fn lessons_of(&self, id: &str) -> impl Iterator<Item = &Lesson> {
        self.lessons.iter().filter(move |lesson| lesson.recognition_id == id)
    }

    /// Whether they may change the words of a recognition: the authority always, who proposed while it waits.
    pub(super) fn may_correct(&self, it: &Recognition) -> bool {
        use thidua_domain::recognitions::State;
        let own = self.writes.iter().any(|unit| unit.id == it.unit_id);
        self.open() && it.state != State::Withdrawn && (self.decides || own && it.state == State::Proposed)
    }

    /// Working days from the achievement to the recognition, with what is not confirmed about the count.
    pub(super) fn prompt(&self, it: &Recognition, language: Language) -> Option<(i64, String)> {
        let counted = promptness(Some(it.achieved_on), it.day, &self.calendar)?;
        Some((counted.value, countdown::doubts(&counted.doubts, language).join("; ")))
    }

    /// An entry for the log.
    pub(super) fn entry(&self, act: &'static str, id: &str, detail: String) -> Entry {
        Entry {
            unit_id: Some(self.view.plan.unit_id.clone()),
            act,
            subject: "recognition",
            subject_id: id.to_owned(),
            detail: Some(detail),
        }
    }
}

/// What stands under the plan of a movement.
pub(super) async fn under(app: &App, visitor: &Visitor, movement_id: &str) -> Result<Under, Refusal> {
    let movement = app.store.movement(movement_id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let whole = app.may(visitor, Act::Look, &plan.unit_id).await?;
    let today = reach::today(app);
    let below = reach::below(app, &plan.unit_id, today).await?;
    let own = app.store.unit(&plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let writes: Vec<Unit> = std::iter::once(&own)
        .chain(&below)
        .filter(|unit| visitor.actor.may_in(Act::Register, &unit.id))
        .cloned()
        .collect();
    let mut all = app.store.recognitions_of_plan(&plan.id).await?;
    let lessons = app.store.lessons_of_plan(&plan.id).await?;
    if !whole {
        // a draft is nobody's business below; of others only what concerns the own unit is seen
        let mine = |id: &str| visitor.actor.may_in(Act::Look, id);
        if !plan.issued || !below.iter().any(|unit| mine(&unit.id)) {
            return Err(Refusal::NotFound);
        }
        all.retain(|it| {
            mine(&it.unit_id)
                || it.whom_unit_id.as_deref().is_some_and(mine)
                || lessons.iter().any(|lesson| {
                    lesson.recognition_id == it.id && lesson.units.iter().any(|one| mine(&one.unit_id))
                })
        });
    }
    let ids: Vec<&String> = all
        .iter()
        .flat_map(|it| std::iter::once(&it.unit_id).chain(&it.whom_unit_id))
        .chain(lessons.iter().flat_map(|lesson| lesson.units.iter().map(|unit| &unit.unit_id)))
        .collect();
    let names = reach::names(app, ids.into_iter()).await?;
    let decides = app.may(visitor, Act::Review, &plan.unit_id).await?;
    let calendar = crate::calendar::of_unit(app, &plan.unit_id).await?;
    let view = MovementView { movement, plan };
    Ok(Under { view, whole, decides, below, writes, all, lessons, names, calendar, today })
}

/// One recognition with what stands around it.
pub(super) async fn of_recognition(
    app: &App,
    visitor: &Visitor,
    id: &str,
) -> Result<(Under, Recognition), Refusal> {
    let found = app.store.recognition(id).await?.ok_or(Refusal::NotFound)?;
    let under = under(app, visitor, &found.movement_id).await?;
    let it = under.all.iter().find(|it| it.id == id).cloned().ok_or(Refusal::NotFound)?;
    Ok((under, it))
}
