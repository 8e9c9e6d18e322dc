//! What one way of doing it took: ours as the kernel tells it, another tool's as it tells itself.

use super::{
    medians::{Times, mebibytes, milliseconds, ratio},
    process,
};
use crate::trouble::{Trouble, While};
use std::{
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// Medians of several runs.
pub struct Took {
    /// Microseconds on the wall.
    pub wall: u64,
    /// Microseconds of the processor.
    pub cpu: u64,
    /// The most memory, in KiB.
    pub peak: u64,
}

impl Took {
    /// Prints it, beside ours where there is one.
    pub fn line(&self, name: &str, ours: Option<&Took>) {
        let beside = ours.map_or(String::new(), |ours| {
            let (wall, cpu) = (ratio(self.wall, ours.wall), ratio(self.cpu, ours.cpu));
            format!("; {wall} × our wall, {cpu} × our processor time")
        });
        println!(
            "{name}: median {} ms, processor {} ms, peak {} MiB{beside}",
            milliseconds(self.wall),
            milliseconds(self.cpu),
            mebibytes(self.peak)
        );
    }

    fn of(walls: Vec<Duration>, cpus: Vec<Duration>, peak: u64) -> Took {
        Took { wall: Times::new(walls).median(), cpu: Times::new(cpus).median(), peak }
    }
}

/// Runs a program once, in silence.
pub fn run(program: &Path, words: &[String], folder: &Path) -> Result<(), Trouble> {
    let call = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let status = Command::new(program)
        .args(words)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .or_trouble(&call)?;
    if status.success() { Ok(()) } else { Err(Trouble::new(format!("{call}: {status}"))) }
}

/// Runs a program several times; `clear` makes each run begin as the first did.
pub fn took(
    program: &Path,
    words: &[String],
    folder: &Path,
    runs: usize,
    clear: &dyn Fn(),
) -> Result<Took, Trouble> {
    let (mut walls, mut cpus) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        clear();
        let (begin, before) = (Instant::now(), process::cpu_of_children());
        run(program, words, folder)?;
        walls.push(begin.elapsed());
        if let (Some(before), Some(after)) = (before, process::cpu_of_children()) {
            cpus.push(Duration::from_millis((after - before) * 10));
        }
    }
    clear();
    let peak = process::peak_of_run(program, words, folder, &folder.join("peak")).unwrap_or(0);
    Ok(Took::of(walls, cpus, peak))
}

/// Runs another tool several times. Its last line has the microseconds of the work, those of the processor, the memory in KiB,
/// and perhaps more numbers; nothing where the tool is not there.
pub fn told(call: impl Fn() -> Command, runs: usize) -> Option<(Took, Vec<u64>)> {
    let (mut walls, mut cpus, mut peak, mut more) = (Vec::new(), Vec::new(), 0, Vec::new());
    for _ in 0..runs.max(1) {
        let output = call().stdin(Stdio::null()).stderr(Stdio::null()).output().ok();
        let output = output.filter(|output| output.status.success())?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let numbers: Vec<u64> =
            text.lines().last()?.split(' ').map(|word| word.parse().ok()).collect::<Option<_>>()?;
        let [wall, cpu, memory, rest @ ..] = numbers.as_slice() else { return None };
        walls.push(Duration::from_micros(*wall));
        cpus.push(Duration::from_micros(*cpu));
        peak = peak.max(*memory);
        more = rest.to_vec();
    }
    Some((Took::of(walls, cpus, peak), more))
}
