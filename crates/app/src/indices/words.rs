//! Words of index results.

crate::face::wording::words! {
    heading: "Chỉ số cải cách, cạnh tranh, chuyển đổi số", "Indices";
    lead: "Điểm số và thứ hạng từng năm của các chỉ số mà kế hoạch yêu cầu nâng lên; điểm cao hơn là tốt hơn, thứ hạng nhỏ hơn là tốt hơn.",
        "Score and rank of each year of the indices that plans ask to raise; a higher score is better, a lower rank is better.";
    year: "Năm", "Year";
    col_index: "Chỉ số", "Index";
    col_score: "Điểm số", "Score";
    col_rank: "Thứ hạng", "Rank";
    col_change: "So với năm {year}", "Against {year}";
    col_aim: "Mục tiêu", "Aim";
    col_document: "Văn bản công bố", "Document";
    rank_of: "{rank} trên {of}", "{rank} of {of}";
    not_published: "chưa có kết quả", "not published";
    score_up: "điểm tăng {by}", "score up by {by}";
    score_down: "điểm giảm {by}", "score down by {by}";
    score_same: "điểm giữ nguyên", "same score";
    rank_up: "tăng {by} bậc", "{by} places up";
    rank_down: "giảm {by} bậc", "{by} places down";
    rank_same: "giữ hạng", "same rank";
    other_field: "số đơn vị được xếp hạng hai năm khác nhau", "the number of those ranked differs";
    no_before: "chưa có số năm trước", "no result of the year before";
    aim_score_rises: "nâng điểm số", "a higher score";
    aim_rank_rises: "nâng thứ hạng", "a better rank";
    aim_score: "từ {n} điểm", "{n} points or more";
    aim_rank: "hạng {n} trở lên", "rank {n} or better";
    aim_none: "chưa đặt", "not set";
    reached: "Đạt mục tiêu", "Reached";
    missed: "Chưa đạt", "Not reached";
    open: "Chưa xác định", "Open";
    write: "Ghi", "Write";
    scale: "thang {n} điểm, chưa xác minh", "scale of {n}, not verified";
    scale_sure: "thang {n} điểm", "scale of {n}";
    unverified: "Cơ quan công bố và thang điểm trong danh mục chưa được xác minh; dựa vào văn bản công bố của từng năm.",
        "Publisher and scale in the catalogue are not verified; rely on the document of each year.";
    publisher: "Cơ quan công bố", "Published by";
    not_this_level: "thường công bố cho cấp khác", "usually published for another level";
    n_published: "Đã có kết quả", "Published";
    n_better_score: "Tăng điểm", "Higher score";
    n_better_rank: "Tăng hạng", "Better rank";
    n_reached: "Đạt mục tiêu", "Aims reached";
    years: "Các năm", "Over the years";
    score: "Điểm số", "Score";
    rank: "Thứ hạng", "Rank";
    of: "Trên tổng số đơn vị được xếp hạng", "Of how many ranked";
    document: "Số, ký hiệu văn bản công bố", "Number of the document";
    dated: "Ngày văn bản", "Its day";
    note: "Ghi chú", "Remark";
    reason: "Lý do sửa kết quả đã ghi", "Why the result is corrected";
    aim_head: "Mục tiêu của năm", "Aim of the year";
    aim_hint: "Theo kế hoạch: “nâng điểm số, thứ hạng”, hoặc mức cụ thể.", "As the plan says it: “raise score and rank”, or a value.";
    aim_score_label: "Điểm số ít nhất", "At least this score";
    aim_rank_label: "Thứ hạng ít nhất (hạng nhỏ hơn là tốt hơn)", "At least this rank (lower is better)";
    result_head: "Kết quả công bố", "Published result";
    result_hint: "Để trống khi chưa công bố.", "Leave empty until it is published.";
    p_rank_zero: "Thứ hạng tính từ 1.", "A rank counts from 1.";
    p_rank_beyond: "Thứ hạng lớn hơn số đơn vị được xếp hạng. Sửa một trong hai số.", "The rank is beyond the number of those ranked. Change one of them.";
    p_negative: "Điểm số không thể âm.", "A score is not negative.";
    p_over_scale: "Điểm số cao hơn thang điểm {n} trong danh mục; nếu đúng như văn bản thì ghi vào ghi chú.",
        "The score is over the scale of {n} in the catalogue; if the document says so, put that into the remark.";
    p_document: "Kết quả cần số và ngày của văn bản công bố.", "A result needs number and day of its document.";
    p_reason: "Sửa kết quả đã ghi thì ghi lý do.", "Say why a result that was written is corrected.";
    p_nothing: "Nhập kết quả hoặc mục tiêu.", "Enter a result or an aim.";
    p_future: "Ngày văn bản ở sau hôm nay.", "The document lies in the future.";
    history: "Các lần ghi", "Versions";
    by: "{name}, {at}", "{name}, {at}";
    bad_year: "Năm phải từ 2000 đến 2100.", "The year has to be between 2000 and 2100.";
}
