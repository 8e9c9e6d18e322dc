//! The words of reports.

crate::face::wording::words! {
    heading: "Báo cáo tổng kết", "Final report";
    lead: "Lập từ số liệu đã nhập. Bấm vào một con số để xem nguồn; tải bản Word để chỉnh sửa trước khi ký.",
        "Made from the figures entered. Click a number to see its source; take the Word file to edit it before signing.";
    word: "Tải bản Word", "Word";
    pdf: "Tải bản PDF", "PDF";
    motto_state: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    motto_words: "Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc";
    part_one: "I. Công tác tổ chức, phát động", "I. Organisation and launch";
    part_two: "II. Kết quả thực hiện các chỉ tiêu", "II. Results";
    part_three: "III. Các phong trào, cuộc vận động", "III. Movements and campaigns";
    part_four: "IV. Nội dung còn thiếu", "IV. What is missing";
    part_five: "V. Khó khăn, bài học kinh nghiệm", "V. Difficulties and lessons";
    part_six: "VI. Phương hướng", "VI. Directions";
    plan: "Kế hoạch", "Plan";
    theme: "Chủ đề", "Theme";
    theme_by: "theo", "by";
    summary: "Tính đến hết {period}, trong {n} chỉ tiêu:", "At the end of {period}, of {n} targets:";
    period_q1: "quý I năm {year}", "the first quarter of {year}";
    period_h1: "6 tháng đầu năm {year}", "the first half of {year}";
    period_q3: "9 tháng năm {year}", "the first nine months of {year}";
    period_y: "năm {year}", "{year}";
    no_figure: "chưa có số liệu", "without a figure";
    not_applicable: "không áp dụng", "not applicable";
    results_of: "Kết quả thực hiện {movement}", "Results of: {movement}";
    launch_prefix: "Phát động ", "Phát động ";
    col_no: "TT", "No.";
    no_result: "Chưa ghi kết quả", "No result written";
    nothing_missing: "Không còn nội dung nào thiếu.", "Nothing is missing.";
    missing_no_figure: "Chưa có số liệu", "No figure";
    missing_not_assigned: "Cấp trên chưa giao", "Not assigned";
    missing_to_confirm: "Cần người xác nhận", "Needs a person";
    missing_lessons: "Chưa nhập khó khăn, bài học kinh nghiệm", "Lessons are not written yet";
    missing_results: "Chưa ghi kết quả của {n} phong trào, cuộc vận động kèm theo", "{n} attached movements have no result yet";
    write_them: "Nhập tại trang phong trào", "Write them on the movement's page";
    attached_kind: "Phong trào, cuộc vận động", "Movement, campaign";
    launched_by: "Phong trào được phát động theo {plan} với {n} chỉ tiêu và {m} phong trào, cuộc vận động kèm theo.",
        "Launched under {plan} with {n} targets and {m} attached movements.";
    symbol: "BC", "BC";
    basis_plan: "Kế hoạch", "Plan";
    basis_number: "số {number}", "no. {number}";
    basis_day: "ngày {day}", "of {day}";
    basis_issuer: "của {issuer}", "by {issuer}";
    symbol_committee: "UBND", "UBND";
    symbol_unknown: "…", "…";
    recipients_above: "Như trên", "As above";
    recipients_kept: "Lưu: VT", "Files";
    head_of_committee: "Chủ tịch", "Chair";
    head_of_unit: "Thủ trưởng đơn vị", "Head of the unit";
    file_name: "bao-cao-tong-ket", "bao-cao-tong-ket";
}
