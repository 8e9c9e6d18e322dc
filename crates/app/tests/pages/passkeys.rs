//! Passkeys over HTTP, with a device made of a key and a counter. The ceremony with a real browser is in the tests of
//! the command line.

use crate::second_factor::enrol;
use crate::world::{Answer, Caller, later, trial, world_with};
use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use sha2::{Digest, Sha256};
use thidua_app::{Origin, SecondFactor, Settings};

struct Device {
    key: EcdsaKeyPair,
    name: &'static str,
}

fn challenge(page: &Answer) -> String {
    let text = page.text();
    text.split("data-challenge=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a challenge").to_owned()
}

impl Device {
    fn new(name: &'static str) -> Device {
        let dice = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &dice).expect("made");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, made.as_ref(), &dice).expect("read");
        Device { key, name }
    }

    fn client(kind: &str, challenge: &str) -> String {
        format!("{{\"type\":\"{kind}\",\"challenge\":\"{challenge}\",\"origin\":\"https://thidua.test\"}}")
    }

    fn data(flags: u8, counter: u32) -> Vec<u8> {
        let mut data = Sha256::digest(b"thidua.test").to_vec();
        data.push(flags);
        data.extend(counter.to_be_bytes());
        data
    }

    /// The form that adds it.
    fn added(&self, challenge: &str) -> String {
        let public = self.key.public_key().as_ref();
        let mut data = Device::data(0x41, 1);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.name.len()).expect("short").to_be_bytes());
        data.extend(self.name.as_bytes());
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20]);
        data.extend(&public[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&public[33..]);
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len()).expect("short"));
        attestation.extend(data);
        let client = Device::client("webauthn.create", challenge);
        format!("name=May&client={}&attestation={}", BASE64.encode(client), BASE64.encode(attestation))
    }

    /// The form that signs in.
    fn signed(&self, challenge: &str, counter: u32) -> String {
        let (client, data) = (Device::client("webauthn.get", challenge), Device::data(1, counter));
        let message = [data.as_slice(), Sha256::digest(client.as_bytes()).as_slice()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &message).expect("signed");
        let text = |bytes: &[u8]| BASE64.encode(bytes);
        let (credential, client) = (text(self.name.as_bytes()), text(client.as_bytes()));
        let (data, signature) = (text(&data), text(signature.as_ref()));
        format!("next=%2Fplans&credential={credential}&client={client}&data={data}&signature={signature}")
    }
}

fn with_origin(second_factor: SecondFactor) -> Settings {
    Settings { origin: Origin::read("https://thidua.test"), second_factor, ..trial() }
}

async fn half_way(world: &std::sync::Arc<crate::world::World>, login: &str) -> Caller {
    let password = &world.sign_ins.iter().find(|one| one.login == login).expect("a sign-in").password;
    let mut caller = Caller::stranger(world);
    let answer = caller.post("/sign-in", &format!("login={login}&password={password}")).await;
    assert_eq!(answer.location, "/sign-in/second");
    caller.keep(&answer);
    caller
}

#[tokio::test]
async fn a_passkey_is_a_second_factor_of_its_own_and_answers_only_its_own_session() {
    let world = world_with(with_origin(SecondFactor::Required { after_days: 0 })).await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let page = head.get("/account/second-factor").await;
    assert!(page.text().contains("passkey.js"));
    let device = Device::new("khoa-1");
    let wrong = head.post("/account/passkeys", &device.added("b3RoZXI")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "the answer to another challenge");
    let added = head.post("/account/passkeys", &device.added(&challenge(&page))).await;
    assert!(added.text().contains("Mã khôi phục"), "{}", added.text());
    assert_eq!(head.get("/plans").await.status, StatusCode::OK, "and the other pages are open");
    let twice = head.post("/account/passkeys", &device.added(&challenge(&page))).await;
    assert!(twice.status == StatusCode::UNPROCESSABLE_ENTITY && twice.text().contains("đã có"));

    let mut half = half_way(&world, "loku.thutruong").await;
    let page = half.get("/sign-in/second").await;
    assert!(page.text().contains("Dùng khóa truy cập") && page.text().contains("name=\"code\""));
    let other = half_way(&world, "loku.thutruong").await;
    let elsewhere = challenge(&other.get("/sign-in/second").await);
    let answer = half.post("/sign-in/passkey", &device.signed(&elsewhere, 2)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "the answer of another session");
    let stranger = Device { name: "khoa-1", ..Device::new("khoa-1") };
    let answer = half.post("/sign-in/passkey", &stranger.signed(&challenge(&page), 2)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "another key under the same name");
    let form = device.signed(&challenge(&page), 2);
    let open = half.post("/sign-in/passkey", &form).await;
    assert_eq!(open.location, "/plans");
    let again = half.post("/sign-in/passkey", &form).await;
    assert_eq!(again.location, "/sign-in", "an answer is taken once");
    half.keep(&open);
    assert!(half.get("/account").await.text().contains("mật khẩu và khóa truy cập"));
}

#[tokio::test]
async fn a_passkey_that_may_have_been_copied_is_refused_and_stands_in_the_log() {
    let world = world_with(with_origin(SecondFactor::Offered)).await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let device = Device::new("khoa-2");
    clerk.post("/account/passkeys", &device.added(&challenge(&clerk.get("/account").await))).await;
    let half = half_way(&world, "loku.thuongtruc").await;
    let asked = challenge(&half.get("/sign-in/second").await);
    let answer = half.post("/sign-in/passkey", &device.signed(&asked, 1)).await;
    assert!(answer.text().contains("dấu hiệu bị sao chép"), "the counter did not rise");
    let admin = Caller::signed_in(&world, "quan-tri").await;
    assert!(admin.get("/audit").await.text().contains("từ chối khóa truy cập nghi bị sao chép"));
}

#[tokio::test]
async fn several_passkeys_are_named_and_removed_with_a_code() {
    let world = world_with(with_origin(SecondFactor::Offered)).await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let (phone, codes) = enrol(&clerk).await;
    for name in ["khoa-3", "khoa-4"] {
        let page = clerk.get("/account").await;
        let added = clerk.post("/account/passkeys", &Device::new(name).added(&challenge(&page))).await;
        assert_eq!(added.location, "/account?done=passkey", "recovery codes stay the same");
    }
    let page = clerk.get("/account").await.text();
    let first = page.split("action=\"/account/passkeys/").nth(1).and_then(|rest| rest.split('"').next());
    let address = format!("/account/passkeys/{}", first.expect("a passkey"));
    assert_eq!(page.matches("/remove\"").count(), 3, "two passkeys and the app");
    assert_eq!(clerk.post(&address, "code=000").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    later(30);
    let removed = clerk.post(&address, &format!("code={}", phone.code())).await;
    assert_eq!(removed.location, "/account?done=passkey-removed");
    assert_eq!(clerk.post(&address, &format!("code={}", codes[0])).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn without_a_public_address_no_passkeys_are_offered() {
    let world = world_with(trial()).await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert!(!clerk.get("/account").await.text().contains("passkey"));
    assert_eq!(clerk.post("/account/passkeys", "client=x").await.status, StatusCode::NOT_FOUND);
}
