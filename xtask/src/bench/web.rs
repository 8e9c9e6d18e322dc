//! The server: how soon it serves, what it takes when idle, and its page of targets under load.

use super::{
    http::{Visitor, links},
    load::{Load, Outcome},
    medians::{Times, mebibytes, milliseconds, ratio},
    process,
    product::{self, Product},
};
use crate::{
    keeper::Kept,
    place,
    section::took,
    test::postgres::free_port,
    trouble::{Trouble, While},
};
use std::{
    path::Path,
    process::Child,
    thread,
    time::{Duration, Instant},
};

/// How long a server may take to serve before it is taken for broken.
const PATIENCE: Duration = Duration::from_secs(60);
const IDLE: Duration = Duration::from_secs(2);
const LOAD: Load = Load { rate: 200, seconds: 10, connections: 16 };
/// The floor: the same way through the server, without a page.
const FLOOR: Load = Load { rate: 200, seconds: 3, connections: 16 };

/// A running server; it ends with this value.
pub(super) struct Server {
    pub(super) process: Child,
    pub(super) address: String,
    start: Duration,
}

impl Server {
    pub(super) fn start(product: &Product, data: &Path) -> Result<Self, Trouble> {
        let address = format!("127.0.0.1:{}", free_port()?);
        let begin = Instant::now();
        let process = product.serve(data, &address).spawn().or_trouble("starting the server")?;
        let mut server = Self { process, address, start: Duration::ZERO };
        while begin.elapsed() < PATIENCE {
            if Visitor::new(&server.address).get(product::HEALTH).is_ok_and(|answer| answer.status == 200) {
                server.start = begin.elapsed();
                return Ok(server);
            }
            if let Some(status) = server.process.try_wait().or_trouble("watching the server")? {
                return Err(Trouble::new(format!("the server ended before it served: {status}")));
            }
            thread::sleep(Duration::from_micros(500));
        }
        Err(Trouble::new(format!("the server does not answer 200 on {}", product::HEALTH)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Measures and prints.
pub fn measure(product: &Product, runs: usize) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("bench")?)?;
    let data = kept.path().join("data");
    let begin = Instant::now();
    let made = product.demo(&data).status().or_trouble("thidua demo")?;
    if !made.success() {
        return Err(Trouble::new(format!("thidua demo --no-serve: {made}")));
    }
    println!("data of the demo made in {}", took(begin.elapsed()));
    let server = start_often(product, &data, runs)?;
    thread::sleep(IDLE);
    let show = |kib: Option<u64>| kib.map_or("–".to_owned(), mebibytes);
    println!("idle after {}: {} MiB resident", took(IDLE), show(process::resident(server.process.id())));
    let floor = loaded(&server, "floor", FLOOR, &Visitor::new(&server.address), product::HEALTH);
    let (visitor, page) = target_page(&server.address, &product::sign_ins(&data)?)?;
    let outcome = loaded(&server, "page of targets", LOAD, &visitor, &page);
    println!("the page takes {} × the floor at the median", ratio(outcome.times.median(), floor.times.median()));
    println!("most memory so far: {} MiB", show(process::peak(server.process.id())));
    Ok(())
}

fn start_often(product: &Product, data: &Path, runs: usize) -> Result<Server, Trouble> {
    let mut server = Server::start(product, data)?;
    let mut starts = vec![server.start];
    for _ in 1..runs {
        drop(server);
        server = Server::start(product, data)?;
        starts.push(server.start);
    }
    let starts = Times::new(starts);
    println!(
        "start, from spawn to 200 on {}: median {} ms, {} to {} ({runs} runs)",
        product::HEALTH,
        milliseconds(starts.median()),
        milliseconds(starts.fastest()),
        milliseconds(starts.slowest())
    );
    Ok(server)
}

/// The first visitor who finds the page, and its address.
fn target_page(address: &str, sign_ins: &[(String, String)]) -> Result<(Visitor, String), Trouble> {
    let (path, login_field, password_field) = product::SIGN_IN;
    for (login, password) in sign_ins {
        let mut visitor = Visitor::new(address);
        let fields = [(login_field, login.as_str()), (password_field, password.as_str())];
        let answer = visitor.post(path, &fields).or_trouble("signing in")?;
        if answer.status >= 400 || !visitor.has_cookies() {
            return Err(Trouble::new(format!("{login} of the demo cannot sign in: status {}", answer.status)));
        }
        let first = visitor.get(product::FIRST_PAGE).or_trouble("asking for the first page")?;
        let page = String::from_utf8_lossy(&first.body).into_owned();
        if let Some(link) = links(&page).into_iter().find(|link| product::is_target_page(link)) {
            println!("page of targets: {link}, as {login}");
            return Ok((visitor, link));
        }
    }
    Err(Trouble::new(format!(
        "none of the {} sign-ins of the demo finds a page of targets on {}",
        sign_ins.len(),
        product::FIRST_PAGE
    )))
}

fn loaded(server: &Server, what: &str, load: Load, visitor: &Visitor, path: &str) -> Outcome {
    let before = process::cpu(server.process.id());
    let outcome = load.run(visitor, path);
    let cpu = before.zip(process::cpu(server.process.id())).map(|(before, after)| (after - before) * 10_000);
    println!(
        "{what} at {}/s for {} s over {} connections: p50 {} ms, p95 {}, p99 {}, slowest {}",
        load.rate,
        load.seconds,
        load.connections,
        milliseconds(outcome.times.percentile(50)),
        milliseconds(outcome.times.percentile(95)),
        milliseconds(outcome.times.percentile(99)),
        milliseconds(outcome.times.slowest()),
    );
    println!(
        "    {} answered, {} failed, in {}; processor {} ms a request",
        outcome.answered,
        outcome.failed,
        took(outcome.wall),
        cpu.map_or("–".to_owned(), |micros| milliseconds(micros / outcome.answered.max(1))),
    );
    outcome
}
