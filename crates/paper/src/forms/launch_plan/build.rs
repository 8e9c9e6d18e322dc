//! The launch plan, section by section.

use super::{ActorObligations, LaunchPlan, PlannedLine, PlannedTargets, Wave, words};
use crate::forms::letterhead::bases;
use crate::forms::numbering::{Sections, letter};
use crate::forms::wording::{bare, items, movement, quoted, sentence, sentence_list};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, Row, Run, Table};

/// The launch plan as an official document.
pub fn document(plan: &LaunchPlan) -> OfficialDocument {
    let movement = movement(&plan.movement);
    let mut sections = Sections::default();
    let mut blocks = bases(&plan.bases);
    blocks.push(Block::paragraph(words::opening(&plan.letterhead.issuer, &movement)));
    for (title, content) in [
        (words::PURPOSE_SECTION, purpose(plan)),
        (words::CONTENT_SECTION, content(plan)),
        (words::WAVES_SECTION, waves_and_reporting(plan)),
        (words::DUTIES_SECTION, duties(&plan.obligations)),
    ] {
        if !content.is_empty() {
            blocks.push(Block::heading(1, sections.next(title)));
            blocks.extend(content);
        }
    }
    blocks.push(Block::paragraph(words::closing(&plan.letterhead.issuer, &movement)));
    plan.letterhead.document(words::KIND, words::subject(&movement), blocks, plan.mark.clone())
}

/// Numbers the parts of a section that have something to say.
fn numbered(parts: Vec<(&str, Vec<Block>)>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, (title, content)) in parts.into_iter().filter(|(_, content)| !content.is_empty()).enumerate() {
        blocks.push(Block::heading(2, format!("{}. {title}", index + 1)));
        blocks.extend(content);
    }
    blocks
}

fn purpose(plan: &LaunchPlan) -> Vec<Block> {
    let lines = |texts: &[String]| lettered(texts);
    numbered(vec![(words::PURPOSES, lines(&plan.purposes)), (words::REQUIREMENTS, lines(&plan.requirements))])
}

fn content(plan: &LaunchPlan) -> Vec<Block> {
    numbered(vec![
        (words::THEME, theme(plan)),
        (words::CONTENTS, lettered(&plan.contents)),
        (words::TARGETS, targets(&plan.target_groups)),
    ])
}

fn theme(plan: &LaunchPlan) -> Vec<Block> {
    let line = |theme: &crate::forms::Theme| {
        let source = theme.inherited_from.as_deref().map(words::inherited).unwrap_or_default();
        Block::Paragraph { runs: vec![Run::bold(quoted(&theme.text)), Run::plain(format!("{source}."))] }
    };
    plan.theme.iter().map(line).collect()
}

/// A single thing needs no letter.
fn lettered(texts: &[String]) -> Vec<Block> {
    match texts {
        [only] => vec![Block::paragraph(sentence(only))],
        several => {
            let line = |(index, text): (usize, &String)| {
                Block::paragraph(format!("{}) {}", letter(index), sentence(text)))
            };
            several.iter().enumerate().map(line).collect()
        }
    }
}

/// Groups are lettered; targets are numbered through, so that each can be named by its number.
fn targets(groups: &[PlannedTargets]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut number = 0_usize;
    for (index, group) in groups.iter().enumerate() {
        blocks.extend(group.name.iter().map(|name| Block::heading(3, format!("{}) {name}", letter(index)))));
        for line in &group.lines {
            number += 1;
            blocks.push(Block::paragraph(format!("({number}) {}", target(line))));
            let parts = sentence_list(&line.parts).into_iter().enumerate();
            blocks.extend(parts.map(|(index, part)| Block::part(format!("{}) {part}", letter(index)))));
        }
    }
    blocks
}

/// A target with parts opens their list, behind its own value where it has one.
fn target(PlannedLine { text, parts }: &PlannedLine) -> String {
    let text = text.trim();
    if parts.is_empty() {
        sentence(text)
    } else if text.ends_with(':') {
        text.into()
    } else if text.contains(':') {
        format!("{}, {}:", bare(text), words::AMONG_THEM)
    } else {
        format!("{}:", bare(text))
    }
}

fn waves_and_reporting(plan: &LaunchPlan) -> Vec<Block> {
    let waves = if plan.waves.is_empty() { Vec::new() } else { vec![Block::Table(wave_table(&plan.waves))] };
    numbered(vec![(words::WAVES, waves), (words::REPORTING, items(&plan.reporting).collect())])
}

fn wave_table(waves: &[Wave]) -> Table {
    const SHARES: [(u32, Align); 4] =
        [(18, Align::Left), (24, Align::Center), (38, Align::Left), (20, Align::Center)];
    let row = |wave: &Wave| {
        let or_blank = |text: &Option<String>| text.clone().unwrap_or_default();
        Row::cells([wave.name.clone(), wave.period.clone(), or_blank(&wave.goal), or_blank(&wave.deadline)])
    };
    Table {
        caption: None,
        columns: words::WAVE_COLUMNS
            .into_iter()
            .zip(SHARES)
            .map(|(title, (share, align))| Column::new(title, share, align))
            .collect(),
        rows: waves.iter().map(row).collect(),
        landscape: false,
    }
}

fn duties(actors: &[ActorObligations]) -> Vec<Block> {
    numbered(actors.iter().map(|actor| (actor.actor.as_str(), items(&actor.lines).collect())).collect())
}
