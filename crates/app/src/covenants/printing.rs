//! The covenant and its annexes on paper, with a signature of every party.

use super::door::{View, view};
use super::labels;
use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::reports::letterhead::{issue_date, of_report};
use crate::reports::sending::{Paper, render};
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::covenants::{Amendment, AnnexState, PartyKind, State as Stage};
use thidua_paper::forms::covenant::{Covenant, Party as PaperParty};
use thidua_paper::forms::covenant_annex::{AnnexLine, CovenantAnnex};
use thidua_paper::forms::{Letterhead, covenant, covenant_annex};
use thidua_paper::write::document::Signature as PaperSignature;
use thidua_store::covenants::Annex;

const VI: Language = Language::Vietnamese;

/// `GET /covenants/{id}/print.docx`.
pub(crate) async fn docx(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    print(app, visitor, id, Paper::Docx).await
}

/// `GET /covenants/{id}/print.pdf`.
pub(crate) async fn pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    print(app, visitor, id, Paper::Pdf).await
}

/// `GET /covenants/{id}/annexes/{annex}/print.docx`.
pub(crate) async fn annex_docx(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, annex)): Path<(String, i64)>,
) -> Answer {
    print_annex(app, visitor, id, annex, Paper::Docx).await
}

/// `GET /covenants/{id}/annexes/{annex}/print.pdf`.
pub(crate) async fn annex_pdf(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, annex)): Path<(String, i64)>,
) -> Answer {
    print_annex(app, visitor, id, annex, Paper::Pdf).await
}

/// Names of units, and who heads them.
type Heads = HashMap<String, (String, Option<String>)>;

async fn heads(app: &App, view: &View) -> Result<Heads, Refusal> {
    let ids: Vec<String> =
        view.parties.iter().flat_map(|party| party.unit_id.iter().chain(&party.members).cloned()).collect();
    let units = app.store.units_of(&ids).await?;
    Ok(units.into_iter().map(|unit| (unit.id, (unit.name, unit.head))).collect())
}

/// The head of the paper, with the signature of the authority.
async fn letterhead(app: &App, view: &View, paper_id: &str, symbol: &str) -> Result<Letterhead, Refusal> {
    let plan = app.store.plan(&view.view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let mut head = of_report(&plan.draft.document, &[], symbol);
    head.recipients = vec![words(VI).recipients_parties.to_owned(), words(VI).recipients_file.to_owned()];
    let authority = view.parties.iter().find(|party| party.kind == PartyKind::Authority);
    let signed = authority
        .and_then(|party| view.signatures.iter().find(|one| one.paper_id == paper_id && one.party_id == party.id));
    if let Some(signed) = signed {
        head.signature = PaperSignature {
            authority_form: signed.on_behalf.clone(),
            post: signed.post.clone(),
            name: Some(signed.signatory.clone()),
        };
        head.date = Some(issue_date(signed.signed_on));
    }
    Ok(head)
}

fn parties(view: &View, paper_id: &str, heads: &Heads) -> Vec<PaperParty> {
    let w = words(VI);
    let one = |party: &thidua_store::covenants::Party| {
        let signed = view.signatures.iter().find(|one| one.paper_id == paper_id && one.party_id == party.id);
        let head = party.unit_id.as_ref().and_then(|unit| heads.get(unit)).and_then(|(_, head)| head.clone());
        let signature = signed.map_or_else(
            || PaperSignature { authority_form: None, post: w.post_blank.to_owned(), name: head },
            |signed| PaperSignature {
                authority_form: signed.on_behalf.clone(),
                post: signed.post.clone(),
                name: Some(signed.signatory.clone()),
            },
        );
        PaperParty {
            name: party.name.clone(),
            members: party.members.iter().filter_map(|unit| Some(heads.get(unit)?.0.clone())).collect(),
            signature: (party.kind != PartyKind::Authority).then_some(signature),
        }
    };
    view.parties.iter().map(one).collect()
}

async fn print(app: App, visitor: Visitor, id: String, paper: Paper) -> Answer {
    let view = view(&app, &visitor, &id).await?;
    let w = words(VI);
    let heads = heads(&app, &view).await?;
    let base: Vec<_> = view.commitments.iter().filter(|one| one.annex_id.is_none()).collect();
    let of = |party: Option<&str>| -> Vec<String> {
        let own = base.iter().filter(|one| one.terms.party_id.as_deref() == party);
        own.map(|one| labels::says(&one.terms, VI)).collect()
    };
    let movement = view.view.plan.title.clone().unwrap_or_else(|| view.view.movement.named.name.clone());
    let own = view.parties.iter().map(|party| (party.name.clone(), of(Some(&party.id))));
    let bases = view.view.plan.number_symbol.as_ref().map(|number| w.basis.replace("{n}", number));
    let document = covenant::document(&Covenant {
        letterhead: letterhead(&app, &view, &id, "GU").await?,
        title: view.covenant.text.title.clone(),
        movement,
        place: view.covenant.text.place.clone(),
        day: view.covenant.text.signing_day.map(issue_date),
        bases: bases.into_iter().collect(),
        preamble: view.covenant.text.preamble.clone(),
        parties: parties(&view, &id, &heads),
        common: of(None),
        own: own.filter(|(_, lines)| !lines.is_empty()).collect(),
        mark: (view.covenant.state == Stage::Draft).then(|| w.draft_mark.to_owned()),
    });
    render(&app, document, paper, "giao-uoc-thi-dua").await
}

async fn print_annex(app: App, visitor: Visitor, id: String, number: i64, paper: Paper) -> Answer {
    let view = view(&app, &visitor, &id).await?;
    let annex: &Annex = view.annexes.iter().find(|annex| annex.number == number).ok_or(Refusal::NotFound)?;
    let w = words(VI);
    let heads = heads(&app, &view).await?;
    // what held before this annex: the covenant and the signed annexes of lower numbers
    let says_before = |id: &str| {
        let earlier = view.commitments.iter().rev().find(|one| {
            let number = one.annex_id.as_ref().and_then(|annex| view.annexes.iter().find(|one| one.id == *annex));
            let earlier = number.is_none_or(|one| one.number < annex.number && one.state == AnnexState::InForce);
            (one.id == id || one.replaces_id.as_deref() == Some(id)) && earlier
        });
        earlier.map(|one| labels::says(&one.terms, VI)).unwrap_or_default()
    };
    let line = |amendment| match amendment {
        Amendment::Replace(id, terms) => AnnexLine::Replaced(says_before(&id), labels::says(&terms, VI)),
        Amendment::Drop(id) => AnnexLine::Dropped(says_before(&id)),
        Amendment::Add(_, terms) => AnnexLine::Added(labels::says(&terms, VI)),
    };
    let document = covenant_annex::document(&CovenantAnnex {
        letterhead: letterhead(&app, &view, &annex.id, "PLGU").await?,
        number: u32::try_from(number).unwrap_or(u32::MAX),
        title: view.covenant.text.title.clone(),
        in_force_from: view.covenant.in_force_from.map(issue_date),
        reason: annex.reason.clone(),
        changes: view.amendments(&annex.id).into_iter().map(line).collect(),
        effective: issue_date(annex.effective),
        parties: parties(&view, &annex.id, &heads),
        mark: (annex.state == AnnexState::Withdrawn).then(|| w.withdrawn_mark.to_owned()),
    });
    render(&app, document, paper, &format!("phu-luc-giao-uoc-{number}")).await
}
