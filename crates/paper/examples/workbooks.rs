//! Figures workbooks for measuring: a thousand filled ones with planted mistakes, and the same cells read by the library alone.
//!
//! `workbooks make FOLDER COUNT` writes them with our writer and a list of what was planted; `workbooks bare FOLDER THREADS`
//! reads every cell of every visible sheet with calamine; `workbooks sample FILE` is for looking.

use calamine::{Data, Reader, Xlsx};
use std::fmt::Write as _;
use std::io::Cursor;
use std::path::PathBuf;
use std::time::Instant;
use thidua_domain::basics::Amount;
use thidua_domain::figure_sheets::{Head, Line, LineKind, Sheet, Values, place};
use thidua_domain::figures::Figure;
use thidua_domain::lists::Cell;
use thidua_domain::periods::Period;
use thidua_domain::targets::Comparator;
use thidua_paper::write::figure_sheet::{FigureBook, figure_seal, figures_to_xlsx, typed_to_xlsx};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", folder, count] => make(folder, count.parse()?),
        ["bare", folder, threads] => bare(folder, threads.parse()?),
        ["sample", file] => Ok(std::fs::write(file, sample()?)?),
        _ => Err("make FOLDER COUNT, bare FOLDER THREADS, sample FILE".into()),
    }
}

/// Invented targets: name, unit of measure, plan.
const TARGETS: [(&str, &str, &str); 22] = [
    ("Tổng sản lượng lương thực có hạt", "tấn", "9007.4"),
    ("Diện tích gieo trồng", "ha", "2450"),
    ("Thu ngân sách trên địa bàn", "triệu đồng", "1768"),
    ("Thu nhập bình quân đầu người", "triệu đồng", "32"),
    ("Tổng đàn gia súc", "con", "3027"),
    ("Đàn heo", "con", "780"),
    ("Đàn bò", "con", "2247"),
    ("Trồng rừng tập trung", "ha", "50"),
    ("Cấp giấy chứng nhận quyền sử dụng đất", "giấy", "1740"),
    ("Tỷ lệ hộ nghèo giảm trong năm", "%", "3.5"),
    ("Trẻ em trong độ tuổi đến trường", "%", "99.6"),
    ("Tỷ lệ trẻ suy dinh dưỡng dưới 5 tuổi", "%", "21"),
    ("Dân số tham gia bảo hiểm y tế", "%", "95"),
    ("Lao động được giải quyết việc làm", "lao động", "120"),
    ("Lao động qua đào tạo", "%", "47.3"),
    ("Hộ gia đình đạt chuẩn văn hóa", "%", "85"),
    ("Hồ sơ một cửa giải quyết đúng hạn", "%", "99"),
    ("Đơn thư mới được giải quyết", "%", "90"),
    ("Nhà tạm, nhà dột nát được xóa", "hộ", "20"),
    ("Số km đường giao thông nông thôn được bê tông hóa", "km", "12.5"),
    ("Hộ sử dụng nước hợp vệ sinh", "%", "98"),
    ("Thanh niên nhập ngũ", "thanh niên", "15"),
];

fn sheet(unit: usize) -> Outcome<Sheet> {
    let mut lines = Vec::with_capacity(TARGETS.len());
    for (at, (name, measure, plan)) in TARGETS.iter().enumerate() {
        let plan = Amount::from_plain(plan).map_err(|_| "an amount")?;
        let before = Amount::from_ten_thousandths(plan.ten_thousandths() * 2 / 5 / 100 * 100);
        lines.push(Line {
            id: format!("0190f3a2-{unit:04x}-7c3e-8a51-{at:012x}"),
            version: 0,
            number: format!("({})", at + 1),
            name: (*name).to_owned(),
            measure: Some((*measure).to_owned()),
            asked: format!("≥ {}", plan.vietnamese()),
            kind: LineKind::Number,
            comparator: Some(Comparator::AtLeast),
            value: Some(plan),
            value_max: None,
            parent: None,
            previous: Figure::Number(before),
            last_year: Figure::Number(before),
            now: Values::default(),
        });
    }
    Ok(Sheet {
        head: Head {
            authority: "Ủy ban nhân dân tỉnh Ví Dụ".into(),
            movement: "Phong trào thi đua năm 2026".into(),
            movement_id: "0190f3a2-0000-7c3e-8a51-000000000001".into(),
            unit: format!("Xã số {unit}"),
            unit_id: format!("0190f3a2-1111-7c3e-8a51-{unit:012x}"),
            period: Period::FirstHalf,
            year: 2026,
            due: chrono::NaiveDate::from_ymd_opt(2026, 7, 5),
        },
        lines,
    })
}

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// What is planted: about one cell in ten, and the word that the check has to answer.
fn planted(dice: &mut Dice, value: Amount, percent: bool) -> (Cell, &'static str) {
    let times = |factor: i64| Amount::from_ten_thousandths(value.ten_thousandths().saturating_mul(factor));
    match dice.below(80) {
        0 => (Cell::Text("đang tổng hợp".into()), "not-a-number"),
        1 => (Cell::Text("#N/A".into()), "spreadsheet-error"),
        2 | 3 => (Cell::Amount(times(1_000)), "far-off"),
        4 => (Cell::Amount(times(-1)), "negative"),
        // with two decimals, as offices type a number into a cell of text; “1234,50”
        5..=8 => (Cell::Text(format!("{},5", value.plain().split('.').next().unwrap_or("0"))), "text"),
        9 => (Cell::Empty, "empty"),
        10 if !percent => (Cell::Text(format!("{} đồng/năm", value.vietnamese())), "not-a-number"),
        _ => (Cell::Amount(value), "ok"),
    }
}

