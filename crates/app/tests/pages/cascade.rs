//! A plan reaches the units below: the board, plans derived from above, the chain, who sees what.

use crate::world::{Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::fmt::Write;
use std::sync::Arc;
use thidua_app::accounts::actions::{NewAccount, add};
use thidua_app::plans::actions::{correct, launch};
use thidua_domain::access::Role;
use thidua_domain::plans::draft::Piece;

pub const PASSWORD: &str = "con+duong+lua+chin";

/// A text as a form sends it.
pub fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() {
            all.push(char::from(byte));
        } else {
            write!(all, "%{byte:02X}").expect("written");
        }
        all
    })
}

pub fn form(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

/// Adds a unit below another through its page.
pub async fn unit_below(world: &Arc<World>, parent: &str, name: &str, head: &str) -> String {
    let admin = Caller::signed_in(world, "quan-tri").await;
    let added =
        admin.post("/units", &form(&[("parent_id", parent), ("name", name), ("kind", ""), ("head", head)])).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{name}: {}", added.text());
    let below = world.app.store().children_now(parent).await.expect("read");
    below.into_iter().find(|unit| unit.name == name).expect("the unit is below").id
}

/// Somebody with an account in a unit.
pub async fn person(world: &Arc<World>, login: &str, role: Role, unit: &str) -> Caller {
    let new = NewAccount { login: login.into(), name: login.into(), role, unit_id: Some(unit.into()) };
    let code = add(&world.app, world.app.system("kiểm thử"), new).await.expect("an account");
    let mut caller = Caller::stranger(world);
    caller.post("/set-password", &format!("login={login}&code={code}&password={PASSWORD}")).await;
    let inside = caller.post("/sign-in", &format!("login={login}&password={PASSWORD}")).await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER, "{login} signs in");
    caller.keep(&inside);
    caller
}

