//! Invented names for a country: the same every time.

/// The provinces and cities since 1 July 2025.
pub const PROVINCES: [&str; 34] = [
    "thành phố Hà Nội",
    "thành phố Huế",
    "tỉnh Lai Châu",
    "tỉnh Điện Biên",
    "tỉnh Sơn La",
    "tỉnh Lạng Sơn",
    "tỉnh Quảng Ninh",
    "tỉnh Thanh Hóa",
    "tỉnh Nghệ An",
    "tỉnh Hà Tĩnh",
    "tỉnh Cao Bằng",
    "tỉnh Tuyên Quang",
    "tỉnh Lào Cai",
    "tỉnh Thái Nguyên",
    "tỉnh Phú Thọ",
    "tỉnh Bắc Ninh",
    "tỉnh Hưng Yên",
    "thành phố Hải Phòng",
    "tỉnh Ninh Bình",
    "tỉnh Quảng Trị",
    "thành phố Đà Nẵng",
    "tỉnh Quảng Ngãi",
    "tỉnh Gia Lai",
    "tỉnh Khánh Hòa",
    "tỉnh Lâm Đồng",
    "tỉnh Đắk Lắk",
    "thành phố Hồ Chí Minh",
    "tỉnh Đồng Nai",
    "tỉnh Tây Ninh",
    "thành phố Cần Thơ",
    "tỉnh Vĩnh Long",
    "tỉnh Đồng Tháp",
    "tỉnh Cà Mau",
    "tỉnh An Giang",
];

const FAMILY: [&str; 18] = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Vũ", "Võ",
    "Đặng", "Bùi", "Đỗ", "Hồ", "Đinh",
];
const MIDDLE: [&str; 16] = [
    "Văn",
    "Văn",
    "Thị",
    "Thị",
    "Thị Thu",
    "Thị Kim",
    "Đức",
    "Minh",
    "Ngọc",
    "Thanh",
    "Xuân",
    "Quốc",
    "Hữu",
    "Đình",
    "Công",
    "Thị Ngọc",
];
/// Given names.
pub const GIVEN: [&str; 60] = [
    "An", "Anh", "Ánh", "Bình", "Bích", "Chi", "Cường", "Danh", "Diệu", "Dung", "Dũng", "Duyên", "Đạt", "Đông",
    "Giang", "Hà", "Hải", "Hạnh", "Hằng", "Hiền", "Hiếu", "Hoa", "Hòa", "Hoàng", "Hồng", "Huệ", "Hùng", "Hương",
    "Khánh", "Lan", "Liên", "Linh", "Loan", "Long", "Mai", "Mạnh", "Nam", "Nga", "Nghĩa", "Nhung", "Phong", "Phúc",
    "Phương", "Quang", "Quý", "Sơn", "Tâm", "Thắng", "Thảo", "Thu", "Thủy", "Tiến", "Trang", "Trung", "Tuấn", "Tú",
    "Vân", "Việt", "Vinh", "Yến",
];
const FIRST: [&str; 30] = [
    "Bình", "Tân", "Phú", "An", "Hòa", "Thanh", "Long", "Vĩnh", "Đại", "Mỹ", "Xuân", "Quảng", "Nghĩa", "Hưng",
    "Đông", "Tây", "Nam", "Bắc", "Sơn", "Kim", "Ngọc", "Thọ", "Lộc", "Phước", "Hải", "Trà", "Cẩm", "Điện", "Đức",
    "Ia",
];
const SECOND: [&str; 30] = [
    "An", "Phú", "Thịnh", "Lộc", "Hòa", "Sơn", "Giang", "Hải", "Trung", "Minh", "Thành", "Long", "Phong", "Thủy",
    "Lâm", "Khê", "Châu", "Tiến", "Thắng", "Lợi", "Đồng", "Tường", "Nguyên", "Hiệp", "Phước", "Thọ", "Ninh",
    "Bình", "Tân", "Quang",
];

/// Numbers that look thrown and are the same every time.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another.
    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) % u64::from(bound.max(1))) as u32
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len() as u32) as usize]
    }
}

/// A person's name.
pub fn person_name(dice: &mut Dice) -> String {
    format!("{} {} {}", dice.one_of(&FAMILY), dice.one_of(&MIDDLE), dice.one_of(&GIVEN))
}

/// The name of a place: the same number, the same name; 900 of them, then numbered.
pub fn place_name(number: u32) -> String {
    let (first, second, round) = (number % 30, number / 30 % 30, number / 900);
    let name = format!("{} {}", FIRST[first as usize], SECOND[second as usize]);
    if round == 0 { name } else { format!("{name} {round}") }
}

/// The name of a unit of a commune.
pub fn unit_name(number: u32, place: &str) -> String {
    match number {
        0..40 => format!("Thôn {}", number + 1),
        40 => format!("Trường Mầm non {place}"),
        41 => format!("Trường Tiểu học {place}"),
        42 => format!("Trường Trung học cơ sở {place}"),
        43 => "Trạm Y tế xã".to_owned(),
        44 => "Công an xã".to_owned(),
        45 => "Ban Chỉ huy Quân sự xã".to_owned(),
        46 => "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân".to_owned(),
        47 => "Phòng Kinh tế".to_owned(),
        48 => "Phòng Văn hóa - Xã hội".to_owned(),
        49 => "Trung tâm Phục vụ hành chính công".to_owned(),
        50..55 => format!("Hợp tác xã {place} {}", number - 49),
        other => format!("Chi hội Nông dân thôn {}", other - 54),
    }
}

/// Category and title of somebody of a unit.
pub fn work(dice: &mut Dice, unit: u32) -> (&'static str, &'static str) {
    match (unit, dice.below(5)) {
        (0..40, 0) => ("Người trực tiếp lao động", "Trưởng thôn"),
        (40..43, _) => ("Nhà giáo", "Giáo viên"),
        (43, _) => ("Viên chức", "Y sĩ"),
        (44 | 45, _) => ("Bộ đội, công an, dân quân", ""),
        (46..50, _) => ("Công chức", "Chuyên viên"),
        (50..55, 0) => ("Doanh nhân", "Giám đốc"),
        (50..55, _) => ("Công nhân", ""),
        _ => ("Nông dân", ""),
    }
}

/// Letters without their marks.
pub fn unmarked(text: &str) -> String {
    const PLAIN: [(&str, char); 7] = [
        ("àáảãạăằắẳẵặâầấẩẫậ", 'a'),
        ("èéẻẽẹêềếểễệ", 'e'),
        ("ìíỉĩị", 'i'),
        ("òóỏõọôồốổỗộơờớởỡợ", 'o'),
        ("ùúủũụưừứửữự", 'u'),
        ("ỳýỷỹỵ", 'y'),
        ("đ", 'd'),
    ];
    let plain = |c: char| PLAIN.iter().find(|(marked, _)| marked.contains(c)).map_or(c, |(_, letter)| *letter);
    text.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_country_comes_out_every_time() {
        let names = |seed| {
            let mut dice = Dice::new(seed);
            [person_name(&mut dice), person_name(&mut dice)]
        };
        assert_eq!(names(1), names(1));
        assert_ne!(names(1), names(2));
        assert_eq!(unmarked("Nguyễn Thị Đặng Mỹ"), "nguyen thi dang my");
        assert_eq!(place_name(31), "Tân Phú");
        assert_eq!(place_name(931), "Tân Phú 1");
    }
}
