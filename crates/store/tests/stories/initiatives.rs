//! Initiatives: changed over the version that was seen, judged by cards of one account each, used once at a time; and what the
//! yearly statistics count.

use crate::people::settle;
use crate::world::{add_plan, add_unit, clerk, day, entry, launch, moment, tell};
use thidua_domain::awards::subject::{Level, SubjectKind};
use thidua_domain::councils::Seat;
use thidua_domain::initiatives::{Kind, Scope, State};
use thidua_store::honours::{Honour, Honoured, Standing};
use thidua_store::initiatives::{
    Adoption, Author, Card, Confirmation, Initiative, Judge, Recognised, Sitting, UnitRule,
};
use thidua_store::{Store, StoreError, Within};

async fn handed_in(store: &Store) -> Initiative {
    add_unit(store, "u1", "xã A").await;
    add_unit(store, "u2", "thôn B").await;
    let change = store.change(clerk(3)).await.expect("a change");
    let it = Initiative {
        id: change.new_id(),
        unit_id: "u1".into(),
        year: 2022,
        kind: Kind::Initiative,
        title: "Số hóa hồ sơ".into(),
        summary: "Quét và đặt mã".into(),
        benefit: Some("Nhanh hơn".into()),
        first_used_on: Some(day(2022, 1, 10)),
        submitted_on: day(2022, 3, 1),
        state: State::Submitted,
        scope: Scope::Unit,
        number_symbol: None,
        dated: None,
        recognised_by: None,
        reason: None,
        file_digest: None,
        file_name: None,
        sitting: None,
        illustrative: false,
        authors: vec![
            Author { person_id: None, name: "Bình".into(), share: 60 },
            Author { person_id: None, name: "Hoa".into(), share: 40 },
        ],
        version: 0,
        account_name: clerk(3).name,
        written_at: moment(3),
    };
    change.write_initiative(&it).await.expect("written");
    change.commit(entry("initiative.submitted", &it.id)).await.expect("committed");
    Initiative { version: 1, ..it }
}

#[tokio::test]
async fn the_initiatives_of_many_people_are_read_at_once_and_by_all_records_of_each() {
    tell(async |store| {
        settle(&store).await;
        let change = store.change(clerk(1)).await.expect("a change");
        change.merge_people(("a", 0), ("d", 0), None).await.expect("merged");
        change.commit(entry("person.merged", "a")).await.expect("committed");
        let it = handed_in(&store).await;
        let by = |id: &str| Author { person_id: Some(id.into()), name: id.into(), share: 50 };
        let recognised = Initiative {
            state: State::Recognised,
            dated: Some(day(2023, 2, 1)),
            authors: vec![by("d"), by("b")],
            ..it.clone()
        };
        let change = store.change(clerk(5)).await.expect("a change");
        change.write_initiative(&recognised).await.expect("recognised");
        change.commit(entry("initiative.recognised", &it.id)).await.expect("committed");
        let asked: Vec<String> = ["a", "b", "c", "d", "none"].map(str::to_owned).into();
        let found = store.initiatives_of_people(&asked).await.expect("read");
        let mut known: Vec<(&str, usize, i32)> =
            found.iter().map(|(id, of)| (id.as_str(), of.len(), of[0].year)).collect();
        known.sort_unstable();
        assert_eq!(known, [("a", 1, 2023), ("b", 1, 2023), ("d", 1, 2023)]);
        assert_eq!(store.initiatives_of_person("a").await.expect("read"), found["a"]);
        assert!(store.initiatives_of_person("c").await.expect("read").is_empty());
    })
    .await;
}

fn units(own: &[&str]) -> Within {
    Within::Units { own: own.iter().map(|id| (*id).to_owned()).collect(), branches: Vec::new() }
}

