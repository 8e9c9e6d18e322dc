//! Small multiples: the year's line of many targets side by side, each on its own scale, all of one size.

use super::axis::Axis;
use super::trajectory::{names, path};
use super::words::{Words, words};
use super::{Cell, Table, tenths};
use askama::Template;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::targets::Status;

/// A target.
#[derive(Clone, Debug)]
pub(crate) struct Multiple {
    pub(crate) name: String,
    pub(crate) address: Option<String>,
    pub(crate) status: Option<Status>,
    pub(crate) standing: &'static str,
    pub(crate) unit: String,
    pub(crate) planned: Option<Amount>,
    pub(crate) values: [Option<Amount>; 4],
}

struct Small {
    name: String,
    address: Option<String>,
    class: &'static str,
    standing: &'static str,
    value: String,
    path: String,
    points: Vec<(String, String)>,
    plan_at: Option<String>,
}

/// The chart.
#[derive(Template)]
#[template(path = "face/charts/multiples.html")]
pub(crate) struct Multiples {
    title: String,
    w: &'static Words,
    smalls: Vec<Small>,
    pub(crate) says: String,
    pub(crate) table: Table,
}

impl askama::filters::HtmlSafe for Multiples {}

const COLUMNS: [i64; 4] = [60, 420, 780, 1140];
const FOOT: i64 = 440;
const HEAD: i64 = 50;

impl Multiples {
    pub(crate) fn of(title: String, targets: &[Multiple], language: Language) -> Multiples {
        let w = words(language);
        let drawn = targets.iter().filter(|one| one.values.iter().any(Option::is_some));
        Multiples {
            says: says(targets, w),
            table: table(&title, targets, w),
            smalls: drawn.filter_map(small).collect(),
            title,
            w,
        }
    }
}

fn small(one: &Multiple) -> Option<Small> {
    let axis = Axis::with_zero(one.values.iter().flatten().copied().chain(one.planned), FOOT, HEAD)?;
    let places: Vec<(i64, Option<i64>)> =
        COLUMNS.into_iter().zip(one.values).map(|(x, value)| (x, value.map(|value| axis.place(value)))).collect();
    let newest = one.values.iter().rev().find_map(|value| *value)?;
    Some(Small {
        name: one.name.clone(),
        address: one.address.clone(),
        class: one.status.map_or("not-begun", Status::code),
        standing: one.standing,
        value: format!("{} {}", newest.vietnamese(), one.unit).trim_end().to_owned(),
        path: path(&places),
        points: places.iter().filter_map(|(x, y)| Some((tenths(*x), tenths((*y)?)))).collect(),
        plan_at: one.planned.map(|planned| tenths(axis.place(planned))),
    })
}

fn says(targets: &[Multiple], w: &'static Words) -> String {
    let mut counts = [0usize; 3];
    for one in targets {
        let mut newest = one.values.iter().rev().flatten();
        if let (Some(now), Some(before)) = (newest.next(), newest.next()) {
            counts[match now.cmp(before) {
                std::cmp::Ordering::Greater => 0,
                std::cmp::Ordering::Less => 1,
                std::cmp::Ordering::Equal => 2,
            }] += 1;
        }
    }
    if targets.iter().all(|one| one.values.iter().all(Option::is_none)) {
        return w.nothing.to_owned();
    }
    w.multiples_says
        .replace("{n}", &targets.len().to_string())
        .replace("{more}", &counts[0].to_string())
        .replace("{less}", &counts[1].to_string())
        .replace("{same}", &counts[2].to_string())
}

fn table(title: &str, targets: &[Multiple], w: &'static Words) -> Table {
    let head = [w.col_target, w.col_planned].into_iter().chain(names(w)).chain([w.col_standing]);
    Table {
        caption: title.to_owned(),
        summary: w.as_table,
        head: head.map(str::to_owned).collect(),
        rows: targets
            .iter()
            .map(|one| {
                let number =
                    |amount: Option<Amount>| Cell::number(amount.map(Amount::vietnamese).unwrap_or_default());
                let name =
                    if one.unit.is_empty() { one.name.clone() } else { format!("{} ({})", one.name, one.unit) };
                let mut cells = vec![Cell::text(name).at(one.address.clone()), number(one.planned)];
                cells.extend(one.values.map(number));
                cells.push(Cell::text(one.standing));
                cells
            })
            .collect(),
    }
}
