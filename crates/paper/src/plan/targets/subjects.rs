//! Lists of subjects that share one statement: things kept, tasks of one kind, bodies that do the same.

use super::measure::Measure;
use super::name;
use super::shape::Seed;
use crate::plan::dictionary::WORDS;
use crate::plan::token::{self, Token};
use std::ops::Range;
use thidua_domain::basics::text::fold;
use thidua_domain::targets::Comparator;

/// Whether a word list has an entry that begins at this place.
fn begins_with_any(tokens: &[Token], at: usize, list: &[String]) -> bool {
    list.iter().any(|phrase| token::starts_at(tokens, at, phrase).is_some())
}

/// Cuts a run at commas and `và` where the next part begins with one of the words.
fn parts(tokens: &[Token], range: Range<usize>, list: &[String]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        let joint = tokens[at].is_mark(",") || tokens[at].is_word("va") || tokens[at].is_mark(";");
        if joint && at > start && at + 1 < range.end && begins_with_any(tokens, at + 1, list) {
            parts.push(start..at);
            start = at + 1;
        }
    }
    if start < range.end {
        parts.push(start..range.end);
    }
    parts
}

/// Where the predicate that ends a list of kept things begins: `đạt chuẩn quốc gia`, `hoạt động hiệu quả`.
fn predicate(tokens: &[Token], from: usize) -> usize {
    ["dat chuan", "dat danh hieu", "dat tieu chuan", "hoat dong", "dat cac", "dat "]
        .iter()
        .filter_map(|phrase| token::find(&tokens[from..], phrase.trim_end()).map(|range| from + range.start))
        .min()
        .unwrap_or(tokens.len())
}

fn verb_end(tokens: &[Token]) -> usize {
    ["tiep tuc duy tri", "tiep tuc giu vung", "duy tri", "giu vung"]
        .iter()
        .find_map(|verb| token::starts_at(tokens, 0, verb))
        .unwrap_or(0)
}

fn kept_seed(
    tokens: &[Token],
    offset: usize,
    part: Range<usize>,
    predicate: &str,
    verb: &str,
    shared: bool,
) -> Seed {
    let thing = name::lower_first(&name::sentence(&tokens[part.clone()]));
    // names of schools keep their capital
    let thing = if tokens.get(part.start).is_some_and(Token::is_capital) && part.start > 0 {
        name::sentence(&tokens[part.clone()])
    } else {
        thing
    };
    let text = format!("{verb} {thing} {predicate}").trim().to_owned();
    Seed {
        name: name::upper_first(&text),
        range: offset + part.start..offset + part.end,
        comparator: Comparator::Maintain,
        value: None,
        value_max: None,
        unit: None,
        basis: None,
        qualifier: Some(verb.to_lowercase()),
        denominator: None,
        criterion: None,
        shared,
    }
}

/// The leaves of `Duy trì A, B và C đạt chuẩn …`: one for each thing kept.
pub fn kept(tokens: &[Token], offset: usize) -> Vec<Seed> {
    let from = verb_end(tokens);
    let verb = token::text(&tokens[..from]);
    let end = predicate(tokens, from);
    let tail = name::lower_first(&name::sentence(&tokens[end..]));
    let things = parts(tokens, from..end, &WORDS.holders);
    let many = things.len() > 1;
    things
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let mut seed = kept_seed(tokens, offset, part.clone(), &tail, &verb, many);
            if index == 0 {
                seed.range.start = offset;
            }
            seed
        })
        .collect()
}

/// `Giữ vững 04 trường học và Trạm y tế …`: the counted things first, then the rest.
pub fn kept_with_number(tokens: &[Token], offset: usize, mut first: Seed) -> Vec<Seed> {
    let from = verb_end(tokens);
    let verb = token::text(&tokens[..from]);
    let end = predicate(tokens, from);
    let tail = name::lower_first(&name::sentence(&tokens[end..]));
    let things = parts(tokens, from..end, &WORDS.holders);
    first.qualifier = Some(verb.to_lowercase());
    let mut seeds = Vec::new();
    for (index, part) in things.iter().enumerate() {
        let mut seed = kept_seed(tokens, offset, part.clone(), &tail, &verb, things.len() > 1);
        if index == 0 {
            seed = Seed { name: seed.name, range: offset..offset + part.end, shared: seed.shared, ..first.clone() };
        }
        seeds.push(seed);
    }
    if seeds.is_empty() { vec![first] } else { seeds }
}

