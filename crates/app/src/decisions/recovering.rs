//! Money that a revocation takes back: what was paid for what it revokes, as the fund has it.

use super::grounds::{self, Ground};
use super::words::words;
use crate::App;
use crate::awards::labels::vnd;
use crate::face::Refusal;
use thidua_domain::basics::Language;
use thidua_store::decisions::Decision;
use thidua_store::fund::DecidedMoney;

/// Whether money is taken back on a ground.
fn takes_money(ground: Option<&str>) -> bool {
    ground.and_then(grounds::ground).is_some_and(Ground::recovers_money)
}

/// What the fund asks, by the ground of a revocation: some grounds take back the item alone.
pub(crate) fn by_ground(mut one: DecidedMoney) -> DecidedMoney {
    if one.kind == "revocation" && !takes_money(one.ground.as_deref()) {
        one.due = 0;
    }
    one
}

/// What is to be said of the money of a revocation; nothing where its ground takes none back.
pub(crate) async fn money_back(app: &App, it: &Decision, language: Language) -> Result<String, Refusal> {
    if !takes_money(it.ground.as_deref()) {
        return Ok(String::new());
    }
    let w = words(language);
    let (due, entered) = app.store.money_to_recover(it).await?;
    let says = match (due, it.state.is_drawn_up()) {
        (0, _) => w.recover_none,
        (_, true) => w.recover_draft,
        (_, false) => w.recover_due,
    };
    Ok(says.replace("{due}", &vnd(due)).replace("{entered}", &vnd(entered)))
}
