//! The smallest repair for a unit of five hundred, for measuring: `repair RUNS` prints the median and the slowest.
//!
//! Twelve quotas in each other, most of them broken; every run has other nominees beyond.

use std::collections::BTreeSet;
use std::time::Instant;
use thidua_domain::basics::{Fraction, Rounding};
use thidua_domain::people::PersonKind;
use thidua_domain::quotas::{Base, Book, Force, Group, Measure, Nominated, Quota, Step};

const PEOPLE: usize = 500;

fn quota(key: &str, award: &str, group: Option<Group>, of: &str, most: Option<u32>, least: Option<u32>) -> Quota {
    let share = |percent: u32| Fraction::percent(percent).map(|share| Measure::Share(share, Rounding::Down));
    Quota {
        key: key.into(),
        awards: vec![award.into()],
        subject: None,
        group,
        at_most: most.and_then(share),
        at_least: least.and_then(share),
        base: if of.is_empty() { Base::People(500) } else { Base::Awards(vec![of.into()]) },
        force: Force::Limit,
        source: key.into(),
    }
}

fn book() -> Book {
    let (leads, works) = (Some(Group::Leader), Some(Group::DirectWorker));
    let (woman, farmer) = (Some(Group::Woman), Some(Group::Farmer));
    let step = |award: &str, below: &str| Step {
        award: award.into(),
        counts_as: vec![below.into()],
        lower: Some(below.into()),
    };
    Book {
        quotas: vec![
            quota("1", "LDTT", None, "", Some(90), None),
            quota("2", "CSTDCS", None, "LDTT", Some(15), None),
            quota("3", "CSTDBT", None, "CSTDCS", Some(20), None),
            quota("4", "CSTDCS", leads, "CSTDCS", Some(30), None),
            quota("5", "CSTDCS", works, "CSTDCS", None, Some(50)),
            quota("6", "LDTT", woman, "LDTT", None, Some(40)),
            quota("7", "BKBT", None, "", Some(15), None),
            quota("8", "BKBT", leads, "BKBT", Some(25), None),
            quota("9", "BKTTG", None, "", Some(1), None),
            quota("10", "BKBT", woman, "BKBT", None, Some(33)),
            quota("11", "LDTT", farmer, "LDTT", None, Some(4)),
            quota("12", "CSTDBT", leads, "CSTDBT", Some(50), None),
        ],
        steps: vec![step("CSTDBT", "CSTDCS"), step("CSTDCS", "LDTT")],
    }
}

fn nominated(run: usize) -> Vec<Nominated> {
    let mut all = Vec::new();
    for number in 1..=PEOPLE {
        let turned = number + run;
        let mut groups = BTreeSet::from([if turned.is_multiple_of(5) { Group::Leader } else { Group::NonLeader }]);
        if !turned.is_multiple_of(5) && !turned.is_multiple_of(3) {
            groups.insert(Group::DirectWorker);
        }
        if turned % 7 < 3 {
            groups.insert(Group::Woman);
        }
        if turned.is_multiple_of(19) {
            groups.insert(Group::Farmer);
        }
        let award = match turned {
            _ if turned.is_multiple_of(20) => "CSTDBT",
            _ if turned % 4 < 2 => "CSTDCS",
            _ => "LDTT",
        };
        let mut add = |award: &str| {
            all.push(Nominated {
                id: format!("{number}-{award}"),
                subject: number.to_string(),
                kind: PersonKind::Individual,
                award: award.into(),
                groups: groups.clone(),
                score: i64::try_from(number * 7919 % PEOPLE).ok(),
                granted: false,
                fixed: false,
            });
        };
        add(award);
        if turned.is_multiple_of(5) || turned.is_multiple_of(11) {
            add("BKBT");
        }
    }
    all
}

fn main() {
    let runs = std::env::args().nth(1).and_then(|typed| typed.parse().ok()).unwrap_or(11_usize).max(1);
    let book = book();
    let (mut times, mut proven) = (Vec::new(), 0);
    for run in 0..runs {
        let all = nominated(run);
        let begun = Instant::now();
        let repair = book.repair(&all, &[]);
        times.push(begun.elapsed());
        proven += usize::from(repair.is_ok_and(|repair| repair.smallest));
    }
    times.sort_unstable();
    let at = |at: usize| times[at].as_micros();
    println!(
        "{runs} units of {PEOPLE}, {proven} repairs proven smallest: median {} µs, slowest {} µs",
        at(runs / 2),
        at(runs - 1)
    );
}
