//! workshop
fn main() {}
