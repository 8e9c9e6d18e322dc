//! The words of what the plans above ask of a unit.

crate::face::wording::words! {
    heading: "Kế hoạch của cấp trên", "Plans of the level above";
    lead: "Những việc các kế hoạch đang thực hiện của cấp trên yêu cầu đơn vị; việc gần hạn nhất đứng trước.",
        "What the running plans of the level above ask of the unit; the nearest deadline comes first.";
    of_issuer: "của {issuer}, {day}", "of {issuer}, {day}";
    for_unit: "Việc của {unit}", "For {unit}";
    fresh: "mới", "new";
    given: "Được giao {n} chỉ tiêu", "{n} targets given";
    given_fresh: "{n} chỉ tiêu mới giao hoặc thay đổi trong 7 ngày qua", "{n} given or changed within 7 days";
    given_none: "Chưa được giao chỉ tiêu riêng", "No target of its own was given";
    known_not: "Quán triệt kế hoạch: chưa ghi", "Made known: not recorded";
    known_done: "Quán triệt kế hoạch: đã ghi ngày {day}", "Made known on {day}";
    register_unopened: "Đăng ký thi đua: cấp trên chưa mở", "Registration: not opened yet";
    register_none: "Đăng ký thi đua: chưa gửi", "Registration: not sent";
    register_draft: "Đăng ký thi đua: đang soạn, chưa gửi", "Registration: a draft, not sent";
    register_sent: "Đăng ký thi đua: đã gửi, chờ duyệt", "Registration: sent, waits for approval";
    register_returned: "Đăng ký thi đua: bị trả lại, cần sửa", "Registration: given back, to be mended";
    register_approved: "Đăng ký thi đua: đã duyệt", "Registration: approved";
    covenant_draft: "Giao ước thi đua: cấp trên đang soạn", "Covenant: being drawn up";
    covenant_unsigned: "Giao ước thi đua: chưa ký", "Covenant: not signed";
    covenant_signed: "Giao ước thi đua: đã ký ngày {day}", "Covenant: signed on {day}";
    own_issued: "Kế hoạch của đơn vị: {number}, {day}", "The unit's plan: {number}, {day}";
    own_issued_late: "Kế hoạch của đơn vị: {number}, {day}, ban hành muộn {n} ngày làm việc",
        "The unit's plan: {number}, {day}, {n} working days late";
    own_draft: "Kế hoạch của đơn vị: còn dự thảo, chưa ban hành", "The unit's plan: a draft";
    own_unlinked: "Gắn kế hoạch {number} của đơn vị với kế hoạch này", "Put the unit's plan {number} under this one";
    own_unlinked_says: "Kế hoạch {number} của đơn vị chưa gắn với kế hoạch này", "The unit's plan {number} is not under this one";
    own_derive: "Xây dựng kế hoạch từ {number}", "Make the unit's plan from {number}";
    own_missing: "Kế hoạch của đơn vị: chưa có; tài khoản vai trò Cơ quan thường trực của đơn vị soạn, thủ trưởng phát động (chưa có tài khoản đó thì nhờ quản trị của cơ quan cấp trên tạo)", "The unit’s plan: none yet; an account of the unit with the role standing office makes it and the head launches it (where there is none, the administrator of the level above adds one)";
    tasks: "{n} việc được giao chưa xong", "{n} tasks given, not finished";
    tasks_late: "{n} việc được giao chưa xong, {late} việc quá hạn", "{n} tasks given, not finished, {late} of them late";
    tasks_fresh: "{n} việc mới giao, chưa nhận", "{n} new, not accepted";
    due_on: "hạn {day}", "due {day}";
    no_number: "kế hoạch chưa có số", "a plan without a number";
    given_heading: "Việc của đơn vị theo kế hoạch {number}", "What plan {number} asks of the unit";
    given_lead: "Chỉ tiêu cấp trên giao cho đơn vị, văn bản giao và các thay đổi. Bấm số dòng để xem câu gốc trong kế hoạch.",
        "Targets given by the level above, the deciding document and what changed. The line leads to the sentence of the plan.";
    given_targets: "Chỉ tiêu được giao", "Targets given";
    unit: "Đơn vị", "Unit";
    to_plan: "Mở kế hoạch", "Open the plan";
    col_target: "Chỉ tiêu", "Target";
    col_value: "Giao cho đơn vị", "Given to the unit";
    col_whole: "Toàn kế hoạch", "Of the whole plan";
    col_document: "Văn bản, ngày", "Document, day";
    as_said: "như kế hoạch", "as the plan says";
    before: "trước đây {value}", "before {value}";
    reason: "Lý do:", "Reason:";
    to_given: "Việc của đơn vị theo kế hoạch này", "What this plan asks of the unit";
}
