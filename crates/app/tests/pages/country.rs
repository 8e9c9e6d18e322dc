//! The country's year out of the store: the same files, byte for byte, as from separated text.

use crate::world::empty_world;
use chrono::NaiveDate;
use std::fmt::Write;
use std::path::Path;
use thidua_app::ranking::{Files, run, run_stored};
use thidua_domain::basics::Amount;
use thidua_domain::cascade::AssignmentState;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::plans::draft::{
    Confidence, Header, IssuerLevel, Lines, NamedMovement, Piece, PlanDraft, TargetDraft,
};
use thidua_domain::plans::symbol::NumberSymbol;
use thidua_domain::reporting::{DueRule, Entered, State};
use thidua_domain::targets::{Comparator, Direction};
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::audit::Entry;
use thidua_store::cascade::NewAssignment;
use thidua_store::plans::NewPlan;
use thidua_store::reporting::{NewLine, RoundText};
use thidua_store::{Change, Store};

const FILES: [&str; 5] =
    ["unit_targets.csv", "unit_scores.csv", "province_targets.csv", "province_scores.csv", "nation_targets.csv"];
const QUARTERS: [Period; 4] = Period::ALL;

fn unit(id: &str, kind: UnitKind, parent: Option<&str>) -> Unit {
    Unit {
        id: id.into(),
        name: format!("Đơn vị {id}"),
        kind,
        level: kind.level(),
        head: None,
        parent_id: parent.map(str::to_owned),
        parent_name: None,
        valid_from: None,
        valid_to: None,
    }
}

fn target(code: &str, comparator: Comparator) -> TargetDraft {
    TargetDraft {
        id: code.into(),
        parent_id: None,
        number: None,
        group: None,
        name: format!("Chỉ tiêu {code}"),
        raw: String::new(),
        lines: Lines::new(1, 1),
        comparator: Some(comparator),
        value: Some(Amount::whole(100)),
        value_max: None,
        unit: Some("tấn".into()),
        basis: None,
        qualifier: None,
        direction: Direction::Higher,
        role: None,
        denominator: None,
        criterion: None,
        confidence: Confidence::percent(99),
    }
}

fn entry(id: &str) -> Entry {
    Entry { unit_id: None, act: "plan.imported", subject: "plan", subject_id: id.into(), detail: None }
}

struct Country {
    plan: String,
    reports: String,
}

/// What is planned and reported, in ten-thousandths, the same every time.
fn number(year: i32, unit: usize, target: usize, quarter: usize) -> i64 {
    let mixed = (year as i64 * 31 + unit as i64 * 17 + target as i64 * 7) * (quarter as i64 + 3);
    mixed % 9_973 * 1_000 + (mixed % 7) * 100
}

async fn province(
    store: &Store,
    change: Change,
    id: &str,
    year: i32,
    communes: &[(usize, &str)],
    text: &mut Country,
) {
    let plan_id = change.new_id();
    let draft = PlanDraft {
        document: Header { subject_year: Some(Piece::typed(year)), ..Header::default() },
        movements: vec![NamedMovement {
            name: "Phong trào thi đua".into(),
            own: true,
            lines: Lines::new(1, 1),
            confidence: Confidence::percent(99),
        }],
        targets: vec![target("CT01", Comparator::AtLeast), target("CT02", Comparator::AtMost)],
        ..PlanDraft::default()
    };
    change.register_file("ab", 3, "text/plain").await.expect("a file");
    let new = NewPlan {
        id: &plan_id,
        unit_id: id,
        illustrative: false,
        source_digest: "ab",
        source_name: "kế hoạch.txt",
        source: &["một".to_owned()],
        source_notes: "",
        draft: &draft,
    };
    change.add_plan(&new).await.expect("a plan");
    change.commit(entry(&plan_id)).await.expect("committed");
    let plan = store.plan(&plan_id).await.expect("read").expect("there");
    let movement = store.movements(&plan_id).await.expect("read").remove(0).id;
    let targets = store.targets(&plan_id).await.expect("read");
    let symbol = NumberSymbol::read("12/KH-UBND").expect("a number and symbol");
    let day = NaiveDate::from_ymd_opt(year, 1, 15).expect("a day");
    let change = store.change(author()).await.expect("a change");
    change.issue_plan(&plan_id, plan.version, id, &symbol, day).await.expect("issued");
    // reports are written while the movement takes figures
    let (before, after) = (thidua_domain::movements::State::Draft, thidua_domain::movements::State::Issued);
    change.step_movement(&movement, before, after, None).await.expect("launched");
    let mut sent = Vec::new();
    for (quarter, period) in QUARTERS.into_iter().enumerate() {
        let about = RoundText {
            due: period.last_day(year).expect("a day"),
            rule: DueRule::Set,
            rule_source: None,
            rule_line: None,
            kinds: Vec::new(),
            note: None,
        };
        let round = change.open_report_round(&movement, period, &about).await.expect("opened");
        for (number_of_unit, commune) in communes {
            let report = change.begin_unit_report(&round, commune).await.expect("begun");
            for (at, target) in targets.iter().enumerate() {
                // one commune is silent about one target
                if *number_of_unit == 1 && at == 1 {
                    continue;
                }
                let value = number(year, *number_of_unit, at, quarter);
                let entered =
                    Entered { figure: Figure::Number(Amount::from_ten_thousandths(value)), ..Entered::default() };
                let line = NewLine { target_id: target.id.clone(), entered, illustrative: false };
                change.write_report_line(&report, &line).await.expect("written");
                let cents = value.div_euclid(100);
                let (quarter, code) = (quarter + 1, &target.draft.id);
                // the last report of the last commune is never taken in
                if !(quarter == 4 && commune.ends_with('4')) {
                    writeln!(text.reports, "{year},{quarter},{commune},{code},{}.{:02}", cents / 100, cents % 100)
                        .expect("text");
                }
            }
            sent.push((report, quarter == 3 && commune.ends_with('4')));
        }
    }
    for (number_of_unit, commune) in communes {
        for (at, target) in targets.iter().enumerate() {
            let value = number(year, *number_of_unit, at, 9) + 1_000_000;
            let given = NewAssignment {
                target_id: target.id.clone(),
                unit_id: (*commune).into(),
                state: AssignmentState::Assigned,
                requested: false,
                value: Some(Amount::from_ten_thousandths(value)),
                weight: None,
                document: None,
                dated: None,
                reason: None,
            };
            change.assign(&given, 0).await.expect("given");
            let cents = value.div_euclid(100);
            writeln!(text.plan, "{year},{commune},{},{}.{:02}", target.draft.id, cents / 100, cents % 100)
                .expect("text");
        }
    }
    change.commit(entry(&plan_id)).await.expect("committed");
    for (report, waits) in sent {
        for to in [State::Submitted, State::Accepted] {
            if waits && to == State::Accepted {
                continue;
            }
            let now = store.unit_report(&report).await.expect("read").expect("there");
            let change = store.change(author()).await.expect("a change");
            change.step_unit_report(&now, now.version, to, day, None).await.expect("stepped");
            change.commit(entry(&report)).await.expect("committed");
        }
    }
}

