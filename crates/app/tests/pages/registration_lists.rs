//! What units register, in and out by Excel: by the authority for all, by a unit for its own, by the rules of the page.

use crate::lists::{part, put_in, with_part};
use crate::registrations::{add_item, begin, form, open, person, send, unit_below};
use crate::world::{Answer, Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_domain::basics::text::fold;
use thidua_store::registrations::Item;

const HEADING: &str =
    "Đơn vị;Loại;Nội dung;Danh hiệu đăng ký;Đối tượng;Giá trị đăng ký;Lý do thấp hơn;Mô tả;Kết quả cần đạt\n";

struct Stage {
    world: Arc<World>,
    own: Ids,
    clerk: Caller,
    /// Of Thôn Đông, whose registration is begun.
    writer: Caller,
    sheet: String,
    target: String,
    address: String,
}

async fn stage() -> Stage {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let clerk = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let village = unit_below(&world, &own.unit, "Thôn Đông").await;
    unit_below(&world, &own.unit, "Thôn Đoài").await;
    let writer = person(&world, &village, "thon.dong", Role::Reporter).await;
    assert_eq!(open(&clerk, &own.movement, "01/12/2099").await.status, StatusCode::SEE_OTHER);
    let sheet = begin(&writer, &own.movement).await;
    let target = target_named(&world, &own.plan, "Thu ngân sách").await;
    add_item(&writer, &sheet, "target", &[("target", &target), ("registered", "1.811"), ("shared", "yes")]).await;
    add_item(&writer, &sheet, "title", &[("title", "LDTT"), ("person", "Nguyễn Văn Mẫu")]).await;
    let hard =
        [("name", "Dời chợ tạm"), ("hard", "yes"), ("description", "32 hộ"), ("expected", "Xong trước 30/9")];
    add_item(&writer, &sheet, "task", &hard).await;
    let address = format!("/movements/{}/registrations/list", own.movement);
    Stage { world, own, clerk, writer, sheet, target, address }
}

impl Stage {
    async fn try_upload(&self, who: &Caller, unit: &str, name: &str, content: &[u8]) -> Answer {
        who.post_parts(&self.address, &[("unit", None, unit.as_bytes()), ("file", Some(name), content)]).await
    }

    async fn upload(&self, who: &Caller, name: &str, content: &[u8]) -> String {
        let answer = self.try_upload(who, "", name, content).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.location
    }

    async fn rows(&self, who: &Caller, rows: &str) -> String {
        self.upload(who, "bảng.csv", format!("{HEADING}{rows}").as_bytes()).await
    }

    async fn items(&self) -> Vec<Item> {
        let id = self.sheet.rsplit('/').next().expect("an identifier");
        self.world.app.store().registration_items(id).await.expect("read")
    }

    async fn of_unit(&self, name: &str) -> Option<Vec<Item>> {
        let store = self.world.app.store();
        let unit = store.units_folded(&fold(name)).await.expect("read").remove(0).id;
        let round = store.registration_round(&self.own.movement).await.expect("read").expect("open").id;
        let found = store.registration_of_unit(&round, &unit).await.expect("read")?;
        Some(store.registration_items(&found.id).await.expect("read"))
    }

    async fn target_name(&self) -> String {
        let targets = self.world.app.store().targets(&self.own.plan).await.expect("read");
        targets.into_iter().find(|one| one.id == self.target).expect("there").draft.name
    }
}

#[tokio::test]
async fn the_authority_takes_all_registrations_out_and_a_changed_workbook_in_and_back() {
    let stage = stage().await;
    let board = stage.clerk.get(&format!("/movements/{}/registrations", stage.own.movement)).await.text();
    assert!(board.contains(&stage.address), "the board leads to the list");
    let page = stage.clerk.get(&stage.address).await;
    assert_eq!(page.status, StatusCode::OK);
    let book = stage.clerk.get(&format!("{}.xlsx", stage.address)).await.body;
    let same = stage.upload(&stage.clerk, "đăng ký.xlsx", &book).await;
    let text = stage.clerk.get(&same).await.text();
    assert!(text.contains("Bảng này không thay đổi gì"), "{text}");

    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<v>1811</v>") && sheet.contains("Dời chợ tạm"), "{sheet}");
    let changed = with_part(&book, "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace("<v>1811</v>", "<v>1950</v>").replace("Dời chợ tạm", "Dời chợ cóc")
    });
    let address = stage.upload(&stage.clerk, "đăng ký.xlsx", &changed).await;
    let text = stage.clerk.get(&address).await.text();
    assert!(text.contains("<del>1.811</del> → <ins>1.950</ins>"), "{text}");
    assert!(text.contains("<del>Dời chợ tạm</del> → <ins>Dời chợ cóc</ins>"), "{text}");
    let answer = put_in(&stage.world, &stage.clerk, &address).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let after = stage.items().await;
    assert_eq!(after[0].written.registered.expect("a value").vietnamese(), "1.950");
    assert!(after[0].written.shared, "what the list does not show stays");
    assert_eq!(after[2].written.name, "Dời chợ cóc");
    assert_eq!(stage.clerk.post(&format!("{address}/undo"), "").await.status, StatusCode::SEE_OTHER);
    let after = stage.items().await;
    assert_eq!(after[0].written.registered.expect("a value").vietnamese(), "1.811");
    assert_eq!(after[2].written.name, "Dời chợ tạm");
}

