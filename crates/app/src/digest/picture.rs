//! The digest as one picture.

use super::page::Digest;
use crate::App;
use crate::face::Refusal;
use thidua_paper::write::poster::{Count, Item, Part, Poster, Section};
use thidua_paper::write::to_png;

/// Draws it, off the threads that answer requests.
pub(super) async fn draw(app: &App, d: &Digest) -> Result<Vec<u8>, Refusal> {
    let poster = poster(d);
    app.heavily(move || to_png(&poster)).await?.map_err(Refusal::fault)
}

/// A number stays with its sign: no line begins with a percent sign.
fn together(text: &str) -> String {
    text.replace(" %", "\u{a0}%")
}

fn poster(d: &Digest) -> Poster {
    let section = |section: &super::gather::Section| Section {
        heading: section.heading.to_owned(),
        empty: section.empty.to_owned(),
        all: section.items.len(),
        items: section
            .items
            .iter()
            .map(|item| Item { class: item.class.to_owned(), text: item.text.clone(), note: together(&item.note) })
            .collect(),
        more: d.w.and_more.to_owned(),
    };
    Poster {
        over: d.w.over.to_owned(),
        title: d.unit.clone(),
        under: format!("{}, {}", d.who, d.day),
        counts: d
            .counts
            .iter()
            .map(|one| Count {
                number: one.n.to_string(),
                label: one.label.to_owned(),
                class: one.class.to_owned(),
            })
            .collect(),
        bar: d
            .bar
            .parts
            .iter()
            .map(|part| Part { class: part.class.to_owned(), count: part.count, label: part.label.to_owned() })
            .collect(),
        sections: d.sections.iter().map(section).collect(),
        foot: d.w.poster_foot.replace("{moment}", &d.moment).replace("{who}", &d.who),
        sample: d.illustrative.then(|| d.w.sample.to_owned()),
    }
}
