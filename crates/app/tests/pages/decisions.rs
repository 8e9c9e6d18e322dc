//! From appraised dossiers to the decision: issued once with honours and money, sent upward and followed, revoked with
//! everything that relied on it; complaints, the fund, the history.

use crate::registrations::form;
use crate::world::{Caller, Ids, World, clock, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::nominations::{Occasion, State};
use thidua_domain::people::{Category, Person, PersonKind, Post, Standing};
use thidua_store::Author;
use thidua_store::audit::Entry;
use thidua_store::nominations::{Judged, Nomination, Nominee, Round};

pub struct Scene {
    pub world: Arc<World>,
    pub own: Ids,
    pub clerk: Caller,
    pub head: Caller,
    pub round: String,
    pub person: String,
}

fn day(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn author() -> Author {
    Author { account_id: None, name: "phép thử".into(), at: clock(), form: None }
}

fn entry(unit: &str, id: &str) -> Entry {
    Entry {
        unit_id: Some(unit.into()),
        act: "nomination.submitted",
        subject: "nomination",
        subject_id: id.into(),
        detail: None,
    }
}

/// A round of Lơ Ku for 2022 with one person of the commune.
pub async fn scene() -> Scene {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let store = world.app.store();
    let change = store.change(author()).await.expect("a change");
    let round = Round {
        id: change.new_id(),
        unit_id: own.unit.clone(),
        name: "Tổng kết năm 2022".into(),
        occasion: Occasion::Regular,
        movement_id: None,
        wave_id: None,
        year: 2022,
        from: day(2022, 1, 1),
        to: day(2022, 12, 31),
        deadline: None,
        note: None,
        closed_on: None,
        illustrative: false,
        version: 0,
        account_name: String::new(),
        written_at: clock(),
    };
    change.write_award_round(&round).await.expect("a round");
    let person = Person {
        id: change.new_id(),
        kind: PersonKind::Individual,
        name: "Đinh Thị Mẫu".into(),
        birth_year: Some(1985),
        birth_day: None,
        sex: None,
        post: Post {
            unit_id: Some(own.unit.clone()),
            title: Some("Công chức Văn hóa - Xã hội".into()),
            leader: false,
            category: Category::Official,
            from: None,
            to: None,
            document: None,
        },
        standing: Standing::Active,
        collective_unit_id: None,
        note: None,
        merged_into: None,
        version: 0,
    };
    change.add_people(&[(person.clone(), None)]).await.expect("a person");
    change.commit(entry(&own.unit, &round.id)).await.expect("committed");
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    Scene { world, own, clerk, head, round: round.id, person: person.id }
}

/// A nomination that stands where it is said, judged eligible.
pub async fn nominated(scene: &Scene, award: &str, name: &str, whose: Option<&str>, state: State) -> String {
    received(scene, award, name, whose, (state, day(2022, 12, 1))).await
}

/// The same, received on a day.
pub async fn received(
    scene: &Scene,
    award: &str,
    name: &str,
    whose: Option<&str>,
    (state, on): (State, chrono::NaiveDate),
) -> String {
    let store = scene.world.app.store();
    let change = store.change(author()).await.expect("a change");
    let mut it = Nomination {
        id: change.new_id(),
        round_id: scene.round.clone(),
        unit_id: scene.own.unit.clone(),
        award: award.into(),
        award_name: format!("{award} thử"),
        nominee: Nominee {
            kind: SubjectKind::Individual,
            person_id: whose.map(str::to_owned),
            unit_id: None,
            name: name.into(),
            post: Some("Công chức".into()),
            of_unit: "Ủy ban nhân dân xã Lơ Ku".into(),
            category: Some("official".into()),
            leader: Some(false),
            female: Some(true),
        },
        merit: format!("Thành tích {award}"),
        report: None,
        influence: None,
        achieved_on: None,
        state: State::Draft,
        supplements: 0,
        received_on: None,
        downgraded_from: None,
        judged: None,
        selection: None,
        place: 1,
        illustrative: false,
        version: 0,
        account_id: None,
        account_name: String::new(),
        written_at: clock(),
    };
    change.write_nomination(&it).await.expect("a nomination");
    let judged =
        Judged { regime: "A".into(), pack: "thi-dua@test".into(), verdict: "eligible".into(), told: "[]".into() };
    change.keep_judgement(&it.id, &judged).await.expect("judged");
    it.version = 1;
    for to in [State::Submitted, State::Appraisal, State::Council, State::Voted, State::Deciding] {
        change.move_nomination(&it, to, None, Some(on)).await.expect("a step");
        (it.state, it.version) = (to, it.version + 1);
        if to == state {
            break;
        }
    }
    change.commit(entry(&scene.own.unit, &it.id)).await.expect("committed");
    it.id
}

pub fn id_of(location: &str) -> String {
    location.split(['/', '?', '#']).nth(2).expect("an identifier").to_owned()
}

pub async fn drafted(scene: &Scene, nominations: &[&str], on: &str) -> String {
    let ticks: Vec<String> = nominations.iter().map(|id| format!("n-{id}")).collect();
    let mut fields = vec![
        ("title", "Khen thưởng tổng kết năm 2022"),
        ("day", on),
        ("signer_title", "Chủ tịch"),
        ("signer_name", "Nguyễn Văn Ký"),
        ("bases", "Luật Thi đua, khen thưởng ngày 26/11/2003"),
        ("confirmed", "yes"),
    ];
    fields.extend(ticks.iter().map(|tick| (tick.as_str(), "yes")));
    let answer = scene.clerk.post(&format!("/decisions/rounds/{}/draft", scene.round), &form(&fields)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    id_of(&answer.location)
}

pub async fn issue(who: &Caller, id: &str, number: &str, on: &str, version: &str) -> crate::world::Answer {
    let fields = [
        ("number", number),
        ("day", on),
        ("signer_title", "Chủ tịch"),
        ("signer_name", "Nguyễn Văn Ký"),
        ("confirmed", "yes"),
        ("version", version),
        // nobody is put in the place of another
        ("name", "Người Khác"),
        ("person_id", "khac"),
    ];
    who.post(&format!("/decisions/{id}/issue"), &form(&fields)).await
}

#[tokio::test]
async fn a_decision_is_issued_once_with_honours_money_and_what_they_relied_on() {
    let scene = scene().await;
    let lower = nominated(&scene, "LDTT", "Đinh Thị Mẫu", Some(&scene.person), State::Deciding).await;
    let other = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let above = nominated(&scene, "BKBT", "Đinh Thị Mẫu", Some(&scene.person), State::Appraisal).await;
    let forced =
        form(&[("title", "x"), ("day", "30/12/2022"), ("confirmed", "yes"), (&format!("n-{above}"), "yes")]);
    let refused = scene.clerk.post(&format!("/decisions/rounds/{}/draft", scene.round), &forced).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "what is another's is not drafted here");
    let page = scene.clerk.get(&format!("/decisions/rounds/{}?day=30/12/2022", scene.round)).await.text();
    assert!(page.contains("Theo pháp luật, không do kế hoạch đặt ra"), "{page}");
    // 0,15 × 1.490.000 = 223.500, rounded up to tens of thousands
    assert!(page.contains("230.000") && page.contains("Quỹ không đủ"), "{page}");
    assert!(page.contains(&format!("n-{lower}")) && page.contains("Đúng thẩm quyền"), "{page}");
    let id = drafted(&scene, &[&lower, &other], "30/12/2022").await;
    let own_draft = scene.clerk.get(&format!("/decisions/{id}")).await.text();
    assert!(own_draft.contains("Người có thẩm quyền sẽ ban hành") && own_draft.contains("Nguyên tắc khen thưởng"));
    assert_eq!(issue(&scene.clerk, &id, "10/QĐ-UBND", "30/12/2022", "1").await.status, StatusCode::FORBIDDEN);
    for (number, on, says) in [
        ("không số", "30/12/2022", "Ghi số và ký hiệu như 12/QĐ-UBND"),
        ("0/QĐ-UBND", "30/12/2022", "Số quyết định từ 1 đến 999999"),
        ("10/QĐ-UBND", "31/02/2022", "Không có ngày này"),
        ("10/QĐ-UBND", "01/01/2099", "Ngày này chưa đến"),
    ] {
        let refused = issue(&scene.head, &id, number, on, "1").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{number} {on}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    // two deciders at once: one decision, one explained refusal
    let (one, two) = tokio::join!(
        issue(&scene.head, &id, "010/qđ-ubnd", "30/12/2022", "1"),
        issue(&scene.head, &id, "11/QĐ-UBND", "30/12/2022", "1")
    );
    let mut both = [one, two];
    both.sort_by_key(|answer| answer.status);
    assert_eq!(both[0].status, StatusCode::SEE_OTHER, "{}", both[0].text());
    assert_eq!(both[1].status, StatusCode::CONFLICT, "{}", both[1].text());
    assert!(both[1].text().contains("Không ban hành lần thứ hai"), "{}", both[1].text());
    let store = scene.world.app.store();
    let honours = store.honours_of_decision(&id).await.expect("read");
    let names: Vec<&str> = honours.iter().map(|one| one.whom.name.as_str()).collect();
    assert_eq!(names, ["Bà Nguyễn Thị Hiền", "Đinh Thị Mẫu"], "who is proposed is who has it");
    assert_eq!(honours[0].paid.as_ref().map(|paid| (paid.amount, paid.base_salary)), Some((230_000, 1_490_000)));
    assert_eq!(honours[1].whom.person_id.as_deref(), Some(scene.person.as_str()));
    for nomination in [&lower, &other] {
        let found = store.nomination(nomination).await.expect("read").expect("there");
        assert_eq!(found.state, State::Granted);
    }
    // the number is used; next year it is free again
    let again = nominated(&scene, "GKX", "Ông Lê Văn Cẩn", None, State::Deciding).await;
    let second = drafted(&scene, &[&again], "31/12/2022").await;
    let number = store.decision(&id).await.expect("read").expect("there").number.expect("a number");
    let taken = issue(&scene.head, &second, &number, "31/12/2022", "1").await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text().contains("Số này đã dùng cho cơ quan, loại, năm và ký hiệu này"), "{}", taken.text());
    let next_year = issue(&scene.head, &second, &number, "03/01/2023", "1").await;
    assert_eq!(next_year.status, StatusCode::SEE_OTHER, "{}", next_year.text());
    // the fund knows what is owed, and pays no more
    let fund = scene.clerk.get("/fund?year=2022").await.text();
    assert!(fund.contains(&number), "{fund}");
    let due = honours.iter().filter_map(|one| one.paid.as_ref()).map(|paid| paid.amount).sum::<i64>();
    let pay = |amount: String| {
        let fields = [
            ("version", "2022"),
            ("kind", "payment"),
            ("amount", amount.as_str()),
            ("dated", "31/12/2022"),
            ("says", "Chi tiền thưởng"),
            ("number", ""),
            ("decision", id.as_str()),
        ];
        form(&fields)
    };
    let too_much = scene.clerk.post("/fund", &pay((due + 1).to_string())).await;
    assert_eq!(too_much.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(too_much.text().contains("Vượt số còn lại của quyết định"), "{}", too_much.text());
    let paid = scene.clerk.post("/fund", &pay(due.to_string())).await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER, "{}", paid.text());
    assert_eq!(scene.head.post("/fund", &pay("1".into())).await.status, StatusCode::FORBIDDEN);
    for path in [format!("/decisions/{id}/print.pdf"), format!("/decisions/{id}/print.docx")] {
        assert_eq!(scene.clerk.get(&path).await.status, StatusCode::OK, "{path}");
    }
    let stranger = Caller::signed_in(&scene.world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(&format!("/decisions/{id}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.get(&format!("/honours/{}", honours[0].id)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_goes_upward_is_followed_and_a_revocation_names_everything_that_relied_on_it() {
    let scene = scene().await;
    let store = scene.world.app.store();
    let lower = nominated(&scene, "LDTT", "Đinh Thị Mẫu", Some(&scene.person), State::Deciding).await;
    let higher = nominated(&scene, "CSTDCS", "Đinh Thị Mẫu", Some(&scene.person), State::Voted).await;
    let id = drafted(&scene, &[&lower], "30/12/2022").await;
    let issued = issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    let first = store.honours_of_decision(&id).await.expect("read").remove(0);
    // the council's vote is not closed here: it does not go upward yet
    let path = format!("/decisions/rounds/{}", scene.round);
    let page = scene.clerk.get(&format!("{path}?day=05/01/2023")).await.text();
    assert!(page.contains("id=\"waiting\"") && page.contains("Hội đồng chưa có kết quả kiểm phiếu"), "{page}");
    // an award without a vote goes upward
    let tick = format!("n-{higher}");
    let send =
        |to| form(&[(tick.as_str(), "yes"), ("to", to), ("number", "5/TTr-UBND"), ("sent_on", "05/01/2023")]);
    assert_eq!(
        scene.clerk.post(&format!("{path}/send"), &send("UBND huyện")).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let simple = nominated(&scene, "GK", "Đinh Thị Mẫu", Some(&scene.person), State::Appraisal).await;
    let tick = format!("n-{simple}");
    let send =
        |to| form(&[(tick.as_str(), "yes"), ("to", to), ("number", "5/TTr-UBND"), ("sent_on", "05/01/2023")]);
    let refused = scene.clerk.post(&format!("{path}/send"), &send("")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
    let sent = scene.clerk.post(&format!("{path}/send"), &send("Ủy ban nhân dân huyện Kbang")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let list = scene.clerk.get("/submissions").await.text();
    assert!(list.contains("Ủy ban nhân dân huyện Kbang") && list.contains("Đã trình cấp trên"), "{list}");
    let way = store.submissions_of(std::slice::from_ref(&simple)).await.expect("read").remove(0);
    let answer = |state, number, says, version| {
        form(&[
            ("state", state),
            ("day", "20/01/2023"),
            ("number", number),
            ("issuer", "Ủy ban nhân dân huyện Kbang"),
            ("says", says),
            ("version", version),
        ])
    };
    let path = format!("/submissions/{}", way.id);
    let bare = scene.clerk.post(&path, &answer("granted", "", "", "1")).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text().contains("Ghi số, ngày và cơ quan của quyết định khen thưởng"), "{}", bare.text());
    let returned = scene.clerk.post(&path, &answer("returned", "", "Bổ sung báo cáo", "1")).await;
    assert_eq!(returned.status, StatusCode::SEE_OTHER, "{}", returned.text());
    let again = scene.clerk.post(&path, &answer("submitted", "6/TTr-UBND", "Đã bổ sung báo cáo", "2")).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
    let granted = scene.clerk.post(&path, &answer("granted", "77/QĐ-UBND", "", "3")).await;
    assert_eq!(granted.status, StatusCode::SEE_OTHER, "{}", granted.text());
    let way = store.submission(&way.id).await.expect("read").expect("there");
    // the letter stays beside the decision that answered it
    assert_eq!(way.number.as_deref(), Some("06/TTr-UBND"));
    assert_eq!(way.answer_number.as_deref(), Some("77/QĐ-UBND"));
    let page = scene.clerk.get(&path).await.text();
    assert!(page.contains("<dt>Trình</dt><dd>06/TTr-UBND, 20/01/2023</dd>"), "{page}");
    assert!(page.contains("<dt>Quyết định</dt><dd>77/QĐ-UBND, 20/01/2023</dd>"), "{page}");
    let honour = store.honour(way.honour_id.as_deref().expect("an honour")).await.expect("read").expect("there");
    assert_eq!(honour.number.as_deref(), Some("77/QĐ-UBND"));
    assert_eq!(honour.issuer, "Ủy ban nhân dân huyện Kbang");
    // one page has the whole history; marks do not matter
    let whole = scene.clerk.get(&format!("/honours/people/{}", scene.person)).await.text();
    assert!(whole.contains("LDTT thử") && whole.contains("GK thử"), "{whole}");
    let found = scene.clerk.get("/honours?q=dinh+thi+mau").await.text();
    assert!(found.contains("LDTT thử"), "{found}");
    for year in ["-1", "9999", "abc"] {
        assert!(scene.clerk.get(&format!("/honours?year={year}")).await.text().contains("Năm từ 1930 đến 2100"));
    }
    let stranger = Caller::signed_in(&scene.world, "lyson.thuongtruc").await;
    assert!(!stranger.get("/honours?q=dinh+thi+mau").await.text().contains("LDTT thử"));

    // a complaint is pending until it is settled, never alone by who decided
    let complaint =
        form(&[("from", "Ông Lê Văn Thắc"), ("says", "Kê khai không đúng"), ("received_on", "06/02/2023")]);
    let taken = scene.clerk.post(&format!("/complaints/about/honour/{}", first.id), &complaint).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let open = store.open_complaints_of(std::slice::from_ref(&scene.person), &[]).await.expect("read");
    assert_eq!(open.len(), 1);
    let case = format!("/complaints/{}", open[0].id);
    let step = |to, outcome, number, version| {
        form(&[
            ("to", to),
            ("day", "10/02/2023"),
            ("outcome", outcome),
            ("number", number),
            ("signer", if number.is_empty() { "" } else { "Chủ tịch" }),
            ("version", version),
        ])
    };
    assert_eq!(scene.clerk.post(&case, &step("accepted", "", "", "1")).await.status, StatusCode::SEE_OTHER);
    let page = scene.clerk.get(&case).await.text();
    assert!(page.contains("Người có thẩm quyền giải quyết") && page.contains("quá hạn"), "{page}");
    let own = scene.head.post(&case, &step("settled", "Đúng một phần", "3/QĐ-UBND", "2")).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(own.text().contains("không một mình giải quyết"), "{}", own.text());

    // the revocation: tested, with what relied on the honour
    let change = store.change(author()).await.expect("a change");
    change.add_reliances(&[(honour.id.clone(), first.id.clone())]).await.expect("relied");
    change.commit(entry(&scene.own.unit, &honour.id)).await.expect("committed");
    let line = format!("n-{}", first.id);
    let revoke = |from, to, conclusion| {
        form(&[
            (line.as_str(), "yes"),
            ("ground", "93.2.d"),
            ("reason", "Vi phạm đã có kết luận"),
            ("conclusion", conclusion),
            ("violation_from", from),
            ("violation_to", to),
            ("proposed", "yes"),
            ("version", "1"),
        ])
    };
    let path = format!("/decisions/{id}/revoke");
    let outside = scene.clerk.post(&path, &revoke("01/3/2023", "02/3/2023", "Kết luận 1/KL")).await;
    assert_eq!(outside.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(outside.text().contains("Vi phạm không nằm trong thời gian tính thành tích"), "{}", outside.text());
    let bare = scene.clerk.post(&path, &revoke("01/3/2022", "02/3/2022", "")).await;
    assert!(bare.text().contains("Chưa có kết luận"), "{}", bare.text());
    let made = scene.clerk.post(&path, &revoke("01/3/2022", "02/3/2022", "Kết luận 1/KL ngày 05/4/2023")).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let revocation = id_of(&made.location);
    let page = scene.head.get(&format!("/decisions/{revocation}")).await.text();
    assert!(page.contains("GK thử 2022") && page.contains("trực tiếp"), "what relied on it is listed: {page}");
    assert!(page.contains("Luật 06/2022/QH15 Điều 93 khoản 2 điểm d"), "{page}");
    let issued = issue(&scene.head, &revocation, "10/QĐ-UBND", "10/5/2023", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    let gone = store.honour(&first.id).await.expect("read").expect("nothing is deleted");
    assert_eq!(gone.revoked_by.as_deref(), Some(revocation.as_str()));
    for path in [format!("/honours/{}", first.id), format!("/decisions/{id}"), "/honours".into()] {
        assert!(scene.clerk.get(&path).await.text().contains("đã hủy bỏ"), "{path}");
    }
    let twice = scene.clerk.post(&path, &revoke("01/3/2022", "02/3/2022", "Kết luận 1/KL")).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.text());
    let log = Caller::signed_in(&scene.world, "quan-tri").await.get("/audit").await.text();
    assert!(log.contains("ban hành quyết định hủy bỏ khen thưởng") && log.contains("ghi kết quả trình cấp trên"));
}

#[tokio::test]
async fn awards_of_earlier_years_come_by_spreadsheet_and_can_be_taken_back() {
    let scene = scene().await;
    let csv = "Tên (như trong quyết định);Danh hiệu, hình thức;Năm;Số quyết định;Đơn vị\n\
               Đinh Thị Mẫu;LDTT;2019;12/QĐ-UBND;Ủy ban nhân dân xã Lơ Ku\n\
               Người Xưa;GKX;2018;;Làng cũ\n";
    let sent = scene.clerk.post_parts("/honours/list", &[("file", Some("cu.csv"), csv.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let review = scene.clerk.get(&sent.location).await.text();
    assert!(review.contains("Đinh Thị Mẫu") && review.contains("Ghi tất cả"), "{review}");
    let path = sent.location.split('?').next().expect("a path").to_owned();
    let put = crate::lists::put_in(&scene.world, &scene.clerk, &path).await;
    assert_eq!(put.status, StatusCode::SEE_OTHER, "{}", put.text());
    let store = scene.world.app.store();
    let held = store.honours_of_people(std::slice::from_ref(&scene.person)).await.expect("read");
    assert_eq!(held.len(), 1, "the name is tied to the record");
    assert_eq!((held[0].award.as_str(), held[0].year), ("LDTT", 2019));
    assert!(scene.clerk.get("/honours?q=nguoi+xua").await.text().contains("Làng cũ"));
    let undone = scene.clerk.post(&format!("{path}/undo"), "").await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text());
    assert!(store.honours_of_people(std::slice::from_ref(&scene.person)).await.expect("read").is_empty());
    let wrong = "Tên (như trong quyết định);Danh hiệu, hình thức;Năm\nAi Đó;LDTT;-1\n";
    let sent = scene.clerk.post_parts("/honours/list", &[("file", Some("sai.csv"), wrong.as_bytes())]).await;
    let review = scene.clerk.get(&sent.location).await.text();
    assert!(review.contains("Năm từ 1930 đến năm nay"), "{review}");
}

/// For other tests of pages: an issued decision with its honour.
pub async fn issued(scene: &Scene) -> (String, String) {
    let it = nominated(scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let id = drafted(scene, &[&it], "30/12/2022").await;
    let answer = issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let honour = scene.world.app.store().honours_of_decision(&id).await.expect("read").remove(0).id;
    (id, honour)
}
