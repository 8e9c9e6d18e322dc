//! Sample figures: readable files of invented numbers, matched to the targets of a plan by name.

use super::{DemoFailed, Loaded, failed, words};
use crate::App;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, Expectation, Language};
use thidua_domain::evaluation::Of;
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::periods::Period;
use thidua_domain::plans::draft::PlanDraft;
use thidua_domain::targets::Direction;
use thidua_store::Author;
use thidua_store::audit::Entry;
use thidua_store::evaluation::Earlier;
use thidua_store::figures::Reported;
use thidua_store::plans::Plan;
use thidua_store::targets::Target;

/// A file of sample figures.
#[derive(Debug, Deserialize)]
pub(super) struct Sample {
    /// What a person corrects at the review: a misread name, and what it really is.
    #[serde(default)]
    pub(super) corrections: Vec<Correction>,
    #[serde(default)]
    figure: Vec<SampleFigure>,
    #[serde(default)]
    reference: Vec<SampleReference>,
    #[serde(default)]
    earlier: Vec<SampleEarlier>,
    /// Results of the attached movements, in the order of the plan.
    #[serde(default)]
    pub(super) results: Vec<String>,
    pub(super) difficulties: Option<String>,
    pub(super) lessons: Option<String>,
    pub(super) directions: Option<String>,
}

/// A misread piece of text and what it should be, corrected wherever it stands.
#[derive(Debug, Deserialize)]
pub(super) struct Correction {
    read: String,
    right: String,
}

/// Corrects the texts of a draft.
pub(super) fn correct(draft: &mut PlanDraft, corrections: &[Correction]) {
    let mend = |text: &mut String| {
        for one in corrections {
            *text = text.replace(&one.read, &one.right);
        }
    };
    let head = &mut draft.document;
    for piece in [
        &mut head.issuer,
        &mut head.parent_authority,
        &mut head.place,
        &mut head.title,
        &mut head.theme,
        &mut head.inherited_theme,
    ]
    .into_iter()
    .flatten()
    {
        mend(&mut piece.value);
    }
    draft.targets.iter_mut().for_each(|one| mend(&mut one.name));
    draft.movements.iter_mut().for_each(|one| mend(&mut one.name));
    draft.recipients.iter_mut().for_each(|one| mend(&mut one.name));
    for basis in &mut draft.legal_bases {
        [&mut basis.issuer, &mut basis.subject].into_iter().flatten().for_each(mend);
    }
    for one in &mut draft.obligations {
        mend(&mut one.actor);
        mend(&mut one.action);
    }
    for wave in &mut draft.waves {
        wave.occasions.iter_mut().for_each(|one| mend(&mut one.name));
    }
}

/// A figure as written: the target by its name, values by period.
#[derive(Debug, Deserialize)]
struct SampleFigure {
    /// Name of the target, as the reader restores it.
    target: String,
    /// Which of several targets of that name, counted from 1.
    #[serde(default = "first")]
    nth: usize,
    q1: Option<String>,
    h1: Option<String>,
    q3: Option<String>,
    year: Option<String>,
    source: Option<String>,
    /// Why it does not apply.
    reason: Option<String>,
}

/// What an earlier year reached of a target.
#[derive(Debug, Deserialize)]
struct SampleEarlier {
    target: String,
    #[serde(default = "first")]
    nth: usize,
    /// `itself`, `level`, or one of the measures of a line that has several.
    #[serde(default = "itself")]
    of: String,
    of_year: i32,
    q1: Option<String>,
    h1: Option<String>,
    q3: Option<String>,
    year: Option<String>,
}

fn itself() -> String {
    Of::Itself.code().to_owned()
}

/// What a rule needs from a person.
#[derive(Debug, Deserialize)]
struct SampleReference {
    target: String,
    #[serde(default = "first")]
    nth: usize,
    tolerance: Option<String>,
    value: Option<String>,
    direction: Option<String>,
}

fn first() -> usize {
    1
}

pub(super) fn parse(text: &str) -> Result<Sample, toml::de::Error> {
    toml::from_str(text)
}

/// The leaf of that name, marks and case aside.
fn find<'a>(targets: &'a [Target], name: &str, nth: usize) -> Option<&'a Target> {
    let wanted = fold(name);
    targets
        .iter()
        .filter(|target| target.draft.comparator.is_some() && fold(&target.draft.name) == wanted)
        .nth(nth.checked_sub(1)?)
}

