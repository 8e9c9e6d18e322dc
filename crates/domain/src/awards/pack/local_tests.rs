//! Packs with faults, and local packs: what they may and may not do.

use crate::awards::case::Handed;
use crate::awards::judging::{Verdict, judge};
use crate::awards::pack::{Catalogue, PackProblem, read, shipped, shipped_texts, with_local};

fn law() -> &'static Catalogue {
    shipped().expect("the pack")
}

fn local(body: &str) -> String {
    format!(
        "[pack]\ncode = \"tinh-mau\"\nversion = \"1\"\ntitle = \"Quy định mẫu\"\nsource = \"Quyết định 1/2026/QĐ-UBND\"\nfrom = \"2025-07-01\"\n\n{body}"
    )
}

fn numbers(problems: &[PackProblem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.number).collect()
}

fn judged(catalogue: &Catalogue, award: &str, text: &str) -> Verdict {
    let handed: Handed<'_> = serde_json::from_str(text).expect("a case");
    let case = handed.check(&catalogue.codes).expect("a case without fault");
    judge(catalogue, award, &case).expect("judged").verdict
}

const FIFTH_OF_31: &str = r#"{"received_on": "2026-03-10", "for_period": {"from": "2025-01-01", "to": "2025-12-31"},
    "subject": {"kind": "individual", "category": "official"},
    "facts": {"grades": [{"year": 2025, "grade": "excellent"}], "awards": [{"award": "LDTT", "year": 2025}],
              "initiatives": [], "discipline": [], "pending": [], "quota": {"base": 31, "granted": 4}}}"#;

#[test]
fn a_local_ratio_fills_what_the_law_leaves_open_and_then_decides() {
    assert_eq!(judged(law(), "CSTDCS", FIFTH_OF_31), Verdict::NeedsPerson, "the ratio is not the law's");
    let ratio = |percent: &str| {
        local(&format!(
            "[[addition]]\naward = \"CSTDCS\"\n[[addition.condition]]\nnumber = \"TM-001\"\nfills = \"AWD-033\"\nsays = \"Không quá {percent}%.\"\nenglish = \"At most {percent}%.\"\nsource = \"Quyết định 1/2026/QĐ-UBND Điều 5\"\nmark = \"V\"\nneed = {{ kind = \"quota\", of = \"LDTT\", percent = \"{percent}\" }}\n"
        ))
    };
    let twenty = with_local(law(), "tinh", &ratio("20")).expect("fills an open rule");
    assert_eq!(judged(&twenty, "CSTDCS", FIFTH_OF_31), Verdict::Eligible);
    assert!(twenty.version.contains("tinh-mau@1"), "{}", twenty.version);
    let ten = with_local(law(), "tinh", &ratio("10")).expect("fills an open rule");
    assert_eq!(judged(&ten, "CSTDCS", FIFTH_OF_31), Verdict::NotEligible);
}

#[test]
fn a_local_condition_is_never_looser_than_the_law() {
    let grade = |at_least: &str| {
        local(&format!(
            "[[addition]]\naward = \"CSTDCS\"\n[[addition.condition]]\nnumber = \"TM-002\"\nfills = \"AWD-032a\"\nsays = \"…\"\nenglish = \"…\"\nsource = \"Quyết định 1/2026/QĐ-UBND Điều 6\"\nmark = \"V\"\nneed = {{ kind = \"grade\", at_least = \"{at_least}\" }}\n"
        ))
    };
    let looser = with_local(law(), "tinh", &grade("good")).expect_err("looser");
    assert!(numbers(&looser).iter().all(|number| *number == "PACK-027"), "{looser:?}");
    assert!(looser[0].says.vi.contains("chỉ được quy định chặt hơn"), "{}", looser[0].says.vi);
    with_local(law(), "tinh", &grade("excellent")).expect("as strict");
}

#[test]
fn an_award_of_ones_own_is_data_alone() {
    let own = local(
        r#"[[award]]
code = "HHTM"
sort = "form"
subjects = ["individual"]
level = "province"
[[award.holds]]
regimes = ["C", "D"]
name = "Huy hiệu của tỉnh mẫu"
english = "Badge of the sample province"
source = "Quyết định 1/2026/QĐ-UBND Điều 9"
mark = "V"
[[award.condition]]
number = "TM-010"
regimes = ["C", "D"]
says = "Đạt Lao động tiên tiến trong năm."
english = "Advanced Worker of the year."
source = "Quyết định 1/2026/QĐ-UBND Điều 9"
mark = "V"
need = { kind = "holds", awards = ["LDTT"], when = "period" }
"#,
    );
    let made = with_local(law(), "tinh", &own).expect("a pack");
    assert_eq!(judged(&made, "HHTM", FIFTH_OF_31), Verdict::Eligible);
    assert_eq!(judged(&made, "CSTDCS", FIFTH_OF_31), Verdict::NeedsPerson, "awards of the law keep their codes");
}

