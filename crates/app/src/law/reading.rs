//! Reading `rules/law/`: what is wrong is said entry by entry, and nothing is taken from data with a fault.

use super::words::{Words, words};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::basics::Language;
use thidua_domain::law::{Instrument, Law, LawProblem, Mark, Regime, Sort, Title, Whom};

const REGIMES: &str = include_str!("../../../../rules/law/regimes.toml");
const TITLES: &str = include_str!("../../../../rules/law/titles.toml");

#[derive(Deserialize)]
struct RegimesFile {
    regime: Vec<RegimeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegimeEntry {
    key: String,
    name: String,
    english: String,
    from: String,
    to: Option<String>,
    mark: String,
    ceiling: Option<String>,
    #[serde(rename = "transition")]
    _transition: Option<toml::Value>,
    instrument: Vec<InstrumentEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InstrumentEntry {
    number: String,
    says: String,
    from: String,
    to: Option<String>,
    mark: String,
}

#[derive(Deserialize)]
struct TitlesFile {
    title: Vec<TitleEntry>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum For {
    Person,
    Collective,
    Both,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KindEntry {
    Title,
    Form,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleEntry {
    code: String,
    #[serde(rename = "for")]
    whom: For,
    kind: KindEntry,
    words: Vec<String>,
    of: String,
    holds: Vec<HoldsEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoldsEntry {
    regimes: Vec<String>,
    name: String,
    english: String,
    source: String,
    mark: String,
}

/// The law that the program carries.
pub(super) fn embedded() -> Result<Law, Vec<String>> {
    read(REGIMES, TITLES, Language::Vietnamese)
}

/// What is wrong, gathered while reading.
struct Problems {
    w: &'static Words,
    says: Vec<String>,
}

impl Problems {
    fn say(&mut self, says: &str, key: &str, other: &str) {
        self.says.push(says.replace("{key}", key).replace("{other}", other));
    }

    fn mark(&mut self, key: &str, letter: &str) -> Mark {
        Mark::of_letter(letter).unwrap_or_else(|| {
            self.say(self.w.p_mark, key, letter);
            Mark::Unverified
        })
    }

    fn day(&mut self, key: &str, typed: &str) -> NaiveDate {
        NaiveDate::parse_from_str(typed, "%Y-%m-%d").unwrap_or_else(|_| {
            self.say(self.w.p_day, key, typed);
            NaiveDate::MIN
        })
    }
}

/// Reads the two files.
pub(super) fn read(regimes: &str, titles: &str, language: Language) -> Result<Law, Vec<String>> {
    let w = words(language);
    let mut problems = Problems { w, says: Vec::new() };
    let syntax = |error: toml::de::Error| vec![w.p_syntax.replace("{key}", error.message())];
    let regimes: RegimesFile = toml::from_str(regimes).map_err(syntax)?;
    let titles: TitlesFile = toml::from_str(titles).map_err(syntax)?;
    let mut found: Vec<Regime> = Vec::new();
    for entry in regimes.regime {
        let mark = problems.mark(&entry.key, &entry.mark);
        let ceiling = entry.ceiling.as_deref().map_or(Mark::Verified, |letter| problems.mark(&entry.key, letter));
        let from = problems.day(&entry.key, &entry.from);
        let to = entry.to.as_deref().map(|to| problems.day(&entry.key, to));
        let mut instruments = Vec::new();
        for one in entry.instrument {
            instruments.push(Instrument {
                from: problems.day(&one.number, &one.from),
                to: one.to.as_deref().map(|to| problems.day(&one.number, to)),
                mark: problems.mark(&one.number, &one.mark),
                number: one.number,
                says: one.says,
            });
        }
        let (key, name, english) = (entry.key, entry.name, entry.english);
        found.push(Regime {
            key,
            name,
            english,
            from,
            to,
            mark,
            ceiling,
            better_of_both: None,
            instruments,
            titles: Vec::new(),
        });
    }
    for entry in titles.title {
        for holds in &entry.holds {
            let mark = problems.mark(&entry.code, &holds.mark);
            for key in &holds.regimes {
                let Some(regime) = found.iter_mut().find(|regime| regime.key == *key) else {
                    problems.say(w.p_unknown_regime, key, &entry.code);
                    continue;
                };
                regime.titles.push(Title {
                    code: entry.code.clone(),
                    name: holds.name.clone(),
                    english: holds.english.clone(),
                    whom: match entry.whom {
                        For::Person => Whom::Person,
                        For::Collective => Whom::Collective,
                        For::Both => Whom::Both,
                    },
                    sort: match entry.kind {
                        KindEntry::Title => Sort::Title,
                        KindEntry::Form => Sort::Form,
                    },
                    source: holds.source.clone(),
                    mark: mark.min(regime.ceiling),
                    words: entry.words.clone(),
                    of: entry.of.clone(),
                });
            }
        }
    }
    match Law::new(found) {
        Ok(law) if problems.says.is_empty() => Ok(law),
        Ok(_) => Err(problems.says),
        Err(more) => {
            for one in &more {
                told(one, &mut problems);
            }
            Err(problems.says)
        }
    }
}

fn told(problem: &LawProblem, problems: &mut Problems) {
    let w = problems.w;
    let (says, key, other): (&str, &str, &str) = match problem {
        LawProblem::NoRegime => (w.p_no_regime, "", ""),
        LawProblem::KeyTwice(key) => (w.p_key_twice, key, ""),
        LawProblem::DaysOrder(key) => (w.p_days, key, ""),
        LawProblem::Gap(key, other) => (w.p_gap, key, other),
        LawProblem::Overlap(key, other) => (w.p_overlap, key, other),
        LawProblem::NewestEnds(key) => (w.p_newest_ends, key, ""),
        LawProblem::NotEnded(key) => (w.p_not_ended, key, ""),
        LawProblem::NoInstrument(key) => (w.p_no_instrument, key, ""),
        LawProblem::TitleTwice(key, other) => (w.p_title_twice, key, other),
        LawProblem::TitleIncomplete(key, other) => (w.p_incomplete, key, other),
        LawProblem::NoArticle(key, other) => (w.p_no_article, key, other),
        LawProblem::UnknownInstrument(key, other) => (w.p_unknown_instrument, key, other),
        LawProblem::UnknownShare(key, other) => (w.p_unknown_share, key, other),
    };
    problems.say(says, key, other);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_that_the_program_carries_is_without_fault() {
        let law = embedded().expect("no fault");
        assert_eq!(
            law.regimes().iter().map(|regime| regime.key.as_str()).collect::<Vec<_>>(),
            ["A", "B", "C", "D"]
        );
        for regime in law.regimes() {
            for code in ["LDTT", "CSTDCS", "TTLDTT", "TTLDXS", "CSTDBT", "CSTDTQ", "GK", "BKBT", "BKTTG"] {
                assert!(regime.title(code).is_some(), "{} {code}", regime.key);
            }
        }
        let newest = law.regimes().last().expect("a regime");
        assert!(newest.titles.iter().all(|title| !title.mark.is_sure()), "its amended articles were not read");
    }

    #[test]
    fn faults_are_said_entry_by_entry() {
        let says = |regimes: &str, titles: &str| read(regimes, titles, Language::Vietnamese).expect_err("refused");
        let gap = REGIMES.replace(
            "to = \"2023-12-31\"\nmark = \"V\"\n\n[[regime.instrument]]\nnumber = \"Luật 15",
            "to = \"2023-11-30\"\nmark = \"V\"\n\n[[regime.instrument]]\nnumber = \"Luật 15",
        );
        assert_eq!(says(&gap, TITLES), ["giữa thời kỳ A và B có ngày không thuộc thời kỳ nào"]);
        let mark = TITLES.replacen("mark = \"V\"", "mark = \"W\"", 1);
        assert_eq!(says(REGIMES, &mark), ["CSTDTQ: dấu “W” không phải V, S, U"]);
        let day = REGIMES.replacen("from = \"2004-07-01\"", "from = \"01/7/2004\"", 1);
        assert!(says(&day, TITLES)[0].contains("không phải ngày"));
        let unknown = TITLES.replacen("regimes = [\"A\"]", "regimes = [\"Z\"]", 1);
        assert!(says(REGIMES, &unknown).contains(&"danh hiệu CSTDTQ nói về thời kỳ Z không có".to_owned()));
        assert!(says("regime = 3", TITLES)[0].starts_with("tệp viết sai"));
        let extra = TITLES.replacen("code = \"LDTT\"", "code = \"LDTT\"\nsoucre = \"x\"", 1);
        assert!(says(REGIMES, &extra)[0].starts_with("tệp viết sai"), "a misspelt field is no field");
    }
}
