//! A filled-in final report. The commune and every figure are invented.

use super::{FinalReport, Missing, MovementResult, StatusCounts, TargetGroup, TargetRow};
use crate::forms::{DocumentReference, Letterhead, Theme};
use crate::write::document::{IssueDate, Signature};

/// The report of an invented commune, marked as illustrative.
pub fn example() -> FinalReport {
    FinalReport {
        letterhead: letterhead(),
        movement: "Phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022".into(),
        period: "năm 2022".into(),
        plan: Some(DocumentReference {
            number_symbol: Some("34/KH-UBND".into()),
            date: Some(IssueDate { day: 7, month: 3, year: 2022 }),
            issuer: Some("Ủy ban nhân dân xã An Bình".into()),
        }),
        bases: vec!["Căn cứ Luật Thi đua, khen thưởng và các văn bản hướng dẫn thi hành".into()],
        theme: Some(Theme {
            text: "Đoàn kết, kỷ cương, chủ động thích ứng, an toàn hiệu quả, phục hồi phát triển".into(),
            inherited_from: Some("Kế hoạch số 262/KH-UBND ngày 02/3/2022 của Ủy ban nhân dân huyện An Hòa".into()),
        }),
        organisation: Some(
            "Ủy ban nhân dân xã đã tổ chức phát động, ký giao ước thi đua với 09 thôn và 04 trường học trong tháng 3 năm 2022.\n\
             Các cơ quan, đơn vị đăng ký nội dung thi đua, phân công người theo dõi từng chỉ tiêu và báo cáo theo quý."
                .into(),
        ),
        counts: StatusCounts {
            total: 14,
            exceeded: 4,
            met: 5,
            missed: 2,
            no_figure: 2,
            to_confirm: 1,
            ..StatusCounts::default()
        },
        groups: groups(),
        movements: movements(),
        recognised: Vec::new(),
        missing: Missing {
            no_figure: vec!["Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng".into()],
            not_assigned: vec!["Số lao động được đào tạo nghề".into()],
            to_confirm: vec!["Duy trì trạm y tế xã, trường tiểu học và trường mẫu giáo đạt chuẩn quốc gia".into()],
            elsewhere: vec!["02 trên 09 thôn chưa gửi báo cáo tổng kết".into()],
        },
        difficulties: Some(
            "Giá vật tư nông nghiệp tăng cao, thời tiết diễn biến bất thường, ảnh hưởng đến sản xuất vụ Mùa.".into(),
        ),
        lessons: None,
        directions: Some("Tiếp tục phát động phong trào thi đua năm 2023; giao chỉ tiêu đến từng thôn ngay từ đầu năm.".into()),
        illustrative: true,
    }
}

fn letterhead() -> Letterhead {
    Letterhead {
        parent_authority: Some("Ủy ban nhân dân huyện An Hòa".into()),
        issuer: "Ủy ban nhân dân xã An Bình".into(),
        number_symbol: None,
        symbol_hint: Some("BC-UBND".into()),
        place: Some("An Bình".into()),
        date: Some(IssueDate { day: 15, month: 12, year: 2022 }),
        recipients: vec![
            "Phòng Nội vụ huyện (để b/c)".into(),
            "Thường trực Đảng ủy, HĐND xã".into(),
            "Chủ tịch, các Phó Chủ tịch UBND xã".into(),
            "Ủy ban MTTQ và các đoàn thể xã".into(),
            "09 thôn, 04 trường học".into(),
            "Lưu: VT, VP".into(),
        ],
        signature: Signature {
            authority_form: Some("TM. Ủy ban nhân dân".into()),
            post: "Chủ tịch".into(),
            name: Some("Nguyễn Văn Ẩn".into()),
        },
    }
}

