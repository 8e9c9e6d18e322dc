//! From the typed form to a reform, with every name looked up in the tree.

use super::words::Words;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::{Refusal, Visitor};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::text::fold;
use thidua_domain::units::reform::{ChildFate, Reform, ReformKind, Successor, usual_fate};
use thidua_domain::units::{Unit, UnitKind};

/// A reform as typed, with what goes around it.
pub(super) struct Described {
    pub(super) reform: Reform,
    /// Parts of the successors, in their order; equal when none were typed.
    pub(super) weights: Vec<i64>,
    pub(super) document: Option<String>,
    pub(super) note: Option<String>,
}

/// Successors that one division may have.
const MOST_SUCCESSORS: usize = 40;

/// Why a name was not taken for a unit.
enum NotFound {
    Unknown,
    Several(Vec<String>),
    NotTheirs,
}

/// Placeholder of a unit that the reform founds, until it is carried out.
pub(super) fn placeholder(index: usize) -> String {
    format!("new-{index}")
}

/// Reads the form. Problems stand in the reader.
pub(super) async fn read(
    app: &App,
    visitor: &Visitor,
    unit: &Unit,
    kind: ReformKind,
    typed: &Typed,
    reader: &mut Reader<'_>,
    (w, c): (&'static Words, &'static crate::face::words::Words),
) -> Result<Option<Described>, Refusal> {
    let day = reader.day("day");
    if day.is_none() {
        reader.problem("day", c.must_fill);
    }
    let Some(day) = day else { return Ok(None) };
    let before = day.pred_opt().unwrap_or(day);
    let mut looked = Looking { app, visitor, before, w };
    let subject = app.store.unit_on(&unit.id, before).await?.unwrap_or_else(|| unit.clone());
    let mut reform = Reform {
        kind,
        day,
        subjects: vec![subject.clone()],
        successors: Vec::new(),
        name: None,
        unit_kind: None,
        parent_path: Vec::new(),
        children: Vec::new(),
    };
    let mut weights = Vec::new();
    match kind {
        ReformKind::Rename => reform.name = Some(reader.required_name("name")),
        ReformKind::Move => {
            let name = reader.required("parent");
            if let Some(parent) = looked.unit("parent", &name, reader).await? {
                let path = app.store.path_on(&parent.id, day).await?;
                reform.parent_path = path.into_iter().map(|one| one.id).collect();
            }
        }
        ReformKind::Relevel => {
            reform.unit_kind = reader.code("unit_kind", UnitKind::from_code);
            reform.name = reader.name("name");
        }
        ReformKind::Merge => {
            for line in lines(&reader.required("others")) {
                if let Some(other) = looked.unit("others", line, reader).await?
                    && reform.subjects.iter().all(|one| one.id != other.id)
                {
                    reform.subjects.push(other);
                }
            }
            if typed.get("into").map(String::as_str) == Some("this") {
                reform.successors.push(Successor::Existing(Box::new(subject.clone())));
            } else {
                let name = reader.required_name("name");
                reform.successors.push(new_unit(0, name, reader.code("unit_kind", UnitKind::from_code), &subject));
            }
        }
        ReformKind::Split => {
            let text = reader.required("successors");
            for (index, line) in lines(&text).into_iter().enumerate() {
                let (name, part) = line.split_once(';').map_or((line, None), |(name, part)| (name, Some(part)));
                match part.map(|part| part.trim().trim_end_matches('%').trim().parse::<i64>()) {
                    None => weights.push(-1),
                    Some(Ok(part)) if (0..=100).contains(&part) => weights.push(part),
                    Some(_) => reader.problem("successors", w.e_weights),
                }
                let name = name.trim();
                if index >= MOST_SUCCESSORS
                    || reform.successors.iter().any(|one| fold(&one.unit().name) == fold(name))
                {
                    reader.problem("successors", w.e_twice);
                    continue;
                }
                let same = fold(name) == fold(&subject.name);
                reform.successors.push(if same {
                    Successor::Existing(Box::new(subject.clone()))
                } else {
                    match looked.find(name).await? {
                        Ok(existing) => Successor::Existing(Box::new(existing)),
                        Err(_) => new_unit(index, name.to_owned(), UnitKind::guess(name), &subject),
                    }
                });
            }
        }
        ReformKind::Abolish => {
            if let Some(name) = reader.text("successor")
                && let Some(successor) = looked.unit("successor", &name, reader).await?
            {
                reform.successors.push(Successor::Existing(Box::new(successor)));
            }
        }
    }
    if weights.iter().all(|part| *part < 0) {
        weights = vec![1; reform.successors.len()];
    }
    weights.iter_mut().for_each(|part| *part = (*part).max(0));
    if kind.ends_its_subjects() {
        reform.children = children(app, &reform, before, typed).await?;
    }
    Ok(Some(Described { reform, weights, document: reader.text("document"), note: reader.text("note") }))
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn new_unit(index: usize, name: String, kind: Option<UnitKind>, like: &Unit) -> Successor {
    let kind = kind.unwrap_or(like.kind);
    Successor::New(Box::new(Unit {
        id: placeholder(index),
        name,
        kind,
        level: kind.level(),
        head: None,
        parent_id: like.parent_id.clone(),
        parent_name: like.parent_name.clone(),
        valid_from: None,
        valid_to: None,
    }))
}

/// The children of the units that end, each with what was chosen for it or what is usual.
async fn children(
    app: &App,
    reform: &Reform,
    before: NaiveDate,
    typed: &Typed,
) -> Result<Vec<(Unit, ChildFate)>, Refusal> {
    let mut found = Vec::new();
    let successor = reform.successors.first().map(|one| one.unit());
    for subject in &reform.subjects {
        if reform.successors.iter().any(|one| one.unit().id == subject.id) && reform.kind == ReformKind::Merge {
            continue;
        }
        for child in app.store.children_on(Some(&subject.id), before, 0, 2_000).await?.0 {
            if reform.subjects.iter().any(|one| one.id == child.unit.id) {
                continue;
            }
            let usual = usual_fate(&child.unit, subject, successor);
            let chosen = typed.get(&format!("child-{}", child.unit.id)).and_then(|code| fate(code));
            // only what the page offers: a successor, the body above, nobody, or an end
            let chosen = chosen.filter(|fate| match fate {
                ChildFate::Under(unit) => {
                    subject.parent_id.as_ref() == Some(unit)
                        || reform.successors.iter().any(|one| one.unit().id == *unit)
                }
                ChildFate::OnItsOwn | ChildFate::EndsToo => true,
            });
            found.push((child.unit, chosen.unwrap_or(usual)));
        }
    }
    Ok(found)
}

/// The code of a fate in the form.
pub(super) fn fate_code(fate: &ChildFate) -> String {
    match fate {
        ChildFate::Under(unit) => format!("under:{unit}"),
        ChildFate::OnItsOwn => "own".to_owned(),
        ChildFate::EndsToo => "ends".to_owned(),
    }
}

fn fate(code: &str) -> Option<ChildFate> {
    match code {
        "own" => Some(ChildFate::OnItsOwn),
        "ends" => Some(ChildFate::EndsToo),
        _ => code.strip_prefix("under:").map(|unit| ChildFate::Under(unit.to_owned())),
    }
}

/// Finds units by the names that people type.
struct Looking<'a> {
    app: &'a App,
    visitor: &'a Visitor,
    before: NaiveDate,
    w: &'static Words,
}

