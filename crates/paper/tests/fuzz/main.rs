//! Hostile input for every reader: samples are cut, mixed and mended at random, and each reader must answer or refuse,
//! within bounded time and without a panic.
//!
//! A target runs for `THIDUA_FUZZ_SECONDS` (8 unless told) from the seed `THIDUA_FUZZ_SEED` (1 unless told), so that two
//! runs of the tests try the same inputs; `cargo x fuzz --seconds 600` runs longer, from a new seed. An input that breaks
//! a reader is kept in the folder that the message names, and `THIDUA_FUZZ_INPUT=FILE` tries it again.

mod mutate;
mod seeds;

use mutate::Mutator;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use thidua_domain::targets::Comparator;
use thidua_paper::plan::results::{Asked, json as results_json, read_results};
use thidua_paper::plan::{json, read_plan};
use thidua_paper::read::list::{Expected, read_whole_list};
use thidua_paper::read::{SourceText, read_bytes};
use thidua_paper::signature::{Authorities, Outcome, check, read_signed_copy, reserve_for_signature};

/// No input may keep a reader longer than this; debug builds are some ten times slower than what is shipped.
const LONGEST: Duration = Duration::from_secs(60);

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn kept(name: &str, input: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    std::fs::create_dir_all(&folder).expect("a folder for what was found");
    let file = folder.join(format!("{name}-{}.bin", input.len()));
    std::fs::write(&file, input).expect("the input is kept");
    file
}

/// Tries inputs until the time is over; the input in hand is kept before it can do harm that nobody survives.
fn fuzz(name: &'static str, seeds: Vec<Vec<u8>>, words: &[&[u8]], target: fn(&[u8])) {
    if let Some(file) = std::env::var_os("THIDUA_FUZZ_INPUT") {
        target(&std::fs::read(file).expect("the input that was kept"));
        return;
    }
    for seed in &seeds {
        target(seed);
    }
    let until = Instant::now() + Duration::from_secs(setting("THIDUA_FUZZ_SECONDS", 8));
    let mut mutator = Mutator::new(setting("THIDUA_FUZZ_SEED", 1), words);
    let mut tried = 0u64;
    while Instant::now() < until {
        let input = mutator.next(&seeds);
        let (done, waits) = mpsc::channel();
        // a thread of its own per batch would hide a hang; one per input costs little beside a reader
        let worker = std::thread::Builder::new().stack_size(2 * 1024 * 1024);
        let handed = input.clone();
        let thread = worker
            .spawn(move || {
                let outcome = catch_unwind(AssertUnwindSafe(|| target(&handed)));
                let _ = done.send(outcome.is_ok());
            })
            .expect("a thread");
        match waits.recv_timeout(LONGEST) {
            Ok(true) => thread.join().expect("it ended"),
            Ok(false) => panic!("{name}: an input panics, kept as {}", kept(name, &input).display()),
            Err(_) => panic!("{name}: an input takes over {LONGEST:?}, kept as {}", kept(name, &input).display()),
        }
        tried += 1;
    }
    println!("{name}: {tried} inputs");
}

/// Text in any encoding: it comes out as clean lines or is refused.
#[test]
fn text_of_any_encoding() {
    fuzz(
        "text",
        seeds::encodings(),
        &[b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"\r", b"%PDF-", b"PK\x03\x04"],
        |input| {
            if let Ok(source) = read_bytes(input) {
                assert!(source.lines.iter().all(|line| !line.contains('\n')), "a line is one line");
            }
        },
    );
}

/// Word documents: broken packages, and whole packages with broken XML.
#[test]
fn word_documents() {
    fuzz("docx", seeds::word(), seeds::XML_WORDS, |input| {
        let _ = read_bytes(input);
        let _ = read_bytes(&seeds::packed(input));
    });
}

/// PDF files, cut and mixed; the mark of the end is put back, or most would be refused at the door.
#[test]
fn pdf_files() {
    fuzz("pdf", seeds::pdf(), seeds::PDF_WORDS, |input| {
        let mut whole = input.to_vec();
        whole.extend_from_slice(b"\n%%EOF\n");
        let _ = read_bytes(&whole);
    });
}

