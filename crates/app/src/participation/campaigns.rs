//! Campaigns and social activities that units joined: recording, and sums by campaign and by unit.

use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::movements::actions::MovementView;
use crate::office::forms::{Came, FormView, answered, beside, people};
use crate::office::receiving::{Sent, keep, receive, register, replaced};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::movements::State as MovementState;
use thidua_domain::participation::sums;
use thidua_domain::units::Unit;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::campaigns::Joined;
use thidua_store::movements::Movement;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    edit: String,
}

/// What was joined under a plan, as somebody may see it.
struct Campaigns {
    view: MovementView,
    /// Whether everything is theirs to see.
    whole: bool,
    movements: Vec<Movement>,
    /// The unit itself and those directly below it.
    units: Vec<Unit>,
    /// Those for which this person records.
    writes: Vec<Unit>,
    joins: Vec<Joined>,
    today: NaiveDate,
}

impl Campaigns {
    fn open(&self) -> bool {
        !matches!(self.view.movement.state, MovementState::Draft | MovementState::Closed)
    }

    fn name(&self, movement_id: &str, w: &'static Words) -> String {
        let found = self.movements.iter().find(|one| one.id == movement_id);
        found.filter(|one| !one.named.own).map_or_else(|| w.other_activity.to_owned(), |one| one.named.name.clone())
    }

    fn unit(&self, id: &str) -> String {
        self.units.iter().find(|unit| unit.id == id).map(|unit| unit.name.clone()).unwrap_or_default()
    }
}

async fn campaigns(app: &App, visitor: &Visitor, id: &str) -> Result<Campaigns, Refusal> {
    let movement = app.store.movement(id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?;
    let whole = app.may(visitor, Act::Look, &plan.unit_id).await?;
    let today = reach::today(app);
    let mut joins = app.store.campaign_joins(&plan.id).await?;
    let own = app.store.unit(&plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let mut units = vec![own];
    units.extend(reach::below(app, &plan.unit_id, today).await?);
    let gone: Vec<String> = joins
        .iter()
        .map(|join| join.unit_id.clone())
        .filter(|id| !units.iter().any(|unit| unit.id == *id))
        .collect();
    units.extend(app.store.units_of(&gone).await?);
    let office = visitor.actor.may_in(Act::Review, &plan.unit_id);
    let mine = |unit: &&Unit| office || visitor.actor.may_in(Act::ReportFigure, &unit.id);
    let writes: Vec<Unit> = units.iter().filter(mine).cloned().collect();
    if !whole {
        // a draft is nobody's business below, and of others only the own lines are seen
        if writes.is_empty() || !plan.issued {
            return Err(Refusal::NotFound);
        }
        joins.retain(|join| writes.iter().any(|unit| unit.id == join.unit_id));
    }
    let movements = app.store.movements(&plan.id).await?;
    Ok(Campaigns { view: MovementView { movement, plan }, whole, movements, units, writes, joins, today })
}

struct Sum {
    name: String,
    times: usize,
    units: usize,
    people: i64,
    amounts: String,
}

struct Row {
    id: String,
    campaign: String,
    unit: String,
    day: String,
    what: String,
    people: String,
    amount: String,
    evidence: String,
    file: Option<String>,
    recorded: String,
    withdrawn: bool,
    may_edit: bool,
}

#[derive(Template)]
#[template(path = "participation/campaigns.html")]
struct CampaignsPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    plan: String,
    whole: bool,
    by_campaign: Vec<Sum>,
    by_unit: Vec<Sum>,
    rows: Vec<Row>,
    form: Option<FormView>,
    closed: bool,
}

/// Amounts as they are read: `12,6 triệu đồng; 30 ngày công`.
fn said(joins: &[&Joined], w: &'static Words) -> String {
    let amounts = joins.iter().filter_map(|join| Some((join.amount_unit.as_deref()?, join.amount?)));
    let sums = sums(amounts).into_iter().map(|(unit, sum)| match sum {
        Some(sum) => format!("{} {unit}", sum.vietnamese()),
        None => format!("{unit}: {}", w.too_large),
    });
    sums.collect::<Vec<_>>().join("; ")
}

fn sum(name: String, joins: &[&Joined], w: &'static Words) -> Sum {
    let mut units: Vec<&str> = joins.iter().map(|join| join.unit_id.as_str()).collect();
    units.sort_unstable();
    units.dedup();
    Sum {
        name,
        times: joins.len(),
        units: units.len(),
        people: joins.iter().filter_map(|join| join.people).fold(0, i64::saturating_add),
        amounts: said(joins, w),
    }
}

fn fields(of: &Campaigns, one: Option<&Joined>, w: &'static Words) -> Vec<Field> {
    let text = |text: fn(&Joined) -> Option<String>| one.and_then(text).unwrap_or_default();
    let movements: Vec<(String, String)> =
        of.movements.iter().map(|movement| (movement.id.clone(), of.name(&movement.id, w))).rev().collect();
    let first = of.movements.iter().find(|one| !one.named.own).or(of.movements.first());
    let movement = one.map(|one| one.movement_id.clone()).or(first.map(|one| one.id.clone())).unwrap_or_default();
    let units: Vec<(String, String)> = of.writes.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
    let chosen = match one {
        Some(one) => one.unit_id.clone(),
        None if units.len() == 1 => units[0].0.clone(),
        None => String::new(),
    };
    let none = (units.len() > 1).then(|| (String::new(), w.choose_unit.to_owned()));
    let units = none.into_iter().chain(units).collect();
    let mut fields = vec![
        Field::new("campaign", w.campaign, Input::List(movements), movement),
        Field::new("unit", w.unit, Input::List(units), chosen),
        Field::new("day", w.day, Input::Day, shown::day(one.map(|one| one.held_on))),
        Field::new("what", w.what, Input::Text, text(|one| Some(one.what.clone()))),
        Field::new("people", w.people, Input::Number, text(|one| one.people.map(|n| n.to_string())))
            .hint(w.people_hint),
        Field::new("amount", w.amount, Input::Number, shown::amount(one.and_then(|one| one.amount)))
            .hint(w.amount_hint),
        Field::new("amount_unit", w.amount_unit, Input::Line, text(|one| one.amount_unit.clone()))
            .hint(w.amount_unit_hint),
        Field::new("evidence", w.evidence, Input::Line, text(|one| one.evidence.clone())).hint(w.evidence_hint),
    ];
    if let Some(one) = one {
        let tick = Field::new("withdraw", w.withdraw, Input::Tick, if one.withdrawn { "yes" } else { "" });
        fields.push(tick.hint(w.withdraw_hint));
    }
    fields
}

fn form(of: &Campaigns, edit: &str, w: &'static Words, o: &'static office::Words) -> FormView {
    let one = own_join(of, edit);
    let button = if one.is_some() { w.correct } else { w.record };
    let address = format!("/movements/{}/campaigns", of.view.movement.id);
    let form = FormView::new(address, one.map_or(0, |one| one.version), fields(of, one, w), button)
        .with_file(o.file, one.and_then(|one| one.file_name.clone()));
    if one.is_some() { form.correcting(edit) } else { form }
}

/// What this person may correct.
fn own_join<'a>(of: &'a Campaigns, id: &str) -> Option<&'a Joined> {
    of.joins.iter().find(|one| one.id == id).filter(|one| of.writes.iter().any(|unit| unit.id == one.unit_id))
}

