//! Tasks with the five “rõ”: from the plan, given, answered, urged, escalated, confirmed.

use crate::tasks_around::{Around, around, form};
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;
use thidua_domain::plans::draft::ObligationKind;

async fn luong_phong() -> Around {
    around("luongphong", "Ủy ban nhân dân xã Lương Phong").await
}

fn binds(kind: ObligationKind) -> bool {
    matches!(kind, ObligationKind::Assignment | ObligationKind::Request | ObligationKind::Solution)
}

#[tokio::test]
async fn every_obligation_of_a_plan_is_proposed_and_becomes_a_task_once() {
    let world = world().await;
    for (short, issuer) in [("loku", "Ủy ban nhân dân xã Lơ Ku"), ("luongphong", "Ủy ban nhân dân xã Lương Phong")]
    {
        let own = ids(&world, issuer).await;
        let office = Caller::signed_in(&world, &format!("{short}.thuongtruc")).await;
        let address = format!("/movements/{}/tasks/proposals", own.movement);
        let plan = world.app.store().plan(&own.plan).await.expect("read").expect("there");
        let page = office.get(&address).await.text();
        let mut binding = Vec::new();
        for (position, one) in plan.draft.obligations.iter().enumerate() {
            assert!(page.contains(&format!("name=\"use-{position}\"")), "{short}: {}", one.action);
            assert!(page.contains(&format!("/plans/{}#L{}", own.plan, one.lines.first)), "{short}: {}", one.action);
            if binds(one.kind) {
                binding.push(i64::try_from(position).expect("small"));
            }
        }
        assert!(binding.len() >= 5, "{short} obliges somebody");
        assert!(page.len() < 150_000);
        let before = office.get(&format!("/movements/{}/tasks", own.movement)).await.text();
        assert!(before.contains(&format!("<span class=\"count\">{}</span>", binding.len())), "{short}");

        let empty = office.post(&address, "do=chosen").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let first = binding[0];
        let silent = office.post(&address, &format!("not={first}")).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "no task needs a reason");
        let reason = format!("reason-{first}");
        let not = office.post(&address, &form(&[("not", &first.to_string()), (&reason, "đã làm xong")])).await;
        assert_eq!(not.status, StatusCode::SEE_OTHER, "{}", not.text());
        let all = office.post(&address, &form(&[("do", "all"), ("common_due", "31/12/2024")])).await;
        assert_eq!(all.status, StatusCode::SEE_OTHER, "{}", all.text());
        let tasks = world.app.store().tasks_of_movement(&own.movement).await.expect("read");
        let mut became: Vec<i64> = tasks.iter().filter_map(|task| task.origin.obligation).collect();
        became.sort_unstable();
        became.dedup();
        assert_eq!(became, binding[1..], "{short}: each but the one that is none");
        for task in &tasks {
            let at = usize::try_from(task.origin.obligation.expect("one")).expect("small");
            let one = &plan.draft.obligations[at];
            assert_eq!(task.text.work, one.action);
            assert_eq!(task.origin.lines.map(|(first, _)| first), Some(i64::from(one.lines.first)));
        }
        let again = office.post(&address, "do=all").await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "each is decided once");
        let second = office.post(&address, &format!("one={first}")).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        let after = office.get(&address).await.text();
        assert!(after.contains("đã làm xong"), "and the reason stays");
        let board = office.get(&format!("/movements/{}/tasks", own.movement)).await.text();
        assert!(board.contains(&format!("/plans/{}#L", own.plan)), "a task leads back to its line");
        assert!(board.len() < 150_000);
    }
}

