//! The words of the register of regulations.

crate::face::wording::words! {
    heading: "Quy chế, quy định về thi đua, khen thưởng", "Regulations on emulation and commendation";
    lead: "Sổ văn bản của cơ quan: bản nào có hiệu lực vào ngày nào, ai đang rà soát, đến hạn khi nào.",
        "The register: which text is in force on which day, what is under review, and by when.";
    empty: "Sổ chưa có quy chế, quy định nào", "No regulation in the register yet";
    empty_says: "Ghi quy chế xét khen thưởng, quy định tiêu chí, hướng dẫn hằng năm … để biết bản đang có hiệu lực và hạn rà soát.",
        "Enter the rules of commendation, the criteria, the yearly guidance, so that the text in force and its review are known.";
    empty_reads: "Cơ quan thường trực ghi quy chế, quy định, hướng dẫn vào sổ này; khi có văn bản, anh chị đọc được ở đây.",
        "The standing office keeps this register; what it enters can be read here.";
    above: "Của cấp trên", "Of the level above";
    above_says: "Văn bản đang có hiệu lực của các cơ quan cấp trên; bấm để đọc các bản và mở tệp.",
        "Texts in force of the bodies above; open one to read it.";
    col_title: "Văn bản về việc", "Subject";
    col_kind: "Loại", "Kind";
    col_in_force: "Bản có hiệu lực", "Text in force";
    col_state: "Rà soát", "Review";
    col_due: "Hạn rà soát", "Review due";
    none_in_force: "không có bản nào", "none";
    amended_by: "được sửa đổi bởi", "amended by";
    overdue: "quá hạn", "overdue";
    kind_statute: "Quy chế", "Statute";
    kind_rule: "Quy định", "Rule";
    kind_guidance: "Hướng dẫn", "Guidance";
    kind_criteria: "Tiêu chí, thang điểm", "Criteria";
    kind_other: "Văn bản khác", "Other";
    state_in_force: "Đang hiệu lực", "In force";
    state_needs_review: "Cần rà soát", "Needs review";
    state_being_amended: "Đang sửa đổi, bổ sung", "Being amended";
    state_ended: "Hết hiệu lực", "Ended";
    way_whole: "Ban hành mới hoặc thay thế toàn bộ", "Whole text: first or replacing";
    way_amends: "Sửa đổi, bổ sung", "Amendment";
    title: "Quy định về việc gì", "Subject";
    title_hint: "Ví dụ: xét khen thưởng của UBND xã; tiêu chí thi đua các thôn.", "For example: commendation by the commune.";
    state: "Tình trạng rà soát", "State of review";
    due: "Hạn rà soát", "Review due";
    note: "Kết quả rà soát, việc cần làm", "What the review found, what is to be done";
    number: "Số, ký hiệu", "Number and symbol";
    dated: "Ngày ban hành", "Date";
    issuer: "Cơ quan ban hành", "Issued by";
    way: "Bản này", "This text";
    from: "Có hiệu lực từ ngày", "In force from";
    from_hint: "Bản thay thế toàn bộ chấm dứt bản trước kể từ ngày này.", "A whole text ends the one before it from this day.";
    to: "Đến hết ngày (nếu văn bản ghi rõ)", "To (where the text says so)";
    changes: "Nội dung sửa đổi", "What it changes";
    file: "Bản chụp hoặc tệp văn bản", "Scan or file of the text";
    add: "Thêm văn bản vào sổ", "Add to the register";
    add_version: "Ghi bản mới hoặc bản sửa đổi", "Record a new text or an amendment";
    edit_version: "Sửa bản đã ghi", "Correct a recorded text";
    correct: "Rà soát và sửa thông tin", "Review and correct";
    versions: "Các bản", "Texts";
    col_days: "Hiệu lực", "In force";
    col_number: "Số, ngày, cơ quan ban hành", "Number, date, issuer";
    col_changes: "Nội dung thay đổi", "What changed";
    in_force_on: "Có hiệu lực", "In force";
    nothing_on: "Không có bản nào có hiệu lực vào ngày này.", "No text is in force on this day.";
    edit: "Sửa bản này", "Correct this one";
    dated_after: "Ngày ban hành đứng sau ngày có hiệu lực. Kiểm tra lại hai ngày.", "The date is after the first day in force. Check the two.";
    show_all: "Tất cả", "All";
    show_due: "Cần xem: quá hạn, cần rà soát, có điểm sai", "To look at: overdue, needing review, with findings";
    f_overlap: "Bản {a} còn ghi hiệu lực đến ngày sau khi bản {b} bắt đầu ({day}): hai bản cùng nhận một khoảng thời gian.",
        "Text {a} still claims days after {b} begins ({day}): both claim the same days.";
    m_overlap: "Mở bản {a}, sửa ngày cuối thành ngày trước {day}; nếu bản {b} chỉ sửa đổi một phần thì chọn “Sửa đổi, bổ sung”.",
        "Open text {a} and set its last day before {day}; or, if {b} only changes a part, mark it as an amendment.";
    f_amends_nothing: "Bản sửa đổi {a} không có bản nào để sửa vào ngày bắt đầu.", "Amendment {a} begins with no text to change.";
    m_amends_nothing: "Ghi bản được sửa đổi vào sổ, hoặc sửa ngày bắt đầu.", "Record the text that it changes, or correct its first day.";
    f_overdue: "Hạn rà soát {day} đã qua.", "The review was due on {day}.";
    m_overdue: "Ghi kết quả rà soát và đặt hạn mới ở mục “Rà soát và sửa thông tin”.", "Write what the review found and set a new day.";
    f_no_day: "Văn bản cần rà soát nhưng chưa có hạn.", "It needs review and no day is set.";
    m_no_day: "Đặt hạn rà soát.", "Set the day.";
    f_nothing: "Văn bản chưa đánh dấu hết hiệu lực, nhưng hôm nay không có bản nào có hiệu lực.", "It is not marked as ended, and no text is in force today.";
    m_nothing: "Ghi bản thay thế, hoặc chuyển sang “Hết hiệu lực”.", "Record the text that replaces it, or mark it as ended.";
}
