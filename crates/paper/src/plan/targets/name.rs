//! Names and bases of targets: what is left of a clause when its measure is taken out.

use super::measure::Measure;
use crate::plan::dates;
use crate::plan::token::{self, Kind, Token};
use std::ops::Range;
use thidua_domain::basics::text::fold;

/// The text with its first letter raised.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The text with its first letter lowered, unless it begins with an abbreviation.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// Words of resolve at the beginning that name nothing.
const OPENERS: [&str; 6] = ["phan dau", "co", "tiep tuc", "den cuoi nam", "quyet tam", "bao dam co"];

/// The whole clause as a name, without words of resolve, brackets, and `trong đó`.
pub fn sentence(tokens: &[Token]) -> String {
    let mut rest = tokens;
    while let Some(end) =
        OPENERS.iter().filter(|opener| **opener != "co").find_map(|opener| token::starts_at(rest, 0, opener))
    {
        rest = &rest[end..];
    }
    upper_first(&tidy(rest))
}

/// The words of a run as they stand, without brackets and marks at the ends.
pub fn phrase(tokens: &[Token]) -> String {
    tidy(tokens)
}

/// The text of a run without brackets and marks at its ends; one space after a slash is dropped.
fn tidy(tokens: &[Token]) -> String {
    let mut kept: Vec<Token> = Vec::new();
    let mut depth = 0usize;
    for token in tokens {
        match token.text.as_str() {
            "(" if token.kind == Kind::Mark => depth += 1,
            ")" if token.kind == Kind::Mark => depth = depth.saturating_sub(1),
            _ if depth == 0 => {
                let mut token = token.clone();
                if kept.last().is_some_and(|before| before.is_mark("/")) {
                    token.spaced = false;
                }
                kept.push(token);
            }
            _ => {}
        }
    }
    let trivial =
        |token: &Token| token.kind == Kind::Mark && !matches!(token.text.as_str(), "“" | "”" | "\"" | "%");
    let start = kept.iter().position(|token| !trivial(token)).unwrap_or(kept.len());
    let end = kept.iter().rposition(|token| !trivial(token)).map_or(start, |at| at + 1);
    token::text(&kept[start..end]).trim().to_owned()
}

/// What the level above gives.
const GIVEN: [&str; 4] = ["chi tieu", "ke hoach", "du toan", "muc"];

/// Where `chỉ tiêu (của) tỉnh giao` stands.
pub fn assigned(tokens: &[Token]) -> Option<Range<usize>> {
    let start = GIVEN
        .iter()
        .find_map(|word| token::find(tokens, word).filter(|range| giver(tokens, range.end).is_some()))?;
    let (_, end) = giver(tokens, start.end)?;
    Some(start.start..end)
}

/// The level that gave the target, and the position after `giao`.
fn giver(tokens: &[Token], at: usize) -> Option<(&'static str, usize)> {
    let window = tokens.get(at..(at + 7).min(tokens.len()))?;
    let giao = window.iter().position(|token| token.is_word("giao"))?;
    let between = &window[..giao];
    if between.iter().any(|token| matches!(token.text.as_str(), ";" | "." | ":")) {
        return None;
    }
    let has = |word: &str| between.iter().any(|token| token.says(word));
    let level = if has("tỉnh") || has("tinh") {
        "assigned by province"
    } else if has("huyện") || has("quận") {
        "assigned by district"
    } else if has("xã") || has("phường") {
        "assigned by commune"
    } else if has("phố") {
        "assigned by city"
    } else if has("ương") || has("bộ") {
        "assigned by central government"
    } else if has("sở") {
        "assigned by department"
    } else if has("trên") {
        "assigned by superior"
    } else if between.len() <= 2 {
        "assigned"
    } else {
        return None;
    };
    Some((level, at + giao + 1))
}

/// What the value is measured against.
pub fn basis(tokens: &[Token]) -> Option<String> {
    if let Some(range) = assigned(tokens) {
        return GIVEN
            .iter()
            .find_map(|word| {
                token::find(&tokens[range.start..], word).and_then(|found| giver(&tokens[range.start..], found.end))
            })
            .map(|(level, _)| level.to_owned());
    }
    let year_after = |phrase: &str| token::find(tokens, phrase).and_then(|range| dates::year_at(tokens, range.end));
    if let Some(year) = year_after("gia so sanh nam").or_else(|| year_after("gia tri so sanh nam")) {
        return Some(format!("giá so sánh năm {year}"));
    }
    if let Some(year) = ["so voi nam", "so voi thuc hien nam", "so voi ket qua nam", "so voi ket qua thuc hien nam"]
        .iter()
        .find_map(|phrase| year_after(phrase))
    {
        return Some(format!("vs {year}"));
    }
    token::has(tokens, "so voi cung ky")
        .then(|| "vs same period".to_owned())
        .or_else(|| token::has(tokens, "so voi nam truoc").then(|| "vs previous year".to_owned()))
}

