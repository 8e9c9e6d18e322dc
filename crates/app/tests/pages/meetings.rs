//! A council meets: members of the day, the book, conflicts, ballots without names, two tellers, results, minutes.

use crate::councils::add as add_council;
use crate::registrations::{form, person};
use crate::world::{Answer, Caller, Ids, World, ids, world};
use axum::http::StatusCode;
use chrono::NaiveDate;
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::nominations::{Occasion, State as Nominated};
use thidua_store::audit::Entry;
use thidua_store::nominations::{Cited, Judged, Nomination, Nominee, Round};

pub const COUNCIL: &str = "Chủ tịch; Nguyễn Văn Một; Chủ tịch UBND\nPhó Chủ tịch; Trần Thị Hai\n\
                       Thư ký; Phạm Thị Tư\nỦy viên; Lê Văn Ba\nỦy viên; Vũ Văn Năm";

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).expect("a day")
}

/// A council of five at Lơ Ku; its identifier.
async fn council(clerk: &Caller, members: &str) -> String {
    let id = add_council(clerk, "Hội đồng Thi đua - Khen thưởng xã Lơ Ku").await;
    let fields = [("version", "0"), ("number", "15/QĐ-UBND"), ("from", "10/01/2022"), ("members", members)];
    let decided = clerk.post(&format!("/councils/{id}/decisions"), &form(&fields)).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    id
}

pub struct Proposed {
    pub name: &'static str,
    award: &'static str,
    award_name: &'static str,
    report: &'static str,
    pub verdict: &'static str,
    pub downgraded_from: Option<&'static str>,
}

pub const PROVINCE: (&str, &str) = ("CSTDBT", "Chiến sĩ thi đua cấp tỉnh");
pub const UNIT: (&str, &str) = ("LDTT", "Lao động tiên tiến");

pub fn proposed(name: &'static str, award: (&'static str, &'static str), report: &'static str) -> Proposed {
    Proposed { name, award: award.0, award_name: award.1, report, verdict: "eligible", downgraded_from: None }
}

/// A round with nominations that wait for the council; the identifiers of the nominations.
pub async fn put_to_council(world: &World, unit: &str, all: &[Proposed]) -> Vec<String> {
    let store = world.app.store();
    let change = store.change(world.app.system("test")).await.expect("a change");
    let at = change.author().at;
    let round = Round {
        id: change.new_id(),
        unit_id: unit.into(),
        name: "Xét khen thưởng năm 2022".into(),
        occasion: Occasion::Regular,
        movement_id: None,
        wave_id: None,
        year: 2022,
        from: day(1, 1),
        to: day(12, 31),
        deadline: None,
        note: None,
        closed_on: None,
        illustrative: false,
        version: 0,
        account_name: String::new(),
        written_at: at,
    };
    change.write_award_round(&round).await.expect("a round");
    let mut found = Vec::new();
    for (one, place) in all.iter().zip(1..) {
        let mut it = Nomination {
            id: change.new_id(),
            round_id: round.id.clone(),
            unit_id: unit.into(),
            award: one.downgraded_from.unwrap_or(one.award).into(),
            award_name: one.award_name.into(),
            nominee: Nominee {
                kind: SubjectKind::Individual,
                person_id: None,
                unit_id: None,
                name: one.name.into(),
                post: None,
                of_unit: "UBND xã Lơ Ku".into(),
                category: Some("farmer".into()),
                leader: Some(false),
                female: Some(true),
            },
            merit: format!("Thành tích của {}", one.name),
            report: Some(one.report.into()),
            influence: None,
            achieved_on: None,
            state: Nominated::Draft,
            supplements: 0,
            received_on: None,
            downgraded_from: None,
            judged: None,
            selection: Some((9, 10)),
            place,
            illustrative: false,
            version: 0,
            account_id: None,
            account_name: String::new(),
            written_at: at,
        };
        change.write_nomination(&it).await.expect("a nomination");
        it.version = 1;
        for to in [Nominated::Submitted, Nominated::Appraisal, Nominated::Council] {
            change.move_nomination(&it, to, None, Some(day(11, 1))).await.expect("moved");
            it = Nomination { state: to, version: it.version + 1, ..it };
        }
        if one.downgraded_from.is_some() {
            let (award, name) = (one.award, one.award_name);
            change.downgrade_nomination(&it, award, name, Nominated::Council, "Đồng ý").await.expect("moved down");
        }
        let told = r#"{"conditions": [
            {"number": "AWD-1", "says": "Hoàn thành xuất sắc nhiệm vụ", "article": "Luật 15/2003/QH11 Điều 21",
             "source_mark": "V", "outcome": "true", "uses": ["xếp loại năm 2022"], "missing": [], "mend": null},
            {"number": "AWD-2", "says": "Có sáng kiến", "article": "Điều 22", "source_mark": "U",
             "outcome": "unknown", "uses": [], "missing": ["giấy chứng nhận sáng kiến"], "mend": null}]}"#;
        let judged = Judged {
            regime: "A".into(),
            pack: "thi-dua@thu".into(),
            verdict: one.verdict.into(),
            told: told.into(),
        };
        change.keep_judgement(&it.id, &judged).await.expect("kept");
        let cited = Cited {
            kind: "task".into(),
            result_id: "t1".into(),
            says: "Dọn đường làng".into(),
            address: Some("/tasks/t1".into()),
        };
        change.cite_results(&it.id, &[cited]).await.expect("cited");
        found.push(it.id);
    }
    let entry = Entry {
        unit_id: Some(unit.into()),
        act: "plan.imported",
        subject: "plan",
        subject_id: round.id,
        detail: None,
    };
    change.commit(entry).await.expect("committed");
    found
}

