//! The pieces of a draft, each kind in its own file: how it looks in the review, its form, and how the form is read.
//! Everything that differs between kinds stands in the list of kinds below.

mod basis;
mod document;
mod movement;
mod obligation;
mod recipient;
mod reporting;
mod target;
mod wave;

use super::words::Words;
use crate::face::forms::{Field, Reader};
use crate::face::show;
use crate::face::words::Words as Common;
use thidua_domain::plans::draft::{Confidence, Lines, PlanDraft};

/// A kind of piece, named as in the address bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Document,
    Bases,
    Movements,
    Waves,
    Targets,
    Obligations,
    Reporting,
    Recipients,
}

/// A piece as the review shows it.
pub(crate) struct PieceView {
    pub(crate) kind: Kind,
    pub(crate) key: String,
    pub(crate) anchor: String,
    pub(crate) class: &'static str,
    pub(crate) tag: Option<&'static str>,
    pub(crate) lead: String,
    pub(crate) strong: String,
    pub(crate) rest: String,
    pub(crate) span: Option<Lines>,
    pub(crate) confidence: &'static str,
    pub(crate) confidence_says: &'static str,
    pub(crate) doubtful: bool,
    /// What the reader had read, where somebody corrected it.
    pub(crate) was: Option<String>,
}

impl PieceView {
    /// Its words in one line.
    pub(crate) fn said(&self) -> String {
        [self.lead.as_str(), &self.strong, &self.rest]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The page that edits it.
    pub(crate) fn address(&self, plan_id: &str) -> String {
        format!("/plans/{plan_id}/{}/{}", self.kind.code(), self.key)
    }

    /// The lines it lights up in the source.
    pub(crate) fn data_lines(&self) -> Option<String> {
        self.span.map(show::lines)
    }

    fn new(
        kind: Kind,
        key: impl ToString,
        lines: Option<Lines>,
        sure: Option<Confidence>,
        w: &'static Words,
    ) -> Self {
        let key = key.to_string();
        let confidence = sure.map_or("high", show::confidence);
        let span = lines.filter(|lines| lines.first > 0);
        let confidence_says = match confidence {
            _ if span.is_none() => w.typed,
            "high" if sure == Some(Confidence::SURE) => w.confirmed,
            "high" => w.conf_high,
            "medium" => w.conf_medium,
            _ => w.conf_low,
        };
        PieceView {
            anchor: format!("{}-{}", kind.code(), key.replace('.', "-")),
            class: kind.class(),
            tag: None,
            lead: String::new(),
            strong: String::new(),
            rest: String::new(),
            span,
            confidence,
            confidence_says,
            doubtful: confidence != "high",
            was: None,
            kind,
            key,
        }
    }
}

impl Kind {
    pub(crate) const ALL: [Kind; 8] = [
        Kind::Document,
        Kind::Bases,
        Kind::Movements,
        Kind::Waves,
        Kind::Targets,
        Kind::Obligations,
        Kind::Reporting,
        Kind::Recipients,
    ];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Kind::Document => "document",
            Kind::Bases => "bases",
            Kind::Movements => "movements",
            Kind::Waves => "waves",
            Kind::Targets => "targets",
            Kind::Obligations => "obligations",
            Kind::Reporting => "reporting",
            Kind::Recipients => "recipients",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    fn class(self) -> &'static str {
        match self {
            Kind::Document => "k-header",
            Kind::Bases => "k-basis",
            Kind::Movements => "k-movement",
            Kind::Waves => "k-wave",
            Kind::Targets => "k-target",
            Kind::Obligations | Kind::Reporting => "k-obligation",
            Kind::Recipients => "k-recipient",
        }
    }

