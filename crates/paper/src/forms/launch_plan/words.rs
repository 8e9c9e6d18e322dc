//! The wording of the launch plan. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Kế hoạch phát động phong trào thi đua";
pub(super) const ENGLISH: &str = "Plan that launches an emulation movement";
pub(super) const NEEDS: Says = Says {
    vi: "Tên phong trào, căn cứ, mục đích, nội dung, chỉ tiêu, đợt thi đua, lịch báo cáo và phân công.",
    en: "The movement, its bases, purposes, contents, targets, waves, reporting and duties.",
};
pub(super) const EXAMPLES: [Says; 2] = [
    Says { vi: "Kế hoạch phát động của xã", en: "A plan of a commune" },
    Says {
        vi: "Kế hoạch hưởng ứng của đơn vị thuộc xã", en: "The plan of a school that answers it"
    },
];
pub(super) const KIND: &str = "KẾ HOẠCH";

pub(super) const PURPOSE_SECTION: &str = "MỤC ĐÍCH, YÊU CẦU";
pub(super) const PURPOSES: &str = "Mục đích";
pub(super) const REQUIREMENTS: &str = "Yêu cầu";

pub(super) const CONTENT_SECTION: &str = "NỘI DUNG VÀ CHỈ TIÊU THI ĐUA";
pub(super) const THEME: &str = "Chủ đề thi đua";
pub(super) const CONTENTS: &str = "Nội dung thi đua";
pub(super) const TARGETS: &str = "Chỉ tiêu thi đua";
/// Between the value of a compound target and its parts.
pub(super) const AMONG_THEM: &str = "trong đó";

pub(super) const WAVES_SECTION: &str = "CÁC ĐỢT THI ĐUA VÀ CHẾ ĐỘ THÔNG TIN, BÁO CÁO";
pub(super) const WAVES: &str = "Các đợt thi đua";
pub(super) const WAVE_COLUMNS: [&str; 4] = ["Đợt thi đua", "Thời gian", "Mục tiêu, nội dung", "Tổng kết đợt"];
pub(super) const REPORTING: &str = "Chế độ thông tin, báo cáo";

pub(super) const DUTIES_SECTION: &str = "TỔ CHỨC THỰC HIỆN";

pub(super) fn subject(movement: &str) -> String {
    format!("Phát động {movement}")
}

pub(super) fn opening(issuer: &str, movement: &str) -> String {
    format!("{issuer} ban hành Kế hoạch phát động {movement} như sau:")
}

pub(super) fn inherited(source: &str) -> String {
    format!(" (theo {source})")
}

pub(super) fn closing(issuer: &str, movement: &str) -> String {
    format!(
        "Trên đây là Kế hoạch phát động {movement}; {issuer} yêu cầu các cơ quan, đơn vị, tổ chức và cá nhân có liên quan \
         nghiêm túc triển khai thực hiện./."
    )
}
