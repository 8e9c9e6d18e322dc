//! The words of the report by programme.

crate::face::wording::words! {
    heading: "Kết quả theo chương trình, nhiệm vụ trọng tâm, đột phá", "Results by programme, focus task and breakthrough";
    lead: "Mỗi chương trình, nhiệm vụ: nội dung, chỉ tiêu đang ở mức nào, nhiệm vụ xong hay chậm, kết quả bằng lời. Số liệu dẫn về trang của nó.",
        "For each programme: its items, where its targets stand, which tasks are done or late, results in words. Figures lead to their pages.";
    empty: "Chưa có chương trình, nhiệm vụ trọng tâm hay đột phá nào", "No programme, focus task or breakthrough yet";
    empty_says: "Thêm mục loại “Chương trình, nghị quyết”, “Nhiệm vụ trọng tâm” hoặc “Nhiệm vụ đột phá” ở trang Nội dung, rồi gắn chỉ tiêu và nhiệm vụ.",
        "Add items of these kinds under Contents, then link targets and tasks.";
    contents: "Nội dung phong trào", "Contents of the movement";
    to_contents: "Đến trang Nội dung", "To the contents";
    as_csv: "Tải bảng (CSV)", "Table (CSV)";
    targets_n: "{n} chỉ tiêu: {reached} đạt, vượt; {endangered} có nguy cơ, chưa đạt; {silent} chưa có số liệu", "{n} targets: {reached} reached; {endangered} missed or at risk; {silent} without a figure";
    tasks_n: "{n} nhiệm vụ: {done} xong; {late} chậm", "{n} tasks: {done} done; {late} late";
    col_target: "Chỉ tiêu", "Target";
    col_planned: "Kế hoạch", "Planned";
    col_unit: "Đơn vị tính", "Unit";
    col_actual: "Thực hiện", "Actual";
    col_status: "Đánh giá", "Evaluation";
    col_task: "Nhiệm vụ", "Task";
    col_lead: "Chủ trì", "Lead";
    col_due: "Thời hạn", "Due";
    col_standing: "Tình hình", "Standing";
    result: "Kết quả", "Result";
    no_result: "chưa ghi kết quả", "no result written";
    nothing_linked: "Chưa gắn chỉ tiêu, nhiệm vụ nào.", "Neither target nor task is linked.";
    write: "Gắn chỉ tiêu, nhiệm vụ; ghi kết quả", "Link, write the result";
    without: "Không gắn với chương trình, nhiệm vụ nào", "Of no programme";
    kind: "Loại", "Kind";
    name: "Chương trình, nhiệm vụ", "Programme";
    what: "Chỉ tiêu hoặc nhiệm vụ", "Target or task";
    target: "chỉ tiêu", "target";
    task: "nhiệm vụ", "task";
}
