//! The words of looking forward.

crate::face::wording::words! {
    heading: "Lộ trình khen thưởng", "Looking forward";
    lead: "Ai có thể được đề nghị, sớm nhất năm nào, còn thiếu gì; ai sắp đứt chuỗi thành tích; ai chưa từng được khen.",
        "Who may be proposed, in which year at the earliest, and what is lacking; whose row of years is about to break; who was never recognised.";
    how: "Năm sớm nhất tính trên xếp loại và khen thưởng đã ghi, giả định từ năm nay đạt mức cao nhất. Phiếu bầu, tỷ lệ, thành tích do người xác nhận không được giả định: hội đồng vẫn quyết định.",
        "The earliest year rests on recorded grades and awards, with every coming year at its best. Votes, ratios and attested deeds are not assumed: the council decides.";
    unit: "Đơn vị", "Unit";
    award: "Danh hiệu, hình thức", "Award";
    any_award: "Tất cả", "All";
    show: "Xem", "Show";
    csv: "Tải bảng CSV", "Take as CSV";
    unit_page: "Lộ trình của tập thể {unit}", "The unit {unit} itself";
    none: "Chưa có ai trong danh sách người của đơn vị", "Nobody is in the register of this unit";
    none_says: "Thêm người ở trang Người, tập thể hoặc nạp danh sách từ Excel; xếp loại và khen thưởng đã ghi được dùng ngay.",
        "Add people on their page or by Excel; recorded grades and awards are used at once.";
    more: "Chỉ xét {n} người đầu; chọn một đơn vị nhỏ hơn.", "Only the first {n} people; choose a smaller unit.";
    never_n: "Chưa từng được khen", "Never recognised";
    never_direct_n: "trong đó lao động trực tiếp", "of them direct workers";
    streaks_n: "Sắp đứt chuỗi", "Rows about to break";
    col_who: "Người, hộ", "Who";
    col_post: "Chức vụ, đơn vị", "Post, unit";
    col_streaks: "Chuỗi năm", "Rows of years";
    col_now: "Có thể trong năm nay", "Within reach this year";
    col_next: "Những năm tới", "Coming years";
    col_lacks: "Còn phải đạt", "Still to earn";
    col_when: "Sớm nhất", "Earliest";
    direct: "lao động trực tiếp", "direct worker";
    never: "chưa từng được khen", "never recognised";
    streak_title: "{name} {n} năm liên tục; năm nay chưa có", "{name} for {n} years in a row; not yet this year";
    streak_grade: "{n} năm liên tục từ mức “{name}”; năm nay chưa xếp loại", "{n} years in a row graded {name} or better; not graded this year";
    streak_lost: "Đã đứt chuỗi {n} năm từ mức “{name}”", "A row of {n} years graded {name} or better is broken";
    when_earned: "đủ theo dữ liệu đã ghi", "earned by what is recorded";
    when_now: "có thể trong năm nay", "this year";
    when_year: "năm {year}", "{year}";
    when_never: "chưa thấy trong {n} năm tới", "not within {n} years";
    open_grades: "còn năm trước chưa ghi xếp loại", "grades of earlier years are not recorded";
    held: "Đã được khen", "Held";
    held_none: "Chưa có khen thưởng nào được ghi.", "No award is recorded.";
    record: "Hồ sơ", "Record";
    by: "Theo pháp luật ngày {day}", "By the law of {day}";
    nothing_lacks: "không còn điều kiện nào phải đạt", "nothing";
    pages: "Trang", "Pages";
}
