//! The words of authorities.

crate::face::wording::words! {
    heading: "Cơ quan", "Authorities";
    lead: "Cơ quan ban hành kế hoạch trên hệ thống này. Mỗi tài khoản, mỗi kế hoạch thuộc về một cơ quan.",
        "The authorities that issue plans here. Every account and every plan belongs to one of them.";
    col_name: "Tên cơ quan", "Name";
    col_level: "Cấp", "Level";
    col_parent: "Cơ quan cấp trên", "Upper authority";
    empty: "Chưa có cơ quan nào", "No authority yet";
    empty_says: "Thêm cơ quan của mình, rồi tạo tài khoản cho người làm thi đua.", "Add your authority, then accounts for its people.";
    add: "Thêm cơ quan", "Add an authority";
    name: "Tên đầy đủ", "Full name";
    name_hint: "Như trên đầu văn bản: Ủy ban nhân dân xã …", "As in the head of documents: Ủy ban nhân dân xã …";
    level: "Cấp", "Level";
    parent: "Cơ quan cấp trên", "Upper authority";
    known: "Đã có cơ quan cùng tên, cùng cấp và cùng cấp trên.", "There is one of this name, level and upper authority.";
}
