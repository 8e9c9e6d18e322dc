//! room
pub mod certificate;
mod figure_passport;
pub mod forms;
pub mod plan;
pub mod read;
pub mod seal;
pub mod signature;
pub mod template;
pub mod write;
