//! Taking the contents from the plan: purposes, requirements and fields of work stand in its outline.

use super::super::actions::movement_for;
use super::super::facts::require_open;
use crate::App;
use crate::face::frame::go;
use crate::face::{Answer, Visitor};
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::movements::kind::Field;
use thidua_domain::movements::programmes::{Tie, counted};
use thidua_domain::plans::draft::Section;
use thidua_store::audit::Entry;
use thidua_store::movement_facts::{Content, ContentKind};
use thidua_store::plans::Plan;

/// Characters of a proposed text; the whole stands in the plan, one click away.
const LONGEST: usize = 400;

/// Whether a section stands directly or deeper inside another.
fn inside(section: &Section, outer: &Section) -> bool {
    section.numbering.strip_prefix(&outer.numbering).is_some_and(|rest| rest.starts_with('.'))
}

/// The innermost sections of the parts on purposes and on contents, each as one item.
pub(super) fn proposals(plan: &Plan, new_id: impl Fn() -> String) -> Vec<Content> {
    let sections = &plan.draft.sections;
    let titled = |words: &[&str]| {
        sections.iter().find(|section| {
            section.title.as_ref().is_some_and(|title| words.iter().any(|word| fold(title).contains(word)))
        })
    };
    let mut found = Vec::new();
    for (kind, outer) in [
        (ContentKind::Purpose, titled(&["muc dich"])),
        (ContentKind::Area, titled(&["noi dung thi dua", "noi dung"])),
    ] {
        let Some(outer) = outer else { continue };
        // “Nội dung và chỉ tiêu”: its own subsection on contents, where it has one
        let narrower = sections.iter().find(|section| {
            kind == ContentKind::Area
                && inside(section, outer)
                && section.title.as_ref().is_some_and(|title| fold(title).contains("noi dung"))
        });
        let outer = narrower.unwrap_or(outer);
        let leaf =
            |section: &&Section| inside(section, outer) && !sections.iter().any(|other| inside(other, section));
        let mut leaves: Vec<&Section> = sections.iter().filter(leaf).collect();
        if leaves.is_empty() {
            leaves.push(outer);
        }
        for section in leaves {
            if section.title.as_ref().is_some_and(|title| fold(title).contains("chi tieu")) {
                continue;
            }
            let text = words(plan, section);
            if text.is_empty() {
                continue;
            }
            let lines = (i64::from(section.lines.first), i64::from(section.lines.last));
            found.push(Content {
                id: new_id(),
                kind,
                numbering: Some(section.numbering.clone()),
                field: if kind == ContentKind::Area { Field::guess(&text) } else { Field::Other },
                text,
                lines: Some(lines),
                answer: None,
                version: 0,
                targets: Vec::new(),
                tasks: Vec::new(),
            });
        }
    }
    let ties = counted(plan.source.iter().map(String::as_str));
    found.extend(ties.into_iter().map(|(tie, text, line)| Content {
        id: new_id(),
        kind: match tie {
            Tie::Programme => ContentKind::Programme,
            Tie::FocusTask => ContentKind::FocusTask,
            Tie::Breakthrough => ContentKind::Breakthrough,
        },
        numbering: None,
        field: Field::Other,
        text,
        lines: i64::try_from(line).ok().map(|line| (line, line)),
        answer: None,
        version: 0,
        targets: Vec::new(),
        tasks: Vec::new(),
    }));
    found
}

/// The words of a section, without its numbering, cut at a word.
fn words(plan: &Plan, section: &Section) -> String {
    let (first, last) = (section.lines.first as usize, section.lines.last as usize);
    let lines = plan.source.get(first.saturating_sub(1)..last.min(plan.source.len())).unwrap_or_default();
    let text = lines.join(" ").replace(['*', '#', '_'], "");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // `2.1. Tiếp tục …`: every part of the number goes, it stands beside the text
    let mut bare = text.as_str();
    while let Some((mark, rest)) = bare.split_once([')', '.'])
        && mark.chars().count() <= 4
        && mark.chars().all(char::is_alphanumeric)
    {
        bare = rest.trim_start();
    }
    let bare = bare.to_owned();
    if bare.chars().count() <= LONGEST {
        return bare;
    }
    let cut: String = bare.chars().take(LONGEST).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// `5 mục`, as the log says it.
pub(super) fn log_items(count: usize) -> String {
    super::words::words(Language::Vietnamese).log_items.replace("{n}", &count.to_string())
}

/// `POST /movements/{id}/contents/take`.
pub(crate) async fn take_from_plan(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    require_open(&view.movement)?;
    let plan = app.store.plan(&view.plan.id).await?.ok_or(crate::face::Refusal::NotFound)?;
    let there = app.store.contents(&id).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let new: Vec<Content> = proposals(&plan, || change.new_id())
        .into_iter()
        .filter(|one| !there.iter().any(|old| old.lines == one.lines && old.kind == one.kind))
        .collect();
    if !new.is_empty() {
        change.add_contents(&id, &new).await?;
        let entry = Entry {
            unit_id: Some(view.plan.unit_id),
            act: "movement.contents-taken",
            subject: "movement",
            subject_id: id.clone(),
            detail: Some(log_items(new.len())),
        };
        change.commit(entry).await?;
    }
    go(format!("/movements/{id}/contents?done=saved"))
}
