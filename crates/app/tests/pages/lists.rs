//! Lists in and out by spreadsheet: the same file changes nothing, a changed one is looked at, put in as one and taken back
//! as one; what was tampered with ties nothing.

use crate::people::{form, unit_below};
use crate::world::{Caller, World, ids, world};
use axum::http::StatusCode;
use std::io::{Read, Write};
use std::sync::Arc;
use thidua_domain::basics::text::fold;
use thidua_store::people::{AskedPeople, Within};

/// A part of a workbook.
pub fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

/// The workbook with one of its parts changed.
pub fn with_part(workbook: &[u8], changed: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).expect("an archive");
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let name = file.name().expect("a name").into_owned();
        out.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("begun");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("read");
        if name == changed {
            content = change(String::from_utf8(content).expect("text")).into_bytes();
        }
        out.write_all(&content).expect("written");
    }
    out.finish().expect("finished").into_inner()
}

async fn upload(clerk: &Caller, list: &str, unit: &str, name: &str, content: &[u8]) -> String {
    let answer = clerk
        .post_parts(&format!("/{list}/list"), &[("unit", None, unit.as_bytes()), ("file", Some(name), content)])
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location
}

pub async fn put_in(world: &Arc<World>, clerk: &Caller, address: &str) -> crate::world::Answer {
    let id = address.rsplit('/').next().expect("an identifier");
    let version = world.app.store().upload(id).await.expect("read").expect("there").version.to_string();
    clerk.post(&format!("{address}/put-in"), &form(&[("version", &version)])).await
}

/// The names of everybody in a branch.
async fn names(world: &World, unit: &str) -> Vec<String> {
    let asked = AskedPeople {
        within: Within::branch(unit),
        words: String::new(),
        category: None,
        kind: None,
        standing: None,
    };
    let (people, _) = world.app.store().find_people(&asked, 0, 100).await.expect("read");
    people.into_iter().map(|one| one.name).collect()
}

