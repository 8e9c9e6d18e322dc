//! Which line of a sheet a row means: by its code, by the plan's number and the name, or by the name alone.

use super::Line;
use crate::basics::text::fold;
use std::collections::HashMap;

/// How a line was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the code of the row, and the row still says the same.
    Code,
    /// By number and name.
    NumberAndName,
    /// By the name, which only one line has.
    Name,
    /// Several lines have that name.
    Several,
    /// No line is meant.
    Nothing,
}

/// The lines of a sheet, to be found.
#[derive(Debug)]
pub struct Lines<'a> {
    lines: &'a [Line],
    /// Made when the first row has to be found by its name.
    by_name: Option<HashMap<String, Vec<usize>>>,
}

/// A name as it is compared: letters and digits without marks.
fn bare(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A number as it is compared: `(1)`, `1.` and `1` are one.
fn bare_number(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric() || *c == '.').collect::<String>().trim_matches('.').to_owned()
}

impl<'a> Lines<'a> {
    /// Of these lines.
    pub fn new(lines: &'a [Line]) -> Self {
        Lines { lines, by_name: None }
    }

    /// Whether a row that says this name is this line.
    pub fn says(&self, at: usize, name: &str) -> bool {
        self.lines.get(at).is_some_and(|line| line.name == name || bare(&line.name) == bare(name))
    }

    /// The line that a row means by its number and name.
    pub fn find(&mut self, number: &str, name: &str) -> (Option<usize>, Way) {
        let lines = self.lines;
        let by_name = self.by_name.get_or_insert_with(|| {
            let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
            for (at, line) in lines.iter().enumerate() {
                by_name.entry(bare(&line.name)).or_default().push(at);
            }
            by_name
        });
        let known = match by_name.get(&bare(name)) {
            Some(known) => known.clone(),
            // “(1) Tổng sản lượng lương thực”: the number typed into the cell of the name
            None => by_name.get(&bare(without_number(name))).cloned().unwrap_or_default(),
        };
        let number = bare_number(number);
        let numbered: Vec<usize> = known
            .iter()
            .copied()
            .filter(|at| !number.is_empty() && bare_number(&lines[*at].number) == number)
            .collect();
        match (numbered.as_slice(), known.as_slice()) {
            ([one], _) => (Some(*one), Way::NumberAndName),
            ([], [one]) => (Some(*one), Way::Name),
            (_, []) => (None, Way::Nothing),
            _ => (None, Way::Several),
        }
    }
}

/// A name without a number in front of it.
fn without_number(name: &str) -> &str {
    name.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "().-+–•*".contains(c))
}
