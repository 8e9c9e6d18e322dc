//! An invented class of an invented commune.

use super::{Outcome, Trainee, TrainingAttendance};
use crate::forms::Letterhead;
use crate::write::document::{IssueDate, Signature};

/// An invented class.
pub fn example() -> TrainingAttendance {
    let one = |name: &str, title: &str, unit: &str, outcome| Trainee {
        name: name.into(),
        title: title.into(),
        unit: unit.into(),
        outcome,
    };
    TrainingAttendance {
        letterhead: Letterhead {
            parent_authority: Some("Ủy ban nhân dân huyện An Hòa".into()),
            issuer: "Ủy ban nhân dân xã An Bình".into(),
            number_symbol: None,
            symbol_hint: Some("DS-UBND".into()),
            place: Some("An Bình".into()),
            date: Some(IssueDate { day: 15, month: 4, year: 2022 }),
            recipients: vec!["Lưu: VT".into()],
            signature: Signature { authority_form: None, post: "Người lập danh sách".into(), name: None },
        },
        title: "Tập huấn nghiệp vụ thi đua, khen thưởng năm 2022".into(),
        days: "15/4/2022".into(),
        place: Some("Hội trường Ủy ban nhân dân xã".into()),
        audience: Some("Người làm công tác thi đua, khen thưởng của các thôn, trường học".into()),
        content: Some("Đăng ký thi đua, ký kết giao ước; hồ sơ đề nghị khen thưởng".into()),
        organiser: Some("Văn phòng Ủy ban nhân dân xã".into()),
        trainees: vec![
            one("Nguyễn Văn Ẩn", "Trưởng thôn", "Thôn Một", Some(Outcome::Certificate)),
            one("Trần Thị Bích", "Phó Hiệu trưởng", "Trường Tiểu học An Bình", Some(Outcome::Present)),
            one("Lê Văn Cẩn", "Trưởng thôn", "Thôn Hai", Some(Outcome::Absent)),
            one("Phạm Thị Dung", "Văn thư", "Trạm Y tế xã", None),
        ],
        illustrative: true,
    }
}
