//! The words of checking registrations.

crate::face::wording::words! {
    heading: "Kiểm tra đăng ký thi đua", "Check registrations";
    lead: "Dán danh sách tên người, tên đơn vị (mỗi dòng một tên) để biết ai đã đăng ký; bên dưới là nội dung kiểm tra từng đơn vị.",
        "Paste names of people or units, one a line, to see who is registered; below is what is inspected of each unit.";
    names: "Danh sách tên", "Names";
    names_hint: "Mỗi dòng một tên, có thể kèm số thứ tự, chức vụ, đơn vị như trong Word. Gõ không dấu cũng được. Tối đa 300 dòng.",
        "One name a line; numbers, posts and units may stand beside it. Marks may be left out. 300 lines at most.";
    or_unit: "Hoặc chọn đơn vị", "Or choose a unit";
    nobody: "Không chọn", "None";
    ask: "Kiểm tra", "Check";
    nothing_asked: "Dán ít nhất một tên, hoặc chọn một đơn vị.", "Paste a name, or choose a unit.";
    too_many: "Có {n} dòng; mỗi lần kiểm tra tối đa 300 dòng. Chia danh sách thành nhiều lần.", "{n} lines; 300 at most at once. Divide the list.";
    answers: "Kết quả", "Answers";
    counts: "{yes} đã đăng ký, {no} chưa đăng ký, {ask} cần người xác nhận.", "{yes} registered, {no} not, {ask} for a person.";
    col_name: "Tên trong danh sách", "Name in the list";
    col_answer: "Đăng ký", "Registered";
    col_what: "Nội dung, thời điểm", "What and when";
    registered: "Đã đăng ký", "Registered";
    not_registered: "Chưa đăng ký", "Not registered";
    needs_person: "Cần người xác nhận", "A person has to say";
    unknown: "không có người, đơn vị nào tên này trong phong trào", "nobody of this name is known";
    known_as: "có trong cơ quan: {who}", "known: {who}";
    in_draft: "{unit} đang soạn, chưa nộp", "{unit} is writing it, not sent";
    may_be: "có thể là {who}: {why}", "may be {who}: {why}";
    of_unit: "{targets} chỉ tiêu, {titles} danh hiệu, {tasks} nhiệm vụ", "{targets} targets, {titles} titles, {tasks} tasks";
    sent: "nộp {at}", "sent {at}";
    approved: "duyệt {at}", "approved {at}";
    inspection: "Nội dung kiểm tra các đơn vị", "What is inspected of the units";
    inspection_says: "Lấy từ dữ liệu: kế hoạch đã ban hành, phiên quán triệt đã ghi, đăng ký đã nộp, giao ước đã ký.",
        "From the data: plan issued, plan made known, registration sent, covenant signed.";
    col_unit: "Đơn vị", "Unit";
    col_plan: "Đã lập kế hoạch", "Plan";
    col_known: "Đã quán triệt", "Made known";
    col_registered: "Đã đăng ký", "Registered";
    col_covenant: "Đã ký giao ước", "Covenant signed";
    yes: "Có", "Yes";
    no: "Không", "No";
    not_needed: "Không yêu cầu", "Not asked";
    no_units: "Cơ quan chưa có đơn vị trực thuộc trong cây đơn vị.", "There is no unit below in the tree.";
    copy: "Sao chép", "Copy";
    copied: "Đã sao chép", "Copied";
    copy_list: "Sao chép kết quả", "Copy the answers";
    copy_inspection: "Sao chép bảng kiểm tra", "Copy the inspection";
}
