//! Sorts of movements, and the field of work that a content item belongs to.

use crate::basics::text::fold;

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident => $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// Every one, in order.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The word for the store and for programs.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }

            /// The one of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
pub(super) use coded;

coded! {
    /// What sort of movement it is.
    ///
    /// Regular and thematic are the two forms of Điều 4 Nghị định 91/2017/NĐ-CP; the others are how the five plans
    /// speak (Lý Sơn III.1.a, II.1.d–đ; Bình Sơn II.1.a; Lương Phong I.1.2).
    MovementKind {
        /// Thi đua thường xuyên.
        Regular => "regular",
        /// Thi đua theo đợt.
        ByWave => "by-wave",
        /// Thi đua theo chuyên đề.
        Thematic => "thematic",
        /// Phong trào thi đua đặc biệt.
        Special => "special",
        /// Đợt thi đua cao điểm.
        Peak => "peak",
        /// Đợt thi đua ngắn hạn.
        ShortTerm => "short-term",
        /// Phong trào theo ngành, lĩnh vực.
        Sector => "sector",
        /// Cuộc vận động.
        Campaign => "campaign",
        /// Học tập và làm theo; xây dựng Đảng.
        StudyAndFollow => "study-and-follow",
    }
}

impl MovementKind {
    /// The kind that a name tells; the plan's own movement is regular unless its name says otherwise.
    pub fn guess(name: &str, own: bool) -> MovementKind {
        let name = fold(name);
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["cao diem"]) {
            MovementKind::Peak
        } else if has(&["dac biet"]) {
            MovementKind::Special
        } else if own {
            MovementKind::Regular
        } else if has(&["hoc tap va lam theo tu tuong", "bon tot", "4 tot", "guong mau"]) {
            MovementKind::StudyAndFollow
        } else if has(&["cuoc van dong", "vi nguoi ngheo", "doi song van hoa", "hien mau", "xoa nha tam"]) {
            MovementKind::Campaign
        } else if has(&["ngan han", "ngan ngay"]) {
            MovementKind::ShortTerm
        } else if has(&["theo dot"]) {
            MovementKind::ByWave
        } else if has(&["linh vuc", "quyet thang", "an ninh to quoc", "cong an", "day tot", "y te", "nganh"]) {
            MovementKind::Sector
        } else {
            MovementKind::Thematic
        }
    }
}

coded! {
    /// The field of work of a content item, in the order in which plans speak of them.
    Field {
        /// Kinh tế, hạ tầng, nông thôn mới.
        Economy => "economy",
        /// Văn hóa - xã hội, giảm nghèo, lao động.
        Society => "society",
        /// Y tế.
        Health => "health",
        /// Giáo dục.
        Education => "education",
        /// Quốc phòng, an ninh, trật tự.
        Security => "security",
        /// Cải cách hành chính, chuyển đổi số.
        Reform => "reform",
        /// Xây dựng Đảng, chính quyền, hệ thống chính trị.
        Politics => "politics",
        /// Công tác thi đua, khen thưởng, điển hình tiên tiến.
        Emulation => "emulation",
        /// Khác.
        Other => "other",
    }
}

/// Folded words and the field they speak for.
const FIELD_WORDS: &[(Field, &[&str])] = &[
    (
        Field::Security,
        &[
            "quoc phong",
            "an ninh",
            "quan su",
            "trat tu",
            "tuyen quan",
            "giao quan",
            "nhap ngu",
            "dan quan",
            "du bi dong vien",
            "toi pham",
            "kham pha an",
            "giao thong",
        ],
    ),
    (
        Field::Reform,
        &["cai cach hanh chinh", "chuyen doi so", "cong vu", "to chuc bo may", "chinh quyen so", "chinh phu so"],
    ),
    (Field::Politics, &["xay dung dang", "he thong chinh tri", "chi bo", "dan van", "mat tran", "dai hoi dang"]),
    (Field::Emulation, &["phong trao thi dua", "khen thuong", "dien hinh tien tien", "nguoi tot, viec tot"]),
    (Field::Health, &["y te", "bhyt", "dich benh", "covid", "suc khoe", "bao hiem y te", "dan so", "dinh duong"]),
    (
        Field::Education,
        &["giao duc", "truong hoc", "mau giao", "tieu hoc", "truong dat chuan", "day hoc", "hoc sinh"],
    ),
    // before society: “kinh tế - xã hội” as the heading of a list speaks of the economy first
    (
        Field::Economy,
        &[
            "kinh te",
            "san xuat",
            "san luong",
            "gieo trong",
            "trong rung",
            "nong nghiep",
            "thu nhap",
            "ngan sach",
            "dau tu",
            "ha tang",
            "nong thon moi",
            "du lich",
        ],
    ),
    (
        Field::Society,
        &[
            "van hoa",
            "xa hoi",
            "giam ngheo",
            "ho ngheo",
            "thoat ngheo",
            "viec lam",
            "lao dong",
            "nguoi co cong",
            "truyen hinh",
            "the thao",
        ],
    ),
];

