//! The five files of the country's year: the same bytes from the same rows, whoever counted them.

use std::io::{self, Write};
use std::ops::Range;
use thidua_domain::ranking::{Judged, Layout, Outcome, RolledUp};

/// A file that is written: its name, its first line, how many things of a year it tells of, and what writes the lines of
/// some of them.
pub struct Table {
    /// The name of the file.
    pub name: &'static str,
    /// The first line, without its end.
    pub head: &'static str,
    /// Units, provinces, or the one nation.
    pub count: fn(&Layout) -> usize,
    /// The lines of some of them in one year.
    pub lines: fn(&Layout, &Outcome, Range<usize>, &mut Line),
}

/// The files, in the order in which they are written.
pub const TABLES: [Table; 5] = [
    Table {
        name: "unit_targets.csv",
        head: "year,unit,target,achieved_c,pct_bp,status",
        count: |layout| layout.units.len(),
        lines: unit_targets,
    },
    Table {
        name: "unit_scores.csv",
        head: "year,unit,score,rank,v,d,g,c,k",
        count: |layout| layout.units.len(),
        lines: unit_scores,
    },
    Table {
        name: "province_targets.csv",
        head: "year,province,target,achieved_c,plan_c,pct_bp,status",
        count: |layout| layout.provinces.len(),
        lines: province_targets,
    },
    Table {
        name: "province_scores.csv",
        head: "year,province,score,rank",
        count: |layout| layout.provinces.len(),
        lines: province_scores,
    },
    Table {
        name: "nation_targets.csv",
        head: "year,target,achieved_c,plan_c,pct_bp,status",
        count: |_| 1,
        lines: nation_targets,
    },
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
        let begin = decimal(number.unsigned_abs(), &mut digits);
        if number < 0 {
            self.bytes.push(b'-');
        }
        self.bytes.extend_from_slice(&digits[begin..]);
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

/// Writes the digits of a number to the end of a row of twenty; where they begin.
#[inline]
fn decimal(mut number: u64, digits: &mut [u8; 20]) -> usize {
    const PAIRS: [[u8; 2]; 100] = {
        let mut pairs = [[b'0'; 2]; 100];
        let mut at = 0;
        while at < 100 {
            pairs[at] = [b'0' + (at / 10) as u8, b'0' + (at % 10) as u8];
            at += 1;
        }
        pairs
    };
    let mut at = digits.len();
    while number >= 100 {
        at -= 2;
        digits[at..at + 2].copy_from_slice(&PAIRS[(number % 100) as usize]);
        number /= 100;
    }
    let [tens, ones] = PAIRS[(number % 100) as usize];
    digits[at - 1] = ones;
    if tens == b'0' {
        return at - 1;
    }
    digits[at - 2] = tens;
    at - 2
}

/// The most bytes of a beginning or a code that are copied at once.
const SHORT: usize = 24;

/// A few bytes in a row of fixed length, so that they are copied without counting them.
#[derive(Clone, Copy)]
struct Short {
    bytes: [u8; SHORT],
    length: usize,
}

impl Short {
    fn of(bytes: &[u8]) -> Option<Short> {
        let mut short = Short { bytes: [0; SHORT], length: bytes.len() };
        short.bytes.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(short)
    }
}

/// One line of at most three short pieces and two numbers.
struct Row {
    bytes: [u8; 3 * SHORT + 2 * 24],
    length: usize,
}

impl Row {
    #[inline]
    fn short(&mut self, short: &Short) {
        self.bytes[self.length..self.length + SHORT].copy_from_slice(&short.bytes);
        self.length += short.length;
    }

    #[inline]
    fn byte(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    #[inline]
    fn perhaps(&mut self, number: Option<i64>) {
        let Some(number) = number else { return };
        if number < 0 {
            self.byte(b'-');
        }
        let mut digits = [0; 20];
        let begin = decimal(number.unsigned_abs(), &mut digits);
        let length = digits.len() - begin;
        self.bytes[self.length..self.length + length].copy_from_slice(&digits[begin..]);
        self.length += length;
    }
}

/// The longest file by far: what is the same on many lines is made once.
fn unit_targets(layout: &Layout, outcome: &Outcome, units: Range<usize>, line: &mut Line) {
    let width = layout.targets.len().max(1);
    let piece = |text: &str| {
        let mut piece = Line::default();
        piece.text(text);
        piece.comma();
        Short::of(&piece.bytes)
    };
    let codes: Option<Vec<Short>> = layout.targets.iter().map(|target| piece(&target.code)).collect();
    let mut year = Line::default();
    year.number(i64::from(outcome.year));
    year.comma();
    line.bytes.reserve(units.len() * width * 40);
    let cells = outcome.unit_targets[units.start * width..units.end * width].chunks(width);
    for (unit, cells) in layout.units[units].iter().zip(cells) {
        let mut begin = Line { bytes: year.bytes.clone() };
        begin.text(&unit.code);
        begin.comma();
        if let (Some(codes), Some(begin)) = (&codes, Short::of(&begin.bytes)) {
            for (code, judged) in codes.iter().zip(cells) {
                let mut row = Row { bytes: [0; 3 * SHORT + 2 * 24], length: 0 };
                row.short(&begin);
                row.short(code);
                row.perhaps(judged.achieved);
                row.byte(b',');
                row.perhaps(judged.percent);
                row.byte(b',');
                row.byte(judged.status.letter());
                row.byte(b'\n');
                line.bytes.extend_from_slice(&row.bytes[..row.length]);
            }
        } else {
            for (target, judged) in layout.targets.iter().zip(cells) {
                line.bytes.extend_from_slice(&begin.bytes);
                line.text(&target.code);
                line.comma().perhaps(judged.achieved);
                line.percent_and_status(judged);
            }
        }
    }
}

fn unit_scores(layout: &Layout, outcome: &Outcome, units: Range<usize>, line: &mut Line) {
    for (unit, one) in layout.units[units.clone()].iter().zip(&outcome.unit_scores[units]) {
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

fn province_targets(layout: &Layout, outcome: &Outcome, provinces: Range<usize>, line: &mut Line) {
    let width = layout.targets.len().max(1);
    let sums = outcome.province_targets[provinces.start * width..provinces.end * width].chunks(width);
    for (province, sums) in layout.provinces[provinces].iter().zip(sums) {
        for (target, one) in layout.targets.iter().zip(sums) {
            line.number(i64::from(outcome.year));
            line.comma().text(&province.code);
            line.comma().text(&target.code);
            line.rolled_up(one);
        }
    }
}

fn province_scores(layout: &Layout, outcome: &Outcome, provinces: Range<usize>, line: &mut Line) {
    for (province, one) in layout.provinces[provinces.clone()].iter().zip(&outcome.province_scores[provinces]) {
        line.number(i64::from(outcome.year));
        line.comma().text(&province.code);
        line.comma().number(one.score);
        line.comma().number(i64::from(one.rank));
        line.end();
    }
}

fn nation_targets(layout: &Layout, outcome: &Outcome, _: Range<usize>, line: &mut Line) {
    for (target, one) in layout.targets.iter().zip(&outcome.nation_targets) {
        line.number(i64::from(outcome.year));
        line.comma().text(&target.code);
        line.rolled_up(one);
    }
}
