//! The criteria and thresholds of a unit's own council, and what the law says of initiatives.

use super::stepping::rule_of;
use super::words::{Words, words};
use crate::App;
use crate::awards;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::receive;
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Query, Request, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::awards::pack::shipped as law;
use thidua_domain::basics::Language;
use thidua_domain::initiatives::data::{CouncilRule, Named, RuleProblem, shipped};
use thidua_domain::initiatives::words as said;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::initiatives::UnitRule;

/// Criteria of one council.
const MOST: usize = 20;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    unit: String,
}

struct LawRow {
    says: String,
    source: String,
    class: &'static str,
    mark: &'static str,
}

#[derive(Template)]
#[template(path = "initiatives/rule.html")]
struct RulePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    unit: String,
    own: bool,
    source: String,
    rows: Vec<(String, u32, u32)>,
    total: u32,
    most: u32,
    agreeing: String,
    cards: String,
    blind: bool,
    law: Vec<LawRow>,
    form: Option<FormView>,
}

fn lines(rule: &CouncilRule) -> String {
    rule.criterion
        .iter()
        .map(|one| format!("{}; {}; {}", one.name, one.most, one.least))
        .collect::<Vec<_>>()
        .join("\n")
}

fn fields(rule: &CouncilRule, w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("criteria", w.criteria, Input::Text, lines(rule)).hint(w.criteria_hint),
        Field::new("total", w.total, Input::Number, rule.total.to_string()),
        Field::new("agreeing", w.agreeing, Input::Line, rule.agreeing.clone()).hint(w.share_hint),
        Field::new("cards", w.cards, Input::Line, rule.cards.clone()).hint(w.share_hint),
        Field::new("blind", w.blind, Input::Tick, if rule.blind { "yes" } else { "" }).hint(w.blind_hint),
        Field::new("source", w.rule_source, Input::Line, rule.source.clone()),
    ]
}

/// The unit that is asked about, its own rule where it has one, and the rule that holds.
async fn known(
    app: &App,
    visitor: &Visitor,
    act: Act,
    asked: &str,
) -> Result<(String, Option<UnitRule>, CouncilRule), Refusal> {
    let unit = app.own_unit(visitor, act, Some(asked)).await?;
    let own = app.store.initiative_rule(&unit).await?;
    let rule = rule_of(app, &unit).await?;
    Ok((unit, own, rule))
}

fn form_of(unit: &str, own: Option<&UnitRule>, rule: &CouncilRule, w: &'static Words) -> FormView {
    let address = format!("/initiative-rules?unit={unit}");
    FormView::new(address, own.map_or(0, |own| own.version), fields(rule, w), w.save)
}

async fn render(
    app: &App,
    caller: &Caller,
    unit: &str,
    own: Option<&UnitRule>,
    rule: &CouncilRule,
    form: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, a) = (words(language), awards::words::words(language));
    let law = law().map_err(|problems| Refusal::fault(format!("{problems:?}")))?;
    let regime =
        law.law.on(reach::today(app)).map(|(regime, _)| regime).ok_or_else(|| Refusal::fault("no regime"))?;
    let data = shipped().map_err(Refusal::fault)?;
    let rows = data.rules(&regime.key).map(|one| {
        let (class, mark) = awards::labels::mark(one.mark().min(regime.ceiling), a);
        let says = if language == Language::English { &one.english } else { &one.says };
        LawRow { says: says.clone(), source: one.source.clone(), class, mark }
    });
    let came = form.as_ref().map_or(Came::Fresh, |form| form.came);
    let named = |one: &Named| {
        let english = language == Language::English && !one.english.is_empty();
        (if english { one.english.clone() } else { one.name.clone() }, one.most, one.least)
    };
    let template = RulePage {
        f: frame(caller, Tab::Initiatives),
        o: office::words(language),
        unit: app.store.unit(unit).await?.map(|unit| unit.name).unwrap_or_default(),
        own: own.is_some(),
        source: rule.source.clone(),
        rows: rule.criterion.iter().map(named).collect(),
        total: rule.total,
        most: rule.most(),
        agreeing: rule.agreeing.clone(),
        cards: rule.cards.clone(),
        blind: rule.blind,
        law: rows.collect(),
        form,
        w,
    };
    answered(page(&template), came)
}

