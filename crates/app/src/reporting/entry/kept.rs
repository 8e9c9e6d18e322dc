//! What is kept of an upload until it is decided on: its rows as they were read or mended, and how to take it back.

use crate::face::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thidua_domain::basics::{Amount, Language, Says};
use thidua_domain::figure_sheets::{Values, figure_code, figure_of_code};
use thidua_domain::figures::Figure;
use thidua_domain::finding::Severity;
use thidua_domain::lists::ListFinding;
use thidua_domain::reporting::Entered;

/// A finding as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeptFinding {
    pub(super) number: String,
    pub(super) severity: String,
    /// The cell, as spreadsheets call it.
    pub(super) place: String,
    /// Which of the entered columns it is about.
    pub(super) at: Option<usize>,
    vi: String,
    en: String,
    mend_vi: String,
    mend_en: String,
}

impl KeptFinding {
    /// `at` is the entered column that it is about.
    pub(super) fn of(finding: &ListFinding, at: Option<usize>) -> Self {
        KeptFinding {
            number: finding.number.to_owned(),
            severity: finding.severity.code().to_owned(),
            place: finding.place.shown(),
            at,
            vi: finding.message.vi.clone(),
            en: finding.message.en.clone(),
            mend_vi: finding.mend.vi.clone(),
            mend_en: finding.mend.en.clone(),
        }
    }

    pub(super) fn severity(&self) -> Severity {
        [Severity::Error, Severity::Warning, Severity::Notice]
            .into_iter()
            .find(|severity| severity.code() == self.severity)
            .unwrap_or(Severity::Error)
    }

    pub(super) fn message(&self, language: Language) -> String {
        Says::new(self.vi.clone(), self.en.clone()).in_language(language).to_owned()
    }

    pub(super) fn mend(&self, language: Language) -> String {
        Says::new(self.mend_vi.clone(), self.mend_en.clone()).in_language(language).to_owned()
    }
}

/// What was entered, as it is kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct KeptValues {
    figure: String,
    numerator: Option<Amount>,
    denominator: Option<Amount>,
    dated: Option<NaiveDate>,
    source: Option<String>,
    note: Option<String>,
}

impl KeptValues {
    pub(super) fn of(values: &Values) -> Self {
        KeptValues {
            figure: figure_code(values.figure),
            numerator: values.numerator,
            denominator: values.denominator,
            dated: values.dated,
            source: values.source.clone(),
            note: values.note.clone(),
        }
    }

    pub(super) fn values(&self) -> Values {
        Values {
            figure: figure_of_code(&self.figure).unwrap_or(Figure::NotEntered),
            numerator: self.numerator,
            denominator: self.denominator,
            dated: self.dated,
            source: self.source.clone(),
            note: self.note.clone(),
        }
    }
}

/// A row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeptRow {
    /// The target it means.
    pub(super) line: Option<String>,
    pub(super) number: String,
    pub(super) name: String,
    /// What was typed into the cell of the figure.
    pub(super) typed: String,
    pub(super) entered: KeptValues,
    /// What was told when it was read; the rules of figures are asked anew whenever the row is shown.
    pub(super) told: Vec<KeptFinding>,
    /// What the workbook showed of the line, and at which version.
    pub(super) shown: Option<(i64, KeptValues)>,
}

/// What is kept of the file as a whole.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct KeptReading {
    /// The digest of the file; nothing for what was pasted.
    pub(super) digest: Option<String>,
    /// Whether its signature was whole.
    pub(super) ours: bool,
    pub(super) findings: Vec<KeptFinding>,
}

/// A line as it was before an upload was put in.
#[derive(Serialize, Deserialize)]
struct KeptEntered {
    values: KeptValues,
    of_period: Option<Amount>,
    last_year: Option<Amount>,
    file_digest: Option<String>,
    file_name: Option<String>,
    place: Option<String>,
    /// Whether it was invented.
    #[serde(default)]
    illustrative: bool,
}

/// A line as it was before, to be kept.
pub(super) fn before(entered: &Entered, illustrative: bool) -> Result<String, Refusal> {
    let kept = KeptEntered {
        values: KeptValues::of(&super::book::values(entered)),
        of_period: entered.of_period,
        last_year: entered.last_year,
        file_digest: entered.file_digest.clone(),
        file_name: entered.file_name.clone(),
        place: entered.place.clone(),
        illustrative,
    };
    serde_json::to_string(&kept).map_err(Refusal::fault)
}

/// A line as it was before, and whether it was invented.
pub(super) fn entered(kept: &str) -> Result<(Entered, bool), Refusal> {
    let kept: KeptEntered = serde_json::from_str(kept).map_err(Refusal::fault)?;
    let values = kept.values.values();
    let entered = Entered {
        figure: values.figure,
        numerator: values.numerator,
        denominator: values.denominator,
        of_period: kept.of_period,
        last_year: kept.last_year,
        dated: values.dated,
        source: values.source,
        file_digest: kept.file_digest,
        file_name: kept.file_name,
        place: kept.place,
        reason: values.note,
    };
    Ok((entered, kept.illustrative))
}
