//! The files of the country's year: units, targets, plans and figures as separated text, by commas, with their headings in
//! the first line.
//!
//! Plans and figures come by the million: [`Rows`] reads whole lines of a file, wherever they begin, so that a caller can
//! divide a file among threads. Fields in quotation marks and `1234,50` typed as text are read too, only not as fast.

mod codes;
mod fields;
mod lists;
mod plain;
mod rows;
#[cfg(test)]
mod tests;

pub use lists::{Lists, read_lists};
pub use rows::{Figure, Plan, Rows};

use thidua_domain::basics::Says;

/// What stands in the first line of each file.
pub const UNIT_COLUMNS: &str = "unit,name,kind,province,province_name,cluster";
/// See [`UNIT_COLUMNS`].
pub const TARGET_COLUMNS: &str = "target,direction,agg,weight";
/// See [`UNIT_COLUMNS`].
pub const PLAN_COLUMNS: &str = "year,unit,target,plan";
/// See [`UNIT_COLUMNS`].
pub const FIGURE_COLUMNS: &str = "year,quarter,unit,target,value";

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The first line names other columns.
    Columns(&'static str),
    /// It has more or fewer fields.
    Fields(usize),
    /// The year is no year from 1945 to 2200.
    Year,
    /// The quarter is none of 1 to 4.
    Quarter,
    /// No such unit in the list of units.
    Unit(String),
    /// No such target in the list of targets.
    Target(String),
    /// Not a number with at most two decimals, below ten million million.
    Value(String),
    /// The same code stands in the list before.
    Twice(String),
    /// None of the words that may stand there.
    Word(String),
    /// A code is missing.
    NoCode,
    /// The text is not UTF-8.
    Encoding,
    /// The list is empty.
    Nothing,
}

impl Wrong {
    /// In words that say what to do next.
    pub fn says(&self) -> Says {
        let quoted = |text: &str| text.chars().take(40).collect::<String>();
        match self {
            Wrong::Columns(columns) => Says::new(
                format!("dòng đầu phải là tên các cột: {columns}"),
                format!("the first line has to name the columns: {columns}"),
            ),
            Wrong::Fields(wanted) => Says::new(
                format!("cần đúng {wanted} ô, ngăn bằng dấu phẩy; chữ có dấu phẩy đặt trong dấu ngoặc kép"),
                format!(
                    "{wanted} fields are needed, separated by commas; put text that has a comma in quotation marks"
                ),
            ),
            Wrong::Year => Says::new("năm phải từ 1945 đến 2200", "the year has to be from 1945 to 2200"),
            Wrong::Quarter => Says::new("quý phải là 1, 2, 3 hoặc 4", "the quarter has to be 1, 2, 3 or 4"),
            Wrong::Unit(code) => Says::new(
                format!("không có đơn vị mã “{}” trong danh sách đơn vị", quoted(code)),
                format!("no unit “{}” in the list of units", quoted(code)),
            ),
            Wrong::Target(code) => Says::new(
                format!("không có chỉ tiêu mã “{}” trong danh sách chỉ tiêu", quoted(code)),
                format!("no target “{}” in the list of targets", quoted(code)),
            ),
            Wrong::Value(typed) => Says::new(
                format!("“{}” không phải là số có tối đa hai chữ số thập phân, nhỏ hơn 10 nghìn tỷ", quoted(typed)),
                format!("“{}” is not a number with at most two decimals, below ten million million", quoted(typed)),
            ),
            Wrong::Twice(code) => Says::new(
                format!("mã “{}” đã có ở dòng trên", quoted(code)),
                format!("the code “{}” stands in a line above", quoted(code)),
            ),
            Wrong::Word(word) => Says::new(
                format!("“{}” không phải là từ dùng được ở cột này", quoted(word)),
                format!("“{}” is none of the words for this column", quoted(word)),
            ),
            Wrong::NoCode => Says::new("thiếu mã", "a code is missing"),
            Wrong::Encoding => Says::new("tệp phải là UTF-8", "the file has to be UTF-8"),
            Wrong::Nothing => Says::new("danh sách không có dòng nào", "the list has no lines"),
        }
    }
}

/// A line that cannot be read, by the place of its first byte in what was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Where it begins.
    pub at: usize,
    /// What is wrong.
    pub wrong: Wrong,
}
