//! The wording of the minutes of a selection. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Biên bản họp bình xét thi đua, khen thưởng";
pub(super) const ENGLISH: &str = "Minutes of a selection in a unit";
pub(super) const NEEDS: Says = Says {
    vi: "Đơn vị, thành phần dự họp, ý kiến, kết quả bình xét từng người, tập thể và kết luận.",
    en: "The unit, who was there, what was said, how each nominee fared, and the conclusion.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Bình xét cuối năm của một trường", en: "The year-end selection of a school" }];
pub(super) const KIND: &str = "BIÊN BẢN";
pub(super) const PEOPLE: &str = "THÀNH PHẦN";
pub(super) const ABSENT: &str = "Vắng mặt:";
pub(super) const SAID: &str = "NỘI DUNG";
pub(super) const SAID_MISSING: &str = "(Chưa ghi ý kiến thảo luận)";
pub(super) const RESULTS: &str = "KẾT QUẢ BÌNH XÉT";
pub(super) const SECRET: &str = "Hội nghị bình xét bằng hình thức bỏ phiếu kín, kết quả như sau:";
pub(super) const OPEN: &str = "Hội nghị bình xét bằng hình thức biểu quyết công khai, kết quả như sau:";
pub(super) const BALLOT_UNKNOWN: &str = "Hội nghị bình xét, kết quả như sau:";
/// To be filled in by hand.
const BLANK: &str = "……………………";
pub(super) const COLUMNS: [&str; 7] =
    ["TT", "Tên", "Danh hiệu, hình thức", "Đồng ý", "Không đồng ý", "Tỷ lệ", "Kết quả"];
pub(super) const CONCLUSION: &str = "KẾT LUẬN";
pub(super) const CONCLUSION_MISSING: &str = "(Chưa ghi kết luận)";
pub(super) const WRITER: &str = "THƯ KÝ";

pub(super) fn subject(meeting: &str) -> String {
    format!("Họp {meeting}")
}

pub(super) fn opening(
    began: Option<&str>,
    day: Option<&str>,
    place: Option<&str>,
    unit: &str,
    meeting: &str,
) -> String {
    let began = began.map(|hour| format!("{hour}, ")).unwrap_or_default();
    let place = place.map(|place| format!(", tại {place}")).unwrap_or_default();
    let day = day.unwrap_or("… tháng … năm ……");
    format!("Hồi {began}ngày {day}{place}, {unit} họp {meeting}.")
}

pub(super) fn chair(who: Option<&str>) -> String {
    format!("Chủ tọa: {}.", who.unwrap_or(BLANK))
}

pub(super) fn writer(who: Option<&str>) -> String {
    format!("Thư ký: {}.", who.unwrap_or(BLANK))
}

pub(super) fn present(present: u32, members: Option<u32>) -> String {
    let members = members.map_or_else(|| "……".to_owned(), |members| format!("{members:02}"));
    format!("Có mặt: {present:02}/{members} người.")
}

pub(super) fn closing(ended: Option<&str>) -> String {
    let ended = ended.unwrap_or("… giờ …");
    format!(
        "Cuộc họp kết thúc hồi {ended} cùng ngày; biên bản được đọc cho những người dự họp nghe và thống nhất thông qua./."
    )
}
