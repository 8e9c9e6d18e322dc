//! A decision on paper, with the list of each award.

use super::grounds::ground_words;
use super::law::{catalogue as laws, weigh};
use super::words::words;
use crate::App;
use crate::awards::labels::vnd;
use crate::face::{Answer, Refusal, Visitor, show as shown};
use crate::office::reach;
use crate::reports::letterhead::issue_date;
use crate::reports::sending::{Paper, render};
use crate::word_templates::{Own, render_own};
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::basics::Language;
use thidua_domain::decisions::Kind;
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::award_decision::{AwardDecision, Group, Line as PaperLine, Sort, document};
use thidua_paper::template::catalogue;
use thidua_paper::write::document::Signature;
use thidua_store::decisions::{Decision, Line};
use thidua_store::honours::Honour;

const VI: Language = Language::Vietnamese;

/// What an address may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// The standard form, whatever template the authority has.
    standard: String,
}

/// `GET /decisions/{id}/print.docx`: with the authority's template of the day of the decision, where it has one.
pub(crate) async fn docx(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    print(&app, &visitor, &id, Paper::Docx, !asked.standard.is_empty()).await
}

/// `GET /decisions/{id}/print.pdf`.
pub(crate) async fn pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    print(&app, &visitor, &id, Paper::Pdf, true).await
}

/// A line with its award and amount.
struct Drawn {
    award: String,
    line: PaperLine,
    amount: i64,
}

fn drawn(award: &str, name: &str, post: Option<&str>, of_unit: &str, merit: &str, amount: Option<i64>) -> Drawn {
    let who = [post.unwrap_or_default(), of_unit];
    Drawn {
        award: award.to_owned(),
        line: PaperLine {
            name: name.to_owned(),
            who: who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            merit: merit.to_owned(),
            money: amount.map(vnd).unwrap_or_default(),
        },
        amount: amount.unwrap_or(0),
    }
}

fn of_honour(one: &Honour) -> Drawn {
    let (whom, paid) = (&one.whom, one.paid.as_ref().map(|paid| paid.amount));
    drawn(&one.award_name, &whom.name, whom.post.as_deref(), &whom.of_unit, &one.merit, paid)
}

async fn lines(app: &App, it: &Decision) -> Result<Vec<Drawn>, Refusal> {
    if it.kind == Kind::Award && !it.state.is_drawn_up() {
        return Ok(app.store.honours_of_decision(&it.id).await?.iter().map(of_honour).collect());
    }
    let (mut found, mut ids) = (Vec::new(), Vec::new());
    for line in app.store.decision_lines(&it.id).await? {
        match line {
            Line::Nomination(id) => ids.push(id),
            Line::Honour(id) => found.extend(app.store.honour(&id).await?.as_ref().map(of_honour)),
        }
    }
    let unit = app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
    let day = it.dated.unwrap_or_else(|| reach::today(app));
    let law = laws(app, &it.unit_id, day).await?;
    for one in app.store.nominated_of(&ids).await? {
        let money = weigh(&law, unit.kind, day, one.clone()).money.map(|money| money.amount);
        found.push(drawn(&one.award_name, &one.name, one.post.as_deref(), &one.of_unit, &one.merit, money));
    }
    Ok(found)
}

async fn print(app: &App, visitor: &Visitor, id: &str, paper: Paper, standard: bool) -> Answer {
    let it = app.store.decision(id).await?.ok_or(Refusal::NotFound)?;
    super::one::require_readable(app, visitor, &it).await?;
    let w = words(VI);
    let unit = app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
    let above = match &unit.parent_id {
        Some(parent) => app.store.unit(parent).await?.map(|parent| parent.name),
        None => unit.parent_name.clone(),
    };
    let mut groups: Vec<Group> = Vec::new();
    let mut total = 0;
    for one in lines(app, &it).await? {
        total += one.amount;
        match groups.iter_mut().find(|group| group.award == one.award) {
            Some(group) => group.lines.push(one.line),
            None => groups.push(Group { award: one.award, lines: vec![one.line] }),
        }
    }
    let of = match &it.revokes_id {
        Some(id) => app.store.decision(id).await?.and_then(|one| one.number),
        None => None,
    };
    let kind = match it.kind {
        Kind::Award => Sort::Award,
        Kind::Revocation => Sort::Revocation {
            of,
            ground: it.ground.as_deref().map(|code| ground_words(code, VI)).unwrap_or_default(),
            reason: it.reason.clone(),
        },
    };
    let mark = if it.state.is_drawn_up() {
        Some(w.mark_draft.to_owned())
    } else {
        it.illustrative.then(|| w.mark_sample.to_owned())
    };
    let form = AwardDecision {
        letterhead: Letterhead {
            parent_authority: above,
            issuer: unit.name.clone(),
            number_symbol: it.number.clone(),
            symbol_hint: None,
            place: None,
            date: it.dated.filter(|_| it.number.is_some()).map(issue_date),
            recipients: vec![w.recipients_as.to_owned(), w.recipients_file.to_owned()],
            signature: Signature {
                authority_form: None,
                post: it.signer_title.clone().unwrap_or_default(),
                name: it.signer_name.clone(),
            },
        },
        title: it.title.clone(),
        bases: it.bases.as_deref().unwrap_or_default().lines().map(str::to_owned).collect(),
        kind,
        groups,
        money: (total > 0).then(|| vnd(total)),
        mark,
    };
    let name = format!("quyet-dinh-{}", it.number.as_deref().map_or_else(|| shown::day(it.dated), str::to_owned));
    let name = name.replace('/', "-");
    if standard {
        return render(app, document(&form), paper, &name).await;
    }
    let own = Own {
        unit_id: &it.unit_id,
        kind: "award_decision",
        day: it.dated.unwrap_or_else(|| reach::today(app)),
        data: catalogue::award_decision(&form).into_value(),
    };
    render_own(app, own, document(&form), paper, &name).await
}
