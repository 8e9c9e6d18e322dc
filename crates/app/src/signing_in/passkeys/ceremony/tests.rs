//! A device of our own: it makes keys and signs as the standard says, and then one thing at a time is wrong.

use super::*;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};

const ASKED: Asked<'static> =
    Asked { challenge: "Y2hhbGxlbmdl", origin: "https://thidua.example", host: "thidua.example" };

fn client(kind: &str, challenge: &str, origin: &str, cross: bool) -> String {
    let text = format!(
        "{{\"type\":\"{kind}\",\"challenge\":\"{challenge}\",\"origin\":\"{origin}\",\"crossOrigin\":{cross},\"other\":1}}"
    );
    BASE64.encode(text)
}

fn right(kind: &str) -> String {
    client(kind, ASKED.challenge, ASKED.origin, false)
}

fn data(host: &str, flags: u8, counter: u32) -> Vec<u8> {
    let mut data = Sha256::digest(host.as_bytes()).to_vec();
    data.push(flags);
    data.extend(counter.to_be_bytes());
    data
}

fn curve_key(public: &[u8]) -> Vec<u8> {
    let (x, y) = (&public[1..33], &public[33..]);
    [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20][..], x, &[0x22, 0x58, 0x20], y].concat()
}

fn edwards_key(public: &[u8]) -> Vec<u8> {
    [&[0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 0x20][..], public].concat()
}

/// An attestation object of the format `none`.
fn attestation(data: &[u8]) -> String {
    let mut bytes = vec![0xa3, 0x63];
    bytes.extend(b"fmt\x64none\x67attStmt\xa0\x68authData");
    bytes.extend([0x59]);
    bytes.extend(u16::try_from(data.len()).expect("short").to_be_bytes());
    bytes.extend(data);
    BASE64.encode(bytes)
}

fn with_credential(flags: u8, key: &[u8]) -> Vec<u8> {
    let mut whole = data(ASKED.host, flags, 7);
    whole.extend([0; 16]);
    whole.extend([0, 4]);
    whole.extend(b"cred");
    whole.extend(key);
    whole
}

#[test]
fn a_device_is_added_and_signs_in() {
    let dice = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &dice).expect("made");
    let curve = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &dice).expect("read");
    let document = Ed25519KeyPair::generate_pkcs8(&dice).expect("made");
    let edwards = Ed25519KeyPair::from_pkcs8(document.as_ref()).expect("read");
    let sign = |which: usize, message: &[u8]| match which {
        0 => curve.sign(&dice, message).expect("signed").as_ref().to_vec(),
        _ => edwards.sign(message).as_ref().to_vec(),
    };
    let keys = [curve_key(curve.public_key().as_ref()), edwards_key(edwards.public_key().as_ref())];
    for (which, key) in keys.iter().enumerate() {
        let new = added(&ASKED, &right("webauthn.create"), &attestation(&with_credential(0x41, key)));
        let new = new.expect("taken");
        assert_eq!((new.credential.as_str(), new.counter), ("Y3JlZA", 7));
        assert_eq!(BASE64.decode(&new.public_key).expect("text"), *key);

        let signs = |client: &str, data: &[u8]| {
            let client = BASE64.decode(client).expect("text");
            BASE64.encode(sign(which, &[data, Sha256::digest(&client).as_slice()].concat()))
        };
        let asks = |client: &str, data: &[u8]| {
            signed(&ASKED, &new.public_key, client, &BASE64.encode(data), &signs(client, data))
        };
        let good = data(ASKED.host, 0x01, 8);
        assert_eq!(asks(&right("webauthn.get"), &good), Some(8));
        // each of these is signed by the right key, and still wrong
        for (client, why) in [
            (right("webauthn.create"), "another ceremony"),
            (client("webauthn.get", "b3RoZXI", ASKED.origin, false), "another challenge"),
            (client("webauthn.get", ASKED.challenge, "https://evil.example", false), "another site"),
            (client("webauthn.get", ASKED.challenge, "http://thidua.example", false), "without TLS"),
            (client("webauthn.get", ASKED.challenge, ASKED.origin, true), "in a frame of another site"),
            (BASE64.encode("{}"), "nothing"),
        ] {
            assert_eq!(asks(&client, &good), None, "{why}");
        }
        assert_eq!(asks(&right("webauthn.get"), &data("evil.example", 0x01, 8)), None, "for another host");
        assert_eq!(asks(&right("webauthn.get"), &data(ASKED.host, 0x04, 8)), None, "nobody touched it");
        assert_eq!(asks(&right("webauthn.get"), &good[..36]), None, "cut off");
        // and these are not signed by it
        let (client, other) = (right("webauthn.get"), data(ASKED.host, 0x01, 9));
        let signature = signs(&client, &good);
        let ask =
            |key: &str, data: &[u8], signature: &str| signed(&ASKED, key, &client, &BASE64.encode(data), signature);
        assert_eq!(ask(&new.public_key, &good, &signature), Some(8));
        assert_eq!(ask(&new.public_key, &other, &signature), None, "other data");
        assert_eq!(ask(&BASE64.encode(&keys[1 - which]), &good, &signature), None, "another key");
        assert_eq!(ask(&new.public_key, &good, ""), None);
        assert_eq!(ask(&new.public_key, &good, "*"), None);
        assert_eq!(ask("", &good, &signature), None);
    }
}

#[test]
fn what_a_device_says_of_itself_is_not_taken_on_trust() {
    let key = curve_key(&[&[4][..], &[1; 64]].concat());
    let good = with_credential(0x41, &key);
    let asks = |client: &str, attestation: &str| added(&ASKED, client, attestation);
    let client = right("webauthn.create");
    assert!(asks(&client, &attestation(&good)).is_some());
    assert!(asks(&right("webauthn.get"), &attestation(&good)).is_none(), "another ceremony");
    assert!(asks(&client, &attestation(&with_credential(0x40, &key))).is_none(), "nobody touched it");
    assert!(asks(&client, &attestation(&with_credential(0x01, &key))).is_none(), "no credential");
    let mut weak = key.clone();
    weak[4] = 0x27;
    assert!(asks(&client, &attestation(&with_credential(0x41, &weak))).is_none(), "a key of no known kind");
    for length in 0..good.len() {
        assert!(asks(&client, &attestation(&good[..length])).is_none(), "cut off at {length}");
    }
    for nonsense in ["", "oA", "oWE", "///", "gYGBgYGBgYGBgYGBgQ"] {
        assert!(asks(&client, nonsense).is_none(), "{nonsense}");
    }
}
