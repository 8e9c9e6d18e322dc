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
    let (mut order, mut moved): (Vec<String>, Vec<(usize, String)>) = (Vec::new(), Vec::new());
    for (at, one) in list.certified.iter().enumerate() {
        let typed = reader.text_of(&format!("place-{}", one.honour_id));
        let place = typed.and_then(|typed| typed.parse::<usize>().ok()).filter(|place| *place > 0);
        // who has another place than was shown is taken out and put there; the others close up
        match place.filter(|place| *place != at + 1) {
            Some(place) => moved.push((place, one.honour_id.clone())),
            None => order.push(one.honour_id.clone()),
        }
    }
    moved.sort_by_key(|(place, _)| *place);
    for (place, id) in moved {
        order.insert((place - 1).min(order.len()), id);
    }
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