#[tokio::test]
async fn units_are_matched_by_name_and_partners_are_asked() {
    let a = luong_phong().await;
    let address = format!("/movements/{}/tasks/proposals", a.own.movement);
    let plan = a.world.app.store().plan(&a.own.plan).await.expect("read").expect("there");
    let at = plan.draft.obligations.iter().position(|one| binds(one.kind)).expect("one");
    let (one, lead, outcome) = (at.to_string(), format!("lead-{at}"), format!("outcome-{at}"));
    let wrong = a.office.post(&address, &form(&[("one", &one), (&lead, "Thôn Không Có")])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = wrong.text();
    assert!(text.contains("Không tìm thấy đơn vị “Thôn Không Có”") && text.contains("value=\"Thôn Không Có\""));
    let both = "thon an phu; Ủy ban Mặt trận Tổ quốc Việt Nam xã";
    let fields = [
        ("one", &*one),
        (&*lead, both),
        (&*outcome, "Có kế hoạch"),
        ("common_due", "30/6/2024"),
        ("responsibility", "Chịu trách nhiệm trước UBND xã"),
    ];
    let taken = a.office.post(&address, &form(&fields)).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let tasks = a.world.app.store().tasks_of_movement(&a.own.movement).await.expect("read");
    assert_eq!(tasks.len(), 2, "one for each unit");
    for task in &tasks {
        assert_eq!(task.said().missing(), [], "complete: {task:?}");
        let asked = task.text.lead_unit_id.as_ref() == Some(&a.front);
        assert_eq!(task.text.manner.code(), if asked { "request" } else { "assignment" });
        let head = if asked { "Trần Văn Thử" } else { "Nguyễn Văn Mẫu" };
        assert_eq!(task.text.responsible.as_deref(), Some(head), "the head of a unit answers for it");
    }
    let given = a.office.post(&format!("/movements/{}/tasks/give", a.own.movement), "").await;
    assert!(given.location.ends_with("given=2"), "{}", given.location);
}

#[tokio::test]
async fn a_task_that_lacks_one_of_the_five_is_refused_and_says_which() {
    let a = luong_phong().await;
    for (without, name) in [
        ("lead", "rõ người"),
        ("responsibility", "rõ trách nhiệm"),
        ("due", "rõ thời gian"),
        ("outcome", "rõ kết quả"),
    ] {
        let task = a.task(&a.village, &[(without, "")]).await;
        let refused = a.give(&a.office, &task, "given", "").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{without}");
        assert!(refused.text().contains(&format!("còn thiếu {name}.")), "{without}: {}", refused.text());
    }
    let silent = a.office.post("/tasks", &form(&[("movement", &a.own.movement), ("work", " ")])).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "rõ việc is asked at once");
    let given = a.office.post(&format!("/movements/{}/tasks/give", a.own.movement), "").await;
    assert!(given.location.ends_with("given=0"), "none of them goes out with the complete ones");
}

#[tokio::test]
async fn a_task_goes_from_the_office_to_the_village_and_back() {
    let a = luong_phong().await;
    let task = a.task(&a.village, &[("with", "thon binh yen"), ("weight", "focus")]).await;
    let page = format!("/tasks/{task}");
    assert_eq!(a.villager.get(&page).await.status, StatusCode::NOT_FOUND, "a draft is not seen below");
    assert_eq!(a.give(&a.office, &task, "given", "").await.status, StatusCode::SEE_OTHER);
    assert!(a.villager.get("/").await.text().contains("1 nhiệm vụ mới được giao"));
    assert!(a.villager.get("/tasks").await.text().contains("Vận động 12 hộ"));
    let seen = a.villager.get(&page).await.text();
    assert!(seen.matches("<li class=\"yes\">").count() == 5, "five ticks");
    assert!(!seen.contains("/plans/"), "the village has no way into the plan of the commune");
    // the wrong order, the wrong side
    let early = a.answer(&a.villager, &task, "done-reported", "xong").await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("Đã nhận"), "it says what can follow");
    assert_eq!(a.give(&a.villager, &task, "confirmed", "").await.status, StatusCode::FORBIDDEN);
    for to in ["accepted", "in-progress"] {
        assert_eq!(a.answer(&a.villager, &task, to, "").await.status, StatusCode::SEE_OTHER, "{to}");
    }
    assert_eq!(a.answer(&a.villager, &task, "", "8 hộ đã ký").await.status, StatusCode::SEE_OTHER);
    let helped = a.answer(&a.neighbour, &task, "", "thôn bên cử người giúp").await;
    assert_eq!(helped.status, StatusCode::SEE_OTHER, "who works with the lead unit may tell news");
    let silent = a.answer(&a.villager, &task, "done-reported", " ").await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(a.answer(&a.villager, &task, "done-reported", "12/12 hộ").await.status, StatusCode::SEE_OTHER);
    assert!(a.office.get("/").await.text().contains("1 nhiệm vụ báo hoàn thành"));
    let without = a.give(&a.office, &task, "returned", "").await;
    assert!(without.text().contains("Cần ghi nội dung"), "sending back needs a reason");
    assert_eq!(a.give(&a.office, &task, "returned", "thiếu biên bản").await.status, StatusCode::SEE_OTHER);
    assert!(a.villager.get("/").await.text().contains("1 nhiệm vụ bị trả lại"));
    a.answer(&a.villager, &task, "in-progress", "").await;
    a.answer(&a.villager, &task, "done-reported", "đủ biên bản").await;
    assert_eq!(a.give(&a.office, &task, "confirmed", "").await.status, StatusCode::SEE_OTHER);
    let history = a.office.get(&page).await.text();
    for part in ["8 hộ đã ký", "thôn bên cử người giúp", "thiếu biên bản", "đủ biên bản", "Đã hoàn thành"]
    {
        assert!(history.contains(part), "{part}");
    }
    let log = a.office.get("/audit").await.text();
    assert!(log.contains("chuyển bước nhiệm vụ") && log.contains("báo tình hình nhiệm vụ"));
}

