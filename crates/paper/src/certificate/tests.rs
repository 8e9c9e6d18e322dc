//! Batches as they come out.

use super::*;

fn one(number: usize) -> Certificate {
    Certificate::default()
        .with(Field::Number, &number.to_string())
        .with(Field::Name, "Nguyễn Thị Ẩn Danh")
        .with(Field::Honorific, "Nữ")
        .with(Field::Title, "Giáo viên")
        .with(Field::Unit, "Trường Tiểu học Minh Họa")
        .with(
            Field::Merit,
            "xuất sắc trong phong trào thi đua yêu nước năm 2022, vận động 12 hộ hiến đất làm đường",
        )
        .with(Field::Decision, "15/QĐ-UBND")
        .with(Field::Day, "7")
        .with(Field::Month, "2")
        .with(Field::Year, "2023")
        .with(Field::Book, "27")
        .with(Field::Signer, "Hồ Xuân Ví Dụ")
        .with(Field::SignerPost, "Chủ tịch")
        .with(Field::SignedFor, "TM. Ủy ban nhân dân")
        .with(Field::Issuer, "Chủ tịch Ủy ban nhân dân xã Minh Họa")
        .with(Field::Place, "Minh Họa")
        .with(Field::Award, "Chiến sĩ thi đua cơ sở")
        .with(Field::Code, "K7M2P-9QXFT")
        .with(Field::Address, "https://thidua.example.vn/verify/K7M2P-9QXFT")
}

#[test]
fn look() {
    for code in Design::shipped_codes() {
        let design = Design::read(Design::shipped_text(code).expect("text")).expect(code);
        let pdf = to_pdf(&design, &[one(1)], Onto::Plain).expect("a file");
        std::fs::write(format!("/tmp/cert-{code}.pdf"), pdf).expect("written");
        let png = to_png(&design, &one(1), Onto::Plain, 1400).expect("a picture");
        std::fs::write(format!("/tmp/cert-{code}.png"), png).expect("written");
    }
}
