//! Who sees a covenant: its authority, those above it, and its parties. Nobody else is told that it exists.

use super::words::{Words, words};
use crate::App;
use crate::face::{Refusal, Visitor};
use crate::movements::actions::MovementView;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::covenants::{Amendment, Annex as DomainAnnex, AnnexState, Holding, in_force_on};
use thidua_store::audit::Entry;
use thidua_store::covenants::{Annex, Commitment, Covenant, Party, Settled, Signature, Terms};

/// A covenant with everything that hangs on it.
pub(super) struct View {
    pub(super) covenant: Covenant,
    pub(super) view: MovementView,
    pub(super) parties: Vec<Party>,
    pub(super) commitments: Vec<Commitment>,
    pub(super) annexes: Vec<Annex>,
    pub(super) signatures: Vec<Signature>,
    pub(super) outcomes: Vec<Settled>,
    /// Draws up, records, settles.
    pub(super) keeps: bool,
    /// May see the movement's own pages.
    pub(super) sees_all: bool,
}

pub(super) fn today(app: &App) -> NaiveDate {
    crate::local_date((app.clock)())
}

/// The units that this person belongs to.
pub(super) fn own_units(visitor: &Visitor) -> Vec<String> {
    visitor.actor.units(Act::Look).unwrap_or_default().into_iter().map(str::to_owned).collect()
}

/// Whether one of these units is the party or among its members.
pub(super) fn is_of(party: &Party, units: &[String]) -> bool {
    units.iter().any(|unit| party.unit_id.as_ref() == Some(unit) || party.members.contains(unit))
}

/// The covenant of an address.
pub(super) async fn view(app: &App, visitor: &Visitor, id: &str) -> Result<View, Refusal> {
    let covenant = app.store.covenant(id).await?.ok_or(Refusal::NotFound)?;
    let movement = app.store.movement(&covenant.movement_id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let parties = app.store.covenant_parties(id).await?;
    let sees_all = app.may(visitor, Act::Look, &covenant.unit_id).await?;
    let own = own_units(visitor);
    if !sees_all && !parties.iter().any(|party| is_of(party, &own)) {
        return Err(Refusal::NotFound);
    }
    Ok(View {
        keeps: visitor.actor.may_in(Act::ManageCovenants, &covenant.unit_id),
        commitments: app.store.covenant_commitments(id).await?,
        annexes: app.store.covenant_annexes(id).await?,
        signatures: app.store.covenant_signatures(id).await?,
        outcomes: app.store.covenant_outcomes(id).await?,
        view: MovementView { movement, plan },
        covenant,
        parties,
        sees_all,
    })
}

/// The covenant of an address, for somebody who keeps it.
pub(super) async fn kept(app: &App, visitor: &Visitor, id: &str) -> Result<View, Refusal> {
    let view = view(app, visitor, id).await?;
    if view.keeps { Ok(view) } else { Err(Refusal::NotAllowed) }
}

impl View {
    /// The promises that hold on a day: the covenant and every signed annex whose day has come.
    pub(super) fn holding(&self, day: NaiveDate) -> Vec<Holding<Terms>> {
        let base: Vec<(String, Terms)> = self
            .commitments
            .iter()
            .filter(|one| one.annex_id.is_none())
            .map(|one| (one.id.clone(), one.terms.clone()))
            .collect();
        let annexes: Vec<DomainAnnex<Terms>> = self
            .annexes
            .iter()
            .filter(|annex| annex.state == AnnexState::InForce)
            .map(|annex| DomainAnnex {
                number: u32::try_from(annex.number).unwrap_or(u32::MAX),
                effective: annex.effective,
                amendments: self.amendments(&annex.id),
            })
            .collect();
        in_force_on(&base, &annexes, day)
    }

    /// What an annex changes.
    pub(super) fn amendments(&self, annex_id: &str) -> Vec<Amendment<Terms>> {
        let of_annex = self.commitments.iter().filter(|one| one.annex_id.as_deref() == Some(annex_id));
        of_annex
            .map(|one| match (&one.replaces_id, one.dropped) {
                (Some(before), true) => Amendment::Drop(before.clone()),
                (Some(before), false) => Amendment::Replace(before.clone(), one.terms.clone()),
                (None, _) => Amendment::Add(one.id.clone(), one.terms.clone()),
            })
            .collect()
    }

    /// Who has not signed a paper.
    pub(super) fn unsigned(&self, paper_id: &str) -> Vec<&Party> {
        let signed =
            |party: &Party| self.signatures.iter().any(|one| one.paper_id == paper_id && one.party_id == party.id);
        self.parties.iter().filter(|party| !signed(party)).collect()
    }

    /// The annex that waits for signatures.
    pub(super) fn open_annex(&self) -> Option<&Annex> {
        self.annexes.iter().find(|annex| annex.state == AnnexState::Open)
    }

    /// The name of a party; of nobody, all of them.
    pub(super) fn party_name<'a>(&'a self, id: Option<&str>, w: &'static Words) -> &'a str {
        id.map_or(w.all_parties, |id| {
            self.parties.iter().find(|party| party.id == id).map_or("", |party| party.name.as_str())
        })
    }

    pub(super) fn entry(&self, act: &'static str, detail: Option<String>) -> Entry {
        Entry {
            unit_id: Some(self.covenant.unit_id.clone()),
            act,
            subject: "covenant",
            subject_id: self.covenant.id.clone(),
            detail,
        }
    }
}

/// A refusal said in both languages.
pub(super) fn refuse(says: impl Fn(&'static Words) -> String) -> Refusal {
    Refusal::Invalid(Says::new(says(words(Language::Vietnamese)), says(words(Language::English))))
}
