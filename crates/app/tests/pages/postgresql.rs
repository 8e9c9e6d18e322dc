//! The same product on PostgreSQL.

use thidua_app::evaluation::evaluate;
use thidua_app::{App, Settings, demo, now, randomness};
use thidua_domain::periods::Period;
use thidua_store::Store;

#[tokio::test]
async fn the_demo_runs_on_postgresql_too() {
    let address = std::env::var("THIDUA_TEST_POSTGRES")
        .expect("THIDUA_TEST_POSTGRES is not set: run the tests with `cargo x test`, which starts a PostgreSQL");
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(Some(&address), folder.path(), randomness).await.expect("PostgreSQL opens");
    let app = App::new(store, folder.path(), now, Settings::default());
    if !demo::is_loaded(&app).await.expect("asked") {
        let loaded = demo::load(&app, demo::Below::Units, |_| {}, |_| Ok(())).await.expect("the demo loads");
        assert_eq!((loaded.movements, loaded.drafts.len(), loaded.unmatched.len()), (5, 0, 0));
    }
    let plans = app.store().plans(None).await.expect("read");
    assert_eq!(plans.len(), 5);
    for plan in plans {
        let figures = app.store().figures_of_plan(&plan.id).await.expect("read");
        let targets = app.store().targets(&plan.id).await.expect("read");
        let evaluation = evaluate(targets, &figures, Period::FirstHalf);
        assert_eq!(i64::from(evaluation.summary.leaves), plan.leaves, "{:?}", plan.number_symbol);
    }
}
