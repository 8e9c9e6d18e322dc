//! Forms with many kinds of fields: what a field looks like, and reading what was typed with a message beside it.

use super::words::Words;
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::date::{DateProblem, read_date};
use thidua_domain::basics::{Amount, AmountProblem, Expectation, text};

/// What a form sent, by name.
pub(crate) type Typed = HashMap<String, String>;

/// How a field is typed.
pub(crate) enum Input {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// A day.
    Day,
    /// A number.
    Number,
    /// One of a list: code, label.
    Choice(Vec<(&'static str, &'static str)>),
    /// One of a list made for this form: code, label.
    List(Vec<(String, String)>),
    /// Yes or no.
    Tick,
}

/// A field as it is shown.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) hint: Option<&'static str>,
    pub(crate) input: Input,
    pub(crate) value: String,
    pub(crate) problem: Option<String>,
    /// What stands over this field and those behind it: a label and a hint.
    pub(crate) heading: Option<(&'static str, &'static str)>,
    /// Tells its form from others of the same page that have a field of this name.
    place: &'static str,
}

impl Field {
    pub(crate) fn new(name: &'static str, label: &'static str, input: Input, value: impl Into<String>) -> Field {
        Field { name, label, hint: None, input, value: value.into(), problem: None, heading: None, place: "" }
    }

    pub(crate) fn hint(mut self, hint: &'static str) -> Field {
        self.hint = Some(hint);
        self
    }

    /// Opens a group of fields.
    pub(crate) fn headed(mut self, label: &'static str, hint: &'static str) -> Field {
        self.heading = Some((label, hint));
        self
    }

    /// The identifier of the field in its page.
    pub(crate) fn id(&self) -> String {
        if self.place.is_empty() { self.name.to_owned() } else { format!("{}-{}", self.place, self.name) }
    }

    /// The value as a person reads it: of a choice its label.
    pub(crate) fn shown(&self) -> &str {
        let label = match &self.input {
            Input::Choice(options) => options.iter().find(|(code, _)| *code == self.value).map(|(_, label)| *label),
            Input::List(options) => {
                options.iter().find(|(code, _)| *code == self.value).map(|(_, label)| label.as_str())
            }
            _ => None,
        };
        label.unwrap_or(&self.value)
    }

    /// Whether it is a choice and this code is chosen.
    pub(crate) fn chosen(&self, code: &str) -> bool {
        self.value == code
    }
}

/// The version of a thing that the person saw who sent this form.
pub(crate) fn seen(typed: &Typed) -> i64 {
    typed.get("version").and_then(|version| version.parse().ok()).unwrap_or(-1)
}

/// Puts the fields of a form apart from those of other forms in the same page.
pub(crate) fn placed(mut fields: Vec<Field>, place: &'static str) -> Vec<Field> {
    fields.iter_mut().for_each(|field| field.place = place);
    fields
}

/// Reads the fields of a form and remembers what is wrong with each.
pub(crate) struct Reader<'a> {
    typed: &'a Typed,
    c: &'static Words,
    pub(crate) problems: HashMap<&'static str, String>,
    /// The field with a day that has passed, below which stands the tick that takes it all the same.
    passed: Option<&'static str>,
}

/// The tick by which a day that has passed is taken.
const TAKE_PASSED: &str = "passed";

/// The longest text a field takes.
const LONGEST: usize = 4_000;

/// The longest name of a unit, a person, an account.
const LONGEST_NAME: usize = 200;

/// Characters that are not seen and change how others are read: turned writing directions, joiners, soft hyphens.
const fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

