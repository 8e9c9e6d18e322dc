//! Conditions of a launch are kept; programmes have tasks; waves have targets, matters, reports and a sheet; campaigns are
//! joined; congresses are held.

use crate::world::{add_plan, add_unit, clerk, day, draft, entry, launch, moment, tell};
use thidua_domain::basics::Amount;
use thidua_domain::events::EventKind;
use thidua_domain::figures::Attainment;
use thidua_domain::movements::kind::Field;
use thidua_domain::people::Category;
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::plans::launching::{Condition, Standing};
use thidua_domain::targets::{Comparator, Direction};
use thidua_store::campaigns::Joined;
use thidua_store::events::{Event, EventUnit};
use thidua_store::movement_facts::{Content, ContentKind};
use thidua_store::wave_reports::{WaveReport, WaveSheet};
use thidua_store::wave_targets::WaveTarget;
use thidua_store::waves::SummingUp;
use thidua_store::{Store, StoreError};

/// A launched plan of a unit with one wave: plan, movement, wave.
async fn wave(store: &Store) -> (String, String, String) {
    add_unit(store, "u1", "xã A").await;
    add_unit(store, "u2", "thôn B").await;
    let plan = add_plan(store, "u1", 1).await;
    launch(store, &plan).await;
    let movement = store.movements(&plan).await.expect("movements").remove(0).id;
    let change = store.change(clerk(2)).await.expect("a change");
    change.take_waves(&movement, &draft().waves, &[]).await.expect("taken over");
    change.commit(entry("plan.launched", &plan)).await.expect("committed");
    let wave = store.waves_of_movement(&movement).await.expect("waves").remove(0).id;
    (plan, movement, wave)
}

fn amount(text: &str) -> Option<Amount> {
    Amount::from_plain(text).ok()
}

#[tokio::test]
async fn the_conditions_of_a_launch_are_kept_with_who_launched() {
    tell(async |store| {
        let (plan, _, _) = wave(&store).await;
        assert!(store.launch_conditions(&plan).await.expect("read").is_empty());
        let kept = [
            (Condition::Theme, Standing::Met, "Chủ đề riêng.".to_owned()),
            (Condition::Base, Standing::Warning, "Chưa có tên: thôn B.".to_owned()),
        ];
        let change = store.change(clerk(3)).await.expect("a change");
        change.keep_conditions(&plan, &kept).await.expect("kept");
        change.commit(entry("plan.launched", &plan)).await.expect("committed");
        let found = store.launch_conditions(&plan).await.expect("read");
        assert_eq!((found[0].condition, found[0].standing), (Condition::Theme, Standing::Met));
        assert_eq!((found[1].says.as_str(), found[1].at), ("Chưa có tên: thôn B.", moment(3)));
        assert_eq!(found[1].account_name, clerk(3).name);
    })
    .await;
}

#[tokio::test]
async fn a_programme_keeps_its_targets_and_a_change_replaces_them() {
    tell(async |store| {
        let (plan, movement, _) = wave(&store).await;
        let target = store.targets(&plan).await.expect("read").remove(0).id;
        let change = store.change(clerk(3)).await.expect("a change");
        let mut content = Content {
            id: change.new_id(),
            kind: ContentKind::Programme,
            numbering: None,
            field: Field::Economy,
            text: "Xây dựng nông thôn mới".into(),
            lines: None,
            answer: None,
            version: 0,
            targets: vec![target],
            tasks: Vec::new(),
        };
        change.add_contents(&movement, std::slice::from_ref(&content)).await.expect("added");
        change.commit(entry("movement.content-written", &movement)).await.expect("committed");
        assert_eq!(store.contents(&movement).await.expect("read")[0], content);
        content.targets = Vec::new();
        let change = store.change(clerk(4)).await.expect("a change");
        change.change_content(&movement, &content).await.expect("changed");
        change.commit(entry("movement.content-written", &movement)).await.expect("committed");
        let found = store.contents(&movement).await.expect("read").remove(0);
        assert_eq!((found.targets.len(), found.tasks.len(), found.version), (0, 0, 1));
    })
    .await;
}

