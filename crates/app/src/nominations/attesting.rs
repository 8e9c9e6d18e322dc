//! The facts that a person adds to a dossier: sentences answered, nothing pending, discipline, what was given.

use super::discipline;
use super::gathered::{Dossier, dossier};
use super::one::{Back, render};
use super::scene::Scene;
use super::words::{Words, words};
use crate::App;
use crate::awards::labels as award_labels;
use crate::face::forms::{Field, Input, Reader, Typed, placed};
use crate::face::{Answer, Caller};
use crate::office::forms::{Came, FormView};
use thidua_domain::awards::judging::{Answer as Condition, Judgement};
use thidua_domain::basics::Language;
use thidua_store::nominations::Nomination;

/// A sentence that a person answers, and what stands as its answer.
pub(super) struct Sentence {
    pub(super) number: String,
    pub(super) says: String,
    /// `yes`, `no`, or nothing.
    pub(super) answer: &'static str,
}

/// A form of facts that came back, with what was typed beside its fields.
pub(super) struct Attested<'a> {
    pub(super) form: FormView,
    pub(super) typed: &'a Typed,
}

/// The sentences that a person answers: attested ones and what the law leaves to a local rule.
pub(super) fn to_attest(judgement: &Judgement) -> Vec<(String, thidua_domain::basics::Says)> {
    let mut found = Vec::new();
    let mut walk: Vec<&Condition> = judgement.conditions.iter().rev().collect();
    while let Some(one) = walk.pop() {
        walk.extend(one.parts.iter().rev());
        if matches!(one.kind, "Attested" | "LocalRule") {
            found.push((one.number.clone(), one.says.clone()));
        }
    }
    found
}

fn attest_fields(dossier: &Dossier, w: &'static Words) -> Vec<Field> {
    let tick = |yes: bool| if yes { "yes" } else { "" };
    let amount = dossier.added.contribution.map(award_labels::vnd).unwrap_or_default();
    let mut fields = vec![
        Field::new("history", w.history_complete, Input::Tick, tick(dossier.added.history_complete)),
        Field::new("pending", w.nothing_pending, Input::Tick, tick(dossier.added.nothing_pending)),
    ];
    fields.extend(discipline::fields(dossier.added.discipline.as_deref(), w));
    fields.push(Field::new("contribution", w.contribution, Input::Number, amount));
    placed(fields, "facts")
}

/// The facts as they were typed, with what is wrong with them.
pub(super) async fn attest_again(
    app: &App,
    caller: &Caller,
    scene: &Scene,
    it: &Nomination,
    typed: &Typed,
    reader: Reader<'_>,
) -> Answer {
    let w = words(caller.preferences.language);
    let form = attesting(it, &dossier(app, scene, it).await?, w).back(reader, Came::Refused);
    render(app, caller, scene, it, Back { attest: Some(Attested { form, typed }), ..Back::default() }).await
}

pub(super) fn attesting(it: &Nomination, dossier: &Dossier, w: &'static Words) -> FormView {
    FormView::new(format!("/nominations/{}/facts", it.id), it.version, attest_fields(dossier, w), w.save)
}

/// What stands as the answer to a sentence: typed just now, else kept.
fn answered_with(number: &str, typed: Option<&Typed>, dossier: &Dossier) -> &'static str {
    match typed.and_then(|typed| typed.get(&format!("attest-{number}"))) {
        Some(typed) => ["yes", "no"].into_iter().find(|known| known == typed).unwrap_or(""),
        None => dossier.added.attested.get(number).map_or("", |yes| if *yes { "yes" } else { "no" }),
    }
}

/// The sentences with what stands as their answers.
pub(super) fn sentences(
    judgement: &Judgement,
    typed: Option<&Typed>,
    dossier: &Dossier,
    language: Language,
) -> Vec<Sentence> {
    let sentence = |(number, says): (String, thidua_domain::basics::Says)| Sentence {
        says: says.in_language(language).to_owned(),
        answer: answered_with(&number, typed, dossier),
        number,
    };
    to_attest(judgement).into_iter().map(sentence).collect()
}
