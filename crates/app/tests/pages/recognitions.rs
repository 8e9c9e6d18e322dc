//! Recognition without an award: proposed from below, recognised by the authority, learnt from, and shown where it counts.

use crate::people::form as people_form;
use crate::registrations::{form, person, unit_below};
use crate::world::{Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;

/// Somebody is recognised under a movement by its own office; the identifier.
pub async fn recognise(office: &Caller, movement: &str, whom: &str) -> String {
    let fields = [
        ("whom", whom),
        ("merit", "Hiến 200 m² đất làm đường"),
        ("achieved_on", "04/3/2022"),
        ("exemplar", "yes"),
        ("day", "07/3/2022"),
        ("given_by", "Chủ tịch Ủy ban nhân dân"),
    ];
    let added = office.post(&format!("/movements/{movement}/recognitions"), &form(&fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    added.location.split(['/', '?']).nth(2).expect("an identifier").to_owned()
}

async fn lo_ku() -> (Arc<World>, Ids, Caller) {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let office = Caller::signed_in(&world, "loku.thuongtruc").await;
    (world, own, office)
}

async fn add_person(clerk: &Caller, name: &str, unit: &str, category: &str) {
    let fields = [
        ("kind", "individual"),
        ("name", name),
        ("unit", unit),
        ("category", category),
        ("standing", "active"),
        ("version", "0"),
        ("not_another", "yes"),
    ];
    let added = clerk.post("/people", &people_form(&fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{name}: {}", added.text());
}

/// What stands between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}")).1;
    rest.split_once(to).expect("an end").0
}

#[tokio::test]
async fn a_unit_proposes_the_authority_recognises_and_the_units_learn_from_the_exemplar() {
    let (world, own, office) = lo_ku().await;
    let east = unit_below(&world, &own.unit, "Thôn Đông").await;
    let west = unit_below(&world, &own.unit, "Thôn Tây").await;
    let writer = person(&world, &east, "thondong", Role::Reporter).await;
    let neighbour = person(&world, &west, "thontay", Role::Reporter).await;
    add_person(&office, "Nguyễn Thị Lan", "Thôn Đông", "farmer").await;
    let target = target_named(&world, &own.plan, "Thu ngân sách").await;
    let path = format!("/movements/{}/recognitions", own.movement);
    assert!(office.get(&path).await.text().contains("Chưa có biểu dương nào"));
    let page = writer.get(&path).await.text();
    assert!(page.contains("Ghi hoặc đề nghị biểu dương") && !page.contains("Ngày biểu dương"), "{page}");

    let good = [
        ("whom", "nguyễn thị lan"),
        ("merit", "Hiến 200 m² đất làm đường"),
        ("achieved_on", "04/3/2022"),
        ("result", &*format!("target {target}")),
        ("encourage", "yes"),
        ("exemplar", "yes"),
        ("purpose", "Để bà con noi theo"),
        // a unit below does not recognise by typing the day along
        ("day", "07/3/2022"),
        ("given_by", "Trưởng thôn"),
    ];
    for (change, says) in [
        (("merit", ""), "Cần nhập ô này."),
        (("whom", ""), "Ghi tên người, hộ, tập thể"),
        (("achieved_on", ""), "Cần nhập ô này."),
        (("achieved_on", "04/3/2099"), "chưa đến"),
        (("result", "target none"), "không có trong danh sách"),
    ] {
        let fields: Vec<(&str, &str)> =
            good.iter().map(|one| if one.0 == change.0 { change } else { *one }).collect();
        let refused = writer.post(&path, &form(&fields)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{change:?}");
        let text = refused.text();
        assert!(text.contains(says), "{says}: {text}");
        assert!(text.contains("value=\"Để bà con noi theo\""), "what was typed stays");
    }
    let without: Vec<(&str, &str)> =
        good.iter().copied().filter(|(name, _)| !["encourage", "exemplar"].contains(name)).collect();
    let refused = writer.post(&path, &form(&without)).await;
    assert!(refused.text().contains("Chọn ít nhất một mục đích"), "{}", refused.text());

    let added = writer.post(&path, &form(&good)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let address = added.location.split('?').next().expect("an address").to_owned();
    let id = address.trim_start_matches("/recognitions/").to_owned();
    let page = writer.get(&address).await.text();
    assert!(page.contains("Nguyễn Thị Lan") && page.contains("đề nghị, chờ quyết định"), "{page}");
    assert!(page.contains("Cơ quan thường trực hoặc thủ trưởng"), "it is said who decides");
    assert!(!page.contains("<dt>Ngày biểu dương</dt>"), "nothing is recognised yet: {page}");
    assert_eq!(neighbour.get(&address).await.status, StatusCode::NOT_FOUND, "a foreign unit sees nothing of it");
    let far = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(far.get(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(far.get(&path).await.status, StatusCode::NOT_FOUND);
    let given =
        [("day", "07/3/2022"), ("given_by", "Chủ tịch UBND xã"), ("conference", "yes"), ("told", "Nhà rông")];
    let decide = format!("{address}/decide");
    let with = |version: &str, fields: &[(&str, &str)]| form(&[fields, &[("version", version)]].concat());
    assert_eq!(writer.post(&decide, &with("1", &given)).await.status, StatusCode::FORBIDDEN);

    // who corrects and who decides at the same time: the second sees it
    let corrected: Vec<(&str, &str)> =
        good.iter().map(|one| if one.0 == "merit" { ("merit", "Hiến 250 m² đất") } else { *one }).collect();
    assert_eq!(writer.post(&address, &with("1", &corrected)).await.status, StatusCode::SEE_OTHER);
    let stale = office.post(&decide, &with("1", &given)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("Hiến 250 m² đất") && stale.text().contains("value=\"Nhà rông\""));
    let second = writer.post(&address, &with("1", &good)).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Hiện đang ghi: Hiến 250 m² đất"), "{}", second.text());
    for (fields, says) in [
        (vec![("given_by", "x")], "Cần nhập ô này."),
        (vec![("day", "07/3/2022")], "Cần nhập ô này."),
        (vec![("day", "01/3/2022"), ("given_by", "x"), ("told", "Sân vận động")], "không thể trước ngày lập"),
    ] {
        let refused = office.post(&decide, &with("2", &fields)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    assert_eq!(office.post(&decide, &with("2", &given)).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&address).await.text();
    assert!(page.contains("đã biểu dương") && page.contains("1 ngày làm việc"), "over a weekend: {page}");
    assert!(page.contains(&format!("href=\"/targets/{target}\"")), "the number behind it is one step away");
    assert!(page.contains("Hội nghị – Nhà rông") && page.contains("Động viên, nêu gương"), "{page}");
    let again = office.post(&decide, &with("3", &given)).await;
    assert!(again.text().contains("đã được quyết định"), "{}", again.text());
    assert_eq!(writer.post(&address, &with("3", &good)).await.status, StatusCode::FORBIDDEN, "it stands now");

    // what is to be learnt, by whom, until when
    let lessons = format!("{address}/lessons");
    for (fields, says) in [
        (vec![("what", "Vận động hiến đất"), ("units", "Thôn Nam"), ("until", "01/12/2099")], "“Thôn Nam”"),
        (vec![("what", "Vận động hiến đất"), ("until", "01/4/2022")], "Ngày này đã qua"),
        (vec![("units", "Thôn Tây"), ("until", "01/12/2099")], "Cần nhập ô này."),
    ] {
        let refused = office.post(&lessons, &with("0", &fields)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    let lesson = [("what", "Vận động hiến đất"), ("units", "thôn tây"), ("until", "01/4/2022"), ("passed", "yes")];
    assert_eq!(writer.post(&lessons, &with("0", &lesson)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.post(&lessons, &with("0", &lesson)).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&address).await.text();
    assert!(page.contains("quá hạn") && page.contains("ngày làm việc"), "late in working days: {page}");
    assert!(page.contains("chưa báo kết quả") && page.contains("Thôn Tây"), "a message to copy");
    let kept = world.app.store().lessons_of_recognition(&id).await.expect("read").remove(0);
    let learnt = format!("{address}/learnt?lesson={}&unit={west}", kept.id);
    let seen = neighbour.get(&format!("{address}?lesson={}&unit={west}", kept.id)).await;
    assert_eq!(seen.status, StatusCode::OK, "who is to learn sees it now");
    assert!(seen.text().contains("id=\"learnt\""), "{}", seen.text());
    let told = [("done_on", "05/4/2022"), ("said", "3 hộ hiến đất")];
    assert_eq!(writer.post(&learnt, &with("1", &told)).await.status, StatusCode::FORBIDDEN, "not for another");
    let early = neighbour.post(&learnt, &with("1", &[("done_on", "01/3/2022"), ("said", "Sớm")])).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("trước ngày biểu dương") && early.text().contains("Sớm"));
    assert_eq!(neighbour.post(&learnt, &with("1", &told)).await.status, StatusCode::SEE_OTHER);
    let stale = office.post(&learnt, &with("1", &[("done_on", ""), ("said", "Chưa")])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("3 hộ hiến đất") && stale.text().contains("Chưa"), "{}", stale.text());
    let page = office.get(&address).await.text();
    assert!(page.contains("xong muộn 2 ngày làm việc") && !page.contains("chưa báo kết quả"), "{page}");
    let edit = form(&[
        ("corrects", &kept.id),
        ("version", "1"),
        ("what", "Hiến đất"),
        ("until", "10/4/2022"),
        ("passed", "yes"),
        ("units", "Thôn Tây\nThôn Đông"),
    ]);
    assert_eq!(office.post(&lessons, &edit).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.post(&lessons, &edit).await.status, StatusCode::CONFLICT, "two correct one lesson");
    assert!(office.get(&path).await.text().contains("1/2 đơn vị"));

    // the history tells all of it, and it is never deleted
    let withdraw = format!("{address}/withdraw");
    let bare = office.post(&withdraw, &with("3", &[])).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is needed");
    assert_eq!(office.post(&withdraw, &with("3", &[("reason", "Nhầm người")])).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&address).await.text();
    for says in
        ["Nhầm người", "Đề nghị biểu dương", "Ghi nội dung học tập", "Ghi kết quả học tập", "Rút biểu dương"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(office.get(&path).await.text().contains("đã rút"));
}

#[tokio::test]
async fn who_proposed_does_not_recognise_even_in_the_office() {
    let (world, own, office) = lo_ku().await;
    let path = format!("/movements/{}/recognitions", own.movement);
    let fields =
        [("whom", "Tổ hòa giải"), ("merit", "Hòa giải 12 vụ"), ("achieved_on", "04/3/2022"), ("educate", "yes")];
    let added = office.post(&path, &form(&fields)).await;
    let address = added.location.split('?').next().expect("an address").to_owned();
    assert!(office.get(&address).await.text().contains("không tự quyết định được"));
    let given = form(&[("version", "1"), ("day", "07/3/2022"), ("given_by", "Chủ tịch")]);
    let refused = office.post(&format!("{address}/decide"), &given).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("một người khác của cơ quan"), "{}", refused.text());
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    assert_eq!(head.post(&format!("{address}/decide"), &given).await.status, StatusCode::SEE_OTHER);
    let lessons = form(&[("version", "0"), ("what", "x"), ("until", "01/12/2099")]);
    let not = head.post(&format!("{address}/lessons"), &lessons).await;
    assert_eq!(not.status, StatusCode::FORBIDDEN, "only from an exemplar is something learnt");
}

#[tokio::test]
async fn the_recognised_stand_on_the_wave_the_reports_and_the_pages_of_person_and_unit() {
    let (world, own, office) = lo_ku().await;
    let east = unit_below(&world, &own.unit, "Thôn Đông").await;
    add_person(&office, "Trần Văn Ba", "Thôn Đông", "farmer").await;
    add_person(&office, "Trần Văn Ba", "Thôn Đông", "official").await;
    let opened =
        form(&[("kind", "thematic"), ("name", "Đợt làm đường"), ("from", "01/3/2022"), ("to", "31/3/2022")]);
    let wave = office.post(&format!("/movements/{}/waves", own.movement), &opened).await;
    let wave = wave.location.split('?').next().expect("an address").to_owned();
    let wave_id = wave.trim_start_matches("/waves/").to_owned();
    assert!(office.get(&wave).await.text().contains("Chưa biểu dương ai trong đợt"));
    let path = format!("/movements/{}/recognitions", own.movement);
    let fresh = office.get(&format!("{path}?wave={wave_id}")).await.text();
    assert!(fresh.contains(&format!("value=\"{wave_id}\" selected")), "the wave is chosen: {fresh}");

    let base = [
        ("merit", "Bê tông hóa 300 m đường"),
        ("achieved_on", "10/3/2022"),
        ("wave", &*wave_id),
        ("exemplar", "yes"),
        ("day", "14/3/2022"),
        ("given_by", "Chủ tịch UBND xã"),
    ];
    let namesakes = [&base[..], &[("whom", "Trần Văn Ba")]].concat();
    let asked = office.post(&path, &form(&namesakes)).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is guessed");
    let text = asked.text();
    assert!(text.contains("Có nhiều người cùng tên") && text.contains("chỉ ghi tên"), "{text}");
    let people = between(&text, "<select id=\"person\"", "</select>");
    let chosen = people.split("value=\"").nth(3).expect("a record").split('"').next().expect("its code").to_owned();
    let linked = [&namesakes[..], &[("person", &*chosen)]].concat();
    assert_eq!(office.post(&path, &form(&linked)).await.status, StatusCode::SEE_OTHER);
    let both = [&base[..], &[("unit", &*east), ("whom", "Trần Văn Ba")]].concat();
    assert!(office.post(&path, &form(&both)).await.text().contains("Chỉ một trong hai"));
    let unit = [&base[..], &[("unit", &*east)]].concat();
    assert_eq!(office.post(&path, &form(&unit)).await.status, StatusCode::SEE_OTHER);
    recognise(&office, &own.movement, "Bà Sáu bán hàng").await;

    let page = office.get(&wave).await.text();
    let shown = between(&page, "id=\"recognised\"", "</section>");
    assert!(shown.contains("Trần Văn Ba") && shown.contains("Thôn Đông") && !shown.contains("Bà Sáu"), "{shown}");
    let sheet = office.get(&format!("{wave}/report")).await.text();
    let says = "Thôn Đông: Bê tông hóa 300 m đường (biểu dương ngày 14/3/2022)";
    assert!(sheet.contains(says), "the sheet begins with them: {sheet}");
    let report = office.get(&format!("/movements/{}/report", own.movement)).await.text();
    assert!(report.contains(says) && report.contains("Bà Sáu bán hàng"), "{report}");
    assert!(office.get(&format!("/people/{chosen}")).await.text().contains("Bê tông hóa 300 m đường"));
    assert!(office.get(&format!("/units/{east}")).await.text().contains("Bê tông hóa 300 m đường"));
    let took_part = office.get(&format!("/movements/{}/participation", own.movement)).await.text();
    let counted = between(&took_part, "id=\"recognised\"", "</section>");
    assert!(counted.contains("Đơn vị trực thuộc") && counted.contains("Tên chưa liên kết"), "{counted}");
    assert_eq!(counted.matches(">1<").count(), 3, "a person, a unit and a name: {counted}");
    crate::every_page::is_sound(&office.get(&path).await.text(), &path);
}
