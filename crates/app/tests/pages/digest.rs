//! The leader's digest: one page, one picture, by e-mail; what its recipient may see and nothing else; an alarm where it
//! is not sent.

use crate::registrations::{form, person, unit_below};
use crate::world::{Caller, World, ids, later, world, world_with};
use axum::http::StatusCode;
use base64::Engine;
use std::sync::{Arc, Mutex};
use thidua_app::digest::sending::{NotTried, Outcome, Wanted, Way, send};
use thidua_app::{SecondFactor, Settings};
use thidua_domain::access::Role;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Width and height out of the head of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

/// A mail server of its own: takes every letter, or refuses every recipient.
struct MailServer {
    address: String,
    letters: Arc<Mutex<Vec<String>>>,
}

async fn mail_server(takes: bool) -> MailServer {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("smtp://{}", listener.local_addr().expect("an address"));
    let letters = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&letters);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, takes, Arc::clone(&kept)));
        }
    });
    MailServer { address, letters }
}

async fn converse(stream: TcpStream, takes: bool, letters: Arc<Mutex<Vec<String>>>) {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    let mut letter: Option<String> = None;
    writing.write_all(b"220 thu\r\n").await.expect("said");
    while let Ok(Some(line)) = lines.next_line().await {
        if let Some(text) = &mut letter {
            if line == "." {
                letters.lock().expect("the letters").push(letter.take().expect("a letter"));
                writing.write_all(b"250 taken\r\n").await.expect("said");
            } else {
                text.push_str(line.strip_prefix('.').unwrap_or(&line));
                text.push('\n');
            }
            continue;
        }
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer: &[u8] = match word.as_str() {
            "RCPT" if !takes => b"550 5.1.1 no such mailbox\r\n",
            "DATA" => {
                letter = Some(String::new());
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 thu\r\n",
        };
        if writing.write_all(answer).await.is_err() || word == "QUIT" {
            return;
        }
    }
}

async fn sent(world: &World, server: &str, wanted: Wanted) -> Outcome {
    let way = Way {
        server: server.to_owned(),
        from: "Thi Đua <thidua@xa.vn>".into(),
        origin: Some("https://thidua.xa.vn".into()),
    };
    send(&world.app, &wanted, &way).await.expect("tried")
}

async fn subscribe(caller: &Caller, address: &str, every: &str, version: &str) -> crate::world::Answer {
    caller.post("/digest", &form(&[("version", version), ("address", address), ("every", every)])).await
}

/// The parts of a letter, read back.
fn unpacked(letter: &str) -> Vec<Vec<u8>> {
    let letter = letter.replace("\r\n", "\n");
    let parts = letter.split("Content-Transfer-Encoding: ").skip(1).filter_map(|part| {
        let (how, rest) = part.split_once('\n')?;
        // the heading may be the last line before the body
        let rest = format!("\n{rest}");
        let (_, body) = rest.split_once("\n\n")?;
        let body = body.lines().take_while(|line| !line.starts_with("--"));
        match how {
            "base64" => base64::engine::general_purpose::STANDARD.decode(body.collect::<String>()).ok(),
            _ => Some(unquoted(&body.collect::<Vec<_>>().join("\n"))),
        }
    });
    parts.collect()
}

/// Quoted-printable, read back.
fn unquoted(text: &str) -> Vec<u8> {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        let hex = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok();
        match more.get(..2).and_then(hex).filter(|_| *first == b'=') {
            Some(byte) => {
                bytes.push(byte);
                rest = &more[2..];
            }
            None => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    bytes
}

#[tokio::test]
async fn a_leader_has_one_page_one_picture_and_a_letter_to_send_on() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let answer = head.get("/digest").await;
    assert_eq!(answer.status, StatusCode::OK);
    let page = answer.text();
    for heading in [
        "Việc chờ tôi",
        "Chỉ tiêu đỏ",
        "Chuyển biến so với kỳ trước",
        "Đơn vị và việc chậm",
        "Vấn đề chờ quyết định",
        "Hạn trong 30 ngày tới",
        "Số liệu minh họa",
    ] {
        assert!(page.contains(heading), "{heading}: {page}");
    }
    // every line leads to what it was made of
    let sections = page.split("class=\"digest\"").nth(1).and_then(|rest| rest.split("id=\"by-mail\"").next());
    let links: Vec<&str> =
        sections.expect("sections").split("<a href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.iter().any(|link| link.starts_with("/targets/")), "{links:?}");
    for link in links {
        let path = link.replace("&amp;", "&");
        let path = path.split('#').next().expect("a path");
        assert_eq!(head.get(path).await.status, StatusCode::OK, "{path}");
    }
    let picture = head.get("/digest.png").await;
    assert_eq!(picture.headers["content-type"], "image/png");
    assert_eq!(size(&picture.body), (1080, 1350));

    let letter = head.get("/digest.eml").await;
    assert_eq!(letter.headers["content-type"], "message/rfc822");
    let text = letter.text();
    assert!(text.starts_with("X-Unsent: 1\r\n") && text.contains("multipart/alternative"), "{text}");
    assert!(text.contains("Content-ID: <ban-tin>"), "{text}");
    let pictures: Vec<Vec<u8>> = unpacked(&text).into_iter().filter(|part| part.starts_with(b"\x89PNG")).collect();
    assert_eq!(pictures.iter().map(|one| size(one)).collect::<Vec<_>>(), [(1080, 1350)]);
}

#[tokio::test]
async fn a_subscribed_digest_arrives_once_in_its_time_with_what_its_recipient_may_see() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let village = unit_below(&world, &own.unit, "Làng Thử").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let villager = person(&world, &village, "lang.thu", Role::Reporter).await;
    for (caller, address) in [(&head, "chutich@loku.vn"), (&villager, "lang@loku.vn")] {
        let answer = subscribe(caller, address, "week", "0").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }
    let server = mail_server(true).await;
    let outcome = sent(&world, &server.address, Wanted::Due).await;
    assert_eq!(outcome.sent.len(), 2, "{outcome:?}");
    let letters = server.letters.lock().expect("the letters").clone();
    let of = |address: &str| {
        let letter = letters.iter().find(|one| one.contains(&format!("To: {address}"))).expect("it arrived");
        let parts = unpacked(letter);
        assert!(parts.iter().any(|part| part.starts_with(b"\x89PNG")), "the picture is inside");
        parts.iter().map(|part| String::from_utf8_lossy(part).into_owned()).collect::<String>()
    };
    let (leader, below) = (of("chutich@loku.vn"), of("lang@loku.vn"));
    let page = head.get("/digest").await.text();
    let red = page.split("id=\"red\"").nth(1).and_then(|rest| rest.split("<a href=\"/targets/").nth(1));
    let name = red.and_then(|rest| rest.split('>').nth(1)).and_then(|rest| rest.split('<').next()).expect("a name");
    assert!(leader.contains(name) && leader.contains("https://thidua.xa.vn/targets/"), "{leader}");
    assert!(
        below.contains("Làng Thử") && !below.contains(name),
        "a village sees no target of the commune: {below}"
    );
    assert!(!leader.contains("21/KH-UBND") && !leader.contains("Bình Sơn"), "nothing of another authority");

    assert!(sent(&world, &server.address, Wanted::Due).await.sent.is_empty(), "once in its time");
    later(8 * 24 * 3600);
    assert_eq!(sent(&world, &server.address, Wanted::Due).await.sent.len(), 2, "again in a new week");
    let asked = sent(&world, &server.address, Wanted::To("LANG@loku.vn".into())).await;
    assert_eq!(asked.sent, ["lang@loku.vn"], "one address, due or not");
    // the session of a week ago has ended
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    assert!(head.get("/digest").await.text().contains("Đã gửi"));
}

#[tokio::test]
async fn what_is_not_sent_raises_an_alarm_on_the_first_page_until_it_is() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let other = Caller::signed_in(&world, "binhson.thutruong").await;
    assert_eq!(subscribe(&head, "chutich@loku.vn", "day", "0").await.status, StatusCode::SEE_OTHER);
    let refusing = mail_server(false).await;
    let outcome = sent(&world, &refusing.address, Wanted::Due).await;
    assert_eq!(outcome.failed.len(), 1, "{outcome:?}");
    assert!(outcome.failed[0].2.contains("no such mailbox"), "the server’s own words are kept: {outcome:?}");
    let alarm = "không gửi được: máy chủ thư không nhận";
    for caller in [&head, &admin] {
        let page = caller.get("/").await.text();
        assert!(page.contains("role=\"alert\"") && page.contains(alarm), "{page}");
    }
    assert!(!other.get("/").await.text().contains(alarm), "not on the page of others");
    assert!(head.get("/digest").await.text().contains("no such mailbox"));

    // nobody listens any more
    let nobody = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let closed = format!("smtp://{}", nobody.local_addr().expect("an address"));
    drop(nobody);
    later(60);
    assert_eq!(sent(&world, &closed, Wanted::Due).await.failed.len(), 1);
    assert!(head.get("/").await.text().contains("không kết nối được máy chủ thư"));

    let taking = mail_server(true).await;
    later(60);
    assert_eq!(sent(&world, &taking.address, Wanted::Due).await.sent.len(), 1, "a failed one is tried again");
    assert!(!head.get("/").await.text().contains("không gửi được"));
    later(5 * 24 * 3600);
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    assert!(head.get("/").await.text().contains("lịch gửi trên máy chủ không chạy"), "silence is an alarm too");
}

