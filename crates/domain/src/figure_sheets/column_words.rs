//! The words of the columns of figure sheets, and of what is entered in them.

use crate::basics::Expectation;
use crate::figures::Attainment;
use crate::lists::{Choice, Column, Kind};

/// Ways to say that a line does not concern the unit, folded.
pub(super) const NOT_APPLICABLE: [&str; 4] = ["khong ap dung", "kad", "k.a.d", "n/a"];

/// The label of “does not apply”.
pub(super) const NOT_APPLICABLE_LABEL: &str = "Không áp dụng";

pub(super) fn shown_columns() -> Vec<Column> {
    vec![
        Column::new("name", "Chỉ tiêu", Kind::Text).wide(38).required().naming().also([
            "Tên chỉ tiêu",
            "Nội dung",
            "Nội dung chỉ tiêu",
            "Chỉ tiêu thi đua",
            "Danh mục chỉ tiêu",
        ]),
        Column::new("measure", "Đơn vị tính", Kind::Text).wide(10).also(["ĐVT", "Đơn vị", "Đ.V.T", "Dvt"]),
        Column::new("asked", "Kế hoạch", Kind::Text).wide(17).also([
            "Kế hoạch năm",
            "Chỉ tiêu kế hoạch",
            "KH",
            "KH năm",
            "Chỉ tiêu giao",
            "Kế hoạch giao",
        ]),
        Column::new("previous", "Thực hiện kỳ trước", Kind::Text).wide(12).also(["Kỳ trước", "Lũy kế kỳ trước"]),
        Column::new("last_year", "Cùng kỳ năm trước", Kind::Text).wide(12).also([
            "Cùng kỳ",
            "Năm trước",
            "Thực hiện cùng kỳ năm trước",
            "Thực hiện năm trước",
        ]),
    ]
}

pub(super) fn entered_columns() -> Vec<Column> {
    let quantity = || Kind::Amount(Expectation::Quantity);
    vec![
        Column::new("value", "Thực hiện", quantity()).wide(14).also([
            "Kết quả thực hiện",
            "Kết quả",
            "Thực hiện kỳ này",
            "Ước thực hiện",
            "Số liệu",
            "Thực hiện lũy kế",
            "Lũy kế thực hiện",
            "TH",
        ]),
        Column::new("numerator", "Tử số", quantity()).wide(10),
        Column::new("denominator", "Mẫu số", quantity()).wide(10),
        Column::new("dated", "Ngày số liệu", Kind::Date { year_alone: false }).wide(12).also([
            "Ngày",
            "Ngày chốt số liệu",
            "Số liệu đến ngày",
        ]),
        Column::new("source", "Nguồn, văn bản", Kind::Text).wide(22).also([
            "Nguồn/văn bản",
            "Nguồn số liệu",
            "Nguồn",
            "Văn bản",
            "Căn cứ",
        ]),
        Column::new("note", "Ghi chú", Kind::Text).wide(20).also(["Lý do", "Giải trình"]),
    ]
}

/// The columns of figures by what is expected of a line: a quantity, a percentage, a judgement.
pub(super) fn value_columns() -> [Column; 3] {
    let heading = "Thực hiện";
    let judged = Attainment::ALL.into_iter().map(|one| Choice::new(one.code(), label(one)).also(also(one)));
    [
        Column::new("value", heading, Kind::Amount(Expectation::Quantity)),
        Column::new("value", heading, Kind::Amount(Expectation::Percent)),
        Column::new("value", heading, Kind::Choice(judged.collect())),
    ]
}

fn label(attainment: Attainment) -> &'static str {
    match attainment {
        Attainment::Yes => "Đạt",
        Attainment::Partly => "Đạt một phần",
        Attainment::No => "Chưa đạt",
    }
}

fn also(attainment: Attainment) -> Vec<&'static str> {
    match attainment {
        Attainment::Yes => vec!["Có", "Hoàn thành", "Giữ vững"],
        Attainment::Partly => vec!["Một phần"],
        Attainment::No => vec!["Không đạt", "Không", "Chưa", "Chưa hoàn thành"],
    }
}
