//! The words around the pages of commendation.

crate::face::wording::words! {
    tabs: "Các trang khen thưởng", "Pages of commendation";
    tab_overview: "Việc khen thưởng", "Overview";
    tab_rounds: "Đợt xét, đề nghị", "Rounds, nominations";
    tab_planner: "Lộ trình", "Looking forward";
    tab_catalogue: "Danh mục", "Catalogue";
    tab_packs: "Bộ quy định", "Rule packs";
    heading: "Khen thưởng", "Commendation";
    lead: "Từ đề nghị đến quyết định: đúng người, đúng việc, đúng quy định của ngày nhận hồ sơ.",
        "From nomination to decision, by the law of the day on which the dossier was received.";
}
