//! Among sets of the same size a lighter one: fewer withdrawals first, then lower scores.

use super::search::{Class, Problem};

/// What a set weighs: how many withdraw, then the scores of those who change.
fn weight(problem: &Problem, counts: &[Vec<usize>]) -> (usize, i128) {
    let withdrawn = |class: &Class, counts: &[usize]| -> usize {
        counts.iter().zip(&class.withdraws).filter(|(_, withdraws)| **withdraws).map(|(count, _)| count).sum()
    };
    let scores = |class: &Class, counts: &[usize]| -> i128 { class.scores[..counts.iter().sum()].iter().sum() };
    let all = problem.classes.iter().zip(counts);
    all.fold((0, 0), |sum, (class, counts)| (sum.0 + withdrawn(class, counts), sum.1 + scores(class, counts)))
}

/// Exchanges one change for another as long as the set stays sound and becomes lighter.
pub(super) fn exchange(problem: &Problem, counts: &mut [Vec<usize>]) {
    let all: Vec<(usize, usize)> = (0..problem.classes.len())
        .flat_map(|class| (0..problem.classes[class].effects.len()).map(move |option| (class, option)))
        .collect();
    let mut slack = problem.slack.clone();
    let add = |slack: &mut [i64], (class, option): (usize, usize), times: i64| {
        let effect = &problem.classes[class].effects[option];
        slack.iter_mut().zip(effect).for_each(|(slack, effect)| *slack += effect * times);
    };
    for (class, option) in &all {
        let times = i64::try_from(counts[*class][*option]).unwrap_or(i64::MAX);
        add(&mut slack, (*class, *option), times);
    }
    loop {
        let now = weight(problem, counts);
        let mut better: Option<((usize, i128), (usize, usize), (usize, usize))> = None;
        for from in all.iter().filter(|(class, option)| counts[*class][*option] > 0) {
            for to in all.iter().filter(|to| *to != from) {
                let used: usize = counts[to.0].iter().sum();
                if from.0 != to.0 && used >= problem.classes[to.0].size {
                    continue;
                }
                let mut then = slack.clone();
                add(&mut then, *from, -1);
                add(&mut then, *to, 1);
                if then.iter().any(|slack| *slack > 0) {
                    continue;
                }
                let mut tried = counts.to_vec();
                tried[from.0][from.1] -= 1;
                tried[to.0][to.1] += 1;
                let weighs = weight(problem, &tried);
                if weighs < now && better.is_none_or(|(best, ..)| weighs < best) {
                    better = Some((weighs, *from, *to));
                }
            }
        }
        let Some((_, from, to)) = better else { return };
        add(&mut slack, from, -1);
        add(&mut slack, to, 1);
        counts[from.0][from.1] -= 1;
        counts[to.0][to.1] += 1;
    }
}
