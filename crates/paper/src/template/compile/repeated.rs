//! What may stand only once in a document and would stand several times when it is repeated.

use super::super::expression::Statement;
use super::super::tags::{Bit, Edit, Found, Meaning};
use super::super::tree::{At, Tree};
use super::Block;
use std::collections::HashSet;

/// Takes bookmarks and identities out of what is repeated, and numbers its drawings anew.
pub(super) fn unrepeat(tree: &Tree<'_>, found: &mut Found, blocks: &[Block]) {
    let is_loop = |block: &&Block| matches!(&found.tags[block[0]].meaning, Meaning::Statement(Statement::For(..)));
    let starts =
        |tag: usize| found.edits.iter().find(|edit| edit.bits.contains(&Bit::Tag(tag))).map(|edit| edit.start);
    let mut ranges: Vec<(usize, usize)> = blocks
        .iter()
        .filter(is_loop)
        .filter_map(|block| Some((starts(block[0])?, starts(block[block.len() - 1])?)))
        .collect();
    if ranges.is_empty() {
        return;
    }
    ranges.sort_unstable();
    // loops inside of loops are part of those
    let mut reach = 0;
    ranges.retain(|(_, until)| {
        let further = *until > reach;
        reach = reach.max(*until);
        further
    });
    let repeated = |at: At| {
        let start = tree.nodes[at].start;
        let behind = ranges.partition_point(|(from, _)| *from <= start);
        behind > 0 && start < ranges[behind - 1].1
    };
    let all = 0..tree.nodes.len();
    let marks: HashSet<String> = all
        .clone()
        .filter(|at| tree.nodes[*at].name == "w:bookmarkStart" && repeated(*at))
        .filter_map(|at| tree.attribute(at, "w:id"))
        .collect();
    for at in all {
        let node = tree.nodes[at];
        let (start, end, bits) = match node.name {
            "w:bookmarkStart" | "w:bookmarkEnd"
                if tree.attribute(at, "w:id").is_some_and(|id| marks.contains(&id)) =>
            {
                (node.start, node.end, Vec::new())
            }
            "w:id" if tree.nodes[node.parent].name == "w:sdtPr" && repeated(at) => {
                (node.start, node.end, Vec::new())
            }
            "wp:docPr" if repeated(at) => match value(tree, at, " id=\"") {
                Some((start, end)) => (start, end, vec![Bit::Serial]),
                None => continue,
            },
            "w:p" | "w:tr" if repeated(at) => match value(tree, at, " w14:paraId=\"") {
                Some((start, end)) => (start - " w14:paraId=\"".len(), end + 1, Vec::new()),
                None => continue,
            },
            _ => continue,
        };
        found.edits.push(Edit { start, end, order: 0, bits });
    }
}

/// Where the value of an attribute stands.
fn value(tree: &Tree<'_>, at: At, attribute: &str) -> Option<(usize, usize)> {
    let node = tree.nodes[at];
    let tag = &tree.xml[node.start..node.inner];
    let start = tag.find(attribute)? + attribute.len();
    let length = tag[start..].find('"')?;
    Some((node.start + start, node.start + start + length))
}
