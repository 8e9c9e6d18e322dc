//! Legal bases: the documents a plan cites, each once, with what they are to it.

use super::citation::{Citation, citations};
use super::outline::{Outline, Part};
use super::paragraph::{Paragraph, number};
use super::token;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{BasisRole, Confidence, LegalBasis, Lines};

/// Reads the documents that the paragraphs cite.
pub fn read(paragraphs: &[Paragraph], outline: &Outline) -> Vec<LegalBasis> {
    let mut seen: Vec<Citation> = Vec::new();
    let mut bases: Vec<LegalBasis> = Vec::new();
    for (paragraph, place) in paragraphs.iter().zip(&outline.places) {
        if place.part == Part::Foot {
            break;
        }
        for cited in citations(&paragraph.tokens) {
            if let Some(at) = seen.iter().position(|other| same(other, &cited)) {
                complete(&mut seen[at], &mut bases[at], &cited);
                continue;
            }
            bases.push(basis(paragraph, place.part, &cited));
            seen.push(cited);
        }
    }
    mark_parent(&mut bases);
    bases
}

/// Whether two citations name one document: number, letters and date, never the number alone.
fn same(a: &Citation, b: &Citation) -> bool {
    match (&a.symbol, &b.symbol) {
        (Some(first), Some(second)) => {
            first.same(second) && (a.date.is_none() || b.date.is_none() || a.date == b.date) && (a.kind == b.kind)
        }
        // a law is known by its name, with or without its number
        (Some(_), None) | (None, Some(_)) if a.kind != "Luật" => false,
        _ => {
            a.kind == b.kind
                && fold(a.subject.as_deref().unwrap_or_default()) == fold(b.subject.as_deref().unwrap_or_default())
        }
    }
}

/// A later citation may give the date or issuer that the first left out.
fn complete(known: &mut Citation, basis: &mut LegalBasis, again: &Citation) {
    if known.symbol.is_none() {
        known.symbol.clone_from(&again.symbol);
        basis.number_symbol = known.symbol.as_ref().map(|symbol| symbol.written.clone());
    }
    known.date = known.date.or(again.date);
    basis.date = known.date;
    if basis.issuer.is_none() {
        basis.issuer.clone_from(&again.issuer);
    }
    if basis.subject.is_none() {
        basis.subject.clone_from(&again.subject);
    }
}

fn basis(paragraph: &Paragraph, part: Part, cited: &Citation) -> LegalBasis {
    let tokens = &paragraph.tokens[cited.range.clone()];
    let before = &paragraph.tokens[..cited.range.start];
    let grounded =
        ["can cu", "tren co so"].iter().any(|phrase| token::starts_at(&paragraph.tokens, 0, phrase).is_some())
            || (before.len() <= 1 && before.first().is_some_and(|token| token.is_word("tren")));
    let quoted_inside = before.iter().rev().take(12).any(|token| token.is_word("theo")) && cited.symbol.is_none();
    let role = if quoted_inside {
        BasisRole::Referenced
    } else if part == Part::Preamble || grounded {
        BasisRole::Basis
    } else {
        BasisRole::Implements
    };
    let first = tokens.first().map_or(0, |token| token.line);
    let last = tokens.last().map_or(first, |token| token.line);
    let form = if cited.symbol.as_ref().is_some_and(|symbol| !symbol.parts.is_empty()) { 97 } else { 80 };
    LegalBasis {
        kind: cited.kind.clone(),
        number_symbol: cited.symbol.as_ref().map(|symbol| symbol.written.clone()),
        date: cited.date,
        issuer: cited.issuer.clone(),
        subject: cited.subject.clone(),
        role,
        parent_plan: false,
        lines: Lines::new(number(first), number(last)),
        confidence: Confidence::percent(super::header::confidence(tokens, form)),
    }
}

/// The parent plan: the upper level's plan, or else directive, that launches the movement and is named in the preamble.
fn mark_parent(bases: &mut [LegalBasis]) {
    let launches = |basis: &LegalBasis, of: &str| {
        let subject = fold(basis.subject.as_deref().unwrap_or_default());
        basis.role == BasisRole::Basis && basis.number_symbol.is_some() && subject.contains(of)
    };
    let of_kind = |kind: &str, of: &str| bases.iter().position(|basis| basis.kind == kind && launches(basis, of));
    // "Kế hoạch số 08/KH-UBND … của UBND tỉnh ban hành Kế hoạch phát động": a plan whose subject no "về" opens
    let unnamed = || {
        bases.iter().position(|basis| {
            basis.kind == "Kế hoạch"
                && basis.role == BasisRole::Basis
                && basis.number_symbol.is_some()
                && basis.subject.is_none()
        })
    };
    if let Some(at) = of_kind("Kế hoạch", "phat dong")
        .or_else(|| of_kind("Kế hoạch", "phong trao thi dua"))
        .or_else(|| of_kind("Chỉ thị", "phat dong"))
        .or_else(unnamed)
    {
        bases[at].parent_plan = true;
    }
}
