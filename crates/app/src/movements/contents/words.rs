//! The words of contents, facts and national movements.

crate::face::wording::words! {
    heading: "Nội dung phong trào", "Contents of the movement";
    lead: "Mục đích, nội dung theo lĩnh vực, nhiệm vụ trọng tâm, đột phá, chương trình và tồn tại năm trước; mỗi mục dẫn về dòng của kế hoạch và các chỉ tiêu của nó.",
        "Purposes, fields, focus tasks, breakthroughs, programmes and last year's shortcomings, each leading to its line and its targets.";
    empty: "Chưa có mục nào", "Nothing here yet";
    empty_reads: "Khi cơ quan phát động ghi nội dung, chương trình, các mục hiện ở đây.", "Once the authority enters contents they stand here.";
    empty_says: "Lấy các mục từ kế hoạch rồi sửa, hoặc thêm từng mục.", "Take the items from the plan and mend them, or add your own.";
    log_items: "{n} mục", "{n} items";
    propose: "Lấy từ kế hoạch", "Take from the plan";
    add: "Thêm mục", "Add an item";
    edit: "Sửa mục", "Change the item";
    kind: "Loại", "Kind";
    field: "Lĩnh vực", "Field";
    text: "Nội dung", "Text";
    answer: "Đã giải quyết, kết quả", "What was done, result";
    answer_hint: "Với tồn tại năm trước: đã khắc phục thế nào. Để trống nếu chưa.", "For last year's shortcomings: how it was mended. Empty if not yet.";
    targets: "Chỉ tiêu thuộc mục này", "Targets of this item";
    text_hint: "Dòng đầu là tên; mỗi dòng sau là một nội dung của chương trình, nhiệm vụ.", "The first line is the name; every further line is an item of the programme or task.";
    tasks: "Nhiệm vụ thực hiện mục này", "Tasks that carry it out";
    tasks_n: "nhiệm vụ", "tasks";
    by_programme: "Kết quả theo chương trình, nhiệm vụ trọng tâm", "Results by programme";
    no_targets: "chưa gắn chỉ tiêu", "no target yet";
    open: "chưa giải quyết", "open";
    changed: "Trong lúc đó đã có người sửa mục này. Nội dung mới nhất: {now}. Xem lại rồi lưu.",
        "Somebody changed this item meanwhile. It now says: {now}. Look and save again.";
    not_launched: "Phong trào chưa được phát động. Phát động kế hoạch trước, rồi ghi các mục này.",
        "The movement is not launched yet. Launch the plan first.";
    k_purpose: "Mục đích, yêu cầu", "Purposes and requirements";
    k_area: "Nội dung thi đua", "Content areas";
    k_focus: "Nhiệm vụ trọng tâm", "Focus tasks";
    k_breakthrough: "Nhiệm vụ đột phá", "Breakthroughs";
    k_programme: "Chương trình, nghị quyết", "Programmes and resolutions";
    k_carried: "Tồn tại, hạn chế năm trước", "Shortcomings of last year";
    f_economy: "Kinh tế, hạ tầng, nông thôn mới", "Economy, infrastructure";
    f_society: "Văn hóa - xã hội", "Culture and society";
    f_health: "Y tế", "Health";
    f_education: "Giáo dục", "Education";
    f_security: "Quốc phòng, an ninh", "Defence and security";
    f_reform: "Cải cách, chuyển đổi số", "Reform, digital";
    f_politics: "Xây dựng Đảng, chính quyền", "Party and government building";
    f_emulation: "Công tác thi đua, khen thưởng", "Emulation work";
    f_other: "Khác", "Other";
    carry: "Mang sang từ năm trước", "Carry over from last year";
    carry_says: "Chỉ tiêu chưa đạt, khó khăn, bài học và phương hướng của phong trào năm {year}; đánh dấu mục cần khắc phục năm nay.",
        "Unmet targets, difficulties, lessons and directions of {year}; tick what has to be mended this year.";
    carry_do: "Mang sang các mục đã chọn", "Carry the ticked items";
    carry_target: "Chỉ tiêu chưa đạt: {name} ({status}; {value})", "Unmet target: {name} ({status}; {value})";
    carry_value: "số cuối: {value}", "last figure: {value}";
    carry_no_value: "chưa có số liệu", "no figure";
    carry_left: "đã chọn khi tổng kết năm trước", "chosen when last year was summed up";
    carry_difficulty: "Khó khăn, hạn chế: {text}", "Difficulties: {text}";
    carry_lesson: "Bài học: {text}", "Lessons: {text}";
    carry_direction: "Phương hướng: {text}", "Directions: {text}";
    attached: "Các phong trào, cuộc vận động cùng thực hiện", "Movements and campaigns carried out with it";
    col_name: "Phong trào", "Movement";
    col_kind: "Loại", "Kind";
    col_national: "Thuộc phong trào toàn quốc", "National movement";
    col_years: "Giai đoạn", "Period";
    col_result: "Kết quả", "Result";
    proposed: "phần mềm gợi ý", "proposed";
    for_form: "chưa có kết quả", "no result yet";
    facts: "Thông tin phong trào", "Facts of the movement";
    facts_lead: "Loại, giai đoạn và phong trào toàn quốc mà tên địa phương này thuộc về. Thống kê gộp theo phong trào toàn quốc.",
        "Kind, period and the national movement that this local name carries out; statistics group by the latter.";
    years_from: "Từ năm", "From year";
    years_to: "Đến năm", "To year";
    years_bad: "Năm phải từ 1990 đến 2100; năm đầu không sau năm cuối.", "Years lie between 1990 and 2100, the first not after the last.";
    launched_by: "Cấp phát động", "Launched by";
    focus: "Nhằm vào việc khó, cấp bách, tồn đọng", "Aims at hard, urgent or weak points";
    national_none: "— không thuộc phong trào toàn quốc nào —", "— none —";
    mk_regular: "Thường xuyên", "Regular";
    mk_by_wave: "Theo đợt", "By wave";
    mk_thematic: "Theo chuyên đề", "Thematic";
    mk_special: "Đặc biệt", "Special";
    mk_peak: "Cao điểm", "Peak";
    mk_short_term: "Ngắn hạn", "Short-term";
    mk_sector: "Theo ngành, lĩnh vực", "Sector";
    mk_campaign: "Cuộc vận động", "Campaign";
    mk_study: "Học tập và làm theo, xây dựng Đảng", "Study and follow";
    by_national: "Theo phong trào toàn quốc", "By national movement";
    by_national_lead: "Mỗi phong trào toàn quốc đang được các đơn vị thực hiện dưới những tên nào, đến bước nào, đã có kết quả chưa.",
        "Under which names units carry out each national movement, where they stand, and whether there is a result.";
    by_national_empty: "Chưa có phong trào nào.", "No movement yet.";
    without: "Không thuộc phong trào toàn quốc", "Of no national movement";
    all_kinds: "Mọi loại", "All kinds";
    filter: "Lọc theo loại", "Filter by kind";
    count: "{n} tên gọi, {units} đơn vị; {results} đã có kết quả", "{n} names, {units} units; {results} with a result";
}
