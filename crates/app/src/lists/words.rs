//! The words of lists in and out.

crate::face::wording::words! {
    heading_units: "Danh sách đơn vị bằng Excel", "Units by Excel";
    heading_people: "Danh sách người, hộ, tập thể bằng Excel", "People by Excel";
    lead: "Tải bảng đã điền sẵn về, sửa ở đâu cũng được, rồi đưa lên. Trước khi ghi, xem từng dòng thay đổi gì; ghi xong vẫn hoàn tác được cả bảng.",
        "Download the filled list, change it anywhere, upload it. You see each row's change before it is written, and can take the whole list back.";
    of_unit: "Danh sách của đơn vị", "List of the unit";
    of_unit_says: "gồm đơn vị này và mọi đơn vị bên dưới", "the unit and everything below it";
    download: "Tải bảng Excel về", "Download";
    download_says: "Không phải gõ mã: loại, đối tượng, đơn vị chọn trong danh sách thả xuống. Thêm dòng mới ở cuối bảng.",
        "No codes to type: kinds, categories and units are chosen from lists. New rows go to the end.";
    upload: "Đưa bảng lên", "Upload";
    upload_says: "Tệp .xlsx hoặc .csv. Dòng bị xóa khỏi bảng không bị xóa khỏi hệ thống.", "A .xlsx or .csv file. Rows that are gone from it stay in the system.";
    file: "Tệp", "File";
    reading: "Đang đọc bảng…", "Reading…";
    no_file: "Chọn một tệp .xlsx hoặc .csv.", "Choose a .xlsx or .csv file.";
    recent: "Các bảng đã đưa lên", "Uploads";
    recent_none: "Chưa có bảng nào.", "None yet.";
    state_open: "đang xem, chưa ghi", "being looked at";
    state_done: "đã ghi", "put in";
    state_undone: "đã hoàn tác", "taken back";
    state_dropped: "đã bỏ", "dropped";
    review: "Xem thay đổi trước khi ghi", "What would change";
    unchanged: "Không đổi", "Unchanged";
    changed: "Sửa", "Changed";
    added: "Thêm mới", "Added";
    missing: "Không có trong bảng (giữ nguyên)", "Missing (stay)";
    asked: "Cần quyết định", "To decide";
    refused: "Cần sửa", "To mend";
    skipped: "Bỏ qua", "Left out";
    findings: "Lưu ý về tệp", "About the file";
    show_all: "Mọi dòng có thay đổi", "All rows that change";
    col_row: "Dòng", "Row";
    col_name: "Tên", "Name";
    col_what: "Thay đổi", "Change";
    col_choice: "Quyết định", "Decision";
    choice_skip: "Bỏ qua dòng này", "Leave this row out";
    choice_new: "Là bản ghi mới", "A new record";
    choice_is: "Chính là", "It is";
    choice_take: "Lấy theo bảng", "Take the list's";
    choice_keep: "Giữ như trên hệ thống", "Keep the system's";
    choice_open: "— chưa quyết định —", "— undecided —";
    save_choices: "Lưu các chỗ đã sửa và quyết định", "Save what was mended and decided";
    put_in: "Ghi tất cả", "Put everything in";
    put_in_says: "Ghi một lần cho cả bảng: hoặc ghi hết, hoặc không ghi gì.", "Everything at once, or nothing.";
    still_open: "Còn {n} dòng cần sửa hoặc quyết định trước khi ghi.", "{n} rows have to be mended or decided first.";
    nothing: "Bảng này không thay đổi gì so với hệ thống.", "This list changes nothing.";
    stops: "Cả tệp này không nhận được. Xem lưu ý dưới đây, sửa tệp rồi đưa lên lại.", "The file as a whole cannot be taken; see below.";
    discard: "Bỏ bảng này", "Drop this upload";
    undo: "Hoàn tác cả bảng", "Take the whole list back";
    undo_says: "Đưa mọi bản ghi về như trước khi ghi bảng này.", "Every record goes back to what it was.";
    undo_hindered: "Chưa hoàn tác được: các bản ghi sau đã có người sửa, gộp hoặc dùng từ khi ghi bảng. Sửa lại từng bản ghi nếu cần:",
        "Not taken back: these records were changed, merged or used since. Correct them one by one:";
    done_says: "Bảng này đã được ghi.", "This list was put in.";
    gone: "Bản ghi này không còn trong danh sách (đã chuyển đơn vị hoặc đã gộp).", "The record is no longer on the list (moved or merged).";
    conflict: "Từ lúc tải bảng về, đã có người sửa bản ghi này.", "Somebody changed this record since the download.";
    doubtful: "Có thể là bản ghi đã có:", "It may be one that is there:";
    copied_row: "Giống hệt dòng {n}. Xóa một trong hai dòng, hoặc bỏ qua dòng này.", "The same as row {n}. Leave one of them out.";
    required: "Cần điền ô này.", "This cell is needed.";
    too_many: "Danh sách này có hơn {n} dòng. Chọn một đơn vị nhỏ hơn, hoặc nhờ người quản trị dùng lệnh “thidua import”.",
        "Over {n} rows. Choose a smaller unit, or have the administrator use “thidua import”.";
    page: "Trang", "Page";
    previous: "Trang trước", "Previous";
    next: "Trang sau", "Next";
    unit_name: "Tên đơn vị", "Name of the unit";
    unit_kind: "Loại đơn vị", "Kind";
    unit_kind_hint: "Để trống nếu tên đã cho biết (xã, thôn, trường, phòng …).", "Empty when the name tells.";
    unit_kind_unknown: "Tên này chưa cho biết loại đơn vị. Chọn một loại.", "The name does not tell the kind. Choose one.";
    unit_parent: "Trực thuộc", "Belongs to";
    unit_parent_hint: "Tên đơn vị cấp trên. Trùng tên thì ghi thêm: Thôn 1, Ủy ban nhân dân xã A. Để trống: trực thuộc đơn vị của bảng này.",
        "The name of the body above; of several, with the body above it after a comma.";
    unit_head: "Người đứng đầu", "Head";
    unit_from: "Thành lập", "Founded";
    unit_to: "Kết thúc", "Ended";
    parent_unknown: "Không có đơn vị tên “{name}” trong danh sách này.", "No unit “{name}” on this list.";
    parent_several: "Có nhiều đơn vị tên “{name}”. Ghi thêm cơ quan cấp trên sau dấu phẩy.", "Several units are called “{name}”. Add the body above after a comma.";
    parent_circle: "Một đơn vị không thể trực thuộc chính nó hoặc đơn vị dưới nó.", "A unit cannot stand below itself.";
    days_order: "Ngày kết thúc phải sau ngày thành lập.", "The end has to come after the beginning.";
    person_name: "Họ và tên", "Name";
    person_birth: "Năm sinh hoặc ngày sinh", "Born";
    person_unit: "Đơn vị", "Unit";
    person_title: "Chức vụ, công việc", "Title";
    person_leader: "Lãnh đạo, quản lý", "Leads";
    person_document: "Văn bản", "Document";
    person_identity: "Số định danh (CCCD)", "Identity number";
    person_identity_hint: "Không bắt buộc. Ô có dạng 0xx…123 là số đang lưu; gõ đủ 12 số để thay.", "Optional. 0xx…123 is the kept number; type 12 digits to replace it.";
    identity_masked: "Đây là dạng che của một số khác. Gõ đủ 12 chữ số, hoặc để ô như lúc tải về.", "This is another number's mask. Type 12 digits or leave the cell as it was.";
    person_kind_hint: "Để trống: cá nhân.", "Empty: individual.";
    person_category_hint: "Hộ gia đình, tập thể có thể để trống.", "May be empty for households and collectives.";
    category_needed: "Chọn đối tượng.", "Choose a category.";
}
