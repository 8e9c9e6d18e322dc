//! The words of Word templates.

crate::face::wording::words! {
    heading: "Mẫu Word của cơ quan", "Word templates";
    lead: "Soạn mẫu bằng Word với các trường; phần mềm điền số liệu đã có, bản in sau đó sửa được trong Word.", "Write templates in Word with fields; what is recorded is filled in, and the document can be edited in Word.";
    no_unit: "Mẫu thuộc một cơ quan cụ thể; đăng nhập bằng tài khoản của cơ quan đó.", "Templates belong to one authority; sign in with an account of it.";
    fields: "Danh sách trường (Excel)", "Fields (Excel)";
    sample: "Dữ liệu mẫu (JSON)", "Sample data (JSON)";
    none: "Chưa có mẫu riêng: văn bản in theo mẫu chuẩn của phần mềm.", "No template of its own: the standard form is printed.";
    in_force: "đang dùng", "in force";
    later: "dùng từ {day}", "from {day}";
    before: "đã thay bằng bản mới", "replaced";
    withdrawn: "đã rút", "withdrawn";
    version: "Bản {n}", "Version {n}";
    col_version: "Bản", "Version";
    col_from: "Dùng từ ngày", "From";
    col_state: "Tình trạng", "State";
    col_by: "Người tải lên", "By";
    add: "Tải mẫu lên", "Upload a template";
    add_says: "Tải danh sách trường, đặt các trường vào mẫu (ví dụ «ho_ten» hoặc {{ ho_ten }}), rồi tải tệp .docx lên. Mẫu có lỗi được trả lại kèm chỗ sai; không mất gì.", "Download the fields, put them into the template («ho_ten» or {{ ho_ten }}) and upload the .docx. A template with mistakes comes back with their places.";
    kind: "Loại văn bản", "Kind of document";
    from: "Dùng từ ngày", "In force from";
    note: "Thay đổi gì", "What changed";
    file: "Tệp mẫu (.docx)", "Template (.docx)";
    file_needed: "Hãy chọn tệp .docx.", "Choose a .docx file.";
    file_large: "Tệp lớn hơn 10 MB. Hãy giảm cỡ ảnh trong mẫu.", "The file is larger than 10 MB. Make its pictures smaller.";
    from_needed: "Ngày bắt đầu dùng, ví dụ 01/01/2026.", "The first day, for example 01/01/2026.";
    from_past: "Loại văn bản này đã có mẫu: bản mới dùng từ hôm nay trở đi, văn bản cũ giữ mẫu của ngày đó.", "There is a template of this kind: a new version begins today or later, older documents keep theirs.";
    upload: "Kiểm tra và lưu", "Check and save";
    problems: "Mẫu còn {n} chỗ phải sửa", "{n} places of the template have to be mended";
    preview: "Xem thử với dữ liệu mẫu", "With sample data";
    preview_says: "Nội dung mẫu sau khi điền dữ liệu mẫu; bảng và cách trình bày xem trong tệp Word.", "The text after filling in; tables and looks are in the Word file.";
    download_filled: "Tải bản Word đã điền mẫu", "Filled sample (Word)";
    download_original: "Tải tệp mẫu", "The template";
    asks: "Các trường mẫu này dùng", "Fields it uses";
    asks_none: "Mẫu này không dùng trường nào.", "It uses no field.";
    withdraw: "Rút bản này", "Withdraw this version";
    withdraw_says: "Văn bản đề ngày từ hôm nay không dùng bản này; văn bản của những ngày trước vẫn in theo bản này.", "Documents dated from today on are not written with it; those of earlier days still are.";
    unfilled: "Mẫu của cơ quan (bản {n}) không điền được: {says} Hãy sửa mẫu, hoặc tải bản theo mẫu chuẩn.", "The template (version {n}) cannot be filled: {says} Mend it, or take the standard form.";
}
