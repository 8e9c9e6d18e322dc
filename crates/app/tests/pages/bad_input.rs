//! Files that are no plans: a clear message, the form again, nothing stored.

use crate::world::{Caller, world};
use axum::http::StatusCode;

#[tokio::test]
async fn a_file_that_is_no_plan_is_refused_with_what_to_do() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let before = world.app.store().plans(None).await.expect("read").len();
    let poem = "Thu sang lá rụng đầy sân, mẹ ngồi vá áo cho con đến trường. ".repeat(40);
    let large = vec![b'a'; 5_500_000];
    let cases: [(&str, &[u8], &str); 6] = [
        ("rỗng.txt", b"", "không có nội dung"),
        ("ảnh.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "ảnh.png"),
        ("kế hoạch.pdf", b"%PDF-1.7\n\x00\xff\x00", "PDF"),
        ("kế hoạch.docx", b"PK\x03\x04\x14\x00\x06\x00", ".txt"),
        ("thơ.txt", poem.as_bytes(), "thơ.txt"),
        ("lớn.txt", &large, "5 MB"),
    ];
    for (name, content, said) in cases {
        let answer = clerk.post_parts("/plans", &[("file", Some(name), content)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(
            answer.text().contains("role=\"alert\"") && answer.text().contains(said),
            "{name}: {}",
            answer.text()
        );
        assert!(answer.text().contains("enctype=\"multipart/form-data\""), "{name}: the form is there again");
    }
    let huge = clerk.post_parts("/plans", &[("file", Some("50mb.txt"), &vec![b'a'; 50_000_000])]).await;
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
    let nothing = clerk.post_parts("/plans", &[("file", Some(""), b""), ("text", None, b"  ")]).await;
    assert!(nothing.text().contains("Chưa chọn tệp"));
    assert_eq!(world.app.store().plans(None).await.expect("read").len(), before, "nothing is stored");
}

#[tokio::test]
async fn strange_identifiers_and_periods_end_at_the_error_page() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    for path in [
        "/plans/x",
        "/plans/%00",
        "/movements/'%20OR%201=1--",
        "/targets/-1",
        "/files/..%2F..%2Fetc%2Fpasswd",
        "/plans/x/targets/T01",
        "/plans/x/nonsense/0",
    ] {
        let answer = clerk.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.status);
    }
}
