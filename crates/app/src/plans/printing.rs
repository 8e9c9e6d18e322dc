//! The plan as an official document, and its original file.

use super::review::plan_for;
use super::words::{self, Words};
use crate::App;
use crate::face::show;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::reports::letterhead;
use crate::reports::sending::{Paper, attachment, render};
use crate::targets::labels;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{LegalBasis, PlanDraft, TargetDraft};
use thidua_paper::forms::Theme;
use thidua_paper::forms::launch_plan::{self, ActorObligations, LaunchPlan, PlannedLine, PlannedTargets, Wave};
use thidua_store::plans::Plan;

/// `GET /plans/{id}/print.docx`.
pub(crate) async fn print_docx(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    print(&app, &visitor, &id, Paper::Docx).await
}

/// `GET /plans/{id}/print.pdf`.
pub(crate) async fn print_pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    print(&app, &visitor, &id, Paper::Pdf).await
}

async fn print(app: &App, visitor: &Visitor, id: &str, paper: Paper) -> Answer {
    let plan = plan_for(app, visitor, id, Act::Look).await?;
    // official documents are Vietnamese whatever the language of the pages
    let theme = super::theme::on_paper(app, &plan).await?;
    let document = launch_plan::document(&form(&plan, theme, words::words(Language::Vietnamese)));
    render(app, document, paper, "ke-hoach").await
}

fn form(plan: &Plan, theme: Option<Theme>, w: &'static Words) -> LaunchPlan {
    let draft = &plan.draft;
    LaunchPlan {
        letterhead: letterhead::of_plan(&draft.document, &draft.recipients),
        movement: draft.document.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        bases: draft
            .legal_bases
            .iter()
            .filter(|basis| basis.role == thidua_domain::plans::draft::BasisRole::Basis)
            .map(basis)
            .collect(),
        purposes: prose(plan, &["muc dich"]),
        requirements: prose(plan, &["yeu cau"]),
        theme,
        contents: prose(plan, &["noi dung thi dua", "noi dung phat dong thi dua"]),
        target_groups: groups(draft, w),
        waves: draft
            .waves
            .iter()
            .map(|wave| Wave {
                name: wave.name.clone(),
                period: match (wave.from, wave.to) {
                    (Some(from), Some(to)) => {
                        w.from_to.replace("{a}", &show::day(Some(from))).replace("{b}", &show::day(Some(to)))
                    }
                    (from, to) => show::day(from.or(to)),
                },
                goal: wave.goal.clone(),
                deadline: wave.summary_deadline.map(|day| {
                    let said = if wave.deadline_strictly_before { w.before_day } else { w.by_day };
                    said.replace("{day}", &show::day(Some(day)))
                }),
            })
            .collect(),
        reporting: draft
            .reporting
            .iter()
            .map(|one| {
                let parts = [
                    Some(super::pieces::reporting_label(one.period, w).to_owned()),
                    one.from.clone(),
                    one.to.as_ref().map(|to| w.reports_to.replace("{to}", to)),
                    one.via.as_ref().map(|via| w.through.replace("{via}", via)),
                ];
                parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
            })
            .collect(),
        obligations: obligations(draft),
        mark: None,
    }
}

/// The document's own paragraphs under the section whose heading is one of these. Damaged text is not printed again:
/// what cannot be vouched for stays in the original.
fn prose(plan: &Plan, headings: &[&str]) -> Vec<String> {
    const CLEAN: u8 = 95;
    let clean = plan.draft.document.kind.as_ref().is_some_and(|kind| kind.confidence.as_percent() >= CLEAN);
    let section = plan.draft.sections.iter().find(|section| {
        section
            .title
            .as_deref()
            .is_some_and(|title| headings.contains(&fold(title.trim_end_matches([':', '.', ' '])).as_str()))
    });
    let Some(section) = section.filter(|_| clean) else { return Vec::new() };
    let line = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let lines = plan.source.get(line(section.lines.first)..line(section.lines.last).min(plan.source.len()));
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for text in lines.unwrap_or_default() {
        let text = text.replace("**", "").trim().trim_start_matches(['#', ' ']).to_owned();
        let item = text.starts_with(['-', '+', '•']);
        let text = text.trim_start_matches(['-', '+', '•', ' ']).to_owned();
        match paragraphs.last_mut().filter(|_| open && !item) {
            _ if text.is_empty() => {}
            Some(last) => *last = format!("{last} {text}"),
            None => paragraphs.push(text.clone()),
        }
        open = !text.is_empty();
    }
    paragraphs
}

fn basis(basis: &LegalBasis) -> String {
    let v = words::words(Language::Vietnamese);
    let parts = [
        Some(basis.kind.clone()),
        basis.number_symbol.as_ref().map(|symbol| v.numbered.replace("{n}", symbol)),
        basis.date.map(|date| v.dated.replace("{day}", &show::day(Some(date)))),
        basis.issuer.as_ref().map(|issuer| v.of_issuer.replace("{issuer}", issuer)),
        basis.subject.clone(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn groups(draft: &PlanDraft, w: &'static Words) -> Vec<PlannedTargets> {
    let mut groups: Vec<PlannedTargets> = Vec::new();
    let t = labels::words_like(w);
    for target in draft.targets.iter().filter(|target| target.parent_id.is_none()) {
        let parts: Vec<String> = draft
            .targets
            .iter()
            .filter(|part| part.parent_id.as_deref() == Some(&target.id))
            .map(|part| line(part, t))
            .collect();
        let text = if target.comparator.is_some() { line(target, t) } else { target.name.clone() };
        let line = PlannedLine { text, parts };
        match groups.last_mut() {
            Some(group) if group.name == target.group => group.lines.push(line),
            _ => groups.push(PlannedTargets { name: target.group.clone(), lines: vec![line] }),
        }
    }
    groups
}

fn line(target: &TargetDraft, t: &'static crate::targets::words::Words) -> String {
    let asked = format!("{} {}", show::asked(target, t), target.unit.as_deref().unwrap_or_default());
    format!("{}: {}", target.name, asked.trim())
}

fn obligations(draft: &PlanDraft) -> Vec<ActorObligations> {
    use thidua_domain::plans::draft::ObligationKind::{Assignment, Request, Solution};
    let mut by_actor: Vec<ActorObligations> = Vec::new();
    for one in draft.obligations.iter().filter(|one| matches!(one.kind, Assignment | Request | Solution)) {
        match by_actor.iter_mut().find(|known| known.actor == one.actor) {
            Some(known) => known.lines.push(one.action.clone()),
            None => by_actor.push(ActorObligations { actor: one.actor.clone(), lines: vec![one.action.clone()] }),
        }
    }
    by_actor
}

/// `GET /plans/{id}/original`: the file as it came, never shown inside a page.
pub(crate) async fn original(
    State(app): State<App>,
    _: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::Look).await?;
    let files = app.files.clone();
    let digest = plan.source_digest.clone();
    let media = app.store.file(&digest).await?.map_or_else(|| "text/plain".to_owned(), |file| file.media);
    let content = tokio::task::spawn_blocking(move || files.read(&digest)).await.map_err(Refusal::fault)??;
    attachment(content, &media, &plan.source_name)
}
