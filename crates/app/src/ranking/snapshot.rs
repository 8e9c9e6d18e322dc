//! The cells of the country's years in one file: a line that says what they were made of, then the columns as they lie in
//! memory. A file that is not exactly what is asked for is no snapshot.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use thidua_domain::ranking::{Cell, Layout, Year};

/// What every snapshot begins with; another number for another form.
const FORM: &str = "thidua country 1";

/// What is kept.
pub(super) struct Snapshot<'a> {
    /// What it was made of.
    pub(super) mark: &'a str,
    pub(super) layout: &'a Layout,
    pub(super) years: &'a [Year],
}

/// The head: form, mark, and the units and targets whose cells follow.
fn head(mark: &str, layout: &Layout) -> Vec<u8> {
    let mut head = format!("{FORM}\n{mark}\n").into_bytes();
    let codes = layout.units.iter().map(|unit| &unit.code).chain(layout.targets.iter().map(|target| &target.code));
    for code in codes {
        head.extend_from_slice(&(code.len() as u64).to_le_bytes());
        head.extend_from_slice(code.as_bytes());
    }
    head.extend_from_slice(&(layout.units.len() as u64).to_le_bytes());
    head
}

/// Writes a snapshot; it takes the place of the one before when it is whole.
pub(super) fn write(file: &Path, snapshot: &Snapshot<'_>) -> io::Result<()> {
    let passing = file.with_extension(format!("{}.new", std::process::id()));
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&passing)?);
    out.write_all(&head(snapshot.mark, snapshot.layout))?;
    for year in snapshot.years {
        out.write_all(&i64::from(year.year).to_le_bytes())?;
        let cells = year.plans.iter().chain(year.figures.as_flattened());
        for cell in cells {
            out.write_all(&cell.to_stored().to_le_bytes())?;
        }
    }
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    fs::rename(&passing, file)
}

/// The years of a snapshot, if it was made of the same, for the same units and targets, and is whole.
pub(super) fn read(file: &Path, mark: &str, layout: &Layout) -> Option<Vec<Year>> {
    let bytes = fs::read(file).ok()?;
    let mut rest = bytes.strip_prefix(head(mark, layout).as_slice())?;
    let cells = layout.cells();
    let (width, mut years) = (8 * (1 + 5 * cells), Vec::new());
    if cells == 0 || !rest.len().is_multiple_of(width) {
        return None;
    }
    while !rest.is_empty() {
        let (one, behind) = rest.split_at(width);
        let mut numbers = one.as_chunks::<8>().0.iter().map(|bytes| i64::from_le_bytes(*bytes));
        let mut year = Year::new(i32::try_from(numbers.next()?).ok()?, layout);
        let places = year.plans.iter_mut().chain(year.figures.as_flattened_mut());
        places.zip(numbers).for_each(|(cell, number)| *cell = Cell::from_stored(number));
        years.push(year);
        rest = behind;
    }
    Some(years)
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_domain::ranking::{Aggregation, Province, TargetRule, Unit};
    use thidua_domain::targets::Direction;

    fn layout(units: &[&str]) -> Layout {
        let unit = |code: &&str| Unit { code: (*code).to_owned(), kind: 0, province: 0 };
        Layout {
            units: units.iter().map(unit).collect(),
            provinces: vec![Province { code: "01".into(), cluster: 0 }],
            targets: vec![TargetRule {
                code: "T01".into(),
                direction: Direction::Higher,
                aggregation: Aggregation::Last,
                weight: 1,
            }],
        }
    }

    #[test]
    fn only_a_whole_snapshot_of_the_same_is_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("country");
        let layout = layout(&["a", "b"]);
        let mut year = Year::new(2024, &layout);
        year.plans[1] = Cell::hundredths(-7);
        year.figures[0] = [Cell::hundredths(1), Cell::NOTHING, Cell::SILENT, Cell::hundredths(i64::from(i32::MAX))];
        let years = [year];
        assert_eq!(read(&file, "m", &layout), None);
        write(&file, &Snapshot { mark: "m", layout: &layout, years: &years }).expect("written");
        assert_eq!(read(&file, "m", &layout).as_deref(), Some(&years[..]));
        assert_eq!(read(&file, "n", &layout), None, "made of something else");
        assert_eq!(read(&file, "m", &self::layout(&["a", "c"])), None, "other units");
        assert_eq!(read(&file, "m", &self::layout(&["ab", ""])), None, "other units of the same letters");
        let whole = fs::read(&file).expect("read");
        fs::write(&file, &whole[..whole.len() - 1]).expect("cut");
        assert_eq!(read(&file, "m", &layout), None, "cut off");
    }
}
