//! The wording of the minutes of a council. Change a sentence here, and only here.

use crate::forms::Says;
pub(super) const NAME: &str = "Biên bản họp Hội đồng Thi đua - Khen thưởng";
pub(super) const ENGLISH: &str = "Minutes of a meeting of the council";
pub(super) const NEEDS: Says = Says {
    vi: "Thành phần dự họp, ý kiến, cách bỏ phiếu và kết quả kiểm phiếu của từng nội dung.",
    en: "Who was there, what was said, how was voted, and the counted result of each item.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Cuộc họp xét khen thưởng của xã", en: "A meeting of a commune" }];
pub(super) const KIND: &str = "BIÊN BẢN";
pub(super) const MARK: &str = "SỐ LIỆU MINH HỌA";
pub(super) const PEOPLE: &str = "THÀNH PHẦN";
pub(super) const WRITTEN: &str = "Vắng mặt, gửi phiếu bằng văn bản:";
pub(super) const ABSENT: &str = "Vắng mặt:";
pub(super) const SAID: &str = "NỘI DUNG";
pub(super) const SAID_MISSING: &str = "(Thư ký chưa ghi ý kiến thảo luận)";
pub(super) const HOW: &str = "CÁCH BỎ PHIẾU";
pub(super) const TWO_TELLERS: &str =
    "Phiếu kín do hai người kiểm độc lập; số liệu dưới đây là số hai người cùng xác nhận khi kết thúc kiểm phiếu.";
pub(super) const RECUSED: &str = "Thành viên không bỏ phiếu cho nội dung có liên quan đến mình:";
pub(super) const RESULTS: &str = "KẾT QUẢ";
pub(super) const SECRET: &str = "Kết quả bỏ phiếu kín";
pub(super) const SECRET_COLUMNS: [&str; 9] = [
    "TT",
    "Đối tượng, nội dung",
    "Phát ra",
    "Thu về",
    "Hợp lệ",
    "Không hợp lệ",
    "Đồng ý",
    "Không đồng ý",
    "Tỷ lệ trên tổng số thành viên; kết quả",
];
pub(super) const OPEN: &str = "Kết quả biểu quyết công khai";
pub(super) const OPEN_COLUMNS: [&str; 6] = [
    "TT",
    "Đối tượng, nội dung",
    "Đồng ý",
    "Không đồng ý",
    "Không biểu quyết",
    "Tỷ lệ trên tổng số thành viên; kết quả",
];
pub(super) const NO_VOTE: &str =
    "Không đủ thành viên để họp; Hội đồng không bỏ phiếu, các nội dung chuyển sang cuộc họp sau.";
pub(super) const SECRETARY: &str = "THƯ KÝ";
pub(super) const CLOSING: &str = "Cuộc họp kết thúc lúc … giờ … cùng ngày. Biên bản được đọc cho các thành viên dự họp nghe, thống nhất và ký tên./.";

pub(super) fn subject(meeting: &str) -> String {
    meeting.to_owned()
}

pub(super) fn opening(council: &str, day: &str, place: Option<&str>, meeting: &str) -> String {
    let place = place.map(|place| format!(", tại {place}")).unwrap_or_default();
    format!("Ngày {day}{place}, {council} họp: {meeting}.")
}

pub(super) fn present(present: usize, members: usize) -> String {
    format!("Có mặt {present}/{members} thành viên:")
}

pub(super) fn rule(rule: &str, items: &str) -> String {
    format!("{rule}: {items}")
}

pub(super) fn recused(item: &str, names: &str) -> String {
    format!("{item}: {names}")
}
