//! A round of consideration: opened by the authority, filled by its units, judged by the law of its day, appraised.

use crate::people::form as people_form;
use crate::registrations::{form, person, unit_below};
use crate::world::{Caller, Ids, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_domain::grades::{Grade, Stage};
use thidua_store::Author;
use thidua_store::grades::{Graded, Written};

pub struct Scene {
    pub world: Arc<World>,
    own: Ids,
    pub office: Caller,
    village: String,
    pub writer: Caller,
    pub neighbour: Caller,
    round: String,
}

async fn add_person(clerk: &Caller, name: &str, unit: &str, category: &str) {
    let fields = [
        ("kind", "individual"),
        ("name", name),
        ("unit", unit),
        ("title", "Công chức"),
        ("category", category),
        ("standing", "active"),
        ("version", "0"),
        ("not_another", "yes"),
    ];
    let added = clerk.post("/people", &people_form(&fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{name}: {}", added.text());
}

fn id_of(location: &str) -> String {
    location.split(['/', '?', '#']).nth(2).expect("an identifier").to_owned()
}

/// A round for 2024 of the commune, with two villages and two officials in the first.
pub async fn round() -> Scene {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let office = Caller::signed_in(&world, "loku.thuongtruc").await;
    let village = unit_below(&world, &own.unit, "Trường Tiểu học mẫu").await;
    let other = unit_below(&world, &own.unit, "Thôn Tây").await;
    let writer = person(&world, &village, "truongmau", Role::Reporter).await;
    let neighbour = person(&world, &other, "thontay", Role::Reporter).await;
    add_person(&office, "Nguyễn Thị Lan", "Trường Tiểu học mẫu", "official").await;
    add_person(&office, "Trần Văn Bình", "Thôn Tây", "official").await;
    let fields = [
        ("name", "Tổng kết năm 2024"),
        ("occasion", "regular"),
        ("from", "01/01/2024"),
        ("to", "31/12/2024"),
        ("deadline", "20/01/2025"),
    ];
    let opened = office.post("/award-rounds", &form(&fields)).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let round = id_of(&opened.location);
    Scene { world, own, office, village, writer, neighbour, round }
}

async fn graded(scene: &Scene, name: &str, grade: Grade) {
    let store = scene.world.app.store();
    let asked = thidua_store::people::AskedPeople {
        within: thidua_store::people::Within::All,
        words: name.to_owned(),
        category: None,
        kind: None,
        standing: None,
    };
    let (found, _) = store.find_people(&asked, 0, 5).await.expect("people");
    let author = Author { account_id: None, name: "phép thử".to_owned(), at: crate::world::clock(), form: None };
    let change = store.change(author).await.expect("a change");
    let written = Written {
        whom: Graded::Person(found[0].id.clone()),
        year: 2024,
        of_unit_id: scene.village.clone(),
        stage: Stage::Decided,
        grade,
        number: Some("9/QĐ-UBND".to_owned()),
        dated: chrono::NaiveDate::from_ymd_opt(2024, 12, 20),
        authority: Some("Ủy ban nhân dân xã".to_owned()),
        reason: None,
        note: None,
    };
    change.write_grade(&written, &[], 0).await.expect("a grade");
    let entry = thidua_store::audit::Entry {
        unit_id: Some(scene.own.unit.clone()),
        act: "grade.decided",
        subject: "person",
        subject_id: found[0].id.clone(),
        detail: None,
    };
    change.commit(entry).await.expect("committed");
}

pub async fn nominate(scene: &Scene, award: &str, name: &str) -> String {
    let path = format!("/award-rounds/{}/nominations", scene.round);
    let fields = [("award", award), ("name", name), ("merit", "Dạy giỏi, dẫn dắt ba đồng nghiệp mới")];
    let added = scene.writer.post(&path, &form(&fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    id_of(&added.location)
}

#[tokio::test]
async fn a_nomination_is_judged_by_the_law_of_its_round_and_says_what_is_missing() {
    let scene = round().await;
    let id = nominate(&scene, "LDTT", "nguyễn thị lan").await;
    let address = format!("/nominations/{id}");
    let page = scene.writer.get(&address).await.text();
    assert!(page.contains("Cần người xem xét") && page.contains("Xếp loại năm 2024"), "no grade yet: {page}");
    assert!(
        page.contains("Xét theo Luật Thi đua, khen thưởng năm 2022 và Nghị định 98/2023/NĐ-CP"),
        "received in January 2025: {page}"
    );
    assert!(page.contains("Luật 06/2022/QH15 Điều 24"), "the article stands beside the condition");
    graded(&scene, "Nguyễn Thị Lan", Grade::Good).await;
    let facts = [("history", "yes"), ("pending", "yes"), ("discipline", "yes"), ("version", "1")];
    let kept = scene.writer.post(&format!("{address}/facts"), &form(&facts)).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let unticked = scene.writer.post(&format!("{address}/facts"), &form(&[("version", "1")])).await;
    assert_eq!(unticked.status, StatusCode::CONFLICT, "what another attested meanwhile is not taken away unseen");
    let page = scene.writer.get(&address).await.text();
    assert!(page.contains("Đủ điều kiện") && page.contains("Năm 2024: hoàn thành tốt nhiệm vụ"), "{page}");
    let board = scene.office.get(&format!("/award-rounds/{}", scene.round)).await.text();
    assert!(!board.contains("Nguyễn Thị Lan"), "a draft is the business of its unit");
    let sent = scene.writer.post(&format!("{address}/step"), &form(&[("to", "submitted"), ("version", "2")])).await;
    assert!(sent.text().contains("giấy tờ bắt buộc") || sent.status == StatusCode::SEE_OTHER, "{}", sent.text());
}

#[tokio::test]
async fn the_title_of_which_a_ratio_is_taken_comes_along_and_the_ratio_is_live() {
    let scene = round().await;
    graded(&scene, "Nguyễn Thị Lan", Grade::Excellent).await;
    let id = nominate(&scene, "CSTDCS", "Nguyễn Thị Lan").await;
    let page = scene.writer.get(&format!("/award-rounds/{}", scene.round)).await.text();
    assert!(page.contains("Lao động tiên tiến") && page.contains("Chiến sĩ thi đua cơ sở"), "{page}");
    assert!(page.contains("không quá 15 %"), "{page}");
    let page = scene.writer.get(&format!("/nominations/{id}")).await.text();
    assert!(page.contains("15% của 1 là 0 suất"), "one of one is beyond fifteen in a hundred: {page}");
    let again = [("award", "CSTDCS"), ("name", "Nguyễn Thị Lan"), ("merit", "…")];
    let refused = scene.writer.post(&format!("/award-rounds/{}/nominations", scene.round), &form(&again)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("đã được đề nghị"), "{}", refused.text());
    let foreign = [("award", "LDTT"), ("name", "Trần Văn Bình"), ("merit", "…")];
    let refused = scene.writer.post(&format!("/award-rounds/{}/nominations", scene.round), &form(&foreign)).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER, "nobody of this name in the own unit: only a name");
    let name_only = scene.writer.get(refused.location.split('?').next().expect("an address")).await.text();
    assert!(name_only.contains("Trường Tiểu học mẫu"), "the name stands under the unit that proposes: {name_only}");
}

#[tokio::test]
async fn nobody_of_another_unit_reaches_a_nomination() {
    let scene = round().await;
    let id = nominate(&scene, "LDTT", "Nguyễn Thị Lan").await;
    for path in ["", "/papers/none"] {
        let seen = scene.neighbour.get(&format!("/nominations/{id}{path}")).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["", "/step", "/facts", "/papers", "/results", "/report", "/judge", "/downgrade"] {
        let refused =
            scene.neighbour.post(&format!("/nominations/{id}{path}"), &form(&[("to", "submitted")])).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}: {}", refused.text());
    }
    let far = Caller::signed_in(&scene.world, "binhson.thuongtruc").await;
    assert_eq!(far.get(&format!("/award-rounds/{}", scene.round)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(far.get(&format!("/nominations/{id}")).await.status, StatusCode::NOT_FOUND);
    let path = format!("/award-rounds/{}/nominations", scene.round);
    let fields = [("award", "LDTT"), ("name", "Ai đó"), ("merit", "…"), ("unit", scene.village.as_str())];
    let put = scene.neighbour.post(&path, &form(&fields)).await;
    let page = scene.writer.get(&format!("/award-rounds/{}", scene.round)).await.text();
    assert!(!page.contains("Ai đó"), "{}: nobody proposes for another unit", put.status);
}

#[tokio::test]
async fn a_dossier_is_received_returned_once_answered_and_appraised() {
    let scene = round().await;
    graded(&scene, "Nguyễn Thị Lan", Grade::Good).await;
    let id = nominate(&scene, "LDTT", "Nguyễn Thị Lan").await;
    let address = format!("/nominations/{id}");
    let step = format!("{address}/step");
    let version = || async {
        let page = scene.office.get(&address).await.text();
        let page = if page.contains("name=\"version\"") { page } else { scene.writer.get(&address).await.text() };
        page.split("name=\"version\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a version")
            .to_owned()
    };
    for kind in ["list", "submission", "report", "minutes"] {
        scene.writer.post(&format!("{address}/papers"), &form(&[("kind", kind), ("originals", "1")])).await;
    }
    let to = |to: &'static str, version: String, more: Vec<(&'static str, &'static str)>| {
        let mut fields = vec![("to", to.to_owned()), ("version", version)];
        fields.extend(more.into_iter().map(|(name, value)| (name, value.to_owned())));
        let lent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        form(&lent)
    };
    let sent = scene.writer.post(&step, &to("submitted", version().await, vec![])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let none = scene.office.post(&step, &to("returned", version().await, vec![])).await;
    assert!(none.text().contains("ít nhất một điểm cần sửa"), "{}", none.text());
    let returned =
        scene.office.post(&step, &to("returned", version().await, vec![("remark-report", "Thiếu số liệu")])).await;
    assert_eq!(returned.status, StatusCode::SEE_OTHER, "{}", returned.text());
    let page = scene.writer.get(&address).await.text();
    assert!(page.contains("Thiếu số liệu") && page.contains("trả lại để bổ sung"), "{page}");
    let early = scene.writer.post(&step, &to("submitted", version().await, vec![])).await;
    assert!(early.text().contains("chưa trả lời"), "{}", early.text());
    let remark =
        page.split("/remarks/").nth(1).and_then(|rest| rest.split('"').next()).expect("a remark").to_owned();
    let answered =
        scene.writer.post(&format!("{address}/remarks/{remark}"), &form(&[("answer", "Đã bổ sung")])).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.text());
    let again = scene.writer.post(&step, &to("submitted", version().await, vec![])).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
    let twice = scene.office.post(&step, &to("returned", version().await, vec![("remark-merit", "…")])).await;
    assert!(twice.text().contains("không trả thêm"), "one supplement by default: {}", twice.text());
    let stale = scene.office.post(&step, &to("appraisal", "1".to_owned(), vec![])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "what somebody moved meanwhile is not moved again");
    let taken =
        scene.office.post(&step, &to("appraisal", version().await, vec![("received_on", "15/01/2025")])).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let page = scene.office.get(&address).await.text();
    assert!(
        page.contains("đang thẩm định")
            && page.contains("Xét theo Luật Thi đua, khen thưởng năm 2022 và Nghị định 98/2023/NĐ-CP"),
        "{page}"
    );
    let asked = [("body", "Công an xã"), ("due", "31/12/2099")];
    let asked = scene.office.post(&format!("{address}/opinions"), &form(&asked)).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    assert!(scene.office.get(&address).await.text().contains("chờ trả lời, hạn 31/12/2099"));
}

#[tokio::test]
async fn a_nomination_cites_recorded_results_and_its_report_is_drafted_from_them() {
    let scene = round().await;
    graded(&scene, "Nguyễn Thị Lan", Grade::Good).await;
    let id = nominate(&scene, "LDTT", "Nguyễn Thị Lan").await;
    let address = format!("/nominations/{id}");
    let page = scene.writer.get(&address).await.text();
    assert!(
        page.contains("Chưa dẫn kết quả nào.") && page.contains("Báo cáo không dẫn")
            || page.contains("dẫn kết quả"),
        "{page}"
    );
    let offered =
        page.split("name=\"cite-").nth(1).and_then(|rest| rest.split('"').next()).expect("a result").to_owned();
    let cited = scene
        .writer
        .post(&format!("{address}/results"), &form(&[(&format!("cite-{offered}"), "yes"), ("version", "1")]))
        .await;
    assert_eq!(cited.status, StatusCode::SEE_OTHER, "{}", cited.text());
    let page = scene.writer.get(&address).await.text();
    let results = page.split("id=\"results\"").nth(1).expect("results");
    assert!(
        results.contains("href=\"/grades/people/")
            && results.contains("Xếp loại năm 2024: hoàn thành tốt nhiệm vụ"),
        "{results}"
    );
    let drafted = scene.writer.post(&format!("{address}/report"), "").await;
    assert_eq!(drafted.status, StatusCode::SEE_OTHER, "{}", drafted.text());
    let page = scene.writer.get(&address).await.text();
    assert!(page.contains("Xếp loại: năm 2024 hoàn thành tốt nhiệm vụ."), "{page}");
    let stale = form(&[(&format!("cite-{offered}"), "yes"), ("version", "1")]);
    let stale = scene.writer.post(&format!("{address}/results"), &stale).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "who saw an older dossier does not write over it");
    let sneaked = form(&[("cite-grade none", "yes"), ("version", "3")]);
    let nothing = scene.writer.post(&format!("{address}/results"), &sneaked).await;
    assert_eq!(nothing.status, StatusCode::SEE_OTHER);
    assert!(
        scene.writer.get(&address).await.text().contains("Chưa dẫn kết quả nào."),
        "only what is offered is cited"
    );
}

#[tokio::test]
async fn a_nomination_moves_down_only_to_a_lower_award_and_with_consent() {
    let scene = round().await;
    graded(&scene, "Nguyễn Thị Lan", Grade::Excellent).await;
    let id = nominate(&scene, "CSTDBT", "Nguyễn Thị Lan").await;
    let path = format!("/nominations/{id}/downgrade");
    let fields = |to: &'static str, consent: &'static str, version: &'static str| {
        form(&[("to", to), ("reason", "Chưa đủ ba năm"), ("consent", consent), ("version", version)])
    };
    let draft = scene.writer.post(&path, &fields("CSTDCS", "yes", "1")).await;
    assert!(draft.text().contains("không chuyển được"), "a draft is corrected, not moved down: {}", draft.text());
    let step = form(&[("to", "submitted"), ("version", "1")]);
    let sent = scene.writer.post(&format!("/nominations/{id}/step"), &step).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    for (to, consent, says) in [("CSTDTQ", "yes", "thấp hơn"), ("CSTDCS", "", "đồng ý")] {
        let refused = scene.office.post(&path, &fields(to, consent, "2")).await;
        assert!(refused.text().contains(says), "{to}: {}", refused.text());
    }
    let stale = scene.office.post(&path, &fields("CSTDCS", "yes", "1")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text());
    let moved = scene.office.post(&path, &fields("CSTDCS", "yes", "2")).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    let page = scene.office.get(&format!("/nominations/{id}")).await.text();
    assert!(page.contains("Chuyển từ") && page.contains("Chiến sĩ thi đua cơ sở"), "{page}");
}

#[tokio::test]
async fn a_discipline_is_recorded_with_its_days_and_answers_stay_when_a_form_comes_back() {
    let scene = round().await;
    let id = nominate(&scene, "LDTT", "Nguyễn Thị Lan").await;
    graded(&scene, "Nguyễn Thị Lan", Grade::Good).await;
    let address = format!("/nominations/{id}");
    let facts = format!("{address}/facts");
    let version =
        async || scene.world.app.store().nomination(&id).await.expect("read").expect("there").version.to_string();
    let page = scene.writer.get(&address).await.text();
    let number =
        page.split("id=\"attest-").nth(1).and_then(|rest| rest.split('"').next()).expect("a sentence").to_owned();
    let attest = format!("attest-{number}");
    let says = async |fields: Vec<(&str, &str)>| {
        let seen = version().await;
        let mut all =
            vec![("version", seen.as_str()), (attest.as_str(), "yes"), ("history", "yes"), ("pending", "yes")];
        all.extend(fields);
        scene.writer.post(&facts, &form(&all)).await
    };
    for (fields, why) in [
        (vec![("discipline_level", "canh cao")], "Cần nhập ô này"),
        (vec![("discipline_level", "canh cao"), ("discipline_from", "31/02/2024")], "Không có ngày này"),
        (
            vec![
                ("discipline_level", "canh cao"),
                ("discipline_from", "10/05/2024"),
                ("discipline_to", "01/05/2024"),
            ],
            "Ngày cuối đứng trước ngày đầu",
        ),
        (
            vec![("discipline", "yes"), ("discipline_level", "canh cao"), ("discipline_from", "10/05/2024")],
            "chỉ chọn một",
        ),
    ] {
        let refused = says(fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        let text = refused.text();
        assert!(text.contains(why), "{why}: {text}");
        let select = text.split(&format!("id=\"{attest}\"")).nth(1).expect("the sentence");
        let select = select.split("</select>").next().expect("its answers");
        assert!(select.contains("value=\"yes\" selected"), "what was typed stays: {select}");
    }
    let kept = says(vec![("discipline_level", "canh cao"), ("discipline_from", "10/05/2024")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    // the rule is not verified: it never decides alone, and what it says stands beside it
    let outcome = |page: &str| {
        let (before, after) = page.split_once("Không bị kỷ luật từ khiển trách").expect("a rule");
        let row = before.rsplit("<tr").next().expect("its row").to_owned();
        row + after.split("</tr>").next().expect("its end")
    };
    let page = scene.writer.get(&address).await.text();
    assert!(page.contains("Cần người xem xét") && outcome(&page).contains("chưa đạt"), "in the period: {page}");
    assert!(page.contains("Bị kỷ luật trong thời gian tính thành tích."), "{page}");
    assert!(page.contains("value=\"canh cao\" selected") && page.contains("10/5/2024"), "{page}");
    // one that was over before the period says nothing of it, and is not taken for a word on the period
    let past =
        [("discipline_level", "khien trach"), ("discipline_from", "01/02/2022"), ("discipline_to", "01/02/2023")];
    let refused = says(past.to_vec()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Ngoài thời gian xét 01/01/2024 – 31/12/2024"), "{}", refused.text());
    assert_eq!(says(vec![("discipline_from", "01/02/2024")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(says(vec![("contribution", "-5")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
