//! A movement among others: above it, below it, where its results go, where its theme comes from; and what runs for
//! form's sake.

use crate::cascade::{derive, form, issue, person, plan_of, unit_below};
use crate::registrations::open;
use crate::world::{Caller, Ids, World, ids, later, trial, world, world_with};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_app::plans::actions::read_text;
use thidua_domain::access::Role;

const LUONG_PHONG: &str = "Ủy ban nhân dân xã Lương Phong";

async fn below(world: &Arc<World>, put: &[(&str, &str)]) -> (Ids, Caller, Caller, String) {
    let own = ids(world, LUONG_PHONG).await;
    let office = Caller::signed_in(world, "luongphong.thuongtruc").await;
    let village = unit_below(world, &own.unit, "Thôn Khánh Vân", "Ông Trần Văn Bình").await;
    unit_below(world, &own.unit, "Thôn Sơn Quả", "").await;
    let clerk = person(world, "khanhvan", Role::StandingOffice, &village).await;
    let made = derive(&clerk, &own.plan, put).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    (own, office, clerk, plan_of(&made.location))
}

async fn movement_of(world: &World, plan: &str) -> String {
    let all = world.app.store().movements(plan).await.expect("read");
    all.into_iter().find(|one| one.named.own).expect("its own").id
}

/// The section of the movements above and below.
fn linked(page: &str) -> String {
    let (_, rest) = page.split_once("id=\"linked\"").expect("the section");
    rest.split("</section>").next().expect("its text").to_owned()
}

/// B4: the movement above, those below, and where the results go.
#[tokio::test]
async fn a_movement_shows_the_one_above_those_below_and_where_its_results_go() {
    let world = world().await;
    let (own, office, clerk, plan) = below(&world, &[]).await;
    let before = linked(&office.get(&format!("/movements/{}", own.movement)).await.text());
    assert!(before.contains("0 trên 2 đơn vị đã ban hành kế hoạch"), "{before}");
    assert!(before.contains("Chưa gắn với phong trào nào của cấp trên"), "{before}");
    issue(&world, &plan, "01/KH-TKV", (2024, 3, 20)).await;
    let movement = movement_of(&world, &plan).await;

    let above = linked(&office.get(&format!("/movements/{}", own.movement)).await.text());
    assert!(above.contains("1 trên 2 đơn vị đã ban hành kế hoạch"), "{above}");
    assert!(above.contains(&format!("/movements/{}/cascade", own.movement)));
    assert!(
        above.contains(&format!("/movements/{movement}\">Thôn Khánh Vân")) && above.contains("01/KH-TKV"),
        "{above}"
    );
    let viewer = Caller::signed_in(&world, "luongphong.xem").await;
    let closed = linked(&viewer.get(&format!("/movements/{}", own.movement)).await.text());
    assert!(
        closed.contains("Thôn Khánh Vân") && !closed.contains(&movement),
        "no link to what is not open: {closed}"
    );

    let page = linked(&clerk.get(&format!("/movements/{movement}")).await.text());
    assert!(
        page.contains(&format!("href=\"/plans/{}\">50/KH-UBND", own.plan)) && page.contains(LUONG_PHONG),
        "{page}"
    );
    assert!(!page.contains(&own.movement), "the commune's own pages are not open to the village: {page}");
    assert!(page.contains("chỉ tiêu nối với chỉ tiêu của 50/KH-UBND"), "{page}");
    assert!(page.contains(&format!("/plans/{plan}/mapping")));
    for address in page.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next()) {
        assert_eq!(clerk.get(address).await.status, StatusCode::OK, "{address}");
    }
    // somebody who sees both is led to the figures above
    let seen = linked(&office.get(&format!("/movements/{movement}")).await.text());
    assert!(seen.contains(&format!("/movements/{}/reconcile", own.movement)), "{seen}");
}

/// H2: own theme or inherited, with its source, on the page and on papers.
#[tokio::test]
async fn an_inherited_theme_names_the_plan_that_set_it_on_its_page_and_on_its_papers() {
    let world = world().await;
    let (own, office, clerk, plan) = below(&world, &[]).await;
    issue(&world, &plan, "01/KH-TKV", (2024, 3, 20)).await;
    let movement = movement_of(&world, &plan).await;
    let set = office.get(&format!("/movements/{}", own.movement)).await.text();
    assert!(set.contains("Chủ đề do Ủy ban nhân dân xã Lương Phong xác định</span>"), "{set}");
    let page = clerk.get(&format!("/movements/{movement}")).await.text();
    let says = "Chủ đề do Ủy ban nhân dân xã Lương Phong xác định tại Kế hoạch số 50/KH-UBND ngày";
    assert!(page.contains(&format!("<a href=\"/plans/{}\">{says}", own.plan)), "{page}");
    for paper in [format!("/plans/{plan}/print.docx"), format!("/movements/{movement}/report.docx")] {
        let text = read_text(&clerk.get(&paper).await.body).expect("a document").lines.join("\n");
        assert!(text.contains("theo Kế hoạch số 50/KH-UBND ngày") && text.contains(LUONG_PHONG), "{paper}: {text}");
    }
}

