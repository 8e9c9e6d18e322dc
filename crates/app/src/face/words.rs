//! Words that many pages share.

super::wording::words! {
    product: "Thi Đua", "Thi Đua";
    skip: "Đến nội dung chính", "Skip to the content";
    main_menu: "Chính", "Main";
    nav_home: "Trang chính", "Home";
    nav_plans: "Kế hoạch", "Plans";
    nav_movements: "Phong trào", "Movements";
    nav_units: "Cơ quan", "Authorities";
    nav_accounts: "Tài khoản", "Accounts";
    nav_audit: "Nhật ký", "Log";
    crumbs: "Đường dẫn", "Path";
    all_authorities: "Tất cả cơ quan", "All authorities";
    light: "Sáng", "Light";
    dark: "Tối", "Dark";
    automatic: "Theo máy", "As the device";
    vietnamese: "Tiếng Việt", "Tiếng Việt";
    language: "Ngôn ngữ", "Language";
    theme_of_year: "Chủ đề", "Theme";
    theme: "Giao diện", "Appearance";
    sign_out: "Đăng xuất", "Sign out";
    footer: "Phần mềm mở, chạy trên máy của cơ quan", "Open software on the authority's own machine";
    save: "Lưu", "Save";
    cancel: "Thôi", "Cancel";
    edit: "Sửa", "Edit";
    remove: "Bỏ", "Remove";
    add: "Thêm", "Add";
    optional: "(không bắt buộc)", "(optional)";
    choose: "— chọn —", "— choose —";
    none: "—", "—";
    line: "dòng", "line";
    mend: "Cách sửa:", "How to mend:";
    see_line: "Xem dòng", "See line";
    error: "Lỗi", "Error";
    warning: "Nhắc", "Warning";
    notice: "Lưu ý", "Notice";
    sample: "Số liệu minh họa", "Illustrative figures";
    sample_why: "Số thực hiện trên trang này do người làm phần mềm đặt ra để xem thử, không phải kết quả thật của cơ quan nào.",
        "The figures on this page were invented to try the software; they are no authority's real results.";
    done_saved: "Đã lưu.", "Saved.";
    done_undone: "Đã hoàn tác lần sửa gần nhất.", "The last correction was taken back.";
    done_alike: "Đã sửa tất cả các chỗ tương tự.", "All like places were corrected.";
    done_imported: "Đã đọc xong kế hoạch. Đối chiếu từng ý với văn bản gốc trước khi phát động.",
        "The plan was read. Compare each piece with the source before launching.";
    done_known: "Tệp này đã được đưa vào trước đây; đây là bản đang có.", "This file was brought in before; here it is.";
    done_launched: "Đã phát động phong trào.", "The movement is launched.";
    done_figures: "Đã ghi số liệu từ báo cáo.", "The figures of the report are entered.";
    done_figure: "Đã lưu số liệu.", "The figure is saved.";
    done_discarded: "Đã bỏ bản đọc. Tệp gốc và nhật ký vẫn được giữ.", "The draft is gone; the original file and the log stay.";
    done_stepped: "Đã chuyển bước của phong trào.", "The movement has moved on.";
    done_password: "Đã đặt mật khẩu. Mời đăng nhập.", "The password is set. Please sign in.";
    done_signed_out: "Đã đăng xuất.", "You are signed out.";
    role_administrator: "Quản trị hệ thống", "Administrator";
    role_standing_office: "Cơ quan thường trực", "Standing office";
    role_head: "Thủ trưởng", "Head";
    role_reporter: "Người báo cáo số liệu", "Reporter";
    role_viewer: "Người xem", "Viewer";
    status_not_begun: "Chưa bắt đầu", "Not begun";
    status_on_track: "Đúng tiến độ", "On track";
    status_at_risk: "Có nguy cơ", "At risk";
    status_met: "Đạt", "Met";
    status_exceeded: "Vượt", "Exceeded";
    status_missed: "Chưa đạt", "Missed";
    status_needs_person: "Cần người xác nhận", "Needs a person";
    status_none: "Không áp dụng", "Not applicable";
    figure_not_entered: "chưa nhập", "not entered";
    figure_not_assigned: "chưa được giao", "not assigned";
    figure_not_applicable: "không áp dụng", "not applicable";
    attained_yes: "Đạt, giữ được", "Reached, kept";
    attained_partly: "Đạt một phần", "Reached in part";
    attained_no: "Không đạt, không giữ được", "Not reached, lost";
    period: "Kỳ báo cáo", "Period";
    show: "Xem", "Show";
    period_q1: "Quý I", "First quarter";
    period_h1: "6 tháng đầu năm (quý II)", "Half-year (second quarter)";
    period_q3: "9 tháng (quý III)", "Nine months (third quarter)";
    period_y: "Cả năm (quý IV)", "Year (fourth quarter)";
    state_draft: "Dự thảo", "Draft";
    state_issued: "Ban hành", "Issued";
    state_running: "Đang thực hiện", "Running";
    state_preliminary: "Sơ kết", "Preliminary review";
    state_final: "Tổng kết", "Final review";
    state_closed: "Khép lại", "Closed";
    level_central: "Trung ương", "Central";
    level_province: "Tỉnh, thành phố", "Province";
    level_province_department: "Sở, ban, ngành tỉnh", "Department of a province";
    level_district: "Huyện (đến 30/6/2025)", "District (until 30 June 2025)";
    level_commune: "Xã, phường, đặc khu", "Commune, ward";
    level_other: "Cơ quan, đơn vị khác", "Other body";
    must_fill: "Cần nhập ô này.", "Please fill this in.";
    bad_date: "Ngày chưa đúng. Nhập theo thứ tự ngày/tháng/năm, ví dụ 07/3/2022.",
        "Not a date. Type day/month/year, for example 07/3/2022.";
    no_such_day: "Không có ngày này trong lịch.", "There is no such day.";
    year_range: "Năm phải trong khoảng 1930 đến 2100.", "The year has to be between 1930 and 2100.";
    bad_number: "Không phải là số. Viết như trong văn bản: 47,3 hoặc 9.007,4.",
        "Not a number. Write 47,3 or 9.007,4 as in documents.";
    too_many_decimals: "Nhiều nhất bốn chữ số sau dấu phẩy.", "At most four decimals.";
    too_large: "Số quá lớn. Hãy dùng đơn vị lớn hơn, ví dụ tỷ đồng.", "Too large. Use a larger unit.";
    two_readings: "Có hai cách hiểu: {a} hoặc {b}. Hãy viết lại một trong hai số này.",
        "This can be {a} or {b}. Please write one of the two.";
    too_long: "Nội dung dài quá 4.000 ký tự. Rút gọn rồi lưu lại.", "Over 4,000 characters. Make it shorter and save again.";
    bad_choice: "Lựa chọn này không có trong danh sách.", "This choice is not in the list.";
    form_errors: "Chưa lưu được: có ô cần sửa. Những gì đã nhập vẫn còn dưới đây.",
        "Not saved: some fields need mending. What was typed is still here.";
}
