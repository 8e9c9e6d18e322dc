//! Calendar files that calendar programs read (RFC 5545), with whole days only.
//!
//! Whole days need no time zone. Lines end with CR LF and are folded at 75 octets between letters, never inside one.
//! The same calendar gives the same bytes: the moment of writing is an argument.

use chrono::{Days, NaiveDate, NaiveDateTime};

/// A calendar to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Its name, as calendar programs show it.
    pub name: String,
    /// Hours after which a subscribed program may ask again.
    pub refresh_hours: u32,
    /// The moment of writing, in universal time.
    pub stamp: NaiveDateTime,
    /// Its events.
    pub events: Vec<Event>,
}

/// Something on one or several whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Stays the same as long as it is the same event: `wave-… @ thidua`.
    pub uid: String,
    /// What programs show in the grid.
    pub summary: String,
    /// More about it.
    pub description: Option<String>,
    /// A page about it.
    pub url: Option<String>,
    /// First day.
    pub first: NaiveDate,
    /// Last day, included; not before the first.
    pub last: NaiveDate,
    /// Words to sort by.
    pub categories: Vec<String>,
    /// How often it was changed; a program keeps the highest.
    pub sequence: u32,
    /// Days before the first day on which programs remind, at eight o'clock.
    pub remind_days_before: Option<u32>,
}

/// Octets of a line without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The calendar as a file.
pub fn to_ical(calendar: &Calendar) -> String {
    let mut file = File(String::new());
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//thidua//thidua//VI");
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    let name = escaped(&calendar.name);
    file.line("NAME", &name);
    file.line("X-WR-CALNAME", &name);
    let refresh = format!("PT{}H", calendar.refresh_hours);
    file.line("REFRESH-INTERVAL;VALUE=DURATION", &refresh);
    file.line("X-PUBLISHED-TTL", &refresh);
    for event in &calendar.events {
        file.event(event, calendar.stamp);
    }
    file.line("END", "VCALENDAR");
    file.0
}

struct File(String);

impl File {
    fn event(&mut self, event: &Event, stamp: NaiveDateTime) {
        let day = |date: NaiveDate| date.format("%Y%m%d").to_string();
        // the end is the day after the last (3.6.1)
        let last = event.last.max(event.first);
        let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
        self.line("BEGIN", "VEVENT");
        self.line("UID", &escaped(&event.uid));
        self.line("DTSTAMP", &stamp.format("%Y%m%dT%H%M%SZ").to_string());
        self.line("SEQUENCE", &event.sequence.to_string());
        self.line("DTSTART;VALUE=DATE", &day(event.first));
        self.line("DTEND;VALUE=DATE", &day(end));
        self.line("SUMMARY", &escaped(&event.summary));
        if let Some(description) = &event.description {
            self.line("DESCRIPTION", &escaped(description));
        }
        if let Some(url) = &event.url {
            // an address is not a text: nothing is escaped, and nothing may break the line
            self.line("URL", &url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>());
        }
        if !event.categories.is_empty() {
            let words: Vec<String> = event.categories.iter().map(|word| escaped(word)).collect();
            self.line("CATEGORIES", &words.join(","));
        }
        // nobody is busy because of a wave or a deadline
        self.line("TRANSP", "TRANSPARENT");
        if let Some(days) = event.remind_days_before {
            let trigger = match days {
                0 => "PT8H".to_owned(),
                _ => format!("-PT{}H", days.saturating_mul(24).saturating_sub(8)),
            };
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("TRIGGER", &trigger);
            self.line("DESCRIPTION", &escaped(&event.summary));
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// One content line, folded.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                // the space counts as well
                room = LONGEST - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text value (3.3.11): what has a meaning is escaped, other control characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    fn event(uid: &str, summary: &str) -> Event {
        Event {
            uid: uid.into(),
            summary: summary.into(),
            description: None,
            url: None,
            first: day(2022, 7, 14),
            last: day(2022, 7, 14),
            categories: Vec::new(),
            sequence: 0,
            remind_days_before: None,
        }
    }

    fn calendar(events: Vec<Event>) -> Calendar {
        let stamp = day(2022, 3, 1).and_hms_opt(1, 2, 3).expect("a moment");
        Calendar { name: "Lịch thi đua, xã Lơ Ku".into(), refresh_hours: 12, stamp, events }
    }

    /// The content lines of a file, unfolded (3.1), as name and value.
    fn unfolded(file: &str) -> Vec<(String, String)> {
        let whole = file.replace("\r\n ", "").replace("\r\n\t", "");
        whole
            .split_terminator("\r\n")
            .map(|line| {
                line.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned())).expect("a name")
            })
            .collect()
    }

