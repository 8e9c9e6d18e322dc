//! Reports of units: rounds, lines in versions, steps that meet, more time, remarks.

use crate::world::{add_plan, add_unit, clerk, day, entry, launch, tell};
use thidua_domain::basics::Amount;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::reporting::{DueRule, Entered, State};
use thidua_store::reporting::{NewLine, NewRemark, RoundText};
use thidua_store::{Store, StoreError};

fn amount(text: &str) -> Amount {
    Amount::from_plain(text).expect("an amount")
}

fn round_text() -> RoundText {
    RoundText {
        due: day(2022, 7, 7),
        rule: DueRule::WorkingDays(5),
        rule_source: Some("Mục IV.1 Kế hoạch 34/KH-UBND".into()),
        rule_line: Some(70),
        kinds: Vec::new(),
        note: None,
    }
}

fn entered(value: &str) -> Entered {
    Entered {
        figure: Figure::Number(amount(value)),
        numerator: Some(amount("1675")),
        denominator: Some(amount("1709")),
        of_period: Some(amount("0.0001")),
        last_year: Some(amount("97.5")),
        dated: Some(day(2022, 6, 30)),
        source: Some("Báo cáo số 12/BC-UBND".into()),
        file_digest: None,
        file_name: None,
        place: Some("Biểu 2, dòng 4".into()),
        reason: None,
    }
}

async fn begun(store: &Store) -> (String, String, String) {
    add_unit(store, "u1", "Ủy ban nhân dân huyện A").await;
    add_unit(store, "u2", "Xã Đông").await;
    let plan = add_plan(store, "u1", 1).await;
    launch(store, &plan).await;
    let movement = store.movements(&plan).await.expect("movements").remove(0).id;
    let target = store.targets(&plan).await.expect("targets").remove(0).id;
    let change = store.change(clerk(2)).await.expect("a change");
    let round = change.open_report_round(&movement, Period::FirstHalf, &round_text()).await.expect("opened");
    let report = change.begin_unit_report(&round, "u2").await.expect("begun");
    change.commit(entry("report.begun", &report)).await.expect("committed");
    (round, report, target)
}

#[tokio::test]
async fn a_report_is_written_in_versions_sent_recalled_returned_and_accepted() {
    tell(async |store| {
        let (round, id, target) = begun(&store).await;
        let kept = store.report_round(&round).await.expect("read").expect("there");
        assert_eq!((kept.text, kept.owner_id.as_str(), kept.period), (round_text(), "u1", Period::FirstHalf));

        let write = async |seen: i64, value: &str, reason: Option<&str>| {
            let change = store.change(clerk(3)).await.expect("a change");
            change.write_unit_report(&id, seen).await?;
            let entered = Entered { reason: reason.map(str::to_owned), ..entered(value) };
            change
                .write_report_line(&id, &NewLine { target_id: target.clone(), entered, illustrative: false })
                .await?;
            change.write_report_text(&id, "difficulties", Some("Thiếu giống lúa")).await?;
            change.commit(entry("report.written", &id)).await
        };
        write(1, "98.01", None).await.expect("written");
        assert!(
            matches!(write(1, "98.02", None).await, Err(StoreError::ChangedMeanwhile)),
            "the second writer is told"
        );
        write(2, "98.0105", Some("Tính lại")).await.expect("corrected");
        let lines = store.report_lines(&id).await.expect("lines");
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].entered, Entered { reason: Some("Tính lại".into()), ..entered("98.0105") });
        assert_eq!(store.line_history(&id, &target).await.expect("history").len(), 2, "nothing is overwritten");

        let step = async |to: State, on: u32| {
            let report = store.unit_report(&id).await.expect("read").expect("there");
            let change = store.change(clerk(on)).await.expect("a change");
            change.step_unit_report(&report, report.version, to, day(2022, 7, on), None).await?;
            change.commit(entry("report.stepped", &id)).await
        };
        step(State::Submitted, 6).await.expect("sent");
        assert!(matches!(write(4, "1", None).await, Err(StoreError::ChangedMeanwhile)), "closed to its writers");
        step(State::Draft, 7).await.expect("recalled");
        step(State::Submitted, 9).await.expect("sent again");
        let report = store.unit_report(&id).await.expect("read").expect("there");
        assert_eq!(report.first_sent, Some(day(2022, 7, 6)), "the first sending counts");
        let change = store.change(clerk(10)).await.expect("a change");
        let remark =
            NewRemark { target_id: Some(target.clone()), section: None, says: "Thiếu văn bản".into() };
        change.remark_on_report(&id, &remark).await.expect("remarked");
        change.commit(entry("report.remarked", &id)).await.expect("committed");
        step(State::Returned, 11).await.expect("returned");
        let change = store.change(clerk(12)).await.expect("a change");
        change.mend_remarks(&id).await.expect("mended");
        change.commit(entry("report.sent", &id)).await.expect("committed");
        step(State::Resubmitted, 12).await.expect("sent a third time");
        step(State::Accepted, 13).await.expect("accepted");
        let report = store.unit_report(&id).await.expect("read").expect("there");
        assert!(report.accepted_at.is_some() && report.accepted_name.is_some());
        assert!(store.report_remarks(&id).await.expect("remarks")[0].mended_at.is_some());
        assert_eq!(store.report_steps(&id).await.expect("steps").len(), 6);
        step(State::Returned, 14).await.expect("opened again");
        let report = store.unit_report(&id).await.expect("read").expect("there");
        assert!(report.accepted_at.is_none(), "what is open is not accepted");
    })
    .await;
}

#[tokio::test]
async fn a_period_has_one_round_and_more_time_is_kept_with_its_reason() {
    tell(async |store| {
        let (round, id, target) = begun(&store).await;
        let kept = store.report_round(&round).await.expect("read").expect("there");
        let change = store.change(clerk(3)).await.expect("a change");
        let again = change.open_report_round(&kept.movement_id, Period::FirstHalf, &round_text()).await;
        assert!(matches!(again, Err(StoreError::AlreadyThere)));
        drop(change);
        let change = store.change(clerk(3)).await.expect("a change");
        assert!(matches!(change.begin_unit_report(&round, "u2").await, Err(StoreError::AlreadyThere)));
        drop(change);
        let change = store.change(clerk(4)).await.expect("a change");
        change.extend_report(&round, Some("u2"), day(2022, 7, 12), "Bão số 3").await.expect("extended");
        change.note_consolidation(&round).await.expect("noted");
        change.set_office_target(&target, true).await.expect("set");
        change.commit(entry("report.extended", &round)).await.expect("committed");
        let given = store.report_extensions(&round).await.expect("extensions");
        assert_eq!((given[0].unit_id.as_deref(), given[0].until), (Some("u2"), day(2022, 7, 12)));
        assert!(store.report_round(&round).await.expect("read").expect("there").consolidated.is_some());
        assert_eq!(store.office_targets(&kept.plan_id).await.expect("read"), vec![target]);
        assert_eq!(store.report_rounds_of(&["u1".to_owned()]).await.expect("read").len(), 1);
        assert_eq!(store.report_of_unit(&round, "u2").await.expect("read").expect("there").id, id);
    })
    .await;
}
