//! The checker of a plan's draft: answers findings, never throws.
//!
//! Launching is refused while a finding of severity `Error` stands. The words are in [`words`].

mod bodies;
mod force;
mod layout;
mod sources;
mod targets;
mod text;
mod waves;
mod words;

pub use sources::OnFile;

use super::draft::{IssuerLevel, Lines, PlanDraft};
use crate::basics::Amount;
use crate::finding::{Finding, Severity};
use chrono::Datelike;

/// Everything the checker can find, with the data its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// RULE-1: neither an own nor an inherited theme.
    NoTheme,
    /// The theme is the upper level's.
    ThemeInherited,
    /// No title.
    NoTitle,
    /// No number and symbol.
    NoNumber,
    /// The number and symbol cannot be taken apart.
    NumberUnreadable(String),
    /// No date.
    NoDate,
    /// No issuing body.
    NoIssuer,
    /// The year is not known.
    NoYear,
    /// The plan's year lies far from its date.
    YearDisagrees { year: i32, dated: i32 },
    /// RULE-1: nothing measured.
    NoTargets,
    /// The leaf lacks a value, or its range is wrong.
    GoalUnclear { name: String },
    /// A target without a name.
    Nameless,
    /// The plan was issued by another body than the authority it is brought in for.
    OtherIssuer { issuer: String, authority: String },
    /// Components do not make the total.
    SumDisagrees { name: String, sum: Amount, total: Amount },
    /// Shares do not make 100 %.
    SharesDisagree { name: String, sum: Amount },
    /// More criteria reached than there are.
    MoreThanAll { name: String, reached: Amount, all: Amount },
    /// "Khoảng" needs a tolerance.
    ToleranceNeeded { name: String },
    /// A bare value whose better side is not known.
    DirectionUnknown { name: String },
    /// "Ít nhất" before a range.
    AtLeastARange { name: String },
    /// The value is assigned by the level above.
    AssignedLater { name: String },
    /// The value is last year's actual.
    EarlierYearNeeded { name: String, year: i32 },
    /// The reader was not sure.
    Doubtful { name: String },
    /// The reader was not sure of a name in the head or foot.
    DoubtfulHead { value: String },
    /// A year other than the plan's stands in a sentence about this year's work.
    StrayYear { year: i32, plan: i32 },
    /// A wave ends before it begins.
    WaveReversed { name: String },
    /// Two waves overlap, or days lie between them.
    WavesApart { first: String, second: String, overlap: bool },
    /// The summing-up is due before the wave ends, or on its last day.
    DeadlineTight { name: String },
    /// The printed number of years is not what the dates give.
    Anniversary { name: String, printed: u32, computed: i32 },
    /// The occasion lies outside its wave.
    OccasionOutside { name: String, wave: String },
    /// No legal basis.
    NoBases,
    /// No parent plan recognised.
    NoParentPlan,
    /// A basis is dated after the plan.
    BasisLater { symbol: String },
    /// No reporting calendar is printed.
    NoCalendar,
    /// No recipients.
    NoRecipients,
    /// No signature.
    NoSigner,
    /// A district issues a plan after the district level ended.
    DistrictEnded,
    /// The plan names a body of the level that ended.
    BodyEnded { name: String },
    /// A basis was no longer in force on the day of the plan.
    BasisEnded { symbol: &'static str, until: chrono::NaiveDate, next: &'static str, sure: bool },
    /// A basis was not yet in force on the day of the plan.
    BasisNotYet { symbol: &'static str, from: chrono::NaiveDate },
    /// A number below ten without its zero.
    NumberUnpadded(String),
    /// The symbol does not begin with the abbreviation of the kind.
    SymbolDisagrees { kind: String, expected: String },
    /// A date without the place.
    NoPlace,
    /// A day or month without its zero.
    DateUnpadded,
    /// Neither the country's name nor its motto.
    NoMotto,
    /// No copy is kept by the issuer.
    NotFiled,
    /// The chair of a committee signs in the chair's own name.
    NotForTheCommittee,
    /// The document that the figure comes from says another.
    SourceDisagrees { name: String, value: Amount, other: Amount, symbol: String },
}

/// A fault at a place.
pub(super) struct Found {
    fault: Fault,
    lines: Option<Lines>,
    piece: Option<String>,
}

impl Found {
    pub(super) fn about(fault: Fault, piece: &str) -> Self {
        Found { fault, lines: None, piece: Some(piece.to_owned()) }
    }

    pub(super) fn at(fault: Fault, lines: Option<Lines>, piece: String) -> Self {
        Found { fault, lines, piece: Some(piece) }
    }
}

