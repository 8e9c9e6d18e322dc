//! A filled-in covenant. The commune, its people and its figures are invented.

use super::{Covenant, Party};
use crate::forms::Letterhead;
use crate::write::document::{IssueDate, Signature};

/// The covenant of an invented commune.
pub fn example() -> Covenant {
    let day = IssueDate { day: 15, month: 3, year: 2022 };
    Covenant {
        letterhead: Letterhead {
            parent_authority: None,
            issuer: "Ủy ban nhân dân xã An Bình".into(),
            number_symbol: None,
            symbol_hint: Some("GUTĐ-UBND".into()),
            place: Some("An Bình".into()),
            date: Some(day),
            recipients: vec!["Các bên ký kết".into(), "Lưu: VT".into()],
            signature: Signature {
                authority_form: None,
                post: "Chủ tịch".into(),
                name: Some("Nguyễn Văn Mẫu".into()),
            },
        },
        title: "Thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022".into(),
        movement: "Phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022".into(),
        place: Some("hội trường Ủy ban nhân dân xã An Bình".into()),
        day: Some(day),
        bases: vec!["Căn cứ Kế hoạch số 34/KH-UBND ngày 07/02/2022 của Ủy ban nhân dân xã An Bình".into()],
        preamble: None,
        parties: parties(),
        common: vec!["Tham gia đầy đủ các đợt thi đua, báo cáo kết quả đúng hạn".into()],
        own: vec![
            ("Thôn Đông".into(), vec!["Diện tích gieo trồng: ≥ 420 ha".into(), "Giao quân: 02 thanh niên".into()]),
            ("Khối trường học".into(), vec!["Tỷ lệ học sinh hoàn thành chương trình: ≥ 99%".into()]),
        ],
        mark: Some(crate::forms::words::ILLUSTRATIVE.into()),
    }
}

pub(in crate::forms) fn parties() -> Vec<Party> {
    let signed = |post: &str, name: Option<&str>| {
        Some(Signature { authority_form: None, post: post.into(), name: name.map(Into::into) })
    };
    let party = |name: &str, members: &[&str], signature| Party {
        name: name.into(),
        members: members.iter().map(|name| (*name).into()).collect(),
        signature,
    };
    vec![
        party("Ủy ban nhân dân xã An Bình", &[], None),
        party("Ủy ban Mặt trận Tổ quốc Việt Nam xã An Bình", &[], signed("Chủ tịch", Some("Lê Thị Ví Dụ"))),
        party("Thôn Đông", &[], signed("Trưởng thôn", Some("Trần Văn Thử"))),
        party(
            "Khối trường học",
            &["Trường Tiểu học An Bình", "Trường Mẫu giáo An Bình"],
            signed("Khối trưởng", None),
        ),
    ]
}
