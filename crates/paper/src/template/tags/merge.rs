//! Merge fields of Word, simple and in pieces, and the fields of Word that a template may not have.

use super::super::expression::{Expression, Filter, Statement, Step};
use super::super::names::key;
use super::super::problem::Wrong;
use super::super::tree::{At, unescaped};
use super::text::tidied;
use super::{Bit, Edit, Finder, Level, Meaning, Tag};

/// Fields that fetch or run something when the document is opened or updated.
const DANGEROUS: [&str; 14] = [
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "INCLUDE",
    "IMPORT",
    "DDE",
    "DDEAUTO",
    "LINK",
    "EMBED",
    "DATABASE",
    "MACROBUTTON",
    "RD",
    "CONTROL",
    "HTMLACTIVEX",
    "GLOSSARY",
];

/// Fields inside of fields.
const DEEPEST: usize = 30;

/// A field in pieces that is being read.
struct Open {
    /// The run where it begins, and the sign there.
    run: At,
    sign: At,
    instruction: String,
    in_result: bool,
    /// The run whose looks the value gets.
    result: Option<At>,
    around_field: bool,
}

impl Finder<'_, '_> {
    /// All fields of Word in the part.
    pub(super) fn merge_fields(&mut self) {
        let tree = self.tree;
        let mut open: Vec<Open> = Vec::new();
        for at in 0..tree.nodes.len() {
            let node = tree.nodes[at];
            match node.name {
                "w:fldSimple" => self.simple(at),
                "w:fldChar" => {
                    let Some(run) = tree.around(at, "w:r") else { continue };
                    match tree.attribute(at, "w:fldCharType").as_deref() {
                        // no field stands in so many others
                        Some("begin") if open.len() < DEEPEST => open.push(Open {
                            run,
                            sign: at,
                            instruction: String::new(),
                            in_result: false,
                            result: None,
                            around_field: false,
                        }),
                        Some("separate") => {
                            open.iter_mut().last().into_iter().for_each(|field| field.in_result = true)
                        }
                        Some("end") => {
                            let Some(field) = open.pop() else { continue };
                            let merges = word(&field.instruction) == "MERGEFIELD";
                            if let Some(outer) = open.last_mut().filter(|outer| merges && !outer.in_result) {
                                outer.around_field = true;
                            }
                            self.in_pieces(&field, run, at);
                        }
                        _ => {}
                    }
                }
                "" if tree.nodes[node.parent].name == "w:instrText" => {
                    if let Some(field) = open.last_mut() {
                        field.instruction.push_str(&unescaped(tree.raw(at)));
                    }
                }
                "w:t" => {
                    let run = tree.around(at, "w:r");
                    for field in open.iter_mut().filter(|field| field.in_result && field.result.is_none()) {
                        field.result = run;
                    }
                }
                _ => {}
            }
        }
    }

    fn in_pieces(&mut self, field: &Open, last_run: At, last_sign: At) {
        let tree = self.tree;
        let name = word(&field.instruction);
        let paragraph = tree.around(field.run, "w:p").unwrap_or(field.run);
        if name != "MERGEFIELD" {
            self.other_field(&name, field.around_field, paragraph);
            return;
        }
        let looks = field.result.or(Some(field.run));
        let (first, last) = (tree.nodes[field.run], tree.nodes[last_run]);
        let (start, end, before, behind);
        if field.run == last_run {
            (start, end) = (tree.nodes[field.sign].start, tree.nodes[last_sign].end);
            (before, behind) = ("<w:t xml:space=\"preserve\">".to_owned(), "</w:t>");
        } else if first.parent == last.parent
            && self.is_first(field.sign)
            && tree.nodes[last_sign].next == last.next
        {
            (start, end) = (first.start, last.end);
            (before, behind) = (self.run_start(looks), "</w:t></w:r>");
        } else {
            let typed = field.instruction.trim().to_owned();
            let place = self.positions.place(tree, paragraph);
            self.problem(Wrong::Crossing, &typed, place);
            return;
        }
        let taken = field.run..tree.nodes[last_run].next;
        self.add_field(&field.instruction, (field.run, paragraph), (start, end), (before, behind), taken);
    }

    /// Whether nothing but its looks stands before a sign in its run.
    fn is_first(&self, sign: At) -> bool {
        let run = self.tree.nodes[sign].parent;
        self.tree.children(run).find(|at| self.tree.nodes[*at].name != "w:rPr") == Some(sign)
    }

    fn simple(&mut self, at: At) {
        let tree = self.tree;
        let instruction = tree.attribute(at, "w:instr").unwrap_or_default();
        let paragraph = tree.around(at, "w:p").unwrap_or(at);
        let name = word(&instruction);
        if name != "MERGEFIELD" {
            self.other_field(&name, false, paragraph);
            return;
        }
        let node = tree.nodes[at];
        let run = (at + 1..node.next).find(|inner| tree.nodes[*inner].name == "w:r");
        let before = self.run_start(run);
        self.add_field(
            &instruction,
            (at, paragraph),
            (node.start, node.end),
            (before, "</w:t></w:r>"),
            at..node.next,
        );
    }

