//! Initiatives: handed in beside what is alike, judged blind, recognised, confirmed, used once, spread.

use crate::registrations::{form, person, unit_below};
use crate::world::{Answer, Caller, Ids, World, ids, world};
use axum::http::StatusCode;
use chrono::{NaiveDate, NaiveDateTime};
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::nominations::{Occasion, State};
use thidua_store::audit::Entry;
use thidua_store::nominations::{Nomination, Nominee, Round};

const SUMMARY: &str = "Quét hồ sơ khen thưởng, đặt mã theo quyết định và tra cứu bằng phần mềm văn phòng có sẵn.";

/// An initiative of the own unit; its identifier.
pub async fn hand_in(clerk: &Caller, title: &str) -> String {
    let fields = [
        ("title", title),
        ("kind", "initiative"),
        ("year", "2022"),
        ("authors", "Trần Văn Bình; 60\nLê Thị Hoa; 40"),
        ("first_used_on", "10/01/2022"),
        ("summary", SUMMARY),
        ("scope", "unit"),
        ("alike_seen", "yes"),
    ];
    let sent = clerk.post("/initiatives", &form(&fields)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location.split(['/', '?']).nth(2).expect("an identifier").to_owned()
}

async fn lo_ku() -> (Arc<World>, Ids, Caller, Caller) {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let office = Caller::signed_in(&world, "loku.thuongtruc").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    (world, own, office, head)
}

/// A council whose members hold office since 2022.
async fn council(office: &Caller) -> String {
    let id = crate::councils::add(office, "Hội đồng sáng kiến xã").await;
    let members = "Chủ tịch; Nguyễn Văn Một\nỦy viên; Phạm Thị Hai\nỦy viên; Lê Thị Hoa";
    let fields = [("version", "0"), ("number", "15/QĐ-UBND"), ("from", "10/01/2022"), ("members", members)];
    let decided = office.post(&format!("/councils/{id}/decisions"), &form(&fields)).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    id
}

fn refused(answer: &Answer, says: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}: {}", answer.text());
    assert!(answer.text().contains(says), "{says}: {}", answer.text());
}

