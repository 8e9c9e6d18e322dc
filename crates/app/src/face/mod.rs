//! What all pages share: frame, words, guards, the one error page.

pub mod assets;
pub(crate) mod caller;
pub(crate) mod charts;
pub(crate) mod forms;
pub(crate) mod frame;
pub(crate) mod guard;
pub(crate) mod once;
pub(crate) mod outside;
pub(crate) mod paging;
pub(crate) mod periods;
pub(crate) mod preferences;
pub(crate) mod refusal;
pub(crate) mod refusal_words;
pub mod routes;
pub(crate) mod scope;
pub(crate) mod sent;
pub(crate) mod show;
pub(crate) mod tabs;
pub(crate) mod wording;
pub(crate) mod words;

pub(crate) use caller::{Caller, Visitor};
pub(crate) use frame::{Frame, Place, page};
pub(crate) use refusal::{Answer, Refusal};
