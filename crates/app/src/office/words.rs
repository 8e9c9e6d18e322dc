//! Words that the pages of the standing office share.

crate::face::wording::words! {
    heading: "Công tác thi đua của cơ quan thường trực", "Emulation work of the standing office";
    lead: "Những việc phải giữ cho đúng quanh năm: quy chế còn hiệu lực, người làm được tập huấn, hội đồng có quyết định, kế hoạch đến được mọi đơn vị.",
        "What has to be kept right all year: regulations in force, staff trained, councils with a decision, plans known in every unit.";
    tabs: "Các trang công tác thi đua", "Pages of emulation work";
    tab_overview: "Tổng quan", "Overview";
    tab_regulations: "Quy chế, quy định", "Regulations";
    tab_training: "Tập huấn", "Training";
    tab_blocks: "Khối, cụm thi đua", "Blocks, clusters";
    tab_inspections: "Kiểm tra", "Inspections";
    tab_grades: "Xếp loại năm", "Year's grades";
    tab_indices: "Chỉ số", "Indices";
    tab_terms: "Nhiệm kỳ", "Terms";
    tab_templates: "Mẫu Word", "Word templates";
    tab_councils: "Hội đồng, bộ máy", "Councils, staff";
    n_regulations: "Quy chế cần xem", "Regulations to look at";
    n_regulations_of: "trên {n} văn bản trong sổ", "of {n} in the register";
    n_untrained: "Đơn vị chưa tập huấn", "Units untrained";
    n_untrained_of: "trên {n} đơn vị, kể từ {day}", "of {n} units, since {day}";
    n_bodies: "Hội đồng, tổ cần kiện toàn", "Bodies to be renewed";
    n_bodies_of: "trên {n} hội đồng, tổ", "of {n} bodies";
    n_known: "Đơn vị chưa ghi nhận quán triệt", "Units without a session";
    n_known_of: "{n} kế hoạch đang thực hiện", "{n} plans that run";
    red_regulations: "Quy chế, quy định cần xem", "Regulations to look at";
    red_untrained: "Đơn vị chưa có người được tập huấn", "Units of which nobody was trained";
    red_bodies: "Hội đồng, tổ cần kiện toàn", "Bodies to be renewed";
    red_known: "Kế hoạch chưa quán triệt đến mọi đơn vị", "Plans not known in every unit";
    no_bodies: "Chưa ghi hội đồng, tổ giúp việc nào.", "No body is recorded yet.";
    no_regulations: "Chưa ghi quy chế, quy định nào vào sổ.", "No regulation is in the register yet.";
    nothing: "Không có việc nào cần xem.", "Nothing to look at.";
    all_of_them: "Xem tất cả", "See all";
    more: "và {n} mục khác", "and {n} more";
    units_missing: "{n} trên {all} đơn vị chưa ghi nhận", "{n} of {all} units without a record";
    no_units_below: "chưa có đơn vị trực thuộc trong cây đơn vị", "no unit below it in the tree";
    from_above: "Kế hoạch của cấp trên cần quán triệt", "Plans from above to be made known";
    from_above_lead: "Kế hoạch đang thực hiện của cơ quan cấp trên trực tiếp; đơn vị ghi ngày quán triệt và số người.",
        "Plans that run at the body directly above; the unit records the day and how many were reached.";
    recorded: "đã ghi nhận", "recorded";
    not_recorded: "chưa ghi nhận", "not recorded";
    newest: "Hiện đang ghi", "It now says";
    changed: "Người khác vừa thay đổi. Cạnh mỗi ô khác nhau là nội dung hiện có; ô vẫn giữ nội dung bạn nhập. Lưu lần nữa là lấy nội dung của bạn.",
        "Somebody else has just changed this. Beside each field that differs stands what is there now; the field keeps what you typed. Saving again takes yours.";
    file_hint: "PDF, ảnh PNG hoặc JPEG, Word, Excel, văn bản; tối đa 10 MB.", "PDF, PNG or JPEG, Word, Excel, text; 10 MB at most.";
    file_kept: "Đang giữ:", "Kept now:";
    file_large: "Tệp lớn hơn 10 MB. Hãy gửi bản nhỏ hơn.", "The file is over 10 MB. Please send a smaller one.";
    file_kind: "Không nhận loại tệp này. Gửi PDF, PNG, JPEG, .docx, .xlsx, .txt hoặc .csv.",
        "This kind of file is not taken. Send PDF, PNG, JPEG, .docx, .xlsx, .txt or .csv.";
    whole_number: "Cần một số nguyên từ 0 trở lên.", "A whole number from 0 up is needed.";
    days_order: "Ngày cuối đứng trước ngày đầu. Sửa một trong hai ngày.", "The last day is before the first. Change one of them.";
    copy: "Sao chép", "Copy";
    copied: "Đã sao chép", "Copied";
    copy_heading: "Tin nhắn gửi nhóm", "Message for the chat group";
    col_unit: "Đơn vị", "Unit";
    on_day: "Xem theo ngày", "As of";
    as_of: "Đang xem theo ngày", "As of";
    today: "Về hôm nay", "Back to today";
    from_day: "từ", "from";
    to_day: "đến", "to";
    until_replaced: "đến khi có văn bản thay thế", "until replaced";
    recorded_by: "Người ghi", "Recorded by";
    file: "Tệp", "File";
    open_file: "Mở tệp", "Open the file";
    findings: "Điểm cần xem", "Findings";
    filter: "Lọc", "Filter";
    search: "Tìm", "Find";
    all: "Tất cả", "All";
    empty_filter: "Không có mục nào hợp với điều kiện lọc.", "Nothing fits the filter.";
}