/// The tokens after a measure that name something: without the basis.
fn tail(tokens: &[Token], measure: &Measure) -> Vec<Token> {
    let rest = &tokens[measure.range.end..];
    let cut = ["so voi", "sau day"]
        .iter()
        .filter_map(|phrase| token::find(rest, phrase))
        .map(|range| range.start)
        .chain(assigned(rest).map(|range| range.start))
        .min();
    let rest = &rest[..cut.unwrap_or(rest.len())];
    let skipped =
        usize::from(rest.first().is_some_and(|token| token.is_word("so") && measure.unit.as_deref() == Some("%")));
    let both = usize::from(rest.first().is_some_and(|token| token.is_word("tong"))) * 2;
    rest[skipped.max(both).min(rest.len())..].to_vec()
}

/// The tokens before a measure that name something: without words of resolve and the basis.
fn start(tokens: &[Token], measure: &Measure) -> Vec<Token> {
    let mut rest = &tokens[..measure.range.start];
    while let Some(end) = opener(rest) {
        rest = &rest[end..];
    }
    let end = assigned(rest).map_or(rest.len(), |range| {
        let verbs = rest[..range.start]
            .iter()
            .rposition(|token| !["dat", "va", "vuot", "muc", "/"].contains(&token.folded.as_str()))
            .map_or(0, |at| at + 1);
        verbs.min(range.start)
    });
    let mut kept = rest[..end].to_vec();
    // words of change and of a limit stay in the name: “… tăng”, “… giảm”, “… còn dưới”
    let words = &tokens[measure.range.start..measure.number];
    let limit =
        words.iter().filter(|token| ["tang", "giam", "con", "xuong", "duoi"].contains(&token.folded.as_str()));
    let speaks = kept.iter().any(|token| token.kind == Kind::Word);
    let lower = words.iter().any(|token| ["con", "xuong"].contains(&token.folded.as_str()));
    kept.extend(limit.filter(|token| speaks && (lower || token.folded != "duoi")).cloned());
    while kept.last().is_some_and(|token| {
        token.kind == Kind::Mark || ["đạt", "là", "cho", "được", "có"].iter().any(|word| token.says(word))
    }) {
        kept.pop();
    }
    kept
}

/// The end of a word of resolve, or of `đến cuối năm 2026`, at the beginning of a run.
fn opener(tokens: &[Token]) -> Option<usize> {
    let end = OPENERS
        .iter()
        .filter(|opener| **opener != "co" || tokens.first().is_some_and(|token| token.says("có")))
        .find_map(|opener| token::starts_at(tokens, 0, opener));
    let end = end
        .or_else(|| token::starts_at(tokens, 0, "den nam").filter(|end| dates::year_at(tokens, *end).is_some()))?;
    let year = usize::from(dates::year_at(tokens, end).is_some());
    let comma = usize::from(tokens.get(end + year).is_some_and(|token| token.is_mark(",")));
    Some(end + year + comma)
}

