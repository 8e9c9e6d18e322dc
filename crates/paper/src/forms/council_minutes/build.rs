//! The minutes, section by section.

use super::{CouncilMinutes, ItemRow, words};
use crate::forms::numbering::Sections;
use crate::forms::wording::{date, items, paragraphs, sentence, typed_or_gap};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, PartySignature, Row, Signature, Table};

/// The minutes as an official document.
pub fn document(form: &CouncilMinutes) -> OfficialDocument {
    let mut sections = Sections::default();
    let day = date(form.day);
    let mut blocks =
        vec![Block::paragraph(words::opening(&form.council, &day, form.place.as_deref(), &form.meeting))];
    blocks.push(Block::heading(1, sections.next(words::PEOPLE)));
    blocks.push(Block::paragraph(words::present(form.present.len(), form.members)));
    blocks.extend(items(&form.present));
    for (label, names) in [(words::WRITTEN, &form.written), (words::ABSENT, &form.absent)] {
        if !names.is_empty() {
            blocks.push(Block::paragraph(label));
            blocks.extend(items(names));
        }
    }
    blocks.push(Block::heading(1, sections.next(words::SAID)));
    match &form.discussion {
        Some(said) => blocks.extend(paragraphs(said)),
        None => blocks.extend(typed_or_gap(None, words::SAID_MISSING)),
    }
    blocks.push(Block::heading(1, sections.next(words::HOW)));
    blocks.extend(how(form));
    blocks.extend(form.tellers.iter().map(Block::paragraph));
    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.extend(results(form));
    blocks.push(Block::paragraph(words::CLOSING));
    let mark = form.illustrative.then(|| words::MARK.to_owned());
    let document = form.letterhead.document(words::KIND, words::subject(&form.meeting), blocks, mark);
    let secretary = form.secretary.clone().map(|name| PartySignature {
        party: words::SECRETARY.to_owned(),
        signature: Signature { authority_form: None, post: String::new(), name: Some(name) },
    });
    OfficialDocument { co_signature: secretary, ..document }
}

/// How was voted: each rule with the items it held for, and who was given no ballot.
fn how(form: &CouncilMinutes) -> Vec<Block> {
    let mut rules: Vec<(&str, Vec<String>)> = Vec::new();
    for (at, item) in form.items.iter().enumerate() {
        let number = (at + 1).to_string();
        match rules.iter_mut().find(|(rule, _)| *rule == item.rule) {
            Some((_, numbers)) => numbers.push(number),
            None => rules.push((&item.rule, vec![number])),
        }
    }
    let told: Vec<String> = rules.iter().map(|(rule, numbers)| words::rule(rule, &numbers.join(", "))).collect();
    let mut blocks: Vec<Block> = items(&told).collect();
    if form.items.iter().any(|item| item.papers.is_some()) {
        blocks.push(Block::paragraph(words::TWO_TELLERS));
    }
    let recused: Vec<String> = form
        .items
        .iter()
        .filter(|item| !item.recused.is_empty())
        .map(|item| words::recused(&item.name, &item.recused.join(", ")))
        .collect();
    if !recused.is_empty() {
        blocks.push(Block::paragraph(words::RECUSED));
        blocks.extend(items(&recused));
    }
    blocks
}

fn results(form: &CouncilMinutes) -> Vec<Block> {
    let voted = || form.items.iter().enumerate().filter(|(_, item)| item.votes.is_some());
    let mut blocks = Vec::new();
    if voted().next().is_none() {
        return vec![Block::paragraph(sentence(words::NO_VOTE))];
    }
    let secret: Vec<(usize, &ItemRow)> = voted().filter(|(_, item)| item.papers.is_some()).collect();
    if !secret.is_empty() {
        blocks.push(Block::Table(by_ballot(&secret)));
    }
    let open: Vec<(usize, &ItemRow)> = voted().filter(|(_, item)| item.papers.is_none()).collect();
    if !open.is_empty() {
        blocks.push(Block::Table(by_hands(&open)));
    }
    blocks
}

fn named(item: &ItemRow) -> String {
    format!("{} – {}", item.name, item.award)
}

fn came(item: &ItemRow) -> String {
    format!("{}; {}", item.rate, item.result)
}

fn by_ballot(items: &[(usize, &ItemRow)]) -> Table {
    use Align::{Center, Left};
    const SHARES: [(u32, Align); 9] = [
        (2, Center),
        (10, Left),
        (3, Center),
        (3, Center),
        (3, Center),
        (3, Center),
        (3, Center),
        (3, Center),
        (7, Left),
    ];
    let rows = items.iter().filter_map(|(at, item)| {
        let (papers, (votes_for, against)) = (item.papers?, item.votes?);
        let numbers = [papers.issued, papers.returned, papers.valid, papers.invalid, votes_for, against];
        let mut cells = vec![(at + 1).to_string(), named(item)];
        cells.extend(numbers.iter().map(u32::to_string));
        cells.push(came(item));
        Some(Row::cells(cells))
    });
    Table {
        caption: Some(words::SECRET.to_owned()),
        columns: columns(words::SECRET_COLUMNS, SHARES),
        rows: rows.collect(),
        landscape: false,
    }
}

fn by_hands(items: &[(usize, &ItemRow)]) -> Table {
    use Align::{Center, Left};
    const SHARES: [(u32, Align); 6] = [(2, Center), (12, Left), (4, Center), (4, Center), (4, Center), (8, Left)];
    let rows = items.iter().filter_map(|(at, item)| {
        let (votes_for, against) = item.votes?;
        let abstaining = item.abstaining.unwrap_or_default();
        let mut cells = vec![(at + 1).to_string(), named(item)];
        cells.extend([votes_for, against, abstaining].iter().map(u32::to_string));
        cells.push(came(item));
        Some(Row::cells(cells))
    });
    Table {
        caption: Some(words::OPEN.to_owned()),
        columns: columns(words::OPEN_COLUMNS, SHARES),
        rows: rows.collect(),
        landscape: false,
    }
}

fn columns<const N: usize>(titles: [&str; N], shares: [(u32, Align); N]) -> Vec<Column> {
    titles.into_iter().zip(shares).map(|(title, (share, align))| Column::new(title, share, align)).collect()
}
