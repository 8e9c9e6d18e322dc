//! The law through time: regimes that follow each other, and the titles and forms of commendation in each.
//!
//! The data stands in `rules/law/`; here is its shape, what is asked of it by day, and what is wrong with it.
//! An entry that nobody has read again ([`Mark::Unverified`]) never decides alone: it says that a person confirms.

use crate::basics::text::fold;
use chrono::NaiveDate;

/// How sure an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Not read again.
    Unverified,
    /// One secondary source.
    Secondary,
    /// The provision was read, or an official quotation of it.
    Verified,
}

impl Mark {
    /// The mark of a letter: V, S, U.
    pub fn of_letter(letter: &str) -> Option<Mark> {
        match letter {
            "V" => Some(Mark::Verified),
            "S" => Some(Mark::Secondary),
            "U" => Some(Mark::Unverified),
            _ => None,
        }
    }

    /// Whether it may be relied on without a person.
    pub fn is_sure(self) -> bool {
        self == Mark::Verified
    }
}

/// A law, decree or circular in its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// `Luật 06/2022/QH15`.
    pub number: String,
    /// Date and what it is.
    pub says: String,
    /// First day in force.
    pub from: NaiveDate,
    /// Last day in force.
    pub to: Option<NaiveDate>,
    /// How sure the days are.
    pub mark: Mark,
}

/// Who a title is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// One person.
    Person,
    /// A unit, a household taken as one.
    Collective,
    /// Either.
    Both,
}

/// Title or form of commendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Danh hiệu thi đua.
    Title,
    /// Hình thức khen thưởng.
    Form,
}

/// A title or form as one regime has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Code, the same in every regime.
    pub code: String,
    /// Vietnamese name in this regime.
    pub name: String,
    /// English name in this regime.
    pub english: String,
    /// Who it is for.
    pub whom: Whom,
    /// Title or form.
    pub sort: Sort,
    /// The article that names it in this regime.
    pub source: String,
    /// How sure that is; never surer than the regime's ceiling.
    pub mark: Mark,
    /// How plans write it, folded.
    pub words: Vec<String>,
    /// What a percentage is a share of: a code, `units`, `villages`, `people`.
    pub of: String,
}

/// A regime: the days, the instruments, the titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regime {
    /// `A`, `B`, …
    pub key: String,
    /// Vietnamese name.
    pub name: String,
    /// English name.
    pub english: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none for the newest.
    pub to: Option<NaiveDate>,
    /// How sure the days are.
    pub mark: Mark,
    /// Nothing in it counts as surer than this.
    pub ceiling: Mark,
    /// Where a dossier received before it and decided under it is judged by both laws, the better answer being kept: the
    /// clause that says so and how sure it is.
    pub better_of_both: Option<(String, Mark)>,
    /// Its instruments, each with its own days.
    pub instruments: Vec<Instrument>,
    /// Its titles and forms, titles first.
    pub titles: Vec<Title>,
}

impl Regime {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// The instruments in force on a day.
    pub fn instruments_on(&self, day: NaiveDate) -> impl Iterator<Item = &Instrument> {
        self.instruments.iter().filter(move |one| one.from <= day && one.to.is_none_or(|to| day <= to))
    }

    /// The title of a code.
    pub fn title(&self, code: &str) -> Option<&Title> {
        self.titles.iter().find(|title| title.code == code)
    }

    /// The title that the name of a target speaks of; the longest wording wins.
    pub fn spoken_of(&self, name: &str) -> Option<&Title> {
        let folded = fold(name);
        let length = |title: &&Title| {
            title.words.iter().filter(|words| folded.contains(words.as_str())).map(String::len).max().unwrap_or(0)
        };
        self.titles.iter().filter(|title| length(title) > 0).max_by_key(length)
    }
}

/// The regimes in the order of their days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Law {
    regimes: Vec<Regime>,
}

