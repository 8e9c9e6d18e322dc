//! The page of a reform: the kinds to choose from, the form, and the preview with its choices.

use super::groups::{Group, groups};
use super::reading::fate_code;
use super::words::{self, Words};
use super::{Planned, labels};
use crate::App;
use crate::clock::local_date;
use crate::face::forms::{Field, Input, Typed};
use crate::face::{Answer, Caller, Frame, Place, Refusal};
use askama::Template;
use std::collections::HashMap;
use thidua_domain::basics::date::short;
use thidua_domain::units::handing_on::Treatment;
use thidua_domain::units::reform::{ChildFate, ReformKind};
use thidua_domain::units::{Unit, UnitKind};

/// A kind to choose.
struct KindRow {
    code: &'static str,
    label: &'static str,
    says: &'static str,
}

/// A choice for one child or one plan: name of the field, what it is about, options.
pub(super) struct Choice {
    pub(super) field: String,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) address: String,
    pub(super) options: Vec<(String, String, bool)>,
}

/// A unit that ends or begins.
struct Line {
    name: String,
    note: String,
}

#[derive(Template)]
#[template(path = "units/reform/form.html")]
struct ReformPage {
    f: Frame,
    w: &'static Words,
    u: &'static super::super::words::Words,
    id: String,
    name: String,
    kinds: Vec<KindRow>,
    kind: Option<(&'static str, &'static str)>,
    fields: Vec<Field>,
    refused: bool,
    extra_problem: Option<String>,
    seen: bool,
    ends: Vec<Line>,
    begins: Vec<Line>,
    children: Vec<Choice>,
    plans: Vec<Choice>,
    others_count: usize,
    groups: Vec<Group>,
    accounts: Option<String>,
    accounts_chosen: bool,
    future: Option<String>,
}

fn kind_row(kind: ReformKind, w: &'static Words, u: &'static super::super::words::Words) -> KindRow {
    let says = match kind {
        ReformKind::Rename => w.rename_says,
        ReformKind::Move => w.move_says,
        ReformKind::Relevel => w.relevel_says,
        ReformKind::Merge => w.merge_says,
        ReformKind::Split => w.split_says,
        ReformKind::Abolish => w.abolish_says,
    };
    KindRow { code: kind.code(), label: labels::reform(kind, u), says }
}

fn unit_kinds(w: &'static Words, u: &'static super::super::words::Words) -> Input {
    let kinds = UnitKind::ALL.map(|kind| (kind.code(), labels::kind(kind, u)));
    Input::Choice(std::iter::once(("", w.keep_kind)).chain(kinds).collect())
}

fn fields(kind: ReformKind, w: &'static Words, u: &'static super::super::words::Words) -> Vec<Field> {
    let mut fields = vec![Field::new("day", w.day, Input::Day, "").hint(w.day_hint)];
    match kind {
        ReformKind::Rename => fields.push(Field::new("name", w.name, Input::Line, "").hint(u.name_hint)),
        ReformKind::Move => fields.push(Field::new("parent", w.parent, Input::Line, "").hint(w.parent_hint)),
        ReformKind::Relevel => {
            fields.push(Field::new("unit_kind", w.unit_kind, unit_kinds(w, u), ""));
            fields.push(Field::new("name", w.name, Input::Line, "").hint(u.name_hint));
        }
        ReformKind::Merge => {
            fields.push(Field::new("others", w.others, Input::Text, "").hint(w.others_hint));
            let into = Input::Choice(vec![("new", w.into_new), ("this", w.into_this)]);
            fields.push(Field::new("into", w.into, into, "new"));
            fields.push(Field::new("name", w.new_name, Input::Line, "").hint(u.name_hint));
            fields.push(Field::new("unit_kind", w.unit_kind, unit_kinds(w, u), ""));
        }
        ReformKind::Split => {
            fields.push(Field::new("successors", w.successors, Input::Text, "").hint(w.successors_hint));
        }
        ReformKind::Abolish => {
            fields.push(Field::new("successor", w.successor, Input::Line, "").hint(w.parent_hint));
        }
    }
    fields.push(Field::new("document", w.document, Input::Line, "").hint(w.document_hint));
    fields.push(Field::new("note", w.note, Input::Line, ""));
    fields
}

/// The page in whatever stage.
pub(super) async fn page_of(
    app: &App,
    caller: &Caller,
    unit: &Unit,
    kind: Option<ReformKind>,
    typed: &Typed,
    problems: HashMap<&'static str, String>,
    planned: Option<Planned>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, u) = (words::words(language), super::super::words::words(language));
    let mut form = kind.map(|kind| fields(kind, w, u)).unwrap_or_default();
    for field in &mut form {
        if let Some(value) = typed.get(field.name) {
            field.value = value.clone();
        }
        field.problem = problems.get(field.name).cloned();
    }
    let refused = !problems.is_empty();
    let known: Vec<&str> = form.iter().map(|field| field.name).collect();
    let extra_problem = problems.iter().find(|(name, _)| !known.contains(name)).map(|(_, says)| says.clone());
    let mut template = ReformPage {
        f: Frame::new(caller, Place::Units),
        w,
        u,
        id: unit.id.clone(),
        name: unit.name.clone(),
        kinds: ReformKind::ALL.into_iter().map(|kind| kind_row(kind, w, u)).collect(),
        kind: kind.map(|kind| (kind.code(), labels::reform(kind, u))),
        fields: form,
        refused,
        extra_problem,
        seen: planned.is_some(),
        ends: Vec::new(),
        begins: Vec::new(),
        children: Vec::new(),
        plans: Vec::new(),
        others_count: 0,
        groups: Vec::new(),
        accounts: None,
        accounts_chosen: typed.is_empty() || !typed.contains_key("seen") || typed.contains_key("accounts"),
        future: None,
    };
    if let Some(planned) = planned {
        show_plan(app, &mut template, &planned).await?;
    }
    crate::face::frame::returned(&template, false, refused)
}

