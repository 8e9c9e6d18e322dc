//! A country: units under 34 provinces and their people, made as separated text, brought in by the command, then looked at
//! and searched over HTTP. Invented names; the same every time.

pub mod names;

use super::{
    http::{Visitor, links},
    medians::{Times, mebibytes, milliseconds},
    process,
    product::{self, Product},
    web::Server,
};
use crate::{
    keeper::Kept,
    place,
    section::took,
    trouble::{Trouble, While},
};
use names::{Dice, GIVEN, PROVINCES, person_name, place_name};
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

/// How large the country is.
#[derive(Clone, Copy)]
pub struct Size {
    /// Communes of all provinces together.
    pub communes: u32,
    /// Units in a commune.
    pub units: u32,
    /// People.
    pub people: u32,
}

/// Viet Nam.
pub const WHOLE: Size = Size { communes: 3_321, units: 60, people: 1_000_000 };
/// Random pages and searches of each sort.
const ASKED: usize = 300;

/// Measures and prints.
pub fn measure(product: &Product, size: Size) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("country")?)?;
    let data = kept.path().join("data");
    let made = product.demo(&data).status().or_trouble("thidua demo")?;
    if !made.success() {
        return Err(Trouble::new(format!("thidua demo --no-serve: {made}")));
    }
    let (units, people) = (kept.path().join("units.csv"), kept.path().join("people.csv"));
    write_country(&units, &people, size).or_trouble("writing the country")?;
    bring_in(product, "units", &units, &data)?;
    bring_in(product, "people", &people, &data)?;
    println!("the database takes {} MiB", on_disk(&data) / 1_048_576);
    let server = Server::start(product, &data)?;
    let mut visitor = administrator(&server.address, &product::sign_ins(&data)?)?;
    let nodes = random_nodes(&mut visitor)?;
    let mut dice = Dice::new(7);
    let show = |kib: Option<u64>| kib.map_or("–".to_owned(), mebibytes);
    println!("after finding {} nodes: {} MiB at most", nodes.len(), show(process::peak(server.process.id())));
    let pick = |dice: &mut Dice| nodes[dice.below(nodes.len() as u32) as usize].clone();
    ask(&mut visitor, "page of a unit", &mut dice, &mut |dice| format!("/units/{}", pick(dice)))?;
    ask(&mut visitor, "people of a unit and below", &mut dice, &mut |dice| format!("/people?unit={}", pick(dice)))?;
    ask(&mut visitor, "unit by name without marks", &mut dice, &mut |dice| {
        format!("/units?q={}", words(&unmarked(&place_name(dice.below(9_000)))))
    })?;
    ask(&mut visitor, "person by full name without marks", &mut dice, &mut |dice| {
        format!("/people?q={}", words(&unmarked(&person_name(dice))))
    })?;
    ask(&mut visitor, "person by given name without marks", &mut dice, &mut |dice| {
        format!("/people?q={}", words(&unmarked(GIVEN[dice.below(GIVEN.len() as u32) as usize])))
    })?;
    println!("most memory of the server: {} MiB", show(process::peak(server.process.id())));
    Ok(())
}

/// Writes both lists.
fn write_country(units: &Path, people: &Path, size: Size) -> std::io::Result<()> {
    let mut units = BufWriter::new(File::create(units)?);
    let mut people = BufWriter::new(File::create(people)?);
    writeln!(units, "Tên đơn vị;Loại đơn vị;Trực thuộc;Người đứng đầu")?;
    writeln!(people, "Họ và tên;Năm sinh;Giới tính;Đơn vị;Đối tượng;Chức vụ")?;
    let mut dice = Dice::new(1);
    for province in PROVINCES {
        writeln!(units, "Ủy ban nhân dân {province};;;{}", person_name(&mut dice))?;
    }
    let in_all = u64::from(size.communes) * u64::from(size.units);
    let (mut unit_number, mut written) = (0u64, 0u64);
    for commune in 0..size.communes {
        let province = PROVINCES[commune as usize % PROVINCES.len()];
        let place = place_name(commune / PROVINCES.len() as u32 * 83 + commune % 7);
        let name = format!("Ủy ban nhân dân xã {place}");
        writeln!(units, "{name};;Ủy ban nhân dân {province};{}", person_name(&mut dice))?;
        for unit in 0..size.units {
            let own = names::unit_name(unit, &place);
            let kind = if unit >= 55 { "Đoàn thể, hội" } else { "" };
            writeln!(units, "{own};{kind};{name}, Ủy ban nhân dân {province};{}", person_name(&mut dice))?;
            unit_number += 1;
            // as many people as this unit's share asks for
            let due = unit_number * u64::from(size.people) / in_all;
            while written < due {
                written += 1;
                let (category, title) = names::work(&mut dice, unit);
                writeln!(
                    people,
                    "{};{};{};{own}, {name}, Ủy ban nhân dân {province};{category};{title}",
                    person_name(&mut dice),
                    1950 + dice.below(55),
                    if dice.below(2) == 0 { "Nam" } else { "Nữ" },
                )?;
            }
        }
    }
    units.flush()?;
    people.flush()
}

