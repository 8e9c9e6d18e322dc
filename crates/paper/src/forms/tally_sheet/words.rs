//! The wording of the tally sheet. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Biên bản kiểm phiếu";
pub(super) const ENGLISH: &str = "Tally sheet";
pub(super) const NEEDS: Says = Says {
    vi: "Số phiếu phát ra, thu về, hợp lệ, không hợp lệ, kết quả từng nội dung và người kiểm phiếu.",
    en: "Ballots issued, returned, valid and invalid, the result of each item, and who counted.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Kiểm phiếu của một cuộc họp", en: "The count of a meeting" }];
use crate::forms::wording::lower_first;
pub(super) const KIND: &str = "BIÊN BẢN KIỂM PHIẾU";
pub(super) const TELLERS: &str = "Ban kiểm phiếu gồm:";
pub(super) const HEAD_TELLER: &str = "Trưởng ban kiểm phiếu";
pub(super) const TELLER: &str = "NGƯỜI KIỂM PHIẾU";
pub(super) const COLUMNS: [&str; 9] =
    ["TT", "Nội dung", "Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ", "Đồng ý", "Không đồng ý", "Tỷ lệ; kết luận"];
pub(super) const PAPERS: &str = "Số phiếu";
pub(super) const RESULT: &str = "Kết quả (tỷ lệ trên tổng số thành viên)";
pub(super) const CLOSING: &str = "Hai người kiểm phiếu đếm độc lập và có kết quả như nhau. Phiếu được niêm phong, giao cơ quan thường trực \
    của Hội đồng lưu giữ cùng biên bản này./.";

pub(super) fn subject(meeting: &str) -> String {
    meeting.to_owned()
}

pub(super) fn opening(hour: Option<&str>, day: &str, place: Option<&str>, council: &str, meeting: &str) -> String {
    let hour = hour.map(|hour| format!("{hour}, ")).unwrap_or_default();
    let place = place.map(|place| format!(", tại {place}")).unwrap_or_default();
    format!("Hồi {hour}ngày {day}{place}, {council} tiến hành kiểm phiếu của cuộc {}.", lower_first(meeting))
}

pub(super) fn people(members: u32, present: u32, in_writing: u32) -> String {
    let written = if in_writing > 0 {
        format!("; vắng mặt, bỏ phiếu bằng văn bản: {in_writing:02}")
    } else {
        String::new()
    };
    format!("Tổng số thành viên Hội đồng: {members:02}; có mặt: {present:02}{written}.")
}

pub(super) fn head_teller(name: &str) -> String {
    format!("{name}, Trưởng ban")
}

pub(super) fn teller(name: &str) -> String {
    format!("{name}, Thành viên")
}

pub(super) fn rule(rule: &str) -> String {
    format!("Cách tính: {rule}")
}

pub(super) fn item(name: &str, award: &str) -> String {
    format!("{name} - {award}")
}

pub(super) fn came(rate: &str, result: &str) -> String {
    format!("{rate}; {result}")
}
