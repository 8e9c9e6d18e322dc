//! How many of each class change: branch and bound on counts, with a bound from prices on the inequalities.
//!
//! For any prices that are not negative, what the violated inequalities cost at those prices, less what changes could save,
//! is no more than the fewest changes (Lagrange). Good prices come from [`super::prices`]; the bound is exact integers.

use super::prices::{Advice, ONE, Row, advise};

/// Nodes after which the search is cut off.
const NODES: usize = 500;

/// People whose changes do the same.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// How many they are.
    pub size: usize,
    /// What each kind of change adds to every inequality.
    pub effects: Vec<Vec<i64>>,
    /// Which kinds of change withdraw.
    pub withdraws: Vec<bool>,
    /// What each person weighs, the lightest first.
    pub scores: Vec<i128>,
}

/// Inequalities `slack + changes ≤ 0`.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub slack: Vec<i64>,
    pub classes: Vec<Class>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Solution {
    /// For each class how many make each kind of change.
    Found {
        counts: Vec<Vec<usize>>,
        proven: bool,
    },
    Impossible,
    CutOff,
}

struct Search<'a> {
    problem: &'a Problem,
    best: Option<Vec<Vec<usize>>>,
    /// A set has to be smaller than this.
    limit: usize,
    nodes: usize,
}

/// Where the search stands.
#[derive(Clone)]
struct Node {
    slack: Vec<i64>,
    counts: Vec<Vec<usize>>,
    /// How many more may make each kind of change.
    room: Vec<Vec<usize>>,
    /// How many of each class have not changed.
    free: Vec<usize>,
    made: usize,
}

pub(super) fn solve(problem: &Problem) -> Solution {
    let room = |class: &Class| -> Vec<usize> {
        // a change without effect never helps, and of two with the same effect the first is enough
        let useful = |(at, effect): (usize, &Vec<i64>)| {
            effect.iter().any(|one| *one != 0) && !class.effects[..at].contains(effect)
        };
        class.effects.iter().enumerate().map(|one| if useful(one) { class.size } else { 0 }).collect()
    };
    let root = Node {
        slack: problem.slack.clone(),
        counts: problem.classes.iter().map(|class| vec![0; class.effects.len()]).collect(),
        room: problem.classes.iter().map(room).collect(),
        free: problem.classes.iter().map(|class| class.size).collect(),
        made: 0,
    };
    let limit = root.free.iter().sum::<usize>() + 1;
    let mut search = Search { problem, best: None, limit, nodes: 0 };
    search.dive(root.clone());
    search.visit(root);
    let proven = search.nodes < NODES;
    match search.best {
        Some(mut counts) => {
            super::exchange::exchange(problem, &mut counts);
            Solution::Found { counts, proven }
        }
        None if proven => Solution::Impossible,
        None => Solution::CutOff,
    }
}

