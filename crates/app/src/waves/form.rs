//! The form of a wave: its fields, what each kind begins with, and reading it.

use super::{label, words::Words};
use crate::face::forms::{Field, Input, Reader};
use crate::face::show;
use chrono::NaiveDate;
use thidua_domain::basics::date::{DateProblem, read_past_date};
use thidua_domain::calendar::occasions::Occasion;
use thidua_domain::calendar::{WorkCalendar, lunar};
use thidua_domain::waves::{Celebrated, Conference, Wave, WaveKind};

/// What a new wave of a kind begins with. `today` places a wave of Tết: it begins on the first working day after the
/// holidays of the movement's year and ends with the first lunar month.
pub(super) fn begun(kind: WaveKind, year: i32, calendar: &WorkCalendar, w: &'static Words) -> Wave {
    let mut wave = Wave {
        kind,
        name: String::new(),
        goal: None,
        event: None,
        from: None,
        to: None,
        summary_deadline: None,
        strictly_before: true,
        conference: None,
        occasions: Vec::new(),
    };
    if kind == WaveKind::Seasonal {
        wave.name = w.tet_name.replace("{year}", &lunar::name_of_year(year));
        // the fourth day of the new year is a holiday in every choice of the five days
        wave.from = lunar::day_of(year, 1, 4).map(|day| calendar.next_working_day(day).value);
        wave.to = lunar::day_of(year, 1, 30);
        let celebrated = |name: &str| Celebrated { name: name.to_owned(), years: None, origin: None, day: None };
        let known = ["party", "tet"]
            .into_iter()
            .filter_map(|code| thidua_domain::calendar::occasions::OCCASIONS.iter().find(|one| one.code == code));
        wave.occasions = known.map(|one| celebrated(&one.name.vi).completed(year, &[])).collect();
    }
    wave
}

/// The fields, filled from a wave.
pub(super) fn fields(wave: &Wave, correcting: bool, w: &'static Words) -> Vec<Field> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let kinds: Vec<(&str, &str)> = match wave.kind {
        WaveKind::Regular => vec![(WaveKind::Regular.code(), w.kind_regular)],
        _ => WaveKind::OPENED.map(|kind| (kind.code(), label::kind(kind, w))).into(),
    };
    let conferences = std::iter::once(("", w.conference_none))
        .chain(Conference::ALL.map(|one| (one.code(), label::conference(Some(one), w))))
        .collect();
    let mut fields = vec![
        Field::new("kind", w.kind, Input::Choice(kinds), wave.kind.code()),
        Field::new("name", w.name, Input::Line, wave.name.clone()),
        Field::new("goal", w.goal, Input::Text, text(&wave.goal)),
        Field::new("event", w.event, Input::Line, text(&wave.event)).hint(w.event_hint),
        Field::new("from", w.from, Input::Day, show::day(wave.from)).hint(w.dates_hint),
        Field::new("to", w.to, Input::Day, show::day(wave.to)),
        Field::new("summary_deadline", w.deadline, Input::Day, show::day(wave.summary_deadline)),
        Field::new("strictly_before", w.strictly, Input::Tick, if wave.strictly_before { "yes" } else { "" }),
        Field::new(
            "conference",
            w.conference,
            Input::Choice(conferences),
            wave.conference.map_or("", Conference::code),
        ),
        Field::new("occasions", w.occasions, Input::Text, written(&wave.occasions)).hint(w.occasions_hint),
    ];
    if correcting {
        fields.push(Field::new("reason", w.reason, Input::Line, "").hint(w.reason_hint));
    }
    fields
}

