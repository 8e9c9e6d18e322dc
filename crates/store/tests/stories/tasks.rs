//! Tasks, what became of obligations, bottlenecks and problems.

use crate::world::{add_plan, add_unit, clerk, day, entry, launch, tell};
use thidua_domain::tasks::bottlenecks::{Field, State as ItemState};
use thidua_domain::tasks::deadline::{Deadline, Every};
use thidua_domain::tasks::problems::{Source, State as ProblemState};
use thidua_domain::tasks::{Manner, State, Weight};
use thidua_store::bottlenecks::BottleneckText;
use thidua_store::problems::NewProblem;
use thidua_store::tasks::{NewTask, Origin, StepDone, TaskText};
use thidua_store::{Store, StoreError};

pub fn text(lead: &str) -> TaskText {
    TaskText {
        manner: Manner::Assignment,
        lead_unit_id: Some(lead.into()),
        with_units: vec!["v2".into()],
        actor: Some("Các thôn".into()),
        responsible: Some("Trưởng thôn".into()),
        person_id: None,
        work: "Vận động hiến đất".into(),
        responsibility: Some("trước UBND xã".into()),
        deadline: Some(Deadline::once(day(2022, 6, 30), true)),
        outcome: Some("12 hộ".into()),
        weight: Some(Weight::Focus),
        programme: Some("4 chương trình trọng tâm".into()),
    }
}

/// A commune with two villages and a launched plan; gives back the plan and its movement.
async fn start(store: &Store) -> (String, String) {
    for (id, name) in [("u", "UBND xã"), ("v1", "Thôn 1"), ("v2", "Thôn 2")] {
        add_unit(store, id, name).await;
    }
    let plan = add_plan(store, "u", 1).await;
    launch(store, &plan).await;
    let movement = store.movements(&plan).await.expect("read").remove(0).id;
    (plan, movement)
}

async fn add(store: &Store, id: &str, origin: &Origin, text: &TaskText) {
    let change = store.change(clerk(2)).await.expect("a change");
    change.add_task(&NewTask { id, unit_id: "u", origin, text }).await.expect("added");
    change.commit(entry("task.added", id)).await.expect("committed");
}

async fn step(store: &Store, id: &str, seen: i64, from: State, to: State) -> Result<(), StoreError> {
    let change = store.change(clerk(3)).await.expect("a change");
    change.step_task(id, seen, &StepDone { from, to, note: Some("ghi"), day: day(2022, 4, 1) }).await?;
    change.commit(entry("task.stepped", id)).await
}

#[tokio::test]
async fn a_task_comes_back_as_it_was_written_and_is_found_by_all_who_have_to_do_with_it() {
    tell(async |store| {
        let (plan, movement) = start(&store).await;
        let origin = Origin {
            plan_id: Some(plan),
            movement_id: Some(movement.clone()),
            obligation: Some(4),
            lines: Some((12, 13)),
            ..Origin::default()
        };
        add(&store, "t", &origin, &text("v1")).await;
        let task = store.task("t").await.expect("read").expect("there");
        assert_eq!(task.text, text("v1"));
        assert_eq!((task.origin, task.state, task.version), (origin, State::Draft, 0));
        assert_eq!((task.unit_name.as_str(), task.lead_name.as_deref()), ("UBND xã", Some("Thôn 1")));
        assert_eq!(task.next_due, Some(day(2022, 6, 30)));
        let to_do = async |unit| store.tasks_to_do(Some(&[unit])).await.expect("read").len();
        assert_eq!(to_do("v1").await, 0, "a draft is nobody's work yet");
        step(&store, "t", 0, State::Draft, State::Given).await.expect("given");
        assert_eq!((to_do("v1").await, to_do("v2").await, to_do("u").await), (1, 1, 0));
        assert_eq!(store.tasks_given_by(Some(&["u"])).await.expect("read").len(), 1);
        assert_eq!(store.tasks_of_movement(&movement).await.expect("read").len(), 1);
        assert_eq!(store.tasks_to_do(Some(&[])).await.expect("read").len(), 0, "no scope is nothing");
        let second = step(&store, "t", 0, State::Given, State::Accepted).await;
        assert!(matches!(second, Err(StoreError::ChangedMeanwhile)), "who saw version 0 is told");
    })
    .await;
}

