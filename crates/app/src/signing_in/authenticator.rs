//! Codes of an authenticator app: RFC 6238 as every such app knows it, SHA-1, six digits, thirty seconds.

use ring::hmac;
use thidua_store::Moment;

const SECONDS: i64 = 30;
/// Steps that a clock may be wrong by, either way.
const SLACK: i64 = 1;

/// The step of a moment.
pub(crate) fn step_of(at: Moment) -> i64 {
    at.and_utc().timestamp().div_euclid(SECONDS)
}

/// The code of a step.
pub(crate) fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    // RFC 4226, 5.3: the last four bits say where the number begins
    let begin = usize::from(tag.last().copied().unwrap_or_default() & 0x0f);
    let number = tag.iter().skip(begin).take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    format!("{:06}", (number & 0x7fff_ffff) % 1_000_000)
}

/// The step whose code was typed, if it is a step of now and later than the last one taken.
pub(crate) fn matching_step(secret: &[u8], typed: &str, now: Moment, last: i64) -> Option<i64> {
    let here = step_of(now);
    let mut found = None;
    // every step is compared to its end: the time taken tells nothing about the right code
    for step in here - SLACK..=here + SLACK {
        if same(code(secret, step).as_bytes(), typed.as_bytes()) && step > last {
            found = Some(step);
        }
    }
    found
}

/// Whether two texts are the same, without stopping at the first difference.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && std::hint::black_box(a.iter().zip(b).fold(0, |other, (x, y)| other | (x ^ y))) == 0
}

/// A secret as apps take it: base 32 of RFC 4648 without padding.
pub(crate) fn base32(secret: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut text = String::new();
    for five in secret.chunks(5) {
        let mut bytes = [0; 8];
        bytes[3..3 + five.len()].copy_from_slice(five);
        let bits = u64::from_be_bytes(bytes);
        let letters = (five.len() * 8).div_ceil(5);
        for place in 0..letters {
            let value = bits >> (35 - 5 * place) & 31;
            text.push(char::from(LETTERS[usize::try_from(value).unwrap_or_default()]));
        }
    }
    text
}

/// A long text in groups of four, to be copied by hand.
pub(crate) fn in_groups(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The address that an app reads from the picture.
pub(crate) fn address(product: &str, login: &str, secret: &[u8]) -> String {
    let (product, login) = (encoded(product), encoded(login));
    format!(
        "otpauth://totp/{product}:{login}?secret={}&issuer={product}&algorithm=SHA1&digits=6&period=30",
        base32(secret)
    )
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

/// The picture of a text, black on white with the border that cameras need; nothing when it is too long for one.
pub(crate) fn picture(text: &str) -> Option<String> {
    const BORDER: usize = 4;
    let code = fast_qr::QRBuilder::new(text).ecl(fast_qr::ECL::M).build().ok()?;
    let width = code.size + 2 * BORDER;
    let mut path = String::new();
    for (y, row) in code.data[..code.size * code.size].chunks(code.size).enumerate() {
        for (x, module) in row.iter().enumerate() {
            if module.value() {
                path.push_str(&format!("M{} {}h1v1h-1z", x + BORDER, y + BORDER));
            }
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {width}\" shape-rendering=\"crispEdges\"><rect width=\"{width}\" height=\"{width}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Moment {
        chrono::DateTime::from_timestamp(seconds, 0).expect("a moment").naive_utc()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, SHA-1; the last six of its eight digits
        for (seconds, wanted) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(SECRET, step_of(at(seconds))), wanted, "{seconds}");
        }
    }

    #[test]
    fn a_code_holds_for_its_own_step_and_one_before_and_after() {
        let now = at(1_234_567_890);
        let here = step_of(now);
        for (step, taken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let typed = code(SECRET, here + step);
            assert_eq!(matching_step(SECRET, &typed, now, 0), taken.then_some(here + step), "{step}");
        }
        assert_eq!(matching_step(SECRET, &code(SECRET, here), now, here), None, "taken before");
        assert_eq!(matching_step(SECRET, &code(SECRET, here - 1), now, here), None, "older than one taken");
        for typed in ["", "00592", "0059244", "abcdef"] {
            assert_eq!(matching_step(SECRET, typed, now, 0), None, "{typed:?}");
        }
    }

    #[test]
    fn a_secret_is_written_as_apps_read_it() {
        // RFC 4648, chapter 10
        for (bytes, text) in
            [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
        assert_eq!(in_groups(&base32(SECRET)), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let address = address("Thi Đua", "loku.thutruong", SECRET);
        assert!(address.starts_with("otpauth://totp/Thi%20%C4%90ua:loku.thutruong?secret=GEZDGNBV"), "{address}");
        let picture = picture(&address).expect("a picture");
        assert!(picture.len() < 60_000 && !picture.contains("style="), "{} bytes", picture.len());
    }
}
