//! The second factor: whether one is needed, and whether what was typed is one.

use super::{authenticator, secrets};
use crate::face::Refusal;
use crate::{App, SecondFactor, Settings};
use thidua_domain::access::Actor;
use thidua_store::accounts::Account;
use thidua_store::sessions::Factor;
use thidua_store::{Change, Moment, StoreError};

/// Whether somebody is asked for a second factor yet.
pub(crate) fn is_due(settings: &Settings, actor: &Actor, account_since: Moment, now: Moment) -> bool {
    match settings.second_factor {
        SecondFactor::Offered => false,
        SecondFactor::Required { after_days } => {
            actor.needs_second_factor() && now >= account_since + chrono::Duration::days(i64::from(after_days))
        }
    }
}

/// Whether a session opens nothing but the setting up of a second factor.
pub(crate) fn must_enrol(
    settings: &Settings,
    actor: &Actor,
    shown: Factor,
    account_since: Moment,
    now: Moment,
) -> bool {
    shown == Factor::None && is_due(settings, actor, account_since, now)
}

/// Something right that was shown; it still has to be taken, which happens once.
pub(crate) enum Shown {
    Step(i64),
    Recovery(String),
}

impl Shown {
    pub(crate) fn factor(&self) -> Factor {
        match self {
            Shown::Step(_) => Factor::App,
            Shown::Recovery(_) => Factor::RecoveryCode,
        }
    }

    /// Takes it in the change; `false` when it was taken before or there is no such code.
    pub(crate) async fn take(&self, change: &Change, account_id: &str) -> Result<bool, StoreError> {
        let taken = match self {
            Shown::Step(step) => change.take_step(account_id, *step).await,
            Shown::Recovery(hash) => change.use_recovery_code(account_id, hash).await,
        };
        match taken {
            Ok(()) => Ok(true),
            Err(StoreError::Absent | StoreError::ChangedMeanwhile) => Ok(false),
            Err(other) => Err(other),
        }
    }
}

/// The name under which wrong second factors of a login are counted.
pub(crate) fn attempts_of(login: &str) -> String {
    // typed logins are lower case: nobody counts here by typing this at the first step
    format!("SECOND {login}")
}

/// The context in which an account's secret is sealed.
pub(crate) fn context(account_id: &str) -> String {
    format!("authenticator:{account_id}")
}

/// Looks at a typed code: six digits of the app, or a recovery code. Counts as an attempt until it is taken.
pub(crate) async fn look(app: &App, account: &Account, typed: &str, now: Moment) -> Result<Option<Shown>, Refusal> {
    let attempts = attempts_of(&account.login);
    if app.attempts.left(&attempts, now) == 0 {
        return Err(Refusal::TooMany);
    }
    app.attempts.failed(&attempts, now);
    let close: String = typed.chars().filter(|letter| !letter.is_whitespace()).take(64).collect();
    if close.len() == 6 && close.bytes().all(|byte| byte.is_ascii_digit()) {
        let Some(known) = app.store.authenticator(&account.id).await? else { return Ok(None) };
        let secret = app.sealing.open(&context(&account.id), &known.sealed)?;
        return Ok(authenticator::matching_step(&secret, &close, now, known.last_step).map(Shown::Step));
    }
    let code = secrets::typed_code(&close);
    Ok((!code.is_empty()).then(|| Shown::Recovery(secrets::hash(&code))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_domain::access::{Grant, Role};

    #[test]
    fn only_the_weighty_roles_are_asked_and_only_after_the_days_of_grace() {
        let at = |day| {
            chrono::NaiveDate::from_ymd_opt(2026, 11, day)
                .and_then(|day| day.and_hms_opt(8, 0, 0))
                .expect("a moment")
        };
        let with = |second_factor| Settings { second_factor, ..Settings::default() };
        for (setting, role, day, due) in [
            (SecondFactor::Required { after_days: 0 }, Role::Head, 1, true),
            (SecondFactor::Required { after_days: 0 }, Role::Administrator, 1, true),
            (SecondFactor::Required { after_days: 0 }, Role::Reporter, 20, false),
            (SecondFactor::Required { after_days: 7 }, Role::Head, 7, false),
            (SecondFactor::Required { after_days: 7 }, Role::Head, 8, true),
            (SecondFactor::Offered, Role::Administrator, 20, false),
        ] {
            let today = at(day).date();
            let actor = Actor::new("a".into(), role, Some("u".into()), Vec::new(), today);
            assert_eq!(is_due(&with(setting), &actor, at(1), at(day)), due, "{setting:?} {role:?} {day}");
            let grant = Grant { from: Some(today), to: Some(today), ..Grant::always(Role::Head, Some("v".into())) };
            let actor = Actor::new("a".into(), Role::Reporter, Some("u".into()), vec![grant], today);
            let weighty = setting != SecondFactor::Offered && day != 7;
            assert_eq!(is_due(&with(setting), &actor, at(1), at(day)), weighty, "a power given in another unit");
        }
        assert_eq!(
            Settings::default().second_factor,
            SecondFactor::Required { after_days: 0 },
            "unless said otherwise"
        );
    }
}
