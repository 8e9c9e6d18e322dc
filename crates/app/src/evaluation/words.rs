//! The words of judging: why a target stands as it does.

crate::face::wording::words! {
    compared_pace: "So với tiến độ của thời gian đã qua", "Compared with the share of the year that has passed";
    not_entered: "Chưa có số liệu của kỳ này", "No figure for this period";
    not_applicable: "Không áp dụng trong kỳ này", "Not applicable in this period";
    not_assigned: "Chờ cấp trên giao chỉ tiêu", "Waiting for the assignment from above";
    earlier_missing: "Cần kết quả năm {year} để so sánh", "The actual of {year} is needed";
    tolerance: "Kế hoạch ghi “khoảng”: cần người đặt sai số", "The plan says “about”: a tolerance is needed";
    direction: "Cần người xác định cao hơn hay thấp hơn là tốt", "Which way is better has to be said";
    wrong_kind: "Loại số liệu không khớp với chỉ tiêu", "The kind of figure does not fit the target";
    in_part: "Đạt một phần theo đánh giá của người có trách nhiệm", "Reached in part, as judged";
}