#[tokio::test]
async fn targets_of_a_wave_are_versioned_and_a_closed_wave_takes_none() {
    tell(async |store| {
        let (_, _, wave) = wave(&store).await;
        let change = store.change(clerk(3)).await.expect("a change");
        let mut target = WaveTarget {
            id: change.new_id(),
            target_id: None,
            name: "Hồ sơ số hóa".into(),
            comparator: Comparator::AtLeast,
            direction: Direction::Higher,
            value: amount("30.5"),
            unit_of: Some("hồ sơ".into()),
            figure: None,
            attainment: None,
            dated: None,
            source: None,
            version: 0,
        };
        change.write_wave_target(&wave, &target).await.expect("written");
        change.commit(entry("wave.target-written", &wave)).await.expect("committed");
        target.version = 1;
        assert_eq!(store.wave_targets(&wave).await.expect("read"), [target.clone()]);
        target.figure = amount("31");
        target.dated = Some(day(2022, 6, 30));
        let change = store.change(clerk(4)).await.expect("a change");
        change.write_wave_target(&wave, &target).await.expect("written");
        change.commit(entry("wave.target-written", &wave)).await.expect("committed");
        let change = store.change(clerk(5)).await.expect("a change");
        let again = change.write_wave_target(&wave, &target).await;
        assert!(matches!(again, Err(StoreError::ChangedMeanwhile)), "{again:?}");
        drop(change);
        assert_eq!(store.wave_targets(&wave).await.expect("read")[0].figure, amount("31"));

        let led = store.wave(&wave).await.expect("read").expect("there");
        let summing_up = SummingUp {
            on: Some(day(2022, 7, 1)),
            report: Some("x".into()),
            attainment: Some(Attainment::Yes),
            assessment: Some("x".into()),
            lessons: Some("x".into()),
            commended: None,
        };
        let change = store.change(clerk(6)).await.expect("a change");
        change.close_wave(&wave, led.version, &summing_up).await.expect("closed");
        change.commit(entry("wave.closed", &wave)).await.expect("committed");
        let change = store.change(clerk(7)).await.expect("a change");
        target.version = 2;
        let closed = change.write_wave_target(&wave, &target).await;
        assert!(matches!(closed, Err(StoreError::ChangedMeanwhile)), "{closed:?}");
        let matters = change.set_wave_matters(&wave, &[]).await;
        assert!(matches!(matters, Err(StoreError::ChangedMeanwhile)), "{matters:?}");
    })
    .await;
}

