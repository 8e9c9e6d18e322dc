//! Rule packs: refused with every problem, shown with what they change before they are taken, kept in versions.

use crate::registrations::form;
use crate::world::{Caller, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;

const SAMPLE: &str = include_str!("../../../../rules/packs/sample.toml");

/// Opens a round of 2026 and proposes somebody; the addresses of both.
pub async fn proposed(world: &Arc<World>, caller: &Caller, unit: &str) -> (String, String) {
    let opened = caller
        .post(
            "/award-rounds",
            &form(&[
                ("name", "Xét khen năm 2025"),
                ("occasion", "regular"),
                ("from", "01/01/2025"),
                ("to", "31/12/2025"),
            ]),
        )
        .await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let round = opened.location.split('?').next().expect("an address").to_owned();
    let fields = [("unit", unit), ("award", "CSTDCS"), ("name", "Nguyễn Văn Thử"), ("merit", "Số hóa 3.000 hồ sơ")];
    let added = caller.post(&format!("{round}/nominations"), &form(&fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let nomination = added.location.split('?').next().expect("an address").to_owned();
    let all = world.app.store().nominations_of_round(round.rsplit('/').next().expect("an id")).await.expect("read");
    assert_eq!(all.len(), 2, "the title of which the ratio is taken comes along");
    (round, nomination)
}

/// A pack with one more condition.
fn stricter(version: &str) -> String {
    format!(
        "[pack]\ncode = \"tinh-thu\"\nversion = \"{version}\"\ntitle = \"Quy định thử\"\nsource = \"Quyết định 9/2026/QĐ-UBND\"\nfrom = \"2025-07-01\"\n\n[[addition]]\naward = \"CSTDCS\"\n[[addition.condition]]\nnumber = \"TT-001\"\nsays = \"Có ít nhất ba lần Chiến sĩ thi đua cơ sở trước đó.\"\nenglish = \"…\"\nsource = \"Quyết định 9/2026/QĐ-UBND Điều 3\"\nmark = \"V\"\nneed = {{ kind = \"rank\", leader_of = \"cluster\" }}\n"
    )
}

#[tokio::test]
async fn the_sample_is_sound_and_is_taken_only_after_it_was_confirmed() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let empty = clerk.get("/rule-packs").await;
    assert!(empty.text().contains("Chưa nạp bộ quy định nào"), "{}", empty.text());
    let tried = clerk.post("/rule-packs", &form(&[("text", SAMPLE)])).await;
    assert_eq!(tried.status, StatusCode::OK, "{}", tried.text());
    assert!(tried.text().contains("Đã xét thử 0 hồ sơ"), "{}", tried.text());
    assert!(clerk.get("/rule-packs").await.text().contains("Chưa nạp bộ quy định nào"), "nothing is kept yet");
    let taken = clerk.post("/rule-packs", &form(&[("text", SAMPLE), ("confirmed", "0")])).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let address = taken.location.split('?').next().expect("an address").to_owned();
    let shown = clerk.get(&address).await.text();
    assert!(shown.contains("AWD-033") && shown.contains("Không có điểm nào phải sửa"), "{shown}");
    let text = clerk.get(&format!("{address}/pack.toml")).await.text();
    assert_eq!(text, SAMPLE, "it comes back as it was loaded");
    let again = clerk.post("/rule-packs", &form(&[("text", SAMPLE), ("confirmed", "0")])).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("tăng dòng version"), "{}", again.text());
    let silent = clerk.post(&format!("{address}/withdraw"), &form(&[("version", "1"), ("reason", " ")])).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("version", "1"), ("reason", "Ban hành nhầm")];
    let gone = clerk.post(&format!("{address}/withdraw"), &form(&fields)).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text());
    assert!(clerk.get(&address).await.text().contains("Ban hành nhầm"));
    let late = clerk.post(&format!("{address}/withdraw"), &form(&fields)).await;
    assert_ne!(late.status, StatusCode::SEE_OTHER, "it is withdrawn once");
}

#[tokio::test]
async fn a_pack_that_contradicts_the_law_comes_back_with_every_problem_and_what_was_typed() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let bad = stricter("1")
        .replace("from = \"2025-07-01\"", "from = \"2025-02-31\"")
        .replace("award = \"CSTDCS\"", "award = \"KHONGCO\"");
    let back = clerk.post("/rule-packs", &form(&[("text", &bad), ("confirmed", "0")])).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = back.text();
    assert!(text.contains("PACK-003") && text.contains("PACK-024") && text.contains("2025-02-31"), "{text}");
    assert!(text.contains("tinh-thu") && text.contains("Chưa có gì được lưu"), "what was typed stays: {text}");
    let broken = clerk.post("/rule-packs", &form(&[("text", "[pack\ncode = 1")])).await;
    assert!(broken.text().contains("PACK-001") && broken.text().contains("dòng 1"), "{}", broken.text());
    let looser = stricter("1").replace(
        "need = { kind = \"rank\", leader_of = \"cluster\" }",
        "fills = \"AWD-032a\"\nneed = { kind = \"grade\", at_least = \"completed\" }",
    );
    let refused = clerk.post("/rule-packs", &form(&[("text", &looser), ("confirmed", "0")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("chỉ được quy định chặt hơn"), "{}", refused.text());
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    assert!(world.app.store().rule_packs_of(&[unit]).await.expect("read").is_empty(), "nothing is stored");
}

#[tokio::test]
async fn open_dossiers_whose_answer_changes_are_listed_before_a_pack_is_taken_and_a_replay_shows_the_difference() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let (_, nomination) = proposed(&world, &clerk, &unit).await;
    let before = clerk.get(&format!("{nomination}/replay")).await;
    assert_eq!(before.status, StatusCode::OK, "{}", before.text());
    assert!(before.text().contains("Mọi điều kiện có kết quả như nhau"), "{}", before.text());
    // one who reached the lower title: 15 % of one is nobody
    let tried = clerk.post("/rule-packs", &form(&[("text", SAMPLE), ("confirmed", "7")])).await;
    assert_eq!(tried.status, StatusCode::OK, "the number confirmed is not the number there is: {}", tried.text());
    let shown = tried.text();
    assert!(shown.contains("Đã xét thử 2 hồ sơ đang mở: 1 hồ sơ sẽ đổi kết quả"), "{shown}");
    assert!(shown.contains("Nguyễn Văn Thử") && shown.contains("QDM-001"), "{shown}");
    let taken = clerk.post("/rule-packs", &form(&[("text", SAMPLE), ("confirmed", "1")])).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let after = clerk.get(&format!("{nomination}/replay")).await.text();
    assert!(after.contains("QDM-001") && after.contains("điều kiện khác nhau"), "{after}");
    let earlier = clerk.get(&format!("{nomination}/replay?day=31/12/2025")).await.text();
    assert!(!earlier.contains("QDM-001") && earlier.contains("AWD-033"), "the pack did not hold yet: {earlier}");
    let again = clerk.post(&format!("{nomination}/judge"), "").await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
    let pack = taken.location.split('?').next().expect("an address").to_owned();
    assert!(clerk.get(&pack).await.text().contains("Nguyễn Văn Thử"), "the pack names the dossiers it judged");
    let bad = clerk.get(&format!("{nomination}/replay?day=31/02/2026")).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(clerk.get(&nomination).await.text().contains("/replay"), "the dossier leads to its replay");
}
