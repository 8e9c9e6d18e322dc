//! The rows below the headings: which line each means, and what was entered.

use super::origin::Origin;
use super::title::Title;
use crate::read::list::heading::{Headings, in_unicode};
use crate::read::list::raw::{RawCell, RawRow, Value};
use crate::read::list::rows::{is_numbering, is_sheet_error};
use crate::read::list::words::{is_signature, is_sum};
use crate::seal;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::LazyLock;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::figure_sheets::{
    self as sheets, Head, Known, Line, LineKind, Lines, Row, SHOWN, Sheet, Told, Values, Way, check,
    entered_columns, finding, parts_differ, place,
};
use thidua_domain::figures::Figure;
use thidua_domain::lists::{
    Cell, CellProblem, CellReader, ListFinding, Place, sheet_number, shown_number, tidy_text,
};
use thidua_domain::periods::Period;

static READERS: LazyLock<Vec<CellReader<'static>>> =
    LazyLock::new(|| entered_columns().iter().map(CellReader::new).collect());

/// Letters that are kept of what was typed.
const MOST_SHOWN: usize = 500;

/// What rows are read in.
pub(super) struct Context<'a> {
    pub(super) headings: &'a Headings,
    pub(super) from_1904: bool,
    /// Whether everything is text: then numbers as text are nothing to tell.
    pub(super) typed_all: bool,
    pub(super) title: &'a Title,
    pub(super) head: Option<Head>,
    pub(super) today: Option<NaiveDate>,
}

/// Reads the rows, and answers the lines they mean.
pub(super) fn read(
    context: &Context<'_>,
    origin: &Origin,
    expected: Option<&Sheet>,
    rows: &[RawRow],
    findings: &mut Vec<ListFinding>,
) -> (Vec<Line>, Vec<Row>) {
    let below = rows.iter().skip_while(|row| row.number <= context.headings.row).take(super::MOST_ROWS);
    let known = expected.or(origin.sheet.as_ref());
    let Some(known) = known else {
        return read_unknown(context, below);
    };
    let mut reader = Reader::new(context, origin, known);
    let mut read = Vec::with_capacity(known.lines.len());
    let mut first = true;
    for row in below {
        if !row.cells.is_empty() && std::mem::take(&mut first) && is_numbering(row) {
            continue;
        }
        if !reader.row(row, &mut read, findings) {
            break;
        }
    }
    let gone = (0..known.lines.len())
        .filter(|at| known.lines[*at].kind.is_entered() && !reader.seen.contains_key(at))
        .count();
    if gone > 0 {
        findings.push(finding(&Told::LinesGone(gone), Place::FILE));
    }
    tell_parts(&known.lines, &mut read, context);
    (known.lines.clone(), read)
}

/// Totals that are not the sum of their parts.
fn tell_parts(lines: &[Line], read: &mut [Row], context: &Context<'_>) {
    let entered: HashMap<usize, Figure> = read
        .iter()
        .filter_map(|row| Some((row.line?, row.entered.figure)))
        .filter(|(_, figure)| *figure != Figure::NotEntered)
        .collect();
    for (at, problem) in parts_differ(lines, &entered) {
        if let Some(row) = read.iter_mut().find(|row| row.line == Some(at)) {
            let spot = context.spot(row.row, place::VALUE);
            row.findings.push(finding(&Told::Rule(problem), spot));
        }
    }
}

