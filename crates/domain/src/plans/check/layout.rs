//! The head and layout of a document of an administration against Nghị định 30/2020/NĐ-CP, Phụ lục I.
//!
//! Only what the text of a file can show is asked: fonts and margins are for whoever holds the paper. Documents of the Party, of
//! unions and of associations have rules of their own.

use super::{Fault, Found};
use crate::basics::text::fold;
use crate::plans::draft::{IssuerLevel, Lines, PlanDraft};
use crate::plans::symbol::{KINDS, NumberSymbol};
use chrono::NaiveDate;

pub(super) fn check(draft: &PlanDraft, source: &[String], found: &mut Vec<Found>) {
    let document = &draft.document;
    // in force from 05/3/2020; the article that says so is unverified
    let Some(date) = document.date.as_ref().filter(|date| Some(date.value) >= NaiveDate::from_ymd_opt(2020, 3, 5))
    else {
        return;
    };
    if !is_administration(draft) {
        return;
    }
    if let Some(symbol) = &document.number_symbol {
        // a zero before a number below 10: the provision is unverified, so that this is a notice for a person
        if symbol.value.split('/').next().is_some_and(|number| number.len() == 1) {
            let fault = Fault::NumberUnpadded(symbol.value.clone());
            found.push(Found::at(fault, symbol.lines, "document.number_symbol".into()));
        }
        let kind = document.kind.as_ref().and_then(|kind| KINDS.iter().find(|(name, _)| *name == kind.value));
        if let (Some((name, short)), Some(read)) = (kind, NumberSymbol::read(&symbol.value))
            && fold(read.symbol.split('-').next().unwrap_or_default()) != fold(short)
        {
            let fault = Fault::SymbolDisagrees { kind: (*name).to_owned(), expected: (*short).to_owned() };
            found.push(Found::at(fault, symbol.lines, "document.number_symbol".into()));
        }
    }
    if document.place.is_none() {
        found.push(Found::at(Fault::NoPlace, date.lines, "document.place".into()));
    }
    if let Some(lines) = date.lines
        && unpadded_date(source, lines)
    {
        // Phụ lục I: “đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước”; the clause is unverified
        found.push(Found::at(Fault::DateUnpadded, Some(lines), "document.date".into()));
    }
    if !source.is_empty() && !shows_motto(source) {
        found.push(Found::at(Fault::NoMotto, Some(Lines::new(1, 1)), "lines.1".into()));
    }
    let filed = draft.recipients.iter().any(|one| {
        fold(&one.name).contains("luu") || fold(&one.name).contains("vt") || one.purpose.as_deref() == Some("lưu")
    });
    if !draft.recipients.is_empty() && !filed {
        found.push(Found::about(Fault::NotFiled, "recipients"));
    }
    signed_for_the_committee(draft, found);
}

/// Whether the decree binds the issuer: a state body, not the Party, a union or an association.
fn is_administration(draft: &PlanDraft) -> bool {
    let level = draft.document.issuer_level.as_ref().map(|level| level.value);
    let issuer = fold(draft.document.issuer.as_ref().map_or("", |issuer| issuer.value.as_str()));
    let own_rules =
        ["dang", "tinh uy", "huyen uy", "ban thuong vu", "lien doan", "cong doan", "hoi ", "doan ", "mat tran"];
    level.is_some_and(|level| level != IssuerLevel::Other)
        && !own_rules.iter().any(|start| issuer.starts_with(start))
}

/// Whether the first lines show the country's name or its motto, also damaged.
fn shows_motto(source: &[String]) -> bool {
    const WORDS: [&str; 6] = ["cong hoa", "xa hoi", "chu nghia", "viet nam", "doc lap", "hanh phuc"];
    let head =
        source.iter().filter(|line| !line.trim().is_empty()).take(15).map(|line| fold(line)).collect::<String>();
    let shown = WORDS.iter().filter(|word| head.contains(**word)).count();
    // a damaged head keeps at least the shape of the line
    shown >= 2 || head.contains("nghia vi") || head.contains("tu do")
}

/// `ngày 5 tháng 2`: a day or month that lacks its zero.
fn unpadded_date(source: &[String], lines: Lines) -> bool {
    let first = usize::try_from(lines.first).unwrap_or(1).saturating_sub(1);
    let last = usize::try_from(lines.last).unwrap_or(1);
    let text = source.get(first..last.min(source.len())).unwrap_or_default().join(" ");
    let folded = fold(&text);
    let number_after = |word: &str| {
        folded
            .find(word)
            .and_then(|at| folded.get(at + word.len()..))
            .map(|rest| rest.trim_start().chars().take_while(char::is_ascii_digit).collect::<String>())
    };
    let (day, month) = (number_after("ngay "), number_after(" thang "));
    let short = |number: &Option<String>, most: u32| {
        number.as_ref().is_some_and(|text| text.len() == 1 && text.parse::<u32>().is_ok_and(|value| value <= most))
    };
    month.is_some() && (short(&day, 9) || short(&month, 2))
}

/// A people's committee decides as a body: its chair signs `TM.`: Phụ lục I Mục II khoản 7.
fn signed_for_the_committee(draft: &PlanDraft, found: &mut Vec<Found>) {
    let document = &draft.document;
    let committee =
        document.issuer.as_ref().is_some_and(|issuer| fold(&issuer.value).starts_with("uy ban nhan dan"));
    let Some(title) = document.signer_title.as_ref().filter(|_| committee) else { return };
    let folded = fold(&title.value);
    let bare = ["chu tich", "pho chu tich"].iter().any(|post| folded == *post);
    if bare {
        found.push(Found::at(Fault::NotForTheCommittee, title.lines, "document.signer_title".into()));
    }
}