/// Reads the form; what is wrong stays with the reader.
pub(super) fn read(
    before: Option<&Wave>,
    year: i32,
    own: &[Occasion],
    typed: &mut Reader<'_>,
    w: &'static Words,
    today: NaiveDate,
) -> Wave {
    let kept = before.map(|wave| wave.kind).filter(|kind| *kind == WaveKind::Regular);
    let kind = kept
        .or_else(|| typed.code("kind", WaveKind::from_code).filter(|kind| WaveKind::OPENED.contains(kind)))
        .unwrap_or(WaveKind::Thematic);
    let wave = Wave {
        kind,
        name: typed.required("name"),
        goal: typed.text("goal"),
        event: typed.text("event"),
        from: typed.day("from"),
        to: typed.day("to"),
        summary_deadline: typed.day("summary_deadline"),
        strictly_before: typed.tick("strictly_before"),
        conference: typed.code("conference", Conference::from_code),
        occasions: read_occasions(year, own, typed, w),
    };
    if let (Some(from), Some(to)) = (wave.from, wave.to)
        && to < from
    {
        typed.problem("to", w.order);
    }
    if let (Some(from), Some(last)) = (wave.from, wave.last_summary_day())
        && last < from
    {
        typed.problem("summary_deadline", w.deadline_early);
    }
    let known = before.and_then(|wave| wave.summary_deadline);
    typed.ask_passed("summary_deadline", wave.summary_deadline.filter(|day| known != Some(*day)), today);
    if typed.fine() && kind == WaveKind::Thematic && (wave.from.is_none() || wave.to.is_none()) {
        typed.problem(if wave.from.is_none() { "from" } else { "to" }, w.days_needed);
    }
    if typed.fine() && kind != WaveKind::Regular && wave.from.is_none() && wave.event.is_none() {
        typed.problem("event", w.event_needed);
    }
    wave
}

/// Occasions as lines: `name | years | first day | day of the year`.
fn written(occasions: &[Celebrated]) -> String {
    let lines = occasions.iter().map(|one| {
        let years = one.years.map(|years| years.to_string()).unwrap_or_default();
        format!("{} | {years} | {} | {}", one.name, show::day(one.origin), show::day(one.day))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn read_occasions(year: i32, own: &[Occasion], typed: &mut Reader<'_>, w: &'static Words) -> Vec<Celebrated> {
    let text = typed.text("occasions").unwrap_or_default();
    let mut occasions = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match occasion(line) {
            Some(one) => occasions.push(one.completed(year, own)),
            None => typed.problem("occasions", w.occasion_line.replace("{line}", line)),
        }
    }
    occasions
}

fn occasion(line: &str) -> Option<Celebrated> {
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let part = |at: usize| parts.get(at).copied().unwrap_or_default();
    let day = |text: &str| -> Option<Option<NaiveDate>> {
        match read_past_date(text) {
            Ok(day) => Some(Some(day)),
            Err(DateProblem::Empty) => Some(None),
            Err(_) => None,
        }
    };
    let years = if part(1).is_empty() { None } else { Some(part(1).parse().ok()?) };
    let name = Some(part(0)).filter(|name| !name.is_empty())?.to_owned();
    Some(Celebrated { name, years, origin: day(part(2))?, day: day(part(3))? })
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;
    use thidua_domain::basics::Language;

    #[test]
    fn a_wave_of_tet_begins_on_the_first_working_day_after_the_holidays() {
        let w = words(Language::Vietnamese);
        let wave = begun(WaveKind::Seasonal, 2024, WorkCalendar::shipped(), w);
        let day = |month, day| NaiveDate::from_ymd_opt(2024, month, day);
        assert_eq!((wave.from, wave.to), (day(2, 15), day(3, 9)));
        assert_eq!(wave.name, "Đợt thi đua mừng Đảng, mừng Xuân Giáp Thìn");
        assert_eq!(wave.occasions[0].years, Some(94));
        assert_eq!(wave.occasions[1].day, day(2, 10));
    }

    #[test]
    fn a_line_of_an_occasion_is_read_and_a_wrong_one_is_not_guessed() {
        let known = occasion("Ngày Thương binh - Liệt sĩ").expect("read").completed(2022, &[]);
        assert_eq!((known.years, known.day), (Some(75), NaiveDate::from_ymd_opt(2022, 7, 27)));
        let whole = occasion("Giải phóng huyện | 50 | 28/3/1975 | 28/3/2025").expect("read");
        assert_eq!(written(&[whole]), "Giải phóng huyện | 50 | 28/3/1975 | 28/3/2025");
        for wrong in ["| 5", "Tên | năm mươi", "Tên | 5 | 31/02/1975"] {
            assert!(occasion(wrong).is_none(), "{wrong}");
        }
    }
}
