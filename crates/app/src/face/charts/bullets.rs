//! Progress against plan: a bar for each target, the plan as a line, the pace of the year as a mark.

use super::words::{Words, words};
use super::{Cell, Table, tenths};
use askama::Template;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::targets::Status;

/// What is drawn of a target.
#[derive(Clone, Debug)]
pub(crate) struct Bullet {
    pub(crate) name: String,
    pub(crate) address: Option<String>,
    pub(crate) status: Option<Status>,
    pub(crate) standing: &'static str,
    /// Percent of the plan.
    pub(crate) rate: Option<Amount>,
    /// Percent that the pace of the year asks by now.
    pub(crate) pace: u32,
    pub(crate) planned: String,
    pub(crate) actual: String,
}

struct Row {
    name: String,
    address: Option<String>,
    class: &'static str,
    standing: &'static str,
    rate: String,
    width: String,
    /// The bar goes on beyond the picture.
    beyond: bool,
    pace: Option<String>,
}

/// The chart.
#[derive(Template)]
#[template(path = "face/charts/bullets.html")]
pub(crate) struct Bullets {
    title: String,
    w: &'static Words,
    plan_at: String,
    rows: Vec<Row>,
    pub(crate) says: String,
    pub(crate) table: Table,
}

impl askama::filters::HtmlSafe for Bullets {}

/// The picture ends at this percentage; its width is 1,000 tenths.
const ENDS: i64 = 125;
/// Ten thousand ten-thousandths are one; a bar is cut at the end of the picture.
const ONE: i64 = 10_000;

fn place(percent: Amount) -> i64 {
    let inside = percent.ten_thousandths().clamp(0, ENDS * ONE);
    inside * 1000 / (ENDS * ONE)
}

impl Bullets {
    pub(crate) fn of(title: String, bullets: &[Bullet], language: Language) -> Bullets {
        let w = words(language);
        let rows = bullets.iter().filter_map(|one| Some(row(one, one.rate?))).collect();
        Bullets {
            says: says(bullets, w),
            table: table(&title, bullets, w),
            plan_at: tenths(place(Amount::whole(100))),
            title,
            w,
            rows,
        }
    }
}

fn row(one: &Bullet, rate: Amount) -> Row {
    let marked = one.pace > 0 && one.pace < 100;
    Row {
        name: one.name.clone(),
        address: one.address.clone(),
        class: one.status.map_or("not-begun", Status::code),
        standing: one.standing,
        rate: percent(rate),
        width: tenths(place(rate)),
        beyond: rate > Amount::whole(i32::try_from(ENDS).unwrap_or(i32::MAX)),
        pace: marked.then(|| tenths(i64::from(one.pace) * 1000 / ENDS)),
    }
}

pub(super) fn percent(rate: Amount) -> String {
    format!("{} %", rate.vietnamese())
}

fn says(bullets: &[Bullet], w: &'static Words) -> String {
    let with: Vec<(&Bullet, Amount)> = bullets.iter().filter_map(|one| Some((one, one.rate?))).collect();
    let Some((lowest, rate)) = with.iter().min_by_key(|(_, rate)| *rate) else { return w.nothing.to_owned() };
    let hundred = Amount::whole(100);
    let reached = with.iter().filter(|(_, rate)| *rate >= hundred).count();
    let behind = with.iter().filter(|(one, _)| matches!(one.status, Some(Status::AtRisk | Status::Missed))).count();
    let mut says = w
        .bullets_says
        .replace("{n}", &with.len().to_string())
        .replace("{reached}", &reached.to_string())
        .replace("{behind}", &behind.to_string());
    if *rate < hundred {
        says.push(' ');
        says.push_str(&w.bullets_lowest.replace("{rate}", &percent(*rate)).replace("{name}", &lowest.name));
    }
    let without = bullets.len() - with.len();
    if without > 0 {
        says.push(' ');
        says.push_str(&w.bullets_without.replace("{n}", &without.to_string()));
    }
    says
}

fn table(title: &str, bullets: &[Bullet], w: &'static Words) -> Table {
    let head = [w.col_target, w.col_planned, w.col_actual, w.col_rate, w.col_standing];
    Table {
        caption: title.to_owned(),
        summary: w.as_table,
        head: head.map(str::to_owned).to_vec(),
        rows: bullets
            .iter()
            .map(|one| {
                vec![
                    Cell::text(one.name.clone()).at(one.address.clone()),
                    Cell::number(one.planned.clone()),
                    Cell::number(one.actual.clone()),
                    Cell::number(one.rate.map(percent).unwrap_or_default()),
                    Cell::text(one.standing),
                ]
            })
            .collect(),
    }
}
