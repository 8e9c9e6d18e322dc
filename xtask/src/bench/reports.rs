//! Two hundred units that send their reports: in the same minute, and then all at the same moment. None may be lost.

use super::{
    http::{Visitor, links},
    medians::{Times, milliseconds},
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
use std::{
    sync::{
        Barrier, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Units that report.
const UNITS: usize = 200;
/// Threads that prepare them.
const HANDS: usize = 4;
/// The minute in which they save.
const MINUTE: Duration = Duration::from_secs(60);
const PASSWORD: &str = "con duong lua chin";

/// A unit's reporter at its report.
struct Writer {
    visitor: Visitor,
    report: String,
    /// The name of the first field for a number.
    field: String,
}

/// Measures and prints.
pub fn measure(product: &Product) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("bench")?)?;
    let data = kept.path().join("data");
    if !product.demo(&data).status().or_trouble("thidua demo")?.success() {
        return Err(Trouble::new("thidua demo --no-serve failed"));
    }
    let server = Server::start(product, &data)?;
    let begin = Instant::now();
    let sign_ins = product::sign_ins(&data)?;
    let as_login = |login: &str| {
        let found = sign_ins.iter().find(|(known, _)| known == login);
        let (login, password) = found.ok_or_else(|| Trouble::new(format!("the demo has no {login}")))?;
        signed_in(&server.address, login, password)
    };
    let mut admin = as_login("quan-tri")?;
    let mut clerk = as_login("loku.thuongtruc")?;
    let round = opened(&mut clerk)?;
    let writers = writers(&server.address, &mut admin, &mut clerk, &round)?;
    println!(
        "{} units with an account and a report that was begun, made in {}",
        writers.len(),
        took(begin.elapsed())
    );
    let cpu = process::cpu(server.process.id());
    let saved = at_times(&writers, MINUTE, |writer, number| {
        let value = number.to_string();
        post(writer, "", &[("version", "1"), (&writer.field, &value)])
    });
    told("saved a draft, spread over a minute", &saved);
    let sent = at_times(&writers, Duration::ZERO, |writer, number| {
        let (value, day, source) =
            (number.to_string(), writer.field.replace("v-", "t-"), writer.field.replace("v-", "s-"));
        let fields = [
            ("version", "2"),
            (&writer.field, &*value),
            (&day, "31/3/2022"),
            (&source, "Sổ theo dõi"),
            ("text-general", "Tốt"),
        ];
        post(writer, "/send", &fields)
    });
    told("sent, all at the same moment", &sent);
    if let Some(spent) = cpu.zip(process::cpu(server.process.id())).map(|(before, after)| (after - before) * 10_000)
    {
        println!("    processor {} ms a request", milliseconds(spent / (2 * UNITS as u64)));
    }
    let lost = AtomicUsize::new(0);
    for writer in &writers {
        let page = writer.visitor.again().get(&writer.report).or_trouble("reading a report")?;
        if !String::from_utf8_lossy(&page.body).contains("Thu hồi") {
            lost.fetch_add(1, Ordering::Relaxed);
        }
    }
    let lost = lost.into_inner();
    println!("    {} of {} reports stand as sent, {lost} lost", writers.len() - lost, writers.len());
    if lost > 0 { Err(Trouble::new("reports were lost")) } else { Ok(()) }
}

fn signed_in(address: &str, login: &str, password: &str) -> Result<Visitor, Trouble> {
    let (path, login_field, password_field) = product::SIGN_IN;
    let mut visitor = Visitor::new(address);
    let answer =
        visitor.post(path, &[(login_field, login), (password_field, password)]).or_trouble("signing in")?;
    if answer.status >= 400 || !visitor.has_cookies() {
        return Err(Trouble::new(format!("{login} cannot sign in: status {}", answer.status)));
    }
    Ok(visitor)
}

/// Opens a round of the one movement of an authority, for every kind of unit; its address.
fn opened(clerk: &mut Visitor) -> Result<String, Trouble> {
    let page = text(clerk, "/movements")?;
    let of_movement = |link: &String| link.starts_with("/movements/") && link.split('/').count() == 3;
    let movement = links(&page)
        .into_iter()
        .find(|link| of_movement(link) && link.len() > 40)
        .ok_or_else(|| Trouble::new("no movement is listed"))?;
    let path = format!("{movement}/rounds");
    let answer =
        clerk.post(&path, &[("other", "Q1"), ("due-other", "31/12/2099")]).or_trouble("opening a round")?;
    if answer.status != 303 {
        return Err(Trouble::new(format!("the round was not opened: status {}", answer.status)));
    }
    let page = text(clerk, &path)?;
    links(&page)
        .into_iter()
        .find(|link| link.starts_with("/rounds/") && link.split('/').count() == 3)
        .ok_or_else(|| Trouble::new("no round is listed"))
}

fn text(visitor: &mut Visitor, path: &str) -> Result<String, Trouble> {
    let answer = visitor.get(path).or_trouble(path)?;
    if answer.status != 200 {
        return Err(Trouble::new(format!("{path}: status {}", answer.status)));
    }
    Ok(String::from_utf8_lossy(&answer.body).into_owned())
}

/// The text between two others.
fn between<'a>(page: &'a str, before: &str, after: &str) -> Option<&'a str> {
    page.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