fn make(folder: &str, count: usize) -> Outcome<()> {
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder)?;
    let seal = figure_seal(b"a key for measuring");
    let made = chrono::NaiveDate::from_ymd_opt(2026, 7, 1).ok_or("a day")?;
    let mut dice = Dice(2026);
    let mut answers = String::from("file,row,result\n");
    for unit in 0..count {
        let sheet = sheet(unit)?;
        let mut cells = Vec::with_capacity(sheet.lines.len());
        let name = format!("{unit:04}.xlsx");
        for (at, line) in sheet.lines.iter().enumerate() {
            let plan = line.value.unwrap_or(Amount::ZERO).ten_thousandths();
            let share = i64::try_from(45 + dice.below(40))?;
            let hundredths = plan / 100 * share / 100;
            let value = Amount::from_ten_thousandths(hundredths * 100);
            // parts of a total stand apart from what is planted, so that a row has one mistake
            let (cell, word) = if (4..7).contains(&at) {
                (Cell::Amount(Amount::from_ten_thousandths(plan / 20_000 * 10_000)), "ok")
            } else {
                planted(&mut dice, value, line.is_percent())
            };
            writeln!(answers, "{name},{},{word}", at + 9)?;
            cells.push(cell);
        }
        let book = FigureBook {
            sheet: &sheet,
            seal: &seal,
            made,
            common_day: chrono::NaiveDate::from_ymd_opt(2026, 6, 30),
        };
        let bytes = typed_to_xlsx(&book, &|line, at| {
            let place = sheet.lines.iter().position(|one| std::ptr::eq(one, line))?;
            match at {
                place::VALUE => cells.get(place).cloned(),
                place::SOURCE if place % 3 == 0 => Some(Cell::Text("Báo cáo số 12/BC-UBND".into())),
                _ => None,
            }
        })?;
        std::fs::write(folder.join(name), bytes)?;
    }
    std::fs::write(folder.join("planted.txt"), answers)?;
    Ok(())
}

fn sample() -> Outcome<Vec<u8>> {
    let mut sheet = sheet(7)?;
    sheet.lines[4].kind = LineKind::Sum;
    sheet.lines[5].parent = Some(4);
    sheet.lines[6].parent = Some(4);
    sheet.lines[0].now.figure = Figure::Number(Amount::whole(4612));
    sheet.lines[21].kind = LineKind::Judged;
    let made = chrono::NaiveDate::from_ymd_opt(2026, 7, 1).ok_or("a day")?;
    let seal = figure_seal(b"a key for looking");
    Ok(figures_to_xlsx(&FigureBook { sheet: &sheet, seal: &seal, made, common_day: None })?)
}

/// Every cell of the first sheet of every workbook by the library alone.
fn bare(folder: &str, threads: usize) -> Outcome<()> {
    let start = Instant::now();
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "xlsx"))
        .collect();
    files.sort();
    let some = files.len().div_ceil(threads.max(1)).max(1);
    let counts: Vec<Result<usize, String>> = std::thread::scope(|scope| {
        let running: Vec<_> = files.chunks(some).map(|files| scope.spawn(|| cells_of(files))).collect();
        running.into_iter().map(|one| one.join().unwrap_or(Err("a thread ended".into()))).collect()
    });
    let mut cells = 0;
    for count in counts {
        cells += count?;
    }
    println!("{cells} cells of {} workbooks in {} µs", files.len(), start.elapsed().as_micros());
    Ok(())
}

fn cells_of(files: &[PathBuf]) -> Result<usize, String> {
    let mut cells = 0;
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        let name = book.sheet_names().first().cloned().ok_or("no sheet")?;
        let range = book.worksheet_range(&name).map_err(|error| error.to_string())?;
        cells += range.cells().filter(|(_, _, cell)| **cell != Data::Empty).count();
    }
    Ok(cells)
}
