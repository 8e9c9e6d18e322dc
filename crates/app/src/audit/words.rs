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
    a_person: "Thêm người, hộ, tập thể", "Person added";
    a_person_corrected: "Sửa thông tin người, hộ, tập thể", "Person corrected";
    a_person_removed: "Bỏ bản ghi người, hộ, tập thể", "Person removed";
    a_person_post: "Ghi chức vụ", "Post recorded";
    a_person_post_ended: "Kết thúc chức vụ kiêm nhiệm", "Post ended";
    a_person_named: "Sửa tên cũ, tên gọi khác", "Other names changed";
    a_person_member: "Thêm thành viên tập thể", "Member added";
    a_person_merged: "Xác định là cùng một người", "Found to be one person";
    a_person_told_apart: "Xác định là hai người", "Found to be two people";
    a_person_pair_undone: "Hoàn tác quyết định về hai bản ghi", "Decision about two records taken back";
    a_person_identity: "Xem đủ số định danh", "Identity number seen";
    a_staff: "Phân công làm công tác thi đua", "Assigned to emulation work";
    a_staff_corrected: "Sửa phân công công tác thi đua", "Assignment corrected";
    a_list_uploaded: "Đưa bảng Excel lên", "List uploaded";
    a_list_mended: "Sửa bảng đã đưa lên", "Uploaded list mended";
    a_list_imported: "Ghi bảng Excel", "List put in";
    a_list_undone: "Hoàn tác cả bảng Excel", "List taken back";
    a_list_discarded: "Bỏ bảng đã đưa lên", "Uploaded list dropped";
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
    a_reference: "Đặt mức so sánh của chỉ tiêu", "Reference of a target set";
}
