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
    second_heading: "Xác thực bước hai", "Second step";
    second_lead: "Mật khẩu đã đúng. Còn một bước để chắc chắn là {name}.", "The password is right. One more step to be sure that it is {name}.";
    second_code: "Mã xác thực", "Code";
    second_hint: "Mã 6 chữ số trong ứng dụng xác thực trên điện thoại, hoặc một mã khôi phục.",
        "The six digits in the authenticator app on your phone, or a recovery code.";
    second_continue: "Tiếp tục", "Continue";
    second_wrong: "Mã chưa đúng, đã dùng hoặc đã hết hạn. Mỗi mã 6 chữ số chỉ dùng được một lần: chờ mã kế tiếp. Còn {n} lần thử trong 15 phút.",
        "Wrong, used or expired. Each six-digit code works once: wait for the next one. {n} attempts left within 15 minutes.";
    second_lost: "Mất điện thoại và mã khôi phục? Người quản trị đặt lại được xác thực hai bước.",
        "Lost both phone and recovery codes? The administrator can reset the second factor.";
    second_other: "Đăng nhập bằng tài khoản khác", "Sign in with another account";
}
