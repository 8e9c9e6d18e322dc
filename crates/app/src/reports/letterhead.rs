//! Head and foot of the papers of a plan's authority.

use super::words::words;
use crate::App;
use crate::face::{Refusal, show};
use chrono::{Datelike, NaiveDate};
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{Header, Piece, Recipient};
use thidua_domain::units::Unit;
use thidua_paper::forms::{DocumentReference, Letterhead, Theme};
use thidua_paper::write::document::{IssueDate, Signature};

fn text(piece: &Option<Piece<String>>) -> Option<String> {
    piece.as_ref().map(|piece| piece.value.clone())
}

pub(crate) fn issue_date(date: NaiveDate) -> IssueDate {
    IssueDate { day: date.day(), month: date.month(), year: date.year() }
}

/// The plan's own head and foot.
pub(crate) fn of_plan(head: &Header, recipients: &[Recipient]) -> Letterhead {
    Letterhead {
        parent_authority: text(&head.parent_authority),
        issuer: text(&head.issuer).unwrap_or_default(),
        number_symbol: text(&head.number_symbol),
        symbol_hint: None,
        place: text(&head.place),
        date: head.date.as_ref().map(|date| issue_date(date.value)),
        recipients: recipients.iter().map(show::recipient).collect(),
        signature: signature(head),
    }
}

/// Head and foot of a report that the same authority writes: not yet numbered, dated or signed.
pub(crate) fn of_report(head: &Header, recipients: &[Recipient], kind_symbol: &str) -> Letterhead {
    // BC-UBND after KH-UBND, BC-SNV after KH-SNV
    let own =
        text(&head.number_symbol).and_then(|symbol| symbol.rsplit_once('-').map(|(_, own)| own.trim().to_owned()));
    Letterhead {
        number_symbol: None,
        symbol_hint: own.map(|own| format!("{kind_symbol}-{own}")),
        date: None,
        ..of_plan(head, recipients)
    }
}

/// "TM. Ủy ban nhân dân xã - Chủ tịch" is form and post in one; the forms print them on two lines.
fn signature(head: &Header) -> Signature {
    let title = text(&head.signer_title).unwrap_or_default();
    let (form, post) = match title.rsplit_once(" - ").or_else(|| title.rsplit_once(" – ")) {
        Some((form, post)) => (Some(form.trim().to_owned()), post.trim().to_owned()),
        None => (None, title.trim().to_owned()),
    };
    Signature { authority_form: form.filter(|form| !form.is_empty()), post, name: text(&head.signer_name) }
}

/// The theme, own or inherited.
pub(crate) fn theme(head: &Header) -> Option<Theme> {
    match (&head.theme, &head.inherited_theme) {
        (Some(own), _) => Some(Theme { text: own.value.clone(), inherited_from: None }),
        (None, Some(theirs)) => Some(Theme {
            text: theirs.value.clone(),
            inherited_from: Some(head.inherited_theme_source.clone().unwrap_or_default()),
        }),
        (None, None) => None,
    }
}

/// Head and foot of a paper of an authority or a unit that is not yet numbered, dated or signed.
pub(crate) async fn of_unit(app: &App, unit: &Unit, kind_symbol: &str) -> Result<Letterhead, Refusal> {
    let w = words(Language::Vietnamese);
    let above = match &unit.parent_id {
        Some(parent) => app.store.unit(parent).await?.map(|parent| parent.name),
        None => unit.parent_name.clone(),
    };
    let own = if is_committee(&unit.name) { w.symbol_committee } else { w.symbol_unknown };
    let place = crate::certificates::place_of(&unit.name);
    Ok(Letterhead {
        parent_authority: above,
        issuer: unit.name.clone(),
        number_symbol: None,
        symbol_hint: Some(format!("{kind_symbol}-{own}")),
        place: Some(place).filter(|place| !place.is_empty()),
        date: None,
        recipients: vec![w.recipients_above.to_owned(), w.recipients_kept.to_owned()],
        signature: signed_by(unit),
    })
}

/// The head of a unit signs.
pub(crate) fn signed_by(unit: &Unit) -> Signature {
    Signature { authority_form: None, post: head_of(unit).to_owned(), name: unit.head.clone() }
}

/// Where the plan does not say who signs, the head of the authority does.
pub(crate) fn signed(letterhead: Letterhead, unit: &Unit) -> Letterhead {
    if letterhead.signature.post.is_empty() {
        Letterhead { signature: signed_by(unit), ..letterhead }
    } else {
        letterhead
    }
}

/// "Chủ tịch Ủy ban nhân dân xã Lơ Ku": the head of an authority as it is written to.
pub(crate) fn addressed(unit: &Unit) -> String {
    if is_committee(&unit.name) { format!("{} {}", head_of(unit), unit.name) } else { unit.name.clone() }
}

fn head_of(unit: &Unit) -> &'static str {
    let w = words(Language::Vietnamese);
    if is_committee(&unit.name) { w.head_of_committee } else { w.head_of_unit }
}

fn is_committee(name: &str) -> bool {
    let name = fold(name);
    ["uy ban nhan dan", "ubnd"].iter().any(|body| name.starts_with(body))
}

/// The plan as other papers cite it.
pub(crate) fn reference(head: &Header) -> DocumentReference {
    DocumentReference {
        number_symbol: text(&head.number_symbol),
        date: head.date.as_ref().map(|date| issue_date(date.value)),
        issuer: text(&head.issuer),
    }
}

/// The plan as a paper rests on it: "Kế hoạch số 34/KH-UBND ngày 07/3/2022 của …".
pub(crate) fn basis(head: &Header) -> String {
    let w = words(Language::Vietnamese);
    let parts = [
        Some(w.basis_plan.to_owned()),
        text(&head.number_symbol).map(|number| w.basis_number.replace("{number}", &number)),
        head.date.as_ref().map(|date| w.basis_day.replace("{day}", &show::day(Some(date.value)))),
        text(&head.issuer).map(|issuer| w.basis_issuer.replace("{issuer}", &issuer)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
