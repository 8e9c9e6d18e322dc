//! A filled-in tally sheet. The council and its people are invented.

use super::{TallyLine, TallySheet};
use crate::forms::Letterhead;
use crate::forms::samples::{COUNCIL, council, day, lines};
use crate::forms::words::ILLUSTRATIVE;

/// The count of a meeting of an invented council.
pub fn example() -> TallySheet {
    let line = |name: &str, award: &str, counts: [u32; 6], rate: &str, result: &str| {
        let [issued, returned, valid, invalid, votes_for, against] = counts;
        TallyLine {
            name: name.into(),
            award: award.into(),
            issued,
            returned,
            valid,
            invalid,
            votes_for,
            against,
            rate: rate.into(),
            result: result.into(),
        }
    };
    TallySheet {
        letterhead: Letterhead {
            number_symbol: None,
            issuer: COUNCIL.into(),
            ..council("", day(12, 11, 2026), &[])
        },
        meeting: "Họp xét thi đua, khen thưởng năm 2026".into(),
        day: day(12, 11, 2026),
        hour: Some("10 giờ 15".into()),
        place: Some("phòng họp số 1, Ủy ban nhân dân xã An Bình".into()),
        members: 9,
        present: 8,
        in_writing: 1,
        head_teller: "Lê Văn Mẫu".into(),
        tellers: lines(&["Phạm Thị Ví Dụ"]),
        items: vec![
            line("Phạm Thị Mẫu", "Chiến sĩ thi đua cơ sở", [9, 9, 9, 0, 9, 0], "9/9 (100%)", "thông qua"),
            line("Nguyễn Văn Mẫu", "Chiến sĩ thi đua cơ sở", [8, 8, 7, 1, 4, 3], "4/9 (44,4%)", "không thông qua"),
        ],
        rule: Some(
            "theo Quy chế hoạt động của Hội đồng, đề nghị được thông qua khi có trên 50% tổng số thành viên đồng ý"
                .into(),
        ),
        mark: Some(ILLUSTRATIVE.into()),
    }
}
