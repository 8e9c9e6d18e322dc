//! Opening the vote, closing it, ending a meeting that has no quorum.

use super::door::{BEFORE_COUNCIL, Here, VOTED, here, invalid};
use super::labels;
use super::one::render;
use super::outcomes::{counting, outcomes};
use super::words::{Words, words};
use crate::face::Answer;
use crate::face::frame::go;
use crate::face::sent::Sent;
use thidua_domain::basics::Language;
use thidua_domain::voting::meeting::{Came, State};
use thidua_domain::voting::{Refused, words as voting};
use thidua_store::meetings::Outcomes;

/// What stands in the way of opening the vote.
pub(super) fn hindrances(here: &Here, language: Language, w: &'static Words) -> Vec<String> {
    if here.items.is_empty() {
        return vec![w.need_items.to_owned()];
    }
    let mut found = Vec::new();
    let unsure = here.items.iter().filter(|one| !one.item.rule.may_decide()).count();
    if unsure > 0 {
        found.push(w.need_rules.replace("{n}", &unsure.to_string()));
    }
    for one in &here.items {
        let label = here.label(one, w);
        if one.subject.nominee().is_some_and(|nominee| nominee.state != BEFORE_COUNCIL) {
            found.push(w.need_state.replace("{item}", &label));
        }
        let Some(rule) = one.item.rule.rule() else { continue };
        let there = here.attendance(one.item.position);
        if !there.is_quorate(&rule) {
            let refused = Refused::NoQuorum { present: there.present, needed: rule.quorum_of(there.members) };
            let says = voting::refused(&refused);
            found.extend(says.iter().map(|says| format!("{label}: {}", says.in_language(language))));
        } else if there.voters(&rule) == 0 {
            found.push(w.need_people.replace("{item}", &label));
        }
    }
    found
}

/// What somebody should think of before the vote, though nothing forbids it.
pub(super) fn warnings(here: &Here, w: &'static Words) -> Vec<String> {
    let mut found = Vec::new();
    for one in &here.items {
        let Some(rule) = one.item.rule.rule() else { continue };
        let there = here.attendance(one.item.position);
        let voters = there.voters(&rule);
        if there.is_quorate(&rule) && voters > 0 && !there.can_pass(&rule) {
            found.push(w.cannot_pass.replace("{item}", &here.label(one, w)));
        }
        if (1..3).contains(&voters) {
            let says = w.few_ballots.replace("{item}", &here.label(one, w));
            found.push(says.replace("{n}", &voters.to_string()));
        }
    }
    found
}

/// Whether no item has a quorum.
pub(super) fn without_quorum(here: &Here) -> bool {
    !here.items.is_empty()
        && here.items.iter().all(|one| {
            let there = here.attendance(one.item.position);
            one.item.rule.rule().map_or(there.present == 0, |rule| !there.is_quorate(&rule))
        })
}

/// `POST /meetings/{id}/open`.
pub(crate) async fn open(sent: Sent) -> Answer {
    let mut here = here(&sent.app, &sent.visitor, &sent.id).await?;
    here.require_runs(State::Called)?;
    let language = sent.caller.preferences.language;
    let w = words(language);
    let hindrances = hindrances(&here, language, w);
    if !hindrances.is_empty() {
        return render(&sent.app, &sent.caller, &here, 1, Some((w.not_open, hindrances))).await;
    }
    here.it.version = sent.seen();
    let change = sent.app.store.change(sent.author()).await?;
    change.open_vote(&here.it).await?;
    let n = here.items.len().to_string();
    let detail = words(Language::Vietnamese).log_items.replace("{n}", &n);
    change.commit(here.entry("meeting.opened", detail)).await?;
    go(format!("/meetings/{}?done=saved", sent.id))
}

/// `POST /meetings/{id}/close`.
pub(crate) async fn close(sent: Sent) -> Answer {
    let mut here = here(&sent.app, &sent.visitor, &sent.id).await?;
    here.require_runs(State::Voting)?;
    let language = sent.caller.preferences.language;
    let w = words(language);
    let change = sent.app.store.change(sent.author()).await?;
    here.it.version = sent.seen();
    // from here on no sheet changes: the meeting is taken before the sheets are read
    change.close_meeting(&here.it, &Vec::new()).await?;
    let tallies = change.tallies_now(&sent.id).await?;
    let counted = counting(&here, &tallies, language, w);
    let Some(agreed) = counted.agreed else {
        let reasons = counted.progress.into_iter().chain(counted.differences).collect();
        drop(change);
        return render(&sent.app, &sent.caller, &here, 1, Some((w.not_closed, reasons))).await;
    };
    let found = match outcomes(&here, &agreed, language, w) {
        Ok(found) => found,
        Err(reasons) => {
            drop(change);
            return render(&sent.app, &sent.caller, &here, 1, Some((w.not_closed, reasons))).await;
        }
    };
    let came = |passed: bool| if passed { Came::Passed } else { Came::Failed };
    let results: Outcomes = found.iter().map(|(position, outcome)| (*position, came(outcome.passed))).collect();
    change.write_results(&sent.id, &results).await?;
    let vi = words(Language::Vietnamese);
    for (position, result) in &results {
        let Some(nominee) = here.item(*position).and_then(|one| one.subject.nominee()) else { continue };
        let reason = vi.log_step.replace("{result}", labels::came(*result, vi).1);
        change.nomination_voted(&nominee.id, BEFORE_COUNCIL, VOTED, &reason).await?;
    }
    let detail = summed(&results);
    change.commit(here.entry("meeting.closed", detail)).await?;
    go(format!("/meetings/{}?done=saved", sent.id))
}

/// `POST /meetings/{id}/adjourn`.
pub(crate) async fn adjourn(sent: Sent) -> Answer {
    let mut here = here(&sent.app, &sent.visitor, &sent.id).await?;
    here.require_runs(State::Called)?;
    if !without_quorum(&here) {
        return Err(invalid(|w| w.adjourn_not));
    }
    here.it.version = sent.seen();
    let results: Outcomes = here.items.iter().map(|one| (one.item.position, Came::NoQuorum)).collect();
    let change = sent.app.store.change(sent.author()).await?;
    change.close_meeting(&here.it, &results).await?;
    change.commit(here.entry("meeting.adjourned", summed(&results))).await?;
    go(format!("/meetings/{}?done=saved", sent.id))
}

/// How many items came to what; no count of votes.
fn summed(results: &Outcomes) -> String {
    let of = |came: Came| results.iter().filter(|(_, one)| *one == came).count().to_string();
    let w = words(Language::Vietnamese);
    w.log_closed
        .replace("{passed}", &of(Came::Passed))
        .replace("{failed}", &of(Came::Failed))
        .replace("{none}", &of(Came::NoQuorum))
}
