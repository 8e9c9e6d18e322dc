//! The rule by which each item is voted on: from the law of its dossier, or confirmed by the council's own regulation.

use super::door::{Here, Listed, here};
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::forms::{Came, FormView, answered};
use crate::office::receiving::receive;
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::basics::{Fraction, Language};
use thidua_domain::law::Mark;
use thidua_domain::voting::meeting::{KeptRule, State as Standing, Sure};
use thidua_domain::voting::{Ballot, Base, words as voting};
use thidua_store::meetings::Nominee;

/// Every item that waits, in the list of the form.
const ALL: &str = "all";

/// The law of an authority, with its own packs, on the days of some dossiers.
#[derive(Default)]
pub(super) struct Laws(BTreeMap<NaiveDate, Arc<Catalogue>>);

impl Laws {
    /// The law of the day a dossier was received, else of the meeting.
    pub(super) async fn of(
        &mut self,
        app: &App,
        unit_id: &str,
        nominee: &Nominee,
        day: NaiveDate,
    ) -> Result<Arc<Catalogue>, Refusal> {
        let day = nominee.received_on.unwrap_or(day);
        if let Some(known) = self.0.get(&day) {
            return Ok(Arc::clone(known));
        }
        let law = crate::nominations::law::catalogue(app, unit_id, day).await?;
        self.0.insert(day, Arc::clone(&law));
        Ok(law)
    }
}

/// What the law has for a nomination: by the regime that judged it, else by the day it was received, else of the meeting.
pub(super) fn law_rule(catalogue: &Catalogue, nominee: &Nominee, day: NaiveDate) -> KeptRule {
    let by_day = catalogue.law.on(nominee.received_on.unwrap_or(day)).map(|(regime, _)| regime);
    let judged = nominee.regime.as_ref().and_then(|key| catalogue.law.regimes().iter().find(|one| one.key == *key));
    let Some(regime) = judged.or(by_day) else { return KeptRule::missing() };
    let vote =
        catalogue.of(&regime.key).and_then(|rules| rules.award(&nominee.award)).and_then(|one| one.votes.first());
    let Some(vote) = vote else { return KeptRule::missing() };
    let (Some(ballot), Some(base)) = (Ballot::from_code(&vote.ballot), Base::from_code(&vote.base)) else {
        return KeptRule::missing();
    };
    let mark = Mark::of_letter(&vote.mark).unwrap_or(Mark::Unverified).min(regime.ceiling);
    KeptRule {
        ballot,
        base,
        percent: vote.percent,
        more_than: vote.more_than,
        quorum: vote.quorum.clone(),
        written_absent: vote.written_absent,
        source: vote.source.clone(),
        mark: match mark {
            Mark::Verified => Sure::Verified,
            Mark::Secondary => Sure::Secondary,
            Mark::Unverified => Sure::Unverified,
        },
    }
}

struct Row {
    award: String,
    items: usize,
    rule: String,
    unsure: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "meetings/rules.html")]
struct RulesPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    name: String,
    rows: Vec<Row>,
    form: Option<FormView>,
}

fn waits(listed: &&Listed) -> bool {
    // what a person confirmed may be confirmed anew as long as nobody has voted; what the law says stands
    listed.item.rule.mark != Sure::Verified
}