fn done(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn what_is_alike_stands_beside_the_new_one_before_it_is_sent_and_shares_make_a_hundred() {
    let (_world, _own, office, _head) = lo_ku().await;
    assert!(office.get("/initiatives").await.text().contains("Chưa có sáng kiến nào"));
    let good = [
        ("title", "Mã hóa hồ sơ khen thưởng"),
        ("kind", "initiative"),
        ("year", "2022"),
        ("authors", "Trần Văn Bình; 60\nLê Thị Hoa; 40"),
        ("first_used_on", "10/01/2022"),
        ("summary", SUMMARY),
        ("scope", "unit"),
    ];
    for (change, says) in [
        (("authors", "Trần Văn Bình; 60\nLê Thị Hoa; 30"), "cộng lại là 90 %, phải đúng 100 %"),
        (("authors", "Trần Văn Bình; 60\nTrần Văn Bình; 40"), "Một người được ghi hai lần"),
        (("authors", "Trần Văn Bình\nLê Thị Hoa; 40"), "Dòng 1: ghi tỷ lệ"),
        (("authors", ""), "Cần nhập ô này."),
        (("year", "-1"), "Năm phải từ 1990"),
        (("year", "9999"), "Năm phải từ 1990"),
        (("first_used_on", "31/02/2022"), "không có trong lịch"),
        (("first_used_on", "10/01/2099"), "chưa đến"),
        (("first_used_on", "01/01/2023"), "Lần đầu áp dụng sau năm của sáng kiến"),
        (("summary", ""), "Cần nhập ô này."),
    ] {
        let fields: Vec<(&str, &str)> =
            good.iter().map(|one| if one.0 == change.0 { change } else { *one }).collect();
        let answer = office.post("/initiatives", &form(&fields)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{change:?}");
        assert!(answer.text().contains(says) || change.1 == "31/02/2022", "{says}: {}", answer.text());
        assert!(answer.text().contains("value=\"Mã hóa hồ sơ khen thưởng\""), "what was typed stays");
    }
    done(&office.post("/initiatives", &form(&good)).await);
    let again: Vec<(&str, &str)> =
        good.iter().map(|one| if one.0 == "title" { ("title", "Tra cứu hồ sơ bằng mã") } else { *one }).collect();
    let alike = office.post("/initiatives", &form(&again)).await;
    refused(&alike, "Có đoạn trùng với sáng kiến đã có");
    let text = alike.text();
    assert!(text.contains("Bản đã có") && text.contains("Mã hóa hồ sơ khen thưởng"), "{text}");
    assert!(text.matches("tra cứu bằng phần mềm văn phòng có sẵn").count() >= 3, "both texts are shown: {text}");
    let seen = [again.clone(), vec![("alike_seen", "yes")]].concat();
    done(&office.post("/initiatives", &form(&seen)).await);
    let found = office.get("/initiatives?q=ma+hoa").await.text();
    assert!(found.contains("1 sáng kiến") && found.contains("Mã hóa hồ sơ"), "{found}");
    assert!(office.get("/initiatives?q=le+thi+hoa&year=2022").await.text().contains("2 sáng kiến"));
    assert!(office.get("/initiatives?year=2021").await.text().contains("Không có mục nào"));
}

#[tokio::test]
async fn a_council_judges_without_seeing_whose_it_is_and_the_head_recognises_what_it_agreed_to() {
    let (world, own, office, head) = lo_ku().await;
    let id = hand_in(&office, "Mã hóa hồ sơ khen thưởng").await;
    let path = format!("/initiatives/{id}");
    let member = Caller::signed_in(&world, "loku.hoidong").await;
    let foreign = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(foreign.get(&path).await.status, StatusCode::NOT_FOUND);
    assert!(office.get(&format!("{path}?do=council")).await.text().contains("Chưa có hội đồng nào"));
    let body = council(&office).await;
    let put = |version: &'static str, day: &'static str, body: String| {
        form(&[("version", version), ("body", &body), ("judged_on", day), ("blind", "yes")])
    };
    let council_path = format!("{path}/council");
    assert_eq!(
        member.post(&council_path, &put("1", "01/3/2022", body.clone())).await.status,
        StatusCode::FORBIDDEN
    );
    refused(&office.post(&council_path, &put("1", "01/01/2022", body.clone())).await, "không có thành viên nào");
    done(&office.post(&council_path, &put("1", "01/3/2022", body.clone())).await);

    // the members do not see the authors, the office does
    let judging = format!("{path}/judging");
    for address in [&path, &judging] {
        let page = member.get(address).await.text();
        assert!(page.contains("Mã hóa hồ sơ") && !page.contains("Trần Văn Bình"), "{page}");
    }
    assert!(member.get("/initiatives").await.text().contains("ẩn đến khi hội đồng chấm xong"));
    assert!(member.get("/initiatives?q=binh").await.text().contains("Không có mục nào"));
    assert!(office.get(&path).await.text().contains("Trần Văn Bình (60 %)"));
    let card = |version: &str, judge: &str, marks: [&str; 3]| {
        form(&[
            ("version", version),
            ("member", judge),
            ("mark-0", marks[0]),
            ("mark-1", marks[1]),
            ("mark-2", marks[2]),
            ("says", "Áp dụng được ngay"),
        ])
    };
    refused(&member.post(&judging, &card("0", "", ["20", "30", "20"])).await, "Chọn thành viên chấm");
    refused(&member.post(&judging, &card("0", "1", ["31", "30", ""])).await, "số nguyên từ 0 đến 30");
    refused(&member.post(&judging, &card("0", "3", ["20", "30", "20"])).await, "không chấm sáng kiến của mình");
    done(&member.post(&judging, &card("0", "1", ["25", "35", "25"])).await);
    let stale = member.post(&judging, &card("0", "1", ["1", "1", "1"])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "a second tab is told");
    refused(&office.post(&judging, &card("1", "1", ["1", "1", "1"])).await, "do tài khoản khác nộp");
    let page = office.get(&path).await.text();
    assert!(page.contains("1/3 phiếu chấm đã nộp") && !page.contains("Điểm trung bình"), "{page}");
    assert!(
        !page.contains("Áp dụng được ngay") && !page.contains("<td class=\"num\">85</td>"),
        "no card before the close"
    );

    // too few cards give no result; nothing is recognised before one
    let version = |n: &'static str| form(&[("version", n)]);
    refused(&office.post(&format!("{path}/close"), &version("2")).await, "Có 1 phiếu chấm, cần ít nhất 2");
    let decision = |n: &'static str, number: &'static str, day: &'static str| {
        form(&[("version", n), ("number", number), ("dated", day), ("by", "Chủ tịch UBND xã")])
    };
    let recognise = format!("{path}/recognise");
    refused(&head.post(&recognise, &decision("2", "20/QĐ-UBND", "10/3/2022")).await, "Hội đồng chưa có kết quả");
    done(&office.post(&judging, &card("0", "2", ["20", "30", "20"])).await);
    done(&office.post(&format!("{path}/close"), &version("2")).await);
    let late = office.post(&judging, &card("1", "2", ["0", "0", "0"])).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "no card after the close");
    let page = member.get(&path).await.text();
    assert!(page.contains("Hội đồng đồng ý") && page.contains("2/2 phiếu đồng ý"), "{page}");
    assert!(
        page.contains("Trần Văn Bình") && page.contains("<td class=\"num\">85</td>"),
        "all is shown now: {page}"
    );

    // the head decides, not the office, and not before the council's day
    assert_eq!(
        office.post(&recognise, &decision("3", "20/QĐ-UBND", "10/3/2022")).await.status,
        StatusCode::FORBIDDEN
    );
    refused(&head.post(&recognise, &decision("3", "20/QĐ-UBND", "28/02/2022")).await, "trước ngày hội đồng xét");
    refused(&head.post(&recognise, &decision("3", "", "10/3/2022")).await, "Cần nhập ô này.");
    refused(
        &head.post(&format!("{path}/refuse"), &form(&[("version", "3"), ("reason", "x")])).await,
        "Không thể chuyển",
    );
    done(&head.post(&recognise, &decision("3", "20/QĐ-UBND", "10/3/2022")).await);
    let page = office.get(&path).await.text();
    assert!(page.contains("20/QĐ-UBND, 10/3/2022") && page.contains("Đã công nhận"), "{page}");
    let log = office.get("/audit").await.text();
    assert!(log.contains("nộp phiếu chấm sáng kiến") && !log.contains(" 85"), "no marks in the log: {log}");

    // a wider scope needs the decision of a province or ministry
    let wider = form(&[
        ("version", "4"),
        ("scope", "province"),
        ("number", "99/QĐ-UBND"),
        ("dated", "10/5/2022"),
        ("by", "Chủ tịch UBND tỉnh"),
    ]);
    refused(
        &head.post(&format!("{path}/widen"), &wider).await,
        "Phạm vi rộng hơn chỉ do bộ, ban, ngành, tỉnh công nhận",
    );
    let parts: [(&str, Option<&str>, &[u8]); 6] = [
        ("version", None, b"4"),
        ("scope", None, b"province"),
        ("number", None, "99/QĐ-UBND".as_bytes()),
        ("dated", None, b"10/5/2022"),
        ("by", None, "Chủ tịch UBND tỉnh".as_bytes()),
        ("file", Some("qd.pdf"), b"%PDF-1.7 x"),
    ];
    done(&head.post_parts(&format!("{path}/widen"), &parts).await);
    let page = office.get(&path).await.text();
    assert!(page.contains("99/QĐ-UBND") && page.contains("phạm vi bộ, ban, ngành, tỉnh"), "{page}");

    // confirmed by who adopted it, spread to units below, which say when they have
    let village = unit_below(&world, &own.unit, "Thôn Đông").await;
    let writer = person(&world, &village, "thondong", Role::Reporter).await;
    assert_eq!(writer.get(&path).await.status, StatusCode::OK, "what is recognised is read by those below");
    let paper = form(&[("by_unit", "UBND xã khác"), ("dated", "01/6/2022"), ("says", "Áp dụng tốt")]);
    refused(&office.post(&format!("{path}/confirmations"), &paper).await, "Đính kèm văn bản xác nhận");
    let own_word = form(&[("unit", &village), ("dated", "01/6/2022"), ("says", "Thôn áp dụng từ tháng 4")]);
    done(&writer.post(&format!("{path}/confirmations"), &own_word).await);
    let ask = |units: &str| form(&[("units", units), ("until", "01/7/2022"), ("passed", "yes")]);
    let spread = format!("{path}/adoptions");
    assert_eq!(writer.post(&spread, &ask("Thôn Đông")).await.status, StatusCode::FORBIDDEN);
    refused(&office.post(&spread, &ask("Thôn Nam")).await, "“Thôn Nam”");
    done(&office.post(&spread, &ask("thôn đông")).await);
    assert!(office.get(&path).await.text().contains("quá hạn"), "late in working days");
    let adopted = format!("{path}/adopted?unit={village}");
    let told = form(&[("version", "1"), ("done_on", "15/6/2022"), ("said", "Đã dùng cho 30 hồ sơ")]);
    assert_eq!(foreign.post(&adopted, &told).await.status, StatusCode::NOT_FOUND);
    done(&writer.post(&adopted, &told).await);
    assert_eq!(writer.post(&adopted, &told).await.status, StatusCode::CONFLICT);
    let page = office.get(&path).await.text();
    assert!(page.contains("Đã dùng cho 30 hồ sơ") && page.contains("Thôn áp dụng từ tháng 4"), "{page}");
}

