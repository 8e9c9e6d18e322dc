//! The words of the first page.

crate::face::wording::words! {
    heading: "Việc cần làm", "What is waiting";
    nothing: "Không có việc nào đang chờ.", "Nothing is waiting.";
    review_plan: "Đối chiếu và phát động kế hoạch {n}", "Review and launch plan {n}";
    missing: "Nhập {n} số liệu còn thiếu của {plan}", "Enter {n} missing figures of {plan}";
    confirm: "{n} chỉ tiêu của {plan} cần người xác nhận", "{n} targets of {plan} need a person";
    at_risk: "{n} chỉ tiêu của {plan} có nguy cơ hoặc không đạt", "{n} targets of {plan} are at risk or missed";
    report: "Xem báo cáo tổng kết của {plan}", "See the final report of {plan}";
    movements: "Phong trào đang theo dõi", "Movements";
    first_unit: "Thêm cơ quan đầu tiên", "Add the first authority";
    first_account: "Tạo tài khoản cho cơ quan thường trực và thủ trưởng", "Add accounts for the standing office and the head";
    first_plan: "Đưa kế hoạch đầu tiên vào", "Bring in the first plan";
}
