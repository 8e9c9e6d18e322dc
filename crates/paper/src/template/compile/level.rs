//! How much of the document a block takes with it: words, paragraphs, cells or rows.

use super::super::problem::Wrong;
use super::super::tags::{Bit, Edit, Found, Level, Tag, typed_text};
use super::super::tree::{At, Tree, unescaped};
use super::Block;

/// What would be lost with a paragraph or row that a tag takes the place of.
const KEPT: [&str; 5] = ["w:drawing", "w:pict", "w:object", "m:oMath", "w:sectPr"];
/// What holds more than this is not looked through for every tag: it says more than a tag.
const LARGEST_UNIT: usize = 20_000;
/// Frames that Word wants to hold a paragraph.
const FRAMES: [&str; 6] = ["w:tc", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote", "w:endnote"];

/// Puts the tags of a block where they belong. Answers whether that can be.
pub(super) fn settle(tree: &Tree<'_>, found: &mut Found, block: &Block, guards: &mut Vec<(At, Bit)>) -> bool {
    let tags: Vec<&Tag> = block.iter().map(|at| &found.tags[*at]).collect();
    let level = tags.iter().map(|tag| tag.level).max().unwrap_or(Level::Inline);
    let how = match level {
        Level::Fixed => return true,
        Level::Inline => inline(tree, &tags),
        Level::Region => region(tree, &tags),
        Level::Run | Level::Paragraph | Level::Cell | Level::Row => {
            units(tree, &tags, level).and_then(|units| explicit(tree, &tags, &units))
        }
    };
    let Some(how) = how else { return false };
    let (elements, wraps) = match how {
        How::Stay => return true,
        How::Replace(elements) => (elements, false),
        How::Wrap(first, last) => (vec![first, last], true),
    };
    guards.extend(elements.iter().filter_map(|at| needs(tree, *at)).flatten());
    if wraps {
        wrap(tree, &mut found.edits, block, elements[0], elements[1]);
    } else {
        for (tag, element) in block.iter().zip(elements) {
            let node = tree.nodes[element];
            // what stands in the element goes with it
            found.edits.retain(|edit| edit.start < node.start || edit.end > node.end);
            let order = order(*tag);
            found.edits.push(Edit { start: node.start, end: node.end, order, bits: vec![Bit::Tag(*tag)] });
        }
    }
    true
}

/// Why a block was not settled: of those that say a level, because the tag is not alone.
pub(super) fn reason(tree: &Tree<'_>, found: &Found, block: &Block) -> Wrong {
    let tags: Vec<&Tag> = block.iter().map(|at| &found.tags[*at]).collect();
    let level = tags.iter().map(|tag| tag.level).max().unwrap_or(Level::Inline);
    let explicit = !matches!(level, Level::Inline | Level::Region | Level::Fixed);
    let lonely = explicit && units(tree, &tags, level).is_some_and(|units| same_parent(tree, &units));
    if lonely { Wrong::NotAlone } else { Wrong::Crossing }
}

enum How {
    /// The tags stay in their words.
    Stay,
    /// Each tag takes the place of an element.
    Replace(Vec<At>),
    /// The tags stand before the first and behind the last element.
    Wrap(At, At),
}

fn order(tag: usize) -> i64 {
    i64::try_from(tag).unwrap_or(i64::MAX).saturating_add(1)
}

fn wrap(tree: &Tree<'_>, edits: &mut Vec<Edit>, block: &Block, first: At, last: At) {
    for edit in edits.iter_mut() {
        edit.bits.retain(|bit| !matches!(bit, Bit::Tag(tag) if block.contains(tag)));
    }
    let (start, end) = (tree.nodes[first].start, tree.nodes[last].end);
    let (open, close) = (block[0], block[block.len() - 1]);
    for (at, tag) in [(start, open), (end, close)] {
        edits.push(Edit { start: at, end: at, order: order(tag), bits: vec![Bit::Tag(tag)] });
    }
}

/// The element of each tag at this level.
fn units(tree: &Tree<'_>, tags: &[&Tag], level: Level) -> Option<Vec<At>> {
    tags.iter()
        .map(|tag| match level {
            Level::Run if tree.nodes[tag.anchor].name == "w:r" => Some(tag.anchor),
            Level::Run => tree.around(tag.anchor, "w:r"),
            Level::Cell => tree.around(tag.paragraph, "w:tc"),
            Level::Row => tree.around(tag.paragraph, "w:tr"),
            _ => Some(tag.paragraph),
        })
        .collect()
}

fn explicit(tree: &Tree<'_>, tags: &[&Tag], units: &[At]) -> Option<How> {
    if !same_parent(tree, units) {
        return None;
    }
    if let [one, other] = units
        && one == other
    {
        return Some(How::Wrap(*one, *other));
    }
    let alone = tags.iter().zip(units).all(|(tag, unit)| is_alone(tree, tag, *unit));
    alone.then(|| How::Replace(units.to_vec()))
}

fn region(tree: &Tree<'_>, tags: &[&Tag]) -> Option<How> {
    let row = |tag: &Tag| tree.around(tag.paragraph, "w:tr");
    match (row(tags[0]), row(tags[tags.len() - 1])) {
        (Some(first), Some(last)) if same_parent(tree, &[first, last]) => Some(How::Wrap(first, last)),
        (None, None) => inline(tree, tags),
        _ => rows(tree, tags),
    }
}

fn inline(tree: &Tree<'_>, tags: &[&Tag]) -> Option<How> {
    if tags.iter().all(|tag| tag.paragraph == tags[0].paragraph) {
        return same_frame(tree, tags, tags[0].paragraph).then_some(How::Stay);
    }
    let cell = |tag: &Tag| tree.around(tag.paragraph, "w:tc");
    if tags.iter().any(|tag| cell(tag) != cell(tags[0])) {
        return rows(tree, tags);
    }
    let paragraphs: Vec<At> = tags.iter().map(|tag| tag.paragraph).collect();
    if !same_parent(tree, &paragraphs) {
        return None;
    }
    let apart = paragraphs.windows(2).all(|pair| pair[0] != pair[1]);
    if apart && tags.iter().all(|tag| is_alone(tree, tag, tag.paragraph)) {
        return Some(How::Replace(paragraphs));
    }
    // as docxtpl has it: the beginning of one paragraph and the end of another become one
    same_frame(tree, tags, tree.nodes[paragraphs[0]].parent).then_some(How::Stay)
}

/// Tags in several cells take whole rows with them.
fn rows(tree: &Tree<'_>, tags: &[&Tag]) -> Option<How> {
    let in_tables =
        |tag: &Tag| tree.ancestors(tag.paragraph).filter(|at| tree.nodes[*at].name == "w:tbl").collect();
    let tables: Vec<Vec<At>> = tags.iter().map(|tag| in_tables(tag)).collect();
    let table = tables[0].iter().find(|table| tables.iter().all(|others| others.contains(table)))?;
    let row = |tag: &&Tag| {
        tree.ancestors(tag.paragraph)
            .find(|at| tree.nodes[*at].name == "w:tr" && tree.around(*at, "w:tbl") == Some(*table))
    };
    let rows: Vec<At> = tags.iter().map(row).collect::<Option<_>>()?;
    if !same_parent(tree, &rows) {
        return None;
    }
    if let [first, last] = rows.as_slice() {
        return Some(How::Wrap(*first, *last));
    }
    let apart = rows.windows(2).all(|pair| pair[0] != pair[1]);
    let alone = tags.iter().zip(&rows).all(|(tag, row)| is_alone(tree, tag, *row));
    (apart && alone).then_some(How::Replace(rows))
}

fn same_parent(tree: &Tree<'_>, elements: &[At]) -> bool {
    elements.iter().all(|at| tree.nodes[*at].parent == tree.nodes[elements[0]].parent)
}

/// Whether leaving out or repeating what is between the tags leaves the elements in order: up to the frame, the same elements
/// stand around each.
fn same_frame(tree: &Tree<'_>, tags: &[&Tag], frame: At) -> bool {
    let around = |tag: &Tag| -> Vec<&str> {
        tree.ancestors(tag.anchor).take_while(|at| *at != frame).map(|at| tree.nodes[at].name).collect()
    };
    let kind = |tag: &Tag| tree.nodes[tag.anchor].name;
    tags.iter().all(|tag| around(tag) == around(tags[0]) && kind(tag) == kind(tags[0]))
}

/// Whether an element says nothing but a tag.
fn is_alone(tree: &Tree<'_>, tag: &Tag, unit: At) -> bool {
    let inside = unit..tree.nodes[unit].next;
    if inside.len() > LARGEST_UNIT {
        return false;
    }
    if inside.clone().any(|at| KEPT.contains(&tree.nodes[at].name)) {
        return false;
    }
    let said = if tree.nodes[unit].name == "w:r" {
        tree.child(unit, "w:t").map(|text| unescaped(tree.inner(text))).unwrap_or_default()
    } else {
        let paragraphs = inside.filter(|at| tree.nodes[*at].name == "w:p");
        paragraphs.map(|paragraph| typed_text(tree, paragraph)).collect()
    };
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    squeezed(&said) == squeezed(&unescaped(&tag.raw))
}

/// The frame around a paragraph, cell or row that may go, and what Word wants to find in it.
fn needs(tree: &Tree<'_>, element: At) -> Option<Vec<(At, Bit)>> {
    let frame = |of: At| tree.ancestors(of).find(|at| FRAMES.contains(&tree.nodes[*at].name));
    Some(match tree.nodes[element].name {
        "w:p" => vec![(frame(element)?, Bit::NeedsParagraph)],
        "w:tc" => vec![(tree.around(element, "w:tr")?, Bit::NeedsCell)],
        "w:tr" => {
            let table = tree.around(element, "w:tbl")?;
            let frame = frame(table).map(|frame| (frame, Bit::NeedsParagraph));
            [Some((table, Bit::NeedsRow)), frame].into_iter().flatten().collect()
        }
        _ => return None,
    })
}

/// Puts what Word needs around the frames, each once.
pub(super) fn guard(tree: &Tree<'_>, edits: &mut Vec<Edit>, mut guards: Vec<(At, Bit)>) {
    guards.sort_by_key(|(at, _)| *at);
    guards.dedup_by_key(|(at, _)| *at);
    for (at, need) in guards {
        let node = tree.nodes[at];
        let (start, end) =
            if need == Bit::NeedsParagraph { (node.inner, node.inner_end) } else { (node.start, node.end) };
        // inside of a block that begins here, and of one that ends here: a frame that is repeated is looked at each time
        let (mark, check) = if need == Bit::NeedsParagraph { (0, i64::MAX) } else { (i64::MAX, 0) };
        edits.push(Edit { start, end: start, order: mark, bits: vec![Bit::Mark] });
        edits.push(Edit { start: end, end, order: check, bits: vec![need] });
    }
}
