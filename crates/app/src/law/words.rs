//! How sure an entry of the law is, in words.

crate::face::wording::words! {
    unverified: "cần người xác nhận", "a person has to confirm";
    secondary: "theo nguồn thứ cấp, cần đối chiếu", "from a secondary source, to be compared";
    nothing: "Chưa đọc được bộ quy định về thi đua, khen thưởng.", "The rules of the law could not be read.";
    applies: "{name}; văn bản có hiệu lực ngày {day}: {numbers}", "{name}; in force on {day}: {numbers}";
    label: "Quy định áp dụng", "Law that applies";
}
