//! A thousand different certificates, in one PDF and a file each: beside Typst, ReportLab and WeasyPrint, where they are
//! installed for a Python.

use super::{
    medians::{Times, mebibytes, milliseconds, ratio},
    process,
    product::Product,
};
use crate::{
    keeper::Kept,
    place,
    trouble::{Trouble, While},
};
use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const PYTHON: &str = include_str!("certificates.py");
const CERTIFICATES: usize = 1_000;

/// Median wall and processor time in microseconds, peak memory in KiB, bytes written.
struct Took {
    wall: u64,
    cpu: u64,
    peak: u64,
    bytes: u64,
}

impl Took {
    fn line(&self, name: &str, ours: Option<&Took>) {
        let beside = ours.map_or(String::new(), |ours| {
            format!(
                "; {} × our wall, {} × our processor time",
                ratio(self.wall, ours.wall),
                ratio(self.cpu, ours.cpu)
            )
        });
        println!(
            "{name}: median {} ms, processor {} ms, peak {} MiB, {} KiB written{beside}",
            milliseconds(self.wall),
            milliseconds(self.cpu),
            mebibytes(self.peak),
            self.bytes / 1_024
        );
    }
}

/// Measures and prints.
pub fn measure(product: &Product, python: &str, runs: usize) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("certificates")?)?;
    let folder = kept.path();
    let list = folder.join("list.csv");
    fs::write(&list, rows()).or_trouble("the list")?;
    println!("{CERTIFICATES} different certificates on A4, one list");
    let one = ours(product, folder, "all.pdf", runs)?;
    one.line("thidua, one PDF", None);
    let each = ours(product, folder, "each", runs.min(5))?;
    each.line("thidua, a file each", None);
    let fonts = product.root.join("crates/paper/fonts");
    for (tool, name, beside) in [
        ("typst", "Typst, one PDF", &one),
        ("reportlab", "ReportLab, one PDF", &one),
        ("weasyprint", "WeasyPrint, one PDF", &one),
        ("typst-each", "Typst, a file each (100, reckoned for 1,000)", &each),
    ] {
        let most = if tool == "weasyprint" { 1 } else { runs.min(3) };
        match told(python, tool, &list, &folder.join(format!("{tool}.pdf")), &fonts, most) {
            Some(took) => took.line(name, Some(beside)),
            None => println!("{name}: not installed for {python}"),
        }
    }
    Ok(())
}

/// The list, the same at every run: invented people.
fn rows() -> String {
    const FAMILIES: [&str; 10] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng"];
    const NAMES: [&str; 10] = ["Ẩn", "Bình", "Châu", "Dũng", "Được", "Giang", "Hạnh", "Khuê", "Lễ", "Ngữ"];
    let mut text = String::from("no,name,sex,title,unit,merit,decision,day,month,year,book,signer\n");
    for number in 1..=CERTIFICATES {
        let (family, name) = (FAMILIES[number % 10], NAMES[number / 10 % 10]);
        let (middle, sex) = if number % 3 == 0 { ("Thị", "Bà") } else { ("Văn", "Ông") };
        let _ = writeln!(
            text,
            "{number},{family} {middle} {name} {number},{sex},Công chức,Ủy ban nhân dân xã Minh Họa số {number},\
             \"hoàn thành xuất sắc nhiệm vụ, vận động {number} hộ hiến đất làm đường\",{number}/QĐ-UBND,5,9,2025,{number},\
             Hồ Xuân Ví Dụ"
        );
    }
    text
}

fn ours(product: &Product, folder: &Path, out: &str, runs: usize) -> Result<Took, Trouble> {
    let out = folder.join(out);
    let shown = |path: &Path| path.display().to_string();
    let set = "issuer=Chủ tịch Ủy ban nhân dân xã Minh Họa";
    let words: Vec<String> =
        ["certificate", "batch", "--input", &shown(&folder.join("list.csv")), "--out", &shown(&out), "--set", set]
            .map(str::to_owned)
            .into();
    let (mut walls, mut cpus) = (Vec::new(), Vec::new());
    let clear = || {
        let _ = fs::remove_dir_all(&out);
        let _ = fs::remove_file(&out);
    };
    for _ in 0..runs {
        // what is there already would only be compared
        clear();
        let (begin, before) = (Instant::now(), process::cpu_of_children());
        let status = Command::new(&product.program)
            .args(&words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .or_trouble("thidua certificate batch")?;
        if !status.success() {
            return Err(Trouble::new("thidua certificate batch did not end well"));
        }
        walls.push(begin.elapsed());
        if let (Some(before), Some(after)) = (before, process::cpu_of_children()) {
            cpus.push(Duration::from_millis((after - before) * 10));
        }
    }
    let bytes = bytes(&out);
    clear();
    let peak = process::peak_of_run(&product.program, &words, folder, &folder.join("peak")).unwrap_or(0);
    Ok(Took { wall: Times::new(walls).median(), cpu: Times::new(cpus).median(), peak, bytes })
}

/// Bytes of a file, or of the files in a folder.
fn bytes(path: &Path) -> u64 {
    let size = |path: &Path| fs::metadata(path).map_or(0, |file| file.len());
    if !path.is_dir() {
        return size(path);
    }
    fs::read_dir(path).into_iter().flatten().flatten().map(|entry| size(&entry.path())).sum()
}

/// Times as another tool tells them, reckoned for all certificates where it made fewer.
fn told(python: &str, tool: &str, list: &Path, out: &Path, fonts: &Path, runs: usize) -> Option<Took> {
    let (mut walls, mut cpus, mut peak, mut bytes) = (Vec::new(), Vec::new(), 0, 0);
    for _ in 0..runs.max(1) {
        let output = Command::new(python)
            .args(["-c", PYTHON, tool])
            .args([list, out, fonts])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let numbers: Vec<u64> =
            text.lines().last()?.split(' ').map(|word| word.parse().ok()).collect::<Option<_>>()?;
        let [wall, cpu, memory, size, made] = numbers.as_slice() else { return None };
        let all = |number: u64| number * CERTIFICATES as u64 / (*made).max(1);
        walls.push(Duration::from_micros(all(*wall)));
        cpus.push(Duration::from_micros(all(*cpu)));
        peak = peak.max(*memory);
        bytes = all(*size);
    }
    Some(Took { wall: Times::new(walls).median(), cpu: Times::new(cpus).median(), peak, bytes })
}
