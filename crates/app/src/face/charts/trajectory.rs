//! Trajectories: this year's line through its four reporting points, against earlier years and the pace of the plan.

use super::axis::Axis;
use super::words::{Words, words};
use super::{Cell, Table, tenths};
use askama::Template;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::periods::Period;

/// Which line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Course {
    /// The year of the movement.
    This,
    /// An earlier year; 1 is the year before.
    Earlier(u8),
    /// Where the plan's pace would be.
    Pace,
}

impl Course {
    fn class(self) -> &'static str {
        match self {
            Course::This => "this",
            Course::Earlier(1) => "last",
            Course::Earlier(_) => "older",
            Course::Pace => "pace",
        }
    }
}

/// A line: a value for each reporting point that has one, and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub(crate) label: String,
    pub(crate) course: Course,
    pub(crate) values: [Option<Amount>; 4],
    pub(crate) addresses: [Option<String>; 4],
}

impl Series {
    /// The line on which a yearly amount grows evenly.
    pub(crate) fn pace(planned: Amount, cumulative: bool, w: &'static Words) -> Series {
        let at = |period: Period| {
            let months = if cumulative { i64::from(period.months()) } else { 12 };
            i64::try_from(i128::from(planned.ten_thousandths()) * i128::from(months) / 12)
                .ok()
                .map(Amount::from_ten_thousandths)
        };
        Series {
            label: w.pace.to_owned(),
            course: Course::Pace,
            values: Period::ALL.map(at),
            addresses: Default::default(),
        }
    }

    /// The newest point that has a value.
    pub(super) fn newest(&self) -> Option<(usize, Amount)> {
        self.values.iter().enumerate().rev().find_map(|(index, value)| Some((index, (*value)?)))
    }
}

struct Line {
    class: &'static str,
    label: String,
    path: String,
    points: Vec<Point>,
}

struct Point {
    x: String,
    y: String,
    says: String,
}

struct Mark {
    at: String,
    text_at: String,
    label: String,
}

/// The chart of one target.
#[derive(Template)]
#[template(path = "face/charts/trajectory.html")]
pub(crate) struct Trajectory {
    title: String,
    address: Option<String>,
    /// What the numbers of the axis are of.
    measure: String,
    ticks: Vec<Mark>,
    periods: Vec<Mark>,
    lines: Vec<Line>,
    pub(crate) says: String,
    pub(crate) table: Table,
}

impl askama::filters::HtmlSafe for Trajectory {}

/// Places of the four reporting points, and of the plot's foot and head, in tenths.
const COLUMNS: [i64; 4] = [860, 1680, 2500, 3320];
const FOOT: i64 = 1880;
const HEAD: i64 = 160;

pub(super) fn names(w: &'static Words) -> [&'static str; 4] {
    [w.at_q1, w.at_h1, w.at_q3, w.at_y]
}

impl Trajectory {
    pub(crate) fn of(
        title: String,
        address: Option<String>,
        unit: &str,
        planned: Option<Amount>,
        series: &[Series],
        language: Language,
    ) -> Trajectory {
        let w = words(language);
        let reported = series.iter().any(|one| one.course != Course::Pace && one.newest().is_some());
        let amounts = || series.iter().flat_map(|one| one.values.iter().flatten().copied());
        let axis = Axis::with_zero(amounts(), FOOT, HEAD).filter(|_| reported);
        let lines = axis.iter().flat_map(|axis| series.iter().map(|one| line(one, axis, unit, w))).collect();
        let ticks = axis.iter().flat_map(Axis::ticks);
        let scaled = axis.as_ref().map_or("", |axis| axis.scaled(w));
        Trajectory {
            says: says(unit, planned, series, w),
            table: table(&title, unit, series, w),
            measure: [scaled, unit].iter().filter(|one| !one.is_empty()).copied().collect::<Vec<_>>().join(" "),
            ticks: ticks
                .map(|tick| Mark { at: tenths(tick.at), text_at: tenths(tick.at + 40), label: tick.label })
                .collect(),
            periods: names(w)
                .into_iter()
                .zip(COLUMNS)
                .map(|(name, at)| Mark { at: tenths(at), text_at: tenths(at), label: name.to_owned() })
                .collect(),
            title,
            address,
            lines,
        }
    }
}

