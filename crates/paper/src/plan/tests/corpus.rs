//! The reader against the documents of `samples/reading/`: floors below which a change of the rules is a step back.
//! The numbers of the day stand in `docs/reading.md`; `cargo x bench --reading` prints them.

use super::super::results::{self, json};
use super::super::score::{self, TargetScore};
use super::super::{NotAPlan, read_plan};
use crate::read::read_bytes;
use std::path::{Path, PathBuf};

fn documents(folder: &str) -> Vec<(PathBuf, serde_json::Value)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/reading").join(folder);
    let mut found: Vec<PathBuf> = std::fs::read_dir(path)
        .expect("a folder")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    found.sort();
    let answer = |path: &PathBuf| {
        let text = std::fs::read_to_string(path.with_extension("json")).expect("an answer");
        serde_json::from_str(&text).expect("JSON")
    };
    found.into_iter().map(|path| (path.clone(), answer(&path))).collect()
}

#[test]
fn plans_of_every_layout_are_read() {
    let mut sum = TargetScore::default();
    for (path, gold) in documents("plans") {
        let source = read_bytes(&std::fs::read(&path).expect("a file")).expect("text");
        let draft = read_plan(&source).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        sum.add(&score::targets(&draft, &gold));
    }
    assert!(sum.wanted > 2_500, "{}", sum.wanted);
    assert!(sum.f1() >= 965 && sum.strict() >= 945, "F1 {} strict {}", sum.f1(), sum.strict());
}

#[test]
fn a_text_that_sets_no_targets_yields_none() {
    let all = documents("none");
    assert!(all.len() >= 19);
    for (path, _) in all {
        let source = read_bytes(&std::fs::read(&path).expect("a file")).expect("text");
        match read_plan(&source) {
            Ok(draft) => assert_eq!(draft.targets, [], "{}", path.display()),
            Err(refused) => assert_eq!(refused, NotAPlan::NotEmulation, "{}", path.display()),
        }
    }
}

#[test]
fn reports_answer_the_targets_of_their_plans() {
    let (mut asked, mut answered, mut right) = (0, 0, 0);
    for (path, gold) in documents("results") {
        let source = read_bytes(&std::fs::read(&path).expect("a file")).expect("text");
        let targets = json::asked(&gold.to_string()).expect("targets");
        let found = results::read_results(&source, &targets);
        let (wanted, good) = score::results(&found, &gold);
        (asked, answered, right) = (asked + wanted, answered + found.len(), right + good);
    }
    assert!(right * 100 >= asked * 83, "{right} of {asked}");
    assert!(right * 100 >= answered * 88, "{right} of {answered} answers");
}
