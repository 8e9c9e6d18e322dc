//! The five files of the country's year: the same bytes from the same rows, whoever counted them.

use std::io::{self, Write};
use thidua_domain::ranking::{Judged, Layout, Outcome, RolledUp};

/// A file that is written: its name, its first line, and what writes the lines of one year.
pub struct Table {
    /// The name of the file.
    pub name: &'static str,
    /// The first line, without its end.
    pub head: &'static str,
    /// The lines of one year.
    pub year: fn(&Layout, &Outcome, &mut Line) -> (),
}

/// The files, in the order in which they are written.
pub const TABLES: [Table; 5] = [
    Table { name: "unit_targets.csv", head: "year,unit,target,achieved_c,pct_bp,status", year: unit_targets },
    Table { name: "unit_scores.csv", head: "year,unit,score,rank,v,d,g,c,k", year: unit_scores },
    Table {
        name: "province_targets.csv",
        head: "year,province,target,achieved_c,plan_c,pct_bp,status",
        year: province_targets,
    },
    Table { name: "province_scores.csv", head: "year,province,score,rank", year: province_scores },
    Table { name: "nation_targets.csv", head: "year,target,achieved_c,plan_c,pct_bp,status", year: nation_targets },
];

/// Lines in the making.
#[derive(Debug, Default)]
pub struct Line {
    bytes: Vec<u8>,
}

impl Line {
    /// Hands on what was made and begins anew.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn flush(&mut self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(&self.bytes)?;
        self.bytes.clear();
        Ok(())
    }

    fn text(&mut self, text: &str) {
        // codes with commas or quotation marks are written as they were read
        if text.contains([',', '"', '\n']) {
            self.bytes.push(b'"');
            self.bytes.extend_from_slice(text.replace('"', "\"\"").as_bytes());
            self.bytes.push(b'"');
        } else {
            self.bytes.extend_from_slice(text.as_bytes());
        }
    }

    fn number(&mut self, number: i64) {
        let mut digits = [0; 20];
        let mut at = digits.len();
        let mut rest = number.unsigned_abs();
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if number < 0 {
            self.bytes.push(b'-');
        }
        self.bytes.extend_from_slice(&digits[at..]);
    }

    fn comma(&mut self) -> &mut Self {
        self.bytes.push(b',');
        self
    }

    fn perhaps(&mut self, number: Option<i64>) {
        if let Some(number) = number {
            self.number(number);
        }
    }

    fn end(&mut self) {
        self.bytes.push(b'\n');
    }

    fn percent_and_status(&mut self, judged: &Judged) {
        self.comma().perhaps(judged.percent);
        self.comma().bytes.push(judged.status.letter());
        self.end();
    }

    fn rolled_up(&mut self, one: &RolledUp) {
        self.comma().perhaps(one.judged.achieved);
        self.comma().perhaps(one.plan);
        self.percent_and_status(&one.judged);
    }
}

fn unit_targets(layout: &Layout, outcome: &Outcome, line: &mut Line) {
    let width = layout.targets.len().max(1);
    for (unit, cells) in layout.units.iter().zip(outcome.unit_targets.chunks(width)) {
        for (target, judged) in layout.targets.iter().zip(cells) {
            line.number(i64::from(outcome.year));
            line.comma().text(&unit.code);
            line.comma().text(&target.code);
            line.comma().perhaps(judged.achieved);
            line.percent_and_status(judged);
        }
    }
}

fn unit_scores(layout: &Layout, outcome: &Outcome, line: &mut Line) {
    for (unit, one) in layout.units.iter().zip(&outcome.unit_scores) {
        line.number(i64::from(outcome.year));
        line.comma().text(&unit.code);
        line.comma().number(one.score);
        line.comma().number(i64::from(one.rank));
        for count in one.counts {
            line.comma().number(i64::from(count));
        }
        line.end();
    }
}

fn province_targets(layout: &Layout, outcome: &Outcome, line: &mut Line) {
    let width = layout.targets.len().max(1);
    for (province, sums) in layout.provinces.iter().zip(outcome.province_targets.chunks(width)) {
        for (target, one) in layout.targets.iter().zip(sums) {
            line.number(i64::from(outcome.year));
            line.comma().text(&province.code);
            line.comma().text(&target.code);
            line.rolled_up(one);
        }
    }
}

fn province_scores(layout: &Layout, outcome: &Outcome, line: &mut Line) {
    for (province, one) in layout.provinces.iter().zip(&outcome.province_scores) {
        line.number(i64::from(outcome.year));
        line.comma().text(&province.code);
        line.comma().number(one.score);
        line.comma().number(i64::from(one.rank));
        line.end();
    }
}

fn nation_targets(layout: &Layout, outcome: &Outcome, line: &mut Line) {
    for (target, one) in layout.targets.iter().zip(&outcome.nation_targets) {
        line.number(i64::from(outcome.year));
        line.comma().text(&target.code);
        line.rolled_up(one);
    }
}
