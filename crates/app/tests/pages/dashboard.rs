//! The first page by role: what is due from me, what is red, what moved, who is late.

use crate::registrations::{form, person, unit_below};
use crate::reporting::{begin, open_rounds, put, round_of};
use crate::world::{Caller, ids, target_named, world};
use axum::http::StatusCode;
use thidua_domain::access::Role;
use thidua_domain::periods::Period;

/// A section of the page by its identifier; empty where it is not there.
fn section(page: &str, id: &str) -> String {
    let Some((_, rest)) = page.split_once(&format!("<section class=\"sec\" id=\"{id}\"")) else {
        return String::new();
    };
    rest.split("</section>").next().unwrap_or_default().to_owned()
}

fn number(page: &str, id: &str) -> usize {
    let (_, rest) = page.split_once(&format!("<a href=\"#{id}\"")).unwrap_or_else(|| panic!("{id}: {page}"));
    let (_, rest) = rest.split_once("<b>").expect("a number");
    rest.split('<').next().expect("a number").parse().expect("a number")
}

#[tokio::test]
async fn a_head_sees_what_is_red_what_moved_and_every_line_leads_to_its_figure() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let page = head.get("/").await.text();
    let red = section(&page, "red");
    assert!(red.contains("<a href=\"/targets/") && red.contains("?period="), "{red}");
    let moved = section(&page, "moved");
    assert!(moved.contains("→") && (moved.contains("tốt lên") || moved.contains("xấu đi")), "{moved}");
    let whole = head.get("/digest").await.text();
    for id in ["red", "moved", "late", "problems"] {
        let lines = section(&whole, id).matches("<li>").count();
        if id != "moved" {
            assert_eq!(number(&page, id), lines, "{id}: the number is that of the lines behind it");
        }
        assert!(section(&page, id).matches("<li>").count() <= 6, "{id}: one glance");
    }
    // worse ones stand first
    let all = section(&whole, "moved");
    let (last_worse, first_better) = (all.rfind("xấu đi"), all.find("tốt lên"));
    assert!(first_better.is_none() || last_worse < first_better, "{all}");
}

#[tokio::test]
async fn a_reporter_is_told_what_is_due_the_office_who_has_not_sent_and_a_viewer_neither() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let clerk = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let east = unit_below(&world, &own.unit, "Thôn Đông").await;
    let west = unit_below(&world, &own.unit, "Thôn Đoài").await;
    let writer = person(&world, &east, "thon.dong", Role::Reporter).await;
    let looker = person(&world, &west, "thon.doai.xem", Role::Viewer).await;
    open_rounds(&clerk, &own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&world, &own.movement, Period::FirstHalf).await;
    let due = section(&writer.get("/").await.text(), "due");
    assert!(due.contains(&format!("/rounds/{round}")) && due.contains("05/7/2024"), "{due}");
    assert!(section(&writer.get("/").await.text(), "red").is_empty(), "a village has no targets of its own");
    let late = section(&clerk.get("/").await.text(), "late");
    assert!(late.contains("2 đơn vị quá hạn chưa gửi báo cáo") && late.contains("Thôn Đoài, Thôn Đông"), "{late}");
    assert!(late.contains(&format!("/rounds/{round}?show=missing#who")), "{late}");
    let looking = looker.get("/").await.text();
    assert!(!section(&looking, "due").contains("/rounds/") && section(&looking, "late").is_empty(), "{looking}");

    // sent: it waits at the office, and is late no more
    let report = begin(&writer, &round).await;
    let budget = target_named(&world, &own.plan, "Thu ngân sách").await;
    let fields = [
        (format!("v-{budget}"), "512,5".to_owned()),
        ("all-dated".to_owned(), "30/6/2024".to_owned()),
        ("all-source".to_owned(), "Sổ thu".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let sent = put(&world, &writer, &report, "/send", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let office = clerk.get("/").await.text();
    assert!(section(&office, "due").contains(&format!("/rounds/{round}?show=waits#who")), "{office}");
    assert!(section(&office, "late").contains("1 đơn vị quá hạn chưa gửi báo cáo"), "{office}");
    assert!(!section(&writer.get("/").await.text(), "due").contains(&round), "nothing is due any more");
}

#[tokio::test]
async fn each_role_has_its_first_page_with_the_numbers_that_concern_it() {
    let world = world().await;
    for login in [
        "loku.thuongtruc",
        "loku.thutruong",
        "loku.baocao",
        "loku.kythay",
        "loku.hoidong",
        "loku.tuyentruyen",
        "loku.kiemtra",
        "loku.xem",
    ] {
        let caller = Caller::signed_in(&world, login).await;
        let answer = caller.get("/").await;
        assert_eq!(answer.status, StatusCode::OK, "{login}");
        let page = answer.text();
        assert!(number(&page, "red") > 0 && section(&page, "red").contains("/targets/"), "{login}");
        assert!(page.contains("href=\"/digest\""), "{login}");
        assert!(page.len() < 80_000, "{login}: {} bytes are no glance", page.len());
        for address in
            section(&page, "due").split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next())
        {
            let address = address.replace("&amp;", "&");
            assert_eq!(caller.get(&address).await.status, StatusCode::OK, "{login}: {address}");
        }
    }
    // a problem that waits for a decision stands on the page of who decides, and leads to it
    let inspector = Caller::signed_in(&world, "loku.kiemtra").await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let raised =
        inspector.post("/problems", &form(&[("name", "Thiếu nước tưới vụ Đông Xuân"), ("to", &own.unit)])).await;
    assert_eq!(raised.status, StatusCode::SEE_OTHER, "{}", raised.text());
    let head = Caller::signed_in(&world, "loku.thutruong").await.get("/").await.text();
    assert!(section(&head, "problems").contains("Thiếu nước tưới vụ Đông Xuân"), "{head}");
    assert_eq!(number(&head, "problems"), 1);
}