    fn other_field(&mut self, name: &str, around_field: bool, paragraph: At) {
        let wrong = if DANGEROUS.contains(&name) {
            Wrong::DangerousField(name.to_owned())
        } else if around_field {
            Wrong::FieldAroundField(name.to_owned())
        } else {
            return;
        };
        let place = self.positions.place(self.tree, paragraph);
        self.problem(wrong, name, place);
    }

    /// The beginning of a run that looks like another.
    fn run_start(&self, run: Option<At>) -> String {
        let looks = run.and_then(|run| self.tree.child(run, "w:rPr")).map_or("", |looks| self.tree.raw(looks));
        format!("<w:r>{looks}<w:t xml:space=\"preserve\">")
    }

    fn add_field(
        &mut self,
        instruction: &str,
        (anchor, paragraph): (At, At),
        (start, end): (usize, usize),
        (before, behind): (String, &str),
        taken: std::ops::Range<At>,
    ) {
        let typed = tidied(instruction.trim());
        let place = self.positions.place(self.tree, paragraph);
        let mut raw = String::new();
        for at in taken {
            let in_text = self.tree.nodes[self.tree.nodes[at].parent].name == "w:t";
            if in_text && self.tree.nodes[at].name.is_empty() && !self.taken[at] {
                raw.push_str(self.tree.raw(at));
            }
            self.taken[at] = true;
        }
        let Some((meaning, level)) = field(&typed) else {
            self.problem(Wrong::Unreadable(String::new()), &typed, place);
            return;
        };
        let tag = Bit::Tag(self.tags.len());
        let bits = match meaning {
            Meaning::Print(_) => vec![Bit::Text(before), tag, Bit::Text(behind.to_owned())],
            Meaning::Statement(_) => vec![tag],
        };
        self.edits.push(Edit { start, end, order: 0, bits });
        self.tags.push(Tag { meaning, level, typed, raw, from: start, anchor, paragraph, place });
    }
}

/// The first word of an instruction, in capitals.
fn word(instruction: &str) -> String {
    instruction.split_whitespace().next().unwrap_or_default().to_uppercase()
}

/// What a merge field says, with its switches.
fn field(instruction: &str) -> Option<(Meaning, Level)> {
    let words = words(instruction);
    let (_, words) = words.split_first()?;
    let (name, switches) = words.split_first()?;
    let (meaning, level) = named(name)?;
    let Meaning::Print(mut written) = meaning else { return Some((meaning, level)) };
    let (mut before, mut behind) = (String::new(), String::new());
    let mut at = 0;
    while at < switches.len() {
        let argument = switches.get(at + 1).cloned().unwrap_or_default();
        let filter = match switches[at].to_lowercase().as_str() {
            "\\*" => match argument.to_lowercase().as_str() {
                "upper" => Some(Filter::Upper),
                "lower" => Some(Filter::Lower),
                "firstcap" => Some(Filter::Capitalize),
                "caps" => Some(Filter::Title),
                _ => None,
            },
            "\\@" => Some(Filter::DayLike(argument)),
            "\\#" => Some(Filter::Digits),
            "\\b" => {
                before = argument;
                None
            }
            "\\f" => {
                behind = argument;
                None
            }
            _ => {
                at += 1;
                continue;
            }
        };
        at += 2;
        if let Some(filter) = filter {
            written = Expression::Written(Box::new(written), filter);
        }
    }
    if !before.is_empty() || !behind.is_empty() {
        written = Expression::Written(Box::new(written), Filter::Around(before, behind));
    }
    Some((Meaning::Print(written), level))
}

/// A field by its name: a value, or the beginning or end of a list.
fn named(name: &str) -> Option<(Meaning, Level)> {
    let path = |name: &str| {
        let steps: Vec<Step> = name.split('.').map(|step| Step::Name(key(step).into_owned())).collect();
        let named = |step: &Step| matches!(step, Step::Name(name) if !name.is_empty());
        steps.iter().all(named).then_some(Expression::Path(steps))
    };
    let lower = name.to_lowercase();
    let after =
        |starts: [&str; 2]| starts.iter().find_map(|start| lower.starts_with(start).then(|| &name[start.len()..]));
    if let Some(list) = after(["tablestart:", "begingroup:"]) {
        return Some((Meaning::Statement(Statement::For(None, path(list)?)), Level::Region));
    }
    if let Some(list) = after(["tableend:", "endgroup:"]) {
        let list = key(list).into_owned();
        return Some((Meaning::Statement(Statement::EndFor(Some(list))), Level::Region));
    }
    Some((Meaning::Print(path(name)?), Level::Inline))
}

/// `«name»` typed as plain text. French quotes around words are a quotation: a field has no blanks, and either no mark or an
/// underscore.
pub(super) fn plain(inner: &str) -> Option<(Meaning, Level)> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ':');
    let is_name = !inner.is_empty()
        && inner.chars().all(fits)
        && inner.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && (inner.is_ascii() || inner.contains('_') || inner.contains(':'));
    if is_name { named(inner) } else { None }
}

/// What a content control of this tag says.
pub(super) fn of_control(tag: &str) -> Option<Meaning> {
    match named(tag)? {
        (meaning @ Meaning::Print(_), _) => Some(meaning),
        _ => None,
    }
}

/// The words of an instruction; what is in quotes is one.
fn words(instruction: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = instruction.trim_start();
    while !rest.is_empty() {
        let (word, behind) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(word.to_owned());
        rest = behind.trim_start();
    }
    words
}
