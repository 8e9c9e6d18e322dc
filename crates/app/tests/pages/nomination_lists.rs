//! What a unit proposes in a round, in and out by Excel.

use crate::lists::{part, put_in, with_part};
use crate::rule_packs::proposed;
use crate::world::{Caller, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::nominations::State;
use thidua_store::nominations::Nomination;

const HEADING: &str = "Đối tượng;Đề nghị;Người, tập thể, hộ;Thành tích tiêu biểu\n";

async fn all(world: &Arc<World>, round: &str) -> Vec<Nomination> {
    let id = round.rsplit('/').next().expect("an identifier");
    world.app.store().nominations_of_round(id).await.expect("read")
}

async fn upload(clerk: &Caller, round: &str, name: &str, content: &[u8]) -> String {
    let answer = clerk.post_parts(&format!("{round}/list"), &[("file", Some(name), content)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location
}

#[tokio::test]
async fn a_list_goes_out_filled_and_its_changes_come_back_are_judged_and_go_again_as_one() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let (round, _) = proposed(&world, &clerk, &unit).await;
    let shown = clerk.get(&round).await.text();
    assert!(shown.contains(&format!("{round}/list")), "the round leads to its list: {shown}");
    assert_eq!(clerk.get(&format!("{round}/list")).await.status, StatusCode::OK);
    let book = clerk.get(&format!("{round}/list.xlsx")).await.body;
    let same = upload(&clerk, &round, "đề nghị.xlsx", &book).await;
    assert!(clerk.get(&same).await.text().contains("Bảng này không thay đổi gì"));

    let changed = with_part(&book, "xl/worksheets/sheet1.xml", |sheet| {
        assert!(sheet.contains("Số hóa 3.000 hồ sơ"), "{}", part(&book, "xl/worksheets/sheet1.xml"));
        sheet.replace("Số hóa 3.000 hồ sơ", "Số hóa 4.500 hồ sơ")
    });
    let address = upload(&clerk, &round, "đề nghị.xlsx", &changed).await;
    let text = clerk.get(&address).await.text();
    assert!(text.contains("<ins>Số hóa 4.500 hồ sơ</ins>"), "{text}");
    assert_eq!(put_in(&world, &clerk, &address).await.status, StatusCode::SEE_OTHER);
    assert!(all(&world, &round).await.iter().all(|it| it.merit == "Số hóa 4.500 hồ sơ" && it.judged.is_some()));
    assert_eq!(clerk.post(&format!("{address}/undo"), "").await.status, StatusCode::SEE_OTHER);
    assert!(all(&world, &round).await.iter().all(|it| it.merit == "Số hóa 3.000 hồ sơ"));
}

#[tokio::test]
async fn new_rows_are_proposed_by_the_rules_of_the_page_and_withdrawn_with_their_list() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let (round, _) = proposed(&world, &clerk, &unit).await;
    let rows = "Cá nhân;LDTT;Trần Thị Mới;Thu hoạch sớm\nCá nhân;LDTT;Nguyễn Văn Thử;Trùng\nTập thể;LDTT;Trần Thị Lạ;Sai\n";
    let address = upload(&clerk, &round, "bảng.csv", format!("{HEADING}{rows}").as_bytes()).await;
    let text = clerk.get(&address).await.text();
    assert!(text.contains("Không có tập thể tên này"), "{text}");
    let refused = put_in(&world, &clerk, &address).await;
    assert_ne!(refused.status, StatusCode::SEE_OTHER, "a row that means nobody stops the list");
    let one = format!("{HEADING}Cá nhân;LDTT;Trần Thị Mới;Thu hoạch sớm\n");
    let address = upload(&clerk, &round, "bảng.csv", one.as_bytes()).await;
    let taken = put_in(&world, &clerk, &address).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let new =
        |all: Vec<Nomination>| all.into_iter().find(|it| it.nominee.name == "Trần Thị Mới").expect("proposed");
    let it = new(all(&world, &round).await);
    assert_eq!((it.state, it.award.as_str(), it.judged.is_some()), (State::Draft, "LDTT", true));
    assert_eq!(clerk.post(&format!("{address}/undo"), "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(new(all(&world, &round).await).state, State::Withdrawn, "it stays to be read");
}

#[tokio::test]
async fn the_title_of_which_a_ratio_is_taken_comes_along_with_a_list_and_places_are_counted_with_it() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let (round, _) = proposed(&world, &clerk, &unit).await;
    let mut rows: String = (1..=6).map(|n| format!("Cá nhân;LDTT;Người Thử {n};Thành tích riêng {n}\n")).collect();
    rows.push_str("Cá nhân;CSTDCS;Trần Thị Mới;Thu hoạch sớm\nCá nhân;CSTDCS;Lê Văn Sau;Trồng rừng\n");
    let address = upload(&clerk, &round, "bảng.csv", format!("{HEADING}{rows}").as_bytes()).await;
    assert_eq!(put_in(&world, &clerk, &address).await.status, StatusCode::SEE_OTHER);
    let of = |all: &[Nomination], name: &str| -> Vec<(String, State)> {
        let mut found: Vec<_> =
            all.iter().filter(|it| it.nominee.name == name).map(|it| (it.award.clone(), it.state)).collect();
        found.sort_by(|one, other| one.0.cmp(&other.0));
        found
    };
    let both = |state| vec![("CSTDCS".to_owned(), state), ("LDTT".to_owned(), state)];
    let after = all(&world, &round).await;
    assert_eq!(of(&after, "Trần Thị Mới"), both(State::Draft));
    // 15 % of nine (one was there, six stand on the list, two came along) is one place, which somebody has; rows of the list
    // stand behind and one after another
    let told = |name: &str| {
        let it = after.iter().find(|it| it.nominee.name == name && it.award == "CSTDCS").expect("proposed");
        it.judged.as_ref().expect("judged").told.clone()
    };
    assert!(told("Trần Thị Mới").contains("15% của 9 là 1 suất; đã xét 1"), "{}", told("Trần Thị Mới"));
    assert!(told("Lê Văn Sau").contains("15% của 9 là 1 suất; đã xét 2"), "{}", told("Lê Văn Sau"));
    assert_eq!(clerk.post(&format!("{address}/undo"), "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(of(&all(&world, &round).await, "Trần Thị Mới"), both(State::Withdrawn));
}
