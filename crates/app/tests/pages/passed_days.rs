//! A deadline that has passed is asked about before it is taken; a duty that comes back has a bounded number of days.

use crate::tasks_around::{Around, around, form};
use crate::world::Caller;
use axum::http::StatusCode;

const LUONG_PHONG: &str = "Ủy ban nhân dân xã Lương Phong";

/// Refused with a question beside the field, taken with the tick, and not asked about when the day is to come.
async fn is_asked_about(who: &Caller, path: &str, fields: &[(&str, &str)], day: &str) {
    let with = |more: &[(&str, &str)]| form(&[fields, more].concat());
    let asked = who.post(path, &with(&[(day, "31/12/2024")])).await;
    let text = asked.text();
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", asked.location);
    let beside = text.split(&format!("id=\"{day}-error\"")).nth(1).unwrap_or_else(|| panic!("{path}: {text}"));
    assert!(beside.contains("Ngày này đã qua") && beside.contains("name=\"passed\""), "{path}: {beside}");
    assert!(text.contains("value=\"31/12/2024\""), "{path}: what was typed stays");
    let taken = who.post(path, &with(&[(day, "31/12/2024"), ("passed", "yes")])).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{path}: {}", taken.text());
}

async fn world() -> Around {
    around("luongphong", LUONG_PHONG).await
}

#[tokio::test]
async fn a_day_that_has_passed_is_asked_about_in_every_form_that_sets_a_deadline() {
    let a = world().await;
    let task = [("movement", a.own.movement.as_str()), ("work", "Dời chợ tạm"), ("manner", "assignment")];
    is_asked_about(&a.office, "/tasks", &task, "due").await;
    is_asked_about(&a.office, "/bottlenecks", &[("name", "Mặt bằng"), ("field", "other")], "due").await;
    let wave = [("kind", "thematic"), ("name", "Đợt ngắn"), ("from", "01/11/2024"), ("to", "30/11/2024")];
    is_asked_about(&a.office, &format!("/movements/{}/waves", a.own.movement), &wave, "summary_deadline").await;
    let rounds = format!("/movements/{}/registrations", a.own.movement);
    let open = form(&[("version", "0"), ("how", "by"), ("deadline", "01/12/2099")]);
    assert_eq!(a.office.post(&rounds, &open).await.status, StatusCode::SEE_OTHER);
    is_asked_about(&a.office, &rounds, &[("version", "1"), ("how", "by")], "deadline").await;
}

#[tokio::test]
async fn a_day_that_stands_there_already_is_not_asked_about_again() {
    let a = world().await;
    let task = a.task(&a.village, &[("due", "31/12/2024")]).await;
    let fields = [
        ("version", &*a.version(&task).await),
        ("work", "Dời chợ tạm, sửa câu chữ"),
        ("manner", "assignment"),
        ("lead", &a.village),
        ("due", "31/12/2024"),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let edited = a.office.post(&format!("/tasks/{task}/edit"), &form(&fields)).await;
    assert_eq!(edited.status, StatusCode::SEE_OTHER, "{}", edited.text());
}

#[tokio::test]
async fn a_monthly_duty_has_at_most_sixty_days_and_the_refusal_says_so() {
    let a = world().await;
    let fields = |last: &'static str| {
        form(&[
            ("movement", a.own.movement.as_str()),
            ("work", "Giao ban tháng"),
            ("manner", "assignment"),
            ("due", "31/01/2090"),
            ("every", "month"),
            ("last", last),
        ])
    };
    let refused = a.office.post("/tasks", &fields("31/12/2099")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("nhiều nhất 60 kỳ"), "{}", refused.text());
    let one_more = a.office.post("/tasks", &fields("31/01/2095")).await;
    assert_eq!(one_more.status, StatusCode::UNPROCESSABLE_ENTITY, "the sixty-first is one too many");
    assert_eq!(a.office.post("/tasks", &fields("31/12/2094")).await.status, StatusCode::SEE_OTHER);
}
