//! Two tellers count the same ballots apart. Nobody sees a total before their sheets agree item by item: a difference names
//! the item and the field, never a number.

use super::count::Sheet;
use crate::codes::coded;
use std::collections::BTreeSet;

coded! {
    /// A field of a sheet.
    Field {
        /// Số phiếu phát ra.
        Issued = "issued",
        /// Số phiếu thu về.
        Returned = "returned",
        /// Số phiếu hợp lệ.
        Valid = "valid",
        /// Số phiếu không hợp lệ.
        Invalid = "invalid",
        /// Số phiếu đồng ý.
        InFavour = "in-favour",
        /// Số phiếu không đồng ý.
        Against = "against",
    }
}

impl Field {
    fn of(self, sheet: &Sheet) -> u32 {
        match self {
            Field::Issued => sheet.issued,
            Field::Returned => sheet.returned,
            Field::Valid => sheet.valid,
            Field::Invalid => sheet.invalid,
            Field::InFavour => sheet.in_favour,
            Field::Against => sheet.against,
        }
    }
}

/// What one teller counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The account that typed it.
    pub by: String,
    /// Each item with its sheet, in the order of the ballot.
    pub items: Vec<(String, Sheet)>,
}

/// Where two sheets differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// One person typed both.
    SameTeller,
    /// An item stands twice on a sheet.
    Twice {
        /// The item.
        item: String,
    },
    /// Only one of the two counted an item.
    Missing {
        /// The item.
        item: String,
    },
    /// A field differs.
    Field {
        /// The item.
        item: String,
        /// The field.
        field: Field,
    },
}

/// A sheet on which both tellers agree; there is no other way to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed(Sheet);

impl Agreed {
    /// What they agree on.
    pub fn sheet(&self) -> &Sheet {
        &self.0
    }
}

/// Compares what two tellers counted.
///
/// # Errors
/// Where they differ, without a number. As long as one item differs, no item is shown.
pub fn compare(one: &Counted, other: &Counted) -> Result<Vec<(String, Agreed)>, Vec<Difference>> {
    let mut differ = BTreeSet::new();
    if one.by == other.by {
        differ.insert(Difference::SameTeller);
    }
    for (mine, theirs) in [(one, other), (other, one)] {
        let mut seen = BTreeSet::new();
        for (item, _) in &mine.items {
            if !seen.insert(item) {
                differ.insert(Difference::Twice { item: item.clone() });
            }
            if !theirs.items.iter().any(|(name, _)| name == item) {
                differ.insert(Difference::Missing { item: item.clone() });
            }
        }
    }
    let mut agreed = Vec::new();
    for (item, mine) in &one.items {
        let Some((_, theirs)) = other.items.iter().find(|(name, _)| name == item) else { continue };
        for field in Field::ALL.iter().filter(|field| field.of(mine) != field.of(theirs)) {
            differ.insert(Difference::Field { item: item.clone(), field: *field });
        }
        agreed.push((item.clone(), Agreed(*mine)));
    }
    if differ.is_empty() { Ok(agreed) } else { Err(differ.into_iter().collect()) }
}
