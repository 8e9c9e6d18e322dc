//! The lists of units and targets.

use super::{BadLine, TARGET_COLUMNS, UNIT_COLUMNS, Wrong, fields};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use thidua_domain::ranking::{Aggregation, Layout, Province, TargetRule, Unit, direction};

/// Which of the two lists a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lists {
    /// Units.
    Units,
    /// Targets.
    Targets,
}

/// Reads who reports what; units, provinces and targets come in the order of their codes.
///
/// # Errors
/// The list and the first line that cannot be read.
pub fn read_lists(units: &[u8], targets: &[u8]) -> Result<Layout, (Lists, BadLine)> {
    let (units, provinces) = units_of(units).map_err(|line| (Lists::Units, line))?;
    let targets = targets_of(targets).map_err(|line| (Lists::Targets, line))?;
    Ok(Layout { units, provinces, targets })
}

/// The fields of each line behind the first, which has to name the columns.
fn lines<const N: usize>(
    bytes: &[u8],
    columns: &'static str,
    mut each: impl FnMut(&[String; N]) -> Result<(), Wrong>,
) -> Result<(), BadLine> {
    let text = std::str::from_utf8(bytes).map_err(|_| BadLine { at: 0, wrong: Wrong::Encoding })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut any = false;
    let mut at = bytes.len() - text.len();
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let begin = at;
        at += line.len();
        let line = line.trim();
        let failed = |wrong| BadLine { at: begin, wrong };
        let fields: Vec<String> = fields::unquoted(line.as_bytes())
            .into_iter()
            .map(|field| String::from_utf8_lossy(&field).into_owned())
            .collect();
        if number == 0 {
            if !fields.join(",").eq_ignore_ascii_case(columns) {
                return Err(failed(Wrong::Columns(columns)));
            }
            continue;
        }
        if line.is_empty() {
            continue;
        }
        let fields = <[String; N]>::try_from(fields).map_err(|_| failed(Wrong::Fields(N)))?;
        each(&fields).map_err(failed)?;
        any = true;
    }
    if any { Ok(()) } else { Err(BadLine { at: 0, wrong: Wrong::Nothing }) }
}

/// The number of a word, counted in the order in which words come.
fn number(numbers: &mut HashMap<String, usize>, word: &str) -> usize {
    let next = numbers.len();
    *numbers.entry(word.to_owned()).or_insert(next)
}

fn units_of(bytes: &[u8]) -> Result<(Vec<Unit>, Vec<Province>), BadLine> {
    let (mut kinds, mut clusters) = (HashMap::new(), HashMap::new());
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut provinces: BTreeMap<String, usize> = BTreeMap::new();
    lines::<6>(bytes, UNIT_COLUMNS, |[unit, _, kind, province, _, cluster]| {
        if unit.is_empty() || province.is_empty() {
            return Err(Wrong::NoCode);
        }
        if found.insert(unit.clone(), (number(&mut kinds, kind), province.clone())).is_some() {
            return Err(Wrong::Twice(unit.clone()));
        }
        let cluster = number(&mut clusters, cluster);
        if *provinces.entry(province.clone()).or_insert(cluster) != cluster {
            // a province stands in one cluster
            return Err(Wrong::Word(province.clone()));
        }
        Ok(())
    })?;
    let numbers: HashMap<&String, usize> = provinces.keys().zip(0..).collect();
    let units = found
        .iter()
        .map(|(code, (kind, province))| Unit { code: code.clone(), kind: *kind, province: numbers[province] })
        .collect();
    let provinces =
        provinces.iter().map(|(code, cluster)| Province { code: code.clone(), cluster: *cluster }).collect();
    Ok((units, provinces))
}

fn targets_of(bytes: &[u8]) -> Result<Vec<TargetRule>, BadLine> {
    let mut found = Vec::new();
    let mut codes = BTreeSet::new();
    lines::<4>(bytes, TARGET_COLUMNS, |[target, way, aggregation, weight]| {
        if target.is_empty() {
            return Err(Wrong::NoCode);
        }
        if !codes.insert(target.clone()) {
            return Err(Wrong::Twice(target.clone()));
        }
        found.push(TargetRule {
            code: target.clone(),
            direction: direction(way).ok_or_else(|| Wrong::Word(way.clone()))?,
            aggregation: Aggregation::from_word(aggregation).ok_or_else(|| Wrong::Word(aggregation.clone()))?,
            weight: weight
                .parse()
                .ok()
                .filter(|weight| (0..=1_000_000).contains(weight))
                .ok_or_else(|| Wrong::Value(weight.clone()))?,
        });
        Ok(())
    })?;
    found.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(found)
}
