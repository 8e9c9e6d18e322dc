//! The words of the conditions of a launch.

crate::face::wording::words! {
    heading: "Điều kiện phát động", "Conditions of the launch";
    lead: "Phong trào phải có chủ đề, tên gọi dễ nhớ, tiêu chí hoặc chỉ tiêu cụ thể, phù hợp với đơn vị và đến cơ sở. Điều kiện “dừng” phải xử lý xong mới phát động được; điều kiện “nhắc” do thủ trưởng xem và quyết định.",
        "A movement has a theme, a name easily kept in mind, criteria or targets, fits the unit and reaches the base. What stops has to be mended; what warns is for the head to decide.";
    kept: "Điều kiện phát động, ghi lại khi phát động", "Conditions as they stood at the launch";
    kept_by: "{who} phát động ngày {day}; đã xác nhận {n} điều kiện còn nhắc.", "{who} launched on {day} and confirmed {n} conditions that warned.";
    kept_all: "{who} phát động ngày {day}; mọi điều kiện đều đạt.", "{who} launched on {day}; every condition was met.";
    met: "Đạt", "Met";
    warning: "Nhắc", "Warning";
    stops: "Dừng", "Stops";
    theme: "Có chủ đề", "A theme";
    name: "Tên gọi dễ nhớ", "A name kept in mind";
    criteria: "Có tiêu chí, chỉ tiêu cụ thể", "Criteria or targets";
    fits: "Phù hợp với đơn vị", "Fits the unit";
    base: "Đến cơ sở", "Reaches the base";
    mend_theme: "Sửa chủ đề", "Mend the theme";
    mend_name: "Sửa tên", "Mend the name";
    mend_criteria: "Thêm chỉ tiêu", "Add a target";
    mend_fits: "Đối chiếu với kế hoạch cấp trên", "Match with the plan above";
    mend_link: "Nối với kế hoạch cấp trên", "Link the plan above";
    mend_base: "Thêm nơi nhận", "Add a recipient";
    r_own_theme: "Chủ đề riêng: “{text}”.", "A theme of its own: “{text}”.";
    r_inherited: "Theo chủ đề của cấp trên: “{text}”.", "The upper level's theme: “{text}”.";
    r_finding: "Xem lỗi {text} ở danh sách điểm cần xem.", "See {text} in the list of findings.";
    r_name: "“{text}”.", "“{text}”.";
    r_name_long: "Tên dài {n} từ; tên dễ nhớ không quá 12 từ.", "The name has {n} words; 12 are kept in mind.";
    r_name_common: "“{text}” chưa có năm và chưa có tên riêng để phân biệt.", "“{text}” has neither the year nor a word of its own.";
    r_counted: "{n} chỉ tiêu, {m} chỉ tiêu đo đếm được bằng số.", "{n} targets, {m} of them in figures.";
    r_nothing_measured: "Chưa có chỉ tiêu nào bằng số; tất cả phải do người đánh giá.", "No target has a figure; all are judged by a person.";
    r_not_linked: "Chưa nối với kế hoạch cấp trên nên chưa đối chiếu được; nối kế hoạch nếu có trong hệ thống, hoặc tự đối chiếu trên văn bản.",
        "No plan above is linked, so nothing was compared; link it, or compare on paper.";
    r_taken: "Nhận {n}/{m} chỉ tiêu của kế hoạch cấp trên, {k} chỉ tiêu khác mức và có lý do.", "Takes up {n} of {m} targets of the plan above, {k} of them with another value and a reason.";
    r_nothing_taken: "Chưa nhận chỉ tiêu nào trong {n} chỉ tiêu của kế hoạch cấp trên.", "None of the {n} targets of the plan above is taken up.";
    r_unexplained: "Khác mức của cấp trên mà chưa có lý do: {text}.", "Differs from above without a reason: {text}.";
    r_given: "Đủ {n} chỉ tiêu cấp trên giao.", "All {n} targets given from above are here.";
    r_given_missing: "Cấp trên giao mà kế hoạch chưa có: {text}.", "Given from above and not in the plan: {text}.";
    r_all_named: "Cả {n} đơn vị cấp dưới có tên trong nhiệm vụ hoặc nơi nhận.", "All {n} units below are among duties or recipients.";
    r_not_named: "Chưa có tên trong nhiệm vụ và nơi nhận: {text}.", "Neither among duties nor recipients: {text}.";
    r_nobody_below: "Đơn vị không có đơn vị cấp dưới trong hệ thống.", "No unit stands below.";
    r_nobody_named: "Kế hoạch chưa nêu ai phải làm gì và gửi cho ai.", "Nobody is named who has to do something or receives it.";
    r_recipients: "{n} nơi nhận.", "{n} recipients.";
    more: "và {n} đơn vị, chỉ tiêu khác", "and {n} others";
    confirm: "Tôi đã xem {n} điều kiện còn nhắc và vẫn phát động; tên người phát động được ghi lại.",
        "I have seen the {n} conditions that warn and launch all the same; my name is kept with it.";
    tick_first: "Đánh dấu vào ô này sau khi xem các điều kiện còn nhắc, rồi bấm phát động.", "Look at the conditions that warn, tick this box, then launch.";
    not_confirmed: "Chưa phát động: các điều kiện còn nhắc chưa được xác nhận, hoặc đã thay đổi sau khi mở trang. Xem lại danh sách dưới đây, đánh dấu vào ô xác nhận rồi phát động.",
        "Not launched: the conditions that warn were not confirmed, or have changed since the page was opened. Look at them below, tick the box, then launch.";
}
