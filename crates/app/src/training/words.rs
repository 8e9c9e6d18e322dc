//! The words of training.

crate::face::wording::words! {
    heading: "Tập huấn nghiệp vụ thi đua, khen thưởng", "Training in emulation work";
    lead: "Lớp nào đã mở, ai đã dự, đơn vị nào chưa có người được tập huấn.", "Which classes were held, who attended, which units are untrained.";
    empty: "Chưa ghi lớp tập huấn nào", "No class yet";
    empty_reads: "Khi cơ quan thường trực ghi lớp, lớp và người được gọi hiện ở đây.", "Once the standing office enters a class it stands here.";
    empty_says: "Ghi lớp, gọi người theo đơn vị, in danh sách điểm danh, rồi đánh dấu người có mặt.", "Enter a class, call people by unit, print the sheet, then mark who was there.";
    col_title: "Lớp", "Class";
    col_days: "Thời gian, địa điểm", "When, where";
    col_audience: "Đối tượng", "Addressed to";
    col_called: "Trong danh sách", "Called";
    col_present: "Có mặt", "Present";
    title: "Tên lớp", "Title";
    title_hint: "Ví dụ: Tập huấn nghiệp vụ thi đua, khen thưởng năm 2022.", "For example: training in emulation work, 2022.";
    from: "Ngày đầu", "First day";
    to: "Ngày cuối (để trống nếu một ngày)", "Last day (empty for one day)";
    place: "Địa điểm", "Place";
    content: "Nội dung", "Content";
    organiser: "Đơn vị tổ chức, báo cáo viên", "Held by, teachers";
    audience: "Gửi đến người làm công tác thi đua của", "Addressed to the staff of";
    audience_hint: "Không chọn loại nào là gửi đến tất cả.", "Choosing none addresses all.";
    audience_all: "tất cả đơn vị", "all units";
    file: "Tài liệu", "Materials";
    add: "Thêm lớp tập huấn", "Add a class";
    correct: "Sửa thông tin lớp", "Correct the class";
    people: "Danh sách và điểm danh", "List and attendance";
    nobody: "Chưa có ai trong danh sách.", "Nobody in the list yet.";
    col_name: "Họ và tên", "Name";
    col_position: "Chức vụ", "Position";
    col_mark: "Điểm danh", "Attendance";
    a_called: "Chưa điểm danh", "Not marked";
    a_present: "Có mặt", "Present";
    a_absent: "Vắng", "Absent";
    a_certificate: "Có mặt, cấp chứng nhận", "Present, certificate";
    mark: "Lưu điểm danh", "Save the attendance";
    call: "Thêm người vào danh sách", "Add people to the list";
    lines: "Mỗi dòng một người", "One person a line";
    lines_hint: "Họ và tên; chức vụ; đơn vị. Có thể dán ba cột từ Excel. Bỏ trống đơn vị thì lấy đơn vị chọn ở trên.",
        "Name; position; unit. Three columns from Excel can be pasted. Without a unit the one chosen above is taken.";
    unit_of_all: "Đơn vị của các dòng không ghi đơn vị", "Unit of lines without one";
    line_unknown: "Dòng {n}: không có đơn vị “{unit}” trong phạm vi của cơ quan. Sửa tên, hoặc thêm đơn vị ở trang Cơ quan, đơn vị.",
        "Line {n}: no unit “{unit}” among yours. Correct the name, or add the unit on the page of units.";
    line_no_name: "Dòng {n}: thiếu họ và tên.", "Line {n}: the name is missing.";
    line_no_unit: "Dòng {n}: thiếu đơn vị. Ghi sau dấu chấm phẩy thứ hai hoặc chọn đơn vị ở trên.", "Line {n}: the unit is missing.";
    line_twice: "Dòng {n}: {name} của đơn vị này đã có trong danh sách.", "Line {n}: {name} of this unit is in the list already.";
    too_many: "Nhiều nhất 300 dòng một lần.", "At most 300 lines at once.";
    sheet: "In danh sách điểm danh", "Print the attendance sheet";
    sheet_docx: "Tải Word", "Word";
    untrained: "Đơn vị chưa có người được tập huấn", "Units untrained";
    untrained_says: "Kể từ {day}: {n} trên {all} đơn vị chưa có ai dự lớp nào (chỉ tính người có mặt).", "Since {day}: of {n} of {all} units nobody attended any class.";
    all_trained: "Mọi đơn vị đều đã có người dự lớp kể từ {day}.", "Somebody of every unit attended since {day}.";
    since: "Kể từ ngày", "Since";
    last_time: "lần gần nhất {day}", "last on {day}";
    never: "chưa lần nào", "never";
    not_called: "Đơn vị thuộc đối tượng chưa có người trong danh sách", "Units addressed with nobody in the list";
    message: "Kính gửi các đơn vị: {units}. Tính từ ngày {day}, đơn vị chưa có người làm công tác thi đua, khen thưởng dự tập huấn. Đề nghị cử người và gửi họ tên, chức vụ về cơ quan thường trực.",
        "To the units: {units}. Since {day} nobody of your emulation staff has been trained. Please name somebody to the standing office.";
    message_class: "Kính gửi các đơn vị: {units}. Đề nghị cử người làm công tác thi đua, khen thưởng dự “{title}”, {when}; gửi họ tên, chức vụ trước ngày mở lớp.",
        "To the units: {units}. Please name somebody for “{title}”, {when}, before the class begins.";
    future: "Lớp chưa diễn ra ({day}), chưa thể điểm danh có mặt hoặc vắng. Có thể in danh sách để ký.", "The class is yet to come ({day}); nobody can be marked yet. The sheet can be printed.";
    changed_list: "Người khác vừa thay đổi danh sách này. Dưới đây là danh sách mới nhất với lựa chọn của bạn; xem lại rồi lưu lần nữa.",
        "Somebody else has just changed this list. Below is the newest list with your choices; look at it and save again.";
    is_now: "hiện đang ghi: {what}", "it now says: {what}";
    and_more: "và {n} đơn vị khác", "and {n} more units";
    maker: "Người lập danh sách", "Drawn up by";
    kept: "Lưu: VT", "Filed";
}
