//! The words of the register of bottlenecks.

crate::face::wording::words! {
    heading: "Điểm nghẽn, nút thắt", "Bottlenecks";
    lead: "Mọi khó khăn, vướng mắc đều phải có hướng tháo gỡ, người phụ trách và thời hạn. Chưa đủ thì vẫn ghi lại, nhưng hiện rõ là chưa đủ.",
        "Every difficulty has a way out, an owner and a day. What lacks one is kept, and shown as incomplete.";
    add: "Thêm điểm nghẽn", "Add a bottleneck";
    edit: "Sửa", "Correct";
    empty: "Chưa ghi điểm nghẽn nào", "No bottleneck yet";
    empty_reads: "Cơ quan thường trực ghi điểm nghẽn. Gặp khó khăn, báo ở trang “Vấn đề trình lãnh đạo”.", "The standing office keeps this register. Raise a difficulty on the page of problems.";
    empty_says: "Ghi lại khó khăn ngay khi gặp; hướng tháo gỡ có thể bổ sung sau.", "Write a difficulty down when you meet it; the way out can follow.";
    ages: "Tuổi của điểm nghẽn", "Ages";
    col_name: "Điểm nghẽn", "Bottleneck";
    col_field: "Lĩnh vực", "Field";
    col_owner: "Phụ trách", "Owner";
    col_due: "Thời hạn", "Deadline";
    col_age: "Tồn tại", "Age";
    col_state: "Tình trạng", "State";
    field_reform: "Cải cách hành chính", "Administrative reform";
    field_infrastructure: "Đầu tư hạ tầng", "Infrastructure";
    field_site: "Giải phóng mặt bằng", "Site clearance";
    field_other: "Lĩnh vực khác", "Another field";
    state_draft: "Chưa đủ, chưa nhận", "Incomplete, not accepted";
    state_open: "Đang tháo gỡ", "Being removed";
    state_removed: "Đã tháo gỡ", "Removed";
    state_dropped: "Đưa ra khỏi sổ", "Struck off";
    age_days_30: "Dưới 30 ngày", "Under 30 days";
    age_days_90: "30 đến 90 ngày", "30 to 90 days";
    age_year: "Trên 90 ngày", "Over 90 days";
    age_long: "Tồn đọng kéo dài trên 1 năm", "Over a year";
    need_direction: "hướng tháo gỡ", "a direction";
    need_owner: "người phụ trách", "an owner";
    need_day: "thời hạn", "a day";
    missing: "Còn thiếu:", "Missing:";
    late: "quá hạn", "late";
    days_n: "{n} ngày", "{n} days";
    name: "Tên điểm nghẽn", "Name";
    name_hint: "Ngắn gọn, ví dụ: 3 hộ chưa bàn giao đất đường liên thôn.", "Short: three households have not handed over land.";
    field: "Lĩnh vực", "Field";
    place: "Địa điểm", "Place";
    description: "Mô tả khó khăn, vướng mắc", "What is in the way";
    arisen: "Phát sinh từ ngày", "Since";
    arisen_hint: "Để tính thời gian tồn đọng; để trống là hôm nay.", "To know how long it has stood; empty means today.";
    arisen_future: "Ngày phát sinh không thể ở tương lai.", "It cannot have arisen in the future.";
    owner_unit: "Đơn vị phụ trách", "Owner";
    owner_name: "Người phụ trách", "Person";
    direction: "Hướng tháo gỡ", "Way out";
    due: "Tháo gỡ xong trước hoặc trong ngày", "To be removed by";
    task: "Vướng ở nhiệm vụ", "In the way of the task";
    task_none: "— không gắn nhiệm vụ —", "— no task —";
    open_wave: "Mở đợt thi đua ngắn ngày về việc này", "Open a short wave for it";
    waves: "Đợt thi đua tháo gỡ việc này", "Waves that work on it";
    wave: "Đưa vào đợt thi đua", "To be removed in the wave";
    wave_none: "— không gắn đợt —", "— no wave —";
    choose_unit: "— chọn đơn vị —", "— choose a unit —";
    accept: "Nhận vào sổ theo dõi", "Accept";
    remove: "Đã tháo gỡ xong", "It is removed";
    drop: "Đưa ra khỏi sổ", "Strike off";
    reopen: "Phát sinh lại", "It came back";
    note: "Kết quả, lý do", "Result, reason";
    note_hint: "Bắt buộc khi ghi đã tháo gỡ, đưa ra khỏi sổ hoặc phát sinh lại.", "Needed for all but accepting.";
    decide: "Bước tiếp theo", "Next step";
    content: "Nội dung", "Content";
    outcome: "Kết quả", "Result";
    history: "Lịch sử", "History";
    tasks: "Nhiệm vụ để tháo gỡ", "Tasks that remove it";
    new_task: "Giao việc tháo gỡ", "Make it a task";
    raise: "Xin ý kiến lãnh đạo", "Raise to the leadership";
    problems: "Vấn đề đã báo lãnh đạo", "Raised to the leadership";
    kept_by: "Sổ của", "Register of";
    not_said: "chưa ghi", "not said";
    refused_needs: "Chưa nhận được: điểm nghẽn phải có hướng tháo gỡ, người phụ trách và thời hạn; còn thiếu {missing}. Bấm “Sửa” để bổ sung.",
        "Not accepted: it needs a direction, an owner and a day; missing: {missing}. Press “Correct” to complete it.";
    refused_arrow: "Điểm nghẽn đang ở bước khác, không chuyển như vậy được.", "It stands elsewhere; this step is not open.";
    refused_reason: "Cần ghi kết quả hoặc lý do.", "A result or a reason is needed.";
    stays_complete: "Điểm nghẽn đã nhận phải luôn có đủ hướng tháo gỡ, người phụ trách, thời hạn. Còn thiếu:", "An accepted item stays complete. Missing:";
    changed: "Người khác vừa sửa. Điều bạn nhập vẫn còn trong ô; bên dưới ô là bản mới nhất. Chọn rồi lưu lại.",
        "Somebody else has just changed it. What you typed is in the fields, the newest beside them. Choose and save again.";
    changed_step: "Người khác vừa thay đổi điểm nghẽn này. Trang đã hiện tình hình mới nhất; xem lại rồi bấm lần nữa.",
        "Somebody else has just changed it. The page shows the newest; look again and repeat.";
    newest: "Bản mới nhất:", "Newest:";
}
