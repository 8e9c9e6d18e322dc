//! The words of the command line: Vietnamese first, English second.

/// What is printed.
pub struct Words {
    /// Before our own failures.
    pub our_fault: &'static str,
    /// No file was named, or a folder holds none.
    pub no_file: (&'static str, &'static str),
    /// The file of targets holds none.
    pub bad_targets: (&'static str, &'static str),
    /// A file that should be text.
    pub not_text: (&'static str, &'static str),
    /// A file cannot be opened.
    pub unreadable: (&'static str, &'static str),
    /// The address is taken.
    pub address_taken: (&'static str, &'static str),
    /// The address makes no sense.
    pub bad_address: (&'static str, &'static str),
    /// A public address that is none.
    pub bad_origin: (&'static str, &'static str),
    /// A file for the provider of sign-ins cannot be read.
    pub bad_provider_file: (&'static str, &'static str),
    /// A provider without a name.
    pub provider: &'static str,
    /// The database does not open.
    pub no_database: (&'static str, &'static str),
    /// No such authority.
    pub no_unit: (&'static str, &'static str),
    /// No such movement.
    pub no_movement: (&'static str, &'static str),
    /// The data folder is not there.
    pub no_data: (&'static str, &'static str),
    /// A day that cannot be read.
    pub bad_day: (&'static str, &'static str),
    /// The country's year is written as csv only.
    pub country_is_csv: (&'static str, &'static str),
    /// A workbook needs a movement and a file.
    pub book_needs: (&'static str, &'static str),
    /// Rows of a list were refused.
    pub rows_refused: (&'static str, &'static str),
    /// Figures are put in on the page of their report.
    pub figures_by_page: (&'static str, &'static str),
    /// Awards go out on their page.
    pub awards_by_page: (&'static str, &'static str),
    /// Files of figures were checked: files, rows, rows with something wrong or doubtful.
    pub figures_checked: (&'static str, &'static str),
    /// The ending of a table file is unknown.
    pub table_ending: (&'static str, &'static str),
    /// No such form.
    pub no_form: (&'static str, &'static str),
    /// No such example of a form.
    pub no_example: (&'static str, &'static str),
    /// The ending of the file of a form is none of those it is written as.
    pub form_ending: (&'static str, &'static str),
    /// Where the data of a form start from.
    pub start_from_example: (&'static str, &'static str),
    /// A letter that cannot be printed.
    pub no_glyph: (&'static str, &'static str),
    /// Data of a form that no paper can show.
    pub unprintable: (&'static str, &'static str),
    /// A file cannot be written.
    pub unwritable: (&'static str, &'static str),
    /// The ending of a list for templates is unknown.
    pub list_ending: (&'static str, &'static str),
    /// The list for templates cannot be read.
    pub bad_list: (&'static str, &'static str),
    /// The list for templates holds nothing.
    pub empty_list: (&'static str, &'static str),
    /// Where the list of fields goes.
    pub fields_ending: (&'static str, &'static str),
    /// Nothing is wrong with a template.
    pub template_fine: (&'static str, &'static str),
    /// Before the number of a record.
    pub record: (&'static str, &'static str),
    /// Problems that are not told one by one.
    pub more_refused: (&'static str, &'static str),
    /// An address of a mail server that cannot be read.
    pub bad_mail_server: (&'static str, &'static str),
    /// A sender that is no address.
    pub bad_sender: (&'static str, &'static str),
    /// Nobody gets the digest at this address.
    pub nobody_subscribed: (&'static str, &'static str),
    /// A digest was sent.
    pub digest_sent: &'static str,
    /// A digest was not sent.
    pub digest_failed: &'static str,
    /// A --set that is no field with a text.
    pub bad_set: (&'static str, &'static str),
    /// No design of that name.
    pub no_design: (&'static str, &'static str),
    /// A design that cannot be read.
    pub bad_design: (&'static str, &'static str),
    /// Measures that are not four lengths.
    pub bad_measures: (&'static str, &'static str),
    /// Certificates of another list in the folder.
    pub stray_certificates: (&'static str, &'static str),
    /// Files that were there already.
    pub certificates_kept: &'static str,
    /// A file of authorities that holds no certificate.
    pub no_certificate: (&'static str, &'static str),
    /// No authority is listed.
    pub no_authority: (&'static str, &'static str),
    /// The document has no signature.
    pub no_signature: &'static str,
    /// The first page has no text.
    pub is_scan: &'static str,
    /// What a document says, one label each: number, day, kind and title, issuer, signer, digest.
    pub document_labels: [&'static str; 6],
    /// What is not in the text.
    pub not_found: &'static str,
    /// Before a field that nobody has signed.
    pub waiting_field: &'static str,
    /// Before a signature.
    pub signature: &'static str,
    /// Before who issued a certificate.
    pub issued_by: &'static str,
    /// Before the time of signing.
    pub signed_at: &'static str,
    /// None was due.
    pub digest_none: &'static str,
    /// Brought in.
    pub imported: &'static str,
    /// It was there.
    pub known: &'static str,
    /// Headings of the demo.
    pub demo_folder: &'static str,
    /// Read a plan.
    pub demo_read: &'static str,
    /// Found again.
    pub demo_again: &'static str,
    /// Totals.
    pub demo_done: &'static str,
    /// The sample figures are invented.
    pub demo_sample: &'static str,
    /// Where to look.
    pub address: &'static str,
    /// How to stop.
    pub stop: &'static str,
    /// Sign-ins.
    pub sign_ins: &'static str,
    /// Where they are kept.
    pub sign_ins_file: &'static str,
    /// The first administrator.
    pub first: &'static str,
    /// A plan of the demo that stayed a draft.
    pub demo_draft: &'static str,
    /// Figures whose target was not found.
    pub demo_unmatched: &'static str,
}

/// The words.
pub static WORDS: Words = Words {
    our_fault: "Lỗi của chương trình / internal error",
    no_file: ("Không có tệp nào để đọc.", "There is no file to read."),
    bad_targets: (
        "Tệp chỉ tiêu không đọc được hoặc không có chỉ tiêu nào. Hãy dùng tệp JSON do lệnh “thidua plan read” in ra.",
        "The file of targets cannot be read or holds none. Use the JSON printed by “thidua plan read”.",
    ),
    not_text: (
        "Tệp không phải văn bản UTF-8; lưu lại hồ sơ dưới dạng JSON, mã UTF-8.",
        "The file is not UTF-8 text; save the case as JSON in UTF-8.",
    ),
    unreadable: ("Không mở được tệp", "Cannot open"),
    address_taken: (
        "Địa chỉ đang được chương trình khác dùng. Chọn cổng khác bằng --bind, ví dụ --bind 127.0.0.1:8788",
        "The address is in use by another program. Choose another with --bind, for example --bind 127.0.0.1:8788",
    ),
    bad_address: ("Địa chỉ không hợp lệ. Ví dụ: 127.0.0.1:8787", "Not an address. For example: 127.0.0.1:8787"),
    bad_origin: (
        "Địa chỉ --origin không hợp lệ. Ghi đúng địa chỉ người dùng gõ, có https và không có gì sau tên máy, ví dụ https://thidua.example.vn",
        "--origin is not valid. Give the address that people type, with https and nothing after the host, for example https://thidua.example.vn",
    ),
    bad_provider_file: (
        "Không đọc được tệp mật khẩu hoặc chứng chỉ của hệ thống đăng nhập.",
        "The file with the secret or the certificates of the sign-in provider cannot be read.",
    ),
    provider: "hệ thống đăng nhập của cơ quan",
    no_database: (
        "Không mở được cơ sở dữ liệu. Kiểm tra --database, --data và quyền ghi thư mục dữ liệu.",
        "The database does not open. Check --database, --data and whether the data folder can be written.",
    ),
    no_unit: (
        "Không có cơ quan này. Thêm cơ quan trên trang Cơ quan, hoặc ghi đúng tên đầy đủ.",
        "There is no such authority. Add it on the page Authorities, or give its full name.",
    ),
    no_movement: ("Không có phong trào này.", "There is no such movement."),
    no_data: (
        "Không có thư mục dữ liệu này. Kiểm tra --data hoặc --database.",
        "There is no such data folder. Check --data or --database.",
    ),
    bad_day: ("Ngày không hợp lệ. Viết ngày/tháng/năm, ví dụ 30/6/2022.", "Not a day. Write day/month/year."),
    country_is_csv: (
        "Bảng của cả nước chỉ ghi ra CSV. Hãy thêm --format csv",
        "The year of a country is written as CSV only. Add --format csv",
    ),
    book_needs: (
        "Bảng Excel cần một phong trào và một tệp: --movement MÃ --out TỆP.xlsx",
        "A workbook needs a movement and a file: --movement ID --out FILE.xlsx",
    ),
    rows_refused: (
        "Có dòng không nhận được nên chưa ghi gì từ tệp đó. Sửa các dòng nêu trên rồi chạy lại.",
        "Some rows were refused, so nothing of that file was written. Mend the rows above and run again.",
    ),
    awards_by_page: (
        "Danh sách khen thưởng được tải ở trang Lịch sử khen thưởng.",
        "The list of awards is downloaded on the page of their history.",
    ),
    figures_by_page: (
        "Lệnh này chỉ kiểm tra bảng số liệu (thêm --check). Để nộp, mở trang báo cáo của đơn vị rồi chọn tệp ở đó.",
        "This command only checks workbooks of figures (add --check). To put them in, open the report and choose the file there.",
    ),
    figures_checked: (
        "{files} tệp, {rows} dòng; {told} chỗ cần xem lại.",
        "{files} files, {rows} rows; {told} places to look at.",
    ),
    table_ending: (
        "Tên tệp phải kết thúc bằng .xlsx hoặc .csv.",
        "The name of the file has to end with .xlsx or .csv.",
    ),
    no_form: ("Không có mẫu văn bản này. Chọn một trong các mẫu", "There is no such form. Choose one of"),
    no_example: ("Mẫu văn bản không có ví dụ này. Chọn một trong", "The form has no such example. Choose one of"),
    form_ending: (
        "Đuôi tệp không dùng được với mẫu này. Đặt tên tệp với một trong các đuôi",
        "The form is not written as such a file. End its name with one of",
    ),
    start_from_example: ("Xem dữ liệu mẫu bằng lệnh", "For data to start from use"),
    no_glyph: ("Có ký tự không in được, hãy bỏ hoặc thay", "Letters that cannot be printed; replace them"),
    unprintable: (
        "Dữ liệu không in được: ngày không có trong lịch, dòng không đủ ô như số cột, hoặc số phiếu không hợp lệ. Hãy sửa dữ liệu.",
        "The data cannot be printed: a day that is none, a row without a cell for each column, or a number of copies. Mend the data.",
    ),
    unwritable: ("Không ghi được tệp", "Cannot write the file"),
    list_ending: ("Danh sách phải là tệp .json hoặc .csv.", "The list has to be a .json or .csv file."),
    bad_list: (
        "Không đọc được danh sách. Tệp JSON phải là một danh sách các nhóm trường, ví dụ [{\"ho_ten\": \"…\"}], mã UTF-8",
        "The list cannot be read. A JSON file has to be a list of records, [{\"ho_ten\": \"…\"}], in UTF-8",
    ),
    empty_list: ("Danh sách không có dòng nào.", "The list holds nothing."),
    fields_ending: (
        "Tên tệp phải kết thúc bằng .xlsx (danh sách trường) hoặc .json (dữ liệu mẫu).",
        "The name of the file has to end with .xlsx (list of fields) or .json (sample data).",
    ),
    template_fine: ("Mẫu dùng được. Các trường cần có", "The template can be used. Fields that it asks for"),
    record: ("Bản ghi", "Record"),
    more_refused: ("bản ghi khác cũng không điền được.", "more records could not be filled in."),
    bad_mail_server: (
        "Không đọc được địa chỉ máy chủ thư. Viết như smtp://may-chu:25 hoặc smtps://ten:matkhau@may-chu",
        "Not an address of a mail server. Write smtp://host:25 or smtps://name:password@host",
    ),
    bad_sender: (
        "Địa chỉ gửi không đúng. Viết như thidua@coquan.gov.vn",
        "The sender is no address. Write thidua@office.gov.vn",
    ),
    nobody_subscribed: (
        "Không tài khoản nào đặt nhận bản tin tại địa chỉ này. Đặt tại trang Bản tin điều hành.",
        "No account gets the digest at this address. It is set on the page of the digest.",
    ),
    digest_sent: "đã gửi bản tin / digest sent",
    digest_failed: "không gửi được bản tin / digest not sent",
    bad_set: (
        "Không hiểu --set. Hãy viết dạng --set issuer=\"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …\"; các ô: thidua certificate batch --help.",
        "--set wants FIELD=TEXT; the fields are listed by: thidua certificate batch --help.",
    ),
    no_design: (
        "Không có mẫu “{name}”. Các mẫu có sẵn: {known}; hoặc chỉ đường dẫn đến tệp mẫu của mình.",
        "There is no design “{name}”. Those that come with the product: {known}; or give the path of your own file.",
    ),
    bad_design: (
        "Không đọc được tệp mẫu. Hãy bắt đầu từ một mẫu có sẵn: thidua certificate design giay-khen-a4 > mau.toml",
        "The design cannot be read. Start from one that comes with the product: thidua certificate design giay-khen-a4",
    ),
    bad_measures: (
        "Cần bốn số đo bằng mm, cách nhau bởi dấu phẩy, phần thập phân dùng dấu chấm: --measured 20.5,19.0,20.0,21.5",
        "Four measures in mm are needed: --measured 20.5,19.0,20.0,21.5",
    ),
    stray_certificates: (
        "Thư mục còn {count} giấy khen không thuộc danh sách này ({names} …): in cả thư mục sẽ in thừa. Hãy chọn thư mục trống, hoặc xóa các tệp đó.",
        "The folder has {count} certificates that are not of this list ({names} …): printing the folder would print them too. Take an empty folder, or remove them.",
    ),
    certificates_kept: "{kept} tệp đã có từ lần trước, giữ nguyên",
    no_certificate: (
        "Tệp không chứa chứng thư nào. Cần chứng thư gốc dạng .pem, .crt, .cer hoặc .der",
        "The file holds no certificate. Root certificates are .pem, .crt, .cer or .der",
    ),
    no_authority: (
        "Chưa có danh sách tổ chức chứng thực tin cậy; thêm bằng --trust THƯ-MỤC hoặc --trust TỆP.pem",
        "No authority is listed as trusted; list them with --trust FOLDER or --trust FILE.pem",
    ),
    no_signature: "Không có chữ ký số / no digital signature",
    is_scan: "Bản quét không có chữ: số và ngày phải do người nhập / a scan without text: a person types number and day",
    document_labels: [
        "Số, ký hiệu / number",
        "Ngày / day",
        "Tên văn bản / title",
        "Cơ quan ban hành / issuer",
        "Người ký / signer",
        "SHA-256",
    ],
    not_found: "(không có trong văn bản / not in the text)",
    waiting_field: "Ô chữ ký chưa ký / field not signed yet",
    signature: "Chữ ký / signature",
    issued_by: "chứng thư do / certificate by",
    signed_at: "thời điểm ký (UTC, do máy người ký ghi) / signed at (UTC, by the signer’s machine)",
    digest_none: "không có bản tin nào đến hạn / no digest is due",
    imported: "đã đưa vào / brought in",
    known: "đã có từ trước / was there already",
    demo_folder: "Thư mục dữ liệu",
    demo_read: "Đọc kế hoạch",
    demo_again: "Dữ liệu minh họa đã có từ lần chạy trước / found the data of the last start",
    demo_done: "Xong: {movements} phong trào, {targets} chỉ tiêu, {figures} số liệu minh họa",
    demo_sample: "Số thực hiện là SỐ LIỆU MINH HỌA do người làm phần mềm đặt ra (illustrative figures).",
    address: "Mở trình duyệt tại",
    stop: "Dừng bằng Ctrl-C.",
    sign_ins: "Tài khoản (tạo riêng cho lần cài này)",
    sign_ins_file: "Các tài khoản này được ghi tại",
    first: "Chưa có người quản trị. Vào {address}/set-password, tên đăng nhập “{login}”, mã một lần {code} (7 ngày).\n\
            No administrator yet: open {address}/set-password, login “{login}”, one-time code {code} (7 days).",
    demo_draft: "chưa phát động được, còn lỗi",
    demo_unmatched: "số liệu không khớp chỉ tiêu nào",
};
