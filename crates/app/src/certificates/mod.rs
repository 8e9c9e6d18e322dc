//! The certificate station: certificates of a decision in the order of the ceremony, batches for the printer and what came out
//! of them, printers that are measured, blanks that are counted; and the public page behind each verification code.

mod batch;
mod filling;
mod listing;
mod ordering;
mod pictures;
mod printers;
mod sending;
mod station;
mod verify;
mod words;

pub(crate) use batch::{paper as batch_paper, settle, show as batch};
pub(crate) use filling::place as place_of;
pub(crate) use listing::{FORMS, paper};
pub(crate) use ordering::order;
pub(crate) use pictures::{of_batch as batch_picture, of_honour as picture};
pub(crate) use printers::{blanks, measure, show as printers, test};
pub(crate) use sending::send;
pub(crate) use station::show as station;
pub(crate) use verify::{code as verify, form as verify_form};
