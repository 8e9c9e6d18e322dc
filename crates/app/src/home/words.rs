//! The words of the first page.

crate::face::wording::words! {
    heading: "Việc cần làm", "What is waiting";
    nothing: "Không có việc nào đang chờ.", "Nothing is waiting.";
    review_plan: "Đối chiếu và phát động kế hoạch {n}", "Review and launch plan {n}";
    missing: "Nhập {n} số liệu còn thiếu của {plan}", "Enter {n} missing figures of {plan}";
    confirm: "{n} chỉ tiêu của {plan} cần người xác nhận", "{n} targets of {plan} need a person";
    report: "Xem báo cáo tổng kết của {plan}", "See the final report of {plan}";
    all_of: "Xem tất cả", "All of";
    movements: "Phong trào đang theo dõi", "Movements";
    leading: "Thi đua là công cụ quản lý", "Emulation as a tool of management";
    leading_lead: "Mỗi phong trào đang thực hiện: chỉ tiêu, việc chậm, đơn vị chưa làm. Bấm vào số để xem danh sách.",
        "Each running movement: targets, late tasks, units behind. Every number leads to its list.";
    lead_targets: "Chỉ tiêu theo trạng thái", "Targets by status";
    lead_late: "Việc quá hạn", "Tasks late";
    lead_of_tasks: "trên {n} việc", "of {n} tasks";
    lead_not_issued: "Đơn vị chưa ban hành kế hoạch", "Units without an issued plan";
    lead_of_units: "trên {n} đơn vị", "of {n} units";
    lead_not_registered: "Đơn vị chưa đăng ký thi đua", "Units not registered";
    lead_not_opened: "chưa mở đăng ký", "registration not opened";
    lead_not_known: "Đơn vị chưa ghi quán triệt", "Units that have not made it known";
    lead_stuck: "Điểm nghẽn không chuyển biến", "Bottlenecks that do not move";
    lead_untrained: "Đơn vị chưa có cán bộ được tập huấn", "Units without trained staff";
    chase_plans: "{n} đơn vị quá hạn chưa ban hành kế hoạch ({plan})", "{n} units are late with their own plan ({plan})";
    chase_known: "{n} đơn vị chưa ghi quán triệt {plan}", "{n} units have not made {plan} known";
    ended: "Đơn vị đã kết thúc ngày {day}, phong trào chưa chuyển giao, quyết toán",
        "The unit ended on {day}; its movement has been neither handed on nor settled";
    first_unit: "Thêm cơ quan đầu tiên", "Add the first authority";
    first_account: "Tạo tài khoản cho cơ quan thường trực và thủ trưởng", "Add accounts for the standing office and the head";
    first_plan: "Đưa kế hoạch đầu tiên vào", "Bring in the first plan";
}
