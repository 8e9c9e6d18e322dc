//! Sending digests by e-mail, for the command that a timer calls. Each is put together with what its recipient may see at
//! that moment, and how it went is kept.

use super::page::digest;
use super::{letter, picture};
use crate::App;
use crate::clock::local_date;
use crate::face::{Refusal, Visitor};
use crate::signing_in::second::is_due;
use lettre::message::Mailbox;
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::error::Error;
use std::time::Duration;
use thidua_domain::access::Actor;
use thidua_domain::basics::Language;
use thidua_domain::digest::Problem;
use thidua_store::accounts::Account;
use thidua_store::audit::Entry;
use thidua_store::digests::Subscription;
use thidua_store::{Author, StoreError};

/// To whom it is sent.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// To everybody for whom one is due.
    Due,
    /// To this address, due or not.
    To(String),
}

/// The way out.
#[derive(Clone, Debug)]
pub struct Way {
    /// The mail server: `smtp://host:25`, `smtps://name:password@host`.
    pub server: String,
    /// The sender.
    pub from: String,
    /// The address under which the pages are reached, for links.
    pub origin: Option<String>,
}

/// How it went.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Addresses it was sent to.
    pub sent: Vec<String>,
    /// Addresses it was not sent to, and why.
    pub failed: Vec<(String, &'static str, String)>,
}

/// Why nothing could be tried.
#[derive(Debug)]
pub enum NotTried {
    /// The address of the mail server cannot be read.
    Server(String),
    /// The sender is no address.
    From,
    /// Nobody gets it at this address.
    Nobody,
    /// The store.
    Store(StoreError),
}

impl From<StoreError> for NotTried {
    fn from(error: StoreError) -> NotTried {
        NotTried::Store(error)
    }
}

/// Seconds that a mail server has to answer.
const PATIENCE: u64 = 30;

/// Sends them.
///
/// # Errors
/// [`NotTried`]; what was tried and failed stands in the outcome.
pub async fn send(app: &App, wanted: &Wanted, way: &Way) -> Result<Outcome, NotTried> {
    let from: Mailbox = way.from.parse().map_err(|_| NotTried::From)?;
    let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&way.server)
        .map_err(|error| NotTried::Server(said(&error)))?
        .timeout(Some(Duration::from_secs(PATIENCE)))
        .build();
    let today = local_date((app.clock)());
    let mut all = app.store.digest_subscriptions().await?;
    match wanted {
        Wanted::Due => all.retain(|one| one.every.is_due(one.sent_at.map(local_date), today)),
        Wanted::To(address) => {
            all.retain(|one| one.address.eq_ignore_ascii_case(address));
            if all.is_empty() {
                return Err(NotTried::Nobody);
            }
        }
    }
    let mut outcome = Outcome::default();
    for one in all {
        let tried = try_one(app, &one, &server, &from, way).await?;
        note(app, &one, tried.as_ref().err()).await?;
        match tried {
            Ok(()) => outcome.sent.push(one.address),
            Err((problem, said)) => {
                let why = super::alarm::problem(problem, super::words::words(Language::Vietnamese));
                outcome.failed.push((one.address, why, said));
            }
        }
    }
    Ok(outcome)
}

type Failure = (Problem, String);

async fn try_one(
    app: &App,
    one: &Subscription,
    server: &AsyncSmtpTransport<Tokio1Executor>,
    from: &Mailbox,
    way: &Way,
) -> Result<Result<(), Failure>, StoreError> {
    let Some(account) = app.store.account(&one.account_id).await?.filter(|account| !account.locked) else {
        return Ok(Err((Problem::Locked, String::new())));
    };
    let Ok(to) = one.address.parse::<Mailbox>() else { return Ok(Err((Problem::Address, String::new()))) };
    let pending = account.code_hash.is_some();
    let reader = reader(app, account).await?;
    if pending || reader.must_enrol {
        return Ok(Err((Problem::NotEnrolled, String::new())));
    }
    let message = match put_together(app, &reader, one, from, to, way).await {
        Ok(message) => message,
        Err(refusal) => return Ok(Err((Problem::Content, format!("{refusal:?}")))),
    };
    Ok(server.send(message).await.map(|_| ()).map_err(|error| failure(&error)))
}

async fn put_together(
    app: &App,
    reader: &Visitor,
    one: &Subscription,
    from: &Mailbox,
    to: Mailbox,
    way: &Way,
) -> Result<lettre::Message, Refusal> {
    let d = digest(app, reader, one.language).await?;
    let png = picture::draw(app, &d).await?;
    letter::message(&d, from.clone(), to, way.origin.as_deref(), png, (app.clock)())
}

/// The recipient as the guard would let them in: their role and the powers that hold today, nothing more; and whether
/// the guard would open them nothing but the setting up of a second factor.
async fn reader(app: &App, account: Account) -> Result<Visitor, StoreError> {
    let unit_name = match &account.unit_id {
        Some(unit) => app.store.unit(unit).await?.map(|unit| unit.name),
        None => None,
    };
    let further = app.store.grants_of(&account.id).await?.into_iter().map(|given| given.grant).collect();
    let today = local_date((app.clock)());
    let actor = Actor::new(account.id, account.role, account.unit_id, further, today);
    let since = app.store.account_since(&actor.account_id).await?;
    let must_enrol =
        is_due(&app.settings, &actor, since, (app.clock)()) && !app.store.enrolled(&actor.account_id).await?.any();
    Ok(Visitor { actor, name: account.name, unit_name, session: String::new(), must_enrol, form: None })
}

fn failure(error: &SmtpError) -> Failure {
    let answered = error.is_permanent() || error.is_transient();
    (if answered { Problem::Refused } else { Problem::Connection }, said(error))
}

/// An error with what is behind it, each said once.
fn said(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut behind = error.source();
    while let Some(inner) = behind {
        let more = inner.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        behind = inner.source();
    }
    text
}

async fn note(app: &App, one: &Subscription, failed: Option<&Failure>) -> Result<(), StoreError> {
    let author: Author = app.system("thidua digest");
    let change = app.store.change(author).await?;
    change.note_digest(&one.account_id, &one.address, failed.map(|(why, said)| (*why, said.as_str()))).await?;
    let unit_id = app.store.account(&one.account_id).await?.and_then(|account| account.unit_id);
    change
        .commit(Entry {
            unit_id,
            act: if failed.is_some() { "account.digest-failed" } else { "account.digest-sent" },
            subject: "account",
            subject_id: one.account_id.clone(),
            detail: Some(match failed {
                Some((_, said)) if !said.is_empty() => format!("{}: {said}", one.address),
                _ => one.address.clone(),
            }),
        })
        .await
}
