//! Pictures of text: recognised by Tesseract with its Vietnamese data, where the machine has them.
//!
//! The program is looked for each time, so that installing it needs no restart. Its answer is never trusted as typed text
//! is: the reading says that it was recognised, and a person compares it with the picture.

use super::{ReadProblem, SourceText};
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The most pages that are recognised at one go; each takes some seconds.
pub const MOST_SCANNED_PAGES: usize = 40;
/// The longest that one page may take.
const LONGEST: Duration = Duration::from_secs(60);
/// The most dots of a picture: a page of A3 at 600 dots per inch.
const MOST_DOTS: u64 = 80_000_000;

/// The language of the text, as Tesseract names it.
const LANGUAGE: &str = "vie";

/// Whether this machine can recognise Vietnamese.
///
/// # Errors
/// [`ReadProblem::NoRecogniser`] or [`ReadProblem::NoVietnamese`], which say what to install.
pub fn available() -> Result<(), ReadProblem> {
    let listed = Command::new("tesseract").arg("--list-langs").stdin(Stdio::null()).output();
    let listed = listed.map_err(|_| ReadProblem::NoRecogniser)?;
    let text = String::from_utf8_lossy(&listed.stdout).into_owned() + &String::from_utf8_lossy(&listed.stderr);
    if text.lines().any(|line| line.trim() == LANGUAGE) { Ok(()) } else { Err(ReadProblem::NoVietnamese) }
}

/// The text of a picture.
pub(super) fn read(picture: &[u8]) -> Result<SourceText, ReadProblem> {
    match dots(picture) {
        Some(dots) if dots <= MOST_DOTS => {}
        Some(_) => return Err(ReadProblem::Bomb),
        None => return Err(ReadProblem::Broken),
    }
    available()?;
    let text = recognise(picture)?;
    if text.trim().is_empty() {
        return Err(ReadProblem::NothingRecognised);
    }
    let mut source = SourceText::from_text(&text);
    source.notes.push(super::ReadNote::Recognised { pages: 1 });
    Ok(source)
}

/// Width times height as the picture's head states them; `None` when it is no PNG or JPEG, or cut off.
fn dots(picture: &[u8]) -> Option<u64> {
    let long =
        |at: usize| -> Option<u64> { Some(u32::from_be_bytes(picture.get(at..at + 4)?.try_into().ok()?).into()) };
    let short =
        |at: usize| -> Option<u64> { Some(u16::from_be_bytes(picture.get(at..at + 2)?.try_into().ok()?).into()) };
    if picture.starts_with(b"\x89PNG") {
        return long(16)?.checked_mul(long(20)?);
    }
    // JPEG: from segment to segment until the one that states the size
    let mut at = 2;
    loop {
        if *picture.get(at)? != 0xff {
            return None;
        }
        let kind = *picture.get(at + 1)?;
        let size_follows = (0xc0..=0xcf).contains(&kind) && !matches!(kind, 0xc4 | 0xc8 | 0xcc);
        if size_follows {
            return short(at + 5)?.checked_mul(short(at + 7)?);
        }
        at += match kind {
            0xff => 1,
            0x01 | 0xd0..=0xd8 => 2,
            _ => 2 + usize::try_from(short(at + 2)?).ok()?,
        };
    }
}

/// Runs the recogniser on one picture.
pub(super) fn recognise(picture: &[u8]) -> Result<String, ReadProblem> {
    let mut child = Command::new("tesseract")
        .args(["-", "-", "-l", LANGUAGE, "--psm", "3", "-c", "preserve_interword_spaces=1"])
        // one page a core: its own threads only wait for each other
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| ReadProblem::NoRecogniser)?;
    let outcome = talk(&mut child, picture);
    // whatever came of it, no process is left behind
    child.kill().ok();
    child.wait().ok();
    outcome
}

fn talk(child: &mut Child, picture: &[u8]) -> Result<String, ReadProblem> {
    let mut input = child.stdin.take().ok_or(ReadProblem::Broken)?;
    let mut output = child.stdout.take().ok_or(ReadProblem::Broken)?;
    let picture = picture.to_vec();
    // a recogniser that ends early closes the pipe; what it said counts then
    std::thread::spawn(move || input.write_all(&picture).ok());
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut text = Vec::new();
        let read = output.by_ref().take(8_000_000).read_to_end(&mut text).map(|_| text);
        sender.send(read).ok();
    });
    match receiver.recv_timeout(LONGEST) {
        Ok(Ok(text)) => Ok(String::from_utf8_lossy(&text).into_owned()),
        Ok(Err(_)) => Err(ReadProblem::Broken),
        Err(_) => Err(ReadProblem::TooSlow),
    }
}
