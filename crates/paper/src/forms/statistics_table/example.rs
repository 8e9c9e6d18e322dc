//! Filled-in forms. The province and every figure are invented.

use super::{StatisticsColumn, StatisticsLine, StatisticsTable};
use crate::forms::Letterhead;
use crate::forms::samples::{PROVINCE, commune, day, lines, signer};
use crate::forms::words::ILLUSTRATIVE;

/// Awards of an invented province.
pub fn example() -> StatisticsTable {
    let awards = "Chia theo hình thức";
    StatisticsTable {
        letterhead: Letterhead {
            parent_authority: Some(PROVINCE.into()),
            issuer: "Sở Nội vụ tỉnh An Hòa".into(),
            number_symbol: None,
            place: Some("An Hòa".into()),
            signature: signer("Giám đốc", "Vũ Thị Ví Dụ"),
            ..commune("", day(10, 12, 2026), &[])
        },
        number: "0603.N/BNV-TĐKT".into(),
        issued_with: Some("Thông tư số 02/2023/TT-BNV ngày 23/3/2023 của Bộ trưởng Bộ Nội vụ".into()),
        name: "Số lượng khen thưởng của bộ, ban, ngành, tỉnh".into(),
        period: "Năm 2026".into(),
        due: Some("ngày 15/12/2026".into()),
        receiver: "Bộ Nội vụ".into(),
        unit: Some("lượt".into()),
        columns: vec![
            column("Tổng số", None),
            column("Bằng khen", Some(awards)),
            column("Chiến sĩ thi đua cấp tỉnh", Some(awards)),
            column("Cờ thi đua", Some(awards)),
            column("Huy hiệu, kỷ niệm chương", Some(awards)),
        ],
        lines: vec![
            total("Tổng số", &[1_284, 962, 41, 36, 245]),
            heading("Chia theo đối tượng"),
            figures("Tập thể", &[402, 366, 0, 36, 0]),
            figures("Trong đó: doanh nghiệp", &[88, 80, 0, 8, 0]),
            figures("Hộ gia đình", &[57, 57, 0, 0, 0]),
            figures("Cá nhân", &[825, 539, 41, 0, 245]),
            heading("Chia theo loại hình"),
            figures("Thường xuyên", &[811, 530, 41, 36, 204]),
            figures("Chuyên đề", &[318, 318, 0, 0, 0]),
            figures("Đột xuất", &[155, 114, 0, 0, 41]),
        ],
        notes: lines(&["Không tính 03 trường hợp đã có quyết định hủy bỏ trong năm"]),
        made_by: Some(signer("Chuyên viên", "Lê Thị Thử")),
        mark: Some(ILLUSTRATIVE.into()),
    }
}

/// Movements of an invented province.
pub fn movements() -> StatisticsTable {
    let kinds = "Chia theo hình thức tổ chức";
    StatisticsTable {
        number: "0601.N/BNV-TĐKT".into(),
        name: "Số phong trào thi đua".into(),
        unit: Some("phong trào".into()),
        columns: vec![
            column("Tổng số", None),
            column("Thường xuyên", Some(kinds)),
            column("Theo chuyên đề", Some(kinds)),
        ],
        lines: vec![
            total("Tổng số", &[37, 24, 13]),
            heading("Chia theo phạm vi"),
            figures("Toàn quốc", &[5, 0, 5]),
            figures("Bộ, ban, ngành, đoàn thể, địa phương", &[18, 12, 6]),
            figures("Cụm, khối thi đua do hội đồng các cấp tổ chức", &[6, 6, 0]),
            figures("Cơ quan, tổ chức, đơn vị", &[8, 6, 2]),
            heading("Chia theo thời gian"),
            figures("Dưới 1 năm", &[9, 4, 5]),
            figures("1 năm", &[20, 20, 0]),
            figures("Từ 5 năm trở lên", &[8, 0, 8]),
        ],
        notes: Vec::new(),
        ..example()
    }
}

fn column(title: &str, over: Option<&str>) -> StatisticsColumn {
    StatisticsColumn { title: title.into(), over: over.map(Into::into) }
}

fn heading(text: &str) -> StatisticsLine {
    StatisticsLine::Heading(text.into())
}

fn total(name: &str, values: &[u64]) -> StatisticsLine {
    StatisticsLine::Total { name: name.into(), values: values.into() }
}

fn figures(name: &str, values: &[u64]) -> StatisticsLine {
    StatisticsLine::Figures { name: name.into(), values: values.into() }
}
