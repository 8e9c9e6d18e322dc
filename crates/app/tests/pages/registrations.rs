//! Units register, the authority approves or gives back; lists, aims and results.

use crate::world::{Answer, Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_app::accounts::actions::{NewAccount, add};
use thidua_domain::access::Role;

/// The fields of a form, encoded.
pub fn form(fields: &[(&str, &str)]) -> String {
    let mut text = form_urlencoded::Serializer::new(String::new());
    fields.iter().for_each(|(name, value)| {
        text.append_pair(name, value);
    });
    text.finish()
}

/// A unit below an authority; its identifier.
pub async fn unit_below(world: &Arc<World>, parent: &str, name: &str) -> String {
    let admin = Caller::signed_in(world, "quan-tri").await;
    let added = admin.post("/units", &form(&[("name", name), ("parent_id", parent)])).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{name}: {}", added.text());
    let children = world.app.store().children_now(parent).await.expect("read");
    children.into_iter().find(|unit| unit.name == name).expect("the unit is there").id
}

/// Somebody of a unit, signed in.
pub async fn person(world: &Arc<World>, unit: &str, login: &str, role: Role) -> Caller {
    let new = NewAccount { login: login.into(), name: login.into(), role, unit_id: Some(unit.into()) };
    let code = add(&world.app, world.app.system("test"), new).await.expect("an account");
    let mut caller = Caller::stranger(world);
    caller
        .post("/set-password", &form(&[("login", login), ("code", &code), ("password", "con duong lua chin")]))
        .await;
    let inside = caller.post("/sign-in", &form(&[("login", login), ("password", "con duong lua chin")])).await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER, "{login} signs in");
    caller.keep(&inside);
    caller
}

/// Opens registration until a day far away.
pub async fn open(clerk: &Caller, movement: &str, deadline: &str) -> Answer {
    let path = format!("/movements/{movement}/registrations");
    clerk.post(&path, &form(&[("version", "0"), ("deadline", deadline), ("how", "by")])).await
}

/// Begins the registration of the caller's unit; its address.
pub async fn begin(caller: &Caller, movement: &str) -> String {
    let begun = caller.post(&format!("/movements/{movement}/registrations/begin"), "").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    assert!(begun.location.starts_with("/registrations/"), "{}", begun.location);
    begun.location
}