/// The name of a measured clause.
pub fn measured(tokens: &[Token], measure: &Measure, head: Option<&str>, first: Option<&str>) -> String {
    let before = tidy(&start(tokens, measure));
    let after = tidy(&tail(tokens, measure));
    let folded_after = fold(&after);
    let percent = measure.unit.as_deref() == Some("%");
    let changes = tokens[measure.range.start..measure.number]
        .iter()
        .find(|token| token.is_word("tang") || token.is_word("giam"));
    if let (true, Some(change), Some(first)) = (before.is_empty() && after.is_empty(), changes, first) {
        let word = if change.is_word("tang") { "tăng" } else { "giảm" };
        return format!("Tốc độ {word} {}", lower_first(first));
    }
    if let (true, Some(first), true) = (before.is_empty(), first, exceeds_plan(tokens, measure)) {
        return format!("{first} so với {}", lower_first(&after));
    }
    if let (true, Some(first)) = (fold(&before).starts_with("doi voi "), first) {
        let subject = before.split(' ').skip(2).collect::<Vec<_>>().join(" ");
        let stem = first.split(" đối với ").next().unwrap_or(first);
        return overlap(common_stem(stem), &subject);
    }
    if measure.unit.as_deref() == Some(super::measure::RANK) {
        // the place is the measure; what is ranked is the name
        let ranked = match (before.is_empty(), first, head) {
            (false, _, _) => before.trim_end_matches([',', ' ']).to_owned(),
            (true, Some(first), _) => format!("Xếp hạng {}", lower_first(first)),
            (true, None, Some(head)) => head.to_owned(),
            (true, None, None) => after,
        };
        return upper_first(&ranked);
    }
    let own = match (before.is_empty(), after.is_empty()) {
        (true, true) if head.is_some() => String::new(),
        (true, true) => measure.unit.clone().filter(|unit| unit != "%").unwrap_or_default(),
        (false, true) => before,
        (true, false) if percent => format!("Tỷ lệ {}", lower_first(&after)),
        (true, false) => match &measure.unit {
            Some(unit) if after.starts_with(',') => format!("Số {unit}{after}"),
            Some(unit) => format!("Số {unit} {after}"),
            None => after,
        },
        (false, false) if folded_after.starts_with("doi voi ") => {
            overlap(&before, &after.split(' ').skip(2).collect::<Vec<_>>().join(" "))
        }
        (false, false) => {
            match measure.unit.as_deref().filter(|unit| *unit != "%" && fold(&before).split(' ').count() <= 4) {
                Some(unit) => format!("{before} {unit} {after}"),
                None => format!("{before} {after}"),
            }
        }
    };
    let own = own.trim_matches([' ', ',', ':']).to_owned();
    if let (Some(_), Some(first)) =
        (measure.denominator, first.filter(|_| own.is_empty() || measure.unit.as_deref() == Some(own.as_str())))
    {
        // the count that goes with a list of criteria: “(đạt 13/19 tiêu chí)”
        let subject = first
            .split_once(" về ")
            .map_or("", |(_, subject)| subject.strip_prefix("xây dựng ").unwrap_or(subject));
        let unit = measure.unit.as_deref().unwrap_or("tiêu chí");
        return format!("Số {unit} {subject} đạt").replace("  ", " ");
    }
    match head {
        Some(head) if own.is_empty() => upper_first(head),
        Some(head) if !measure_first(tokens, measure) => upper_first(&with_head(head, &own)),
        _ => upper_first(&own),
    }
}

/// `vượt 5 % kế hoạch`: the value is what is done beyond the plan.
pub fn exceeds_plan(tokens: &[Token], measure: &Measure) -> bool {
    let over = tokens[measure.range.start..measure.number].iter().any(|token| token.says("vượt"));
    over && ["ke hoach", "chi tieu", "du toan", "so voi ke hoach"]
        .iter()
        .any(|phrase| token::starts_at(tokens, measure.range.end, phrase).is_some())
}

fn measure_first(tokens: &[Token], measure: &Measure) -> bool {
    tokens[..measure.range.start].iter().all(|token| token.kind == Kind::Mark)
}

/// A class of subjects under a head: `Tỷ lệ … đạt tiêu chuẩn …: xã, phường`; shares of a structure are named by themselves.
fn with_head(head: &str, own: &str) -> String {
    if fold(head).starts_with("co cau") {
        return format!("Tỷ trọng {}", lower_first(own));
    }
    let folded = fold(own);
    if ["ty le", "so ", "tong"].iter().any(|start| folded.starts_with(start)) {
        return own.to_owned();
    }
    format!("{head}: {}", lower_first(own))
}

/// The stem of a name whose end repeats the classes it speaks of (“án ít nghiêm trọng …” under “khám phá án”).
fn common_stem(name: &str) -> &str {
    let folded: Vec<&str> = name.split(' ').collect();
    let limit =
        folded.iter().position(|word| matches!(fold(word).as_str(), "it" | "rat" | "dac")).unwrap_or(folded.len());
    let length: usize = folded[..limit].iter().map(|word| word.len() + 1).sum();
    name.get(..length.saturating_sub(1).min(name.len())).unwrap_or(name)
}

/// Joins two texts; a word that ends the first and begins the second is written once.
fn overlap(first: &str, second: &str) -> String {
    let last = first.rsplit(' ').next().unwrap_or_default();
    let begin = second.split(' ').next().unwrap_or_default();
    if !last.is_empty() && fold(last) == fold(begin) {
        let rest = second.split(' ').skip(1).collect::<Vec<_>>().join(" ");
        return format!("{first} {rest}");
    }
    format!("{first} {second}")
}
