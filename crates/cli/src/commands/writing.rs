//! Files that commands write: whole or not there, whoever looks meanwhile or after the power went.

use crate::exit::Exit;
use crate::words::WORDS;
use std::fs::File;
use std::io::{Error, Write};
use std::path::Path;
use thidua_domain::basics::Says;

/// Writes a file beside its place and moves it there.
pub fn whole(path: &Path, content: &[u8]) -> Result<(), Exit> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.part"));
    let written = File::create(&beside)
        .and_then(|mut file| file.write_all(content).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        unwritable(path, &error)
    })
}

/// Writes one of many files unless the same is there already, as a run that was cut off left it; `true` when it was written.
pub fn unless_there(path: &Path, content: &[u8]) -> Result<bool, Exit> {
    let same_length = std::fs::metadata(path).is_ok_and(|about| about.len() == content.len() as u64);
    if same_length && std::fs::read(path).is_ok_and(|there| there == content) {
        return Ok(false);
    }
    whole(path, content).map(|()| true)
}

/// Makes the folder that files go to.
pub fn folder(path: &Path) -> Result<(), Exit> {
    std::fs::create_dir_all(path).map_err(|error| unwritable(path, &error))
}

/// A place that cannot be written.
pub fn unwritable(path: &Path, error: &Error) -> Exit {
    of_file(WORDS.unwritable, path, error)
}

/// A file that cannot be read.
pub fn unreadable(path: &Path, error: &Error) -> Exit {
    of_file(WORDS.unreadable, path, error)
}

fn of_file((vi, en): (&str, &str), path: &Path, error: &Error) -> Exit {
    let path = path.display();
    Exit::Refused(Says::new(format!("{vi} {path}: {error}"), format!("{en} {path}: {error}")))
}