pub async fn add_item(caller: &Caller, sheet: &str, kind: &str, fields: &[(&str, &str)]) {
    let added = caller.post(&format!("{sheet}/items/{kind}"), &form(fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
}

pub async fn version(world: &World, sheet: &str) -> String {
    let id = sheet.rsplit('/').next().expect("an identifier");
    world.app.store().registration(id).await.expect("read").expect("there").version.to_string()
}

pub async fn send(world: &World, caller: &Caller, sheet: &str) {
    let seen = version(world, sheet).await;
    let sent = caller.post(&format!("{sheet}/send"), &form(&[("version", &seen), ("to", "send")])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
}

pub async fn decide(world: &World, caller: &Caller, sheet: &str, to: &str, note: &str) -> Answer {
    let seen = version(world, sheet).await;
    caller.post(&format!("{sheet}/decide"), &form(&[("version", &seen), ("to", to), ("note", note)])).await
}

async fn luong_phong() -> (Arc<World>, Ids, Caller) {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let clerk = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    (world, own, clerk)
}

#[tokio::test]
async fn hard_tasks_are_registered_and_set_against_what_was_achieved() {
    let (world, own, clerk) = luong_phong().await;
    let village = unit_below(&world, &own.unit, "Thôn Đông").await;
    unit_below(&world, &own.unit, "Thôn Đoài").await;
    let writer = person(&world, &village, "thon.dong", Role::Reporter).await;
    let board = format!("/movements/{}/registrations", own.movement);
    assert!(clerk.get(&board).await.text().contains("Chưa mở đăng ký thi đua"));
    let past = open(&clerk, &own.movement, "01/01/2020").await;
    assert!(past.status == StatusCode::UNPROCESSABLE_ENTITY && past.text().contains("Ngày này đã qua"));
    assert_eq!(open(&clerk, &own.movement, "01/12/2099").await.status, StatusCode::SEE_OTHER);
    assert!(writer.get("/").await.text().contains("Đăng ký thi đua theo"), "it waits on the first page");
    let missing = clerk.get(&format!("{board}?show=missing")).await.text();
    assert!(missing.contains("Thôn Đoài</") && missing.contains("?show=handed-in#who"), "tiles lead to lists");
    let none = clerk.get(&format!("{board}?show=approved")).await.text();
    assert!(!none.contains("Thôn Đoài</"), "{none}");
    let check = clerk.get(&format!("{board}/check")).await.text();
    assert!(check.contains("?lacks=registered#inspection"), "{check}");
    let lacking = clerk.get(&format!("{board}/check?lacks=registered")).await.text();
    assert!(lacking.contains("<th scope=\"row\">Thôn Đoài"), "{lacking}");

    let sheet = begin(&writer, &own.movement).await;
    let target = target_named(&world, &own.plan, "Thu ngân sách").await;
    let less =
        writer.post(&format!("{sheet}/items/target"), &form(&[("target", &target), ("registered", "1.000")])).await;
    assert_eq!(less.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        less.text().contains("cần ghi lý do") && less.text().contains("1.000"),
        "less than planned has a reason"
    );
    add_item(&writer, &sheet, "target", &[("target", &target), ("registered", "1.800"), ("shared", "yes")]).await;
    add_item(
        &writer,
        &sheet,
        "target",
        &[("name", "Hộ hiến đất mở đường"), ("how", "ge"), ("registered", "5"), ("unit_of", "hộ"), ("hard", "yes")],
    )
    .await;
    let page = writer.get(&sheet).await.text();
    assert!(page.contains("từ 5 hộ trở lên") && !page.contains('≥'), "in words, as a covenant says it: {page}");
    let bare =
        writer.post(&format!("{sheet}/items/task"), &form(&[("name", "Dời chợ tạm"), ("hard", "yes")])).await;
    assert!(bare.text().contains("phải có mô tả và kết quả dự kiến"), "a hard task is described");
    let hard = [
        ("name", "Dời chợ tạm"),
        ("hard", "yes"),
        ("description", "32 hộ buôn bán ở lòng đường"),
        ("expected", "32/32 hộ vào chợ mới trước 30/9"),
    ];
    add_item(&writer, &sheet, "task", &hard).await;
    assert!(writer.get(&sheet).await.text().contains("Cao hơn mức được giao"));
    send(&world, &writer, &sheet).await;
    let closed = writer.get(&format!("{sheet}/items/task")).await;
    assert!(closed.text().contains("chỉ sửa được khi đang soạn hoặc bị trả lại"));
    assert_eq!(decide(&world, &clerk, &sheet, "approved", "").await.status, StatusCode::SEE_OTHER);

    let text = clerk.get(&board).await.text();
    assert!(
        text.contains("Dời chợ tạm") && text.contains("32/32 hộ vào chợ mới"),
        "takers of hard tasks are listed"
    );
    assert!(
        text.contains("còn 1 đơn vị chưa nộp bản đăng ký thi đua: Thôn Đoài"),
        "a ready message names who has not"
    );

    let item = |text: &str, name: &str| -> String {
        let before = text.split(name).next().expect("a part").rsplit("id=\"i-").next().expect("a row");
        before.split('"').next().expect("an identifier").to_owned()
    };
    let page = writer.get(&sheet).await.text();
    let land = item(&page, "Hộ hiến đất");
    let told =
        [("dated", "30/9/2024"), ("said", "Đã có 6 hộ ký biên bản"), ("value", "6"), ("source", "Biên bản thôn")];
    let told = writer.post(&format!("{sheet}/items/{land}/progress"), &form(&told)).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text());
    let market = item(&page, "Dời chợ tạm");
    let told = [("dated", "15/9/2024"), ("said", "Xong 32/32 hộ"), ("attained", "yes")];
    assert_eq!(
        writer.post(&format!("{sheet}/items/{market}/progress"), &form(&told)).await.status,
        StatusCode::SEE_OTHER
    );
    let achieved = clerk.get(&format!("{board}/achieved")).await.text();
    assert!(
        achieved.contains("Xong 32/32 hộ") && achieved.contains("15/9/2024"),
        "progress is visible with its day"
    );
    assert!(
        achieved.contains("120 %") && achieved.contains("+1 hộ"),
        "rate and difference against what was registered"
    );
    assert!(achieved.contains(&format!("href=\"/targets/{target}\"")), "the figure leads to its target");
    let csv = clerk.get(&format!("{board}.csv")).await.text();
    assert!(csv.contains("Thôn Đông") && csv.contains("Dời chợ tạm"));
    for paper in ["print.docx", "print.pdf"] {
        assert_eq!(writer.get(&format!("{sheet}/{paper}")).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn titles_of_units_and_people_are_registered_and_set_against_the_aims_of_the_plan() {
    let world = world().await;
    let own = ids(&world, "Sở Nội vụ tỉnh Hà Tĩnh").await;
    let clerk = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let office = unit_below(&world, &own.unit, "Văn phòng Sở").await;
    let writer = person(&world, &office, "vanphong.so", Role::Reporter).await;
    open(&clerk, &own.movement, "01/12/2099").await;
    let sheet = begin(&writer, &own.movement).await;
    let wrong = writer.post(&format!("{sheet}/items/title"), &form(&[("title", "LDTT")])).await;
    assert!(wrong.text().contains("Danh hiệu này dành cho cá nhân"));
    let wrong =
        writer.post(&format!("{sheet}/items/title"), &form(&[("title", "TTLDTT"), ("person", "Ai đó")])).await;
    assert!(wrong.text().contains("Danh hiệu này dành cho tập thể"));
    for person in ["Trần Văn Một", "Trần Văn Hai", "Trần Văn Ba", "Trần Văn Bốn", "Trần Văn Năm"]
    {
        add_item(&writer, &sheet, "title", &[("title", "LDTT"), ("person", person)]).await;
    }
    add_item(&writer, &sheet, "title", &[("title", "CSTDCS"), ("person", "Trần Văn Một")]).await;
    add_item(&writer, &sheet, "title", &[("title", "TTLDTT")]).await;
    let twice = [("title", "CSTDCS"), ("person", "TRAN VAN MOT")];
    let twice = writer.post(&format!("{sheet}/items/title"), &form(&twice)).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "a name without marks is the same name");
    send(&world, &writer, &sheet).await;
    let text = clerk.get(&format!("/movements/{}/registrations", own.movement)).await.text();
    assert!(text.contains("Trần Văn Một (Văn phòng Sở)") && text.contains("chưa xét"));
    assert!(text.contains("Chỉ tiêu khen thưởng của kế hoạch so với đăng ký"));
    assert!(text.contains("20 %") && text.contains("trên 5 Lao động tiên tiến"), "1 of 5 against the aim of 15 %");
}

#[tokio::test]
async fn who_handed_in_does_not_approve_alone() {
    let (world, own, clerk) = luong_phong().await;
    let village = unit_below(&world, &own.unit, "Thôn Đông").await;
    open(&clerk, &own.movement, "01/12/2099").await;
    // one person with two posts: clerk of the commune, reporter of the village
    let both = person(&world, &village, "hai.viec", Role::Reporter).await;
    let accounts = world.app.store().accounts().await.expect("read");
    let account = accounts.iter().find(|one| one.login == "hai.viec").expect("there").id.clone();
    let change = world.app.store().change(world.app.system("test")).await.expect("a change");
    let grant = thidua_domain::access::Grant::always(Role::StandingOffice, Some(own.unit.clone()));
    change.grant(&account, &grant, "hai việc").await.expect("given");
    let entry = thidua_store::audit::Entry {
        unit_id: None,
        act: "account.added",
        subject: "account",
        subject_id: account,
        detail: None,
    };
    change.commit(entry).await.expect("committed");
    let sheet = begin(&both, &own.movement).await;
    add_item(&both, &sheet, "task", &[("name", "Dọn vệ sinh đường làng")]).await;
    send(&world, &both, &sheet).await;
    let alone = decide(&world, &both, &sheet, "approved", "").await;
    assert_eq!(alone.status, StatusCode::FORBIDDEN);
    assert!(alone.text().contains("Người nộp không tự duyệt một mình"));
    let bare = decide(&world, &clerk, &sheet, "returned", "").await;
    assert!(bare.text().contains("phải ghi lý do"), "giving back has a reason");
    assert_eq!(decide(&world, &clerk, &sheet, "returned", "Thiếu chỉ tiêu").await.status, StatusCode::SEE_OTHER);
    assert!(both.get("/").await.text().contains("Sửa bản đăng ký thi đua bị trả lại"));
    send(&world, &both, &sheet).await;
    assert!(clerk.get(&sheet).await.text().contains("Đã nộp lại, chờ duyệt"));
    assert_eq!(decide(&world, &clerk, &sheet, "approved", "").await.status, StatusCode::SEE_OTHER);
    let again = decide(&world, &clerk, &sheet, "approved", "").await;
    assert!(again.text().contains("từ đây chỉ chuyển được sang"), "a refused arrow says what is possible");
}

#[tokio::test]
async fn after_the_deadline_only_a_reopening_with_a_reason_takes_more_and_late_stays_late() {
    let (world, own, clerk) = luong_phong().await;
    let village = unit_below(&world, &own.unit, "Thôn Đông").await;
    let writer = person(&world, &village, "thon.dong", Role::Reporter).await;
    open(&clerk, &own.movement, "01/12/2099").await;
    let sheet = begin(&writer, &own.movement).await;
    add_item(&writer, &sheet, "task", &[("name", "Trồng hoa ven đường")]).await;
    let path = format!("/movements/{}/registrations", own.movement);
    let moved = clerk
        .post(&path, &form(&[("version", "1"), ("deadline", "01/02/2024"), ("how", "before"), ("passed", "yes")]))
        .await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    let stale = clerk
        .post(&path, &form(&[("version", "1"), ("deadline", "05/02/2024"), ("how", "by"), ("passed", "yes")]))
        .await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "the second editor is told");
    assert!(stale.text().contains("Người khác vừa ghi: 01/02/2024"));
    let seen = version(&world, &sheet).await;
    let late = writer.post(&format!("{sheet}/send"), &form(&[("version", &seen), ("to", "send")])).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        late.text().contains("trước ngày 01/02/2024") && late.text().contains("Mở lại đăng ký"),
        "{}",
        late.text()
    );
    let bare = clerk.post(&format!("{path}/reopen"), &form(&[("version", "2"), ("until", "01/12/2099")])).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "reopening has a reason");
    let reason = [("version", "2"), ("until", "01/12/2099"), ("because", "Bão số 3")];
    assert_eq!(clerk.post(&format!("{path}/reopen"), &form(&reason)).await.status, StatusCode::SEE_OTHER);
    send(&world, &writer, &sheet).await;
    let text = clerk.get(&path).await.text();
    assert!(text.contains("Bão số 3") && text.contains("due-late"), "late is visible");
}

#[tokio::test]
async fn two_people_of_a_unit_see_what_the_other_wrote_and_strangers_see_nothing() {
    let (world, own, clerk) = luong_phong().await;
    let village = unit_below(&world, &own.unit, "Thôn Đông").await;
    let other = unit_below(&world, &own.unit, "Thôn Đoài").await;
    let first = person(&world, &village, "thon.dong", Role::Reporter).await;
    let second = person(&world, &village, "thon.dong2", Role::Head).await;
    open(&clerk, &own.movement, "01/12/2099").await;
    let sheet = begin(&first, &own.movement).await;
    add_item(&first, &sheet, "task", &[("name", "Làm cổng làng")]).await;
    let id = sheet.rsplit('/').next().expect("an identifier");
    let item = world.app.store().registration_items(id).await.expect("read").remove(0).id;
    let path = format!("{sheet}/items/{item}");
    let mine = first.post(&path, &form(&[("version", "1"), ("name", "Làm cổng làng và tường rào")])).await;
    assert_eq!(mine.status, StatusCode::SEE_OTHER);
    let theirs = second.post(&path, &form(&[("version", "1"), ("name", "Làm cổng chào")])).await;
    assert_eq!(theirs.status, StatusCode::CONFLICT);
    let text = theirs.text();
    assert!(text.contains("Người khác vừa ghi: Làm cổng làng và tường rào") && text.contains("Làm cổng chào"));
    let neighbour = person(&world, &other, "thon.doai", Role::Head).await;
    assert_eq!(neighbour.get(&sheet).await.status, StatusCode::NOT_FOUND);
    let line = neighbour.get(&format!("/movements/{}/registrations", own.movement)).await.text();
    assert!(line.contains("Thôn Đoài") && !line.contains("Thôn Đông"), "a unit sees its own line");
    let far = Caller::signed_in(&world, "loku.thutruong").await;
    assert_eq!(far.get(&sheet).await.status, StatusCode::NOT_FOUND);
    assert_eq!(far.get(&format!("/movements/{}/registrations", own.movement)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_assigned_is_proposed_with_its_source_and_less_needs_a_reason() {
    let (world, own, clerk) = luong_phong().await;
    let village = unit_below(&world, &own.unit, "Thôn Đông").await;
    let target = target_named(&world, &own.plan, "Thu ngân sách").await;
    let (value, seen) = (format!("value-{village}"), format!("seen-{village}"));
    let fields = [
        ("do", "assign"),
        ("method", "sum"),
        ("document", "2200/QĐ-UBND"),
        ("dated", "26/12/2023"),
        (value.as_str(), "1000"),
        (seen.as_str(), "0"),
    ];
    let given = clerk.post(&format!("/targets/{target}/assign"), &form(&fields)).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    assert_eq!(open(&clerk, &own.movement, "01/12/2099").await.status, StatusCode::SEE_OTHER);
    let writer = person(&world, &village, "thon.dong", Role::Reporter).await;
    let sheet = begin(&writer, &own.movement).await;

    let page = writer.get(&format!("{sheet}/items/target")).await.text();
    let source = "được giao 1.000 triệu đồng theo 2200/QĐ-UBND ngày 26/12/2023";
    assert!(page.contains("Chỉ tiêu được giao, chưa đăng ký") && page.contains(source), "{page}");
    let address = format!("{sheet}/items/target?target={target}");
    assert!(page.contains(&format!("href=\"{address}\"")));
    let filled = writer.get(&address).await.text();
    assert!(filled.matches("value=\"1.000\"").count() >= 2, "given and proposed: {filled}");
    assert!(filled.contains(&format!("value=\"{target}\" selected")));

    // a lower value typed as the given one does not lower what was given
    let less = [("target", target.as_str()), ("registered", "900"), ("planned", "800")];
    let refused = writer.post(&format!("{sheet}/items/target"), &form(&less)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("cần ghi lý do"), "{}", refused.text());
    add_item(&writer, &sheet, "target", &[less[0], less[1], ("reason", "mất mùa")]).await;
    let shown = writer.get(&sheet).await.text();
    assert!(shown.contains(source) && shown.contains("mất mùa"));
    let after = writer.get(&format!("{sheet}/items/target")).await.text();
    assert!(!after.contains("chưa đăng ký"), "what is registered is proposed no more");

    // another value than the one given is said on the board and the page, and approving asks to confirm
    send(&world, &writer, &sheet).await;
    let says = "Đăng ký 900 triệu đồng, được giao 1.000 triệu đồng theo 2200/QĐ-UBND ngày 26/12/2023";
    let board = clerk.get(&format!("/movements/{}/registrations", own.movement)).await.text();
    assert!(board.contains(says), "{board}");
    assert!(clerk.get(&sheet).await.text().contains(says));
    let unseen = decide(&world, &clerk, &sheet, "approved", "").await;
    assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unseen.text().contains("Bản đăng ký có nội dung khác với chỉ tiêu được giao"), "{}", unseen.text());
    let seen = version(&world, &sheet).await;
    let confirmed = form(&[("version", &seen), ("to", "approved"), ("confirmed", "yes")]);
    let approved = clerk.post(&format!("{sheet}/decide"), &confirmed).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.text());
}