/// `Giảm tai nạn giao thông cả 3 mặt (số vụ, số người chết, số người bị thương)`: a leaf for each of the three.
pub fn three_measures(tokens: &[Token], seed: &Seed) -> Option<Vec<Seed>> {
    let named = ["so vu", "nguoi chet", "bi thuong"].iter().all(|words| token::has(tokens, words));
    let what =
        if token::has(tokens, "tai nan giao thong") { "Giảm tai nạn giao thông" } else { "Giảm tai nạn" };
    named.then(|| {
        ["số vụ", "số người chết", "số người bị thương"]
            .iter()
            .map(|part| Seed { name: format!("{what}: {part}"), shared: true, ..seed.clone() })
            .collect()
    })
}

/// A measured clause whose subjects are several: tasks under `Công tác …`, or a head that is said twice.
pub fn shared(tokens: &[Token], measure: &Measure, seed: Seed) -> Vec<Seed> {
    let before = 0..measure.range.start;
    let verb_list = token::starts_at(tokens, 0, "cong tac").is_some();
    let tasks = parts(tokens, before, &WORDS.tasks);
    if verb_list && tasks.len() > 1 {
        return tasks
            .into_iter()
            .map(|part| Seed { name: name::sentence(&tokens[part]), shared: true, ..seed.clone() })
            .collect();
    }
    if let Some(cut) = repeated_head(tokens, measure) {
        let verb = name::sentence(&tokens[..measure.range.start]);
        let first = token::text(&tokens[measure.range.end..cut]);
        let second = token::text(&tokens[cut + 1..]);
        return [first, second]
            .into_iter()
            .map(|subject| Seed {
                name: name::upper_first(format!("{verb} {subject}").trim()),
                shared: true,
                ..seed.clone()
            })
            .collect();
    }
    vec![seed]
}

/// The `và` after which the first two words behind the measure are said again.
fn repeated_head(tokens: &[Token], measure: &Measure) -> Option<usize> {
    let from = measure.range.end;
    let head: Vec<&str> = tokens.get(from..from + 3)?.iter().map(|token| token.folded.as_str()).collect();
    (from + 3..tokens.len().saturating_sub(3)).find(|at| {
        tokens[*at].is_word("va")
            && tokens[at + 1..at + 4].iter().map(|token| token.folded.as_str()).eq(head.iter().copied())
    })
}

/// A clause judged by a person; several bodies that “hoàn thành … nhiệm vụ” are a leaf each.
pub fn quality(tokens: &[Token], offset: usize) -> Vec<Seed> {
    let make = |text: String, range: Range<usize>, shared: bool| Seed {
        name: text,
        range,
        comparator: Comparator::Achieve,
        value: None,
        value_max: None,
        unit: None,
        basis: name::basis(tokens),
        qualifier: None,
        denominator: None,
        criterion: None,
        shared,
    };
    let predicate = token::find(tokens, "hoan thanh").map(|range| range.start).filter(|at| *at >= 3);
    if let Some(predicate) = predicate {
        let bodies = parts(tokens, 0..predicate, &WORDS.holders);
        let commas = tokens[..predicate].iter().filter(|token| token.is_mark(",") || token.is_word("va")).count();
        if bodies.len() > 1 && bodies.len() == commas + 1 {
            let tail = token::text(&tokens[predicate..]);
            return bodies
                .into_iter()
                .map(|part| {
                    let body = token::text(&tokens[part.clone()]);
                    // “Tổ chức Công đoàn” names the class of all that follow
                    let body = if fold(&body).starts_with("to chuc ") {
                        body.split(' ').skip(2).collect::<Vec<_>>().join(" ")
                    } else {
                        body
                    };
                    make(format!("{} {tail}", name::upper_first(&body)), offset..offset + tokens.len(), true)
                })
                .collect();
        }
    }
    vec![make(name::sentence(tokens), offset..offset + tokens.len(), false)]
}
