//! `thidua award judge`: one case, or many at once, without a database.

use super::answer::Told;
use super::words::{Words, words};
use std::path::Path;
use thidua_domain::awards::case::{CaseProblem, Handed};
use thidua_domain::awards::facts::Case;
use thidua_domain::awards::judging::{Verdict, judge, judge_code, only_one};
use thidua_domain::awards::pack::{Award, Catalogue, PackProblem, read, shipped, shipped_texts, with_local};
use thidua_domain::basics::{Language, Says};

/// The rules to judge by: the shipped ones, or those of a folder.
///
/// A folder with `regimes.toml` is a whole pack (awards beside it or in `awards/`); one without holds local packs that
/// are put on top of the shipped one.
///
/// # Errors
/// What is wrong with the packs, or why a file cannot be read.
pub fn rules(folder: Option<&Path>) -> Result<std::borrow::Cow<'static, Catalogue>, Vec<PackProblem>> {
    let law = shipped().map_err(<[PackProblem]>::to_vec)?;
    let Some(folder) = folder else { return Ok(std::borrow::Cow::Borrowed(law)) };
    let unreadable = |path: &Path, error: &std::io::Error| {
        vec![PackProblem {
            number: "PACK-000",
            place: path.display().to_string(),
            says: both(|w| w.unreadable_rules, |words| words.replace("{error}", &error.to_string())),
        }]
    };
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut regimes: Option<String> = None;
    for inside in [folder.to_owned(), folder.join("awards"), folder.join("law")] {
        if inside != folder && !inside.is_dir() {
            continue;
        }
        let entries = std::fs::read_dir(&inside).map_err(|error| unreadable(&inside, &error))?;
        let mut files: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        files.sort();
        for path in files.into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "toml")) {
            let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            match name.as_str() {
                "regimes" => regimes = Some(text),
                _ => texts.push((name, text)),
            }
        }
    }
    match regimes {
        Some(regimes) => {
            let texts: Vec<(&str, &str)> =
                texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            read(&regimes, &texts).map(std::borrow::Cow::Owned)
        }
        None => {
            let mut made = law.clone();
            for (name, text) in &texts {
                made = with_local(&made, name, text)?;
            }
            Ok(std::borrow::Cow::Owned(made))
        }
    }
}

/// The texts of the shipped pack, to begin a pack of one's own from.
pub fn shipped_pack() -> (&'static str, &'static [(&'static str, &'static str)]) {
    shipped_texts()
}

/// Why a case was refused.
pub enum Refused {
    /// The text is no case.
    Unreadable(Says),
    /// What is wrong with it.
    Problems(Vec<CaseProblem>),
    /// There is nothing to judge it by.
    Nothing(Says),
}

fn unreadable(error: &serde_json::Error) -> Refused {
    Refused::Unreadable(both(
        |w| w.unreadable_case,
        |words| {
            let words = words.replace("{line}", &error.line().to_string());
            words.replace("{column}", &error.column().to_string()).replace("{error}", &error.to_string())
        },
    ))
}

/// A sentence in both languages.
fn both(of: fn(&'static Words) -> &'static str, filled: impl Fn(&str) -> String) -> Says {
    Says::new(filled(of(words(Language::Vietnamese))), filled(of(words(Language::English))))
}

/// Judges one case.
///
/// # Errors
/// [`Refused`].
pub fn judge_one(catalogue: &Catalogue, text: &str, language: Language) -> Result<Told, Refused> {
    let handed: Handed<'_> = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    let case = handed.check(&catalogue.codes).map_err(Refused::Problems)?;
    let judged = judge(catalogue, &handed.award, &case).map_err(|problem| Refused::Nothing(problem.says()))?;
    Ok(Told::new(&judged, language))
}

/// The answer about one line of many: which awards are within reach, and what is missing where only one thing is.
#[derive(serde::Serialize)]
pub struct Line {
    line: usize,
    eligible: Vec<String>,
    needs_person: Vec<String>,
    near: Vec<Near>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Vec<String>>,
}

/// An award that only one condition stands before.
#[derive(serde::Serialize)]
struct Near {
    award: String,
    number: String,
    says: String,
    uses: Vec<String>,
    mend: Option<String>,
}

impl Line {
    /// Whether the line was no case.
    pub fn is_refused(&self) -> bool {
        self.refused.is_some()
    }
}

/// Judges a line of a batch against the award it names, or against every award of its regime for its kind of subject.
pub fn judge_line(catalogue: &Catalogue, at: usize, text: &str, language: Language) -> Line {
    let mut line =
        Line { line: at, eligible: Vec::new(), needs_person: Vec::new(), near: Vec::new(), refused: None };
    let handed: Handed<'_> = match serde_json::from_str(text) {
        Ok(handed) => handed,
        Err(error) => {
            line.refused = Some(vec![error.to_string()]);
            return line;
        }
    };
    let case = match handed.check(&catalogue.codes) {
        Ok(case) => case,
        Err(problems) => {
            let said =
                |one: &CaseProblem| format!("{} {}: {}", one.number, one.place, one.says.in_language(language));
            line.refused = Some(problems.iter().map(said).collect());
            return line;
        }
    };
    let Some((regime, known)) = catalogue.law.on(case.received_on) else { return line };
    let Some(rules) = catalogue.of(&regime.key) else { return line };
    let wanted = |award: &&Award| {
        if handed.award.is_empty() {
            award.subjects.contains(&case.subject.kind)
        } else {
            award.code == handed.award
        }
    };
    for award in rules.awards.iter().filter(wanted) {
        let verdict = judge_code(catalogue, award, regime, known, &case);
        match verdict {
            Verdict::Eligible => line.eligible.push(award.code.clone()),
            Verdict::NeedsPerson => line.needs_person.push(award.code.clone()),
            Verdict::NotEligible => line.near.extend(near(catalogue, award, &case, known, language)),
        }
    }
    line
}

/// The one condition that stands before an award, with its reasons; nothing where more do.
fn near(catalogue: &Catalogue, award: &Award, case: &Case, known: bool, language: Language) -> Option<Near> {
    let answer = only_one(award, case, known, &catalogue.codes)?;
    let said = |says: &Says| says.in_language(language).to_owned();
    Some(Near {
        award: award.code.clone(),
        number: answer.number.clone(),
        says: said(&answer.says),
        uses: answer.reasons.uses.iter().map(said).collect(),
        mend: answer.reasons.mend.as_ref().map(said),
    })
}
