//! The wording of the final report. Change a sentence here, and only here.

use crate::forms::Says;
use crate::forms::final_report::StatusCounts;
use crate::forms::wording::lower_first;
use thidua_domain::basics::text::fold;

pub(super) const NAME: &str = "Báo cáo tổng kết phong trào thi đua";
pub(super) const ENGLISH: &str = "Final report of an emulation movement";
pub(super) const NEEDS: Says = Says {
    vi: "Kết quả từng chỉ tiêu, phong trào gắn kèm, hạn chế, bài học và phương hướng.",
    en: "What came of each target and attached movement, shortcomings, lessons and what comes next.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Tổng kết phong trào thi đua năm", en: "The final report of a year" }];
pub(super) const KIND: &str = "BÁO CÁO";
pub(super) const PLAN: &str = "Kế hoạch";
pub(super) const MARK: &str = "SỐ LIỆU MINH HỌA";
pub(super) const ILLUSTRATIVE: &str = "Lưu ý: Các số liệu trong báo cáo này là số liệu minh họa, dùng để giới thiệu \
    cách trình bày; không phải kết quả thực tế của bất kỳ cơ quan, đơn vị, địa phương nào.";

pub(super) const ORGANISATION: &str = "CÔNG TÁC TỔ CHỨC, PHÁT ĐỘNG";
pub(super) const THEME: &str = "1. Chủ đề thi đua";
pub(super) const NO_THEME: &str = "Kế hoạch không xác định chủ đề thi đua riêng.";
pub(super) const LAUNCHING: &str = "2. Công tác chỉ đạo, tổ chức phát động";
pub(super) const LAUNCHING_MISSING: &str = "(Chưa nhập nội dung về công tác chỉ đạo, tổ chức phát động)";

pub(super) const RESULTS: &str = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU";
pub(super) const NO_TARGETS: &str = "Phong trào thi đua không có chỉ tiêu được theo dõi.";
pub(super) const SEE_APPENDIX: &str = "Kết quả chi tiết của từng chỉ tiêu nêu tại Phụ lục kèm theo Báo cáo này.";
const TABLE: &str = "Kết quả thực hiện các chỉ tiêu thi đua";
pub(super) const COLUMNS: [&str; 8] =
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)", "Đánh giá", "Nguồn số liệu"];
pub(in crate::forms) const TOTAL: &str = "Tổng số";

pub(super) const MOVEMENTS: &str = "CÁC PHONG TRÀO, CUỘC VẬN ĐỘNG";
pub(super) const NO_MOVEMENTS: &str = "Không có phong trào, cuộc vận động nào được gắn với phong trào thi đua này.";
pub(super) const RECOGNISED: &str = "Biểu dương, nêu gương";
pub(super) const MOVEMENT_RESULT_MISSING: &str = "(chưa nhập kết quả)";

pub(super) const MISSING: &str = "NỘI DUNG CÒN THIẾU";
pub(super) const NOTHING_MISSING: &str = "Không còn nội dung thiếu tại thời điểm lập báo cáo.";
pub(super) const NO_FIGURE: &str = "Chỉ tiêu chưa có số liệu";
pub(super) const NOT_ASSIGNED: &str = "Chỉ tiêu cấp trên chưa giao mức thực hiện";
pub(super) const TO_CONFIRM: &str = "Chỉ tiêu cần người có thẩm quyền xác nhận";
pub(super) const ELSEWHERE: &str = "Nội dung khác chưa đầy đủ";

pub(super) const LESSONS_SECTION: &str = "KHÓ KHĂN, HẠN CHẾ VÀ BÀI HỌC KINH NGHIỆM";
pub(super) const DIFFICULTIES: &str = "1. Khó khăn, hạn chế";
pub(super) const DIFFICULTIES_MISSING: &str = "(Chưa nhập nội dung khó khăn, hạn chế)";
pub(super) const LESSONS: &str = "2. Bài học kinh nghiệm";
pub(super) const LESSONS_MISSING: &str = "(Chưa nhập bài học kinh nghiệm)";
pub(super) const DIRECTIONS: &str = "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI";

/// The movement as far as the report goes: the period is named unless it is the whole year.
pub(super) fn within(movement: &str, period: &str) -> String {
    if whole(period) { movement.into() } else { format!("{movement} ({})", period.trim()) }
}

/// Whether the period leaves nothing to come ("năm 2022", "cả năm 2022", "giai đoạn 2021 - 2025").
fn whole(period: &str) -> bool {
    let folded = fold(period);
    let begins =
        |start: &str| folded.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    folded.is_empty() || ["nam", "ca nam", "giai doan"].into_iter().any(begins)
}

pub(super) fn table(period: &str) -> String {
    within(TABLE, period)
}

pub(super) fn subject(movement: &str) -> String {
    format!("Kết quả thực hiện {movement}")
}

pub(super) fn basis(plan: &str, movement: &str) -> String {
    format!("Thực hiện {plan} về phát động {movement}")
}

pub(super) fn opening(issuer: &str, movement: &str) -> String {
    format!("{issuer} báo cáo kết quả thực hiện {movement} như sau:")
}

pub(super) fn inherited(source: &str) -> String {
    format!(" (theo {source})")
}

/// The parts that are printed, each with its name: the three verdicts always, the others where there are any.
pub(in crate::forms) fn parts(counts: StatusCounts) -> Vec<(&'static str, usize)> {
    const ALWAYS: [&str; 3] = ["Vượt", "Đạt", "Chưa đạt"];
    let StatusCounts { total, exceeded, met, on_track, at_risk, missed, no_figure, to_confirm, not_applicable } =
        counts;
    let mut parts = vec![
        ("Vượt", exceeded),
        ("Đạt", met),
        ("Đúng tiến độ", on_track),
        ("Có nguy cơ", at_risk),
        ("Chưa đạt", missed),
        ("Chưa có số liệu", no_figure),
        ("Cần xác nhận", to_confirm),
        ("Không áp dụng", not_applicable),
    ];
    let named: usize = parts.iter().map(|(_, count)| count).sum();
    parts.push(("Chưa đánh giá", total.saturating_sub(named)));
    parts.retain(|(name, count)| *count > 0 || ALWAYS.contains(name));
    parts
}

pub(in crate::forms) fn summary(counts: StatusCounts, period: &str) -> String {
    let parts = parts(counts);
    let total: usize = parts.iter().map(|(_, count)| count).sum();
    let parts: Vec<String> =
        parts.into_iter().map(|(name, count)| format!("{count} chỉ tiêu {}", name.to_lowercase())).collect();
    let opening = match period.trim() {
        "" => "Tổng số".to_owned(),
        period => format!("Tính đến hết {}, tổng số", lower_first(period)),
    };
    format!("{opening} {total} chỉ tiêu được theo dõi, trong đó: {}.", parts.join(", "))
}

pub(super) fn movements_attached(count: usize) -> String {
    format!("Phong trào thi đua được triển khai gắn với {count} phong trào, cuộc vận động:")
}

pub(super) fn closing(issuer: &str, movement: &str) -> String {
    format!("Trên đây là báo cáo kết quả thực hiện {movement} của {issuer}./.")
}