impl<'a> Reader<'a> {
    pub(crate) fn new(typed: &'a Typed, c: &'static Words) -> Reader<'a> {
        Reader { typed, c, problems: HashMap::new(), passed: None }
    }

    /// Whether everything could be read.
    pub(crate) fn fine(&self) -> bool {
        self.problems.is_empty()
    }

    pub(crate) fn problem(&mut self, name: &'static str, says: impl Into<String>) {
        self.problems.entry(name).or_insert_with(|| says.into());
    }

    /// The text of a field in NFC, without outer white space; `None` when it is empty.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<String> {
        let found = self.read_text(name);
        if found.is_err() {
            self.problem(name, self.c.too_long);
        }
        found.unwrap_or_default()
    }

    /// The text of a field whose name is only known from what was sent.
    pub(crate) fn text_of(&mut self, name: &str) -> Option<String> {
        let found = self.read_text(name);
        if found.is_err() {
            self.problem("", self.c.too_long);
        }
        found.unwrap_or_default()
    }

    /// The error is that it is too long.
    fn read_text(&self, name: &str) -> Result<Option<String>, ()> {
        let typed = text::nfc(self.typed.get(name).map_or("", |typed| typed.trim()));
        if typed.chars().count() > LONGEST {
            return Err(());
        }
        let clean: String = typed.chars().filter(|c| (!c.is_control() || *c == '\n') && !unseen(*c)).collect();
        let clean = clean.trim();
        Ok((!clean.is_empty()).then(|| clean.to_owned()))
    }

    /// A text that has to be there.
    pub(crate) fn required(&mut self, name: &'static str) -> String {
        let found = self.text(name);
        if found.is_none() {
            self.problem(name, self.c.must_fill);
        }
        found.unwrap_or_default()
    }

    /// A name that has to be there: one line, not longer than a name is.
    pub(crate) fn required_name(&mut self, name: &'static str) -> String {
        if self.text(name).is_none() {
            self.problem(name, self.c.must_fill);
        }
        self.name(name).unwrap_or_default()
    }

    /// A name that may be left out.
    pub(crate) fn name(&mut self, name: &'static str) -> Option<String> {
        let found = self.text(name)?.replace('\n', " ");
        if found.chars().count() > LONGEST_NAME {
            self.problem(name, self.c.name_too_long);
        }
        Some(found)
    }

    pub(crate) fn tick(&self, name: &str) -> bool {
        self.typed.get(name).is_some_and(|value| !value.is_empty())
    }

    /// A day, if one was typed.
    pub(crate) fn day(&mut self, name: &'static str) -> Option<NaiveDate> {
        match read_date(self.typed.get(name).map_or("", String::as_str)) {
            Ok(day) => Some(day),
            Err(DateProblem::Empty) => None,
            Err(DateProblem::NotADate) => {
                self.problem(name, self.c.bad_date);
                None
            }
            Err(DateProblem::NoSuchDay) => {
                self.problem(name, self.c.no_such_day);
                None
            }
            Err(DateProblem::YearOutOfRange) => {
                self.problem(name, self.c.year_range);
                None
            }
        }
    }

    /// A day until which something is to be done is hardly in the past: that is asked about, and taken with a tick.
    pub(crate) fn ask_passed(&mut self, name: &'static str, day: Option<NaiveDate>, today: NaiveDate) {
        if day.is_some_and(|day| day < today) {
            self.passed = Some(name);
            if !self.tick(TAKE_PASSED) {
                self.problem(name, self.c.day_passed);
            }
        }
    }

    /// A day of a field whose name is only known from what was sent; the error says what is wrong with it.
    pub(crate) fn day_of(&self, name: &str) -> Result<Option<NaiveDate>, String> {
        match read_date(self.typed.get(name).map_or("", String::as_str)) {
            Ok(day) => Ok(Some(day)),
            Err(DateProblem::Empty) => Ok(None),
            Err(DateProblem::NotADate) => Err(self.c.bad_date.to_owned()),
            Err(DateProblem::NoSuchDay) => Err(self.c.no_such_day.to_owned()),
            Err(DateProblem::YearOutOfRange) => Err(self.c.year_range.to_owned()),
        }
    }

    /// An amount, if one was typed.
    pub(crate) fn amount(&mut self, name: &'static str, expected: Expectation) -> Option<Amount> {
        match Amount::read(self.typed.get(name).map_or("", String::as_str), expected) {
            Ok(amount) => Some(amount),
            Err(AmountProblem::Empty) => None,
            Err(problem) => {
                self.problem(name, amount_problem(&problem, self.c));
                None
            }
        }
    }

    /// A code of a list, if one was chosen.
    pub(crate) fn code<T>(&mut self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let typed = self.typed.get(name).map_or("", String::as_str);
        if typed.is_empty() {
            return None;
        }
        let found = read(typed);
        if found.is_none() {
            self.problem(name, self.c.bad_choice);
        }
        found
    }

    /// Puts beside each field what somebody else has written there meanwhile, in a sentence; what was typed stays.
    pub(crate) fn beside<'f>(
        &mut self,
        newest: impl IntoIterator<Item = &'f Field>,
        says: impl Fn(&str) -> String,
    ) {
        for field in newest {
            let mine = self.typed.get(field.name).map_or("", |typed| typed.trim()).replace('\r', "");
            if field.value.replace('\r', "").trim() != mine {
                self.problem(field.name, says(field.shown()));
            }
        }
    }

    /// Puts the problems beside the fields, and back into them what was typed.
    pub(crate) fn mark(self, mut fields: Vec<Field>) -> Vec<Field> {
        for field in &mut fields {
            field.value = self.typed.get(field.name).cloned().unwrap_or_default();
            field.problem = self.problems.get(field.name).cloned();
        }
        if let Some(at) = self.passed.and_then(|name| fields.iter().position(|field| field.name == name)) {
            let ticked = self.typed.get(TAKE_PASSED).cloned().unwrap_or_default();
            let mut tick = Field::new(TAKE_PASSED, self.c.take_passed, Input::Tick, ticked);
            tick.place = fields[at].place;
            fields.insert(at + 1, tick);
        }
        fields
    }
}

/// What is wrong with a typed number.
pub(crate) fn amount_problem(problem: &AmountProblem, c: &'static Words) -> String {
    match problem {
        AmountProblem::Empty => c.must_fill.to_owned(),
        AmountProblem::NotANumber => c.bad_number.to_owned(),
        AmountProblem::TooManyDecimals => c.too_many_decimals.to_owned(),
        AmountProblem::TooLarge => c.too_large.to_owned(),
        AmountProblem::TwoReadings(a, b) => {
            c.two_readings.replace("{a}", &a.plain().replace('.', ",")).replace("{b}", &b.vietnamese())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::words::words;
    use thidua_domain::basics::Language;

    #[test]
    fn a_name_keeps_no_unseen_characters_and_is_not_longer_than_a_name() {
        let read = |typed: &str| {
            let typed = Typed::from([("name".to_owned(), typed.to_owned())]);
            let mut reader = Reader::new(&typed, words(Language::Vietnamese));
            (reader.required_name("name"), reader.fine())
        };
        assert_eq!(read("Thôn \u{202e}Đông\u{200b}"), ("Thôn Đông".to_owned(), true));
        assert!(!read("\u{202e}\u{feff}").1, "nothing that is seen is no name");
        assert!(read(&"a".repeat(200)).1);
        assert!(!read(&"a".repeat(201)).1);
    }
}
