//! Words of terms.

crate::face::wording::words! {
    heading: "Chỉ tiêu nhiệm kỳ, giai đoạn", "Term targets";
    lead: "Chỉ tiêu đặt ra cho nhiều năm, bước đi từng năm và kết quả lấy từ số liệu cả năm của phong trào.",
        "Targets set for several years, the step of each year, and results taken from the movements' figures of the year.";
    add: "Thêm nhiệm kỳ, giai đoạn", "Add a term";
    empty: "Chưa có nhiệm kỳ, giai đoạn nào", "No term yet";
    empty_says: "Thêm nhiệm kỳ (ví dụ 2020-2025, 2021-2025) với nghị quyết, kế hoạch đặt ra, rồi thêm từng chỉ tiêu.",
        "Add a term (2020-2025, 2021-2025) with the resolution or plan that sets it, then its targets.";
    name: "Tên", "Name";
    name_hint: "Ví dụ: Nhiệm kỳ 2020-2025; Giai đoạn 2021-2025", "For example Term 2020-2025";
    from: "Năm đầu", "First year";
    to: "Năm cuối", "Last year";
    source: "Nghị quyết, kế hoạch đặt ra", "Set by";
    source_hint: "Số, ký hiệu, ngày và tên văn bản", "Number, day and name of the document";
    correct: "Sửa nhiệm kỳ, giai đoạn", "Correct the term";
    p_year: "Năm phải từ 1990 đến 2100.", "The year has to be between 1990 and 2100.";
    p_order: "Năm cuối đứng trước năm đầu. Sửa một trong hai năm.", "The last year is before the first. Change one of them.";
    p_long: "Một nhiệm kỳ dài nhất 15 năm.", "A term has at most 15 years.";
    p_outside: "Có năm đã ghi nằm ngoài khoảng này: {years}. Giữ các năm đó, hoặc bỏ số đã ghi trước.",
        "Years that are written lie outside: {years}. Keep them, or take what is written out first.";
    col_years: "Các năm", "Years";
    col_targets: "Chỉ tiêu", "Targets";
    col_met: "Đạt, vượt", "Reached";
    no_targets: "Chưa có chỉ tiêu nào.", "No target yet.";
    add_target: "Thêm chỉ tiêu", "Add a target";
    edit_target: "Ghi bước đi, kết quả", "Write steps and results";
    target_heading: "Chỉ tiêu nhiệm kỳ", "Term target";
    goal: "Mục tiêu cuối kỳ", "Goal of the term";
    so_far: "Đến nay", "So far";
    remaining: "Còn thiếu", "Missing";
    nothing_missing: "không thiếu", "nothing";
    status: "Đánh giá", "Evaluation";
    col_year: "Năm", "Year";
    col_planned: "Bước đi", "Step";
    col_actual: "Kết quả năm", "Result of the year";
    col_so_far: "Lũy kế", "So far";
    col_source: "Nguồn", "Source";
    gaps: "Chưa có kết quả các năm: {years}; “đến nay” chưa tính các năm này.", "No result for {years}; “so far” leaves them out.";
    method: "Cách tính qua các năm", "How the years make the result";
    m_level: "Mức đạt được: năm mới nhất", "A level: the newest year";
    m_sum: "Cộng dồn các năm", "The years add up";
    how: "So sánh", "Comparison";
    at_least: "từ … trở lên", "at least";
    more_than: "trên …", "more than";
    at_most: "không quá …", "at most";
    less_than: "dưới …", "less than";
    exactly: "đạt …", "exactly";
    direction: "Chiều tốt", "Better";
    value: "Giá trị cuối kỳ", "Value at the end";
    value_needed: "Chỉ tiêu cần giá trị cuối kỳ.", "A target needs its value.";
    unit_of: "Đơn vị tính", "Unit of measure";
    years_head: "Từng năm", "Year by year";
    years_hint: "Bước đi là mức của năm theo kế hoạch. Kết quả lấy từ một chỉ tiêu của năm đó (số cả năm), hoặc nhập số kèm nguồn.",
        "The step is what the year was to reach. The result is that of a target of the year, or a number typed with its source.";
    linked: "Lấy từ chỉ tiêu của năm", "From a target of the year";
    not_linked: "— nhập số —", "— typed —";
    typed: "Số nhập", "Number";
    no_plan: "chưa có kế hoạch của năm", "no plan of the year";
    p_both: "Năm {year}: chọn chỉ tiêu hoặc nhập số, không cả hai.", "{year}: choose a target or type a number, not both.";
    p_source: "Năm {year}: số nhập tay cần nguồn.", "{year}: a typed number needs its source.";
    p_number: "Năm {year}: {says}", "{year}: {says}";
    p_link: "Năm {year}: chỉ tiêu đã chọn không thuộc năm này.", "{year}: the target chosen is not of that year.";
    withdraw: "Bỏ chỉ tiêu này vì", "Take this target back because";
    withdraw_hint: "Để trống để giữ chỉ tiêu. Có lý do thì chỉ tiêu không tính nữa nhưng vẫn lưu.", "Leave empty to keep it. With a reason it no longer counts but stays.";
    withdrawn: "Đã bỏ", "Taken back";
    not_entered: "chưa nhập", "not entered";
}
