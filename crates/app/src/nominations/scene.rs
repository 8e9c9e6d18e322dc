//! A round as somebody may see it: whose nominations, what they may do.

use super::law;
use super::words::{Words, words};
use crate::App;
use crate::face::{Refusal, Visitor};
use crate::office::reach;
use chrono::NaiveDate;
use std::sync::Arc;
use thidua_domain::access::Act;
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::basics::{Language, Says};
use thidua_domain::nominations::State;
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::nominations::{Lost, Nomination, Round};

/// Everything that the pages of a round rest on.
pub(crate) struct Scene {
    pub(crate) round: Round,
    pub(crate) authority: Unit,
    /// Whether everything is theirs to see.
    pub(crate) whole: bool,
    pub(crate) manages: bool,
    pub(crate) appraises: bool,
    /// Whether they draw up decisions and take in complaints.
    pub(crate) prepares: bool,
    /// The authority itself and the units directly below it.
    pub(crate) units: Vec<Unit>,
    /// The units for which they propose.
    pub(crate) writes: Vec<Unit>,
    /// What they may see.
    pub(crate) all: Vec<Nomination>,
    /// All of them, by which ratios and shares of a judgement are counted whoever looks; never shown.
    pub(crate) full: Vec<Nomination>,
    /// Nominations that count no more though they stand written.
    pub(crate) lost: Lost,
    /// Something is about to be issued: a title below has to be issued with it or before it.
    pub(crate) issuing: bool,
    pub(crate) law: Arc<Catalogue>,
    pub(crate) today: NaiveDate,
}

