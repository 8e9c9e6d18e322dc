//! Where the plan lists its targets, and the lines of that list with their groups.

use crate::plan::marker::Marker;
use crate::plan::outline::{Outline, Part};
use crate::plan::paragraph::Paragraph;
use crate::plan::token;
use std::ops::Range;

/// A line of the list of targets.
pub struct Item<'a> {
    /// The line.
    pub paragraph: &'a Paragraph,
    /// Lines that stand below it (`+` under `-`).
    pub children: Vec<&'a Paragraph>,
    /// The heading it stands under.
    pub group: Option<String>,
    /// The indicator that a line above names for it: `Tỷ lệ hộ nghèo:` above `- Xã vùng III: 21 %`.
    pub lead: Option<String>,
    /// The document's own number.
    pub number: Option<String>,
}

/// The stretches of paragraphs that list targets.
pub fn zones(paragraphs: &[Paragraph], outline: &Outline) -> Vec<Range<usize>> {
    let mut openers: Vec<(usize, u8)> = (0..paragraphs.len())
        .filter_map(|at| opener(&paragraphs[at], outline, at).map(|level| (at, level)))
        .collect();
    // a heading that holds narrower ones is the list when it holds measures outside them; else they are
    let chapter = |at: usize| matches!(paragraphs[at].marker, Some(Marker::Chapter(_)));
    openers.sort_by_key(|(at, level)| (std::cmp::Reverse(*level), chapter(*at), *at));
    let counts = |at: usize| super::measure::measures(&paragraphs[at].tokens).len();
    let measured = |range: &Range<usize>| range.clone().filter(|at| counts(*at) > 0).count();
    let mut zones: Vec<Range<usize>> = Vec::new();
    for (at, level) in openers {
        let own = at + 1..close(paragraphs, at, level);
        let (inner, outer): (Vec<_>, Vec<_>) = zones.into_iter().partition(|zone| own.contains(&zone.start));
        let within: usize = inner.iter().map(measured).sum();
        let outside = measured(&own).saturating_sub(within);
        // one paragraph may promise several things
        let rich = own.clone().any(|at| !inner.iter().any(|zone| zone.contains(&at)) && counts(at) >= 3);
        zones = outer;
        if inner.is_empty() || ((outside >= 2 || rich) && outside * 2 >= within) {
            zones.push(own);
        } else {
            zones.extend(inner);
        }
    }
    // “Chỉ tiêu: …” with the targets in the line itself
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let inside = zones.iter().any(|zone| zone.contains(&at));
        if !inside && outline.places[at].part != Part::Foot && names_own_targets(paragraph) {
            zones.push(at..at + 1);
        }
    }
    zones.retain(|zone| !zone.is_empty());
    zones.sort_by_key(|zone| zone.start);
    zones
}

/// Whether a paragraph is a line of targets by its first words: `Chỉ tiêu: …`, `Chỉ tiêu phấn đấu: …`.
fn names_own_targets(paragraph: &Paragraph) -> bool {
    let colon = paragraph.tokens.iter().take(6).position(|token| token.is_mark(":"));
    token::starts_at(&paragraph.tokens, 0, "chi tieu").is_some()
        && colon.is_some_and(|colon| !super::measure::measures(&paragraph.tokens[colon..]).is_empty())
}

