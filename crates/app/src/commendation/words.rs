//! The words around the pages of commendation.

crate::face::wording::words! {
    tabs: "Các trang khen thưởng", "Pages of commendation";
    tab_overview: "Việc khen thưởng", "Overview";
    tab_rounds: "Đợt xét, đề nghị", "Rounds, nominations";
    tab_planner: "Lộ trình", "Looking forward";
    tab_initiatives: "Sáng kiến", "Initiatives";
    tab_statistics: "Thống kê", "Statistics";
    tab_decisions: "Quyết định", "Decisions";
    tab_honours: "Lịch sử", "History";
    tab_fund: "Quỹ", "Fund";
    tab_complaints: "Khiếu nại", "Complaints";
    tab_catalogue: "Danh mục", "Catalogue";
    tab_meetings: "Họp Hội đồng", "Council meetings";
    tab_packs: "Bộ quy định", "Rule packs";
    waits: "Chờ bạn xử lý", "Waits for you";
    nothing_waits: "Không có đề nghị nào chờ bạn.", "No nomination waits for you.";
    and_more: "và {n} đề nghị nữa trong các đợt xét dưới đây", "and {n} more in the rounds below";
    open_rounds: "Đợt xét đang mở", "Open rounds";
    no_open_round: "Không có đợt xét nào đang mở.", "No round is open.";
    until: "hạn gửi", "until";
    nobody_proposed: "chưa có đề nghị", "nobody proposed yet";
    pages: "Các trang", "Pages";
    heading: "Khen thưởng", "Commendation";
    lead: "Từ đề nghị đến quyết định: đúng người, đúng việc, đúng quy định của ngày nhận hồ sơ.",
        "From nomination to decision, by the law of the day on which the dossier was received.";
}
