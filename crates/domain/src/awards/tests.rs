//! The shipped pack is whole, and every worked case beside an award is judged as it says.

use super::case::Handed;
use super::judging::judge;
use super::outcome::Outcome;
use super::pack::shipped;

#[test]
fn the_shipped_pack_has_no_fault() {
    let problems = shipped().err().unwrap_or_default();
    for problem in problems {
        eprintln!("{} {}: {}", problem.number, problem.place, problem.says.en);
    }
    assert_eq!(problems.len(), 0);
}

#[test]
fn every_worked_case_is_judged_as_it_says() {
    let catalogue = shipped().expect("the pack");
    let mut wrong = Vec::new();
    for (award, case) in &catalogue.cases {
        let place = format!("{award}: {}", case.says);
        let handed: Handed<'_> = match serde_json::from_str(&case.input) {
            Ok(handed) => handed,
            Err(error) => {
                wrong.push(format!("{place}: {error}"));
                continue;
            }
        };
        let read = match handed.check(&catalogue.codes) {
            Ok(read) => read,
            Err(problems) => {
                wrong.push(format!("{place}: {problems:?}"));
                continue;
            }
        };
        match judge(catalogue, award, &read) {
            Err(problem) => wrong.push(format!("{place}: {problem:?}")),
            Ok(judged) => {
                let mut all: Vec<_> = judged.conditions.iter().collect();
                let mut at = 0;
                while at < all.len() {
                    all.extend(&all[at].parts);
                    at += 1;
                }
                let decided = case
                    .decided_by
                    .iter()
                    .all(|number| all.iter().any(|one| one.number == *number && one.deciding != Outcome::True));
                let money =
                    case.prize.is_none_or(|prize| judged.money.as_ref().map(|money| money.amount) == Some(prize));
                if judged.verdict.code() != case.verdict || judged.regime != case.regime || !decided || !money {
                    let open: Vec<_> = judged
                        .conditions
                        .iter()
                        .filter(|one| one.deciding != Outcome::True)
                        .map(|one| &one.number)
                        .collect();
                    wrong.push(format!(
                        "{place}: {} {} by {open:?}, money {:?}; expected {} {} {:?} {:?}",
                        judged.regime,
                        judged.verdict.code(),
                        judged.money.map(|money| money.amount),
                        case.regime,
                        case.verdict,
                        case.decided_by,
                        case.prize
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
