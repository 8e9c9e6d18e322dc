//! What runs under a unit that ends: found, given to another unit, or settled.

use crate::world::{clerk, day, entry, tell};
use thidua_store::Store;

/// Everything that can run under a unit, and units that may take it over: `a` ends, `b` follows.
async fn busy(store: &Store) -> (String, String) {
    use thidua_domain::access::{Grant, Role};
    use thidua_domain::cascade::AssignmentState;
    use thidua_domain::covenants::PartyKind;
    use thidua_domain::tasks::problems::Source;
    use thidua_store::covenants::{CovenantText, NewParty};
    for (id, name) in [("k", "xã K"), ("a", "thôn A"), ("b", "thôn B")] {
        crate::world::add_unit(store, id, name).await;
    }
    let plan = crate::world::add_plan(store, "k", 1).await;
    crate::world::launch(store, &plan).await;
    let movement = store.movements(&plan).await.expect("movements").remove(0).id;
    let targets = store.targets(&plan).await.expect("targets");
    let target = targets.iter().find(|one| one.draft.value.is_some()).expect("a target").id.clone();

    let change = store.change(clerk(10)).await.expect("a change");
    let mut account = crate::accounts::account("hai", "hai");
    account.unit_id = Some("k".into());
    change.add_account(&account).await.expect("added");
    let covenant = change.add_covenant(&movement, "k", &CovenantText::default()).await.expect("drawn up");
    let party = |kind, unit: Option<&str>, name: &str, members: &[&str]| NewParty {
        kind,
        unit_id: unit.map(str::to_owned),
        name: name.into(),
        members: members.iter().map(|one| (*one).to_owned()).collect(),
    };
    for (at, one) in [
        party(PartyKind::Unit, Some("a"), "thôn A", &[]),
        party(PartyKind::Unit, Some("b"), "thôn B", &[]),
        party(PartyKind::Bloc, None, "Cụm 1", &["a", "b", "ab"]),
    ]
    .iter()
    .enumerate()
    {
        change.add_party(&covenant, i64::try_from(at).expect("small"), one).await.expect("a party");
    }
    let text = thidua_store::registrations::RoundText {
        deadline: day(2026, 12, 1),
        strictly_before: false,
        kinds: Vec::new(),
        note: None,
    };
    let round = change.open_round(&movement, &text).await.expect("opened");
    change.begin_registration(&round, "a").await.expect("begun");
    let text = thidua_store::tasks::TaskText { with_units: vec!["b".into()], ..crate::tasks::text("a") };
    let origin = thidua_store::tasks::Origin::default();
    let new = thidua_store::tasks::NewTask { id: "t", unit_id: "k", origin: &origin, text: &text };
    change.add_task(&new).await.expect("a task");
    let knot = thidua_store::bottlenecks::BottleneckText {
        field: thidua_domain::tasks::bottlenecks::Field::ALL[0],
        name: "Thiếu đất".into(),
        place: None,
        description: None,
        arisen: day(2026, 1, 1),
        owner_unit_id: Some("a".into()),
        owner_name: None,
        direction: None,
        due: None,
        task_id: None,
        wave: None,
    };
    change.add_bottleneck("n", "k", &knot).await.expect("a bottleneck");
    let problem = thidua_store::problems::NewProblem {
        id: "v",
        unit_id: "k",
        raised_by: "a",
        source: Source::Task,
        source_id: Some("t"),
        name: "Thiếu xi măng",
        description: None,
        day: day(2026, 2, 1),
    };
    change.raise_problem(&problem).await.expect("raised");
    for (unit, value) in [("a", "10"), ("b", "5.5")] {
        let given = thidua_store::cascade::NewAssignment {
            target_id: target.clone(),
            unit_id: unit.into(),
            state: AssignmentState::Assigned,
            requested: false,
            value: thidua_domain::basics::Amount::from_plain(value).ok(),
            weight: None,
            document: Some("1/QĐ".into()),
            dated: Some(day(2026, 1, 2)),
            reason: None,
        };
        change.assign(&given, 0).await.expect("given");
    }
    let grant = Grant { role: Role::Viewer, unit_id: Some("a".into()), from: Some(day(2026, 1, 1)), to: None };
    change.grant("hai", &grant, "giúp").await.expect("given");
    change.commit(entry("unit.corrected", "a")).await.expect("committed");
    inspected(store, &movement).await;
    (covenant, target)
}

