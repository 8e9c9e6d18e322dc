//! The commands of the workshop, as a list that describes itself.

use crate::{bench, ci, clean_clone, fuzz, keeper, paper, test, tidy, trouble::Trouble};
use std::process::ExitCode;

/// One command of `cargo x`.
pub struct Command {
    /// The word after `cargo x`.
    pub name: &'static str,
    /// What may follow it.
    pub takes: &'static str,
    /// What it does, in one line.
    pub says: &'static str,
    /// Does it.
    pub run: fn(&[String]) -> Result<ExitCode, Trouble>,
}

/// Every command; the help is made from this list.
pub const COMMANDS: &[Command] = &[
    test::COMMAND,
    tidy::COMMAND,
    ci::COMMAND,
    bench::COMMAND,
    fuzz::COMMAND,
    paper::COMMAND,
    clean_clone::COMMAND,
];

/// Runs the command that the words name; without words, prints the help.
pub fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let Some((name, rest)) = words.split_first() else {
        print!("{}", help());
        return Ok(ExitCode::SUCCESS);
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", help());
        return Ok(ExitCode::SUCCESS);
    }
    if name == keeper::WORD {
        return keeper::run(rest);
    }
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(rest),
        None => Err(Trouble::new(format!("there is no `cargo x {name}`\n\n{}", help()))),
    }
}

fn help() -> String {
    let mut text = String::from("The workshop of Thi Đua\n\n");
    for command in COMMANDS {
        let call = format!("cargo x {} {}", command.name, command.takes);
        text.push_str(&format!("  {}\n      {}\n", call.trim_end(), command.says));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_command_once_with_what_it_does() {
        let text = help();
        for command in COMMANDS {
            assert_eq!(text.matches(&format!("cargo x {}", command.name)).count(), 1, "{}", command.name);
            assert!(text.contains(command.says));
        }
    }
}
