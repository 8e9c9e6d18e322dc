//! Accounts: added by the administrator, opened by their owner with a one-time code.

pub mod actions;
pub(crate) mod pages;
pub(crate) mod powers;
pub(crate) mod words;
