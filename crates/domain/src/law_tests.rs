use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn title(code: &str, name: &str) -> Title {
    Title {
        code: code.into(),
        name: name.into(),
        english: name.into(),
        whom: Whom::Both,
        sort: Sort::Title,
        source: "Luật 1 Điều 2".into(),
        mark: Mark::Verified,
        words: vec![fold(name)],
        of: "people".into(),
    }
}

fn regime(key: &str, from: NaiveDate, to: Option<NaiveDate>) -> Regime {
    Regime {
        key: key.into(),
        name: key.into(),
        english: key.into(),
        from,
        to,
        mark: Mark::Verified,
        ceiling: Mark::Verified,
        better_of_both: None,
        instruments: vec![Instrument {
            number: "Luật 1".into(),
            says: String::new(),
            from: day(2000, 1, 1),
            to: None,
            mark: Mark::Verified,
        }],
        titles: vec![title("T", &format!("Danh hiệu {key}"))],
    }
}

fn two() -> Vec<Regime> {
    vec![regime("B", day(2024, 1, 1), None), regime("A", day(2017, 10, 1), Some(day(2023, 12, 31)))]
}

#[test]
fn each_day_has_the_law_of_its_day() {
    let law = Law::new(two()).expect("the law");
    for (on, key, known) in [
        (day(2016, 1, 1), "A", false),
        (day(2017, 10, 1), "A", true),
        (day(2023, 12, 31), "A", true),
        (day(2024, 1, 1), "B", true),
        (day(2030, 1, 1), "B", true),
    ] {
        let (regime, is_known) = law.on(on).expect("a regime");
        assert_eq!((regime.key.as_str(), is_known), (key, known), "{on}");
    }
    assert_eq!(law.called("T", "Danh hiệu A").map(|title| title.name.as_str()), Some("Danh hiệu A"));
    assert_eq!(law.called("T", "mất tên").map(|title| title.name.as_str()), Some("Danh hiệu B"), "the newest");
    assert_eq!(law.called("X", ""), None);
}

#[test]
fn what_is_wrong_with_the_data_is_said() {
    use LawProblem as P;
    let wrong = |change: &dyn Fn(&mut Vec<Regime>)| {
        let mut regimes = two();
        change(&mut regimes);
        Law::new(regimes).expect_err("refused")
    };
    assert_eq!(Law::new(Vec::new()), Err(vec![P::NoRegime]));
    assert_eq!(wrong(&|all| all[1].to = Some(day(2023, 11, 30))), [P::Gap("A".into(), "B".into())]);
    assert_eq!(wrong(&|all| all[1].to = Some(day(2024, 1, 1))), [P::Overlap("A".into(), "B".into())]);
    assert_eq!(wrong(&|all| all[1].to = None), [P::NotEnded("A".into())]);
    assert_eq!(wrong(&|all| all[0].to = Some(day(2025, 1, 1))), [P::NewestEnds("B".into())]);
    assert_eq!(wrong(&|all| all[0].key = "A".into()), [P::KeyTwice("A".into())]);
    assert_eq!(wrong(&|all| all[0].instruments[0].from = day(2024, 2, 1)), [P::NoInstrument("B".into())]);
    let of = |problem: fn(String, String) -> P| vec![problem("B".into(), "T".into())];
    assert_eq!(wrong(&|all| all[0].titles.push(title("T", "x"))), of(P::TitleTwice));
    assert_eq!(wrong(&|all| all[0].titles[0].words = vec!["Có Dấu".into()]), of(P::TitleIncomplete));
    assert_eq!(wrong(&|all| all[0].titles[0].source = "Luật 1".into()), of(P::NoArticle));
    assert_eq!(wrong(&|all| all[0].titles[0].source = "Luật 9 Điều 1".into()), of(P::UnknownInstrument));
    assert_eq!(wrong(&|all| all[0].titles[0].of = "Z".into()), of(P::UnknownShare));
}

#[test]
fn only_what_was_read_is_sure() {
    assert!(Mark::Verified.is_sure() && !Mark::Secondary.is_sure() && !Mark::Unverified.is_sure());
    assert_eq!(Mark::of_letter("V").min(Mark::of_letter("U")), Some(Mark::Unverified), "a ceiling lowers");
    assert_eq!(Mark::of_letter("x"), None);
}