/// `GET /movements/{id}/campaigns`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let of = campaigns(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let form = form(&of, &asked.edit, words(language), office::words(language));
    render(&caller, &of, form)
}

fn render(caller: &Caller, of: &Campaigns, form: FormView) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(caller, Place::Movements);
    let id = of.view.movement.id.clone();
    let f = if of.whole { f.in_movement(caller, &id, Tab::Participation) } else { f };
    let counted: Vec<&Joined> = of.joins.iter().filter(|join| !join.withdrawn).collect();
    let by_campaign = of.movements.iter().filter_map(|movement| {
        let own: Vec<&Joined> = counted.iter().copied().filter(|join| join.movement_id == movement.id).collect();
        (!own.is_empty()).then(|| sum(of.name(&movement.id, w), &own, w))
    });
    let by_unit = of.units.iter().filter_map(|unit| {
        let own: Vec<&Joined> = counted.iter().copied().filter(|join| join.unit_id == unit.id).collect();
        (!own.is_empty()).then(|| sum(unit.name.clone(), &own, w))
    });
    let rows = of.joins.iter().rev().map(|join| Row {
        id: join.id.clone(),
        campaign: of.name(&join.movement_id, w),
        unit: of.unit(&join.unit_id),
        day: short(join.held_on),
        what: join.what.clone(),
        people: join.people.map(|people| people.to_string()).unwrap_or_default(),
        amount: said(&[join], w),
        evidence: join.evidence.clone().unwrap_or_default(),
        file: join.file_digest.clone(),
        recorded: format!("{}, {}", join.account_name, shown::moment(join.recorded_at)),
        withdrawn: join.withdrawn,
        may_edit: of.open() && own_join(of, &join.id).is_some(),
    });
    let came = form.came;
    let template = CampaignsPage {
        o: office::words(language),
        plan: of.view.plan.number_symbol.clone().unwrap_or_default(),
        whole: of.whole,
        by_campaign: by_campaign.collect(),
        by_unit: by_unit.collect(),
        rows: rows.collect(),
        closed: !of.open(),
        form: (of.open() && !of.writes.is_empty()).then_some(form),
        f,
        w,
        id,
    };
    answered(page(&template), came)
}

