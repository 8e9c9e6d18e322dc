//! Signing in by another system: a small OpenID Connect provider of our own answers on this machine, and then it lies.

use crate::second_factor::enrol;
use crate::world::{Caller, World, clock, later, trial, world_with};
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Redirect;
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD as BASE64};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use thidua_app::{Origin, Provider, Secret, Settings};

/// What the provider will say next.
struct Told {
    key: EcdsaKeyPair,
    kid: String,
    published: Vec<Value>,
    /// Claims of the person who is signed in there.
    person: Value,
    /// Codes given, with what they were asked with.
    codes: HashMap<String, HashMap<String, String>>,
    /// Refusals of the token endpoint, for the test to look at.
    refused: Vec<String>,
}

#[derive(Clone)]
struct Sso {
    issuer: String,
    told: Arc<Mutex<Told>>,
}

type Asked = HashMap<String, String>;

fn new_key(kid: &str) -> (EcdsaKeyPair, Value) {
    let dice = SystemRandom::new();
    let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &dice).expect("made");
    let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &dice).expect("read");
    let public = key.public_key().as_ref();
    let (x, y) = (BASE64.encode(&public[1..33]), BASE64.encode(&public[33..]));
    let published = json!({"kty": "EC", "crv": "P-256", "kid": kid, "alg": "ES256", "use": "sig", "x": x, "y": y});
    (key, published)
}

