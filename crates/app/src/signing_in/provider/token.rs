//! The ID token of OpenID Connect: who signed it, for whom, for which question, and until when. Only the two kinds of
//! signatures that are used everywhere are taken; a token that names another, or none, is refused.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use serde_json::{Map, Value};

/// Seconds that two clocks may differ by.
const SLACK: i64 = 60;

/// The keys that a provider publishes.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Keys {
    pub(super) keys: Vec<Key>,
}

/// A published key; those of kinds that are not used here stay unread.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Key {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

/// What a token has to say.
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client_id: &'a str,
    pub(super) nonce: &'a str,
    /// Seconds since 1970.
    pub(super) now: i64,
}

/// What a token said of somebody.
#[derive(Debug)]
pub(super) struct Claims {
    pub(super) subject: String,
    all: Map<String, Value>,
}

impl Claims {
    /// A claim that is a text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.all.get(name)?.as_str()
    }

    /// Whether the provider says in so many words that a second factor was shown.
    pub(super) fn showed(&self, value: &str) -> bool {
        let methods = self.all.get("amr").and_then(Value::as_array);
        self.text("acr") == Some(value)
            || methods.is_some_and(|methods| methods.iter().any(|method| method.as_str() == Some(value)))
    }
}

/// Why a token is refused; `Unknown` when its key is not among those published, which may have changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    Unknown,
    Because(&'static str),
}

/// The claims of a token that holds.
pub(super) fn read(token: &str, keys: &Keys, expected: &Expected<'_>) -> Result<Claims, Refused> {
    let because = Refused::Because;
    let mut parts = token.split('.');
    let (Some(header), Some(claims), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(because("not a signed token"));
    };
    let decoded = |part: &str| BASE64.decode(part).map_err(|_| because("not base64url"));
    let known: Header = serde_json::from_slice(&decoded(header)?).map_err(|_| because("no header"))?;
    if known.crit.is_some() {
        return Err(because("asks for an extension"));
    }
    let message = &token.as_bytes()[..header.len() + 1 + claims.len()];
    let signature = decoded(signature)?;
    let fitting: Vec<&Key> = keys.keys.iter().filter(|key| key.fits(&known)).collect();
    if fitting.is_empty() {
        return Err(Refused::Unknown);
    }
    if !fitting.iter().any(|key| key.verifies(message, &signature)) {
        return Err(because("the signature is wrong"));
    }
    let all: Map<String, Value> = serde_json::from_slice(&decoded(claims)?).map_err(|_| because("no claims"))?;
    check(&all, expected).map_err(because)?;
    let subject = all.get("sub").and_then(Value::as_str).unwrap_or_default().to_owned();
    if subject.is_empty() || subject.len() > 255 {
        return Err(because("no subject"));
    }
    Ok(Claims { subject, all })
}

