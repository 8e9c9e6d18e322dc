//! A filled-in launch plan. The commune and its figures are invented.

use super::{ActorObligations, LaunchPlan, PlannedLine, PlannedTargets, Wave};
use crate::forms::{Letterhead, Theme, samples};
use crate::write::document::{IssueDate, Signature};

/// The plan of an invented commune.
pub fn example() -> LaunchPlan {
    LaunchPlan {
        letterhead: letterhead(),
        movement: "Phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022".into(),
        bases: lines(&[
            "Căn cứ Luật Thi đua, khen thưởng và các văn bản hướng dẫn thi hành",
            "Thực hiện Kế hoạch số 262/KH-UBND ngày 02/3/2022 của Ủy ban nhân dân huyện An Hòa về phát động phong trào thi đua \
             thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022",
        ]),
        purposes: lines(&[
            "Tạo khí thế thi đua sôi nổi, rộng khắp; phát huy tinh thần đoàn kết, năng động, sáng tạo, quyết tâm hoàn thành \
             các chỉ tiêu kinh tế - xã hội, bảo đảm quốc phòng - an ninh năm 2022",
            "Kịp thời phát hiện, bồi dưỡng, nhân rộng các điển hình tiên tiến, người tốt, việc tốt",
        ]),
        requirements: lines(&[
            "Nội dung thi đua thiết thực, có chỉ tiêu rõ ràng, phù hợp với nhiệm vụ của từng cơ quan, đơn vị, thôn; \
                               tránh hình thức, lãng phí",
        ]),
        theme: Some(Theme {
            text: "Đoàn kết, kỷ cương, chủ động thích ứng, an toàn hiệu quả, phục hồi phát triển".into(),
            inherited_from: None,
        }),
        contents: lines(&[
            "Tiếp tục quán triệt Lời kêu gọi thi đua ái quốc của Chủ tịch Hồ Chí Minh",
            "Thi đua phát triển sản xuất, nâng cao thu nhập của người dân",
            "Thi đua xây dựng nông thôn mới, thôn văn hóa, gia đình văn hóa",
            "Thi đua cải cách hành chính, thực hiện văn hóa công sở",
            "Thi đua giữ vững quốc phòng - an ninh, trật tự an toàn xã hội",
        ]),
        target_groups: vec![
            PlannedTargets {
                name: Some("Về kinh tế - xã hội".into()),
                lines: vec![
                    target("Tổng sản lượng lương thực: 9.007,4 tấn", &[]),
                    target("Tổng diện tích gieo trồng: 3.994 ha", &["Lúa: 1.350 ha", "Cây trồng khác: 2.644 ha"]),
                    target("Thu nhập bình quân đầu người: trên 32 triệu đồng/năm", &[]),
                    target("Tỷ lệ hộ nghèo: còn dưới 27%", &[]),
                    target("Tỷ lệ hộ dùng nước sinh hoạt hợp vệ sinh: 99% trở lên", &[]),
                ],
            },
            PlannedTargets {
                name: Some("Về quốc phòng - an ninh".into()),
                lines: vec![target("Giao quân: 08 thanh niên, đạt 100% chỉ tiêu được giao", &[])],
            },
        ],
        waves: vec![
            wave(
                "Đợt 1",
                "Từ ngày 07/3/2022 đến ngày 19/5/2022",
                "Hoàn thành gieo trồng vụ Đông Xuân; lập thành tích chào mừng Ngày sinh Chủ tịch Hồ Chí Minh",
                "Trước ngày 25/5/2022",
            ),
            wave(
                "Đợt 2",
                "Từ ngày 20/5/2022 đến ngày 02/9/2022",
                "Lập thành tích chào mừng Quốc khánh",
                "Trước ngày 10/9/2022",
            ),
        ],
        reporting: lines(&[
            "Báo cáo sơ kết 6 tháng: gửi trước ngày 15/6/2022",
            "Báo cáo tổng kết năm: gửi trước ngày 05/12/2022 để tổng hợp",
        ]),
        obligations: obligations(),
        mark: Some(crate::forms::words::ILLUSTRATIVE.into()),
    }
}

