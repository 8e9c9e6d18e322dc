//! The invented commune, province and people of the examples.

use super::Letterhead;
use crate::write::document::{IssueDate, Signature};

/// The commune.
pub(super) const COMMUNE: &str = "Ủy ban nhân dân xã An Bình";
/// The province above it.
pub(super) const PROVINCE: &str = "Ủy ban nhân dân tỉnh An Hòa";
/// The council of the commune.
pub(super) const COUNCIL: &str = "Hội đồng Thi đua - Khen thưởng xã An Bình";

/// A day.
pub(super) fn day(day: u32, month: u32, year: i32) -> IssueDate {
    IssueDate { day, month, year }
}

/// Strings.
pub(super) fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.into()).collect()
}

/// A paper of the commune, signed by its chair.
pub(super) fn commune(number: &str, date: IssueDate, recipients: &[&str]) -> Letterhead {
    Letterhead {
        parent_authority: Some(PROVINCE.into()),
        issuer: COMMUNE.into(),
        number_symbol: Some(number.into()),
        symbol_hint: None,
        place: Some("An Bình".into()),
        date: Some(date),
        recipients: lines(recipients),
        signature: signer("Chủ tịch", "Trần Thị Ví Dụ"),
    }
}

/// A paper of the council of the commune, signed by its chair.
pub(super) fn council(number: &str, date: IssueDate, recipients: &[&str]) -> Letterhead {
    Letterhead {
        parent_authority: Some(COMMUNE.into()),
        issuer: "Hội đồng Thi đua - Khen thưởng".into(),
        signature: signer("Chủ tịch Hội đồng", "Trần Thị Ví Dụ"),
        ..commune(number, date, recipients)
    }
}

/// A paper of a school of the commune.
pub(super) fn school(date: IssueDate, recipients: &[&str]) -> Letterhead {
    Letterhead {
        parent_authority: Some(COMMUNE.into()),
        issuer: "Trường Tiểu học An Bình".into(),
        number_symbol: None,
        symbol_hint: None,
        signature: signer("Hiệu trưởng", "Phạm Thị Mẫu"),
        ..commune("", date, recipients)
    }
}

/// A signature without a form.
pub(super) fn signer(post: &str, name: &str) -> Signature {
    Signature { authority_form: None, post: post.into(), name: Some(name.into()) }
}
