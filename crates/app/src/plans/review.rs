//! The review of a plan: its source on the left with everything read from it marked, the draft on the right.

use super::pieces::{Kind, PieceView};
use super::{actions, launching, pieces, words};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::finding::{Finding, Severity};
use thidua_domain::plans::alike::{self, Lesson, LessonKind};
use thidua_domain::plans::check::may_launch;
use thidua_domain::plans::draft::PlanDraft;
use thidua_store::plans::Plan;

/// A line of the source with the kind of piece that covers it.
struct Line {
    number: u32,
    text: String,
    class: Option<&'static str>,
    /// Anchor of the piece, so that a click finds it without JavaScript.
    piece: Option<String>,
}

/// A finding as it is shown.
pub(crate) struct FindingView {
    pub(crate) class: &'static str,
    pub(crate) label: &'static str,
    pub(crate) number: &'static str,
    pub(crate) message: String,
    pub(crate) mend: String,
    pub(crate) line: Option<u32>,
    pub(crate) edit: Option<String>,
}

/// A correction that holds in other places of this draft too.
struct AlikeView {
    kind: &'static str,
    kind_says: &'static str,
    printed: String,
    meant: String,
    apply: String,
}

struct Section {
    kind: Kind,
    label: &'static str,
    pieces: Vec<PieceView>,
    may_add: bool,
}

#[derive(Template)]
#[template(path = "plans/review.html")]
struct ReviewPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    version: i64,
    number: String,
    issued: bool,
    unit: String,
    file: String,
    lines: Vec<Line>,
    sections: Vec<Section>,
    pieces: usize,
    doubtful: usize,
    findings: Vec<FindingView>,
    errors: usize,
    lw: &'static launching::words::Words,
    conditions: launching::Shown,
    may_edit: bool,
    may_launch: bool,
    launch_stopped: String,
    movement: Option<String>,
    /// The page of what the plan asks of this person's unit, where the movement itself is not theirs to open.
    given: Option<&'static str>,
    refused: Option<String>,
    /// The tick for what warns was missing, or was for other conditions.
    unconfirmed: bool,
    notes: Vec<String>,
    alike: Vec<AlikeView>,
    themes: Vec<super::theme::Offer>,
    may_undo: bool,
    only_doubtful: bool,
    /// The words of the cascade, and whether this person may make a plan from this one.
    cascade: &'static crate::cascade::words::Words,
    may_derive: bool,
}

/// The plan of an address, if this person may do this to it.
pub(crate) async fn plan_for(app: &App, visitor: &Visitor, id: &str, act: Act) -> Result<Plan, Refusal> {
    let plan = app.store.plan(id).await?.ok_or(Refusal::NotFound)?;
    match app.require(visitor, act, &plan.unit_id).await {
        // what was issued above is read by those who carry it out
        Err(Refusal::NotFound) if plan.issued && app.comes_down(visitor, id, &plan.unit_id).await? => {
            if act == Act::Look { Ok(plan) } else { Err(Refusal::NotAllowed) }
        }
        answer => answer.map(|()| plan),
    }
}

/// `GET /plans/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(shown): Query<Shown>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::Look).await?;
    let only_doubtful = shown.show.as_deref() == Some("doubtful");
    review(&app, &caller, &visitor, plan, None, only_doubtful).await
}

/// Which pieces are shown.
#[derive(Deserialize)]
pub(crate) struct Shown {
    show: Option<String>,
}

/// Marks what was corrected with what the reader had read. Lists whose length changed are left out: their places moved.
fn mark_corrected(
    section: &mut Section,
    first: &PlanDraft,
    w: &'static words::Words,
    c: &'static crate::face::words::Words,
) {
    let before = pieces::views(section.kind, first, w, c);
    let same_places = section.kind == Kind::Targets || before.len() == section.pieces.len();
    for piece in section.pieces.iter_mut().filter(|_| same_places) {
        if let Some(old) = before.iter().find(|old| old.anchor == piece.anchor && old.said() != piece.said()) {
            piece.was = Some(old.said());
        }
    }
}

/// At most so many corrections are offered for like cases at once.
const MOST_ALIKE: usize = 6;

