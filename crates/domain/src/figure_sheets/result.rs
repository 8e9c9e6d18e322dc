//! What became of a row, in one word for programs.

use super::{Line, LineKind, Row};
use crate::figures::Figure;
use crate::finding::Severity;

/// What became of a row that was checked: `ok`, `text` (a number typed as text), `empty`, `not-applicable`, `group`, `sum`, or
/// the first thing that is wrong with it or doubtful about it.
pub fn result(row: &Row, lines: &[Line]) -> &'static str {
    let worst = |severity| row.findings.iter().find(|finding| finding.severity == severity);
    if let Some(finding) = worst(Severity::Error).or_else(|| worst(Severity::Warning)) {
        return word(finding.number);
    }
    let kind = row.line.and_then(|at| lines.get(at)).map(|line| line.kind);
    match (kind, row.entered.figure) {
        (Some(LineKind::Group), _) => "group",
        (Some(LineKind::Sum), _) => "sum",
        (_, Figure::NotEntered | Figure::NotAssigned) => "empty",
        (_, Figure::NotApplicable) => "not-applicable",
        _ if row.findings.iter().any(|finding| finding.number == "FIG-017") => "text",
        _ => "ok",
    }
}

/// The word of a finding.
fn word(number: &str) -> &'static str {
    match number {
        "LST-102" | "LST-112" | "LST-113" => "not-a-number",
        "LST-104" => "too-many-decimals",
        "LST-105" | "LST-115" => "too-large",
        "LST-106" => "two-readings",
        "LST-107" => "day-for-number",
        "LST-108" => "percent-for-number",
        "LST-109" | "LST-110" | "LST-111" => "bad-date",
        "LST-116" => "spreadsheet-error",
        "FIG-009" | "FIG-023" => "name-differs",
        "FIG-010" => "unknown-line",
        "FIG-011" => "several-lines",
        "FIG-012" => "twice",
        "FIG-016" => "entered-in-group",
        "FIG-018" => "two-readings",
        "FIG-024" => "merged",
        "FIG-101" => "far-off",
        "FIG-102" => "negative",
        "FIG-103" | "FIG-104" | "FIG-105" | "FIG-106" => "fraction",
        "FIG-107" | "FIG-108" | "FIG-109" => "bad-date",
        "FIG-110" => "fell",
        "FIG-111" => "reason-missing",
        "FIG-112" => "parts-differ",
        "FIG-113" => "over-100",
        _ => "refused",
    }
}