#[tokio::test]
async fn a_draft_takes_the_theme_above_over_by_one_press() {
    let world = world().await;
    let (own, _, clerk, plan) = below(&world, &[("theme", "Thôn xanh, sạch, đẹp")]).await;
    let page = clerk.get(&format!("/plans/{plan}")).await.text();
    assert!(page.contains("Dùng chủ đề này") && page.contains("Kế hoạch số 50/KH-UBND ngày"), "{page}");
    let path = format!("/plans/{plan}/theme");
    let elsewhere = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await;
    let refused = clerk.post(&path, &form(&[("version", "1"), ("from", &elsewhere.plan)])).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "only what stands above is taken over");
    let version = world.app.store().plan(&plan).await.expect("read").expect("there").version.to_string();
    let fields = form(&[("version", &version), ("from", &own.plan)]);
    assert_eq!(clerk.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(clerk.post(&path, &fields).await.status, StatusCode::CONFLICT, "the second is told");
    let draft = world.app.store().plan(&plan).await.expect("read").expect("there").draft;
    let above = world.app.store().plan(&own.plan).await.expect("read").expect("there").draft;
    let text =
        |piece: &Option<thidua_domain::plans::draft::Piece<String>>| piece.as_ref().map(|one| one.value.clone());
    assert_eq!(text(&draft.document.inherited_theme), text(&above.document.theme));
    assert!(draft.document.theme.is_none());
    assert!(!clerk.get(&format!("/plans/{plan}")).await.text().contains("Dùng chủ đề này"), "it is the same now");
    let reporter = Caller::signed_in(&world, "luongphong.baocao").await;
    assert_ne!(reporter.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
}

/// B12: what runs for form's sake is listed, with since when and what to do.
#[tokio::test]
async fn movements_without_registrations_figures_or_results_are_listed_for_those_who_look_over_them() {
    let world = world_with(trial()).await;
    let (own, office, clerk, plan) = below(&world, &[]).await;
    let today = crate::world::today();
    let day = (chrono::Datelike::year(&today), chrono::Datelike::month(&today), chrono::Datelike::day(&today));
    issue(&world, &plan, "01/KH-TKV", day).await;
    let movement = movement_of(&world, &plan).await;
    let board = "/movements/formality";
    // the demo's movements have figures; their year is long over and nobody opened registration in time
    let page = office.get(board).await.text();
    assert!(page.contains("Phong trào cần xem lại"), "{page}");
    assert!(!page.contains(&format!("/movements/{movement}/registrations")), "a new movement has time: {page}");

    // the year of the village's plan is over: it has neither figure nor result
    let nothing = clerk.get(board).await.text();
    assert!(nothing.contains("Hết thời gian, chưa có kết quả"), "{nothing}");
    assert!(nothing.contains(&format!("href=\"/movements/{movement}#review\">Ghi kết quả, bài học")), "{nothing}");
    let above = office.get(&format!("{board}?show=no-result")).await.text();
    assert!(above.contains("Nhắc Thôn Khánh Vân ghi kết quả") && above.contains("id=\"message\""), "{above}");
    assert!(above.contains("- Thôn Khánh Vân:"), "a message is ready");
    assert!(office.get("/").await.text().contains("chưa có đăng ký, số liệu hoặc kết quả"));

    // after months without a figure that is listed too, and writing a result takes it off
    later(101 * 86_400);
    let clerk_again = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let silent = clerk_again.get(&format!("{board}?show=no-figure")).await.text();
    assert!(
        silent.contains("Thôn Khánh Vân") && silent.contains("Nhắc Thôn Khánh Vân báo cáo số liệu"),
        "{silent}"
    );
    assert_eq!(open(&clerk_again, &own.movement, "01/12/2099").await.status, StatusCode::SEE_OTHER);
    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert!(!stranger.get(board).await.text().contains("Thôn Khánh Vân"));
}
