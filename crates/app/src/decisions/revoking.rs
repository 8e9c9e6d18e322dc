//! Drafting a revocation: the ground, its test, the reason; what is recovered and what relied on the award is shown with it.

use super::entry::{entry, invalid};
use super::grounds::{self, Ground};
use super::law::{award, catalogue, shipped};
use super::one::{self, Which};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal, show as shown};
use crate::office::forms::{Came, FormView};
use crate::office::reach;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::awards::subject::{Level, Sort};
use thidua_domain::basics::Language;
use thidua_domain::decisions::revocation::{Case, Obstacle, Span};
use thidua_domain::decisions::{Kind, State as Standing, words as decision_words};
use thidua_store::decisions::{Decision, Line};
use thidua_store::honours::{Honour, Standing as Holds};

/// The fields of a revocation; the grounds are those of the law of today and of the day of the award.
pub(crate) fn fields(app: &App, given: Option<NaiveDate>, language: Language) -> Result<Vec<Field>, Refusal> {
    let w = words(language);
    let law = &shipped()?.law;
    let days = std::iter::once(reach::today(app)).chain(given);
    let regimes: Vec<&str> = days.filter_map(|day| Some(law.on(day)?.0.key.as_str())).collect();
    let mut choices = vec![(String::new(), w.ground_choose.to_owned())];
    for one in grounds::all()?.iter().filter(|one| one.is_of(&regimes)) {
        let unsure = if one.mark == "V" { String::new() } else { format!(" – {}", w.unverified) };
        choices.push((one.code.clone(), format!("{} ({}{unsure})", one.says(language), one.source)));
    }
    let fields = vec![
        Field::new("ground", w.ground, Input::List(choices), ""),
        Field::new("reason", w.reason, Input::Text, ""),
        Field::new("conclusion", w.conclusion, Input::Line, ""),
        Field::new("violation_from", w.violation_from, Input::Day, ""),
        Field::new("violation_to", w.violation_to, Input::Day, ""),
        Field::new("proposed", w.proposed, Input::Tick, ""),
        Field::new("confirmed", w.revoke_confirm, Input::Tick, ""),
    ];
    Ok(placed(fields, "revoke"))
}

/// A revocation as it is typed.
struct Asked {
    ground: Option<&'static Ground>,
    reason: String,
    conclusion: Option<String>,
    violation: Option<Span>,
    proposed: bool,
}

fn read(reader: &mut Reader<'_>) -> Asked {
    let ground = reader.code("ground", grounds::ground);
    if ground.is_none() {
        reader.required("ground");
    }
    let (from, to) = (reader.day("violation_from"), reader.day("violation_to"));
    Asked {
        ground,
        reason: reader.required("reason"),
        conclusion: reader.text("conclusion"),
        violation: from.map(|from| Span { from, to: to.unwrap_or(from) }),
        proposed: reader.tick("proposed"),
    }
}

/// The item that an honour brought besides money.
pub(crate) async fn item(app: &App, it: &Honour, language: Language) -> Result<Option<String>, Refusal> {
    let Some(day) = it.dated else { return Ok(None) };
    let law = catalogue(app, &it.unit_id, day).await?;
    let found = award(&law, &it.award, None, day).and_then(|award| award.item.clone());
    Ok(found.map(|(vi, en)| if language == Language::Vietnamese { vi } else { en }))
}

/// Holds every honour against the ground.
async fn test(
    app: &App,
    asked: &Asked,
    honours: &[Honour],
    reader: &mut Reader<'_>,
    language: Language,
) -> Result<(), Refusal> {
    let w = words(language);
    let Some(ground) = asked.ground else { return Ok(()) };
    let says = |obstacle: Obstacle| decision_words::obstacle(obstacle).in_language(language).to_owned();
    let mut ask: Vec<Obstacle> = Vec::new();
    for it in honours {
        let day = it.dated.unwrap_or_else(|| reach::today(app));
        let law = catalogue(app, &it.unit_id, day).await?;
        let honorary = award(&law, &it.award, None, day)
            .is_some_and(|award| award.sort == Sort::Title && award.level == Level::State);
        let case = Case {
            honorary_title: honorary,
            counted: it.period.map(|(from, to)| Span { from, to }),
            violation: asked.violation,
            conclusion: asked.conclusion.is_some(),
            proposed: asked.proposed,
            items: item(app, it, language).await?.into_iter().collect(),
            paid: it.paid.as_ref().map_or(0, |paid| paid.amount),
            revoked: it.standing == Holds::Revoked,
        };
        match ground.test(&case) {
            Ok(recovered) => {
                for one in recovered.ask {
                    if !ask.contains(&one) {
                        ask.push(one);
                    }
                }
            }
            Err(obstacles) => {
                let stops = obstacles.into_iter().filter(|one| one.stops()).map(says).collect::<Vec<_>>().join(" ");
                reader.problem(
                    if ground.period_test { "conclusion" } else { "ground" },
                    format!("{}: {stops}", it.whom.name),
                );
            }
        }
    }
    if !ask.is_empty() && !reader.tick("confirmed") {
        let what = ask.into_iter().map(says).collect::<Vec<_>>().join(" ");
        reader.problem("confirmed", w.ask_first.replace("{what}", &what));
    }
    Ok(())
}

/// What a revocation is of.
struct Of<'a> {
    unit_id: &'a str,
    revokes_id: Option<&'a str>,
    number: &'a str,
    /// Who revokes it, where that is not this authority: it is only recorded here.
    issuer: Option<&'a str>,
    /// The decision whose signer is proposed.
    signer: Option<&'a Decision>,
    illustrative: bool,
}