/// OpenID Connect Core, 3.1.3.7.
fn check(all: &Map<String, Value>, expected: &Expected<'_>) -> Result<(), &'static str> {
    let text = |name: &str| all.get(name).and_then(Value::as_str);
    let seconds = |name: &str| all.get(name).and_then(Value::as_i64);
    if text("iss") != Some(expected.issuer) {
        return Err("another issuer");
    }
    let (mine, several) = match all.get("aud") {
        Some(Value::String(one)) => (one == expected.client_id, false),
        Some(Value::Array(list)) => {
            (list.iter().any(|one| one.as_str() == Some(expected.client_id)), list.len() > 1)
        }
        _ => (false, false),
    };
    if !mine {
        return Err("for another client");
    }
    match text("azp") {
        Some(party) if party != expected.client_id => return Err("given to another client"),
        None if several => return Err("for several clients, and none named"),
        _ => {}
    }
    if text("nonce") != Some(expected.nonce) {
        return Err("the answer to another question");
    }
    let (Some(until), Some(since)) = (seconds("exp"), seconds("iat")) else { return Err("no time") };
    if until.saturating_add(SLACK) <= expected.now {
        return Err("expired");
    }
    if since > expected.now + SLACK {
        return Err("from the future");
    }
    Ok(())
}

impl Key {
    fn fits(&self, header: &Header) -> bool {
        let kind = match header.alg.as_str() {
            "RS256" => self.kty == "RSA",
            "ES256" => self.kty == "EC" && self.crv.as_deref() == Some("P-256"),
            _ => false,
        };
        kind && self.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
            && self.alg.as_ref().is_none_or(|alg| *alg == header.alg)
            && (header.kid.is_none() || self.kid == header.kid)
    }

    fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let bytes = |text: &Option<String>| BASE64.decode(text.as_deref().unwrap_or_default()).unwrap_or_default();
        if self.kty == "RSA" {
            let key = RsaPublicKeyComponents { n: bytes(&self.n), e: bytes(&self.e) };
            return key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok();
        }
        let (x, y) = (bytes(&self.x), bytes(&self.y));
        let point = [&[4], x.as_slice(), y.as_slice()].concat();
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
    use serde_json::json;

    struct Signer(EcdsaKeyPair);

    impl Signer {
        fn new() -> Signer {
            let dice = SystemRandom::new();
            let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &dice).expect("made");
            Signer(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &dice).expect("read"))
        }

        fn keys(&self, kid: &str) -> Keys {
            let public = self.0.public_key().as_ref();
            let (x, y) = (BASE64.encode(&public[1..33]), BASE64.encode(&public[33..]));
            let key = json!({"kty": "EC", "crv": "P-256", "kid": kid, "use": "sig", "x": x, "y": y});
            serde_json::from_value(json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "AA"}, key]}))
                .expect("keys")
        }

        fn token(&self, header: &Value, claims: &Value) -> String {
            let message = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(claims.to_string()));
            let signature = self.0.sign(&SystemRandom::new(), message.as_bytes()).expect("signed");
            format!("{message}.{}", BASE64.encode(signature.as_ref()))
        }
    }

    const NOW: i64 = 1_800_000_000;
    const EXPECTED: Expected<'static> =
        Expected { issuer: "https://sso.example", client_id: "thidua", nonce: "n1", now: NOW };

    fn good() -> Value {
        json!({"iss": "https://sso.example", "sub": "s1", "aud": "thidua", "nonce": "n1", "exp": NOW + 300,
               "iat": NOW - 5, "amr": ["pwd", "mfa"], "acr": "2", "preferred_username": "an"})
    }

    #[test]
    fn a_token_holds_only_for_its_issuer_client_question_and_time() {
        let signer = Signer::new();
        let keys = signer.keys("k1");
        let header = json!({"alg": "ES256", "kid": "k1"});
        let claims = read(&signer.token(&header, &good()), &keys, &EXPECTED).expect("it holds");
        assert_eq!((claims.subject.as_str(), claims.text("preferred_username")), ("s1", Some("an")));
        assert!(claims.showed("mfa") && claims.showed("2") && !claims.showed("otp"));
        let wrong = [
            ("iss", json!("https://evil.example"), "another issuer"),
            ("aud", json!("other"), "for another client"),
            ("aud", json!(["other"]), "for another client"),
            ("aud", json!(["thidua", "other"]), "for several clients, and none named"),
            ("azp", json!("other"), "given to another client"),
            ("nonce", json!("n2"), "the answer to another question"),
            ("nonce", Value::Null, "the answer to another question"),
            ("exp", json!(NOW - 61), "expired"),
            ("exp", Value::Null, "no time"),
            ("iat", json!(NOW + 61), "from the future"),
            ("sub", json!(""), "no subject"),
        ];
        for (name, value, why) in wrong {
            let mut claims = good();
            claims[name] = value;
            let refused = read(&signer.token(&header, &claims), &keys, &EXPECTED).expect_err(why);
            assert_eq!(refused, Refused::Because(why), "{name}");
        }
        let mut both = good();
        both["aud"] = json!(["thidua", "other"]);
        both["azp"] = json!("thidua");
        assert!(read(&signer.token(&header, &both), &keys, &EXPECTED).is_ok());
    }

    #[test]
    fn a_token_is_signed_by_a_published_key() {
        let signer = Signer::new();
        let keys = signer.keys("k1");
        let refused = |token: &str| read(token, &keys, &EXPECTED).expect_err("refused");
        let header = json!({"alg": "ES256", "kid": "k1"});
        assert_eq!(refused(&Signer::new().token(&header, &good())), Refused::Because("the signature is wrong"));
        assert_eq!(refused(&signer.token(&json!({"alg": "ES256", "kid": "k2"}), &good())), Refused::Unknown);
        assert_eq!(refused(&signer.token(&json!({"alg": "RS256", "kid": "k1"}), &good())), Refused::Unknown);
        assert_eq!(refused(&signer.token(&json!({"alg": "HS256", "kid": "k1"}), &good())), Refused::Unknown);
        let bare = signer.token(&json!({"alg": "none"}), &good());
        assert_eq!(refused(&bare), Refused::Unknown);
        let unsigned = format!("{}.", bare.rsplit_once('.').expect("parts").0);
        assert_eq!(refused(&unsigned), Refused::Unknown);
        let crit = signer.token(&json!({"alg": "ES256", "kid": "k1", "crit": ["b64"]}), &good());
        assert_eq!(refused(&crit), Refused::Because("asks for an extension"));
        let token = signer.token(&header, &good());
        let mut altered: Vec<&str> = token.split('.').collect();
        let other = BASE64.encode(good().to_string().replace("s1", "s2"));
        altered[1] = &other;
        assert_eq!(refused(&altered.join(".")), Refused::Because("the signature is wrong"));
        for nonsense in ["", "a", "a.b", "a.b.c", "a.b.c.d", "..", "e30.e30.e30"] {
            let _ = refused(nonsense);
        }
        // without a name for the key, every fitting one is tried
        assert!(read(&signer.token(&json!({"alg": "ES256"}), &good()), &keys, &EXPECTED).is_ok());
    }
}
