//! Signing in by another system: OpenID Connect with an authorization code, PKCE, state and nonce. An account is never
//! made by it: somebody is known by a link, or once by a claim that holds their login.

mod http;
pub(crate) mod pages;
pub(crate) mod settings;
mod token;

use crate::App;
use crate::signing_in::secrets;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use settings::{Origin, Provider};
use sha2::{Digest, Sha256};
use thidua_store::Moment;
use token::{Claims, Expected, Keys, Refused};
use tokio::sync::Mutex;

/// How long what the provider says of itself is kept.
const KEPT_MINUTES: i64 = 60;
/// How long somebody may take on the provider's pages.
const MINUTES: i64 = 15;

/// What a provider says of itself.
#[derive(Clone, Debug, Deserialize)]
struct Discovery {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

#[derive(Clone)]
struct Known {
    since: Moment,
    discovery: Discovery,
    keys: Keys,
}

/// What is known of the provider, asked when it is first needed.
#[derive(Default)]
pub(crate) struct Connection(Mutex<Option<Known>>);

impl Connection {
    async fn known(&self, provider: &Provider, now: Moment, anew: bool) -> Result<Known, String> {
        let mut place = self.0.lock().await;
        if let Some(known) = place.as_ref()
            && !anew
            && now - known.since < chrono::Duration::minutes(KEPT_MINUTES)
        {
            return Ok(known.clone());
        }
        let certificates = provider.certificates.as_deref();
        let address = format!("{}/.well-known/openid-configuration", provider.issuer.trim_end_matches('/'));
        let discovery: Discovery = serde_json::from_slice(&http::ask(&address, None, certificates).await?)
            .map_err(|error| format!("{address}: {error}"))?;
        if discovery.issuer != provider.issuer {
            return Err(format!("{address} is of another issuer, {}", discovery.issuer));
        }
        let keys: Keys = serde_json::from_slice(&http::ask(&discovery.jwks_uri, None, certificates).await?)
            .map_err(|error| format!("{}: {error}", discovery.jwks_uri))?;
        let known = Known { since: now, discovery, keys };
        *place = Some(known.clone());
        Ok(known)
    }
}

/// What the browser keeps, sealed, while somebody is on the provider's pages.
#[derive(Serialize, Deserialize)]
pub(crate) struct Begun {
    state: String,
    nonce: String,
    verifier: String,
    pub(crate) next: String,
    /// The account that wants to be linked.
    pub(crate) link: Option<String>,
    until: i64,
}

/// The context in which it is sealed.
pub(crate) const BEGUN: &str = "provider-begun";

/// Where the provider is asked, and what is kept meanwhile.
pub(crate) async fn begin(
    app: &App,
    provider: &Provider,
    origin: &Origin,
    next: String,
    link: Option<String>,
) -> Result<(String, Begun), String> {
    let now = (app.clock)();
    let known = app.connection.known(provider, now, false).await?;
    let begun = Begun {
        state: secrets::token(),
        nonce: secrets::token(),
        verifier: secrets::token(),
        next,
        link,
        until: (now + chrono::Duration::minutes(MINUTES)).and_utc().timestamp(),
    };
    let challenge = BASE64.encode(Sha256::digest(begun.verifier.as_bytes()));
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("response_type", "code")
        .append_pair("client_id", &provider.client_id)
        .append_pair("redirect_uri", &back(origin))
        .append_pair("scope", "openid profile")
        .append_pair("state", &begun.state)
        .append_pair("nonce", &begun.nonce)
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256")
        .finish();
    let address = known.discovery.authorization_endpoint;
    let join = if address.contains('?') { '&' } else { '?' };
    Ok((format!("{address}{join}{query}"), begun))
}

fn back(origin: &Origin) -> String {
    format!("{}/sign-in/provider/back", origin.whole())
}

/// Exchanges the code for a token and reads it.
pub(crate) async fn finish(
    app: &App,
    provider: &Provider,
    origin: &Origin,
    begun: &Begun,
    state: &str,
    code: &str,
) -> Result<Person, String> {
    let now = (app.clock)();
    let seconds = now.and_utc().timestamp();
    if begun.state != state {
        return Err("the answer to another question".to_owned());
    }
    if seconds > begun.until {
        return Err("it took too long".to_owned());
    }
    let known = app.connection.known(provider, now, false).await?;
    let form = token_form(provider, &known.discovery, &back(origin), begun, code);
    let certificates = provider.certificates.as_deref();
    let answer = http::ask(&known.discovery.token_endpoint, Some(form), certificates).await?;
    #[derive(Deserialize)]
    struct Given {
        id_token: String,
    }
    let given: Given = serde_json::from_slice(&answer).map_err(|error| format!("the token: {error}"))?;
    let expected =
        Expected { issuer: &provider.issuer, client_id: &provider.client_id, nonce: &begun.nonce, now: seconds };
    let read = match token::read(&given.id_token, &known.keys, &expected) {
        // the provider may have changed its keys
        Err(Refused::Unknown) => {
            let known = app.connection.known(provider, now, true).await?;
            token::read(&given.id_token, &known.keys, &expected)
        }
        other => other,
    };
    match read {
        Ok(claims) => Ok(person(provider, &claims)),
        Err(Refused::Unknown) => Err("the token is signed with a key that is not published".to_owned()),
        Err(Refused::Because(why)) => Err(format!("the token is refused: {why}")),
    }
}

/// Somebody the provider vouches for.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) subject: String,
    pub(crate) login: Option<String>,
    pub(crate) second_factor: bool,
}

fn person(provider: &Provider, claims: &Claims) -> Person {
    Person {
        subject: claims.subject.clone(),
        login: provider.login_claim.as_deref().and_then(|claim| claims.text(claim)).map(str::to_owned),
        second_factor: provider.second_factor.as_deref().is_some_and(|value| claims.showed(value)),
    }
}

fn token_form(provider: &Provider, discovery: &Discovery, back: &str, begun: &Begun, code: &str) -> http::Form {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("grant_type", "authorization_code")
        .append_pair("code", code)
        .append_pair("redirect_uri", back)
        .append_pair("code_verifier", &begun.verifier);
    let methods = discovery.token_endpoint_auth_methods_supported.as_deref();
    // without a word about it, a provider takes the header (RFC 8414)
    let header = methods.is_none_or(|methods| methods.iter().any(|method| method == "client_secret_basic"));
    let mut authorization = None;
    match &provider.client_secret {
        Some(secret) if header => {
            let part = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            let pair = format!("{}:{}", part(&provider.client_id), part(&secret.0));
            authorization = Some(format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair)));
        }
        Some(secret) => {
            form.append_pair("client_id", &provider.client_id).append_pair("client_secret", &secret.0);
        }
        None => {
            form.append_pair("client_id", &provider.client_id);
        }
    }
    http::Form { body: form.finish(), authorization }
}
