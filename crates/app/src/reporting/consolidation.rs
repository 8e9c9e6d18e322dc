//! `/rounds/{id}/consolidation`: accepted reports put together by each target's rule, and taken over as figures.

use super::door::{Door, asked, noted_round, round_door};
use super::labels;
use super::rolling::{Rolling, rolling};
use super::rounds::refuse;
use super::words::{Words, words};
use crate::App;
use crate::face::frame::{go, page};
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use crate::forms::{Download, downloads};
use askama::Template;
use axum::extract::{Path, State};
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::cascade::{Method, Share};
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::reporting::State as Stage;
use thidua_store::StoreError;
use thidua_store::figures::{Reported, Version};
use thidua_store::reporting::{LineVersion, Round};
use thidua_store::targets::Target;

/// One target put together.
pub(super) struct Made {
    pub(super) target: Target,
    pub(super) method: Method,
    /// What came out; the error is what is missing.
    pub(super) result: Result<Figure, Missing>,
    /// Sums of numerators and denominators, where all have them.
    pub(super) ratio: Option<(Amount, Amount)>,
    /// Units with a result.
    pub(super) units: usize,
    pub(super) latest: Option<NaiveDate>,
    pub(super) illustrative: bool,
}

/// Why a target cannot be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    Result,
    Weight,
    Ratio,
}

/// Puts every target together that an accepted report answers, by the rule that evaluation shows too.
pub(super) async fn made(app: &App, round: &Round) -> Result<(Vec<Made>, usize), Refusal> {
    let lines = app.store.lines_of_round(&round.id).await?;
    let targets = app.store.targets(&round.plan_id).await?;
    let today = crate::local_date((app.clock)());
    let (found, accepted) = rolling(&app.store, round, &targets, &lines, today).await?;
    Ok((found.iter().map(put_together).collect(), accepted))
}

pub(super) fn put_together(of: &Rolling<'_>) -> Made {
    let result = match judged(&of.lines) {
        Some(attainment) if labels::is_judged(of.target.draft.comparator) => Ok(Figure::Judged(attainment)),
        _ => of.applied().value.map(Figure::Number).ok_or(match of.method {
            Method::Weighted => Missing::Weight,
            Method::Ratio => Missing::Ratio,
            _ => Missing::Result,
        }),
    };
    Made {
        method: of.method,
        result,
        ratio: if of.method == Method::Ratio { sums(&of.shares) } else { None },
        units: of.lines.len(),
        latest: of.lines.iter().filter_map(|line| line.entered.dated).max(),
        illustrative: of.lines.iter().any(|line| line.illustrative),
        target: of.target.clone(),
    }
}

fn sums(shares: &[Share]) -> Option<(Amount, Amount)> {
    shares.iter().try_fold((Amount::ZERO, Amount::ZERO), |(parts, wholes), share| {
        let (part, whole) = share.ratio?;
        Some((parts.plus(part)?, wholes.plus(whole)?))
    })
}

/// All reached it, none did, or some did.
fn judged(lines: &[&LineVersion]) -> Option<Attainment> {
    let judgements: Vec<Attainment> = lines
        .iter()
        .filter_map(|line| match line.entered.figure {
            Figure::Judged(attainment) => Some(attainment),
            _ => None,
        })
        .collect();
    let all = |one: Attainment| judgements.iter().all(|judged| *judged == one);
    match judgements.first() {
        None => None,
        Some(_) if all(Attainment::Yes) => Some(Attainment::Yes),
        Some(_) if all(Attainment::No) => Some(Attainment::No),
        Some(_) => Some(Attainment::Partly),
    }
}

struct Row {
    id: String,
    name: String,
    unit: String,
    rule: String,
    units: usize,
    result: String,
    ratio: String,
    can: bool,
    present: String,
    same: bool,
    seen: i64,
    chosen: bool,
    /// A figure that stands would be replaced by the sum of some units only.
    partial: String,
}

#[derive(Template)]
#[template(path = "reporting/consolidation.html")]
struct ConsolidationPage {
    f: Frame,
    w: &'static Words,
    id: String,
    movement_id: String,
    plan_number: String,
    period: String,
    heading: String,
    accepted: usize,
    all: usize,
    absent: Vec<String>,
    consolidated: String,
    changed: bool,
    may_take: bool,
    rows: Vec<Row>,
    upward: Option<Upward>,
    own_unit: String,
    downloads: Vec<Download>,
}

