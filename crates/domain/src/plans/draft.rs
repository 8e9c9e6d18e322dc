//! The structured draft of a plan: every piece with the lines it came from and how sure the reader was.

use crate::basics::Amount;
use crate::targets::{Comparator, Direction};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// First and last line of the source, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Lines {
    /// First line.
    pub first: u32,
    /// Last line, not before the first.
    pub last: u32,
}

impl Lines {
    /// A span of lines; the two are put in order.
    pub fn new(first: u32, last: u32) -> Self {
        Lines { first: first.min(last), last: first.max(last) }
    }
}

/// How sure the reader was of a piece, in percent from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Confidence(u8);

impl Confidence {
    /// Confirmed by a person, or certain by form.
    pub const SURE: Confidence = Confidence(100);

    /// A confidence; more than 100 counts as 100.
    pub const fn percent(percent: u8) -> Self {
        Confidence(if percent > 100 { 100 } else { percent })
    }

    /// The percentage.
    pub fn as_percent(self) -> u8 {
        self.0
    }
}

/// A value read from the source, with its place and how sure the reader was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece<T> {
    /// What was read, restored to correct Vietnamese.
    pub value: T,
    /// Where it stands, if it was read and not typed.
    pub lines: Option<Lines>,
    /// How sure the reader was.
    pub confidence: Confidence,
}

impl<T> Piece<T> {
    /// A piece read at a place.
    pub fn read(value: T, lines: Lines, confidence: u8) -> Self {
        Piece { value, lines: Some(lines), confidence: Confidence::percent(confidence) }
    }

    /// A piece that a person typed.
    pub fn typed(value: T) -> Self {
        Piece { value, lines: None, confidence: Confidence::SURE }
    }
}

/// The level of the body that issued a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IssuerLevel {
    /// Central bodies.
    Central,
    /// People's committee of a province.
    Province,
    /// A department of a province (sở, ban, ngành).
    ProvinceDepartment,
    /// A district (until 30 June 2025).
    District,
    /// A commune, ward, township or special zone.
    Commune,
    /// A school, station, enterprise, union or any other body.
    Other,
}

impl IssuerLevel {
    /// Every level, highest first.
    pub const ALL: [IssuerLevel; 6] = [
        IssuerLevel::Central,
        IssuerLevel::Province,
        IssuerLevel::ProvinceDepartment,
        IssuerLevel::District,
        IssuerLevel::Commune,
        IssuerLevel::Other,
    ];

    /// The word in files that programs read.
    pub fn code(self) -> &'static str {
        match self {
            IssuerLevel::Central => "central",
            IssuerLevel::Province => "province",
            IssuerLevel::ProvinceDepartment => "province-department",
            IssuerLevel::District => "district",
            IssuerLevel::Commune => "commune",
            IssuerLevel::Other => "other",
        }
    }

    /// The level of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// The head and foot of the document. A field that the file does not show is `None`, never guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Kind of document: `Kế hoạch`, `Chỉ thị`, `Quyết định` …
    pub kind: Option<Piece<String>>,
    /// `43/KH-UBND`.
    pub number_symbol: Option<Piece<String>>,
    /// Full name of the issuing body.
    pub issuer: Option<Piece<String>>,
    /// Level of the issuing body.
    pub issuer_level: Option<Piece<IssuerLevel>>,
    /// The body above, as far as the document shows it.
    pub parent_authority: Option<Piece<String>>,
    /// Place of the place-and-date line.
    pub place: Option<Piece<String>>,
    /// Date of the document.
    pub date: Option<Piece<NaiveDate>>,
    /// The text under the kind.
    pub title: Option<Piece<String>>,
    /// The year the movement is for.
    pub subject_year: Option<Piece<i32>>,
    /// The plan's own theme.
    pub theme: Option<Piece<String>>,
    /// A theme quoted from the upper level, when the plan has none of its own.
    pub inherited_theme: Option<Piece<String>>,
    /// Whose theme that is, as the text names it.
    pub inherited_theme_source: Option<String>,
    /// Form and post of the signer: `TM. Ủy ban nhân dân xã - Chủ tịch`.
    pub signer_title: Option<Piece<String>>,
    /// Name of the signer.
    pub signer_name: Option<Piece<String>>,
}

