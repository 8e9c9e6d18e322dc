//! The workshop: what is done to the product and is not the product. Reached as `cargo x`.
//!
//! It leans on the standard library only, so that it is ready in seconds. Every command is one entry
//! of [`command::COMMANDS`]; every house rule is one entry of [`tidy::rules::RULES`].

mod arguments;
mod bench;
mod ci;
mod clean_clone;
mod command;
mod fuzz;
mod keeper;
mod paper;
mod place;
mod programs;
mod section;
mod stream;
mod test;
mod tidy;
mod trouble;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command::run(&words) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}
