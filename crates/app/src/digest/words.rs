//! The words of the digest, and of what it shares with the first page.

crate::face::wording::words! {
    heading: "Bản tin điều hành", "Digest";
    lead: "Một trang cho lãnh đạo: việc chờ mình, chỉ tiêu đỏ, chuyển biến, đơn vị chậm, vấn đề chờ quyết định, hạn sắp tới.",
        "One page for a leader: what waits, what is red, what moved, who is late, what is to be decided, the next days.";
    due: "Việc chờ tôi", "Waiting for me";
    due_none: "Không có việc nào đang chờ.", "Nothing is waiting.";
    red: "Chỉ tiêu đỏ", "Red targets";
    red_none: "Không có chỉ tiêu nào có nguy cơ hoặc không đạt.", "No target is at risk or missed.";
    red_note: "{actual} so với {planned} {unit}", "{actual} against {planned} {unit}";
    moved: "Chuyển biến so với kỳ trước", "Moved since the period before";
    moved_none: "Chưa có chỉ tiêu nào đổi trạng thái so với kỳ trước.", "No target changed its status since the period before.";
    moved_up: "tốt lên: {from} → {to}", "better: {from} → {to}";
    moved_down: "xấu đi: {from} → {to}", "worse: {from} → {to}";
    moved_rates: "{from} % → {to} %", "{from} % → {to} %";
    late: "Đơn vị và việc chậm", "Who and what is late";
    late_none: "Không có đơn vị nào chậm.", "Nobody is late.";
    late_reports: "{n} đơn vị quá hạn chưa gửi báo cáo {period}", "{n} units are overdue with their report ({period})";
    problems: "Vấn đề chờ quyết định", "Problems to decide";
    problems_none: "Không có vấn đề nào chờ quyết định.", "No problem waits for a decision.";
    raised: "{unit}, từ {day}", "{unit}, since {day}";
    soon: "Hạn trong 30 ngày tới", "The next 30 days";
    soon_none: "Không có hạn nào trong 30 ngày tới.", "Nothing is due in the next 30 days.";
    today: "hôm nay", "today";
    tomorrow: "ngày mai", "tomorrow";
    in_days: "còn {n} ngày", "{n} days left";
    and_more: "và {n} mục nữa", "and {n} more";
    n_due: "việc chờ tôi", "waiting for me";
    n_red: "chỉ tiêu đỏ", "red targets";
    n_worse: "chỉ tiêu xấu đi", "targets fell";
    n_late: "mục chậm", "late";
    n_problems: "vấn đề chờ", "problems";
    standing: "Chỉ tiêu theo trạng thái", "Targets by status";
    as_picture: "Tải ảnh để gửi đi", "As a picture to send on";
    as_letter: "Tải thư (.eml)", "As a letter (.eml)";
    as_text: "Nội dung để dán vào nhóm", "Text to paste into a group";
    copy: "Sao chép", "Copy";
    copied: "Đã sao chép", "Copied";
    picture_alt: "Bản tin điều hành dạng ảnh", "The digest as a picture";
    by_mail: "Nhận qua thư điện tử", "By e-mail";
    by_mail_lead: "Máy chủ gửi theo lịch, với đúng quyền của tài khoản này tại lúc gửi. Chỉ chủ tài khoản đang đăng nhập mới bật được; xem kỹ địa chỉ vì hệ thống không kiểm tra hộp thư là của ai.",
        "The server sends it on its schedule, with what this account may see at that time. Only whoever is signed in turns it on for themselves; look at the address, since nobody checks whose mailbox it is.";
    going_to: "Đang gửi đến {address}, {every}; bạn đặt ngày {day}.", "It goes to {address}, {every}; you set it on {day}.";
    going_nowhere: "Hiện không gửi qua thư.", "It goes nowhere by e-mail now.";
    address: "Địa chỉ thư điện tử", "E-mail address";
    address_hint: "Ví dụ: chutich@xalku.gialai.gov.vn. Nên dùng hộp thư công vụ.", "An official mailbox is best.";
    every: "Gửi", "How often";
    every_day: "Hằng ngày", "Every day";
    every_week: "Hằng tuần (thứ Hai)", "Every week (Monday)";
    every_month: "Hằng tháng (ngày đầu tháng)", "Every month (the first)";
    every_never: "Không gửi", "Never";
    bad_address: "Địa chỉ thư không đúng. Viết như ten@coquan.gov.vn.", "Not an e-mail address. Write name@office.gov.vn.";
    changed: "Hiện đang ghi: {what}", "Now: {what}";
    save: "Lưu", "Save";
    attempts: "Các lần gửi gần đây", "Recent sendings";
    attempts_none: "Chưa gửi lần nào.", "None was sent yet.";
    col_at: "Lúc", "At";
    col_to: "Đến", "To";
    col_how: "Kết quả", "Result";
    sent: "Đã gửi", "Sent";
    problem_locked: "tài khoản đã khóa", "the account is locked";
    problem_not_enrolled: "chủ tài khoản chưa đặt xong mật khẩu hoặc xác thực hai bước",
        "whoever holds the account has not finished setting a password or second factor";
    problem_address: "địa chỉ thư không đúng", "the address is wrong";
    problem_connection: "không kết nối được máy chủ thư", "the mail server does not answer";
    problem_refused: "máy chủ thư không nhận", "the mail server refused it";
    problem_content: "không lập được bản tin", "the digest could not be put together";
    alarm_failed: "Bản tin gửi tới {address} không gửi được: {why} ({day})", "The digest for {address} was not sent: {why} ({day})";
    alarm_silent: "Bản tin gửi tới {address} chưa được gửi từ {day}: lịch gửi trên máy chủ không chạy",
        "No digest has gone to {address} since {day}: the schedule on the server does not run";
    subject: "Bản tin điều hành ngày {day}: {unit}", "Digest of {day}: {unit}";
    over: "Bản tin điều hành phong trào thi đua", "Emulation movements: digest";
    opens: "Mở bản tin", "Open the digest";
    mail_foot: "Thư này do phần mềm Thi Đua gửi theo lịch mà tài khoản của người nhận đã đặt. Đổi hoặc dừng tại trang Bản tin điều hành.",
        "Sent by Thi Đua on the schedule set for the recipient’s account. Change or stop it on the page of the digest.";
    poster_foot: "Thi Đua, {moment}. Số liệu theo quyền xem của {who}.", "Thi Đua, {moment}. As {who} may see it.";
    sample: "SỐ LIỆU MINH HỌA, không phải kết quả thật", "ILLUSTRATIVE FIGURES, not real results";
    everything: "Tất cả cơ quan", "All authorities";
}
