//! Targets are given to the units below, change with a reason, and arrive by themselves.

use crate::cascade::{derive, form, issue, person, plan_of, unit_below};
use crate::world::{Caller, ids, target_named, world};
use axum::http::StatusCode;
use thidua_domain::access::Role;
use thidua_domain::plans::draft::Piece;

const SOURCE: [(&str, &str); 2] = [("document", "2200/QĐ-UBND"), ("dated", "26/12/2023")];

/// D3, D4: a grid of units and values; versions, reasons, documents; the second of two editors; partners apart.
#[tokio::test]
async fn a_target_is_given_to_villages_changed_with_a_reason_and_taken_back() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let van = unit_below(&world, &own.unit, "Thôn Khánh Vân", "").await;
    let son = unit_below(&world, &own.unit, "Thôn Sơn Quả", "").await;
    let women = unit_below(&world, &own.unit, "Hội Liên hiệp Phụ nữ xã", "").await;
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let target = target_named(&world, &own.plan, "Thu ngân sách").await;
    let path = format!("/targets/{target}/assign");
    let fields = |what: &'static str, first: &'static str, second: &'static str, seen: [&'static str; 2]| {
        let names = [format!("value-{van}"), format!("value-{son}"), format!("seen-{van}"), format!("seen-{son}")];
        let values = [first, second, seen[0], seen[1]];
        let mut all: Vec<(String, String)> = vec![("do".into(), what.into()), ("method".into(), "sum".into())];
        all.extend(names.into_iter().zip(values.map(str::to_owned)));
        all
    };
    let send = async |caller: &Caller, all: &[(String, String)], more: &[(&str, &str)]| {
        let mut pairs: Vec<(&str, &str)> =
            all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        pairs.extend(more);
        caller.post(&path, &form(&pairs)).await
    };

    let page = office.get(&path).await.text();
    assert!(page.contains("Đơn vị trực thuộc: giao") && page.contains("Cơ quan phối hợp: đề nghị"));
    assert!(page.contains("chưa được giao"));
    // counting and dividing write nothing
    let counted = send(&office, &fields("check", "1000", "", ["0", "0"]), &[]).await.text();
    assert!(
        counted.contains("<dd>1.000 triệu đồng</dd>") && counted.contains("<dd>768 triệu đồng</dd>"),
        "{counted}"
    );
    assert!(counted.contains("Thiếu 768 triệu đồng"));
    let divided = send(&office, &fields("divide", "", "", ["0", "0"]), &[]).await.text();
    assert_eq!(divided.matches("value=\"884\"").count(), 2, "1.768 in two equal parts");
    assert!(divided.contains("<dd>0 triệu đồng</dd>"));
    assert!(world.app.store().assignments(&own.plan).await.expect("read").is_empty());

    let bad = send(&office, &fields("assign", "một ngàn", "768", ["0", "0"]), &SOURCE).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text().contains("Không phải là số") && bad.text().contains("một ngàn"));
    let below_zero = send(&office, &fields("assign", "-5", "768", ["0", "0"]), &SOURCE).await;
    assert_eq!(below_zero.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(below_zero.text().contains("Giá trị không thể âm.") && below_zero.text().contains("value=\"-5\""));
    let bare = send(&office, &fields("assign", "1000", "768", ["0", "0"]), &[]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text().contains("phải có văn bản"), "the refusal says what is needed");
    let given = send(&office, &fields("assign", "1000", "768", ["0", "0"]), &SOURCE).await;
    assert_eq!(given.location, format!("{path}?done=assigned"), "{}", given.text());
    let page = office.get(&path).await.text();
    assert!(
        page.contains("2200/QĐ-UBND, 26/12/2023") && page.contains("status st-met"),
        "the parts make the whole"
    );

    let silent = send(&office, &fields("assign", "900", "768", ["1", "1"]), &SOURCE).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text().contains("Ghi lý do"), "no change is silent");
    let emptied = send(&office, &fields("assign", "", "768", ["1", "1"]), &SOURCE).await;
    assert!(emptied.text().contains("để trống không phải là thu hồi"));
    let why = format!("reason-{van}");
    let changed =
        send(&office, &fields("assign", "900", "768", ["1", "1"]), &[SOURCE[0], SOURCE[1], (&why, "mất mùa")])
            .await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    let stale =
        send(&office, &fields("assign", "950", "768", ["1", "1"]), &[SOURCE[0], SOURCE[1], (&why, "khác")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "the second editor is told");
    assert!(
        stale.text().contains("Người khác vừa ghi: 900") && stale.text().contains("value=\"950\""),
        "and sees both"
    );
    let take = format!("withdraw-{son}");
    let reason = format!("reason-{son}");
    let back = send(
        &office,
        &fields("assign", "900", "768", ["2", "1"]),
        &[SOURCE[0], SOURCE[1], (&take, "yes"), (&reason, "thôn sáp nhập")],
    )
    .await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
    let page = office.get(&path).await.text();
    assert!(
        page.contains("Đã thu hồi") && page.contains("thôn sáp nhập") && page.contains("mất mùa"),
        "every version stays"
    );
    assert!(page.contains("Thiếu 868 triệu đồng"));

    // partners are asked and stand apart; they do not count towards the whole
    let (value, seen) = (format!("value-{women}"), format!("seen-{women}"));
    let asked = send(
        &office,
        &fields("assign", "900", "", ["2", "2"]),
        &[SOURCE[0], SOURCE[1], (&value, "50"), (&seen, "0")],
    )
    .await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let page = office.get(&path).await.text();
    assert!(page.contains("Đã đề nghị") && page.contains("Thiếu 868 triệu đồng"));
    let audit = office.get("/audit").await.text();
    assert!(audit.contains("giao chỉ tiêu") && audit.contains("mất mùa"));

    let reconciled = office.get(&format!("/movements/{}/reconcile?target={target}", own.movement)).await.text();
    assert!(
        reconciled.contains("Giao thiếu 868 triệu đồng") && reconciled.contains("2 đơn vị có thay đổi trong năm")
    );
    assert!(reconciled.contains("(lần 2)"), "the history of the year is one click away");
    let list = office.get(&format!("/movements/{}/assign", own.movement)).await.text();
    assert!(list.contains("Thiếu 868 triệu đồng") && list.contains("chưa được giao"));

    // nobody else gives targets: not the head's reporter, not the village, not another branch
    for (caller, expected) in [
        (Caller::signed_in(&world, "luongphong.baocao").await, StatusCode::FORBIDDEN),
        (person(&world, "khanhvan", Role::StandingOffice, &van).await, StatusCode::NOT_FOUND),
        (Caller::signed_in(&world, "binhson.thuongtruc").await, StatusCode::NOT_FOUND),
    ] {
        let tried = send(&caller, &fields("assign", "1", "1", ["2", "2"]), &SOURCE).await;
        assert_eq!(tried.status, expected);
    }
}