impl Looking<'_> {
    /// The unit of a name, or a problem beside the field.
    async fn unit(
        &mut self,
        field: &'static str,
        name: &str,
        reader: &mut Reader<'_>,
    ) -> Result<Option<Unit>, Refusal> {
        if name.is_empty() {
            return Ok(None);
        }
        let says = match self.find(name).await? {
            Ok(unit) => return Ok(Some(unit)),
            Err(NotFound::Unknown) => self.w.e_unknown.replace("{name}", name),
            Err(NotFound::NotTheirs) => self.w.e_not_theirs.replace("{name}", name),
            Err(NotFound::Several(options)) => self
                .w
                .e_several
                .replace("{n}", &options.len().to_string())
                .replace("{name}", name)
                .replace("{options}", &options.join("; ")),
        };
        reader.problem(field, says);
        Ok(None)
    }

    async fn find(&self, typed: &str) -> Result<Result<Unit, NotFound>, Refusal> {
        let mut all = self.named(typed).await?;
        let mut above = None;
        if all.is_empty()
            && let Some((name, rest)) = typed.rsplit_once(',')
        {
            all = self.named(name.trim()).await?;
            above = Some(fold(rest));
        }
        let mut fitting = Vec::new();
        for (unit, path) in all {
            if above.as_ref().is_none_or(|above| fold(&path).contains(above)) {
                fitting.push((unit, path));
            }
        }
        Ok(match fitting.len() {
            0 => Err(NotFound::Unknown),
            1 => {
                let (unit, _) = fitting.remove(0);
                if self.app.may(self.visitor, Act::Reform, &unit.id).await? {
                    Ok(unit)
                } else {
                    Err(NotFound::NotTheirs)
                }
            }
            _ => Err(NotFound::Several(
                fitting.into_iter().map(|(unit, path)| format!("“{}, {path}”", unit.name)).collect(),
            )),
        })
    }

    /// Units of exactly this name on the day before, marks counting where they were typed, with the names above them.
    async fn named(&self, name: &str) -> Result<Vec<(Unit, String)>, Refusal> {
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let marked = fold(name) != plain(name);
        let mut found = Vec::new();
        for unit in self.app.store.units_folded(&fold(name)).await? {
            if marked && plain(&unit.name) != plain(name) {
                continue;
            }
            let Some(unit) = self.app.store.unit_on(&unit.id, self.before).await? else { continue };
            let path = self.app.store.path_on(&unit.id, self.before).await?;
            let names: Vec<String> = path.into_iter().skip(1).map(|one| one.name).collect();
            let path = names.first().cloned().or_else(|| unit.parent_name.clone()).unwrap_or_default();
            found.push((unit, path));
        }
        Ok(found)
    }
}

/// Puts the real identifiers in the place of the placeholders.
pub(super) fn settle_identifiers(described: &mut Described, ids: &HashMap<String, String>) {
    let real = |id: &str| ids.get(id).cloned().unwrap_or_else(|| id.to_owned());
    for successor in &mut described.reform.successors {
        if let Successor::New(unit) = successor {
            unit.id = real(&unit.id);
        }
    }
    for (_, fate) in &mut described.reform.children {
        if let ChildFate::Under(unit) = fate {
            *unit = real(unit);
        }
    }
}