    pub(crate) fn label(self, w: &'static Words) -> &'static str {
        match self {
            Kind::Document => w.kind_document,
            Kind::Bases => w.kind_basis,
            Kind::Movements => w.kind_movement,
            Kind::Waves => w.kind_wave,
            Kind::Targets => w.kind_target,
            Kind::Obligations => w.kind_obligation,
            Kind::Reporting => w.kind_reporting,
            Kind::Recipients => w.kind_recipient,
        }
    }

    /// Whether pieces can be added and removed; the head can only be corrected.
    pub(crate) fn is_list(self) -> bool {
        self != Kind::Document
    }
}

pub(crate) use reporting::label as reporting_label;

/// A piece that stands in a list of the draft.
trait Item: Sized + Clone {
    /// The list.
    fn list(draft: &mut PlanDraft) -> &mut Vec<Self>;
    /// The form, filled with what is there.
    fn fields(before: Option<&Self>, draft: &PlanDraft, w: &'static Words, c: &'static Common) -> Vec<Field>;
    /// The item that was typed; what the form does not show is kept.
    fn read(before: Option<&Self>, typed: &mut Reader<'_>, w: &'static Words) -> Option<Self>;
    /// Marks it as confirmed by a person.
    fn confirm(&mut self);
}

/// What a person does to a piece.
pub(crate) enum Deed {
    Save,
    Confirm,
    Remove,
}

/// The views of all pieces of a kind, in document order.
pub(crate) fn views(kind: Kind, draft: &PlanDraft, w: &'static Words, c: &'static Common) -> Vec<PieceView> {
    match kind {
        Kind::Document => document::views(&draft.document, w, c),
        Kind::Bases => {
            draft.legal_bases.iter().enumerate().map(|(index, one)| basis::view(index, one, w)).collect()
        }
        Kind::Movements => {
            draft.movements.iter().enumerate().map(|(index, one)| movement::view(index, one, w)).collect()
        }
        Kind::Waves => wave::views(draft, w),
        Kind::Targets => draft.targets.iter().map(|one| target::view(one, w)).collect(),
        Kind::Obligations => {
            draft.obligations.iter().enumerate().map(|(index, one)| obligation::view(index, one, w)).collect()
        }
        Kind::Reporting => {
            draft.reporting.iter().enumerate().map(|(index, one)| reporting::view(index, one, w)).collect()
        }
        Kind::Recipients => {
            draft.recipients.iter().enumerate().map(|(index, one)| recipient::view(index, one, w)).collect()
        }
    }
}

/// The form of a piece; `None` when there is no such piece.
pub(crate) fn fields(
    kind: Kind,
    key: &str,
    draft: &mut PlanDraft,
    w: &'static Words,
    c: &'static Common,
) -> Option<Vec<Field>> {
    fn of<T: Item>(
        index: Option<usize>,
        draft: &mut PlanDraft,
        w: &'static Words,
        c: &'static Common,
    ) -> Option<Vec<Field>> {
        let before = match index {
            Some(index) => Some(T::list(draft).get(index)?.clone()),
            None => None,
        };
        Some(T::fields(before.as_ref(), draft, w, c))
    }
    let at = place(kind, key, draft)?;
    match kind {
        Kind::Document => Some(document::fields(&draft.document, w, c)),
        Kind::Bases => of::<thidua_domain::plans::draft::LegalBasis>(at, draft, w, c),
        Kind::Movements => of::<thidua_domain::plans::draft::NamedMovement>(at, draft, w, c),
        Kind::Waves => of::<thidua_domain::plans::draft::Wave>(at, draft, w, c),
        Kind::Targets => of::<thidua_domain::plans::draft::TargetDraft>(at, draft, w, c),
        Kind::Obligations => of::<thidua_domain::plans::draft::Obligation>(at, draft, w, c),
        Kind::Reporting => of::<thidua_domain::plans::draft::Reporting>(at, draft, w, c),
        Kind::Recipients => of::<thidua_domain::plans::draft::Recipient>(at, draft, w, c),
    }
}

/// Does a deed to a piece of the draft; `None` when there is no such piece. Problems stay with the reader.
pub(crate) fn change(
    kind: Kind,
    key: &str,
    deed: &Deed,
    draft: &mut PlanDraft,
    typed: &mut Reader<'_>,
    w: &'static Words,
) -> Option<()> {
    fn of<T: Item>(
        index: Option<usize>,
        deed: &Deed,
        draft: &mut PlanDraft,
        typed: &mut Reader<'_>,
        w: &'static Words,
    ) -> Option<()> {
        let list = T::list(draft);
        match (deed, index) {
            (Deed::Confirm, Some(index)) => list.get_mut(index)?.confirm(),
            (Deed::Remove, Some(index)) if index < list.len() => drop(list.remove(index)),
            (Deed::Save, Some(index)) => {
                let before = list.get(index)?.clone();
                if let Some(after) = T::read(Some(&before), typed, w) {
                    *list.get_mut(index)? = after;
                }
            }
            (Deed::Save, None) => list.extend(T::read(None, typed, w)),
            _ => return None,
        }
        Some(())
    }
    let at = place(kind, key, draft)?;
    match kind {
        Kind::Document => document::change(deed, &mut draft.document, typed, w),
        Kind::Bases => of::<thidua_domain::plans::draft::LegalBasis>(at, deed, draft, typed, w),
        Kind::Movements => of::<thidua_domain::plans::draft::NamedMovement>(at, deed, draft, typed, w),
        Kind::Waves => of::<thidua_domain::plans::draft::Wave>(at, deed, draft, typed, w),
        Kind::Targets => {
            of::<thidua_domain::plans::draft::TargetDraft>(at, deed, draft, typed, w)?;
            target::settle(draft);
            Some(())
        }
        Kind::Obligations => of::<thidua_domain::plans::draft::Obligation>(at, deed, draft, typed, w),
        Kind::Reporting => of::<thidua_domain::plans::draft::Reporting>(at, deed, draft, typed, w),
        Kind::Recipients => of::<thidua_domain::plans::draft::Recipient>(at, deed, draft, typed, w),
    }
}

/// Where in its list a key points: `Some(None)` is a new piece, `None` is nowhere.
fn place(kind: Kind, key: &str, draft: &PlanDraft) -> Option<Option<usize>> {
    match (kind, key) {
        (Kind::Document, _) => Some(None),
        (_, "new") => Some(None),
        (Kind::Targets, code) => draft.targets.iter().position(|target| target.id == code).map(Some),
        (_, index) => index.parse().ok().map(Some),
    }
}

/// The page that mends what a finding is about: `targets.T06`, `document.theme`, `waves.0`, `legal_bases.3`.
pub(crate) fn address(plan_id: &str, piece: &str) -> Option<String> {
    let (kind, key) = piece.split_once('.').unwrap_or((piece, "new"));
    let (kind, key) = match kind {
        "document" => (Kind::Document, "head"),
        "legal_bases" => (Kind::Bases, key),
        other => (Kind::from_code(other)?, key),
    };
    Some(format!("/plans/{plan_id}/{}/{key}", kind.code()))
}

/// A code of a domain enum with its label, for lists of choices.
pub(super) fn with_empty(
    c: &'static Common,
    options: impl IntoIterator<Item = (&'static str, &'static str)>,
) -> Vec<(&'static str, &'static str)> {
    std::iter::once(("", c.choose)).chain(options).collect()
}

/// Lines of a piece that a person typed.
pub(super) const TYPED: Lines = Lines { first: 0, last: 0 };
