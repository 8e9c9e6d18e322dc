//! The numbers that Word shows before paragraphs; they are not in the text but follow from the lists and the order.

use super::walk::attribute;
use crate::read::ReadProblem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// How the number of a level looks.
#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    /// `%1.%2.`
    text: String,
    start: u32,
}

#[derive(Clone, Debug, Default)]
struct List {
    levels: Vec<Level>,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Abstract lists by their identifier.
    lists: HashMap<String, List>,
    /// The abstract list of each numbered list, and starts that it sets anew.
    used: HashMap<String, (String, HashMap<usize, u32>)>,
    /// The list and level of paragraph styles.
    styles: HashMap<String, (String, usize)>,
    counters: HashMap<String, Vec<u32>>,
}

/// Levels of a list that Word knows.
const LEVELS: usize = 9;

impl Numbering {
    /// Reads the lists from `numbering.xml` and the numbered styles from `styles.xml`; both may be empty.
    pub(super) fn read(numbering: &str, styles: &str) -> Result<Self, ReadProblem> {
        let mut found = Numbering::default();
        found.read_lists(numbering)?;
        found.read_styles(styles)?;
        Ok(found)
    }

    fn read_lists(&mut self, xml: &str) -> Result<(), ReadProblem> {
        let mut reader = Reader::from_str(xml);
        let (mut list, mut number) = (None::<String>, None::<String>);
        let (mut level, mut override_at) = (0usize, 0usize);
        loop {
            match reader.read_event().map_err(|_| ReadProblem::Broken)? {
                Event::Eof => return Ok(()),
                Event::Start(tag) | Event::Empty(tag) => {
                    let value = || attribute(&tag, "w:val").unwrap_or_default();
                    match tag.name().as_ref() {
                        "w:abstractNum" => list = attribute(&tag, "w:abstractNumId"),
                        "w:num" => number = attribute(&tag, "w:numId"),
                        "w:abstractNumId" => {
                            if let Some(number) = &number {
                                self.used.insert(number.clone(), (value(), HashMap::new()));
                            }
                        }
                        "w:lvl" => level = level_of(&tag),
                        "w:lvlOverride" => override_at = level_of(&tag),
                        "w:startOverride" => {
                            if let Some((_, starts)) = number.as_ref().and_then(|number| self.used.get_mut(number))
                            {
                                starts.insert(override_at, value().parse().unwrap_or(1));
                            }
                        }
                        "w:start" => self.level(&list, level, |one| one.start = value().parse().unwrap_or(1)),
                        "w:numFmt" => self.level(&list, level, |one| one.format = value()),
                        "w:lvlText" => self.level(&list, level, |one| one.text = value()),
                        _ => {}
                    }
                }
                Event::End(tag) if tag.name().as_ref() == "w:abstractNum" => list = None,
                Event::End(tag) if tag.name().as_ref() == "w:num" => number = None,
                _ => {}
            }
        }
    }

    fn level(&mut self, list: &Option<String>, level: usize, set: impl FnOnce(&mut Level)) {
        let Some(list) = list else { return };
        let levels = &mut self.lists.entry(list.clone()).or_default().levels;
        if levels.len() <= level {
            levels.resize(level + 1, Level { start: 1, ..Level::default() });
        }
        set(&mut levels[level]);
    }

    fn read_styles(&mut self, xml: &str) -> Result<(), ReadProblem> {
        let mut reader = Reader::from_str(xml);
        let mut style = String::new();
        loop {
            match reader.read_event().map_err(|_| ReadProblem::Broken)? {
                Event::Eof => return Ok(()),
                Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                    "w:style" => style = attribute(&tag, "w:styleId").unwrap_or_default(),
                    "w:numId" => {
                        let list = attribute(&tag, "w:val").unwrap_or_default();
                        self.styles.entry(style.clone()).or_default().0 = list;
                    }
                    "w:ilvl" => self.styles.entry(style.clone()).or_default().1 = level_of_value(&tag),
                    _ => {}
                },
                _ => {}
            }
        }
    }

    /// The list and level that paragraphs of a style have.
    pub(super) fn of_style(&self, style: &str) -> Option<(String, usize)> {
        self.styles.get(style).filter(|(list, _)| !list.is_empty() && list != "0").cloned()
    }

    /// The number that stands before the next paragraph of a list, with a space after it; empty for no number.
    pub(super) fn next(&mut self, number: &str, level: usize) -> String {
        let level = level.min(LEVELS - 1);
        let Some((list_id, starts)) = self.used.get(number).cloned() else { return String::new() };
        let Some(list) = self.lists.get(&list_id).cloned() else { return String::new() };
        let Some(own) = list.levels.get(level) else { return String::new() };
        if own.format == "bullet" {
            return "- ".to_owned();
        }
        let start = |at: usize| starts.get(&at).copied().or(list.levels.get(at).map(|one| one.start)).unwrap_or(1);
        // lists of one kind count on together unless one sets its own start
        let key = if starts.is_empty() { format!("a{list_id}") } else { format!("n{number}") };
        let counters = self.counters.entry(key).or_default();
        if counters.len() <= level {
            let from = counters.len();
            counters
                .extend((from..=level).map(|at| if at < level { start(at) } else { start(at).wrapping_sub(1) }));
        }
        counters.truncate(level + 1);
        counters[level] = counters[level].wrapping_add(1);
        let mut text = own.text.clone();
        for (at, count) in counters.iter().enumerate() {
            let format = list.levels.get(at).map_or("decimal", |one| one.format.as_str());
            text = text.replace(&format!("%{}", at + 1), &shown(*count, format));
        }
        let text = text.trim();
        if text.is_empty() || own.format == "none" { String::new() } else { format!("{text} ") }
    }
}

fn level_of(tag: &BytesStart<'_>) -> usize {
    attribute(tag, "w:ilvl").and_then(|level| level.parse().ok()).unwrap_or(0).min(LEVELS - 1)
}

pub(super) fn level_of_value(tag: &BytesStart<'_>) -> usize {
    attribute(tag, "w:val").and_then(|level| level.parse().ok()).unwrap_or(0).min(LEVELS - 1)
}

fn shown(count: u32, format: &str) -> String {
    let letter = || {
        let place = count.saturating_sub(1);
        char::from_u32(u32::from('a') + place % 26).unwrap_or('a').to_string()
    };
    match format {
        "lowerLetter" => letter(),
        "upperLetter" => letter().to_uppercase(),
        "upperRoman" => crate::plan::roman_numeral(count),
        "lowerRoman" => crate::plan::roman_numeral(count).to_lowercase(),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}