/// Checks a draft against itself and, where given, against the lines of its source. Errors come first.
pub fn check(draft: &PlanDraft, source: &[String]) -> Vec<Finding> {
    check_for(draft, source, None)
}

/// Checks a draft that is brought in for an authority of this name.
pub fn check_for(draft: &PlanDraft, source: &[String], authority: Option<&str>) -> Vec<Finding> {
    check_beside(draft, source, authority, &[])
}

/// Checks a draft also against the documents on file that it cites.
pub fn check_beside(
    draft: &PlanDraft,
    source: &[String],
    authority: Option<&str>,
    on_file: &[OnFile<'_>],
) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(authority) = authority {
        issuer(draft, authority, &mut found);
    }
    header(draft, &mut found);
    targets::check(draft, &mut found);
    waves::check(draft, &mut found);
    bases(draft, &mut found);
    text::check(draft, source, &mut found);
    force::check(draft, &mut found);
    layout::check(draft, source, &mut found);
    bodies::check(draft, &mut found);
    sources::check(draft, authority, on_file, &mut found);
    let mut findings: Vec<Finding> = found
        .into_iter()
        .map(|one| {
            let (number, severity) = one.fault.rank();
            let (message, mend) = words::say(&one.fault);
            Finding { number, severity, lines: one.lines, piece: one.piece, message, mend }
        })
        .collect();
    findings.sort_by_key(|finding| (finding.severity, finding.lines));
    findings
}

fn issuer(draft: &PlanDraft, authority: &str, found: &mut Vec<Found>) {
    let Some(issuer) = &draft.document.issuer else { return };
    let plain = |name: &str| crate::basics::text::fold(name).replace("ubnd", "uy ban nhan dan");
    if plain(&issuer.value) != plain(authority) {
        let fault = Fault::OtherIssuer { issuer: issuer.value.clone(), authority: authority.to_owned() };
        found.push(Found::at(fault, issuer.lines, "document.issuer".into()));
    }
}

/// Whether the plan may be launched: no error stands.
pub fn may_launch(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.severity != Severity::Error)
}

fn header(draft: &PlanDraft, found: &mut Vec<Found>) {
    let document = &draft.document;
    let mut missing = |absent: bool, fault: Fault, piece: &str| {
        if absent {
            found.push(Found::about(fault, piece));
        }
    };
    missing(document.title.is_none(), Fault::NoTitle, "document.title");
    missing(document.number_symbol.is_none(), Fault::NoNumber, "document.number_symbol");
    missing(document.date.is_none(), Fault::NoDate, "document.date");
    missing(document.issuer.is_none(), Fault::NoIssuer, "document.issuer");
    missing(document.subject_year.is_none(), Fault::NoYear, "document.subject_year");
    missing(document.signer_name.is_none(), Fault::NoSigner, "document.signer_name");
    missing(draft.recipients.is_empty(), Fault::NoRecipients, "recipients");
    missing(draft.reporting.is_empty(), Fault::NoCalendar, "reporting");
    let names = [
        (&document.issuer, "document.issuer"),
        (&document.parent_authority, "document.parent_authority"),
        (&document.place, "document.place"),
        (&document.signer_name, "document.signer_name"),
        (&document.theme, "document.theme"),
        (&document.inherited_theme, "document.inherited_theme"),
    ];
    for (name, piece) in names {
        if let Some(name) = name.as_ref().filter(|name| name.confidence.as_percent() < targets::DOUBTFUL_BELOW) {
            found.push(Found::at(Fault::DoubtfulHead { value: name.value.clone() }, name.lines, piece.into()));
        }
    }
    match (&document.theme, &document.inherited_theme) {
        (Some(_), _) => {}
        (None, Some(theme)) => {
            found.push(Found::at(Fault::ThemeInherited, theme.lines, "document.theme".into()));
        }
        (None, None) => found.push(Found::about(Fault::NoTheme, "document.theme")),
    }
    if let Some(symbol) = &document.number_symbol
        && super::symbol::NumberSymbol::read(&symbol.value).is_none()
    {
        let fault = Fault::NumberUnreadable(symbol.value.clone());
        found.push(Found::at(fault, symbol.lines, "document.number_symbol".into()));
    }
    if let (Some(year), Some(date)) = (&document.subject_year, &document.date)
        // a plan for next year is often signed in December; anything else is a slip
        && !(year.value - 1..=year.value).contains(&date.value.year())
    {
        let fault = Fault::YearDisagrees { year: year.value, dated: date.value.year() };
        found.push(Found::at(fault, year.lines, "document.subject_year".into()));
    }
    if let (Some(level), Some(date), Some(end)) =
        (&document.issuer_level, &document.date, crate::units::districts_end())
        && level.value == IssuerLevel::District
        && date.value > end
    {
        found.push(Found::at(Fault::DistrictEnded, level.lines, "document.issuer".into()));
    }
}

