//! The log: sentences with names and links, asked by person, thing and days, page by page.

use crate::tasks_around::{around, form, sent};
use crate::world::{Caller, world};
use thidua_store::audit::Entry;

/// What is read, without tags.
fn read(page: &str) -> String {
    let main = page.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).unwrap_or_default();
    main.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text)).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn entries_are_sentences_with_names_and_links_and_nothing_raw() {
    let a = around("luongphong", "Ủy ban nhân dân xã Lương Phong").await;
    let admin = Caller::signed_in(&a.world, "quan-tri").await;
    let task = a.task(&a.village, &[]).await;
    a.give(&a.office, &task, "given", "").await;
    let person = [("kind", "individual"), ("name", "Trần Thị Diệu"), ("category", "official"), ("sex", "female")];
    let person = [&person[..], &[("unit", "Ủy ban nhân dân xã Lương Phong"), ("standing", "active")]].concat();
    let one = sent(&a.office.post("/people", &form(&person)).await);
    let corrected: Vec<(&str, &str)> = person
        .iter()
        .map(|(name, value)| match *name {
            "category" => ("category", "farmer"),
            "unit" => ("unit", "Thôn An Phú"),
            other => (other, *value),
        })
        .chain([("version", "0")])
        .collect();
    assert_eq!(sent(&a.office.post(&format!("/people/{one}"), &form(&corrected)).await), one);
    let council = [("kind", "emulation-council"), ("name", "Hội đồng thi đua")];
    let council = sent(&a.office.post("/councils", &form(&council)).await);
    let decision =
        [("version", "0"), ("number", "5/QĐ"), ("from", "01/01/2024"), ("members", "Chủ tịch; Nguyễn Văn Một")];
    sent(&a.office.post(&format!("/councils/{council}/decisions"), &form(&decision)).await);
    let kinds = [("launch_by", "20/03/2024"), ("version", "0"), ("kind-village", "yes")];
    a.office.post(&format!("/movements/{}/cascade", a.own.movement), &form(&kinds)).await;

    let page = admin.get("/audit").await.text();
    let said = read(&page);
    assert!(page.contains(&format!("<a href=\"/tasks/{task}\">Vận động 12 hộ hiến đất làm đường</a>")), "{said}");
    assert!(page.contains(&format!("<a href=\"/people/{one}\">Trần Thị Diệu</a>")), "{said}");
    for words in
        ["đã chuyển bước nhiệm vụ", "Nông dân", "Thôn An Phú", "Nguyễn Văn Một (Chủ tịch)", "20/3/2024: Thôn"]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
    for raw in ["official", "farmer", "village", "chair", "leader", "một thay đổi khác", &*one, &*task, &*council]
    {
        assert!(!said.contains(raw), "{raw} is raw in {said}");
    }
}

#[tokio::test]
async fn the_log_is_asked_by_person_thing_and_days() {
    let a = around("luongphong", "Ủy ban nhân dân xã Lương Phong").await;
    let admin = Caller::signed_in(&a.world, "quan-tri").await;
    let task = a.task(&a.village, &[]).await;
    let other = a.task(&a.village, &[("work", "Dời chợ tạm")]).await;
    a.give(&a.office, &task, "given", "").await;
    let office = a.world.app.store().account_by_login("luongphong.thuongtruc").await.expect("read").expect("there");
    let by_person = read(&admin.get("/audit?who=luongphong.thuongtruc&kind=task").await.text());
    assert!(by_person.contains("Dời chợ tạm") && !by_person.contains("Đăng nhập"), "{by_person}");
    let marks_do_not_matter = thidua_domain::basics::text::fold(&office.name).replace(' ', "+");
    let by_name = read(&admin.get(&format!("/audit?who={marks_do_not_matter}&kind=task")).await.text());
    assert!(by_name.contains("Dời chợ tạm"), "{by_name}");
    let nobody = admin.get("/audit?who=khong+co+ai").await.text();
    assert!(nobody.contains("Không có việc nào trong phần này"), "{nobody}");
    let page = admin.get(&format!("/audit?kind=task&thing={task}")).await.text();
    let of_one = read(&page);
    assert!(page.contains("Chỉ hiện các việc đã làm với") && of_one.matches("đã").count() == 2, "{of_one}");
    assert!(!page.contains(&format!("/tasks/{other}")));
    let today = thidua_domain::basics::date::short(thidua_app::local_date(crate::world::clock()));
    let of_today = read(&admin.get(&format!("/audit?kind=task&from={today}&to={today}")).await.text());
    assert!(of_today.contains("Dời chợ tạm"));
    let before = admin.get("/audit?kind=task&to=01/01/2020").await.text();
    assert!(before.contains("Không có việc nào"));
    let unread = admin.get("/audit?from=31/02/2024").await.text();
    assert!(unread.contains("Ngày viết chưa đúng"), "a day that does not exist is told");
}

#[tokio::test]
async fn the_log_goes_back_page_by_page_to_its_first_entry_and_nothing_is_left_out_or_shown_twice() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let store = world.app.store();
    // many within one moment: the moment alone does not tell them apart
    let change = store.change(world.app.system("thử")).await.expect("a change");
    let entry = |n: usize| Entry {
        unit_id: None,
        act: "unit.corrected",
        subject: "unit",
        subject_id: "x".to_owned(),
        detail: Some(format!("dòng {n}.")),
    };
    for n in 0..250 {
        change.note(entry(n)).await.expect("noted");
    }
    change.commit(entry(250)).await.expect("committed");
    let (mut path, mut seen, mut pages) = ("/audit".to_owned(), Vec::new(), 0);
    loop {
        let page = admin.get(&path).await.text();
        assert!(page.len() < 150_000, "{} bytes", page.len());
        seen.extend(page.split("dòng ").skip(1).filter_map(|rest| rest.split('.').next()?.parse::<usize>().ok()));
        pages += 1;
        let Some((_, next)) = page.split_once("rel=\"next\" href=\"") else { break };
        path = next.split('"').next().expect("an address").replace("&#38;", "&");
        assert!(pages < 50);
    }
    assert!(pages > 3);
    let mut sorted = seen.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!((seen.len(), sorted.len()), (251, 251));
}

#[tokio::test]
async fn an_account_in_the_log_is_a_link_only_for_whoever_may_open_it() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    for login in ["loku.thutruong", "loku.thuongtruc"] {
        let reader = Caller::signed_in(&world, login).await;
        let page = reader.get("/audit?kind=account").await.text();
        assert!(read(&page).contains("đăng nhập"), "{page}");
        assert!(!page.contains("href=\"/accounts/"), "{login} would be refused there");
    }
    assert!(admin.get("/audit?kind=account").await.text().contains("href=\"/accounts/"));
}
