//! room
pub mod forms;
pub mod plan;
pub mod read;
pub mod seal;
pub mod write;
