//! The words of rule packs.

crate::face::wording::words! {
    heading: "Bộ quy định", "Rule packs";
    lead: "Quy định của bộ, ngành, tỉnh đặt chồng lên luật: thêm hoặc chặt hơn, không nới lỏng. Hồ sơ được xét theo bộ có hiệu lực vào ngày nhận.",
        "Rules of a ministry or province on top of the law: more or stricter, never looser. A dossier is judged by the packs of the day of its receipt.";
    none: "Chưa nạp bộ quy định nào", "No pack is loaded";
    none_says: "Mọi hồ sơ đang được xét theo luật và các nghị định có sẵn trong hệ thống. Tải bộ mẫu có chú giải, sửa theo quyết định của tỉnh rồi nạp.",
        "Dossiers are judged by the law alone. Take the commented sample, change it after your own document, and load it.";
    sample: "Tải bộ mẫu có chú giải", "Take the commented sample";
    col_pack: "Bộ quy định", "Pack";
    col_unit: "Cơ quan", "Authority";
    col_days: "Hiệu lực", "Holds";
    col_state: "Tình trạng", "Standing";
    version: "phiên bản", "version";
    holds: "đang áp dụng", "in force";
    to_come: "chưa đến ngày hiệu lực", "to come";
    past: "hết hiệu lực", "past";
    replaced: "đã có phiên bản mới", "replaced";
    withdrawn: "đã thu hồi", "withdrawn";
    load: "Nạp bộ quy định", "Load a pack";
    load_for: "Nạp cho {unit}. Bộ được kiểm tra trước; trước khi nhận, hệ thống liệt kê hồ sơ đang mở sẽ đổi kết quả.",
        "For {unit}. It is checked first; before it is taken you see the open dossiers whose answer would change.";
    text: "Nội dung (TOML)", "Text (TOML)";
    text_hint: "Dán nội dung vào đây, hoặc chọn tệp ở dưới.", "Paste the text here, or choose a file below.";
    file: "Tệp .toml", "File .toml";
    check: "Kiểm tra", "Check";
    not_text: "Tệp không phải văn bản UTF-8; lưu lại dạng .toml, mã UTF-8 rồi nạp lại.",
        "The file is no UTF-8 text; save it as .toml in UTF-8 and load it again.";
    empty_text: "Chưa có nội dung: dán văn bản hoặc chọn tệp.", "There is no text: paste it or choose a file.";
    too_long: "Nội dung dài hơn 256 kB; chia thành nhiều bộ.", "Longer than 256 kB; make several packs of it.";
    version_there: "Phiên bản này của bộ đã được nạp và không sửa được nữa; tăng dòng version trong [pack] rồi nạp lại.",
        "This version is loaded already and never changed; raise the version in [pack] and load it again.";
    problems: "Chưa nạp được: cần sửa {n} điểm", "Not loaded: {n} points to mend";
    problems_says: "Chưa có gì được lưu. Sửa từng điểm trong nội dung ở dưới rồi kiểm tra lại.",
        "Nothing was kept. Mend each point in the text below and check again.";
    place: "Chỗ", "Place";
    effect: "Trước khi áp dụng", "Before it is taken";
    effect_says: "Không có lỗi. Đã xét thử {n} hồ sơ đang mở: {changed} hồ sơ sẽ đổi kết quả.",
        "No fault. {n} open dossiers were tried: {changed} get another answer.";
    effect_more: "Còn nhiều hồ sơ hơn số đã xét thử.", "There are more open dossiers than were tried.";
    col_who: "Người, tập thể, hộ", "Who";
    col_before: "Hiện nay", "Now";
    col_after: "Theo bộ mới", "Under the pack";
    col_why: "Vì", "Because of";
    confirm: "Áp dụng bộ quy định", "Take the pack";
    change_text: "Sửa lại nội dung", "Change the text";
    findings: "Kiểm tra với luật hiện nay", "Checked against the law now";
    findings_none: "Không có điểm nào phải sửa.", "Nothing to mend.";
    findings_some: "Bộ này không còn ghép được với luật và các bộ cấp trên nên đang không được áp dụng; nạp phiên bản đã sửa.",
        "It does not fit the law and the packs above any more and is left out; load a mended version.";
    content: "Nội dung", "Text";
    download: "Tải về", "Download";
    source: "Văn bản", "Document";
    loaded_by: "Người nạp", "Loaded by";
    versions: "Các phiên bản", "Versions";
    judged: "Hồ sơ đã xét theo phiên bản này", "Dossiers judged by this version";
    judged_none: "Chưa có hồ sơ nào được xét theo phiên bản này.", "No dossier was judged by this version.";
    judged_more: "Chỉ hiện 200 hồ sơ đầu.", "The first 200 are shown.";
    withdraw: "Thu hồi", "Withdraw";
    withdraw_says: "Từ lúc thu hồi, hồ sơ không được xét theo phiên bản này nữa; kết quả đã lưu vẫn giữ nguyên.",
        "From then on no dossier is judged by it; answers that are kept stay as they are.";
    reason: "Lý do", "Reason";
    changed: "Người khác vừa thay đổi bộ này; xem lại tình trạng ở trên.", "Somebody changed it meanwhile; see its standing above.";
}