/// Signed PDF files, cut and mixed: their signatures, what they say, and fields put behind them.
#[test]
fn signed_files() {
    fuzz("signed", vec![seeds::SIGNED.to_vec()], seeds::PDF_WORDS, |input| {
        let mut whole = input.to_vec();
        whole.extend_from_slice(b"\n%%EOF\n");
        let at = chrono::NaiveDate::from_ymd_opt(2026, 12, 31).and_then(|day| day.and_hms_opt(0, 0, 0));
        let (at, trusted) = (at.expect("a moment"), Authorities::default());
        if let Ok(copy) = read_signed_copy(&whole) {
            for one in &copy.signatures {
                let outcome = check(&whole, one, &trusted, at).outcome;
                assert!(!matches!(outcome, Outcome::Trusted { .. }), "nobody is listed");
            }
        }
        let _ = reserve_for_signature(whole, "Đỗ Văn Thử");
    });
}

/// Lists: broken packages, whole workbooks of broken parts, and separated text; every row has its cells, and stands below the
/// headings.
#[test]
fn lists() {
    fuzz("lists", seeds::lists(), seeds::SHEET_WORDS, |input| {
        let (columns, seal) = (seeds::list_columns(), seeds::list_seal());
        let expected = Expected { columns: &columns, seal: Some(&seal) };
        for bytes in [input.to_vec(), seeds::packed_workbook(input)] {
            let Ok((rows, read)) = read_whole_list(&bytes, &expected) else { continue };
            assert_eq!(
                (rows.len(), read.places.len()),
                (read.rows as usize, columns.len()),
                "all rows are handed over"
            );
            for row in &rows {
                assert!(row.cells.len() == columns.len() && row.row > read.heading_row, "a row is whole");
            }
            let shown = &read.shown;
            assert!(rows.iter().flat_map(|row| &row.tie).all(|tie| shown.contains(tie)), "a tie was shown");
        }
    });
}

/// Plans: whatever is read can be printed as the file that programs read.
#[test]
fn plans() {
    fuzz("plan", seeds::texts("plans"), seeds::PLAN_WORDS, |input| {
        let source = SourceText::from_text(&String::from_utf8_lossy(input));
        if let Ok(draft) = read_plan(&source) {
            assert!(json::to_json(&draft, &[]).is_ok(), "every draft has its file");
            let lines = u32::try_from(source.lines.len()).unwrap_or(u32::MAX);
            for target in &draft.targets {
                assert!(target.lines.first >= 1 && target.lines.last <= lines, "a target stands in the text");
            }
        }
    });
}

/// Reports: answers belong to targets that were asked for and stand in the text.
#[test]
fn reports() {
    fuzz("results", seeds::texts("results"), seeds::PLAN_WORDS, |input| {
        let source = SourceText::from_text(&String::from_utf8_lossy(input));
        let lines = u32::try_from(source.lines.len()).unwrap_or(u32::MAX);
        let asked = |at: usize, name: &str, unit: &str| Asked {
            id: format!("T{at}"),
            name: name.to_owned(),
            comparator: Comparator::ALL[at % Comparator::ALL.len()],
            value: None,
            unit: Some(unit.to_owned()),
        };
        let names = [("Tỷ lệ hộ nghèo", "%"), ("Thu ngân sách trên địa bàn", "tỷ đồng"), ("Diện tích ngô", "ha")];
        let all: Vec<Asked> =
            (0..12).map(|at| asked(at, names[at % names.len()].0, names[at % names.len()].1)).collect();
        let answers = read_results(&source, &all);
        for answer in &answers {
            assert!(all.iter().any(|one| one.id == answer.target), "an answer has its question");
            assert!(answer.lines.first >= 1 && answer.lines.last <= lines, "an answer stands in the text");
        }
        let _ = results_json::to_json("báo cáo.txt", &answers);
    });
}
