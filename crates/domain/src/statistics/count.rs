//! Counting records into the lines and columns of a form; every number is the list of its records.

use super::{Dimension, Form, Record};

/// A line of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The dimension; none for the line of all.
    pub dimension: Option<String>,
    /// The value; none for what stands under no value of the dimension.
    pub value: Option<String>,
    /// The value that it is a part of.
    pub part_of: Option<String>,
    /// For each column the places of its records; the first column is all of them.
    pub cells: Vec<Vec<usize>>,
}

/// A form with its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Values that are columns, after the one of all.
    pub columns: Vec<String>,
    /// The line of all first, then each dimension.
    pub lines: Vec<Line>,
    /// Records that are not of this form.
    pub outside: Vec<usize>,
    /// How many records there were.
    pub records: usize,
}

/// Where a record stands in a dimension: the first value that takes it, and the first of its parts that does.
fn place(dimension: &Dimension, record: &Record) -> (Option<usize>, Option<usize>) {
    let values = &dimension.value;
    let whole = values.iter().position(|value| value.part_of.is_none() && value.takes(record));
    let part = whole.and_then(|at| {
        let code = &values[at].code;
        values.iter().position(|value| value.part_of.as_ref() == Some(code) && value.takes(record))
    });
    (whole, part)
}

/// Counts the records of a year into a form.
pub fn count(form: &Form, records: &[Record]) -> Counted {
    let columns = form.columns.as_ref().and_then(|code| form.dimension.iter().find(|one| one.code == *code));
    let column = |record: &Record| columns.map(|dimension| place(dimension, record).0);
    let (inside, outside): (Vec<usize>, Vec<usize>) =
        (0..records.len()).partition(|at| !matches!(column(&records[*at]), Some(None)));
    let spread = |of: Vec<usize>| -> Vec<Vec<usize>> {
        let width = columns.map_or(0, |dimension| dimension.value.len());
        let mut cells = vec![Vec::new(); width];
        for at in &of {
            if let Some(Some(place)) = column(&records[*at]) {
                cells[place].push(*at);
            }
        }
        cells.insert(0, of);
        cells
    };
    let line = |dimension: Option<&Dimension>, value: Option<usize>, of: Vec<usize>| Line {
        dimension: dimension.map(|one| one.code.clone()),
        value: dimension.zip(value).map(|(one, at)| one.value[at].code.clone()),
        part_of: dimension.zip(value).and_then(|(one, at)| one.value[at].part_of.clone()),
        cells: spread(of),
    };
    let mut lines = vec![line(None, None, inside.clone())];
    for dimension in form.dimension.iter().filter(|one| Some(&one.code) != form.columns.as_ref()) {
        let places: Vec<(usize, (Option<usize>, Option<usize>))> =
            inside.iter().map(|at| (*at, place(dimension, &records[*at]))).collect();
        for value in 0..dimension.value.len() {
            let here =
                |(whole, part): &(Option<usize>, Option<usize>)| *whole == Some(value) || *part == Some(value);
            let of = places.iter().filter(|(_, place)| here(place)).map(|(at, _)| *at).collect();
            lines.push(line(Some(dimension), Some(value), of));
        }
        let none: Vec<usize> = places.iter().filter(|(_, place)| place.0.is_none()).map(|(at, _)| *at).collect();
        if !none.is_empty() {
            lines.push(line(Some(dimension), None, none));
        }
    }
    let columns = columns.map(|dimension| dimension.value.iter().map(|value| value.code.clone()).collect());
    Counted { columns: columns.unwrap_or_default(), lines, outside, records: records.len() }
}

impl Counted {
    /// The records of the form.
    pub fn inside(&self) -> usize {
        self.lines.first().map_or(0, |line| line.cells[0].len())
    }

    /// For each dimension: its name, the sum of its lines with what is under none, and how many are under none. Parts are
    /// not added: they are in their wholes.
    pub fn sums(&self) -> Vec<(String, usize, usize)> {
        let mut found: Vec<(String, usize, usize)> = Vec::new();
        for line in self.lines.iter().filter(|line| line.part_of.is_none()) {
            let Some(dimension) = &line.dimension else { continue };
            if found.last().is_none_or(|(last, _, _)| last != dimension) {
                found.push((dimension.clone(), 0, 0));
            }
            if let Some((_, sum, none)) = found.last_mut() {
                *sum += line.cells[0].len();
                if line.value.is_none() {
                    *none += line.cells[0].len();
                }
            }
        }
        found
    }

    /// Whether every dimension adds up to the records of the form, every line to its columns, and both parts to all.
    pub fn adds_up(&self) -> bool {
        let lines = self.lines.iter().all(|line| {
            self.columns.is_empty() || line.cells[1..].iter().map(Vec::len).sum::<usize>() == line.cells[0].len()
        });
        lines
            && self.sums().iter().all(|(_, sum, _)| *sum == self.inside())
            && self.inside() + self.outside.len() == self.records
    }

    /// The line of a value; `""` is what stands under none.
    pub fn line(&self, dimension: &str, value: &str) -> Option<&Line> {
        self.lines.iter().find(|line| {
            line.dimension.as_deref().unwrap_or_default() == dimension
                && line.value.as_deref().unwrap_or_default() == value
        })
    }
}
