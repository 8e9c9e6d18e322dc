//! Many people judged by every award of the law of their day: wall, processor, memory, and that twice as many take twice
//! as long.

use super::{
    country::names::Dice,
    medians::{mebibytes, milliseconds, ratio},
    process,
    product::Product,
};
use crate::{
    keeper::Kept,
    place,
    trouble::{Trouble, While},
};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

/// As many as the country's largest authorities have together.
pub const MANY: u32 = 1_000_000;
const GRADES: [&str; 4] = ["not-completed", "completed", "good", "excellent"];
const WORK: [&str; 5] = ["official", "worker", "farmer", "soldier", "entrepreneur"];
/// Titles and forms in the order in which careers bring them, each with how likely it is in a year, of a hundred.
const HELD: [(&str, u32); 7] =
    [("LDTT", 70), ("CSTDCS", 15), ("GKX", 12), ("BKBT", 6), ("CSTDBT", 3), ("BKTTG", 1), ("HCLD3", 1)];
/// Years that are recorded of everybody, the last of them the year that is proposed for.
const YEARS: std::ops::RangeInclusive<u32> = 2016..=2025;

/// What one run took.
struct Took {
    micros: u64,
    /// Hundredths of a second.
    cpu: u64,
    /// KiB.
    peak: Option<u64>,
}

/// Measures and prints.
pub fn measure(product: &Product, people: u32) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("judging")?)?;
    let folder = kept.path();
    let (whole, half) = (folder.join("people.jsonl"), folder.join("half.jsonl"));
    write_people(&whole, people).or_trouble("writing the people")?;
    write_people(&half, people / 2).or_trouble("writing half of the people")?;
    let size = fs::metadata(&whole).or_trouble("the size of the people")?.len();
    println!("{people} people of {} years, {} MiB of JSON lines", YEARS.count(), mebibytes(size / 1024));
    for threads in ["1", "2"] {
        let all = run(product, &whole, folder, threads)?;
        let some = run(product, &half, folder, threads)?;
        let peak = |took: &Took| took.peak.map_or("–".to_owned(), mebibytes);
        println!(
            "{threads} thread(s): {} ms, processor {}.{:02} s, peak {} MiB; {} people a second",
            milliseconds(all.micros),
            all.cpu / 100,
            all.cpu % 100,
            peak(&all),
            u64::from(people).saturating_mul(1_000_000) / all.micros.max(1),
        );
        println!(
            "  half of them: {} ms, peak {} MiB; the whole takes {} × the time of the half",
            milliseconds(some.micros),
            peak(&some),
            ratio(all.micros, some.micros),
        );
    }
    let (answered, near) = answers(&folder.join("answers.jsonl"))?;
    println!("{answered} answers of the half, {near} with a threshold that only one condition is short of");
    if answered != u64::from(people / 2) {
        return Err(Trouble::new("Not everybody was answered."));
    }
    Ok(())
}

fn run(product: &Product, people: &Path, folder: &Path, threads: &str) -> Result<Took, Trouble> {
    let shown = |path: &Path| path.display().to_string();
    let out = folder.join("answers.jsonl");
    let words: Vec<String> =
        ["award", "judge", &shown(people), "--out", &shown(&out), "--threads", threads].map(str::to_owned).to_vec();
    let before = process::cpu_of_children();
    let begin = Instant::now();
    let status = Command::new(&product.program)
        .args(&words)
        .current_dir(&product.root)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !status.or_trouble("thidua award judge")?.success() {
        return Err(Trouble::new("thidua award judge did not end well"));
    }
    let micros = u64::try_from(begin.elapsed().as_micros()).unwrap_or(u64::MAX);
    let cpu = process::cpu_of_children().zip(before).map_or(0, |(after, before)| after - before);
    let peak = process::peak_of_run(&product.program, &words, &product.root, &folder.join("peak"));
    Ok(Took { micros, cpu, peak })
}

/// Lines, and those of them that tell of a threshold close by.
fn answers(out: &Path) -> Result<(u64, u64), Trouble> {
    let (mut all, mut near) = (0, 0);
    for line in BufReader::new(File::open(out).or_trouble("the answers")?).lines() {
        all += 1;
        near += u64::from(!line.or_trouble("the answers")?.contains("\"near\":[]"));
    }
    Ok((all, near))
}

/// Writes people one by one; the same number, the same people.
fn write_people(path: &Path, people: u32) -> std::io::Result<()> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut dice = Dice::new(2026);
    let mut line = String::new();
    for number in 0..people {
        line.clear();
        person(&mut line, number, &mut dice);
        file.write_all(line.as_bytes())?;
    }
    file.flush()
}

fn person(line: &mut String, number: u32, dice: &mut Dice) {
    let work = WORK[dice.below(WORK.len() as u32) as usize];
    line.push_str(r#"{"received_on":"2026-03-10","for_period":{"from":"2025-01-01","to":"2025-12-31"},"#);
    line.push_str(&format!(
        r#""subject":{{"kind":"individual","category":"{work}","leader":{}}},"#,
        dice.below(10) == 0
    ));
    line.push_str(r#""facts":{"grades":["#);
    let (mut grades, mut awards) = (Vec::new(), Vec::new());
    for year in YEARS {
        let grade = GRADES[[3, 2, 2, 2, 3, 1, 2, 0, 2, 3][dice.below(10) as usize]];
        grades.push(format!(r#"{{"year":{year},"grade":"{grade}"}}"#));
        for (award, likely) in HELD {
            if dice.below(100) < likely {
                awards.push(format!(r#"{{"award":"{award}","year":{year}}}"#));
            }
        }
    }
    line.push_str(&grades.join(","));
    line.push_str(r#"],"awards":["#);
    line.push_str(&awards.join(","));
    line.push_str(r#"],"initiatives":["#);
    if dice.below(4) == 0 {
        let scope = ["unit", "unit", "province", "nation"][dice.below(4) as usize];
        line.push_str(&format!(
            r#"{{"id":"SK{number}","year":2025,"scope":"{scope}","kind":"initiative","used_for":[]}}"#
        ));
    }
    line.push_str(r#"],"discipline":[],"pending":[]}}"#);
    line.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_is_the_same_person_on_one_line() {
        let of = || {
            let (mut line, mut dice) = (String::new(), Dice::new(1));
            person(&mut line, 7, &mut dice);
            line
        };
        assert_eq!(of(), of());
        assert_eq!(of().lines().count(), 1);
        assert!(of().starts_with('{') && of().ends_with("}\n"), "{}", of());
        assert_eq!(of().matches('{').count(), of().matches('}').count());
    }
}
