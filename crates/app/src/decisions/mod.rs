//! Decisions on awards: prepared from a round, issued once, printed, revoked by another decision; what is sent upward and
//! followed to its result.

mod desk;
mod drafting;
mod entry;
mod grounds;
mod held;
mod honouring;
mod issuing;
pub(crate) mod law;
mod list;
mod one;
mod presenting;
mod principles;
mod printing;
mod recovering;
mod revoking;
mod round;
mod sending;
mod signed;
mod submissions;
mod using;
pub(crate) mod words;

pub(crate) use drafting::{correct, discard, draft};
pub(crate) use honouring::consequences;
pub(crate) use issuing::issue;
pub(crate) use list::show as list;
pub(crate) use one::show;
pub(crate) use presenting::{of_round as round_paper, of_submission as submission_paper};
pub(crate) use printing::{docx, pdf};
pub(crate) use recovering::{by_ground, money_back};
pub(crate) use revoking::{fields as revoking_fields, item, revoke, revoke_honour};
pub(crate) use round::show as round;
pub(crate) use sending::send;
pub(crate) use submissions::{answer, list as submissions, show as submission};
