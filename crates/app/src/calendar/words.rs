//! The words of the calendar.

crate::face::wording::words! {
    heading: "Lịch", "Calendar";
    lead: "Đợt thi đua, hạn tổng kết, ngày báo cáo, ngày kỷ niệm và ngày nghỉ lễ, Tết của năm.",
        "Waves, deadlines, report days, occasions and free days of the year.";
    year_named: "Năm {year} ({name} từ ngày {day})", "{year} ({name} from {day})";
    year: "Năm", "Year";
    previous: "Năm trước", "Year before";
    next: "Năm sau", "Next year";
    this_year: "Năm nay", "This year";
    years_with: "Các năm có phong trào", "Years with movements";
    due_heading: "Việc đến hạn", "What is due";
    nothing_due: "Không có hạn nào đang chờ trong năm này.", "Nothing is due in this year.";
    grid_heading: "Cả năm", "The year";
    month: "Tháng {n}", "Month {n}";
    monday: "T2", "Mo";
    tuesday: "T3", "Tu";
    wednesday: "T4", "We";
    thursday: "T5", "Th";
    friday: "T6", "Fr";
    saturday: "T7", "Sa";
    sunday: "CN", "Su";
    key_off: "ngày nghỉ", "day off";
    key_wave: "trong một đợt thi đua", "in a wave";
    key_due: "có hạn, có báo cáo", "a deadline or report";
    key_occasion: "có ngày kỷ niệm", "an occasion";
    key_lunar: "số nhỏ: mùng 1 tháng âm lịch", "small: first day of a lunar month";
    agenda_heading: "Theo ngày", "By day";
    agenda_empty: "Chưa có đợt thi đua, hạn hay ngày báo cáo nào trong năm này", "No wave, deadline or report day in this year";
    agenda_empty_says: "Lịch đầy dần khi kế hoạch được phát động. Ngày kỷ niệm và ngày nghỉ đã có sẵn dưới đây.",
        "The calendar fills when plans are launched. Occasions and free days stand below already.";
    undated_heading: "Đợt chưa ấn định ngày", "Waves without days";
    kind_deadline: "Hạn", "Deadline";
    kind_wave: "Đợt", "Wave";
    kind_report: "Báo cáo", "Report";
    kind_occasion: "Kỷ niệm", "Occasion";
    kind_free: "Nghỉ", "Off";
    until: "đến", "to";
    too_many: "Chỉ hiện phần đầu. Mở lịch từ trang của một đơn vị để xem đủ.", "Only the first part is shown.";
    left: "còn {n} ngày làm việc", "{n} working days left";
    left_rest: "còn {n} ngày, đều là ngày nghỉ", "{n} days left, none of them worked";
    due_today: "hôm nay là ngày cuối", "today is the last day";
    overdue: "quá hạn {n} ngày làm việc", "{n} working days overdue";
    overdue_rest: "quá hạn {n} ngày", "{n} days overdue";
    doubt_year: "lịch nghỉ lễ, Tết năm {year} chưa xác nhận", "the free days of {year} are not confirmed";
    doubt_day: "{holiday} ({day}) chưa xác nhận là ngày nghỉ", "whether {day} ({holiday}) is a day off is not confirmed";
    doubt_law: "chưa có quy định về ngày nghỉ của năm {year}", "the law of {year} is not on file";
    made_up: "Nghỉ bù {holiday}", "In place of {holiday}";
    swapped_off: "Nghỉ do hoán đổi ngày làm việc", "Day off by a swap";
    worked_instead: "Làm việc bù (hoán đổi)", "Worked instead, by a swap";
    years: "{n} năm", "{n} years";
    round: "năm tròn", "round";
    five: "năm lẻ 5", "a multiple of five";
    lunar_day: "ngày {day} tháng {month} âm lịch", "day {day} of lunar month {month}";
    report: "Báo cáo {period}", "Report: {period}";
    periodical: "định kỳ", "periodical";
    report_to: "gửi {to}", "to {to}";
    no_day_printed: "kế hoạch không ghi ngày, tính đến {day}", "the plan prints no day; the period ends on {day}";
    subscribe: "Xem trong lịch điện thoại, máy tính", "In the calendar of a telephone or computer";
    subscribe_says: "Tải tệp lịch của năm này, hoặc tạo một địa chỉ riêng để phần mềm lịch tự cập nhật. Ai có địa chỉ này đều xem được lịch; đừng chia sẻ.",
        "Download the year as a file, or make a secret address from which a calendar program keeps itself up to date. Whoever has the address sees the calendar.";
    download: "Tải tệp lịch (.ics)", "Download (.ics)";
    give: "Tạo địa chỉ riêng", "Make a secret address";
    give_again: "Tạo địa chỉ mới, hủy địa chỉ cũ", "Make a new address, end the old one";
    end: "Hủy địa chỉ", "End the address";
    given_since: "Địa chỉ riêng đang dùng được tạo lúc {at}.", "The secret address in use was made at {at}.";
    given: "Địa chỉ chỉ hiện một lần. Chép vào phần mềm lịch (mục thêm lịch từ địa chỉ):", "Shown only once. Copy it into your calendar program (add a calendar by address):";
    feed_name: "Thi Đua: {name}", "Thi Đua: {name}";
    to_years: "Ngày nghỉ lễ, Tết và hoán đổi", "Free days and swaps";
    years_heading: "Ngày nghỉ lễ, Tết của năm", "Free days of the years";
    years_lead: "Hạn tính bằng ngày làm việc dựa vào bảng này. Năm nào chưa có thông báo nghỉ Tết, Quốc khánh và hoán đổi thì hạn quanh các ngày lễ được ghi “chưa xác nhận”.",
        "Deadlines in working days rest on this. Where the notice for a year is not on file, deadlines near its holidays are marked as not confirmed.";
    confirmed: "đã xác nhận", "confirmed";
    col_year: "Năm", "Year";
    col_days: "Ngày nghỉ trong tuần, ngày làm bù", "Free week days, worked days of rest";
    col_documents: "Văn bản", "Documents";
    shipped: "có sẵn trong phần mềm", "ships with the product";
    entered_by: "{who} nhập ngày {day}", "entered by {who} on {day}";
    law: "Căn cứ", "Law";
    mark_secondary: "theo một nguồn thứ cấp", "from one secondary source";
    mark_unverified: "chưa kiểm chứng, chưa tính là ngày nghỉ", "not verified, not counted as a day off";
    withdraw: "Rút", "Withdraw";
    decide: "Nhập thông báo nghỉ của một năm", "Enter the notice of a year";
    decide_says: "Nhập theo văn bản đã ban hành. Áp dụng cho cơ quan này và các đơn vị bên dưới, tính ngay cho mọi hạn.",
        "As issued. It counts for this authority and those below it, at once, for every deadline.";
    document: "Văn bản", "Document";
    document_hint: "Số, ký hiệu, ngày: 9441/TB-BNV ngày 16/10/2025", "Number and date";
    tet_from: "Nghỉ Tết Âm lịch từ ngày", "Tết from";
    tet_to: "Đến hết ngày", "To";
    tet_hint: "Đúng 05 ngày theo luật; ngày bù và cuối tuần máy tự tính.", "The five days of the law; weekends are made up by themselves.";
    beside: "Ngày nghỉ cùng ngày 02/9", "The day that goes with 2 September";
    swaps: "Hoán đổi ngày làm việc", "Swapped days";
    swaps_hint: "Mỗi dòng: ngày được nghỉ | ngày làm bù, ví dụ 02/01/2026 | 10/01/2026", "One line each: day off | day worked instead";
    free: "Ngày nghỉ khác", "Other free days";
    free_hint: "Mỗi dòng một ngày.", "One day each line.";
    complete: "Đã đủ cho cả năm, không còn thông báo nào khác", "Complete: nothing more is expected for this year";
    bad_year: "Năm trong khoảng 2013 đến 2100.", "A year from 2013 to 2100.";
    bad_tet: "Nghỉ Tết đúng 05 ngày liền nhau, quanh mùng 1 Tết của năm đó.", "Five days in a row around the first day of that lunar year.";
    bad_beside: "Chỉ có thể là ngày 01/9 hoặc 03/9.", "Only 1 or 3 September.";
    bad_swap: "Chưa đọc được “{line}”. Viết: ngày nghỉ (từ thứ hai đến thứ sáu) | ngày làm bù (thứ bảy, chủ nhật), cùng năm đó.",
        "Cannot read “{line}”. Write: a week day | a Saturday or Sunday, both of that year.";
    bad_free: "Chưa đọc được ngày “{line}”, hoặc ngày không thuộc năm đó.", "Not a day of that year: “{line}”.";
    nothing: "Chưa có ngày nào để lưu: nhập Tết, Quốc khánh, hoán đổi hoặc đánh dấu đã đủ.", "Nothing to save yet: enter days, or mark the year as complete.";
}
