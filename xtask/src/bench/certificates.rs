//! A thousand different certificates, in one PDF and a file each: beside Typst, ReportLab and WeasyPrint, where they are
//! installed for a Python.

use super::{
    product::Product,
    took::{self, Took},
};
use crate::{
    keeper::Kept,
    place,
    trouble::{Trouble, While},
};
use std::{fmt::Write as _, fs, path::Path, process::Command};

const PYTHON: &str = include_str!("certificates.py");
const CERTIFICATES: usize = 1_000;

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
    // what is there already would only be compared
    let took = took::took(&product.program, &words, folder, runs, &|| {
        let _ = fs::remove_dir_all(&out);
        let _ = fs::remove_file(&out);
    })?;
    println!("{} KiB written", bytes(&out) / 1_024);
    Ok(took)
}

/// Bytes of a file, or of the files in a folder.
fn bytes(path: &Path) -> u64 {
    let size = |path: &Path| fs::metadata(path).map_or(0, |file| file.len());
    if !path.is_dir() {
        return size(path);
    }
    fs::read_dir(path).into_iter().flatten().flatten().map(|entry| size(&entry.path())).sum()
}

/// Another tool, reckoned for all certificates where it made fewer.
fn told(python: &str, tool: &str, list: &Path, out: &Path, fonts: &Path, runs: usize) -> Option<Took> {
    let call = || {
        let mut call = Command::new(python);
        call.args(["-c", PYTHON, tool]).args([list, out, fonts]);
        call
    };
    let (took, more) = took::told(call, runs)?;
    let [_, made] = more.as_slice() else { return None };
    let all = |number: u64| number * CERTIFICATES as u64 / (*made).max(1);
    Some(Took { wall: all(took.wall), cpu: all(took.cpu), peak: took.peak })
}
