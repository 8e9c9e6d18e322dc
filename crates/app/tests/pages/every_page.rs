//! What holds for every page: size, language, nothing from another host, nothing raw.

use crate::world::{Caller, world, world_with_units};
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
        "/movements/formality",
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
        "/meetings",
        "/inspections",
        "/grades",
        "/indices",
        "/initiatives",
        "/commendation",
        "/awards",
        "/awards/CSTDCS",
        "/awards?day=01/06/2022",
        "/award-rounds",
        "/rule-packs",
        "/planner",
        "/statistics",
        "/statistics?year=2022",
        "/terms",
        "/digest",
        "/decisions",
        "/submissions",
        "/honours",
        "/fund",
        "/complaints",
        "/forms",
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
        pages.push(format!("/grades/units/{}", plan.unit_id));
        pages.push(format!("/indices/dti?unit={}", plan.unit_id));
        pages.push(format!("/movements/{movement}/waves"));
        for wave in store.waves_of_movement(&movement).await.expect("read") {
            pages.push(format!("/waves/{}", wave.id));
            for word in ["targets", "reports", "report"] {
                pages.push(format!("/waves/{}/{word}", wave.id));
            }
        }
        pages.push(format!("/movements/{movement}/tasks"));
        pages.push(format!("/movements/{movement}/recognitions"));
        pages.push(format!("/movements/{movement}/known"));
        for word in ["charts", "report", "reports", "reviews", "next-year"] {
            pages.push(format!("/movements/{movement}/{word}"));
        }
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

/// Forms that may be sent again: they change nothing that a second time changes further, or answer with what is shown once.
const REPEATABLE: [&str; 11] = [
    "/preferences",
    "/sign-",
    "/set-password",
    "/account/",
    "/calendar/address",
    "/identity",
    "/code",
    "/lock",
    "/sessions/end",
    "/second-factor/reset",
    "/plans/",
];

fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let before = format!(" {attribute}=\"");
    page.split(&before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// No identifier twice, no label or description that points nowhere, and what is sent can be told from its twin.
pub fn is_sound(page: &str, path: &str) {
    let mut known = std::collections::HashSet::new();
    for id in values(page, "id") {
        assert!(known.insert(id), "{path} has two of {id}");
    }
    for attribute in ["for", "aria-describedby", "aria-labelledby", "list"] {
        for target in values(page, attribute).iter().flat_map(|all| all.split(' ')).filter(|one| !one.is_empty()) {
            assert!(known.contains(target), "{path}: {attribute} points to {target}, which is not there");
        }
    }
    for heading in ["h1", "h2", "h3", "legend"] {
        for rest in page.split(&format!("<{heading}")).skip(1) {
            let inside = rest.split(&format!("</{heading}>")).next().unwrap_or_default();
            let said: String = inside.split('>').skip(1).filter_map(|part| part.split('<').next()).collect();
            assert!(!said.trim().is_empty(), "{path} has an empty heading");
        }
    }
    for form in page.split("<form").skip(1) {
        let (tag, rest) = form.split_once('>').expect("a whole tag");
        if tag.contains("method=\"post\"") && !REPEATABLE.iter().any(|one| tag.contains(one)) {
            assert!(rest.starts_with("<input type=\"hidden\" name=\"once\" value=\""), "{path}: {tag}");
        }
    }
}

#[tokio::test]
async fn no_page_has_an_identifier_twice_or_a_label_that_points_nowhere() {
    for (world, login) in [(world().await, "quan-tri"), (world_with_units().await, "loku.thuongtruc")] {
        let caller = Caller::signed_in(&world, login).await;
        for path in pages(&world).await {
            let answer = caller.get(&path).await;
            if answer.status == StatusCode::OK {
                is_sound(&answer.text(), &path);
            }
        }
    }
}

/// Where commendation is entered.
const COMMENDATION: [&str; 14] = [
    "/commendation",
    "/award-rounds",
    "/meetings",
    "/decisions",
    "/submissions",
    "/honours",
    "/initiatives",
    "/planner",
    "/statistics?year=2022",
    "/fund",
    "/complaints",
    "/awards",
    "/rule-packs",
    "/grades",
];

/// An address without what is particular to one record, so that one page of each kind is looked at.
fn kind(address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    path.split('/')
        .map(|part| if part.chars().any(|one| one.is_ascii_digit()) { "*" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

/// What the pages of commendation lead to, page by page, as somebody sees them.
async fn opened(caller: &Caller) -> Vec<(String, String)> {
    let mut waiting: std::collections::VecDeque<String> =
        COMMENDATION.iter().map(|path| (*path).to_owned()).collect();
    let mut known: std::collections::HashSet<String> = waiting.iter().map(|path| kind(path)).collect();
    let mut found = Vec::new();
    while let Some(path) = waiting.pop_front() {
        let answer = caller.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let text = answer.text();
        let main = text.split("<main").nth(1).unwrap_or_default();
        for address in values(main, "href") {
            let address = address.replace("&#38;", "&").replace("&amp;", "&");
            let address = address.split('#').next().unwrap_or_default().to_owned();
            let here =
                COMMENDATION.iter().any(|root| address.starts_with(root.split('?').next().unwrap_or_default()))
                    || address.starts_with("/nominations/")
                    || address.starts_with("/initiative-rules");
            // a file is no page
            if here && !kind(&address).contains('.') && known.insert(kind(&address)) {
                waiting.push_back(address);
            }
        }
        found.push((path, text));
    }
    found
}

#[tokio::test]
async fn the_pages_of_commendation_are_whole_for_office_reporter_and_viewer() {
    let world = world_with_units().await;
    let mut kinds = std::collections::BTreeSet::new();
    for login in ["hatinh.thuongtruc", "lyson.thuongtruc", "hatinh.baocao", "hatinh.xem"] {
        let caller = Caller::signed_in(&world, login).await;
        for (path, text) in opened(&caller).await {
            kinds.insert(kind(&path));
            is_sound(&text, &format!("{login} at {path}"));
            assert!(text.len() < 150_000, "{login} at {path}: {} bytes", text.len());
            let title =
                text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
            assert!(
                title.split(" — ").next().is_some_and(|own| !own.trim().is_empty()),
                "{login} at {path}: no title"
            );
            for code in ["CSTDCS<", "CSTDCS,", "BKBT,", ": chưa đối chiếu, người", "style=\""] {
                assert!(!text.contains(code), "{login} at {path} shows {code}");
            }
        }
    }
    for reached in [
        "/nominations/*",
        "/nominations/*/replay",
        "/award-rounds/*",
        "/meetings/*",
        "/meetings/*/book/*",
        "/decisions/rounds/*",
        "/initiatives/*",
        "/planner/people/*",
        "/statistics/records",
        "/honours/*",
    ] {
        assert!(kinds.contains(reached), "{reached} was opened by nobody: {kinds:?}");
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
