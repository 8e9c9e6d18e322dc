//! The wording of the invitation to a meeting of the council. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Giấy mời họp Hội đồng Thi đua - Khen thưởng";
pub(super) const ENGLISH: &str = "Invitation to a meeting of the council";
pub(super) const NEEDS: Says = Says {
    vi: "Người được mời, nội dung, thời gian, địa điểm, chủ trì và tài liệu gửi kèm.",
    en: "Who is invited, what for, when, where, who chairs, and the papers.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Họp xét khen thưởng cuối năm", en: "A meeting at the end of the year" }];
use crate::forms::wording::lower_first;
pub(super) const KIND: &str = "GIẤY MỜI";
pub(super) const TO: &str = "Tới dự";
pub(super) const AGENDA: &str = "Nội dung:";
pub(super) const CHAIR: &str = "Chủ trì";
pub(super) const TIME: &str = "Thời gian";
pub(super) const PLACE: &str = "Địa điểm";
pub(super) const PAPERS: &str = "Tài liệu";
pub(super) const CLOSING: &str = "Trân trọng kính mời các đại biểu tới dự đúng thời gian, thành phần./.";

pub(super) fn inviting(issuer: &str) -> String {
    format!("{issuer} trân trọng kính mời:")
}

pub(super) fn meeting(meeting: &str) -> String {
    let meeting = lower_first(meeting);
    if meeting.starts_with("họp") { format!("cuộc {meeting}") } else { meeting }
}

pub(super) fn time(hour: &str, day: &str) -> String {
    format!("{hour}, ngày {day}")
}
