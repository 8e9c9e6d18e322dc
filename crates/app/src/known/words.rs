//! The words of making a plan known.

crate::face::wording::words! {
    heading: "Quán triệt kế hoạch", "Plan made known";
    lead: "Đơn vị nào đã tổ chức quán triệt mục đích, yêu cầu, nội dung kế hoạch; bao nhiêu người được phổ biến.",
        "Which units have made the plan known, and how many people were reached.";
    lead_unit: "Ghi mỗi lần quán triệt của đơn vị: ngày, hình thức, số người, minh chứng.", "Record each session of the unit: day, form, people, evidence.";
    plan: "Kế hoạch", "Plan";
    n_units: "Đơn vị đã quán triệt", "Units with a session";
    n_units_of: "trên {n} đơn vị", "of {n} units";
    n_people: "Người được phổ biến", "People reached";
    n_people_of: "trên {n} người của {units} đơn vị có ghi số người", "of {n} people in {units} units that count";
    n_share: "Tỷ lệ phổ biến", "Share reached";
    n_share_of: "tổng số người được phổ biến chia tổng số người", "sum reached over sum of people";
    n_missing: "Chưa ghi nhận", "Without a record";
    n_missing_of: "đơn vị", "units";
    col_state: "Tình trạng", "State";
    col_last: "Lần gần nhất", "Last session";
    col_people: "Được phổ biến / tổng số", "Reached / people";
    col_share: "Tỷ lệ (%)", "Share (%)";
    done: "Đã quán triệt", "Made known";
    not_done: "Chưa ghi nhận", "No record";
    no_count: "chưa ghi số người", "no numbers";
    sessions_n: "{n} lần", "{n} sessions";
    owner: "cơ quan ban hành", "issuer";
    ended: "không còn trực thuộc", "no longer below";
    no_units: "Cơ quan chưa có đơn vị trực thuộc trong cây đơn vị. Thêm đơn vị để theo dõi việc quán triệt.", "There is no unit below in the tree. Add units to follow this.";
    no_units_reads: "Cơ quan chưa có đơn vị trực thuộc trong cây đơn vị.", "There is no unit below in the tree.";
    to_units: "Đến trang Cơ quan, đơn vị", "To the units";
    all_done: "Mọi đơn vị đều đã ghi nhận việc quán triệt.", "Every unit has a record.";
    message: "Kính gửi các đơn vị: {units}. Đến {day}, đơn vị chưa ghi nhận việc quán triệt {plan}. Đề nghị tổ chức quán triệt đến toàn thể cán bộ, đoàn viên, hội viên, nhân dân và ghi ngày, hình thức, số người, minh chứng vào phần mềm.",
        "To the units: {units}. By {day} there is no record that {plan} was made known. Please hold a session and record day, form, people and evidence.";
    and_more: "và {n} đơn vị khác", "and {n} more units";
    sessions: "Các lần quán triệt", "Sessions";
    col_day: "Ngày", "Day";
    col_form: "Hình thức", "Form";
    col_remark: "Ghi chú", "Remark";
    withdrawn: "đã rút", "withdrawn";
    edit: "Sửa", "Correct";
    record: "Ghi nhận việc quán triệt", "Record a session";
    correct: "Sửa lần quán triệt đã ghi", "Correct a session";
    unit: "Đơn vị", "Unit";
    day: "Ngày tổ chức", "Day";
    form: "Hình thức", "Form";
    form_meeting: "Hội nghị, cuộc họp", "Meeting";
    form_posted: "Niêm yết", "Notice board";
    form_loudspeaker: "Loa truyền thanh", "Loudspeaker";
    form_document: "Sao gửi văn bản", "Copies sent";
    form_group: "Nhóm mạng xã hội", "Chat group";
    people: "Số người được phổ biến lần này", "People reached this time";
    people_hint: "Chỉ tính người chưa được phổ biến ở lần trước. Để trống nếu không đếm được (loa, niêm yết).", "Count only people whom no session before reached. Leave empty where nobody can be counted.";
    of: "Tổng số người của đơn vị", "People of the unit";
    of_hint: "Người cần được phổ biến: cán bộ, đoàn viên, hội viên, nhân dân. Ghi một lần là đủ.", "Everybody to be reached. Once is enough.";
    remark: "Ghi chú", "Remark";
    file: "Minh chứng (biên bản, ảnh, danh sách)", "Evidence (minutes, picture, list)";
    withdraw: "Rút lần này (ghi nhầm)", "Withdraw it (recorded by mistake)";
    withdraw_hint: "Lần đã rút vẫn hiện trong quá trình nhưng không được tính.", "It stays in the history and no longer counts.";
    choose_unit: "Chọn đơn vị mà bạn được ghi.", "Choose a unit you record for.";
    future: "Ngày {day} chưa đến. Chỉ ghi lần quán triệt đã tổ chức.", "{day} is yet to come. Only sessions that were held are recorded.";
    before_plan: "Kế hoạch ban hành ngày {day}; không thể quán triệt trước ngày đó. Kiểm tra lại ngày tổ chức, hoặc ngày của kế hoạch ở trang kế hoạch.",
        "The plan is dated {day}; it cannot be made known before. Check the day, or the date of the plan.";
    more_than_there: "Cộng các lần là {a} người được phổ biến, nhiều hơn {b} người của đơn vị. Sửa số người lần này (chỉ tính người mới) hoặc tổng số người.",
        "All sessions together reach {a} of {b} people. Correct the number (new people only) or the total.";
    of_how_many: "Cần tổng số người của đơn vị để tính tỷ lệ.", "The number of people of the unit is needed.";
    closed: "Phong trào đã khép lại nên không ghi thêm lần quán triệt. Số liệu đã ghi vẫn xem được.", "The movement is closed; no session is recorded any more.";
    not_launched: "Kế hoạch chưa phát động. Cơ quan ban hành phát động xong thì các đơn vị ghi việc quán triệt.", "The plan is not launched yet.";
    as_of_end: "Cơ quan đã kết thúc ngày {day}; danh sách đơn vị lấy theo ngày đó.", "The body ended on {day}; units are those of that day.";
}
