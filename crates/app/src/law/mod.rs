//! The law of a day: regimes, titles and forms from `rules/law/`, and how sure each entry is, in words.

pub(crate) mod words;

use crate::App;
use crate::clock::local_date;
use chrono::{Datelike, NaiveDate};
use std::sync::LazyLock;
use thidua_domain::awards::pack::shipped;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::law::{Instrument, Law, Mark, Regime, Title};
use thidua_store::plans::PlanLine;

static LAW: LazyLock<Law> = LazyLock::new(|| match shipped() {
    Ok(catalogue) => catalogue.law.clone(),
    Err(problems) => {
        for problem in problems {
            tracing::error!("rules: {} {}: {}", problem.number, problem.place, problem.says.en);
        }
        Law::default()
    }
});

/// The law of a day.
#[derive(Clone, Copy)]
pub(crate) struct OfDay {
    pub(crate) day: NaiveDate,
    regime: Option<(&'static Regime, bool)>,
}

/// The law of a day.
pub(crate) fn on(day: NaiveDate) -> OfDay {
    OfDay { day, regime: LAW.on(day) }
}

/// The law of the day for a plan: today in its year, the last day of its year afterwards, never before its own date.
pub(crate) fn of_plan(app: &App, plan: &PlanLine) -> OfDay {
    let today = local_date((app.clock)());
    let year = plan.subject_year.and_then(|year| i32::try_from(year).ok());
    on(law_day(year.or_else(|| plan.dated.map(|day| day.year())), plan.dated, today))
}

fn law_day(year: Option<i32>, dated: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let last = year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31)).unwrap_or(today);
    let first = dated.or_else(|| year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1))).unwrap_or(today);
    today.min(last).max(first.min(last))
}

/// What a regime is called: the instruments that make it; a regime of another pack by its letter.
pub(crate) fn regime(key: &str, language: Language) -> &str {
    LAW.regimes().iter().find(|regime| regime.key == key).map_or(key, |regime| match language {
        Language::Vietnamese => &regime.name,
        Language::English => &regime.english,
    })
}

/// The title of a code by the name it was registered under, whatever regime has it.
pub(crate) fn called(code: &str, name: &str) -> Option<&'static Title> {
    LAW.called(code, name)
}

/// A title's name in a language.
pub(crate) fn name(title: &Title, language: Language) -> &str {
    match language {
        Language::Vietnamese => &title.name,
        Language::English => &title.english,
    }
}

