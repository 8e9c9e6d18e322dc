//! The words of the charts of a movement.

crate::face::wording::words! {
    heading: "Biểu đồ", "Charts";
    lead: "Mỗi biểu đồ có câu tóm tắt và bảng số liệu đi kèm; bấm vào tên hoặc ô để xem số liệu gốc.",
        "Each chart comes with a sentence and a table; names and cells lead to the figures behind them.";
    progress: "Thực hiện so với kế hoạch", "Progress against plan";
    multiples: "Diễn biến trong năm của từng chỉ tiêu", "The year of each target";
    courses: "Diễn biến so với năm trước và tiến độ", "The year against earlier years and the pace";
    courses_lead: "Các chỉ tiêu có nguy cơ hoặc không đạt; chọn một chỉ tiêu để xem riêng.",
        "The targets at risk or missed; choose a target to see it alone.";
    heat: "Đơn vị và chỉ tiêu", "Units and targets";
    heat_lead: "Từ báo cáo đã được chấp nhận của các đơn vị, {period}.", "From the accepted reports of the units, {period}.";
    heat_none: "Chưa có báo cáo nào của đơn vị được chấp nhận cho {period}.", "No report of a unit has been accepted for {period}.";
    heat_part: "Chỉ tiêu {from}–{to} trên {n}", "Targets {from}–{to} of {n}";
    to_rounds: "Xem các kỳ báo cáo", "See the reporting rounds";
    spread: "Các đơn vị trong từng khối, cụm", "Units inside each block";
    spread_share: "Tỷ lệ chỉ tiêu bảo đảm tiến độ trở lên của từng đơn vị", "Share of each unit’s targets that are on track or better";
    spread_target: "{name}: tỷ lệ đạt của từng đơn vị", "{name}: rate of each unit";
    no_block: "Chưa xếp khối, cụm", "In no block";
    target: "Chỉ tiêu", "Target";
    every_target: "Tất cả chỉ tiêu", "All targets";
    as_csv: "Tải CSV", "As CSV";
    assigned_not: "chưa giao", "not assigned";
    year: "Năm {year}", "{year}";
    basis: "Năm {year} (theo kế hoạch)", "{year} (from the plan)";
}