impl Field {
    /// The field whose words a text holds most often; nothing else than `Other` when it holds none.
    pub fn guess(text: &str) -> Field {
        let text = fold(text);
        let count = |words: &[&str]| words.iter().map(|word| text.matches(word).count()).sum::<usize>();
        let mut best = (0, Field::Other);
        for (field, words) in FIELD_WORDS {
            let found = count(words);
            if found > best.0 {
                best = (found, *field);
            }
        }
        best.1
    }
}

/// The years that a name speaks of: `giai đoạn 2021-2025`, `2023 - 2030`, `năm 2025`.
pub fn years(name: &str) -> Option<(i32, i32)> {
    let numbers: Vec<i32> = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .filter(|year| (1990..=2100).contains(year))
        .collect();
    match numbers.as_slice() {
        [only] => Some((*only, *only)),
        [first, second, ..] if first <= second => Some((*first, *second)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_movements_of_the_five_plans_have_their_kinds() {
        for (name, own, kind) in [
            (
                "Phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022",
                true,
                MovementKind::Regular,
            ),
            ("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", false, MovementKind::StudyAndFollow),
            ("đảng bộ cơ sở bốn tốt", false, MovementKind::StudyAndFollow),
            ("Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau", false, MovementKind::Campaign),
            ("Thi đua quyết thắng", false, MovementKind::Sector),
            ("Phong trào thi đua trên lĩnh vực y tế", false, MovementKind::Sector),
            ("Cả nước chung sức xây dựng nông thôn mới", false, MovementKind::Thematic),
            ("Đợt thi đua cao điểm chào mừng đại hội", false, MovementKind::Peak),
            ("Phong trào thi đua đặc biệt phòng, chống Covid-19", true, MovementKind::Special),
        ] {
            assert_eq!(MovementKind::guess(name, own), kind, "{name}");
        }
        for kind in MovementKind::ALL {
            assert_eq!(MovementKind::from_code(kind.code()), Some(*kind));
        }
    }

    #[test]
    fn a_period_may_be_longer_than_the_year_of_the_plan() {
        assert_eq!(years("đẩy mạnh cải cách hành chính huyện Lý Sơn giai đoạn 2021-2025"), Some((2021, 2025)));
        assert_eq!(years("đẩy mạnh học tập suốt đời giai đoạn 2023 -2030"), Some((2023, 2030)));
        assert_eq!(years("Chung tay xóa nhà tạm trong năm 2025"), Some((2025, 2025)));
        assert_eq!(years("Dân vận khéo"), None);
        assert_eq!(years("6 điều Bác Hồ dạy, Covid-19"), None);
    }

    #[test]
    fn content_items_fall_into_fields() {
        for (text, field) in [
            ("Thi đua thực hiện tốt nhiệm vụ quốc phòng, quân sự địa phương, bảo đảm an ninh", Field::Security),
            ("Thi đua xây dựng Đảng, hệ thống chính trị; chi bộ bốn tốt", Field::Politics),
            ("Đẩy mạnh cải cách hành chính, chuyển đổi số", Field::Reform),
            ("Phát triển nông nghiệp, du lịch, đầu tư hạ tầng", Field::Economy),
            ("Về kinh tế - xã hội", Field::Economy),
            ("Tổng sản lượng lương thực", Field::Economy),
            ("Hạ tỷ lệ hộ nghèo còn dưới", Field::Society),
            ("Tỷ lệ hộ dân tham gia BHYT", Field::Health),
            ("Duy trì trường Mẫu giáo đạt chuẩn quốc gia", Field::Education),
            ("Giao quân", Field::Security),
            ("Lời nói đầu", Field::Other),
        ] {
            assert_eq!(Field::guess(text), field, "{text}");
        }
    }
}
