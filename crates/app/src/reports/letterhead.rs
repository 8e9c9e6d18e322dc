//! Head and foot of the papers of a plan's authority.

use crate::face::show;
use chrono::{Datelike, NaiveDate};
use thidua_domain::plans::draft::{Header, Piece, Recipient};
use thidua_paper::forms::{Letterhead, Theme};
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
