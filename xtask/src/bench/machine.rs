//! The machine the numbers belong to.

use std::{fs, thread};

/// Cores, processor, memory and load, in one line.
pub fn describe() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let memory = field("/proc/meminfo", "MemTotal").and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    let memory = memory.map_or(String::new(), |kib| format!(", {} GiB", kib.div_ceil(1024 * 1024)));
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load
        .split(' ')
        .next()
        .filter(|it| !it.is_empty())
        .map_or(String::new(), |it| format!(", load {it} before"));
    format!("machine: {cores} cores, {processor}{memory}, {}{load}", std::env::consts::OS)
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_machine_is_one_line_with_its_cores() {
        let line = super::describe();
        assert!(line.contains(" cores, ") && !line.contains('\n'), "{line}");
    }
}
