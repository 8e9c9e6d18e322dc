//! An initiative with everything around it, as somebody may see it, and what they may do with it.

use super::words::{Words, words};
use crate::App;
use crate::face::{Refusal, Visitor};
use crate::office::reach;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Language, Says};
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::initiatives::data::CouncilRule;
use thidua_domain::initiatives::judging::{Card as Marked, Flaw, Judged};
use thidua_domain::initiatives::{self as domain, Matter, Scope, Standing, State};
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::initiatives::{
    Adoption, Author, Candidate, Card, Confirmation, Initiative, Judge, Recognised, UseOf,
};

/// Everything that the pages of an initiative rest on.
pub(super) struct Door {
    pub(super) it: Initiative,
    pub(super) unit: Unit,
    /// The unit itself and the one above: who receives, puts it to a council and recognises it first.
    pub(super) near: Vec<String>,
    /// Whether they look over the unit.
    pub(super) whole: bool,
    pub(super) submits: bool,
    pub(super) appraises: bool,
    /// The unit for which they recognise it first.
    pub(super) decides: Option<Unit>,
    /// The ministry, branch or province for which they recognise it more widely.
    pub(super) decides_above: Option<Unit>,
    /// Units for which they ask units below to adopt it.
    pub(super) spreads: Vec<String>,
    /// Other units for which they confirm.
    pub(super) confirms: Vec<Unit>,
    /// Whether they judge it.
    pub(super) marks: bool,
    pub(super) judges: Vec<Judge>,
    pub(super) cards: Vec<Card>,
    pub(super) recognitions: Vec<Recognised>,
    pub(super) confirmations: Vec<Confirmation>,
    pub(super) uses: Vec<UseOf>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) adoptions: Vec<Adoption>,
    pub(super) names: HashMap<String, String>,
    pub(super) calendar: WorkCalendar,
    pub(super) today: NaiveDate,
}

/// A refusal with its reason in both languages.
pub(super) fn invalid(of: fn(&'static Words) -> &'static str) -> Refusal {
    Refusal::Invalid(Says::new(of(words(Language::Vietnamese)), of(words(Language::English))))
}

/// Who an author is to the rules: the record, else the name.
pub(super) fn author_key(of: &Author) -> String {
    of.person_id.clone().unwrap_or_else(|| format!("name:{}", fold(&of.name)))
}

/// An initiative as the rules see it.
pub(super) fn of_domain(it: &Initiative, confirmations: usize) -> domain::Initiative {
    let author = |one: &Author| domain::Author {
        person: author_key(one),
        share: u32::try_from(one.share).unwrap_or_default(),
    };
    domain::Initiative {
        id: it.id.clone(),
        kind: it.kind,
        authors: it.authors.iter().map(author).collect(),
        first_used: it.first_used_on,
        requested: it.submitted_on,
        scope: it.scope,
        confirmations,
    }
}

/// Whether a head of this level recognises beyond the unit: bộ, ban, ngành, tỉnh.
pub(super) fn recognises_widely(unit: &Unit) -> bool {
    matches!(unit.level, IssuerLevel::Central | IssuerLevel::Province)
}

/// Whether somebody judges what stands before a council; authors and unit are hidden from them where it is blind.
pub(super) fn blind_to(visitor: &Visitor, it: &Initiative, near: &[String]) -> bool {
    let may = |act: Act| near.iter().any(|unit| visitor.actor.may_in(act, unit));
    it.state == State::Judging
        && it.sitting.as_ref().is_some_and(|one| one.blind && one.closed_on.is_none())
        && may(Act::CountBallots)
        && !may(Act::AppraiseNomination)
        && !may(Act::Nominate)
}

impl Door {
    pub(super) fn names_of(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_default()
    }

    /// Whether the judging takes cards.
    pub(super) fn judging_open(&self) -> bool {
        self.it.state == State::Judging && self.it.sitting.as_ref().is_some_and(|one| one.closed_on.is_none())
    }

    /// Whether the council's result stands.
    pub(super) fn judging_closed(&self) -> bool {
        self.it.sitting.as_ref().is_some_and(|one| one.closed_on.is_some())
    }

    pub(super) fn hidden(&self, visitor: &Visitor) -> bool {
        blind_to(visitor, &self.it, &self.near)
    }

    /// As the rules see it.
    pub(super) fn domain(&self) -> domain::Initiative {
        of_domain(&self.it, self.confirmations.len())
    }

    /// What is the matter with it.
    pub(super) fn matters(&self) -> Vec<Matter> {
        self.domain().matters()
    }

    /// The rule by which it is judged.
    pub(super) fn rule(&self) -> Option<CouncilRule> {
        self.it.sitting.as_ref().and_then(|one| CouncilRule::read(&one.rule))
    }

    /// Who a member is to the rules: the author of that record or name, else a number.
    pub(super) fn judge_key(&self, judge: &Judge) -> String {
        let same = |author: &&Author| match (&author.person_id, &judge.person_id) {
            (Some(one), Some(other)) => one == other,
            _ => fold(&author.name) == fold(&judge.name),
        };
        let author = self.it.authors.iter().find(same);
        author.map_or_else(|| format!("judge:{}", judge.judge), author_key)
    }

    /// The council's result, or why there is none.
    pub(super) fn judged(&self) -> Option<Result<Judged, Vec<Flaw>>> {
        let kept = self.rule()?;
        let rule = kept.rule().ok()?;
        let keys: HashMap<i64, String> =
            self.judges.iter().map(|judge| (judge.judge, self.judge_key(judge))).collect();
        let council: Vec<String> = self.judges.iter().filter_map(|judge| keys.get(&judge.judge).cloned()).collect();
        let card = |card: &Card| Marked {
            member: keys.get(&card.judge).cloned().unwrap_or_default(),
            marks: kept
                .criterion
                .iter()
                .filter_map(|criterion| card.marks.iter().find(|(name, _)| *name == criterion.name))
                .map(|(_, marks)| u32::try_from(*marks).unwrap_or_default())
                .collect(),
        };
        let cards: Vec<Marked> = self.cards.iter().map(card).collect();
        Some(rule.judge(&self.domain(), &council, &cards))
    }

    /// The name of the member whose key this is.
    pub(super) fn judge_name(&self, key: &str) -> String {
        let judge = self.judges.iter().find(|judge| self.judge_key(judge) == key);
        judge.map(|judge| judge.name.clone()).unwrap_or_default()
    }

    /// What is known when a step is asked for.
    pub(super) fn standing(&self, decided: bool, reason: bool) -> Standing {
        let passed = self.judging_closed().then(|| self.judged()).flatten();
        Standing {
            stopping: self.matters().iter().filter(|matter| matter.stops()).count(),
            passed: passed.and_then(Result::ok).map(|judged| judged.passed),
            decided,
            reason,
        }
    }

    /// An entry for the log.
    pub(super) fn entry(&self, act: &'static str, detail: String) -> Entry {
        entry(&self.it, act, detail)
    }

    /// The scopes for which a unit recognises.
    pub(super) fn scopes(unit: &Unit) -> &'static [Scope] {
        if recognises_widely(unit) { &[Scope::Province, Scope::Nation] } else { &[Scope::Unit] }
    }
}

