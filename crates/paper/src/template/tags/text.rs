//! Tags that are typed as text, however Word has cut them into runs.

use super::super::expression::{Expression, Statement, Unread, block, expression};
use super::super::problem::Wrong;
use super::super::tree::{At, Tree, unescaped};
use super::{Bit, Edit, Finder, Level, Meaning, Tag, merge};

/// A stretch of the text of a paragraph.
struct Segment {
    /// Where it begins in the text.
    text: usize,
    /// Where it begins in the file.
    file: usize,
    length: usize,
    /// The element of text.
    element: At,
}

/// The text of a paragraph as the file has it, and where each stretch comes from.
#[derive(Default)]
struct Line {
    text: String,
    segments: Vec<Segment>,
}

/// The nodes of a paragraph that are its own: those of text boxes in it belong to the paragraphs there.
pub(super) fn own_nodes<'t>(tree: &'t Tree<'_>, paragraph: At) -> impl Iterator<Item = At> + 't {
    let mut at = paragraph + 1;
    std::iter::from_fn(move || {
        while at < tree.nodes[paragraph].next && tree.nodes[at].name == "w:p" {
            at = tree.nodes[at].next;
        }
        let here = at;
        at += 1;
        (here < tree.nodes[paragraph].next).then_some(here)
    })
}

fn line(tree: &Tree<'_>, paragraph: At, taken: &[bool]) -> Line {
    let mut line = Line::default();
    for at in own_nodes(tree, paragraph) {
        let node = tree.nodes[at];
        match node.name {
            "w:tab" | "w:br" | "w:cr" if tree.nodes[node.parent].name == "w:r" => line.text.push(' '),
            "" if tree.nodes[node.parent].name == "w:t" && !taken.get(at).is_some_and(|taken| *taken) => {
                let (text, length) = (line.text.len(), node.end - node.start);
                line.segments.push(Segment { text, file: node.start, length, element: node.parent });
                line.text.push_str(tree.raw(at));
            }
            _ => {}
        }
    }
    line
}

/// The text of a paragraph for people.
pub(in crate::template) fn typed_text(tree: &Tree<'_>, paragraph: At) -> String {
    unescaped(&line(tree, paragraph, &[]).text)
}

/// The first words of a paragraph, some bytes of them.
pub(super) fn first_words(tree: &Tree<'_>, paragraph: At, bytes: usize) -> String {
    let mut words = String::new();
    for at in own_nodes(tree, paragraph).take(20 * bytes) {
        if tree.nodes[at].name.is_empty() && tree.nodes[tree.nodes[at].parent].name == "w:t" {
            words.push_str(window(tree.raw(at), 0, bytes));
        }
        if words.len() >= bytes {
            break;
        }
    }
    unescaped(&words)
}

