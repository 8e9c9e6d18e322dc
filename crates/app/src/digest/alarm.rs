//! Alarms on the first page: a digest that should have been sent and was not.

use super::gather::Item;
use super::words;
use crate::App;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor, show};
use crate::office::reach;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::digest::{Every, Problem};

pub(super) fn problem(problem: Problem, w: &'static words::Words) -> &'static str {
    match problem {
        Problem::Locked => w.problem_locked,
        Problem::NotEnrolled => w.problem_not_enrolled,
        Problem::Address => w.problem_address,
        Problem::Connection => w.problem_connection,
        Problem::Refused => w.problem_refused,
        Problem::Content => w.problem_content,
    }
}

/// What failed or fell silent: for an administrator of everybody, for others their own.
pub(crate) async fn alarms(app: &App, visitor: &Visitor, language: Language) -> Result<Vec<Item>, Refusal> {
    let w = words::words(language);
    let today = reach::today(app);
    let runs = visitor.actor.units(Act::ManageAccounts).is_none();
    let all = if runs {
        app.store.digest_subscriptions().await?
    } else {
        app.store.digest_subscription(&visitor.actor.account_id).await?.into_iter().collect()
    };
    let mut found = Vec::new();
    for one in all.into_iter().filter(|one| one.every != Every::Never) {
        let since = local_date(one.sent_at.unwrap_or(one.set_at).max(one.set_at));
        let text = match &one.failed {
            Some(failed) => w
                .alarm_failed
                .replace("{why}", failed.problem.map(|why| problem(why, w)).unwrap_or_default())
                .replace("{day}", &show::moment(failed.at)),
            None if one.every.is_silent(since, today) => w.alarm_silent.replace("{day}", &show::day(Some(since))),
            None => continue,
        };
        found.push(Item {
            class: "missed",
            text: text.replace("{address}", &one.address),
            note: one.failed.and_then(|failed| failed.said).unwrap_or_default(),
            address: if one.account_id == visitor.actor.account_id {
                "/digest#by-mail".to_owned()
            } else {
                format!("/accounts/{}", one.account_id)
            },
        });
    }
    Ok(together(found, w))
}

/// As many alarms as people read; the rest is counted.
fn together(mut found: Vec<Item>, w: &'static words::Words) -> Vec<Item> {
    const MOST: usize = 3;
    if found.len() > MOST {
        let rest = found.len() - MOST;
        found.truncate(MOST);
        if let Some(last) = found.last_mut() {
            last.note = format!("{} {}", last.note, w.and_more.replace("{n}", &rest.to_string())).trim().to_owned();
        }
    }
    found
}
