//! The words of the other ways into a report: a workbook, a pasted table, a phone.

crate::face::wording::words! {
    heading: "Nhập số liệu bằng Excel", "Figures by Excel";
    lead: "Tải bảng đã điền sẵn chỉ tiêu của đơn vị, điền ở bất cứ đâu rồi nộp lại. Trước khi nhận, xem từng dòng thay đổi gì; nhận xong vẫn rút lại được cả bảng.",
        "Download the unit's own sheet, fill it in anywhere, upload it. You see each row's change before it is taken, and can take the whole upload back.";
    download: "Tải bảng số liệu (.xlsx)", "Download the sheet (.xlsx)";
    download_says: "Không cần điền mã. In được trên giấy A4 ngang.", "No codes to fill in. It prints on A4 landscape.";
    upload: "Nộp bảng đã điền", "Upload the filled sheet";
    upload_says: "Tệp .xlsx hoặc .csv. Đổi thứ tự dòng, cột hay thêm dòng cộng đều được; bảng tự lập cũng đọc được nếu có cột “Chỉ tiêu” và “Thực hiện”.",
        "A .xlsx or .csv file. Moved rows or columns and sums are fine; a table of your own is read too if it has the columns “Chỉ tiêu” and “Thực hiện”.";
    file: "Tệp", "File";
    reading: "Đang đọc bảng…", "Reading…";
    paste: "Dán bảng từ Excel", "Paste a table from Excel";
    paste_says: "Chọn vùng ô trong Excel, chép (Ctrl+C) rồi dán vào đây. Nên chép cả dòng tiêu đề.",
        "Select cells in Excel, copy them (Ctrl+C) and paste them here, best with their headings.";
    read_pasted: "Đọc bảng vừa dán", "Read what was pasted";
    pasted_name: "Bảng dán trực tiếp", "Pasted table";
    nothing_sent: "Chọn một tệp .xlsx, .csv hoặc dán bảng vào ô bên dưới.", "Choose a .xlsx or .csv file, or paste a table below.";
    not_taken: "Không nhận được tệp này, chưa có gì được ghi:", "This file cannot be taken; nothing was written:";
    recent: "Các bảng đã nộp", "Uploads";
    recent_none: "Chưa có bảng nào.", "None yet.";
    state_open: "đang xem, chưa nhận", "being looked at";
    state_done: "đã nhận vào báo cáo", "taken over";
    state_undone: "đã rút lại", "taken back";
    state_dropped: "đã bỏ", "dropped";
    back: "Về báo cáo", "Back to the report";

    review: "Xem từng dòng trước khi nhận", "Row by row before it is taken";
    count_new: "Nhập mới", "New";
    count_changed: "Thay đổi", "Changed";
    count_same: "Không đổi", "Unchanged";
    count_blank: "Để trống", "Left empty";
    count_ask: "Cần xác nhận", "To confirm";
    count_refused: "Cần sửa", "To mend";
    findings: "Lưu ý về tệp", "About the file";
    col_take: "Nhận", "Take";
    col_row: "Dòng", "Row";
    col_target: "Chỉ tiêu", "Target";
    col_old: "Đang có", "There now";
    col_new: "Trong bảng", "In the sheet";
    col_says: "Lưu ý", "To know";
    take_row: "Nhận dòng {n}", "Take row {n}";
    says_new: "nhập mới", "new";
    says_changed: "thay đổi", "changed";
    says_same: "không đổi", "unchanged";
    says_conflict: "có người vừa sửa", "changed meanwhile";
    says_refused: "cần sửa", "to mend";
    says_no_line: "không rõ chỉ tiêu", "no such line";
    conflict_says: "Sau khi tải bảng về, dòng này đã được sửa thành {now} (lúc tải là {then}). Đánh dấu để lấy theo bảng.",
        "After the sheet was downloaded this row became {now} (it was {then}). Tick it to take the sheet's.";
    written_in: "Bảng ghi: “{name}”", "The sheet says “{name}”";
    choose_line: "Là chỉ tiêu nào?", "Which line is it?";
    choose: "— chọn chỉ tiêu —", "— choose —";
    value: "Số liệu", "Figure";
    dated: "Ngày số liệu", "Day";
    source: "Nguồn, văn bản", "Source";
    note: "Ghi chú, lý do", "Note, reason";
    numerator: "Tử số", "Numerator";
    denominator: "Mẫu số", "Denominator";
    common: "Cho các dòng chưa ghi", "For rows without their own";
    common_says: "Số liệu cần có ngày và nguồn. Ghi ở đây để dùng cho mọi dòng còn trống.",
        "Figures need a day and a source; those given here hold for every row without its own.";
    take_over: "Nhận các dòng đã đánh dấu", "Take the ticked rows over";
    take_over_says: "Nhận một lần: hoặc nhận hết các dòng đã đánh dấu, hoặc không ghi gì. Dòng để trống và dòng không đánh dấu giữ nguyên số đang có.",
        "All ticked rows at once, or nothing. Empty rows and rows not ticked stay as they are.";
    save: "Lưu các chỗ đã sửa", "Save what was mended";
    nothing: "Bảng này không thay đổi gì so với báo cáo.", "This sheet changes nothing.";
    none_ticked: "Chưa đánh dấu dòng nào để nhận.", "No row is ticked.";
    still_wrong: "Các dòng đánh dấu sau còn phải sửa: {rows}.", "These ticked rows have to be mended first: {rows}.";
    changed_meanwhile: "Báo cáo vừa có người sửa. Cột “Đang có” đã cập nhật; xem lại các dòng rồi nhận.",
        "Somebody has just changed the report. The column “There now” is up to date; look again, then take the rows over.";
    discard: "Bỏ bảng này", "Drop this upload";
    undo: "Rút lại cả bảng", "Take the whole upload back";
    undo_says: "Đưa mọi chỉ tiêu về như trước khi nhận bảng này. Lịch sử vẫn giữ các số đã nhận.",
        "Every line goes back to what it was. The history keeps what was taken over.";
    undo_hindered: "Chưa rút được: các chỉ tiêu sau đã được sửa tiếp sau khi nhận bảng. Sửa từng chỉ tiêu nếu cần:",
        "Not taken back: these lines were changed since. Correct them one by one:";
    undo_reason: "Rút lại bảng {file}", "Took back {file}";
    by_file: "Theo bảng {file}", "By {file}";
    row_of_file: "Dòng {n}", "Row {n}";
    done_says: "Đã nhận {n} dòng của bảng này vào báo cáo.", "{n} rows of this sheet were taken over.";
    closed_says: "Báo cáo đã gửi hoặc đã khóa nên chưa nhận hay rút được bảng.", "The report is sent or locked; nothing can be taken over or back.";
    signed_ours: "Bảng tải về từ đây, chữ ký còn nguyên.", "Downloaded from here, its signature intact.";

    asked_at_least: "từ {v} trở lên", "{v} or more";
    asked_more: "trên {v}", "more than {v}";
    asked_at_most: "không quá {v}", "at most {v}";
    asked_less: "dưới {v}", "less than {v}";
    asked_between: "từ {v} đến {w}", "{v} to {w}";
    asked_about: "khoảng {v}", "about {v}";
    asked_rise: "tăng {v}", "a rise of {v}";
    asked_fall: "giảm {v}", "a fall of {v}";
    asked_rise_any: "tăng", "a rise";
    asked_fall_any: "giảm", "a fall";
    asked_keep: "giữ vững", "kept";
    asked_none: "không để xảy ra", "none";
    asked_quality: "đạt", "reached";
    asked_assigned: "theo mức cấp trên giao", "as assigned from above";

    one_by_one: "Nhập từng chỉ tiêu", "One target at a time";
    of_all: "Chỉ tiêu {n}/{all}", "Target {n} of {all}";
    left: "Còn {n} chỉ tiêu chưa nhập", "{n} targets not entered";
    plan: "Kế hoạch", "Plan";
    before: "Kỳ trước", "Period before";
    cumulative: "Số lũy kế từ đầu năm", "Added up since January";
    save_next: "Lưu, sang chỉ tiêu sau", "Save, next";
    skip_next: "Bỏ qua, sang chỉ tiêu sau", "Skip";
    previous: "Chỉ tiêu trước", "Previous";
    all_entered: "Xem lại và gửi báo cáo", "Look over and send the report";
    no_targets: "Báo cáo này không có chỉ tiêu nào cần nhập.", "This report asks for no figures.";
    basis: "Ngày và nguồn", "Day and source";
    like_before: "Lấy theo chỉ tiêu vừa nhập", "Taken from the line before";
}