#[tokio::test]
async fn another_units_reporter_neither_sees_nor_answers_a_task() {
    let a = luong_phong().await;
    let task = a.task(&a.village, &[]).await;
    a.give(&a.office, &task, "given", "").await;
    assert_eq!(a.neighbour.get(&format!("/tasks/{task}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(a.answer(&a.neighbour, &task, "accepted", "").await.status, StatusCode::NOT_FOUND);
    assert!(!a.neighbour.get("/tasks").await.text().contains("Vận động 12 hộ"));
    let reporter = Caller::signed_in(&a.world, "luongphong.baocao").await;
    assert_eq!(reporter.get(&format!("/tasks/{task}")).await.status, StatusCode::OK, "it is the commune's task");
    assert_eq!(a.answer(&reporter, &task, "accepted", "").await.status, StatusCode::FORBIDDEN, "but not its work");
    let far = Caller::signed_in(&a.world, "binhson.thuongtruc").await;
    assert_eq!(a.give(&far, &task, "cancelled", "x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_reports_for_a_unit_does_not_confirm_it_alone() {
    let a = luong_phong().await;
    let task = a.task(&a.front, &[("manner", "request")]).await;
    a.give(&a.office, &task, "given", "").await;
    for to in ["accepted", "in-progress"] {
        assert_eq!(
            a.answer(&a.office, &task, to, "").await.status,
            StatusCode::SEE_OTHER,
            "on the telephone: {to}"
        );
    }
    a.answer(&a.office, &task, "done-reported", "Mặt trận báo xong qua điện thoại").await;
    let alone = a.give(&a.office, &task, "confirmed", "").await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(alone.text().contains("không tự xác nhận"));
    assert_eq!(a.give(&a.head, &task, "confirmed", "").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn urging_is_counted_and_an_assignment_reaches_the_head_but_a_request_never() {
    let a = luong_phong().await;
    let assigned = a.task(&a.village, &[("work", "Việc giao cho thôn")]).await;
    let asked = a.task(&a.front, &[("work", "Việc đề nghị Mặt trận"), ("manner", "request")]).await;
    for task in [&assigned, &asked] {
        a.give(&a.office, task, "given", "").await;
        let page = a.office.get(&format!("/tasks/{task}")).await.text();
        let message = page.split("<textarea id=\"message\"").nth(1).expect("a message");
        for part in ["Kính gửi", "chậm nhất ngày 31/12/2099", "http://thidua.test/tasks/", "Trân trọng cảm ơn"]
        {
            assert!(message.contains(part), "{part}: {message}");
        }
        for n in 1..=3 {
            let home = a.head.get("/").await.text();
            assert!(!home.contains("Cần chỉ đạo:"), "not yet after {} urgings", n - 1);
            let urged = a.office.post(&format!("/tasks/{task}/urge"), "").await;
            assert_eq!(urged.status, StatusCode::SEE_OTHER);
        }
        let page = a.office.get(&format!("/tasks/{task}")).await.text();
        assert_eq!(page.matches("<strong>Đôn đốc</strong>").count(), 3, "each urging is in the history");
        let home = a.head.get("/").await.text();
        if task == &assigned {
            assert!(home.contains("Cần chỉ đạo: Việc giao cho thôn"));
            let note = form(&[("note", "Phó Chủ tịch xuống thôn trong tuần")]);
            let refused = a.villager.post(&format!("/tasks/{task}/note"), &note).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN);
            assert_eq!(a.head.post(&format!("/tasks/{task}/note"), &note).await.status, StatusCode::SEE_OTHER);
            assert!(!a.head.get("/").await.text().contains("Cần chỉ đạo:"), "the head's word answers");
            assert!(a.villager.get(&format!("/tasks/{task}")).await.text().contains("Phó Chủ tịch xuống thôn"));
        } else {
            assert!(!home.contains("Việc đề nghị Mặt trận"), "a partner is not under orders");
        }
    }
    let late = a.task(&a.village, &[("work", "Việc quá hạn lâu"), ("due", "30/6/2024")]).await;
    a.give(&a.office, &late, "given", "").await;
    assert!(a.head.get("/").await.text().contains("Cần chỉ đạo: Việc quá hạn lâu"), "late for long is enough");
    let board = a.office.get(&format!("/movements/{}/tasks", a.own.movement)).await.text();
    assert!(board.contains("Quá hạn") && board.contains("- Thôn An Phú: Việc quá hạn lâu (quá hạn"));
    let finished = a.task(&a.village, &[]).await;
    let early = a.office.post(&format!("/tasks/{finished}/urge"), "").await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "a draft is not urged");
}

#[tokio::test]
async fn a_day_is_moved_visibly_with_a_reason_and_never_silently() {
    let a = luong_phong().await;
    let task = a.task(&a.village, &[("due", "30/6/2024")]).await;
    a.give(&a.office, &task, "given", "").await;
    let extend = async |due: &str, reason: &str| {
        let fields = [("version", &*a.version(&task).await), ("due", due), ("reason", reason)];
        a.office.post(&format!("/tasks/{task}/extend"), &form(&fields)).await
    };
    for (due, reason, says) in [
        ("30/6/2024", "lý do", "sau hạn hiện nay"),
        ("mai", "lý do", "Nhập hạn mới"),
        ("31/7/2099", " ", "Gia hạn cần có lý do"),
    ] {
        let refused = extend(due, reason).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert!(text.contains(says), "{due}");
        assert!(text.contains(&format!("value=\"{due}\"")), "{due} stays typed");
    }
    assert_eq!(extend("31/7/2099", "chờ phê duyệt phương án").await.status, StatusCode::SEE_OTHER);
    let seen = a.villager.get(&format!("/tasks/{task}")).await.text();
    assert!(seen.contains("Gia hạn 30/6/2024 → 31/7/2099") && seen.contains("chờ phê duyệt phương án"));
    let fields = form(&[
        ("version", &a.version(&task).await),
        ("work", "Việc"),
        ("lead", &a.village),
        ("responsibility", "x"),
        ("outcome", "y"),
        ("due", "01/01/2100"),
    ]);
    let edited = a.office.post(&format!("/tasks/{task}/edit"), &fields).await;
    assert_eq!(edited.status, StatusCode::SEE_OTHER, "{}", edited.text());
    let now = a.world.app.store().task(&task).await.expect("read").expect("there");
    assert_eq!(now.next_due.map(|day| day.to_string()).as_deref(), Some("2099-07-31"), "not by the back door");
}

#[tokio::test]
async fn a_task_that_comes_back_every_quarter_has_four_days_and_is_done_after_the_last() {
    let a = luong_phong().await;
    let once = a.office.post("/tasks", &form(&[("work", "x"), ("every", "quarter"), ("due", "31/3/2024")])).await;
    assert!(once.text().contains("cần ngày kết thúc"), "{}", once.text());
    let more = [("every", "quarter"), ("due", "31/3/2024"), ("last", "31/12/2024")];
    let task = a.task(&a.village, &more).await;
    let page = a.office.get(&format!("/tasks/{task}")).await.text();
    for day in ["31/3/2024", "30/6/2024", "30/9/2024", "31/12/2024"] {
        assert!(page.contains(&format!("<th scope=\"row\">{day}</th>")), "{day}");
    }
    a.give(&a.office, &task, "given", "").await;
    a.answer(&a.villager, &task, "accepted", "").await;
    a.answer(&a.villager, &task, "in-progress", "").await;
    let answer = async |day: &str| {
        let fields = [("day", day), ("note", "đã báo cáo quý")];
        a.villager.post(&format!("/tasks/{task}/answer"), &form(&fields)).await
    };
    for day in ["0", "1", "2"] {
        assert_eq!(answer(day).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(answer("1").await.status, StatusCode::CONFLICT, "a day is answered once");
    let early = a.answer(&a.villager, &task, "done-reported", "xong").await;
    assert!(early.text().contains("Còn 1 kỳ chưa báo"), "{}", early.text());
    let next = a.world.app.store().task(&task).await.expect("read").expect("there").next_due;
    assert_eq!(next.map(|day| day.to_string()).as_deref(), Some("2024-12-31"));
    answer("3").await;
    assert_eq!(a.answer(&a.villager, &task, "done-reported", "đủ 4 quý").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_second_editor_sees_what_changed_and_chooses() {
    let a = luong_phong().await;
    let task = a.task(&a.village, &[]).await;
    let seen = a.version(&task).await;
    let edit = async |who: &Caller, outcome: &str| {
        let fields = [("version", &*seen), ("work", "Việc"), ("lead", &*a.village), ("outcome", outcome)];
        who.post(&format!("/tasks/{task}/edit"), &form(&fields)).await
    };
    assert_eq!(edit(&a.office, "10 hộ").await.status, StatusCode::SEE_OTHER);
    let second = edit(&a.head, "11 hộ").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let text = second.text();
    assert!(text.contains("Bản mới nhất: 10 hộ") && text.contains(">11 hộ</textarea>"), "{text}");
    let stale = form(&[("version", &seen), ("to", "cancelled"), ("note", "không cần nữa")]);
    let step = a.head.post(&format!("/tasks/{task}/give"), &stale).await;
    assert_eq!(step.status, StatusCode::CONFLICT);
    assert!(step.text().contains("không cần nữa"), "what was typed is kept");
}

#[tokio::test]
async fn tasks_go_out_as_a_table_and_as_official_papers() {
    let a = luong_phong().await;
    let task = a.task(&a.village, &[("due", "30/6/2024"), ("work", "=Việc; có dấu")]).await;
    let paper = format!("/movements/{}/tasks/assignment.docx?unit={}", a.own.movement, a.village);
    let letter = format!("/movements/{}/tasks/urging.docx?unit={}", a.own.movement, a.village);
    assert_eq!(a.office.get(&letter).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is late");
    a.give(&a.office, &task, "given", "").await;
    for (address, start) in [(&paper, &b"PK"[..]), (&letter, b"PK"), (&letter.replace("docx", "pdf"), b"%PDF")] {
        let answer = a.office.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert!(answer.body.starts_with(start), "{address}");
    }
    let csv = a.office.get(&format!("/movements/{}/tasks.csv", a.own.movement)).await.text();
    assert!(csv.contains("\"'=Việc; có dấu\";\"Giao\";\"Thôn An Phú\""), "no formula, no broken column: {csv}");
    assert!(csv.contains("Quá hạn"));
}

#[tokio::test]
async fn delays_are_counted_in_working_days_and_deadlines_stand_in_the_calendar() {
    let a = luong_phong().await;
    let calendar = thidua_domain::calendar::WorkCalendar::shipped();
    let today = crate::world::today();
    let due = chrono::NaiveDate::from_ymd_opt(2024, 6, 28).expect("a day");
    let task = a.task(&a.village, &[("due", "28/6/2024")]).await;
    a.give(&a.office, &task, "given", "").await;
    let days = calendar.between(due, today).value;
    assert!(days < (today - due).num_days());
    let says = |days: i64| format!("Quá hạn {days} ngày làm việc");
    let page = a.office.get(&format!("/tasks/{task}")).await.text();
    assert!(page.contains(&says(days)), "{days}: {page}");
    // a day off that the authority enters is no day of delay
    let swap = form(&[("year", "2024"), ("document", "Thông báo 3/TB-UBND"), ("swaps", "02/7/2024 | 22/6/2024")]);
    let entered = a.office.post("/calendar/years", &swap).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
    let board = a.office.get(&format!("/movements/{}/tasks", a.own.movement)).await.text();
    assert!(board.contains(&says(days - 1)), "{days}");

    for who in [&a.office, &a.villager] {
        let year = who.get("/calendar?year=2024").await.text();
        assert!(year.contains("Vận động 12 hộ hiến đất làm đường") && year.contains(&format!("/tasks/{task}")));
        assert!(year.contains("chậm nhất ngày 28/6/2024"), "{year}");
    }
    assert!(!a.neighbour.get("/calendar?year=2024").await.text().contains("Vận động 12 hộ"), "only who has it");
    assert_eq!(a.give(&a.office, &task, "cancelled", "thôi").await.status, StatusCode::SEE_OTHER);
    assert!(
        !a.office.get("/calendar?year=2024").await.text().contains("Vận động 12 hộ"),
        "what is cancelled is gone"
    );
}
