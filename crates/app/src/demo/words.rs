//! The words of the demo.

crate::face::wording::words! {
    author: "Dữ liệu minh họa", "Demo data";
    person: "{role} (minh họa)", "{role} (illustrative)";
    loaded: "{issuer}: {n} chỉ tiêu, {b} căn cứ, {f} số liệu minh họa, đã phát động",
        "{issuer}: {n} targets, {b} bases, {f} illustrative figures, launched";
    log_figures: "{n} số liệu", "{n} figures";
    corrected: "sửa tên riêng máy đọc chưa đúng", "misread names corrected";
    stayed_draft: "còn lỗi, giữ ở bước dự thảo", "errors stand, kept as a draft";
    sample_source: "Số liệu minh họa", "Illustrative figure";
    visit_reason: "Theo kế hoạch kiểm tra (minh họa)", "By the plan of the inspection (invented)";
    item_proposed: "Khi kiểm tra, hệ thống chưa có dữ liệu (minh họa)", "There were no data at the time (invented)";
    item_remark: "Đoàn xem sổ và biên bản tại chỗ (minh họa)", "The team looked at registers and minutes (invented)";
    own_says: "báo cáo của đơn vị", "the unit’s report";
    report_source: "Sổ theo dõi của thôn (minh họa)", "The village’s own register (invented)";
    report_difficulties: "Thời tiết mưa nhiều làm chậm tiến độ gieo trồng (minh họa).", "Much rain delayed the sowing (invented).";
    report_remark: "Đề nghị nêu rõ nguyên nhân và đề xuất cách tháo gỡ (minh họa).", "Please name the cause and propose a way out (invented).";
    sample_person: "Cá nhân minh họa {n}", "Invented person {n}";
    sample_collective: "Tập thể minh họa {n}", "Invented collective {n}";
    sample_household: "Hộ gia đình minh họa {n}", "Invented household {n}";
    sample_merit: "Thành tích minh họa", "Invented merit";
    sample_decision: "Minh họa", "Invented";
    sample_honours: "{n} khen thưởng minh họa", "{n} invented awards";
}