async fn review(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    plan: Plan,
    refused: Option<String>,
    only_doubtful: bool,
) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let f = Frame::new(caller, Place::Plans);
    let may_edit = !plan.issued && visitor.actor.may_in(Act::PreparePlan, &plan.unit_id);
    let unit = app.store.unit(&plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let movement = app.store.movements(&plan.id).await?.into_iter().find(|one| one.named.own).map(|one| one.id);
    let opens = app.may(visitor, Act::Look, &plan.unit_id).await?;
    let cited = actions::cited_on_file(app, &plan).await?;
    let found = actions::findings(&plan, &unit, &cited);
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error).count();
    let first = app.store.first_draft(&plan.id).await?;
    let lessons = if may_edit { app.store.lessons(&plan.unit_id).await? } else { Vec::new() };
    let alike = lessons
        .iter()
        .filter_map(|lesson| {
            let places = alike::places(&plan.draft, lesson);
            let kind_says = match lesson.kind {
                LessonKind::Unit => w.alike_unit,
                LessonKind::Name => w.alike_name,
                LessonKind::Word => w.alike_word,
            };
            (places > 0).then(|| AlikeView {
                kind: lesson.kind.code(),
                kind_says,
                printed: lesson.printed.clone(),
                meant: lesson.meant.clone(),
                apply: w.alike_apply.replace("{n}", &places.to_string()),
            })
        })
        .take(MOST_ALIKE)
        .collect();
    let mut sections: Vec<Section> = Kind::ALL
        .into_iter()
        .map(|kind| Section {
            kind,
            label: kind.label(w),
            pieces: pieces::views(kind, &plan.draft, w, f.c),
            may_add: may_edit && kind.is_list(),
        })
        .filter(|section| !section.pieces.is_empty() || section.may_add)
        .collect();
    if let Some(first) = &first {
        sections.iter_mut().for_each(|section| mark_corrected(section, first, w, f.c));
    }
    let all = || sections.iter().flat_map(|section| &section.pieces);
    let lines = lines(&plan.source, &sections);
    let (count, doubtful) = (all().count(), all().filter(|piece| piece.doubtful).count());
    if only_doubtful {
        sections.iter_mut().for_each(|section| section.pieces.retain(|piece| piece.doubtful));
        sections.retain(|section| !section.pieces.is_empty());
    }
    let template = ReviewPage {
        id: plan.id.clone(),
        version: plan.version,
        number: plan
            .draft
            .document
            .number_symbol
            .as_ref()
            .map_or_else(|| w.no_number.to_owned(), |symbol| symbol.value.clone()),
        issued: plan.issued,
        unit,
        file: plan.source_name.clone(),
        lines,
        pieces: count,
        doubtful,
        sections,
        findings: found.iter().map(|finding| view(finding, &plan.id, language, &f, may_edit)).collect(),
        errors,
        lw: launching::words::words(language),
        conditions: launching::shown(app, &plan, may_edit, language).await?,
        may_edit,
        may_launch: !plan.issued && visitor.actor.may_in(Act::Launch, &plan.unit_id),
        launch_stopped: w.launch_stopped.replace("{n}", &errors.to_string()),
        given: (plan.issued && !opens).then(|| crate::above::to_given(language)),
        movement: movement.filter(|_| plan.issued && opens),
        unconfirmed: refused.as_deref() == Some(launching::words::words(language).not_confirmed),
        refused,
        notes: actions::notes_say(&plan.source_notes)
            .iter()
            .map(|says| says.in_language(language).to_owned())
            .collect(),
        alike,
        themes: if may_edit { super::theme::offers(app, &plan).await? } else { Vec::new() },
        may_undo: may_edit && first.is_some(),
        cascade: crate::cascade::words::words(language),
        may_derive: plan.issued
            && visitor.actor.may(Act::PreparePlan)
            && app.comes_down(visitor, &plan.id, &plan.unit_id).await?,
        only_doubtful,
        f,
        w,
    };
    let refused = template.refused.is_some();
    crate::face::frame::returned(&template, false, refused)
}

/// How a finding looks; the link leads to the page that mends it.
fn view(finding: &Finding, plan_id: &str, language: Language, f: &Frame, may_edit: bool) -> FindingView {
    let label = match finding.severity {
        Severity::Error => f.c.error,
        Severity::Warning => f.c.warning,
        Severity::Notice => f.c.notice,
    };
    FindingView {
        class: finding.severity.code(),
        label,
        number: finding.number,
        message: finding.message.in_language(language).to_owned(),
        mend: finding.mend.in_language(language).to_owned(),
        line: finding.lines.map(|lines| lines.first).filter(|line| *line > 0),
        edit: finding.piece.as_deref().filter(|_| may_edit).and_then(|piece| pieces::address(plan_id, piece)),
    }
}

