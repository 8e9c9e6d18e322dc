//! The pages of commendation, side by side.

use super::words::words;
use crate::face::tabs::TabEntry;
use crate::face::{Caller, Frame, Place};

/// A page of commendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Overview,
    Rounds,
    Planner,
    Initiatives,
    Statistics,
    Decisions,
    Honours,
    Fund,
    Complaints,
    Catalogue,
    Meetings,
    Packs,
    Forms,
}

/// The frame of a page of commendation. Whoever is not signed in sees the catalogue alone.
pub(crate) fn frame(caller: &Caller, here: Tab) -> Frame {
    let c = words(caller.preferences.language);
    let mut frame = Frame::new(caller, Place::Commendation);
    if frame.menu.is_empty() {
        return frame;
    }
    frame.tabs_label = c.tabs;
    frame.tabs = [
        (Tab::Overview, "/commendation", c.tab_overview),
        (Tab::Rounds, "/award-rounds", c.tab_rounds),
        (Tab::Meetings, "/meetings", c.tab_meetings),
        (Tab::Decisions, "/decisions", c.tab_decisions),
        (Tab::Honours, "/honours", c.tab_honours),
        (Tab::Initiatives, "/initiatives", c.tab_initiatives),
        (Tab::Planner, "/planner", c.tab_planner),
        (Tab::Statistics, "/statistics", c.tab_statistics),
        (Tab::Fund, "/fund", c.tab_fund),
        (Tab::Complaints, "/complaints", c.tab_complaints),
        (Tab::Catalogue, "/awards", c.tab_catalogue),
        (Tab::Packs, "/rule-packs", c.tab_packs),
        (Tab::Forms, "/forms", crate::forms::words::words(caller.preferences.language).tab),
    ]
    .into_iter()
    .map(|(tab, address, label)| TabEntry { address: address.to_owned(), label, here: tab == here })
    .collect();
    frame
}
