use super::*;
use thidua_domain::ranking::{Cell, Layout};

const UNITS: &str = "unit,name,kind,province,province_name,cluster\n\
                     00002,\"Xã số 2, cũ\",xa,01,Hà Nội,1\n00001,Xã số 1,xa,01,Hà Nội,1\n\
                     phuong-bac-tu-liem,Phường,phuong,02,Huế,1\n";
const TARGETS: &str = "target,direction,agg,weight\nCT02,down,last,3\nCT01,up,sum,8\n";

fn layout() -> Layout {
    read_lists(UNITS.as_bytes(), TARGETS.as_bytes()).expect("the lists")
}

fn figures(lines: &str) -> Result<Vec<(i32, u8, u32, Option<i64>)>, BadLine> {
    let mut found = Vec::new();
    Rows::of(&layout()).figures(lines.as_bytes(), &mut |one| {
        found.push((one.year, one.quarter, one.place, one.value.get()));
    })?;
    Ok(found)
}

#[test]
fn lists_come_in_the_order_of_their_codes() {
    let layout = layout();
    let codes: Vec<&str> = layout.units.iter().map(|unit| unit.code.as_str()).collect();
    assert_eq!(codes, ["00001", "00002", "phuong-bac-tu-liem"]);
    assert_eq!(layout.targets[0].code, "CT01");
    assert_eq!((layout.units[0].kind, layout.units[2].kind, layout.units[2].province), (0, 1, 1));
}

#[test]
fn figures_are_read_in_every_way_offices_type_them() {
    let lines = "2021,1,00001,CT01,3963.67\r\n2021,4,phuong-bac-tu-liem,CT02,-7\n\n2022,2,00002,CT01,\n\
                 \"2022\",\"3\",\"00002\",\"CT02\",\"1234,50\"\n2021, 2 ,00001,CT01, 5.1000\n2021,2,00001,CT01,12.5";
    let read = figures(lines).expect("every line");
    assert_eq!(
        read,
        [
            (2021, 0, 0, Some(396_367)),
            (2021, 3, 5, Some(-700)),
            (2022, 1, 2, None),
            (2022, 2, 3, Some(123_450)),
            (2021, 1, 0, Some(510)),
            (2021, 1, 0, Some(1_250)),
        ]
    );
}

#[test]
fn a_bad_line_is_told_by_its_place_and_what_is_wrong() {
    let good = "2021,1,00001,CT01,1\n";
    for (line, wrong) in [
        ("2021,1,00009,CT01,1", Wrong::Unit("00009".into())),
        ("2021,1,00001,CT99,1", Wrong::Target("CT99".into())),
        ("2021,5,00001,CT01,1", Wrong::Quarter),
        ("20x1,1,00001,CT01,1", Wrong::Year),
        ("9999,1,00001,CT01,1", Wrong::Year),
        ("2021,1,00001,CT01,1.234", Wrong::Value("1.234".into())),
        ("2021,1,00001,CT01,.", Wrong::Value(".".into())),
        ("2021,1,00001,CT01,99999999999999999999", Wrong::Value("99999999999999999999".into())),
        ("2021,1,00001,CT01", Wrong::Fields(5)),
        ("2021,1,00001,CT01,1,2", Wrong::Fields(5)),
    ] {
        let told = figures(&format!("{good}{line}\n")).expect_err(line);
        assert_eq!(told, BadLine { at: good.len(), wrong });
    }
}

#[test]
fn lists_that_contradict_themselves_are_refused() {
    let bad = |units: &str, targets: &str| read_lists(units.as_bytes(), targets.as_bytes()).expect_err("refused");
    let twice = format!("{UNITS}00001,Xã,xa,01,Hà Nội,1\n");
    assert_eq!(bad(&twice, TARGETS).1.wrong, Wrong::Twice("00001".into()));
    let cluster = format!("{UNITS}00003,Xã,xa,01,Hà Nội,2\n");
    assert_eq!(bad(&cluster, TARGETS).1.wrong, Wrong::Word("01".into()));
    assert_eq!(
        bad(UNITS, "target,direction,agg,weight\nA,sideways,sum,1\n").1.wrong,
        Wrong::Word("sideways".into())
    );
    assert_eq!(bad(UNITS, "target,direction,agg,weight\n").1.wrong, Wrong::Nothing);
    assert_eq!(bad(UNITS, "a,b\n").1.wrong, Wrong::Columns(TARGET_COLUMNS));
    assert_eq!(Rows::plan_head(b"\xef\xbb\xbfyear,unit,target,plan\r\n1"), Ok(26));
    assert!(Rows::figure_head(b"year,unit,target,plan\n").is_err());
    assert_eq!(Cell::NOTHING.get(), None);
}

#[test]
fn lines_are_read_the_same_whether_others_stand_behind_them_or_not() {
    let mut random = fastrand::Rng::with_seed(5);
    let mut pick = |words: &[&'static str]| *random.choice(words).expect("a word");
    for _ in 0..2_000 {
        let lines: Vec<String> = (0..8)
            .map(|_| {
                let line = [
                    pick(&["2021", "2022", "0999", "\"2021\"", "202"]),
                    pick(&["1", "4", "5", " 2", ""]),
                    pick(&["00001", "00002", "phuong-bac-tu-liem", "00009", ""]),
                    pick(&["CT01", "CT02", "CT03", "ct01"]),
                    pick(&[
                        "",
                        "0.00",
                        "5.10",
                        "12345678.99",
                        "123456789.01",
                        "1.5",
                        "7",
                        "-3.25",
                        "1.x2",
                        ".50",
                        "12.345",
                    ]),
                ];
                line.join(",") + pick(&["\n", "\n", "\r\n", "\n\n"])
            })
            .collect();
        // alone a line is too short for the fast way, in a text it is not
        let alone = lines.iter().try_fold((Vec::new(), 0), |(mut all, at), line| {
            all.extend(figures(line).map_err(|bad| BadLine { at: at + bad.at, wrong: bad.wrong })?);
            Ok((all, at + line.len()))
        });
        assert_eq!(figures(&lines.concat()), alone.map(|(all, _)| all), "{lines:?}");
    }
}

#[test]
fn no_line_makes_the_reader_panic() {
    let rows = Rows::of(&layout());
    let mut random = fastrand::Rng::with_seed(11);
    for _ in 0..20_000 {
        let line: Vec<u8> =
            (0..random.usize(..40)).map(|_| *random.choice(b"2021,\"-.\r\n \xc3CT0x").unwrap_or(&0)).collect();
        let _ = rows.figures(&line, &mut |_| ());
        let _ = rows.plans(&line, &mut |_| ());
        let _ = read_lists(&line, TARGETS.as_bytes());
    }
}
