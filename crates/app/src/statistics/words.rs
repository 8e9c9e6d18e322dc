//! The words of the yearly statistics.

crate::face::wording::words! {
    heading: "Thống kê thi đua, khen thưởng", "Statistics of emulation and commendation";
    lead: "Ba biểu hằng năm tính từ bản ghi; mỗi số dẫn đến danh sách phía sau. Hạn gửi 15/12.",
        "The three yearly forms counted from records; every number leads to its list. Due on 15 December.";
    year: "Năm thống kê", "Year";
    bad_year: "Năm phải từ {from} đến {to}; đang xem năm {year}.", "The year is from {from} to {to}; {year} is shown.";
    show: "Xem", "Show";
    empty: "Chưa có bản ghi của năm {year}", "No record of {year}";
    empty_says: "Biểu tính từ phong trào đã phát động và khen thưởng đã có quyết định trong sổ. Xem năm khác, hoặc ghi quyết định trước.",
        "The forms count movements that were launched and awards in the register. Look at another year, or enter decisions first.";
    paper_due: "ngày {day}/{year}", "{day}/{year}";
    paper_unit: "lượt", "awards";
    paper_movements: "phong trào", "movements";
    paper_all: "tất cả đơn vị", "all units";
    paper_receiver: "cơ quan cấp trên trực tiếp", "the authority above";
    form_of: "Biểu {number}", "Form {number}";
    due: "hạn {day}", "due {day}";
    unsure: "Tên và phân tổ của biểu này chưa đối chiếu với thông tư; người lập biểu phải đối chiếu trước khi gửi.",
        "Name and breakdown of this form are not verified; compare with the circular before sending.";
    reading: "Cách xếp bản ghi vào từng dòng là cách hiểu của phần mềm; kiểm tra theo danh sách.", "Which line a record stands in is the program's reading; check by the lists.";
    col_line: "Chỉ tiêu", "Line";
    col_all: "Tổng số", "All";
    col_now: "Năm {year}", "{year}";
    col_change: "Tăng, giảm", "Change";
    all_line: "Tổng số", "All";
    none_line: "Chưa xếp được", "Under none";
    by_award: "Danh hiệu, hình thức", "Award";
    csv: "Tải CSV", "CSV";
    xlsx: "Tải Excel", "Excel";
    adds_up: "Đối chiếu khớp: {records} bản ghi = {inside} trong biểu + {outside} ngoài biểu; các phân tổ cộng lại đúng tổng số.",
        "It adds up: {records} records = {inside} in the form + {outside} outside; every breakdown makes the total.";
    adds_not: "Đối chiếu không khớp; không gửi biểu này trước khi tìm ra nguyên nhân.", "It does not add up; find out why before sending.";
    outside: "{n} khen thưởng thuộc danh hiệu, hình thức không có trong biểu", "{n} awards that this form does not know";
    not_placed: "{dimension}: {n} bản ghi chưa xếp được vào dòng nào", "{dimension}: {n} records under no line";
    revoked: "{n} khen thưởng đã bị hủy bỏ hoặc tước, không tính", "{n} awards were revoked and are not counted";
    guessed: "{n} phong trào chưa ghi hình thức, thời gian; tạm xếp theo tên và năm của kế hoạch", "{n} movements without facts of their own; placed by their name and the year of the plan";
    by_year: "{n} khen thưởng chưa ghi ngày quyết định; tính theo năm khen", "{n} awards without a day of decision count in the year they were given for";
    differences: "Chênh lệch, giải thích", "Differences explained";
    shares: "Tỷ lệ khen thưởng theo đối tượng", "Shares by category";
    shares_lead: "So với năm trước: người trực tiếp lao động, công nhân, nông dân, người không giữ chức vụ, phụ nữ, hộ gia đình. Tỷ lệ giảm được cảnh báo; không quy định nào bắt buộc tỷ lệ.",
        "Against last year. A fall is warned of; no rule requires a share.";
    col_group: "Đối tượng", "Category";
    col_trend: "So với năm trước", "Against last year";
    rose: "tăng", "up";
    same: "bằng", "the same";
    fell: "giảm", "down";
    not_comparable: "chưa so sánh được", "nothing to compare";
    of_all: "{n}/{all}", "{n}/{all}";
    no_share: "chưa có", "none";
    unknown: "{n} người chưa ghi đối tượng", "{n} without a category";
    falls: "Tỷ lệ giảm so với năm trước", "Shares that fell";
    repeats: "Được khen nhiều năm", "Repeat winners";
    repeats_lead: "Cá nhân được khen từ hai năm trở lên trong năm năm đến {year}: {n} khen thưởng trên {all} ({percent}). Không quy định nào cấm; hội đồng cân nhắc người chưa được khen.",
        "Individuals with awards in two or more of the five years up to {year}: {n} of {all} ({percent}). No rule forbids it; the council thinks of those never awarded.";
    repeats_none: "Không có cá nhân nào được khen từ hai năm trở lên trong năm năm.", "Nobody was awarded in two or more of five years.";
    more: "và {n} người khác", "and {n} more";
    records: "Bản ghi phía sau con số", "Records behind the number";
    n_records: "{n} bản ghi", "{n} records";
    col_name: "Tên", "Name";
    col_award: "Danh hiệu, hình thức", "Award";
    col_decision: "Quyết định", "Decision";
    col_unit: "Đơn vị", "Unit";
    col_plan: "Kế hoạch", "Plan";
    none_here: "Không có bản ghi nào.", "No record.";
    former: "Trang trước", "Previous page";
    next: "Trang sau", "Next page";
}