/// A document cited by the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasis {
    /// `Chỉ thị`, `Nghị quyết`, `Luật` …
    pub kind: String,
    /// Number and symbol as normalised; `None` when the plan prints none.
    pub number_symbol: Option<String>,
    /// Date of that document.
    pub date: Option<NaiveDate>,
    /// Its issuer as far as the text tells.
    pub issuer: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// What it is to this plan.
    pub role: BasisRole,
    /// The upper level's plan or directive that this plan carries out.
    pub parent_plan: bool,
    /// Where it is cited first.
    pub lines: Lines,
    /// How sure the reader was.
    pub confidence: Confidence,
}

/// What a cited document is to the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BasisRole {
    /// The plan is issued in execution of it.
    Basis,
    /// To be carried out under the plan.
    Implements,
    /// Only mentioned.
    Referenced,
}

impl BasisRole {
    /// Every role.
    pub const ALL: [BasisRole; 3] = [BasisRole::Basis, BasisRole::Implements, BasisRole::Referenced];

    /// The word in files that programs read.
    pub fn code(self) -> &'static str {
        match self {
            BasisRole::Basis => "basis",
            BasisRole::Implements => "implements",
            BasisRole::Referenced => "referenced",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A wave (đợt thi đua) of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wave {
    /// Its name: `Đợt thi đua thứ nhất`.
    pub name: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// What it aims at.
    pub goal: Option<String>,
    /// The day by which its summing-up is done.
    pub summary_deadline: Option<NaiveDate>,
    /// `trước ngày`: strictly before that day.
    pub deadline_strictly_before: bool,
    /// Anniversaries the wave is tied to.
    pub occasions: Vec<Occasion>,
    /// Where it stands.
    pub lines: Lines,
    /// How sure the reader was.
    pub confidence: Confidence,
}

/// An anniversary or event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// Its name.
    pub name: String,
    /// The number of years printed.
    pub anniversary_years: Option<u32>,
    /// The first day it commemorates.
    pub origin_date: Option<NaiveDate>,
    /// The day in the plan's year.
    pub date: Option<NaiveDate>,
    /// Where it stands.
    pub lines: Lines,
}

/// A movement or campaign named by the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedMovement {
    /// Its name.
    pub name: String,
    /// Whether it is the plan's own movement (the first).
    pub own: bool,
    /// Where it is named.
    pub lines: Lines,
    /// How sure the reader was.
    pub confidence: Confidence,
}

/// A node of the target tree: a measured leaf, or the container of a compound line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetDraft {
    /// Unique within the plan: `T06`, `T06.2`.
    pub id: String,
    /// The container it belongs to.
    pub parent_id: Option<String>,
    /// The document's own number, as printed: `(10)`.
    pub number: Option<String>,
    /// The heading it stands under.
    pub group: Option<String>,
    /// Its name in correct Vietnamese.
    pub name: String,
    /// The file's own text.
    pub raw: String,
    /// Where it stands.
    pub lines: Lines,
    /// How it is compared; `None` for a container.
    pub comparator: Option<Comparator>,
    /// The value, or the lower bound of a range.
    pub value: Option<Amount>,
    /// The upper bound of a range.
    pub value_max: Option<Amount>,
    /// Canonical unit: `%`, `tỷ đồng`, `triệu đồng/người/năm` …
    pub unit: Option<String>,
    /// What it is measured against: `vs 2021`, `assigned by province`, …
    pub basis: Option<String>,
    /// The document's modal words.
    pub qualifier: Option<String>,
    /// Which way is better.
    pub direction: Direction,
    /// Its part in a compound line.
    pub role: Option<TargetRole>,
    /// n of `k/n`.
    pub denominator: Option<Amount>,
    /// The number of a criterion that is to be finished.
    pub criterion: Option<u32>,
    /// How sure the reader was.
    pub confidence: Confidence,
}

/// The part a target plays in its compound line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetRole {
    /// The total whose components follow.
    Total,
    /// The growth that goes with a level.
    Growth,
    /// A part of the total.
    Component,
    /// A share; the shares of one container make 100 %.
    Share,
}

impl TargetRole {
    /// Every role.
    pub const ALL: [TargetRole; 4] =
        [TargetRole::Total, TargetRole::Growth, TargetRole::Component, TargetRole::Share];