impl Context<'_> {
    fn column(&self, at: usize) -> Option<u32> {
        self.headings.places[SHOWN + at]
    }

    fn spot(&self, row: u32, at: usize) -> Place {
        Place { row: Some(row), column: self.column(at) }
    }

    fn text(&self, row: &RawRow, cell: &RawCell) -> String {
        tidy_text(&in_unicode(row.text_of(cell), cell.style, self.headings.legacy))
    }

    fn text_at(&self, row: &RawRow, column: Option<u32>) -> String {
        column.and_then(|column| row.cell(column)).map(|cell| self.text(row, cell)).unwrap_or_default()
    }

    /// What people see in a cell, with a decimal comma, so that it reads back the same.
    fn typed(&self, row: &RawRow, cell: &RawCell) -> String {
        let text = row.text_of(cell);
        let number = (cell.value == Value::Number).then(|| sheet_number(text)).flatten();
        match number {
            Some(number) => shown_number(number, cell.style.look, self.from_1904),
            None => self.text(row, cell).chars().take(MOST_SHOWN).collect(),
        }
    }

    fn typed_at(&self, row: &RawRow, at: usize) -> String {
        self.column(at).and_then(|column| row.cell(column)).map(|cell| self.typed(row, cell)).unwrap_or_default()
    }

    fn name(&self, row: &RawRow) -> String {
        self.text_at(row, self.headings.places[0])
    }

    fn number(&self, row: &RawRow) -> String {
        self.text_at(row, self.headings.number)
    }

    /// Whether something stands in what is filled in: the figure, numerator or denominator.
    fn has_figures(&self, row: &RawRow) -> bool {
        [place::VALUE, place::NUMERATOR, place::DENOMINATOR]
            .into_iter()
            .filter_map(|at| row.cell(self.column(at)?))
            .any(|cell| !cell.merged)
    }

    fn known(&self) -> Known {
        let (year, period) = self.head.as_ref().map_or((0, Period::Year), |head| (head.year, head.period));
        Known { year, period, today: self.today }
    }

    /// Reads what was entered in a line.
    fn values(&self, row: &RawRow, line: &Line, findings: &mut Vec<ListFinding>) -> (Values, String) {
        let mut values = Values::default();
        let mut typed = String::new();
        if let Some(cell) = self.column(place::VALUE).and_then(|column| row.cell(column)) {
            let spot = self.spot(row.number, place::VALUE);
            if cell.merged {
                findings.push(finding(&Told::MergedNumber, spot));
            } else {
                typed = self.typed(row, cell);
                values.figure = self.figure(row, cell, line, spot, &typed, findings);
            }
        }
        values.numerator = self.amount(row, place::NUMERATOR, findings);
        values.denominator = self.amount(row, place::DENOMINATOR, findings);
        if let (Figure::NotEntered, true, Some(above), Some(below)) =
            (values.figure, line.is_percent() && typed.is_empty(), values.numerator, values.denominator)
            && let Some(value) = above.percent_of(below)
        {
            values.figure = Figure::Number(value);
            findings.push(finding(&Told::FromFraction(value), self.spot(row.number, place::VALUE)));
        }
        if let Some(Cell::Date(day)) = self.cell(row, place::DATED, findings) {
            values.dated = Some(day);
        }
        let text = |cell: Option<Cell>| if let Some(Cell::Text(text)) = cell { Some(text) } else { None };
        values.source = text(self.cell(row, place::SOURCE, findings));
        values.note = text(self.cell(row, place::NOTE, findings));
        if values.figure != Figure::NotEntered {
            let common = (self.title.day, self.title.source.as_ref());
            values.dated = values.dated.or(common.0);
            values.source = values.source.or_else(|| common.1.cloned());
        }
        (values, typed)
    }

    fn figure(
        &self,
        row: &RawRow,
        cell: &RawCell,
        line: &Line,
        spot: Place,
        shown: &str,
        findings: &mut Vec<ListFinding>,
    ) -> Figure {
        let typed = row.text_of(cell);
        let column = &entered_columns()[place::VALUE];
        let read = match cell.value {
            Value::Error => Err((CellProblem::SheetError, column)),
            Value::Text if is_sheet_error(typed) => Err((CellProblem::SheetError, column)),
            Value::Number => match sheet_number(typed) {
                Some(number) => sheets::read_value(line, number, cell.style.look, self.from_1904),
                None => sheets::read_text(line, typed),
            },
            Value::Truth(yes) => READERS[place::VALUE]
                .truth(yes)
                .map(|_| sheets::Read { value: Figure::NotEntered, told: None })
                .map_err(|problem| (problem, column)),
            Value::Text => sheets::read_text(line, &in_unicode(typed, cell.style, self.headings.legacy)),
        };
        match read {
            Ok(read) => {
                if let Some(told) = read.told
                    && !(self.typed_all && matches!(told, Told::NumberFromText { .. }))
                {
                    findings.push(finding(&told, spot));
                }
                read.value
            }
            Err((problem, column)) => {
                findings.push(ListFinding::of_cell(&problem, column, spot, shown));
                Figure::NotEntered
            }
        }
    }

    fn cell(&self, row: &RawRow, at: usize, findings: &mut Vec<ListFinding>) -> Option<Cell> {
        let cell = row.cell(self.column(at)?)?;
        let (reader, typed) = (&READERS[at], row.text_of(cell));
        let read = match cell.value {
            Value::Error => Err(CellProblem::SheetError),
            Value::Text if is_sheet_error(typed) => Err(CellProblem::SheetError),
            Value::Number => match sheet_number(typed) {
                Some(number) => reader.number(number, cell.style.look, self.from_1904),
                None => reader.text(typed),
            },
            Value::Truth(yes) => reader.truth(yes),
            Value::Text => reader.text(&in_unicode(typed, cell.style, self.headings.legacy)),
        };
        match read {
            Ok(Cell::Empty) => None,
            Ok(cell) => Some(cell),
            Err(problem) => {
                let seen = self.typed(row, cell);
                findings.push(ListFinding::of_cell(&problem, reader.column(), self.spot(row.number, at), &seen));
                None
            }
        }
    }

    fn amount(&self, row: &RawRow, at: usize, findings: &mut Vec<ListFinding>) -> Option<Amount> {
        if row.cell(self.column(at)?)?.merged {
            findings.push(finding(&Told::MergedNumber, self.spot(row.number, at)));
            return None;
        }
        match self.cell(row, at, findings)? {
            Cell::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    /// Reads a row of a line and checks it.
    fn line_row(&self, row: &RawRow, at: usize, line: &Line, mut findings: Vec<ListFinding>) -> Row {
        let (entered, typed) = if line.kind.is_entered() {
            let (entered, typed) = self.values(row, line, &mut findings);
            for problem in check(line, &entered, self.known()) {
                let spot = self.spot(row.number, problem.place());
                findings.push(finding(&Told::Rule(problem), spot));
            }
            (entered, typed)
        } else {
            (Values::default(), String::new())
        };
        Row {
            row: row.number,
            line: Some(at),
            number: self.number(row),
            name: self.name(row),
            entered,
            typed,
            findings,
        }
    }
}

struct Reader<'a> {
    context: &'a Context<'a>,
    origin: &'a Origin,
    sheet: &'a Sheet,
    /// The line of the expected sheet for each line of the workbook's own.
    places: Vec<Option<usize>>,
    lines: Lines<'a>,
    /// The row in which each line was found.
    seen: HashMap<usize, u32>,
}

