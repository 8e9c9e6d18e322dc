//! One's own account: second factor, recovery codes, sessions.

pub(crate) mod actions;
pub(crate) mod factor;
pub(crate) mod pages;
pub(crate) mod password;
pub(crate) mod words;
