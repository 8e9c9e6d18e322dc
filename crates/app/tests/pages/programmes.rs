//! Programmes, focus tasks and breakthroughs have targets and tasks, and a report by programme.

use crate::registrations::form;
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;

#[tokio::test]
async fn a_programme_reports_its_items_targets_tasks_and_result_and_what_belongs_to_none() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let office = Caller::signed_in(&world, "loku.thuongtruc").await;
    let report = format!("/movements/{}/programmes", own.movement);
    let empty = office.get(&report).await.text();
    assert!(empty.contains("Chưa có chương trình, nhiệm vụ trọng tâm hay đột phá nào"), "{empty}");
    assert!(empty.contains(">Nội dung phong trào</a></li>"), "the crumb has the name of the page it leads to");
    assert!(empty.contains("Không gắn với chương trình, nhiệm vụ nào"), "all targets belong to none yet");

    let mut tasks = Vec::new();
    for work in ["Bê tông hóa 2 km đường", "Họp dân bàn hiến đất", "Trồng 500 cây"] {
        let added = office.post("/tasks", &form(&[("movement", &own.movement), ("work", work)])).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
        tasks.push(added.location.split(['/', '?']).nth(2).expect("an id").to_owned());
    }
    let named = [("movement", own.movement.as_str()), ("work", "Rà soát hộ nghèo")];
    let with = [("programme", "Xây dựng nông thôn mới")];
    let added = office.post("/tasks", &form(&[&named[..], &with[..]].concat())).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);

    let (target, task) = (format!("target-{}", own.target), format!("task-{}", tasks[0]));
    let fields = [
        ("kind", "programme"),
        ("field", "economy"),
        ("text", "Chương trình xây dựng nông thôn mới\n- Đường giao thông\n- Nhà văn hóa"),
        ("answer", "Hoàn thành 1,5 km"),
        (&target, "yes"),
        (&task, "yes"),
        ("version", "0"),
    ];
    let saved = office.post(&format!("/movements/{}/contents/new", own.movement), &form(&fields)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let contents = world.app.store().contents(&own.movement).await.expect("read");
    assert_eq!((contents[0].targets.len(), contents[0].tasks.len()), (1, 1));
    let edit = office.get(&format!("/movements/{}/contents/{}", own.movement, contents[0].id)).await.text();
    assert!(edit.contains(&format!("name=\"{task}\" value=\"yes\" checked")), "{edit}");

    let page = office.get(&report).await.text();
    let (programme, none) = page.split_once("Không gắn với chương trình").expect("what belongs to none");
    assert!(
        programme.contains("<li>Đường giao thông</li>") && programme.contains("Hoàn thành 1,5 km"),
        "{programme}"
    );
    assert!(programme.contains("1 chỉ tiêu:") && programme.contains("2 nhiệm vụ: 0 xong; 0 chậm"), "{programme}");
    assert!(programme.contains("Bê tông hóa 2 km đường"), "linked by hand");
    assert!(programme.contains("Rà soát hộ nghèo"), "and by the programme that the task names");
    assert!(none.contains("Trồng 500 cây") && !none.contains("Bê tông hóa 2 km đường"));
    assert!(!none.contains(&format!("/targets/{}?", own.target)) && programme.contains(&own.target));
    let table = office.get(&format!("{report}.csv?period=Y")).await;
    assert_eq!(table.status, StatusCode::OK);
    let table = table.text();
    assert!(
        table.contains("\"nhiệm vụ\";\"Bê tông hóa 2 km đường\"") && table.contains("\"Trồng 500 cây\""),
        "{table}"
    );
    let far = Caller::signed_in(&world, "binhson.xem").await;
    assert_eq!(far.get(&report).await.status, StatusCode::NOT_FOUND);
}