/// The form of a derivation with every target taken, the rest as it is proposed, and fields put in the place of others.
pub async fn derive(caller: &Caller, parent: &str, put: &[(&str, &str)]) -> crate::world::Answer {
    let page = caller.get(&format!("/plans/{parent}/derive")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let fields = derivation(&page.text(), put);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    caller.post(&format!("/plans/{parent}/derive"), &form(&fields)).await
}

/// What the form of that page sends.
pub fn derivation(page: &str, put: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for input in page.split("<input ").skip(1) {
        let tag = input.split('>').next().expect("a tag");
        let attribute = |name: &str| {
            tag.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
        };
        let left = tag.contains("type=\"checkbox\"") && !tag.contains(" checked");
        if (left && !attribute("name").starts_with("take-")) || attribute("name").is_empty() {
            continue;
        }
        let value = attribute("value").replace("&#38;", "&");
        fields.push((attribute("name").to_owned(), value));
    }
    fields.retain(|(name, _)| !put.iter().any(|(other, _)| other == name));
    fields.extend(put.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

/// The plan of an address like `/plans/ID?done=…`.
pub fn plan_of(location: &str) -> String {
    location.trim_start_matches("/plans/").split('?').next().expect("an identifier").to_owned()
}

/// Gives a derived draft what only the unit knows, and launches it on a day.
pub async fn issue(world: &World, plan: &str, number: &str, day: (i32, u32, u32)) {
    let store = world.app.store();
    let found = store.plan(plan).await.expect("read").expect("the plan is there");
    let mut draft = found.draft.clone();
    let head = &mut draft.document;
    head.number_symbol = Some(Piece::typed(number.into()));
    head.date = chrono::NaiveDate::from_ymd_opt(day.0, day.1, day.2).map(Piece::typed);
    head.place = Some(Piece::typed("Lương Phong".into()));
    head.signer_title = Some(Piece::typed("TRƯỞNG THÔN".into()));
    head.signer_name = Some(Piece::typed("Nguyễn Văn A".into()));
    let author = || world.app.system("kiểm thử");
    correct(&world.app, author(), &found, &draft, found.version, "bổ sung".into()).await.expect("corrected");
    let found = store.plan(plan).await.expect("read").expect("the plan is there");
    launch(&world.app, author(), &found, found.version).await.expect("launched");
}

async fn luong_phong(world: &World) -> Ids {
    ids(world, "Ủy ban nhân dân xã Lương Phong").await
}

async fn set_day(office: &Caller, movement: &str, day: &str, version: &str) -> crate::world::Answer {
    let fields = [("launch_by", day), ("version", version), ("kind-village", "yes"), ("kind-school", "yes")];
    office.post(&format!("/movements/{movement}/cascade"), &form(&fields)).await
}

/// LP7: every unit and thôn issues its plan; late list. A4, B13: heads and the launch-by day. D1: the board.
#[tokio::test]
async fn every_village_and_school_issues_its_plan_and_the_late_ones_are_listed() {
    let world = world().await;
    let own = luong_phong(&world).await;
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let board = format!("/movements/{}/cascade", own.movement);
    assert!(office.get(&board).await.text().contains("Chưa có đơn vị cấp dưới"), "an empty board says what to do");
    let van = unit_below(&world, &own.unit, "Thôn Khánh Vân", "Ông Trần Văn Bình").await;
    let son = unit_below(&world, &own.unit, "Thôn Sơn Quả", "Bà Ngô Thị Hoa").await;
    unit_below(&world, &own.unit, "Trường Mầm non Lương Phong", "Bà Lê Thị Mai").await;
    unit_below(&world, &own.unit, "Hội Liên hiệp Phụ nữ xã", "Bà Đỗ Thị Lan").await;

    let early = set_day(&office, &own.movement, "01/01/2024", "0").await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("trước ngày ban hành kế hoạch của mình"), "the refusal says which rule");
    assert_eq!(set_day(&office, &own.movement, "20/03/2024", "0").await.status, StatusCode::SEE_OTHER);
    let second = set_day(&office, &own.movement, "31/03/2024", "0").await;
    assert_eq!(second.status, StatusCode::CONFLICT, "the second editor is told");
    assert!(second.text().contains("20/3/2024") && second.text().contains("31/03/2024"), "and sees both days");

    let clerk = person(&world, "khanhvan", Role::StandingOffice, &van).await;
    let other = person(&world, "sonqua", Role::StandingOffice, &son).await;
    let made = derive(&clerk, &own.plan, &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let page = office.get(&board).await.text();
    assert!(page.contains("Còn dự thảo, quá hạn"), "a draft is no plan yet");
    issue(&world, &plan_of(&made.location), "01/KH-TKV", (2024, 3, 12)).await;
    let late = derive(&other, &own.plan, &[]).await;
    issue(&world, &plan_of(&late.location), "01/KH-TSQ", (2024, 4, 2)).await;

    let page = office.get(&board).await.text();
    assert!(page.contains("01/KH-TKV") && page.contains("12/3/2024") && page.contains("Ông Trần Văn Bình"));
    assert!(page.contains("Ban hành muộn 9 ngày làm việc"), "2 April is nine working days after 20 March");
    let swap = form(&[("year", "2024"), ("document", "Thông báo 3/TB-UBND"), ("swaps", "29/3/2024 | 06/4/2024")]);
    let entered = office.post("/calendar/years", &swap).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
    let counted = office.get(&board).await.text();
    assert!(counted.contains("Ban hành muộn 8 ngày làm việc"), "the day off that the authority entered counts");
    assert!(page.contains("Chưa có, quá hạn"), "the school has none");
    assert!(page.contains("Không phải lập riêng"), "the union is no kind that needs one");
    assert!(page.contains(">2</a><small>/3</small>") && page.contains("66,67 %"), "participation is counted");
    let first = office.get("/").await.text();
    assert!(first.contains("1 đơn vị quá hạn chưa ban hành kế hoạch"), "the office is told whom to chase: {first}");
    assert!(
        first.contains(&format!("href=\"{board}?show=late\"")) && first.contains("4 đơn vị chưa ghi quán triệt")
    );
    let all =
        page.split("id=\"urge-all\"").nth(1).and_then(|rest| rest.split("</pre>").next()).expect("a sentence");
    assert!(all.contains("Trường Mầm non Lương Phong (Bà Lê Thị Mai)") && all.contains("hạn 20/3/2024"), "{all}");
    assert!(!all.contains("Khánh Vân"), "who has issued is not urged");
    let by_head = office.get(&format!("{board}?head=hoa")).await.text();
    assert!(
        by_head.contains("Thôn Sơn Quả") && !by_head.contains("Thôn Khánh Vân"),
        "found by the head, without marks"
    );
    let missing = office.get(&format!("{board}?show=missing")).await.text();
    assert!(missing.contains("<a href=\"/units/") && !missing.contains("01/KH-TKV"));
}

/// D1, D2: the derived draft has the theme with its source, lines for every piece, and reasons for what differs.
#[tokio::test]
async fn a_village_makes_its_plan_from_the_plan_above_and_says_why_it_differs() {
    let world = world().await;
    let own = luong_phong(&world).await;
    let van = unit_below(&world, &own.unit, "Thôn Khánh Vân", "Ông Trần Văn Bình").await;
    let clerk = person(&world, "khanhvan", Role::StandingOffice, &van).await;
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let list = clerk.get("/plans").await.text();
    assert!(list.contains(&format!("/plans/{}/derive", own.plan)), "the plan from above is offered");
    assert_eq!(clerk.get(&format!("/plans/{}", own.plan)).await.status, StatusCode::OK, "and can be read");
    assert_eq!(
        clerk.get(&format!("/movements/{}", own.movement)).await.status,
        StatusCode::NOT_FOUND,
        "its movement and figures are not theirs"
    );

    let targets = world.app.store().targets(&own.plan).await.expect("read");
    let changed = targets
        .iter()
        .find(|one| one.draft.unit.as_deref() == Some("%") && one.draft.value.is_some())
        .expect("a percentage");
    // nothing was given yet: nothing is ticked, the totals of the commune are not proposed, its rates are
    let page = clerk.get(&format!("/plans/{}/derive", own.plan)).await.text();
    let input = |name: &str| {
        let found = page.split("<input ").find(|tag| tag.contains(&format!("name=\"{name}\"")));
        found.and_then(|tag| tag.split('>').next()).unwrap_or_else(|| panic!("{name} is on the page"))
    };
    let total = targets.iter().find(|one| one.draft.name.contains("Thu ngân sách")).expect("a total");
    for target in targets.iter().filter(|one| one.draft.comparator.is_some()) {
        assert!(!input(&format!("take-{}", target.draft.id)).contains("checked"), "{}", target.draft.name);
    }
    assert!(input(&format!("value-{}", total.draft.id)).contains("value=\"\""), "a total is nobody's own");
    assert!(!input(&format!("value-{}", changed.draft.id)).contains("value=\"\""), "a rate is a bar for each");
    let negative = derive(&clerk, &own.plan, &[(&format!("value-{}", changed.draft.id), "-5")]).await;
    assert_eq!(negative.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(negative.text().contains("Giá trị không thể âm."));

    let (field, why) = (format!("value-{}", changed.draft.id), format!("reason-{}", changed.draft.id));
    let refused = derive(&clerk, &own.plan, &[(&field, "71")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("Khác giá trị cấp trên: ghi lý do ở đơn vị.") && text.contains("value=\"71\""));
    let made = derive(&clerk, &own.plan, &[(&field, "71"), (&why, "thôn vùng trũng")]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let id = plan_of(&made.location);
    let again = derive(&clerk, &own.plan, &[(&field, "71"), (&why, "thôn vùng trũng")]).await;
    assert_eq!(plan_of(&again.location), id, "sent twice it is one draft");

    let plan = world.app.store().plan(&id).await.expect("read").expect("there");
    let draft = &plan.draft;
    let waiting = draft.targets.iter().find(|one| one.name == total.draft.name).expect("taken");
    let basis = waiting.basis.as_deref().unwrap_or_default();
    assert!(waiting.value.is_none() && basis.starts_with("assigned"), "a total waits to be given");
    assert!(draft.document.theme.is_none() && draft.document.inherited_theme.is_some());
    let source = draft.document.inherited_theme_source.as_deref().unwrap_or_default();
    assert!(
        source.starts_with("Kế hoạch số 50/KH-UBND ngày") && source.ends_with("của Ủy ban nhân dân xã Lương Phong")
    );
    let parents: Vec<_> = draft.legal_bases.iter().filter(|basis| basis.parent_plan).collect();
    assert_eq!(parents.len(), 1);
    assert_eq!(parents[0].number_symbol.as_deref(), Some("50/KH-UBND"));
    let line = |number: u32| plan.source[usize::try_from(number).expect("small") - 1].as_str();
    assert!(line(parents[0].lines.first).contains("50/KH-UBND"), "the basis stands in its line");
    for target in &draft.targets {
        assert!(line(target.lines.first).contains(&target.name), "{} stands in its line", target.name);
    }
    for wave in &draft.waves {
        assert!(line(wave.lines.first).contains(&wave.name));
    }
    assert!(!draft.obligations.is_empty(), "duties that speak to villages come along");
    assert!(draft.obligations.iter().all(|one| line(one.lines.first).contains(&one.actor)));

    // what is changed in the draft afterwards needs a reason before the launch
    let mut mended = draft.clone();
    let other = mended
        .targets
        .iter_mut()
        .find(|one| one.value.is_some() && one.id != changed.draft.id)
        .expect("another value");
    other.value = thidua_domain::basics::Amount::from_plain("1").ok();
    let (code, name) = (other.id.clone(), other.name.clone());
    let author = world.app.system("kiểm thử");
    correct(&world.app, author, &plan, &mended, plan.version, "sửa".into()).await.expect("corrected");
    let mapping = clerk.get(&format!("/plans/{id}/mapping")).await.text();
    assert!(mapping.contains("khác giá trị, chưa ghi lý do") && mapping.contains("thôn vùng trũng"));
    let head = person(&world, "truongthon", Role::Head, &van).await;
    let stopped = head.post(&format!("/plans/{id}/launch"), "version=2").await;
    assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        stopped.text().contains("chưa ghi lý do") && stopped.text().contains(&name),
        "the refusal names the target"
    );

    let version = |page: &str| {
        let at = page.split("name=\"version\" value=\"").nth(1).expect("a version");
        at.split('"').next().expect("its end").to_owned()
    };
    let links = world.app.store().target_links(&id).await.expect("read");
    let store = world.app.store();
    let above = store.targets(&own.plan).await.expect("read");
    let mut fields: Vec<(String, String)> = vec![("version".into(), version(&mapping))];
    for link in &links {
        let to = above.iter().find(|one| one.id == link.parent_target_id).expect("there");
        fields.push((format!("to-{}", link.code), to.draft.id.clone()));
        let reason = if link.code == code { "ít hộ" } else { link.reason.as_deref().unwrap_or_default() };
        fields.push((format!("reason-{}", link.code), reason.into()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let path = format!("/plans/{id}/mapping");
    assert_eq!(clerk.post(&path, &form(&fields)).await.status, StatusCode::SEE_OTHER);
    let overtaken = clerk.post(&path, &form(&fields)).await;
    assert_eq!(overtaken.status, StatusCode::CONFLICT, "the second of two editors is told");

    // the level above sees mapping and reasons, and can change neither them nor the plan
    let seen = office.get(&path).await.text();
    assert!(seen.contains("thôn vùng trũng") && seen.contains("ít hộ") && !seen.contains("name=\"reason-"));
    assert_eq!(office.post(&path, &form(&fields)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.get(&format!("/plans/{id}/targets/{code}")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.post(&format!("/plans/{id}/discard"), "").await.status, StatusCode::FORBIDDEN);
    // and the child cannot touch the plan above
    assert_eq!(clerk.get(&format!("/plans/{}/targets/{code}", own.plan)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(clerk.post(&format!("/plans/{}/parent", own.plan), "").await.status, StatusCode::FORBIDDEN);

    let before = office.get(&format!("/movements/{}/reconcile", own.movement)).await.text();
    assert!(!before.contains("chưa được giao"), "a draft binds nobody: {before}");
    let detail = office.get(&format!("/movements/{}/reconcile?target={}", own.movement, changed.id)).await.text();
    assert!(detail.contains("dự thảo, chưa tính") && detail.contains("thôn vùng trũng"));
    let giving = office.get(&format!("/targets/{}/assign", changed.id)).await.text();
    assert!(giving.contains("dự thảo, chưa tính"), "{giving}");

    issue(&world, &id, "01/KH-TKV", (2024, 3, 12)).await;
    let giving = office.get(&format!("/targets/{}/assign", changed.id)).await.text();
    assert!(!giving.contains("dự thảo, chưa tính"));
    let reconciled = office.get(&format!("/movements/{}/reconcile", own.movement)).await.text();
    assert!(reconciled.contains("1 đơn vị đưa vào kế hoạch, chưa được giao"));
    let detail = office.get(&format!("/movements/{}/reconcile?target={}", own.movement, changed.id)).await.text();
    assert!(
        detail.contains("thôn vùng trũng") && detail.contains(&format!("/plans/{id}#L")),
        "each row leads to its source"
    );
}

/// D5, C5: the chain from the Prime Minister down to the units, what is not in the system by its name.
#[tokio::test]
async fn the_chain_of_ly_son_is_on_one_screen_from_the_prime_minister_to_its_agencies() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân huyện Lý Sơn").await;
    let office = Caller::signed_in(&world, "lyson.thuongtruc").await;
    let page = office.get(&format!("/plans/{}/chain", own.plan)).await.text();
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is in the chain"));
    assert!(at("19/CT-TTg") < at("14/CT-UBND") && at("14/CT-UBND") < at("08/KH-UBND"));
    assert!(page[at("08/KH-UBND")..].contains("được nêu trong 34/KH-UBND"));

    let agency = unit_below(&world, &own.unit, "Phòng Văn hóa và Thông tin", "Ông Phạm Văn Hải").await;
    let village = unit_below(&world, &agency, "Tổ dân phố số 1", "").await;
    let clerk = person(&world, "vhtt", Role::StandingOffice, &agency).await;
    let made = derive(&clerk, &own.plan, &[]).await;
    let middle = plan_of(&made.location);
    issue(&world, &middle, "02/KH-VHTT", (2022, 3, 1)).await;
    let deep = person(&world, "todanpho", Role::StandingOffice, &village).await;
    let lowest = derive(&deep, &middle, &[]).await;
    assert_eq!(lowest.status, StatusCode::SEE_OTHER, "{}", lowest.text());
    let lowest = plan_of(&lowest.location);

    let page = office.get(&format!("/plans/{}/chain", own.plan)).await.text();
    assert!(page.contains("02/KH-VHTT") && page.contains("class=\"deep-2\"") && page.contains("Tổ dân phố số 1"));
    let page = deep.get(&format!("/plans/{lowest}/chain")).await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.text();
    for step in ["19/CT-TTg", "08/KH-UBND", "34/KH-UBND", "02/KH-VHTT"] {
        assert!(page.contains(step), "{step} is seen from the bottom");
    }

    // a chain never closes
    let circle = format!("seen=&parent={lowest}");
    let refused = office.post(&format!("/plans/{}/parent", own.plan), &circle).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "a draft is no plan above");
    let refused = office.post(&format!("/plans/{}/parent", own.plan), &format!("seen=&parent={middle}")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("chuỗi sẽ khép vòng"));

    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    for path in ["chain", "derive", "mapping", ""] {
        let path = format!("/plans/{middle}/{path}");
        assert_eq!(stranger.get(path.trim_end_matches('/')).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// C5: an uploaded plan is put under the plan it cites, proposed by number and symbol, confirmed by a person.
#[tokio::test]
async fn an_uploaded_plan_is_linked_to_the_plan_above_that_it_cites() {
    let world = world().await;
    let own = luong_phong(&world).await;
    let van = unit_below(&world, &own.unit, "Thôn Khánh Vân", "").await;
    let clerk = person(&world, "khanhvan", Role::StandingOffice, &van).await;
    let text = "XÃ LƯƠNG PHONG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÔN KHÁNH VÂN Độc lập - Tự do - Hạnh phúc\n\
        Số: 02/KH-TKV Khánh Vân, ngày 12 tháng 3 năm 2024\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2024\n\n\
        Thực hiện Kế hoạch số 50/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân xã Lương Phong về phát động phong trào thi đua năm 2024; \
        Thôn ban hành Kế hoạch với chủ đề “Đoàn kết, sáng tạo” như sau:\n\nI. CHỈ TIÊU THI ĐUA\n\n- Tỷ lệ hộ dân tham gia BHYT: 97 %.\n\n\
        II. TỔ CHỨC THỰC HIỆN\n\n1. Ban công tác Mặt trận thôn phối hợp thực hiện.\n\nNơi nhận:\n- UBND xã;\n- Lưu.\n\nTRƯỞNG THÔN\n\nNguyễn Văn A\n";
    let sent = clerk.post_parts("/plans", &[("text", None, text.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let id = plan_of(&sent.location);
    let page = clerk.get(&format!("/plans/{id}/chain")).await.text();
    assert!(page.contains("50/KH-UBND") && page.contains("được dẫn là kế hoạch cấp trên"), "{page}");
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let board = office.get(&format!("/movements/{}/cascade", own.movement)).await.text();
    assert!(board.contains("Có kế hoạch cùng năm chưa nối"));
    let path = format!("/plans/{id}/parent");
    let linked = clerk.post(&path, &format!("seen=&parent={}", own.plan)).await;
    assert_eq!(linked.location, format!("/plans/{id}/chain?done=plan-linked"));
    let stale = clerk.post(&path, &format!("seen=&parent={}", own.plan)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "who saw no plan above changes none");
    assert!(clerk.get(&format!("/plans/{id}/mapping")).await.text().contains("50/KH-UBND"));
    let target = target_named(&world, &id, "BHYT").await;
    assert_eq!(clerk.get(&format!("/targets/{target}")).await.status, StatusCode::OK);
    let elsewhere = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let refused = clerk.post(&path, &format!("seen={}&parent={}", own.plan, elsewhere.plan)).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "a plan of another branch is no plan above");
}

/// LS7, BS6: agencies, communes and enterprises of a district; the board of the missing ones, heads answerable.
#[tokio::test]
async fn a_district_sees_which_agencies_communes_and_enterprises_have_no_plan() {
    let world = world().await;
    for (issuer, login, names) in [
        (
            "Ủy ban nhân dân huyện Lý Sơn",
            "lyson.thuongtruc",
            [
                "Phòng Kinh tế và Hạ tầng",
                "Trung tâm Truyền thông - Văn hóa - Thể thao",
                "Ủy ban Mặt trận Tổ quốc Việt Nam huyện",
            ],
        ),
        (
            "Ủy ban nhân dân huyện Bình Sơn",
            "binhson.thuongtruc",
            ["Phòng Nội vụ", "Ủy ban nhân dân xã Bình Thạnh", "Công ty TNHH Dung Quất"],
        ),
    ] {
        let own = ids(&world, issuer).await;
        for (at, name) in names.iter().enumerate() {
            unit_below(&world, &own.unit, name, &format!("Người đứng đầu số {at}")).await;
        }
        let office = Caller::signed_in(&world, login).await;
        let board = format!("/movements/{}/cascade", own.movement);
        let page = office.get(&board).await.text();
        for (at, name) in names.iter().enumerate() {
            assert!(page.contains(name) && page.contains(&format!("Người đứng đầu số {at}")), "{issuer}: {name}");
        }
        assert!(page.contains("<a href=\"?show=issued\">0</a><small>/3</small>"), "{issuer}");
        assert!(page.contains("Chưa có kế hoạch"), "without a day nobody is late");
        let set = office.post(&board, "launch_by=30%2F4%2F2025&version=0").await;
        assert_eq!(set.status, StatusCode::SEE_OTHER);
        let page = office.get(&format!("{board}?show=late")).await.text();
        assert!(page.contains("Chưa có, quá hạn") && page.contains("hạn 30/4/2025"));
        if issuer.contains("Lý Sơn") {
            assert!(page.contains("Trân trọng đề nghị Ủy ban Mặt trận Tổ quốc"), "partners are asked");
        }
        let viewer = Caller::signed_in(&world, &login.replace("thuongtruc", "xem")).await;
        assert_eq!(viewer.get(&board).await.status, StatusCode::OK);
        assert_eq!(viewer.post(&board, "launch_by=&version=1").await.status, StatusCode::FORBIDDEN);
        let other = Caller::signed_in(&world, "loku.thuongtruc").await;
        assert_eq!(other.get(&board).await.status, StatusCode::NOT_FOUND, "another branch sees nothing");
        assert_eq!(other.post(&board, "launch_by=&version=1").await.status, StatusCode::NOT_FOUND);
    }
}

/// A province with two hundred units below: the board stays small, and every unit is found.
#[tokio::test]
async fn the_board_of_two_hundred_units_is_turned_page_by_page() {
    let world = world().await;
    let own = luong_phong(&world).await;
    let store = world.app.store();
    let change = store.change(world.app.system("kiểm thử")).await.expect("a change");
    let units: Vec<thidua_domain::units::Unit> = (1..=200)
        .map(|at| thidua_domain::units::Unit {
            id: change.new_id(),
            name: format!("Tổ dân phố số {at}"),
            kind: thidua_domain::units::UnitKind::Village,
            level: thidua_domain::plans::draft::IssuerLevel::Other,
            head: Some(format!("Ông Trần Văn {at}")),
            parent_id: Some(own.unit.clone()),
            parent_name: None,
            valid_from: None,
            valid_to: None,
        })
        .collect();
    change.add_units(&units).await.expect("units");
    let entry = thidua_store::audit::Entry {
        unit_id: None,
        act: "unit.added",
        subject: "unit",
        subject_id: own.unit.clone(),
        detail: None,
    };
    change.commit(entry).await.expect("committed");
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let board = format!("/movements/{}/cascade", own.movement);
    let mut found = 0;
    for page in 1..=3 {
        let answer = office.get(&format!("{board}?page={page}")).await;
        assert!(answer.body.len() < 150_000, "page {page} has {} bytes", answer.body.len());
        found += answer.text().matches("<th scope=\"row\">").count();
        assert!(answer.text().contains("<small>/200</small>"), "the counts are those of all");
    }
    assert_eq!(found, 200);
    let one = office.get(&format!("{board}?head=tran+van+177")).await.text();
    assert!(one.contains("Tổ dân phố số 177") && one.matches("<th scope=\"row\">").count() == 1);
}
