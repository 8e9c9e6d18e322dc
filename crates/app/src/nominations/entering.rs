//! Papers and opinions of a dossier as they are shown, and the forms that put them in.

use super::scene::Scene;
use super::words::Words;
use crate::face::forms::{Field, Input, Typed, placed};
use crate::face::show as shown;
use crate::office::forms::FormView;
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_store::nominations::{Nomination, Opinion, Paper};

pub(super) struct PaperRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) file: Option<String>,
    pub(super) withdrawn: String,
}

pub(super) struct OpinionRow {
    pub(super) id: String,
    pub(super) version: i64,
    pub(super) body: String,
    pub(super) class: &'static str,
    pub(super) standing: String,
    pub(super) says: String,
    pub(super) file: Option<String>,
    pub(super) open: bool,
    /// What was typed of its answer, and what is wrong with that.
    pub(super) typed: [String; 3],
    pub(super) problems: Vec<String>,
}

/// The answer of a body that came back with something wrong.
pub(super) struct Entered<'a> {
    pub(super) id: &'a str,
    pub(super) typed: &'a Typed,
    pub(super) problems: HashMap<&'static str, String>,
}

pub(super) fn paper_row(paper: &Paper, w: &'static Words) -> PaperRow {
    let put = &paper.put;
    let note = [put.number.clone(), put.dated.map(|day| shown::day(Some(day))), Some(put.originals.to_string())];
    PaperRow {
        id: paper.id.clone(),
        name: put.name.clone(),
        note: note.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        file: put.file.as_ref().map(|(_, name)| name.clone()),
        withdrawn: paper.withdrawn.as_ref().map(|why| w.paper_withdrawn.replace("{why}", why)).unwrap_or_default(),
    }
}

/// The fields of a paper; none where the law of the dossier asks for no papers.
pub(super) fn paper_fields(
    scene: &Scene,
    it: &Nomination,
    language: Language,
    w: &'static Words,
) -> Option<Vec<Field>> {
    let award = super::law::award(&scene.law, scene.law_day(Some(it)), &it.award)?;
    let mut kinds: Vec<(String, String)> = Vec::new();
    for paper in &award.papers {
        if !kinds.iter().any(|(kind, _)| *kind == paper.kind) {
            let says = if language == Language::Vietnamese { &paper.says } else { &paper.english };
            kinds.push((paper.kind.clone(), says.clone()));
        }
    }
    let first = kinds.first()?.0.clone();
    let fields = vec![
        Field::new("kind", w.paper_kind, Input::List(kinds), first),
        Field::new("number", w.paper_number, Input::Line, ""),
        Field::new("dated", w.paper_dated, Input::Day, ""),
        Field::new("originals", w.paper_originals, Input::Number, "1"),
    ];
    Some(placed(fields, "paper"))
}

pub(super) fn paper_form(it: &Nomination, fields: Vec<Field>, w: &'static Words) -> FormView {
    FormView::new(format!("/nominations/{}/papers", it.id), 0, fields, w.paper_add).with_file(w.paper_file, None)
}

/// The form that asks a body for its opinion.
pub(super) fn ask_form(it: &Nomination, w: &'static Words) -> FormView {
    let fields =
        vec![Field::new("body", w.opinion_body, Input::Line, ""), Field::new("due", w.opinion_due, Input::Day, "")];
    FormView::new(format!("/nominations/{}/opinions", it.id), 0, placed(fields, "ask"), w.opinion_ask)
}

pub(super) fn opinion_row(
    one: &Opinion,
    entered: Option<&Entered<'_>>,
    scene: &Scene,
    w: &'static Words,
) -> OpinionRow {
    let day = |day| shown::day(Some(day));
    let (class, standing) = match (one.answer.as_deref(), one.expires) {
        (None, _) if one.due < scene.today => ("missed", w.opinion_late.replace("{day}", &day(one.due))),
        (None, _) => ("on-track", w.opinion_waits.replace("{day}", &day(one.due))),
        (_, Some(last)) if last < scene.today => ("at-risk", w.opinion_expired.replace("{day}", &day(last))),
        (Some("agrees"), _) => ("met", w.opinion_agrees.to_owned()),
        (Some("disagrees"), _) => ("missed", w.opinion_disagrees.to_owned()),
        (Some(_), _) => ("met", w.opinion_no_remark.to_owned()),
    };
    let entered = entered.filter(|entered| entered.id == one.id);
    let typed = |name: &str| entered.and_then(|entered| entered.typed.get(name).cloned()).unwrap_or_default();
    let problem = |(name, label): (&str, &str)| entered?.problems.get(name).map(|says| format!("{label}: {says}"));
    let labels = [
        ("answer", w.opinion_answer),
        ("says", w.opinion_says),
        ("expires", w.opinion_expires),
        ("file", w.paper_file),
    ];
    OpinionRow {
        id: one.id.clone(),
        version: one.version,
        body: one.body.clone(),
        class,
        standing,
        says: one.says.clone().unwrap_or_default(),
        file: one.file.as_ref().map(|(_, name)| name.clone()),
        open: one.answer.is_none(),
        typed: ["answer", "says", "expires"].map(typed),
        problems: labels.into_iter().filter_map(problem).collect(),
    }
}