/// A part of a text, cut between letters.
fn window(text: &str, from: usize, until: usize) -> &str {
    let from = (0..=from.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let until = (until.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    &text[from..until]
}

/// What is inside of a tag, with the signs that Word puts in by itself taken back.
pub(super) fn tidied(raw: &str) -> String {
    unescaped(raw)
        .chars()
        .filter_map(|letter| match letter {
            '“' | '”' | '„' | '‟' | '″' => Some('"'),
            '‘' | '’' | '‚' | '′' => Some('\''),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => Some(' '),
            '–' | '—' | '−' => Some('-'),
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => None,
            letter => Some(letter),
        })
        .collect()
}

/// Tags of one paragraph that are not closed: each is looked for to the end of the paragraph.
const MOST_UNCLOSED: usize = 5;
/// The name of a field between French quotes is no longer than this.
const LONGEST_QUOTED: usize = 300;

/// Where a tag stands in a line, and what closes it.
struct Hit {
    start: usize,
    /// Behind the opening sign.
    inner: usize,
    inner_end: usize,
    end: usize,
    kind: char,
}

impl Finder<'_, '_> {
    /// Tags typed in every paragraph.
    pub(super) fn texts(&mut self) {
        for paragraph in 0..self.tree.nodes.len() {
            if self.is_full() {
                return;
            }
            if self.tree.nodes[paragraph].name == "w:p" {
                self.in_paragraph(paragraph);
            }
        }
    }

    fn in_paragraph(&mut self, paragraph: At) {
        let line = line(self.tree, paragraph, &self.taken);
        let (mut from, mut unclosed) = (0, 0);
        while let Some(found) = next(&line.text, from) {
            let begins = match &found {
                Ok(hit) => hit.start,
                Err((start, _)) => *start,
            };
            self.stray(paragraph, &line, from, begins);
            match found {
                Ok(hit) => {
                    from = hit.end;
                    self.typed(paragraph, &line, &hit);
                }
                Err((start, sign)) => {
                    from = start + sign;
                    unclosed += 1;
                    let typed: String =
                        unescaped(window(&line.text, start, start + 160)).chars().take(40).collect();
                    let place = self.place_in(paragraph, &line, start, from);
                    self.problem(Wrong::UnclosedTag, typed.trim(), place);
                }
            }
            if self.is_full() || unclosed > MOST_UNCLOSED {
                return;
            }
        }
        self.stray(paragraph, &line, from, line.text.len());
    }

    /// Whether more than enough was found.
    fn is_full(&self) -> bool {
        self.tags.len() > super::MOST_TAGS || self.problems.len() >= super::MOST_PROBLEMS
    }

    /// A sign that closes a tag where none is open.
    fn stray(&mut self, paragraph: At, line: &Line, from: usize, until: usize) {
        for sign in ["}}", "%}"] {
            if let Some(at) = line.text[from..until].find(sign) {
                let place = self.place_in(paragraph, line, from + at, from + at + sign.len());
                self.problem(Wrong::NothingOpen, sign, place);
                return;
            }
        }
    }

    /// The place of a stretch of a line, with the words around it.
    fn place_in(&self, paragraph: At, line: &Line, start: usize, end: usize) -> super::Place {
        const BESIDE: usize = 240;
        let before = window(&line.text, start.saturating_sub(BESIDE), start);
        let text = window(&line.text, start - before.len(), end + BESIDE);
        let before = unescaped(before).len();
        self.positions.place_with(self.tree, paragraph, &unescaped(text), before)
    }

    fn typed(&mut self, paragraph: At, line: &Line, hit: &Hit) {
        let raw = &line.text[hit.start..hit.end];
        let typed = tidied(raw);
        let inner = tidied(&line.text[hit.inner..hit.inner_end]);
        let read = match hit.kind {
            '#' => None,
            '«' => match merge::plain(&inner) {
                Some(read) => Some(Ok(read)),
                // a quotation, not a field
                None => return,
            },
            '%' => Some(statement(&inner)),
            _ => Some(printed(&inner)),
        };
        let tag = self.tags.len();
        let edits = self.edits.len();
        let first = line.segments.partition_point(|segment| segment.text + segment.length <= hit.start);
        let Some(begin) = line.segments.get(first) else { return };
        let anchor = begin.element;
        let from = begin.file + hit.start.saturating_sub(begin.text);
        for (number, segment) in line.segments[first..].iter().take_while(|one| one.text < hit.end).enumerate() {
            let (start, end) = (hit.start.max(segment.text), hit.end.min(segment.text + segment.length));
            let bits = if number == 0 && read.is_some() { vec![Bit::Tag(tag)] } else { Vec::new() };
            let at = |text: usize| segment.file + (text - segment.text);
            self.edits.push(Edit { start: at(start), end: at(end), order: 0, bits });
            self.kept_blanks.push(segment.element);
        }
        let place = self.place_in(paragraph, line, hit.start, hit.end);
        match read {
            None => {}
            Some(Ok((meaning, level))) => {
                self.tags.push(Tag { meaning, level, typed, raw: raw.to_owned(), from, anchor, paragraph, place });
            }
            Some(Err(unread)) => {
                // what is opened by a tag that is not understood is closed further on all the same
                match opened(&inner).filter(|_| hit.kind == '%') {
                    Some(meaning) => {
                        let (typed, raw, place) = (typed.clone(), raw.to_owned(), place.clone());
                        let level = Level::Inline;
                        self.tags.push(Tag { meaning, level, typed, raw, from, anchor, paragraph, place });
                    }
                    None => self.edits[edits..].iter_mut().for_each(|edit| edit.bits.clear()),
                }
                let wrong = match unread {
                    Unread::At(from) => Wrong::Unreadable(from),
                    Unread::Filter(name, near) => Wrong::UnknownFilter(name, near),
                    Unread::Statement(name) => Wrong::UnknownTag(name),
                };
                self.problem(wrong, &typed, place);
            }
        }
    }
}

/// The next tag; where one is opened and not closed, its place and the length of its sign.
fn next(text: &str, from: usize) -> Option<Result<Hit, (usize, usize)>> {
    let mut from = from;
    loop {
        let start = from + text[from..].find(['{', '«'])?;
        let rest = &text[start..];
        let (kind, sign, close) = if rest.starts_with("{{") {
            ('{', 2, "}}")
        } else if rest.starts_with("{%") {
            ('%', 2, "%}")
        } else if rest.starts_with("{#") {
            ('#', 2, "#}")
        } else if rest.starts_with('«') {
            ('«', '«'.len_utf8(), "»")
        } else {
            from = start + 1;
            continue;
        };
        let inner = start + sign;
        let within = if kind == '«' { window(text, inner, inner + LONGEST_QUOTED) } else { &text[inner..] };
        let Some(length) = within.find(close) else {
            if kind == '«' {
                from = inner;
                continue;
            }
            return Some(Err((start, sign)));
        };
        // a tag does not begin inside of another: the outer one was not closed
        let opened_again = kind != '«'
            && (text[inner..inner + length].contains("{{") || text[inner..inner + length].contains("{%"));
        if opened_again && kind != '#' {
            return Some(Err((start, sign)));
        }
        let inner_end = inner + length;
        return Some(Ok(Hit { start, inner, inner_end, end: inner_end + close.len(), kind }));
    }
}

/// `{{ … }}`; the letters that docxtpl takes before a value change nothing here.
fn printed(inner: &str) -> Result<(Meaning, Level), Unread> {
    let inner = inner.strip_prefix('-').unwrap_or(inner);
    let inner = inner.strip_suffix('-').unwrap_or(inner);
    let prefixed = ["tr ", "tc ", "r ", "p "].iter().find_map(|letters| inner.strip_prefix(letters));
    let read = expression(prefixed.unwrap_or(inner))?;
    Ok((Meaning::Print(read), Level::Inline))
}

/// `{% … %}`, with the level that stands before it.
fn statement(inner: &str) -> Result<(Meaning, Level), Unread> {
    let inner = inner.strip_prefix('-').unwrap_or(inner);
    let inner = inner.strip_suffix('-').unwrap_or(inner);
    let levels = [("tr ", Level::Row), ("tc ", Level::Cell), ("p ", Level::Paragraph), ("r ", Level::Run)];
    let found = levels.into_iter().find_map(|(letters, level)| Some((inner.strip_prefix(letters)?, level)));
    let (inner, level) = found.unwrap_or((inner, Level::Inline));
    Ok((Meaning::Statement(block(inner)?), level))
}

/// What an opening tag that could not be read opens.
fn opened(inner: &str) -> Option<Meaning> {
    let word = inner.split_whitespace().find(|word| !["-", "p", "tr", "tc", "r"].contains(word))?;
    let nothing = Expression::Path(Vec::new());
    match word.trim_start_matches('-') {
        "if" => Some(Meaning::Statement(Statement::If(nothing))),
        "for" => Some(Meaning::Statement(Statement::For(None, nothing))),
        _ => None,
    }
}
