//! The pages of the standing office, side by side.

use super::words::words;
use crate::face::tabs::TabEntry;
use crate::face::{Caller, Frame, Place};

/// A page of the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Overview,
    Regulations,
    Training,
    Councils,
    Blocks,
    Grades,
    Indices,
    Inspections,
    Terms,
    Templates,
}

/// The frame of a page of the office.
pub(crate) fn frame(caller: &Caller, here: Tab) -> Frame {
    let o = words(caller.preferences.language);
    let mut frame = Frame::new(caller, Place::Office);
    frame.tabs_label = o.tabs;
    frame.tabs = [
        (Tab::Overview, "/office", o.tab_overview),
        (Tab::Regulations, "/regulations", o.tab_regulations),
        (Tab::Training, "/training", o.tab_training),
        (Tab::Councils, "/councils", o.tab_councils),
        (Tab::Blocks, "/blocks", o.tab_blocks),
        (Tab::Inspections, "/inspections", o.tab_inspections),
        (Tab::Grades, "/grades", o.tab_grades),
        (Tab::Indices, "/indices", o.tab_indices),
        (Tab::Terms, "/terms", o.tab_terms),
        (Tab::Templates, "/templates", o.tab_templates),
    ]
    .into_iter()
    .map(|(tab, address, label)| TabEntry { address: address.to_owned(), label, here: tab == here })
    .collect();
    frame
}
