//! Loading a pack: nothing is kept before it is sound and whoever loads it has seen what it changes.

use super::LONGEST;
use super::checking::check;
use super::effect;
use super::list::{self, Form, told};
use super::words::words;
use crate::App;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::reach;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::header::CONTENT_TYPE;
use thidua_domain::access::Act;
use thidua_domain::basics::text::nfc;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::rule_packs::RulePack;

/// What the form sent.
#[derive(Default)]
struct Sent {
    text: String,
    /// How many dossiers change their answer, as whoever confirms was shown.
    confirmed: Option<usize>,
    unreadable: bool,
}

impl Sent {
    fn take(&mut self, name: &str, text: String) {
        match name {
            "text" => self.text = text,
            "confirmed" => self.confirmed = text.trim().parse().ok(),
            _ => {}
        }
    }
}

async fn receive(app: &App, request: Request) -> Result<Sent, Refusal> {
    let parts = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let mut sent = Sent::default();
    let mut file = None;
    if parts {
        let mut form =
            Multipart::from_request(request, app).await.map_err(|error| Refusal::of_form(error.status()))?;
        while let Some(field) = form.next_field().await.map_err(Refusal::of_part)? {
            let Some(name) = field.name().map(str::to_owned) else { continue };
            let content = field.bytes().await.map_err(Refusal::of_part)?.to_vec();
            match String::from_utf8(content) {
                Ok(text) if name == "file" => file = Some(text).filter(|text| !text.trim().is_empty()),
                Ok(text) => sent.take(&name, text),
                Err(_) => sent.unreadable = true,
            }
        }
    } else {
        let axum::Form(typed) = axum::Form::<crate::face::forms::Typed>::from_request(request, app)
            .await
            .map_err(|error| Refusal::of_form(error.status()))?;
        for (name, text) in typed {
            sent.take(&name, text);
        }
    }
    if let Some(file) = file {
        sent.text = file;
    }
    let text = sent.text.replace("\r\n", "\n");
    sent.text = nfc(text.trim_start_matches('\u{feff}'));
    Ok(sent)
}

/// `POST /rule-packs`.
pub(crate) async fn load(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let unit = app.own_unit(&visitor, Act::ManageAwards, None).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request).await?;
    let back = |form: Form| async { list::render(&app, &caller, &visitor, Some(form)).await };
    let refused =
        |problem: &'static str| Form { text: sent.text.clone(), problem: Some(problem), ..Form::default() };
    if sent.unreadable {
        return back(refused(w.not_text)).await;
    }
    if sent.text.trim().is_empty() {
        return back(refused(w.empty_text)).await;
    }
    if sent.text.len() > LONGEST {
        return back(refused(w.too_long)).await;
    }
    let sound = match check(&app, &unit, &sent.text, reach::today(&app)).await? {
        Ok(sound) => sound,
        Err(problems) => {
            let problems = told(&problems, language);
            return back(Form { text: sent.text, problems, ..Form::default() }).await;
        }
    };
    let author = visitor.author((app.clock)());
    let pack = RulePack {
        id: String::new(),
        unit_id: unit.clone(),
        code: sound.head.code.clone(),
        label: sound.head.version.trim().to_owned(),
        title: sound.head.title.trim().to_owned(),
        source: sound.head.source.trim().to_owned(),
        from: sound.from,
        to: sound.to,
        content: sent.text.clone(),
        withdrawn: None,
        version: 1,
        account_name: author.name.clone(),
        written_at: author.at,
    };
    let known = app.store.rule_packs_of(std::slice::from_ref(&unit)).await?;
    if known.iter().any(|known| known.code == pack.code && known.label == pack.label) {
        return back(refused(w.version_there)).await;
    }
    let effect = effect::of(&app, &visitor, &pack, language).await?;
    if sent.confirmed != Some(effect.changed.len()) {
        let summary = format!("{} · {} {} · {}", pack.title, w.version, pack.label, list::days(&pack));
        return back(Form { text: sent.text, effect: Some(effect), summary, ..Form::default() }).await;
    }
    let change = app.store.change(author).await?;
    let pack = RulePack { id: change.new_id(), ..pack };
    match change.add_rule_pack(&pack).await {
        Err(StoreError::AlreadyThere) => return back(refused(w.version_there)).await,
        other => other?,
    }
    change.commit(entry("rule-pack.loaded", &pack, pack.label.clone())).await?;
    go(format!("/rule-packs/{}?done=saved", pack.id))
}

/// An entry for the log.
pub(super) fn entry(act: &'static str, pack: &RulePack, detail: String) -> Entry {
    Entry {
        unit_id: Some(pack.unit_id.clone()),
        act,
        subject: "rule-pack",
        subject_id: pack.id.clone(),
        detail: Some(format!("{}: {detail}", pack.title)),
    }
}
