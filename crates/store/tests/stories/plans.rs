//! Plans: brought in, corrected, issued once.

use crate::world::{add_plan, add_unit, clerk, day, draft, entry, tell};
use thidua_domain::movements::State;
use thidua_domain::plans::draft::Piece;
use thidua_domain::plans::symbol::NumberSymbol;
use thidua_store::StoreError;

fn symbol(printed: &str) -> NumberSymbol {
    NumberSymbol::read(printed).expect("a symbol")
}

#[tokio::test]
async fn a_plan_comes_back_as_it_was_read() {
    tell(async |store| {
        add_unit(&store, "u1", "Ủy ban nhân dân xã Lơ Ku").await;
        let id = add_plan(&store, "u1", 1).await;
        let plan = store.plan(&id).await.expect("read").expect("there");
        assert_eq!(plan.draft, draft());
        assert_eq!(plan.source, ["một", "hai"]);
        assert_eq!(plan.source_notes, "recognised:2");
        assert_eq!((plan.version, plan.issued), (1, false));
        let lines = store.plans(Some(&["u1"])).await.expect("a list");
        assert_eq!((lines.len(), lines[0].leaves, lines[0].subject_year), (1, 3, Some(2022)));
        assert!(store.plans(Some(&["u2"])).await.expect("a list").is_empty());
    })
    .await;
}

#[tokio::test]
async fn of_two_who_correct_one_version_the_second_is_told() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let id = add_plan(&store, "u1", 1).await;
        let mut corrected = draft();
        corrected.document.theme = Some(Piece::typed("Chủ đề khác".into()));
        let targets_before = store.targets(&id).await.expect("targets");
        let read = store.plan(&id).await.expect("read").expect("there");
        let first = store.change(clerk(2)).await.expect("a change");
        first.replace_draft(&read, 1, &corrected).await.expect("the first is written");
        first.commit(entry("plan.corrected", &id)).await.expect("committed");
        let second = store.change(clerk(3)).await.expect("a change");
        let refused = second.replace_draft(&read, 1, &draft()).await;
        assert!(matches!(refused, Err(StoreError::ChangedMeanwhile)));
        drop(second);
        let plan = store.plan(&id).await.expect("read").expect("there");
        assert_eq!(plan.draft, corrected);
        let targets_after = store.targets(&id).await.expect("targets");
        assert_eq!(targets_before[0].id, targets_after[0].id, "a target keeps its identifier");
    })
    .await;
}

#[tokio::test]
async fn corrections_are_taken_back_one_by_one_and_the_reader_s_own_draft_is_kept() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let id = add_plan(&store, "u1", 1).await;
        assert_eq!(store.first_draft(&id).await.expect("read"), None);
        for (version, theme) in [(1, "Chủ đề một"), (2, "Chủ đề hai")] {
            let plan = store.plan(&id).await.expect("read").expect("there");
            let mut corrected = plan.draft.clone();
            corrected.document.theme = Some(Piece::typed(theme.into()));
            let change = store.change(clerk(2)).await.expect("a change");
            change.replace_draft(&plan, version, &corrected).await.expect("written");
            change.commit(entry("plan.corrected", &id)).await.expect("committed");
        }
        assert_eq!(store.first_draft(&id).await.expect("read"), Some(draft()));
        for version in [3, 4] {
            let change = store.change(clerk(2)).await.expect("a change");
            change.undo_correction(&id, version).await.expect("taken back");
            change.commit(entry("plan.correction-undone", &id)).await.expect("committed");
        }
        let plan = store.plan(&id).await.expect("read").expect("there");
        assert_eq!((plan.version, &plan.draft), (5, &draft()));
        let change = store.change(clerk(2)).await.expect("a change");
        assert!(matches!(change.undo_correction(&id, 5).await, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}

#[tokio::test]
async fn what_an_authority_corrected_is_remembered_for_it_alone() {
    use thidua_domain::plans::alike::{Lesson, LessonKind};
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        add_unit(&store, "u2", "xã B").await;
        let lesson = |meant: &str| Lesson { kind: LessonKind::Unit, printed: "tổ".into(), meant: meant.into() };
        for meant in ["tổ viên", "tổ dân phố"] {
            let change = store.change(clerk(2)).await.expect("a change");
            change.learn("u1", &lesson(meant)).await.expect("learned");
            change.commit(entry("plan.corrected", "p1")).await.expect("committed");
        }
        assert_eq!(store.lessons("u1").await.expect("lessons"), [lesson("tổ dân phố")]);
        assert_eq!(store.lessons("u2").await.expect("lessons"), []);
    })
    .await;
}

