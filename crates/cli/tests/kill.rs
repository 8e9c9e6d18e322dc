//! Killing the process at any moment loses no acknowledged figure.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

struct Server {
    child: Child,
    host: String,
}

fn serve(data: &Path) -> Server {
    let mut child = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(["serve", "--bind", "127.0.0.1:0", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let host = lines
        .map_while(Result::ok)
        .find_map(|line| line.split("http://").nth(1).map(|host| host.trim().to_owned()))
        .expect("it prints its address");
    Server { child, host }
}

/// One request over a connection of its own; `None` when the server is gone.
fn ask(host: &str, method: &str, path: &str, cookie: &str, form: Option<(&str, &str)>) -> Option<String> {
    let mut stream = TcpStream::connect(host).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
    let (media, body) = form.unwrap_or(("text/plain", ""));
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\ncontent-type: {media}\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    ).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let text = String::from_utf8_lossy(&answer).into_owned();
    text.starts_with("HTTP/1.1").then_some(text)
}

fn sign_in(host: &str, data: &Path, login: &str) -> String {
    let file = std::fs::read_to_string(data.join("sign-ins.txt")).expect("the sign-ins");
    let password = file.lines().find_map(|line| line.strip_prefix(&format!("{login}\t"))).expect("a sign-in");
    let form = format!("login={login}&password={}", password.split('\t').next().expect("a password"));
    let answer =
        ask(host, "POST", "/sign-in", "", Some(("application/x-www-form-urlencoded", &form))).expect("an answer");
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a session");
    cookie.split(';').next().expect("a pair").to_owned()
}

fn enter(host: &str, cookie: &str, target: &str, seen: u32, value: u32) -> Option<bool> {
    let field = |name: &str, value: &str| {
        format!("--CUT\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let form = [
        field("period", "Q3"),
        field("seen", &seen.to_string()),
        field("value", &value.to_string()),
        field("dated", "30/9/2025"),
        field("source", "Sổ"),
        field("reason", "đếm lại"),
        "--CUT--\r\n".to_owned(),
    ]
    .concat();
    let path = format!("/targets/{target}/figures");
    let answer = ask(host, "POST", &path, cookie, Some(("multipart/form-data; boundary=CUT", &form)))?;
    Some(answer.starts_with("HTTP/1.1 303"))
}

#[test]
fn killing_the_process_at_any_moment_loses_no_acknowledged_figure() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let loaded = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(["demo", "--no-serve", "--dir"])
        .arg(data)
        .output()
        .expect("it runs");
    assert!(loaded.status.success());
    let mut acknowledged = 0;
    let mut target = String::new();
    // five lives, each ended without warning while figures come in
    for life in 0..5u64 {
        let mut server = serve(data);
        let cookie = sign_in(&server.host, data, "binhson.baocao");
        if target.is_empty() {
            let movements = ask(&server.host, "GET", "/movements", &cookie, None).expect("a page");
            let movement = movements
                .split("/movements/")
                .filter_map(|rest| rest.get(..36))
                .find(|id| id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-'))
                .expect("a movement")
                .to_owned();
            let table =
                ask(&server.host, "GET", &format!("/movements/{movement}/targets"), &cookie, None).expect("a page");
            let row = table.split("Cấp Giấy chứng nhận").next().expect("the row");
            target = row.rsplit("/targets/").next().and_then(|rest| rest.get(..36)).expect("a target").to_owned();
        }
        let end = Instant::now() + Duration::from_millis(300 + 170 * life);
        let killer = std::thread::spawn({
            let id = server.child.id().to_string();
            move || {
                std::thread::sleep(end.saturating_duration_since(Instant::now()));
                Command::new("kill").args(["-9", &id]).status().expect("killed");
            }
        });
        let first = acknowledged;
        // the server may have stored one more than it could acknowledge: start from what it shows
        let page = ask(&server.host, "GET", &format!("/targets/{target}?period=Q3"), &cookie, None);
        if let Some(page) = &page {
            acknowledged = shown(page);
            assert!(acknowledged >= first, "life {life}: {acknowledged} of {first} acknowledged figures are there");
        }
        while let Some(done) = enter(&server.host, &cookie, &target, acknowledged, 1000 + acknowledged) {
            assert!(done, "figure {acknowledged} is taken");
            acknowledged += 1;
        }
        killer.join().expect("killed");
        let _ = server.child.wait();
    }
    let mut server = serve(data);
    let cookie = sign_in(&server.host, data, "binhson.baocao");
    let page = ask(&server.host, "GET", &format!("/targets/{target}?period=Q3"), &cookie, None).expect("a page");
    let kept = shown(&page);
    assert!(kept >= acknowledged && acknowledged > 5, "{kept} kept of {acknowledged} acknowledged");
    let _ = server.child.kill();
    let _ = server.child.wait();
}

/// The newest version that the page was made from.
fn shown(page: &str) -> u32 {
    page.split("name=\"seen\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .and_then(|seen| seen.parse().ok())
        .unwrap_or(0)
}