#[tokio::test]
async fn new_rows_begin_the_registration_of_a_unit_and_go_with_it_again() {
    let stage = stage().await;
    let name = fold(&stage.target_name().await);
    let rows = format!(
        "thon doai;Chỉ tiêu;{name};;;2.000;;;\nThôn Đoài;Danh hiệu;;LDTT;Trần Thị Mẫu;;;;\n\
         Thôn Đoài;Việc khó;Nạo vét mương;;;;;Mương làng 2 km;Xong trước mùa mưa\n"
    );
    let address = stage.rows(&stage.clerk, &rows).await;
    let text = stage.clerk.get(&address).await.text();
    assert!(text.contains("/put-in") && text.contains("Nạo vét mương"), "{text}");
    assert!(stage.of_unit("Thôn Đoài").await.is_none(), "nothing is written before it is put in");
    let answer = put_in(&stage.world, &stage.clerk, &address).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let items = stage.of_unit("Thôn Đoài").await.expect("it is begun");
    assert_eq!(items.len(), 3, "in the order of the rows");
    assert_eq!(items[0].written.target_id.as_deref(), Some(stage.target.as_str()), "found without diacritics");
    assert_eq!(items[1].written.person.as_deref(), Some("Trần Thị Mẫu"));
    assert!(items[2].written.hard);
    let log = stage.clerk.get("/audit").await.text();
    assert!(log.contains("ghi bảng Excel"), "{log}");
    assert_eq!(stage.clerk.post(&format!("{address}/undo"), "").await.status, StatusCode::SEE_OTHER);
    assert!(stage.of_unit("Thôn Đoài").await.is_none(), "the empty draft goes too");
}

#[tokio::test]
async fn rows_follow_the_rules_of_the_page_and_say_which_cell_is_wrong() {
    let stage = stage().await;
    let name = stage.target_name().await;
    let rows = format!(
        "Thôn Đoài;Chỉ tiêu;{name};;;5;;;\nThôn Đông;Danh hiệu;;LDTT;nguyen van mau;;;;\n\
         Thôn Không Có;Nhiệm vụ;Quét sân;;;;;;\nThôn Đoài;Việc khó;Đắp đê;;;;;;\nThôn Đoài;Danh hiệu;;CSTDCS;;;;;\n"
    );
    let address = stage.rows(&stage.clerk, &rows).await;
    let text = stage.clerk.get(&address).await.text();
    for (cell, says) in [
        ("cell2.7", "cần ghi lý do"),
        ("cell3.3", "Nội dung này đã có trong bản đăng ký"),
        ("cell4.0", "Không có đơn vị “Thôn Không Có”"),
        ("cell5.8", "phải có mô tả và kết quả dự kiến"),
        ("cell6.4", "cần họ tên"),
    ] {
        assert!(text.contains(&format!("name=\"{cell}\"")) && text.contains(says), "{cell} {says}: {text}");
    }
    let refused = put_in(&stage.world, &stage.clerk, &address).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stage.of_unit("Thôn Đoài").await.is_none(), "all or nothing");
}

#[tokio::test]
async fn a_unit_brings_in_its_own_rows_only_and_what_was_sent_is_not_taken_back() {
    let stage = stage().await;
    let board = stage.writer.get(&stage.sheet).await.text();
    assert!(board.contains(&stage.address), "the registration leads to its list");
    let foreign = stage.rows(&stage.writer, "Thôn Đoài;Nhiệm vụ;Quét sân;;;;;;\n").await;
    assert!(stage.writer.get(&foreign).await.text().contains("Không có đơn vị “Thôn Đoài”"));
    let refused = put_in(&stage.world, &stage.writer, &foreign).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let all = stage.try_upload(&stage.writer, &stage.own.unit, "a.csv", HEADING.as_bytes()).await;
    assert_eq!(all.status, StatusCode::UNPROCESSABLE_ENTITY, "the authority's list is not theirs");
    let far = Caller::signed_in(&stage.world, "loku.thuongtruc").await;
    assert_eq!(far.get(&foreign).await.status, StatusCode::NOT_FOUND);
    assert_eq!(far.get(&format!("{}.xlsx", stage.address)).await.status, StatusCode::NOT_FOUND);

    let own = stage.rows(&stage.writer, "Thôn Đông;Nhiệm vụ;Trồng hoa;;;;;;\n").await;
    assert_eq!(put_in(&stage.world, &stage.writer, &own).await.status, StatusCode::SEE_OTHER);
    assert_eq!(stage.items().await.len(), 4);
    send(&stage.world, &stage.writer, &stage.sheet).await;
    let late = stage.writer.post(&format!("{own}/undo"), "").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Trồng hoa — Thôn Đông"), "{}", late.text());
    let more = stage.rows(&stage.writer, "Thôn Đông;Nhiệm vụ;Làm cổng;;;;;;\n").await;
    let text = stage.writer.get(&more).await.text();
    assert!(text.contains("chỉ sửa được khi đang soạn hoặc bị trả lại"), "{text}");
    assert_eq!(stage.items().await.len(), 4);
}

#[tokio::test]
async fn a_closed_round_takes_no_rows() {
    let stage = stage().await;
    let address = stage.rows(&stage.clerk, "Thôn Đoài;Nhiệm vụ;Quét sân;;;;;;\n").await;
    let path = format!("/movements/{}/registrations", stage.own.movement);
    let moved = stage
        .clerk
        .post(&path, &form(&[("version", "1"), ("deadline", "01/02/2024"), ("how", "by"), ("passed", "yes")]))
        .await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    assert!(stage.clerk.get(&address).await.text().contains("Đã hết hạn đăng ký"));
    let refused = put_in(&stage.world, &stage.clerk, &address).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stage.of_unit("Thôn Đoài").await.is_none());
}
