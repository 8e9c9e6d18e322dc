//! Figures of a plan against the documents they come from, where those are on file: a decision that assigns them, or the plan of
//! the level above that this one cites.

use super::{Fault, Found};
use crate::basics::text::fold;
use crate::plans::draft::{PlanDraft, TargetDraft};
use crate::plans::symbol::NumberSymbol;

/// A document on file.
pub struct OnFile<'a> {
    /// What was read from it.
    pub draft: &'a PlanDraft,
    /// Its number and symbol.
    pub symbol: &'a str,
}

/// Compares every target with the documents on file that the plan cites.
pub(super) fn check(draft: &PlanDraft, authority: Option<&str>, on_file: &[OnFile<'_>], found: &mut Vec<Found>) {
    let same = |a: &str, b: &str| {
        NumberSymbol::read(a).zip(NumberSymbol::read(b)).is_some_and(|(a, b)| a.key() == b.key())
    };
    let own = authority.or(draft.document.issuer.as_ref().map(|issuer| issuer.value.as_str())).unwrap_or_default();
    for source in on_file {
        let cited = draft.legal_bases.iter().any(|basis| {
            let date = source.draft.document.date.as_ref().map(|date| date.value);
            basis.number_symbol.as_deref().is_some_and(|symbol| same(symbol, source.symbol))
                && (basis.date.is_none() || date.is_none() || basis.date == date)
        });
        if !cited {
            continue;
        }
        for target in draft.targets.iter().filter(|target| target.value.is_some()) {
            let Some(assigned) = assigned(target, source.draft, own) else { continue };
            if (assigned.value, assigned.value_max) == (target.value, target.value_max) {
                continue;
            }
            if let (Some(value), Some(other)) = (target.value, assigned.value) {
                let symbol = source.symbol.to_owned();
                let fault = Fault::SourceDisagrees { name: target.name.clone(), value, other, symbol };
                found.push(Found::at(fault, Some(target.lines), format!("targets.{}", target.id)));
            }
        }
    }
}

/// What a document on file says of a target: the line for this authority, or else a line of the same name that the target says
/// comes from above.
fn assigned<'a>(target: &TargetDraft, source: &'a PlanDraft, own: &str) -> Option<&'a TargetDraft> {
    let name = plain(&target.name);
    let place = place_of(own);
    let like = |other: &&TargetDraft| other.value.is_some() && other.unit == target.unit;
    let for_us = source.targets.iter().filter(like).find(|other| {
        let (what, whose) = other.name.rsplit_once(" - ").unwrap_or((other.name.as_str(), ""));
        !whose.is_empty() && !place.is_empty() && plain(what) == name && plain(whose).ends_with(&place)
    });
    let from_above = target.basis.as_deref().is_some_and(|basis| basis.starts_with("assigned"));
    let same_issuer = source.document.issuer.as_ref().is_some_and(|issuer| plain(&issuer.value) == plain(own));
    for_us.or_else(|| {
        source.targets.iter().filter(like).find(|other| (from_above || same_issuer) && plain(&other.name) == name)
    })
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    let kept: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    kept.split_whitespace().filter(|word| *word != "ubnd").collect::<Vec<_>>().join(" ")
}

/// `xã lơ ku` of `Ủy ban nhân dân xã Lơ Ku`.
fn place_of(authority: &str) -> String {
    plain(authority).trim_start_matches("uy ban nhan dan ").to_owned()
}
