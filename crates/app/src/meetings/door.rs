//! One meeting with what stands around it, as somebody may see it.

use super::words::{Words, words};
use crate::App;
use crate::face::{Refusal, Visitor};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::nominations::State as NominationState;
use thidua_domain::units::Unit;
use thidua_domain::voting::Attendance;
use thidua_domain::voting::meeting::{Presence, State, attendance};
use thidua_store::audit::Entry;
use thidua_store::councils::Body;
use thidua_store::meetings::{Meeting, MeetingInitiative, MeetingItem, MeetingMember, Nominee, Recusal};

/// Where a nomination waits for the council, and where its vote leads.
pub(super) const BEFORE_COUNCIL: NominationState = NominationState::Council;
pub(super) const VOTED: NominationState = NominationState::Voted;

/// What an item is about.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    Nominee(Box<Nominee>),
    Initiative(Box<MeetingInitiative>),
}

impl Subject {
    pub(super) fn name(&self) -> &str {
        match self {
            Subject::Nominee(one) => &one.name,
            Subject::Initiative(one) => &one.title,
        }
    }

    pub(super) fn award(&self, w: &'static Words) -> String {
        match self {
            Subject::Nominee(one) => one.award_name.clone(),
            Subject::Initiative(_) => w.initiative.to_owned(),
        }
    }

    /// The merit in a few words.
    pub(super) fn merit(&self) -> &str {
        match self {
            Subject::Nominee(one) => &one.merit,
            Subject::Initiative(one) => &one.summary,
        }
    }

    /// Calls it as it was called when the vote was opened: a dossier may have been moved down since.
    fn call(&mut self, name: &str, award: Option<&str>) {
        match self {
            Subject::Nominee(one) => {
                name.clone_into(&mut one.name);
                award.unwrap_or_default().clone_into(&mut one.award_name);
            }
            Subject::Initiative(one) => name.clone_into(&mut one.title),
        }
    }

    pub(super) fn illustrative(&self) -> bool {
        match self {
            Subject::Nominee(one) => one.illustrative,
            Subject::Initiative(one) => one.illustrative,
        }
    }

    pub(super) fn nominee(&self) -> Option<&Nominee> {
        match self {
            Subject::Nominee(one) => Some(one),
            Subject::Initiative(_) => None,
        }
    }
}

/// An item with its subject.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) item: MeetingItem,
    pub(super) subject: Subject,
}

/// A meeting with everything that its pages rest on.
pub(super) struct Here {
    pub(super) it: Meeting,
    pub(super) unit: Unit,
    pub(super) body: Body,
    pub(super) members: Vec<MeetingMember>,
    pub(super) items: Vec<Listed>,
    pub(super) recusals: Vec<Recusal>,
    /// Calls it, opens and closes the vote.
    pub(super) runs: bool,
    /// Enters counts.
    pub(super) counts: bool,
    /// Reads the book and the recusals.
    pub(super) reads: bool,
}