#[tokio::test]
async fn a_locked_account_gets_nothing_and_a_wrong_way_is_said_before_anything_is_tried() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    assert_eq!(subscribe(&head, "chutich@loku.vn", "day", "0").await.status, StatusCode::SEE_OTHER);
    let account = world.app.store().account_by_login("loku.thutruong").await.expect("read").expect("there").id;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    admin.post(&format!("/accounts/{account}/lock"), "").await;
    let server = mail_server(true).await;
    let outcome = sent(&world, &server.address, Wanted::Due).await;
    assert_eq!((outcome.sent.len(), outcome.failed.len()), (0, 1));
    assert!(server.letters.lock().expect("the letters").is_empty(), "not one word leaves");
    assert!(admin.get("/").await.text().contains("tài khoản đã khóa"));
    let way = |server: &str, from: &str| Way { server: server.into(), from: from.into(), origin: None };
    let wrong = send(&world.app, &Wanted::Due, &way("thu.xa.vn", "a@xa.vn")).await;
    assert!(matches!(wrong, Err(NotTried::Server(_))), "{wrong:?}");
    let wrong = send(&world.app, &Wanted::Due, &way(&server.address, "ai đó")).await;
    assert!(matches!(wrong, Err(NotTried::From)), "{wrong:?}");
    let wrong = send(&world.app, &Wanted::To("la@xa.vn".into()), &way(&server.address, "a@xa.vn")).await;
    assert!(matches!(wrong, Err(NotTried::Nobody)), "{wrong:?}");
}

