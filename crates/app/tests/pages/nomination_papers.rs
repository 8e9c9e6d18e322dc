//! Papers and opinions of a dossier: taken out over what was seen, opened by those whose dossier it is.

use crate::nominations::{nominate, round};
use crate::registrations::form;
use crate::world::Caller;
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

#[tokio::test]
async fn the_paper_of_an_opinion_is_opened_by_those_whose_dossier_it_is_and_by_nobody_else() {
    let scene = round().await;
    let id = nominate(&scene, "LDTT", "Nguyễn Thị Lan").await;
    let address = format!("/nominations/{id}");
    for kind in ["list", "submission", "report", "minutes"] {
        scene.writer.post(&format!("{address}/papers"), &form(&[("kind", kind), ("originals", "1")])).await;
    }
    let step = form(&[("to", "submitted"), ("version", "1")]);
    let sent = scene.writer.post(&format!("{address}/step"), &step).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let ask = form(&[("body", "Công an xã"), ("due", "31/12/2099")]);
    let asked = scene.office.post(&format!("{address}/opinions"), &ask).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let page = scene.office.get(&address).await.text();
    assert!(page.contains("type=\"file\""), "the paper is put in on the page: {page}");
    let opinion = after(&page, &format!("action=\"{address}/opinions/")).to_owned();
    let path = format!("{address}/opinions/{opinion}");
    assert_eq!(scene.office.get(&path).await.status, StatusCode::NOT_FOUND, "there is no paper yet");
    let parts: [(&str, Option<&str>, &[u8]); 3] = [
        ("answer", None, b"agrees"),
        ("version", None, b"1"),
        ("file", Some("y-kien.txt"), "Công an xã đồng ý".as_bytes()),
    ];
    let answered = scene.office.post_parts(&path, &parts).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.text());
    for who in [&scene.office, &scene.writer] {
        let page = who.get(&address).await.text();
        assert!(page.contains(&format!("<a href=\"{path}\">y-kien.txt</a>")), "{page}");
        let opened = who.get(&path).await;
        assert_eq!(opened.status, StatusCode::OK);
        assert!(opened.text().contains("Công an xã đồng ý"));
    }
    let far = Caller::signed_in(&scene.world, "binhson.thuongtruc").await;
    for who in [&scene.neighbour, &far] {
        assert_eq!(who.get(&path).await.status, StatusCode::NOT_FOUND);
    }
    let viewer = Caller::signed_in(&scene.world, "loku.xem").await;
    assert_eq!(viewer.get(&path).await.status, StatusCode::NOT_FOUND, "who only looks opens no papers");
}

#[tokio::test]
async fn a_bad_day_of_a_paper_or_an_opinion_is_told_and_nobody_is_asked_once_it_is_over() {
    let scene = round().await;
    let id = nominate(&scene, "LDTT", "Nguyễn Thị Lan").await;
    let address = format!("/nominations/{id}");
    for (dated, originals, says) in [
        ("31/02/2025", "1", "Không có ngày này trong lịch"),
        ("01/01/2099", "1", "Giấy tờ không thể đề ngày chưa đến"),
        ("01/01/2025", "0", "Số bản chính từ 1 đến 20"),
    ] {
        let put = form(&[("kind", "minutes"), ("number", "7/BB"), ("dated", dated), ("originals", originals)]);
        let refused = scene.writer.post(&format!("{address}/papers"), &put).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{dated}");
        let page = refused.text();
        assert!(page.contains(says) && page.contains("value=\"7/BB\""), "{says}: {page}");
    }
    for kind in ["list", "submission", "report", "minutes"] {
        scene.writer.post(&format!("{address}/papers"), &form(&[("kind", kind), ("originals", "1")])).await;
    }
    let step = |to: &str, version: &str| form(&[("to", to), ("version", version), ("reason", "Thôi đề nghị")]);
    let sent = scene.writer.post(&format!("{address}/step"), &step("submitted", "1")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let opinions = format!("{address}/opinions");
    for (due, says) in
        [("31/02/2099", "Không có ngày này trong lịch"), ("01/01/2020", "Ngày này đã qua"), ("", "Cần nhập ô này")]
    {
        let refused = scene.office.post(&opinions, &form(&[("body", "Công an xã"), ("due", due)])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{due}");
        let page = refused.text();
        assert!(page.contains(says) && page.contains("value=\"Công an xã\""), "{says}: {page}");
    }
    let asked = scene.office.post(&opinions, &form(&[("body", "Công an xã"), ("due", "31/12/2099")])).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let page = scene.office.get(&address).await.text();
    let path = format!("{opinions}/{}", after(&page, &format!("action=\"{opinions}/")));
    let enter = |expires: &str| {
        form(&[("answer", "disagrees"), ("says", "Còn vướng"), ("expires", expires), ("version", "1")])
    };
    let refused = scene.office.post(&path, &enter("31/02/2099")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text();
    assert!(page.contains("Có giá trị đến ngày: ") && page.contains("value=\"Còn vướng\""), "{page}");
    let version = scene.world.app.store().nomination(&id).await.expect("read").expect("there").version.to_string();
    let gone = scene.writer.post(&format!("{address}/step"), &step("withdrawn", &version)).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text());
    for (path, fields) in [(&path, enter("")), (&opinions, form(&[("body", "Thuế"), ("due", "31/12/2099")]))] {
        let refused = scene.office.post(path, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(refused.text().contains("Đề nghị đã có kết quả"), "{}", refused.text());
    }
    let page = scene.office.get(&address).await.text();
    assert!(!page.contains(&format!("action=\"{opinions}")), "nothing is asked any more: {page}");
}
