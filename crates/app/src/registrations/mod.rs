//! Registration for emulation: rounds, what units register, approving, lists, and what came of it.

mod achieved;
mod aims;
mod assigned;
mod board;
mod checking;
mod door;
mod entries;
mod export;
mod items;
mod labels;
pub(crate) mod listed;
pub(crate) mod listed_steps;
mod notices;
mod printing;
mod progress;
mod results;
mod rounds;
mod sheet;
mod steps;
mod waiting;
pub(crate) mod words;

pub(crate) use achieved::show as show_achieved;
pub(crate) use board::show as show_board;
pub(crate) use checking::{ask as ask_check, show as show_check};
pub(crate) use entries::entries;
pub(crate) use export::csv;
pub(crate) use items::{edit as edit_item, form as item_form};
pub(crate) use labels::promise;
pub(crate) use printing::{docx, pdf};
pub(crate) use progress::{form as progress_form, tell as tell_progress};
pub(crate) use results::{Result as ItemResult, Results};
pub(crate) use rounds::{begin, kinds_asked, open, reopen, ticked_kinds};
pub(crate) use sheet::show as show_sheet;
pub(crate) use steps::{decide, send};
pub(crate) use waiting::{registering, waiting};