/// A village and three people, by a list without a workbook of ours.
async fn settle(world: &Arc<World>, clerk: &Caller, unit: &str) {
    unit_below(world, clerk, unit, "Thôn Thọ An").await;
    let list = "Họ và tên;Năm sinh;Giới tính;Đơn vị;Đối tượng;Chức vụ;CCCD\n\
                Trần Thị Diệu;07/3/1979;Nữ;Ủy ban nhân dân xã Lơ Ku;Công chức;Kế toán;051179001234\n\
                Nguyễn Văn An;1985;nam;thon tho an;nong dan;;\n\
                Lê Văn Bình;;;Thôn Thọ An;Công nhân;;\n";
    let address = upload(clerk, "people", unit, "danh sách.csv", list.as_bytes()).await;
    let page = clerk.get(&address).await.text();
    assert!(page.contains("Nguyễn Văn An") && !page.contains("051179001234"), "{page}");
    assert!(page.contains("0xx…234"));
    let answer = put_in(world, clerk, &address).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn the_same_workbook_changes_nothing_and_a_changed_one_is_put_in_and_taken_back() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    settle(&world, &clerk, &unit).await;
    assert_eq!(names(&world, &unit).await, ["Nguyễn Văn An", "Lê Văn Bình", "Trần Thị Diệu"]);

    let book = clerk.get(&format!("/people/list.xlsx?unit={unit}")).await.body;
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("051179001234") && sheet.contains("0xx…234"));
    let same = upload(&clerk, "people", &unit, "danh sách.xlsx", &book).await;
    assert!(clerk.get(&same).await.text().contains("Bảng này không thay đổi gì"));

    let changed = with_part(&book, "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace("Kế toán", "Kế toán trưởng").replace("Lê Văn Bình", "Lê Văn Bính")
    });
    let address = upload(&clerk, "people", &unit, "danh sách.xlsx", &changed).await;
    let page = clerk.get(&address).await.text();
    assert!(page.contains("<del>Kế toán</del> → <ins>Kế toán trưởng</ins>"), "{page}");
    assert!(page.contains("<del>Lê Văn Bình</del> → <ins>Lê Văn Bính</ins>"));
    assert_eq!(put_in(&world, &clerk, &address).await.status, StatusCode::SEE_OTHER);
    assert_eq!(names(&world, &unit).await, ["Nguyễn Văn An", "Lê Văn Bính", "Trần Thị Diệu"]);
    assert_eq!(put_in(&world, &clerk, &address).await.status, StatusCode::CONFLICT, "only once");

    assert_eq!(clerk.post(&format!("{address}/undo"), "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(names(&world, &unit).await, ["Nguyễn Văn An", "Lê Văn Bình", "Trần Thị Diệu"]);
    let page = clerk.get("/people?q=ke%20toan").await;
    assert_eq!(page.status, StatusCode::OK);

    // the workbook was written before; row and record have both changed since
    let address = upload(&clerk, "people", &unit, "danh sách.xlsx", &changed).await;
    let page = clerk.get(&address).await.text();
    assert!(page.contains("đã có người sửa bản ghi này"), "{page}");
    let refused = put_in(&world, &clerk, &address).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_upload_whose_records_were_changed_since_is_not_taken_back_and_says_which() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    settle(&world, &clerk, &unit).await;
    let uploads = world.app.store().uploads_of(&unit, "people", 10).await.expect("read");
    let address = format!("/uploads/{}", uploads[0].id);
    let asked = AskedPeople {
        within: Within::branch(&unit),
        words: "Lê Văn Bình".into(),
        category: None,
        kind: None,
        standing: None,
    };
    let bình = world.app.store().find_people(&asked, 0, 1).await.expect("read").0.remove(0);
    let corrected = form(&[
        ("kind", "individual"),
        ("name", "Lê Văn Bình"),
        ("unit", "Thôn Thọ An"),
        ("category", "farmer"),
        ("standing", "active"),
        ("version", "0"),
    ]);
    assert_eq!(clerk.post(&format!("/people/{}", bình.id), &corrected).await.status, StatusCode::SEE_OTHER);
    let refused = clerk.post(&format!("{address}/undo"), "").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let text = refused.text();
    assert!(
        text.contains("Chưa hoàn tác được")
            && text.contains("<li>Lê Văn Bình</li>")
            && !text.contains("<li>Nguyễn Văn An")
    );
    assert_eq!(names(&world, &unit).await.len(), 3, "nothing was taken back");
}

#[tokio::test]
async fn doubtful_and_refused_rows_are_decided_and_mended_in_the_browser() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    settle(&world, &clerk, &unit).await;
    let list = "Họ và tên,Năm sinh,Đơn vị,Đối tượng\n\
                Nguyen Van An,1985,Thôn Thọ An,Nông dân\n\
                Phạm Thị Hoa,31/02/1990,Thôn Thọ An,Nông dân\n\
                Võ Văn Cường,1990,Thôn Không Có,Nông dân\n";
    let address = upload(&clerk, "people", &unit, "thêm.csv", list.as_bytes()).await;
    let page = clerk.get(&address).await.text();
    assert!(page.contains("Có thể là bản ghi đã có"), "{page}");
    assert!(page.contains("name=\"cell3.2\"") && page.contains("name=\"cell4.4\""), "{page}");
    let mended =
        form(&[("version", "0"), ("choice2", "skip"), ("cell3.2", "28/02/1990"), ("cell4.4", "Thôn Thọ An")]);
    assert_eq!(clerk.post(&address, &mended).await.status, StatusCode::SEE_OTHER);
    assert_eq!(clerk.post(&address, &mended).await.status, StatusCode::CONFLICT, "a page from before");
    let page = clerk.get(&address).await.text();
    assert!(page.contains("28/02/1990") && page.contains("/put-in"), "{page}");
    assert_eq!(put_in(&world, &clerk, &address).await.status, StatusCode::SEE_OTHER);
    let all = names(&world, &unit).await;
    assert_eq!(all, ["Nguyễn Văn An", "Lê Văn Bình", "Võ Văn Cường", "Trần Thị Diệu", "Phạm Thị Hoa"]);
}

