//! Labels of comparators, directions and bases.

use super::words::{Words, words};
use thidua_domain::basics::Language;
use thidua_domain::targets::{Comparator, Direction, Reference};

/// The words of targets in the language of a plan's words.
pub(crate) fn words_like(of_plans: &'static crate::plans::words::Words) -> &'static Words {
    let english = std::ptr::eq(of_plans, crate::plans::words::words(Language::English));
    words(if english { Language::English } else { Language::Vietnamese })
}

pub(crate) fn comparator(comparator: Comparator, w: &'static Words) -> &'static str {
    match comparator {
        Comparator::Exactly => w.cmp_eq,
        Comparator::AtLeast => w.cmp_ge,
        Comparator::MoreThan => w.cmp_gt,
        Comparator::AtMost => w.cmp_le,
        Comparator::LessThan => w.cmp_lt,
        Comparator::Between => w.cmp_between,
        Comparator::About => w.cmp_approx,
        Comparator::IncreaseBy => w.cmp_increase,
        Comparator::DecreaseBy => w.cmp_decrease,
        Comparator::Maintain => w.cmp_maintain,
        Comparator::NoneExists => w.cmp_none,
        Comparator::Achieve => w.cmp_achieve,
    }
}

pub(crate) fn direction(direction: Direction, w: &'static Words) -> &'static str {
    match direction {
        Direction::Higher => w.better_higher,
        Direction::Lower => w.better_lower,
        Direction::Neither => w.better_neither,
    }
}

/// What a target is measured against, in words; other bases are shown as the plan says them.
pub(crate) fn basis(basis: &str, w: &'static Words) -> String {
    match Reference::from_basis(basis) {
        Some(Reference::AssignedFromAbove) => w.assigned_by.to_owned(),
        Some(Reference::EarlierYear(year)) => w.versus.replace("{year}", &year.to_string()),
        None => basis.to_owned(),
    }
}