#[tokio::test]
async fn urgings_notes_and_extensions_are_counted_and_kept_in_order() {
    tell(async |store| {
        start(&store).await;
        add(&store, "t", &Origin::default(), &text("v1")).await;
        step(&store, "t", 0, State::Draft, State::Given).await.expect("given");
        for minute in [4, 5] {
            let change = store.change(clerk(minute)).await.expect("a change");
            change.urge("t", "Kính gửi Thôn 1", day(2022, 4, minute)).await.expect("urged");
            change.commit(entry("task.urged", "t")).await.expect("committed");
        }
        let task = store.task("t").await.expect("read").expect("there");
        assert_eq!((task.urgings, task.urgings_since, task.urged_on), (2, 2, Some(day(2022, 4, 5))));
        let change = store.change(clerk(6)).await.expect("a change");
        change.note_task("t", "Khẩn trương", day(2022, 4, 6)).await.expect("noted");
        change.extend_task(&task, task.version, day(2022, 7, 31), "chờ vốn").await.expect("extended");
        change.commit(entry("task.extended", "t")).await.expect("committed");
        let after = store.task("t").await.expect("read").expect("there");
        assert_eq!((after.urgings, after.urgings_since), (2, 0), "counted anew from the head's word");
        assert_eq!((after.extensions, after.next_due), (1, Some(day(2022, 7, 31))));
        assert_eq!(after.text.deadline, Some(Deadline::once(day(2022, 7, 31), false)));
        let acts = store.task_acts("t").await.expect("read");
        let kinds: Vec<&str> = acts.iter().rev().map(|act| act.kind.as_str()).collect();
        assert_eq!(kinds, ["stepped", "urged", "urged", "noted", "extended"]);
        assert_eq!(acts[0].days, (Some(day(2022, 6, 30)), Some(day(2022, 7, 31))));
    })
    .await;
}