async fn show_plan(app: &App, template: &mut ReformPage, planned: &Planned) -> Result<(), Refusal> {
    let (w, u) = (template.w, template.u);
    let reform = &planned.described.reform;
    let mut names: HashMap<String, String> = HashMap::new();
    for unit in reform.subjects.iter().chain(reform.children.iter().map(|(child, _)| child)) {
        names.insert(unit.id.clone(), unit.name.clone());
    }
    for successor in &reform.successors {
        names.insert(successor.unit().id.clone(), successor.unit().name.clone());
    }
    for subject in &reform.subjects {
        if let Some(parent) = &subject.parent_id
            && let Some(unit) = app.store.unit(parent).await?
        {
            names.insert(unit.id, unit.name);
        }
    }
    let name = |id: &str| names.get(id).cloned().unwrap_or_default();
    let gone = planned.outcome.gone();
    template.ends = planned
        .outcome
        .ends
        .iter()
        .filter(|(id, _)| gone.contains(&id.as_str()))
        .map(|(id, last)| Line { name: name(id), note: format!("{} {}", w.p_last_day, short(*last)) })
        .collect();
    template.begins = planned
        .outcome
        .begins
        .iter()
        .map(|unit| {
            let new = if planned.outcome.founded.contains(&unit.id) { w.p_new } else { "" };
            let parent = unit.parent_id.as_deref().map(&name).or_else(|| unit.parent_name.clone());
            let facts = [new.to_owned(), labels::kind(unit.kind, u).to_owned(), parent.unwrap_or_default()];
            let note = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ");
            Line { name: unit.name.clone(), note }
        })
        .collect();
    template.children = reform
        .children
        .iter()
        .map(|(child, fate)| {
            let mut fates: Vec<ChildFate> =
                reform.successors.iter().map(|one| ChildFate::Under(one.unit().id.clone())).collect();
            let above = reform.subjects.iter().find(|one| child.parent_id.as_deref() == Some(&one.id));
            fates.extend(above.and_then(|one| one.parent_id.clone()).map(ChildFate::Under));
            fates.extend([ChildFate::OnItsOwn, ChildFate::EndsToo]);
            let options = fates.into_iter().map(|one| {
                let label = match &one {
                    ChildFate::Under(unit) => w.f_under.replace("{unit}", &name(unit)),
                    ChildFate::OnItsOwn => match above.and_then(|one| one.parent_name.as_deref()) {
                        Some(name) => w.f_under.replace("{unit}", name),
                        None => w.f_own.to_owned(),
                    },
                    ChildFate::EndsToo => w.f_ends.to_owned(),
                };
                (fate_code(&one), label, one == *fate)
            });
            Choice {
                field: format!("child-{}", child.id),
                name: child.name.clone(),
                note: labels::kind(child.kind, u).to_owned(),
                address: format!("/units/{}", child.id),
                options: options.collect(),
            }
        })
        .collect();
    let c = template.f.c;
    template.plans = planned
        .running
        .iter()
        .map(|running| {
            let head = &running.plan.draft.document;
            let mut treatments: Vec<Treatment> =
                reform.successors.iter().map(|one| Treatment::Transfer(one.unit().id.clone())).collect();
            if reform.successors.is_empty() {
                let above = reform.subjects.iter().find(|one| one.id == running.plan.unit_id);
                treatments.extend(above.and_then(|one| one.parent_id.clone()).map(Treatment::Transfer));
            }
            if reform.successors.len() > 1 && running.state.is_some() {
                treatments.push(Treatment::Split);
            }
            treatments.extend([Treatment::Settle, Treatment::Leave]);
            let options = treatments.into_iter().map(|one| {
                let label = match &one {
                    Treatment::Transfer(unit) => w.t_transfer.replace("{unit}", &name(unit)),
                    Treatment::Split => w.t_split.to_owned(),
                    Treatment::Settle => w.t_settle.to_owned(),
                    Treatment::Leave => w.t_leave.to_owned(),
                };
                (one.code(), label, one == running.treatment)
            });
            let state = running.state.map_or(c.state_draft, |state| crate::face::show::state(state, c));
            Choice {
                field: format!("plan-{}", running.plan.id),
                name: [&head.number_symbol, &head.title]
                    .into_iter()
                    .flatten()
                    .map(|piece| piece.value.as_str())
                    .collect::<Vec<_>>()
                    .join(": "),
                note: format!("{state}; {}", w.p_figures.replace("{n}", &running.figures.to_string())),
                address: format!("/plans/{}", running.plan.id),
                options: options.collect(),
            }
        })
        .collect();
    template.others_count = planned.others.len();
    template.groups = groups(&planned.others, name, w, template.f.c);
    if !planned.accounts.is_empty() && !planned.outcome.lineage.is_empty() {
        let says = w.p_accounts_move.replace("{n}", &planned.accounts.len().to_string());
        template.accounts = Some(says.replace("{names}", &planned.accounts.join("; ")));
    }
    if reform.day > local_date((app.clock)()) {
        template.future = Some(w.day_future.replace("{day}", &short(reform.day)));
    }
    Ok(())
}
