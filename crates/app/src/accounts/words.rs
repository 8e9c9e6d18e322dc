//! The words of accounts.

crate::face::wording::words! {
    heading: "Tài khoản", "Accounts";
    lead: "Mỗi người một tài khoản. Mật khẩu do chính người đó đặt bằng mã một lần; không ai biết mật khẩu của người khác.",
        "One account for each person, who sets the password with a one-time code; nobody knows another's.";
    col_name: "Người dùng", "Person";
    col_role: "Vai trò", "Role";
    col_unit: "Cơ quan", "Authority";
    col_state: "Tình trạng", "State";
    active: "Đang dùng", "In use";
    waiting: "Chờ đặt mật khẩu", "Waiting for a password";
    locked: "Đã khóa", "Locked";
    new_code: "Cấp mã mới", "New code";
    lock: "Khóa", "Lock";
    unlock: "Mở khóa", "Unlock";
    add: "Thêm tài khoản", "Add an account";
    name: "Họ tên hoặc chức danh", "Name or post";
    login: "Tên đăng nhập", "Login";
    login_hint: "Chữ thường không dấu, số, dấu chấm, gạch; ví dụ huong.vptk", "Lower-case letters, digits, dots and dashes.";
    bad_login: "Tên đăng nhập dài 3 đến 40 ký tự, chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối.",
        "3 to 40 characters: lower-case letters, digits, dots and dashes.";
    taken: "Tên đăng nhập này đã có người dùng.", "This login is taken.";
    role: "Vai trò", "Role";
    unit: "Cơ quan", "Authority";
    unit_needed: "Chọn cơ quan; chỉ quản trị hệ thống không thuộc cơ quan nào.", "Choose an authority; only administrators belong to none.";
    code_says: "Mã một lần của {login}: {code}. Đưa tận tay người dùng; mã hết hạn sau 7 ngày và chỉ hiện một lần này.",
        "One-time code of {login}: {code}. Hand it over in person; it lasts seven days and is shown only now.";
    second_factor: "có xác thực hai bước", "has a second factor";
    end_sessions: "Kết thúc các phiên", "End sessions";
    reset_second_factor: "Đặt lại xác thực hai bước", "Reset second factor";
    reset_says: "Đã gỡ xác thực hai bước và mật khẩu của {login}. Mã một lần: {code}. Đưa tận tay người dùng sau khi chắc chắn đúng người; mã hết hạn sau 7 ngày và chỉ hiện một lần này.",
        "The second factor and the password of {login} are gone. One-time code: {code}. Hand it over in person once you are sure who it is; it lasts seven days and is shown only now.";
    own_account: "Không tự khóa, cấp lại mã hay đặt lại cho tài khoản đang dùng.", "You may not lock or reset the account you are using.";
    first_name: "Quản trị hệ thống", "Administrator";
}