    /// The word in files that programs read.
    pub fn code(self) -> &'static str {
        match self {
            TargetRole::Total => "total",
            TargetRole::Growth => "growth",
            TargetRole::Component => "component",
            TargetRole::Share => "share",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What somebody has to do under the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// Who.
    pub actor: String,
    /// What.
    pub action: String,
    /// How often, in the document's words.
    pub frequency: Option<String>,
    /// Until when, in the document's words.
    pub deadline: Option<String>,
    /// To whom.
    pub addressee: Option<String>,
    /// Where in the plan it belongs.
    pub kind: ObligationKind,
    /// Where it stands.
    pub lines: Lines,
    /// How sure the reader was.
    pub confidence: Confidence,
}

/// The part of the plan an obligation stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ObligationKind {
    /// Yêu cầu.
    Requirement,
    /// An instruction inside Nội dung.
    Content,
    /// Giải pháp.
    Solution,
    /// Tổ chức thực hiện: given to a body of one's own.
    Assignment,
    /// Tổ chức thực hiện: asked of a partner ("đề nghị").
    Request,
    /// The closing appeal.
    Call,
}

impl ObligationKind {
    /// Every kind.
    pub const ALL: [ObligationKind; 6] = [
        ObligationKind::Requirement,
        ObligationKind::Content,
        ObligationKind::Solution,
        ObligationKind::Assignment,
        ObligationKind::Request,
        ObligationKind::Call,
    ];

    /// The word in files that programs read.
    pub fn code(self) -> &'static str {
        match self {
            ObligationKind::Requirement => "requirement",
            ObligationKind::Content => "content",
            ObligationKind::Solution => "solution",
            ObligationKind::Assignment => "assignment",
            ObligationKind::Request => "request",
            ObligationKind::Call => "call",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A line of the reporting calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporting {
    /// How often.
    pub period: ReportingPeriod,
    /// The day, where one is printed.
    pub due: Option<NaiveDate>,
    /// Who reports.
    pub from: Option<String>,
    /// To whom.
    pub to: Option<String>,
    /// Through whom.
    pub via: Option<String>,
    /// Where it stands.
    pub lines: Lines,
}

/// How often a plan asks for reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportingPeriod {
    /// Hàng quý.
    Quarter,
    /// 6 tháng.
    HalfYear,
    /// 01 năm.
    Year,
    /// Theo từng đợt.
    Wave,
    /// Theo quy định, without a printed calendar.
    AsRegulated,
}

impl ReportingPeriod {
    /// Every period.
    pub const ALL: [ReportingPeriod; 5] = [
        ReportingPeriod::Quarter,
        ReportingPeriod::HalfYear,
        ReportingPeriod::Year,
        ReportingPeriod::Wave,
        ReportingPeriod::AsRegulated,
    ];

    /// The word in files that programs read.
    pub fn code(self) -> &'static str {
        match self {
            ReportingPeriod::Quarter => "quarter",
            ReportingPeriod::HalfYear => "half-year",
            ReportingPeriod::Year => "year",
            ReportingPeriod::Wave => "wave",
            ReportingPeriod::AsRegulated => "as-regulated",
        }
    }

    /// The period of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.code() == code)
    }
}

/// An entry of Nơi nhận.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Name or class of the recipient.
    pub name: String,
    /// `báo cáo`, `để biết`, `lưu` … where printed.
    pub purpose: Option<String>,
    /// Where it stands.
    pub lines: Lines,
}

/// A heading of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The document's own numbering, joined with dots: `II.1.đ`.
    pub numbering: String,
    /// The heading, where it has one.
    pub title: Option<String>,
    /// From its first to its last line.
    pub lines: Lines,
}

/// Everything a reader found in one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDraft {
    /// Head and foot.
    pub document: Header,
    /// Outline.
    pub sections: Vec<Section>,
    /// Documents cited.
    pub legal_bases: Vec<LegalBasis>,
    /// Movements named; the first is the plan's own.
    pub movements: Vec<NamedMovement>,
    /// Waves.
    pub waves: Vec<Wave>,
    /// Occasions outside the waves.
    pub occasions: Vec<Occasion>,
    /// The target forest in document order; a parent precedes its children.
    pub targets: Vec<TargetDraft>,
    /// Duties.
    pub obligations: Vec<Obligation>,
    /// Reporting calendar.
    pub reporting: Vec<Reporting>,
    /// Nơi nhận.
    pub recipients: Vec<Recipient>,
}
