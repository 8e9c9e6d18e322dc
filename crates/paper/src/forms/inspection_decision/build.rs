//! The decision, article by article.

use super::{InspectionDecision, words};
use crate::forms::articles::{Article, articles};
use crate::forms::letterhead::bases;
use crate::forms::wording::{bare, items, sentence_list};
use crate::write::OfficialDocument;
use crate::write::document::Block;

/// The decision as an official document.
pub fn document(form: &InspectionDecision) -> OfficialDocument {
    let inspection = bare(&form.inspection);
    let team: Vec<String> = form.team.iter().map(|one| words::member(&one.name, &one.post, &one.seat)).collect();
    let team = sentence_list(&team).into_iter().enumerate();
    let team = team.map(|(at, line)| Block::paragraph(format!("{}. {line}", at + 1))).collect();
    let mut matters = vec![Block::paragraph(words::ITEMS)];
    matters.extend(items(&form.items));
    matters.push(Block::paragraph(words::UNITS));
    matters.extend(items(&form.units));
    matters.push(Block::paragraph(words::period(bare(&form.period))));
    matters.push(Block::paragraph(words::days(bare(&form.days))));
    let mut blocks = vec![Block::centred(form.letterhead.decider())];
    blocks.extend(bases(&form.bases));
    blocks.extend(articles(vec![
        Article::with(words::team(inspection), team),
        Article::with(words::MATTERS, matters),
        Article::of(words::duty(form.conclusion_until.as_deref())),
        Article::of(words::CARRIED_OUT),
    ]));
    form.letterhead.decision(words::KIND, words::subject(inspection), blocks, form.mark.clone())
}