struct Upward {
    /// The round above.
    round_id: String,
    says: String,
    due: String,
    report_id: Option<String>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let (round, door) = round_door(&app, &visitor, &id).await?;
    if !door.sees_all {
        return Err(Refusal::NotFound);
    }
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let (made, accepted) = made(&app, &round).await?;
    let figures = app.store.figures_of_plan(&round.plan_id).await?;
    let reports = app.store.reports_of_round(&round.id).await?;
    let units = asked(&app, &door, &round).await?;
    let is_in = |unit: &str| reports.iter().any(|one| one.unit_id == unit && one.state == Stage::Accepted);
    let absent: Vec<String> = units.iter().filter(|unit| !is_in(&unit.id)).map(|unit| unit.name.clone()).collect();
    let illustrative = made.iter().any(|one| one.illustrative);
    let since = round.consolidated.as_ref().map(|(at, _)| *at);
    let period = labels::period(round.period, c);
    let rows: Vec<Row> = made.into_iter().map(|one| row(one, &round, &figures, absent.len(), language)).collect();
    let template = ConsolidationPage {
        movement_id: round.movement_id.clone(),
        plan_number: door.view.plan.number_symbol.clone().unwrap_or_default(),
        heading: w.cons_heading.replace("{period}", &period),
        period,
        accepted,
        all: units.len(),
        absent,
        consolidated: match &round.consolidated {
            Some((at, who)) => w.consolidated_at.replace("{at}", &shown::moment(*at)).replace("{who}", who),
            None => w.not_consolidated.to_owned(),
        },
        changed: since.is_some_and(|since| reports.iter().any(|one| one.accepted_at.is_some_and(|at| at > since))),
        may_take: door.leads && door.view.movement.state.takes_figures(),
        upward: upward(&app, &visitor, &round, language).await?,
        own_unit: round.owner_id.clone(),
        downloads: if rows.is_empty() {
            Vec::new()
        } else {
            downloads(&format!("/rounds/{}", round.id), super::printing::FORMS, language)
        },
        rows,
        id: round.id.clone(),
        f: Frame::new(&caller, Place::Movements)
            .in_movement(&caller, &round.movement_id, Tab::Rounds)
            .with_sample(illustrative),
        w,
    };
    page(&template)
}

fn row(one: Made, round: &Round, figures: &[Version], absent: usize, language: Language) -> Row {
    let (w, c) = (words(language), crate::face::words::words(language));
    let x = crate::cascade::words::words(language);
    let present = figures
        .iter()
        .find(|figure| figure.reported.target_id == one.target.id && figure.reported.period == round.period);
    let same = present.is_some_and(|figure| one.result == Ok(figure.reported.figure));
    // what was put together here before, or stands empty, is put together anew; another figure a person replaces
    let ours = present.is_none_or(|figure| {
        figure.reported.figure == Figure::NotEntered
            || figure.reported.round_id.as_deref() == Some(round.id.as_str())
    });
    let partial = absent > 0 && !ours && !same && one.result.is_ok();
    let judged = labels::is_judged(one.target.draft.comparator);
    Row {
        partial: if partial { w.cons_partial.replace("{n}", &absent.to_string()) } else { String::new() },
        rule: if judged { w.cons_judged.to_owned() } else { crate::cascade::method_name(one.method, x).to_owned() },
        units: one.units,
        result: match one.result {
            Ok(figure) => shown::figure(figure, c),
            Err(missing) => {
                let what = match missing {
                    Missing::Weight => w.cons_weight,
                    Missing::Ratio => w.cons_ratio,
                    Missing::Result => w.col_value,
                };
                w.cons_cannot.replace("{what}", &shown::inside(what))
            }
        },
        ratio: one
            .ratio
            .map(|(part, all)| format!("{}/{}", part.vietnamese(), all.vietnamese()))
            .unwrap_or_default(),
        can: one.result.is_ok(),
        present: present.map(|figure| shown::figure(figure.reported.figure, c)).unwrap_or_default(),
        seen: present.map_or(0, |figure| figure.version),
        chosen: one.result.is_ok() && !same && !partial,
        same,
        unit: one.target.draft.unit.clone().unwrap_or_default(),
        name: one.target.draft.name,
        id: one.target.id,
    }
}