fn author() -> thidua_store::Author {
    thidua_store::Author { account_id: None, name: "Văn phòng".into(), at: crate::world::clock(), form: None }
}

fn same(one: &Path, other: &Path) {
    for name in FILES {
        let read = |folder: &Path| std::fs::read_to_string(folder.join(name)).expect("a file");
        assert_eq!(read(one), read(other), "{name}");
        assert!(read(one).lines().count() > 1, "{name} has lines");
    }
}

#[tokio::test]
async fn the_store_gives_the_same_five_files_as_separated_text_and_notices_what_changes() {
    let world = empty_world().await;
    let store = world.app.store();
    let folder = tempfile::tempdir().expect("a folder");
    let change = store.change(author()).await.expect("a change");
    let communes = [(0, "x1", "p1"), (1, "x2", "p1"), (2, "x3", "p2"), (3, "x4", "p2")];
    let mut units = vec![unit("p1", UnitKind::Province, None), unit("p2", UnitKind::Province, None)];
    units.extend(communes.iter().map(|(_, id, above)| unit(id, UnitKind::Commune, Some(above))));
    assert!(units[0].level == IssuerLevel::Province);
    change.add_units(&units).await.expect("units");
    change.commit(entry("units")).await.expect("committed");
    let mut text =
        Country { plan: "year,unit,target,plan\n".into(), reports: "year,quarter,unit,target,value\n".into() };
    for year in [2023, 2024] {
        for id in ["p1", "p2"] {
            let below: Vec<(usize, &str)> = communes
                .iter()
                .filter(|(_, _, above)| *above == id)
                .map(|(number, unit, _)| (*number, *unit))
                .collect();
            let change = store.change(author()).await.expect("a change");
            province(store, change, id, year, &below, &mut text).await;
        }
    }
    let file = |name: &str, content: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).expect("written");
        path
    };
    let mut lists = String::from("unit,name,kind,province,province_name,cluster\n");
    for (_, id, above) in communes {
        writeln!(lists, "{id},Xã,commune,{above},Tỉnh,1").expect("text");
    }
    let files = Files {
        units: file("units.csv", &lists),
        targets: file("targets.csv", "target,direction,agg,weight\nCT01,up,last,1\nCT02,down,last,1\n"),
        plan: file("plan.csv", &text.plan),
        figures: file("reports.csv", &text.reports),
        out: folder.path().join("from-text"),
        threads: 2,
    };
    run(&files, &mut |_, _| ()).expect("from text");
    let (kept, out) = (folder.path().join("country.snapshot"), folder.path().join("from-store"));
    let done = run_stored(store, &kept, &out, 2).await.expect("from the store");
    same(&files.out, &out);
    assert_eq!((done.units, done.years), (4, 2));
    // again, from the snapshot
    let whole = std::fs::read(&kept).expect("a snapshot");
    let again = folder.path().join("again");
    run_stored(store, &kept, &again, 1).await.expect("from the snapshot");
    same(&out, &again);
    assert_eq!(std::fs::read(&kept).expect("a snapshot"), whole, "it was not made anew");

    // a report is taken in: the snapshot is another one, and so is the result
    let rounds = store.report_rounds_of(&["p2".to_owned()]).await.expect("read");
    let mut accepted = 0;
    for round in rounds {
        for report in store.reports_of_round(&round.id).await.expect("read") {
            if report.state == State::Submitted {
                let change = store.change(author()).await.expect("a change");
                let today = NaiveDate::from_ymd_opt(2025, 1, 15).expect("a day");
                change
                    .step_unit_report(&report, report.version, State::Accepted, today, None)
                    .await
                    .expect("stepped");
                change.commit(entry(&report.id)).await.expect("committed");
                accepted += 1;
            }
        }
    }
    assert!(accepted > 0);
    let later = folder.path().join("later");
    run_stored(store, &kept, &later, 2).await.expect("from the store");
    assert_ne!(std::fs::read(&kept).expect("a snapshot"), whole);
    let read = |folder: &Path| std::fs::read_to_string(folder.join("unit_targets.csv")).expect("a file");
    assert_ne!(read(&later), read(&out), "what was taken in counts");
}