pub struct Setting {
    pub world: Arc<World>,
    pub own: Ids,
    pub clerk: Caller,
    /// The address of the meeting.
    pub path: String,
    pub nominations: Vec<String>,
}

pub fn called(body: &str, held_on: &str) -> String {
    form(&[
        ("body", body),
        ("name", "Họp xét khen thưởng năm 2022"),
        ("held_on", held_on),
        ("place", "Hội trường xã"),
    ])
}

/// The version that the page of the meeting shows.
async fn version(caller: &Caller, path: &str) -> String {
    let page = caller.get(path).await.text();
    let rest = page.split_once("name=\"version\" value=\"").expect("a version").1;
    rest.split_once('"').expect("an end").0.to_owned()
}

pub async fn post(caller: &Caller, path: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
    let seen = version(caller, path).await;
    let mut all = vec![("version", seen.as_str())];
    all.extend(fields);
    caller.post(&format!("{path}/{action}"), &form(&all)).await
}

/// A meeting of a council of five on some nominations, or on nobody's.
async fn called_on(
    world: &World,
    clerk: &Caller,
    unit: &str,
    members: &str,
    all: &[Proposed],
) -> (String, Vec<String>) {
    let nominations = put_to_council(world, unit, all).await;
    let body = council(clerk, members).await;
    let page = clerk.get("/meetings").await.text();
    let round = page.split_once("Xét khen thưởng năm 2022</option>").expect("the round is offered").0;
    let round = round.rsplit("<option value=\"").next().and_then(|rest| rest.split('"').next()).expect("its value");
    let fields = format!("{}&round={round}", called(&body, "05/12/2022"));
    let answer = clerk.post("/meetings", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let path = answer.location.split('?').next().expect("a path").to_owned();
    let ticks: Vec<(String, &str)> = nominations.iter().map(|id| (format!("n_{id}"), "yes")).collect();
    let ticks: Vec<(&str, &str)> = ticks.iter().map(|(name, yes)| (name.as_str(), *yes)).collect();
    let chosen = post(clerk, &path, "items", &ticks).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
    (path, nominations)
}

/// A meeting with one item; its identifier.
pub async fn call(world: &World, clerk: &Caller, unit: &str) -> String {
    let all = [proposed("Nguyễn Thị Mẫu", UNIT, "Báo cáo")];
    let (path, _) = called_on(world, clerk, unit, COUNCIL, &all).await;
    path.rsplit('/').next().expect("an identifier").to_owned()
}

/// A meeting at Lơ Ku that considers some nominations.
pub async fn meeting(members: &str, all: &[Proposed]) -> Setting {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let (path, nominations) = called_on(&world, &clerk, &own.unit, members, all).await;
    Setting { world, own, clerk, path, nominations }
}

pub const OWN_RULE: [(&str, &str); 7] = [
    ("which", "all"),
    ("ballot", "secret"),
    ("base", "all-members"),
    ("sort", "more-than"),
    ("share", "50"),
    ("quorum", "2/3"),
    ("source", "Quy chế hoạt động của Hội đồng, Điều 7"),
];

/// Sheets of items 1, 2, …: issued, returned, valid, invalid, for, against.
pub fn sheets(items: &[[u32; 6]], versions: &[&str]) -> String {
    let mut fields = Vec::new();
    for ((numbers, item), version) in items.iter().zip(1..).zip(versions) {
        for (field, number) in ["issued", "returned", "valid", "invalid", "for", "against"].iter().zip(numbers) {
            fields.push((format!("{field}_{item}"), number.to_string()));
        }
        fields.push((format!("v_{item}"), (*version).to_owned()));
    }
    form(&fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>())
}

#[tokio::test]
async fn a_meeting_is_called_on_a_real_day_with_the_members_of_that_day() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert!(clerk.get("/meetings").await.text().contains("Chưa có hội đồng nào"));
    let body = council(&clerk, COUNCIL).await;
    for (held_on, says) in [
        ("09/01/2022", "Vào ngày này hội đồng chưa có thành viên"),
        ("31/02/2022", "Không có ngày này"),
        ("01/01/9999", "Năm"),
        ("", "Cần nhập ô này."),
    ] {
        let refused = clerk.post("/meetings", &called(&body, held_on)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{held_on}");
        let text = refused.text();
        assert!(text.contains(says) && text.contains("Hội trường xã"), "{held_on}: {text}");
    }
    let answer = clerk.post("/meetings", &called(&body, "05/12/2022")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = clerk.get(&answer.location).await.text();
    for name in ["Nguyễn Văn Một", "Phạm Thị Tư", "Lê Văn Ba"] {
        assert!(page.contains(name), "{name}");
    }
    // somebody of another authority finds nothing, a viewer sees the meeting and not the book
    let path = answer.location.split('?').next().expect("a path");
    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(path).await.status, StatusCode::NOT_FOUND);
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    assert_eq!(viewer.get(path).await.status, StatusCode::OK);
    assert_eq!(viewer.get(&format!("{path}/book")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_council_votes_on_paper_and_nobody_sees_a_number_before_two_tellers_agree() {
    let all = [
        proposed("Nguyễn Thị Mẫu", PROVINCE, "Báo cáo thứ nhất về vườn cà phê"),
        proposed("Lê Văn Ba", UNIT, "Báo cáo thứ hai về thủy lợi"),
    ];
    let it = meeting(COUNCIL, &all).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    let page = clerk.get(path).await.text();
    // the law's rule for the first; for the second it has none, and nobody votes before a person said how
    assert!(page.contains("từ 90 %") && page.contains("Nghị định 91/2017/NĐ-CP Điều 45 khoản 8"), "{page}");
    assert!(page.contains("luật chưa có quy tắc"), "{page}");
    let refused = post(clerk, path, "open", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("1 nội dung chưa có quy tắc bỏ phiếu được xác nhận"));
    for (change, says) in [
        (("share", "0"), "từ 1 đến 100"),
        (("share", "năm mươi"), "từ 1 đến 100"),
        (("quorum", "nhiều"), "Ghi phân số"),
        (("source", ""), "Cần nhập ô này."),
    ] {
        let fields: Vec<(&str, &str)> =
            OWN_RULE.iter().map(|one| if one.0 == change.0 { change } else { *one }).collect();
        let refused = post(clerk, path, "rules", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{change:?}");
        assert!(refused.text().contains(says), "{change:?}: {}", refused.text());
    }
    assert_eq!(post(clerk, path, "rules", &OWN_RULE).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(path).await.text();
    assert!(page.contains("trên 50 %") && page.contains("thư ký xác nhận"), "{page}");
    assert!(page.contains("từ 90 %"), "what the law says stands");

    // the member who is proposed is given no ballot, and cannot be given one
    let away = clerk.get(&format!("{path}/recusals")).await.text();
    assert!(away.contains("Lê Văn Ba: là đối tượng được xét"), "{away}");
    let lifted = post(clerk, path, "recusals/lift", &[("item", "2"), ("member", "5"), ("why", "x")]).await;
    assert_ne!(lifted.status, StatusCode::SEE_OTHER);
    let declared = [("member", "2"), ("item", "1"), ("reason", "family"), ("says", "em ruột")];
    assert_eq!(post(clerk, path, "recusals", &declared).await.status, StatusCode::SEE_OTHER);
    let away = clerk.get(&format!("{path}/recusals")).await.text();
    assert!(away.contains("Trần Thị Hai: có quan hệ gia đình (em ruột)"), "{away}");
    let back = [("item", "1"), ("member", "2"), ("why", "khai nhầm người")];
    assert_eq!(post(clerk, path, "recusals/lift", &back).await.status, StatusCode::SEE_OTHER);

    // too few are in the room: refused with the number that is needed; the meeting may only end without a vote
    let few = [("m_1", "absent"), ("m_2", "absent")];
    assert_eq!(post(clerk, path, "attendance", &few).await.status, StatusCode::SEE_OTHER);
    let refused = post(clerk, path, "open", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Có mặt 3 thành viên, cần ít nhất 4"), "{}", refused.text());
    let there = [("m_1", "present"), ("m_2", "written")];
    assert_eq!(post(clerk, path, "attendance", &there).await.status, StatusCode::SEE_OTHER);
    assert_ne!(post(clerk, path, "adjourn", &[]).await.status, StatusCode::SEE_OTHER, "there is a quorum");
    for early in ["ballots", "count", "minutes", "minutes.docx"] {
        assert_eq!(clerk.get(&format!("{path}/{early}")).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{early}");
    }
    assert_eq!(post(clerk, path, "open", &[]).await.status, StatusCode::SEE_OTHER);

    // ballots: as many of each sort as members may have it, slips for each item, and no name of a member
    let slips = clerk.get(&format!("{path}/ballots?by=item")).await.text();
    assert!(slips.contains("In 5 bản") && slips.contains("In 3 bản"), "{slips}");
    let ballots = clerk.get(&format!("{path}/ballots")).await.text();
    assert!(ballots.contains("In 3 bản") && ballots.contains("In 2 bản"), "{ballots}");
    for name in ["Nguyễn Văn Một", "Trần Thị Hai", "Phạm Thị Tư", "Vũ Văn Năm"] {
        assert!(!ballots.contains(name) && !slips.contains(name), "{name} stands on a ballot");
    }

    // the first teller; then the second, who sees nothing of the first
    let other = Caller::signed_in(&it.world, "loku.hoidong").await;
    let count = format!("{path}/count");
    let wrong = clerk.post(&count, &sheets(&[[9, 5, 5, 0, 5, 0]], &["0"])).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Phát ra 9 phiếu nhưng chỉ 5 thành viên"), "{}", wrong.text());
    let wrong = clerk.post(&count, &sheets(&[[5, 5, 4, 0, 4, 0]], &["0"])).await;
    assert!(wrong.text().contains("cộng lại là 4, khác 5"), "{}", wrong.text());
    let first = clerk.post(&count, &sheets(&[[5, 5, 5, 0, 5, 0], [3, 3, 3, 0, 2, 1]], &["0", "0"])).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    let page = other.get(&count).await.text();
    assert!(page.contains("Bạn là người kiểm phiếu thứ 2."), "{page}");
    assert!(page.contains("id=\"for_1\" name=\"for_1\" value=\"\""), "empty for the second: {page}");
    let refused = post(clerk, path, "close", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Chưa có người kiểm phiếu thứ 2"), "{}", refused.text());
    let second = other.post(&count, &sheets(&[[5, 5, 5, 0, 5, 0], [3, 3, 3, 0, 3, 0]], &["0", "0"])).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER, "{}", second.text());
    let third = person(&it.world, &it.own.unit, "loku.hoidong2", Role::CouncilMember).await;
    let no = third.get(&count).await;
    assert!(no.text().contains("Đã có hai người kiểm phiếu"), "{}", no.text());

    // they differ: the field is named, no number is
    for reader in [clerk, &other] {
        let page = reader.get(path).await.text();
        assert!(page.contains("Mục 2 (Lê Văn Ba): hai người kiểm ghi khác nhau ở “Số phiếu đồng ý”"), "{page}");
        assert!(!page.contains("thông qua</span>"), "{page}");
    }
    let refused = post(clerk, path, "close", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(clerk.get(&format!("{path}/minutes")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mended = other.post(&count, &sheets(&[[5, 5, 5, 0, 5, 0], [3, 3, 3, 0, 2, 1]], &["1", "1"])).await;
    assert_eq!(mended.status, StatusCode::SEE_OTHER, "{}", mended.text());
    assert!(clerk.get(path).await.text().contains("Hai phiếu kiểm khớp nhau"));
    assert_eq!(post(clerk, path, "close", &[]).await.status, StatusCode::SEE_OTHER);

    // five of five passed; two of five are not more than a half of all members
    let page = clerk.get(path).await.text();
    assert!(page.contains("5/5 (100%)") && page.contains("2/5 (40%)"), "{page}");
    assert!(page.contains("st-met\">thông qua<") && page.contains("st-missed\">không thông qua<"), "{page}");
    for id in &it.nominations {
        let kept = it.world.app.store().nomination(id).await.expect("read").expect("there");
        assert_eq!(kept.state, Nominated::Voted);
    }
    let late = other.post(&count, &sheets(&[[5, 5, 5, 0, 0, 5]], &["1"])).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "numbers are locked");

    // minutes after the close, on paper too; what was said is the secretary's
    let minutes = format!("{path}/minutes");
    let page = clerk.get(&minutes).await.text();
    assert!(page.contains("có mặt 4/5 thành viên, 1 thành viên gửi phiếu bằng văn bản"), "{page}");
    let seen = version(clerk, &minutes).await;
    let said = form(&[("version", &*seen), ("said", "Hội đồng thống nhất")]);
    assert_eq!(clerk.post(&minutes, &said).await.status, StatusCode::SEE_OTHER);
    let stale = clerk.post(&minutes, &said).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "somebody was first");
    for (paper, begins) in [("docx", &b"PK"[..]), ("pdf", &b"%PDF"[..])] {
        let sent = clerk.get(&format!("{minutes}.{paper}")).await;
        assert_eq!(sent.status, StatusCode::OK);
        assert!(sent.body.starts_with(begins), "{paper}");
    }
}

#[tokio::test]
async fn counts_of_a_secret_vote_stand_in_no_log_and_on_no_page_before_the_close() {
    // names without digits: a digit in the log is then a count or a place on the list
    let letters = ('A'..='Z').flat_map(|one| ('A'..='C').map(move |other| format!("{one}{other}"))).take(61);
    let members: String = letters
        .enumerate()
        .map(|(at, name)| format!("{}; Thành viên {name}\n", if at == 0 { "Chủ tịch" } else { "Ủy viên" }))
        .collect();
    let it = meeting(&members, &[proposed("Nguyễn Thị Mẫu", PROVINCE, "Báo cáo")]).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    assert_eq!(post(clerk, path, "open", &[]).await.status, StatusCode::SEE_OTHER);
    let other = Caller::signed_in(&it.world, "loku.hoidong").await;
    let count = format!("{path}/count");
    // numbers that stand nowhere else
    let sheet = sheets(&[[58, 57, 55, 2, 47, 8]], &["0"]);
    for teller in [clerk, &other] {
        let counted = teller.post(&count, &sheet).await;
        assert_eq!(counted.status, StatusCode::SEE_OTHER, "{}", counted.text());
    }
    let hidden = ["58", "57", "55", "47"];
    let log = it.world.app.store().audit_log(None, 1_000).await.expect("the log");
    let details: Vec<&str> = log.iter().filter_map(|one| one.detail.as_deref()).collect();
    assert!(log.iter().any(|one| one.act == "meeting.counted"));
    for detail in &details {
        let numbers: Vec<&str> = detail.split(|c: char| !c.is_ascii_digit()).collect();
        assert!(!hidden.iter().any(|count| numbers.contains(count)), "a count stands in the log: {detail}");
    }
    let head = Caller::signed_in(&it.world, "loku.thutruong").await;
    let viewer = Caller::signed_in(&it.world, "loku.xem").await;
    let pages = ["", "/book", "/book/1", "/recusals", "/ballots", "/ballots?by=set"];
    let mut seen = 0;
    for reader in [clerk, &other, &head, &viewer] {
        let addresses = pages.iter().map(|page| format!("{path}{page}"));
        let around = ["/", "/meetings", "/commendation", "/calendar", "/digest"].map(str::to_owned);
        for address in addresses.chain(around) {
            let page = reader.get(&address).await.text();
            for count in hidden {
                let cells = [format!(">{count}<"), format!("value=\"{count}\""), format!("{count} phiếu")];
                assert!(!cells.iter().any(|cell| page.contains(cell)), "{count} stands on {address}: {page}");
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 44);
    // the teller sees their own sheet again, and so the test can see a count
    assert!(clerk.get(&count).await.text().contains("value=\"47\""));
    assert_eq!(post(clerk, path, "close", &[]).await.status, StatusCode::SEE_OTHER);
    assert!(viewer.get(path).await.text().contains("47/61"), "after the close everybody sees it");
    let log = it.world.app.store().audit_log(None, 1_000).await.expect("the log");
    let closed = log.iter().find(|one| one.act == "meeting.closed").and_then(|one| one.detail.clone());
    assert_eq!(closed.as_deref(), Some("0 thông qua, 1 không thông qua, 0 không đủ thành viên"));
}

#[tokio::test]
async fn a_meeting_without_a_quorum_ends_without_a_vote_and_dossiers_wait() {
    let it = meeting(COUNCIL, &[proposed("Nguyễn Thị Mẫu", UNIT, "Báo cáo")]).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    assert_eq!(post(clerk, path, "rules", &OWN_RULE).await.status, StatusCode::SEE_OTHER);
    let few = [("m_1", "absent"), ("m_2", "absent"), ("m_3", "absent")];
    assert_eq!(post(clerk, path, "attendance", &few).await.status, StatusCode::SEE_OTHER);
    let ended = post(clerk, path, "adjourn", &[]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text());
    assert!(clerk.get(path).await.text().contains("không đủ thành viên để họp"));
    let kept = it.world.app.store().nomination(&it.nominations[0]).await.expect("read").expect("there");
    assert_eq!(kept.state, Nominated::Council, "it waits for the next meeting");
    assert_eq!(clerk.get(&format!("{path}/minutes.docx")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_open_vote_is_recorded_as_open_with_its_counts() {
    let it = meeting(COUNCIL, &[proposed("Nguyễn Thị Mẫu", UNIT, "Báo cáo")]).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    let rule: Vec<(&str, &str)> =
        OWN_RULE.iter().map(|one| if one.0 == "ballot" { ("ballot", "open") } else { *one }).collect();
    assert_eq!(post(clerk, path, "rules", &rule).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(clerk, path, "open", &[]).await.status, StatusCode::SEE_OTHER);
    let hands = format!("{path}/hands");
    let raised =
        |votes_for: &str| form(&[("for_1", votes_for), ("against_1", "1"), ("abstaining_1", "1"), ("v_1", "0")]);
    let too_many = clerk.post(&hands, &raised("4")).await;
    assert_eq!(too_many.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(too_many.text().contains("Có 6 ý kiến biểu quyết nhưng chỉ 5 thành viên"), "{}", too_many.text());
    assert_eq!(clerk.post(&hands, &raised("3")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(clerk, path, "close", &[]).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(path).await.text();
    assert!(page.contains("biểu quyết công khai") && page.contains("3/5 (60%)"), "{page}");
    assert!(page.contains("Không biểu quyết: 1"), "{page}");
}