/// The round of the same period above, and the report of the authority in it.
async fn upward(
    app: &App,
    visitor: &Visitor,
    round: &Round,
    language: Language,
) -> Result<Option<Upward>, Refusal> {
    let w = words(language);
    let Some((_, rounds)) = super::proposing::above(app, &round.plan_id).await? else { return Ok(None) };
    let Some(above) = rounds.into_iter().find(|one| one.period == round.period) else { return Ok(None) };
    let owner = app.store.unit(&above.owner_id).await?.map(|unit| unit.name).unwrap_or_default();
    let report = app.store.report_of_unit(&above.id, &round.owner_id).await?;
    let may = visitor.actor.may_in(Act::SendReport, &round.owner_id);
    let says = match &report {
        Some(report) => w
            .upward_see
            .replace("{owner}", &owner)
            .replace("{state}", &shown::inside(labels::state(Some(report.state), w))),
        None if may => w.upward_begin.replace("{owner}", &owner),
        None => return Ok(None),
    };
    Ok(Some(Upward {
        says,
        due: w.upward_due.replace("{due}", &shown::day(Some(above.text.due))),
        report_id: report.map(|report| report.id),
        round_id: above.id,
    }))
}

/// The day on which the authority sent its own report of the same period upwards, where it did.
pub(super) async fn reached_above(app: &App, round: &Round) -> Result<Option<NaiveDate>, Refusal> {
    let Some((_, rounds)) = super::proposing::above(app, &round.plan_id).await? else { return Ok(None) };
    let Some(above) = rounds.into_iter().find(|one| one.period == round.period) else { return Ok(None) };
    let report = app.store.report_of_unit(&above.id, &round.owner_id).await?;
    Ok(report.filter(|one| one.state.is_handed_in()).and_then(|one| one.first_sent))
}

/// `POST /rounds/{id}/consolidation`: takes the lines chosen over, in one transaction.
pub(crate) async fn take(sent: Sent) -> Answer {
    let (round, door): (Round, Door) = round_door(&sent.app, &sent.visitor, &sent.id).await?;
    if !door.leads {
        return Err(if door.sees_all { Refusal::NotAllowed } else { Refusal::NotFound });
    }
    if !door.view.movement.state.takes_figures() {
        return Err(refuse(|w| w.not_running));
    }
    let (v, c) = (words(Language::Vietnamese), crate::face::words::words(Language::Vietnamese));
    // read while nobody else writes: a report that was returned or recalled meanwhile is not in it
    let change = sent.app.store.change(sent.author()).await?;
    let (made, _) = made(&sent.app, &round).await?;
    let all = asked(&sent.app, &door, &round).await?.len();
    let today = crate::local_date((sent.app.clock)());
    let period = labels::period(round.period, c);
    let chosen: Vec<Made> =
        made.into_iter().filter(|one| sent.typed.contains_key(&format!("take-{}", one.target.id))).collect();
    let mut reported = Vec::new();
    for one in &chosen {
        let Ok(figure) = one.result else { continue };
        let seen: i64 =
            sent.typed.get(&format!("seen-{}", one.target.id)).and_then(|seen| seen.parse().ok()).unwrap_or(0);
        let source = v
            .cons_source
            .replace("{period}", &period)
            .replace("{n}", &one.units.to_string())
            .replace("{all}", &all.max(one.units).to_string());
        let figure = Reported {
            target_id: one.target.id.clone(),
            period: round.period,
            figure,
            dated: Some(one.latest.unwrap_or(today)),
            source: Some(source),
            file_digest: None,
            file_name: None,
            reason: (seen > 0).then(|| v.cons_reason.to_owned()),
            ratio: one.ratio,
            place: None,
            round_id: Some(round.id.clone()),
            illustrative: one.illustrative,
        };
        reported.push((figure, seen, one.target.draft.name.clone()));
    }
    if reported.is_empty() {
        return Err(refuse(|w| w.cons_done_none));
    }
    for (figure, seen, _) in &reported {
        match change.enter_figure(figure, *seen).await {
            Err(StoreError::ChangedMeanwhile) => return Err(refuse(|w| w.cons_moved)),
            other => other?,
        }
    }
    change.note_consolidation(&round.id).await?;
    let said = |(figure, _, name): &(Reported, i64, String)| format!("{name}: {}", shown::figure(figure.figure, c));
    let detail: String = reported.iter().map(said).collect::<Vec<_>>().join("; ").chars().take(2_000).collect();
    change.commit(noted_round(&round, "report.consolidated", Some(detail))).await?;
    go(format!("/rounds/{}/consolidation?done=saved", round.id))
}
