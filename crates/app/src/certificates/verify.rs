//! `/verify`: what stands behind the code on a certificate, for anybody with a telephone.

use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, page, show as shown};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use thidua_domain::basics::Language;
use thidua_paper::certificate::is_code;
use thidua_store::honours::{Honour, Standing};

/// What an address may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    code: String,
}

/// What is told of an honour.
struct Found {
    valid: bool,
    /// By which decision, of which day.
    revoked_by: Option<String>,
    facts: Vec<(&'static str, String)>,
    sample: bool,
}

#[derive(Template)]
#[template(path = "certificates/verify.html")]
struct VerifyPage {
    f: Frame,
    w: &'static Words,
    typed: String,
    problem: Option<String>,
    found: Option<Found>,
}

/// `GET /verify`: the form, and its answer.
pub(crate) async fn form(State(app): State<App>, caller: Caller, Query(asked): Query<Asked>) -> Answer {
    answer(&app, &caller, asked.code.trim()).await
}

/// `GET /verify/{code}`: where the QR code leads.
pub(crate) async fn code(State(app): State<App>, caller: Caller, Path(code): Path<String>) -> Answer {
    answer(&app, &caller, code.trim()).await
}

async fn answer(app: &App, caller: &Caller, typed: &str) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let mut template = VerifyPage {
        f: frame(caller, Tab::Honours),
        w,
        typed: typed.chars().take(40).collect(),
        problem: None,
        found: None,
    };
    if typed.is_empty() {
        return page(&template);
    }
    let Some(code) = is_code(typed) else {
        template.problem = Some(w.verify_bad.to_owned());
        let mut response = page(&template)?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    };
    template.typed.clone_from(&code);
    let Some(id) = app.store.honour_by_code(&code).await? else {
        template.problem = Some(w.verify_none.replace("{code}", &code));
        let mut response = page(&template)?;
        *response.status_mut() = StatusCode::NOT_FOUND;
        return Ok(response);
    };
    let honour = app.store.honour(&id).await?.ok_or(Refusal::NotFound)?;
    template.found = Some(told(app, honour, language).await?);
    page(&template)
}

async fn told(app: &App, honour: Honour, language: Language) -> Result<Found, Refusal> {
    let w = words(language);
    let cited = |number: Option<&str>, day| {
        let parts = [number.map(str::to_owned), Some(shown::day(day)).filter(|day| !day.is_empty())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let revoked_by = match &honour.revoked_by {
        Some(id) => app.store.decision(id).await?.map(|by| cited(by.number.as_deref(), by.dated)),
        None => None,
    };
    let whom = &honour.whom;
    let unit = Some(&whom.of_unit).filter(|unit| **unit != whom.name);
    let who = [whom.post.as_ref(), unit].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
    let facts = [
        (w.facts_name, whom.name.clone()),
        (w.facts_unit, who),
        (w.facts_award, honour.award_name.clone()),
        (w.facts_merit, honour.merit.clone()),
        (w.facts_decision, cited(honour.number.as_deref(), honour.dated)),
        (w.facts_issuer, honour.issuer.clone()),
    ];
    Ok(Found {
        valid: honour.standing == Standing::Valid,
        revoked_by,
        facts: facts.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
        sample: honour.illustrative,
    })
}
