//! The categories in which people are counted, given priority and held to quotas.
//!
//! Source: plans of Lý Sơn I.2 and III.1.d, Hưng Thịnh II.2 (“không giữ chức vụ lãnh đạo, quản lý”), Long Phụng I.1.1
//! (“tập thể, cá nhân, hộ gia đình”).

use super::PersonKind;

super::coded! {
    /// What somebody is by work: one word each for counting; whether they lead is said beside it.
    Category {
        /// Cán bộ, công chức lãnh đạo, quản lý.
        LeaderManager = "leader-manager",
        /// Công chức.
        Official = "official",
        /// Viên chức.
        PublicEmployee = "public-employee",
        /// Nhà giáo.
        Teacher = "teacher",
        /// Người trực tiếp lao động, sản xuất, công tác.
        DirectWorker = "direct-worker",
        /// Công nhân.
        Worker = "worker",
        /// Nông dân.
        Farmer = "farmer",
        /// Bộ đội, công an, dân quân.
        Soldier = "soldier",
        /// Doanh nhân.
        Entrepreneur = "entrepreneur",
        /// Hộ gia đình.
        Household = "household",
        /// Tập thể.
        Collective = "collective",
        /// Khác.
        Other = "other",
    }
}

impl Category {
    /// Whether those in it work with their own hands, in the field, the workshop, the class or at the desk, and lead
    /// nobody: the share of such people is what plans ask to raise.
    pub fn works_directly(self, leader: bool) -> bool {
        !leader
            && matches!(
                self,
                Category::DirectWorker
                    | Category::Worker
                    | Category::Farmer
                    | Category::Soldier
                    | Category::Teacher
                    | Category::PublicEmployee
            )
    }

    /// The category of a household and of a collective; individuals say theirs.
    pub fn of_kind(kind: PersonKind) -> Option<Category> {
        match kind {
            PersonKind::Individual => None,
            PersonKind::Household => Some(Category::Household),
            PersonKind::Collective => Some(Category::Collective),
        }
    }

    /// Whether something of this kind may stand in it.
    pub fn fits(self, kind: PersonKind) -> bool {
        match kind {
            PersonKind::Individual => !matches!(self, Category::Household | Category::Collective),
            PersonKind::Household => matches!(self, Category::Household | Category::Farmer | Category::Other),
            PersonKind::Collective => self == Category::Collective,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leads_is_no_direct_worker() {
        assert!(Category::Farmer.works_directly(false));
        assert!(!Category::Teacher.works_directly(true), "a headmaster");
        assert!(!Category::Official.works_directly(false));
    }

    #[test]
    fn a_collective_is_no_farmer() {
        assert!(!Category::Farmer.fits(PersonKind::Collective));
        assert!(Category::Farmer.fits(PersonKind::Household));
        assert!(!Category::Household.fits(PersonKind::Individual));
        assert_eq!(Category::of_kind(PersonKind::Collective), Some(Category::Collective));
    }
}
