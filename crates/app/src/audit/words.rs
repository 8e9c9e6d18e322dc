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
    a_unit_reformed: "Sắp xếp đơn vị", "Reform of units";
    a_plan_handed_on: "Chuyển tiếp kế hoạch", "Plan handed on";
    a_plan_settled: "Kết thúc kế hoạch theo sắp xếp đơn vị", "Plan settled by a reform";
    a_plan_divided: "Chia kế hoạch cho các đơn vị tiếp nối", "Plan divided among successors";
    a_plan_derived: "Lập kế hoạch từ kế hoạch khác", "Plan derived from another";
    a_power_given: "Giao thêm quyền", "Power given";
    a_power_ended: "Kết thúc quyền được giao", "Power ended";
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
    a_wave_opened: "Mở đợt thi đua", "Wave opened";
    a_wave_corrected: "Sửa đợt thi đua", "Wave corrected";
    a_wave_closed: "Tổng kết đợt thi đua", "Wave summed up";
    a_wave_reopened: "Mở lại đợt thi đua", "Wave reopened";
    a_wave_withdrawn: "Rút đợt thi đua", "Wave withdrawn";
    a_year_decided: "Nhập quyết định nghỉ lễ, Tết của năm", "Decision on a year's free days entered";
    a_year_withdrawn: "Rút quyết định nghỉ lễ, Tết của năm", "Decision on a year's free days withdrawn";
    a_occasion_added: "Thêm ngày kỷ niệm", "Occasion added";
    a_occasion_withdrawn: "Bỏ ngày kỷ niệm", "Occasion removed";
    a_address_given: "Tạo địa chỉ lịch bí mật", "Secret calendar address made";
    a_address_ended: "Hủy địa chỉ lịch bí mật", "Secret calendar address ended";
    a_reference: "Đặt mức so sánh của chỉ tiêu", "Reference of a target set";
}
