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
    unit_needed: "Ghi tên đơn vị; chỉ quản trị toàn hệ thống không thuộc đơn vị nào.", "Give the unit; only administrators of the whole system belong to none.";
    unit_unknown: "Không có đơn vị nào tên như vậy trong phạm vi được quản trị. Chọn một tên trong danh sách gợi ý.",
        "No unit of this name lies in your branch. Choose one of the suggested names.";
    unit_hint: "Gõ tên đơn vị; quản trị toàn hệ thống thì để trống.", "Type the name of the unit; leave empty for an administrator of the whole system.";
    search: "Tìm theo tên, tên đăng nhập", "Find by name or login";
    find: "Tìm", "Find";
    more: "Chỉ hiện 300 tài khoản đầu. Gõ tên để tìm.", "Only the first 300 are shown. Type a name to find others.";
    powers: "Quyền hạn", "Powers";
    powers_lead: "Vai trò của tài khoản và các quyền được giao thêm, mỗi quyền gắn với một đơn vị và một khoảng ngày.",
        "The account's own role and further powers, each bound to a unit and to days.";
    own_role: "Vai trò của tài khoản", "Own role";
    granted_none: "Chưa được giao thêm quyền nào.", "No further powers.";
    col_days: "Thời gian", "Days";
    col_reason: "Lý do", "Reason";
    col_by: "Người giao", "Given by";
    grant: "Giao thêm quyền", "Give a power";
    grant_says: "Ví dụ phụ trách tuyên truyền kiêm nhiệm, kiểm tra theo quyết định, thay người đi vắng.",
        "For example a second post, an inspection by decision, standing in for somebody.";
    from: "Từ ngày", "From";
    to: "Đến hết ngày (để trống nếu chưa định)", "Until (empty if open)";
    reason: "Lý do, văn bản", "Reason, document";
    end: "Kết thúc", "End";
    ended: "đã kết thúc", "ended";
    always: "không thời hạn", "without end";
    not_administrator: "Quyền quản trị không giao thêm ở đây; hãy lập tài khoản quản trị riêng.",
        "Administration is not given as a further power; make an account of its own for it.";
    days_order: "Ngày cuối phải sau ngày đầu.", "The last day has to come after the first.";
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
