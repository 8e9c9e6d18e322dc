//! The words of the official forms.

crate::face::wording::words! {
    heading: "Biểu mẫu", "Forms";
    lead: "{n} biểu mẫu theo thể thức Nghị định 30/2020/NĐ-CP, in từ số liệu đã có trong hệ thống, không phải gõ lại. Bản mẫu điền sẵn dùng người và số liệu minh họa.",
        "{n} official forms, printed from the records that are here; nothing is typed twice. The examples show invented people and figures.";
    tab: "Biểu mẫu", "Forms";
    col_form: "Biểu mẫu", "Form";
    col_needs: "Nội dung", "What it says";
    col_place: "In tại", "Printed from";
    col_examples: "Bản điền mẫu", "Examples";
    pdf: "PDF", "PDF";
    word: "Word", "Word";
    excel: "Excel", "Excel";
    example: "mẫu", "example";
    mark_draft: "DỰ THẢO", "DRAFT";
    mark_sample: "SỐ LIỆU MINH HỌA", "SAMPLE";
    at_plans: "Trang kế hoạch", "The page of a plan";
    at_movements: "Phong trào, thẻ Báo cáo", "A movement, its reports";
    at_final: "Phong trào, báo cáo tổng kết", "A movement, its final report";
    at_reviews: "Phong trào, thẻ Sơ kết, tổng kết", "A movement, its reviews";
    at_assign: "Phong trào, trang giao chỉ tiêu", "A movement, its assignments";
    at_covenants: "Phong trào, bản giao ước", "A movement, a covenant";
    at_registrations: "Phong trào, bản đăng ký thi đua", "A movement, a registration";
    at_waves: "Trang đợt thi đua", "The page of a wave";
    at_tasks: "Phong trào, trang nhiệm vụ", "A movement, its tasks";
    at_training: "Trang lớp tập huấn", "The page of a training";
    at_rounds: "Phong trào, kỳ báo cáo, trang tổng hợp", "A movement, a reporting round, its consolidation";
    at_recognitions: "Phong trào, trang biểu dương", "A movement, a recognition";
    at_inspections: "Trang cuộc kiểm tra", "The page of an inspection";
    at_visits: "Cuộc kiểm tra, trang nơi được kiểm tra", "An inspection, the page of a visit";
    at_nominations: "Đợt xét, trang hồ sơ đề nghị", "A round, the page of a nomination";
    at_award_rounds: "Trang đợt xét khen thưởng", "The page of a round";
    at_meetings: "Trang phiên họp Hội đồng", "The page of a meeting";
    at_ballots: "Phiên họp, trang in phiếu", "A meeting, its ballots";
    at_minutes: "Phiên họp, trang biên bản", "A meeting, its minutes";
    at_decisions: "Trang quyết định", "The page of a decision";
    at_certificates: "Quyết định, trang in giấy khen", "A decision, its certificates";
    at_complaints: "Trang đơn kiến nghị, khiếu nại", "The page of a complaint";
    at_statistics: "Trang thống kê", "The statistics";
}