#[tokio::test]
async fn the_days_of_a_task_that_comes_back_are_answered_one_by_one() {
    tell(async |store| {
        start(&store).await;
        let again = Some((Every::Quarter, day(2022, 12, 31)));
        let deadline = Some(Deadline { day: day(2022, 3, 31), strictly_before: false, again });
        add(&store, "t", &Origin::default(), &TaskText { deadline, ..text("v1") }).await;
        let task = store.task("t").await.expect("read").expect("there");
        assert_eq!((task.open_days, task.next_due), (4, Some(day(2022, 3, 31))));
        step(&store, "t", 0, State::Draft, State::Given).await.expect("given");
        let answer = async |position| {
            let change = store.change(clerk(7)).await.expect("a change");
            change.answer_day("t", position, "đã báo", day(2022, 4, 2)).await?;
            change.commit(entry("task.answered", "t")).await
        };
        answer(0).await.expect("answered");
        assert!(matches!(answer(0).await, Err(StoreError::ChangedMeanwhile)), "once");
        assert!(matches!(answer(9).await, Err(StoreError::ChangedMeanwhile)), "no such day");
        let task = store.task("t").await.expect("read").expect("there");
        assert_eq!((task.open_days, task.next_due), (3, Some(day(2022, 6, 30))));
        let change = store.change(clerk(8)).await.expect("a change");
        change.extend_task(&task, task.version, day(2022, 7, 15), "chờ số liệu").await.expect("extended");
        change.commit(entry("task.extended", "t")).await.expect("committed");
        let days = store.task_days("t").await.expect("read");
        let due: Vec<_> = days.iter().map(|one| (one.due, one.answered_on.is_some())).collect();
        assert_eq!(
            due,
            [
                (day(2022, 3, 31), true),
                (day(2022, 7, 15), false),
                (day(2022, 9, 30), false),
                (day(2022, 12, 31), false)
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn an_obligation_is_decided_once_even_by_two_people() {
    tell(async |store| {
        let (plan, _) = start(&store).await;
        let decide = async |reason: Option<&str>| {
            let change = store.change(clerk(4)).await.expect("a change");
            change.decide_obligation(&plan, 3, reason).await?;
            change.commit(entry("obligation.decided", &plan)).await
        };
        decide(None).await.expect("decided");
        assert!(matches!(decide(Some("không phải việc")).await, Err(StoreError::AlreadyThere)));
        let decided = store.obligation_decisions(&plan).await.expect("read");
        assert_eq!((decided.len(), decided[0].position, decided[0].is_task), (1, 3, true));
    })
    .await;
}

#[tokio::test]
async fn bottlenecks_and_problems_are_kept_for_those_who_have_to_do_with_them() {
    tell(async |store| {
        let (plan, _) = start(&store).await;
        let item = BottleneckText {
            field: Field::SiteClearance,
            name: "Ba hộ".into(),
            place: Some("Thôn 1".into()),
            description: None,
            arisen: day(2021, 5, 1),
            owner_unit_id: Some("v1".into()),
            owner_name: None,
            direction: Some("đối thoại".into()),
            due: Some(day(2022, 6, 30)),
            task_id: None,
            wave: Some((plan, 0)),
        };
        let change = store.change(clerk(5)).await.expect("a change");
        change.add_bottleneck("b", "u", &item).await.expect("added");
        change.commit(entry("bottleneck.added", "b")).await.expect("committed");
        let kept = store.bottleneck("b").await.expect("read").expect("there");
        assert_eq!(
            (kept.text, kept.state, kept.owner_unit.as_deref()),
            (item.clone(), ItemState::Draft, Some("Thôn 1"))
        );
        for (unit, n) in [("u", 1), ("v1", 1), ("v2", 0)] {
            assert_eq!(store.bottlenecks(Some(&[unit])).await.expect("read").len(), n, "{unit}");
        }
        let change = store.change(clerk(6)).await.expect("a change");
        let stale = change.correct_bottleneck("b", kept.version - 1, &item).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)));
        change.step_bottleneck("b", kept.version, ItemState::Draft, ItemState::Open, None).await.expect("stepped");
        change.commit(entry("bottleneck.stepped", "b")).await.expect("committed");

        let new = NewProblem {
            id: "p",
            unit_id: "u",
            raised_by: "v1",
            source: Source::Bottleneck,
            source_id: Some("b"),
            name: "Thiếu vốn",
            description: None,
            day: day(2022, 5, 1),
        };
        let change = store.change(clerk(7)).await.expect("a change");
        change.raise_problem(&new).await.expect("raised");
        change.step_problem("p", 0, ProblemState::Advised, "dự phòng", day(2022, 5, 2)).await.expect("advised");
        change.step_problem("p", 1, ProblemState::Decided, "chi", day(2022, 5, 3)).await.expect("decided");
        let stale = change.step_problem("p", 1, ProblemState::Decided, "không chi", day(2022, 5, 3)).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)));
        change.commit(entry("problem.decided", "p")).await.expect("committed");
        let problem = store.problem("p").await.expect("read").expect("there");
        assert_eq!((problem.decision.as_deref(), problem.decided_on), (Some("chi"), Some(day(2022, 5, 3))));
        assert_eq!(problem.advice.as_deref(), Some("dự phòng"));
        assert_eq!(store.problems_of("b").await.expect("read").len(), 1);
        for (unit, n) in [("u", 1), ("v1", 1), ("v2", 0)] {
            assert_eq!(store.problems(Some(&[unit])).await.expect("read").len(), n, "{unit}");
        }
    })
    .await;
}
