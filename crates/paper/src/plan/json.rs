//! The JSON of `thidua plan read`, one line; every number is written as the exact decimal it is.

use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use thidua_domain::basics::Amount;
use thidua_domain::finding::Finding;
use thidua_domain::plans::draft::{
    Confidence, LegalBasis, Lines, NamedMovement, Obligation, Occasion, Piece, PlanDraft, Recipient, Reporting,
    Section, TargetDraft, Wave,
};

#[derive(Serialize)]
struct Plan<'a> {
    document: Document<'a>,
    sections: Vec<SectionJson<'a>>,
    legal_bases: Vec<BasisJson<'a>>,
    movements: Vec<&'a str>,
    movements_detail: Vec<MovementJson<'a>>,
    waves: Vec<WaveJson<'a>>,
    occasions: Vec<OccasionJson<'a>>,
    targets: Vec<TargetJson<'a>>,
    obligations: Vec<DutyJson<'a>>,
    reporting: Vec<ReportingJson<'a>>,
    recipients: Vec<RecipientJson<'a>>,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    kind: Option<&'a str>,
    number_symbol: Option<&'a str>,
    issuer: Option<&'a str>,
    issuer_level: Option<&'static str>,
    parent_authority: Option<&'a str>,
    place: Option<&'a str>,
    date: Option<String>,
    title: Option<&'a str>,
    subject_year: Option<i32>,
    theme: Option<&'a str>,
    inherited_theme: Option<&'a str>,
    inherited_theme_source: Option<&'a str>,
    signer_title: Option<&'a str>,
    signer_name: Option<&'a str>,
    lines: BTreeMap<&'static str, [u32; 2]>,
    confidence: BTreeMap<&'static str, Box<RawValue>>,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    numbering: &'a str,
    title: Option<&'a str>,
    lines: [u32; 2],
}

#[derive(Serialize)]
struct BasisJson<'a> {
    kind: &'a str,
    number_symbol: Option<&'a str>,
    date: Option<String>,
    issuer: Option<&'a str>,
    subject: Option<&'a str>,
    role: &'static str,
    parent_plan: bool,
    lines: [u32; 2],
    confidence: Box<RawValue>,
}

#[derive(Serialize)]
struct MovementJson<'a> {
    name: &'a str,
    own: bool,
    lines: [u32; 2],
    confidence: Box<RawValue>,
}

#[derive(Serialize)]
struct WaveJson<'a> {
    name: &'a str,
    from: Option<String>,
    to: Option<String>,
    goal: Option<&'a str>,
    summary_deadline: Option<String>,
    summary_deadline_comparator: Option<&'static str>,
    occasions: Vec<OccasionJson<'a>>,
    lines: [u32; 2],
    confidence: Box<RawValue>,
}

#[derive(Serialize)]
struct OccasionJson<'a> {
    name: &'a str,
    anniversary_years: Option<u32>,
    origin_date: Option<String>,
    date: Option<String>,
    lines: [u32; 2],
}

#[derive(Serialize)]
struct TargetJson<'a> {
    id: &'a str,
    parent_id: Option<&'a str>,
    number: Option<&'a str>,
    group: Option<&'a str>,
    name: &'a str,
    raw: &'a str,
    lines: [u32; 2],
    leaf: bool,
    comparator: Option<&'static str>,
    value: Option<Box<RawValue>>,
    value_max: Option<Box<RawValue>>,
    unit: Option<&'a str>,
    basis: Option<&'a str>,
    qualifier: Option<&'a str>,
    direction: &'static str,
    role: Option<&'static str>,
    denominator: Option<Box<RawValue>>,
    criterion: Option<u32>,
    confidence: Box<RawValue>,
}

#[derive(Serialize)]
struct DutyJson<'a> {
    actor: &'a str,
    action: &'a str,
    frequency: Option<&'a str>,
    deadline: Option<&'a str>,
    addressee: Option<&'a str>,
    kind: &'static str,
    lines: [u32; 2],
    confidence: Box<RawValue>,
}

#[derive(Serialize)]
struct ReportingJson<'a> {
    period: &'static str,
    due: Option<String>,
    from: Option<&'a str>,
    to: Option<&'a str>,
    via: Option<&'a str>,
    lines: [u32; 2],
}

#[derive(Serialize)]
struct RecipientJson<'a> {
    name: &'a str,
    purpose: Option<&'a str>,
    lines: [u32; 2],
}

