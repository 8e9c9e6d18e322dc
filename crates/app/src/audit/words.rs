//! The words of the audit log: every act by its code.

crate::face::wording::words! {
    heading: "Nhật ký", "Log";
    lead: "Ai làm gì, lúc nào. Nhật ký được ghi cùng lúc với mỗi thay đổi, không ai sửa hay xóa được.",
        "Who did what, when. Written together with each change; nobody can alter or delete it.";
    col_at: "Lúc", "At";
    col_who: "Người", "Who";
    col_act: "Việc", "What";
    col_detail: "Chi tiết", "Detail";
    other: "Thay đổi khác", "Another change";
    a_unit_corrected: "Sửa thông tin đơn vị", "Unit corrected";
    a_unit: "Thêm cơ quan", "Authority added";
    a_account: "Thêm tài khoản", "Account added";
    a_code: "Cấp mã một lần", "One-time code given";
    a_locked: "Khóa tài khoản", "Account locked";
    a_unlocked: "Mở khóa tài khoản", "Account unlocked";
    a_password: "Đặt mật khẩu", "Password set";
    a_in: "Đăng nhập", "Signed in";
    a_out: "Đăng xuất", "Signed out";
    a_imported: "Đưa kế hoạch vào", "Plan brought in";
    a_corrected: "Sửa bản đọc kế hoạch", "Draft corrected";
    a_report_read: "Đọc báo cáo", "Report read";
    a_accepted: "Ghi số liệu từ báo cáo", "Figures entered from a report";
    a_undone: "Hoàn tác một lần sửa bản đọc", "Correction taken back";
    a_launched: "Phát động phong trào", "Movement launched";
    a_discarded: "Bỏ bản đọc kế hoạch", "Draft discarded";
    a_stepped: "Chuyển bước phong trào", "Movement moved on";
    a_reviewed: "Ghi kết quả, bài học", "Results and lessons written";
    a_figure: "Nhập số liệu", "Figure entered";
    a_figures: "Nạp số liệu minh họa", "Illustrative figures loaded";
    a_task: "Lập nhiệm vụ", "Task drawn up";
    a_task_corrected: "Sửa nhiệm vụ", "Task corrected";
    a_task_stepped: "Chuyển bước nhiệm vụ", "Task moved on";
    a_tasks_given: "Giao các nhiệm vụ đủ năm rõ", "Complete tasks given";
    a_task_told: "Báo tình hình nhiệm vụ", "News of a task";
    a_task_answered: "Báo một kỳ của nhiệm vụ", "Day of a task answered";
    a_task_urged: "Đôn đốc nhiệm vụ", "Task urged";
    a_task_extended: "Gia hạn nhiệm vụ", "Task extended";
    a_task_noted: "Thủ trưởng chỉ đạo nhiệm vụ", "Word of the head on a task";
    a_obligation: "Quyết định việc nêu trong kế hoạch", "Obligations of a plan decided";
    a_bottleneck: "Ghi điểm nghẽn", "Bottleneck entered";
    a_bottleneck_corrected: "Sửa điểm nghẽn", "Bottleneck corrected";
    a_bottleneck_stepped: "Chuyển bước điểm nghẽn", "Bottleneck moved on";
    a_problem: "Báo vấn đề phát sinh", "Problem raised";
    a_problem_advised: "Tham mưu vấn đề phát sinh", "Problem advised";
    a_problem_decided: "Quyết định vấn đề phát sinh", "Problem decided";
    a_problem_closed: "Khép lại vấn đề phát sinh", "Problem closed";
    a_reference: "Đặt mức so sánh của chỉ tiêu", "Reference of a target set";
}
