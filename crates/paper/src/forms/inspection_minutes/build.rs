//! The minutes, section by section.

use super::{InspectionMinutes, words};
use crate::forms::numbering::Sections;
use crate::forms::wording::{bare, date, items, paragraphs, sentence, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, PartySignature, Row, Signature, Table};

/// The minutes as an official document.
pub fn document(form: &InspectionMinutes) -> OfficialDocument {
    let mut sections = Sections::default();
    let decision = form.decision.as_ref().map(|one| one.cited_as(one.kind()));
    let plan = form.plan.as_ref().map(|one| one.cited_as(words::PLAN));
    let day = form.day.map(date);
    let opening = words::opening(
        &form.letterhead.issuer,
        &form.inspection,
        decision.as_deref(),
        plan.as_deref(),
        &form.subject,
        day.as_deref(),
    );
    let mut blocks = vec![Block::paragraph(opening)];
    blocks.push(Block::heading(1, sections.next(words::PRESENT)));
    blocks.push(Block::paragraph(words::TEAM));
    if form.team.is_empty() {
        blocks.extend(typed_or_gap(None, words::TEAM_MISSING));
    }
    blocks.extend(items(&form.team));
    blocks.push(Block::paragraph(words::unit_present(&form.subject)));
    let present: Vec<String> = lines(form.present.as_deref());
    if present.is_empty() {
        blocks.extend(typed_or_gap(None, words::PRESENT_MISSING));
    }
    blocks.extend(items(&present));
    if !form.members.is_empty() {
        blocks.push(Block::paragraph(words::MEMBERS));
        blocks.extend(items(&form.members));
    }
    if !form.sample.is_empty() {
        blocks.push(Block::heading(1, sections.next(words::SAMPLE)));
        blocks.extend(form.sample.iter().map(|text| Block::paragraph(sentence(text))));
    }
    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.extend(form.minutes.as_deref().map(paragraphs).unwrap_or_default());
    blocks.push(Block::Table(answers(form)));
    if !form.values.is_empty() {
        blocks.push(Block::Table(values(form)));
    }
    blocks.push(Block::heading(1, sections.next(words::FINDINGS)));
    blocks.extend(findings(form));
    blocks.push(Block::heading(1, sections.next(words::EXPLANATION)));
    let explained = form.findings.iter().any(|finding| finding.explained.is_some());
    if form.explanation.is_some() || !explained {
        blocks.extend(typed_or_gap(form.explanation.as_deref(), words::EXPLANATION_MISSING));
    }
    for (index, finding) in form.findings.iter().enumerate() {
        if let Some(says) = &finding.explained {
            blocks.push(Block::item(sentence(&format!("{}. {}", index + 1, words::explained(says)))));
        }
    }
    blocks.push(Block::paragraph(words::CLOSING));
    blocks.push(Block::Signatures { parties: parties(form) });
    let mark = form.illustrative.then(|| words::MARK.to_owned());
    let mut letterhead = form.letterhead.clone();
    letterhead.signature =
        Signature { authority_form: None, post: words::LEAD.into(), ..form.letterhead.signature.clone() };
    letterhead.document(words::KIND, words::subject(&form.subject), blocks, mark)
}

fn lines(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn answers(form: &InspectionMinutes) -> Table {
    const SHARES: [(u32, Align); 4] =
        [(2, Align::Center), (11, Align::Left), (5, Align::Center), (16, Align::Left)];
    let rows = form.items.iter().enumerate().map(|(at, row)| {
        let answer = if row.answer.is_empty() { words::NOT_ANSWERED } else { &row.answer };
        Row::cells([(at + 1).to_string(), row.item.clone(), answer.to_owned(), row.grounds.clone()])
    });
    Table {
        caption: Some(words::TABLE.to_owned()),
        columns: columns(words::COLUMNS, SHARES),
        rows: rows.collect(),
        landscape: false,
    }
}

fn values(form: &InspectionMinutes) -> Table {
    use Align::{Center, Left, Right};
    const SHARES: [(u32, Align); 6] = [(2, Center), (11, Left), (6, Right), (6, Right), (5, Right), (9, Left)];
    let rows = form.values.iter().enumerate().map(|(at, row)| {
        let number = (at + 1).to_string();
        Row::cells([&number, &row.target, &row.own, &row.verified, &row.gap, &row.how].map(String::as_str))
    });
    Table {
        caption: Some(words::VALUES.to_owned()),
        columns: columns(words::VALUE_COLUMNS, SHARES),
        rows: rows.collect(),
        landscape: false,
    }
}

fn columns<const N: usize>(titles: [&str; N], shares: [(u32, Align); N]) -> Vec<Column> {
    titles.into_iter().zip(shares).map(|(title, (share, align))| Column::new(title, share, align)).collect()
}

fn findings(form: &InspectionMinutes) -> Vec<Block> {
    if form.findings.is_empty() {
        return vec![Block::paragraph(words::NO_FINDINGS)];
    }
    let mut blocks = Vec::new();
    for (index, row) in form.findings.iter().enumerate() {
        let until = row.until.map(date);
        let said = words::finding(index + 1, &row.severity, bare(&row.what));
        blocks.push(Block::paragraph(sentence(&said)));
        blocks.extend(items(&[words::basis(bare(&row.basis)), words::demand(bare(&row.demand), until.as_deref())]));
    }
    blocks
}

/// The unit that was inspected, and who writes; who leads the team closes the paper.
fn parties(form: &InspectionMinutes) -> Vec<PartySignature> {
    let mut parties =
        vec![PartySignature { party: words::for_party(&form.subject), signature: form.unit_signature.clone() }];
    if let Some(name) = &form.secretary {
        let signature = Signature { authority_form: None, post: String::new(), name: Some(name.clone()) };
        parties.push(PartySignature { party: words::SECRETARY.to_owned(), signature });
    }
    parties
}