#[tokio::test]
async fn an_initiative_is_corrected_over_the_version_that_was_seen_returned_and_withdrawn() {
    let (world, _own, office, _head) = lo_ku().await;
    let id = hand_in(&office, "Mã hóa hồ sơ khen thưởng").await;
    let path = format!("/initiatives/{id}");
    let fields = |version: &'static str, title: &'static str| {
        form(&[
            ("version", version),
            ("title", title),
            ("kind", "initiative"),
            ("year", "2022"),
            ("authors", "Trần Văn Bình; 100"),
            ("summary", SUMMARY),
            ("scope", "unit"),
        ])
    };
    done(&office.post(&path, &fields("1", "Tên mới")).await);
    let stale = office.post(&path, &fields("1", "Tên khác")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("Hiện đang ghi: Tên mới") && stale.text().contains("value=\"Tên khác\""));
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    assert_eq!(viewer.post(&path, &fields("2", "x")).await.status, StatusCode::FORBIDDEN);
    let page = office.get(&path).await.text();
    assert!(page.contains("Chưa ghi ngày áp dụng lần đầu"), "what is the matter is told: {page}");
    let body = council(&office).await;
    let put = form(&[("version", "2"), ("body", &body), ("judged_on", "01/3/2022")]);
    done(&office.post(&format!("{path}/council"), &put).await);
    let reason = |version: &'static str, why: &'static str| form(&[("version", version), ("reason", why)]);
    refused(&office.post(&format!("{path}/back"), &reason("3", "")).await, "Cần nhập ô này.");
    done(&office.post(&format!("{path}/back"), &reason("3", "Bổ sung minh chứng")).await);
    assert!(office.get(&path).await.text().contains("Bổ sung minh chứng"));
    done(&office.post(&format!("{path}/withdraw"), &reason("4", "Tác giả rút")).await);
    let page = office.get(&path).await.text();
    assert!(page.contains("Tác giả rút") && !page.contains("?do=correct"), "{page}");
    refused(&office.post(&format!("{path}/withdraw"), &reason("5", "x")).await, "Không thể chuyển");
}

