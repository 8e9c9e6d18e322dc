//! The ratios of the plan of Hà Tĩnh while nominating: ten units and forty people (HT4, HT12).

use crate::people::form as people_form;
use crate::registrations::{form, unit_below};
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;

/// The row of the table of ratios that begins with a name.
fn row<'a>(page: &'a str, name: &str) -> &'a str {
    let table = page.split("id=\"ratios\"").nth(1).expect("the ratios");
    let rows = table.split("<tr>").skip(2);
    rows.into_iter().find(|row| row.contains(name)).unwrap_or_else(|| panic!("no {name} in {table}"))
}

#[tokio::test]
async fn ten_units_and_forty_people_are_counted_against_the_plan_and_what_is_beyond_is_told_with_its_mend() {
    let world = world().await;
    let own = ids(&world, "Sở Nội vụ tỉnh Hà Tĩnh").await;
    let office = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let mut units = Vec::new();
    for number in 0..10 {
        units.push(unit_below(&world, &own.unit, &format!("Phòng mẫu {number}")).await);
    }
    for number in 0..40 {
        let fields = [
            ("kind", "individual"),
            ("name", &*format!("Nguyễn Văn Mẫu {number}")),
            ("unit", &*format!("Phòng mẫu {}", number % 10)),
            ("category", "official"),
            ("standing", "active"),
            ("version", "0"),
            ("not_another", "yes"),
        ];
        let added = office.post("/people", &people_form(&fields)).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    }
    let fields = [
        ("name", "Tổng kết năm 2022"),
        ("occasion", "regular"),
        ("movement", own.movement.as_str()),
        ("from", "01/01/2022"),
        ("to", "31/12/2022"),
        ("deadline", "15/01/2023"),
    ];
    let opened = office.post("/award-rounds", &form(&fields)).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let address = opened.location.split('?').next().expect("an address").to_owned();
    let path = format!("{address}/nominations");
    let propose = async |unit: &str, fields: Vec<(&str, &str)>| {
        let mut all = vec![("unit", unit), ("merit", "Hoàn thành tốt nhiệm vụ")];
        all.extend(fields);
        let added = office.post(&path, &form(&all)).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
        added.location
    };
    for (number, unit) in units.iter().enumerate() {
        let award = if number < 2 { "TTLDXS" } else { "TTLDTT" };
        propose(unit, vec![("award", award), ("collective", unit)]).await;
    }
    for number in 0..40 {
        let unit = &units[number % 10];
        let award = if number < 6 { "CSTDCS" } else { "LDTT" };
        propose(unit, vec![("award", award), ("name", &*format!("Nguyễn Văn Mẫu {number}"))]).await;
    }
    let page = office.get(&address).await.text();
    let excellent = row(&page, "tập thể lao động xuất sắc");
    assert!(excellent.contains("st-met") && excellent.contains("10 Tập thể lao động tiên tiến"), "{excellent}");
    let fighters = row(&page, "/awards/CSTDCS#AWD-036");
    assert!(fighters.contains("Đã đề nghị 6, đủ số lượng; không còn chỗ."), "15 % of 40 are 6: {fighters}");
    assert!(
        fighters.contains("40 Lao động tiên tiến"),
        "who is proposed for the higher title is one of them: {fighters}"
    );
    assert!(page.contains("Mọi mức bắt buộc đang được giữ đúng."), "{page}");

    let seventh = propose(&units[6], vec![("award", "CSTDCS"), ("name", "Nguyễn Văn Mẫu 6")]).await;
    let page = office.get(&address).await.text();
    let fighters = row(&page, "/awards/CSTDCS#AWD-036");
    assert!(fighters.contains("vượt 1 so với mức tối đa") && fighters.contains("st-missed"), "{fighters}");
    assert!(fighters.contains("Vượt: Nguyễn Văn Mẫu"), "who is beyond is named: {fighters}");
    let mend = page.split("Cách điều chỉnh ít nhất").nth(1).expect("what mends it");
    let mend = mend.split("</ul>").next().expect("a list");
    assert_eq!(mend.matches("<li>").count(), 1, "one change is enough: {mend}");
    assert!(mend.contains("Rút đề nghị Chiến sĩ thi đua cơ sở"), "the title below is there already: {mend}");
    // the nomination itself says so too, by the article
    let page = office.get(seventh.split('?').next().expect("an address")).await.text();
    assert!(page.contains("Hết suất") && page.contains("Nghị định 91/2017/NĐ-CP Điều 9 khoản 3"), "{page}");
    assert!(page.contains("Chưa đủ điều kiện"), "a ratio that was read in the law decides: {page}");
}
