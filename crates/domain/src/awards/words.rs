//! Words of eligibility that people read: Vietnamese first, English second.

use super::subject::{InitiativeKind, Level, PendingKind, Scope, SubjectKind, Who};
use crate::basics::Says;
use crate::grades::Grade;

/// A grade in words.
pub fn grade_words(grade: Grade) -> Says {
    match grade {
        Grade::NotCompleted => Says::new("không hoàn thành nhiệm vụ", "not completed"),
        Grade::Completed => Says::new("hoàn thành nhiệm vụ", "completed"),
        Grade::Good => Says::new("hoàn thành tốt nhiệm vụ", "good"),
        Grade::Excellent => Says::new("hoàn thành xuất sắc nhiệm vụ", "excellent"),
    }
}

/// A scope in words.
pub fn scope_words(scope: Scope) -> Says {
    match scope {
        Scope::Unit => Says::new("cơ sở", "unit"),
        Scope::Province => Says::new("bộ, ban, ngành, tỉnh", "ministry or province"),
        Scope::Nation => Says::new("toàn quốc", "nation"),
    }
}

/// What is claimed.
pub fn initiative_words(kind: InitiativeKind) -> Says {
    match kind {
        InitiativeKind::Initiative => Says::new("Sáng kiến", "Initiative"),
        InitiativeKind::ScienceWork => Says::new("Đề tài, công trình khoa học", "Science work"),
        InitiativeKind::CombatCreativity => Says::new("Mưu trí, sáng tạo trong chiến đấu", "Creativity in combat"),
    }
}

/// Something open against a nominee.
pub fn pending_words(kind: PendingKind) -> Says {
    match kind {
        PendingKind::Inspection => Says::new("Đang thanh tra, kiểm tra", "Under inspection"),
        PendingKind::Investigation => Says::new("Đang điều tra", "Under investigation"),
        PendingKind::Discipline => Says::new("Đang xem xét kỷ luật", "Discipline under consideration"),
        PendingKind::Complaint => Says::new("Có khiếu nại, tố cáo đang giải quyết", "A complaint is open"),
    }
}

/// Who is proposed.
pub fn subject_words(kind: SubjectKind) -> Says {
    match kind {
        SubjectKind::Individual => Says::new("Cá nhân", "Individual"),
        SubjectKind::Collective => Says::new("Tập thể", "Collective"),
        SubjectKind::Household => Says::new("Hộ gia đình", "Household"),
    }
}

/// A level in words.
pub fn level_words(level: Level) -> Says {
    match level {
        Level::Unit => Says::new("Cơ sở", "Unit"),
        Level::Commune => Says::new("Cấp xã", "Commune"),
        Level::District => Says::new("Cấp huyện", "District"),
        Level::Province => Says::new("Cấp tỉnh", "Province"),
        Level::Ministry => Says::new("Bộ, ban, ngành", "Ministry"),
        Level::Government => Says::new("Chính phủ, Thủ tướng Chính phủ", "Government"),
        Level::State => Says::new("Nhà nước", "State"),
    }
}

/// Who decides, in words.
pub fn who_words(who: Who) -> Says {
    match who {
        Who::UnitHead => Says::new(
            "Thủ trưởng cơ quan, đơn vị có tư cách pháp nhân",
            "the head of a unit with legal personality",
        ),
        Who::DepartmentHead => Says::new(
            "Thủ trưởng cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh",
            "the head of a provincial department",
        ),
        Who::DistrictChair => Says::new("Chủ tịch Ủy ban nhân dân cấp huyện", "the chair of a district"),
        Who::CommuneChair => Says::new("Chủ tịch Ủy ban nhân dân cấp xã", "the chair of a commune"),
        Who::EnterpriseDirector => {
            Says::new("Giám đốc doanh nghiệp, hợp tác xã", "the director of an enterprise or cooperative")
        }
        Who::ProvinceChair => Says::new("Chủ tịch Ủy ban nhân dân cấp tỉnh", "the chair of a province"),
        Who::Minister => Says::new(
            "Bộ trưởng, thủ trưởng ban, ngành, đoàn thể trung ương",
            "a minister or head of a central body",
        ),
        Who::CentralCouncil => Says::new("Hội đồng Thi đua - Khen thưởng Trung ương", "the central council"),
        Who::PrimeMinister => Says::new("Thủ tướng Chính phủ", "the Prime Minister"),
        Who::Government => Says::new("Chính phủ", "the Government"),
        Who::President => Says::new("Chủ tịch nước", "the President"),
        Who::AssemblyCommittee => {
            Says::new("Ủy ban Thường vụ Quốc hội", "the Standing Committee of the National Assembly")
        }
        Who::Military => Says::new(
            "người có thẩm quyền theo quy định của Bộ Quốc phòng",
            "by the rules of the Ministry of Defence",
        ),
        Who::Police => Says::new(
            "người có thẩm quyền theo quy định của Bộ Công an",
            "by the rules of the Ministry of Public Security",
        ),
    }
}