/// The level of a paragraph that opens a list of targets.
fn opener(paragraph: &Paragraph, outline: &Outline, at: usize) -> Option<u8> {
    let preamble = outline.places[at].part == Part::Preamble;
    if outline.places[at].part == Part::Foot || (preamble && !outline.sections.is_empty()) {
        return None;
    }
    let words = paragraph.words();
    let level = paragraph.marker.as_ref().map_or(4, Marker::level);
    let titles = words.starts_with("dang ky danh hieu")
        || words.starts_with("danh hieu thi dua")
        || words == "danh hieu"
        || words == "cac danh hieu"
        || words.starts_with("dang ky thi dua");
    let names =
        words.contains("chi tieu") || words.starts_with("muc tieu") || words.contains(" muc tieu") || titles;
    let heading = paragraph.marker.is_some()
        && level <= 4
        && paragraph.word_count() <= 14
        && !words.contains("giai phap")
        && !words.contains("muc dich");
    let tail: String = words.chars().rev().take(70).collect::<String>().chars().rev().collect();
    // “Nội dung thi đua và chỉ tiêu.” without a number
    let unnumbered = paragraph.marker.is_none()
        && paragraph.word_count() <= 9
        && words.contains("chi tieu")
        && !words.contains("phu luc")
        && !paragraph.ends_with(";")
        && !paragraph.ends_with(",")
        && paragraph.tokens.first().is_some_and(token::Token::is_capital);
    let lead = paragraph.ends_with(":")
        && (tail.contains("chi tieu") || tail.contains("muc tieu") || registers(&tail))
        && !words.contains("giai phap sau");
    ((heading && names && !paragraph.ends_with(";") && !paragraph.ends_with("."))
        || (lead && level <= 4)
        || unnumbered)
        .then_some(level)
}

/// `… đăng ký các việc sau:`, `… cam kết thực hiện:`, `… ký kết giao ước với những nội dung sau:`.
fn registers(tail: &str) -> bool {
    let what = ["viec", "noi dung", "nhiem vu", "phan viec", "cong viec"];
    ["dang ky", "cam ket", "thi dua hoan thanh", "thi dua thuc hien"].iter().any(|verb| {
        tail.split(verb)
            .nth(1)
            .is_some_and(|rest| rest.contains("sau") && what.iter().any(|what| rest.contains(what)))
    })
}

fn close(paragraphs: &[Paragraph], at: usize, level: u8) -> usize {
    let lettered = paragraphs[at].marker.is_none();
    (at + 1..paragraphs.len())
        .find(|index| {
            let closes = paragraphs[*index]
                .marker
                .as_ref()
                .is_some_and(|marker| closes(marker, paragraphs[at].marker.as_ref(), level));
            let other = lettered && super::promise::opens_other_matter(&paragraphs[*index]);
            closes || other || paragraphs[*index].words().starts_with("noi nhan")
        })
        .unwrap_or(paragraphs.len())
}

/// Whether a marker ends the stretch that another opened; `A.` stands below `PHẦN II.`
fn closes(marker: &Marker, opener: Option<&Marker>, level: u8) -> bool {
    let within = matches!(opener, Some(Marker::Chapter(_))) && matches!(marker, Marker::Upper(..));
    !within && marker.level() <= if opener.is_none() { 3 } else { level }
}

