//! What is left until a deadline, as a sentence.

use super::words::words;
use thidua_domain::basics::Language;
use thidua_domain::calendar::{Counted, Doubt, Remaining};

/// Working days after which what is not confirmed is no longer said of an overdue deadline.
const LONG_AGO: i64 = 20;

/// A sentence about a deadline.
pub(crate) struct Shown {
    /// `còn 3 ngày làm việc`, `quá hạn 2 ngày làm việc`.
    pub(crate) text: String,
    /// Whether it has passed.
    pub(crate) late: bool,
    /// What is not confirmed about the count; empty when everything is.
    pub(crate) doubt: String,
}

/// The sentence for what is left.
pub(crate) fn of(left: Counted<Remaining>, language: Language) -> Shown {
    let w = words(language);
    let filled = |sentence: &str, n: i64| sentence.replace("{n}", &n.to_string());
    let text = match left.value {
        Remaining::Today => w.due_today.to_owned(),
        Remaining::Left { working: 0, days } => filled(w.left_rest, days),
        Remaining::Left { working, .. } => filled(w.left, working),
        Remaining::Overdue { working: 0, days } => filled(w.overdue_rest, days),
        Remaining::Overdue { working, .. } => filled(w.overdue, working),
    };
    // after weeks, one day more or less changes nothing
    let long_ago = matches!(left.value, Remaining::Overdue { working, .. } if working > LONG_AGO);
    let doubt = if long_ago { String::new() } else { doubts(&left.doubts, language).join("; ") };
    Shown { text, late: left.value.overdue(), doubt }
}

/// What is not confirmed, one sentence for each year or day.
pub(crate) fn doubts(doubts: &[Doubt], language: Language) -> Vec<String> {
    let w = words(language);
    let mut said: Vec<String> = Vec::new();
    for doubt in doubts {
        let sentence = match doubt {
            Doubt::NotDecided { year, .. } => w.doubt_year.replace("{year}", &year.to_string()),
            Doubt::NotVerified { day, holiday } => w
                .doubt_day
                .replace("{day}", &thidua_domain::basics::date::short(*day))
                .replace("{holiday}", holiday.in_language(language)),
            Doubt::NoLaw { year } => w.doubt_law.replace("{year}", &year.to_string()),
        };
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_in_working_days() {
        let said = |value| of(Counted { value, doubts: Vec::new() }, Language::Vietnamese);
        for (value, text, late) in [
            (Remaining::Left { working: 3, days: 5 }, "còn 3 ngày làm việc", false),
            (Remaining::Left { working: 0, days: 2 }, "còn 2 ngày, đều là ngày nghỉ", false),
            (Remaining::Today, "hôm nay là ngày cuối", false),
            (Remaining::Overdue { working: 4, days: 6 }, "quá hạn 4 ngày làm việc", true),
            (Remaining::Overdue { working: 0, days: 1 }, "quá hạn 1 ngày", true),
        ] {
            let shown = said(value);
            assert_eq!((shown.text.as_str(), shown.late), (text, late));
        }
        let open = Doubt::NotDecided { year: 2028, holiday: thidua_domain::basics::Says::new("Tết", "Tết") };
        let shown = of(Counted { value: Remaining::Today, doubts: vec![open.clone(), open] }, Language::Vietnamese);
        assert_eq!(shown.doubt, "lịch nghỉ lễ, Tết năm 2028 chưa xác nhận");
    }
}