impl<'a> Reader<'a> {
    fn new(context: &'a Context<'a>, origin: &'a Origin, sheet: &'a Sheet) -> Self {
        let by_id: HashMap<&str, usize> =
            sheet.lines.iter().enumerate().map(|(at, line)| (line.id.as_str(), at)).collect();
        let shown = origin.sheet.iter().flat_map(|shown| &shown.lines);
        Reader {
            context,
            origin,
            sheet,
            places: shown.map(|line| by_id.get(line.id.as_str()).copied()).collect(),
            lines: Lines::new(&sheet.lines),
            seen: HashMap::new(),
        }
    }

    /// Takes a row; `false` when nothing comes after it.
    fn row(&mut self, row: &RawRow, read: &mut Vec<Row>, findings: &mut Vec<ListFinding>) -> bool {
        let context = self.context;
        let (name, number) = (context.name(row), context.number(row));
        let has_figures = context.has_figures(row);
        let mut told = Vec::new();
        let spot = Place { row: Some(row.number), column: context.headings.places[0] };
        let of_code = self.by_code(row);
        let found = match of_code {
            Some(at) if name.is_empty() || self.lines.says(at, &name) => Some(at),
            of_code => {
                if name.is_empty() {
                    None
                } else {
                    let (found, way) = self.lines.find(&number, &name);
                    match (of_code, found, way) {
                        (Some(code), Some(at), _) => {
                            let code = self.sheet.lines[code].name.clone();
                            told.push(finding(&Told::CodeAndNameDiffer { code, name: name.clone() }, spot));
                            Some(at)
                        }
                        (Some(at), None, Way::Nothing) if !is_sum(&name) => {
                            let code = self.sheet.lines[at].name.clone();
                            told.push(finding(&Told::NameChanged { code, name: name.clone() }, spot));
                            Some(at)
                        }
                        (None, Some(at), _) => Some(at),
                        (_, None, way) => {
                            return self.nothing(row, (number, name), way, has_figures, read, findings);
                        }
                    }
                }
            }
        };
        let Some(at) = found else {
            if has_figures {
                let typed = context.typed_at(row, place::VALUE);
                told.push(finding(&Told::UnknownLine(typed.clone()), spot));
                read.push(unknown(row, number, name, typed, told));
            }
            return true;
        };
        let line = &self.sheet.lines[at];
        if let Some(first) = self.seen.get(&at) {
            if has_figures {
                told.push(finding(&Told::LineTwice { name: line.name.clone(), first: *first }, spot));
                read.push(context.line_row(row, at, line, told));
            }
            return true;
        }
        self.seen.insert(at, row.number);
        if !line.kind.is_entered() && has_figures && line.kind == LineKind::Group {
            told.push(finding(&Told::EnteredInGroup(line.name.clone()), context.spot(row.number, place::VALUE)));
        }
        read.push(context.line_row(row, at, line, told));
        true
    }