/// Reads the form; what is wrong stays with the reader.
fn read(
    of: &Campaigns,
    before: Option<&Joined>,
    reader: &mut Reader<'_>,
    sent: &Sent,
    w: &'static Words,
    o: &'static office::Words,
) -> Joined {
    let movement = reader.code("campaign", |id| of.movements.iter().find(|one| one.id == id));
    let unit = reader.code("unit", |id| of.writes.iter().find(|unit| unit.id == id));
    if unit.is_none() {
        reader.problem("unit", w.choose_unit);
    }
    let day = reader.day("day");
    match day {
        None => {
            reader.required("day");
        }
        Some(day) if day > of.today => reader.problem("day", w.future.replace("{day}", &short(day))),
        Some(_) => {}
    }
    let join = Joined {
        id: before.map(|before| before.id.clone()).unwrap_or_default(),
        movement_id: movement.unwrap_or(&of.view.movement).id.clone(),
        unit_id: unit.map(|unit| unit.id.clone()).unwrap_or_default(),
        held_on: day.unwrap_or(NaiveDate::MIN),
        what: reader.required("what"),
        people: people(reader, "people", o),
        amount: reader.amount("amount", Expectation::Quantity),
        amount_unit: reader.text("amount_unit"),
        evidence: reader.text("evidence"),
        file_digest: None,
        file_name: None,
        withdrawn: before.is_some() && reader.tick("withdraw"),
        version: if before.is_some() { sent.seen() } else { 0 },
        account_name: String::new(),
        recorded_at: NaiveDateTime::MIN,
    };
    match (join.amount, &join.amount_unit) {
        (Some(amount), _) if amount < Amount::ZERO => reader.problem("amount", w.negative),
        (Some(_), None) => reader.problem("amount_unit", w.unit_needed),
        (None, Some(_)) => reader.problem("amount", w.amount_needed),
        _ => {}
    }
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    join
}

/// `POST /movements/{id}/campaigns`.
pub(crate) async fn record(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let of = campaigns(&app, &visitor, &id).await?;
    if of.writes.is_empty() {
        return Err(Refusal::NotAllowed);
    }
    if !of.open() {
        return Err(Refusal::Invalid(super::page::says(|w| w.closed)));
    }
    let sent = receive(&app, request, o).await?;
    let edit = sent.corrects().unwrap_or_default();
    let before = own_join(&of, &edit);
    if before.is_none() && !edit.is_empty() {
        return Err(Refusal::NotFound);
    }
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut join = read(&of, before, &mut reader, &sent, w, o);
    if !reader.fine() {
        return render(&caller, &of, form(&of, &edit, w, o).back(reader, Came::Refused));
    }
    let typed = sent.typed.clone();
    let kept = keep(&app, sent.file).await?;
    let old = before.map_or((None, None), |one| (one.file_digest.clone(), one.file_name.clone()));
    (join.file_digest, join.file_name) = replaced(&kept, old);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    if before.is_none() {
        join.id = change.new_id();
    }
    match change.write_join(&join).await {
        Ok(()) => {
            let act = match (before.is_some(), join.withdrawn) {
                (false, _) => "campaign.joined",
                (true, false) => "campaign.corrected",
                (true, true) => "campaign.withdrawn",
            };
            let entry = Entry {
                unit_id: Some(join.unit_id.clone()),
                act,
                subject: "movement",
                subject_id: join.movement_id.clone(),
                detail: Some(format!("{}: {}", of.unit(&join.unit_id), join.what)),
            };
            change.commit(entry).await?;
            go(format!("/movements/{id}/campaigns?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = campaigns(&app, &visitor, &id).await?;
            let mut reader = Reader::new(&typed, crate::face::words::words(language));
            beside(&mut reader, &fields(&newest, own_join(&newest, &edit), w), o);
            render(&caller, &newest, form(&newest, &edit, w, o).back(reader, Came::Changed))
        }
        Err(other) => Err(other.into()),
    }
}
