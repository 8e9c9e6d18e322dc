//! The reporting calendar: how often, by whom, to whom and through whom.

use super::dates;
use super::duties::{body_of, sentences};
use super::outline::{Outline, Part};
use super::paragraph::{Paragraph, span_lines};
use super::token::{self, Kind, Token};
use chrono::NaiveDate;
use thidua_domain::plans::draft::{Lines, Reporting, ReportingPeriod};

/// Reads the calendar; a plan that prints none has none. `year` is that of the plan, for days printed without one.
pub fn read(paragraphs: &[Paragraph], outline: &Outline, year: Option<i32>) -> Vec<Reporting> {
    let mut calendar: Vec<Reporting> = Vec::new();
    let mut actor: Option<String> = None;
    for (paragraph, place) in paragraphs.iter().zip(&outline.places) {
        if !matches!(place.part, Part::Solution | Part::Organisation | Part::Waves) {
            continue;
        }
        let body = paragraph.tokens.as_slice();
        let body = token::starts_at(body, 0, "giao")
            .filter(|_| body.get(1).is_some_and(Token::is_capital))
            .map_or(body, |end| &body[end..]);
        let own = body_of(body);
        if paragraph.marker.as_ref().is_some_and(|marker| marker.level() <= 3) || own.is_some() {
            actor = own.or_else(|| paragraph.marker.is_none().then(|| actor.take()).flatten());
        }
        for sentence in sentences(&paragraph.tokens) {
            // a report due at given times, not the word by itself
            if !token::has(sentence, "bao cao") {
                continue;
            }
            let to = addressee(sentence);
            let via = via(sentence);
            let days = due_days(sentence, year);
            for period in periods(sentence) {
                calendar.push(Reporting {
                    period,
                    due: due_of(sentence, period, &days),
                    from: actor.clone(),
                    to: to.clone(),
                    via: via.clone(),
                    lines: span_lines(sentence).unwrap_or(Lines::new(1, 1)),
                });
            }
        }
    }
    calendar
}

fn periods(tokens: &[Token]) -> Vec<ReportingPeriod> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| token::has(tokens, phrase));
    let mut periods = Vec::new();
    if has(&["hang quy", "moi quy", "quy i"]) {
        periods.push(ReportingPeriod::Quarter);
    }
    if has(&["6 thang", "06 thang", "sau thang"]) {
        periods.push(ReportingPeriod::HalfYear);
    }
    if has(&["01 nam", "1 nam", "mot nam", "ca nam", "tong ket cong tac", "tong ket nam", "hang nam", "cuoi nam"])
        || year_word(tokens).is_some()
        || (!periods.is_empty() && (has(&["tong ket", "va nam"]) || names_the_year(tokens)))
    {
        periods.push(ReportingPeriod::Year);
    }
    if periods.is_empty() && has(&["tung dot", "theo dot", "moi dot", "ket thuc dot"]) {
        periods.push(ReportingPeriod::Wave);
    }
    if periods.is_empty()
        && has(&["theo quy dinh", "dinh ky"])
        && (has(&["bao cao ket qua", "tong hop bao cao"]))
        && reports_by_rule(tokens)
    {
        periods.push(ReportingPeriod::AsRegulated);
    }
    periods
}

/// `hàng quý, 6 tháng, năm` without a number.
fn names_the_year(tokens: &[Token]) -> bool {
    token::find(tokens, "thang nam").is_some_and(|range| dates::year_at(tokens, range.end).is_none())
}

/// Whether `theo quy định` belongs to the report and not to another part of the sentence.
fn reports_by_rule(tokens: &[Token]) -> bool {
    let Some(report) = token::find(tokens, "bao cao") else { return false };
    token::find(&tokens[report.end..], "theo quy dinh").is_some_and(|range| range.start <= 14)
        || token::has(&tokens[..report.start], "dinh ky")
}