/// A refusal with its reason in both languages.
pub(super) fn invalid(of: fn(&'static Words) -> &'static str) -> Refusal {
    Refusal::Invalid(Says::new(of(words(Language::Vietnamese)), of(words(Language::English))))
}

impl Here {
    pub(super) fn item(&self, position: i64) -> Option<&Listed> {
        self.items.iter().find(|one| one.item.position == position)
    }

    pub(super) fn member(&self, position: i64) -> Option<&MeetingMember> {
        self.members.iter().find(|one| one.position == position)
    }

    pub(super) fn recused_from(&self, item: i64) -> impl Iterator<Item = &Recusal> {
        self.recusals.iter().filter(move |one| one.item == item)
    }

    /// Who is there for an item.
    pub(super) fn attendance(&self, item: i64) -> Attendance {
        let row = |member: &MeetingMember| {
            (member.attendance, self.recused_from(item).any(|one| one.member == member.position))
        };
        attendance(&self.members.iter().map(row).collect::<Vec<_>>())
    }

    /// Ballots to issue, or hands that may be raised, for an item.
    pub(super) fn voters(&self, listed: &Listed) -> u32 {
        let there = self.attendance(listed.item.position);
        match listed.item.rule.rule() {
            Some(rule) => there.voters(&rule),
            None => there.entitled_present,
        }
    }

    pub(super) fn there(&self, presence: Presence) -> usize {
        self.members.iter().filter(|one| one.attendance == presence).count()
    }

    /// An item as it is named where numbers must not stand.
    pub(super) fn label(&self, listed: &Listed, w: &'static Words) -> String {
        w.item_label.replace("{n}", &listed.item.position.to_string()).replace("{name}", listed.subject.name())
    }

    pub(super) fn require_runs(&self, state: State) -> Result<(), Refusal> {
        if !self.runs {
            return Err(Refusal::NotAllowed);
        }
        if self.it.state == state { Ok(()) } else { Err(Refusal::ChangedMeanwhile) }
    }

    pub(super) fn require_reads(&self) -> Result<(), Refusal> {
        if self.reads { Ok(()) } else { Err(Refusal::NotAllowed) }
    }

    /// An entry for the log. Of a secret vote its detail never has a number.
    pub(super) fn entry(&self, act: &'static str, detail: String) -> Entry {
        Entry {
            unit_id: Some(self.it.unit_id.clone()),
            act,
            subject: "meeting",
            subject_id: self.it.id.clone(),
            detail: (!detail.is_empty()).then_some(detail),
        }
    }

    pub(super) fn illustrative(&self) -> bool {
        self.it.illustrative || self.items.iter().any(|one| one.subject.illustrative())
    }
}

/// One meeting, for who may see it.
pub(super) async fn here(app: &App, visitor: &Visitor, id: &str) -> Result<Here, Refusal> {
    let it = app.store.meeting(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, Act::Look, &it.unit_id).await?;
    let runs = app.may(visitor, Act::RunMeeting, &it.unit_id).await?;
    let counts = app.may(visitor, Act::CountBallots, &it.unit_id).await?;
    let reads = runs || counts || app.may(visitor, Act::DecideAward, &it.unit_id).await?;
    Ok(Here { runs, counts, reads, ..unseen(app, it).await? })
}

/// One meeting with nobody looking at it.
pub(super) async fn unseen(app: &App, it: Meeting) -> Result<Here, Refusal> {
    let unit = app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
    let body = app.store.body(&it.body_id).await?.ok_or(Refusal::NotFound)?;
    let items = app.store.meeting_items(&it.id).await?;
    let items = listed(app, items).await?;
    Ok(Here {
        members: app.store.meeting_members(&it.id).await?,
        recusals: app.store.meeting_recusals(&it.id).await?,
        it,
        unit,
        body,
        items,
        runs: false,
        counts: false,
        reads: false,
    })
}

async fn listed(app: &App, items: Vec<MeetingItem>) -> Result<Vec<Listed>, Refusal> {
    let ids: Vec<String> = items.iter().filter_map(|one| one.nomination_id.clone()).collect();
    let mut nominees: HashMap<String, Nominee> =
        app.store.nominees(&ids).await?.into_iter().map(|one| (one.id.clone(), one)).collect();
    let ids: Vec<String> = items.iter().filter_map(|one| one.initiative_id.clone()).collect();
    let mut initiatives: HashMap<String, MeetingInitiative> =
        app.store.initiatives_read(&ids).await?.into_iter().map(|one| (one.id.clone(), one)).collect();
    let of = |item: MeetingItem| {
        let nominee = item.nomination_id.as_ref().and_then(|id| nominees.remove(id));
        let mut subject = match nominee {
            Some(one) => Subject::Nominee(Box::new(one)),
            None => Subject::Initiative(Box::new(initiatives.remove(item.initiative_id.as_ref()?)?)),
        };
        if let Some((name, award)) = &item.opened_as {
            subject.call(name, award.as_deref());
        }
        Some(Listed { item, subject })
    };
    Ok(items.into_iter().filter_map(of).collect())
}