/// An inspection that has been to `a` and `b` and found something wanting at `a`.
async fn inspected(store: &Store, movement: &str) {
    use thidua_domain::inspections::findings::{Severity, State as Found};
    use thidua_domain::inspections::{State, SubjectKind};
    use thidua_store::inspections::{Conclusion, Finding, Inspection, Visit};
    let (by, at) = (clerk(11).name, crate::world::moment(11));
    let it = Inspection {
        id: "i".into(),
        unit_id: "k".into(),
        movement_id: movement.into(),
        name: "Kiểm tra 6 tháng".into(),
        purpose: None,
        number_symbol: Some("12/KH-UBND".into()),
        dated: Some(day(2026, 6, 1)),
        from: None,
        to: None,
        period: None,
        state: State::Issued,
        seed: None,
        drawn_at: None,
        conclusion: Conclusion::default(),
        withdrawn: None,
        team: Vec::new(),
        version: 0,
        account_name: by.clone(),
        written_at: at,
    };
    let change = store.change(clerk(11)).await.expect("a change");
    change.write_inspection(&it).await.expect("written");
    for (position, unit) in [(1, "a"), (2, "b")] {
        let visit = Visit {
            id: format!("at-{unit}"),
            inspection_id: "i".into(),
            position,
            kind: SubjectKind::Unit,
            subject_id: unit.into(),
            name: format!("thôn {unit}"),
            sampled: false,
            reason: None,
            planned_on: None,
            visited_on: Some(day(2026, 6, 5)),
            present: None,
            minutes: None,
            left_out: None,
            explain_until: None,
            explanation: None,
            explained_by: None,
            explained_at: None,
            version: 0,
            account_name: by.clone(),
            written_at: at,
        };
        change.write_visit(&visit).await.expect("written");
    }
    let finding = Finding {
        id: "f".into(),
        inspection_id: "i".into(),
        visit_id: "at-a".into(),
        subject_id: String::new(),
        subject_name: String::new(),
        number: 0,
        item: None,
        severity: Severity::Mend,
        what: "Chưa sơ kết".into(),
        basis: "sổ họp".into(),
        demand: "Sơ kết".into(),
        mend_until: Some(day(2026, 8, 1)),
        state: Found::Open,
        explained: None,
        explained_by: None,
        explained_at: None,
        mended: None,
        mended_on: None,
        settled: None,
        task_id: None,
        problem_id: None,
        version: 0,
        account_name: by,
        written_at: at,
    };
    change.write_finding(&finding).await.expect("written");
    change.commit(entry("inspection.added", "i")).await.expect("committed");
}

fn hand(note: &str) -> thidua_store::units::Hand<'_> {
    thidua_store::units::Hand { from_name: "thôn A", day: day(2026, 7, 1), note, today: day(2026, 7, 2) }
}

