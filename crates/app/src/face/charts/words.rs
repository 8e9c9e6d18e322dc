//! The words of charts.

crate::face::wording::words! {
    million: "triệu", "million";
    milliard: "tỷ", "billion";
    as_table: "Bảng số liệu", "As a table";
    nothing: "Chưa có số liệu để vẽ.", "No figures to draw yet.";
    col_target: "Chỉ tiêu", "Target";
    col_planned: "Kế hoạch", "Plan";
    col_actual: "Thực hiện", "Actual";
    col_rate: "Tỷ lệ đạt", "Rate";
    col_standing: "Trạng thái", "Status";
    col_course: "Đường", "Line";
    col_unit: "Đơn vị", "Unit";
    col_group: "Nhóm", "Group";
    col_lower: "Tứ phân vị dưới", "Lower quartile";
    col_median: "Trung vị", "Median";
    col_upper: "Tứ phân vị trên", "Upper quartile";
    plan_line: "Mức kế hoạch", "Plan";
    pace_mark: "Mức cần có theo tiến độ năm", "Where the pace of the year is";
    at_q1: "Quý I", "Q1";
    at_h1: "6 tháng", "6 months";
    at_q3: "9 tháng", "9 months";
    at_y: "Cả năm", "Year";
    pace: "Tiến độ để đạt kế hoạch", "Pace to reach the plan";
    bullets_says: "{n} chỉ tiêu có tỷ lệ: {reached} đã đạt 100 % trở lên, {behind} dưới mức cần có.",
        "{n} targets have a rate: {reached} are at 100 % or more, {behind} are behind the pace.";
    bullets_lowest: "Thấp nhất: {name}, {rate}.", "Lowest: {name}, {rate}.";
    bullets_without: "{n} chỉ tiêu chưa tính được tỷ lệ.", "{n} targets have no rate yet.";
    course_says: "{period}: {value}", "{period}: {value}";
    course_of_plan: "bằng {rate} % kế hoạch", "{rate} % of the plan";
    course_earlier: "cùng kỳ {label}: {value}", "same period of {label}: {value}";
    course_more: "tăng {rate} %", "up {rate} %";
    course_less: "giảm {rate} %", "down {rate} %";
    course_same: "không đổi", "unchanged";
    heat_says: "{units} đơn vị, {targets} chỉ tiêu: {filled} ô có số liệu, {red} ô có nguy cơ hoặc không đạt, {empty} ô trống.",
        "{units} units, {targets} targets: {filled} cells with figures, {red} at risk or missed, {empty} empty.";
    heat_most: "Nhiều nhất: {name} ({n} ô).", "Most of them: {name} ({n} cells).";
    heat_empty: "Chưa có báo cáo", "Not reported";
    heat_unjudged: "Có số liệu, chưa giao mức để so", "A figure without a share to compare with";
    heat_numbers: "Số cột ứng với chỉ tiêu", "The columns are the targets";
    strip_says: "{name}: {n} đơn vị, trung vị {median}, thấp nhất {lowest}, cao nhất {highest}.",
        "{name}: {n} units, median {median}, lowest {lowest}, highest {highest}.";
    strip_half: "Một nửa số đơn vị nằm giữa {lower} và {upper}.", "Half of the units lie between {lower} and {upper}.";
    strip_key: "Mỗi chấm là một đơn vị; thanh đậm là khoảng giữa hai tứ phân vị, vạch đứng là trung vị.",
        "Each dot is a unit; the bar spans the quartiles, the upright line is the median.";
    multiples_says: "{n} chỉ tiêu: {more} tăng, {less} giảm, {same} không đổi so với kỳ liền trước.",
        "{n} targets: {more} rose, {less} fell, {same} unchanged since the period before.";
}
