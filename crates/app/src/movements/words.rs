//! The words of movements.

crate::face::wording::words! {
    heading: "Phong trào", "Movements";
    lead: "Mỗi kế hoạch đã phát động là một phong trào; bấm vào để xem chỉ tiêu, số liệu và báo cáo.",
        "Each launched plan is a movement; open it for targets, figures and reports.";
    empty: "Chưa có phong trào nào được phát động", "No movement has been launched yet";
    empty_says: "Phong trào bắt đầu khi một kế hoạch được đối chiếu xong và phát động.", "A movement starts when a reviewed plan is launched.";
    by_national: "Theo phong trào toàn quốc", "By national movement";
    to_plans: "Đến danh sách kế hoạch", "To the plans";
    col_unit: "Cơ quan, kế hoạch", "Authority, plan";
    col_state: "Bước", "State";
    col_leaves: "Chỉ tiêu", "Targets";
    col_standing: "Tình hình", "Standing";
    col_reached: "Đạt, vượt", "Reached";
    fact_plan: "Kế hoạch", "Plan";
    fact_unit: "Cơ quan", "Authority";
    fact_year: "Năm", "Year";
    inherited: "chủ đề cấp trên", "the upper level's theme";
    to_targets: "Chỉ tiêu và số liệu", "Targets and figures";
    to_results: "Đọc số liệu từ báo cáo", "Read figures from a report";
    to_report: "Báo cáo tổng kết", "Final report";
    steps: "Các bước của phong trào", "Steps of the movement";
    entered: "Chỉ tiêu đã có số liệu", "Targets with a figure";
    reached: "Đạt hoặc vượt", "Met or exceeded";
    of_leaves: "% số chỉ tiêu", "% of the targets";
    endangered: "Có nguy cơ, không đạt", "At risk, missed";
    need_person: "Cần người xác nhận", "Need a person";
    standing: "Tình hình chỉ tiêu", "Standing of the targets";
    chart: "{n} chỉ tiêu theo trạng thái, {period}", "{n} targets by status, {period}";
    waves: "Đợt thi đua", "Waves";
    occasions: "Chào mừng", "Occasions";
    until: "tổng kết trước ngày", "summed up before";
    until_by: "tổng kết chậm nhất ngày", "summed up by";
    attached: "Phong trào, cuộc vận động kèm theo", "Attached movements";
    no_result: "chưa ghi kết quả", "no result written";
    duties: "Nhiệm vụ theo kế hoạch", "Duties of the plan";
    duties_count: "nhiệm vụ, bấm để xem", "duties, click to see";
    reporting: "Lịch báo cáo", "Reporting calendar";
    recipients: "Nơi nhận", "Recipients";
    history: "Lịch sử", "History";
    by: "người thực hiện:", "by";
    next_step: "Bước tiếp theo", "Next step";
    step_to: "Chuyển sang", "Move to";
    reopen: "Mở lại:", "Reopen:";
    note: "Ghi chú", "Note";
    review: "Kết quả, bài học, phương hướng", "Results, lessons, directions";
    review_hint: "Những gì ghi ở đây đi thẳng vào báo cáo tổng kết.", "What is written here goes into the final report.";
    result: "Kết quả", "Result";
    difficulties: "Khó khăn, hạn chế", "Difficulties";
    lessons: "Bài học kinh nghiệm", "Lessons";
    directions: "Phương hướng năm sau", "Directions for next year";
    targets_heading: "Chỉ tiêu", "Targets";
    targets_lead: "Số cộng dồn từ đầu năm đến hết kỳ. Bấm tên chỉ tiêu để xem nguồn gốc và nhập số liệu.",
        "Counted from the start of the year. Open a target to see where it comes from and to enter its figure.";
    col_target: "Chỉ tiêu", "Target";
    col_planned: "Kế hoạch", "Plan";
    col_unit_of: "Đơn vị tính", "Unit";
    col_actual: "Thực hiện", "Actual";
    col_rate: "Tỷ lệ", "Rate";
    col_status: "Đánh giá", "Evaluation";
    foot: "{n} chỉ tiêu, {entered} đã có số liệu", "{n} targets, {entered} with a figure";
    as_csv: "Tải bảng tính (CSV)", "Spreadsheet (CSV)";
    sum_differs: "Các thành phần cộng lại được {sum}, khác tổng {total}.", "The parts make {sum}, the total says {total}.";
    refused_step: "Phong trào đang ở bước khác, không chuyển như vậy được.", "The movement stands elsewhere; this step is not open.";
}
