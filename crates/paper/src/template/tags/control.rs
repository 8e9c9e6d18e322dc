//! Content controls: the tag of a control is the name of its field, a repeating section is a loop.

use super::super::expression::{Expression, Statement, Step};
use super::super::names::key;
use super::super::problem::Wrong;
use super::super::tree::{At, unescaped};
use super::{Bit, Edit, Finder, Level, Meaning, Tag, merge};

/// Controls that hold something else than text.
const OTHERS: [&str; 9] = [
    "w:docPartObj",
    "w:docPartList",
    "w:picture",
    "w:group",
    "w:equation",
    "w:citation",
    "w:bibliography",
    "w14:checkbox",
    "w15:repeatingSectionItem",
];
/// What other programs put into tags for themselves.
const NOT_OURS: [&str; 3] = ["goog_", "MENDELEY_", "ZOTERO_"];

impl Finder<'_, '_> {
    /// All content controls of the part.
    pub(super) fn controls(&mut self) {
        for at in 0..self.tree.nodes.len() {
            if self.tree.nodes[at].name == "w:sdt" && !self.taken[at] {
                self.control(at);
            }
        }
    }

    fn control(&mut self, at: At) {
        let tree = self.tree;
        let (Some(about), Some(content)) = (tree.child(at, "w:sdtPr"), tree.child(at, "w:sdtContent")) else {
            return;
        };
        let value = |name| tree.child(about, name).and_then(|found| tree.attribute(found, "w:val"));
        let Some(tag) = value("w:tag").or_else(|| value("w:alias")).filter(|tag| !tag.trim().is_empty()) else {
            return;
        };
        let tag = tag.trim();
        let has = |name: &str| tree.child(about, name).is_some();
        if NOT_OURS.iter().any(|start| tag.starts_with(start)) {
            return;
        }
        if has("w15:repeatingSection") {
            self.repeating(at, content, tag);
        } else if !OTHERS.iter().any(|other| has(other)) {
            self.field_control(about, content, tag);
        }
    }

    fn field_control(&mut self, about: At, content: At, tag: &str) {
        let tree = self.tree;
        let inner = tree.inner(content);
        // a frame around other tags is only a frame
        if ["<w:sdt>", "<w:sdt ", "{{", "{%", "MERGEFIELD"].iter().any(|other| inner.contains(other)) {
            return;
        }
        let Some(meaning) = merge::of_control(tag) else { return };
        let texts: Vec<At> = (content..tree.nodes[content].next)
            .filter(|at| tree.nodes[*at].name == "w:t" && tree.nodes[*at].inner < tree.nodes[*at].end)
            .collect();
        let paragraph = tree.around(about, "w:p");
        let paragraph =
            paragraph.or_else(|| (content..tree.nodes[content].next).find(|at| tree.nodes[*at].name == "w:p"));
        let paragraph = paragraph.unwrap_or(content);
        let place = self.positions.place(tree, paragraph);
        let Some(first) = texts.first().copied() else {
            self.problem(Wrong::EmptyControl, tag, place);
            return;
        };
        for text in &texts {
            let node = tree.nodes[*text];
            let bits = if *text == first { vec![Bit::Tag(self.tags.len())] } else { Vec::new() };
            self.edits.push(Edit { start: node.inner, end: node.inner_end, order: 0, bits });
            (*text..node.next).for_each(|at| self.taken[at] = true);
        }
        self.kept_blanks.push(first);
        // what Word shows as long as nobody typed, and where it would take other content from
        let mut gone: Vec<At> = ["w:showingPlcHdr", "w:dataBinding", "w15:dataBinding", "w:placeholder"]
            .iter()
            .filter_map(|name| tree.child(about, name))
            .collect();
        if tree.child(about, "w:showingPlcHdr").is_some() {
            gone.extend((content..tree.nodes[content].next).filter(|at| tree.nodes[*at].name == "w:rStyle"));
        }
        for at in gone {
            let node = tree.nodes[at];
            self.edits.push(Edit { start: node.start, end: node.end, order: 0, bits: Vec::new() });
        }
        let raw = unescaped(tree.inner(first));
        self.tags.push(Tag {
            meaning,
            level: Level::Inline,
            typed: tag.to_owned(),
            raw,
            from: tree.nodes[first].inner,
            anchor: first,
            paragraph,
            place,
        });
    }

    /// The first item stands for all; the others were shown for example.
    fn repeating(&mut self, at: At, content: At, tag: &str) {
        let tree = self.tree;
        let items: Vec<At> = tree.children(content).filter(|item| tree.nodes[*item].name == "w:sdt").collect();
        let (Some(first), Some(last)) = (items.first().copied(), items.last().copied()) else { return };
        for item in items.iter().skip(1) {
            (*item..tree.nodes[*item].next).for_each(|node| self.taken[node] = true);
        }
        let (first_node, end) = (tree.nodes[first], tree.nodes[last].end);
        let paragraph = (first..first_node.next).find(|inner| tree.nodes[*inner].name == "w:p").unwrap_or(at);
        let place = self.positions.place(tree, paragraph);
        let list = Expression::Path(vec![Step::Name(key(tag).into_owned())]);
        for (statement, start, end) in [
            (Statement::For(None, list), first_node.start, first_node.start),
            (Statement::EndFor(None), first_node.end, end),
        ] {
            let bits = vec![Bit::Tag(self.tags.len())];
            self.edits.push(Edit { start, end, order: 0, bits });
            self.tags.push(Tag {
                meaning: Meaning::Statement(statement),
                level: Level::Fixed,
                typed: tag.to_owned(),
                raw: String::new(),
                from: start,
                anchor: first,
                paragraph,
                place: place.clone(),
            });
        }
    }
}