/// Where the points of a line stand, and the path through them; a point that is missing breaks it.
pub(super) fn path(places: &[(i64, Option<i64>)]) -> String {
    let mut path = String::new();
    let mut drawing = false;
    for (x, y) in places {
        match y {
            Some(y) => {
                path.push_str(if drawing { "L" } else { "M" });
                path.push_str(&format!("{} {}", tenths(*x), tenths(*y)));
                drawing = true;
            }
            None => drawing = false,
        }
    }
    path
}

fn line(one: &Series, axis: &Axis, unit: &str, w: &'static Words) -> Line {
    let places: Vec<(i64, Option<i64>)> =
        COLUMNS.into_iter().zip(one.values).map(|(x, value)| (x, value.map(|value| axis.place(value)))).collect();
    let points = places
        .iter()
        .zip(one.values)
        .zip(names(w))
        .filter(|_| one.course != Course::Pace)
        .filter_map(|(((x, y), value), name)| {
            let says = format!("{}, {name}: {}", one.label, with_unit(value?, unit));
            Some(Point { x: tenths(*x), y: tenths((*y)?), says })
        })
        .collect();
    Line { class: one.course.class(), label: one.label.clone(), path: path(&places), points }
}

fn with_unit(amount: Amount, unit: &str) -> String {
    if unit.is_empty() { amount.vietnamese() } else { format!("{} {unit}", amount.vietnamese()) }
}

fn says(unit: &str, planned: Option<Amount>, series: &[Series], w: &'static Words) -> String {
    let Some(this) = series.iter().find(|one| one.course == Course::This) else { return w.nothing.to_owned() };
    let Some((index, value)) = this.newest() else { return w.nothing.to_owned() };
    let first = w.course_says.replace("{period}", names(w)[index]).replace("{value}", &with_unit(value, unit));
    let mut parts = vec![first];
    if let Some(rate) = planned.and_then(|planned| value.percent_of(planned)) {
        parts.push(w.course_of_plan.replace("{rate}", &rate.vietnamese()));
    }
    let last = series.iter().find(|one| one.course == Course::Earlier(1));
    if let Some((last, before)) = last.and_then(|last| Some((last, last.values[index]?))) {
        let mut text =
            w.course_earlier.replace("{label}", &last.label).replace("{value}", &with_unit(before, unit));
        if let Some(change) = change(before, value, w) {
            text.push_str(&format!(" ({change})"));
        }
        parts.push(text);
    }
    format!("{}.", parts.join("; "))
}

/// By how much it grew; nothing where it grew from nothing or from below it.
fn change(before: Amount, now: Amount, w: &'static Words) -> Option<String> {
    if before <= Amount::ZERO {
        return None;
    }
    let more = now.minus(before)?;
    let rate = more.percent_of(before)?;
    Some(match rate.cmp(&Amount::ZERO) {
        std::cmp::Ordering::Greater => w.course_more.replace("{rate}", &rate.vietnamese()),
        std::cmp::Ordering::Less => {
            w.course_less.replace("{rate}", &Amount::ZERO.minus(rate).unwrap_or(rate).vietnamese())
        }
        std::cmp::Ordering::Equal => w.course_same.to_owned(),
    })
}

fn table(title: &str, unit: &str, series: &[Series], w: &'static Words) -> Table {
    let caption = if unit.is_empty() { title.to_owned() } else { format!("{title} ({unit})") };
    Table {
        caption,
        summary: w.as_table,
        head: std::iter::once(w.col_course).chain(names(w)).map(str::to_owned).collect(),
        rows: series
            .iter()
            .map(|one| {
                let cells = one.values.iter().zip(&one.addresses).map(|(value, address)| {
                    Cell::number(value.map(Amount::vietnamese).unwrap_or_default()).at(address.clone())
                });
                std::iter::once(Cell::text(one.label.clone())).chain(cells).collect()
            })
            .collect(),
    }
}
