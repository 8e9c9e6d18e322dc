//! How many days each step of a complaint may take: data.

use crate::face::Refusal;
use serde::Deserialize;
use std::sync::LazyLock;
use thidua_domain::decisions::complaints::Rule;
use thidua_domain::law::Mark;

#[derive(Deserialize)]
struct Row {
    accept: u32,
    settle: u32,
    source: String,
    mark: String,
}

#[derive(Deserialize)]
struct File {
    rule: Vec<Row>,
}

fn read() -> Result<Rule, String> {
    let text = include_str!("../../../../rules/awards/lists/complaints.toml");
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let row = file.rule.into_iter().next().ok_or("no rule")?;
    let mark = Mark::of_letter(&row.mark).ok_or("a mark is V, S or U")?;
    Ok(Rule { accept: row.accept, settle: row.settle, source: row.source, mark })
}

/// The rule in force.
pub(super) fn rule() -> Result<&'static Rule, Refusal> {
    static RULE: LazyLock<Result<Rule, String>> = LazyLock::new(read);
    RULE.as_ref().map_err(Refusal::fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_a_complaint_are_read_with_their_source() {
        let rule = read().expect("the rule is read");
        assert!(rule.accept > 0 && rule.settle >= rule.accept && rule.source.contains("Điều"));
    }
}
