//! Measures lists as workbooks against the libraries below them: wall, CPU and the most memory of one job per process.
//!
//! `lists write ours|bare FILE` writes 100,000 rows of 12 columns; `lists make FILE` writes 200,000 of 8 as spreadsheets do, with
//! shared texts; `lists read ours|bare FILE` reads a file. `lists sample FILE` and `lists show FILE` are for looking.

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{Format, Workbook};
use std::io::Cursor;
use std::ops::ControlFlow;
use std::time::Instant;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::lists::{Cell, Choice, Column, Kind, Tie};
use thidua_paper::read::list::{Expected, read_list};
use thidua_paper::seal::Seal;
use thidua_paper::write::xlsx::{ListBook, ListWriter};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let start = Instant::now();
    let what = match words.as_slice() {
        ["sample", file] => std::fs::write(file, write_list(20, true, 10)?).map(|()| "sample")?,
        ["show", file] => show(&std::fs::read(file)?).map(|()| "shown")?,
        ["write", "ours", file] => std::fs::write(file, write_ours(100_000, true)?).map(|()| "written")?,
        ["write", "plain", file] => {
            std::fs::write(file, write_ours(100_000, false)?).map(|()| "written, not tied")?
        }
        ["write", "bare", file] => std::fs::write(file, write_bare(100_000, true)?).map(|()| "written bare")?,
        ["make", file] => std::fs::write(file, write_bare(200_000, false)?).map(|()| "made")?,
        ["read", "ours", file] => read_ours(&std::fs::read(file)?).map(|()| "read")?,
        ["read", "bare", file] => read_bare(std::fs::read(file)?).map(|()| "read bare")?,
        _ => {
            return Err("sample FILE, show FILE, write ours|plain|bare FILE, make FILE, read ours|bare FILE".into());
        }
    };
    let wall = start.elapsed();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("?").trim().to_owned();
    let times = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks: Vec<u64> = times.split(' ').skip(13).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    println!("{what}: wall {} ms, CPU {} ms, peak {peak}", wall.as_millis(), ticks.iter().sum::<u64>() * 10);
    Ok(())
}

fn columns() -> Vec<Column> {
    let titles = vec![Choice::new("a", "Lao động tiên tiến"), Choice::new("b", "Chiến sĩ thi đua cơ sở")];
    vec![
        Column::new("name", "Họ và tên", Kind::Text).required().naming(),
        Column::new("birth", "Ngày sinh", Kind::Date { year_alone: true }).naming(),
        Column::new("unit", "Đơn vị", Kind::Text),
        Column::new("title", "Danh hiệu", Kind::Choice(titles)),
        Column::new("points", "Điểm", Kind::Amount(Expectation::Quantity)),
        Column::new("money", "Mức thưởng", Kind::Amount(Expectation::Quantity)),
        Column::new("years", "Số năm", Kind::Whole),
        Column::new("party", "Đảng viên", Kind::YesNo),
        Column::new("post", "Chức vụ", Kind::Text),
        Column::new("since", "Từ ngày", Kind::Date { year_alone: false }),
        Column::new("decision", "Số quyết định", Kind::Text),
        Column::new("note", "Ghi chú", Kind::Text),
    ]
}

fn seal() -> Seal {
    Seal::new(b"key", "people", "unit")
}

const FAMILIES: [&str; 4] = ["Nguyễn Văn", "Trần Thị", "Lê Hoàng", "Phạm Đức"];

fn row(at: u32, day: chrono::NaiveDate) -> Vec<Cell> {
    let some = at as usize % 4;
    vec![
        Cell::Text(format!("{} {at}", FAMILIES[some])),
        Cell::Date(day + chrono::Days::new(u64::from(at % 20_000))),
        Cell::Text(format!("Ủy ban nhân dân xã số {}", at % 300)),
        Cell::Choice((if some == 0 { "b" } else { "a" }).to_owned()),
        Cell::Amount(Amount::from_ten_thousandths(i64::from(at) * 2_500)),
        Cell::Amount(Amount::from_ten_thousandths(i64::from(at) * 10_000_000)),
        Cell::Whole(i64::from(at % 40)),
        Cell::YesNo(some == 1),
        Cell::Text("Công chức Văn phòng - Thống kê".to_owned()),
        Cell::Date(day + chrono::Days::new(u64::from(at % 30_000))),
        Cell::Text(format!("{at}/QĐ-UBND")),
        Cell::Text("Hoàn thành tốt nhiệm vụ".to_owned()),
    ]
}

