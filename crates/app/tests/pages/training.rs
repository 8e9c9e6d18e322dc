//! Classes: calling people, marking who was there, the sheet, units that are untrained.

use crate::regulations::identifier;
use crate::units::{form, unit_id};
use crate::world::{Caller, world_with_units};
use axum::http::StatusCode;

/// Enters a class of one day for villages; its identifier.
pub async fn add(clerk: &Caller, title: &str, day: &str) -> String {
    let fields = form(&[("title", title), ("from", day), ("place", "Hội trường xã"), ("village", "yes")]);
    let answer = clerk.post("/training", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    identifier(&answer.location)
}

/// The names of the selects in the list, in its order.
fn marks(page: &str) -> Vec<String> {
    page.match_indices("name=\"a-")
        .map(|(at, _)| page[at + 6..].split('"').next().expect("a name").to_owned())
        .collect()
}

#[tokio::test]
async fn a_training_class_is_held_and_the_untrained_units_are_known() {
    let world = world_with_units().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let id = add(&clerk, "Tập huấn nghiệp vụ thi đua, khen thưởng", "15/4/2022").await;
    let path = format!("/training/{id}");
    let page = clerk.get(&path).await.text();
    assert!(page.contains("Thôn, làng, tổ dân phố") && page.contains("Đơn vị thuộc đối tượng chưa có người"));
    assert!(page.contains("Kính gửi các đơn vị: Làng minh họa 1"), "a message is ready to be copied");
    let people =
        "Nguyễn Văn Ẩn; Trưởng làng; lang minh hoa 1\nTrần Thị Bích\tPhó làng\tLàng minh họa 2\nLê Cẩn;Văn thư";
    let village = unit_id(&world, "Làng minh họa 3").await;
    let called = clerk
        .post(&format!("{path}/people"), &form(&[("version", "0"), ("unit", &village), ("lines", people)]))
        .await;
    assert_eq!(called.status, StatusCode::SEE_OTHER, "{}", called.text());
    let page = clerk.get(&path).await.text();
    let (first, second) =
        (page.find("Nguyễn Văn Ẩn").expect("called"), page.find("Trần Thị Bích").expect("called"));
    assert!(first < second && page.contains("Lê Cẩn"));
    let names = marks(&page);
    assert_eq!(names.len(), 3);
    let marked =
        form(&[("version", "1"), (&names[0], "certificate"), (&names[1], "absent"), (&names[2], "present")]);
    let answer = clerk.post(&format!("{path}/attendance"), &marked).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert!(clerk.get(&path).await.text().contains("<span class=\"count\">2/3</span>"));

    let list = clerk.get("/training?since=01/01/2022").await.text();
    let (_, untrained) = list.split_once("id=\"untrained\"").expect("the section");
    assert!(!untrained.contains("Làng minh họa 1</a>") && !untrained.contains("Làng minh họa 3</a>"));
    assert!(untrained.contains("Làng minh họa 2</a>"), "who was absent trained no unit");
    assert!(untrained.contains("16 trên 18 đơn vị"), "{untrained}");
    let later = clerk.get("/training?since=16/4/2022").await.text();
    assert!(later.contains("18 trên 18 đơn vị") && later.contains("lần gần nhất 15/4/2022"));
    let office = clerk.get("/office").await.text();
    assert!(office.contains("href=\"/training?since=01/01/"), "{office}");

    for (ending, begins) in [("pdf", b"%PDF".as_slice()), ("docx", b"PK\x03\x04")] {
        let sheet = clerk.get(&format!("{path}/sheet.{ending}")).await;
        assert_eq!(sheet.status, StatusCode::OK);
        assert!(sheet.body.starts_with(begins));
    }
    // A8: the roster shows who was trained, and who was not
    let mut people = Vec::new();
    for name in ["Nguyễn Văn Ẩn", "Đinh Thị Chưa"] {
        let fields = [("name", name), ("kind", "individual"), ("unit", "Làng minh họa 1"), ("category", "farmer")];
        let new = clerk.post("/people", &form(&fields)).await;
        assert_eq!(new.status, StatusCode::SEE_OTHER, "{}", new.text());
        let person = identifier(&new.location);
        let staff = form(&[("unit", "Làng minh họa 1"), ("mode", "part-time")]);
        assert_eq!(clerk.post(&format!("/people/{person}/staff"), &staff).await.status, StatusCode::SEE_OTHER);
        people.push(person);
    }
    let roster = clerk.get("/staff").await.text();
    let row = |person: &str| {
        let (_, rest) = roster.split_once(&format!("/people/{person}")).expect("on the roster");
        rest.split("</tr>").next().expect("a row").to_owned()
    };
    let trained = row(&people[0]);
    assert!(
        trained.contains(&format!("href=\"{path}\">Tập huấn nghiệp vụ")) && trained.contains("15/4/2022"),
        "{trained}"
    );
    let untrained = row(&people[1]);
    assert!(untrained.contains("chưa tập huấn") && !untrained.contains("15/4/2022"), "{untrained}");

    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    for address in [path.clone(), format!("{path}/sheet.pdf")] {
        assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert_eq!(stranger.post(&format!("{path}/attendance"), &marked).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn wrong_lines_are_named_and_nobody_is_called_twice() {
    let world = world_with_units().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let id = add(&clerk, "Tập huấn", "15/4/2022").await;
    let path = format!("/training/{id}/people");
    let lines =
        "Ẩn; Trưởng làng; Làng minh họa 1\nBích; ; Làng Không Có\n; ; Làng minh họa 2\nCẩn\nẨn; ; Làng minh họa 1";
    let refused = clerk.post(&path, &form(&[("version", "0"), ("lines", lines)])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text();
    for says in [
        "Dòng 2: không có đơn vị “Làng Không Có”",
        "Dòng 3: thiếu họ và tên",
        "Dòng 4: thiếu đơn vị",
        "Dòng 5: Ẩn của đơn vị này đã có",
        "Bích; ; Làng Không Có",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(clerk.get(&format!("/training/{id}")).await.text().contains("Chưa có ai trong danh sách"));
}

#[tokio::test]
async fn nobody_is_marked_before_the_class_and_the_second_editor_sees_the_marks_of_the_first() {
    let world = world_with_units().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let people = form(&[("version", "0"), ("lines", "Ẩn; ; Làng minh họa 1")]);
    let coming = add(&clerk, "Lớp sắp mở", "15/4/2099").await;
    assert_eq!(clerk.post(&format!("/training/{coming}/people"), &people).await.status, StatusCode::SEE_OTHER);
    let name = marks(&clerk.get(&format!("/training/{coming}")).await.text()).remove(0);
    let early =
        clerk.post(&format!("/training/{coming}/attendance"), &form(&[("version", "1"), (&name, "present")])).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("Lớp chưa diễn ra (15/4/2099)"));

    let held = add(&clerk, "Lớp đã mở", "15/4/2022").await;
    let path = format!("/training/{held}");
    assert_eq!(clerk.post(&format!("{path}/people"), &people).await.status, StatusCode::SEE_OTHER);
    let name = marks(&clerk.get(&path).await.text()).remove(0);
    let first = clerk.post(&format!("{path}/attendance"), &form(&[("version", "1"), (&name, "absent")])).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let second = clerk.post(&format!("{path}/attendance"), &form(&[("version", "1"), (&name, "present")])).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let page = second.text();
    assert!(page.contains("hiện đang ghi: Vắng") && page.contains("value=\"present\" selected"), "{page}");
    let correct = |title: &'static str| form(&[("version", "2"), ("title", title), ("from", "15/4/2022")]);
    assert_eq!(clerk.post(&path, &correct("Tên một")).await.status, StatusCode::SEE_OTHER);
    let late = clerk.post(&path, &correct("Tên hai")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Hiện đang ghi: Tên một"));
}
