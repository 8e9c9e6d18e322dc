//! The conditions of a launch beside the draft, and as they stood when it was launched.

pub(crate) mod words;

use crate::App;
use crate::clock::local_date;
use crate::face::show;
use thidua_domain::basics::Language;
use thidua_domain::plans::launching::{Checked, Condition, Reason, Standing, conditions};
use thidua_store::StoreError;
use thidua_store::plans::Plan;
use words::Words;

/// Units below that are asked for.
const MOST_BELOW: i64 = 2_000;
/// Names that one sentence lists.
const NAMED: usize = 8;

/// A condition as it is shown.
pub(crate) struct ConditionView {
    /// The class of a finding that looks like it.
    pub(crate) class: &'static str,
    pub(crate) standing: &'static str,
    pub(crate) name: &'static str,
    pub(crate) says: String,
    /// Where it is mended, and what that is called.
    pub(crate) mend: Option<(String, &'static str)>,
}

/// The conditions of a plan, live or as they were kept.
#[derive(Default)]
pub(crate) struct Shown {
    pub(crate) rows: Vec<ConditionView>,
    /// Who launched, when, and what was confirmed; empty before the launch.
    pub(crate) kept: String,
    /// The codes that whoever launches has seen.
    pub(crate) warned: String,
    /// What launching confirms.
    pub(crate) confirms: String,
}

/// How the conditions of a plan stand now.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn checked(app: &App, plan: &Plan) -> Result<Vec<Checked>, StoreError> {
    let Some(own) = app.store.unit(&plan.unit_id).await? else { return Ok(Vec::new()) };
    let today = local_date((app.clock)());
    let (children, _) = app.store.children_on(Some(&plan.unit_id), today, 0, MOST_BELOW).await?;
    let below: Vec<_> = children.into_iter().map(|child| child.unit).collect();
    let above = crate::cascade::above(app, plan).await?;
    Ok(conditions(&plan.draft, above.as_ref(), &own, &below))
}

/// What is kept beside the launch: the sentences that were shown, in Vietnamese.
pub(super) fn snapshot(checked: &[Checked]) -> Vec<(Condition, Standing, String)> {
    let w = words::words(Language::Vietnamese);
    checked.iter().map(|one| (one.condition, one.standing, says(&one.reasons, w))).collect()
}

/// The conditions for the page of a plan: those of now for a draft, those that were kept for an issued one.
///
/// # Errors
/// [`StoreError`].
pub(super) async fn shown(app: &App, plan: &Plan, may_edit: bool, language: Language) -> Result<Shown, StoreError> {
    let w = words::words(language);
    if plan.issued {
        let kept = app.store.launch_conditions(&plan.id).await?;
        let Some(first) = kept.first() else { return Ok(Shown::default()) };
        let n = kept.iter().filter(|one| one.standing == Standing::Warning).count();
        let said = if n == 0 { w.kept_all } else { w.kept_by };
        let said = said
            .replace("{n}", &n.to_string())
            .replace("{day}", &show::day(Some(local_date(first.at))))
            .replace("{who}", &first.account_name);
        let rows = kept.into_iter().map(|one| view(one.condition, one.standing, one.says, None, w)).collect();
        return Ok(Shown { rows, kept: said, ..Shown::default() });
    }
    let checked = checked(app, plan).await?;
    let linked = !checked.iter().any(|one| one.reasons.contains(&Reason::NotLinked));
    let n = checked.iter().filter(|one| one.standing == Standing::Warning).count();
    let rows = checked
        .iter()
        .map(|one| {
            let mend =
                (may_edit && one.standing != Standing::Met).then(|| mend(one.condition, &plan.id, linked, w));
            view(one.condition, one.standing, says(&one.reasons, w), mend, w)
        })
        .collect();
    Ok(Shown {
        rows,
        kept: String::new(),
        warned: thidua_domain::plans::launching::warned(&checked),
        confirms: if n > 0 { w.confirm.replace("{n}", &n.to_string()) } else { String::new() },
    })
}

fn view(
    condition: Condition,
    standing: Standing,
    says: String,
    mend: Option<(String, &'static str)>,
    w: &'static Words,
) -> ConditionView {
    let (class, standing) = match standing {
        Standing::Met => ("met", w.met),
        Standing::Warning => ("warning", w.warning),
        Standing::Stops => ("error", w.stops),
    };
    let name = match condition {
        Condition::Theme => w.theme,
        Condition::Name => w.name,
        Condition::Criteria => w.criteria,
        Condition::Fits => w.fits,
        Condition::Base => w.base,
    };
    ConditionView { class, standing, name, says, mend }
}

fn mend(condition: Condition, plan: &str, linked: bool, w: &'static Words) -> (String, &'static str) {
    let at = |end: &str| format!("/plans/{plan}/{end}");
    match condition {
        Condition::Theme => (at("document/head"), w.mend_theme),
        Condition::Name => (at("document/head"), w.mend_name),
        Condition::Criteria => (at("targets/new"), w.mend_criteria),
        Condition::Fits if linked => (at("mapping"), w.mend_fits),
        Condition::Fits => (at("chain"), w.mend_link),
        Condition::Base => (at("recipients/new"), w.mend_base),
    }
}

fn says(reasons: &[Reason], w: &'static Words) -> String {
    reasons.iter().map(|reason| sentence(reason, w)).collect::<Vec<_>>().join(" ")
}

fn names(names: &[String], w: &'static Words) -> String {
    let shown = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    match names.len().checked_sub(NAMED).filter(|left| *left > 0) {
        Some(left) => format!("{shown} {}", w.more.replace("{n}", &left.to_string())),
        None => shown,
    }
}

fn sentence(reason: &Reason, w: &'static Words) -> String {
    let text = |says: &str, text: &str| says.replace("{text}", text);
    let number = |says: &str, n: usize| says.replace("{n}", &n.to_string());
    match reason {
        Reason::OwnTheme(theme) => text(w.r_own_theme, theme),
        Reason::InheritedTheme(theme) => text(w.r_inherited, theme),
        Reason::Finding(code) => text(w.r_finding, code),
        Reason::NameKept(name) => text(w.r_name, name),
        Reason::NameLong(n) => number(w.r_name_long, *n),
        Reason::NameCommon(name) => text(w.r_name_common, name),
        Reason::Counted { leaves, measured } => number(w.r_counted, *leaves).replace("{m}", &measured.to_string()),
        Reason::NothingMeasured => w.r_nothing_measured.to_owned(),
        Reason::NotLinked => w.r_not_linked.to_owned(),
        Reason::TakenUp { taken, of, explained } => {
            number(w.r_taken, *taken).replace("{m}", &of.to_string()).replace("{k}", &explained.to_string())
        }
        Reason::NothingTakenUp(n) => number(w.r_nothing_taken, *n),
        Reason::Unexplained(found) => text(w.r_unexplained, &names(found, w)),
        Reason::GivenPresent(n) => number(w.r_given, *n),
        Reason::GivenMissing(found) => text(w.r_given_missing, &names(found, w)),
        Reason::AllNamed(n) => number(w.r_all_named, *n),
        Reason::NotNamed(found) => text(w.r_not_named, &names(found, w)),
        Reason::NobodyBelow => w.r_nobody_below.to_owned(),
        Reason::NobodyNamed => w.r_nobody_named.to_owned(),
        Reason::Recipients(n) => number(w.r_recipients, *n),
    }
}
