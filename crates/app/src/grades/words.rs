//! Words of year's grades.

crate::face::wording::words! {
    heading: "Xếp loại mức độ hoàn thành nhiệm vụ", "Year's grades";
    lead: "Mức xếp loại hằng năm của đơn vị, tổ chức, cá nhân: tự xếp loại, tập thể đề nghị, có quyết định; kèm các kết quả làm căn cứ.",
        "The year's grade of units, organisations and people: their own word, what the collective proposes, the decision; with the results it rests on.";
    year: "Năm", "Year";
    g_not_completed: "Không hoàn thành nhiệm vụ", "Not completed";
    g_completed: "Hoàn thành nhiệm vụ", "Completed";
    g_good: "Hoàn thành tốt nhiệm vụ", "Completed well";
    g_excellent: "Hoàn thành xuất sắc nhiệm vụ", "Completed with excellence";
    or_better: "{grade} trở lên", "{grade} or better";
    none: "Chưa xếp loại", "No grade yet";
    st_self: "Tự xếp loại", "Own word";
    st_proposed: "Tập thể đề nghị", "Proposed";
    st_decided: "Có quyết định", "Decided";
    n_all: "Đơn vị, cá nhân", "Units and people";
    n_decided: "Đã có quyết định", "Decided";
    n_missing: "Chưa xếp loại", "Without a grade";
    n_good: "Hoàn thành tốt trở lên", "Completed well or better";
    good_units: "{share} % tổng số đơn vị", "{share} % of all units";
    good_people: "{share} % tổng số cá nhân", "{share} % of all people";
    n_excellent: "Xuất sắc", "With excellence";
    excellent_units: "{share} % số đơn vị hoàn thành tốt trở lên", "{share} % of units that completed well or better";
    excellent_people: "{share} % số cá nhân hoàn thành tốt trở lên", "{share} % of people who completed well or better";
    all_units: "Tất cả đơn vị", "All units";
    all_people: "Tất cả cá nhân", "All people";
    law_note: "Mức trần tỷ lệ và tiêu chuẩn của từng mức do quy định về đánh giá, xếp loại đặt ra; ở đây chỉ hiện số, phần mềm không tự quyết định.",
        "Ceilings and what earns each grade are set by the rules on grading; here only the numbers are shown and nothing is decided by the software.";
    groups: "Số lượng theo nhóm", "By group";
    col_group: "Nhóm", "Group";
    col_all: "Tổng số", "All";
    col_share: "Tốt trở lên", "Well or better";
    units: "Đơn vị, tổ chức trực thuộc", "Units and organisations below";
    people: "Cá nhân", "People";
    people_whole: "Đang hiện người của cả đơn vị trực thuộc.", "People of the units below are shown too.";
    people_own: "Chỉ hiện người của chính đơn vị này.", "Only people of the unit itself are shown.";
    only_own: "Chỉ người của đơn vị", "Only those of the unit";
    whole: "Cả đơn vị trực thuộc", "With the units below";
    people_more: "Có trên {n} người; chỉ hiện {n} người đầu. Mở từng đơn vị để xem hết.", "There are more than {n} people; only the first {n} are shown. Open a unit to see them all.";
    col_name: "Họ tên", "Name";
    post: "Chức vụ", "Post";
    col_unit: "Đơn vị", "Unit";
    col_grade: "Mức xếp loại", "Grade";
    col_stage: "Bước", "Stage";
    col_decision: "Quyết định", "Decision";
    col_note: "Ghi chú", "Remark";
    no_units: "Không có đơn vị trực thuộc nào hợp điều kiện.", "No unit below fits.";
    no_people: "Không có người nào hợp điều kiện. Người của đơn vị được thêm ở trang Người, tập thể.", "Nobody fits. People are added on the page People.";
    bar: "Mức", "Grade";
    stage: "Bước", "Stage";
    any: "Tất cả", "All";
    missing: "Chưa có", "None yet";
    grid_units: "Xếp loại nhiều đơn vị", "Grade many units";
    grid_people: "Xếp loại nhiều người", "Grade many people";
    download: "Tải bảng CSV", "Download CSV";
    missing_heading: "Chưa xếp loại", "Without a grade";
    missing_none: "Mọi đơn vị, cá nhân đều đã có mức xếp loại.", "Everybody has a grade.";
    message: "Năm {year}, {unit} còn {n} đơn vị, cá nhân chưa xếp loại: {names}. Đề nghị các đơn vị gửi kết quả tự xếp loại.",
        "For {year}, {n} units and people of {unit} have no grade yet: {names}. Please send the own grades.";
    sheet: "Phiếu kết quả năm {year}", "Result sheet {year}";
    sheet_lead: "Kết quả lấy từ số liệu đang có; mỗi dòng dẫn đến nơi ghi. Khi xếp loại, các dòng này được giữ lại cùng mức xếp loại.",
        "Results from the data as they are now; each line leads to where it stands. When a grade is written these lines are kept with it.";
    now: "Mức hiện tại", "Grade now";
    bases: "Căn cứ", "What it rests on";
    bases_none: "Chưa có kết quả nào của năm này trong hệ thống. Vẫn xếp loại được; ghi căn cứ vào ô “Căn cứ khác”.",
        "There is no result of this year in the system. A grade may still be written; put what it rests on into “Other grounds”.";
    col_what: "Nội dung", "What";
    col_done: "Đạt, đúng hạn", "Reached, in time";
    col_of: "Trên", "Of";
    col_short: "Chưa đạt, muộn, thiếu", "Missed, late, missing";
    b_plan: "Ban hành kế hoạch {name}", "Plan {name} issued";
    b_no_plan: "Chưa ban hành kế hoạch theo kế hoạch {name}", "No plan issued under {name}";
    b_targets: "Chỉ tiêu của kế hoạch {name}", "Targets of plan {name}";
    b_registered: "Nội dung đã đăng ký theo kế hoạch {name}", "What was registered under {name}";
    b_tasks: "Nhiệm vụ được giao có hạn trong năm", "Tasks due in the year";
    b_reports: "Báo cáo kết quả {name}", "Report of {name}";
    b_waves: "Báo cáo đợt thi đua: {name}", "Report on the wave: {name}";
    b_recognitions: "Được biểu dương trong năm", "Recognised in the year";
    b_titles: "Đăng ký danh hiệu: {name}", "Title registered: {name}";
    b_inspections: "Tồn tại qua kiểm tra đã khắc phục: {name}", "Findings of an inspection that are settled: {name}";
    b_verified: "Số liệu đúng như đơn vị báo cáo khi xác minh: {name}", "Values that were verified as reported: {name}";
    inspected: "Kết quả kiểm tra trong năm", "Inspections of the year";
    inspected_none: "Năm này chưa có đoàn kiểm tra nào đến đơn vị.", "No inspection came to the unit in this year.";
    inspected_clean: "Không có tồn tại nào.", "Nothing was found wanting.";
    visited_on: "đoàn đến ngày {day}", "visited on {day}";
    i_findings: "Tồn tại và việc khắc phục", "Findings and their mending";
    i_what: "Tồn tại", "Finding";
    i_severity: "Mức độ", "Severity";
    i_until: "Hạn khắc phục", "To be mended until";
    i_state: "Tình trạng", "State";
    i_task: "nhiệm vụ đã giao", "the task";
    i_values: "Số liệu đã xác minh", "Verified values";
    i_target: "Chỉ tiêu", "Target";
    i_own: "Đơn vị báo cáo", "Reported";
    i_verified: "Xác minh", "Verified";
    i_gap: "Chênh lệch", "Gap";
    i_how: "Cách xác minh", "How";
    b_said: "Căn cứ khác: {name}", "Other grounds: {name}";
    unit_grade: "Mức xếp loại của đơn vị", "Grade of the unit";
    above: "Xếp loại xuất sắc trong khi số liệu còn {n} nội dung chưa đạt, muộn hoặc thiếu. Xem lại căn cứ; người có thẩm quyền quyết định.",
        "Excellence, although the data show {n} things missed, late or missing. Look at the grounds; whoever has the power decides.";
    below: "Xếp loại không hoàn thành trong khi số liệu không có nội dung nào chưa đạt, muộn hoặc thiếu. Xem lại căn cứ; người có thẩm quyền quyết định.",
        "Not completed, although the data show nothing missed, late or missing. Look at the grounds; whoever has the power decides.";
    do_self: "Tự xếp loại", "Say the own grade";
    do_propose: "Đề nghị mức xếp loại", "Propose a grade";
    do_decide: "Ghi quyết định xếp loại", "Record the decision";
    do_change: "Thay bằng quyết định mới", "Replace by a new decision";
    grade: "Mức", "Grade";
    other: "Căn cứ khác: kỷ luật, nhận xét, kết luận của cơ quan khác", "Other grounds: discipline, remarks, conclusions of other bodies";
    other_hint: "Ghi hình thức kỷ luật, kết luận của cơ quan khác nếu có, có số và ngày.", "Conclusions of inspections, discipline if any, with number and day.";
    note: "Ghi chú", "Remark";
    number: "Số quyết định", "Number of the decision";
    number_hint: "Ví dụ: 512/QĐ-SNV", "For example 512/QĐ-SNV";
    dated: "Ngày quyết định", "Day of the decision";
    authority: "Người, cơ quan quyết định", "Who decided";
    authority_hint: "Ví dụ: Giám đốc Sở Nội vụ", "For example the director of the department";
    reason: "Lý do thay quyết định trước", "Why it replaces the earlier decision";
    choose_grade: "Chọn một mức.", "Choose a grade.";
    bad_year: "Năm phải từ 2000 đến 2100.", "The year has to be between 2000 and 2100.";
    future: "Ngày quyết định ở sau hôm nay. Sửa lại ngày.", "The decision lies in the future. Mend its day.";
    r_proposed: "Tập thể đã đề nghị mức xếp loại; muốn đổi thì đề nghị cơ quan thường trực đề nghị lại.", "The collective has proposed already; ask the standing office to propose anew.";
    r_decided: "Đã có quyết định; chỉ thay được bằng một quyết định mới có lý do.", "It is decided; only a new decision with a reason replaces it.";
    r_document: "Quyết định cần đủ số, ngày và người, cơ quan quyết định.", "A decision needs its number, day and authority.";
    r_reason: "Thay quyết định đã có thì ghi lý do.", "Say why an earlier decision is replaced.";
    r_own: "Bạn đã tự xếp loại hoặc đề nghị mức này nên không tự quyết định; người khác trong đơn vị có thẩm quyền quyết định.",
        "You said or proposed this grade and cannot decide it alone; somebody else of the unit who has the power decides.";
    decides_alone: "Bạn đã tự xếp loại hoặc đề nghị mức này. Đơn vị không có người khác có thẩm quyền quyết định nên bạn vẫn ghi được quyết định; việc đó được ghi vào quá trình xếp loại và nhật ký.",
        "You said or proposed this grade. Nobody else of the unit has the power to decide, so you may record the decision; that stands in the history and in the log.";
    decided_alone: "Người ghi quyết định cũng là người đã tự xếp loại hoặc đề nghị; khi đó đơn vị không có người khác có thẩm quyền.",
        "Who recorded the decision had said or proposed the grade; nobody else of the unit had the power then.";
    waits_above: "Mức của đơn vị do thủ trưởng cơ quan cấp trên trực tiếp quyết định.", "The grade of a unit is decided by the head of the body directly above.";
    history: "Quá trình xếp loại", "How it went";
    history_none: "Chưa ai xếp loại năm này.", "Nobody has given a grade for this year.";
    then: "Căn cứ khi đó", "Grounds at that time";
    years: "Xếp loại các năm", "Grades over the years";
    open_sheet: "Phiếu kết quả năm", "Result sheet of the year";
    grid: "Xếp loại nhiều {whom}", "Grade many {whom}";
    grid_lead: "Chọn mức ở những dòng cần ghi, để trống dòng không đổi; một lần lưu ghi tất cả hoặc không ghi dòng nào. Phím Tab sang dòng sau, mũi tên hoặc chữ đầu để chọn.",
        "Choose a grade in the lines to be written and leave the others empty; one saving writes all of them or none. Tab goes to the next line, arrows or the first letter choose.";
    whom_units: "đơn vị", "units";
    whom_people: "người", "people";
    which_stage: "Ghi với tư cách", "Written as";
    unchanged: "— không đổi —", "— unchanged —";
    new_grade: "Mức mới", "New grade";
    save_all: "Lưu tất cả", "Save all";
    nothing_chosen: "Chưa chọn mức ở dòng nào.", "No line has a grade chosen.";
    changed_line: "Người khác vừa ghi: {now}. Lưu lần nữa là lấy mức bạn chọn.", "Somebody else has just written: {now}. Saving again takes yours.";
    grid_none: "Không có ai để xếp loại ở đây.", "There is nobody to grade here.";
    logged: "{year}: {grade} ({stage})", "{year}: {grade} ({stage})";
    logged_more: "Năm {year}, {n} người, đơn vị: {names}", "{year}, {n} people or units: {names}";
    decided_by: "{number} ngày {day}, {authority}", "{number} of {day}, {authority}";
    file: "xep-loai", "grades";
}
