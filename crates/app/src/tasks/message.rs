//! The words of an urging, ready to be put into the chat group of the units.

use super::labels;
use super::words::words;
use thidua_domain::basics::Language;
use thidua_domain::tasks::Manner;
use thidua_domain::tasks::follow::Standing;
use thidua_store::tasks::Task;

/// One task, one unit: polite, with the task, its day, how late it is, and where to answer.
pub(crate) fn urging(task: &Task, now: &labels::Now, link: &str) -> String {
    let w = words(Language::Vietnamese);
    let unit = task.lead_name.clone().or_else(|| task.text.actor.clone()).unwrap_or_default();
    let person = task.text.responsible.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
    let opening = match task.text.manner {
        Manner::Assignment => w.message_assignment,
        Manner::Request => w.message_request,
    };
    let strictly = task.text.deadline.is_some_and(|deadline| deadline.strictly_before);
    let due = task.next_due.map(|day| labels::due(day, strictly, w)).unwrap_or_default();
    let delay = match labels::standing_of(task, now) {
        Standing::Late(n) => w.message_late.replace("{n}", &n.to_string()),
        Standing::Soon(0) => w.message_today.to_owned(),
        Standing::Soon(n) => w.message_soon.replace("{n}", &n.to_string()),
        Standing::Silent(n) => w.message_silent.replace("{n}", &n.to_string()),
        _ => String::new(),
    };
    opening
        .replace("{unit}", &unit)
        .replace("{person}", &person)
        .replace("{giver}", &task.unit_name)
        .replace("{work}", task.text.work.trim_end_matches(['.', ';', ' ']))
        .replace("{due}", &due)
        .replace("{delay}", &delay)
        .replace("{link}", link)
}

/// All tasks that are late or soon, unit by unit, for the whole group at once; nothing when there are none.
pub(crate) fn round(tasks: &[Task], now: &labels::Now, giver: &str, link: &str) -> Option<String> {
    let w = words(Language::Vietnamese);
    let mut units: Vec<(String, Vec<String>)> = Vec::new();
    for task in tasks {
        let standing = labels::standing_of(task, now);
        if !matches!(standing, Standing::Late(_) | Standing::Soon(_)) {
            continue;
        }
        // nobody writes to itself
        if task.text.lead_unit_id.as_ref() == Some(&task.unit_id) {
            continue;
        }
        let unit = task.lead_name.clone().unwrap_or_default();
        let line = format!(
            "{} ({})",
            task.text.work.trim_end_matches(['.', ';', ' ']),
            crate::face::show::inside(&labels::standing(standing, w))
        );
        match units.iter_mut().find(|(name, _)| *name == unit) {
            Some((_, lines)) => lines.push(line),
            None => units.push((unit, vec![line])),
        }
    }
    if units.is_empty() {
        return None;
    }
    let lines: Vec<String> =
        units.into_iter().map(|(unit, lines)| format!("- {unit}: {}.", lines.join("; "))).collect();
    Some(
        w.message_round
            .replace("{giver}", giver)
            .replace("{day}", &thidua_domain::basics::date::short(now.today))
            .replace("{lines}", &lines.join("\n"))
            .replace("{link}", link),
    )
}
