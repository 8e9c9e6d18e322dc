//! The register of regulations: versions through time, review, two editors, other authorities.

use crate::units::form;
use crate::world::{Caller, world};
use axum::http::StatusCode;

/// Enters a regulation; its identifier.
pub async fn add(clerk: &Caller, title: &str, number: &str, from: &str) -> String {
    let fields = form(&[
        ("title", title),
        ("kind", "statute"),
        ("state", "in-force"),
        ("number", number),
        ("issuer", "Ủy ban nhân dân xã"),
        ("from", from),
    ]);
    let answer = clerk.post("/regulations", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    identifier(&answer.location)
}

/// The identifier in `/regulations/{id}?done=saved`.
pub fn identifier(location: &str) -> String {
    location.split(['/', '?']).nth(2).expect("an identifier").to_owned()
}

#[tokio::test]
async fn regulations_are_reviewed_and_the_one_in_force_is_known_on_any_day() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let empty = clerk.get("/regulations").await.text();
    assert!(empty.contains("Sổ chưa có quy chế, quy định nào"));
    let id = add(&clerk, "Xét khen thưởng của UBND xã", "12/QĐ-UBND", "01/01/2018").await;
    let path = format!("/regulations/{id}");
    let amendment = [
        ("version", None, b"1".as_slice()),
        ("way", None, b"amends"),
        ("number", None, "30/QĐ-UBND".as_bytes()),
        ("issuer", None, "Ủy ban nhân dân xã".as_bytes()),
        ("dated", None, b"20/5/2020"),
        ("from", None, b"01/6/2020"),
        ("changes", None, "Thêm mức thưởng cho nông dân".as_bytes()),
        ("file", Some("quyet-dinh-30.pdf"), b"%PDF-1.7 x"),
    ];
    let written = clerk.post_parts(&format!("{path}/versions"), &amendment).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    let whole = form(&[
        ("version", "2"),
        ("way", "whole"),
        ("number", "05/QĐ-UBND"),
        ("issuer", "Ủy ban nhân dân xã"),
        ("from", "01/01/2022"),
    ]);
    assert_eq!(clerk.post(&format!("{path}/versions"), &whole).await.status, StatusCode::SEE_OTHER);
    for (day, expected) in [
        ("31/12/2017", "Không có bản nào có hiệu lực"),
        ("01/01/2018", "<strong>12/QĐ-UBND</strong>"),
        ("01/6/2020", "<strong>12/QĐ-UBND; 30/QĐ-UBND, 20/5/2020</strong>"),
        ("31/12/2021", "<strong>12/QĐ-UBND; 30/QĐ-UBND, 20/5/2020</strong>"),
        ("01/01/2022", "<strong>05/QĐ-UBND</strong>"),
    ] {
        let page = clerk.get(&format!("{path}?at={day}")).await.text();
        assert!(page.contains(expected), "{day}: {page}");
    }
    let page = clerk.get(&path).await.text();
    assert!(page.contains("Thêm mức thưởng cho nông dân") && page.contains("đến 31/12/2021"));
    let at = page.find("/files/").expect("the file is linked");
    let digest = &page[at..at + 7 + 64];
    assert_eq!(clerk.get(digest).await.status, StatusCode::OK);
    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(digest).await.status, StatusCode::NOT_FOUND);

    // the review: a day that has passed is red on the overview and leads here
    let review = |version: &'static str, due: &'static str, state: &'static str| {
        form(&[
            ("version", version),
            ("title", "Xét khen thưởng của UBND xã"),
            ("kind", "statute"),
            ("state", state),
            ("due", due),
            ("note", "Chờ nghị định mới"),
        ])
    };
    let set = clerk.post(&path, &review("3", "01/3/2022", "needs-review")).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
    assert!(clerk.get(&path).await.text().contains("Hạn rà soát 01/3/2022 đã qua"));
    let office = clerk.get("/office").await.text();
    assert!(office.contains("href=\"/regulations?show=due\" class=\"due-late\">1</a>"), "{office}");
    assert!(clerk.get("/regulations?show=due").await.text().contains("05/QĐ-UBND"));
    assert!(clerk.get("/regulations?show=due&q=xet+khen").await.text().contains("05/QĐ-UBND"));
    assert!(clerk.get("/regulations?q=hoc+sinh").await.text().contains("Không có mục nào hợp"));
    assert!(clerk.get("/regulations?kind=rule").await.text().contains("Không có mục nào hợp"));
    let done = clerk.post(&path, &review("4", "31/12/2099", "being-amended")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(clerk.get("/regulations?show=due").await.text().contains("Không có mục nào hợp"));
    let log = Caller::signed_in(&world, "quan-tri").await.get("/audit").await.text();
    assert!(log.contains("rà soát, sửa quy chế") && log.contains("ghi bản mới của quy chế"));
}

