//! Distribution inside blocks and clusters: a dot for each unit on one common scale, with quartiles.

use super::axis::Axis;
use super::words::{Words, words};
use super::{Cell, Table, tenths};
use askama::Template;
use std::collections::HashMap;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::spread::Spread;

/// A unit.
#[derive(Clone, Debug)]
pub(crate) struct Dot {
    pub(crate) name: String,
    pub(crate) address: Option<String>,
    pub(crate) value: Amount,
    /// The reader's own unit stands out.
    pub(crate) own: bool,
}

/// A block, a cluster or a kind of units.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) address: Option<String>,
    pub(crate) dots: Vec<Dot>,
}

struct Placed {
    x: String,
    y: String,
    own: bool,
    says: String,
}

struct Row {
    y: i64,
    name: String,
    address: Option<String>,
    /// Quartiles and median: from, width, median.
    middle: Option<(String, String, String)>,
    dots: Vec<Placed>,
}

struct Mark {
    at: String,
    label: String,
}

/// The chart.
#[derive(Template)]
#[template(path = "face/charts/strip.html")]
pub(crate) struct Strip {
    title: String,
    w: &'static Words,
    height: i64,
    foot: i64,
    measure: String,
    ticks: Vec<Mark>,
    rows: Vec<Row>,
    pub(crate) says: String,
    pub(crate) table: Table,
}

impl askama::filters::HtmlSafe for Strip {}

/// Ends of the scale, in tenths; the height of a row in units.
const FROM: i64 = 100;
const TO: i64 = 3500;
const ROW: i64 = 58;
/// Dots nearer than this stand above each other, so many levels high.
const NEAR: i64 = 90;
const LEVELS: i64 = 4;

impl Strip {
    /// `measure` is what is counted: `%`, or a unit.
    pub(crate) fn of(title: String, measure: &str, groups: &[Group], language: Language) -> Strip {
        let w = words(language);
        let axis = Axis::around(groups.iter().flat_map(|group| group.dots.iter().map(|dot| dot.value)), FROM, TO);
        let rows: Vec<Row> = axis
            .iter()
            .flat_map(|axis| {
                groups
                    .iter()
                    .filter(|group| !group.dots.is_empty())
                    .zip(0..)
                    .map(|(group, at)| row(group, at * ROW, axis, measure))
            })
            .collect();
        let foot = i64::try_from(rows.len()).unwrap_or_default() * ROW;
        let scaled = axis.as_ref().map_or("", |axis| axis.scaled(w));
        Strip {
            says: says(groups, measure, w),
            table: table(&title, measure, groups, w),
            measure: [scaled, measure].iter().filter(|one| !one.is_empty()).copied().collect::<Vec<_>>().join(" "),
            ticks: axis
                .iter()
                .flat_map(Axis::ticks)
                .map(|tick| Mark { at: tenths(tick.at), label: tick.label })
                .collect(),
            height: foot + 34,
            foot,
            title,
            w,
            rows,
        }
    }
}

fn row(group: &Group, y: i64, axis: &Axis, measure: &str) -> Row {
    let spread = Spread::of(group.dots.iter().map(|dot| dot.value));
    // two units have no quartiles worth drawing
    let middle = spread.filter(|_| group.dots.len() > 2).map(|spread| {
        let (from, to) = (axis.place(spread.lower), axis.place(spread.upper));
        (tenths(from), tenths((to - from).max(10)), tenths(axis.place(spread.median)))
    });
    let mut dots: Vec<&Dot> = group.dots.iter().collect();
    dots.sort_by_key(|dot| dot.value);
    let mut taken: HashMap<i64, i64> = HashMap::new();
    let placed = dots.into_iter().map(|dot| {
        let x = axis.place(dot.value);
        let level = taken.entry(x / NEAR).or_default();
        let up = *level % LEVELS;
        *level += 1;
        Placed {
            x: tenths(x),
            y: tenths(y * 10 + 450 - up * 80),
            own: dot.own,
            says: format!("{}: {}", dot.name, with(dot.value, measure)),
        }
    });
    let dots = placed.collect();
    Row { y, name: group.name.clone(), address: group.address.clone(), middle, dots }
}

fn with(amount: Amount, measure: &str) -> String {
    if measure.is_empty() { amount.vietnamese() } else { format!("{} {measure}", amount.vietnamese()) }
}

fn says(groups: &[Group], measure: &str, w: &'static Words) -> String {
    let said = groups.iter().filter_map(|group| {
        let spread = Spread::of(group.dots.iter().map(|dot| dot.value))?;
        let mut text = w
            .strip_says
            .replace("{n}", &group.dots.len().to_string())
            .replace("{median}", &with(spread.median, measure))
            .replace("{lowest}", &with(spread.lowest, measure))
            .replace("{highest}", &with(spread.highest, measure))
            .replace("{name}", &group.name);
        if group.dots.len() > 3 {
            text.push(' ');
            let half = w.strip_half.replace("{lower}", &with(spread.lower, measure));
            text.push_str(&half.replace("{upper}", &with(spread.upper, measure)));
        }
        Some(text)
    });
    let says = said.collect::<Vec<_>>().join(" ");
    if says.is_empty() { w.nothing.to_owned() } else { says }
}

fn table(title: &str, measure: &str, groups: &[Group], w: &'static Words) -> Table {
    let mut rows = Vec::new();
    for group in groups {
        let mut dots: Vec<&Dot> = group.dots.iter().collect();
        dots.sort_by_key(|dot| std::cmp::Reverse(dot.value));
        for dot in dots {
            rows.push(vec![
                Cell::text(dot.name.clone()).at(dot.address.clone()),
                Cell::text(group.name.clone()).at(group.address.clone()),
                Cell::number(with(dot.value, measure)),
            ]);
        }
        if let Some(spread) = Spread::of(group.dots.iter().map(|dot| dot.value)) {
            let named = [(w.col_lower, spread.lower), (w.col_median, spread.median), (w.col_upper, spread.upper)];
            rows.extend(named.map(|(name, value)| {
                vec![Cell::text(name), Cell::text(group.name.clone()), Cell::number(with(value, measure))]
            }));
        }
    }
    Table {
        caption: title.to_owned(),
        summary: w.as_table,
        head: vec![w.col_unit.to_owned(), w.col_group.to_owned(), w.col_rate.to_owned()],
        rows,
    }
}