impl Sso {
    async fn start() -> Sso {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let (key, published) = new_key("k1");
        let told = Told {
            key,
            kid: "k1".to_owned(),
            published: vec![published],
            person: json!({"sub": "s-1", "preferred_username": "loku.thuongtruc"}),
            codes: HashMap::new(),
            refused: Vec::new(),
        };
        let sso = Sso { issuer, told: Arc::new(Mutex::new(told)) };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .with_state(sso.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        sso
    }

    fn says(&self, change: impl FnOnce(&mut Told)) {
        change(&mut self.told.lock().expect("free"));
    }
}

async fn discovery(State(sso): State<Sso>) -> Json<Value> {
    let at = |path: &str| format!("{}{path}", sso.issuer);
    Json(json!({"issuer": sso.issuer, "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"),
        "jwks_uri": at("/keys"), "response_types_supported": ["code"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"]}))
}

async fn keys(State(sso): State<Sso>) -> Json<Value> {
    Json(json!({"keys": sso.told.lock().expect("free").published}))
}

async fn authorize(State(sso): State<Sso>, Query(asked): Query<Asked>) -> Redirect {
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["code_challenge_method"], "S256");
    assert!(asked["scope"].split(' ').any(|scope| scope == "openid"));
    let back = format!("{}?code=c-1&state={}", asked["redirect_uri"], asked["state"]);
    sso.says(|told| drop(told.codes.insert("c-1".to_owned(), asked)));
    Redirect::to(&back)
}

async fn token(
    State(sso): State<Sso>,
    headers: HeaderMap,
    Form(form): Form<Asked>,
) -> Result<Json<Value>, StatusCode> {
    let mut told = sso.told.lock().expect("free");
    // a code is given once, to the client it was made for, who knows what the challenge was made of
    let asked = told.codes.remove(&form["code"]).ok_or(StatusCode::BAD_REQUEST)?;
    let challenge = BASE64.encode(Sha256::digest(form["code_verifier"].as_bytes()));
    let basic = format!("Basic {}", STANDARD.encode("thidua:m%E1%BA%ADt+kh%E1%BA%A9u"));
    let wrong = if headers.get("authorization").and_then(|value| value.to_str().ok()) != Some(&basic) {
        Some("the client")
    } else if challenge != asked["code_challenge"] {
        Some("the verifier")
    } else if form["redirect_uri"] != asked["redirect_uri"] || form["grant_type"] != "authorization_code" {
        Some("the rest")
    } else {
        None
    };
    if let Some(wrong) = wrong {
        told.refused.push(wrong.to_owned());
        return Err(StatusCode::BAD_REQUEST);
    }
    let now = clock().and_utc().timestamp();
    let mut claims =
        json!({"iss": sso.issuer, "aud": "thidua", "exp": now + 60, "iat": now, "nonce": asked["nonce"]});
    for (name, value) in told.person.as_object().expect("claims") {
        claims[name] = value.clone();
    }
    let header = json!({"alg": "ES256", "kid": told.kid, "typ": "JWT"});
    let message = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(claims.to_string()));
    let signature = told.key.sign(&SystemRandom::new(), message.as_bytes()).expect("signed");
    let token = format!("{message}.{}", BASE64.encode(signature.as_ref()));
    Ok(Json(json!({"access_token": "a", "token_type": "Bearer", "id_token": token})))
}

async fn world_of(sso: &Sso, login_claim: bool) -> Arc<World> {
    let provider = Provider {
        name: "SSO tỉnh".to_owned(),
        issuer: sso.issuer.clone(),
        client_id: "thidua".to_owned(),
        client_secret: Some(Secret("mật khẩu".to_owned())),
        login_claim: login_claim.then(|| "preferred_username".to_owned()),
        second_factor: Some("mfa".to_owned()),
        certificates: None,
    };
    let origin = Origin::read("https://thidua.test");
    world_with(Settings { provider: Some(provider), origin, ..trial() }).await
}

/// Asks the provider as a browser does; the address it sends back to.
async fn asks(address: &str) -> String {
    let uri: axum::http::Uri = address.parse().expect("an address");
    let stream =
        tokio::net::TcpStream::connect(uri.authority().expect("a host").as_str()).await.expect("it answers");
    let io = hyper_util::rt::TokioIo::new(stream);
    let (mut sender, connection) = hyper::client::conn::http1::handshake(io).await.expect("HTTP");
    tokio::spawn(connection);
    let request = axum::http::Request::get(uri.path_and_query().expect("a path").as_str())
        .header("host", "sso.test")
        .body(axum::body::Body::empty())
        .expect("a request");
    let answer = sender.send_request(request).await.expect("an answer");
    assert!(answer.status().is_redirection(), "{}", answer.status());
    answer.headers()["location"]
        .to_str()
        .expect("text")
        .strip_prefix("https://thidua.test")
        .expect("back")
        .to_owned()
}

/// The whole way there and back, from an address that begins it.
async fn goes(caller: &mut Caller, begin: &str) -> crate::world::Answer {
    let away = caller.get(begin).await;
    assert_eq!(away.status, StatusCode::SEE_OTHER, "{}", away.text());
    caller.keep(&away);
    let back = asks(&away.location).await;
    let answer = caller.get(&back).await;
    caller.keep(&answer);
    answer
}

#[tokio::test]
async fn a_linked_account_is_opened_by_the_provider_and_none_is_ever_made() {
    let sso = Sso::start().await;
    let world = world_of(&sso, false).await;
    let accounts = world.app.store().accounts().await.expect("read").len();
    let mut stranger = Caller::stranger(&world);
    assert!(stranger.get("/sign-in?next=/plans").await.text().contains("Đăng nhập bằng SSO tỉnh"));
    let refused = goes(&mut stranger, "/sign-in/provider").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is linked, and no claim is asked");
    assert!(refused.text().contains("chưa có tài khoản nào liên kết"));
    assert_eq!(world.app.store().accounts().await.expect("read").len(), accounts);

    // the clerk links the own account, signed in with the password
    let mut clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let linked = goes(&mut clerk, "/account/provider/link").await;
    assert_eq!(linked.location, "/account?done=linked");
    assert!(clerk.get("/account").await.text().contains("Tài khoản này đã liên kết"));
    let mut again = Caller::stranger(&world);
    let inside = goes(&mut again, "/sign-in/provider?next=/plans").await;
    assert_eq!((inside.status, inside.location.as_str()), (StatusCode::SEE_OTHER, "/plans"));
    assert!(again.get("/account").await.text().contains("loku.thuongtruc"));

    // another account cannot take the same person
    let mut other = Caller::signed_in(&world, "loku.xem").await;
    let taken = goes(&mut other, "/account/provider/link").await;
    assert!(taken.text().contains("đã liên kết với một tài khoản khác"));
    assert_eq!(clerk.post("/account/provider/unlink", "").await.location, "/account?done=unlinked");
    let refused = goes(&mut Caller::stranger(&world), "/sign-in/provider").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sso.told.lock().expect("free").refused.is_empty());
}

#[tokio::test]
async fn a_login_is_taken_from_the_claim_once_and_the_subject_afterwards() {
    let sso = Sso::start().await;
    let world = world_of(&sso, true).await;
    let mut caller = Caller::stranger(&world);
    assert_eq!(goes(&mut caller, "/sign-in/provider").await.status, StatusCode::SEE_OTHER);
    assert!(caller.get("/account").await.text().contains("loku.thuongtruc"));
    // the provider gives the login to somebody else: the account stays with the first
    sso.says(|told| told.person = json!({"sub": "s-2", "preferred_username": "loku.thuongtruc"}));
    let refused = goes(&mut Caller::stranger(&world), "/sign-in/provider").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    sso.says(|told| told.person = json!({"sub": "s-1", "preferred_username": "renamed"}));
    assert_eq!(goes(&mut Caller::stranger(&world), "/sign-in/provider").await.status, StatusCode::SEE_OTHER);
    // a locked account is not opened
    let accounts = world.app.store().accounts().await.expect("read");
    let id = &accounts.iter().find(|one| one.login == "loku.thuongtruc").expect("an account").id;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    admin.post(&format!("/accounts/{id}/lock"), "").await;
    let refused = goes(&mut Caller::stranger(&world), "/sign-in/provider").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_second_factor_is_the_own_one_unless_the_provider_says_it_asked() {
    let sso = Sso::start().await;
    let world = world_of(&sso, true).await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let (phone, _) = enrol(&clerk).await;
    later(30);
    let mut caller = Caller::stranger(&world);
    let half = goes(&mut caller, "/sign-in/provider?next=/plans").await;
    assert_eq!(half.location, "/sign-in/second?next=/plans");
    assert_eq!(caller.get("/plans").await.status, StatusCode::SEE_OTHER, "not yet inside");
    let open = caller.post("/sign-in/second", &format!("code={}&next=%2Fplans", phone.code())).await;
    assert_eq!(open.location, "/plans");
    for (acr, led) in [("pwd", "/sign-in/second"), ("mfa", "/")] {
        sso.says(|told| told.person = json!({"sub": "s-1", "amr": ["pwd", acr]}));
        assert_eq!(goes(&mut Caller::stranger(&world), "/sign-in/provider").await.location, led, "{acr}");
    }
}

#[tokio::test]
async fn an_answer_that_was_not_asked_for_or_not_signed_opens_nothing() {
    let sso = Sso::start().await;
    let world = world_of(&sso, true).await;
    let refused = |answer: &crate::world::Answer| answer.status == StatusCode::UNPROCESSABLE_ENTITY;
    // another browser's answer, a made-up state, a refusal, nothing at all
    let mut first = Caller::stranger(&world);
    let away = first.get("/sign-in/provider").await;
    first.keep(&away);
    let back = asks(&away.location).await;
    assert!(refused(&Caller::stranger(&world).get(&back).await), "from a browser that began nothing");
    let mut second = Caller::stranger(&world);
    let begun = second.get("/sign-in/provider").await;
    second.keep(&begun);
    assert!(refused(&second.get(&back).await), "somebody else's answer");
    assert!(refused(&second.get("/sign-in/provider/back?error=access_denied&state=x").await));
    assert!(refused(&second.get("/sign-in/provider/back").await));
    // too late
    let mut slow = Caller::stranger(&world);
    let away = slow.get("/sign-in/provider").await;
    slow.keep(&away);
    let back = asks(&away.location).await;
    later(16 * 60);
    assert!(refused(&slow.get(&back).await), "after a quarter of an hour");
    // lies in the token
    for lie in [
        json!({"sub": "s-1", "nonce": "another"}),
        json!({"sub": "s-1", "aud": "another"}),
        json!({"sub": "s-1", "iss": "http://127.0.0.1:1"}),
        json!({"sub": "s-1", "exp": 1}),
        json!({"sub": ""}),
    ] {
        sso.says(|told| told.person = lie.clone());
        let answer = goes(&mut Caller::stranger(&world), "/sign-in/provider").await;
        assert!(refused(&answer), "{lie}");
        assert!(answer.text().contains("Chưa đăng nhập được bằng SSO tỉnh"));
    }
    sso.says(|told| told.person = json!({"sub": "s-1", "preferred_username": "loku.thuongtruc"}));
    let (stranger, published) = new_key("k2");
    sso.says(|told| told.key = stranger);
    assert!(refused(&goes(&mut Caller::stranger(&world), "/sign-in/provider").await), "signed by somebody else");
    // a new key is taken once it is published
    sso.says(|told| told.kid = "k2".to_owned());
    assert!(refused(&goes(&mut Caller::stranger(&world), "/sign-in/provider").await), "not published");
    sso.says(|told| told.published.push(published));
    assert_eq!(goes(&mut Caller::stranger(&world), "/sign-in/provider").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn without_a_provider_its_addresses_are_not_there() {
    let world = world_with(trial()).await;
    let caller = Caller::stranger(&world);
    for path in ["/sign-in/provider", "/sign-in/provider/back?code=x&state=y"] {
        assert_eq!(caller.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!caller.get("/sign-in").await.text().contains("Đăng nhập bằng"));
}