#[test]
fn faults_of_a_local_pack_are_said_with_a_way_out() {
    let of = |text: &str| numbers(&with_local(law(), "tinh", text).expect_err("a fault"));
    assert_eq!(of("[[award]]\ncode = 3\n"), ["PACK-001"]);
    assert_eq!(of(""), ["PACK-020"]);
    assert_eq!(of(&local("").replace("2025-07-01", "2025-02-31")), ["PACK-003"]);
    assert_eq!(
        of(&local("").replace("from = \"2025-07-01\"", "from = \"2025-07-01\"\nto = \"2025-01-01\"")),
        ["PACK-021"]
    );
    assert_eq!(of(&local("").replace("code = \"tinh-mau\"", "code = \"Tỉnh mẫu\"")), ["PACK-029"]);
    assert_eq!(of(&local("").replace("title = \"Quy định mẫu\"", "title = \" \"")), ["PACK-029"]);
    let salary = "[[salary]]\nfrom = \"2026-01-01\"\namount = 9\nsource = \"…\"\nmark = \"V\"\n";
    assert_eq!(of(&local(salary)), ["PACK-022"]);
    assert!(of(&local("[[addition]]\naward = \"KHONGCO\"\n")).contains(&"PACK-024"));
    let again = "[[award]]\ncode = \"LDTT\"\nsort = \"title\"\nsubjects = [\"individual\"]\nlevel = \"unit\"\n";
    assert!(of(&local(again)).contains(&"PACK-023"));
    let unknown = "[[addition]]\naward = \"LDTT\"\n[[addition.condition]]\nnumber = \"TM-003\"\nfills = \"AWD-999\"\nsays = \"…\"\nenglish = \"…\"\nsource = \"Điều 1\"\nmark = \"V\"\nneed = { kind = \"attested\" }\n";
    assert!(of(&local(unknown)).contains(&"PACK-025"));
}

#[test]
fn faults_of_the_law_itself_are_said_entry_by_entry() {
    let (regimes, texts) = shipped_texts();
    let with = |name: &str, from: &str, to: &str| {
        let changed: Vec<(&str, String)> = texts
            .iter()
            .map(|(file, text)| {
                (*file, if *file == name { text.replacen(from, to, 1) } else { (*text).to_owned() })
            })
            .collect();
        let lent: Vec<(&str, &str)> = changed.iter().map(|(file, text)| (*file, text.as_str())).collect();
        numbers(&read(regimes, &lent).expect_err("a fault"))
    };
    assert!(with("ldtt", "mark = \"V\"", "mark = \"W\"").contains(&"PACK-002"));
    assert!(
        with("ldtt", "regimes = [", "soucre = \"x\"\nregimes = [").contains(&"PACK-001"),
        "a misspelt field is no field"
    );
    assert!(with("cstdcs", "awards = [\"LDTT\", \"CSTT\"]", "awards = [\"LDTX\"]").contains(&"PACK-008"));
    assert!(with("cstdcs", "number = \"AWD-032\"", "number = \"AWD-031\"").contains(&"PACK-005"));
    let gap = regimes.replacen("to = \"2023-12-31\"", "to = \"2023-11-30\"", 1);
    assert!(read(&gap, texts).expect_err("a gap").iter().any(|problem| problem.number == "PACK-010"));
}

#[test]
fn a_local_pack_that_contradicts_the_law_or_itself_is_refused_with_what_to_do() {
    let ratio = |number: &str, fills: &str, of: &str| {
        local(&format!(
            "[[addition]]\naward = \"CSTDCS\"\n[[addition.condition]]\nnumber = \"{number}\"\n{fills}says = \"…\"\nenglish = \"…\"\nsource = \"Quyết định 1/2026/QĐ-UBND Điều 5\"\nmark = \"V\"\nneed = {{ kind = \"quota\", of = \"{of}\", percent = \"10\" }}\n"
        ))
    };
    let same = with_local(law(), "tinh", &ratio("AWD-033", "", "LDTT")).expect_err("the law has that number");
    assert!(numbers(&same).iter().all(|number| *number == "PACK-030"), "{same:?}");
    let itself = with_local(law(), "tinh", &ratio("TM-001", "", "CSTDCS")).expect_err("a ratio of itself");
    assert!(numbers(&itself).iter().all(|number| *number == "PACK-031"), "{itself:?}");
    with_local(law(), "tinh", &ratio("AWD-033", "fills = \"AWD-033\"\n", "LDTT")).expect("in its place");
    let far = ratio("TM-001", "", "LDTT").replace("2025-07-01", "9999-01-01");
    assert!(numbers(&with_local(law(), "tinh", &far).expect_err("no such year")).contains(&"PACK-032"));
}