/// A refusal with its reason in both languages.
pub(super) fn invalid(of: impl Fn(&'static Words) -> String) -> Refusal {
    Refusal::Invalid(Says::new(of(words(Language::Vietnamese)), of(words(Language::English))))
}

impl Scene {
    /// Whether anything may still be written.
    pub(crate) fn open(&self) -> bool {
        self.round.closed_on.is_none()
    }

    pub(crate) fn require_open(&self) -> Result<(), Refusal> {
        if self.open() { Ok(()) } else { Err(invalid(|w| w.closed.to_owned())) }
    }

    /// Whether a nomination counts beside the others: drafts do while nominating.
    pub(crate) fn stands(&self, it: &Nomination) -> bool {
        let lost =
            self.lost.revoked.contains(&it.id) || it.state == State::Voted && self.lost.voted_down.contains(&it.id);
        (it.state == State::Draft || it.state.counts()) && !lost
    }

    /// Whether the council has voted the same award down for the same nominee in this round, whatever became of that
    /// nomination since.
    pub(super) fn voted_down(&self, it: &Nomination) -> bool {
        let same = |other: &&Nomination| other.award == it.award && super::facts::same(other, it);
        self.full.iter().filter(same).any(|other| other.id != it.id && self.lost.voted_down.contains(&other.id))
    }

    /// Whether a nomination for a title below goes the same way as one above it: a draft only beside a draft.
    pub(super) fn goes_along(&self, below: &Nomination, it: &Nomination) -> bool {
        let far_enough = if self.issuing {
            matches!(below.state, State::Deciding | State::Granted)
        } else {
            below.state != State::Draft || it.state == State::Draft
        };
        far_enough && self.stands(below)
    }

    /// Whether they write this nomination for its unit.
    pub(crate) fn own(&self, it: &Nomination) -> bool {
        self.writes.iter().any(|unit| unit.id == it.unit_id)
    }

    pub(crate) fn unit(&self, id: &str) -> String {
        self.units.iter().find(|unit| unit.id == id).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    /// The day whose law judges a nomination: that of its receipt, else today, in a round of earlier years its last day.
    pub(crate) fn law_day(&self, it: Option<&Nomination>) -> NaiveDate {
        it.and_then(|it| it.received_on).unwrap_or_else(|| received(&self.round, self.today))
    }

    /// An entry for the log.
    pub(crate) fn entry(&self, act: &'static str, id: &str, detail: String) -> Entry {
        Entry {
            unit_id: Some(self.round.unit_id.clone()),
            act,
            subject: "nomination",
            subject_id: id.to_owned(),
            detail: Some(detail),
        }
    }
}

/// The day on which a dossier of a round counts as received when it is received today: a round that looks back on earlier
/// years is judged by the law of the days after its period.
pub(super) fn received(round: &Round, today: NaiveDate) -> NaiveDate {
    let late = round.deadline.unwrap_or(round.to);
    if late.signed_duration_since(today).num_days() < -400 { late } else { today }
}

/// A round with everything in it and nobody looking at it.
pub(super) async fn unseen(app: &App, round_id: &str) -> Result<Scene, Refusal> {
    let round = app.store.award_round(round_id).await?.ok_or(Refusal::NotFound)?;
    let authority = app.store.unit(&round.unit_id).await?.ok_or(Refusal::NotFound)?;
    let today = reach::today(app);
    let mut units = vec![authority.clone()];
    units.extend(reach::below(app, &round.unit_id, today).await?);
    let full = app.store.nominations_of_round(round_id).await?;
    // a unit that was below when it proposed may not be any more
    let known: Vec<String> =
        full.iter().map(|it| it.unit_id.clone()).filter(|id| !units.iter().any(|unit| unit.id == *id)).collect();
    units.extend(app.store.units_of(&known).await?);
    let law = law::catalogue(app, &round.unit_id, received(&round, today)).await?;
    Ok(Scene {
        round,
        authority,
        whole: false,
        manages: false,
        appraises: false,
        prepares: false,
        units,
        writes: Vec::new(),
        all: Vec::new(),
        lost: app.store.nominations_lost(round_id).await?,
        issuing: false,
        full,
        law,
        today,
    })
}

/// What somebody may see and do in a round.
pub(crate) async fn scene(app: &App, visitor: &Visitor, round_id: &str) -> Result<Scene, Refusal> {
    let mut scene = unseen(app, round_id).await?;
    let of = scene.round.unit_id.clone();
    scene.whole = app.may(visitor, Act::Look, &of).await?;
    scene.appraises = app.may(visitor, Act::AppraiseNomination, &of).await?;
    scene.prepares = app.may(visitor, Act::PrepareDecision, &of).await?;
    scene.manages = app.may(visitor, Act::ManageAwards, &of).await?;
    let own = |id: &str| visitor.actor.units(Act::Nominate).is_some_and(|units| units.contains(&id));
    // a power that reaches down from the authority writes for every unit of the round
    let path = app.store.path_ids(&of).await?;
    let below: Vec<&str> = std::iter::once("").chain(path.iter().map(String::as_str)).collect();
    let branch = visitor.actor.may_along(Act::Nominate, &below);
    scene.writes = scene.units.iter().filter(|unit| branch || own(&unit.id)).cloned().collect();
    scene.all = if scene.whole {
        // a draft is the business of its unit, and of who wrote it for that unit
        let mine = |it: &Nomination| it.account_id.as_ref() == Some(&visitor.actor.account_id);
        let shown = |it: &&Nomination| it.state != State::Draft || own(&it.unit_id) || mine(it);
        scene.full.iter().filter(shown).cloned().collect()
    } else {
        let mine = |id: &str| visitor.actor.may_in(Act::Look, id);
        if !scene.units.iter().any(|unit| mine(&unit.id)) {
            return Err(Refusal::NotFound);
        }
        scene.full.iter().filter(|it| mine(&it.unit_id)).cloned().collect()
    };
    Ok(scene)
}

/// A nomination with the round around it.
pub(crate) async fn of_nomination(app: &App, visitor: &Visitor, id: &str) -> Result<(Scene, Nomination), Refusal> {
    let found = app.store.nomination(id).await?.ok_or(Refusal::NotFound)?;
    let mut scene = scene(app, visitor, &found.round_id).await?;
    let it = scene.all.iter().find(|it| it.id == id).cloned().ok_or(Refusal::NotFound)?;
    if let Some(day) = it.received_on {
        scene.law = law::catalogue(app, &scene.round.unit_id, day).await?;
    }
    Ok((scene, it))
}