fn write_ours(rows: u32, tied: bool) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    write_list(rows, tied, 0)
}

fn write_list(rows: u32, tied: bool, spare_rows: u32) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let (columns, seal) = (columns(), seal());
    let day = chrono::NaiveDate::from_ymd_opt(1950, 1, 1).ok_or("a day")?;
    let book = ListBook {
        authority: "Xã Lơ Ku",
        title: "Danh sách",
        date: day,
        columns: &columns,
        numbered: spare_rows > 0,
        spare_rows,
        seal: tied.then_some(&seal),
        version: 1,
    };
    let mut writer = ListWriter::new(&book)?;
    for at in 0..rows {
        let tie = Tie::new(format!("0190f3a2-{at:04x}-7c3e-8a51-{:012x}", u64::from(at) * 7_919), 1);
        writer.row(tied.then_some(&tie), &row(at, day))?;
    }
    Ok(writer.finish()?)
}

/// The same cells by the library alone, in its constant memory.
fn write_bare(rows: u32, constant: bool) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let columns = columns();
    let kept = if constant { columns.len() } else { 8 };
    let day = chrono::NaiveDate::from_ymd_opt(1950, 1, 1).ok_or("a day")?;
    let mut workbook = Workbook::new();
    let (text, date, number) = (
        Format::new().set_num_format("@"),
        Format::new().set_num_format("d/m/yyyy"),
        Format::new().set_num_format("#,##0.0"),
    );
    let sheet = if constant { workbook.add_worksheet_with_constant_memory()? } else { workbook.add_worksheet() };
    for (at, column) in (0u16..).zip(&columns[..kept]) {
        sheet.write_string(0, at, column.heading.as_str())?;
    }
    for at in 0..rows {
        for (column, (declared, cell)) in (0u16..).zip(columns.iter().zip(row(at, day)).take(kept)) {
            match cell {
                Cell::Date(day) => {
                    let serial = thidua_domain::lists::serial_of_day(day).unwrap_or(0);
                    sheet.write_number_with_format(at + 1, column, serial, &date)?;
                }
                Cell::Amount(amount) => {
                    sheet.write_number_with_format(at + 1, column, amount.plain().parse::<f64>()?, &number)?;
                }
                Cell::Whole(whole) => {
                    sheet.write_number(at + 1, column, i32::try_from(whole)?)?;
                }
                other => {
                    sheet.write_string_with_format(at + 1, column, other.shown(&declared.kind), &text)?;
                }
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn read_ours(bytes: &[u8]) -> Outcome {
    let (columns, seal) = (columns(), seal());
    let mut letters = 0;
    let read = read_list(bytes, &Expected { columns: &columns, seal: Some(&seal) }, &mut |row| {
        letters +=
            row.cells.iter().map(|cell| if let Cell::Text(text) = cell { text.len() } else { 1 }).sum::<usize>();
        ControlFlow::Continue(())
    })
    .map_err(|problem| problem.says().en)?;
    println!("{} rows, {} findings, {:?}, {letters}", read.rows, read.findings.len(), read.origin);
    Ok(())
}

/// What is read of a file, row by row.
fn show(bytes: &[u8]) -> Outcome {
    let (columns, seal) = (columns(), seal());
    let read = read_list(bytes, &Expected { columns: &columns, seal: Some(&seal) }, &mut |row| {
        let cells: Vec<String> =
            row.cells.iter().zip(&columns).map(|(cell, column)| cell.shown(&column.kind)).collect();
        println!("{} {:?} {}", row.row, row.tie.map(|tie| tie.identity), cells.join(" | "));
        ControlFlow::Continue(())
    })
    .map_err(|problem| problem.says().en)?;
    println!("{:?} version {:?} {:?}", read.origin, read.version, read.places);
    for finding in &read.findings {
        println!("{} {} {} {}", finding.number, finding.place.shown(), finding.message.vi, finding.mend.vi);
    }
    Ok(())
}

/// Every cell by the library alone, one after another.
fn read_bare(bytes: Vec<u8>) -> Outcome {
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let name = book.sheet_names().first().cloned().ok_or("no sheet")?;
    let mut cells = book.worksheet_cells_reader(&name)?;
    let (mut count, mut letters) = (0, 0);
    while let Some(cell) = cells.next_cell()? {
        count += 1;
        letters += match cell.get_value() {
            DataRef::String(text) => text.len(),
            DataRef::SharedString(text) => text.len(),
            _ => 1,
        };
    }
    println!("{count} cells, {letters}");
    Ok(())
}
