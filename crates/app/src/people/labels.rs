//! Names of kinds, categories, standings and grounds as people read them.

use super::words::Words;
use chrono::NaiveDate;
use thidua_domain::basics::date::short;
use thidua_domain::people::likeness::{Ground, Verdict};
use thidua_domain::people::{Category, PersonKind, Sex, StaffMode, Standing};

pub(crate) fn kind(kind: PersonKind, w: &'static Words) -> &'static str {
    match kind {
        PersonKind::Individual => w.kind_individual,
        PersonKind::Household => w.kind_household,
        PersonKind::Collective => w.kind_collective,
    }
}

pub(crate) fn sex(sex: Sex, w: &'static Words) -> &'static str {
    match sex {
        Sex::Male => w.sex_male,
        Sex::Female => w.sex_female,
    }
}

pub(crate) fn standing(standing: Standing, w: &'static Words) -> &'static str {
    match standing {
        Standing::Active => w.standing_active,
        Standing::Retired => w.standing_retired,
        Standing::Deceased => w.standing_deceased,
        Standing::MovedAway => w.standing_moved,
    }
}

pub(crate) fn mode(mode: StaffMode, w: &'static Words) -> &'static str {
    match mode {
        StaffMode::FullTime => w.staff_full,
        StaffMode::PartTime => w.staff_part,
    }
}

pub(crate) fn category(category: Category, w: &'static Words) -> &'static str {
    match category {
        Category::LeaderManager => w.c_leader_manager,
        Category::Official => w.c_official,
        Category::PublicEmployee => w.c_public_employee,
        Category::Teacher => w.c_teacher,
        Category::DirectWorker => w.c_direct_worker,
        Category::Worker => w.c_worker,
        Category::Farmer => w.c_farmer,
        Category::Soldier => w.c_soldier,
        Category::Entrepreneur => w.c_entrepreneur,
        Category::Household => w.c_household,
        Category::Collective => w.c_collective,
        Category::Other => w.c_other,
    }
}

pub(crate) fn ground(ground: Ground, w: &'static Words) -> &'static str {
    match ground {
        Ground::SameName => w.g_same_name,
        Ground::SameNameOtherSpelling => w.g_spelling,
        Ground::SameLetters => w.g_letters,
        Ground::Slip => w.g_slip,
        Ground::OtherMarks => w.g_marks,
        Ground::OneLetter => w.g_one_letter,
        Ground::MiddleNameMissing => w.g_middle,
        Ground::OtherName => w.g_other_name,
        Ground::ByAlias => w.g_alias,
        Ground::SameBirthDay => w.g_birth_day,
        Ground::SameBirthYear => w.g_birth_year,
        Ground::NextBirthYear => w.g_next_year,
        Ground::OtherBirthYear => w.g_other_year,
        Ground::SameUnit => w.g_unit,
        Ground::UnitInLineage => w.g_lineage,
        Ground::SameBranch => w.g_branch,
        Ground::SameTitle => w.g_title,
        Ground::SameSex => w.g_sex,
        Ground::OtherSex => w.g_other_sex,
        Ground::OtherKind => w.g_kind,
        Ground::SameIdentity => w.g_identity,
        Ground::OtherIdentity => w.g_other_identity,
    }
}

pub(crate) fn verdict(verdict: Verdict, w: &'static Words) -> &'static str {
    match verdict {
        Verdict::Likely => w.verdict_likely,
        Verdict::Doubtful => w.verdict_doubtful,
        Verdict::Different => w.verdict_different,
    }
}

/// `từ 01/7/2025`, `đến 30/6/2025`, both, or that no day is known.
pub(crate) fn days(from: Option<NaiveDate>, to: Option<NaiveDate>, w: &'static Words) -> String {
    match (from, to) {
        (None, None) => w.since_ever.to_owned(),
        (Some(from), None) => format!("{} {}", w.from_day, short(from)),
        (None, Some(to)) => format!("{} {}", w.to_day, short(to)),
        (Some(from), Some(to)) => format!("{} {} {} {}", w.from_day, short(from), w.to_day, short(to)),
    }
}

/// The choices of a select for a closed set.
pub(crate) fn choices<T: Copy>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> Vec<(&'static str, &'static str)> {
    all.iter().map(|one| (code(*one), label(*one))).collect()
}

pub(crate) fn categories(w: &'static Words) -> Vec<(&'static str, &'static str)> {
    choices(Category::ALL, Category::code, |one| category(one, w))
}
