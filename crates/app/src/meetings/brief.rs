//! One dossier on one page: eligibility with every condition, what to attend to, ratios, awards before, results with their
//! evidence, reports that are alike.

use super::door::{Listed, Subject, here};
use super::flags::book;
use super::ruling::Laws;
use super::words::{Words, words};
use super::{labels, ratios};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use askama::Template;
use axum::extract::{Path, State};
use serde::Deserialize;
use thidua_store::honours::Standing as Honoured;

/// A judgement as it was kept with the nomination.
#[derive(Default, Deserialize)]
struct Kept {
    #[serde(default)]
    conditions: Vec<KeptCondition>,
}

/// A condition of it.
#[derive(Deserialize)]
struct KeptCondition {
    says: String,
    #[serde(default)]
    article: String,
    #[serde(default)]
    source_mark: String,
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    uses: Vec<String>,
    #[serde(default)]
    missing: Vec<String>,
    #[serde(default)]
    mend: Option<String>,
    #[serde(default)]
    parts: Vec<KeptCondition>,
}

struct Condition {
    says: String,
    article: String,
    class: &'static str,
    outcome: &'static str,
    uses: String,
    missing: String,
}

struct Before {
    award: String,
    year: i64,
    decision: String,
    merit: String,
    revoked: bool,
}