/// `GET /initiative-rules`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words(caller.preferences.language);
    let act = if visitor.actor.may(Act::RunMeeting) && asked.unit.is_empty() { Act::RunMeeting } else { Act::Look };
    let (unit, own, rule) = known(&app, &visitor, act, &asked.unit).await?;
    let may = visitor.actor.may_in(Act::RunMeeting, &unit);
    let form = may.then(|| form_of(&unit, own.as_ref(), &rule, w));
    render(&app, &caller, &unit, own.as_ref(), &rule, form).await
}

fn read(reader: &mut Reader<'_>, language: Language, w: &'static Words) -> CouncilRule {
    let mut criterion = Vec::new();
    let typed = reader.required("criteria");
    for (at, line) in typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let parts: Vec<&str> = line.split([';', '\t']).map(str::trim).collect();
        let number = |at: usize| parts.get(at).map_or(Some(0), |part| part.parse::<u32>().ok());
        match (parts.first().filter(|name| !name.is_empty()), number(1), number(2)) {
            (Some(name), Some(most), Some(least)) if parts.len() >= 2 => criterion.push(Named {
                name: name.chars().take(200).collect(),
                english: String::new(),
                most,
                least,
            }),
            _ => reader.problem("criteria", w.criteria_line.replace("{n}", &(at + 1).to_string())),
        }
    }
    if criterion.len() > MOST {
        reader.problem("criteria", w.criteria_many);
    }
    let total = reader.required("total").parse::<u32>().ok();
    if total.is_none() {
        reader.problem("total", w.whole_number);
    }
    let rule = CouncilRule {
        total: total.unwrap_or_default(),
        agreeing: reader.required("agreeing"),
        cards: reader.required("cards"),
        blind: reader.tick("blind"),
        source: reader.text("source").unwrap_or_default(),
        mark: String::new(),
        criterion,
    };
    if reader.fine()
        && let Err(problem) = rule.rule()
    {
        let field = match problem {
            RuleProblem::NoCriterion | RuleProblem::Marks(_) => "criteria",
            RuleProblem::Total(_) => "total",
            RuleProblem::Agreeing => "agreeing",
            RuleProblem::Cards => "cards",
        };
        reader.problem(field, said::rule_problem(&problem).in_language(language));
    }
    rule
}

/// `POST /initiative-rules?unit=…`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let (unit, own, before) = known(&app, &visitor, Act::RunMeeting, &asked.unit).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let rule = read(&mut reader, language, w);
    if !reader.fine() {
        let form = form_of(&unit, own.as_ref(), &before, w).back(reader, Came::Refused);
        return render(&app, &caller, &unit, own.as_ref(), &before, Some(form)).await;
    }
    let new = UnitRule { unit_id: unit.clone(), content: rule.text(), version: sent.seen() };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_initiative_rule(&new).await {
        Ok(()) => {
            let entry = Entry {
                unit_id: Some(unit.clone()),
                act: "initiative.rule",
                subject: "unit",
                subject_id: unit.clone(),
                detail: Some(lines(&rule).replace('\n', " | ")),
            };
            change.commit(entry).await?;
            go(format!("/initiative-rules?unit={unit}&done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let (unit, own, newest) = known(&app, &visitor, Act::RunMeeting, &asked.unit).await?;
            beside(&mut reader, &fields(&newest, w), o);
            let form = form_of(&unit, own.as_ref(), &newest, w).back(reader, Came::Changed);
            render(&app, &caller, &unit, own.as_ref(), &newest, Some(form)).await
        }
        Err(other) => Err(other.into()),
    }
}
