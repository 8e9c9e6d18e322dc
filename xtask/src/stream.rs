//! Running a program so that its output is seen at once and read by us as well.

use std::{
    env,
    io::{self, BufRead, BufReader, IsTerminal, Read, Write},
    process::{Command, ExitStatus, Stdio},
    sync::Mutex,
    thread,
};

/// Runs the program; every line goes where it would have gone, and to `watch`.
pub fn streamed(command: &mut Command, watch: &mut (dyn FnMut(&str) + Send)) -> io::Result<ExitStatus> {
    if io::stdout().is_terminal() && env::var_os("CARGO_TERM_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let watch = Mutex::new(watch);
    thread::scope(|scope| {
        let watch = &watch;
        if let Some(err) = err {
            scope.spawn(move || copy(err, io::stderr(), watch));
        }
        if let Some(out) = out {
            copy(out, io::stdout(), watch);
        }
    });
    child.wait()
}

fn copy(from: impl Read, mut to: impl Write, watch: &Mutex<&mut (dyn FnMut(&str) + Send)>) {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
        // A reader that went away is no reason to lose the count.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        if let Ok(mut watch) = watch.lock() {
            watch(&without_colours(&String::from_utf8_lossy(&line)));
        }
        line.clear();
    }
}

/// The text without the terminal's colour marks and without the line's end.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.trim_end_matches(['\r', '\n']).chars();
    while let Some(letter) = letters.next() {
        if letter != '\u{1b}' {
            plain.push(letter);
            continue;
        }
        match letters.next() {
            Some('[') => while letters.next().is_some_and(|mark| !mark.is_ascii_alphabetic()) {},
            Some('(') => _ = letters.next(),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_out_and_the_rest_stays() {
        assert_eq!(without_colours("\u{1b}[1m\u{1b}[32mok\u{1b}(B\u{1b}[m. 3 đạt\r\n"), "ok. 3 đạt");
    }

    #[test]
    fn both_streams_are_read_and_the_exit_is_kept() {
        let mut lines = Vec::new();
        let status = streamed(Command::new("sh").args(["-c", "echo one; echo two >&2; exit 3"]), &mut |line| {
            lines.push(line.to_owned());
        })
        .unwrap();
        lines.sort();
        assert_eq!((lines, status.code()), (vec!["one".to_owned(), "two".to_owned()], Some(3)));
    }
}
