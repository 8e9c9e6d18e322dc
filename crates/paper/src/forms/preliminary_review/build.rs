//! The review, section by section.

use super::{PreliminaryReview, words};
use crate::forms::numbering::Sections;
use crate::forms::tables::{numbered, table};
use crate::forms::wording::{items, movement, paragraphs, typed_or_gap};
use crate::forms::words::ILLUSTRATIVE;
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block};

/// The review as an official document.
pub fn document(form: &PreliminaryReview) -> OfficialDocument {
    use Align::{Center, Left, Right};
    let issuer = &form.letterhead.issuer;
    let movement = movement(&form.movement);
    let plan = form.plan.as_ref().map(|plan| plan.cited_as(plan.kind()));
    let mut sections = Sections::default();
    let mut blocks = vec![Block::paragraph(words::opening(issuer, plan.as_deref(), &movement, &form.span))];
    blocks.push(Block::heading(1, sections.next(words::ORGANISATION)));
    blocks.extend(typed_or_gap(form.organisation.as_deref(), words::ORGANISATION_MISSING));
    blocks.push(Block::heading(1, sections.next(words::RESULTS)));
    blocks.extend(form.results.as_deref().map(paragraphs).unwrap_or_default());
    if form.goals.is_empty() {
        blocks.push(Block::paragraph(words::NO_GOALS));
    } else {
        let rows = numbered(&form.goals, |goal| {
            [&goal.name, &goal.unit, &goal.goal, &goal.reached, &goal.rate, &goal.remark].map(String::clone).into()
        });
        let shares = [(2, Center), (12, Left), (5, Center), (5, Right), (5, Right), (4, Right), (6, Center)];
        blocks.push(Block::Table(table(Some(words::TABLE.into()), words::COLUMNS, shares, rows)));
    }
    let mut number = 0;
    let mut part = |title: &str, content: Vec<Block>| -> Vec<Block> {
        if content.is_empty() {
            return content;
        }
        number += 1;
        let mut said = vec![Block::heading(2, format!("{number}. {title}"))];
        said.extend(content);
        said
    };
    let told = |text: &Option<String>| text.as_deref().map(paragraphs).unwrap_or_default();
    blocks.extend(part(words::EXEMPLARS, items(&form.exemplars).collect()));
    blocks.extend(part(words::COMMENDED, told(&form.commended)));
    blocks.push(Block::heading(1, sections.next(words::SHORTCOMINGS)));
    blocks.extend(typed_or_gap(form.shortcomings.as_deref(), words::SHORTCOMINGS_MISSING));
    for (title, text) in
        [(words::CAUSES, &form.causes), (words::LESSONS, &form.lessons), (words::MEASURES, &form.measures)]
    {
        let said = told(text);
        if !said.is_empty() {
            blocks.push(Block::heading(1, sections.next(title)));
            blocks.extend(said);
        }
    }
    blocks.push(Block::paragraph(words::closing(issuer, &movement, &form.span)));
    let mark = form.illustrative.then(|| ILLUSTRATIVE.to_owned());
    form.letterhead.document(words::KIND, words::subject(&movement, &form.span), blocks, mark)
}
