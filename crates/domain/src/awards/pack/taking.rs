//! Reading a pack's texts, checking them, and putting them together regime by regime.

use super::check::PackProblem;
use super::entry::{self, File, Role, Salary};
use super::{Award, BaseSalary, Catalogue, Codes, Condition, RegimeRules};
use crate::awards::criteria::Need;
use crate::awards::subject::Sort;
use crate::basics::text::fold;
use crate::law::{Instrument, Law, LawProblem, Mark, Regime, Sort as TitleSort, Title, Whom};
use chrono::NaiveDate;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
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
    transition: Option<TransitionEntry>,
    instrument: Vec<InstrumentEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TransitionEntry {
    better_of_both: bool,
    source: String,
    mark: String,
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

/// What is wrong, gathered while reading.
pub(super) struct Problems {
    pub(super) found: Vec<PackProblem>,
}

impl Problems {
    pub(super) fn say(
        &mut self,
        number: &'static str,
        place: impl Into<String>,
        vi: impl Into<String>,
        en: impl Into<String>,
    ) {
        self.found.push(PackProblem::new(number, place, vi, en));
    }

    pub(super) fn mark(&mut self, place: &str, letter: &str) -> Mark {
        Mark::of_letter(letter).unwrap_or_else(|| {
            self.say(
                "PACK-002",
                place,
                format!("Dấu “{letter}” không có; ghi V (đã đối chiếu điều luật), S (một nguồn thứ cấp) hoặc U (chưa đối chiếu)."),
                format!("There is no mark “{letter}”: V, S or U."),
            );
            Mark::Unverified
        })
    }

    pub(super) fn day(&mut self, place: &str, typed: &str) -> NaiveDate {
        NaiveDate::parse_from_str(typed, "%Y-%m-%d").unwrap_or_else(|_| {
            self.say(
                "PACK-003",
                place,
                format!("“{typed}” không phải là một ngày có thật; ghi năm-tháng-ngày, ví dụ 2025-07-01."),
                format!("“{typed}” is no real day; write year-month-day."),
            );
            NaiveDate::MIN
        })
    }
}

/// Reads one text.
pub(super) fn file(name: &str, text: &str) -> Result<File, PackProblem> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        PackProblem::new(
            "PACK-001",
            format!("{name}:{line}"),
            format!("Không đọc được bộ quy định ở dòng {line}: {}. Sửa dòng này rồi nạp lại.", error.message()),
            format!(
                "The pack cannot be read at line {line}: {}. Mend that line and load it again.",
                error.message()
            ),
        )
    })
}

