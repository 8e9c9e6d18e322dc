//! One block: who is in it on a day, who leads it in which year, who has been in it, what is the matter.

use super::actions::{self, Known};
use super::{labels, list, words};
use crate::App;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::forms::{FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, State};
use chrono::{Datelike, NaiveDate};
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::blocks::{LeadSeat, Stay, member_key, stays};

struct MemberRow {
    name: String,
    /// The unit, where this person may look at it.
    unit: Option<String>,
    since: String,
    seat: &'static str,
}

struct YearRow {
    year: i32,
    lead: String,
    deputies: String,
    document: String,
}

#[derive(Template)]
#[template(path = "blocks/record.html")]
struct RecordPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    id: String,
    name: String,
    kind: &'static str,
    unit: String,
    organiser: String,
    note: String,
    outside: bool,
    at: String,
    day: String,
    heading: String,
    members: Vec<MemberRow>,
    copy: String,
    findings: Vec<(String, &'static str)>,
    years: Vec<YearRow>,
    not_led: String,
    past: Vec<(String, String)>,
    may_manage: bool,
    form: FormView,
    naming: FormView,
}

/// Which form came back.
pub(super) enum Back {
    Correcting(FormView),
    Leading(FormView),
}

/// `GET /blocks/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<list::Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &id, &asked, None).await
}

/// One block on a day, if this person sees it.
pub(super) async fn known_for(app: &App, visitor: &Visitor, id: &str, day: NaiveDate) -> Result<Known, Refusal> {
    let block = app.store.block(id).await?.ok_or(Refusal::NotFound)?;
    if !actions::sees(app, visitor, &block).await? {
        return Err(Refusal::NotFound);
    }
    actions::known(app, vec![block], day).await?.pop().ok_or(Refusal::NotFound)
}

pub(super) fn correct_form(known: &Known, w: &'static words::Words) -> FormView {
    let block = &known.block;
    let mut fields = vec![Field::new("name", w.name, Input::Line, block.name.clone())];
    if block.outside {
        fields.push(
            Field::new("organiser", w.organiser, Input::Line, block.organiser.clone().unwrap_or_default())
                .hint(w.organiser_hint),
        );
    }
    fields.push(Field::new("note", w.note, Input::Line, block.note.clone().unwrap_or_default()));
    FormView::new(format!("/blocks/{}", block.id), block.version, fields, w.correct)
}

pub(super) fn lead_form(known: &Known, year: i32, w: &'static words::Words) -> FormView {
    let of = |seat: LeadSeat, at: usize| {
        let mut of_seat = known.leads_in(year).filter(|lead| lead.seat == seat).skip(at);
        of_seat.next().map(|lead| member_key(lead.unit_id.as_deref(), &lead.name)).unwrap_or_default()
    };
    let options = || {
        let mut all = vec![(String::new(), w.nobody_chosen.to_owned())];
        all.extend(known.members.iter().map(|place| (place.key(), place.name.clone())));
        Input::List(all)
    };
    let document = known.leads_in(year).find_map(|lead| lead.document.clone()).unwrap_or_default();
    let fields = vec![
        Field::new("year", w.year, Input::Number, year.to_string()).hint(w.year_hint),
        Field::new("lead", w.lead, options(), of(LeadSeat::Lead, 0)),
        Field::new("deputy", w.deputy_one, options(), of(LeadSeat::Deputy, 0)),
        Field::new("deputy2", w.deputy_two, options(), of(LeadSeat::Deputy, 1)),
        Field::new("document", w.document, Input::Line, document),
    ];
    FormView::new(format!("/blocks/{}/leads", known.block.id), known.block.version, fields, w.lead_form)
}

fn days(stay: &Stay, o: &'static office::Words) -> String {
    let to = stay.to.map(|to| format!(" {} {}", o.to_day, short(to))).unwrap_or_default();
    format!("{} {}{to}", o.from_day, short(stay.from))
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    asked: &list::Asked,
    back: Option<Back>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let (day, usual) = list::day_for(app, visitor, &asked.at).await?;
    let known = known_for(app, visitor, id, day).await?;
    let may_manage = app.may(visitor, Act::ManageRegulations, &known.unit.id).await?;
    let looks = visitor.actor.reaches_below(Act::Look);
    let all_stays = stays(&known.times, id);
    let year = day.year();
    let members: Vec<MemberRow> = known
        .members
        .iter()
        .map(|place| {
            let key = place.key();
            let stay = all_stays.iter().find(|stay| {
                member_key(stay.unit_id.as_deref(), &stay.name) == key
                    && stay.from <= day
                    && stay.to.is_none_or(|to| day <= to)
            });
            let lead = known
                .leads_in(year)
                .find(|lead| member_key(lead.unit_id.as_deref(), &lead.name) == key)
                .map(|lead| lead.seat);
            MemberRow {
                name: place.name.clone(),
                unit: place.unit_id.clone().filter(|_| looks),
                since: stay.map(|stay| days(stay, o)).unwrap_or_default(),
                seat: match lead {
                    Some(LeadSeat::Lead) => w.lead,
                    Some(LeadSeat::Deputy) => w.col_deputies,
                    None => "",
                },
            }
        })
        .collect();
    let mut years: Vec<i32> = known.leads.iter().map(|lead| lead.year).collect();
    years.dedup();
    let years = years
        .into_iter()
        .map(|year| YearRow {
            year,
            lead: known.names(year, LeadSeat::Lead).join(", "),
            deputies: known.names(year, LeadSeat::Deputy).join(", "),
            document: known.leads_in(year).find_map(|lead| lead.document.clone()).unwrap_or_default(),
        })
        .collect();
    let led = |key: &str| {
        let mut leads = known.leads.iter().filter(|lead| lead.seat == LeadSeat::Lead);
        leads.any(|lead| member_key(lead.unit_id.as_deref(), &lead.name) == key)
    };
    let not_led: Vec<&str> =
        known.members.iter().filter(|place| !led(&place.key())).map(|place| place.name.as_str()).collect();
    let (mut form, mut naming) = (correct_form(&known, w), lead_form(&known, year, w));
    match back {
        Some(Back::Correcting(back)) => form = back,
        Some(Back::Leading(back)) => naming = back,
        None => {}
    }
    let came = if form.open() { form.came } else { naming.came };
    let copy: Vec<String> = known.members.iter().map(|place| format!("- {}", place.name)).collect();
    let template = RecordPage {
        f: frame(caller, Tab::Blocks),
        id: id.to_owned(),
        name: known.block.name.clone(),
        kind: labels::kind(known.block.kind, w),
        unit: known.unit.name.clone(),
        organiser: known.block.organiser.clone().unwrap_or_default(),
        note: known.block.note.clone().unwrap_or_default(),
        outside: known.block.outside,
        at: if day == usual { String::new() } else { short(day) },
        day: short(day),
        heading: w.composition_on.replace("{day}", &short(day)),
        members,
        copy: format!("{} ({}):\n{}", known.block.name, short(day), copy.join("\n")),
        findings: known.findings.iter().map(|one| labels::finding(one, w)).collect(),
        years,
        not_led: match not_led.is_empty() {
            true => w.all_led.to_owned(),
            false => w.not_led.replace("{names}", &not_led.join(", ")),
        },
        past: all_stays.iter().map(|stay| (stay.name.clone(), days(stay, o))).collect(),
        may_manage,
        form,
        naming,
        w,
        o,
    };
    answered(page(&template), came)
}