#[derive(Template)]
#[template(path = "meetings/brief.html")]
struct BriefPage {
    f: Frame,
    w: &'static Words,
    id: String,
    meeting: String,
    position: i64,
    name: String,
    post: String,
    of_unit: String,
    award: String,
    dossier: Option<String>,
    verdict: Option<(&'static str, &'static str)>,
    by_rules: String,
    direct: bool,
    never: bool,
    selection: String,
    notes: Vec<String>,
    recused: Vec<(String, &'static str)>,
    conditions: Vec<Condition>,
    ratios: Vec<String>,
    honours: Vec<Before>,
    cited: Vec<(Option<String>, String)>,
    alike: Vec<(i64, String)>,
    merit: String,
    report: String,
    authors: String,
    rule: String,
    unsure: Option<&'static str>,
    ballots: u32,
    result: Option<(&'static str, &'static str)>,
    previous: Option<i64>,
    next: Option<i64>,
}

fn letter(mark: &str, w: &'static Words) -> &'static str {
    match mark {
        "V" => w.mark_v,
        "S" => w.mark_s,
        _ => w.mark_u,
    }
}

/// Conditions with their parts behind them; those that are not met stand first.
fn conditions(kept: Vec<KeptCondition>, w: &'static Words) -> Vec<Condition> {
    fn flat(one: KeptCondition, found: &mut Vec<KeptCondition>) {
        let KeptCondition { parts, .. } = one;
        found.push(KeptCondition { parts: Vec::new(), ..one });
        parts.into_iter().for_each(|part| flat(part, found));
    }
    let mut all = Vec::new();
    kept.into_iter().for_each(|one| flat(one, &mut all));
    let shown = |one: KeptCondition| {
        let (class, outcome) = match one.outcome.as_str() {
            "true" => ("met", w.met),
            "false" => ("missed", w.unmet),
            _ => ("needs-person", w.unknown),
        };
        let missing: Vec<String> = one.missing.into_iter().chain(one.mend).collect();
        let article = if one.article.is_empty() {
            String::new()
        } else {
            format!("{} ({})", one.article, letter(&one.source_mark, w))
        };
        Condition {
            says: one.says,
            article,
            class,
            outcome,
            uses: one.uses.join("; "),
            missing: missing.join("; "),
        }
    };
    let mut found: Vec<Condition> = all.into_iter().map(shown).collect();
    found.sort_by_key(|one| match one.class {
        "missed" => 0,
        "needs-person" => 1,
        _ => 2,
    });
    found
}

/// `GET /meetings/{id}/book/{item}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, item)): Path<(String, String)>,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    here.require_reads()?;
    let position: i64 = item.parse().map_err(|_| Refusal::NotFound)?;
    let listed = here.item(position).ok_or(Refusal::NotFound)?;
    let language = caller.preferences.language;
    let w = words(language);
    let book = book(&app, &here).await?;
    let order: Vec<i64> = book.order(&here, w).iter().map(|(one, _)| one.item.position).collect();
    let at = order.iter().position(|one| *one == position).unwrap_or(0);
    let look = book.look(&here, listed, w);
    let nominee = listed.subject.nominee();
    let effect = match nominee {
        Some(nominee) => {
            let law = Laws::default().of(&app, &here.it.unit_id, nominee, here.it.held_on).await?;
            ratios::of_nominee(&app, &law, nominee, w).await?
        }
        None => Vec::new(),
    };
    let kept: Kept = nominee
        .and_then(|one| one.judged.as_deref())
        .and_then(|judged| serde_json::from_str(judged).ok())
        .unwrap_or_default();
    let honours = nominee.map_or(&[][..], |one| book.honours(one)).iter().map(|one| Before {
        award: one.award_name.clone(),
        year: one.year,
        decision: [one.number.clone().unwrap_or_default(), shown::day(one.dated), one.issuer.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        merit: one.merit.clone(),
        revoked: one.standing == Honoured::Revoked,
    });
    let alike = book.alike(position).iter().map(|(other, percent)| {
        let name = here.item(*other).map(|one| one.subject.name()).unwrap_or_default();
        (*other, w.alike_of.replace("{n}", &percent.to_string()).replace("{name}", name))
    });
    let recused = here.recused_from(position).map(|one| {
        let name = here.member(one.member).map(|member| member.name.clone()).unwrap_or_default();
        (name, labels::why(one.reason, w))
    });
    let (rule, unsure) = labels::rule(&listed.item.rule, language, w);
    let (merit, report, authors) = texts(listed);
    let by_rules = nominee.and_then(|one| Some((one.regime.as_ref()?, one.pack.as_ref()?)));
    let selection = nominee.and_then(|one| one.selection);
    let template = BriefPage {
        f: frame(&caller, Tab::Meetings).with_sample(here.illustrative()),
        id: here.it.id.clone(),
        meeting: here.it.name.clone(),
        position,
        name: listed.subject.name().to_owned(),
        post: nominee.and_then(|one| one.post.clone()).unwrap_or_default(),
        of_unit: nominee.map(|one| one.of_unit.clone()).unwrap_or_default(),
        award: listed.subject.award(w),
        dossier: match &listed.subject {
            Subject::Nominee(one) => Some(format!("/nominations/{}", one.id)),
            Subject::Initiative(one) => Some(format!("/initiatives/{}", one.id)),
        },
        verdict: nominee.map(|one| labels::verdict(one.verdict.as_deref(), w)),
        by_rules: by_rules
            .map(|(regime, pack)| {
                w.by_rules.replace("{law}", crate::law::regime(regime, language)).replace("{pack}", pack)
            })
            .unwrap_or_default(),
        direct: look.direct,
        never: look.never && nominee.is_some(),
        selection: selection
            .map(|(votes, of)| w.selection_of.replace("{n}", &votes.to_string()).replace("{of}", &of.to_string()))
            .unwrap_or_default(),
        notes: look.notes,
        recused: recused.collect(),
        conditions: conditions(kept.conditions, w),
        ratios: effect,
        honours: honours.collect(),
        cited: nominee
            .map_or(&[][..], |one| book.cited(one))
            .iter()
            .map(|one| (one.address.clone(), one.says.clone()))
            .collect(),
        alike: alike.collect(),
        merit,
        report,
        authors,
        rule,
        unsure,
        ballots: here.voters(listed),
        result: listed.item.result.map(|came| labels::came(came, w)),
        previous: at.checked_sub(1).and_then(|at| order.get(at)).copied(),
        next: order.get(at + 1).copied(),
        w,
    };
    page(&template)
}

/// Merit, report, authors.
fn texts(listed: &Listed) -> (String, String, String) {
    match &listed.subject {
        Subject::Nominee(one) => (one.merit.clone(), one.report.clone().unwrap_or_default(), String::new()),
        Subject::Initiative(one) => {
            let author = |(_, name, share): &(Option<String>, String, i64)| format!("{name} ({share}%)");
            let authors: Vec<String> = one.authors.iter().map(author).collect();
            (one.summary.clone(), one.benefit.clone().unwrap_or_default(), authors.join("; "))
        }
    }
}
