//! A register of awards for measuring: `honours ROWS SEARCHES [ADDRESS]` fills a store with invented awards and searches it.
//!
//! Prints the time of filling, then of searches by name as people type them (without marks, in part, common names too):
//! median and 99th percentile; beside them the same names looked for by `LIKE` over the plain column, as a spreadsheet or a
//! quick program does. Without an address the store is an embedded one in a folder of its own.

use chrono::{NaiveDate, NaiveDateTime};
use sea_orm::{ConnectionTrait, Database, Statement};
use std::time::{Duration, Instant};
use thidua_domain::awards::subject::{Level, SubjectKind};
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::audit::Entry;
use thidua_store::honours::{AskedHonours, Honour, Honoured, Standing};
use thidua_store::{Author, Store, Within};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const SURNAMES: [&str; 20] = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng",
    "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Đinh",
];
const MIDDLES: [&str; 12] =
    ["Thị", "Thị", "Thị", "Văn", "Văn", "Đức", "Minh", "Thanh", "Ngọc", "Hữu", "Xuân", "Quốc"];
const GIVEN: [&str; 40] = [
    "An", "Anh", "Bình", "Châu", "Cường", "Dũng", "Dung", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hiền", "Hòa",
    "Hùng", "Huệ", "Hương", "Khánh", "Lan", "Linh", "Loan", "Long", "Mai", "Minh", "Nam", "Nga", "Nhung", "Phúc",
    "Phương", "Quang", "Quyên", "Sơn", "Tâm", "Thảo", "Thắng", "Thủy", "Trang", "Tuấn", "Vân", "Yến",
];

/// Numbers that look like chance and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).unwrap_or(0)
    }

    fn name(&mut self) -> String {
        let (surname, given) = (SURNAMES[self.next(SURNAMES.len())], GIVEN[self.next(GIVEN.len())]);
        let (one, two) = (MIDDLES[self.next(MIDDLES.len())], GIVEN[self.next(GIVEN.len())]);
        // one in three has two middle names
        if self.next(3) == 0 {
            format!("{surname} {one} {two} {given}")
        } else {
            format!("{surname} {one} {given}")
        }
    }
}

fn randomness() -> [u8; 10] {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNTER: AtomicU64 = AtomicU64::new(1);
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&(COUNTER.fetch_add(1, Ordering::Relaxed) << 24).to_be_bytes());
    bytes
}

fn author() -> Author {
    Author { account_id: None, name: "measuring".into(), at: NaiveDateTime::default(), form: None }
}

fn entry(unit: &str) -> Entry {
    Entry {
        unit_id: Some(unit.to_owned()),
        act: "honour.sampled",
        subject: "unit",
        subject_id: unit.to_owned(),
        detail: None,
    }
}

async fn fill(store: &Store, rows: usize, numbers: &mut Numbers) -> Outcome<String> {
    let change = store.change(author()).await?;
    let unit = Unit {
        id: change.new_id(),
        name: "Tỉnh đo thử".into(),
        kind: UnitKind::Province,
        level: IssuerLevel::Province,
        head: None,
        parent_id: None,
        parent_name: None,
        valid_from: None,
        valid_to: None,
    };
    change.add_unit(&unit).await?;
    change.commit(entry(&unit.id)).await?;
    let mut left = rows;
    while left > 0 {
        let some = left.min(10_000);
        let change = store.change(author()).await?;
        let honours: Vec<Honour> = (0..some).map(|_| honour(change.new_id(), &unit.id, numbers)).collect();
        change.add_honours(&honours).await?;
        change.commit(entry(&unit.id)).await?;
        left -= some;
    }
    Ok(unit.id)
}

fn honour(id: String, unit_id: &str, numbers: &mut Numbers) -> Honour {
    let year = 2004 + i32::try_from(numbers.next(22)).unwrap_or(0);
    Honour {
        id,
        unit_id: unit_id.to_owned(),
        issuer: "Tỉnh đo thử".into(),
        level: Level::Unit,
        award: "LDTT".into(),
        award_name: "Lao động tiên tiến".into(),
        occasion: "regular".into(),
        whom: Honoured {
            kind: SubjectKind::Individual,
            person_id: None,
            unit_id: None,
            name: numbers.name(),
            birth_year: None,
            post: None,
            of_unit: "Đơn vị đo thử".into(),
            category: Some("official".into()),
            leader: Some(false),
            female: None,
        },
        year: i64::from(year),
        period: None,
        merit: "Số liệu đo thử".into(),
        decision_id: None,
        number: Some("1/QĐ-UBND".into()),
        dated: NaiveDate::from_ymd_opt(year, 12, 20),
        nomination_id: None,
        paid: None,
        standing: Standing::Valid,
        revoked_by: None,
        illustrative: true,
        version: 0,
        account_name: String::new(),
        written_at: NaiveDateTime::default(),
    }
}

/// A name as people type it: whole and without marks, its last two words, or with marks.
fn typed(numbers: &mut Numbers) -> String {
    let name = numbers.name();
    match numbers.next(3) {
        0 => fold(&name),
        1 => name,
        _ => {
            let words: Vec<&str> = name.split(' ').collect();
            fold(&words[words.len() - 2..].join(" "))
        }
    }
}

fn told(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_micros();
    println!(
        "{what:<28} {:>6} times   median {:>8.2} ms   99th percentile {:>8.2} ms",
        times.len(),
        at(50),
        at(99)
    );
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (rows, searches, address) = match words.as_slice() {
        [rows, searches] => (rows.parse()?, searches.parse()?, None),
        [rows, searches, address] => (rows.parse()?, searches.parse()?, Some(address.as_str())),
        _ => return Err("honours ROWS SEARCHES [ADDRESS]".into()),
    };
    let folder = tempfile::tempdir()?;
    let store = Store::open(address, folder.path(), randomness).await?;
    let mut numbers = Numbers(0x7468_6964_7561);
    let begun = Instant::now();
    let unit = fill(&store, rows, &mut numbers).await?;
    println!("{rows} awards written in {} s", begun.elapsed().as_secs());
    let within = || Within::Units { own: vec![unit.clone()], branches: Vec::new() };
    let (mut times, mut found) = (Vec::new(), 0);
    let asked: Vec<String> = (0..searches).map(|_| typed(&mut numbers)).collect();
    for words in &asked {
        let asked = AskedHonours { within: within(), words: words.clone(), award: None, year: None };
        let begun = Instant::now();
        found += store.find_honours(&asked, 0, 50).await?.0.len();
        times.push(begun.elapsed());
    }
    println!("{found} awards found on the first pages");
    told("find_honours", times);
    if address.is_none() {
        let file = folder.path().join("thidua.sqlite");
        let plain = Database::connect(format!("sqlite://{}?mode=ro", file.display())).await?;
        let mut times = Vec::new();
        for words in asked.iter().take(20) {
            let sql =
                "SELECT id FROM honours WHERE name LIKE '%' || $1 || '%' ORDER BY year DESC, id DESC LIMIT 50";
            let statement = Statement::from_sql_and_values(plain.get_database_backend(), sql, [words.into()]);
            let begun = Instant::now();
            plain.query_all_raw(statement).await?;
            times.push(begun.elapsed());
        }
        told("LIKE over the plain column", times);
    }
    Ok(())
}
