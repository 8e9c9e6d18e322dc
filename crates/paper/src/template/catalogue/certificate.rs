//! A certificate: one person, collective or household with what is recognised.

use super::super::fields::{Described, Kind};
use super::super::value::Value;
use super::words;
use crate::write::document::IssueDate;

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The authority above the issuer.
    pub parent_authority: Option<String>,
    /// Who gives it.
    pub issuer: String,
    /// The award.
    pub award: String,
    /// Ông or Bà; nothing for collectives.
    pub salutation: Option<String>,
    /// To whom.
    pub name: String,
    /// Post and unit.
    pub unit: String,
    /// For what.
    pub merit: String,
    /// Number and symbol of the decision.
    pub decision: Option<String>,
    /// Its day.
    pub decided: Option<IssueDate>,
    /// The number in the book of awards.
    pub book: Option<String>,
    /// Money, digits alone or as papers write them.
    pub money: Option<String>,
    /// Place of issue.
    pub place: Option<String>,
    /// Day of issue.
    pub date: Option<IssueDate>,
    /// In whose name it is signed.
    pub signed_for: Option<String>,
    /// Post of the signer.
    pub signer_post: String,
    /// Who signs.
    pub signer: Option<String>,
}

/// The data of a certificate.
pub fn certificate(form: &Certificate) -> Described {
    Described::new()
        .maybe(words::PARENT.0, words::PARENT.1, form.parent_authority.as_deref())
        .text(words::ISSUER.0, words::ISSUER.1, &form.issuer)
        .text(words::AWARD.0, words::AWARD.1, &form.award)
        .maybe(words::SALUTATION.0, words::SALUTATION.1, form.salutation.as_deref())
        .text(words::NAME.0, words::NAME.1, &form.name)
        .text(words::UNIT.0, words::UNIT.1, &form.unit)
        .text(words::MERIT.0, words::MERIT.1, &form.merit)
        .maybe(words::DECISION_NUMBER.0, words::DECISION_NUMBER.1, form.decision.as_deref())
        .day(words::DECISION_DAY.0, words::DECISION_DAY.1, form.decided)
        .maybe(words::BOOK.0, words::BOOK.1, form.book.as_deref())
        .with(
            words::MONEY.0,
            words::MONEY.1,
            Kind::Money,
            form.money.as_deref().map_or(Value::Nothing, Value::text),
        )
        .maybe(words::PLACE.0, words::PLACE.1, form.place.as_deref())
        .day(words::DAY.0, words::DAY.1, form.date)
        .maybe(words::SIGNED_FOR.0, words::SIGNED_FOR.1, form.signed_for.as_deref())
        .text(words::SIGNER_POST.0, words::SIGNER_POST.1, &form.signer_post)
        .maybe(words::SIGNER.0, words::SIGNER.1, form.signer.as_deref())
}

/// An invented certificate.
pub(super) fn example() -> Certificate {
    let some = |text: &str| Some(text.to_owned());
    Certificate {
        parent_authority: some(words::SAMPLE_PARENT),
        issuer: words::SAMPLE_ISSUER.into(),
        award: words::SAMPLE_AWARD.into(),
        salutation: some(words::SAMPLE_SALUTATION),
        name: words::SAMPLE_NAME.into(),
        unit: words::SAMPLE_UNIT.into(),
        merit: words::SAMPLE_MERIT.into(),
        decision: some(words::SAMPLE_DECISION),
        decided: Some(IssueDate { day: 7, month: 3, year: 2022 }),
        book: some(words::SAMPLE_BOOK),
        money: some(words::SAMPLE_MONEY),
        place: some(words::SAMPLE_PLACE),
        date: Some(IssueDate { day: 7, month: 3, year: 2022 }),
        signed_for: some(words::SAMPLE_SIGNED_FOR),
        signer_post: words::SAMPLE_POST.into(),
        signer: some(words::SAMPLE_SIGNER),
    }
}