/// The body reported to: after `về`, `cho`, `gửi`.
pub fn addressee(tokens: &[Token]) -> Option<String> {
    let report = token::find(tokens, "bao cao")
        .or_else(|| token::find(tokens, "tham muu"))
        .or_else(|| token::find(tokens, "trinh"))?;
    let rest = &tokens[report.end..];
    let bodies = ["uy", "ubnd", "so", "phong", "ban", "hoi", "giam", "bo", "chu", "lanh", "truong", "cong"];
    let is_body = |at: usize| {
        rest.get(at).is_some_and(|token| {
            token.kind == Kind::Word && token.is_capital() && bodies.contains(&token.folded.as_str())
        })
    };
    let at = (0..rest.len().min(25)).find(|at| {
        is_body(*at)
            && (*at == 0 || ["ve", "cho", "gui", "len", "voi", "vu", "va"].contains(&rest[at - 1].folded.as_str()))
    })?;
    let end = (at..rest.len()).find(|index| {
        let token = &rest[*index];
        (token.kind == Kind::Mark && !token.is_mark("-"))
            || (*index > at
                && ["theo", "de", "xem", "chi", "truoc", "khen", "va", "trong", "giai"]
                    .contains(&token.folded.as_str()))
    });
    Some(token::text(&rest[at..end.unwrap_or(rest.len())]).trim().to_owned())
}

/// `(qua …)`.
fn via(tokens: &[Token]) -> Option<String> {
    let open = (0..tokens.len()).find(|at| {
        tokens[*at].is_mark("(")
            && tokens
                .get(at + 1)
                .is_some_and(|token| token.is_word("qua") || (token.restored && token.is_word("quan")))
    })?;
    let close = (open..tokens.len()).find(|at| tokens[*at].is_mark(")")).unwrap_or(tokens.len());
    Some(token::text(&tokens[open + 2..close]).trim().to_owned()).filter(|name| !name.is_empty())
}

/// `báo cáo năm trước ngày …`, `năm trước ngày …`: the report of the year, named by the word alone.
fn year_word(tokens: &[Token]) -> Option<usize> {
    (0..tokens.len()).find(|at| {
        tokens[*at].is_word("nam")
            && ["truoc ngay", "cham nhat", "xong truoc"]
                .iter()
                .any(|phrase| token::starts_at(tokens, *at + 1, phrase).is_some())
    })
}

/// The days before which something is due, with their places; a day without a year is in the year of the plan.
fn due_days(tokens: &[Token], year: Option<i32>) -> Vec<(usize, NaiveDate)> {
    let mut days: Vec<(usize, NaiveDate)> = Vec::new();
    for at in 0..tokens.len() {
        let Some(end) = ["truoc ngay", "cham nhat"].iter().find_map(|phrase| token::starts_at(tokens, at, phrase))
        else {
            continue;
        };
        let day = (end.saturating_sub(1)..tokens.len().min(end + 4))
            .find_map(|from| dates::date_at(tokens, from).map(|(date, _)| date))
            .or_else(|| {
                (end.saturating_sub(1)..tokens.len().min(end + 4))
                    .find_map(|from| dates::day_and_month_at(tokens, from, year?))
            });
        days.extend(day.map(|day| (at, day)));
    }
    days
}

/// The day of a report: the first one after the words of its period and before those of another; else the only one.
fn due_of(tokens: &[Token], period: ReportingPeriod, days: &[(usize, NaiveDate)]) -> Option<NaiveDate> {
    if days.len() < 2 {
        return days.first().map(|(_, day)| *day);
    }
    let words: &[&str] = match period {
        ReportingPeriod::Quarter => &["hang quy", "moi quy", "quy i"],
        ReportingPeriod::HalfYear => &["6 thang", "06 thang", "sau thang"],
        ReportingPeriod::Year => {
            &["01 nam", "1 nam", "mot nam", "ca nam", "tong ket", "hang nam", "cuoi nam", "va nam", "bao cao nam"]
        }
        _ => return days.first().map(|(_, day)| *day),
    };
    let named = words.iter().filter_map(|word| token::find(tokens, word).map(|range| range.start));
    let named = named.chain(year_word(tokens).filter(|_| period == ReportingPeriod::Year)).min()?;
    days.iter().find(|(at, _)| *at > named).map(|(_, day)| *day)
}
