//! Lists by command: a tree by names alone, people with their units by name, files in pieces, nothing written while a row is
//! refused, out and in again.

use crate::world::{World, empty_world};
use std::path::PathBuf;
use thidua_app::lists::command::{Format, Kind, Outcome, export, import, import_awards};

const UNITS: &str = "Tên đơn vị;Trực thuộc;Người đứng đầu\n\
    Thôn 1;xã Tân An, tỉnh Quảng Ngãi;\n\
    Ủy ban nhân dân tỉnh Quảng Ngãi;;Nguyễn Văn Mẫu\n\
    Ủy ban nhân dân tỉnh Gia Lai;;\n\
    Ủy ban nhân dân xã Tân An;Ủy ban nhân dân tỉnh Quảng Ngãi;\n\
    Ủy ban nhân dân xã Tân An;Ủy ban nhân dân tỉnh Gia Lai;\n\
    Thôn 1;Ủy ban nhân dân xã Tân An, Ủy ban nhân dân tỉnh Gia Lai;\n";
const PEOPLE: &str = "Họ và tên;Năm sinh;Đơn vị;Đối tượng;CCCD\n\
    Trần Thị Diệu;07/3/1979;Thôn 1, xã Tân An, tỉnh Quảng Ngãi;Nông dân;051179001234\n\
    Trần Thị Diệu;07/3/1979;Thôn 1, xã Tân An, tỉnh Gia Lai;Nông dân;\n\
    Hộ ông Lê Văn Bình;;Thôn 1, Ủy ban nhân dân xã Tân An, Gia Lai;Hộ gia đình;\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).expect("written");
        path
    }
}

async fn bring(world: &World, kind: Kind, file: &std::path::Path, check: bool) -> Outcome {
    import(&world.app, kind, file, check, &mut |_| {}).await.expect("imported")
}

fn told(outcome: &Outcome) -> (u64, u64, u64, u64, bool) {
    (outcome.added, outcome.there, outcome.doubtful, outcome.refused, outcome.written)
}

#[tokio::test]
async fn a_tree_and_its_people_come_in_by_names_and_again_change_nothing() {
    let world = empty_world().await;
    let folder = Folder(tempfile::tempdir().expect("a folder"));
    // the full names of bodies above are needed while those bodies are in the same file
    let list = UNITS.replace("xã Tân An, tỉnh Quảng Ngãi;\n", "Ủy ban nhân dân xã Tân An, tỉnh Quảng Ngãi;\n");
    let units = folder.file("units.csv", &list);
    assert_eq!(told(&bring(&world, Kind::Units, &units, true).await), (6, 0, 0, 0, false));
    assert!(!world.app.store().has_units().await.expect("read"), "checking writes nothing");
    assert_eq!(told(&bring(&world, Kind::Units, &units, false).await), (6, 0, 0, 0, true));
    assert_eq!(told(&bring(&world, Kind::Units, &units, false).await), (0, 6, 0, 0, false));
    let villages = world.app.store().units_folded("thon 1").await.expect("read");
    assert_eq!(villages.len(), 2);
    assert_eq!(world.app.store().path_ids(&villages[0].id).await.expect("read").len(), 3);

    let list = PEOPLE.replace("xã Tân An, tỉnh", "Ủy ban nhân dân xã Tân An, tỉnh");
    let people = folder.file("people.csv", &list);
    let first = bring(&world, Kind::People, &people, false).await;
    assert_eq!(told(&first), (3, 0, 0, 0, true), "{:?}", first.told);
    let again = folder.file("again.csv", &list.replace("051179001234", ""));
    assert_eq!(told(&bring(&world, Kind::People, &again, false).await), (0, 3, 0, 0, false));
    let slip = "Họ và tên;Năm sinh;Đơn vị;Đối tượng\n\
        Tran Thi Dieu;1979;Thôn 1, Ủy ban nhân dân xã Tân An, Gia Lai;Nông dân\n\
        Võ Văn Mới;1979;Thôn 1, Ủy ban nhân dân xã Tân An, Gia Lai;Nông dân\n";
    let outcome = bring(&world, Kind::People, &folder.file("slip.csv", slip), false).await;
    assert_eq!(told(&outcome), (1, 0, 1, 0, true));
    assert!(outcome.told[0].1.vi.contains("Trần Thị Diệu"));

    for (kind, name, rows) in [(Kind::Units, "out.csv", 6), (Kind::People, "people-out.csv", 4)] {
        let out = folder.0.path().join(name);
        assert_eq!(export(&world.app, kind, &out, Format::Csv, &mut |_| {}).await.expect("exported"), rows);
        let text = std::fs::read_to_string(&out).expect("read");
        assert!(!text.contains("051179001234"));
        let back = bring(&world, kind, &out, false).await;
        assert_eq!(told(&back), (0, rows, 0, 0, false), "{:?}\n{text}", back.told);
        let book = out.with_extension("xlsx");
        export(&world.app, kind, &book, Format::Xlsx, &mut |_| {}).await.expect("exported");
        assert_eq!(told(&bring(&world, kind, &book, false).await), (0, rows, 0, 0, false));
    }
}

