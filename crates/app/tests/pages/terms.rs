//! Terms: steps of the years, results from the figures of yearly targets or typed with a source, what has come so far; and
//! promises that a plan makes outside its list of targets.

use crate::people::form;
use crate::world::{Caller, Ids, ids, world};
use axum::http::StatusCode;
use thidua_domain::movements::State;

/// Adds a term; its identifier.
pub async fn add(clerk: &Caller, name: &str) -> String {
    let fields = [("name", name), ("from", "2020"), ("to", "2025"), ("source", "Nghị quyết Đại hội Đảng bộ huyện")];
    let answer = clerk.post("/terms", &form(&fields)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location.split(['/', '?']).nth(2).expect("an identifier").to_owned()
}

#[tokio::test]
async fn a_term_is_read_from_the_figures_of_its_years_and_what_is_typed_needs_a_source() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await;
    let clerk = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let wrong = [("name", "Nhiệm kỳ"), ("from", "2025"), ("to", "2020"), ("source", "NQ")];
    let answer = clerk.post("/terms", &form(&wrong)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Năm cuối đứng trước năm đầu"));
    let term = add(&clerk, "Nhiệm kỳ 2020-2025").await;

    let targets = world.app.store().targets(&own.plan).await.expect("read");
    let leaf = targets
        .iter()
        .find(|one| one.draft.comparator.is_some_and(|one| !one.is_judged()) && one.draft.value.is_some())
        .expect("a measured leaf");
    let figures = world.app.store().figures_of_target(&leaf.id).await.expect("read");
    let path = format!("/terms/{term}/targets/new");
    let page = clerk.get(&path).await.text();
    assert!(page.contains(&format!("<option value=\"{}\"", leaf.id)), "the targets of 2025 are offered");
    let base = [
        ("name", "Chỉ tiêu chủ yếu"),
        ("how", "ge"),
        ("direction", "higher"),
        ("value", "60"),
        ("method", "level"),
    ];
    let with = |more: &[(&'static str, &str)]| {
        let mut fields: Vec<(&str, String)> =
            base.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        fields.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        form(&fields)
    };
    let unsourced = clerk.post(&path, &with(&[("planned-2021", "40"), ("actual-2021", "41")])).await;
    assert_eq!(unsourced.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsourced.text().contains("Năm 2021: số nhập tay cần nguồn."), "{}", unsourced.text());
    assert!(unsourced.text().contains("value=\"41\""), "what was typed stays");
    let both = clerk.post(&path, &with(&[("target-2025", &leaf.id), ("actual-2025", "41")])).await;
    assert!(both.text().contains("Năm 2025: chọn chỉ tiêu hoặc nhập số, không cả hai."));
    let foreign = clerk.post(&path, &with(&[("target-2024", &leaf.id)])).await;
    assert!(foreign.text().contains("không thuộc năm này") || foreign.status == StatusCode::UNPROCESSABLE_ENTITY);

    let years = [
        ("planned-2021", "40"),
        ("actual-2021", "39"),
        ("source-2021", "Báo cáo 12/BC-UBND"),
        ("planned-2023", "50"),
        ("actual-2023", "52"),
        ("source-2023", "Báo cáo 30/BC-UBND"),
        ("planned-2022", "45"),
    ];
    let saved = clerk.post(&path, &with(&years)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let view = clerk.get(&format!("/terms/{term}")).await.text();
    assert!(
        view.contains("<dt>Đến nay</dt><dd>52</dd>") && view.contains("<dt>Còn thiếu</dt><dd>8</dd>"),
        "{view}"
    );
    assert!(view.contains("Chưa có kết quả các năm: 2022"), "the gap is told");

    // the year with a plan in the system is linked, and follows its figure
    let id = view.split("id=\"t-").nth(1).and_then(|rest| rest.split('"').next()).expect("the target").to_owned();
    let mut years = years.to_vec();
    years.push(("target-2025", &leaf.id));
    years.push(("version", "1"));
    let saved = clerk.post(&format!("/terms/{term}/targets/{id}"), &with(&years)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let view = clerk.get(&format!("/terms/{term}")).await.text();
    assert!(view.contains(&format!("/targets/{}?period=Y", leaf.id)), "the year leads to its target");
    let year = figures.iter().find(|one| one.reported.period == thidua_domain::periods::Period::Year);
    if let Some(thidua_domain::figures::Figure::Number(value)) = year.map(|one| one.reported.figure) {
        assert!(view.contains(&value.vietnamese()), "its figure of the year counts");
    }
    let stale = clerk.post(&format!("/terms/{term}/targets/{id}"), &with(&years)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);

    let shorter = [("version", "1"), ("name", "Nhiệm kỳ"), ("from", "2022"), ("to", "2025"), ("source", "NQ")];
    let answer = clerk.post(&format!("/terms/{term}"), &form(&shorter)).await;
    assert!(answer.text().contains("Có năm đã ghi nằm ngoài khoảng này: 2021"), "nothing falls out unseen");
    let stranger = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert_eq!(stranger.get(&format!("/terms/{term}")).await.status, StatusCode::NOT_FOUND);
}

/// The first content item of a movement.
async fn first_item(world: &crate::world::World, of: &Ids) -> String {
    world.app.store().contents(&of.movement).await.expect("read").remove(0).id
}

#[tokio::test]
async fn a_content_item_carries_a_promise_that_is_judged_by_the_rules_of_targets() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let clerk = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let text = "Xóa nhà tạm, nhà dột nát cho toàn bộ hộ nghèo, hộ chính sách";
    let item = form(&[("kind", "area"), ("field", "society"), ("text", text), ("version", "0")]);
    let added = clerk.post(&format!("/movements/{}/contents/new", own.movement), &item).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let path = format!("/movements/{}/contents/{}/promise", own.movement, first_item(&world, &own).await);
    let without = clerk.post(&path, &form(&[("version", "0"), ("promise", "Xóa nhà tạm"), ("how", "ge")])).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.text().contains("Cam kết so với số thì cần giá trị."));
    let promise = [
        ("promise", "Hộ nghèo, hộ chính sách được xóa nhà tạm"),
        ("how", "ge"),
        ("value", "100"),
        ("unit_of", "%"),
    ];
    let mut fields = promise.to_vec();
    fields.push(("version", "0"));
    assert_eq!(clerk.post(&path, &form(&fields)).await.status, StatusCode::SEE_OTHER);
    let contents = clerk.get(&format!("/movements/{}/contents", own.movement)).await.text();
    assert!(contents.contains("Cam kết ngoài danh mục") && contents.contains("≥ 100 %"), "{contents}");
    assert!(contents.contains("Chưa bắt đầu"), "no result yet");

    for (version, figure, day, status) in [("1", "92", "31/12/2024", "Chưa đạt"), ("2", "100", "31/12/2024", "Đạt")]
    {
        let mut fields = promise.to_vec();
        fields.extend([("version", version), ("figure", figure), ("dated", day)]);
        let unsourced = clerk.post(&path, &form(&fields)).await;
        assert_eq!(unsourced.status, StatusCode::UNPROCESSABLE_ENTITY, "a result needs its source");
        fields.push(("source", "Báo cáo 210/BC-UBND"));
        assert_eq!(clerk.post(&path, &form(&fields)).await.status, StatusCode::SEE_OTHER);
        let table = clerk.get(&format!("/movements/{}/targets", own.movement)).await.text();
        let section = table.split("id=\"promises\"").nth(1).expect("the promises stand under the targets");
        assert!(section.contains(&format!(">{status}<")) && section.contains("210/BC-UBND"), "{section}");
    }
    let mut stale = promise.to_vec();
    stale.push(("version", "1"));
    let answer = clerk.post(&path, &form(&stale)).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains("Hiện đang ghi"), "{}", answer.text());
    // what is closed stays as it was
    let step = async |from, to| {
        let store = world.app.store();
        let change = store.change(world.app.system("thử")).await.expect("a change");
        change.step_movement(&own.movement, from, to, None).await.expect("stepped");
        let (act, subject, subject_id) = ("movement.stepped", "movement", own.movement.clone());
        let entry = thidua_store::audit::Entry { unit_id: None, act, subject, subject_id, detail: None };
        change.commit(entry).await.expect("written");
    };
    let stands = world.app.store().movement(&own.movement).await.expect("read").expect("there").state;
    step(stands, State::Closed).await;
    let mut late = promise.to_vec();
    late.extend([("version", "3"), ("figure", "10"), ("dated", "31/12/2024"), ("source", "Báo cáo 9")]);
    let refused = clerk.post(&path, &form(&late)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Phong trào đã khép lại"), "{}", refused.text());
    step(State::Closed, stands).await;
    let mut gone = promise.to_vec();
    gone.extend([("version", "3"), ("withdrawn", "Đã đưa vào danh mục chỉ tiêu")]);
    assert_eq!(clerk.post(&path, &form(&gone)).await.status, StatusCode::SEE_OTHER);
    let table = clerk.get(&format!("/movements/{}/targets", own.movement)).await.text();
    assert!(!table.contains("id=\"promises\""), "a promise that is taken back is not evaluated");
}
