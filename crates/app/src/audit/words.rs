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
    a_movement_facts: "Ghi thông tin phong trào", "Facts of a movement";
    a_movement_contents: "Ghi nội dung phong trào", "Contents of a movement";
    a_movement_carried: "Mang tồn tại năm trước sang", "Shortcomings carried over";
    a_criteria_set: "Áp dụng bộ tiêu chí", "Criteria put in force";
    a_criteria_marked: "Chấm tiêu chí", "Criteria marked";
    a_unit_corrected: "Sửa thông tin đơn vị", "Unit corrected";
    a_unit: "Thêm cơ quan", "Authority added";
    a_account: "Thêm tài khoản", "Account added";
    a_code: "Cấp mã một lần", "One-time code given";
    a_locked: "Khóa tài khoản", "Account locked";
    a_unlocked: "Mở khóa tài khoản", "Account unlocked";
    a_password: "Đặt mật khẩu", "Password set";
    a_in: "Đăng nhập", "Signed in";
    a_out: "Đăng xuất", "Signed out";
    a_half: "Đúng mật khẩu, chờ xác thực bước hai", "Right password, second factor awaited";
    a_new_browser: "Đăng nhập từ trình duyệt mới", "Signed in from a new browser";
    a_recovery: "Đăng nhập bằng mã khôi phục", "Signed in with a recovery code";
    a_sessions_ended: "Kết thúc các phiên đăng nhập", "Sessions ended";
    a_enrolled: "Thiết lập xác thực hai bước", "Second factor set up";
    a_factor_removed: "Gỡ ứng dụng xác thực", "Authenticator app removed";
    a_factor_reset: "Đặt lại xác thực hai bước, cấp mã một lần", "Second factor reset, one-time code given";
    a_passkey: "Thêm khóa truy cập", "Passkey added";
    a_passkey_removed: "Gỡ khóa truy cập", "Passkey removed";
    a_passkey_copied: "Từ chối khóa truy cập nghi bị sao chép", "Passkey refused: it may have been copied";
    a_linked: "Liên kết với hệ thống đăng nhập", "Linked with a sign-in system";
    a_unlinked_provider: "Bỏ liên kết với hệ thống đăng nhập", "Link with a sign-in system removed";
    a_recovery_codes: "Tạo mã khôi phục mới", "New recovery codes made";
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
    a_reference: "Đặt mức so sánh của chỉ tiêu", "Reference of a target set";
}