#[tokio::test]
async fn while_one_row_is_refused_nothing_of_the_file_is_written() {
    let world = empty_world().await;
    let folder = Folder(tempfile::tempdir().expect("a folder"));
    let list =
        "Tên đơn vị;Trực thuộc\nỦy ban nhân dân tỉnh Gia Lai;\nThôn 1;Ủy ban nhân dân xã Không Có\nA;B\nB;A\n";
    let outcome = bring(&world, Kind::Units, &folder.file("units.csv", list), false).await;
    assert_eq!((outcome.written, outcome.refused), (false, 3), "{:?}", outcome.told);
    assert!(outcome.told.iter().any(|(row, says)| *row == 3 && says.vi.contains("Không Có")));
    assert!(!world.app.store().has_units().await.expect("read"));
}

#[tokio::test]
async fn a_long_file_is_read_in_pieces_and_rows_keep_their_numbers() {
    let world = empty_world().await;
    let folder = Folder(tempfile::tempdir().expect("a folder"));
    let top = folder.file("top.csv", "Tên đơn vị;Trực thuộc\nỦy ban nhân dân xã Tân An;\n");
    bring(&world, Kind::Units, &top, false).await;
    let mut list = String::from("Họ và tên;Năm sinh;Đơn vị;Đối tượng;Ghi chú\n");
    let note = "x".repeat(1_000);
    for n in 0..6_000 {
        list.push_str(&format!("Người thứ {n};1980;Ủy ban nhân dân xã Tân An;Nông dân;\"{note}\nhai dòng\"\n"));
    }
    list.push_str("Người cuối;1980;Thôn Không Có;Nông dân;\n");
    assert!(list.len() > 5_000_000);
    let outcome = bring(&world, Kind::People, &folder.file("long.csv", &list), true).await;
    assert_eq!((outcome.rows, outcome.added, outcome.refused), (6_001, 6_000, 1), "{:?}", outcome.told);
}

#[tokio::test]
async fn awards_of_two_men_of_one_name_are_two_and_one_number_is_typed_in_many_ways() {
    let world = empty_world().await;
    let folder = Folder(tempfile::tempdir().expect("a folder"));
    let top = folder.file("top.csv", "Tên đơn vị;Trực thuộc\nỦy ban nhân dân xã Tân An;\n");
    bring(&world, Kind::Units, &top, false).await;
    let store = world.app.store();
    let id = store.units_folded("uy ban nhan dan xa tan an").await.expect("read").remove(0).id;
    let unit = store.unit(&id).await.expect("read").expect("there");
    let put_in = async |rows: &[&str]| {
        let heading = "Tên (như trong quyết định);Loại;Năm sinh hoặc ngày sinh;Danh hiệu, hình thức;Năm;Số quyết định;Ngày quyết định";
        let file = folder.file("awards.csv", &format!("{heading}\n{}\n", rows.join("\n")));
        import_awards(&world.app, &unit, &file, false, &mut |_| {}).await.expect("imported")
    };
    let rows = [
        "Lê Văn An;;1970;LDTT;2015;9/QĐ-SNV;30/12/2015",
        "Lê Văn An;;1985;LDTT;2015;9/QĐ-SNV;30/12/2015",
        "Lê Văn An;;1985;LDTT;2015;09/QĐ-SNV;30/12/2015",
        "Lê Văn An;;;LDTT;2015;9 /qđ-snv;30/12/2015",
    ];
    let first = put_in(&rows).await;
    assert_eq!(told(&first), (2, 2, 0, 0, true), "{:?}", first.told);
    assert_eq!(told(&put_in(&rows).await), (0, 4, 0, 0, false));
    let third = put_in(&["Lê Văn An;;1990;LDTT;2015;09/QĐ-SNV;05/01/2016"]).await;
    assert_eq!(told(&third), (1, 0, 0, 0, true), "a third man, decided in the following year: {:?}", third.told);
    let within = thidua_store::Within::Units { own: vec![id.clone()], branches: Vec::new() };
    let held = store.honours_of_years(&within, &[2015]).await.expect("read");
    assert!(held.iter().all(|one| one.number.as_deref() == Some("09/QĐ-SNV")), "{held:?}");
    for (row, says) in [
        ("Tổ Một;Tập thể;;LDTT;2015;;", "chỉ tặng cho cá nhân"),
        ("Lê Văn Ba;Cá nhân;;Tập thể lao động xuất sắc;2015;;", "chỉ tặng cho tập thể"),
        ("Lê Văn Ba;;1899;LDTT;2015;;", "từ 1900 đến 2100"),
        ("Lê Văn Ba;;2099;LDTT;2015;;", "Năm sinh từ 1900 đến năm nay"),
        ("Lê Văn Ba;;;LDTT;2015;9/QĐ-SNV;31/12/2014", "trước khi năm khen thưởng bắt đầu"),
    ] {
        let outcome = put_in(&[row]).await;
        assert_eq!(outcome.refused, 1, "{row}: {:?}", outcome.told);
        assert!(outcome.told[0].1.vi.contains(says), "{row}: {:?}", outcome.told);
    }
}
