//! Every address × every kind of caller × own or other authority, as one printed table.

use crate::registrations::{add_item, begin, open, person, unit_below};
use crate::world::{Caller, Ids, World, ids, world};
use axum::http::{Method, StatusCode};
use std::fmt::Write;
use std::sync::Arc;
use thidua_app::face::routes::routes;
use thidua_domain::access::Role;

/// Every role and a sign-in of the demo that has it.
const ROLES: [(&str, &str); 9] = [
    ("administrator", "quan-tri"),
    ("standing office", "loku.thuongtruc"),
    ("head", "loku.thutruong"),
    ("signatory", "loku.kythay"),
    ("reporter", "loku.baocao"),
    ("council", "loku.hoidong"),
    ("propaganda", "loku.tuyentruyen"),
    ("inspector", "loku.kiemtra"),
    ("viewer", "loku.xem"),
];

/// A report that was brought in for a movement by its own reporter.
async fn reading(world: &Arc<World>, of: &Ids, login: &str) -> String {
    let reporter = Caller::signed_in(world, login).await;
    let text = "UBND xã\nBáo cáo kết quả phong trào thi đua\n1. Thu ngân sách đạt 5 tỷ đồng.\n".repeat(5);
    let path = format!("/movements/{}/results", of.movement);
    let answer = reporter.post_parts(&path, &[("period", None, b"Y"), ("text", None, text.as_bytes())]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location.rsplit('/').next().expect("an identifier").to_owned()
}

/// A registration of a unit below with a task in it, and a covenant.
async fn registered(world: &Arc<World>, of: &mut Ids, short: &str) {
    let clerk = Caller::signed_in(world, &format!("{short}.thuongtruc")).await;
    let unit = unit_below(world, &of.unit, "Thôn Đông").await;
    open(&clerk, &of.movement, "01/12/2099").await;
    let writer = person(world, &unit, &format!("{short}.thon"), Role::Reporter).await;
    let sheet = begin(&writer, &of.movement).await;
    add_item(&writer, &sheet, "task", &[("name", "Dọn đường làng")]).await;
    of.registration = sheet.rsplit('/').next().expect("an identifier").to_owned();
    of.item = world.app.store().registration_items(&of.registration).await.expect("read").remove(0).id;
    let drawn = clerk.post(&format!("/movements/{}/covenants", of.movement), "title=A&source=blank").await;
    let address = drawn.location.split('?').next().expect("an address");
    of.covenant = address.rsplit('/').next().expect("an identifier").to_owned();
}

/// A wave that was opened under a movement by its own standing office.
async fn wave(world: &Arc<World>, of: &Ids, login: &str) -> String {
    let office = Caller::signed_in(world, login).await;
    let form = "kind=thematic&name=x&from=1/6/2025&to=30/6/2025";
    let answer = office.post(&format!("/movements/{}/waves", of.movement), form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location.split(['/', '?']).nth(2).expect("an identifier").to_owned()
}

/// Somebody of the unit, on the roster, and a list that was brought in, all by the standing office.
async fn people(world: &Arc<World>, of: &mut Ids, login: &str) {
    let clerk = Caller::signed_in(world, login).await;
    let name = world.app.store().unit(&of.unit).await.expect("read").expect("the unit").name;
    let person = crate::people::form(&[("name", "Trần Thị Mẫu"), ("unit", &name), ("category", "official")]);
    let answer = clerk.post("/people", &person).await;
    of.person = answer.location.trim_start_matches("/people/").split('?').next().expect("an identifier").to_owned();
    let staff = crate::people::form(&[("unit", &name), ("mode", "part-time")]);
    assert_eq!(clerk.post(&format!("/people/{}/staff", of.person), &staff).await.status, StatusCode::SEE_OTHER);
    let within = thidua_store::people::Within::branch(&of.unit);
    of.staff = world.app.store().emulation_staff(&within, 10).await.expect("read").remove(0).id;
    let list = format!("Họ và tên;Đơn vị;Đối tượng\nLê Thị Mẫu;{name};Nông dân\n");
    let parts = [("unit", None, of.unit.as_bytes()), ("file", Some("a.csv"), list.as_bytes())];
    let answer = clerk.post_parts("/people/list", &parts).await;
    of.upload = answer.location.rsplit('/').next().expect("an identifier").to_owned();
}

fn address(pattern: &str, of: &Ids, account: &str) -> String {
    let id = match pattern.split('/').nth(1) {
        Some("grades") if pattern.starts_with("/grades/people") => &of.person,
        Some("honours") if pattern.starts_with("/honours/people") => &of.person,
        Some("honours") if pattern.starts_with("/honours/units") => &of.unit,
        Some("units" | "grades") => &of.unit,
        Some("plans") => &of.plan,
        Some("movements") => &of.movement,
        Some("targets") => &of.target,
        Some("registrations") => &of.registration,
        Some("covenants") => &of.covenant,
        Some("waves") => &of.wave,
        Some("tasks") => &of.task,
        Some("bottlenecks") => &of.bottleneck,
        Some("problems") => &of.problem,
        Some("planner") if pattern.starts_with("/planner/units") => &of.unit,
        Some("people" | "planner") => &of.person,
        Some("staff") => &of.staff,
        Some("uploads") => &of.upload,
        Some("regulations") => &of.regulation,
        Some("training") => &of.training,
        Some("councils") => &of.council,
        Some("events") => &of.event,
        Some("recognitions") => &of.recognition,
        Some("initiatives") => &of.initiative,
        Some("blocks") => &of.block,
        Some("arrangements") => &of.arrangement,
        Some("period-reports") => &of.period_report,
        Some("reviews") => &of.summing_up,
        Some("directions") => &of.direction,
        Some("inspections") => &of.inspection,
        Some("terms") => &of.term,
        Some("meetings") => &of.meeting,
        _ => account,
    };
    pattern
        .replace("{id}", id)
        .replace("{reading}", &of.reading)
        .replace("{power}", "none-of-theirs")
        .replace("{item}", item(pattern, of))
        .replace("{annex}", "1")
        .replace("{other}", &of.person)
        .replace("{kind}", "targets")
        .replace("{set}", "none-of-theirs")
        .replace("{unit}", &of.unit)
        .replace("{visit}", &of.visit)
        .replace("{finding}", &of.finding)
        .replace(
            "{key}",
            if pattern.starts_with("/movements") || pattern.starts_with("/terms") { "new" } else { "T02" },
        )
        .replace("{digest}", &of.digest)
        .replace("{file}", file(pattern))
        .replace("{name}", "style.css")
        .replace("{code}", if pattern.starts_with("/forms") { "submission" } else { "pci" })
}

/// A paper that the page of an address prints.
fn file(pattern: &str) -> &'static str {
    match pattern.split('/').nth(1) {
        Some("forms") => "upward.docx",
        Some("award-rounds") => "nominee_list.xlsx",
        Some("meetings") => "council_invitation.docx",
        Some("recognitions") => "exemplar_profile.docx",
        Some("statistics") => "statistics_table.pdf?form=0601",
        Some("movements") => "target_assignment.docx",
        Some("reviews") => "preliminary_review.docx",
        Some("inspections") => "inspection_decision.docx",
        _ => "submission.docx",
    }
}

fn item<'a>(pattern: &str, of: &'a Ids) -> &'a str {
    match pattern.split('/').nth(1) {
        Some("covenants") => "new",
        Some("meetings") => "1",
        _ => &of.item,
    }
}

