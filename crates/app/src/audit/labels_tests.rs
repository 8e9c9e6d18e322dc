//! Every act that is written has its sentence.

use super::*;
use thidua_domain::basics::Language;

fn sources(folder: &std::path::Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("audit/labels.rs") {
            found.push(std::fs::read_to_string(path).expect("a text"));
        }
    }
}

/// What acts are done to, as their codes begin.
const DONE_TO: &[&str] = &[
    "account",
    "assignment",
    "award-round",
    "block",
    "bottleneck",
    "calendar",
    "campaign",
    "cascade",
    "complaint",
    "council",
    "covenant",
    "criteria",
    "decision",
    "fund",
    "submission",
    "event",
    "figure",
    "figures",
    "grade",
    "grant",
    "index",
    "initiative",
    "list",
    "meeting",
    "movement",
    "nomination",
    "obligation",
    "occasion",
    "passkey",
    "period-report",
    "password",
    "person",
    "plan",
    "problem",
    "provider",
    "recognition",
    "registration",
    "regulation",
    "report",
    "rule-pack",
    "second-factor",
    "session",
    "sessions",
    "staff",
    "summing-up",
    "target",
    "task",
    "tasks",
    "term",
    "training",
    "unit",
    "wave",
    "year",
];

/// Codes of acts as they stand in the code: two words and a point between.
fn is_act(literal: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let whole = literal.split_once('.').filter(|(subject, act)| word(subject) && word(act));
    let files = ["html", "xlsx", "csv", "docx", "pdf", "json", "ics", "txt", "js", "css", "svg", "sqlite", "test"];
    whole.is_some_and(|(subject, act)| DONE_TO.contains(&subject) && !files.contains(&act))
}

#[test]
fn every_act_that_is_written_has_its_sentence_in_both_languages() {
    let mut all = Vec::new();
    sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let mut acts: Vec<&str> = all.iter().flat_map(|text| text.split('"')).filter(|one| is_act(one)).collect();
    acts.sort_unstable();
    acts.dedup();
    assert!(acts.len() > 100, "{acts:?}");
    for language in [Language::Vietnamese, Language::English] {
        let w = super::super::words::words(language);
        let raw: Vec<&&str> = acts.iter().filter(|act| label(act, w) == w.other).collect();
        assert!(raw.is_empty(), "no sentence for {raw:?}");
    }
}
