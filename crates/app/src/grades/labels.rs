//! How grades, stages and what they rest on look in words.

use super::words::Words;
use crate::face::show;
use thidua_domain::grades::{Basis, BasisKind, Differs, Grade, Refused, Stage};
use thidua_store::grades::{Kept, Written};

pub(super) fn grade(grade: Grade, w: &'static Words) -> &'static str {
    match grade {
        Grade::NotCompleted => w.g_not_completed,
        Grade::Completed => w.g_completed,
        Grade::Good => w.g_good,
        Grade::Excellent => w.g_excellent,
    }
}

/// The class that gives a grade its colour and shape.
pub(super) fn class(grade: Option<Grade>) -> &'static str {
    match grade {
        Some(Grade::Excellent) => "exceeded",
        Some(Grade::Good) => "met",
        Some(Grade::Completed) => "on-track",
        Some(Grade::NotCompleted) => "missed",
        None => "not-begun",
    }
}

pub(super) fn maybe(of: Option<Grade>, w: &'static Words) -> &'static str {
    of.map_or(w.none, |one| grade(one, w))
}

pub(super) fn stage(stage: Stage, w: &'static Words) -> &'static str {
    match stage {
        Stage::SelfGraded => w.st_self,
        Stage::Proposed => w.st_proposed,
        Stage::Decided => w.st_decided,
    }
}

/// `512/QĐ-SNV ngày 15/12/2022, Giám đốc Sở`; nothing without a decision.
pub(super) fn decision(of: &Written, w: &'static Words) -> String {
    let (Some(number), Some(authority)) = (&of.number, &of.authority) else { return String::new() };
    w.decided_by
        .replace("{number}", number)
        .replace("{day}", &show::day(of.dated))
        .replace("{authority}", authority)
}

/// `Hoàn thành tốt nhiệm vụ (tập thể đề nghị)`.
pub(super) fn kept(of: Option<&Kept>, w: &'static Words) -> String {
    of.map_or_else(
        || w.none.to_owned(),
        |one| format!("{} ({})", grade(one.written.grade, w), show::inside(stage(one.written.stage, w))),
    )
}

pub(super) fn basis(of: &Basis, w: &'static Words) -> String {
    let says = match of.kind {
        BasisKind::Plan if of.done == 0 => w.b_no_plan,
        BasisKind::Plan => w.b_plan,
        BasisKind::Targets => w.b_targets,
        BasisKind::Registered => w.b_registered,
        BasisKind::Titles => w.b_titles,
        BasisKind::Tasks => w.b_tasks,
        BasisKind::Reports => w.b_reports,
        BasisKind::Waves => w.b_waves,
        BasisKind::Recognitions => w.b_recognitions,
        BasisKind::Inspections => w.b_inspections,
        BasisKind::Verified => w.b_verified,
        BasisKind::Said => w.b_said,
    };
    says.replace("{name}", &of.name)
}

pub(super) fn refused(of: Refused, w: &'static Words) -> &'static str {
    match of {
        Refused::AlreadyProposed => w.r_proposed,
        Refused::AlreadyDecided => w.r_decided,
        Refused::DocumentMissing => w.r_document,
        Refused::ReasonMissing => w.r_reason,
    }
}

pub(super) fn differs(of: Option<Differs>, w: &'static Words) -> String {
    match of {
        Some(Differs::Above(n)) => w.above.replace("{n}", &n.to_string()),
        Some(Differs::Below) => w.below.to_owned(),
        None => String::new(),
    }
}
