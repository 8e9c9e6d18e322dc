//! Papers and opinions of a dossier: taken out over what was seen, opened by those whose dossier it is.

use crate::nominations::{nominate, round};
use crate::registrations::form;
use axum::http::StatusCode;

fn after<'a>(page: &'a str, mark: &str) -> &'a str {
    page.split(mark).nth(1).and_then(|rest| rest.split(['/', '"']).next()).expect("an identifier")
}

#[tokio::test]
async fn a_paper_is_taken_out_only_over_the_dossier_that_was_seen() {
    let scene = round().await;
    let id = nominate(&scene, "LDTT", "Nguyễn Thị Lan").await;
    let address = format!("/nominations/{id}");
    for kind in ["report", "minutes"] {
        let put = form(&[("kind", kind), ("originals", "1")]);
        let put = scene.writer.post(&format!("{address}/papers"), &put).await;
        assert_eq!(put.status, StatusCode::SEE_OTHER, "{}", put.text());
    }
    let page = scene.writer.get(&address).await.text();
    let paper = after(&page, &format!("action=\"{address}/papers/")).to_owned();
    let seen = page.split("/withdraw\"").nth(1).expect("a form");
    let seen = after(seen, "name=\"version\" value=\"").to_owned();
    let out = |paper: &str, version: &str| {
        let path = format!("{address}/papers/{paper}/withdraw");
        (path, form(&[("reason", "Đưa nhầm bản"), ("version", version)]))
    };
    let (path, fields) = out(&paper, &seen);
    let gone = scene.writer.post(&path, &fields).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text());
    let page = scene.writer.get(&address).await.text();
    let other = after(&page, &format!("action=\"{address}/papers/")).to_owned();
    assert_ne!(paper, other);
    // who still sees the dossier as it was before the first went out
    let (path, fields) = out(&other, &seen);
    let stale = scene.writer.post(&path, &fields).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text());
    let papers = scene.world.app.store().nomination_papers(&id).await.expect("read");
    assert_eq!(papers.iter().filter(|paper| paper.withdrawn.is_some()).count(), 1, "nothing went out unseen");
}