/// The lines of a stretch, with children and groups.
pub fn items<'a>(paragraphs: &'a [Paragraph], zone: Range<usize>) -> Vec<Item<'a>> {
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut groups: Vec<(u8, String)> = Vec::new();
    let mut heading_before = false;
    let mut lead: Option<(u8, String)> = None;
    let dashed = paragraphs[zone.clone()]
        .iter()
        .any(|paragraph| matches!(paragraph.marker, Some(Marker::Dash | Marker::Plus | Marker::Bracketed(_))));
    for at in zone.clone() {
        let paragraph = &paragraphs[at];
        let level = paragraph.marker.as_ref().map_or(0, Marker::level);
        let next_deeper = paragraphs
            .get(at + 1)
            .filter(|_| at + 1 < zone.end)
            .is_some_and(|next| is_deeper(next.marker.as_ref(), paragraph.marker.as_ref()));
        // “2.1. Kết quả học tập” with its figures in the line below
        // also below a line that names the columns
        let next_measures = (at + 1..zone.end.min(at + 3))
            .map(|next| &paragraphs[next])
            .take_while(|next| next.marker.is_none())
            .any(|next| !super::measure::measures(&next.tokens).is_empty());
        let bare_heading = next_measures
            && paragraph.marker.is_some()
            && paragraph.word_count() <= 12
            && !ends_as_item(paragraph)
            && super::measure::measures(&paragraph.tokens).is_empty();
        let for_whom = token::starts_at(&paragraph.tokens, 0, "doi voi").is_some()
            && paragraph.word_count() <= 40
            && !ends_as_item(paragraph)
            && super::measure::measures(&paragraph.tokens).is_empty();
        let headed = next_deeper && paragraph.marker.is_some() && is_bare_title(paragraph);
        let named = is_bare_title(paragraph)
            && ["ve ", "chi tieu ", "cac chi tieu", "linh vuc "]
                .iter()
                .any(|start| paragraph.words().starts_with(start));
        let group_like = bare_heading
            || for_whom
            || headed
            || named
            || (paragraph.is_upper() && is_bare_title(paragraph))
            || (is_group(paragraph, dashed) && (next_deeper || level == 0 || paragraph.ends_with(":")));
        if group_like && level != 6 {
            groups.retain(|(above, _)| *above < level);
            lead = names_an_indicator(paragraph)
                .then(|| (level, paragraph.text().trim_matches([':', ' ']).to_owned()));
            groups.push((level, paragraph.text().trim_matches([':', '.', ' ', ';']).to_owned()));
            heading_before = true;
            continue;
        }
        if is_caption(paragraph)
            || is_of_prizes(paragraph)
            || ["ghi chu", "nguon"].iter().any(|words| token::starts_at(&paragraph.tokens, 0, words).is_some())
            || token::has(&paragraph.tokens, "khong xet")
        {
            continue;
        }
        let listed = paragraph.marker.is_some() || zone.len() == 1;
        // what stands right under a heading is no list of marks, and neither is what goes on below it
        let under_heading = heading_before;
        heading_before = heading_before && paragraph.marker.is_none();
        // “Ngoài các chỉ tiêu trong bảng, …”
        let besides = token::starts_at(&paragraph.tokens, 0, "ngoai").is_some();
        if !listed && !besides && ((dashed && !under_heading) || !measures_outside_brackets(paragraph)) {
            continue;
        }
        let parent = items.last_mut().filter(|parent| parent.paragraph.marker != Some(Marker::Plus));
        if let (Some(Marker::Plus), Some(parent)) = (&paragraph.marker, parent) {
            parent.children.push(paragraph);
            continue;
        }
        let number = match &paragraph.marker {
            Some(Marker::Bracketed(number)) => Some(format!("({number})")),
            Some(Marker::Arabic(numbers)) => Some(numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(".")),
            Some(Marker::Letter(Some(letter))) => Some(format!("{letter})")),
            _ => None,
        };
        items.push(Item {
            paragraph,
            children: Vec::new(),
            group: groups.last().map(|(_, group)| group.clone()),
            lead: lead.as_ref().filter(|(above, _)| level > *above).map(|(_, lead)| lead.clone()),
            number,
        });
    }
    items
}

/// Whether a line measures with more than what its brackets explain: `Các xã còn lại (03 xã, 790 hộ) làm sau` does not.
fn measures_outside_brackets(paragraph: &Paragraph) -> bool {
    let mut depth = 0usize;
    let mut open: Vec<bool> = Vec::with_capacity(paragraph.tokens.len());
    for token in &paragraph.tokens {
        depth += usize::from(token.is_mark("("));
        open.push(depth == 0);
        depth = depth.saturating_sub(usize::from(token.is_mark(")")));
    }
    let measures = super::measure::measures(&paragraph.tokens);
    let bare_brackets = paragraph.tokens.iter().any(|token| token.is_mark("%"));
    measures.iter().any(|measure| open.get(measure.number).copied().unwrap_or(true) || bare_brackets)
}

/// `Mức thưởng: …`, `Kinh phí hoạt động: …`: what is paid and no target.
fn is_of_prizes(paragraph: &Paragraph) -> bool {
    [
        "tien thuong",
        "muc thuong",
        "muc tien thuong",
        "kinh phi khen thuong",
        "kinh phi hoat dong",
        "kinh phi to chuc",
    ]
    .iter()
    .any(|words| token::starts_at(&paragraph.tokens, 0, words).is_some())
}