impl OfDay {
    /// Every title and form of the day, titles first.
    pub(crate) fn titles(self) -> &'static [Title] {
        self.regime.map_or(&[], |(regime, _)| &regime.titles)
    }

    /// The title of a code.
    pub(crate) fn title(self, code: &str) -> Option<&'static Title> {
        self.regime.and_then(|(regime, _)| regime.title(code))
    }

    /// The title that the name of a target speaks of.
    pub(crate) fn spoken_of(self, name: &str) -> Option<&'static Title> {
        self.regime.and_then(|(regime, _)| regime.spoken_of(name))
    }

    /// The article of an entry with what has to be confirmed about it.
    pub(crate) fn cited(self, title: &Title, language: Language) -> String {
        let w = words::words(language);
        let known = self.regime.is_some_and(|(_, known)| known);
        let mark = if known { title.mark } else { Mark::Unverified };
        match mark {
            Mark::Verified => title.source.clone(),
            Mark::Secondary => format!("{} ({})", title.source, w.secondary),
            Mark::Unverified => format!("{} ({})", title.source, w.unverified),
        }
    }

    /// Which law it is, for the head of a page.
    pub(crate) fn says(self, language: Language) -> String {
        let w = words::words(language);
        let Some((regime, known)) = self.regime else { return w.nothing.to_owned() };
        let number = |one: &Instrument| match one.mark {
            Mark::Unverified => format!("{} ({})", one.number, w.unverified),
            _ => one.number.clone(),
        };
        let numbers: Vec<String> = regime.instruments_on(self.day).map(number).collect();
        let name = match language {
            Language::Vietnamese => &regime.name,
            Language::English => &regime.english,
        };
        let mut says = w
            .applies
            .replace("{day}", &short(self.day))
            .replace("{name}", name)
            .replace("{numbers}", &numbers.join(", "));
        if !known || !regime.ceiling.is_sure() || !regime.mark.is_sure() {
            says = format!("{says} ({})", w.unverified);
        }
        says
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn a_movement_has_the_law_of_its_year() {
        let dated = |year, month, d| Some(day(year, month, d));
        for (year, dated, today, expected) in [
            (Some(2022), dated(2022, 3, 7), day(2026, 11, 30), day(2022, 12, 31)),
            (Some(2024), dated(2024, 2, 1), day(2024, 6, 1), day(2024, 6, 1)),
            (Some(2025), dated(2025, 2, 3), day(2025, 8, 1), day(2025, 8, 1)),
            (Some(2025), dated(2024, 12, 30), day(2024, 12, 30), day(2024, 12, 30)),
            (Some(2027), None, day(2026, 11, 30), day(2027, 1, 1)),
            (None, None, day(2026, 11, 30), day(2026, 11, 30)),
        ] {
            assert_eq!(law_day(year, dated, today), expected, "{year:?} {today}");
        }
    }

    #[test]
    fn titles_and_articles_are_those_of_the_day() {
        let vi = Language::Vietnamese;
        let of = |on_day: NaiveDate, code: &str| {
            let law = on(on_day);
            law.title(code).map(|title| (title.name.clone(), law.cited(title, vi)))
        };
        let (old, new) = (day(2022, 12, 31), day(2024, 6, 1));
        assert_eq!(of(old, "CSTDCS").expect("a title").1, "Nghị định 91/2017/NĐ-CP Điều 9 khoản 3");
        assert_eq!(of(new, "CSTDCS").expect("a title").1, "Luật 06/2022/QH15 Điều 23");
        assert_eq!(of(old, "XTB"), None, "the law of 2003 does not name it");
        assert_eq!(of(new, "XTB").expect("a title").0, "Xã, phường, thị trấn tiêu biểu");
        assert_eq!(of(day(2025, 7, 1), "XTB").expect("a title").0, "Xã, phường, đặc khu tiêu biểu");
        assert!(of(old, "GDVH").expect("a title").1.ends_with("(cần người xác nhận)"));
        assert!(of(day(2026, 10, 1), "CSTDCS").expect("a title").1.ends_with("(cần người xác nhận)"), "not read");
        assert!(of(day(2015, 1, 1), "CSTDCS").expect("a title").1.ends_with("(cần người xác nhận)"), "before all");
        assert!(on(old).says(vi).contains("Nghị định 91/2017/NĐ-CP"));
        assert!(on(day(2025, 7, 15)).says(vi).contains("Thông tư 01/2024/TT-BNV"), "until the next one came");
        assert!(on(day(2025, 8, 5)).says(vi).contains("Thông tư 15/2025/TT-BNV"));
    }

    #[test]
    fn the_longest_wording_names_the_title_of_a_target() {
        let spoken = |name| on(day(2022, 12, 31)).spoken_of(name).map(|title| title.code.as_str());
        assert_eq!(spoken("Tỷ lệ cá nhân đạt danh hiệu lao động tiên tiến"), Some("LDTT"));
        assert_eq!(spoken("Tỷ lệ phòng đạt danh hiệu tập thể lao động tiên tiến"), Some("TTLDTT"));
        assert_eq!(spoken("Tỷ lệ đạt chiến sỹ thi đua cơ sở"), Some("CSTDCS"));
        assert_eq!(spoken("Có cá nhân được Thủ tướng Chính phủ tặng Bằng khen"), Some("BKTTG"));
        assert_eq!(spoken("Số phòng được Bộ Nội vụ, UBND tỉnh tặng bằng khen"), Some("BKBT"));
        assert_eq!(spoken("Tổng sản lượng lương thực"), None);
    }
}