#[tokio::test]
async fn overlapping_versions_are_found_and_mended() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let id = add(&clerk, "Tiêu chí thi đua", "01/QĐ-UBND", "01/01/2020").await;
    let path = format!("/regulations/{id}");
    let version =
        |seen: &'static str, corrects: &str, number: &'static str, from: &'static str, to: &'static str| {
            form(&[
                ("version", seen),
                ("corrects", corrects),
                ("way", "whole"),
                ("number", number),
                ("issuer", "UBND"),
                ("from", from),
                ("to", to),
            ])
        };
    let page = clerk.get(&path).await.text();
    let at = page.find("?edit=").expect("the version can be corrected") + 6;
    let first = page[at..].split('#').next().expect("an identifier").to_owned();
    let long = version("1", &first, "01/QĐ-UBND", "01/01/2020", "31/12/2022");
    assert_eq!(clerk.post(&format!("{path}/versions"), &long).await.status, StatusCode::SEE_OTHER);
    let next = version("2", "", "02/QĐ-UBND", "01/6/2022", "31/12/2099");
    assert_eq!(clerk.post(&format!("{path}/versions"), &next).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&path).await.text();
    assert!(page.contains("Bản 01/QĐ-UBND còn ghi hiệu lực đến ngày sau khi bản 02/QĐ-UBND bắt đầu (01/6/2022)"));
    let edit = clerk.get(&format!("{path}?edit={first}")).await.text();
    assert!(edit.contains("value=\"31/12/2022\""), "the form shows what is recorded");
    let mended = version("3", &first, "01/QĐ-UBND", "01/01/2020", "31/5/2022");
    assert_eq!(clerk.post(&format!("{path}/versions"), &mended).await.status, StatusCode::SEE_OTHER);
    assert!(!clerk.get(&path).await.text().contains("còn ghi hiệu lực"));

    let wrong = version("4", &first, "", "01/01/2020", "31/12/2019");
    let refused = clerk.post(&format!("{path}/versions"), &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Ngày cuối đứng trước ngày đầu") && refused.text().contains("Cần nhập ô này"));
    let bad_file = [("version", None, b"4".as_slice()), ("file", Some("a.html"), b"<script>")];
    let refused = clerk.post_parts(&format!("{path}/versions"), &bad_file).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Không nhận loại tệp này"));
}

#[tokio::test]
async fn the_second_of_two_editors_sees_what_the_first_wrote_and_strangers_see_nothing() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let id = add(&clerk, "Quy định", "01/QĐ-UBND", "01/01/2020").await;
    let path = format!("/regulations/{id}");
    let review = |note: &'static str, state: &'static str| {
        form(&[("version", "1"), ("title", "Quy định"), ("kind", "rule"), ("state", state), ("note", note)])
    };
    assert_eq!(clerk.post(&path, &review("Người thứ nhất", "being-amended")).await.status, StatusCode::SEE_OTHER);
    let second = clerk.post(&path, &review("Người thứ hai", "ended")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let page = second.text();
    assert!(page.contains("Hiện đang ghi: Người thứ nhất") && page.contains(">Người thứ hai</textarea>"));
    assert!(page.contains("Hiện đang ghi: Đang sửa đổi, bổ sung"), "a choice is told by its label");
    assert!(page.contains("name=\"version\" value=\"2\""), "saving once more is then a choice");
    let late = form(&[("version", "1"), ("number", "9/QĐ"), ("issuer", "UBND"), ("from", "01/01/2024")]);
    assert_eq!(clerk.post(&format!("{path}/versions"), &late).await.status, StatusCode::CONFLICT);

    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.post(&path, &review("x", "ended")).await.status, StatusCode::NOT_FOUND);
    assert!(!stranger.get("/regulations").await.text().contains("01/QĐ-UBND"));
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let page = viewer.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("<form class=\"form\""), "who only looks has no forms");
    assert_eq!(viewer.post(&path, &review("x", "ended")).await.status, StatusCode::FORBIDDEN);
}
