//! `/reports/{id}/workbook.xlsx`: the report of a unit as a sheet, filled with what is known.

use super::super::door::{Sheet, due_for, sheet};
use super::super::lines::{self, Asked};
use super::super::sheet::year;
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use std::collections::{HashMap, HashSet};
use thidua_domain::basics::{Amount, Language};
use thidua_domain::figure_sheets::{self as sheets, Head, Line, LineKind, Values};
use thidua_domain::figures::Figure;
use thidua_domain::plans::draft::{TargetDraft, TargetRole};
use thidua_domain::reporting::Entered;
use thidua_domain::targets::{Comparator, adds_up};
use thidua_paper::seal::Seal;
use thidua_paper::write::figure_sheet::{FigureBook, figure_seal, figures_to_xlsx};
use thidua_store::targets::Target;

/// A report as a sheet, with the lines that it answers.
pub(super) struct Filled {
    pub(super) sheet: sheets::Sheet,
    pub(super) asked: Vec<Asked>,
}

impl Filled {
    /// What the report has of a line.
    pub(super) fn asked(&self, target_id: &str) -> Option<&Asked> {
        self.asked.iter().find(|one| one.target.id == target_id)
    }

    /// The place of a line.
    pub(super) fn place(&self, target_id: &str) -> Option<usize> {
        self.sheet.lines.iter().position(|line| line.id == target_id)
    }
}

/// What ties a workbook to this installation.
pub(super) fn seal(app: &App) -> Result<Seal, Refusal> {
    Ok(figure_seal(&app.sealing.derive("figures")?))
}

/// The report as a sheet, as it is now.
pub(super) async fn filled(app: &App, of: &Sheet) -> Result<Filled, Refusal> {
    let asked = lines::asked(app, &of.round, &of.unit.id, Some(&of.report.id)).await?;
    let targets = app.store.targets(&of.round.plan_id).await?;
    let extensions = app.store.report_extensions(&of.round.id).await?;
    let head = Head {
        authority: of.owner.name.clone(),
        movement: of.view.movement.named.name.clone(),
        movement_id: of.view.movement.id.clone(),
        unit: of.unit.name.clone(),
        unit_id: of.unit.id.clone(),
        period: of.round.period,
        year: year(of),
        due: Some(due_for(&of.round, &extensions, &of.unit.id)),
    };
    Ok(Filled { sheet: sheets::Sheet { head, lines: sheet_lines(&targets, &asked) }, asked })
}

/// Every line that is answered, under the groups and compound lines of the plan.
fn sheet_lines(targets: &[Target], asked: &[Asked]) -> Vec<Line> {
    let w = words(Language::Vietnamese);
    let by_id: HashMap<&str, &Asked> = asked.iter().map(|one| (one.target.id.as_str(), one)).collect();
    let by_code: HashMap<&str, &Target> = targets.iter().map(|one| (one.draft.id.as_str(), one)).collect();
    let mut above: HashSet<&str> = HashSet::new();
    for one in asked {
        let mut parent = one.target.draft.parent_id.as_deref();
        while let Some(code) = parent.filter(|code| above.insert(code)) {
            parent = by_code.get(code).and_then(|target| target.draft.parent_id.as_deref());
        }
    }
    let mut lines: Vec<Line> = Vec::with_capacity(targets.len());
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut totals: HashMap<&str, usize> = HashMap::new();
    let mut group: Option<&str> = None;
    for target in targets {
        let draft = &target.draft;
        let one = by_id.get(target.id.as_str()).copied();
        if one.is_none() && !above.contains(draft.id.as_str()) {
            continue;
        }
        if draft.group.as_deref() != group && draft.parent_id.is_none() {
            group = draft.group.as_deref();
            lines.extend(group.map(|name| heading(format!("group-{}", lines.len()), "", name)));
        }
        let parent = draft.parent_id.as_deref();
        let mut line = match one {
            Some(one) => answered(one, w),
            None => heading(target.id.clone(), draft.number.as_deref().unwrap_or(""), &draft.name),
        };
        line.parent = match draft.role {
            Some(TargetRole::Component) => parent.and_then(|code| totals.get(code)).copied(),
            _ => None,
        }
        .or_else(|| parent.and_then(|code| places.get(code)).copied());
        if let (Some(TargetRole::Total), Some(code)) = (draft.role, parent) {
            totals.insert(code, lines.len());
        }
        places.insert(draft.id.as_str(), lines.len());
        lines.push(line);
    }
    sums(&mut lines, &by_id);
    lines
}

