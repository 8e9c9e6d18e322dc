//! What an act and a kind of thing are called, and where a thing is shown.

use super::words::Words;

/// The kinds of things the log can be asked for.
pub(super) const SUBJECTS: [&str; 23] = [
    "plan",
    "movement",
    "target",
    "wave",
    "event",
    "recognition",
    "registration",
    "covenant",
    "task",
    "bottleneck",
    "problem",
    "unit",
    "person",
    "staff",
    "account",
    "upload",
    "regulation",
    "training",
    "block",
    "arrangement",
    "body",
    "occasion",
    "year",
];

/// What a kind of thing is called.
pub(super) fn subject(subject: &str, w: &'static Words) -> &'static str {
    match subject {
        "plan" => w.s_plan,
        "movement" => w.s_movement,
        "target" => w.s_target,
        "wave" => w.s_wave,
        "event" => w.s_event,
        "recognition" => w.s_recognition,
        "registration" => w.s_registration,
        "covenant" => w.s_covenant,
        "task" => w.s_task,
        "bottleneck" => w.s_bottleneck,
        "problem" => w.s_problem,
        "unit" => w.s_unit,
        "person" => w.s_person,
        "staff" => w.s_staff,
        "account" => w.s_account,
        "upload" => w.s_upload,
        "regulation" => w.s_regulation,
        "training" => w.s_training,
        "block" => w.s_block,
        "arrangement" => w.s_arrangement,
        "body" => w.s_body,
        "occasion" => w.s_occasion,
        "year" => w.s_year,
        _ => w.s_other,
    }
}

/// Where a thing is shown.
pub(super) fn address(subject: &str, id: &str) -> Option<String> {
    let folder = match subject {
        "plan" => "plans",
        "movement" => "movements",
        "target" => "targets",
        "wave" => "waves",
        "event" => "events",
        "recognition" => "recognitions",
        "registration" => "registrations",
        "covenant" => "covenants",
        "task" => "tasks",
        "bottleneck" => "bottlenecks",
        "problem" => "problems",
        "unit" => "units",
        "person" => "people",
        "staff" => "staff",
        "account" => "accounts",
        "upload" => "uploads",
        "regulation" => "regulations",
        "training" => "training",
        "block" => "blocks",
        "arrangement" => "arrangements",
        "body" => "councils",
        "occasion" => return Some("/calendar/occasions".to_owned()),
        "year" => return Some("/calendar/years".to_owned()),
        _ => return None,
    };
    Some(format!("/{folder}/{id}"))
}

/// No code is ever shown raw.
pub(crate) fn label(act: &str, w: &'static Words) -> &'static str {
    match act {
        "unit.added" => w.a_unit,
        "unit.reformed" => w.a_unit_reformed,
        "plan.handed-on" => w.a_plan_handed_on,
        "covenant.handed-on" => w.a_covenant_handed_on,
        "covenant.ended" => w.a_covenant_ended,
        "registration.handed-on" => w.a_registration_handed_on,
        "registration.ended" => w.a_registration_ended,
        "task.handed-on" => w.a_task_handed_on,
        "task.ended" => w.a_task_ended,
        "bottleneck.handed-on" => w.a_bottleneck_handed_on,
        "bottleneck.ended" => w.a_bottleneck_ended,
        "problem.handed-on" => w.a_problem_handed_on,
        "problem.ended" => w.a_problem_ended,
        "assignment.handed-on" => w.a_assignment_handed_on,
        "assignment.divided" => w.a_assignment_divided,
        "assignment.ended" => w.a_assignment_ended,
        "grant.handed-on" => w.a_grant_handed_on,
        "grant.ended" => w.a_grant_ended,
        "plan.settled" => w.a_plan_settled,
        "plan.divided" => w.a_plan_divided,
        "account.power-given" => w.a_power_given,
        "account.power-ended" => w.a_power_ended,
        "movement.facts-written" => w.a_movement_facts,
        "movement.contents-taken" | "movement.content-written" => w.a_movement_contents,
        "movement.carried-over" => w.a_movement_carried,
        "criteria.put-in-force" => w.a_criteria_set,
        "criteria.marked" => w.a_criteria_marked,
        "unit.corrected" => w.a_unit_corrected,
        "person.added" => w.a_person,
        "person.corrected" => w.a_person_corrected,
        "person.removed" => w.a_person_removed,
        "person.post" => w.a_person_post,
        "person.post-ended" => w.a_person_post_ended,
        "person.named" => w.a_person_named,
        "person.member" => w.a_person_member,
        "person.merged" => w.a_person_merged,
        "person.told-apart" => w.a_person_told_apart,
        "person.pair-undone" => w.a_person_pair_undone,
        "person.identity-seen" => w.a_person_identity,
        "staff.assigned" => w.a_staff,
        "staff.corrected" => w.a_staff_corrected,
        "list.imported" => w.a_list_imported,
        "list.undone" => w.a_list_undone,
        "list.uploaded" => w.a_list_uploaded,
        "list.mended" => w.a_list_mended,
        "list.discarded" => w.a_list_discarded,
        "account.added" => w.a_account,
        "account.code-given" => w.a_code,
        "account.locked" => w.a_locked,
        "account.unlocked" => w.a_unlocked,
        "password.set" => w.a_password,
        "password.changed" => w.a_password_changed,
        "session.opened" => w.a_in,
        "session.ended" => w.a_out,
        "session.half-opened" => w.a_half,
        "session.new-browser" => w.a_new_browser,
        "session.recovery-code" => w.a_recovery,
        "sessions.ended" => w.a_sessions_ended,
        "second-factor.enrolled" => w.a_enrolled,
        "second-factor.removed" => w.a_factor_removed,
        "second-factor.reset" => w.a_factor_reset,
        "passkey.added" => w.a_passkey,
        "passkey.removed" => w.a_passkey_removed,
        "passkey.copied" => w.a_passkey_copied,
        "provider.linked" => w.a_linked,
        "provider.unlinked" => w.a_unlinked_provider,
        "recovery-codes.given" => w.a_recovery_codes,
        "plan.imported" => w.a_imported,
        "plan.corrected" => w.a_corrected,
        "plan.correction-undone" => w.a_undone,
        "plan.derived" => w.a_derived,
        "plan.parent-set" => w.a_parent,
        "plan.mapped" => w.a_mapped,
        "cascade.set" => w.a_cascade,
        "target.assigned" => w.a_assigned,
        "target.striving" => w.a_striving,
        "plan.launched" => w.a_launched,
        "plan.discarded" => w.a_discarded,
        "movement.stepped" => w.a_stepped,
        "movement.reviewed" => w.a_reviewed,
        "figure.entered" => w.a_figure,
        "report.read" => w.a_report_read,
        "figures.accepted" => w.a_accepted,
        "figures.loaded" => w.a_figures,
        "wave.opened" => w.a_wave_opened,
        "wave.corrected" => w.a_wave_corrected,
        "wave.closed" => w.a_wave_closed,
        "wave.reopened" => w.a_wave_reopened,
        "wave.target-written" => w.a_wave_target,
        "wave.target-removed" => w.a_wave_target_removed,
        "wave.matters" => w.a_wave_matters,
        "wave.reported" => w.a_wave_reported,
        "wave.sheet" => w.a_wave_sheet,
        "campaign.joined" => w.a_campaign_joined,
        "campaign.corrected" => w.a_campaign_corrected,
        "campaign.withdrawn" => w.a_campaign_withdrawn,
        "recognition.proposed" => w.a_recognition_proposed,
        "recognition.recognised" => w.a_recognition,
        "recognition.corrected" => w.a_recognition_corrected,
        "recognition.withdrawn" => w.a_recognition_withdrawn,
        "recognition.lesson" => w.a_recognition_lesson,
        "recognition.learnt" => w.a_recognition_learnt,
        "event.added" => w.a_event,
        "event.corrected" => w.a_event_corrected,
        "event.unit" => w.a_event_unit,
        "wave.withdrawn" => w.a_wave_withdrawn,
        "year.decided" => w.a_year_decided,
        "year.withdrawn" => w.a_year_withdrawn,
        "occasion.added" => w.a_occasion_added,
        "occasion.withdrawn" => w.a_occasion_withdrawn,
        "calendar.address-given" => w.a_address_given,
        "calendar.address-ended" => w.a_address_ended,
        "registration.opened" => w.a_round,
        "registration.round-changed" => w.a_round_changed,
        "registration.reopened" => w.a_round_reopened,
        "registration.begun" => w.a_registration,
        "registration.item-added" => w.a_item_added,
        "registration.item-changed" => w.a_item_changed,
        "registration.item-removed" => w.a_item_removed,
        "registration.sent" => w.a_sent,
        "registration.withdrawn" => w.a_withdrawn,
        "registration.restarted" => w.a_restarted,
        "registration.approved" => w.a_approved,
        "registration.returned" => w.a_returned,
        "registration.progress" => w.a_progress,
        "covenant.drawn-up" => w.a_covenant,
        "covenant.written" => w.a_covenant_written,
        "covenant.stepped" => w.a_covenant_stepped,
        "covenant.signed" => w.a_signed,
        "covenant.annexed" => w.a_annex,
        "covenant.annex-withdrawn" => w.a_annex_withdrawn,
        "covenant.judged" => w.a_outcome,
        "target.reference" => w.a_reference,
        "earlier.entered" => w.a_earlier,
        "earlier.taken" => w.a_earlier_taken,
        "regulation.added" => w.a_regulation,
        "regulation.corrected" => w.a_regulation_corrected,
        "regulation.version" => w.a_regulation_version,
        "regulation.version-corrected" => w.a_regulation_version_corrected,
        "training.added" => w.a_training,
        "training.corrected" => w.a_training_corrected,
        "training.called" => w.a_training_called,
        "training.marked" => w.a_training_marked,
        "block.added" => w.a_block,
        "block.corrected" => w.a_block_corrected,
        "block.lead-named" => w.a_block_lead,
        "block.proposed" => w.a_block_proposed,
        "block.discarded" => w.a_block_discarded,
        "block.decided" => w.a_block_decided,
        "council.added" => w.a_council,
        "council.decided" => w.a_council_decided,
        "council.decision-corrected" => w.a_council_corrected,
        "plan.known" => w.a_known,
        "plan.known-corrected" => w.a_known_corrected,
        "plan.known-withdrawn" => w.a_known_withdrawn,
        "task.added" => w.a_task,
        "task.corrected" => w.a_task_corrected,
        "task.stepped" => w.a_task_stepped,
        "tasks.given" => w.a_tasks_given,
        "task.told" => w.a_task_told,
        "task.answered" => w.a_task_answered,
        "task.urged" => w.a_task_urged,
        "task.extended" => w.a_task_extended,
        "task.noted" => w.a_task_noted,
        "obligation.decided" => w.a_obligation,
        "bottleneck.added" => w.a_bottleneck,
        "bottleneck.corrected" => w.a_bottleneck_corrected,
        "bottleneck.stepped" => w.a_bottleneck_stepped,
        "problem.raised" => w.a_problem,
        "problem.advised" => w.a_problem_advised,
        "problem.decided" => w.a_problem_decided,
        "problem.closed" => w.a_problem_closed,
        _ => w.other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_domain::basics::Language;

    fn sources(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("audit/labels.rs") {
                found.push(std::fs::read_to_string(path).expect("a text"));
            }
        }
    }

    /// What acts are done to, as their codes begin.
    const DONE_TO: [&str; 39] = [
        "account",
        "assignment",
        "block",
        "bottleneck",
        "calendar",
        "campaign",
        "cascade",
        "council",
        "covenant",
        "criteria",
        "event",
        "figure",
        "figures",
        "grant",
        "list",
        "movement",
        "obligation",
        "occasion",
        "passkey",
        "password",
        "person",
        "plan",
        "problem",
        "provider",
        "recognition",
        "registration",
        "regulation",
        "report",
        "second-factor",
        "session",
        "sessions",
        "staff",
        "target",
        "task",
        "tasks",
        "training",
        "unit",
        "wave",
        "year",
    ];

    /// Codes of acts as they stand in the code: two words and a point between.
    fn is_act(literal: &str) -> bool {
        let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let whole = literal.split_once('.').filter(|(subject, act)| word(subject) && word(act));
        let files =
            ["html", "xlsx", "csv", "docx", "pdf", "json", "ics", "txt", "js", "css", "svg", "sqlite", "test"];
        whole.is_some_and(|(subject, act)| DONE_TO.contains(&subject) && !files.contains(&act))
    }

    #[test]
    fn every_act_that_is_written_has_its_sentence_in_both_languages() {
        let mut all = Vec::new();
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
        let mut acts: Vec<&str> = all.iter().flat_map(|text| text.split('"')).filter(|one| is_act(one)).collect();
        acts.sort_unstable();
        acts.dedup();
        assert!(acts.len() > 100, "{acts:?}");
        for language in [Language::Vietnamese, Language::English] {
            let w = super::super::words::words(language);
            let raw: Vec<&&str> = acts.iter().filter(|act| label(act, w) == w.other).collect();
            assert!(raw.is_empty(), "no sentence for {raw:?}");
        }
    }
}
