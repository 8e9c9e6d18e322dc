//! The words of criteria sets.

crate::face::wording::words! {
    heading: "Tiêu chí", "Criteria";
    lead: "Các bộ tiêu chí mà phong trào dùng (“bốn tốt”, “3 dám, 3 hơn, 5 rõ”, …), chấm theo từng tiêu chí cho từng đơn vị.",
        "The sets of criteria of the movement, assessed criterion by criterion for each unit.";
    empty: "Chưa có bộ tiêu chí nào", "No set of criteria yet";
    empty_reads: "Khi cơ quan phát động chọn bộ tiêu chí, bộ tiêu chí hiện ở đây.", "Once the authority chooses a set it stands here.";
    empty_says: "Chọn một bộ được đề xuất hoặc nhập bộ của mình theo văn bản phát động.", "Choose a proposed set or type your own from the document that launches it.";
    proposed: "Được đề xuất từ lời văn của kế hoạch", "Proposed from the words of the plan";
    catalogue: "Các bộ khác", "Other sets";
    own: "Nhập bộ tiêu chí khác", "Type another set";
    use_set: "Xem và xác nhận", "Look and confirm";
    mark_v: "đã đối chiếu văn bản", "verified";
    mark_s: "theo nguồn thứ cấp; cần người xác nhận", "from a secondary source; a person has to confirm";
    mark_u: "chưa đối chiếu văn bản; cần người xác nhận", "not verified; a person has to confirm";
    name: "Tên bộ tiêu chí", "Name of the set";
    source: "Văn bản, căn cứ", "Document it rests on";
    source_hint: "Số, ký hiệu, ngày của văn bản nêu bộ tiêu chí này.", "Number, symbol and date of the document.";
    list: "Các tiêu chí", "Criteria";
    list_count: "tiêu chí", "criteria";
    list_hint: "Mỗi dòng một tiêu chí, nhóm đứng trước dấu hai chấm: “5 rõ: Rõ người”.", "One a line, the group before a colon.";
    list_bad: "Cần ít nhất một tiêu chí, nhiều nhất 60.", "At least one criterion, at most sixty.";
    placeholder: "(nhập theo văn bản phát động)", "(type it from the document)";
    placeholder_left: "Còn dòng chưa nhập nội dung theo văn bản phát động.", "Some lines still wait for the words of the document.";
    confirm: "Tôi đã đối chiếu với văn bản; áp dụng bộ tiêu chí này", "I have compared it with the document; put it in force";
    must_confirm: "Đánh dấu xác nhận đã đối chiếu với văn bản.", "Tick that you compared it with the document.";
    put: "Áp dụng", "Put in force";
    col_unit: "Đơn vị", "Unit";
    col_met: "Đạt", "Met";
    col_partly: "Một phần", "Partly";
    col_not: "Chưa đạt", "Not met";
    col_open: "Chưa chấm", "Open";
    col_whole: "Cả bộ", "Whole set";
    whole_yes: "Đạt cả bộ", "Whole set met";
    whole_no: "Chưa đạt cả bộ", "Not the whole set";
    whole_open: "Chưa chấm xong", "Not finished";
    g_met: "Đạt", "Met";
    g_partly: "Đạt một phần", "Partly met";
    g_not: "Chưa đạt", "Not met";
    not_marked: "— chưa chấm —", "— not marked —";
    evidence: "Minh chứng", "Evidence";
    marks_of: "Chấm tiêu chí: {unit}", "Marks of {unit}";
    by: "{name} chấm, lần {n}", "by {name}, version {n}";
    changed: "Trong lúc đó đã có người chấm tiêu chí này: {now}. Xem lại rồi lưu.", "Somebody marked this meanwhile: {now}. Look and save again.";
}
