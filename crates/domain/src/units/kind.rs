//! What sort of body a unit is: from the Government down to a hamlet, and the bodies beside the administration.

use crate::basics::text::fold;
use crate::plans::draft::IssuerLevel;

/// The sort of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitKind {
    /// Chính phủ, bộ, cơ quan ngang bộ and other central bodies.
    Central,
    /// Ủy ban nhân dân tỉnh, thành phố.
    Province,
    /// Sở, ban, ngành of a province.
    Department,
    /// Ủy ban nhân dân huyện, quận, thị xã (until 30 June 2025).
    District,
    /// Ủy ban nhân dân xã, phường, thị trấn, đặc khu.
    Commune,
    /// Thôn, làng, bản, ấp, buôn, tổ dân phố.
    Village,
    /// Phòng, ban, văn phòng inside an authority.
    Office,
    /// Trung tâm, ban quản lý and other public service units.
    PublicService,
    /// Trường, of every grade.
    School,
    /// Bệnh viện, trung tâm y tế, trạm y tế.
    HealthStation,
    /// Doanh nghiệp, hợp tác xã.
    Enterprise,
    /// Đảng ủy, huyện ủy, tỉnh ủy, chi bộ and their boards.
    Party,
    /// Hội đồng nhân dân.
    PeoplesCouncil,
    /// Ủy ban Mặt trận Tổ quốc.
    Front,
    /// Công đoàn, Đoàn Thanh niên, Hội Phụ nữ, Nông dân, Cựu chiến binh and other organisations.
    Union,
    /// Quân đội, công an, bộ đội biên phòng.
    ArmedForces,
    /// Tòa án, viện kiểm sát, kho bạc, thuế and other bodies of a vertical line.
    VerticalLine,
    /// Anything else.
    Other,
}

/// First words of names, folded, and the kind they tell; the longest that fits counts.
const BEGINNINGS: &[(&str, UnitKind)] = &[
    ("uy ban nhan dan tinh", UnitKind::Province),
    ("ubnd tinh", UnitKind::Province),
    ("uy ban nhan dan thanh pho", UnitKind::Province),
    ("ubnd thanh pho", UnitKind::Province),
    ("uy ban nhan dan huyen", UnitKind::District),
    ("ubnd huyen", UnitKind::District),
    ("uy ban nhan dan quan", UnitKind::District),
    ("ubnd quan", UnitKind::District),
    ("uy ban nhan dan thi xa", UnitKind::District),
    ("ubnd thi xa", UnitKind::District),
    ("uy ban nhan dan xa", UnitKind::Commune),
    ("ubnd xa", UnitKind::Commune),
    ("uy ban nhan dan phuong", UnitKind::Commune),
    ("ubnd phuong", UnitKind::Commune),
    ("uy ban nhan dan thi tran", UnitKind::Commune),
    ("ubnd thi tran", UnitKind::Commune),
    ("uy ban nhan dan dac khu", UnitKind::Commune),
    ("ubnd dac khu", UnitKind::Commune),
    ("xa", UnitKind::Commune),
    ("phuong", UnitKind::Commune),
    ("thi tran", UnitKind::Commune),
    ("dac khu", UnitKind::Commune),
    ("so", UnitKind::Department),
    ("chinh phu", UnitKind::Central),
    ("thu tuong", UnitKind::Central),
    ("bo cong an", UnitKind::Central),
    ("bo quoc phong", UnitKind::Central),
    ("bo", UnitKind::Central),
    ("bo chi huy quan su", UnitKind::ArmedForces),
    ("bo chi huy bo doi", UnitKind::ArmedForces),
    ("bo doi bien phong", UnitKind::ArmedForces),
    ("thon", UnitKind::Village),
    ("lang", UnitKind::Village),
    ("ban", UnitKind::Office),
    ("ap", UnitKind::Village),
    ("buon", UnitKind::Village),
    ("xom", UnitKind::Village),
    ("khu pho", UnitKind::Village),
    ("khoi pho", UnitKind::Village),
    ("to dan pho", UnitKind::Village),
    ("phong", UnitKind::Office),
    ("van phong", UnitKind::Office),
    ("trung tam", UnitKind::PublicService),
    ("trung tam y te", UnitKind::HealthStation),
    ("ban quan ly", UnitKind::PublicService),
    ("ban chi huy quan su", UnitKind::ArmedForces),
    ("ban chqs", UnitKind::ArmedForces),
    ("truong", UnitKind::School),
    ("hoc vien", UnitKind::School),
    ("benh vien", UnitKind::HealthStation),
    ("tram y te", UnitKind::HealthStation),
    ("cong ty", UnitKind::Enterprise),
    ("doanh nghiep", UnitKind::Enterprise),
    ("hop tac xa", UnitKind::Enterprise),
    ("htx", UnitKind::Enterprise),
    ("tap doan", UnitKind::Enterprise),
    ("dang uy", UnitKind::Party),
    ("huyen uy", UnitKind::Party),
    ("tinh uy", UnitKind::Party),
    ("chi bo", UnitKind::Party),
    ("ban thuong vu", UnitKind::Party),
    ("hoi dong nhan dan", UnitKind::PeoplesCouncil),
    ("hdnd", UnitKind::PeoplesCouncil),
    ("uy ban mat tran", UnitKind::Front),
    ("uy ban mttq", UnitKind::Front),
    ("mat tran to quoc", UnitKind::Front),
    ("mttq", UnitKind::Front),
    ("cong doan", UnitKind::Union),
    ("lien doan lao dong", UnitKind::Union),
    ("doan thanh nien", UnitKind::Union),
    ("doan tncs", UnitKind::Union),
    ("hoi", UnitKind::Union),
    ("cong an", UnitKind::ArmedForces),
    ("quan doi", UnitKind::ArmedForces),
    ("toa an", UnitKind::VerticalLine),
    ("vien kiem sat", UnitKind::VerticalLine),
    ("kho bac", UnitKind::VerticalLine),
    ("chi cuc", UnitKind::VerticalLine),
    ("cuc", UnitKind::VerticalLine),
    ("bao hiem xa hoi", UnitKind::VerticalLine),
    ("ngan hang", UnitKind::VerticalLine),
];