#[tokio::test]
async fn an_initiative_is_changed_over_the_version_that_was_seen_and_seen_by_who_is_to_adopt_it() {
    tell(async |store| {
        let it = handed_in(&store).await;
        assert_eq!(store.initiative(&it.id).await.expect("read"), Some(it.clone()));
        assert_eq!(store.initiatives(&units(&["u1"])).await.expect("read"), vec![it.clone()]);
        assert!(store.initiatives(&units(&["u2"])).await.expect("read").is_empty());
        let told = store.told_initiatives().await.expect("read");
        assert_eq!((told.len(), told[0].text.as_str()), (1, "Số hóa hồ sơ. Quét và đặt mã. Nhanh hơn"));
        let after = Initiative {
            title: "Tên mới".into(),
            authors: vec![Author { person_id: None, name: "Hoa".into(), share: 100 }],
            ..it.clone()
        };
        for (minute, fits) in [(4, true), (5, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_initiative(&after).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("initiative.corrected", &it.id)).await.expect("committed");
            }
        }
        let found = store.initiative(&it.id).await.expect("read").expect("there");
        assert_eq!((found.title.as_str(), found.authors.len(), found.version), ("Tên mới", 1, 2));
        let change = store.change(clerk(6)).await.expect("a change");
        change.ask_adoption(&it.id, &["u2".into()], day(2022, 6, 30)).await.expect("asked");
        change.ask_adoption(&it.id, &["u2".into()], day(2023, 6, 30)).await.expect("asked again");
        change.commit(entry("initiative.spread", &it.id)).await.expect("committed");
        assert_eq!(store.initiatives(&units(&["u2"])).await.expect("read").len(), 1, "who is to adopt it sees it");
        let asked = store.initiative_adoptions(&it.id).await.expect("read").remove(0);
        assert_eq!(asked.until, day(2022, 6, 30), "the first day stands");
        let told = Adoption { done_on: Some(day(2022, 5, 5)), said: Some("30 hồ sơ".into()), ..asked };
        for (minute, fits) in [(7, true), (8, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_adoption(&it.id, &told).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("initiative.adopted", &it.id)).await.expect("committed");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_is_of_one_account_and_none_comes_after_the_close() {
    tell(async |store| {
        let it = handed_in(&store).await;
        add_plan(&store, "u1", 1).await;
        let change = store.change(clerk(4)).await.expect("a change");
        let body = thidua_store::councils::Body {
            id: "b1".into(),
            unit_id: "u1".into(),
            kind: thidua_domain::councils::BodyKind::InitiativeCouncil,
            name: "Hội đồng".into(),
            version: 0,
        };
        change.add_body(&body).await.expect("a body");
        let sitting = Sitting {
            body_id: "b1".into(),
            day: day(2022, 3, 5),
            rule: "total = 1".into(),
            blind: true,
            closed_on: None,
        };
        let before = Initiative { state: State::Judging, sitting: Some(sitting.clone()), ..it.clone() };
        change.write_initiative(&before).await.expect("written");
        let judge = |judge: i64, name: &str| Judge {
            judge,
            person_id: None,
            name: name.into(),
            seat: Seat::Member,
            account_id: None,
            version: 0,
        };
        change.seat_judges(&it.id, &[judge(1, "Một"), judge(2, "Hai")]).await.expect("seated");
        change.commit(entry("initiative.council", &it.id)).await.expect("committed");
        assert_eq!(store.initiative(&it.id).await.expect("read").expect("there").sitting, Some(sitting.clone()));
        let card =
            |marks: i64| Card { judge: 1, marks: vec![("Tính mới".into(), marks)], says: Some("Tốt".into()) };
        let as_account = |minute: u32, account: &str| {
            let mut author = clerk(minute);
            author.account_id = Some(account.to_owned());
            author
        };
        for (minute, account, seen, fits) in
            [(5, "a1", 0, true), (6, "a1", 0, false), (7, "a2", 1, false), (8, "a1", 1, true)]
        {
            let change = store.change(as_account(minute, account)).await.expect("a change");
            let written = change.write_card(&it.id, &card(i64::from(minute)), seen).await;
            assert_eq!(written.is_ok(), fits, "{account} {seen}: {written:?}");
            if fits {
                change.commit(entry("initiative.marked", &it.id)).await.expect("committed");
            }
        }
        assert_eq!(store.initiative_cards(&it.id).await.expect("read"), vec![card(8)]);
        let judges = store.initiative_judges(&it.id).await.expect("read");
        assert_eq!((judges[0].account_id.as_deref(), judges[0].version, judges.len()), (Some("a1"), 2, 2));
        let closed = Sitting { closed_on: Some(day(2022, 3, 6)), ..sitting };
        let change = store.change(clerk(9)).await.expect("a change");
        change.write_initiative(&Initiative { sitting: Some(closed), version: 2, ..before }).await.expect("closed");
        change.commit(entry("initiative.closed", &it.id)).await.expect("committed");
        let change = store.change(as_account(10, "a1")).await.expect("a change");
        let late = change.write_card(&it.id, &card(1), 2).await;
        assert!(matches!(late, Err(StoreError::ChangedMeanwhile)), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_scope_is_recognised_once_and_the_rule_of_a_council_is_kept_over_its_version() {
    tell(async |store| {
        let it = handed_in(&store).await;
        let decision = |scope: Scope| Recognised {
            initiative_id: it.id.clone(),
            scope,
            number_symbol: "20/QĐ-UBND".into(),
            dated: day(2022, 3, 10),
            recognised_by: "Chủ tịch".into(),
            unit_id: Some("u1".into()),
            file_digest: None,
            file_name: None,
        };
        for (minute, scope, fits) in [(4, Scope::Nation, true), (5, Scope::Unit, true), (6, Scope::Unit, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.add_initiative_recognition(&decision(scope)).await;
            assert_eq!(written.is_ok(), fits, "{scope:?}: {written:?}");
            if fits {
                change.commit(entry("initiative.recognised", &it.id)).await.expect("committed");
            }
        }
        let found = store.initiative_recognitions(&it.id).await.expect("read");
        assert_eq!(found, vec![decision(Scope::Unit), decision(Scope::Nation)], "the narrowest first");
        let change = store.change(clerk(7)).await.expect("a change");
        let confirmation = Confirmation {
            id: change.new_id(),
            initiative_id: it.id.clone(),
            by_unit: "thôn B".into(),
            unit_id: Some("u2".into()),
            says: "Dùng tốt".into(),
            dated: day(2022, 4, 1),
            file_digest: None,
            file_name: None,
        };
        change.add_initiative_confirmation(&confirmation).await.expect("confirmed");
        change.commit(entry("initiative.confirmed", &it.id)).await.expect("committed");
        assert_eq!(store.initiative_confirmations(&it.id).await.expect("read"), vec![confirmation]);
        assert_eq!(store.initiative_rule("u1").await.expect("read"), None);
        for (minute, version, fits) in [(8, 0, true), (9, 0, false), (10, 1, true), (11, 1, false)] {
            let rule = UnitRule { unit_id: "u1".into(), content: format!("total = {minute}"), version };
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_initiative_rule(&rule).await;
            assert_eq!(written.is_ok(), fits, "{version}: {written:?}");
            if fits {
                change.commit(entry("initiative.rule", "u1")).await.expect("committed");
            }
        }
        let kept = store.initiative_rule("u1").await.expect("read").expect("there");
        assert_eq!((kept.content.as_str(), kept.version), ("total = 10", 2));
    })
    .await;
}

fn honour(id: &str, year: i32, dated: Option<chrono::NaiveDate>, standing: Standing) -> Honour {
    Honour {
        id: id.into(),
        unit_id: "u1".into(),
        issuer: "UBND".into(),
        level: Level::Commune,
        award: "LDTT".into(),
        award_name: "Lao động tiên tiến".into(),
        occasion: "regular".into(),
        whom: Honoured {
            kind: SubjectKind::Individual,
            person_id: None,
            unit_id: None,
            name: format!("Người {id}"),
            birth_year: None,
            post: None,
            of_unit: "xã A".into(),
            category: Some("farmer".into()),
            leader: Some(false),
            female: Some(true),
        },
        year: i64::from(year),
        period: None,
        merit: "Tốt".into(),
        decision_id: None,
        number: Some("1/QĐ".into()),
        dated,
        nomination_id: None,
        paid: None,
        standing,
        revoked_by: None,
        illustrative: false,
        version: 0,
        account_name: String::new(),
        written_at: moment(1),
    }
}

#[tokio::test]
async fn the_statistics_see_awards_by_the_day_of_their_decision_and_movements_that_were_launched() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        assert!(store.movement_facts_within(&units(&["u1"])).await.expect("read").is_empty(), "a draft is none");
        launch(&store, &plan).await;
        let movements = store.movement_facts_within(&units(&["u1"])).await.expect("read");
        assert_eq!(movements.len(), 1);
        assert_eq!((movements[0].subject_year, movements[0].level.as_str()), (Some(2022), "commune"));
        assert!(store.movement_facts_within(&units(&["u9"])).await.expect("read").is_empty());
        let change = store.change(clerk(4)).await.expect("a change");
        let honours = [
            // given for 2021, decided in 2022
            honour("h1", 2021, Some(day(2022, 1, 5)), Standing::Valid),
            honour("h2", 2022, None, Standing::Valid),
            honour("h3", 2022, Some(day(2022, 12, 31)), Standing::Valid),
            honour("h4", 2022, Some(day(2023, 1, 1)), Standing::Valid),
        ];
        change.add_honours(&honours).await.expect("written");
        change.commit(entry("honour.sampled", "u1")).await.expect("committed");
        let ids = |found: Vec<thidua_store::statistics::HonourFact>| -> Vec<String> {
            found.into_iter().map(|one| one.id).collect()
        };
        let found = store.honour_facts(&units(&["u1"]), 2022, 2022).await.expect("read");
        assert!(
            found.iter().all(|one| one.category == Some(thidua_domain::people::Category::Farmer) && !one.revoked)
        );
        assert_eq!(ids(found), ["h1", "h2", "h3"]);
        assert_eq!(ids(store.honour_facts(&units(&["u1"]), 2022, 2023).await.expect("read")).len(), 4);
        assert!(store.honour_facts(&units(&["u9"]), 2022, 2023).await.expect("read").is_empty());
    })
    .await;
}
