//! Filled-in minutes. The commune, its people and figures are invented.

use super::{CouncilMinutes, ItemRow, Papers};
use crate::forms::Letterhead;
use crate::forms::task_assignment::example::letterhead;
use crate::write::document::{IssueDate, Signature};

/// A meeting of an invented council on three items.
pub fn example() -> CouncilMinutes {
    let secret = "Bỏ phiếu kín; thông qua khi có từ 90% tổng số thành viên Hội đồng đồng ý (Nghị định 91/2017/NĐ-CP \
                  Điều 45 khoản 8; đã xác minh)";
    let open = "Biểu quyết công khai; thông qua khi có trên 50% số thành viên có mặt đồng ý (Quy chế hoạt động của Hội \
                đồng, Điều 7; theo quy chế của Hội đồng, thư ký xác nhận)";
    CouncilMinutes {
        letterhead: Letterhead {
            parent_authority: Some("Ủy ban nhân dân xã An Bình".into()),
            issuer: "Hội đồng Thi đua - Khen thưởng".into(),
            signature: Signature {
                authority_form: None,
                post: "Chủ tịch Hội đồng".into(),
                name: Some("Trần Thị Ví Dụ".into()),
            },
            ..letterhead("BB-HĐTĐKT")
        },
        meeting: "Họp xét khen thưởng năm 2022".into(),
        council: "Hội đồng Thi đua - Khen thưởng xã An Bình".into(),
        place: Some("phòng họp Ủy ban nhân dân xã".into()),
        day: IssueDate { day: 5, month: 12, year: 2022 },
        present: vec![
            "Trần Thị Ví Dụ, Chủ tịch Hội đồng".into(),
            "Lê Văn Mẫu, Thư ký".into(),
            "Nguyễn Văn Mẫu, Ủy viên".into(),
        ],
        absent: Vec::new(),
        written: vec!["Phạm Thị Ví Dụ, Ủy viên".into()],
        members: 4,
        tellers: Some("Kiểm phiếu: Lê Văn Mẫu; Phạm Thị Ví Dụ.".into()),
        discussion: Some("Các thành viên thống nhất đề nghị của các thôn.".into()),
        items: vec![
            ItemRow {
                name: "Nguyễn Thị Mẫu".into(),
                award: "Chiến sĩ thi đua cơ sở".into(),
                rule: secret.into(),
                recused: Vec::new(),
                papers: Some(Papers { issued: 4, returned: 4, valid: 4, invalid: 0 }),
                votes: Some((4, 0)),
                abstaining: None,
                rate: "4/4 (100%)".into(),
                result: "thông qua".into(),
            },
            ItemRow {
                name: "Nguyễn Văn Mẫu".into(),
                award: "Chiến sĩ thi đua cơ sở".into(),
                rule: secret.into(),
                recused: vec!["Nguyễn Văn Mẫu".into()],
                papers: Some(Papers { issued: 3, returned: 3, valid: 2, invalid: 1 }),
                votes: Some((2, 0)),
                abstaining: None,
                rate: "2/4 (50%)".into(),
                result: "không thông qua".into(),
            },
            ItemRow {
                name: "Thôn An Phú".into(),
                award: "Tập thể lao động tiên tiến".into(),
                rule: open.into(),
                recused: Vec::new(),
                papers: None,
                votes: Some((2, 0)),
                abstaining: Some(1),
                rate: "2/4 (50%)".into(),
                result: "thông qua".into(),
            },
        ],
        secretary: Some("Lê Văn Mẫu".into()),
        illustrative: true,
    }
}