    /// A text value read back.
    fn unescaped(value: &str) -> String {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(c) => out.push(c),
                    None => {}
                },
                c => out.push(c),
            }
        }
        out
    }

    #[test]
    fn a_wave_and_a_deadline_are_written_as_whole_days() {
        let wave = Event {
            description: Some("Hoàn thành chỉ tiêu 6 tháng;\nbáo cáo, đánh giá, khen thưởng kịp thời".into()),
            url: Some("https://example.gov.vn/movements/1".into()),
            first: day(2022, 1, 1),
            last: day(2022, 6, 30),
            categories: vec!["Đợt thi đua".into(), "a,b".into()],
            sequence: 2,
            remind_days_before: Some(3),
            ..event("wave-1@thidua", "Đợt thi đua thứ nhất")
        };
        let today = Event { remind_days_before: Some(0), ..event("due-1@thidua", "Hạn tổng kết") };
        let file = to_ical(&calendar(vec![wave, today]));
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//thidua//thidua//VI",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "NAME:Lịch thi đua\\, xã Lơ Ku",
            "X-WR-CALNAME:Lịch thi đua\\, xã Lơ Ku",
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
            "X-PUBLISHED-TTL:PT12H",
            "BEGIN:VEVENT",
            "UID:wave-1@thidua",
            "DTSTAMP:20220301T010203Z",
            "SEQUENCE:2",
            "DTSTART;VALUE=DATE:20220101",
            "DTEND;VALUE=DATE:20220701",
            "SUMMARY:Đợt thi đua thứ nhất",
            "DESCRIPTION:Hoàn thành chỉ tiêu 6 tháng\\;\\nbáo cáo\\, đánh giá\\, ",
            " khen thưởng kịp thời",
            "URL:https://example.gov.vn/movements/1",
            "CATEGORIES:Đợt thi đua,a\\,b",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-PT64H",
            "DESCRIPTION:Đợt thi đua thứ nhất",
            "END:VALARM",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:due-1@thidua",
            "DTSTAMP:20220301T010203Z",
            "SEQUENCE:0",
            "DTSTART;VALUE=DATE:20220714",
            "DTEND;VALUE=DATE:20220715",
            "SUMMARY:Hạn tổng kết",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:PT8H",
            "DESCRIPTION:Hạn tổng kết",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file.split("\r\n").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn nothing_typed_can_add_a_line_to_the_file() {
        let sly = "x\r\nBEGIN:VEVENT\rEND:VEVENT\u{0}\u{7f}\u{85}";
        let mut one = event(sly, sly);
        (one.description, one.url) = (Some(sly.into()), Some("https://a\r\nATTACH:b".into()));
        one.categories = vec![sly.into()];
        let lines = unfolded(&to_ical(&calendar(vec![one])));
        assert_eq!(lines.iter().filter(|(name, _)| name == "BEGIN").count(), 2);
        assert!(lines.iter().all(|(name, _)| name != "ATTACH"));
    }

    proptest! {
        #[test]
        fn every_line_fits_and_every_text_comes_back(text in "\\PC{0,300}", more in "[a-zăâđêôơư,;\\\\ \n:\"]{0,200}") {
            let mut one = event("u", &text);
            one.description = Some(more.clone());
            let file = to_ical(&calendar(vec![one]));
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{} octets", line.len());
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let lines = unfolded(&file);
            let value = |name: &str| lines.iter().find(|line| line.0 == name).map(|line| unescaped(&line.1));
            prop_assert_eq!(value("SUMMARY"), Some(text));
            prop_assert_eq!(value("DESCRIPTION"), Some(more));
        }
    }
}
