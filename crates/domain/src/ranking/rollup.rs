//! Sums over the units of a province and over the nation.

use super::{Judged, Layout, RolledUp, Year};

/// A sum on its way; plans count only where something was achieved.
#[derive(Clone, Copy, Default)]
struct Sum {
    achieved: i64,
    plan: i64,
    /// Values, and plans beside them.
    values: u32,
    plans: u32,
}

impl Sum {
    fn add(&mut self, achieved: i64, plan: Option<i64>) {
        self.achieved = self.achieved.saturating_add(achieved);
        self.values += 1;
        if let Some(plan) = plan {
            self.plan = self.plan.saturating_add(plan);
            self.plans += 1;
        }
    }

    fn add_sum(&mut self, other: Sum) {
        self.achieved = self.achieved.saturating_add(other.achieved);
        self.plan = self.plan.saturating_add(other.plan);
        self.values += other.values;
        self.plans += other.plans;
    }
}

/// The targets of each province, province by province, and of the nation.
pub(super) fn sums(layout: &Layout, year: &Year, judged: &[Judged]) -> (Vec<RolledUp>, Vec<RolledUp>) {
    let targets = layout.targets.len();
    let mut provinces = vec![Sum::default(); layout.provinces.len() * targets];
    for (at, unit) in layout.units.iter().enumerate() {
        let cells = at * targets..(at + 1) * targets;
        let sums = &mut provinces[unit.province * targets..(unit.province + 1) * targets];
        for ((sum, one), plan) in sums.iter_mut().zip(&judged[cells.clone()]).zip(&year.plans[cells]) {
            if let Some(achieved) = one.achieved {
                sum.add(achieved, plan.get());
            }
        }
    }
    let mut nation = vec![Sum::default(); targets];
    for (place, sum) in provinces.iter().enumerate() {
        nation[place % targets].add_sum(*sum);
    }
    let rolled_up = |(place, sum): (usize, &Sum)| {
        let (achieved, plan) = ((sum.values > 0).then_some(sum.achieved), (sum.plans > 0).then_some(sum.plan));
        RolledUp { plan, judged: layout.targets[place % targets].judge(achieved, plan) }
    };
    (provinces.iter().enumerate().map(rolled_up).collect(), nation.iter().enumerate().map(rolled_up).collect())
}