/// Brings a list in by the command; time and memory are printed.
fn bring_in(product: &Product, list: &str, file: &Path, data: &Path) -> Result<(), Trouble> {
    let begin = Instant::now();
    let mut run = product.import(list, file, data).stdout(Stdio::piped()).spawn().or_trouble("thidua import")?;
    let mut most = None;
    let status = loop {
        most = process::peak(run.id()).max(most);
        match run.try_wait().or_trouble("watching the import")? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(20)),
        }
    };
    let mut says = String::new();
    if let Some(mut out) = run.stdout.take() {
        std::io::Read::read_to_string(&mut out, &mut says).or_trouble("listening to the import")?;
    }
    if !status.success() {
        return Err(Trouble::new(format!("thidua import {list}: {status}\n{says}")));
    }
    let size = file.metadata().map_or(0, |about| about.len()) / 1_048_576;
    println!(
        "import {list}, {size} MiB: {}, {} MiB at most; {}",
        took(begin.elapsed()),
        most.map_or("–".to_owned(), mebibytes),
        says.trim()
    );
    Ok(())
}

fn on_disk(data: &Path) -> u64 {
    let files = std::fs::read_dir(data).into_iter().flatten().filter_map(Result::ok);
    files.filter_map(|file| file.metadata().ok()).filter(|about| about.is_file()).map(|about| about.len()).sum()
}

/// The visitor who sees all units: the one with the longest list of tops.
fn administrator(address: &str, sign_ins: &[(String, String)]) -> Result<Visitor, Trouble> {
    let (path, login_field, password_field) = product::SIGN_IN;
    let mut best: Option<(usize, Visitor)> = None;
    for (login, password) in sign_ins {
        let mut visitor = Visitor::new(address);
        let fields = [(login_field, login.as_str()), (password_field, password.as_str())];
        visitor.post(path, &fields).or_trouble("signing in")?;
        let tops = node_links(&mut visitor, "/units")?.len();
        if best.as_ref().is_none_or(|(most, _)| tops > *most) {
            best = Some((tops, visitor));
        }
    }
    best.map(|(_, visitor)| visitor).ok_or_else(|| Trouble::new("nobody can sign in"))
}

/// The units that a page links to.
fn node_links(visitor: &mut Visitor, path: &str) -> Result<Vec<String>, Trouble> {
    let page = visitor.get(path).or_trouble("asking for units")?;
    let text = String::from_utf8_lossy(&page.body).into_owned();
    let own = path.rsplit('/').next().unwrap_or_default().to_owned();
    let mut found: Vec<String> = links(&text)
        .into_iter()
        .filter_map(|link| Some(link.strip_prefix("/units/")?.to_owned()))
        .filter(|id| id.len() == 36 && *id != own)
        .collect();
    found.sort();
    found.dedup();
    Ok(found)
}

/// Units of every depth: from each top down a random branch.
fn random_nodes(visitor: &mut Visitor) -> Result<Vec<String>, Trouble> {
    let mut dice = Dice::new(3);
    let tops = node_links(visitor, "/units")?;
    let mut nodes = tops.clone();
    for top in &tops {
        let communes = node_links(visitor, &format!("/units/{top}"))?;
        for _ in 0..3 {
            if communes.is_empty() {
                break;
            }
            let commune = &communes[dice.below(communes.len() as u32) as usize];
            nodes.push(commune.clone());
            let villages = node_links(visitor, &format!("/units/{commune}"))?;
            for _ in 0..3.min(villages.len()) {
                nodes.push(villages[dice.below(villages.len() as u32) as usize].clone());
            }
        }
    }
    Ok(nodes)
}

/// Asks for random pages one after the other; their times are printed.
fn ask(
    visitor: &mut Visitor,
    what: &str,
    dice: &mut Dice,
    path: &mut dyn FnMut(&mut Dice) -> String,
) -> Result<(), Trouble> {
    let mut times = Vec::with_capacity(ASKED);
    let mut largest = 0;
    for _ in 0..ASKED {
        let path = path(dice);
        let begin = Instant::now();
        let answer = visitor.get(&path).or_trouble("asking for a page")?;
        times.push(begin.elapsed());
        largest = largest.max(answer.body.len());
        if answer.status != 200 {
            return Err(Trouble::new(format!("{path}: status {}", answer.status)));
        }
    }
    let times = Times::new(times);
    println!(
        "{what}: p50 {} ms, p99 {}, slowest {}; largest page {largest} bytes ({ASKED} asked)",
        milliseconds(times.median()),
        milliseconds(times.percentile(99)),
        milliseconds(times.slowest()),
    );
    Ok(())
}

/// Without marks, as people type in a hurry.
fn unmarked(text: &str) -> String {
    names::unmarked(text)
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join("+")
}