fn bases(draft: &PlanDraft, found: &mut Vec<Found>) {
    if draft.legal_bases.is_empty() {
        found.push(Found::about(Fault::NoBases, "legal_bases"));
    } else if !draft.legal_bases.iter().any(|basis| basis.parent_plan) {
        found.push(Found::about(Fault::NoParentPlan, "legal_bases"));
    }
    let Some(date) = &draft.document.date else { return };
    for (index, basis) in draft.legal_bases.iter().enumerate() {
        if basis.date.is_some_and(|day| day > date.value) {
            let symbol = basis.number_symbol.clone().unwrap_or_else(|| basis.kind.clone());
            found.push(Found::at(Fault::BasisLater { symbol }, Some(basis.lines), format!("legal_bases.{index}")));
        }
    }
}

impl Fault {
    /// The stable number and the severity.
    fn rank(&self) -> (&'static str, Severity) {
        use Severity::{Error, Notice, Warning};
        match self {
            Fault::NoTitle => ("PLN-001", Error),
            Fault::NoNumber => ("PLN-002", Error),
            Fault::NumberUnreadable(_) => ("PLN-003", Error),
            Fault::NoDate => ("PLN-004", Error),
            Fault::NoIssuer => ("PLN-005", Error),
            Fault::NoYear => ("PLN-006", Error),
            Fault::NoTheme => ("PLN-007", Error),
            Fault::ThemeInherited => ("PLN-008", Notice),
            Fault::YearDisagrees { .. } => ("PLN-009", Warning),
            Fault::NoTargets => ("PLN-010", Error),
            Fault::GoalUnclear { .. } => ("PLN-011", Error),
            Fault::SumDisagrees { .. } => ("PLN-012", Error),
            Fault::SharesDisagree { .. } => ("PLN-013", Error),
            Fault::MoreThanAll { .. } => ("PLN-014", Error),
            Fault::ToleranceNeeded { .. } => ("PLN-015", Notice),
            Fault::DirectionUnknown { .. } => ("PLN-016", Warning),
            Fault::AtLeastARange { .. } => ("PLN-017", Notice),
            Fault::AssignedLater { .. } => ("PLN-018", Notice),
            Fault::EarlierYearNeeded { .. } => ("PLN-019", Notice),
            Fault::Doubtful { .. } => ("PLN-020", Warning),
            Fault::StrayYear { .. } => ("PLN-021", Warning),
            Fault::DoubtfulHead { .. } => ("PLN-023", Warning),
            Fault::Nameless => ("PLN-022", Error),
            Fault::WaveReversed { .. } => ("PLN-030", Error),
            Fault::WavesApart { .. } => ("PLN-031", Warning),
            Fault::DeadlineTight { .. } => ("PLN-032", Notice),
            Fault::Anniversary { .. } => ("PLN-033", Warning),
            Fault::OccasionOutside { .. } => ("PLN-034", Notice),
            Fault::NoBases => ("PLN-040", Warning),
            Fault::NoParentPlan => ("PLN-041", Notice),
            Fault::BasisLater { .. } => ("PLN-042", Warning),
            Fault::NoCalendar => ("PLN-050", Notice),
            Fault::NoRecipients => ("PLN-051", Notice),
            Fault::NoSigner => ("PLN-052", Warning),
            Fault::BasisEnded { sure: true, .. } => ("PLN-043", Warning),
            Fault::BasisEnded { sure: false, .. } => ("PLN-043", Notice),
            Fault::BasisNotYet { .. } => ("PLN-044", Notice),
            Fault::SourceDisagrees { .. } => ("PLN-045", Warning),
            Fault::NumberUnpadded(_) => ("PLN-070", Notice),
            Fault::SymbolDisagrees { .. } => ("PLN-071", Warning),
            Fault::NoPlace => ("PLN-072", Notice),
            Fault::DateUnpadded => ("PLN-073", Notice),
            Fault::NoMotto => ("PLN-074", Notice),
            Fault::NotFiled => ("PLN-075", Notice),
            Fault::NotForTheCommittee => ("PLN-076", Notice),
            Fault::BodyEnded { .. } => ("PLN-062", Warning),
            Fault::DistrictEnded => ("PLN-060", Warning),
            Fault::OtherIssuer { .. } => ("PLN-061", Warning),
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_law;
