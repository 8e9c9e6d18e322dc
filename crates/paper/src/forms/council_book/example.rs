//! A filled-in book. The council and its people are invented.

use super::{CouncilBook, DossierLine};
use crate::forms::Letterhead;
use crate::forms::samples::{council, day, signer};
use crate::forms::words::ILLUSTRATIVE;

/// The papers of a meeting of an invented council.
pub fn example() -> CouncilBook {
    let dossier = |texts: [&str; 5], open: Option<&str>, recused: &[&str]| {
        let [name, who, award, merit, rule] = texts.map(String::from);
        let recused = recused.iter().map(|&name| name.into()).collect();
        DossierLine { name, who, award, merit, open: open.map(Into::into), rule, recused }
    };
    CouncilBook {
        letterhead: Letterhead {
            number_symbol: None,
            signature: signer("Thư ký Hội đồng", "Nguyễn Văn Mẫu"),
            ..council("", day(6, 11, 2026), &[])
        },
        meeting: "Họp xét thi đua, khen thưởng năm 2026".into(),
        day: day(12, 11, 2026),
        remarks: Some("Chiến sĩ thi đua cơ sở: đề nghị 02 người trên 20 Lao động tiên tiến (10%).".into()),
        dossiers: vec![
            dossier(
                [
                    "Phạm Thị Mẫu",
                    "Hiệu trưởng, Trường Tiểu học An Bình",
                    "Chiến sĩ thi đua cơ sở",
                    "Hoàn thành xuất sắc nhiệm vụ; sáng kiến cấp cơ sở",
                    "Bỏ phiếu kín",
                ],
                None,
                &[],
            ),
            dossier(
                [
                    "Nguyễn Văn Mẫu",
                    "Chuyên viên, Phòng Văn hóa - Xã hội",
                    "Chiến sĩ thi đua cơ sở",
                    "Hoàn thành xuất sắc nhiệm vụ",
                    "Bỏ phiếu kín",
                ],
                Some("Thiếu quyết định công nhận sáng kiến"),
                &["Nguyễn Văn Mẫu"],
            ),
            dossier(
                [
                    "Hộ ông Lê Văn Cẩn",
                    "Thôn Hai",
                    "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
                    "Hiến 200 m² đất làm đường",
                    "Biểu quyết công khai",
                ],
                None,
                &[],
            ),
        ],
        mark: Some(ILLUSTRATIVE.into()),
    }
}
