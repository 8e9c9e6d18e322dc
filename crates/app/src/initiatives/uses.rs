//! Which nominations use an initiative; a second use is refused where the law says so.

use super::door::{Door, author_key, door};
use super::one::{Asked, Which, again, render};
use super::stepping::refusal;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::Came;
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::awards::pack::shipped as law;
use thidua_domain::initiatives::data::shipped;
use thidua_domain::initiatives::uses::{May, Reason, Use};
use thidua_domain::initiatives::words as said;
use thidua_domain::law::Mark;
use thidua_store::StoreError;
use thidua_store::initiatives::{Candidate, UseOf};

/// A use as it is shown.
pub(super) struct UseRow {
    pub(super) nomination: String,
    pub(super) name: String,
    pub(super) award: String,
    pub(super) class: &'static str,
    pub(super) state: &'static str,
    pub(super) drops: bool,
}

fn over(state: &str) -> bool {
    matches!(state, "withdrawn" | "not-granted" | "failed")
}

pub(super) fn use_rows(door: &Door, w: &'static Words) -> Vec<UseRow> {
    let row = |one: &UseOf| {
        let (class, state) = match one.state.as_str() {
            "granted" if one.revoked => ("missed", w.used_revoked),
            "granted" => ("met", w.used_granted),
            state if over(state) => ("none", w.used_over),
            _ => ("at-risk", w.used_open),
        };
        UseRow {
            nomination: one.nomination_id.clone(),
            name: one.name.clone(),
            award: one.award_name.clone(),
            class,
            state,
            drops: door.submits && one.state != "granted",
        }
    };
    door.uses.iter().map(row).collect()
}

impl Door {
    /// The nominations for which this person may use it.
    pub(super) fn own_candidates(&self, visitor: &Visitor) -> Vec<&Candidate> {
        self.candidates.iter().filter(|one| visitor.actor.may_in(Act::Nominate, &one.unit_id)).collect()
    }

    /// Whether a nomination may use it, by the law of the day on which it was received, else of today.
    fn may_be_used(&self, of: &Candidate) -> Result<May, Refusal> {
        let data = shipped().map_err(Refusal::fault)?;
        let law = law().map_err(|problems| Refusal::fault(format!("{problems:?}")))?;
        let regime = law.law.on(of.received_on.unwrap_or(self.today)).map(|(regime, _)| regime);
        let mut once = regime.map(|regime| data.once(&regime.key)).unwrap_or_default();
        // nothing is surer than the law of the day itself
        let ceiling = regime.map_or(Mark::Unverified, |regime| regime.ceiling);
        once.iter_mut().for_each(|rule| rule.mark = rule.mark.min(ceiling));
        let uses: Vec<Use> = self
            .uses
            .iter()
            .filter(|one| !over(&one.state))
            .map(|one| Use {
                person: one.person_id.clone().unwrap_or_default(),
                award: one.award.clone(),
                nomination: one.name.clone(),
                granted: one.state == "granted",
            })
            .collect();
        let person = of.person_id.clone().unwrap_or_default();
        let asked = data.asked(&of.award);
        Ok(self.domain().may_be_used_for(self.it.state, self.it.scope, &person, &asked, &uses, &once))
    }

    /// The reason with names of awards in place of their codes.
    fn named(&self, reason: &Reason) -> Reason {
        let Reason::Used { award, nomination, source } = reason else { return reason.clone() };
        let name = self.uses.iter().find(|one| one.award == *award).map(|one| one.award_name.clone());
        Reason::Used {
            award: name.unwrap_or_else(|| award.clone()),
            nomination: nomination.clone(),
            source: source.clone(),
        }
    }
}

pub(super) fn fields(door: &Door, w: &'static Words) -> Vec<Field> {
    let authors: Vec<String> = door.it.authors.iter().map(author_key).collect();
    let theirs = |one: &&Candidate| one.person_id.as_ref().is_some_and(|id| authors.contains(id));
    let list: Vec<(String, String)> = door
        .candidates
        .iter()
        .filter(theirs)
        .map(|one| (one.id.clone(), format!("{}: {} ({})", one.name, one.award_name, one.year)))
        .collect();
    let first = list.first().map(|one| one.0.clone()).unwrap_or_default();
    vec![Field::new("nomination", w.nomination, Input::List(list), first)]
}

/// `POST /initiatives/{id}/uses`.
pub(crate) async fn take(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let asked = Asked::of(Which::Use);
    if !door.may(Which::Use, &visitor, &asked) {
        return Err(refusal(&door, Which::Use));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let own = door.own_candidates(&visitor);
    let chosen = reader.code("nomination", |id| own.iter().find(|one| one.id == id).copied());
    if chosen.is_none() {
        reader.required("nomination");
    }
    let mut asks = false;
    if let Some(of) = chosen {
        match door.may_be_used(of)? {
            May::Yes => {}
            May::No(reason) => {
                reader.problem("nomination", said::reason(&door.named(&reason)).in_language(language));
            }
            May::Person(reason) => {
                asks = true;
                if !reader.tick("sure") {
                    let says = said::reason(&door.named(&reason)).in_language(language).to_owned();
                    reader.problem("nomination", w.ask_person.replace("{reason}", &says));
                }
            }
        }
    }
    let (true, Some(of)) = (reader.fine(), chosen) else {
        let mut form = door.form(&app, Which::Use, &asked, language).await?;
        if asks {
            form.fields.push(Field::new("sure", w.sure, Input::Tick, ""));
        }
        let form = form.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((Which::Use, form))).await;
    };
    let seen = thidua_store::initiatives::Initiative { version: sent.seen(), ..door.it.clone() };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.use_initiative(&seen, &of.id, &of.award).await {
        Ok(()) => {
            let asked = if asks { format!("; {}", w.sure) } else { String::new() };
            let detail = format!("{}: {}, {}{asked}", door.it.title, of.name, of.award_name);
            change.commit(door.entry("initiative.used", detail)).await?;
            go(format!("/initiatives/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            again(&app, &caller, &visitor, &id, &asked, reader).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /initiatives/{id}/uses/drop`.
pub(crate) async fn drop_use(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    if !door.submits {
        return Err(Refusal::NotAllowed);
    }
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let nomination = sent.typed.get("nomination").cloned().unwrap_or_default();
    let of = door.uses.iter().find(|one| one.nomination_id == nomination).ok_or(Refusal::NotFound)?;
    let seen = thidua_store::initiatives::Initiative { version: sent.seen(), ..door.it.clone() };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.drop_initiative_use(&seen, &nomination).await?;
    let detail = format!("{}: {}, {}", door.it.title, of.name, of.award_name);
    change.commit(door.entry("initiative.unused", detail)).await?;
    go(format!("/initiatives/{id}?done=saved"))
}
