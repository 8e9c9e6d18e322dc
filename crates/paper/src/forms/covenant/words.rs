//! The wording of the covenant. Change a sentence here, and only here.

use crate::forms::Says;
pub(in crate::forms) const NAME: &str = "Giao ước thi đua";
pub(super) const ENGLISH: &str = "Covenant of an emulation movement";
pub(super) const NEEDS: Says = Says {
    vi: "Các bên ký kết, cam kết chung và cam kết riêng của từng bên.",
    en: "The parties, what all promise, and what each promises by itself.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Giao ước giữa xã và các thôn", en: "A covenant of a commune and its villages" }];
pub(super) const KIND: &str = "GIAO ƯỚC THI ĐUA";

pub(super) const PARTIES_SECTION: &str = "CÁC BÊN KÝ KẾT GIAO ƯỚC";
pub(super) const CONTENT_SECTION: &str = "NỘI DUNG GIAO ƯỚC";
pub(super) const TERMS_SECTION: &str = "ĐIỀU KHOẢN THI HÀNH";
pub(super) const COMMON: &str = "Nội dung giao ước chung của các bên";

pub(super) fn opening(movement: &str, place: Option<&str>, day: Option<&str>) -> String {
    let day = day.map_or_else(|| "Hôm nay".to_owned(), |day| format!("Hôm nay, ngày {day}"));
    let place = place.map(|place| format!(", tại {place}")).unwrap_or_default();
    format!("{day}{place}, các bên dưới đây thống nhất ký kết giao ước thi đua hưởng ứng {movement}:")
}

pub(super) fn members(names: &[String]) -> String {
    format!(" (gồm: {})", names.join("; "))
}

pub(super) fn own(party: &str) -> String {
    format!("Nội dung giao ước của {party}")
}

pub(super) const TERMS: [&str; 3] = [
    "Các bên ký kết cam kết tổ chức thực hiện đầy đủ các nội dung giao ước đã ký, báo cáo kết quả theo đúng thời hạn",
    "Giao ước chỉ được sửa đổi, bổ sung bằng phụ lục có đánh số, nêu rõ lý do và được các bên ký kết",
    "Kết quả thực hiện giao ước được đánh giá khi tổng kết phong trào thi đua và là một căn cứ để bình xét, khen thưởng",
];

pub(super) fn closing(count: usize) -> String {
    format!("Giao ước này có {count} bên ký kết; mỗi bên giữ một bản có giá trị như nhau./.")
}

/// Over the name of a party that signs.
pub(in crate::forms) fn for_party(party: &str) -> String {
    format!("Đại diện {party}")
}
