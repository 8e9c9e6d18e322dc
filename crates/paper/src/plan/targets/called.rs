//! What a leaf is called when its clause alone does not say it.

use super::measure;
use super::name;
use super::shape::Seed;
use super::speaks;
use crate::plan::dictionary;
use crate::plan::token::{self, Token};
use thidua_domain::basics::text::fold;
use thidua_domain::targets::Comparator;

/// `đạt 100 % chỉ tiêu tỉnh giao`: the name says what the share is of.
pub(super) fn of_what(span: &[Token], seed: &Seed, first: &Option<String>) -> String {
    let share =
        seed.unit.as_deref() == Some("%") && seed.basis.as_deref().is_some_and(|of| of.starts_with("assigned"));
    let said = ["chi tieu", "ke hoach", "du toan"].iter().any(|words| fold(&seed.name).contains(words));
    let change = matches!(seed.comparator, Comparator::IncreaseBy | Comparator::DecreaseBy);
    match name::assigned(span).filter(|_| share && !said && !change && first.is_some()) {
        Some(range) => format!("{} so với {}", seed.name, name::lower_first(&token::text(&span[range]))),
        None => seed.name.clone(),
    }
}

/// A name for a clause of which nothing is left when its measure is taken out.
pub(super) fn spoken_name(span: &[Token], head: Option<&str>, first: Option<&str>) -> Option<String> {
    let whole = name::upper_first(&name::phrase(span));
    let bare = name::upper_first(token::text(span).trim_matches(|c: char| !c.is_alphanumeric()));
    [Some(whole.as_str()), head, first, Some(bare.as_str())]
        .into_iter()
        .flatten()
        .find(|name| speaks(name))
        .map(str::to_owned)
}

/// The verb before the measure of a clause whose object follows it: “Giải quyết xong 100 % đơn …”.
pub(super) fn leading_verb(tokens: &[Token]) -> Option<String> {
    let measure = measure::measures(tokens).into_iter().next()?;
    let before = &tokens[..measure.range.start];
    let object = tokens.len() > measure.range.end + 1;
    (object && (1..=4).contains(&before.len()) && !token::has(before, "ty le")).then(|| name::phrase(before))
}

/// A later clause without a subject or verb of its own takes those of the first.
pub(super) fn with_subject(before: &[Token], own: &str, first: Option<&str>, verb: Option<&str>) -> String {
    let folded = fold(own);
    if let Some(subject) = first
        .and_then(|first| first.split(" hoàn thành ").next())
        .filter(|subject| folded.starts_with("duoc ") && subject.split(' ').count() <= 8)
    {
        return format!("{subject} {}", name::lower_first(own));
    }
    let joined = before.last().is_some_and(|token| token.is_word("va"));
    match (verb, own.strip_prefix("Tỷ lệ ")) {
        (Some(verb), Some(object)) if joined => format!("{verb} {object}"),
        _ => own.to_owned(),
    }
}

/// In a damaged line the dictionary's own name stands in for one that is nearly the same.
pub(super) fn restored_name(span: &[Token], name: &str) -> String {
    if token::restored_percent(span) == 0 {
        return name.to_owned();
    }
    let suffix = [" tăng", " giảm"].iter().find(|suffix| name.ends_with(*suffix)).copied().unwrap_or_default();
    let stem = name.strip_suffix(suffix).unwrap_or(name);
    match dictionary::closest(stem, 860) {
        Some(indicator) if indicator.name.split(' ').count() == stem.split(' ').count() => {
            format!("{}{suffix}", indicator.name)
        }
        _ => name.to_owned(),
    }
}