/// E8, D3: "chỉ tiêu cấp trên giao" is not assigned until it arrives, then resolves, and goes again when taken back.
#[tokio::test]
async fn the_assigned_target_of_a_village_arrives_by_itself() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let van = unit_below(&world, &own.unit, "Thôn Khánh Vân", "").await;
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let clerk = person(&world, "khanhvan", Role::StandingOffice, &van).await;
    let made = derive(&clerk, &own.plan, &[]).await;
    let id = plan_of(&made.location);
    // the village writes "the assigned value" in the place of a number
    let store = world.app.store();
    let plan = store.plan(&id).await.expect("read").expect("there");
    let mut draft = plan.draft.clone();
    draft.document.theme = Some(Piece::typed("Đoàn kết".into()));
    let one = draft.targets.iter_mut().find(|one| one.name.contains("Thu ngân sách")).expect("there");
    one.value = None;
    one.basis = Some("assigned".into());
    let author = world.app.system("kiểm thử");
    thidua_app::plans::actions::correct(&world.app, author, &plan, &draft, plan.version, "sửa".into())
        .await
        .expect("corrected");
    issue(&world, &id, "01/KH-TKV", (2024, 3, 12)).await;
    let movement = store.plan_line(&id).await.expect("read").expect("there").movement_id.expect("launched");
    let below = target_named(&world, &id, "Thu ngân sách").await;
    let thread = async || clerk.get(&format!("/targets/{below}?period=H1")).await.text();
    assert!(thread().await.contains("chưa được giao") && thread().await.contains("tự hiện khi văn bản giao đến"));
    let table = async || clerk.get(&format!("/movements/{movement}/targets?period=H1")).await.text();
    let waiting = table().await.matches("fig fig-not-assigned").count();
    assert!(waiting > 0, "it waits to be given");

    let above = target_named(&world, &own.plan, "Thu ngân sách").await;
    let (value, seen, reason, back) =
        (format!("value-{van}"), format!("seen-{van}"), format!("reason-{van}"), format!("withdraw-{van}"));
    let give = async |fields: &[(&str, &str)]| {
        let all = [&SOURCE[..], &[("do", "assign"), ("method", "sum")], fields].concat();
        let answer = office.post(&format!("/targets/{above}/assign"), &form(&all)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    };
    give(&[(&value, "400"), (&seen, "0")]).await;
    let page = clerk.get(&format!("/plans/{}/derive", own.plan)).await.text();
    let ticked = page.split("<input ").filter(|tag| tag.contains("name=\"take-"));
    let ticked = ticked.filter(|tag| tag.split('>').next().is_some_and(|tag| tag.contains(" checked"))).count();
    assert!(ticked == 1 && page.contains("value=\"400\""), "what was given, and only that, is ticked: {ticked}");
    let text = thread().await;
    assert!(text.contains("Được cấp trên giao") && text.contains("400") && text.contains("2200/QĐ-UBND"), "{text}");
    assert!(text.contains(&format!("/plans/{}#L", own.plan)), "the line of the plan above is one click away");
    let left = table().await.matches("fig fig-not-assigned").count();
    assert_eq!(left, waiting - 1, "it resolved by itself; the other totals still wait");

    // D6: assigned, striving, actual
    let striving = format!("/movements/{movement}/striving");
    let (strive, version) = (format!("value-{below}"), format!("seen-{below}"));
    let wrong = clerk.post(&striving, &form(&[(&strive, "nhiều"), (&version, "0")])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let set = clerk.post(&striving, &form(&[(&strive, "450"), (&version, "0")])).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);
    let stale = clerk.post(&striving, &form(&[(&strive, "460"), (&version, "0")])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("Người khác vừa ghi: 450"));
    // in the middle of the year nothing is completed: this page and those of the movement say the same
    let half = [("period", "H1"), ("seen", "0"), ("value", "420"), ("dated", "30/6/2024"), ("source", "Sổ")];
    let half: Vec<(&str, Option<&str>, &[u8])> =
        half.iter().map(|(name, value)| (*name, None, value.as_bytes())).collect();
    let entered = clerk.post_parts(&format!("/targets/{below}/figures"), &half).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
    let row_of = |page: String| {
        let at = page.find(&format!("\"/targets/{below}")).expect("its link");
        let from = page[..at].rfind("<tr").expect("its row");
        page[from..].split("</tr>").next().unwrap_or_default().to_owned()
    };
    let class =
        |row: &str| row.split('"').nth(1).and_then(|all| all.split(' ').next()).unwrap_or_default().to_owned();
    let here = row_of(clerk.get(&striving).await.text());
    let there = row_of(clerk.get(&format!("/movements/{movement}/targets?period=H1")).await.text());
    assert_eq!(class(&here), class(&there), "{here} {there}");
    assert!(class(&here).starts_with("st-") && !here.contains("Hoàn thành"), "{here}");
    for (actual, seen, says) in [
        ("390", "0", "Chưa hoàn thành"),
        ("400", "1", "Hoàn thành<"),
        ("420", "2", "Hoàn thành vượt mức"),
        ("450", "3", "Đạt mức phấn đấu"),
    ] {
        let parts = [
            ("period", "Y"),
            ("seen", seen),
            ("value", actual),
            ("dated", "31/12/2024"),
            ("source", "Sổ"),
            ("reason", "cập nhật"),
        ];
        let parts: Vec<(&str, Option<&str>, &[u8])> =
            parts.iter().map(|(name, value)| (*name, None, value.as_bytes())).collect();
        let entered = clerk.post_parts(&format!("/targets/{below}/figures"), &parts).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
        let page = clerk.get(&striving).await.text();
        assert!(page.contains(says), "{actual} of 400, striving for 450: {says}");
    }

    // what the village reported goes up along the link, and its head stands on the board with it
    let above_page = office.get(&format!("/movements/{}/reconcile?target={above}", own.movement)).await.text();
    assert!(above_page.contains("450 (Cả năm (quý IV))") && above_page.contains("<strong>450 triệu đồng</strong>"));
    let board = office.get(&format!("/movements/{}/cascade", own.movement)).await.text();
    assert!(board.contains(&format!("/movements/{movement}/targets")) && board.contains("chỉ tiêu đạt"));

    give(&[(&value, "380"), (&seen, "1"), (&reason, "mất mùa")]).await;
    assert!(
        thread().await.contains("380")
            && thread().await.contains("Đã giao lại")
            && thread().await.contains("mất mùa")
    );
    give(&[(&value, "380"), (&seen, "2"), (&reason, "nhầm thôn"), (&back, "yes")]).await;
    let plan = store.targets(&id).await.expect("read");
    let target = plan.iter().find(|one| one.id == below).expect("there");
    assert_eq!((target.assigned, target.bound()), (None, None), "what was taken back no longer holds");
    assert!(thread().await.contains("Đã thu hồi"));
}