/// Compound lines whose parts are amounts of one unit that add up are shown as their sum.
fn sums(lines: &mut [Line], asked: &HashMap<&str, &Asked>) {
    for at in 0..lines.len() {
        if lines[at].kind != LineKind::Group {
            continue;
        }
        let parts: Vec<&Line> = lines.iter().filter(|line| line.parent == Some(at)).collect();
        let measure = parts.first().and_then(|part| part.measure.clone());
        let summed = parts.len() > 1
            && measure.is_some()
            && parts.iter().all(|part| {
                part.kind == LineKind::Number
                    && part.measure == measure
                    && adds_up(part.comparator, part.measure.as_deref())
                    && asked.get(part.id.as_str()).is_some_and(|one| one.target.draft.role.is_none())
            });
        if summed {
            lines[at].kind = LineKind::Sum;
            lines[at].measure = measure;
        }
    }
}

fn heading(id: String, number: &str, name: &str) -> Line {
    Line {
        id,
        version: 0,
        number: number.to_owned(),
        name: name.to_owned(),
        measure: None,
        asked: String::new(),
        kind: LineKind::Group,
        comparator: None,
        value: None,
        value_max: None,
        parent: None,
        previous: Figure::NotEntered,
        last_year: Figure::NotEntered,
        now: Values::default(),
    }
}

fn answered(one: &Asked, w: &'static Words) -> Line {
    let draft = &one.target.draft;
    let given = one.planned.filter(|_| one.required || one.requested);
    let entered = one.entered();
    let number = |amount: Option<Amount>| amount.map_or(Figure::NotEntered, Figure::Number);
    Line {
        id: one.target.id.clone(),
        version: one.line.as_ref().map_or(0, |line| line.version),
        number: draft.number.clone().unwrap_or_default(),
        name: draft.name.clone(),
        measure: draft.unit.clone(),
        asked: asked_words(draft, given, w),
        kind: if draft.comparator.is_some_and(Comparator::is_judged) { LineKind::Judged } else { LineKind::Number },
        comparator: draft.comparator,
        value: one.planned.or(draft.value),
        value_max: draft.value_max.filter(|_| given.is_none()),
        parent: None,
        previous: number(one.before),
        last_year: number(entered.last_year),
        now: values(&entered),
    }
}

/// What was entered, as a sheet has it.
pub(super) fn values(entered: &Entered) -> Values {
    Values {
        figure: entered.figure,
        numerator: entered.numerator,
        denominator: entered.denominator,
        dated: entered.dated,
        source: entered.source.clone(),
        note: entered.reason.clone(),
    }
}

/// What a target asks, in words: “từ 99,6 trở lên”.
fn asked_words(draft: &TargetDraft, given: Option<Amount>, w: &'static Words) -> String {
    let value = given.or(draft.value);
    let high = draft.value_max.filter(|_| given.is_none());
    let shown = value.map(Amount::vietnamese);
    let of_all = |text: String| match draft.denominator {
        Some(all) => format!("{text}/{}", all.vietnamese()),
        None => text,
    };
    let put = |words: &str| match &shown {
        Some(value) => words.replace("{v}", &of_all(value.clone())),
        None => w.asked_assigned.to_owned(),
    };
    let change = |words: &str, any: &str| match (&shown, high) {
        (Some(low), Some(high)) => words.replace("{v}", &format!("{low} – {}", high.vietnamese())),
        (Some(value), None) => words.replace("{v}", value),
        (None, _) => any.to_owned(),
    };
    match draft.comparator {
        None => String::new(),
        Some(Comparator::Exactly) => put("{v}"),
        Some(Comparator::AtLeast) => put(w.asked_at_least),
        Some(Comparator::MoreThan) => put(w.asked_more),
        Some(Comparator::AtMost) => put(w.asked_at_most),
        Some(Comparator::LessThan) => put(w.asked_less),
        Some(Comparator::Between) => match high {
            Some(high) => put(w.asked_between).replace("{w}", &high.vietnamese()),
            None => put(w.asked_at_least),
        },
        Some(Comparator::About) => put(w.asked_about),
        Some(Comparator::IncreaseBy) => change(w.asked_rise, w.asked_rise_any),
        Some(Comparator::DecreaseBy) => change(w.asked_fall, w.asked_fall_any),
        Some(Comparator::Maintain) => w.asked_keep.to_owned(),
        Some(Comparator::NoneExists) => w.asked_none.to_owned(),
        Some(Comparator::Achieve) => w.asked_quality.to_owned(),
    }
}

/// `GET /reports/{id}/workbook.xlsx`.
pub(crate) async fn download(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let of = sheet(&app, &visitor, &id).await?;
    let filled = filled(&app, &of).await?;
    let seal = seal(&app)?;
    let made = crate::local_date((app.clock)());
    let end = of.round.period.last_day(filled.sheet.head.year);
    let common_day = end.filter(|end| *end <= made);
    let name =
        format!("attachment; filename=\"figures-{}-{}.xlsx\"", of.round.period.code(), filled.sheet.head.year);
    let content = app
        .heavily(move || figures_to_xlsx(&FigureBook { sheet: &filled.sheet, seal: &seal, made, common_day }))
        .await?
        .map_err(Refusal::fault)?;
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
    let headers = [(CONTENT_TYPE, media), (CONTENT_DISPOSITION, name), (CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, content).into_response())
}
