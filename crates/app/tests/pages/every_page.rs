//! What holds for every page: size, language, nothing from another host, nothing raw.

use crate::world::{Caller, world};
use axum::http::StatusCode;

/// Invented; its targets give way to many more.
const PLAN: &str = include_str!("../../../../samples/written/xa-vi-du-thieu-chu-de.txt");

/// All pages of the demo that a role sees.
async fn pages(world: &crate::world::World) -> Vec<String> {
    let store = world.app.store();
    let mut pages: Vec<String> = [
        "/",
        "/plans",
        "/movements",
        "/movements/national",
        "/calendar",
        "/calendar?year=2022",
        "/calendar/years",
        "/calendar/occasions",
        "/events",
        "/units",
        "/accounts",
        "/audit",
        "/account",
        "/account/second-factor",
        "/tasks",
        "/bottlenecks",
        "/problems",
        "/people",
        "/people/counts",
        "/staff",
        "/office",
        "/regulations",
        "/training",
        "/councils",
    ]
    .map(str::to_owned)
    .into();
    for plan in store.plans(None).await.expect("read") {
        let movement = plan.movement_id.expect("a movement");
        pages.push(format!("/plans/{}", plan.id));
        pages.push(format!("/plans/{}/chain", plan.id));
        for word in ["cascade", "assign", "reconcile", "striving"] {
            pages.push(format!("/movements/{movement}/{word}"));
        }
        pages.push(format!("/movements/{movement}"));
        pages.push(format!("/movements/{movement}/targets"));
        pages.push(format!("/movements/{movement}/contents"));
        pages.push(format!("/movements/{movement}/programmes"));
        pages.push(format!("/movements/{movement}/participation"));
        pages.push(format!("/movements/{movement}/campaigns"));
        pages.push(format!("/movements/{movement}/criteria"));
        pages.push(format!("/units/{}", plan.unit_id));
        pages.push(format!("/movements/{movement}/waves"));
        for wave in store.waves_of_movement(&movement).await.expect("read") {
            pages.push(format!("/waves/{}", wave.id));
            for word in ["targets", "reports", "report"] {
                pages.push(format!("/waves/{}/{word}", wave.id));
            }
        }
        pages.push(format!("/movements/{movement}/tasks"));
        pages.push(format!("/movements/{movement}/known"));
        pages.push(format!("/movements/{movement}/report"));
        pages.push(format!("/movements/{movement}/registrations"));
        pages.push(format!("/movements/{movement}/registrations/achieved"));
        pages.push(format!("/movements/{movement}/covenants"));
        let target =
            store.targets(&plan.id).await.expect("read").into_iter().find(|one| one.draft.comparator.is_some());
        let target = target.expect("a leaf").id;
        pages.push(format!("/targets/{target}"));
        pages.push(format!("/targets/{target}/assign"));
    }
    pages
}

#[tokio::test]
async fn every_page_is_small_whole_and_loads_nothing_from_elsewhere() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    for path in pages(&world).await {
        let answer = admin.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let text = answer.text();
        assert!(text.len() < 150_000, "{path} has {} bytes", text.len());
        assert!(text.trim_end().ends_with("</html>"), "{path} is whole");
        for elsewhere in ["src=\"http", "href=\"http", "url(http", "style=\"", "onclick=", "<script>"] {
            assert!(!text.contains(elsewhere), "{path} holds {elsewhere}");
        }
        let policy = answer.headers["content-security-policy"].to_str().expect("text");
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    }
}

#[tokio::test]
async fn the_review_of_a_long_plan_stays_small_on_a_slow_line() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let (head, rest) = PLAN.split_once("- Tổng sản lượng").expect("the first target");
    let (_, tail) = rest.split_once("III. TỔ CHỨC").expect("the next section");
    let targets: String = (1..=600)
        .map(|i| format!("- Diện tích trồng mới cây ăn quả khu {i}: {} ha.\n", 100 + i * 7 % 913))
        .collect();
    let long = format!("{head}{targets}\nIII. TỔ CHỨC{tail}");
    let sent = clerk.post_parts("/plans", &[("text", None, long.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = clerk.get_compressed(&sent.location).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.headers["content-encoding"], "gzip");
    assert!(page.body.len() < 150_000, "{} bytes go over the line", page.body.len());
}

#[tokio::test]
async fn every_page_speaks_both_languages_and_shows_no_raw_code() {
    let world = world().await;
    let mut admin = Caller::signed_in(&world, "quan-tri").await;
    let raw = [
        ">not-entered<",
        ">not-begun<",
        ">on-track<",
        ">standing-office<",
        ">province-department<",
        ">commune<",
        ">needs-review<",
        ">emulation-council<",
        ">loudspeaker<",
        ">increase_by<",
        ">none_exists<",
        "assigned by",
        ">preliminary-review<",
        "plan.imported",
        "figure.entered",
    ];
    let paths = pages(&world).await;
    for (language, said) in [("vi", "Kế hoạch"), ("en", "Plans")] {
        let switched = admin.post("/preferences", &format!("language={language}&back=/plans")).await;
        assert_eq!(switched.location, "/plans");
        admin.keep(&switched);
        for path in &paths {
            let text = admin.get(path).await.text();
            assert!(text.contains(&format!("<html lang=\"{language}\"")), "{path}");
            assert!(text.contains(said), "{path} in {language}");
            for code in raw {
                assert!(!text.contains(code), "{path} shows {code}");
            }
        }
        // the later cookie of a name wins in `keep`, so start afresh for the second language
        admin = Caller::signed_in(&world, "quan-tri").await;
    }
}

#[tokio::test]
async fn an_address_that_is_not_there_has_its_own_page() {
    let world = world().await;
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let answer = viewer.get("/khong-co").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.text().contains("Không có trang này") && answer.text().contains("Về trang chính"));
}