/// The plan of a school that answers the plan of its commune.
pub fn child() -> LaunchPlan {
    LaunchPlan {
        letterhead: Letterhead {
            number_symbol: Some("12/KH-TH".into()),
            recipients: lines(&["Ủy ban nhân dân xã An Bình (để b/c)", "Các tổ chuyên môn", "Lưu: VT"]),
            ..samples::school(samples::day(21, 2, 2022), &[])
        },
        movement: "Phong trào thi đua “Dạy tốt, học tốt” năm 2022".into(),
        bases: lines(&[
            "Kế hoạch số 34/KH-UBND ngày 07/02/2022 của Ủy ban nhân dân xã An Bình về phát động phong trào thi đua thực hiện \
             thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022",
        ]),
        purposes: lines(&[
            "Cụ thể hóa nội dung, chỉ tiêu thi đua của xã trong cán bộ, giáo viên, nhân viên và học sinh",
        ]),
        requirements: Vec::new(),
        theme: Some(Theme {
            text: "Đoàn kết, kỷ cương, chủ động thích ứng, an toàn hiệu quả, phục hồi phát triển".into(),
            inherited_from: Some("Kế hoạch số 34/KH-UBND của Ủy ban nhân dân xã An Bình".into()),
        }),
        contents: lines(&[
            "Thi đua đổi mới phương pháp dạy học, kiểm tra, đánh giá",
            "Thi đua xây dựng trường học xanh, sạch, đẹp, an toàn",
        ]),
        target_groups: vec![PlannedTargets {
            name: None,
            lines: vec![
                target("Duy trì sĩ số học sinh: 99% trở lên", &[]),
                target("Học sinh hoàn thành chương trình lớp học: 98% trở lên", &[]),
            ],
        }],
        waves: Vec::new(),
        reporting: lines(&["Báo cáo kết quả 6 tháng: gửi xã trước ngày 10/6/2022"]),
        obligations: Vec::new(),
        mark: Some(crate::forms::words::ILLUSTRATIVE.into()),
    }
}

fn letterhead() -> Letterhead {
    Letterhead {
        parent_authority: None,
        issuer: "Ủy ban nhân dân xã An Bình".into(),
        number_symbol: Some("34/KH-UBND".into()),
        symbol_hint: None,
        place: Some("An Bình".into()),
        date: Some(IssueDate { day: 7, month: 2, year: 2022 }),
        recipients: lines(&[
            "Phòng Nội vụ huyện (để b/c)",
            "Thường trực Đảng ủy, HĐND xã",
            "Thành viên Hội đồng Thi đua - Khen thưởng xã",
            "Ủy ban MTTQ và các đoàn thể xã",
            "Trưởng 09 thôn",
            "Lưu: VT",
        ]),
        signature: Signature {
            authority_form: Some("KT. Chủ tịch".into()),
            post: "Phó Chủ tịch".into(),
            name: Some("Trần Thị Mỹ Ỷ".into()),
        },
    }
}

fn wave(name: &str, period: &str, goal: &str, deadline: &str) -> Wave {
    Wave { name: name.into(), period: period.into(), goal: Some(goal.into()), deadline: Some(deadline.into()) }
}

fn target(text: &str, parts: &[&str]) -> PlannedLine {
    PlannedLine { text: text.into(), parts: lines(parts) }
}

fn obligations() -> Vec<ActorObligations> {
    let actor = |actor: &str, duties: &[&str]| ActorObligations { actor: actor.into(), lines: lines(duties) };
    vec![
        actor(
            "Các ban, ngành, đoàn thể xã, 09 thôn, 04 trường học",
            &[
                "Tổ chức phát động, đăng ký, ký kết giao ước thi đua trong tháng 3 năm 2022",
                "Báo cáo số liệu từng chỉ tiêu được giao, kèm nguồn số liệu, theo đúng thời hạn",
            ],
        ),
        actor(
            "Công chức Văn hóa - Xã hội xã",
            &[
                "Tuyên truyền sâu rộng các phong trào thi đua, nêu gương người tốt, việc tốt, các điển hình tiên tiến",
            ],
        ),
        actor(
            "Công chức Văn phòng - Thống kê xã",
            &[
                "Theo dõi, đôn đốc, kiểm tra việc tổ chức phong trào thi đua trên địa bàn xã",
                "Hướng dẫn lập hồ sơ đề nghị khen thưởng đối với tập thể, cá nhân có thành tích tiêu biểu xuất sắc",
            ],
        ),
    ]
}

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.into()).collect()
}