fn form(here: &Here, language: Language, w: &'static Words) -> Option<FormView> {
    let waiting: Vec<&Listed> = here.items.iter().filter(waits).collect();
    let first = &waiting.first()?.item.rule;
    let mut which = vec![(ALL.to_owned(), w.which_all.to_owned())];
    for one in &waiting {
        let award = one.subject.award(w);
        if !which.iter().any(|(known, _)| *known == award) {
            which.push((award.clone(), award));
        }
    }
    let ballots = Ballot::ALL
        .iter()
        .map(|one| (one.code().to_owned(), voting::ballot(*one).in_language(language).to_owned()));
    let bases =
        Base::ALL.iter().map(|one| (one.code().to_owned(), voting::base(*one).in_language(language).to_owned()));
    let share = first.percent.or(first.more_than).map(|share| share.to_string()).unwrap_or_default();
    let sort = if first.more_than.is_some() { "more-than" } else { "at-least" };
    let ticked = if first.written_absent { "yes" } else { "" };
    let fields = vec![
        Field::new("which", w.which, Input::List(which), ALL),
        Field::new("ballot", w.ballot, Input::List(ballots.collect()), first.ballot.code()),
        Field::new("base", w.base, Input::List(bases.collect()), first.base.code()),
        Field::new("sort", w.sort, Input::Choice(vec![("at-least", w.at_least), ("more-than", w.more_than)]), sort),
        Field::new("share", w.share, Input::Number, share).hint(w.share_hint),
        Field::new("quorum", w.quorum, Input::Line, first.quorum.clone().unwrap_or_default()).hint(w.quorum_hint),
        Field::new("written_absent", w.takes_written, Input::Tick, ticked),
        Field::new("source", w.rule_source, Input::Line, "").hint(w.rule_source_hint),
    ];
    Some(FormView::new(format!("/meetings/{}/rules", here.it.id), here.it.version, fields, w.confirm))
}

fn render(caller: &Caller, here: &Here, back: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let mut rows: BTreeMap<(String, String), Row> = BTreeMap::new();
    for one in &here.items {
        let (rule, unsure) = labels::rule(&one.item.rule, language, w);
        let award = one.subject.award(w);
        let row = rows.entry((award.clone(), rule.clone())).or_insert(Row { award, items: 0, rule, unsure });
        row.items += 1;
    }
    let form = back.or_else(|| form(here, language, w));
    let came = form.as_ref().map(|form| form.came).unwrap_or_default();
    let template = RulesPage {
        f: frame(caller, Tab::Meetings).with_sample(here.illustrative()),
        o: office::words(language),
        id: here.it.id.clone(),
        name: here.it.name.clone(),
        rows: rows.into_values().collect(),
        form,
        w,
    };
    answered(page(&template), came)
}

/// `GET /meetings/{id}/rules`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    here.require_runs(Standing::Called)?;
    render(&caller, &here, None)
}

fn read(reader: &mut Reader<'_>, w: &'static Words) -> KeptRule {
    let ballot = reader.code("ballot", Ballot::from_code).unwrap_or(Ballot::Secret);
    let base = reader.code("base", Base::from_code).unwrap_or(Base::AllMembers);
    let share = reader.required("share").parse::<u32>().ok().filter(|share| (1..=100).contains(share));
    if share.is_none() {
        reader.problem("share", w.share_bad);
    }
    let more = reader.text("sort").is_some_and(|sort| sort == "more-than");
    let quorum = reader.name("quorum");
    if quorum.as_ref().is_some_and(|text| Fraction::read(text).is_none()) {
        reader.problem("quorum", w.quorum_bad);
    }
    KeptRule {
        ballot,
        base,
        percent: share.filter(|_| !more),
        more_than: share.filter(|_| more),
        quorum,
        written_absent: reader.tick("written_absent"),
        source: reader.required_name("source"),
        mark: Sure::Confirmed,
    }
}

/// `POST /meetings/{id}/rules`.
pub(crate) async fn confirm(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    here.require_runs(Standing::Called)?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let Some(form) = form(&here, language, w) else { return Err(super::door::invalid(|w| w.nothing_waits)) };
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let which = reader.text("which").unwrap_or_else(|| ALL.to_owned());
    let chosen: Vec<&Listed> =
        here.items.iter().filter(waits).filter(|one| which == ALL || one.subject.award(w) == which).collect();
    if chosen.is_empty() {
        reader.problem("which", w.members_unknown);
    }
    let rule = read(&mut reader, w);
    if !reader.fine() {
        return render(&caller, &here, Some(form.back(reader, Came::Refused)));
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.take_meeting(&id, Standing::Called, sent.seen()).await?;
    for one in &chosen {
        change.write_item_rule(&id, one.item.position, &rule).await?;
    }
    let vi = words(Language::Vietnamese);
    let n = vi.log_items.replace("{n}", &chosen.len().to_string());
    let (says, _) = labels::rule(&rule, Language::Vietnamese, vi);
    change.commit(here.entry("meeting.rule-confirmed", format!("{n}: {says}"))).await?;
    go(format!("/meetings/{id}/rules?done=saved"))
}
