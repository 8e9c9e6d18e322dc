//! What a running process takes, as the kernel tells it.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

const GNU_TIME: &str = "/usr/bin/time";

/// Resident memory of a process, now, in KiB.
pub fn resident(process: u32) -> Option<u64> {
    status(process, "VmRSS:")
}

/// The most memory it had so far, in KiB.
pub fn peak(process: u32) -> Option<u64> {
    status(process, "VmHWM:")
}

fn status(process: u32, field: &str) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    text.lines().find_map(|line| line.strip_prefix(field))?.trim().split(' ').next()?.parse().ok()
}

/// Processor time a process has taken, in hundredths of a second as the kernel counts them.
pub fn cpu(process: u32) -> Option<u64> {
    sum_of_fields(&fs::read_to_string(format!("/proc/{process}/stat")).ok()?, 11)
}

/// Processor time of all our ended children, in hundredths of a second.
pub fn cpu_of_children() -> Option<u64> {
    sum_of_fields(&fs::read_to_string("/proc/self/stat").ok()?, 13)
}

/// Adds user and system time, the two fields from `first` on, counted behind the name in brackets.
fn sum_of_fields(stat: &str, first: usize) -> Option<u64> {
    let behind = stat.rsplit_once(") ")?.1;
    let mut fields = behind.split(' ').skip(first).map(str::parse::<u64>);
    Some(fields.next()?.ok()? + fields.next()?.ok()?)
}

/// The most memory one whole run of a program takes, in KiB: as GNU time says, or else by looking often.
pub fn peak_of_run(program: &Path, words: &[String], folder: &Path, scratch: &Path) -> Option<u64> {
    if Path::new(GNU_TIME).exists() {
        let mut timed = Command::new(GNU_TIME);
        timed.args(["--format", "%M", "--output"]).arg(scratch).arg(program).args(words);
        timed.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
        return fs::read_to_string(scratch).ok()?.lines().last()?.trim().parse().ok();
    }
    let mut run = Command::new(program);
    run.args(words).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = run.spawn().ok()?;
    let mut most = None;
    while child.try_wait().ok()?.is_none() {
        most = peak(child.id()).max(most);
        thread::sleep(Duration::from_micros(200));
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_read_behind_a_name_with_spaces_and_brackets() {
        let stat = "42 (a (odd) name) S 1 42 42 0 -1 4194304 100 0 0 0 7 5 30 20 20 0 1 0 100 0 0";
        assert_eq!(sum_of_fields(stat, 11), Some(12));
        assert_eq!(sum_of_fields(stat, 13), Some(50));
        assert_eq!(sum_of_fields("nonsense", 11), None);
    }
}