#[tokio::test]
async fn a_wrong_address_comes_back_as_typed_and_the_second_editor_sees_the_first() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let wrong = subscribe(&head, "chu tich tai xa", "week", "0").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Địa chỉ thư không đúng") && wrong.text().contains("chu tich tai xa"));
    assert_eq!(subscribe(&head, "a@xa.vn", "week", "0").await.status, StatusCode::SEE_OTHER);
    let second = subscribe(&head, "b@xa.vn", "day", "0").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Hiện đang ghi: a@xa.vn") && second.text().contains("value=\"b@xa.vn\""));
    assert_eq!(subscribe(&head, "a@xa.vn", "never", "1").await.status, StatusCode::SEE_OTHER);
    let log = Caller::signed_in(&world, "quan-tri").await.get("/audit").await.text();
    assert!(log.contains("đã đặt lịch gửi bản tin điều hành"), "{log}");
}

#[tokio::test]
async fn whoever_has_still_to_enrol_gets_nothing_until_they_have() {
    let after_days = 5;
    let settings = Settings { second_factor: SecondFactor::Required { after_days }, ..Settings::default() };
    let world = world_with(settings).await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    assert_eq!(subscribe(&head, "chutich@loku.vn", "day", "0").await.status, StatusCode::SEE_OTHER);
    let page = head.get("/digest").await.text();
    assert!(page.contains("Đang gửi đến chutich@loku.vn, hằng ngày; bạn đặt ngày"), "{page}");
    let server = mail_server(true).await;
    assert_eq!(sent(&world, &server.address, Wanted::Due).await.sent.len(), 1, "in the days of grace");
    later(6 * 24 * 3600);
    let outcome = sent(&world, &server.address, Wanted::Due).await;
    assert_eq!((outcome.sent.len(), outcome.failed.len()), (0, 1), "{outcome:?}");
    assert!(outcome.failed[0].1.contains("xác thực hai bước"), "{outcome:?}");
    assert_eq!(server.letters.lock().expect("the letters").len(), 1, "not one word leaves");
}

#[tokio::test]
async fn an_account_that_was_given_a_new_code_gets_nothing_before_it_is_used() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    assert_eq!(subscribe(&head, "chutich@loku.vn", "day", "0").await.status, StatusCode::SEE_OTHER);
    let account = world.app.store().account_by_login("loku.thutruong").await.expect("read").expect("there").id;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let given = admin.post(&format!("/accounts/{account}/code"), "").await;
    assert!(given.status.is_success() || given.status.is_redirection(), "{}", given.text());
    let server = mail_server(true).await;
    let outcome = sent(&world, &server.address, Wanted::Due).await;
    assert_eq!((outcome.sent.len(), outcome.failed.len()), (0, 1), "{outcome:?}");
    assert!(admin.get("/").await.text().contains("chưa đặt xong mật khẩu hoặc xác thực hai bước"));
}

#[tokio::test]
async fn an_account_draws_its_digest_a_few_times_and_then_waits_while_others_go_on() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    for turn in 0..12 {
        let path = if turn % 2 == 0 { "/digest.png" } else { "/digest.eml" };
        assert_eq!(head.get(path).await.status, StatusCode::OK, "{turn}");
    }
    let refused = head.get("/digest.eml").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.text().contains("chờ 10 phút rồi tải lại"), "{}", refused.text());
    assert_eq!(head.get("/digest").await.status, StatusCode::OK, "the page is not what is counted");
    let other = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert_eq!(other.get("/digest.png").await.status, StatusCode::OK);
    later(601);
    assert_eq!(head.get("/digest.png").await.status, StatusCode::OK);
}
