//! The order of the ceremony: places are typed beside the names; who has none comes behind, as before.

use super::station::list;
use crate::face::Answer;
use crate::face::frame::go;
use crate::face::sent::Sent;
use thidua_store::audit::Entry;

/// `POST /decisions/{id}/certificates/order`.
pub(crate) async fn order(sent: Sent) -> Answer {
    let list = list(&sent.app, &sent.visitor, &sent.id).await?;
    let mut reader = sent.reader();
    let mut placed: Vec<(i64, usize, String)> = Vec::new();
    for (at, one) in list.certified.iter().enumerate() {
        let typed = reader.text_of(&format!("place-{}", one.honour_id));
        let place = typed.and_then(|typed| typed.parse::<i64>().ok()).filter(|place| *place > 0);
        placed.push((place.unwrap_or(i64::MAX), at, one.honour_id.clone()));
    }
    // two with one place stay as they were to each other
    placed.sort();
    let order: Vec<String> = placed.into_iter().map(|(_, _, id)| id).collect();
    let change = sent.app.store.change(sent.author()).await?;
    change.order_ceremony(&sent.id, &order).await?;
    let entry = Entry {
        unit_id: Some(list.decision.unit_id.clone()),
        act: "certificate.ordered",
        subject: "decision",
        subject_id: sent.id.clone(),
        detail: list.decision.number.clone(),
    };
    change.commit(entry).await?;
    go(format!("/decisions/{}/certificates?done=saved", sent.id))
}
