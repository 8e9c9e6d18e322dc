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
    for_rounds: "Mở đợt xét, lập và thẩm định đề nghị, giữ đúng tỷ lệ.", "Open a round, write and appraise nominations, keep the ratios.";
    for_meetings: "Triệu tập, phát phiếu, kiểm phiếu, in biên bản.", "Call a meeting, hand out and count ballots, print the minutes.";
    for_decisions: "Chuẩn bị, ban hành, hủy bỏ quyết định; hồ sơ trình cấp trên.", "Prepare, issue and revoke decisions; what is sent upward.";
    for_honours: "Ai đã được khen gì, năm nào, theo quyết định nào.", "Who was awarded what, when, by which decision.";
    for_initiatives: "Nộp, chấm, công nhận, nhân rộng sáng kiến.", "Hand in, judge, recognise and spread initiatives.";
    for_planner: "Ai có thể được đề nghị, sớm nhất năm nào, còn thiếu gì.", "Who may be proposed, when at the earliest, and what is lacking.";
    for_statistics: "Ba biểu báo cáo hằng năm, mỗi số dẫn đến danh sách.", "The three yearly forms; each number leads to its list.";
    for_fund: "Thu, chi tiền thưởng theo từng quyết định.", "Money in and out, by decision.";
    for_complaints: "Tiếp nhận, giải quyết đơn về khen thưởng.", "Receive and settle complaints about awards.";
    for_catalogue: "Tiêu chuẩn, hồ sơ, thẩm quyền, tiền thưởng của từng danh hiệu, hình thức.", "Criteria, papers, authority and money of each award.";
    for_packs: "Quy định riêng của tỉnh, ngành chồng lên luật.", "Rules of a province or branch on top of the law.";
    heading: "Khen thưởng", "Commendation";
    lead: "Từ đề nghị đến quyết định: đúng người, đúng việc, đúng quy định của ngày nhận hồ sơ.",
        "From nomination to decision, by the law of the day on which the dossier was received.";
}