fn writers(address: &str, admin: &mut Visitor, clerk: &mut Visitor, round: &str) -> Result<Vec<Writer>, Trouble> {
    let own = links(&text(clerk, "/units")?)
        .into_iter()
        .find(|link| link.starts_with("/units/") && link.len() > 40)
        .ok_or_else(|| Trouble::new("no unit is listed"))?;
    let parent = own.trim_start_matches("/units/").split('?').next().unwrap_or_default().to_owned();
    let mut codes = Vec::new();
    for number in 1..=UNITS {
        let (name, login) = (format!("Làng đo tốc độ {number}"), format!("lang{number}"));
        let unit =
            clerk.post("/units", &[("name", &*name), ("parent_id", &*parent)]).or_trouble("adding a unit")?;
        let fields = [("name", &*login), ("login", &*login), ("role", "reporter"), ("unit", &*name)];
        let account = admin.post("/accounts", &fields).or_trouble("adding an account")?;
        let mut page = String::from_utf8_lossy(&account.body).into_owned();
        if let Some(place) = account.header("location") {
            page = text(admin, place)?;
        }
        let code = between(&page, &format!("Mã một lần của {login}: "), ".").map(str::to_owned);
        let code =
            code.ok_or_else(|| Trouble::new(format!("{login}: statuses {} and {}", unit.status, account.status)))?;
        codes.push((login, code));
    }
    let made = Mutex::new(Vec::new());
    let trouble = Mutex::new(None);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..HANDS {
            scope.spawn(|| {
                while let Some((login, code)) = codes.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match writer(address, login, code, round) {
                        Ok(writer) => made.lock().map(|mut made| made.push(writer)).unwrap_or_default(),
                        Err(why) => *trouble.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(why),
                    }
                }
            });
        }
    });
    match trouble.into_inner().ok().flatten() {
        Some(trouble) => Err(trouble),
        None => Ok(made.into_inner().unwrap_or_default()),
    }
}

fn writer(address: &str, login: &str, code: &str, round: &str) -> Result<Writer, Trouble> {
    let mut stranger = Visitor::new(address);
    let fields = [("login", login), ("code", code), ("password", PASSWORD)];
    stranger.post("/set-password", &fields).or_trouble("setting a password")?;
    let mut visitor = signed_in(address, login, PASSWORD)?;
    let begun = visitor.post(&format!("{round}/begin"), &[]).or_trouble("beginning a report")?;
    let report = begun.header("location").map(str::to_owned);
    let report = report.ok_or_else(|| Trouble::new(format!("{login} cannot begin: status {}", begun.status)))?;
    let page = text(&mut visitor, &report)?;
    let field = page
        .split("<input name=\"v-")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .map(|id| format!("v-{id}"))
        .ok_or_else(|| Trouble::new("the report has no field for a number"))?;
    Ok(Writer { visitor, report, field })
}

fn post(writer: &Writer, end: &str, fields: &[(&str, &str)]) -> bool {
    let path = format!("{}{end}", writer.report);
    match writer.visitor.again().post(&path, fields) {
        Ok(answer) if answer.status == 303 => true,
        Ok(answer) => {
            println!("    {path}: status {}", answer.status);
            false
        }
        Err(why) => {
            println!("    {path}: {why}");
            false
        }
    }
}

struct Sent {
    times: Times,
    failed: usize,
    wall: Duration,
}

/// Every writer does it once, spread over a time; how long each waited from its moment on.
fn at_times(writers: &[Writer], over: Duration, work: impl Fn(&Writer, usize) -> bool + Sync) -> Sent {
    let times = Mutex::new(Vec::new());
    let failed = AtomicUsize::new(0);
    let ready = Barrier::new(writers.len());
    let gap = over / u32::try_from(writers.len().max(1)).unwrap_or(1);
    let begin = Instant::now();
    thread::scope(|scope| {
        for (number, writer) in writers.iter().enumerate() {
            let (times, failed, ready, work) = (&times, &failed, &ready, &work);
            scope.spawn(move || {
                ready.wait();
                thread::sleep(gap * u32::try_from(number).unwrap_or_default());
                let moment = Instant::now();
                if work(writer, number + 1_000) {
                    times.lock().map(|mut times| times.push(moment.elapsed())).unwrap_or_default();
                } else {
                    failed.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    Sent {
        times: Times::new(times.into_inner().unwrap_or_default()),
        failed: failed.into_inner(),
        wall: begin.elapsed(),
    }
}

fn told(what: &str, sent: &Sent) {
    println!(
        "{what}: p50 {} ms, p95 {}, p99 {}, slowest {}; {} failed, in {}",
        milliseconds(sent.times.median()),
        milliseconds(sent.times.percentile(95)),
        milliseconds(sent.times.percentile(99)),
        milliseconds(sent.times.slowest()),
        sent.failed,
        took(sent.wall),
    );
}