    /// The line that the row's hidden code means.
    fn by_code(&self, row: &RawRow) -> Option<usize> {
        let code = seal::code_of(row.at(self.context.headings.code?))?;
        *self.places.get(*self.origin.codes.get(&code)?)?
    }

    /// A row that means no line.
    fn nothing(
        &mut self,
        row: &RawRow,
        (number, name): (String, String),
        way: Way,
        has_figures: bool,
        read: &mut Vec<Row>,
        findings: &mut Vec<ListFinding>,
    ) -> bool {
        let spot = Place { row: Some(row.number), column: self.context.headings.places[0] };
        if is_sum(&name) || is_sum(&number) {
            findings.push(finding(&Told::SumRow(name), Place::row(row.number)));
            return true;
        }
        if !has_figures {
            if is_signature(&name) {
                return false;
            }
            findings.push(finding(&Told::GroupRow(name), Place::row(row.number)));
            return true;
        }
        let told = match way {
            Way::Several => finding(&Told::SeveralLines(name.clone()), spot),
            _ => finding(&Told::UnknownLine(name.clone()), spot),
        };
        let typed = self.context.typed_at(row, place::VALUE);
        read.push(unknown(row, number, name, typed, vec![told]));
        true
    }
}

fn unknown(row: &RawRow, number: String, name: String, typed: String, findings: Vec<ListFinding>) -> Row {
    Row { row: row.number, line: None, number, name, entered: Values::default(), typed, findings }
}

/// Rows of a file that nothing is known of: each is its own line, held against the plan that it states.
fn read_unknown<'r>(context: &Context<'_>, rows: impl Iterator<Item = &'r RawRow>) -> (Vec<Line>, Vec<Row>) {
    let (mut lines, mut read) = (Vec::new(), Vec::new());
    let mut first = true;
    for row in rows {
        let (name, number) = (context.name(row), context.number(row));
        if (std::mem::take(&mut first) && is_numbering(row)) || is_sum(&name) || is_sum(&number) {
            continue;
        }
        let has_figures = context.has_figures(row);
        if !has_figures && is_signature(&name) {
            break;
        }
        let places = &context.headings.places;
        let asked = context.text_at(row, places[2]);
        let measure = Some(context.text_at(row, places[1])).filter(|measure| !measure.is_empty());
        if name.is_empty() || (!has_figures && asked.is_empty() && measure.is_none()) {
            continue;
        }
        let line = Line {
            id: String::new(),
            version: 0,
            number,
            name,
            measure,
            kind: LineKind::Number,
            comparator: None,
            value: planned(row, places[2], &asked),
            value_max: None,
            asked,
            parent: None,
            previous: Figure::NotEntered,
            last_year: Figure::NotEntered,
            now: Values::default(),
        };
        read.push(context.line_row(row, lines.len(), &line, Vec::new()));
        lines.push(line);
    }
    (lines, read)
}

/// The number in the plan's cell: `≥ 99,6`, `9.007,4`, or a number.
fn planned(row: &RawRow, column: Option<u32>, asked: &str) -> Option<Amount> {
    let cell = row.cell(column?)?;
    if cell.value == Value::Number {
        return Amount::new(sheet_number(row.text_of(cell))?.round_dp(4)).ok();
    }
    let start = asked.find(|c: char| c.is_ascii_digit())?;
    let rest = &asked[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
    Amount::read(rest[..end].trim_end_matches(['.', ',']), Expectation::Quantity).ok()
}
