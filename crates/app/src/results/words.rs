//! The words of reading reports.

crate::face::wording::words! {
    heading: "Đọc số liệu từ báo cáo", "Read figures from a report";
    lead: "Đưa báo cáo kết quả vào; máy tìm số đạt được của từng chỉ tiêu, người đối chiếu rồi mới ghi.",
        "Bring in a report; the machine finds what was reached for each target, a person compares it, then it is entered.";
    file: "Tệp báo cáo", "Report";
    file_hint: "Word (.docx), PDF, văn bản (.txt, .md) hoặc ảnh quét (PDF, PNG, JPG), không quá 40 MB.", "Word (.docx), PDF, plain text (.txt, .md) or a scan (PDF, PNG, JPG), at most 40 MB.";
    or_paste: "Hoặc dán nội dung báo cáo", "Or paste its text";
    pasted_name: "báo cáo dán vào.txt", "pasted report.txt";
    period: "Kỳ báo cáo", "Period";
    read: "Đọc báo cáo", "Read the report";
    reading: "Đang đọc báo cáo…", "Reading the report…";
    nothing_sent: "Chưa chọn tệp và cũng chưa dán nội dung. Hãy chọn một trong hai.", "Neither a file nor a text was sent. Choose one.";
    review_lead: "Mỗi dòng là một chỉ tiêu và câu của báo cáo trả lời chỉ tiêu ấy. Bỏ chọn dòng sai, sửa số tại chỗ, rồi ghi tất cả một lần.",
        "Each line is a target and the sentence of the report that answers it. Untick what is wrong, mend numbers in place, then enter all at once.";
    col_use: "Ghi", "Enter";
    col_target: "Chỉ tiêu", "Target";
    col_plan: "Kế hoạch", "Plan";
    col_value: "Số đạt được", "Result";
    col_source: "Trong báo cáo", "In the report";
    now: "Đang có:", "Now:";
    planned_differs: "Báo cáo in kế hoạch là {n}", "The report prints the plan as {n}";
    rate_differs: "Báo cáo in {printed} %, tính lại là {computed} %", "The report prints {printed} %, computed it is {computed} %";
    not_yet: "Báo cáo nói chưa có số liệu.", "The report says there is no figure yet.";
    change_needed: "Chỉ tiêu là mức tăng, giảm; báo cáo chỉ in mức đạt.", "The target is a change; the report prints a level.";
    nothing_found: "Không tìm thấy số liệu nào trả lời chỉ tiêu của phong trào này. Hãy kiểm tra có đúng báo cáo không, hoặc nhập từng số ở trang chỉ tiêu.",
        "Nothing in the report answers a target of this movement. Check that it is the right report, or enter figures on the pages of the targets.";
    unanswered: "Chỉ tiêu báo cáo không nhắc đến", "Targets the report does not mention";
    dated: "Ngày của báo cáo", "Date of the report";
    source: "Nguồn ghi kèm số liệu", "Source noted with the figures";
    accept: "Ghi các số đã chọn", "Enter what is ticked";
    reason: "Theo {source}", "After {source}";
    bad_values: "Có số chưa đọc được; các dòng ấy đã được đánh dấu, chưa số nào được ghi.", "Some numbers cannot be read; their lines are marked and nothing was entered.";
    none_chosen: "Chưa chọn dòng nào.", "Nothing is ticked.";
    bad_number: "Không phải là số", "Not a number";
    bad_date: "Ngày của báo cáo không đọc được hoặc ở tương lai. Nhập dạng 15/12/2026.", "The date of the report cannot be read or lies in the future. Type it as 15/12/2026.";
    date_outside: "Ngày của báo cáo không thuộc năm của kế hoạch hoặc quý I năm sau.", "The date of the report is neither in the plan's year nor in the quarter after it.";
    date_far: "Ngày của báo cáo xa ngày cuối kỳ. Kiểm tra lại kỳ và ngày; nếu đúng, đánh dấu ô xác nhận rồi ghi.",
        "The date of the report is far from the end of the period. Check both, and tick the box if they are right.";
    far: "Có số gấp hơn 500 lần kế hoạch, có thể sai đơn vị tính. Kiểm tra lại; nếu đúng, đánh dấu ô xác nhận rồi ghi.",
        "A number is over 500 times its plan; perhaps the unit is wrong. Check it, and tick the box if it is right.";
    far_note: "Gấp hơn 500 lần kế hoạch; xem lại đơn vị tính.", "Over 500 times the plan; look at the unit.";
    sure: "Đã kiểm tra đơn vị tính, kỳ và ngày; các số này đúng", "Units, period and date were checked; they are right";
    source_needed: "Nhập nguồn: số, ký hiệu và cơ quan của báo cáo.", "Type the source: number, symbol and body of the report.";
    original: "Tệp báo cáo gốc", "Original report";
    attained: "Đạt", "Reached";
    cited: "Báo cáo số {symbol}", "Report no. {symbol}";
    cited_of: "Báo cáo số {symbol} của {issuer}", "Report no. {symbol} of {issuer}";
}