#[tokio::test]
async fn a_council_sets_its_own_criteria_and_what_stands_before_it_keeps_those_it_came_with() {
    let (world, _own, office, _head) = lo_ku().await;
    let page = office.get("/initiative-rules").await.text();
    assert!(page.contains("bộ tiêu chí mở đầu") && page.contains("Tính mới trong phạm vi cơ sở"), "{page}");
    let id = hand_in(&office, "Mã hóa hồ sơ khen thưởng").await;
    let body = council(&office).await;
    let put = form(&[("version", "1"), ("body", &body), ("judged_on", "01/3/2022")]);
    done(&office.post(&format!("/initiatives/{id}/council"), &put).await);
    let rule = |version: &'static str, criteria: &'static str, total: &'static str, agreeing: &'static str| {
        form(&[
            ("version", version),
            ("criteria", criteria),
            ("total", total),
            ("agreeing", agreeing),
            ("cards", "1/2"),
            ("source", "Quy chế số 3"),
        ])
    };
    for (criteria, total, agreeing, says) in [
        ("", "5", "70", "Cần nhập ô này."),
        ("Tính mới; mười", "5", "70", "Dòng 1:"),
        ("Tính mới; 10; 11", "5", "70", "không nhỏ hơn điểm tối thiểu"),
        ("Tính mới; 10; 5", "11", "70", "vượt tổng điểm tối đa"),
        ("Tính mới; 10; 5", "5", "nhiều", "Tỷ lệ phiếu đồng ý chưa đúng"),
    ] {
        refused(&office.post("/initiative-rules", &rule("0", criteria, total, agreeing)).await, says);
    }
    done(&office.post("/initiative-rules", &rule("0", "Tính mới; 10; 5\nHiệu quả; 20", "15", "2/3")).await);
    assert_eq!(
        office.post("/initiative-rules", &rule("0", "Khác; 10", "5", "70")).await.status,
        StatusCode::CONFLICT
    );
    let page = office.get("/initiative-rules").await.text();
    assert!(page.contains("Hiệu quả") && page.contains("15/30") && !page.contains("bộ tiêu chí mở đầu"), "{page}");
    let kept = office.get(&format!("/initiatives/{id}/judging")).await.text();
    assert!(kept.contains("Tính mới trong phạm vi cơ sở"), "{kept}");
    let member = Caller::signed_in(&world, "loku.hoidong").await;
    assert_eq!(
        member.post("/initiative-rules", &rule("1", "Khác; 10", "5", "70")).await.status,
        StatusCode::FORBIDDEN
    );
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// Nominations of a person for some awards, received under the law of 2025; with their identifiers.
async fn nominate(world: &World, unit: &str, person: &str, awards: &[&str]) -> Vec<Nomination> {
    let store = world.app.store();
    let change = store.change(world.app.system("test")).await.expect("a change");
    let entry = |id: &str| Entry {
        unit_id: Some(unit.to_owned()),
        act: "nomination.added",
        subject: "nomination",
        subject_id: id.to_owned(),
        detail: None,
    };
    let round = Round {
        id: change.new_id(),
        unit_id: unit.to_owned(),
        name: "Năm 2024".into(),
        occasion: Occasion::Regular,
        movement_id: None,
        wave_id: None,
        year: 2024,
        from: day(2024, 1, 1),
        to: day(2024, 12, 31),
        deadline: None,
        note: None,
        closed_on: None,
        illustrative: false,
        version: 0,
        account_name: String::new(),
        written_at: NaiveDateTime::MIN,
    };
    change.write_award_round(&round).await.expect("a round");
    let mut found = Vec::new();
    for award in awards {
        let it = Nomination {
            id: change.new_id(),
            round_id: round.id.clone(),
            unit_id: unit.to_owned(),
            award: (*award).to_owned(),
            award_name: format!("Danh hiệu {award}"),
            nominee: Nominee {
                kind: SubjectKind::Individual,
                person_id: Some(person.to_owned()),
                unit_id: None,
                name: "Trần Văn Bình".into(),
                post: None,
                of_unit: "Văn phòng".into(),
                category: None,
                leader: None,
                female: None,
            },
            merit: "Tốt".into(),
            report: None,
            influence: None,
            achieved_on: None,
            state: State::Draft,
            supplements: 0,
            received_on: None,
            downgraded_from: None,
            judged: None,
            selection: None,
            place: 0,
            illustrative: false,
            version: 0,
            account_id: None,
            account_name: String::new(),
            written_at: NaiveDateTime::MIN,
        };
        change.write_nomination(&it).await.expect("a nomination");
        found.push(Nomination { version: 1, ..it });
    }
    for it in &mut found {
        change.move_nomination(it, State::Appraisal, None, Some(day(2025, 3, 10))).await.expect("received");
        (it.state, it.version) = (State::Appraisal, 2);
    }
    change.commit(entry(&round.id)).await.expect("committed");
    found
}

#[tokio::test]
async fn an_initiative_counts_once_only_where_the_law_says_so() {
    let (world, own, office, head) = lo_ku().await;
    let unit = world.app.store().unit(&own.unit).await.expect("read").expect("the unit").name;
    let person = [("name", "Trần Văn Bình"), ("unit", unit.as_str()), ("category", "official")];
    let added = office.post("/people", &crate::people::form(&person)).await;
    let person = added.location.trim_start_matches("/people/").split('?').next().expect("an identifier").to_owned();
    let id = hand_in(&office, "Mã hóa hồ sơ khen thưởng").await;
    let path = format!("/initiatives/{id}");
    let kept = world.app.store().initiative(&id).await.expect("read").expect("there");
    assert_eq!(kept.authors[0].person_id.as_ref(), Some(&person), "the author is the one of the register");
    let body = council(&office).await;
    done(
        &office
            .post(
                &format!("{path}/council"),
                &form(&[("version", "1"), ("body", &body), ("judged_on", "01/3/2022")]),
            )
            .await,
    );
    for judge in ["1", "2"] {
        let card = [("version", "0"), ("member", judge), ("mark-0", "30"), ("mark-1", "40"), ("mark-2", "30")];
        done(&office.post(&format!("{path}/judging"), &form(&card)).await);
    }
    done(&office.post(&format!("{path}/close"), &form(&[("version", "2")])).await);
    let told = office.get(&path).await.text();
    assert!(told.contains("2 phiếu do một tài khoản nhập thay thành viên"), "{told}");
    let decision = [("version", "3"), ("number", "20/QĐ"), ("dated", "10/3/2022"), ("by", "Chủ tịch")];
    done(&head.post(&format!("{path}/recognise"), &form(&decision)).await);

    let nominations = nominate(&world, &own.unit, &person, &["CSTDCS", "BKBT", "CSTDBT"]).await;
    let [fighter, diploma, wide] = &nominations[..] else { panic!("three nominations") };
    let uses = format!("{path}/uses");
    let take = |version: &str, it: &Nomination, sure: &str| {
        form(&[("version", version), ("nomination", &it.id), ("sure", sure)])
    };
    assert!(office.get(&format!("{path}?do=use")).await.text().contains("Danh hiệu CSTDBT"));
    refused(&office.post(&uses, &take("4", wide, "")).await, "cần phạm vi bộ, ban, ngành, tỉnh");
    done(&office.post(&uses, &take("4", fighter, "")).await);
    assert!(office.get(&path).await.text().contains("hồ sơ đang xét"));
    // while the first is not granted, a person decides about the second
    refused(&office.post(&uses, &take("5", diploma, "")).await, "Cần người có trách nhiệm xem");
    let change = world.app.store().change(world.app.system("test")).await.expect("a change");
    change.move_nomination(fighter, State::Granted, None, None).await.expect("granted");
    let entry = Entry {
        unit_id: None,
        act: "nomination.moved",
        subject: "nomination",
        subject_id: fighter.id.clone(),
        detail: None,
    };
    change.commit(entry).await.expect("committed");
    let second = office.post(&uses, &take("5", diploma, "yes")).await;
    refused(&second, "chỉ được tính một lần theo Luật 06/2022/QH15 Điều 74 khoản 1 điểm d");
    let facts = world.app.store().initiatives_of_person(&person).await.expect("read");
    assert_eq!((facts.len(), facts[0].year, facts[0].uses[0].award.as_str()), (1, 2022, "CSTDCS"));
    let drop = form(&[("version", "5"), ("nomination", &fighter.id)]);
    let kept = office.post(&format!("{uses}/drop"), &drop).await;
    assert_eq!(kept.status, StatusCode::CONFLICT, "what was granted stays used");
}
