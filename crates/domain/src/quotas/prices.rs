//! Prices on inequalities: the linear programme of a node of the search, in fixed point.
//!
//! What comes out is only advice. The bound is worked out again from the prices in whole numbers ([`super::search`]), so a
//! rounding here can make it weaker and never wrong.

/// One, in fixed point.
pub(super) const ONE: i128 = 1 << 40;
/// What counts as nothing.
const NOTHING: i128 = 1 << 12;
/// The highest price.
const FAR: i128 = 1 << 60;
/// Turns after which the prices are taken as they are.
const TURNS: usize = 400;

/// One kind of change: what it adds to each inequality, and which of the limits on numbers it uses.
pub(super) struct Row {
    pub effect: Vec<i64>,
    pub uses: Vec<usize>,
}

/// Prices, and how often each kind of change is made where changes may be divided.
pub(super) struct Advice {
    pub prices: Vec<i128>,
    pub amounts: Vec<i128>,
}

fn times(a: i128, b: i128) -> i128 {
    a.checked_mul(b).map_or(0, |product| product >> 40)
}

/// Least number of changes such that `slack + effects ≤ 0`, each limit holding: solved from the side of the prices, where
/// paying nothing is a start. Prices are `λ ≥ 0` for inequalities and `μ ≥ 0` for limits, with `−effect·λ − μ ≤ 1` for each
/// row, and `slack·λ − limit·μ` is made as large as can be.
pub(super) fn advise(slack: &[i64], limits: &[usize], rows: &[Row]) -> Advice {
    let (many, columns) = (slack.len(), slack.len() + limits.len());
    let scale: Vec<i128> = (0..many)
        .map(|at| rows.iter().map(|row| i128::from(row.effect[at].abs())).max().unwrap_or(1).max(1))
        .collect();
    let mut table: Vec<Vec<i128>> = rows
        .iter()
        .map(|row| {
            let prices = row.effect.iter().zip(&scale).map(|(effect, scale)| -i128::from(*effect) * ONE / scale);
            let limits = (0..limits.len()).map(|limit| if row.uses.contains(&limit) { -ONE } else { 0 });
            prices.chain(limits).chain([ONE]).collect()
        })
        .collect();
    let gains = slack.iter().zip(&scale).map(|(slack, scale)| i128::from(*slack) * ONE / scale);
    let costs = limits.iter().map(|limit| -i128::try_from(*limit).unwrap_or(0) * ONE);
    let mut goal: Vec<i128> = gains.chain(costs).chain([0]).collect();
    // columns stand for prices, rows for what is left of each kind of change; the two are exchanged at each turn
    let mut beside: Vec<usize> = (0..columns).collect();
    let mut within: Vec<usize> = (columns..columns + rows.len()).collect();
    for turn in 0..TURNS {
        let gaining = (0..columns).filter(|column| goal[*column] > NOTHING);
        // the steepest first; late turns take the first that gains, which cannot go round in circles
        let enter = if turn < TURNS / 2 {
            gaining.max_by_key(|column| goal[*column])
        } else {
            gaining.min_by_key(|column| beside[*column])
        };
        let Some(enter) = enter else { break };
        let leave = (0..rows.len())
            .filter(|row| table[*row][enter] > NOTHING)
            .min_by_key(|row| (part(table[*row][columns].max(0), table[*row][enter]), within[*row]));
        let Some(leave) = leave else {
            // nothing stops this price: the inequalities cannot hold together
            return ray(&table, &within, &beside, enter, &scale, columns, rows.len());
        };
        turn_about(&mut table, &mut goal, leave, enter);
        std::mem::swap(&mut within[leave], &mut beside[enter]);
    }
    let mut prices = vec![0; many];
    let mut amounts = vec![0; rows.len()];
    for (row, name) in within.iter().enumerate().filter(|(_, name)| **name < many) {
        prices[*name] = table[row][columns].clamp(0, FAR) / scale[*name];
    }
    for (column, name) in beside.iter().enumerate().filter(|(_, name)| **name >= columns) {
        amounts[name - columns] = (-goal[column]).max(0);
    }
    Advice { prices, amounts }
}

/// `a ÷ b`; a quotient out of reach is nothing, since it is only advice.
fn part(a: i128, b: i128) -> i128 {
    a.checked_mul(ONE).map_or(0, |a| a / b)
}

fn turn_about(table: &mut [Vec<i128>], goal: &mut [i128], leave: usize, enter: usize) {
    let by = table[leave][enter];
    let mut pivot = table[leave].clone();
    pivot[enter] = ONE;
    pivot.iter_mut().for_each(|one| *one = part(*one, by));
    let clear = |row: &mut [i128]| {
        let share = row[enter];
        if share != 0 {
            row[enter] = 0;
            row.iter_mut().zip(&pivot).for_each(|(one, pivot)| *one = one.saturating_sub(times(share, *pivot)));
        }
    };
    table.iter_mut().enumerate().filter(|(at, _)| *at != leave).for_each(|(_, row)| clear(row));
    clear(goal);
    table[leave] = pivot;
}

/// Prices far out in the direction in which they may grow without end.
fn ray(
    table: &[Vec<i128>],
    within: &[usize],
    beside: &[usize],
    enter: usize,
    scale: &[i128],
    columns: usize,
    rows: usize,
) -> Advice {
    let far = FAR / ONE;
    let mut prices = vec![0; scale.len()];
    if beside[enter] < scale.len() {
        prices[beside[enter]] = FAR / scale[beside[enter]];
    }
    for (row, name) in within.iter().enumerate().filter(|(_, name)| **name < scale.len()) {
        prices[*name] =
            table[row][columns].saturating_sub(table[row][enter].saturating_mul(far)).clamp(0, FAR) / scale[*name];
    }
    Advice { prices, amounts: vec![0; rows] }
}
