//! Who is proposed, at which level, and who decides.

use crate::codes::coded;

coded! {
    /// What is proposed.
    SubjectKind {
        /// Cá nhân.
        Individual = "individual",
        /// Tập thể.
        Collective = "collective",
        /// Hộ gia đình.
        Household = "household",
    }
}

coded! {
    /// What somebody is by work, as the law tells criteria apart.
    Work {
        /// Cán bộ, công chức, viên chức.
        Official = "official",
        /// Công nhân, người lao động.
        Worker = "worker",
        /// Nông dân.
        Farmer = "farmer",
        /// Lực lượng vũ trang.
        Soldier = "soldier",
        /// Doanh nhân.
        Entrepreneur = "entrepreneur",
        /// Khác.
        Other = "other",
    }
}

coded! {
    /// Whose honour an award is: the order is the order of the levels.
    Level {
        /// Cơ quan, đơn vị.
        Unit = "unit",
        /// Xã, phường, đặc khu.
        Commune = "commune",
        /// Huyện (đến hết ngày 30/6/2025).
        District = "district",
        /// Tỉnh, thành phố.
        Province = "province",
        /// Bộ, ban, ngành.
        Ministry = "ministry",
        /// Chính phủ, Thủ tướng Chính phủ.
        Government = "government",
        /// Chủ tịch nước.
        State = "state",
    }
}

coded! {
    /// Danh hiệu thi đua or hình thức khen thưởng.
    Sort {
        /// Danh hiệu thi đua.
        Title = "title",
        /// Hình thức khen thưởng.
        Form = "form",
    }
}

coded! {
    /// Who decides.
    Who {
        /// Thủ trưởng cơ quan, đơn vị có tư cách pháp nhân.
        UnitHead = "unit-head",
        /// Thủ trưởng cơ quan chuyên môn của Ủy ban nhân dân cấp tỉnh.
        DepartmentHead = "department-head",
        /// Chủ tịch Ủy ban nhân dân cấp huyện.
        DistrictChair = "district-chair",
        /// Chủ tịch Ủy ban nhân dân cấp xã.
        CommuneChair = "commune-chair",
        /// Giám đốc doanh nghiệp, hợp tác xã.
        EnterpriseDirector = "enterprise-director",
        /// Chủ tịch Ủy ban nhân dân cấp tỉnh.
        ProvinceChair = "province-chair",
        /// Bộ trưởng, thủ trưởng ban, ngành trung ương.
        Minister = "minister",
        /// Hội đồng Thi đua - Khen thưởng Trung ương; it launches movements and decides no award.
        CentralCouncil = "central-council",
        /// Thủ tướng Chính phủ.
        PrimeMinister = "prime-minister",
        /// Chính phủ.
        Government = "government",
        /// Chủ tịch nước.
        President = "president",
        /// Ủy ban Thường vụ Quốc hội.
        AssemblyCommittee = "national-assembly-committee",
        /// Theo quy định của Bộ Quốc phòng.
        Military = "military",
        /// Theo quy định của Bộ Công an.
        Police = "police",
    }
}

coded! {
    /// How far an initiative reaches; the order is the order of the scopes.
    Scope {
        /// Cơ sở.
        Unit = "unit",
        /// Bộ, ban, ngành, tỉnh.
        Province = "province",
        /// Toàn quốc.
        Nation = "nation",
    }
}

coded! {
    /// What an initiative may be replaced by.
    InitiativeKind {
        /// Sáng kiến.
        Initiative = "initiative",
        /// Đề tài, đề án khoa học, công trình khoa học và công nghệ đã nghiệm thu.
        ScienceWork = "science-work",
        /// Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu.
        CombatCreativity = "combat-creativity",
    }
}

coded! {
    /// What is open against somebody.
    PendingKind {
        /// Thanh tra, kiểm tra.
        Inspection = "inspection",
        /// Điều tra.
        Investigation = "investigation",
        /// Xem xét kỷ luật.
        Discipline = "discipline",
        /// Khiếu nại, tố cáo.
        Complaint = "complaint",
    }
}

/// Levels of discipline, the lightest first.
pub const DISCIPLINE: [&str; 7] =
    ["khien trach", "canh cao", "ha bac luong", "giang chuc", "cach chuc", "bai nhiem", "buoc thoi viec"];

/// How heavy a discipline is by its words: 0 for khiển trách, more for what is heavier.
pub fn discipline_weight(words: &str) -> Option<usize> {
    let folded = crate::basics::text::fold(words);
    DISCIPLINE.iter().position(|level| folded.contains(level))
}

macro_rules! read_by_code {
    ($($name:ident),*) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                $name::from_code(&text).ok_or_else(|| {
                    let known: Vec<&str> = $name::ALL.iter().map(|one| one.code()).collect();
                    serde::de::Error::custom(format!("`{text}`: {}", known.join(", ")))
                })
            }
        }
    )*};
}
read_by_code!(SubjectKind, Work, Level, Sort, Who, Scope, InitiativeKind, PendingKind);
