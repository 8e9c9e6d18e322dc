//! `/commendation`: what waits in commendation, and the way to each page.

use super::tabs::{Tab, frame};
use super::words::{Words, words};
use crate::face::{Answer, Caller, Frame, page};
use askama::Template;

#[derive(Template)]
#[template(path = "commendation/overview.html")]
struct OverviewPage {
    f: Frame,
    w: &'static Words,
    doors: Vec<(String, &'static str)>,
}

/// `GET /commendation`.
pub(crate) async fn show(caller: Caller) -> Answer {
    let f = frame(&caller, Tab::Overview);
    let doors = f.tabs.iter().filter(|tab| !tab.here).map(|tab| (tab.address.clone(), tab.label)).collect();
    page(&OverviewPage { w: words(caller.preferences.language), doors, f })
}
