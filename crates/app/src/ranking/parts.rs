//! A large file of lines in parts, one for each thread; what the parts say is handed back in the order of the file.

use super::{Failed, bad_line};
use memchr::{memchr, memchr_iter, memrchr};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use thidua_paper::read::ranking::BadLine;

/// Bytes that a thread reads at once: few enough to stay near the processor.
const BLOCK: usize = 512 * 1024;
/// The most parts: each keeps what it has read apart from the others until the end.
const MOST_PARTS: usize = 8;

/// How a file is read.
pub(super) struct Reading<'a, N, R> {
    /// The file.
    pub(super) path: &'a Path,
    /// The most parts.
    pub(super) threads: usize,
    /// Takes the first line off.
    pub(super) head: fn(&[u8]) -> Result<usize, BadLine>,
    /// What a part begins with.
    pub(super) nothing: N,
    /// Reads whole lines into it.
    pub(super) read: R,
}

/// Reads all lines. `progress` is told how many bytes were read, from the thread that called.
pub(super) fn read<T: Send>(
    asked: &Reading<'_, impl Fn() -> T + Sync, impl Fn(&[u8], &mut T) -> Result<(), BadLine> + Sync>,
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<T>, Failed> {
    let failed = |error| Failed::Disk(asked.path.to_owned(), error);
    let about = std::fs::metadata(asked.path).map_err(failed)?;
    // what is no file, a pipe, is read by one, from beginning to end
    let (length, parts) = if about.is_file() {
        let worth = about.len() / BLOCK as u64 + 1;
        let parts = asked.threads.clamp(1, MOST_PARTS).min(usize::try_from(worth).unwrap_or(MOST_PARTS));
        (about.len(), parts as u64)
    } else {
        (u64::MAX, 1)
    };
    let done = AtomicU64::new(0);
    let edge = |part: u64| (u128::from(length) * u128::from(part) / u128::from(parts)) as u64;
    let one = |part: u64, told: &mut dyn FnMut(u64)| {
        let mut found = (asked.nothing)();
        part_of(asked.path, edge(part)..edge(part + 1), asked.head, |lines, at| {
            let read = (asked.read)(lines, &mut found);
            told(done.fetch_add(lines.len() as u64, Ordering::Relaxed) + lines.len() as u64);
            read.or_else(|bad| {
                let line = line_in_file(asked.path, at + bad.at as u64)?;
                Err(bad_line(asked.path, line, &bad))
            })
        })?;
        Ok(found)
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..parts).map(|part| scope.spawn(move || one(part, &mut |_| ()))).collect();
        let mut found = vec![one(0, progress)];
        found.extend(others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))));
        // the first part that has a bad line has the first bad line of the file
        found.into_iter().collect()
    })
}

/// Hands on the whole lines that begin within `range`, block by block, with the place of each block in the file.
fn part_of(
    path: &Path,
    range: std::ops::Range<u64>,
    head: fn(&[u8]) -> Result<usize, BadLine>,
    mut each: impl FnMut(&[u8], u64) -> Result<(), Failed>,
) -> Result<(), Failed> {
    let failed = |error| Failed::Disk(path.to_owned(), error);
    let mut file = File::open(path).map_err(failed)?;
    let mut buffer = vec![0; BLOCK];
    // the byte before says whether the first one begins a line
    let mut at = range.start.saturating_sub(1);
    let (mut filled, mut begun) = (0, false);
    if at > 0 {
        file.seek(SeekFrom::Start(at)).map_err(failed)?;
    }
    loop {
        let more = fill(&mut file, &mut buffer, &mut filled).map_err(failed)?;
        let mut begin = 0;
        if !begun {
            if range.start == 0 {
                begin = head(&buffer[..filled]).map_err(|bad| bad_line(path, 1, &bad))?;
                begun = true;
            } else if let Some(end) = memchr(b'\n', &buffer[..filled]) {
                begin = end + 1;
                begun = true;
            } else {
                begin = filled;
            }
        }
        let last = range.end.saturating_sub(at);
        let ends = begun && last <= filled as u64;
        let end = if ends {
            // the line that holds the last byte of the part ends it
            let from = usize::try_from(last).unwrap_or(filled).saturating_sub(1).max(begin.saturating_sub(1));
            memchr(b'\n', &buffer[from..filled]).map(|more| (from + more + 1).max(begin))
        } else {
            memrchr(b'\n', &buffer[begin..filled]).map(|last| begin + last + 1)
        };
        let end = match end {
            Some(end) => end,
            // at the end of the file, and a line longer than the buffer, which is refused as a line
            None if !more || (begin == 0 && filled == buffer.len()) => filled,
            None => begin,
        };
        if begun && end > begin {
            each(&buffer[begin..end], at + begin as u64)?;
        }
        let over = at + end as u64 >= range.end;
        buffer.copy_within(end..filled, 0);
        at += end as u64;
        filled -= end;
        if (begun && over) || (!more && filled == 0) {
            return Ok(());
        }
    }
}

/// Reads until the buffer is full or the file ends; whether there may be more.
fn fill(file: &mut File, buffer: &mut [u8], filled: &mut usize) -> std::io::Result<bool> {
    while *filled < buffer.len() {
        match file.read(&mut buffer[*filled..]) {
            Ok(0) => return Ok(false),
            Ok(read) => *filled += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

/// The number of the line that begins at a byte: counted only when there is something to say about it.
fn line_in_file(path: &Path, at: u64) -> Result<u64, Failed> {
    let failed = |error| Failed::Disk(path.to_owned(), error);
    let (mut line, mut before) = (1, File::open(path).map_err(failed)?.take(at));
    let mut some = vec![0; 64 * 1024];
    loop {
        match before.read(&mut some).map_err(failed)? {
            0 => return Ok(line),
            read => line += memchr_iter(b'\n', &some[..read]).count() as u64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(text: &[u8], parts: u64) -> Vec<Vec<u8>> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lines");
        std::fs::write(&path, text).expect("written");
        let edge = |part: u64| text.len() as u64 * part / parts;
        (0..parts)
            .map(|part| {
                let mut found = Vec::new();
                let head = |bytes: &[u8]| Ok(memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1));
                part_of(&path, edge(part)..edge(part + 1), head, |lines, at| {
                    assert_eq!(&text[usize::try_from(at).expect("a place")..][..lines.len()], lines);
                    found.extend_from_slice(lines);
                    Ok(())
                })
                .expect("read");
                found
            })
            .collect()
    }

    #[test]
    fn parts_are_whole_lines_and_together_the_whole_without_its_head() {
        let mut long = b"head\n".to_vec();
        for line in 0..200_000 {
            long.extend_from_slice(format!("{line}{}\n", ["", ",more", ",very much more"][line % 3]).as_bytes());
        }
        long.extend_from_slice(b"no end");
        for text in [&b"head\na\nbb\nccc\n\ndddddddddd\ne"[..], b"head\n", b"head", b"head\n\n\n\nx\n", &long] {
            let head = memchr(b'\n', text).map_or(text.len(), |end| end + 1);
            for count in 1..9 {
                let parts = lines_of(text, count);
                assert_eq!(parts.concat(), &text[head..], "{count} parts");
                let whole = |part: &Vec<u8>| part.is_empty() || part.ends_with(b"\n");
                let last = parts.iter().rposition(|part| !part.is_empty()).unwrap_or(0);
                assert!(parts[..last].iter().all(whole), "{count} parts");
            }
        }
    }
}
