//! The papers of a dossier: what the award asks for under its law, and what is missing.

use crate::awards::pack::Paper;
use crate::law::Mark;
use std::collections::{BTreeMap, BTreeSet};

/// A paper that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// Its kind.
    pub kind: String,
    /// How many originals.
    pub originals: u32,
}

/// A paper that is missing, or of which there are too few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Its kind.
    pub kind: String,
    /// Vietnamese name.
    pub says: String,
    /// English name.
    pub english: String,
    /// Originals that are there.
    pub has: u32,
    /// Originals that have to be.
    pub needs: u32,
    /// The form to use.
    pub template: Option<String>,
    /// The article.
    pub source: String,
    /// A sure rule asks for it. What is not sure is told and stops nothing.
    pub sure: bool,
}

/// What is missing in a dossier. `used` are the criteria that the nomination rests on: papers that belong to another are not
/// asked for. Where several rules ask for one kind of paper, the most originals count.
pub fn missing(asked: &[Paper], present: &[Present], used: &BTreeSet<String>) -> Vec<Lack> {
    let mut has: BTreeMap<&str, u32> = BTreeMap::new();
    for paper in present {
        let count = has.entry(&paper.kind).or_default();
        *count = count.saturating_add(paper.originals);
    }
    let mut lacks: Vec<Lack> = Vec::new();
    for paper in asked.iter().filter(|paper| paper.when_criterion.as_ref().is_none_or(|one| used.contains(one))) {
        let (has, needs) = (has.get(paper.kind.as_str()).copied().unwrap_or(0), paper.originals.unwrap_or(1));
        if has >= needs {
            continue;
        }
        let sure = Mark::of_letter(&paper.mark).is_some_and(Mark::is_sure);
        match lacks.iter_mut().find(|lack| lack.kind == paper.kind) {
            Some(lack) => {
                lack.needs = lack.needs.max(needs);
                lack.sure |= sure;
            }
            None => lacks.push(Lack {
                kind: paper.kind.clone(),
                says: paper.says.clone(),
                english: paper.english.clone(),
                has,
                needs,
                template: paper.template.clone(),
                source: paper.source.clone(),
                sure,
            }),
        }
    }
    lacks
}

/// How many of them stop a submission.
pub fn stopping(lacks: &[Lack]) -> usize {
    lacks.iter().filter(|lack| lack.sure).count()
}
