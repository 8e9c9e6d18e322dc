//! The words of the one error page: what happened, and what to do next.

super::wording::words! {
    sign_in: "Cần đăng nhập", "Please sign in";
    sign_in_says: "Phiên làm việc đã hết hoặc chưa đăng nhập; thao tác vừa gửi chưa được thực hiện.",
        "The session has ended or there was none; what was just sent was not done.";
    sign_in_advice: "Đăng nhập rồi làm lại thao tác.", "Sign in and do it again.";
    not_allowed: "Tài khoản này không có quyền làm việc đó", "This account may not do that";
    not_allowed_says: "Việc này thuộc vai trò khác trong cơ quan.", "It belongs to another role of the authority.";
    belongs_to: "Việc này do vai trò sau thực hiện: {roles}.", "These roles may do it: {roles}.";
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
    too_large: "Gửi lên quá nhiều dữ liệu", "Too much was sent";
    too_large_says: "Những gì gửi lên vượt giới hạn: kế hoạch 5 MB, tệp chứng cứ 10 MB, biểu chỉ có chữ 1 MB. Chưa có gì được lưu.",
        "More than is taken: 5 MB for a plan, 10 MB for evidence, 1 MB for a form of text. Nothing was stored.";
    too_large_advice: "Quay lại trang trước (nội dung đã nhập vẫn còn), chọn tệp nhỏ hơn hoặc rút gọn nội dung rồi gửi lại.",
        "Go back (what was typed is still there), choose a smaller file or shorten the text, and send it again.";
    already_sent: "Biểu này đã được nhận", "This form was taken already";
    already_sent_says: "Biểu được gửi hai lần; lần đầu đã ghi xong, lần này không ghi thêm gì.",
        "The form was sent twice; the first one was written, this one wrote nothing more.";
    already_sent_advice: "Không cần gửi lại. Về trang chính hoặc mở lại trang danh sách để xem điều đã ghi.",
        "There is nothing to send again. Open the list once more to see what was written.";
    wrong_method: "Địa chỉ này không nhận cách gọi đó", "This address is not asked in that way";
    wrong_method_says: "Trình duyệt mở trang này bằng một cách mà hệ thống không dùng; chưa có gì được thực hiện.",
        "The address was asked in a way that is not used here; nothing was done.";
    wrong_method_advice: "Đi từ trang chính, hoặc quay lại trang trước và bấm nút trên trang.",
        "Start from the first page, or go back and use the button of the page.";
    unread: "Không đọc được nội dung gửi lên", "What was sent cannot be read";
    unread_says: "Địa chỉ hoặc nội dung gửi lên bị hỏng hay thiếu một phần; chưa có gì được lưu.",
        "The address or what was sent is damaged or incomplete; nothing was stored.";
    unread_advice: "Quay lại trang trước, tải lại trang rồi gửi lại; nếu mở từ một đường dẫn được chép, hãy kiểm tra đường dẫn còn đủ không.",
        "Go back, reload the page and send it again; if a link was copied, see whether it is whole.";
    wrong_kind_says: "Nội dung gửi lên không ở dạng một biểu của trang này; chưa có gì được lưu.",
        "What was sent does not have the shape of a form of this page; nothing was stored.";
    wrong_kind_advice: "Mở trang trong trình duyệt và gửi bằng biểu trên trang.", "Open the page in a browser and send its form.";
    cross_site: "Không nhận biểu gửi từ trang khác", "Forms of other sites are not taken";
    cross_site_says: "Vì an toàn, hệ thống chỉ nhận biểu gửi từ chính các trang của mình; chưa có gì được thực hiện.",
        "For safety only forms of our own pages are taken; nothing was done.";
    cross_site_advice: "Mở trang từ trang chính rồi gửi lại tại đó.", "Open the page from the first page and send it there.";
    busy: "Xử lý quá lâu", "It took too long";
    busy_says: "Yêu cầu chưa xong trong thời gian cho phép nên đã dừng.", "The request was not done in time and was stopped.";
    busy_advice: "Chờ ít phút, xem lại điều định ghi đã có chưa rồi mới gửi lại.",
        "Wait a few minutes, see whether it was written, and only then send it again.";
    too_many: "Thử sai quá nhiều lần", "Too many attempts";
    too_many_says: "Vì an toàn, tài khoản này tạm dừng nhận đăng nhập.", "For safety sign-in is paused for this account.";
    too_many_advice: "Chờ 15 phút rồi thử lại, hoặc xin mã một lần mới từ người quản trị.",
        "Wait 15 minutes, or ask the administrator for a new one-time code.";
    too_often: "Tải quá nhiều lần", "Asked for too often";
    too_often_says: "Ảnh và thư này vừa được tạo nhiều lần cho tài khoản của bạn; mỗi lần đều tính lại từ đầu.",
        "This picture or letter was made many times for your account just now; each time it is worked out anew.";
    too_often_advice: "Dùng bản vừa tải, hoặc chờ 10 phút rồi tải lại. Trang bản tin vẫn xem được.",
        "Use the one you have, or wait ten minutes. The page of the digest can be read all the while.";
    fault: "Hệ thống gặp lỗi", "Something went wrong here";
    fault_says: "Lỗi là của hệ thống, không phải của người dùng. Những gì đã báo lưu thì vẫn còn nguyên.",
        "The fault is ours, not yours. Whatever was acknowledged as saved is safe.";
    fault_advice: "Thử lại sau ít phút; nếu còn lỗi, gửi mã dưới đây cho người quản trị.",
        "Try again in a few minutes; if it stays, give the code below to the administrator.";
    home: "Về trang chính", "To the first page";
    code: "Mã lỗi", "Code";
}