#[derive(Serialize)]
struct FindingJson<'a> {
    number: &'a str,
    severity: &'static str,
    lines: Option<[u32; 2]>,
    piece: Option<&'a str>,
    message: &'a str,
    mend: &'a str,
    message_en: &'a str,
    mend_en: &'a str,
}

/// The plan and its findings as one line of JSON.
///
/// # Errors
/// What the serialiser says; a draft that was read has no part that cannot be written.
pub fn to_json(draft: &PlanDraft, findings: &[Finding]) -> Result<String, serde_json::Error> {
    let plan = Plan {
        document: document(draft)?,
        sections: draft.sections.iter().map(section).collect(),
        legal_bases: draft.legal_bases.iter().map(basis).collect::<Result<_, _>>()?,
        movements: draft.movements.iter().map(|movement| movement.name.as_str()).collect(),
        movements_detail: draft.movements.iter().map(movement).collect::<Result<_, _>>()?,
        waves: draft.waves.iter().map(wave).collect::<Result<_, _>>()?,
        occasions: draft.occasions.iter().map(occasion).collect(),
        targets: draft.targets.iter().map(target).collect::<Result<_, _>>()?,
        obligations: draft.obligations.iter().map(duty).collect::<Result<_, _>>()?,
        reporting: draft.reporting.iter().map(reporting).collect(),
        recipients: draft.recipients.iter().map(recipient).collect(),
        findings: findings.iter().map(finding).collect(),
    };
    serde_json::to_string(&plan)
}

fn span(lines: Lines) -> [u32; 2] {
    [lines.first, lines.last]
}

fn exact(amount: Amount) -> Result<Box<RawValue>, serde_json::Error> {
    RawValue::from_string(amount.plain())
}

/// 97 percent as `0.97`.
fn share(confidence: Confidence) -> Result<Box<RawValue>, serde_json::Error> {
    let percent = confidence.as_percent();
    RawValue::from_string(format!("{}.{:02}", percent / 100, percent % 100))
}

fn value<T>(piece: &Option<Piece<T>>) -> Option<&T> {
    piece.as_ref().map(|piece| &piece.value)
}

fn document(draft: &PlanDraft) -> Result<Document<'_>, serde_json::Error> {
    let header = &draft.document;
    let mut lines = BTreeMap::new();
    let mut confidence = BTreeMap::new();
    let mut note =
        |name: &'static str, place: Option<(Option<Lines>, Confidence)>| -> Result<(), serde_json::Error> {
            if let Some((at, sure)) = place {
                if let Some(at) = at {
                    lines.insert(name, span(at));
                }
                confidence.insert(name, share(sure)?);
            }
            Ok(())
        };
    fn place<T>(piece: &Option<Piece<T>>) -> Option<(Option<Lines>, Confidence)> {
        piece.as_ref().map(|piece| (piece.lines, piece.confidence))
    }
    note("kind", place(&header.kind))?;
    note("number_symbol", place(&header.number_symbol))?;
    note("issuer", place(&header.issuer))?;
    note("parent_authority", place(&header.parent_authority))?;
    note("place", place(&header.place))?;
    note("date", place(&header.date))?;
    note("title", place(&header.title))?;
    note("subject_year", place(&header.subject_year))?;
    note("theme", place(&header.theme))?;
    note("inherited_theme", place(&header.inherited_theme))?;
    note("signer_title", place(&header.signer_title))?;
    note("signer_name", place(&header.signer_name))?;
    Ok(Document {
        kind: value(&header.kind).map(String::as_str),
        number_symbol: value(&header.number_symbol).map(String::as_str),
        issuer: value(&header.issuer).map(String::as_str),
        issuer_level: value(&header.issuer_level).map(|level| level.code()),
        parent_authority: value(&header.parent_authority).map(String::as_str),
        place: value(&header.place).map(String::as_str),
        date: value(&header.date).map(ToString::to_string),
        title: value(&header.title).map(String::as_str),
        subject_year: value(&header.subject_year).copied(),
        theme: value(&header.theme).map(String::as_str),
        inherited_theme: value(&header.inherited_theme).map(String::as_str),
        inherited_theme_source: header.inherited_theme_source.as_deref(),
        signer_title: value(&header.signer_title).map(String::as_str),
        signer_name: value(&header.signer_name).map(String::as_str),
        lines,
        confidence,
    })
}

