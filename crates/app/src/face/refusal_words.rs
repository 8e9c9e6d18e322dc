//! The words of the one error page: what happened, and what to do next.

super::wording::words! {
    sign_in: "Cần đăng nhập", "Please sign in";
    sign_in_says: "Phiên làm việc đã hết hoặc chưa đăng nhập; thao tác vừa gửi chưa được thực hiện.",
        "The session has ended or there was none; what was just sent was not done.";
    sign_in_advice: "Đăng nhập rồi làm lại thao tác.", "Sign in and do it again.";
    not_allowed: "Tài khoản này không có quyền làm việc đó", "This account may not do that";
    not_allowed_says: "Việc này thuộc vai trò khác trong cơ quan.", "It belongs to another role of the authority.";
    not_allowed_advice: "Nhờ người có vai trò phù hợp thực hiện, hoặc hỏi người quản trị hệ thống.",
        "Ask somebody with that role, or the administrator.";
    second_factor: "Cần thiết lập xác thực hai bước trước", "Set up a second factor first";
    second_factor_says: "Vai trò ký duyệt hoặc quản trị phải có xác thực hai bước; thao tác vừa gửi chưa được thực hiện.",
        "Roles that sign or administer need a second factor; what was just sent was not done.";
    second_factor_advice: "Về trang chính để thiết lập, chỉ mất một phút, rồi làm lại thao tác.",
        "Go to the first page to set it up, which takes a minute, and do it again.";
    not_found: "Không có trang này", "There is no such page";
    not_found_says: "Địa chỉ có thể đã đổi, hoặc thuộc cơ quan mà tài khoản này không được xem.",
        "The address may have changed, or belongs to an authority this account may not see.";
    not_found_advice: "Kiểm tra lại địa chỉ, hoặc đi từ trang chính.", "Check the address, or start from the first page.";
    changed: "Có người vừa sửa trước", "Somebody changed it first";
    changed_says: "Nội dung này đã được người khác sửa sau khi trang được mở; chưa có gì bị ghi đè.",
        "It was changed by somebody else after this page was opened; nothing was overwritten.";
    changed_advice: "Quay lại, tải lại trang để xem bản mới rồi sửa tiếp.", "Go back, reload to see the new state, and go on.";
    invalid: "Chưa nhận được", "This could not be taken";
    invalid_advice: "Quay lại trang trước để sửa rồi gửi lại.", "Go back, mend it and send it again.";
    too_large: "Tệp quá lớn", "The file is too large";
    too_large_says: "Những gì gửi lên vượt giới hạn: kế hoạch 5 MB, tệp chứng cứ 10 MB. Chưa có gì được lưu.",
        "More than is taken: 5 MB for a plan, 10 MB for evidence. Nothing was stored.";
    too_large_advice: "Quay lại trang trước (nội dung đã nhập vẫn còn), chọn tệp nhỏ hơn rồi gửi lại.",
        "Go back (what was typed is still there), choose a smaller file and send it again.";
    too_many: "Thử sai quá nhiều lần", "Too many attempts";
    too_many_says: "Vì an toàn, tài khoản này tạm dừng nhận đăng nhập.", "For safety sign-in is paused for this account.";
    too_many_advice: "Chờ 15 phút rồi thử lại, hoặc xin mã một lần mới từ người quản trị.",
        "Wait 15 minutes, or ask the administrator for a new one-time code.";
    fault: "Hệ thống gặp lỗi", "Something went wrong here";
    fault_says: "Lỗi là của hệ thống, không phải của người dùng. Những gì đã báo lưu thì vẫn còn nguyên.",
        "The fault is ours, not yours. Whatever was acknowledged as saved is safe.";
    fault_advice: "Thử lại sau ít phút; nếu còn lỗi, gửi mã dưới đây cho người quản trị.",
        "Try again in a few minutes; if it stays, give the code below to the administrator.";
    home: "Về trang chính", "To the first page";
    code: "Mã lỗi", "Code";
}
