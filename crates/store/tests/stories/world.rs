//! Opening both databases, and the pieces that most stories begin with.

use chrono::{NaiveDate, NaiveDateTime};
use sea_orm::{ConnectionTrait, Database};
use std::sync::atomic::{AtomicU64, Ordering};
use thidua_domain::basics::Amount;
use thidua_domain::plans::draft::{
    BasisRole, Confidence, Header, IssuerLevel, LegalBasis, Lines, NamedMovement, Occasion, Piece, PlanDraft,
    TargetDraft, Wave,
};
use thidua_domain::targets::{Comparator, Direction};
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::audit::Entry;
use thidua_store::plans::NewPlan;
use thidua_store::{Author, Store};

static COUNTER: AtomicU64 = AtomicU64::new(1);

/// Randomness that only counts: stories do not depend on chance.
pub fn counting() -> [u8; 10] {
    let mut bytes = [0; 10];
    // a change counts on from here: room for a million identifiers before the next one begins
    bytes[2..].copy_from_slice(&(COUNTER.fetch_add(1, Ordering::Relaxed) << 20).to_be_bytes());
    bytes
}

/// Tells a story to an empty SQLite database and to an empty PostgreSQL database.
pub async fn tell(story: impl AsyncFn(Store)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = Store::open_embedded(&folder.path().join("t.sqlite"), counting).await.expect("SQLite opens");
    story(store.clone()).await;
    store.close().await;

    let address = std::env::var("THIDUA_TEST_POSTGRES")
        .expect("THIDUA_TEST_POSTGRES is not set: run the tests with `cargo x test`, which starts a PostgreSQL");
    let name = format!("story_{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed));
    let server = Database::connect(&address).await.expect("PostgreSQL answers");
    server.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database of its own");
    let own = match address.rfind('/') {
        Some(slash) => format!("{}/{name}", &address[..slash]),
        None => panic!("{address} is no address of a database"),
    };
    let store = Store::open_postgres(&own, counting).await.expect("PostgreSQL opens");
    story(store.clone()).await;
    store.close().await;
    server.execute_unprepared(&format!("DROP DATABASE {name}")).await.expect("the database goes again");
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub fn moment(minute: u32) -> NaiveDateTime {
    day(2026, 11, 20).and_hms_micro_opt(8, minute, 0, 123_456).expect("a moment")
}

pub fn clerk(minute: u32) -> Author {
    Author { account_id: None, name: "Văn phòng".into(), at: moment(minute), form: None }
}

pub fn entry(act: &'static str, id: &str) -> Entry {
    Entry { unit_id: None, act, subject: "plan", subject_id: id.into(), detail: None }
}

pub async fn add_unit(store: &Store, id: &str, name: &str) {
    let change = store.change(clerk(0)).await.expect("a change");
    let unit = Unit {
        id: id.into(),
        name: name.into(),
        kind: UnitKind::Commune,
        level: IssuerLevel::Commune,
        head: None,
        parent_id: None,
        parent_name: None,
        valid_from: None,
        valid_to: Some(day(2030, 1, 1)),
    };
    change.add_unit(&unit).await.expect("a unit");
    change.commit(entry("unit.added", id)).await.expect("committed");
}

pub fn target(code: &str, comparator: Comparator, value: Option<&str>) -> TargetDraft {
    TargetDraft {
        id: code.into(),
        parent_id: None,
        number: Some("(1)".into()),
        group: Some("Kinh tế".into()),
        name: format!("Chỉ tiêu {code}"),
        raw: "- gốc".into(),
        lines: Lines::new(3, 4),
        comparator: Some(comparator),
        value: value.map(|text| Amount::from_plain(text).expect("an amount")),
        value_max: None,
        unit: Some("tấn".into()),
        basis: None,
        qualifier: Some("đạt".into()),
        direction: Direction::Higher,
        role: None,
        denominator: None,
        criterion: Some(13),
        confidence: Confidence::percent(97),
    }
}

pub fn draft() -> PlanDraft {
    PlanDraft {
        document: Header {
            kind: Some(Piece::read("Kế hoạch".into(), Lines::new(2, 2), 99)),
            number_symbol: Some(Piece::read("43/KH-UBND".into(), Lines::new(1, 1), 96)),
            date: Some(Piece::read(day(2022, 3, 7), Lines::new(1, 1), 96)),
            issuer_level: Some(Piece::read(IssuerLevel::Commune, Lines::new(1, 1), 90)),
            subject_year: Some(Piece::typed(2022)),
            theme: Some(Piece::typed("Đoàn kết, kỷ cương".into())),
            ..Header::default()
        },
        legal_bases: vec![LegalBasis {
            kind: "Chỉ thị".into(),
            number_symbol: Some("34-CT/TW".into()),
            date: Some(day(2014, 4, 7)),
            issuer: Some("Bộ Chính trị".into()),
            subject: None,
            role: BasisRole::Basis,
            parent_plan: false,
            lines: Lines::new(5, 6),
            confidence: Confidence::percent(95),
        }],
        movements: vec![NamedMovement {
            name: "Phong trào thi đua năm 2022".into(),
            own: true,
            lines: Lines::new(2, 2),
            confidence: Confidence::SURE,
        }],
        waves: vec![Wave {
            name: "Đợt 1".into(),
            from: Some(day(2022, 1, 1)),
            to: Some(day(2022, 6, 30)),
            goal: None,
            summary_deadline: Some(day(2022, 7, 15)),
            deadline_strictly_before: true,
            occasions: vec![Occasion {
                name: "Thành lập Đảng".into(),
                anniversary_years: Some(92),
                origin_date: Some(day(1930, 2, 3)),
                date: Some(day(2022, 2, 3)),
                lines: Lines::new(7, 7),
            }],
            lines: Lines::new(7, 9),
            confidence: Confidence::percent(88),
        }],
        targets: vec![
            target("T01", Comparator::Exactly, Some("9007.4")),
            target("T02", Comparator::MoreThan, Some("32")),
            target("T03", Comparator::Maintain, None),
        ],
        ..PlanDraft::default()
    }
}

/// Brings in the plan above for an authority and gives back its identifier.
pub async fn add_plan(store: &Store, unit_id: &str, minute: u32) -> String {
    let change = store.change(clerk(minute)).await.expect("a change");
    let id = change.new_id();
    change.register_file("ab", 3, "text/plain").await.expect("a file");
    let lines = ["một".to_owned(), "hai".to_owned()];
    let draft = draft();
    let plan = NewPlan {
        id: &id,
        unit_id,
        illustrative: false,
        source_digest: "ab",
        source_name: "kế hoạch.txt",
        source: &lines,
        source_notes: "recognised:2",
        draft: &draft,
    };
    change.add_plan(&plan).await.expect("a plan");
    change.commit(entry("plan.imported", &id)).await.expect("committed");
    id
}

/// Launches the movements of a plan, so that figures may be entered.
pub async fn launch(store: &Store, plan_id: &str) {
    use thidua_domain::movements::State;
    let change = store.change(clerk(1)).await.expect("a change");
    for movement in store.movements(plan_id).await.expect("movements") {
        change.step_movement(&movement.id, State::Draft, State::Issued, None).await.expect("a step");
    }
    change.commit(entry("plan.launched", plan_id)).await.expect("committed");
}