/// The line above a table: `Biểu 2. Xã hội`, `Bảng số 1`, `Đơn vị tính: %`.
pub fn is_caption(paragraph: &Paragraph) -> bool {
    let open = usize::from(paragraph.tokens.first().is_some_and(|first| first.is_mark("(")));
    let unit =
        ["don vi tinh", "dvt", "don vi"].iter().find_map(|words| token::starts_at(&paragraph.tokens, open, words));
    if unit.and_then(|end| paragraph.tokens.get(end)).is_some_and(|next| next.is_mark(":"))
        && paragraph.word_count() <= 14
    {
        return true;
    }
    // “B1. Sản lượng nước năm 2024” above its table
    let lettered = paragraph.tokens.first().is_some_and(|first| {
        matches!(first.text.as_bytes(), [b'A'..=b'H', b'0'..=b'9']) && paragraph.tokens.len() > 2
    }) && paragraph.tokens[1].is_mark(".");
    let ends = [";", ".", ","].iter().any(|mark| paragraph.ends_with(mark));
    if lettered && !ends && paragraph.word_count() <= 14 && super::measure::measures(&paragraph.tokens).is_empty() {
        return true;
    }
    let named = ["bieu so", "bieu", "bang so", "bang", "phu luc so", "phu luc", "phu bieu"]
        .iter()
        .find_map(|words| token::starts_at(&paragraph.tokens, 0, words));
    let number = named.and_then(|end| paragraph.tokens.get(end)).is_some_and(|number| {
        number.kind == token::Kind::Number && number.text.len() <= 2
            || number.text.chars().all(|c| "IVX".contains(c))
    });
    number && paragraph.word_count() <= 24 && paragraph.tokens[0].is_capital()
}

/// Whether a line that ends with a colon names what the lines below it measure.
fn names_an_indicator(paragraph: &Paragraph) -> bool {
    const BEGINNINGS: [&str; 22] = [
        "ty le",
        "ti le",
        "so ",
        "tong ",
        "dien tich",
        "san luong",
        "nang suat",
        "gia tri",
        "thu nhap",
        "ket qua",
        "chat luong",
        "xep loai",
        "hoc luc",
        "hanh kiem",
        "co cau",
        "doanh thu",
        "thu ngan sach",
        "muc giam",
        "giam ",
        "toc do",
        "chi so",
        "thoi gian",
    ];
    let words = paragraph.words();
    paragraph.ends_with(":") && BEGINNINGS.iter().any(|start| words.starts_with(start))
}

/// Whether a marker stands below another: `1.1.1` below `1.1`, a dash below a letter.
fn is_deeper(next: Option<&Marker>, own: Option<&Marker>) -> bool {
    if let (Some(Marker::Arabic(next)), Some(Marker::Arabic(own))) = (next, own) {
        return next.len() > own.len() && next.starts_with(own);
    }
    next.map_or(0, Marker::level) > own.map_or(0, Marker::level).max(1)
}

/// A short line without a measure that no sentence or item ends.
fn is_bare_title(paragraph: &Paragraph) -> bool {
    paragraph.word_count() <= 16
        && !ends_as_item(paragraph)
        && super::measure::measures(&paragraph.tokens).is_empty()
        && token::find(&paragraph.tokens, "trong do").is_none()
}

/// Whether a paragraph ends as an item of a list or a sentence does.
fn ends_as_item(paragraph: &Paragraph) -> bool {
    [";", ",", "."].iter().any(|mark| paragraph.ends_with(mark))
}

/// A short line without a measure that names a field: `Về kinh tế - xã hội.`, `a) Đối với các tập thể:`.
fn is_group(paragraph: &Paragraph, dashed: bool) -> bool {
    if matches!(paragraph.marker, Some(Marker::Dash | Marker::Bracketed(_) | Marker::Plus))
        && !paragraph.ends_with(":")
    {
        return false;
    }
    let words = paragraph.words();
    let named = ["ve ", "doi voi ", "linh vuc ", "nhom ", "chi tieu ", "cac chi tieu", "muc tieu "]
        .iter()
        .any(|start| words.starts_with(start));
    let short = paragraph.word_count() <= 14;
    let bare = super::measure::measures(&paragraph.tokens).is_empty()
        && token::find(&paragraph.tokens, "trong do").is_none();
    bare && short
        && (named
            || paragraph.ends_with(":")
            || (dashed && paragraph.marker.is_some() && !paragraph.ends_with(".") && !paragraph.ends_with(";")))
}
