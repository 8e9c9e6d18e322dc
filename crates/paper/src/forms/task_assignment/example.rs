//! A filled-in notice. The commune and its people are invented.

use super::{AssignedTask, TaskAssignment};
use crate::forms::{DocumentReference, Letterhead};
use crate::write::document::{IssueDate, Signature};

/// Two tasks of an invented commune.
pub fn example() -> TaskAssignment {
    TaskAssignment {
        letterhead: letterhead("TB-UBND"),
        plan: Some(plan()),
        unit: None,
        tasks: vec![
            AssignedTask {
                unit: "Thôn An Phú".into(),
                with_units: vec!["Chi hội Nông dân thôn An Phú".into()],
                person: "Trưởng thôn Nguyễn Văn Mẫu".into(),
                work: "Vận động 12 hộ hiến đất mở rộng đường liên thôn".into(),
                responsibility: "Chịu trách nhiệm trước Chủ tịch UBND xã về tiến độ bàn giao".into(),
                deadline: "trước ngày 30/6/2022".into(),
                result: "12/12 hộ ký biên bản bàn giao mặt bằng".into(),
                request: false,
            },
            AssignedTask {
                unit: "Ủy ban Mặt trận Tổ quốc Việt Nam xã An Bình".into(),
                with_units: Vec::new(),
                person: "Chủ tịch Trần Thị Ví Dụ".into(),
                work: "Tuyên truyền, vận động đoàn viên, hội viên hưởng ứng phong trào".into(),
                responsibility: "Chủ trì vận động, thống nhất hành động trong các đoàn thể".into(),
                deadline: "Hàng quý, kỳ đầu chậm nhất ngày 31/3/2022, đến 31/12/2022 (4 kỳ)".into(),
                result: "Báo cáo quý có số hội viên tham gia".into(),
                request: true,
            },
        ],
    }
}

pub(in crate::forms) fn letterhead(symbol: &str) -> Letterhead {
    Letterhead {
        parent_authority: None,
        issuer: "Ủy ban nhân dân xã An Bình".into(),
        number_symbol: None,
        symbol_hint: Some(symbol.into()),
        place: Some("An Bình".into()),
        date: None,
        recipients: vec!["Như trên".into(), "Thường trực Đảng ủy, HĐND xã (để b/c)".into()],
        signature: Signature { authority_form: None, post: "Chủ tịch".into(), name: None },
    }
}

pub(in crate::forms) fn plan() -> DocumentReference {
    DocumentReference {
        number_symbol: Some("34/KH-UBND".into()),
        date: Some(IssueDate { day: 7, month: 2, year: 2022 }),
        issuer: Some("Ủy ban nhân dân xã An Bình".into()),
    }
}
