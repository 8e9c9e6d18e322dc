//! People, households and collectives: who is emulated and commended, in what category, at which post and since when.

pub mod category;
pub mod identity;
pub mod likeness;
pub mod name;

pub use category::Category;

use chrono::{Datelike, NaiveDate};

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them, in the order people expect.
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
pub(crate) use coded;

coded! {
    /// Who or what is emulated: cá nhân, hộ gia đình, tập thể.
    PersonKind {
        /// Cá nhân.
        Individual = "individual",
        /// Hộ gia đình.
        Household = "household",
        /// Tập thể: a unit or a named group.
        Collective = "collective",
    }
}

coded! {
    /// Giới tính.
    Sex {
        /// Nam.
        Male = "male",
        /// Nữ.
        Female = "female",
    }
}

coded! {
    /// Whether somebody still takes part.
    Standing {
        /// Working, living here.
        Active = "active",
        /// Nghỉ hưu.
        Retired = "retired",
        /// Đã mất.
        Deceased = "deceased",
        /// Chuyển đi nơi khác.
        MovedAway = "moved-away",
    }
}

coded! {
    /// How somebody of the emulation staff serves.
    StaffMode {
        /// Chuyên trách.
        FullTime = "full-time",
        /// Kiêm nhiệm.
        PartTime = "part-time",
    }
}

/// A post: where, what, in which category, and in which days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The unit.
    pub unit_id: Option<String>,
    /// The title as papers write it: `Phó Chủ tịch`.
    pub title: Option<String>,
    /// Giữ chức vụ lãnh đạo, quản lý.
    pub leader: bool,
    /// The category that the post puts its holder in.
    pub category: Category,
    /// First day; `None` when nobody remembers.
    pub from: Option<NaiveDate>,
    /// Last day; `None` until further notice.
    pub to: Option<NaiveDate>,
    /// The paper that gave it.
    pub document: Option<String>,
}

impl Post {
    /// Whether it was held on a day.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A person, household or collective as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Identifier; never an identity number.
    pub id: String,
    /// What it is.
    pub kind: PersonKind,
    /// The name, NFC.
    pub name: String,
    /// Year of birth, where it is known.
    pub birth_year: Option<i32>,
    /// Day of birth, where it is known in full.
    pub birth_day: Option<NaiveDate>,
    /// Giới tính.
    pub sex: Option<Sex>,
    /// The present main post: unit, title, category. Of somebody without a post, the unit is where they live.
    pub post: Post,
    /// Whether they take part.
    pub standing: Standing,
    /// The unit that a collective is.
    pub collective_unit_id: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The one this record was found to be the same as.
    pub merged_into: Option<String>,
    /// Counts changes.
    pub version: i64,
}

impl Person {
    /// Sets the day of birth, which tells the year.
    pub fn born_on(mut self, day: NaiveDate) -> Person {
        self.birth_year = Some(day.year());
        self.birth_day = Some(day);
        self
    }

    /// `1979`, `07/3/1979`, or nothing.
    pub fn birth(&self) -> String {
        match (self.birth_day, self.birth_year) {
            (Some(day), _) => crate::basics::date::short(day),
            (None, Some(year)) => year.to_string(),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back() {
        for kind in PersonKind::ALL {
            assert_eq!(PersonKind::from_code(kind.code()), Some(*kind));
        }
        for category in Category::ALL {
            assert_eq!(Category::from_code(category.code()), Some(*category));
        }
        assert_eq!(Sex::from_code("male"), Some(Sex::Male));
        assert_eq!(Standing::from_code("moved-away"), Some(Standing::MovedAway));
        assert_eq!(StaffMode::from_code("nothing"), None);
    }
}
