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
    plain_password: "Mật khẩu cần ít nhất 4 ký tự khác nhau, không tính dấu cách ở hai đầu.", "The password needs at least 4 different characters, spaces at its ends not counted.";
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
    passkeys: "Khóa truy cập (passkey)", "Passkeys";
    passkeys_why: "Thay cho mã 6 chữ số: chạm vào khóa USB, hoặc dùng vân tay, khuôn mặt, mã PIN của máy. Khóa chỉ dùng được đúng với địa chỉ trang này, nên trang giả mạo không lấy được gì.",
        "Instead of the six digits: touch a USB key, or use the fingerprint, face or PIN of the device. It works for this site only, so a forged one gets nothing.";
    passkey: "Khóa truy cập", "Passkey";
    passkey_added: "Thêm lúc", "Added";
    passkey_used: "Dùng gần nhất", "Last used";
    passkey_name: "Tên gợi nhớ", "Name";
    passkey_name_hint: "Ví dụ: Điện thoại của tôi, Khóa USB trong két.", "For example: my phone, the USB key in the safe.";
    passkey_add: "Thêm khóa truy cập", "Add a passkey";
    passkey_use: "Dùng khóa truy cập", "Use a passkey";
    passkey_or: "Hoặc nhập mã:", "Or type a code:";
    passkey_instead: "Hoặc dùng khóa truy cập", "Or use a passkey";
    passkey_failed: "Trình duyệt không nhận được khóa truy cập. Thử lại, hoặc dùng mã.", "The browser got no passkey. Try again, or use a code.";
    passkey_no_script: "Khóa truy cập cần JavaScript; không có thì dùng ứng dụng xác thực.", "Passkeys need JavaScript; without it use the authenticator app.";
    passkey_wrong: "Khóa truy cập này không được chấp nhận. Thử lại hoặc nhập mã. Còn {n} lần thử trong 15 phút.",
        "This passkey was not accepted. Try again or type a code. {n} attempts left within 15 minutes.";
    passkey_copied: "Khóa truy cập này có dấu hiệu bị sao chép nên không được chấp nhận. Nhập mã để vào, rồi gỡ khóa đó.",
        "This passkey shows signs of having been copied and was not accepted. Type a code, then remove it.";
    passkey_not_added: "Chưa thêm được khóa truy cập: câu trả lời của thiết bị không hợp lệ. Tải lại trang rồi thử lại.",
        "The passkey was not added: the answer of the device is not valid. Reload the page and try again.";
    passkey_known: "Khóa truy cập này đã có.", "This passkey is known already.";
    with_provider: "Đăng nhập bằng {name}", "Sign in with {name}";
    linked: "Tài khoản này đã liên kết; có thể đăng nhập bằng hệ thống đó.", "This account is linked; that system signs it in.";
    not_linked: "Liên kết để đăng nhập bằng hệ thống đó, không cần mật khẩu riêng.", "Link it to sign in with that system, without a password of its own.";
    link: "Liên kết", "Link";
    unlink: "Bỏ liên kết", "Remove the link";
    provider_failed: "Chưa đăng nhập được bằng {name}. Thử lại; nếu vẫn không được, đăng nhập bằng mật khẩu và báo người quản trị.",
        "Signing in with {name} did not work. Try again; if it still fails, use your password and tell the administrator.";
    provider_unknown: "{name} đã xác nhận, nhưng chưa có tài khoản nào liên kết với người này. Đăng nhập bằng mật khẩu rồi liên kết ở trang Tài khoản của tôi, hoặc nhờ người quản trị.",
        "{name} confirmed who you are, but no account is linked to it. Sign in with your password and link it on the page My account, or ask the administrator.";
    provider_taken: "Người này của {name} đã liên kết với một tài khoản khác.", "This person of {name} is linked to another account.";
}
