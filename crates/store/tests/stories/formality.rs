//! What shows whether a movement is more than form, read of many movements at once.

use crate::world::{add_plan, add_unit, clerk, day, entry, launch, moment, tell};
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::plans::symbol::NumberSymbol;
use thidua_domain::registrations::State as Registered;
use thidua_store::Within;
use thidua_store::figures::Reported;
use thidua_store::registrations::RoundText;

fn own(unit: &str) -> Within {
    Within::Units { own: vec![unit.into()], branches: Vec::new() }
}

#[tokio::test]
async fn registrations_figures_and_results_of_running_movements_are_counted_in_one_reading() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        add_unit(&store, "u2", "thôn B").await;
        let plan = add_plan(&store, "u1", 1).await;
        let symbol = NumberSymbol::read("43/KH-UBND").expect("a number");
        let change = store.change(clerk(2)).await.expect("a change");
        change.issue_plan(&plan, 1, "u1", &symbol, day(2022, 3, 7)).await.expect("issued");
        change.commit(entry("plan.issued", &plan)).await.expect("committed");
        assert!(store.running_movements(&own("u1"), 10).await.expect("read").is_empty(), "a draft does not run");
        launch(&store, &plan).await;
        let bare = store.running_movements(&own("u1"), 10).await.expect("read").remove(0);
        assert_eq!((bare.targets, bare.handed_in, bare.year_figures, bare.written), (3, 0, 0, false));
        assert_eq!((bare.deadline, bare.last_figure, bare.last_year), (None, None, Some(2022)));
        assert_eq!((bare.dated, bare.own, bare.id == bare.own_id), (Some(day(2022, 3, 7)), true, true));
        assert!(store.running_movements(&own("u2"), 10).await.expect("read").is_empty());

        let text = RoundText { deadline: day(2022, 3, 31), strictly_before: true, kinds: Vec::new(), note: None };
        let change = store.change(clerk(3)).await.expect("a change");
        let round = change.open_round(&bare.id, &text).await.expect("opened");
        let id = change.begin_registration(&round, "u2").await.expect("begun");
        change.commit(entry("registration.begun", &id)).await.expect("committed");
        let begun = store.running_movements(&own("u1"), 10).await.expect("read").remove(0);
        let last = begun.deadline.expect("a deadline").last_day();
        assert_eq!((begun.handed_in, last), (0, day(2022, 3, 30)), "a draft is not handed in");
        let registration = store.registration(&id).await.expect("read").expect("there");
        let change = store.change(clerk(4)).await.expect("a change");
        let seen = registration.version;
        change.step_registration(&registration, seen, Registered::Submitted, false, None).await.expect("sent");
        let target = store.targets(&plan).await.expect("read").remove(0).id;
        let figure = Reported {
            target_id: target,
            period: Period::Year,
            figure: Figure::Number(Amount::read("9000", Expectation::Quantity).expect("a number")),
            dated: Some(day(2022, 12, 31)),
            source: Some("Báo cáo 12/BC-UBND".into()),
            file_digest: None,
            file_name: None,
            reason: None,
            ratio: None,
            place: None,
            round_id: None,
            illustrative: false,
        };
        change.enter_figure(&figure, 0).await.expect("entered");
        let review = thidua_store::movements::Review { lessons: Some("Sát dân"), ..Default::default() };
        change.write_review(&bare.id, bare_version(&store, &bare.id).await, &review).await.expect("written");
        change.commit(entry("movement.reviewed", &bare.id)).await.expect("committed");
        let full = store.running_movements(&Within::All, 10).await.expect("read").remove(0);
        assert_eq!((full.handed_in, full.year_figures, full.written), (1, 1, true));
        assert_eq!(full.last_figure, Some(moment(4)));
    })
    .await;
}

async fn bare_version(store: &thidua_store::Store, id: &str) -> i64 {
    store.movement(id).await.expect("read").expect("there").version
}
