//! The words of one's own account.

crate::face::wording::words! {
    heading: "Tài khoản của tôi", "My account";
    login: "Tên đăng nhập", "Login";
    role: "Vai trò", "Role";
    unit: "Cơ quan", "Authority";
    language: "Ngôn ngữ và giao diện", "Language and appearance";
    factor: "Xác thực hai bước", "Second factor";
    factor_why: "Ngoài mật khẩu, khi đăng nhập cần thêm một mã đổi mới mỗi 30 giây trên điện thoại. Người biết mật khẩu mà không có điện thoại thì không vào được.",
        "Besides the password, signing in takes a code that changes every 30 seconds on your phone. Who knows the password but has not the phone cannot come in.";
    factor_none: "Ứng dụng xác thực: chưa thiết lập.", "Authenticator app: not set up.";
    factor_app: "Ứng dụng xác thực: đã thiết lập ngày {day}.", "Authenticator app: set up on {day}.";
    factor_required: "Vai trò này bắt buộc có xác thực hai bước.", "This role needs a second factor.";
    factor_by: "Vai trò này bắt buộc có xác thực hai bước kể từ ngày {day}.", "This role needs a second factor from {day} on.";
    factor_offered: "Bản chạy thử này không bắt buộc xác thực hai bước; bản dùng thật bắt buộc với người ký duyệt và quản trị.",
        "This trial does not require a second factor; real use requires it of those who sign or administer.";
    set_up: "Thiết lập xác thực hai bước", "Set up the second factor";
    recovery_left: "Còn {n} mã khôi phục chưa dùng.", "{n} recovery codes left.";
    confirm_code: "Mã xác thực hoặc mã khôi phục", "Code or recovery code";
    new_codes: "Tạo mã khôi phục mới", "Make new recovery codes";
    new_codes_hint: "Các mã khôi phục cũ sẽ hết tác dụng.", "The old recovery codes stop working.";
    remove_app: "Gỡ ứng dụng xác thực", "Remove the authenticator app";
    remove_app_hint: "Dùng khi đổi điện thoại: gỡ rồi thiết lập lại. Các phiên đăng nhập khác sẽ kết thúc.",
        "For a new phone: remove it and set it up again. Your other sessions end.";
    wrong_code: "Mã chưa đúng, đã dùng hoặc đã hết hạn. Mỗi mã 6 chữ số chỉ dùng được một lần: chờ mã kế tiếp. Còn {n} lần thử trong 15 phút.",
        "Wrong, used or expired. Each six-digit code works once: wait for the next one. {n} attempts left within 15 minutes.";
    enrol_must: "Vai trò ký duyệt hoặc quản trị phải có xác thực hai bước. Thiết lập xong mới dùng được các trang khác.",
        "Roles that sign or administer need a second factor. The other pages open once it is set up.";
    step_app: "Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, FreeOTP hoặc ứng dụng tương tự) và chọn thêm tài khoản.",
        "Open an authenticator app on your phone (Google Authenticator, Microsoft Authenticator, FreeOTP or another) and add an account.";
    step_scan: "Quét hình này, hoặc gõ khóa bên dưới.", "Scan this picture, or type the key below it.";
    picture: "Mã QR chứa khóa của tài khoản", "QR code with the key of the account";
    key: "Khóa", "Key";
    on_this_phone: "Đang dùng điện thoại? Mở thẳng ứng dụng xác thực", "On the phone already? Open the authenticator app";
    step_code: "Nhập mã 6 chữ số mà ứng dụng đang hiện.", "Type the six digits that the app shows.";
    code: "Mã 6 chữ số", "Six digits";
    confirm: "Xác nhận", "Confirm";
    codes_heading: "Mã khôi phục", "Recovery codes";
    codes_says: "In hoặc chép lại mười mã này và cất nơi an toàn. Mỗi mã đăng nhập được một lần khi không có điện thoại. Trang này chỉ hiện một lần.",
        "Print or copy these ten codes and keep them safe. Each signs you in once when the phone is not at hand. They are shown only now.";
    codes_done: "Đã cất các mã, tiếp tục", "They are safe, go on";
    enrolled: "Đã thiết lập xác thực hai bước.", "The second factor is set up.";
    sessions: "Phiên đăng nhập", "Sessions";
    sessions_lead: "Những nơi đang đăng nhập tài khoản này. Thấy nơi lạ thì kết thúc phiên đó và đổi mật khẩu.",
        "Where this account is signed in. End what you do not recognise, and change the password.";
    col_browser: "Trình duyệt", "Browser";
    col_opened: "Đăng nhập lúc", "Opened";
    col_seen: "Dùng gần nhất", "Last used";
    this_one: "phiên này", "this one";
    unknown_browser: "Trình duyệt khác", "Another browser";
    end: "Kết thúc", "End";
    end_others: "Kết thúc tất cả phiên khác", "End all others";
    with_app: "mật khẩu và mã xác thực", "password and code";
    with_recovery: "mật khẩu và mã khôi phục", "password and recovery code";
    with_passkey: "mật khẩu và khóa truy cập", "password and passkey";
    with_provider: "hệ thống đăng nhập của cơ quan", "the authority’s sign-in system";
    with_password: "mật khẩu", "password";
    change_password: "Đổi mật khẩu", "Change the password";
    change_says: "Các phiên đăng nhập khác và địa chỉ lịch bí mật sẽ hết tác dụng. Quên mật khẩu cũ: nhờ người quản trị cấp mã một lần.",
        "Your other sessions and the secret calendar address end. If you forgot the old one, ask the administrator for a one-time code.";
    old_password: "Mật khẩu đang dùng", "Present password";
    again_password: "Gõ lại mật khẩu mới", "New password once more";
    wrong_password: "Mật khẩu đang dùng chưa đúng. Còn {n} lần thử trong 15 phút.",
        "This is not the present password. {n} attempts left within 15 minutes.";
    same_password: "Mật khẩu mới phải khác mật khẩu đang dùng.", "The new password must differ from the present one.";
    not_the_same: "Hai lần gõ mật khẩu mới không giống nhau.", "The new password was typed in two different ways.";
    no_password: "Tài khoản này chưa có mật khẩu: đăng nhập bằng hệ thống khác, hoặc xin mã một lần từ người quản trị để đặt.",
        "This account has no password: ask the administrator for a one-time code to set one.";
}
