//! The words of waves.

crate::face::wording::words! {
    heading: "Đợt thi đua", "Waves";
    lead: "Các đợt của kế hoạch và những đợt mở thêm: chuyên đề ngắn ngày, cao điểm, theo mùa. Mỗi đợt có ngày, hạn tổng kết và phần tổng kết riêng.",
        "The waves of the plan and those opened beside it: short thematic, peak and seasonal ones. Each has days, a deadline and a summing-up of its own.";
    movements: "Phong trào", "Movements";
    empty: "Phong trào này chưa có đợt thi đua nào", "This movement has no wave yet";
    empty_reads: "Kế hoạch không chia đợt; khi cơ quan phát động mở đợt, đợt hiện ở đây.", "The plan has no waves; once the authority opens one it stands here.";
    empty_says: "Kế hoạch không chia đợt. Có thể mở đợt bất cứ lúc nào trong năm.", "The plan has no waves. A wave can be opened at any time of the year.";
    kind: "Loại đợt", "Kind";
    kind_regular: "Theo kế hoạch", "Of the plan";
    kind_thematic: "Chuyên đề, ngắn ngày", "Thematic, short";
    kind_peak: "Cao điểm", "Peak";
    kind_seasonal: "Theo mùa, Tết", "Seasonal, Tết";
    phase_undated: "chưa ấn định ngày", "no days yet";
    phase_ahead: "chưa bắt đầu", "not begun";
    phase_running: "đang diễn ra", "running";
    phase_ended: "đã hết ngày, chờ tổng kết", "ended, not summed up";
    phase_closed: "đã tổng kết", "summed up";
    withdrawn: "đã rút", "withdrawn";
    withdrawn_why: "Đợt này đã được rút. Lý do:", "This wave was withdrawn. Reason:";
    col_wave: "Đợt", "Wave";
    col_days: "Thời gian", "Days";
    col_deadline: "Hạn tổng kết", "Summing-up";
    col_phase: "Tình hình", "Standing";
    until_further: "chưa rõ ngày kết thúc", "open end";
    before: "trước ngày", "before";
    by: "chậm nhất ngày", "by";
    summed_on: "Tổng kết ngày {day}", "Summed up on {day}";
    summed_late: "muộn {n} ngày làm việc so với hạn", "{n} working days late";
    summed_late_rest: "muộn so với hạn, chỉ qua ngày nghỉ", "late by days of rest alone";
    goal: "Mục tiêu", "Goal";
    event: "Gắn với sự kiện", "Tied to the event";
    event_hint: "Đại hội, bầu cử, ngày giải phóng … Ngày có thể ấn định sau.", "A congress, an election, a liberation day … Days can be set later.";
    conference: "Tổng kết đợt cùng", "Summed up with";
    conference_none: "Hội nghị riêng của đợt", "A meeting of its own";
    conference_half: "Hội nghị sơ kết 6 tháng đầu năm", "The half-year review";
    conference_year: "Hội nghị tổng kết năm", "The year-end review";
    occasions: "Chào mừng", "Occasions";
    years: "{n} năm", "{n} years";
    name: "Tên đợt", "Name";
    from: "Từ ngày", "From";
    to: "Đến hết ngày", "To";
    dates_hint: "Bỏ trống khi chưa ấn định.", "Leave empty while it is not set.";
    deadline: "Hạn tổng kết đợt", "Deadline of the summing-up";
    strictly: "Trước ngày đó (ngày in trong văn bản đã là muộn)", "Before that day (the printed day itself is late)";
    occasions_hint: "Mỗi dòng: tên | số năm | ngày gốc | ngày trong năm. Với các ngày lễ lớn chỉ cần tên, phần còn lại máy tự điền.",
        "One line each: name | years | first day | day of the year. For well-known occasions the name is enough.";
    occasion_line: "Chưa đọc được dòng “{line}”. Viết: tên | số năm | ngày gốc | ngày trong năm.", "Cannot read “{line}”. Write: name | years | first day | day of the year.";
    order: "Ngày kết thúc phải sau ngày bắt đầu.", "The last day has to follow the first.";
    deadline_early: "Hạn tổng kết phải sau ngày bắt đầu của đợt.", "The summing-up has to follow the first day.";
    days_needed: "Đợt chuyên đề cần có ngày bắt đầu và ngày kết thúc.", "A thematic wave needs a first and a last day.";
    event_needed: "Đợt chưa có ngày thì cần ghi sự kiện mà đợt gắn với.", "A wave without days needs the event it is tied to.";
    reason: "Lý do", "Reason";
    reason_hint: "Cần ghi khi lùi hạn tổng kết; lý do hiện trong lịch sử của đợt.", "Needed when the deadline is moved back; it is shown in the history.";
    reason_needed: "Lùi hạn tổng kết thì cần ghi lý do.", "Moving the deadline back needs a reason.";
    open_new: "Mở thêm một đợt", "Open a wave";
    open_thematic: "Đợt chuyên đề ngắn ngày", "A short thematic wave";
    open_peak: "Đợt cao điểm, ngày ấn định sau", "A peak wave, dated later";
    open_tet: "Đợt mừng Đảng, mừng Xuân ngay sau Tết", "A wave right after Tết";
    open_button: "Mở đợt", "Open";
    not_open: "Phong trào đang ở bước không mở thêm đợt được.", "The movement is in a step that takes no more waves.";
    tet_name: "Đợt thi đua mừng Đảng, mừng Xuân {year}", "Wave for the Party and the spring of {year}";
    edit: "Sửa thông tin, ấn định ngày", "Correct, set the days";
    changed: "Người khác vừa sửa đợt này. Những gì đã nhập vẫn còn; cạnh mỗi ô khác nhau là nội dung đang được lưu. Chọn rồi lưu lại.",
        "Somebody else has just changed this wave. What was typed is still here; beside each field that differs stands what is stored. Choose and save again.";
    newest: "Đang lưu", "Stored";
    close: "Tổng kết đợt", "Sum the wave up";
    close_open: "Điền phần tổng kết", "Write the summing-up";
    edit_open: "Mở phần sửa", "Open the form";
    close_says: "Khép đợt cần có báo cáo, đánh giá và bài học. Số liệu chỉ tiêu nằm ở bảng chỉ tiêu của phong trào.",
        "Closing needs a report, an evaluation and lessons. The figures stand in the movement's table of targets.";
    to_targets: "Xem chỉ tiêu và số liệu", "See targets and figures";
    on: "Ngày tổng kết", "Day of the summing-up";
    on_future: "Ngày tổng kết chưa đến.", "That day has not come yet.";
    on_early: "Ngày tổng kết trước cả ngày bắt đầu của đợt.", "That day lies before the wave begins.";
    report: "Báo cáo tổng kết đợt", "Report of the wave";
    report_hint: "Tóm tắt kết quả, hoặc số, ký hiệu và ngày của văn bản báo cáo.", "The results in short, or number and date of the report.";
    attainment: "Mục tiêu của đợt", "The goal of the wave";
    assessment: "Đánh giá", "Evaluation";
    lessons: "Bài học kinh nghiệm", "Lessons";
    commended: "Biểu dương, khen thưởng", "Praise and commendation";
    close_button: "Khép đợt", "Close the wave";
    reopen: "Mở lại đợt đã tổng kết", "Reopen";
    withdraw: "Rút đợt này", "Withdraw this wave";
    withdraw_says: "Chỉ dùng khi mở nhầm. Đợt vẫn còn trong danh sách, kèm lý do.", "Only for a wave opened by mistake. It stays in the list with the reason.";
    history: "Lịch sử", "History";
    h_opened: "mở đợt", "opened";
    h_corrected: "sửa", "corrected";
    h_closed: "tổng kết", "summed up";
    h_reopened: "mở lại", "reopened";
    h_withdrawn: "rút", "withdrawn";
    notices: "Điểm cần xem", "Worth looking at";
    n_undated: "Đợt chưa có ngày; ấn định khi biết ngày của sự kiện.", "The wave has no days yet; set them when the event's day is known.";
    n_reversed: "Ngày kết thúc trước ngày bắt đầu.", "It ends before it begins.";
    n_outside: "“{occasion}” ({day}) nằm ngoài thời gian của đợt. Vẫn nhận; xem lại xem có phải thuộc đợt khác không.",
        "“{occasion}” ({day}) lies outside the wave. It is kept; see whether it belongs to another wave.";
    n_years: "“{occasion}”: in {printed} năm, tính ra {computed} năm.", "“{occasion}”: printed {printed} years, computed {computed}.";
    n_origin: "“{occasion}”: ngày gốc in {printed}, theo danh mục là {known}.", "“{occasion}”: first day printed {printed}, by the catalogue {known}.";
    n_day: "“{occasion}”: in ngày {printed}, theo danh mục là {known}.", "“{occasion}”: printed {printed}, by the catalogue {known}.";
    n_tight: "Hạn cuối để tổng kết ({last}) trước ngày cuối của đợt: phải tổng kết khi đợt chưa hết.",
        "The last day for the summing-up ({last}) lies before the last day of the wave.";
    n_gap: "Giữa đợt này và “{next}” có ngày không thuộc đợt nào.", "Days between this wave and “{next}” belong to none.";
    n_overlap: "Đợt này và “{next}” trùng ngày nhau.", "This wave and “{next}” share days.";
    summary_title: "Tổng kết: {name}", "Summing-up: {name}";
}
