//! Adding accounts, giving one-time codes, locking.

use super::words::words;
use crate::App;
use crate::signing_in::secrets;
use thidua_domain::access::Role;
use thidua_domain::basics::Language;
use thidua_store::accounts::Account;
use thidua_store::audit::Entry;
use thidua_store::{Author, StoreError};

/// Days that a one-time code holds.
const CODE_DAYS: i64 = 7;
/// The login of the first administrator.
const FIRST_LOGIN: &str = "quan-tri";

/// Someone to be given an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Login, lower case.
    pub login: String,
    /// Name of the person or post.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Authority; none for administrators only.
    pub unit_id: Option<String>,
}

/// Adds an account that waits for its password; the one-time code.
///
/// # Errors
/// [`StoreError::AlreadyThere`] when the login is taken.
pub async fn add(app: &App, author: Author, new: NewAccount) -> Result<String, StoreError> {
    let code = secrets::code();
    let until = author.at + chrono::Duration::days(CODE_DAYS);
    insert(app, author, new, None, Some((secrets::hash(&code), until))).await?;
    Ok(code)
}

/// Adds an account with a password, for the demo; the password is hashed here.
///
/// # Errors
/// [`StoreError::AlreadyThere`] when the login is taken.
pub(crate) async fn add_with_password(
    app: &App,
    author: Author,
    new: NewAccount,
    password: &str,
) -> Result<(), StoreError> {
    let hash =
        secrets::hash_password(password).map_err(|error| StoreError::Folder(std::io::Error::other(error)))?;
    insert(app, author, new, Some(hash), None).await
}

/// Gives an account of the demo another password.
pub(crate) async fn replace_password(
    app: &App,
    author: Author,
    login: &str,
    password: &str,
) -> Result<(), StoreError> {
    let account = app.store.account_by_login(login).await?.ok_or(StoreError::Absent)?;
    let hash =
        secrets::hash_password(password).map_err(|error| StoreError::Folder(std::io::Error::other(error)))?;
    let code = secrets::hash(&secrets::code());
    let until = author.at + chrono::Duration::days(CODE_DAYS);
    let change = app.store.change(author).await?;
    change.give_code(&account.id, &code, until).await?;
    change.set_password(&account.id, &code, &hash).await?;
    change.commit(entry("password.set", &account, None)).await
}

async fn insert(
    app: &App,
    author: Author,
    new: NewAccount,
    password_hash: Option<String>,
    code: Option<(String, thidua_store::Moment)>,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    let (code_hash, code_until) = code.unzip();
    let account = Account {
        id: change.new_id(),
        login: new.login,
        name: new.name,
        role: new.role,
        unit_id: new.unit_id,
        password_hash,
        code_hash,
        code_until,
        locked: false,
    };
    change.add_account(&account).await?;
    let c = crate::face::words::words(Language::Vietnamese);
    let detail = format!("{}, {}", account.login, crate::face::show::role(account.role, c));
    change.commit(entry("account.added", &account, Some(detail))).await
}

/// Gives a new one-time code; the old password no longer works.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn give_code(app: &App, author: Author, account: &Account) -> Result<String, StoreError> {
    let code = secrets::code();
    let until = author.at + chrono::Duration::days(CODE_DAYS);
    let change = app.store.change(author).await?;
    change.give_code(&account.id, &secrets::hash(&code), until).await?;
    change.commit(entry("account.code-given", account, None)).await?;
    // somebody who was kept waiting after wrong passwords gets in with the new code
    app.attempts.succeeded(&account.login);
    Ok(code)
}

/// Ends every session of an account.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn end_sessions(app: &App, author: Author, account: &Account) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    let ended = change.end_sessions(&account.id, None).await?;
    change.commit(entry("sessions.ended", account, Some(format!("{}: {ended}", account.login)))).await
}

/// Takes the second factor of an account away. Whoever has only the password does not come in by that: it goes as
/// well, and a new one-time code is given.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn reset_second_factor(
    app: &App,
    author: Author,
    account: &Account,
) -> Result<String, StoreError> {
    let code = secrets::code();
    let until = author.at + chrono::Duration::days(CODE_DAYS);
    let change = app.store.change(author).await?;
    change.remove_second_factors(&account.id).await?;
    change.give_code(&account.id, &secrets::hash(&code), until).await?;
    change.commit(entry("second-factor.reset", account, Some(account.login.clone()))).await?;
    Ok(code)
}

/// Locks or unlocks.
///
/// # Errors
/// [`StoreError`].
pub(crate) async fn lock(app: &App, author: Author, account: &Account, locked: bool) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.lock_account(&account.id, locked).await?;
    let act = if locked { "account.locked" } else { "account.unlocked" };
    change.commit(entry(act, account, None)).await
}

/// At a start without any administrator who has a password: login and one-time code of the first one. The code is
/// made anew at each such start and shown nowhere but on the terminal.
///
/// # Errors
/// [`StoreError`].
pub async fn first_administrator(app: &App) -> Result<Option<(String, String)>, StoreError> {
    let accounts = app.store.accounts().await?;
    if accounts.iter().any(|account| account.role == Role::Administrator && account.password_hash.is_some()) {
        return Ok(None);
    }
    let name = words(Language::Vietnamese).first_name;
    let author = app.system(name);
    let code = match accounts.iter().find(|account| account.role == Role::Administrator) {
        Some(waiting) => give_code(app, author, waiting).await?,
        None => {
            let new = NewAccount {
                login: FIRST_LOGIN.to_owned(),
                name: name.to_owned(),
                role: Role::Administrator,
                unit_id: None,
            };
            add(app, author, new).await?
        }
    };
    Ok(Some((FIRST_LOGIN.to_owned(), code)))
}

fn entry(act: &'static str, account: &Account, detail: Option<String>) -> Entry {
    let unit_id = account.unit_id.clone();
    Entry { unit_id, act, subject: "account", subject_id: account.id.clone(), detail }
}
