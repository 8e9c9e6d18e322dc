//! A large file in blocks of whole lines, each block divided among threads; what they find is handed on in the order of the
//! file.

use super::{Failed, bad_line};
use memchr::{memchr, memchr_iter, memrchr};
use std::fs::File;
use std::io::Read;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use thidua_paper::read::ranking::BadLine;

/// Bytes that a thread reads of a block.
const SHARE: usize = 2 * 1024 * 1024;

/// A file on its way.
pub(super) struct Blocks {
    path: PathBuf,
    file: File,
    threads: usize,
    /// What was read and not handed on.
    buffer: Vec<u8>,
    /// How much of the buffer is filled.
    filled: usize,
    /// Bytes of the file before the buffer.
    before: u64,
}

impl Blocks {
    /// Opens a file and takes its first line off.
    pub(super) fn of(
        path: &Path,
        threads: usize,
        head: impl Fn(&[u8]) -> Result<usize, BadLine>,
    ) -> Result<Blocks, Failed> {
        let failed = |error| Failed::Disk(path.to_owned(), error);
        let file = File::open(path).map_err(failed)?;
        let threads = threads.clamp(1, 64);
        let mut blocks =
            Blocks { path: path.to_owned(), file, threads, buffer: vec![0; SHARE * threads], filled: 0, before: 0 };
        blocks.fill()?;
        let end = head(&blocks.buffer[..blocks.filled]).map_err(|bad| bad_line(path, 1, &bad))?;
        blocks.take(end);
        Ok(blocks)
    }

    /// Reads until the buffer is full or the file ends.
    fn fill(&mut self) -> Result<(), Failed> {
        while self.filled < self.buffer.len() {
            match self.file.read(&mut self.buffer[self.filled..]) {
                Ok(0) => break,
                Ok(read) => self.filled += read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Failed::Disk(self.path.clone(), error)),
            }
        }
        Ok(())
    }

    /// Drops what was handed on.
    fn take(&mut self, bytes: usize) {
        self.before += bytes as u64;
        self.buffer.copy_within(bytes..self.filled, 0);
        self.filled -= bytes;
    }

    /// Reads all lines: `read` on several threads, `each` with what they found, in the order of the file, and with the
    /// bytes that it came from.
    pub(super) fn for_each<T: Send>(
        mut self,
        read: impl Fn(&[u8], &mut Vec<T>) -> Result<(), BadLine> + Sync,
        mut each: impl FnMut(&[T], u64),
    ) -> Result<(), Failed> {
        let mut found: Vec<Vec<T>> = (0..self.threads).map(|_| Vec::new()).collect();
        loop {
            self.fill()?;
            let full = self.filled == self.buffer.len();
            let end = match memrchr(b'\n', &self.buffer[..self.filled]) {
                Some(last) if full => last + 1,
                // a line longer than the buffer is refused as a line
                _ => self.filled,
            };
            if end == 0 {
                return Ok(());
            }
            let parts = parts(&self.buffer[..end], self.threads);
            let told: Vec<Result<(), BadLine>> = std::thread::scope(|scope| {
                let spawn = |(part, found): (&'_ [u8], &mut Vec<T>)| {
                    found.clear();
                    read(part, found)
                };
                let threads: Vec<_> =
                    parts.iter().copied().zip(&mut found).map(|one| scope.spawn(move || spawn(one))).collect();
                threads
                    .into_iter()
                    .map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
                    .collect()
            });
            let mut begin = 0;
            for ((part, told), found) in parts.iter().zip(told).zip(&found) {
                if let Err(bad) = told {
                    let line = line_in_file(&self.path, self.before + begin + bad.at as u64)?;
                    return Err(bad_line(&self.path, line, &bad));
                }
                each(found, part.len() as u64);
                begin += part.len() as u64;
            }
            self.take(end);
        }
    }
}

/// Whole lines in about equal parts.
fn parts(bytes: &[u8], count: usize) -> Vec<&[u8]> {
    let mut parts = Vec::with_capacity(count);
    let mut rest = bytes;
    for left in (1..=count).rev() {
        let middle = rest.len() / left;
        let end = memchr(b'\n', &rest[middle..]).map_or(rest.len(), |line| middle + line + 1);
        let (part, behind) = rest.split_at(end);
        parts.push(part);
        rest = behind;
    }
    parts
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
    use super::parts;

    #[test]
    fn parts_are_whole_lines_and_together_the_whole() {
        let text = b"a\nbb\nccc\n\ndddddddddd\ne";
        for count in 1..9 {
            let parts = parts(text, count);
            assert_eq!(parts.len(), count);
            assert_eq!(parts.concat(), text);
            assert!(
                parts
                    .iter()
                    .rev()
                    .skip(1)
                    .all(|part| part.is_empty() || part.ends_with(b"\n") || part.ends_with(b"e"))
            );
        }
    }
}