async fn ask(caller: &Caller, method: &Method, path: &str) -> StatusCode {
    if *method == Method::GET {
        return caller.get(path).await.status;
    }
    let answer = match path.rsplit('/').next() {
        Some("figures") => caller.post_parts(path, &[("period", None, b"H1"), ("seen", None, b"0")]).await,
        Some("sign" | "signatures") => caller.post_parts(path, &[("party", None, b"")]).await,
        Some("plans" | "results" | "list") => caller.post_parts(path, &[("text", None, b"")]).await,
        Some("step") => caller.post(path, "to=preliminary-review").await,
        _ => caller.post(path, "version=1&period=H1").await,
    };
    answer.status
}

/// `in`: let in, whatever the handler then says; `-`: sent to sign in; `no`: the role may not; `none`: not theirs.
fn outcome(status: StatusCode, location_is_sign_in: bool) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "-",
        _ if location_is_sign_in => "-",
        StatusCode::FORBIDDEN => "no",
        StatusCode::NOT_FOUND => "none",
        status if status.is_server_error() => "FAILS",
        _ => "in",
    }
}

#[tokio::test]
async fn every_address_is_tried_by_every_kind_of_caller() {
    let world = world().await;
    let mut own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let mut other = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await;
    own.reading = reading(&world, &own, "loku.baocao").await;
    other.reading = reading(&world, &other, "binhson.baocao").await;
    own.wave = wave(&world, &own, "loku.thuongtruc").await;
    other.wave = wave(&world, &other, "binhson.thuongtruc").await;
    for (of, short) in [(&mut own, "loku"), (&mut other, "binhson")] {
        let office = Caller::signed_in(&world, &format!("{short}.thuongtruc")).await;
        let last = |answer: crate::world::Answer| {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
            answer.location.split(['/', '?']).nth(2).expect("an identifier").to_owned()
        };
        of.task = last(office.post("/tasks", &format!("movement={}&work=Viec", of.movement)).await);
        of.bottleneck = last(office.post("/bottlenecks", "name=Vuong&field=other").await);
        of.problem = last(office.post("/problems", "name=Kho").await);
    }
    people(&world, &mut own, "loku.thuongtruc").await;
    people(&world, &mut other, "binhson.thuongtruc").await;
    for (of, login) in [(&mut own, "loku.thuongtruc"), (&mut other, "binhson.thuongtruc")] {
        let clerk = Caller::signed_in(&world, login).await;
        of.regulation = crate::regulations::add(&clerk, "Xét khen thưởng", "01/QĐ-UBND", "01/01/2022").await;
        of.training = crate::training::add(&clerk, "Tập huấn", "15/4/2022").await;
        of.block = crate::blocks::add_cluster(&clerk, "Cụm thi đua số 1").await;
        of.arrangement = crate::blocks::propose(&clerk, "10/01/2022", "Khối thi đua số 1:\nBan A\nBan B").await;
        of.term = crate::terms::add(&clerk, "Nhiệm kỳ 2020-2025").await;
        of.council = crate::councils::add(&clerk, "Hội đồng Thi đua - Khen thưởng").await;
        of.meeting = crate::meetings::call(&world, &clerk, &of.unit).await;
        let event = crate::events::add(&clerk, &[("kind", "congress")]).await;
        event.trim_start_matches("/events/").clone_into(&mut of.event);
        let id = |address: String| address.rsplit('/').next().expect("an identifier").to_owned();
        of.period_report = id(crate::reviews::begin_report(&clerk, &of.movement, "H1").await);
        of.summing_up = id(crate::reviews::prepare(&clerk, &of.movement, "preliminary").await);
        let directed =
            clerk.post(&format!("/period-reports/{}/directions", of.period_report), "says=Lam ngay").await;
        assert_eq!(directed.status, StatusCode::SEE_OTHER, "{}", directed.text());
        let upon = world.app.store().directions_upon(&of.period_report).await.expect("read");
        of.direction.clone_from(&upon[0].id);
        of.initiative = crate::initiatives::hand_in(&clerk, "Mã hóa hồ sơ").await;
        of.recognition = crate::recognitions::recognise(&clerk, &of.movement, "Bà Nguyễn Thị Mẫu").await;
    }
    let accounts = world.app.store().accounts().await.expect("read");
    let account = |login: &str| accounts.iter().find(|one| one.login == login).expect("an account").id.clone();
    let (near, far) = (account("loku.xem"), account("binhson.xem"));
    registered(&world, &mut own, "loku").await;
    registered(&world, &mut other, "binhson").await;
    for (of, short) in [(&mut own, "loku"), (&mut other, "binhson")] {
        let office = Caller::signed_in(&world, &format!("{short}.thuongtruc")).await;
        let village = world.app.store().children_now(&of.unit).await.expect("read").remove(0).id;
        of.inspection = crate::inspections::draw_up(&office, &of.movement, &[]).await;
        crate::inspections::add_place(&world, &office, &of.inspection, &format!("unit:{village}")).await;
        crate::inspections::issue(&world, &office, &of.inspection).await;
        let path = crate::inspections::visit(&world, &office, &of.inspection, &village, &[]).await;
        let written = crate::inspections::finding(&office, &path, &[("until", "20/7/2099")]).await;
        assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
        of.finding = world.app.store().findings_of(&of.inspection).await.expect("read").remove(0).id;
        of.visit = village;
    }
    let mut table = String::new();
    write!(table, "{:<52}{:<8}", "own / other authority", "nobody").expect("written");
    for (role, _) in ROLES {
        write!(table, "{role:<17}").expect("written");
    }
    table = table.trim_end().to_owned() + "\n";
    let mut callers = Vec::new();
    for (_, login) in ROLES {
        callers.push(Caller::signed_in(&world, login).await);
    }
    for route in routes() {
        let stranger = Caller::stranger(&world);
        let path = address(route.path, &own, &near);
        let answer =
            if route.method == Method::GET { stranger.get(&path).await } else { stranger.post(&path, "").await };
        let nobody = outcome(answer.status, answer.location.starts_with("/sign-in") && path != "/sign-in");
        write!(table, "{:<52}{nobody:<8}", format!("{} {}", route.method, route.path)).expect("written");
        for (index, (_, login)) in ROLES.iter().enumerate() {
            let cell = by(&callers[index], route, &own, &other, &far).await;
            write!(table, "{cell:<17}").expect("written");
            if route.path == "/sign-out" {
                callers[index] = Caller::signed_in(&world, login).await;
            }
        }
        table = table.trim_end().to_owned() + "\n";
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/access_table.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(file, &table).expect("written");
    }
    let expected = std::fs::read_to_string(file).unwrap_or_default();
    println!("{table}");
    assert_eq!(table, expected, "who may come in has changed; look at the table, then UPDATE_SNAPSHOTS=1");
    assert!(!table.contains("FAILS"));
}

async fn by(caller: &Caller, route: &thidua_app::face::routes::Route, own: &Ids, other: &Ids, far: &str) -> String {
    let mut cells = Vec::new();
    for of in [own, other] {
        let path = address(route.path, of, far);
        let status = ask(caller, &route.method, &path).await;
        cells.push(outcome(status, false));
        if !route.path.contains("{id}") && !route.path.contains("{digest}") {
            break;
        }
    }
    cells.join(" / ")
}
