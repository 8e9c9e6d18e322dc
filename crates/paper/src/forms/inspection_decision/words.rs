//! The wording of the decision on an inspection. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Quyết định kiểm tra, thành lập Đoàn kiểm tra";
pub(super) const ENGLISH: &str = "Decision on an inspection";
pub(super) const NEEDS: Says = Says {
    vi: "Căn cứ, thành viên Đoàn kiểm tra, nơi được kiểm tra, nội dung, thời kỳ và thời gian kiểm tra.",
    en: "The bases, the team, where it goes, what it looks at, and when.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Kiểm tra phong trào thi đua ở các thôn", en: "An inspection of villages" }];
pub(super) const KIND: &str = "QUYẾT ĐỊNH";
pub(super) const MATTERS: &str = "Nội dung, đối tượng, thời kỳ và thời gian kiểm tra";
pub(super) const ITEMS: &str = "1. Nội dung kiểm tra:";
pub(super) const UNITS: &str = "2. Đơn vị được kiểm tra:";
pub(super) const CARRIED_OUT: &str = "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị có liên quan, các đơn \
    vị được kiểm tra và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này";

pub(super) fn subject(inspection: &str) -> String {
    format!("Về việc kiểm tra {inspection}")
}

pub(super) fn team(inspection: &str) -> String {
    format!("Thành lập Đoàn kiểm tra {inspection}, gồm các ông (bà) có tên sau:")
}

pub(super) fn member(name: &str, post: &str, seat: &str) -> String {
    format!("{name}, {post} - {seat}")
}

pub(super) fn period(period: &str) -> String {
    format!("3. Thời kỳ kiểm tra: {period}.")
}

pub(super) fn days(days: &str) -> String {
    format!("4. Thời gian kiểm tra: {days}.")
}

pub(super) fn duty(until: Option<&str>) -> String {
    let until = until.map(|until| format!(" {until}")).unwrap_or_default();
    format!(
        "Đoàn kiểm tra thực hiện kiểm tra theo nội dung tại Điều 2, lập biên bản với từng đơn vị và báo cáo kết quả, dự thảo kết \
         luận{until}; Đoàn kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ. Các đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ, số \
         liệu và bố trí người làm việc với Đoàn kiểm tra"
    )
}