/// A reform in the middle of the year: what a unit was given does not vanish with it.
#[tokio::test]
async fn what_a_unit_was_given_counts_until_it_is_taken_back_even_when_the_unit_goes() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let van = unit_below(&world, &own.unit, "Thôn Khánh Vân", "").await;
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let target = target_named(&world, &own.plan, "Thu ngân sách").await;
    let path = format!("/targets/{target}/assign");
    let (value, seen) = (format!("value-{van}"), format!("seen-{van}"));
    let all = [&SOURCE[..], &[("do", "assign"), ("method", "sum"), (&value, "1768"), (&seen, "0")]].concat();
    assert_eq!(office.post(&path, &form(&all)).await.status, StatusCode::SEE_OTHER);

    let store = world.app.store();
    let mut unit = store.unit(&van).await.expect("read").expect("there");
    unit.parent_id = None;
    let version = store.unit_version(&van).await.expect("read");
    let change = store.change(world.app.system("kiểm thử")).await.expect("a change");
    change.correct_unit(&unit, version).await.expect("moved");
    let entry = thidua_store::audit::Entry {
        unit_id: None,
        act: "unit.corrected",
        subject: "unit",
        subject_id: van.clone(),
        detail: None,
    };
    change.commit(entry).await.expect("committed");

    let page = office.get(&path).await.text();
    assert!(page.contains("không còn trực thuộc") && page.contains("<dd>1.768 triệu đồng</dd>"), "{page}");
    let reconciled = office.get(&format!("/movements/{}/reconcile", own.movement)).await.text();
    assert!(reconciled.contains("1 đơn vị được giao, kế hoạch không có"));
    let (why, back) = (format!("reason-{van}"), format!("withdraw-{van}"));
    let all =
        [&SOURCE[..], &[("do", "assign"), (&value, "1768"), (&seen, "1"), (&why, "thôn sáp nhập"), (&back, "yes")]]
            .concat();
    assert_eq!(office.post(&path, &form(&all)).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&path).await.text();
    assert!(!page.contains("không còn trực thuộc") && page.contains("thôn sáp nhập"), "the history keeps it");
    assert!(page.contains("Thôn Khánh Vân"), "with the name of the unit");
}
