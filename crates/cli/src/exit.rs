//! How the program ends: 0 done, 1 refused or invalid input, 70 our fault, 75 busy.

use crate::words::WORDS;
use std::fmt::Display;
use std::process::ExitCode;
use thidua_domain::basics::Says;

/// Prints a line to standard output; whoever closed the pipe has seen enough.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}
pub(crate) use say;

/// Prints a line to standard error in the same way.
macro_rules! complain {
    ($($text:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), $($text)*);
    }};
}
pub(crate) use complain;

/// An end that is not success. Messages go to standard error, Vietnamese first.
#[derive(Debug)]
pub enum Exit {
    /// Refused, or the input is not valid.
    Refused(Says),
    /// Our fault.
    Ours(String),
    /// Something is in use by another program.
    Busy(Says),
    /// Already reported; only the code is left.
    Reported,
}

impl Exit {
    /// A failure that is not the caller's.
    pub fn ours(error: impl Display) -> Exit {
        Exit::Ours(error.to_string())
    }

    /// Says it and gives the code.
    pub fn report(self) -> ExitCode {
        match self {
            Exit::Refused(says) => {
                complain!("{}\n{}", says.vi, says.en);
                ExitCode::from(1)
            }
            Exit::Ours(error) => {
                complain!("{}: {error}", WORDS.our_fault);
                ExitCode::from(70)
            }
            Exit::Busy(says) => {
                complain!("{}\n{}", says.vi, says.en);
                ExitCode::from(75)
            }
            Exit::Reported => ExitCode::from(1),
        }
    }
}
