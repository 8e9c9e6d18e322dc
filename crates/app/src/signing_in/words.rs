//! The words of signing in.

crate::face::wording::words! {
    heading: "Đăng nhập", "Sign in";
    motto: "Một năm thi đua, khen thưởng của cơ quan: từ kế hoạch đến báo cáo, mỗi con số chỉ nhập một lần.",
        "An authority's year of emulation and commendation: from plan to report, each number typed once.";
    login: "Tên đăng nhập", "Login";
    password: "Mật khẩu", "Password";
    wrong: "Tên đăng nhập hoặc mật khẩu chưa đúng. Còn {n} lần thử trong 15 phút.",
        "Wrong login or password. {n} attempts left within 15 minutes.";
    forgotten: "Quên mật khẩu, hoặc lần đầu sử dụng? Người quản trị của cơ quan cấp mã một lần, rồi",
        "Forgotten it, or here for the first time? The administrator gives a one-time code; then";
    set_one: "đặt mật khẩu tại đây", "set a password here";
    set_heading: "Đặt mật khẩu", "Set a password";
    set_lead: "Dùng mã một lần do hệ thống in ra khi khởi động lần đầu, hoặc do người quản trị cấp.",
        "With the one-time code printed at the first start, or given by the administrator.";
    code: "Mã một lần", "One-time code";
    code_hint: "Dạng ABCD-EFGH-JKLM-NPQR; không phân biệt hoa thường, dấu gạch.", "Like ABCD-EFGH-JKLM-NPQR; case and dashes do not matter.";
    new_password: "Mật khẩu mới", "New password";
    password_hint: "Ít nhất 10 ký tự. Một câu ngắn dễ nhớ thì tốt hơn một từ khó.",
        "At least 10 characters. A short sentence is better than a hard word.";
    set: "Đặt mật khẩu", "Set the password";
    bad_code: "Tên đăng nhập hoặc mã một lần không đúng, hoặc mã đã dùng hay hết hạn. Xin mã mới từ người quản trị.",
        "Wrong login or code, or the code was used or has expired. Ask the administrator for a new one.";
    short_password: "Mật khẩu cần ít nhất 10 ký tự.", "The password needs at least 10 characters.";
    long_password: "Mật khẩu dài quá 200 ký tự.", "The password is over 200 characters.";
    same_as_login: "Mật khẩu không được chứa tên đăng nhập.", "The password must not hold the login.";
    back: "Về trang đăng nhập", "Back to sign in";
}