fn groups() -> Vec<TargetGroup> {
    let statistics = "Báo cáo năm của Công chức Văn phòng - Thống kê, 05/12/2022";
    let economy = [
        ["1", "Tổng sản lượng lương thực", "tấn", "9.007,4", "9.215,0", "102,3", "Vượt", statistics],
        ["2", "Bình quân lương thực đầu người", "kg/người/năm", "2.719", "2.719", "100,0", "Đạt", statistics],
        ["3", "Tổng diện tích gieo trồng", "ha", "3.994", "3.950", "98,9", "Chưa đạt", statistics],
        [
            "4",
            "Diện tích trồng rừng mới trong năm",
            "ha",
            "40",
            "41,5",
            "103,8",
            "Vượt",
            "Báo cáo của Kiểm lâm địa bàn, 01/12/2022",
        ],
        ["5", "Thu nhập bình quân đầu người", "triệu đồng/năm", "> 32", "33,4", "104,4", "Vượt", statistics],
        [
            "6",
            "Thu ngân sách tại địa phương",
            "triệu đồng",
            "216",
            "209,5",
            "97,0",
            "Chưa đạt",
            "Kế toán ngân sách xã, 10/12/2022",
        ],
    ];
    let society = [
        ["7", "Tỷ lệ hộ nghèo", "%", "< 27", "25,8", "", "Đạt", "Kết quả rà soát hộ nghèo năm 2022"],
        [
            "8",
            "Tỷ lệ hộ dân tham gia bảo hiểm y tế",
            "%",
            "96",
            "96",
            "100,0",
            "Đạt",
            "Bảo hiểm xã hội huyện, 30/11/2022",
        ],
        ["9", "Tỷ lệ hộ dùng nước sinh hoạt hợp vệ sinh", "%", "≥ 99", "99,2", "100,2", "Đạt", statistics],
        ["10", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng", "%", "< 21", "", "", "Chưa có số liệu", ""],
        ["11", "Số lao động được đào tạo nghề", "lao động", "Chưa giao", "", "", "Chưa có số liệu", ""],
        [
            "12",
            "Tỷ lệ gia đình văn hóa",
            "%",
            "85",
            "88,1",
            "103,6",
            "Vượt",
            "Quyết định công nhận của Ủy ban nhân dân xã",
        ],
        [
            "13",
            "Duy trì trạm y tế xã, trường tiểu học và trường mẫu giáo đạt chuẩn quốc gia",
            "",
            "Duy trì",
            "Duy trì",
            "",
            "Cần xác nhận",
            "Trạm Y tế, các trường học",
        ],
    ];
    let defence =
        [["14", "Giao quân", "thanh niên", "8", "8", "100,0", "Đạt", "Ban Chỉ huy quân sự xã, 20/02/2022"]];
    vec![
        group("I. Về kinh tế", &economy),
        group("II. Về văn hóa - xã hội", &society),
        group("III. Về quốc phòng - an ninh", &defence),
    ]
}

fn group(name: &str, rows: &[[&str; 8]]) -> TargetGroup {
    let row = |[number, name, unit, planned, actual, rate, status, source]: &[&str; 8]| TargetRow {
        number: (*number).into(),
        name: (*name).into(),
        unit: (*unit).into(),
        planned: (*planned).into(),
        actual: (*actual).into(),
        rate: (*rate).into(),
        status: (*status).into(),
        source: (*source).into(),
    };
    TargetGroup { name: Some(name.into()), rows: rows.iter().map(row).collect() }
}

fn movements() -> Vec<MovementResult> {
    let movement = |kind: &str, name: &str, result: Option<&str>| MovementResult {
        name: name.into(),
        kind: kind.into(),
        result: result.map(Into::into),
    };
    vec![
        movement("Phong trào", "An Bình chung sức xây dựng nông thôn mới", Some("đạt 13/19 tiêu chí")),
        movement(
            "Phong trào",
            "Cán bộ, công chức thi đua thực hiện văn hóa công sở",
            Some("100% cán bộ, công chức ký cam kết thực hiện"),
        ),
        movement("Cuộc vận động", "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh", None),
    ]
}
