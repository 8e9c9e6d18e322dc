//! Long service in leading posts, in bands of years by post.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use crate::basics::Says;
use crate::basics::text::fold;
use chrono::NaiveDate;
use serde::Deserialize;

/// The posts that count, each with its band.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenure {
    posts: Vec<Band>,
    /// Months less that a woman needs.
    #[serde(default)]
    women_months_less: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Band {
    post: String,
    years_at_least: u32,
    years_below: Option<u32>,
}

/// Days held in a post, counted once where two terms overlap, until the end of the period.
fn days(case: &Case, post: &str) -> Option<i64> {
    let wanted = fold(post);
    let mut terms: Vec<(NaiveDate, NaiveDate)> = case
        .facts
        .tenure
        .as_ref()?
        .iter()
        .filter(|one| fold(&one.post) == wanted)
        .map(|one| (one.from, one.to.unwrap_or(case.period.to).min(case.period.to)))
        .filter(|(from, to)| from <= to)
        .collect();
    terms.sort_unstable();
    let (mut total, mut until) = (0_i64, None::<NaiveDate>);
    for (from, to) in terms {
        let from = until.map_or(from, |until| from.max(until));
        let end = to + chrono::Days::new(1);
        if end > from {
            total += (end - from).num_days();
        }
        until = Some(until.map_or(end, |until| until.max(end)));
    }
    Some(total)
}

/// A year of service in days; bands are years, and half a year never decides one.
fn years(days: i64) -> i64 {
    days * 10_000 / 3_652_425
}

impl Tenure {
    fn met(&self, case: &Case, band: &Band) -> Option<bool> {
        let less = if case.subject.female == Some(true) { i64::from(self.women_months_less) * 30 } else { 0 };
        let served = years(days(case, &band.post)? + less);
        Some(
            served >= i64::from(band.years_at_least)
                && band.years_below.is_none_or(|below| served < i64::from(below)),
        )
    }
}

impl Criterion for Tenure {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        if case.facts.tenure.is_none() {
            return Outcome::Unknown;
        }
        Outcome::any(self.posts.iter().map(|band| Outcome::of(self.met(case, band) == Some(true))))
    }

    fn reasons(&self, case: &Case, _: &str, _: &Codes) -> Reasons {
        if case.facts.tenure.is_none() {
            return Reasons::missing(
                says("Quá trình giữ chức vụ lãnh đạo, quản lý", "The posts held and their days"),
                says("Nhập các chức vụ và thời gian giữ chức vụ.", "Enter the posts and their days."),
            );
        }
        let mut reasons = Reasons::default();
        for band in &self.posts {
            let served = days(case, &band.post).unwrap_or(0);
            if served > 0 {
                let years = years(served);
                reasons.uses.push(says(
                    format!("{}: {years} năm tròn", band.post),
                    format!("{}: {years} whole years", band.post),
                ));
            }
        }
        if reasons.uses.is_empty() {
            reasons.uses.push(says("Chưa giữ chức vụ nào trong danh sách", "None of the posts was held"));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        let bad = self.posts.is_empty()
            || self.posts.iter().any(|band| band.years_below.is_some_and(|below| below <= band.years_at_least));
        bad.then(|| says("Khoảng năm của chức vụ không hợp lệ.", "A band of years is not in order."))
    }
}