fn regimes(text: &str, problems: &mut Problems) -> Vec<Regime> {
    let read: RegimesFile = match toml::from_str(text) {
        Ok(read) => read,
        Err(error) => {
            problems.say("PACK-001", "regimes", error.message(), error.message());
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for entry in read.regime {
        let key = entry.key;
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
        found.push(Regime {
            from: problems.day(&key, &entry.from),
            to: entry.to.as_deref().map(|to| problems.day(&key, to)),
            mark: problems.mark(&key, &entry.mark),
            ceiling: entry.ceiling.as_deref().map_or(Mark::Verified, |letter| problems.mark(&key, letter)),
            better_of_both: entry.transition.filter(|one| one.better_of_both).map(|one| {
                let mark = problems.mark(&key, &one.mark);
                (one.source, mark)
            }),
            name: entry.name,
            english: entry.english,
            instruments,
            titles: Vec::new(),
            key,
        });
    }
    found
}

/// Reads the regimes and the texts of awards into one catalogue.
///
/// # Errors
/// Everything that is wrong.
pub fn read(regimes_text: &str, texts: &[(&str, &str)]) -> Result<Catalogue, Vec<PackProblem>> {
    let mut problems = Problems { found: Vec::new() };
    let mut law = regimes(regimes_text, &mut problems);
    law.sort_by_key(|regime| regime.from);
    let mut files = Vec::new();
    for (name, text) in texts {
        match file(name, text) {
            Ok(file) => files.push(file),
            Err(problem) => problems.found.push(problem),
        }
    }
    let codes = codes_of(files.iter().flat_map(|file| &file.award));
    numbers(&files, &mut problems);
    let mut rules: Vec<RegimeRules> = Vec::new();
    for regime in &mut law {
        let general: Vec<&entry::Condition> = files.iter().flat_map(|file| &file.general).collect();
        let mut awards = Vec::new();
        for entry in files.iter().flat_map(|file| &file.award) {
            if let Some(award) = award_in(entry, regime, &general, &codes, None, &mut problems) {
                regime.titles.push(title(&award));
                awards.push(award);
            }
        }
        regime.titles.sort_by_key(|title| title.sort == TitleSort::Form);
        let factors = files
            .iter()
            .flat_map(|file| &file.factor)
            .filter(|one| one.regimes.contains(&regime.key))
            .cloned()
            .collect();
        let rounding =
            files.iter().flat_map(|file| &file.rounding).find(|one| one.regimes.contains(&regime.key)).cloned();
        rules.push(RegimeRules { key: regime.key.clone(), awards, factors, rounding });
    }
    let salaries = salaries(files.iter().flat_map(|file| &file.salary), &mut problems);
    let cases = files
        .iter()
        .flat_map(|file| &file.award)
        .flat_map(|award| award.case.iter().map(|case| (award.code.clone(), case.clone())))
        .collect();
    let law = Law::new(law).unwrap_or_else(|found| {
        for one in found {
            let (place, vi) = law_words(&one);
            problems.say("PACK-010", place, vi, format!("{one:?}"));
        }
        Law::default()
    });
    if !problems.found.is_empty() {
        return Err(problems.found);
    }
    let version = format!("thi-dua@{}", digest(regimes_text, texts));
    Ok(Catalogue { law, rules, salaries, codes, version, cases })
}

pub(super) fn digest(first: &str, texts: &[(&str, &str)]) -> String {
    let mut hash = Sha256::new();
    hash.update(first);
    for (name, text) in texts {
        hash.update(name);
        hash.update(text);
    }
    hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

fn codes_of<'a>(awards: impl Iterator<Item = &'a entry::Award>) -> Codes {
    let newest = |award: &entry::Award| award.holds.last().map(|holds| holds.name.clone()).unwrap_or_default();
    let mut codes = Codes::default();
    for award in awards {
        codes.add(&award.code, &newest(award));
    }
    codes
}

/// Every condition has a number of its own.
fn numbers(files: &[File], problems: &mut Problems) {
    let mut seen = HashSet::new();
    let mut codes = HashSet::new();
    let mut walk: Vec<&entry::Condition> = Vec::new();
    for file in files {
        walk.extend(&file.general);
        for award in &file.award {
            if !codes.insert(award.code.as_str()) {
                problems.say(
                    "PACK-004",
                    award.code.as_str(),
                    format!("Mã {} được khai hai lần; gộp lại hoặc đổi một mã.", award.code),
                    format!("The code {} stands twice; join them or change one.", award.code),
                );
            }
            walk.extend(&award.condition);
        }
    }
    while let Some(condition) = walk.pop() {
        walk.extend(&condition.part);
        if !seen.insert(condition.number.as_str()) {
            problems.say(
                "PACK-005",
                condition.number.as_str(),
                format!(
                    "Số điều kiện {} dùng hai lần; mỗi điều kiện có một số riêng, không dùng lại.",
                    condition.number
                ),
                format!("The number {} stands twice; each condition has its own.", condition.number),
            );
        }
    }
}

fn salaries<'a>(entries: impl Iterator<Item = &'a Salary>, problems: &mut Problems) -> Vec<BaseSalary> {
    let mut list: Vec<BaseSalary> = entries
        .map(|one| BaseSalary {
            from: problems.day(&one.source, &one.from),
            to: one.to.as_deref().map(|to| problems.day(&one.source, to)),
            amount: one.amount,
            mark: problems.mark(&one.source, &one.mark),
            source: one.source.clone(),
        })
        .collect();
    list.sort_by_key(|one| one.from);
    for pair in list.windows(2) {
        if pair[0].to.and_then(|to| to.succ_opt()) != Some(pair[1].from) {
            problems.say(
                "PACK-006",
                pair[1].source.as_str(),
                "Mức lương cơ sở có ngày trống hoặc trùng giữa hai mức; sửa ngày cuối của mức trước.",
                "The base salary has a gap or overlap between two figures; mend the last day of the earlier one.",
            );
        }
    }
    list
}

fn title(award: &Award) -> Title {
    use crate::awards::subject::SubjectKind::{Collective, Household, Individual};
    let has = |kind| award.subjects.contains(&kind);
    let whom = match (has(Individual), has(Collective) || has(Household)) {
        (true, true) => Whom::Both,
        (false, true) => Whom::Collective,
        _ => Whom::Person,
    };
    Title {
        code: award.code.clone(),
        name: award.name.name.clone(),
        english: award.name.english.clone(),
        whom,
        sort: if award.sort == Sort::Title { TitleSort::Title } else { TitleSort::Form },
        source: award.name.source.clone(),
        mark: award.mark,
        words: award.words.clone(),
        of: if award.of.is_empty() { "people".to_owned() } else { award.of.clone() },
    }
}

/// An award as a regime has it; nothing where it does not exist there.
pub(super) fn award_in(
    entry: &entry::Award,
    regime: &Regime,
    general: &[&entry::Condition],
    codes: &Codes,
    local: Option<&str>,
    problems: &mut Problems,
) -> Option<Award> {
    let in_regime = |regimes: &[String]| regimes.contains(&regime.key);
    let name = entry.holds.iter().find(|holds| in_regime(&holds.regimes))?.clone();
    let code = entry.code.as_str();
    let mark = problems.mark(code, &name.mark).min(regime.ceiling);
    for words in entry.words.iter().filter(|words| **words != fold(words)) {
        problems.say(
            "PACK-007",
            code,
            format!("Từ nhận dạng “{words}” phải viết thường, không dấu."),
            format!("The wording “{words}” must be folded: small letters without marks."),
        );
    }
    let mut conditions = Vec::new();
    for one in entry.condition.iter().filter(|one| in_regime(&one.regimes)) {
        conditions.push(condition(one, regime, codes, local, problems));
    }
    for one in general
        .iter()
        .filter(|one| in_regime(&one.regimes) && (one.sorts.is_empty() || one.sorts.contains(&entry.sort)))
    {
        conditions.push(condition(one, regime, codes, None, problems));
    }
    macro_rules! of {
        ($rows:expr) => {
            $rows.iter().filter(|one| in_regime(&one.regimes)).cloned().collect()
        };
    }
    Some(Award {
        code: entry.code.clone(),
        sort: entry.sort,
        subjects: entry.subjects.clone(),
        level: entry.level,
        words: entry.words.clone(),
        of: entry.of.clone(),
        item: entry.item.clone().map(|item| (item.clone(), entry.item_english.clone().unwrap_or(item))),
        mark,
        name,
        decides: of!(entry.decides),
        when: of!(entry.when),
        limits: of!(entry.limit),
        votes: of!(entry.vote),
        papers: of!(entry.paper),
        prizes: of!(entry.prize),
        conditions,
        local: local.map(str::to_owned),
    })
}

/// A condition as a regime has it, its codes filled in.
pub(super) fn condition(
    entry: &entry::Condition,
    regime: &Regime,
    codes: &Codes,
    local: Option<&str>,
    problems: &mut Problems,
) -> Condition {
    let number = entry.number.as_str();
    let read = problems.mark(number, &entry.mark);
    // the ceiling is about the law's own articles; what a ministry or province has read of its own decision stands
    let mark = if local.is_some() { read } else { read.min(regime.ceiling) };
    let mut need = entry.need.clone();
    if let Err(code) = need.resolve(codes) {
        problems.say(
            "PACK-008",
            number,
            format!("Điều kiện nhắc đến mã “{code}” mà không danh hiệu, hình thức nào mang; sửa mã."),
            format!("The condition names the code “{code}”, which no award has; mend it."),
        );
    }
    if let Some(says) = need.problem() {
        problems.say("PACK-009", number, says.vi, says.en);
    }
    let group = matches!(need, Need::Any(_) | Need::All(_));
    if group == entry.part.is_empty() {
        problems.say(
            "PACK-011",
            number,
            "Nhóm điều kiện (any, all) phải có ít nhất một phần; điều kiện khác không có phần.",
            "A group (any, all) has at least one part; no other condition has any.",
        );
    }
    if mark == Mark::Verified && !group && !entry.source.contains("Điều ") {
        problems.say(
            "PACK-012",
            number,
            "Điều kiện ghi dấu V phải nêu điều luật (“… Điều 23 khoản 2”).",
            "A condition marked V must cite its article.",
        );
    }
    let instrument = regime.instruments.iter().any(|one| entry.source.contains(&one.number));
    if local.is_none() && mark == Mark::Verified && !entry.source.is_empty() && !instrument {
        problems.say(
            "PACK-013",
            number,
            format!("Văn bản “{}” không thuộc chế độ {}; kiểm tra số hiệu.", entry.source, regime.key),
            format!("“{}” is no instrument of regime {}; check its number.", entry.source, regime.key),
        );
    }
    let parts = entry
        .part
        .iter()
        .filter(|part| part.regimes.is_empty() || part.regimes.contains(&regime.key))
        .map(|part| condition(part, regime, codes, local, problems))
        .collect();
    Condition {
        number: entry.number.clone(),
        says: entry.says.clone(),
        english: entry.english.clone(),
        source: entry.source.clone(),
        mark,
        role: match (&need, entry.role) {
            // a qualitative sentence that was read in the law is the council's to answer; one that nobody has read stays open
            (Need::Attested(_), Role::Requirement) if entry.mark == "V" => Role::Judgement,
            (_, role) => role,
        },
        subjects: entry.subjects.clone(),
        categories: entry.categories.clone(),
        need,
        parts,
        local: local.map(str::to_owned),
    }
}

fn law_words(problem: &LawProblem) -> (String, String) {
    use LawProblem as P;
    match problem {
        P::NoRegime => ("regimes".to_owned(), "Không có chế độ pháp luật nào.".to_owned()),
        P::KeyTwice(key) => (key.clone(), format!("Chế độ {key} khai hai lần.")),
        P::DaysOrder(key) => (key.clone(), format!("{key}: ngày cuối đứng trước ngày đầu.")),
        P::Gap(one, next) => (one.clone(), format!("Giữa chế độ {one} và {next} có ngày không thuộc chế độ nào.")),
        P::Overlap(one, next) => (one.clone(), format!("Chế độ {one} và {next} trùng ngày.")),
        P::NewestEnds(key) => (key.clone(), format!("Chế độ mới nhất {key} không được có ngày cuối.")),
        P::NotEnded(key) => (key.clone(), format!("Chế độ {key} chưa ghi ngày cuối.")),
        P::NoInstrument(key) => {
            (key.clone(), format!("Ngày đầu của chế độ {key} không có văn bản nào có hiệu lực."))
        }
        P::TitleTwice(key, code) => (code.clone(), format!("Chế độ {key} khai {code} hai lần.")),
        P::TitleIncomplete(key, code) => {
            (code.clone(), format!("{code} (chế độ {key}) thiếu tên, nguồn, hoặc từ nhận dạng chưa bỏ dấu."))
        }
        P::NoArticle(key, code) => {
            (code.clone(), format!("{code} (chế độ {key}) ghi dấu V mà không nêu điều luật."))
        }
        P::UnknownInstrument(key, code) => (code.clone(), format!("{code} nêu văn bản không thuộc chế độ {key}.")),
        P::UnknownShare(key, code) => {
            (code.clone(), format!("Tỷ lệ của {code} (chế độ {key}) tính trên một mã không có."))
        }
    }
}