#[tokio::test]
async fn everything_that_runs_under_a_unit_is_found_and_goes_to_another() {
    tell(async |store| {
        let (covenant, target) = busy(&store).await;
        let running = store.running_under("a", day(2026, 7, 1)).await.expect("read");
        let kinds: Vec<&str> = running.iter().map(|one| one.kind.code()).collect();
        assert_eq!(kinds, thidua_domain::units::handing_on::RunningKind::ALL.map(|kind| kind.code()));
        let change = store.change(clerk(20)).await.expect("a change");
        for thing in &running {
            change
                .hand_thing_on(thing, "b", ("thôn B", "thôn B (phần A)"), &hand("B nhận của A"))
                .await
                .expect("given");
        }
        change.commit(entry("unit.reformed", "a")).await.expect("committed");
        assert!(store.running_under("a", day(2026, 7, 1)).await.expect("read").is_empty());
        let parties = store.covenant_parties(&covenant).await.expect("read");
        let names: Vec<&str> = parties.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["thôn B (phần A)", "thôn B", "Cụm 1"], "beside the party that it is already");
        assert_eq!(parties[2].members, ["b", "ab"]);
        assert_eq!(store.covenant_steps(&covenant).await.expect("read")[0].note.as_deref(), Some("B nhận của A"));
        let value = store.assignment_to(&target, "b").await.expect("read").expect("there").given.value;
        assert_eq!(value, thidua_domain::basics::Amount::from_plain("15.5").ok());
        let task = store.task("t").await.expect("read").expect("there");
        assert_eq!((task.text.lead_unit_id.as_deref(), task.text.with_units.len()), (Some("b"), 0));
        assert_eq!(
            store.bottleneck("n").await.expect("read").expect("there").text.owner_unit_id.as_deref(),
            Some("b")
        );
        assert_eq!(store.problem("v").await.expect("read").expect("there").raised_by, "b");
        let finding = store.finding("f").await.expect("read").expect("there");
        assert_eq!(
            (finding.subject_id.as_str(), finding.basis.as_str()),
            ("b", "sổ họp; B nhận của A"),
            "b mends it"
        );
        let visits = store.inspection_visits(&["i".to_owned()]).await.expect("read");
        assert_eq!(visits.len(), 2, "what was seen at a stays there");
        assert_eq!(store.findings_to_mend(&["b".to_owned()]).await.expect("read").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn everything_that_runs_under_a_unit_ends_with_it() {
    tell(async |store| {
        let (covenant, target) = busy(&store).await;
        let running = store.running_under("a", day(2026, 7, 1)).await.expect("read");
        let change = store.change(clerk(20)).await.expect("a change");
        for thing in &running {
            change.settle_thing(thing, &hand("A kết thúc")).await.expect("settled");
        }
        change.commit(entry("unit.reformed", "a")).await.expect("committed");
        let left: Vec<&str> = store
            .running_under("a", day(2026, 7, 1))
            .await
            .expect("read")
            .iter()
            .map(|one| one.kind.code())
            .collect();
        assert_eq!(left, ["covenant"], "the other parties stay bound");
        assert_eq!(store.covenant_steps(&covenant).await.expect("read").len(), 1);
        let task = store.task("t").await.expect("read").expect("there");
        assert_eq!(task.state.code(), "cancelled");
        let value = store.assignment_to(&target, "a").await.expect("read").expect("there").given.state;
        assert_eq!(value.code(), "withdrawn");
        let knot = store.bottleneck("n").await.expect("read").expect("there");
        assert_eq!((knot.text.owner_unit_id, knot.text.owner_name.as_deref()), (None, Some("thôn A")));
        let finding = store.finding("f").await.expect("read").expect("there");
        assert_eq!((finding.state.code(), finding.settled.as_deref()), ("settled", Some("A kết thúc")));
        let it = store.inspection("i").await.expect("read").expect("there");
        assert_eq!(it.state.code(), "issued", "the inspection goes on elsewhere");
    })
    .await;
}

#[tokio::test]
async fn a_value_is_taken_back_once_and_each_follower_gets_its_part_added_to_what_it_has() {
    use thidua_domain::basics::Amount;
    tell(async |store| {
        let (_, target) = busy(&store).await;
        crate::world::add_unit(&store, "c", "thôn C").await;
        let running = store.running_under("a", day(2026, 7, 1)).await.expect("read");
        let thing = running.iter().find(|one| one.kind.code() == "assignment").expect("a value");
        let amount = |plain: &str| Amount::from_plain(plain).ok();
        let change = store.change(clerk(20)).await.expect("a change");
        let stale = change.divide_value(thing, amount("9"), &[("b", amount("9"))], &hand("chia")).await;
        assert!(matches!(stale, Err(thidua_store::StoreError::ChangedMeanwhile)), "{stale:?}");
        drop(change);
        let change = store.change(clerk(21)).await.expect("a change");
        let parts = [("b", amount("6")), ("c", amount("4"))];
        change.divide_value(thing, amount("10"), &parts, &hand("chia")).await.expect("divided");
        change.commit(entry("assignment.divided", "a")).await.expect("committed");
        let mut held = Vec::new();
        for unit in ["a", "b", "c"] {
            let given = store.assignment_to(&target, unit).await.expect("read").expect("there").given;
            held.push((given.state.code(), given.value.map(Amount::plain).unwrap_or_default()));
        }
        let own = store.targets(&store.plans(Some(&["k"])).await.expect("read")[0].id).await.expect("read");
        let draft = own.into_iter().find(|one| one.id == target).expect("the target").draft;
        let adds_up = thidua_domain::units::handing_on::divides(draft.comparator, draft.unit.as_deref());
        let second = if adds_up { ("changed", "11.5".to_owned()) } else { ("assigned", "5.5".to_owned()) };
        assert_eq!(held, [("withdrawn", "10".to_owned()), second, ("assigned", "4".to_owned())]);
    })
    .await;
}
