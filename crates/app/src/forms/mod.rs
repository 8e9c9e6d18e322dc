//! The official forms: what each needs, where in the product it is printed from the records, examples to look at. Menus
//! and downloads are made from the list of forms.

mod asked;
mod downloads;
mod page;
mod places;
pub(crate) mod words;

pub(crate) use asked::Asked;
pub(crate) use downloads::{Download, downloads, downloads_with};
pub(crate) use page::{example, show};