impl UnitKind {
    /// Every kind, from the centre outwards.
    pub const ALL: [UnitKind; 18] = [
        UnitKind::Central,
        UnitKind::Province,
        UnitKind::Department,
        UnitKind::District,
        UnitKind::Commune,
        UnitKind::Village,
        UnitKind::Office,
        UnitKind::PublicService,
        UnitKind::School,
        UnitKind::HealthStation,
        UnitKind::Enterprise,
        UnitKind::Party,
        UnitKind::PeoplesCouncil,
        UnitKind::Front,
        UnitKind::Union,
        UnitKind::ArmedForces,
        UnitKind::VerticalLine,
        UnitKind::Other,
    ];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            UnitKind::Central => "central",
            UnitKind::Province => "province",
            UnitKind::Department => "department",
            UnitKind::District => "district",
            UnitKind::Commune => "commune",
            UnitKind::Village => "village",
            UnitKind::Office => "office",
            UnitKind::PublicService => "public-service",
            UnitKind::School => "school",
            UnitKind::HealthStation => "health-station",
            UnitKind::Enterprise => "enterprise",
            UnitKind::Party => "party",
            UnitKind::PeoplesCouncil => "peoples-council",
            UnitKind::Front => "front",
            UnitKind::Union => "union",
            UnitKind::ArmedForces => "armed-forces",
            UnitKind::VerticalLine => "vertical-line",
            UnitKind::Other => "other",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The level at which a body of this kind issues documents.
    pub fn level(self) -> IssuerLevel {
        match self {
            UnitKind::Central => IssuerLevel::Central,
            UnitKind::Province => IssuerLevel::Province,
            UnitKind::Department => IssuerLevel::ProvinceDepartment,
            UnitKind::District => IssuerLevel::District,
            UnitKind::Commune => IssuerLevel::Commune,
            _ => IssuerLevel::Other,
        }
    }

    /// The kind that the level of an issuer tells.
    pub fn of_level(level: IssuerLevel) -> UnitKind {
        Self::ALL
            .into_iter()
            .find(|kind| kind.level() == level && level != IssuerLevel::Other)
            .unwrap_or(UnitKind::Other)
    }

    /// Whether an authority asks this body (đề nghị) where it would assign (giao) to its own units: the Party, the
    /// Front, the people's council, unions and bodies of another line are partners, not subordinates.
    ///
    /// Source: plans of Lý Sơn III.2 and Bình Sơn III.2 (“Đề nghị Ủy ban Mặt trận Tổ quốc …”).
    pub fn is_partner(self) -> bool {
        matches!(
            self,
            UnitKind::Party | UnitKind::PeoplesCouncil | UnitKind::Front | UnitKind::Union | UnitKind::VerticalLine
        )
    }

    /// The kind that the first words of a name tell; nothing when they tell none.
    pub fn guess(name: &str) -> Option<UnitKind> {
        let folded = fold(name);
        BEGINNINGS
            .iter()
            .filter(|(beginning, _)| {
                folded
                    .strip_prefix(beginning)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '.']))
            })
            .max_by_key(|(beginning, _)| beginning.len())
            .map(|(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_units_of_the_five_plans_are_known_by_their_names() {
        for (name, kind) in [
            ("Ủy ban nhân dân xã Lơ Ku", UnitKind::Commune),
            ("UBND huyện Bình Sơn", UnitKind::District),
            ("Sở Nội vụ", UnitKind::Department),
            ("Văn phòng Sở", UnitKind::Office),
            ("Ban Tổ chức, Nội vụ - Lao động, Thương binh và Xã hội", UnitKind::Office),
            ("Trung tâm Truyền thông - Văn hóa - Thể thao", UnitKind::PublicService),
            ("Ban Chỉ huy quân sự xã", UnitKind::ArmedForces),
            ("Trạm Y tế xã", UnitKind::HealthStation),
            ("Trường Tiểu học số 1", UnitKind::School),
            ("Làng Lơ Vi", UnitKind::Village),
            ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", UnitKind::Front),
            ("Hội Liên hiệp Phụ nữ xã", UnitKind::Union),
            ("Hội đồng nhân dân xã", UnitKind::PeoplesCouncil),
            ("Bộ Nội vụ", UnitKind::Central),
            ("Bộ Chỉ huy quân sự tỉnh", UnitKind::ArmedForces),
        ] {
            assert_eq!(UnitKind::guess(name), Some(kind), "{name}");
        }
        assert_eq!(UnitKind::guess("Nhà máy nước"), None);
        assert_eq!(UnitKind::guess("Sông Hinh"), None, "a word is whole");
    }

    #[test]
    fn codes_and_levels_name_their_kinds() {
        for kind in UnitKind::ALL {
            assert_eq!(UnitKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(UnitKind::of_level(IssuerLevel::ProvinceDepartment), UnitKind::Department);
        assert_eq!(UnitKind::of_level(IssuerLevel::Other), UnitKind::Other);
    }

    #[test]
    fn partners_are_asked_and_units_of_ones_own_are_told() {
        assert!(UnitKind::Front.is_partner() && UnitKind::Union.is_partner());
        assert!(!UnitKind::Village.is_partner() && !UnitKind::School.is_partner());
    }
}