/// Enters the figures in one change; how many there were. Cells that have a figure already are left alone.
pub(super) async fn enter(
    app: &App,
    author: Author,
    plan: &Plan,
    sample: &Sample,
    loaded: &mut Loaded,
) -> Result<usize, DemoFailed> {
    let w = words::words(Language::Vietnamese);
    let year = plan.draft.document.subject_year.as_ref().map_or(0, |year| year.value);
    let targets = app.store.targets(&plan.id).await.map_err(failed)?;
    let known: HashMap<(String, Period), i64> = app
        .store
        .figures_of_plan(&plan.id)
        .await
        .map_err(failed)?
        .into_iter()
        .map(|one| ((one.reported.target_id.clone(), one.reported.period), one.version))
        .collect();
    let change = app.store.change(author).await.map_err(failed)?;
    for one in &sample.reference {
        let Some(target) = find(&targets, &one.target, one.nth) else {
            loaded.unmatched.push(one.target.clone());
            continue;
        };
        let amount =
            |text: &Option<String>| text.as_deref().and_then(|text| Amount::read(text, Expectation::Quantity).ok());
        let direction = one.direction.as_deref().and_then(Direction::from_code).unwrap_or(target.draft.direction);
        change
            .set_reference(&target.id, amount(&one.tolerance), amount(&one.value), direction)
            .await
            .map_err(failed)?;
    }
    let mut entered = 0;
    for one in &sample.figure {
        let Some(target) = find(&targets, &one.target, one.nth) else {
            loaded.unmatched.push(one.target.clone());
            continue;
        };
        let cells = [
            (Period::FirstQuarter, &one.q1),
            (Period::FirstHalf, &one.h1),
            (Period::ThreeQuarters, &one.q3),
            (Period::Year, &one.year),
        ];
        for (period, text) in cells {
            let Some(text) = text else { continue };
            if known.contains_key(&(target.id.clone(), period)) {
                continue;
            }
            let Some(figure) = figure(text) else {
                loaded.unmatched.push(format!("{}: {text}", one.target));
                continue;
            };
            let has_result = matches!(figure, Figure::Number(_) | Figure::Judged(_));
            let reported = Reported {
                target_id: target.id.clone(),
                period,
                figure,
                dated: period.last_day(year).filter(|_| has_result),
                source: has_result.then(|| one.source.clone().unwrap_or_else(|| w.sample_source.to_owned())),
                file_digest: None,
                file_name: None,
                reason: one.reason.clone().filter(|_| figure == Figure::NotApplicable),
                ratio: None,
                place: None,
                round_id: None,
                illustrative: true,
            };
            change.enter_figure(&reported, 0).await.map_err(failed)?;
            entered += 1;
        }
    }
    let before = app.store.earlier_figures(&plan.id, None).await.map_err(failed)?;
    for one in &sample.earlier {
        let (target, of) = (find(&targets, &one.target, one.nth), Of::from_code(&one.of));
        let (Some(target), Some(of)) = (target, of) else {
            loaded.unmatched.push(one.target.clone());
            continue;
        };
        for (period, text) in Period::ALL.into_iter().zip([&one.q1, &one.h1, &one.q3, &one.year]) {
            let Some(text) = text else { continue };
            let Ok(value) = Amount::read(text, Expectation::Quantity) else {
                loaded.unmatched.push(format!("{}: {text}", one.target));
                continue;
            };
            let earlier = Earlier {
                target_id: target.id.clone(),
                of,
                year: one.of_year,
                period,
                value: Some(value),
                source: Some(w.sample_source.to_owned()),
                from_target_id: None,
                reason: None,
                illustrative: true,
            };
            let is = |known: &thidua_store::evaluation::EarlierVersion| {
                let known = &known.entered;
                (&known.target_id, known.of, known.year, known.period)
                    == (&earlier.target_id, earlier.of, earlier.year, earlier.period)
            };
            if !before.iter().any(is) {
                change.enter_earlier(&earlier, 0).await.map_err(failed)?;
            }
        }
    }
    let entry = Entry {
        unit_id: Some(plan.unit_id.clone()),
        act: "figures.loaded",
        subject: "plan",
        subject_id: plan.id.clone(),
        detail: Some(w.log_figures.replace("{n}", &entered.to_string())),
    };
    change.commit(entry).await.map_err(failed)?;
    Ok(entered)
}

/// A figure as written: a Vietnamese number, `yes`, `partly`, `no`, or one of the kinds of emptiness.
fn figure(text: &str) -> Option<Figure> {
    Some(match text {
        "not-entered" => Figure::NotEntered,
        "not-assigned" => Figure::NotAssigned,
        "not-applicable" => Figure::NotApplicable,
        judged if Attainment::from_code(judged).is_some() => Figure::Judged(Attainment::from_code(judged)?),
        number => Figure::Number(Amount::read(number, Expectation::Quantity).ok()?),
    })
}