pub(super) fn entry(it: &Initiative, act: &'static str, detail: String) -> Entry {
    Entry {
        unit_id: Some(it.unit_id.clone()),
        act,
        subject: "initiative",
        subject_id: it.id.clone(),
        detail: Some(detail),
    }
}

/// One initiative with what stands around it, for who may see it.
pub(super) async fn door(app: &App, visitor: &Visitor, id: &str) -> Result<Door, Refusal> {
    let store = &app.store;
    let it = store.initiative(id).await?.ok_or(Refusal::NotFound)?;
    let whole = app.may(visitor, Act::Look, &it.unit_id).await?;
    let adoptions = store.initiative_adoptions(id).await?;
    let confirmations = store.initiative_confirmations(id).await?;
    if !whole {
        let mine = |unit: &str| visitor.actor.may_in(Act::Look, unit);
        let asked = adoptions.iter().any(|one| mine(&one.unit_id))
            || confirmations.iter().any(|one| one.unit_id.as_deref().is_some_and(mine));
        let below = it.state == State::Recognised && app.stands_below(visitor, &it.unit_id).await?;
        if !asked && !below {
            return Err(Refusal::NotFound);
        }
    }
    let unit = store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
    let path = store.path_ids(&it.unit_id).await?;
    let near: Vec<String> = path.iter().take(2).cloned().collect();
    let units: HashMap<String, Unit> =
        store.units_of(&path).await?.into_iter().map(|one| (one.id.clone(), one)).collect();
    let may = |act: Act, unit: &str| visitor.actor.may_in(act, unit);
    let first = |ids: &[String], fits: &dyn Fn(&Unit) -> bool| {
        ids.iter().filter_map(|id| units.get(id)).find(|one| may(Act::DecideAward, &one.id) && fits(one)).cloned()
    };
    let own: Vec<String> =
        visitor.actor.units(Act::Nominate).unwrap_or_default().into_iter().map(str::to_owned).collect();
    let mut confirms = store.units_of(&own).await?;
    confirms.retain(|one| one.id != it.unit_id);
    let council = match &it.sitting {
        Some(sitting) => store.body(&sitting.body_id).await?.map(|body| body.unit_id),
        None => None,
    };
    let ids: Vec<&String> = adoptions.iter().map(|one| &one.unit_id).collect();
    Ok(Door {
        submits: may(Act::Nominate, &it.unit_id),
        appraises: near.iter().any(|one| may(Act::AppraiseNomination, one)),
        decides: first(&near, &|_| true),
        decides_above: first(&path, &recognises_widely),
        spreads: path.iter().filter(|one| may(Act::AppraiseNomination, one)).cloned().collect(),
        confirms,
        marks: council.as_deref().is_some_and(|unit| may(Act::CountBallots, unit)),
        judges: store.initiative_judges(id).await?,
        cards: store.initiative_cards(id).await?,
        recognitions: store.initiative_recognitions(id).await?,
        uses: store.initiative_uses(id).await?,
        candidates: if it.state == State::Recognised { store.initiative_candidates(id).await? } else { Vec::new() },
        names: reach::names(app, ids.into_iter()).await?,
        calendar: crate::calendar::of_unit(app, &it.unit_id).await?,
        today: reach::today(app),
        it,
        unit,
        near,
        whole,
        confirmations,
        adoptions,
    })
}
