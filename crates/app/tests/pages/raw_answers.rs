//! What the web server would answer in bare English is a page of ours, in the visitor's language, with what to do next.

use crate::world::{Answer, Caller, world};
use axum::http::StatusCode;

const FORM: &str = "application/x-www-form-urlencoded";

fn is_ours(answer: &Answer, status: StatusCode, says: &str, what: &str) {
    let text = answer.text();
    assert_eq!(answer.status, status, "{what}: {text}");
    assert!(text.contains("<!doctype html>") && text.contains("class=\"error-page\""), "{what}: {text}");
    assert!(text.contains(says), "{what} says {says}: {text}");
    for raw in ["Failed to", "Invalid", "Expected request", "Cannot parse", "multipart", "cross-origin"] {
        assert!(!text.contains(raw), "{what} says {raw}");
    }
}

#[tokio::test]
async fn what_cannot_be_taken_apart_ends_at_our_own_page() {
    let world = world().await;
    let office = Caller::signed_in(&world, "loku.thuongtruc").await;
    let own = crate::world::ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let target = format!("/targets/{}/figures", own.target);
    let movement = format!("/movements/{}/review", own.movement);
    let cases: Vec<(&str, &str, Option<&str>, Vec<u8>, StatusCode, &str)> = vec![
        ("text over 1 MB", "/tasks", Some(FORM), vec![b'a'; 1_100_000], StatusCode::PAYLOAD_TOO_LARGE, "1 MB"),
        (
            "a file over its limit",
            &target,
            Some("multipart/form-data; boundary=X"),
            vec![b'a'; 30_000_000],
            StatusCode::PAYLOAD_TOO_LARGE,
            "10 MB",
        ),
        (
            "JSON in the place of a form",
            "/tasks",
            Some("application/json"),
            b"{}".to_vec(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "không ở dạng một biểu",
        ),
        (
            "no kind at all",
            "/people",
            None,
            b"name=x".to_vec(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "không ở dạng một biểu",
        ),
        (
            "a form without its fields",
            &movement,
            Some("text/plain"),
            Vec::new(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "không ở dạng một biểu",
        ),
        (
            "parts without a boundary",
            &target,
            Some("multipart/form-data"),
            b"--X".to_vec(),
            StatusCode::BAD_REQUEST,
            "bị hỏng hay thiếu một phần",
        ),
        (
            "parts that are broken off",
            "/regulations",
            Some("multipart/form-data; boundary=X"),
            b"--X\r\ncontent-disposition: form-data; name=\"title\"\r\n\r\nabc".to_vec(),
            StatusCode::BAD_REQUEST,
            "bị hỏng hay thiếu một phần",
        ),
    ];
    for (what, path, kind, body, status, says) in cases {
        is_ours(&office.send("POST", path, kind, body).await, status, says, what);
    }
    let kind = "application/x-www-form-urlencoded";
    let unread = Caller::stranger(&world).send("POST", "/set-password", Some(kind), b"login=%FF".to_vec()).await;
    assert!(unread.status.is_client_error());
    is_ours(&unread, unread.status, "bị hỏng hay thiếu một phần", "fields that are missing");
    let wrong = office.send("PUT", "/tasks", None, Vec::new()).await;
    is_ours(&wrong, StatusCode::METHOD_NOT_ALLOWED, "không nhận cách gọi đó", "a way that is not there");
    assert_eq!(wrong.headers["allow"], "GET, POST");
    let path = office.get("/people/%FF%FE").await;
    is_ours(&path, StatusCode::BAD_REQUEST, "đường dẫn", "an address that is no text");
    let query = office.get(&format!("/movements/{}/tasks?page=x", own.movement)).await;
    is_ours(&query, StatusCode::BAD_REQUEST, "đường dẫn", "a question that cannot be read");
}

#[tokio::test]
async fn the_page_speaks_the_language_of_the_visitor() {
    let world = world().await;
    let mut office = Caller::signed_in(&world, "loku.thuongtruc").await;
    let switched = office.post("/preferences", "language=en&back=/plans").await;
    office.keep(&switched);
    let answer = office.send("POST", "/tasks", Some("application/json"), b"{}".to_vec()).await;
    assert!(answer.text().contains("Open the page in a browser"), "{}", answer.text());
}
