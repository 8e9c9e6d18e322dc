//! Requests at a fixed rate. Each has its moment; a late answer counts from that moment, so that a
//! server that stalls cannot hide it by receiving fewer requests.

use super::{http::Visitor, medians::Times};
use std::{
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How hard, how long, and over how many connections.
#[derive(Clone, Copy)]
pub struct Load {
    /// Requests a second.
    pub rate: u32,
    /// For so many seconds.
    pub seconds: u32,
    /// Connections, each with a thread.
    pub connections: usize,
}

/// What came of it.
pub struct Outcome {
    /// From the moment of each request to the end of its answer.
    pub times: Times,
    /// Answers with status 200.
    pub answered: u64,
    /// Other answers, and requests without one.
    pub failed: u64,
    /// How long it all took.
    pub wall: Duration,
}

impl Load {
    /// Asks for the page until all requests are done.
    pub fn run(self, visitor: &Visitor, path: &str) -> Outcome {
        let total = u64::from(self.rate) * u64::from(self.seconds);
        let gap = Duration::from_secs(1) / self.rate.max(1);
        let next = AtomicU64::new(0);
        let failed = AtomicU64::new(0);
        let times = Mutex::new(Vec::new());
        let begin = Instant::now();
        thread::scope(|scope| {
            for _ in 0..self.connections {
                scope.spawn(|| {
                    let mut visitor = visitor.again();
                    let mut own = Vec::new();
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= total {
                            break;
                        }
                        let moment = begin + gap * u32::try_from(number).unwrap_or(u32::MAX);
                        thread::sleep(moment.saturating_duration_since(Instant::now()));
                        match visitor.get(path) {
                            Ok(answer) if answer.status == 200 => own.push(moment.elapsed()),
                            _ => _ = failed.fetch_add(1, Ordering::Relaxed),
                        }
                    }
                    if let Ok(mut times) = times.lock() {
                        times.append(&mut own);
                    }
                });
            }
        });
        let times = times.into_inner().unwrap_or_default();
        let answered = times.len() as u64;
        Outcome { times: Times::new(times), answered, failed: failed.into_inner(), wall: begin.elapsed() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{BufRead, BufReader, Write},
        net::TcpListener,
    };

    #[test]
    fn every_request_is_sent_once_over_kept_connections_and_failures_are_counted() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let asked = AtomicU64::new(0);
        let load = Load { rate: 100, seconds: 1, connections: 4 };
        let outcome = thread::scope(|scope| {
            scope.spawn(|| {
                for stream in listener.incoming().take(4) {
                    let asked = &asked;
                    scope.spawn(move || {
                        let mut stream = BufReader::new(stream.unwrap());
                        let mut line = String::new();
                        while stream.read_line(&mut line).unwrap_or(0) > 0 {
                            if line == "\r\n" {
                                let status = if asked.fetch_add(1, Ordering::Relaxed) == 0 { 500 } else { 200 };
                                let answer = format!("HTTP/1.1 {status} It\r\nContent-Length: 2\r\n\r\nok");
                                stream.get_mut().write_all(answer.as_bytes()).unwrap();
                            }
                            line.clear();
                        }
                    });
                }
            });
            load.run(&Visitor::new(&address), "/")
        });
        assert_eq!((outcome.answered, outcome.failed, asked.into_inner()), (99, 1, 100));
        assert!(outcome.times.percentile(99) >= outcome.times.median());
    }
}