/// What is wrong with the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LawProblem {
    /// There is no regime at all.
    NoRegime,
    /// Two regimes have one key.
    KeyTwice(String),
    /// The last day is before the first: of a regime or an instrument.
    DaysOrder(String),
    /// Between two regimes are days of none.
    Gap(String, String),
    /// Two regimes hold on one day.
    Overlap(String, String),
    /// The newest regime has a last day, so that later days have none.
    NewestEnds(String),
    /// A regime that is not the newest has no last day.
    NotEnded(String),
    /// On its first day a regime has no instrument in force.
    NoInstrument(String),
    /// A regime names a title twice.
    TitleTwice(String, String),
    /// A title has no name, no source or a wording that is not folded.
    TitleIncomplete(String, String),
    /// An entry counts as verified and cites no article.
    NoArticle(String, String),
    /// An entry cites an instrument that its regime does not have.
    UnknownInstrument(String, String),
    /// A share is of a code that the regime does not have.
    UnknownShare(String, String),
}

impl Law {
    /// Checks the regimes and takes them.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn new(mut regimes: Vec<Regime>) -> Result<Law, Vec<LawProblem>> {
        regimes.sort_by_key(|regime| regime.from);
        let mut problems = Vec::new();
        if regimes.is_empty() {
            problems.push(LawProblem::NoRegime);
        }
        for (at, regime) in regimes.iter().enumerate() {
            let key = regime.key.clone();
            if regimes[..at].iter().any(|other| other.key == key) {
                problems.push(LawProblem::KeyTwice(key.clone()));
            }
            if regime.to.is_some_and(|to| to < regime.from) {
                problems.push(LawProblem::DaysOrder(key.clone()));
            }
            match (regimes.get(at + 1), regime.to) {
                (None, Some(_)) => problems.push(LawProblem::NewestEnds(key.clone())),
                (Some(_), None) => problems.push(LawProblem::NotEnded(key.clone())),
                (Some(next), Some(to)) if next.from <= to => {
                    problems.push(LawProblem::Overlap(key.clone(), next.key.clone()));
                }
                (Some(next), Some(to)) if to.succ_opt() != Some(next.from) => {
                    problems.push(LawProblem::Gap(key.clone(), next.key.clone()));
                }
                _ => {}
            }
            if regime.instruments_on(regime.from).next().is_none() {
                problems.push(LawProblem::NoInstrument(key.clone()));
            }
            for one in regime.instruments.iter().filter(|one| one.to.is_some_and(|to| to < one.from)) {
                problems.push(LawProblem::DaysOrder(one.number.clone()));
            }
            for (at, title) in regime.titles.iter().enumerate() {
                titles_problems(regime, at, title, &mut problems);
            }
        }
        if problems.is_empty() { Ok(Law { regimes }) } else { Err(problems) }
    }

    /// The regimes, oldest first.
    pub fn regimes(&self) -> &[Regime] {
        &self.regimes
    }

    /// The regime of a day, and whether it is known: days before the oldest get the oldest, for a person to confirm.
    pub fn on(&self, day: NaiveDate) -> Option<(&Regime, bool)> {
        let found = self.regimes.iter().find(|regime| regime.holds_on(day)).map(|regime| (regime, true));
        found.or_else(|| self.regimes.first().map(|regime| (regime, false)))
    }

    /// The newest regime that has a title of this code and, where one has it, this name.
    pub fn called(&self, code: &str, name: &str) -> Option<&Title> {
        let all = || self.regimes.iter().rev().filter_map(|regime| regime.title(code));
        all().find(|title| title.name == name).or_else(|| all().next())
    }
}

fn titles_problems(regime: &Regime, at: usize, title: &Title, problems: &mut Vec<LawProblem>) {
    let both = || (regime.key.clone(), title.code.clone());
    let mut say = |problem: fn(String, String) -> LawProblem| {
        let (key, code) = both();
        problems.push(problem(key, code));
    };
    if regime.titles[..at].iter().any(|other| other.code == title.code) {
        say(LawProblem::TitleTwice);
    }
    let folded = title.words.iter().all(|words| !words.is_empty() && *words == fold(words));
    if title.name.is_empty() || title.english.is_empty() || title.source.is_empty() || !folded {
        say(LawProblem::TitleIncomplete);
    }
    if title.mark == Mark::Verified && !title.source.contains("Điều ") {
        say(LawProblem::NoArticle);
    }
    if !regime.instruments.iter().any(|one| title.source.starts_with(&one.number)) {
        say(LawProblem::UnknownInstrument);
    }
    let share = ["units", "villages", "people"].contains(&title.of.as_str()) || regime.title(&title.of).is_some();
    if !share {
        say(LawProblem::UnknownShare);
    }
}

#[cfg(test)]
#[path = "law_tests.rs"]
mod tests;
