//! The one rule by which reports of units make a figure: what is taken over and what the evaluation says hold together.

use crate::registrations::{form, unit_below};
use crate::reporting::{begin, luong_phong, open_rounds, put, round_of, seen_figure};
use crate::world::target_named;
use axum::http::StatusCode;
use thidua_domain::periods::Period;

#[tokio::test]
async fn what_is_taken_over_and_what_the_evaluation_says_are_counted_over_the_same_units_of_the_same_day() {
    use thidua_domain::cascade::Method;
    use thidua_domain::units::Unit;
    let w = luong_phong().await;
    // a third village that does not report, and a fourth that is founded after the year
    let third = unit_below(&w.world, &w.own.unit, "Thôn Trung").await;
    let store = w.world.app.store();
    let village = store.unit(&third).await.expect("read").expect("there");
    let later = Unit {
        id: "sau".into(),
        name: "Thôn Mới".into(),
        valid_from: chrono::NaiveDate::from_ymd_opt(2025, 7, 1),
        ..village
    };
    let rate = target_named(&w.world, &w.own.plan, "một cửa").await;
    let change = store.change(w.world.app.system("test")).await.expect("a change");
    change.add_unit(&later).await.expect("added");
    let bar = thidua_domain::basics::Amount::from_plain("95").ok();
    let sharing = thidua_store::cascade::Sharing { method: Method::Coverage, bar, version: 0 };
    change.set_sharing(&rate, sharing).await.expect("set");
    let (act, subject, subject_id) = ("unit.added", "unit", later.id.clone());
    let entry = thidua_store::audit::Entry { unit_id: None, act, subject, subject_id, detail: None };
    change.commit(entry).await.expect("committed");

    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let value = format!("v-{rate}");
    for (writer, percent) in [(&w.dong, "98"), (&w.doai, "96")] {
        let report = begin(writer, &round).await;
        let fields = [(value.as_str(), percent), ("all-dated", "30/6/2024"), ("all-source", "Sổ")];
        let sent = put(&w.world, writer, &report, "/send", &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        put(&w.world, &w.clerk, &report, "/decide", &[("to", "accepted")]).await;
    }
    // two of three reach 95 %, the one that said nothing counts, the one that is not there yet does not
    let page = w.clerk.get(&format!("/rounds/{round}/consolidation")).await.text();
    assert!(page.contains(">66,67<"), "{page}");
    let take = [(format!("take-{rate}"), "yes".to_owned()), (format!("seen-{rate}"), seen_figure(&w, &rate).await)];
    let fields: Vec<(&str, &str)> = take.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let taken = w.clerk.post(&format!("/rounds/{round}/consolidation"), &form(&fields)).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let asked = format!("/movements/{}/evaluation.json?period=H1", w.own.movement);
    let sheet: serde_json::Value = serde_json::from_slice(&w.clerk.get(&asked).await.body).expect("JSON");
    let row = sheet["targets"].as_array().expect("targets").iter().find(|one| one["id"] == rate).expect("its row");
    assert_eq!((&row["units_given"], &row["units_asked"]), (&2.into(), &3.into()), "{row}");
    assert_eq!((row["rule"].as_str(), row["actual"].to_string()), (Some("coverage"), "66.67".to_owned()));
    let page = w.clerk.get(&format!("/movements/{}/evaluation?period=H1", w.own.movement)).await.text();
    assert!(page.contains("2/3"), "the rule is shown with the same units: {page}");
}
