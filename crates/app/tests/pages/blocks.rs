//! Blocks: a draft with its preview, the decision, the composition on any day, who leads, outside clusters, filters.

use crate::regulations::identifier;
use crate::units::{form, unit_id};
use crate::world::{Caller, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;

const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";

/// Keeps a draft; its identifier.
pub async fn propose(clerk: &Caller, from: &str, lines: &str) -> String {
    let answer = clerk.post("/arrangements", &form(&[("from", from), ("lines", lines)])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    identifier(&answer.location)
}

/// Records an outside cluster; its identifier.
pub async fn add_cluster(clerk: &Caller, name: &str) -> String {
    let answer = clerk.post("/blocks", &form(&[("name", name), ("organiser", "UBND tỉnh")])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    identifier(&answer.location)
}

async fn decide(clerk: &Caller, id: &str, number: &str, decided: &str) -> crate::world::Answer {
    let fields = [("version", "0"), ("corrects", decided), ("number", number), ("accept", "yes")];
    clerk.post(&format!("/arrangements/{id}/decide"), &form(&fields)).await
}

/// A commune with villages, a school and a union below it.
async fn commune() -> (Arc<World>, Caller, String) {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let commune = unit_id(&world, LO_KU).await;
    for name in ["Làng Lơ Vi", "Làng Chợt", "Làng Tăng", "Trường Tiểu học Lơ Ku", "Hội Nông dân xã"]
    {
        let answer = clerk.post("/units", &form(&[("parent_id", &commune), ("name", name), ("kind", "")])).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }
    (world, clerk, commune)
}

const FIRST: &str = "Khối thi đua các làng:\n1. làng lơ vi\n- Làng Chợt\n\nKhối thi đua các cơ quan:\n\
                     Trường tiểu học Lơ Ku\nCông ty Thủy điện Đăk";

#[tokio::test]
async fn blocks_are_rearranged_by_a_decision_after_a_preview_that_names_who_moves_and_who_is_in_none() {
    let (world, clerk, _) = commune().await;
    assert!(clerk.get("/blocks").await.text().contains("Chưa chia khối thi đua"));
    let first = propose(&clerk, "10/01/2022", FIRST).await;
    let page = clerk.get(&format!("/arrangements/{first}")).await.text();
    assert!(page.contains("Đơn vị trực thuộc chưa vào khối nào <span class=\"count\">2</span>"), "{page}");
    assert!(page.contains("Hội Nông dân xã; Làng Tăng") || page.contains("Làng Tăng; Hội Nông dân xã"));
    assert!(page.contains("Công ty Thủy điện Đăk") && page.contains("Ghi theo tên"), "kept by name");
    assert!(page.contains("Khối thi đua các làng; Khối thi đua các cơ quan"), "both blocks begin");
    assert!(clerk.get("/blocks").await.text().contains("Phương án, chưa có quyết định"));

    let path = format!("/arrangements/{first}/decide");
    let unseen = clerk.post(&path, &form(&[("version", "0"), ("corrects", "0"), ("number", "12/QĐ-UBND")])).await;
    assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unseen.text().contains("đánh dấu là đã xem"), "who is in none has to be seen");
    let answer = decide(&clerk, &first, "12/QĐ-UBND", "0").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = clerk.get("/blocks").await.text();
    assert!(page.contains("12/QĐ-UBND") && page.contains("Chưa phân công trưởng khối năm"), "{page}");

    let second = "Khối thi đua các làng:\nLàng Lơ Vi\nLàng Tăng\nTrường Tiểu học Lơ Ku\n\
                  Khối thi đua số 2:\nLàng Chợt\nHội Nông dân xã\nLàng Tăng";
    let second = propose(&clerk, "01/3/2023", second).await;
    let page = clerk.get(&format!("/arrangements/{second}")).await.text();
    assert!(page.contains("1 đơn vị giữ nguyên khối, 2 chuyển khối, 2 vào khối, 1 ra khỏi khối"), "{page}");
    assert!(page.contains("Làng Tăng (Khối thi đua các làng, Khối thi đua số 2)"), "in two blocks");
    assert!(page.contains("Khối không còn đơn vị") && page.contains("<p>Khối thi đua các cơ quan</p>"));
    assert_eq!(decide(&clerk, &second, "40/QĐ-UBND", "1").await.status, StatusCode::SEE_OTHER);

    let block = block_id(&world, "Khối thi đua các làng").await;
    for (day, inside, outside) in [
        ("09/01/2022", "Không có đơn vị nào", "<th scope=\"row\"><a"),
        ("10/01/2022", ">Làng Chợt</a></th>", ">Trường Tiểu học Lơ Ku</a></th>"),
        ("28/02/2023", ">Làng Chợt</a></th>", ">Trường Tiểu học Lơ Ku</a></th>"),
        ("01/3/2023", ">Trường Tiểu học Lơ Ku</a></th>", ">Làng Chợt</a></th>"),
    ] {
        let page = clerk.get(&format!("/blocks/{block}?at={day}")).await.text();
        assert!(page.contains(inside) && !page.contains(outside), "{day}: {page}");
    }
    let page = clerk.get(&format!("/blocks/{block}")).await.text();
    assert!(page.contains("Làng Chợt <span class=\"muted\">(từ 10/01/2022 đến 28/02/2023)"), "{page}");
    let again = decide(&clerk, &second, "41/QĐ-UBND", "2").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("đã được quyết định"));
    let log = Caller::signed_in(&world, "quan-tri").await.get("/audit").await.text();
    assert!(log.contains("sắp xếp lại khối thi đua theo quyết định"));
}

async fn block_id(world: &World, name: &str) -> String {
    let owner = unit_id(world, LO_KU).await;
    let all = world.app.store().blocks_of(&owner).await.expect("read");
    all.into_iter().find(|block| block.name == name).expect("the block").id
}

#[tokio::test]
async fn wrong_lines_are_named_and_what_was_typed_stays() {
    let (_, clerk, _) = commune().await;
    let lines = "Làng Tăng\nKhối thi đua số 1:\nLàng Chợt; 31/02/2022\nLàng Lơ Vi";
    let answer = clerk.post("/arrangements", &form(&[("from", "10/01/2022"), ("lines", lines)])).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("Dòng 1: “Làng Tăng” chưa nằm dưới khối nào"), "{page}");
    assert!(page.contains("Dòng 3: ngày “31/02/2022” chưa đúng") && page.contains("Làng Lơ Vi</textarea>"));
    let twice = "Khối thi đua số 1:\nLàng Chợt\nlang chot";
    let answer = clerk.post("/arrangements", &form(&[("from", "10/01/2022"), ("lines", twice)])).await;
    assert!(answer.text().contains("Dòng 3: Làng Chợt đã có trong khối này"), "one unit under two spellings");
    for (lines, says) in [
        ("Khối A:\nKhối B:", "Chưa có đơn vị nào trong danh sách"),
        ("Khối A:\nLàng Chợt; 01/01/2020; 01/02/2020", "Dòng 2: ngày cuối đứng trước ngày phương án có hiệu lực"),
    ] {
        let answer = clerk.post("/arrangements", &form(&[("from", "10/01/2022"), ("lines", lines)])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{lines}");
        assert!(answer.text().contains(says), "{says}: {}", answer.text());
    }
    let empty = clerk.post("/arrangements", "from=&lines=").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_decides_on_a_preview_that_is_no_longer_so_sees_the_new_one_and_strangers_see_nothing() {
    let (world, clerk, _) = commune().await;
    let one = propose(&clerk, "10/01/2022", FIRST).await;
    let other = propose(&clerk, "01/3/2023", "Khối thi đua các làng:\nLàng Tăng\nLàng Chợt").await;
    assert_eq!(decide(&clerk, &one, "12/QĐ", "0").await.status, StatusCode::SEE_OTHER);
    // the preview of the other was made when nothing was decided
    let late = decide(&clerk, &other, "13/QĐ", "0").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let page = late.text();
    assert!(page.contains("vừa thay đổi sau khi bạn mở trang") && page.contains("value=\"13/QĐ\""), "{page}");
    assert!(page.contains("name=\"corrects\" value=\"1\""), "sending it again decides on what is shown now");
    let edit = format!("/arrangements/{other}");
    let changed = form(&[("version", "0"), ("from", "01/4/2023"), ("lines", "Khối thi đua các làng:\nLàng Tăng")]);
    assert_eq!(clerk.post(&edit, &changed).await.status, StatusCode::SEE_OTHER);
    let second = form(&[("version", "0"), ("from", "01/5/2023"), ("lines", "Khối thi đua các làng:\nLàng Chợt")]);
    let conflict = clerk.post(&edit, &second).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let page = conflict.text();
    assert!(page.contains("01/4/2023\nKhối thi đua các làng:\nLàng Tăng") && page.contains("value=\"01/5/2023\""));
    let same_day =
        form(&[("version", "1"), ("from", "10/01/2022"), ("lines", "Khối thi đua các làng:\nLàng Chợt")]);
    assert_eq!(clerk.post(&edit, &same_day).await.status, StatusCode::SEE_OTHER);
    let fields = [("version", "2"), ("corrects", "1"), ("number", "13/QĐ"), ("accept", "yes")];
    let twice = clerk.post(&format!("{edit}/decide"), &form(&fields)).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.text().contains("có hiệu lực từ đúng ngày này"));
    let discard = form(&[("version", "2"), ("do", "discard")]);
    assert_eq!(clerk.post(&edit, &discard).await.status, StatusCode::SEE_OTHER);
    assert_eq!(clerk.get(&edit).await.status, StatusCode::NOT_FOUND);

    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let block = block_id(&world, "Khối thi đua các làng").await;
    for path in [format!("/arrangements/{one}"), format!("/blocks/{block}")] {
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!stranger.get("/blocks").await.text().contains("Khối thi đua các làng"));
    let member = Caller::signed_in(&world, "loku.hoidong").await;
    let page = member.get(&format!("/blocks/{block}")).await;
    assert!(page.status == StatusCode::OK && !page.text().contains("<form class=\"form\""));
}

#[tokio::test]
async fn two_drafts_that_name_a_new_block_found_it_once() {
    let (world, clerk, commune) = commune().await;
    let one = propose(&clerk, "10/01/2022", "Khối thi đua số 1:\nLàng Tăng\nLàng Chợt").await;
    let two = propose(&clerk, "01/3/2023", "khối thi đua số 1:\nLàng Tăng\nLàng Lơ Vi").await;
    assert_eq!(decide(&clerk, &one, "12/QĐ", "0").await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&format!("/arrangements/{two}")).await.text();
    assert!(page.contains("1 đơn vị giữ nguyên khối") && !page.contains("Khối được lập mới"), "{page}");
    let decided = decide(&clerk, &two, "13/QĐ", "1").await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    assert_eq!(world.app.store().blocks_of(&commune).await.expect("read").len(), 1);
    let third = propose(&clerk, "01/3/2024", "Khối thi đua số 1:\nLàng Tăng").await;
    assert_eq!(decide(&clerk, &third, "14/QĐ", "2").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_decision_that_is_not_signed_yet_is_refused_even_where_it_begins_later() {
    let (_, clerk, _) = commune().await;
    let one = propose(&clerk, "1/1/2100", FIRST).await;
    let path = format!("/arrangements/{one}/decide");
    let fields = [("version", "0"), ("corrects", "0"), ("number", "12/QĐ"), ("accept", "yes")];
    let refused = clerk.post(&path, &form(&[&fields[..], &[("dated", "1/12/2099")]].concat())).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Ngày ban hành ở tương lai"), "{}", refused.text());
    let taken = clerk.post(&path, &form(&[&fields[..], &[("dated", "1/12/2022")]].concat())).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
}

#[tokio::test]
async fn a_block_is_led_by_a_member_for_a_year_and_by_another_the_next() {
    let (world, clerk, _) = commune().await;
    let one = propose(&clerk, "10/01/2022", FIRST).await;
    assert_eq!(decide(&clerk, &one, "12/QĐ", "0").await.status, StatusCode::SEE_OTHER);
    let block = block_id(&world, "Khối thi đua các làng").await;
    let (vi, chot) = (unit_id(&world, "Làng Lơ Vi").await, unit_id(&world, "Làng Chợt").await);
    let path = format!("/blocks/{block}/leads");
    let of = |version: &str, year: &str, lead: &str, deputy: &str| {
        form(&[("version", version), ("year", year), ("lead", lead), ("deputy", deputy), ("document", "BB 01")])
    };
    let both = clerk.post(&path, &of("0", "2022", &vi, &vi)).await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(both.text().contains("Một đơn vị chỉ giữ một vai"));
    assert_eq!(clerk.post(&path, &of("0", "2022", &vi, &chot)).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&format!("/blocks/{block}?at=01/6/2022")).await.text();
    assert!(page.contains("Chưa từng làm trưởng khối: Làng Chợt.") && !page.contains("id=\"findings\""), "{page}");
    let late = clerk.post(&path, &of("0", "2023", &chot, &vi)).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(clerk.post(&path, &of("1", "2023", &chot, &vi)).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&format!("/blocks/{block}?at=01/6/2023")).await.text();
    assert!(page.contains("Mọi thành viên đã từng làm trưởng khối") && page.contains("BB 01"));
    let list = clerk.get("/blocks?at=01/6/2023").await.text();
    assert!(list.contains("<td data-label=\"Trưởng khối, cụm\">Làng Chợt</td>"), "{list}");
    // whoever is in a block sees it
    let strange = clerk.post(&path, &of("2", "2024", "nobody", "")).await;
    assert!(strange.text().contains("Không phải thành viên của khối"));
}

#[tokio::test]
async fn an_outside_cluster_keeps_who_is_in_it_by_decision_of_its_organiser() {
    let (world, clerk, commune) = commune().await;
    let name = "Cụm thi đua các xã miền núi";
    let cluster = add_cluster(&clerk, name).await;
    let double = clerk.post("/blocks", &form(&[("name", name), ("organiser", "UBND huyện")])).await;
    assert_eq!(double.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = clerk.get(&format!("/arrangements/new?cluster={cluster}")).await.text();
    assert!(page.contains(&format!("{name}:")), "the form begins with the name of the cluster");
    let lines = format!("{name}:\nUBND xã Lơ Ku\nUBND xã Tơ Tung\nUBND xã Đông");
    let keep = |lines: &str| form(&[("from", "01/02/2022"), ("lines", lines), ("cluster", &cluster)]);
    let other = clerk.post("/arrangements", &keep("Khối khác:\nUBND xã Tơ Tung")).await;
    assert!(other.text().contains("dòng 2 nói về khối khác"), "{}", other.text());
    let answer = clerk.post("/arrangements", &keep(&lines)).await;
    let id = identifier(&answer.location);
    let page = clerk.get(&format!("/arrangements/{id}")).await.text();
    assert!(!page.contains("chưa vào khối nào"), "units of one's own are not asked for in a cluster of others");
    assert_eq!(decide(&clerk, &id, "99/QĐ-UBND", "0").await.status, StatusCode::SEE_OTHER);
    let places = world.app.store().arrangement(&id).await.expect("read").expect("there").places;
    assert_eq!(places[0].place.unit_id.as_deref(), Some(commune.as_str()), "the short name is the commune's");
    assert_eq!(places[1].place.unit_id, None);
    let list = clerk.get("/blocks").await.text();
    assert!(list.contains(name) && list.contains("UBND tỉnh"), "{list}");
    let rename = form(&[("version", "0"), ("name", "Cụm thi đua số 3"), ("organiser", "UBND tỉnh Gia Lai")]);
    assert_eq!(clerk.post(&format!("/blocks/{cluster}"), &rename).await.status, StatusCode::SEE_OTHER);
    assert!(clerk.get("/blocks").await.text().contains("Cụm thi đua số 3"));
    assert_eq!(clerk.post(&format!("/blocks/{cluster}"), &rename).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn boards_show_the_units_of_a_block_and_a_block_is_a_party_of_a_covenant() {
    let (world, clerk, _) = commune().await;
    let one = propose(&clerk, "10/01/2022", FIRST).await;
    assert_eq!(decide(&clerk, &one, "12/QĐ", "0").await.status, StatusCode::SEE_OTHER);
    let block = block_id(&world, "Khối thi đua các làng").await;
    let movement = ids(&world, LO_KU).await.movement;
    let deadline =
        clerk.post(&format!("/movements/{movement}/registrations"), "version=0&deadline=01/12/2099").await;
    assert_eq!(deadline.status, StatusCode::SEE_OTHER, "{}", deadline.text());
    for path in ["cascade", "registrations"] {
        let all = clerk.get(&format!("/movements/{movement}/{path}")).await.text();
        assert!(all.contains("Hội Nông dân xã") && all.contains("Khối thi đua các làng"), "{path}: {all}");
        let some = clerk.get(&format!("/movements/{movement}/{path}?block={block}")).await.text();
        let rows = some.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("rows");
        assert!(rows.contains("Làng Chợt") && rows.contains("Làng Lơ Vi"), "{path}: {rows}");
        assert!(!rows.contains("Hội Nông dân xã") && !rows.contains("Làng Tăng"), "{path}: {rows}");
    }
    let bloc = format!("bloc-{block}");
    let draw = form(&[("title", "Giao ước khối"), ("source", "blank"), (&bloc, "yes")]);
    let answer = clerk.post(&format!("/movements/{movement}/covenants"), &draw).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let covenant = identifier(&answer.location);
    let parties = world.app.store().covenant_parties(&covenant).await.expect("read");
    let party = parties.iter().find(|party| party.name == "Khối thi đua các làng").expect("the block is a party");
    assert_eq!(party.members.len(), 2);
    let board = clerk.get(&format!("/movements/{movement}/covenants?block={block}")).await.text();
    assert!(board.contains("Giao ước khối"));
    let other = block_id(&world, "Khối thi đua các cơ quan").await;
    let board = clerk.get(&format!("/movements/{movement}/covenants?block={other}")).await.text();
    assert!(!board.contains("Giao ước khối"));
    let add = form(&[("block", &other)]);
    let answer = clerk.post(&format!("/covenants/{covenant}/parties"), &add).await;
    assert_ne!(
        answer.status,
        StatusCode::SEE_OTHER,
        "a block of one unit and a body outside is no party of two units"
    );
}
