//! A decision that was signed elsewhere comes back as PDF: number and day are read from it, the file is kept, the record locks.

use crate::decisions::{Scene, drafted, nominated, scene};
use crate::world::Answer;
use axum::http::StatusCode;
use thidua_domain::nominations::State;
use thidua_paper::forms::award_decision;
use thidua_paper::write::document::IssueDate;
use thidua_paper::write::to_pdf;

/// The decision as the office signed it: number 25, of 30/12/2022.
fn signed() -> Vec<u8> {
    let mut form = award_decision::example();
    form.letterhead.issuer = "Ủy ban nhân dân xã Lơ Ku".into();
    form.letterhead.number_symbol = Some("25/QĐ-UBND".into());
    form.letterhead.date = Some(IssueDate { day: 30, month: 12, year: 2022 });
    form.letterhead.signature.name = Some("Nguyễn Văn Ký".into());
    form.mark = None;
    to_pdf(&award_decision::document(&form)).expect("a file")
}

async fn issued(scene: &Scene, id: &str, number: &str, from_file: &str, file: &[u8]) -> Answer {
    let parts: [(&str, Option<&str>, &[u8]); 8] = [
        ("number", None, number.as_bytes()),
        ("day", None, b"30/12/2022"),
        ("signer_title", None, "Chủ tịch".as_bytes()),
        ("signer_name", None, "Nguyễn Văn Ký".as_bytes()),
        ("confirmed", None, b"yes"),
        ("from_file", None, from_file.as_bytes()),
        ("version", None, b"1"),
        ("file", Some("quyết định đã ký.pdf"), file),
    ];
    scene.head.post_parts(&format!("/decisions/{id}/issue"), &parts).await
}

#[tokio::test]
async fn the_signed_copy_dropped_back_fills_number_and_day_and_is_kept() {
    let scene = scene().await;
    let one = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let id = drafted(&scene, &[&one], "30/12/2022").await;
    let page = scene.head.get(&format!("/decisions/{id}")).await.text();
    assert!(page.contains("theo bản PDF đã ký"), "{page}");
    // the paper goes out with a field for the signature and one for the seal
    let paper = scene.head.get(&format!("/decisions/{id}/print.pdf")).await.body;
    assert_eq!(thidua_paper::signature::waiting(&paper).expect("read").len(), 2);
    // what was typed is not written over in silence, and the paper is what counts
    let differs = issued(&scene, &id, "11/QĐ-UBND", "", &signed()).await;
    assert_eq!(differs.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(differs.text().contains("Bản đã ký ghi số 25/QĐ-UBND"), "{}", differs.text());
    let unread = issued(&scene, &id, "11/QĐ-UBND", "yes", &signed()[..600]).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY, "a file cut off is told");
    let done = issued(&scene, &id, "11/QĐ-UBND", "yes", &signed()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let it = scene.world.app.store().decision(&id).await.expect("read").expect("there");
    assert_eq!(it.number.as_deref(), Some("25/QĐ-UBND"));
    let kept = scene.clerk.get(&format!("/files/{}", it.file_digest.expect("kept"))).await;
    assert_eq!(kept.body, signed(), "not a byte is changed");
    // locked: neither issued nor corrected again
    let again = issued(&scene, &id, "26/QĐ-UBND", "", b"").await;
    assert!(again.text().contains("25/QĐ-UBND"), "{}", again.text());
    let it = scene.world.app.store().decision(&id).await.expect("read").expect("there");
    assert_eq!(it.number.as_deref(), Some("25/QĐ-UBND"));
}
