//! The words of units.

crate::face::wording::words! {
    heading: "Cơ quan, đơn vị", "Units";
    lead: "Cây tổ chức theo từng ngày: cơ quan ban hành kế hoạch và các đơn vị bên dưới. Mỗi tài khoản, mỗi kế hoạch thuộc về một đơn vị.",
        "The tree of authorities and units on any day. Every account and every plan belongs to one of them.";
    col_name: "Tên đơn vị", "Name";
    col_kind: "Loại", "Kind";
    col_head: "Người đứng đầu", "Head";
    col_below: "Đơn vị trực thuộc", "Units below";
    col_days: "Thời gian", "Days";
    empty: "Chưa có đơn vị nào", "No unit yet";
    empty_reads: "Quản trị thêm cơ quan, đơn vị; khi có, cây đơn vị hiện ở đây.", "The administrator adds units; the tree then stands here.";
    empty_says: "Thêm cơ quan của mình, các đơn vị trực thuộc, rồi tạo tài khoản cho người làm thi đua.",
        "Add your authority and its units, then accounts for their people.";
    none_below: "Chưa có đơn vị trực thuộc.", "No units below.";
    add: "Thêm cơ quan", "Add an authority";
    add_below: "Thêm đơn vị trực thuộc", "Add a unit below";
    name: "Tên đầy đủ", "Full name";
    name_hint: "Như trên đầu văn bản: Ủy ban nhân dân xã …", "As in the head of documents: Ủy ban nhân dân xã …";
    kind: "Loại đơn vị", "Kind of unit";
    kind_by_name: "— theo tên —", "— by its name —";
    kind_unknown: "Tên này chưa cho biết loại đơn vị. Hãy chọn một loại.", "The name does not tell the kind. Please choose one.";
    head: "Người đứng đầu", "Head";
    head_hint: "Chủ tịch, thủ trưởng, hiệu trưởng, trưởng thôn …; người chịu trách nhiệm về phong trào của đơn vị.",
        "Chairman, director, headmaster, head of the village; who answers for the unit's movement.";
    parent: "Cơ quan cấp trên (nếu không có trên hệ thống)", "Upper body (when it is not in the system)";
    valid_from: "Ngày thành lập", "Founded on";
    valid_to: "Ngày kết thúc", "Ended on";
    days_order: "Ngày kết thúc phải sau ngày thành lập.", "The end has to come after the beginning.";
    known: "Đã có đơn vị cùng tên, cùng loại và cùng cấp trên.", "There is one of this name, kind and upper body.";
    search: "Tìm đơn vị", "Find a unit";
    search_hint: "Gõ có dấu hoặc không dấu, kể cả tên cũ.", "With or without marks; former names too.";
    spreadsheet: "Excel: tải về, tải lên", "Excel in and out";
    find: "Tìm", "Find";
    found_none: "Không có đơn vị nào mang tên này.", "No unit has this name.";
    found_says: "Thử bớt chữ, hoặc gõ không dấu.", "Try fewer words, or type without marks.";
    found_more: "Chỉ hiện 50 kết quả đầu. Gõ thêm chữ để thu hẹp.", "Only the first 50 are shown. Type more to narrow it down.";
    on_day: "Xem theo ngày", "As of";
    as_of: "Như ngày", "As of";
    today: "Về hôm nay", "Back to today";
    not_on_day: "Vào ngày này đơn vị chưa thành lập hoặc đã kết thúc.", "On this day the unit did not exist.";
    path: "Trực thuộc", "Belongs to";
    level: "Cấp ban hành", "Issuing level";
    history: "Quá trình", "History";
    since_ever: "từ trước đến nay", "always";
    before: "Hình thành từ", "Came from";
    after: "Tiếp nối bởi", "Followed by";
    edit: "Sửa thông tin", "Correct";
    edit_says: "Sửa chỗ ghi sai hoặc thay người đứng đầu. Đổi tên, sáp nhập, chia tách, giải thể kể từ một ngày thì ghi ở mục Sắp xếp đơn vị.",
        "For slips and a new head. What changes from a day on – name, merger, division, end – is recorded as a reform.";
    reforms: "Sắp xếp đơn vị", "Reform";
    changed: "Trong lúc đó đã có người sửa đơn vị này. Dưới đây là nội dung mới nhất; xem lại rồi lưu.",
        "Somebody changed this unit meanwhile. Below is the newest state; look and save again.";
    newest: "Hiện đang ghi", "It now says";
    pages: "Trang", "Pages";
    previous: "Trang trước", "Previous";
    next: "Trang sau", "Next";
    plans: "Kế hoạch của đơn vị", "Plans of the unit";
    plans_none: "Chưa có kế hoạch trên hệ thống.", "No plan in the system yet.";
    partner: "phối hợp (đề nghị, không giao)", "partner (asked, not told)";
    from_day: "từ", "from";
    to_day: "đến", "until";
    kind_central: "Cơ quan trung ương", "Central body";
    kind_province: "UBND tỉnh, thành phố", "Province";
    kind_department: "Sở, ban, ngành tỉnh", "Department of a province";
    kind_district: "UBND huyện (đến 30/6/2025)", "District (until 30 June 2025)";
    kind_commune: "UBND xã, phường, đặc khu", "Commune, ward";
    kind_village: "Thôn, làng, tổ dân phố", "Village, hamlet";
    kind_office: "Phòng, ban, văn phòng", "Office inside an authority";
    kind_public_service: "Đơn vị sự nghiệp", "Public service unit";
    kind_school: "Trường học", "School";
    kind_health_station: "Bệnh viện, trạm y tế", "Hospital, health station";
    kind_enterprise: "Doanh nghiệp, hợp tác xã", "Enterprise, cooperative";
    kind_party: "Tổ chức đảng", "Party organisation";
    kind_peoples_council: "Hội đồng nhân dân", "People's council";
    kind_front: "Mặt trận Tổ quốc", "Fatherland Front";
    kind_union: "Đoàn thể, hội", "Union, association";
    kind_armed_forces: "Quân đội, công an", "Armed forces";
    kind_vertical_line: "Cơ quan ngành dọc", "Body of a vertical line";
    kind_other: "Đơn vị khác", "Other body";
    reform_rename: "Đổi tên", "Rename";
    reform_move: "Chuyển cơ quan cấp trên", "Move";
    reform_relevel: "Đổi cấp, đổi loại", "Change level or kind";
    reform_merge: "Sáp nhập", "Merge";
    reform_split: "Chia, tách", "Split";
    reform_abolish: "Giải thể, kết thúc hoạt động", "Abolish";
}
