//! The outline: which part of the plan each paragraph stands in, and the document's own numbering of it.

use super::marker::{self, Marker};
use super::paragraph::Paragraph;
use super::token::{self, Kind, Token};
use thidua_domain::plans::draft::{Lines, Section};

/// The part of the plan a paragraph stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Before the first heading.
    Preamble,
    /// Mục đích.
    Purpose,
    /// Yêu cầu.
    Requirement,
    /// Chủ đề.
    Theme,
    /// Nội dung.
    Content,
    /// Chỉ tiêu, mục tiêu.
    Targets,
    /// Các đợt thi đua.
    Waves,
    /// Giải pháp.
    Solution,
    /// Tổ chức thực hiện.
    Organisation,
    /// Nơi nhận and what follows.
    Foot,
}

/// Where a paragraph stands.
#[derive(Clone, Debug)]
pub struct Place {
    /// The part.
    pub part: Part,
    /// Numbering joined with dots: `II.1.a`; empty in the preamble.
    pub numbering: String,
    /// Whether it is a heading: numbered, short and without a finished sentence.
    pub heading: bool,
}

/// The outline of the paragraphs after the title.
pub struct Outline {
    /// One place for each paragraph.
    pub places: Vec<Place>,
    /// The headings and lettered items.
    pub sections: Vec<Section>,
}

/// The part a heading opens; nothing when its words do not tell.
fn part_of(words: &str, level: u8) -> Option<Part> {
    let has = |phrase: &str| words.contains(phrase);
    if has("to chuc thuc hien") || has("to chuc trien khai") || has("trach nhiem thuc hien") || has("phan cong") {
        return Some(Part::Organisation);
    }
    if has("giai phap") || has("bien phap") {
        return Some(Part::Solution);
    }
    if has("dot thi dua") || has("dot phat dong") || (has("thoi gian") && has("thi dua")) {
        return Some(Part::Waves);
    }
    if level > 1 && (has("chi tieu") || words.starts_with("muc tieu")) {
        return Some(Part::Targets);
    }
    if has("muc dich") {
        return Some(Part::Purpose);
    }
    if words.starts_with("yeu cau") {
        return Some(Part::Requirement);
    }
    if has("chu de") && !has("noi dung") {
        return Some(Part::Theme);
    }
    if has("noi dung") {
        return Some(Part::Content);
    }
    if has("chi tieu") || words.starts_with("muc tieu") {
        return Some(Part::Targets);
    }
    if words.starts_with("nhiem vu") {
        return Some(Part::Solution);
    }
    None
}

/// Whether a paragraph looks like the beginning of Nơi nhận, also garbled.
fn is_recipients(paragraph: &Paragraph) -> bool {
    let start: String = paragraph
        .tokens
        .iter()
        .take_while(|token| token.kind == Kind::Word)
        .take(2)
        .map(|token| token.folded.as_str())
        .collect();
    paragraph.tokens.len() <= 12
        && start.len() <= 10
        && start.starts_with("noi")
        && start.contains('n')
        && start.ends_with('n')
        && start.len() >= 6
}

/// Finds the outline of a plan.
pub fn outline(paragraphs: &[Paragraph]) -> Outline {
    let mut stack: Vec<(u8, String, Part)> = Vec::new();
    let mut counters = [0u32; 8];
    let mut places = Vec::with_capacity(paragraphs.len());
    let mut sections: Vec<Section> = Vec::new();
    let mut foot = false;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        foot = foot || (index * 2 > paragraphs.len() && is_recipients(paragraph));
        if foot {
            places.push(Place { part: Part::Foot, numbering: String::new(), heading: false });
            continue;
        }
        let inherited = stack.last().map_or(Part::Preamble, |(_, _, part)| *part);
        let Some(marker) = paragraph.marker.as_ref().filter(|marker| marker.level() <= 4) else {
            places.push(Place { part: inherited, numbering: numbering(&stack), heading: false });
            continue;
        };
        let level = marker.level();
        stack.retain(|(above, _, _)| *above < level);
        counters[usize::from(level) + 1..].fill(0);
        let label = label(marker, &mut counters[usize::from(level)]);
        let heading = paragraph.word_count() <= 20 && !paragraph.ends_with(";");
        let above = stack.last().map_or(Part::Preamble, |(_, _, part)| *part);
        let title = heading_words(&paragraph.tokens);
        let told = if level == 4 && !matches!(above, Part::Preamble) { None } else { part_of(&title, level) };
        let short = paragraph.word_count() <= 40;
        let part = told.filter(|_| short && (heading || level <= 3)).unwrap_or(match above {
            Part::Preamble => Part::Content,
            part => part,
        });
        stack.push((level, label, part));
        places.push(Place { part, numbering: numbering(&stack), heading });
        let last = paragraph.lines().last;
        let title = heading.then(|| paragraph.text().trim_end_matches([':', '.', ' ']).to_owned());
        sections.push(Section {
            numbering: numbering(&stack),
            title,
            lines: Lines::new(paragraph.lines().first, last),
        });
    }
    stretch(&mut sections, paragraphs, &places);
    Outline { places, sections }
}

/// The words of a heading up to its colon.
fn heading_words(tokens: &[Token]) -> String {
    let end = tokens.iter().position(|token| token.is_mark(":")).unwrap_or(tokens.len());
    token::words(&tokens[..end])
}

fn numbering(stack: &[(u8, String, Part)]) -> String {
    stack.iter().map(|(_, label, _)| label.as_str()).collect::<Vec<_>>().join(".")
}

const LETTERS: [char; 24] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x',
    'y', 'z',
];

/// The label of a marker; a garbled one takes the next place of its sequence.
fn label(marker: &Marker, count: &mut u32) -> String {
    *count += 1;
    match marker {
        Marker::Chapter(number) => format!("P{number}"),
        Marker::Upper(letter, _) => letter.to_string(),
        Marker::Roman(printed) => {
            *count = printed.filter(|value| *value >= *count && *value <= *count + 2).unwrap_or(*count);
            marker::roman_numeral(*count)
        }
        Marker::Arabic(numbers) => numbers.iter().map(u32::to_string).collect::<Vec<_>>().join("."),
        Marker::Letter(printed) => {
            let expected = usize::try_from(*count - 1).unwrap_or(0).min(LETTERS.len() - 1);
            let place = printed.and_then(|letter| LETTERS.iter().position(|known| *known == letter));
            // d printed twice is d and đ
            let place = place.filter(|place| *place >= expected).unwrap_or(expected);
            *count = u32::try_from(place + 1).unwrap_or(1);
            LETTERS[place].to_string()
        }
        Marker::Bracketed(number) => format!("({number})"),
        Marker::Dash | Marker::Plus => String::new(),
    }
}

/// Lets every section reach to the line before the next one that is not inside it.
fn stretch(sections: &mut [Section], paragraphs: &[Paragraph], places: &[Place]) {
    for section in sections {
        let inside = |place: &Place| {
            place
                .numbering
                .strip_prefix(&section.numbering)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let last = paragraphs
            .iter()
            .zip(places)
            .filter(|(_, place)| inside(place))
            .map(|(paragraph, _)| paragraph.lines().last)
            .max();
        if let Some(last) = last {
            section.lines = Lines::new(section.lines.first, last.max(section.lines.first));
        }
    }
}
