//! The elements of an XML part with where each stands in the text, so that everything that is not touched stays as it is.

use quick_xml::Reader;
use quick_xml::events::Event;

/// More nesting than this is no document.
const DEEPEST: usize = 250;
/// More elements than this are in no template.
const MOST_NODES: usize = 1_500_000;

/// Where a node stands among the nodes.
pub(super) type At = usize;

/// An element, or a stretch of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'x> {
    /// The name with its prefix; empty for text.
    pub(super) name: &'x str,
    /// The first byte.
    pub(super) start: usize,
    /// Where the content begins.
    pub(super) inner: usize,
    /// Where the content ends.
    pub(super) inner_end: usize,
    /// Behind the last byte.
    pub(super) end: usize,
    /// The element around it; its own place for the root.
    pub(super) parent: At,
    /// The first node behind it and all in it.
    pub(super) next: At,
}

/// A parsed part. Nodes stand in the order of the document.
pub(super) struct Tree<'x> {
    pub(super) xml: &'x str,
    pub(super) nodes: Vec<Node<'x>>,
}

/// The part is no well-formed XML.
#[derive(Debug)]
pub(super) struct Broken;

impl<'x> Tree<'x> {
    pub(super) fn read(xml: &'x str) -> Result<Self, Broken> {
        let mut reader = Reader::from_str(xml);
        let mut nodes: Vec<Node<'x>> = Vec::new();
        let mut open: Vec<At> = Vec::new();
        let mut roots = 0;
        loop {
            let start = usize::try_from(reader.buffer_position()).map_err(|_| Broken)?;
            let event = reader.read_event().map_err(|_| Broken)?;
            let end = usize::try_from(reader.buffer_position()).map_err(|_| Broken)?;
            let parent = open.last().copied().unwrap_or(nodes.len());
            let at = nodes.len();
            if at > MOST_NODES {
                return Err(Broken);
            }
            match event {
                Event::Eof => break,
                Event::Start(_) | Event::Empty(_) => {
                    let is_open = matches!(event, Event::Start(_));
                    let name = element_name(xml.get(start..end).ok_or(Broken)?)?;
                    roots += usize::from(open.is_empty());
                    let inner_end = if is_open { 0 } else { end };
                    nodes.push(Node { name, start, inner: end, inner_end, end, parent, next: at + 1 });
                    if is_open {
                        open.push(at);
                    }
                    if open.len() > DEEPEST || roots > 1 {
                        return Err(Broken);
                    }
                }
                Event::End(_) => {
                    let opened = open.pop().ok_or(Broken)?;
                    nodes[opened].inner_end = start;
                    nodes[opened].end = end;
                    nodes[opened].next = at;
                }
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if !open.is_empty() => {
                    match nodes.last_mut() {
                        // a text and the references in it are one stretch
                        Some(last) if last.name.is_empty() && last.end == start && last.parent == parent => {
                            (last.inner_end, last.end) = (end, end);
                        }
                        _ => nodes.push(Node {
                            name: "",
                            start,
                            inner: start,
                            inner_end: end,
                            end,
                            parent,
                            next: at + 1,
                        }),
                    }
                }
                Event::DocType(_) => return Err(Broken),
                _ => {}
            }
        }
        if open.is_empty() && roots == 1 { Ok(Tree { xml, nodes }) } else { Err(Broken) }
    }

    /// The children of an element.
    pub(super) fn children(&self, of: At) -> impl Iterator<Item = At> + '_ {
        let end = self.nodes[of].next;
        let mut at = of + 1;
        std::iter::from_fn(move || {
            let here = at;
            (here < end).then(|| {
                at = self.nodes[here].next;
                here
            })
        })
    }

    /// The first child of this name.
    pub(super) fn child(&self, of: At, name: &str) -> Option<At> {
        self.children(of).find(|at| self.nodes[*at].name == name)
    }

    /// The nearest element of this name around a node.
    pub(super) fn around(&self, of: At, name: &str) -> Option<At> {
        self.ancestors(of).find(|at| self.nodes[*at].name == name)
    }

    /// The elements around a node, from the inside out.
    pub(super) fn ancestors(&self, of: At) -> impl Iterator<Item = At> + '_ {
        let mut at = of;
        std::iter::from_fn(move || {
            let parent = self.nodes[at].parent;
            let more = parent != at;
            at = parent;
            more.then_some(parent)
        })
    }

    /// The text of a node as it stands in the file.
    pub(super) fn raw(&self, at: At) -> &'x str {
        &self.xml[self.nodes[at].start..self.nodes[at].end]
    }

    /// The content of a node as it stands in the file.
    pub(super) fn inner(&self, at: At) -> &'x str {
        &self.xml[self.nodes[at].inner..self.nodes[at].inner_end]
    }

    /// The value of an attribute, references resolved.
    pub(super) fn attribute(&self, at: At, name: &str) -> Option<String> {
        let tag = &self.xml[self.nodes[at].start..self.nodes[at].inner];
        let mut rest = tag;
        loop {
            let found = rest.find(name)?;
            let before = rest[..found].chars().next_back();
            let behind = rest[found + name.len()..].trim_start();
            rest = &rest[found + name.len()..];
            if !before.is_some_and(char::is_whitespace) {
                continue;
            }
            let Some(value) = behind.strip_prefix('=').map(str::trim_start) else { continue };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let value = value[1..].split(quote).next()?;
            return Some(unescaped(value));
        }
    }
}

/// The name at the beginning of a tag.
fn element_name(tag: &str) -> Result<&str, Broken> {
    let name = tag.strip_prefix('<').ok_or(Broken)?;
    let end = name.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).ok_or(Broken)?;
    if end == 0 { Err(Broken) } else { Ok(&name[..end]) }
}

/// Text with the references of XML resolved; what is no reference stays.
pub(super) fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = rest.find(';').and_then(|end| Some((resolved(&rest[1..end])?, end)));
        match found {
            Some((letter, end)) => {
                text.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

fn resolved(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_nodes_know_where_they_stand() {
        let xml = "<?xml version=\"1.0\"?><a x='1 &amp; 2' yx=\"3\"><b/>c&lt;d<e>f</e></a>";
        let tree = Tree::read(xml).expect("well-formed");
        let names: Vec<&str> = tree.nodes.iter().map(|node| node.name).collect();
        assert_eq!(names, ["a", "b", "", "e", ""]);
        assert_eq!(tree.children(0).map(|at| tree.raw(at)).collect::<Vec<_>>(), ["<b/>", "c&lt;d", "<e>f</e>"]);
        assert_eq!(tree.attribute(0, "x").as_deref(), Some("1 & 2"));
        assert_eq!(tree.attribute(0, "z"), None);
        assert_eq!(tree.ancestors(4).collect::<Vec<_>>(), [3, 0]);
    }

    #[test]
    fn template_parts_that_are_not_well_formed_are_broken() {
        for xml in ["", "<a>", "<a></b>", "<a/><b/>", "text", "<!DOCTYPE a><a/>", "<>", "<a", &"<a>".repeat(300)] {
            assert!(Tree::read(xml).is_err(), "{xml}");
        }
    }
}