/// Each line of the source with the most telling piece that covers it.
fn lines(source: &[String], sections: &[Section]) -> Vec<Line> {
    let mut lines: Vec<Line> = source
        .iter()
        .enumerate()
        .map(|(index, text)| Line {
            number: u32::try_from(index + 1).unwrap_or(u32::MAX),
            text: text.clone(),
            class: None,
            piece: None,
        })
        .collect();
    let mut telling: Vec<&PieceView> = sections.iter().flat_map(|section| &section.pieces).collect();
    // the narrowest piece comes last and wins; among equals a target wins over the rest
    telling.sort_by_key(|piece| {
        let span = piece.span.map_or(0, |span| span.last - span.first);
        (std::cmp::Reverse(span), piece.class == "k-target")
    });
    for piece in telling {
        let Some(span) = piece.span else { continue };
        let first = usize::try_from(span.first).unwrap_or(usize::MAX).saturating_sub(1);
        let last = usize::try_from(span.last).unwrap_or(usize::MAX).min(lines.len());
        for line in lines.get_mut(first..last).unwrap_or_default() {
            if !line.text.trim().is_empty() {
                line.class = Some(piece.class);
                line.piece = Some(piece.anchor.clone());
            }
        }
    }
    lines
}

/// The version of the plan that the person saw.
#[derive(Deserialize)]
pub(crate) struct Seen {
    version: i64,
    /// The conditions that warned on the page from which a plan is launched.
    #[serde(default)]
    confirmed: String,
}

/// `POST /plans/{id}/launch`.
pub(crate) async fn launch(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(seen): Form<Seen>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::Launch).await?;
    if plan.issued {
        return Err(Refusal::ChangedMeanwhile);
    }
    let w = words::words(caller.preferences.language);
    let unexplained = crate::cascade::unexplained(&app, &plan).await?;
    if !unexplained.is_empty() {
        let says = crate::cascade::words::words(caller.preferences.language).launch_unexplained;
        let refused = format!("{says} {}.", unexplained.join("; "));
        return review(&app, &caller, &visitor, plan, Some(refused), false).await;
    }
    // what warns is launched only by whoever has seen it; errors are told first
    let found = actions::cited_on_file(&app, &plan).await?;
    let authority = app.store.unit(&plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let warned = thidua_domain::plans::launching::warned(&launching::checked(&app, &plan).await?);
    if may_launch(&actions::findings(&plan, &authority, &found)) && warned != seen.confirmed {
        let says = launching::words::words(caller.preferences.language).not_confirmed.to_owned();
        return review(&app, &caller, &visitor, plan, Some(says), false).await;
    }
    let author = visitor.author((app.clock)());
    let refused = match actions::launch(&app, author, &plan, seen.version).await {
        Ok(()) => {
            let own = app.store.movements(&id).await?.into_iter().find(|movement| movement.named.own);
            return match own {
                Some(movement) => go(format!("/movements/{}?done=launched", movement.id)),
                None => go(format!("/plans/{id}?done=launched")),
            };
        }
        Err(actions::NotLaunched::Store(error)) => return Err(error.into()),
        Err(actions::NotLaunched::NumberTaken) => w.number_taken.to_owned(),
        Err(actions::NotLaunched::Findings(findings)) => {
            let standing: Vec<String> = findings
                .iter()
                .filter(|finding| finding.severity == Severity::Error)
                .map(|finding| {
                    let says: &Says = &finding.message;
                    format!("{} {}", finding.number, says.in_language(caller.preferences.language))
                })
                .collect();
            format!("{}{}", w.launch_refused, standing.join(" "))
        }
    };
    review(&app, &caller, &visitor, plan, Some(refused), false).await
}

/// `POST /plans/{id}/discard`.
pub(crate) async fn discard(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::PreparePlan).await?;
    actions::discard(&app, visitor.author((app.clock)()), &plan).await?;
    go("/plans?done=discarded")
}

/// `POST /plans/{id}/undo`.
pub(crate) async fn undo(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(seen): Form<Seen>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::PreparePlan).await?;
    actions::undo(&app, visitor.author((app.clock)()), &plan, seen.version).await?;
    go(format!("/plans/{id}?done=undone"))
}

/// `POST /plans/{id}/alike`.
pub(crate) async fn alike(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::PreparePlan).await?;
    let field = |name: &str| typed.get(name).map(String::as_str).unwrap_or_default();
    let kind = LessonKind::from_code(field("kind")).ok_or(Refusal::NotFound)?;
    let seen = field("version").parse().map_err(|_| Refusal::ChangedMeanwhile)?;
    let lesson = Lesson { kind, printed: field("printed").to_owned(), meant: field("meant").to_owned() };
    // only what was corrected before is applied; the form is no way to write anything else
    if !app.store.lessons(&plan.unit_id).await?.contains(&lesson) {
        return Err(Refusal::ChangedMeanwhile);
    }
    actions::apply_alike(&app, visitor.author((app.clock)()), &plan, &lesson, seen).await?;
    go(format!("/plans/{id}?done=alike"))
}

/// Lines as `dòng 12–14`.
pub(super) fn line_label(piece: &PieceView, w: &'static words::Words) -> String {
    piece.span.map(|span| format!("{} {}", w.lines, show::lines(span).replace('-', "–"))).unwrap_or_default()
}
