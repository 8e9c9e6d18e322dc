//! Filled-in reports. The people, the school and the household are invented.

use super::{AchievementReport, HeldAward, HeldInitiative, Subject};
use crate::forms::Letterhead;
use crate::forms::samples::{commune, day, school, signer};
use crate::forms::words::ILLUSTRATIVE;
use crate::write::document::Signature;

/// An invented teacher.
pub fn example() -> AchievementReport {
    AchievementReport {
        letterhead: school(day(2, 11, 2026), &[]),
        award: "Chiến sĩ thi đua cơ sở".into(),
        period: "năm 2026".into(),
        subject: Subject::Individual {
            name: "Nguyễn Thị Thử".into(),
            born: "05/3/1988".into(),
            home: "Thôn Đông, xã An Bình, tỉnh An Hòa".into(),
            post: "Giáo viên, Tổ trưởng tổ chuyên môn khối 4 - 5".into(),
            education: Some("Đại học sư phạm".into()),
            duties: Some("Giảng dạy lớp 5A; phụ trách chuyên môn khối 4 - 5".into()),
        },
        achievements: Some(
            "Hoàn thành các chỉ tiêu đã đăng ký đầu năm:\n- 100% học sinh lớp 5A hoàn thành chương trình tiểu học;\n- 06 học sinh đạt giải cấp xã.\nTham gia bồi dưỡng 03 giáo viên mới; dự giờ, góp ý 24 tiết dạy.".into(),
        ),
        policies: Some("Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước, nội quy của nhà trường.".into()),
        titles: vec![
            held("2024", "Lao động tiên tiến", "Số 90/QĐ-UBND ngày 15/12/2024 của Chủ tịch Ủy ban nhân dân xã"),
            held("2025", "Hoàn thành xuất sắc nhiệm vụ", "Số 12/QĐ-TH ngày 20/12/2025 của Hiệu trưởng"),
        ],
        commendations: vec![held("2025", "Giấy khen của Chủ tịch Ủy ban nhân dân xã", "Số 118/QĐ-UBND ngày 30/12/2025")],
        initiatives: vec![HeldInitiative {
            year: "2026".into(),
            name: "Sổ tay tự học môn Toán lớp 5".into(),
            recognised: "Cấp cơ sở, Quyết định số 61/QĐ-UBND ngày 10/6/2026".into(),
        }],
        confirmed_by: Some(signer("Hiệu trưởng", "Phạm Thị Mẫu")),
        mark: Some(ILLUSTRATIVE.into()),
    }
}

/// An invented school.
pub fn collective() -> AchievementReport {
    AchievementReport {
        letterhead: Letterhead { number_symbol: Some("45/BC-TH".into()), ..school(day(3, 11, 2026), &[]) },
        award: "Tập thể lao động xuất sắc".into(),
        subject: Subject::Collective {
            name: "Trường Tiểu học An Bình".into(),
            address: "Thôn Trung, xã An Bình, tỉnh An Hòa".into(),
            situation: "28 cán bộ, giáo viên, nhân viên; 18 lớp với 512 học sinh; chi bộ có 16 đảng viên".into(),
            duties: Some("Giáo dục tiểu học trên địa bàn xã".into()),
        },
        achievements: Some("- Duy trì sĩ số 100%; 98,6% học sinh hoàn thành chương trình lớp học;\n- Hoàn thành 12/12 chỉ tiêu giao ước thi đua đã ký với xã;\n- Xây dựng thư viện mở từ nguồn xã hội hóa 85 triệu đồng.".into()),
        titles: vec![held("2025", "Tập thể lao động tiên tiến", "Số 117/QĐ-UBND ngày 30/12/2025 của Chủ tịch Ủy ban nhân dân xã")],
        commendations: Vec::new(),
        initiatives: Vec::new(),
        confirmed_by: Some(by_the_chair()),
        ..example()
    }
}

/// An invented household.
pub fn household() -> AchievementReport {
    AchievementReport {
        letterhead: Letterhead { number_symbol: None, issuer: "Thôn Hai".into(), parent_authority: Some("Ủy ban nhân dân xã An Bình".into()), ..commune("", day(4, 11, 2026), &[]) },
        award: "Giấy khen của Chủ tịch Ủy ban nhân dân xã".into(),
        subject: Subject::Household {
            head: "Lê Văn Cẩn".into(),
            address: "Thôn Hai, xã An Bình, tỉnh An Hòa".into(),
            members: Some(5),
            livelihood: Some("Trồng lúa, chăn nuôi; thu nhập bình quân 5,2 triệu đồng/người/tháng".into()),
        },
        achievements: Some("Tự nguyện hiến 200 m² đất và tháo dỡ 45 m tường rào để mở rộng đường liên thôn; vận động 04 hộ cùng hiến đất.".into()),
        policies: Some("Gia đình chấp hành tốt pháp luật, hương ước; nhiều năm đạt Gia đình văn hóa.".into()),
        titles: vec![held("2025", "Gia đình văn hóa", "Số 104/QĐ-UBND ngày 18/11/2025 của Chủ tịch Ủy ban nhân dân xã")],
        commendations: Vec::new(),
        initiatives: Vec::new(),
        confirmed_by: Some(by_the_chair()),
        ..example()
    }
}

fn held(year: &str, award: &str, decision: &str) -> HeldAward {
    HeldAward { year: year.into(), award: award.into(), decision: decision.into() }
}

fn by_the_chair() -> Signature {
    Signature {
        authority_form: Some("TM. Ủy ban nhân dân".into()), ..signer("Chủ tịch", "Trần Thị Ví Dụ")
    }
}
