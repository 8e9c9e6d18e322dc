//! `/honours/{id}`: what was given, by whom, with the money; what it relied on and what relied on it; complaints; revoking.

use super::rows::{reached_rows, under_way};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::decisions::law::reckoned;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::awards::words::subject_words;
use thidua_domain::decisions::words as decision_words;
use thidua_domain::law::Mark;
use thidua_domain::nominations::{Occasion, words as nomination_words};
use thidua_domain::people::Category;
use thidua_store::honours::{Honour, Standing};

#[derive(Template)]
#[template(path = "honours/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    dw: &'static crate::decisions::words::Words,
    cw: &'static crate::complaints::words::Words,
    o: &'static office::Words,
    name: String,
    whole: Option<String>,
    award: String,
    award_address: String,
    revoked: Option<(String, String)>,
    facts: Vec<(&'static str, String)>,
    decision: Option<(String, String)>,
    nomination: Option<String>,
    code: Option<String>,
    money: String,
    money_mark: String,
    money_back: String,
    relied: Vec<(String, String)>,
    reached: Vec<(String, String, String)>,
    under_way: Vec<(String, String)>,
    complaints: Vec<(String, String, String)>,
    complain: Option<FormView>,
    revoke: Option<FormView>,
}

/// `GET /honours/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let it = app.store.honour(&id).await?.ok_or(Refusal::NotFound)?;
    if !app.store.honour_within(&it, &reach::within(&visitor)).await? {
        return Err(Refusal::NotFound);
    }
    render(&app, &caller, &visitor, &it, None, None).await
}

/// The page, with a form that came back: of revoking, or of complaining.
pub(crate) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    it: &Honour,
    revoking: Option<FormView>,
    complaining: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let dw = crate::decisions::words::words(language);
    let came = revoking.as_ref().or(complaining.as_ref()).map_or(Came::Fresh, |form| form.came);
    let prepares = app.may(visitor, Act::PrepareDecision, &it.unit_id).await?;
    let (mut revoked, mut money_back) = (None, String::new());
    if let (Some(by), Standing::Revoked) = (&it.revoked_by, it.standing)
        && let Some(one) = app.store.decision(by).await?
    {
        if it.paid.is_some() {
            money_back = crate::decisions::money_back(app, &one, language).await?;
        }
        revoked = Some((format!("/decisions/{by}"), one.number.unwrap_or_default()));
    }
    let revoke = if prepares && it.standing == Standing::Valid {
        let fields = crate::decisions::revoking_fields(app, it.dated, language)?;
        Some(FormView::new(format!("/honours/{}/revoke", it.id), it.version, fields, dw.revoke_button))
    } else {
        None
    };
    let complain = prepares.then(|| crate::complaints::form_about("honour", &it.id, app, language));
    let mut relied = Vec::new();
    for (honour, on) in app.store.reliances_of(std::slice::from_ref(&it.id)).await? {
        if honour == it.id
            && let Some(earlier) = app.store.honour(&on).await?
        {
            relied.push((format!("/honours/{on}"), format!("{} {}", earlier.award_name, earlier.year)));
        }
    }
    let complaints = if prepares {
        let of = |one: thidua_store::complaints::Complaint| {
            let state = decision_words::complaint(one.state).in_language(language).to_owned();
            (format!("/complaints/{}", one.id), one.from_name, state)
        };
        app.store.complaints_about(&it.id).await?.into_iter().map(of).collect()
    } else {
        Vec::new()
    };
    let register = app.store.unit(&it.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let whom = &it.whom;
    let a = crate::awards::words::words(language);
    let mark = it.paid.as_ref().and_then(|paid| Mark::of_letter(&paid.mark));
    let period = it.period.map(|(from, to)| format!("{} – {}", shown::day(Some(from)), shown::day(Some(to))));
    let category = whom.category.as_deref().and_then(Category::from_code);
    let p = crate::people::words::words(language);
    let occasion = Occasion::from_code(&it.occasion).map(nomination_words::occasion);
    let facts = vec![
        (w.issuer, it.issuer.clone()),
        (w.day, shown::day(it.dated)),
        (w.col_year, it.year.to_string()),
        (w.period, period.unwrap_or_default()),
        (w.occasion, occasion.map(|says| says.in_language(language).to_owned()).unwrap_or_default()),
        (w.post, whom.post.clone().unwrap_or_default()),
        (w.of_unit, whom.of_unit.clone()),
        (
            w.category,
            category.map_or_else(
                || subject_words(whom.kind).in_language(language).to_owned(),
                |one| crate::people::labels::category(one, p).to_owned(),
            ),
        ),
        (w.merit, it.merit.clone()),
        (w.register, register),
        (w.by, format!("{}, {}", it.account_name, shown::moment(it.written_at))),
    ];
    let template = OnePage {
        f: frame(caller, Tab::Honours).with_sample(it.illustrative),
        o: office::words(language),
        cw: crate::complaints::words::words(language),
        name: whom.name.clone(),
        whole: match (&whom.person_id, &whom.unit_id) {
            (Some(person), _) => Some(format!("/honours/people/{person}")),
            (None, Some(unit)) => Some(format!("/honours/units/{unit}")),
            (None, None) => None,
        },
        award: it.award_name.clone(),
        award_address: match it.dated {
            Some(day) => format!("/awards/{}?day={}", it.award, shown::day(Some(day))),
            None => format!("/awards/{}", it.award),
        },
        revoked,
        facts: facts.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
        decision: it.number.clone().map(|number| {
            (it.decision_id.as_ref().map(|id| format!("/decisions/{id}")).unwrap_or_default(), number)
        }),
        code: app.store.certificate_of(&it.id).await?.and_then(|one| one.code),
        nomination: it.nomination_id.as_ref().map(|id| format!("/nominations/{id}")),
        money: it.paid.as_ref().map(reckoned).unwrap_or_default(),
        money_mark: mark.map(|mark| crate::awards::labels::mark(mark, a).1.to_owned()).unwrap_or_default(),
        money_back,
        relied,
        reached: reached_rows(app, &it.id, dw).await?,
        under_way: if prepares { under_way(app, it).await? } else { Vec::new() },
        complaints,
        complain: complaining.or(complain),
        revoke: revoking.or(revoke),
        w,
        dw,
    };
    answered(page(&template), came)
}