impl Search<'_> {
    /// A set by the nearest way: always the change that takes away most of what is violated, each inequality in parts of
    /// itself.
    fn dive(&mut self, mut node: Node) {
        let size: Vec<i128> = node.slack.iter().map(|slack| i128::from((*slack).max(1))).collect();
        let violated = |slack: &[i64]| -> i128 {
            slack.iter().zip(&size).map(|(slack, size)| i128::from((*slack).max(0)) * ONE / size).sum()
        };
        while node.slack.iter().any(|slack| *slack > 0) && node.made < self.limit {
            let now = violated(&node.slack);
            let then = |(class, option): (usize, usize)| {
                let effect = &self.problem.classes[class].effects[option];
                let slack: Vec<i64> = node.slack.iter().zip(effect).map(|(slack, effect)| slack + effect).collect();
                violated(&slack)
            };
            let best = moves(&node).map(|one| (then(one), one)).min();
            let Some((_, (class, option))) = best.filter(|(left, _)| *left < now) else { return };
            self.apply(&mut node, class, option, 1);
        }
        self.keep(&node);
    }

    fn apply(&self, node: &mut Node, class: usize, option: usize, times: usize) {
        let effect = &self.problem.classes[class].effects[option];
        let by = i64::try_from(times).unwrap_or(i64::MAX);
        node.slack.iter_mut().zip(effect).for_each(|(slack, effect)| *slack += effect * by);
        node.counts[class][option] += times;
        node.room[class][option] -= times;
        node.free[class] -= times;
        node.made += times;
    }

    fn keep(&mut self, node: &Node) {
        if node.made < self.limit && node.slack.iter().all(|slack| *slack <= 0) {
            self.limit = node.made;
            self.best = Some(node.counts.clone());
        }
    }

    /// Looks below a node: first with some of the change that promises most, then with fewer of it.
    fn visit(&mut self, mut node: Node) {
        loop {
            if self.nodes >= NODES {
                return;
            }
            self.nodes += 1;
            self.keep(&node);
            if node.made + 1 >= self.limit || node.slack.iter().all(|slack| *slack <= 0) {
                return;
            }
            let advice = self.advice(&node);
            if self.bound(&node, &advice.0.prices) >= self.limit {
                return;
            }
            self.follow(&node, &advice);
            let Some((class, option, times)) = self.branch(&node, &advice) else { return };
            let mut with = node.clone();
            self.apply(&mut with, class, option, times);
            self.visit(with);
            node.room[class][option] = times - 1;
        }
    }

    /// Prices for a node, and the kinds of change that its amounts are of.
    fn advice(&self, node: &Node) -> (Advice, Vec<(usize, usize)>) {
        let options: Vec<(usize, usize)> = moves(node).collect();
        let mut limits = node.free.clone();
        let rows: Vec<Row> = options
            .iter()
            .map(|(class, option)| {
                let mut uses = vec![*class];
                if node.room[*class][*option] < node.free[*class] {
                    uses.push(limits.len());
                    limits.push(node.room[*class][*option]);
                }
                Row { effect: self.problem.classes[*class].effects[*option].clone(), uses }
            })
            .collect();
        (advise(&node.slack, &limits, &rows), options)
    }

    /// Makes the whole changes of the advice, then goes the nearest way.
    fn follow(&mut self, node: &Node, (advice, options): &(Advice, Vec<(usize, usize)>)) {
        let mut then = node.clone();
        for ((class, option), amount) in options.iter().zip(&advice.amounts) {
            let whole = usize::try_from((amount + ONE / 1024) / ONE).unwrap_or(0);
            let times = whole.min(then.room[*class][*option]).min(then.free[*class]);
            self.apply(&mut then, *class, *option, times);
        }
        self.dive(then);
    }

    /// On which change to branch, and how many of it at least.
    fn branch(
        &self,
        node: &Node,
        (advice, options): &(Advice, Vec<(usize, usize)>),
    ) -> Option<(usize, usize, usize)> {
        let far_from_whole = |amount: i128| (amount % ONE).min(ONE - amount % ONE);
        let amounts = options.iter().zip(&advice.amounts);
        let (amount, (class, option)) =
            amounts.map(|(option, amount)| (*amount, *option)).max_by_key(|(amount, (class, option))| {
                (
                    far_from_whole(*amount) > ONE / 1024,
                    far_from_whole(*amount) >> 30,
                    *amount,
                    -self.cost(*class, *option, &advice.prices),
                )
            })?;
        let fraction = far_from_whole(amount) > ONE / 1024;
        let times = if fraction { amount / ONE + 1 } else { (amount + ONE / 2) / ONE };
        let most = node.room[class][option].min(node.free[class]);
        Some((class, option, usize::try_from(times).unwrap_or(1).clamp(1, most)))
    }

    /// What a change costs at prices; below nothing it pays.
    fn cost(&self, class: usize, option: usize, prices: &[i128]) -> i128 {
        let effect = &self.problem.classes[class].effects[option];
        ONE + effect.iter().zip(prices).map(|(effect, price)| i128::from(*effect) * price).sum::<i128>()
    }

    /// Below a node no set is smaller than this.
    fn bound(&self, node: &Node, prices: &[i128]) -> usize {
        let mut value: i128 = node.slack.iter().zip(prices).map(|(slack, price)| i128::from(*slack) * price).sum();
        for (class, free) in node.free.iter().enumerate() {
            let open = (0..node.room[class].len()).filter(|option| node.room[class][*option] > 0);
            let mut paying: Vec<(i128, usize)> =
                open.map(|option| (self.cost(class, option, prices), node.room[class][option])).collect();
            paying.sort_unstable();
            let mut left = *free;
            for (cost, room) in paying.into_iter().take_while(|(cost, _)| *cost < 0) {
                let times = room.min(left);
                value += cost * i128::try_from(times).unwrap_or(0);
                left -= times;
            }
        }
        let more = if value > 0 { (value + ONE - 1) / ONE } else { 0 };
        node.made.saturating_add(usize::try_from(more).unwrap_or(usize::MAX))
    }
}

/// Every kind of change that may be made at a node.
fn moves(node: &Node) -> impl Iterator<Item = (usize, usize)> + '_ {
    node.room.iter().enumerate().filter(|(class, _)| node.free[*class] > 0).flat_map(|(class, room)| {
        room.iter().enumerate().filter(|(_, room)| **room > 0).map(move |(option, _)| (class, option))
    })
}
