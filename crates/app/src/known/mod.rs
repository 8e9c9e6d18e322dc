//! Making a plan known (quán triệt): sessions of every unit below the movement's owner, and the share reached.

pub(crate) mod board;
mod editing;
mod page;
mod words;

pub(crate) use editing::record;
pub(crate) use page::show;
