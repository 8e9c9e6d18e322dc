//! From what was decided to what stands on the paper: nothing is typed again.

use super::words::{DEPUTY, MADAM, PLACE_KINDS, SIR, words};
use crate::App;
use crate::face::{Refusal, show as shown};
use chrono::Datelike;
use std::collections::BTreeMap;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::Language;
use thidua_domain::units::Unit;
use thidua_paper::certificate::{Calibration, Certificate, Design, Field, Measured, Onto, Um};
use thidua_store::certificates::{Certified, Printer};
use thidua_store::decisions::Decision;
use thidua_store::honours::Honour;

/// What all sheets of a batch say.
#[derive(Clone, Debug, Default)]
pub(super) struct Shared {
    pub(super) issuer: String,
    pub(super) place: String,
}

impl Shared {
    /// What is proposed: the head of the authority gives the award, at the place it is called after.
    pub(super) fn proposed(unit: &Unit, decision: &Decision) -> Shared {
        let post = decision.signer_title.as_deref().unwrap_or_default();
        // "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH" signs for the Chủ tịch, who gives the award
        let post = post.split(['.', ',']).map(str::trim).rfind(|part| part.chars().count() > 3).unwrap_or_default();
        let head = post.strip_prefix(DEPUTY[0]).or_else(|| post.strip_prefix(DEPUTY[1])).unwrap_or(post);
        Shared { issuer: format!("{head} {}", unit.name).trim().to_owned(), place: place(&unit.name) }
    }
}

/// The place in the name of an authority: what stands behind xã, phường, huyện, tỉnh.
pub(crate) fn place(name: &str) -> String {
    PLACE_KINDS.iter().find_map(|kind| name.split(kind).nth(1)).unwrap_or_default().trim().to_owned()
}

/// The certificate of an honour.
pub(super) fn filled(
    honour: &Honour,
    decision: &Decision,
    certified: Option<&Certified>,
    shared: &Shared,
    address: Option<String>,
) -> Certificate {
    let whom = &honour.whom;
    let mut it = Certificate::default()
        .with(Field::Name, &whom.name)
        .with(Field::Merit, &honour.merit)
        .with(Field::Award, &honour.award_name)
        .with(Field::Decision, honour.number.as_deref().unwrap_or_default())
        .with(Field::Issuer, &shared.issuer)
        .with(Field::Place, &shared.place)
        .with(Field::Signer, decision.signer_name.as_deref().unwrap_or_default())
        .with(Field::SignerPost, decision.signer_title.as_deref().unwrap_or_default());
    if whom.kind == SubjectKind::Individual {
        match whom.female {
            Some(true) => it.set(Field::Honorific, MADAM),
            Some(false) => it.set(Field::Honorific, SIR),
            None => {}
        }
        it.set(Field::Title, whom.post.as_deref().unwrap_or_default());
    }
    // a unit that was honoured is not told to be of itself
    if whom.of_unit != whom.name {
        it.set(Field::Unit, &whom.of_unit);
    }
    if let Some(day) = honour.dated {
        it.set(Field::Day, &day.day().to_string());
        it.set(Field::Month, &day.month().to_string());
        it.set(Field::Year, &day.year().to_string());
    }
    if let Some(certified) = certified {
        it.set(Field::Code, certified.code.as_deref().unwrap_or_default());
        it.set(Field::Book, &certified.book.map(|book| book.to_string()).unwrap_or_default());
    }
    if let Some(address) = address {
        it.set(Field::Address, &address);
    }
    if honour.illustrative {
        it.set(Field::Mark, words(Language::Vietnamese).mark_sample);
    }
    it
}

/// The public address behind a code; nothing where the product was not told under which address the public reaches it: what is
/// printed four hundred times must not lead to the machine of whoever printed.
pub(super) fn address(app: &App, code: Option<&str>) -> Option<String> {
    let origin = app.settings.origin.as_ref()?;
    Some(format!("{}/verify/{}", origin.whole(), code?))
}

/// The design that fits an award best: titles have theirs, higher certificates a larger sheet.
pub(super) fn proposed_design(award: &str) -> &'static str {
    match award {
        "LDTT" | "CSTDCS" | "CSTDBT" | "CSTDTQ" | "TTLDTT" | "TTLDXS" | "TTTT" | "XTB" | "TVH" | "GDVH" => {
            "danh-hieu-a4"
        }
        code if code.starts_with("BK") => "bang-khen-a3",
        _ => "giay-khen-a4",
    }
}

/// The designs with their names.
pub(super) fn designs() -> Vec<(String, String)> {
    let named = |code: &str| (code.to_owned(), Design::shipped(code).map(|one| one.name).unwrap_or_default());
    Design::shipped_codes().map(named).collect()
}

/// What a printer prints onto.
pub(super) fn onto(design: &Design, printer: Option<&Printer>) -> Result<Onto, Refusal> {
    let Some(printer) = printer else { return Ok(Onto::Plain) };
    Ok(Onto::Blank(calibration(design, printer.crosses).map_err(Refusal::Invalid)?))
}

pub(super) fn calibration(design: &Design, crosses: [i64; 4]) -> Result<Calibration, thidua_domain::basics::Says> {
    let [left, top, right, bottom] = crosses.map(Um);
    Calibration::from_measured(design.sheet, Measured { left, top, right, bottom })
}

/// When a certificate was printed, in words.
pub(super) fn state(one: &Certified, honour: &Honour, language: Language) -> String {
    let w = words(language);
    if honour.standing == thidua_store::honours::Standing::Revoked {
        return w.revoked.to_owned();
    }
    if one.waits_in.is_some() {
        return w.waits.to_owned();
    }
    let day = one.printed_at.map(|at| shown::day(Some(crate::clock::local_date(at)))).unwrap_or_default();
    match one.printed {
        0 => w.not_printed.to_owned(),
        1 => w.printed_once.replace("{day}", &day),
        often => w.printed_often.replace("{n}", &often.to_string()).replace("{day}", &day),
    }
}

/// Honours by their identifiers.
pub(super) fn by_id(honours: Vec<Honour>) -> BTreeMap<String, Honour> {
    honours.into_iter().map(|one| (one.id.clone(), one)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_what_the_authority_is_called_after() {
        assert_eq!(place("Ủy ban nhân dân xã Lơ Ku"), "Lơ Ku");
        assert_eq!(place("Ủy ban nhân dân thị trấn Châu Ổ"), "Châu Ổ");
        assert_eq!(place("Sở Nội vụ tỉnh Hà Tĩnh"), "Hà Tĩnh");
        assert_eq!(place("Trường Minh Họa"), "");
    }
}
