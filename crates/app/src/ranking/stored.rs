//! The country's year from the store: what the provinces accepted, judged and ranked like the files.
//!
//! Reading a million lines out of tables takes seconds. A snapshot of the cells beside the data saves that: it carries the
//! mark of what it was made of, and is made anew whenever the mark is another one.

use super::snapshot::{self, Snapshot};
use super::{Done, Failed, writing};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use thidua_domain::cascade::better;
use thidua_domain::periods::Period;
use thidua_domain::ranking::{Aggregation, Cell, Layout, Province, TargetRule, Unit, Year};
use thidua_domain::targets::Direction;
use thidua_store::country::{CountryLists, CountryValue};
use thidua_store::{Store, StoreError};

/// Why nothing was written.
#[derive(Debug)]
pub enum NotWritten {
    /// The database.
    Store(StoreError),
    /// A file.
    Files(Failed),
}

impl From<StoreError> for NotWritten {
    fn from(error: StoreError) -> NotWritten {
        NotWritten::Store(error)
    }
}

/// Reads, counts and writes the five files. `kept` is the snapshot beside the data.
///
/// # Errors
/// [`NotWritten`]; then no file was changed.
pub async fn run_stored(store: &Store, kept: &Path, out: &Path, threads: usize) -> Result<Done, NotWritten> {
    let mark = store.country_mark().await?;
    let layout = layout(&store.country_lists().await?);
    let years = match snapshot::read(kept, &mark, &layout) {
        Some(years) => years,
        None => {
            let years = years(store, &layout).await?;
            // a snapshot that cannot be kept costs time the next time, and nothing else
            if let Err(error) = snapshot::write(kept, &Snapshot { mark: &mark, layout: &layout, years: &years }) {
                tracing::warn!("{}: {error}", kept.display());
            }
            years
        }
    };
    let given = |year: &Year| year.figures.as_flattened().iter().filter(|cell| cell.get().is_some()).count() as u64;
    let done = Done { figures: years.iter().map(given).sum(), units: layout.units.len(), years: years.len() };
    let (out, threads) = (out.to_owned(), threads.max(1));
    let written = tokio::task::spawn_blocking(move || writing::write(&layout, &years, &out, threads)).await;
    match written {
        Ok(Ok(())) => Ok(done),
        Ok(Err(failed)) => Err(NotWritten::Files(failed)),
        Err(panic) => std::panic::resume_unwind(panic.into_panic()),
    }
}

/// Units, provinces and targets in the order of their codes. Figures count from the first of January, so that the latest
/// is the year's; without declared weights every target counts the same.
fn layout(lists: &CountryLists) -> Layout {
    let clusters: BTreeMap<&str, &str> =
        lists.clusters.iter().map(|(unit, block)| (unit.as_str(), block.as_str())).collect();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut number = |word: &str| {
        let next = numbers.len();
        *numbers.entry(word.to_owned()).or_insert(next)
    };
    let codes: BTreeMap<&str, ()> = lists.units.iter().map(|unit| (unit.province.as_str(), ())).collect();
    let provinces: Vec<Province> = codes
        .keys()
        .map(|code| {
            let block = clusters.get(code).copied().unwrap_or_default();
            Province { code: (*code).to_owned(), cluster: number(&format!("cluster {block}")) }
        })
        .collect();
    let place: HashMap<&str, usize> = codes.keys().copied().zip(0..).collect();
    let mut units: Vec<Unit> = lists
        .units
        .iter()
        .map(|unit| Unit {
            code: unit.id.clone(),
            kind: number(&format!("kind {}", unit.kind)),
            province: place[unit.province.as_str()],
        })
        .collect();
    // a unit that reported to two provinces, after a reform, stands where it stands last in the list
    units.sort_by(|a, b| a.code.cmp(&b.code));
    units.dedup_by(|later, earlier| {
        let same = later.code == earlier.code;
        if same {
            earlier.province = later.province;
        }
        same
    });
    let mut targets: Vec<TargetRule> = lists
        .targets
        .iter()
        .filter(|(_, comparator, _)| !comparator.is_judged())
        .map(|(code, comparator, direction)| TargetRule {
            code: code.clone(),
            direction: match better(Some(*comparator), *direction) {
                Direction::Lower => Direction::Lower,
                Direction::Higher | Direction::Neither => Direction::Higher,
            },
            aggregation: Aggregation::Last,
            weight: 1,
        })
        .collect();
    targets.sort_by(|a, b| a.code.cmp(&b.code));
    targets.dedup_by(|later, earlier| later.code == earlier.code);
    Layout { units, provinces, targets }
}

async fn years(store: &Store, layout: &Layout) -> Result<Vec<Year>, StoreError> {
    let units: HashMap<&str, usize> = layout.units.iter().map(|unit| unit.code.as_str()).zip(0..).collect();
    let targets: HashMap<&str, usize> = layout.targets.iter().map(|target| target.code.as_str()).zip(0..).collect();
    let place = |one: &CountryValue| {
        Some(layout.place(*units.get(one.unit_id.as_str())?, *targets.get(one.code.as_str())?))
    };
    // ten-thousandths are cut down to hundredths
    let cell = |one: &CountryValue| Cell::hundredths(one.value.div_euclid(100));
    let plans = store.country_plans().await?;
    let mut years = Vec::new();
    for number in store.country_years().await? {
        let Ok(number) = i32::try_from(number) else { continue };
        let mut year = Year::new(number, layout);
        for plan in plans.iter().filter(|plan| plan.year == number) {
            if let Some(place) = place(plan) {
                year.plans[place] = cell(plan);
            }
        }
        for figure in store.country_figures(i64::from(number)).await? {
            let quarter = match figure.period {
                Some(Period::FirstQuarter) => 0,
                Some(Period::FirstHalf) => 1,
                Some(Period::ThreeQuarters) => 2,
                Some(Period::Year) | None => 3,
            };
            if let Some(place) = place(&figure) {
                year.figures[place][quarter] = cell(&figure);
            }
        }
        years.push(year);
    }
    Ok(years)
}