async fn keep(sent: &Sent, of: &Of<'_>, asked: &Asked, honours: &[Honour], w: &'static Words) -> Answer {
    let change = sent.app.store.change(sent.author()).await?;
    let mut reason = asked.reason.clone();
    if let Some(span) = asked.violation {
        let (from, to) = (shown::day(Some(span.from)), shown::day(Some(span.to)));
        reason.push_str(&format!("\n{} {from} {} {to}", w.violation_from, w.violation_to));
    }
    let it = Decision {
        id: change.new_id(),
        unit_id: of.unit_id.to_owned(),
        kind: Kind::Revocation,
        round_id: None,
        title: match of.issuer {
            Some(issuer) => words(Language::Vietnamese).record_title.replace("{issuer}", issuer),
            None => words(Language::Vietnamese).revoke_title.to_owned(),
        }
        .replace("{n}", of.number),
        number: None,
        dated: Some(reach::today(&sent.app)),
        signer_title: of.signer.and_then(|it| it.signer_title.clone()),
        signer_name: of.signer.and_then(|it| it.signer_name.clone()),
        state: Standing::Draft,
        revokes_id: of.revokes_id.map(str::to_owned),
        ground: asked.ground.map(|ground| ground.code.clone()),
        reason: Some(reason),
        bases: asked.conclusion.clone(),
        file_digest: None,
        file_name: None,
        illustrative: of.illustrative,
        version: 0,
        account_id: None,
        account_name: String::new(),
        written_at: sent.author().at,
    };
    let lines: Vec<Line> = honours.iter().map(|one| Line::Honour(one.id.clone())).collect();
    change.add_decision(&it, &lines).await?;
    let names = honours.iter().map(|one| one.whom.name.clone()).collect::<Vec<_>>().join("; ");
    let detail = format!("{}: {names}", it.title);
    change.commit(entry("decision.revocation-drafted", of.unit_id, &it.id, detail)).await?;
    go(format!("/decisions/{}?done=saved", it.id))
}

/// Refuses where a draft revokes one of them already.
async fn free(app: &App, honours: &[Honour]) -> Result<(), Refusal> {
    for one in honours {
        if !app.store.drafts_on_honour(&one.id).await?.is_empty() {
            let name = one.whom.name.clone();
            return Err(invalid(|w| format!("{name}: {}", w.in_draft)));
        }
    }
    Ok(())
}

/// `POST /decisions/{id}/revoke`: some lines of an issued decision.
pub(crate) async fn revoke(sent: Sent) -> Answer {
    let app = &sent.app;
    let before = app.store.decision(&sent.id).await?.ok_or(Refusal::NotFound)?;
    app.require(&sent.visitor, Act::PrepareDecision, &before.unit_id).await?;
    if before.kind != Kind::Award || before.state.is_drawn_up() {
        return Err(Refusal::NotFound);
    }
    let language = sent.caller.preferences.language;
    let w = words(language);
    let all = app.store.honours_of_decision(&before.id).await?;
    let honours: Vec<Honour> =
        all.into_iter().filter(|one| sent.typed.contains_key(&format!("n-{}", one.id))).collect();
    let mut reader = sent.reader();
    let asked = read(&mut reader);
    if honours.is_empty() {
        reader.problem("ground", w.choose_lines);
    }
    test(app, &asked, &honours, &mut reader, language).await?;
    if !reader.fine() {
        let action = format!("/decisions/{}/revoke", before.id);
        let form = FormView::new(action, before.version, fields(app, before.dated, language)?, w.revoke_button)
            .back(reader, Came::Refused);
        return one::render(app, &sent.caller, &sent.visitor, &before, Some((Which::Revoke, form)), None).await;
    }
    free(app, &honours).await?;
    let number = before.number.clone().unwrap_or_default();
    let of = Of {
        unit_id: &before.unit_id,
        revokes_id: Some(&before.id),
        number: &number,
        issuer: None,
        signer: Some(&before),
        illustrative: before.illustrative,
    };
    keep(&sent, &of, &asked, &honours, w).await
}

/// `POST /honours/{id}/revoke`: one honour, also one whose decision is not in the system.
pub(crate) async fn revoke_honour(sent: Sent) -> Answer {
    let app = &sent.app;
    let it = app.store.honour(&sent.id).await?.ok_or(Refusal::NotFound)?;
    app.require(&sent.visitor, Act::PrepareDecision, &it.unit_id).await?;
    let language = sent.caller.preferences.language;
    let w = words(language);
    let mut reader = sent.reader();
    let asked = read(&mut reader);
    let honours = [it.clone()];
    test(app, &asked, &honours, &mut reader, language).await?;
    let unit = app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
    let elsewhere = it.decision_id.is_none() && it.issuer != unit.name;
    if elsewhere && asked.conclusion.is_none() {
        reader.problem("conclusion", w.only_recorded.replace("{issuer}", &it.issuer));
    }
    if !reader.fine() {
        let action = format!("/honours/{}/revoke", it.id);
        let form = FormView::new(action, it.version, fields(app, it.dated, language)?, w.revoke_button)
            .back(reader, Came::Refused);
        return crate::honours::render_one(app, &sent.caller, &sent.visitor, &it, Some(form), None).await;
    }
    free(app, &honours).await?;
    let number = it.number.clone().unwrap_or_else(|| it.award_name.clone());
    let of = Of {
        unit_id: &it.unit_id,
        revokes_id: it.decision_id.as_deref(),
        number: &number,
        issuer: elsewhere.then_some(it.issuer.as_str()),
        signer: None,
        illustrative: it.illustrative,
    };
    keep(&sent, &of, &asked, &honours, w).await
}
