//! Looking forward: who may be proposed when, what is lacking, rows about to break, who was never recognised.

use crate::registrations::{form, person as account, unit_below};
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;
use thidua_domain::access::Role;
use thidua_domain::awards::subject::{Level, SubjectKind};
use thidua_domain::grades::{Grade, Stage};
use thidua_store::audit::Entry;
use thidua_store::grades::{Graded, Written};
use thidua_store::honours::{Honour, Honoured, Standing};

async fn added(caller: &Caller, unit: &str, name: &str, category: &str) -> String {
    let fields = [("kind", "individual"), ("name", name), ("unit", unit), ("category", category)];
    let added = caller.post("/people", &form(&fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let address = added.location.split('?').next().expect("an address");
    address.rsplit('/').next().expect("an id").to_owned()
}

#[tokio::test]
async fn a_unit_sees_direct_workers_never_recognised_first_and_rows_about_to_break() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let empty = clerk.get(&format!("/planner?unit={unit}")).await;
    assert_eq!(empty.status, StatusCode::OK, "{}", empty.text());
    let name = world.app.store().unit(&unit).await.expect("read").expect("there").name;
    let veteran = added(&clerk, &name, "Aa Chuỗi Năm", "official").await;
    let worker = added(&clerk, &name, "Zz Công Nhân", "worker").await;
    let store = world.app.store();
    let year = i64::from(chrono::Datelike::year(&crate::world::today()));
    let change = store.change(world.app.system("test")).await.expect("a change");
    for back in 1..=3 {
        let written = Written {
            whom: Graded::Person(veteran.clone()),
            year: year - back,
            of_unit_id: unit.clone(),
            stage: Stage::Decided,
            grade: Grade::Excellent,
            number: Some("1/QĐ-UBND".into()),
            dated: None,
            authority: Some("Ủy ban nhân dân xã".into()),
            reason: None,
            note: None,
        };
        change.write_grade(&written, &[], 0).await.expect("a grade");
    }
    let honours: Vec<Honour> = (1..=2)
        .map(|back| Honour {
            id: change.new_id(),
            unit_id: unit.clone(),
            issuer: "Chủ tịch UBND xã".into(),
            level: Level::Commune,
            award: "CSTDCS".into(),
            award_name: "Chiến sĩ thi đua cơ sở".into(),
            occasion: "regular".into(),
            whom: Honoured {
                kind: SubjectKind::Individual,
                person_id: Some(veteran.clone()),
                unit_id: None,
                name: "Aa Chuỗi Năm".into(),
                birth_year: None,
                post: None,
                of_unit: name.clone(),
                category: Some("official".into()),
                leader: Some(false),
                female: None,
            },
            year: year - back,
            period: None,
            merit: "…".into(),
            decision_id: None,
            number: Some(format!("{back}/QĐ-UBND")),
            dated: None,
            nomination_id: None,
            paid: None,
            standing: Standing::Valid,
            revoked_by: None,
            illustrative: false,
            version: 0,
            account_name: String::new(),
            written_at: thidua_app::now(),
        })
        .collect();
    change.add_honours(&honours).await.expect("honours");
    let entry = Entry {
        unit_id: Some(unit.clone()),
        act: "grade.decided",
        subject: "person",
        subject_id: veteran.clone(),
        detail: None,
    };
    change.commit(entry).await.expect("kept");

    let page = clerk.get(&format!("/planner?unit={unit}")).await.text();
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(place("Zz Công Nhân") < place("Aa Chuỗi Năm"), "direct workers come first");
    assert!(page.contains("chưa từng được khen") && page.contains("lao động trực tiếp"), "{page}");
    assert!(page.contains("Chiến sĩ thi đua cơ sở 2 năm liên tục"), "{page}");
    assert!(page.contains("3 năm liên tục từ mức"), "{page}");
    // the third year in a row is this one; two of the province come a year later
    let own = clerk.get(&format!("/planner/people/{veteran}")).await.text();
    assert!(own.contains("hiện tính được 2, còn thiếu 1"), "{own}");
    assert!(own.contains(&format!("năm {}", year + 1)), "{own}");
    let asked = clerk.get(&format!("/planner?unit={unit}&award=CSTDBT")).await.text();
    assert!(
        asked.contains("hiện tính được 2")
            && asked.contains(&format!("{}: Chiến sĩ thi đua bộ, ban, ngành, tỉnh", year + 2)),
        "{asked}"
    );
    let read = asked.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("a table");
    assert!(read.contains("Chiến sĩ thi đua") && !read.contains("CSTDBT"), "awards are named, not coded: {read}");
    let sheet = clerk.get(&format!("/planner.csv?unit={unit}")).await.text();
    let line = sheet.lines().find(|line| line.contains("Zz Công Nhân")).expect("a line");
    assert!(line.contains("Chiến sĩ thi đua cơ sở") && !line.contains("CSTDCS"), "{line}");
    let collective = clerk.get(&format!("/planner/units/{unit}")).await;
    assert_eq!(collective.status, StatusCode::OK, "{}", collective.text());
    assert!(collective.text().contains("Tập thể lao động xuất sắc"), "{}", collective.text());
    assert_eq!(clerk.get("/planner?unit=nothing").await.status, StatusCode::NOT_FOUND);

    let other = unit_below(&world, &unit, "Thôn Khác").await;
    let stranger = account(&world, &other, "thon.khac", Role::Reporter).await;
    assert_eq!(stranger.get(&format!("/planner/people/{worker}")).await.status, StatusCode::NOT_FOUND);
}