#[tokio::test]
async fn what_was_tampered_with_ties_nothing_and_no_other_unit_s_list_is_changed() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let other = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    settle(&world, &clerk, &unit).await;
    let neighbour = Caller::signed_in(&world, "binhson.thuongtruc").await;
    unit_below(&world, &neighbour, &other, "Phòng Nội vụ").await;
    let book = clerk.get(&format!("/people/list.xlsx?unit={unit}")).await.body;

    // nobody gets or changes the list of a unit that is not theirs
    assert_eq!(neighbour.get(&format!("/people/list.xlsx?unit={unit}")).await.status, StatusCode::NOT_FOUND);
    let parts: [(&str, Option<&str>, &[u8]); 2] =
        [("unit", None, unit.as_bytes()), ("file", Some("a.xlsx"), &book)];
    assert_eq!(neighbour.post_parts("/people/list", &parts).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let uploads = world.app.store().uploads_of(&unit, "people", 10).await.expect("read");
    assert_eq!(neighbour.get(&format!("/uploads/{}", uploads[0].id)).await.status, StatusCode::NOT_FOUND);

    // another unit's workbook is told to be another's
    let address = upload(&neighbour, "people", &other, "a.xlsx", &book).await;
    let id = address.rsplit('/').next().expect("an identifier");
    let rows = world.app.store().upload_rows(id).await.expect("read");
    assert!(rows.iter().all(|row| row.tie.is_none()), "nothing is tied");
    let refused = put_in(&world, &neighbour, &address).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(names(&world, &unit).await, ["Nguyễn Văn An", "Lê Văn Bình", "Trần Thị Diệu"]);

    // an identifier put into the hidden sheet breaks its signature
    let foreign = world.app.store().unit_named("Phòng Nội vụ").await.expect("read").expect("there").id;
    let own = clerk.get(&format!("/units/list.xlsx?unit={unit}")).await.body;
    let village = world.app.store().units_folded(&fold("Thôn Thọ An")).await.expect("read").remove(0).id;
    let hidden = (1..10).map(|n| format!("xl/worksheets/sheet{n}.xml")).find(|name| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(own.as_slice())).expect("an archive");
        archive.by_name(name).is_ok_and(|mut part| {
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            text.contains(&village)
        })
    });
    let tampered = with_part(&own, &hidden.expect("the hidden sheet"), |text| text.replace(&village, &foreign));
    let tampered =
        with_part(&tampered, "xl/worksheets/sheet1.xml", |text| text.replace("Thôn Thọ An", "Phòng Tổ chức"));
    let address = upload(&clerk, "units", &unit, "b.xlsx", &tampered).await;
    let id = address.rsplit('/').next().expect("an identifier");
    let rows = world.app.store().upload_rows(id).await.expect("read");
    assert!(rows.iter().all(|row| row.tie.is_none()), "nothing is tied");
    assert_eq!(put_in(&world, &clerk, &address).await.status, StatusCode::SEE_OTHER);
    let still = world.app.store().unit(&foreign).await.expect("read").expect("there");
    assert_eq!((still.name.as_str(), still.parent_id.as_deref()), ("Phòng Nội vụ", Some(other.as_str())));
}

#[tokio::test]
async fn units_come_in_by_name_below_each_other_and_go_out_again_as_one() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let list = "Tên đơn vị;Loại đơn vị;Trực thuộc;Người đứng đầu;Thành lập\n\
                Tổ 1;Đơn vị khác;Trường Tiểu học Lơ Ku;;\n\
                Trường Tiểu học Lơ Ku;;;Nguyễn Thị Mẫu;01/9/2001\n\
                Nhóm lạ;;;;\n";
    let address = upload(&clerk, "units", &unit, "đơn vị.csv", list.as_bytes()).await;
    let page = clerk.get(&address).await.text();
    assert!(page.contains("chưa cho biết loại đơn vị"), "{page}");
    let mended = form(&[("version", "0"), ("cell4.1", "Đoàn thể, hội")]);
    assert_eq!(clerk.post(&address, &mended).await.status, StatusCode::SEE_OTHER);
    let answer = put_in(&world, &clerk, &address).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let store = world.app.store();
    let team = store.units_folded("to 1").await.expect("read").remove(0);
    let path = store.path_ids(&team.id).await.expect("read");
    assert_eq!((path.len(), path[2].as_str()), (3, unit.as_str()), "below the school, below the commune");

    let book = clerk.get(&format!("/units/list.xlsx?unit={unit}")).await.body;
    let same = upload(&clerk, "units", &unit, "đơn vị.xlsx", &book).await;
    assert!(
        clerk.get(&same).await.text().contains("Bảng này không thay đổi gì"),
        "{}",
        clerk.get(&same).await.text()
    );
    assert_eq!(clerk.post(&format!("{address}/undo"), "").await.status, StatusCode::SEE_OTHER);
    assert!(store.units_folded("to 1").await.expect("read").is_empty());
}

#[tokio::test]
async fn hostile_files_are_refused_with_a_reason() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"] {
        bomb.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        bomb.write_all(&vec![b' '; 30_000_000]).expect("written");
    }
    let bomb = bomb.finish().expect("finished").into_inner();
    for (name, content) in [
        ("bom.xlsx", bomb.as_slice()),
        ("rỗng.xlsx", &b"PK\x03\x04 nothing"[..]),
        ("thư.csv", &b"Kinh gui;dong chi\nxin;cam on\n"[..]),
        ("không.xlsx", &b""[..]),
    ] {
        let parts: [(&str, Option<&str>, &[u8]); 2] =
            [("unit", None, unit.as_bytes()), ("file", Some(name), content)];
        let answer = clerk.post_parts("/people/list", &parts).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.text().contains("flash-error"), "{name}");
    }
    assert!(names(&world, &unit).await.is_empty());
}