fn section(section: &Section) -> SectionJson<'_> {
    SectionJson { numbering: &section.numbering, title: section.title.as_deref(), lines: span(section.lines) }
}

fn basis(basis: &LegalBasis) -> Result<BasisJson<'_>, serde_json::Error> {
    Ok(BasisJson {
        kind: &basis.kind,
        number_symbol: basis.number_symbol.as_deref(),
        date: basis.date.map(|date| date.to_string()),
        issuer: basis.issuer.as_deref(),
        subject: basis.subject.as_deref(),
        role: basis.role.code(),
        parent_plan: basis.parent_plan,
        lines: span(basis.lines),
        confidence: share(basis.confidence)?,
    })
}

fn movement(movement: &NamedMovement) -> Result<MovementJson<'_>, serde_json::Error> {
    Ok(MovementJson {
        name: &movement.name,
        own: movement.own,
        lines: span(movement.lines),
        confidence: share(movement.confidence)?,
    })
}

fn wave(wave: &Wave) -> Result<WaveJson<'_>, serde_json::Error> {
    let comparator = if wave.deadline_strictly_before { "before" } else { "by" };
    Ok(WaveJson {
        name: &wave.name,
        from: wave.from.map(|date| date.to_string()),
        to: wave.to.map(|date| date.to_string()),
        goal: wave.goal.as_deref(),
        summary_deadline: wave.summary_deadline.map(|date| date.to_string()),
        summary_deadline_comparator: wave.summary_deadline.map(|_| comparator),
        occasions: wave.occasions.iter().map(occasion).collect(),
        lines: span(wave.lines),
        confidence: share(wave.confidence)?,
    })
}

fn occasion(occasion: &Occasion) -> OccasionJson<'_> {
    OccasionJson {
        name: &occasion.name,
        anniversary_years: occasion.anniversary_years,
        origin_date: occasion.origin_date.map(|date| date.to_string()),
        date: occasion.date.map(|date| date.to_string()),
        lines: span(occasion.lines),
    }
}

fn target(target: &TargetDraft) -> Result<TargetJson<'_>, serde_json::Error> {
    Ok(TargetJson {
        id: &target.id,
        parent_id: target.parent_id.as_deref(),
        number: target.number.as_deref(),
        group: target.group.as_deref(),
        name: &target.name,
        raw: &target.raw,
        lines: span(target.lines),
        leaf: target.comparator.is_some(),
        comparator: target.comparator.map(|comparator| comparator.code()),
        value: target.value.map(exact).transpose()?,
        value_max: target.value_max.map(exact).transpose()?,
        unit: target.unit.as_deref(),
        basis: target.basis.as_deref(),
        qualifier: target.qualifier.as_deref(),
        direction: target.direction.code(),
        role: target.role.map(|role| role.code()),
        denominator: target.denominator.map(exact).transpose()?,
        criterion: target.criterion,
        confidence: share(target.confidence)?,
    })
}

fn duty(duty: &Obligation) -> Result<DutyJson<'_>, serde_json::Error> {
    Ok(DutyJson {
        actor: &duty.actor,
        action: &duty.action,
        frequency: duty.frequency.as_deref(),
        deadline: duty.deadline.as_deref(),
        addressee: duty.addressee.as_deref(),
        kind: duty.kind.code(),
        lines: span(duty.lines),
        confidence: share(duty.confidence)?,
    })
}

fn reporting(reporting: &Reporting) -> ReportingJson<'_> {
    ReportingJson {
        period: reporting.period.code(),
        due: reporting.due.map(|date| date.to_string()),
        from: reporting.from.as_deref(),
        to: reporting.to.as_deref(),
        via: reporting.via.as_deref(),
        lines: span(reporting.lines),
    }
}

fn recipient(recipient: &Recipient) -> RecipientJson<'_> {
    RecipientJson { name: &recipient.name, purpose: recipient.purpose.as_deref(), lines: span(recipient.lines) }
}

fn finding(finding: &Finding) -> FindingJson<'_> {
    FindingJson {
        number: finding.number,
        severity: finding.severity.code(),
        lines: finding.lines.map(span),
        piece: finding.piece.as_deref(),
        message: &finding.message.vi,
        mend: &finding.mend.vi,
        message_en: &finding.message.en,
        mend_en: &finding.mend.en,
    }
}