#[tokio::test]
async fn a_number_is_unique_for_issuer_year_and_symbol() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        add_unit(&store, "u2", "xã B").await;
        let issue = async |unit: &str, printed: &str, year: i32| {
            let id = add_plan(&store, unit, 1).await;
            let change = store.change(clerk(4)).await.expect("a change");
            change.issue_plan(&id, 1, unit, &symbol(printed), day(year, 3, 7)).await?;
            change.commit(entry("plan.issued", &id)).await
        };
        issue("u1", "43/KH-UBND", 2022).await.expect("the first");
        assert!(matches!(issue("u1", "043/KH-UBND", 2022).await, Err(StoreError::AlreadyThere)));
        issue("u1", "43/KH-UBND", 2023).await.expect("the same number next year");
        issue("u2", "43/KH-UBND", 2022).await.expect("the same number of another issuer");
        issue("u1", "43/QĐ-UBND", 2022).await.expect("the same number with another symbol");
    })
    .await;
}

#[tokio::test]
async fn an_issued_plan_is_neither_corrected_nor_discarded() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let id = add_plan(&store, "u1", 1).await;
        let change = store.change(clerk(4)).await.expect("a change");
        change.issue_plan(&id, 1, "u1", &symbol("43/KH-UBND"), day(2022, 3, 7)).await.expect("issued");
        change.commit(entry("plan.issued", &id)).await.expect("committed");
        let issued = store.plan(&id).await.expect("read").expect("there");
        let change = store.change(clerk(5)).await.expect("a change");
        assert!(matches!(change.replace_draft(&issued, 2, &draft()).await, Err(StoreError::ChangedMeanwhile)));
        assert!(matches!(change.discard_plan(&id).await, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}

#[tokio::test]
async fn a_movement_steps_once_and_remembers_who() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let id = add_plan(&store, "u1", 1).await;
        let movement = store.movements(&id).await.expect("movements").remove(0);
        assert_eq!(movement.state, State::Draft);
        let change = store.change(clerk(6)).await.expect("a change");
        change.step_movement(&movement.id, State::Draft, State::Issued, Some("đã ký")).await.expect("a step");
        change.commit(entry("movement.stepped", &movement.id)).await.expect("committed");
        let change = store.change(clerk(7)).await.expect("a change");
        let again = change.step_movement(&movement.id, State::Draft, State::Issued, None).await;
        assert!(matches!(again, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        let steps = store.movement_steps(&movement.id).await.expect("steps");
        assert_eq!((steps.len(), steps[0].note.as_deref(), steps[0].to), (1, Some("đã ký"), State::Issued));
    })
    .await;
}

#[tokio::test]
async fn a_discarded_draft_leaves_only_its_file_and_its_traces() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let id = add_plan(&store, "u1", 1).await;
        let change = store.change(clerk(8)).await.expect("a change");
        change.discard_plan(&id).await.expect("discarded");
        change.commit(entry("plan.discarded", &id)).await.expect("committed");
        assert!(store.plan(&id).await.expect("read").is_none());
        assert!(store.file("ab").await.expect("read").is_some());
        assert_eq!(store.history_of("plan", &id).await.expect("traces").len(), 2);
    })
    .await;
}