#[tokio::test]
async fn a_unit_reports_a_wave_once_and_a_sheet_is_written_over_the_version_that_was_seen() {
    tell(async |store| {
        let (_, _, wave) = wave(&store).await;
        let change = store.change(clerk(3)).await.expect("a change");
        let mut report = WaveReport {
            id: change.new_id(),
            wave_id: wave.clone(),
            unit_id: "u2".into(),
            sent_on: day(2022, 7, 14),
            text: "Đã xong".into(),
            commended: None,
            people: Some(12),
            version: 0,
            account_name: String::new(),
            written_at: moment(0),
        };
        change.write_wave_report(&report).await.expect("written");
        change.commit(entry("wave.reported", &wave)).await.expect("committed");
        let change = store.change(clerk(4)).await.expect("a change");
        let twice = WaveReport { id: change.new_id(), ..report.clone() };
        let twice = change.write_wave_report(&twice).await;
        assert!(matches!(twice, Err(StoreError::ChangedMeanwhile)), "{twice:?}");
        drop(change);
        report.version = 1;
        (report.text, report.sent_on) = ("Đã xong cả".into(), day(2022, 8, 1));
        let change = store.change(clerk(5)).await.expect("a change");
        change.write_wave_report(&report).await.expect("corrected");
        change.commit(entry("wave.reported", &wave)).await.expect("committed");
        let found = store.wave_reports(&wave).await.expect("read").remove(0);
        assert_eq!((found.text.as_str(), found.version), ("Đã xong cả", 2));
        assert_eq!(found.sent_on, day(2022, 7, 14), "the first day decides");

        let empty = store.wave_sheet(&wave).await.expect("read");
        assert_eq!(empty, WaveSheet::default());
        let sheet = WaveSheet { results: Some("Hoàn thành".into()), ..empty };
        for (minute, seen, fits) in [(6, 0, true), (7, 0, false), (8, 1, true), (9, 1, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_wave_sheet(&wave, &WaveSheet { version: seen, ..sheet.clone() }).await;
            assert_eq!(written.is_ok(), fits, "{minute}: {written:?}");
            if fits {
                change.commit(entry("wave.sheet", &wave)).await.expect("committed");
            }
        }
        assert_eq!(store.wave_sheet(&wave).await.expect("read"), WaveSheet { version: 2, ..sheet });
    })
    .await;
}

#[tokio::test]
async fn units_below_are_asked_for_the_reports_of_waves_that_end() {
    tell(async |store| {
        let (_, movement, wave) = wave(&store).await;
        let below = store.unit("u2").await.expect("read").expect("there");
        let change = store.change(clerk(3)).await.expect("a change");
        let moved = thidua_domain::units::Unit {
            parent_id: Some("u1".into()),
            id: "u3".into(),
            name: "thôn C".into(),
            ..below
        };
        change.add_unit(&moved).await.expect("added");
        change.commit(entry("unit.added", "u3")).await.expect("committed");
        let led = store.waves_of_movement(&movement).await.expect("waves").remove(0);
        let end = led.wave.to.expect("an end");
        let units = ["u2".to_owned(), "u3".to_owned()];
        let asked = store.waves_to_report(&units, end).await.expect("read");
        assert_eq!(asked.len(), 1, "only the unit below is asked");
        assert_eq!((asked[0].unit_id.as_str(), asked[0].wave_id.as_str()), ("u3", wave.as_str()));
        let before = end.pred_opt().expect("a day");
        assert!(store.waves_to_report(&units, before).await.expect("read").is_empty(), "nobody is asked too early");
        assert!(store.waves_to_report(&[], end).await.expect("read").is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_units_joined_is_kept_exactly_and_corrected_over_the_version_that_was_seen() {
    tell(async |store| {
        let (plan, movement, _) = wave(&store).await;
        let change = store.change(clerk(3)).await.expect("a change");
        let mut joined = Joined {
            id: change.new_id(),
            movement_id: movement,
            unit_id: "u2".into(),
            held_on: day(2022, 3, 5),
            what: "Ủng hộ Quỹ vì người nghèo".into(),
            people: Some(20),
            amount: amount("12.5"),
            amount_unit: Some("triệu đồng".into()),
            evidence: Some("Biên nhận".into()),
            file_digest: None,
            file_name: None,
            withdrawn: false,
            version: 0,
            account_name: clerk(3).name,
            recorded_at: moment(3),
        };
        change.write_join(&joined).await.expect("written");
        change.commit(entry("campaign.joined", &plan)).await.expect("committed");
        joined.version = 1;
        assert_eq!(store.campaign_joins(&plan).await.expect("read"), [joined.clone()]);
        joined.withdrawn = true;
        for (minute, fits) in [(4, true), (5, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_join(&joined).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("campaign.withdrawn", &plan)).await.expect("committed");
            }
        }
        assert!(store.campaign_joins(&plan).await.expect("read")[0].withdrawn, "it stays, taken back");
    })
    .await;
}

#[tokio::test]
async fn a_congress_is_dated_later_and_its_units_and_delegates_are_replaced() {
    tell(async |store| {
        let (_, _, wave) = wave(&store).await;
        let change = store.change(clerk(3)).await.expect("a change");
        let mut event = Event {
            id: change.new_id(),
            unit_id: "u1".into(),
            kind: EventKind::Congress,
            ordinal: Some(6),
            name: "Đại hội thi đua yêu nước lần thứ VI".into(),
            level: IssuerLevel::Commune,
            day: None,
            last_day: None,
            place: None,
            below_by: None,
            programme: Some("Khai mạc\nBế mạc".into()),
            result: None,
            wave_id: Some(wave.clone()),
            withdrawn: None,
            version: 0,
        };
        change.write_event(&event).await.expect("written");
        change.commit(entry("event.added", &event.id)).await.expect("committed");
        event.version = 1;
        assert_eq!(store.event(&event.id).await.expect("read"), Some(event.clone()));
        event.day = Some(day(2025, 6, 20));
        for (minute, fits) in [(4, true), (5, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_event(&event).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("event.corrected", &event.id)).await.expect("committed");
            }
        }
        event.version = 2;
        assert_eq!(store.events(Some(&["u1"]), 10).await.expect("read"), [event.clone()]);
        assert!(store.events(Some(&["u2"]), 10).await.expect("read").is_empty());
        assert!(store.events(Some(&[]), 10).await.expect("read").is_empty());
        assert_eq!(store.events_of_wave(&wave).await.expect("read").len(), 1);

        for (minute, delegates) in [(6, vec![(Category::Farmer, 4), (Category::Official, 2)]), (7, Vec::new())] {
            let unit = EventUnit { held_on: Some(day(2025, 5, 20)), said: None, delegates };
            let change = store.change(clerk(minute)).await.expect("a change");
            change.write_event_unit(&event.id, "u2", &unit).await.expect("written");
            change.commit(entry("event.unit", &event.id)).await.expect("committed");
            let found = store.event_units(&event.id).await.expect("read");
            let mut kept = found["u2"].clone();
            kept.delegates.sort_by_key(|(category, _)| category.code());
            let mut wanted = unit;
            wanted.delegates.sort_by_key(|(category, _)| category.code());
            assert_eq!(kept, wanted);
        }
    })
    .await;
}
