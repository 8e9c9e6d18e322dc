//! The commands as other programs call them: output, messages, exit codes.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn thidua(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("the program runs")
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn json(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_plan_is_read_into_the_published_shape() {
    let read = json(&thidua(&["plan", "read", "samples/plans/2022-lo-ku-43-KH-UBND.txt", "--format", "json"]));
    let [plan] = read.as_slice() else { panic!("one object a file") };
    assert_eq!(plan["document"]["number_symbol"], "43/KH-UBND");
    assert_eq!(plan["document"]["date"], "2022-03-07");
    let first = &plan["targets"][0];
    assert_eq!(first["value"].to_string(), "9007.4", "numbers are written as given");
    assert_eq!((first["comparator"].as_str(), first["unit"].as_str()), (Some("eq"), Some("tấn")));
    assert_eq!(first["lines"], serde_json::json!([43, 43]));
    for part in ["legal_bases", "movements", "waves", "obligations", "reporting", "recipients", "findings"] {
        assert!(plan[part].is_array(), "{part}");
    }
}

#[test]
fn a_folder_gives_one_line_a_file() {
    let read = json(&thidua(&["plan", "read", "samples/plans"]));
    assert_eq!(read.len(), 5);
    let symbols: Vec<&str> = read.iter().filter_map(|plan| plan["document"]["number_symbol"].as_str()).collect();
    assert_eq!(symbols, ["05/KH-SNV", "43/KH-UBND", "34/KH-UBND", "50/KH-UBND", "21/KH-UBND"]);
}

#[test]
fn the_checker_finds_last_years_year_in_the_damaged_plan() {
    let checked = json(&thidua(&["plan", "check", "samples/plans/2022-ly-son-34-KH-UBND.txt", "--format", "json"]));
    let findings = checked[0]["findings"].as_array().expect("findings");
    let stray = findings.iter().find(|one| one["number"] == "PLN-021").expect("the stray year");
    assert!(stray["message"].as_str().is_some_and(|says| says.contains("2021")));
    assert!(findings.iter().all(|one| one["mend"].as_str().is_some_and(|mend| !mend.is_empty())));
}

#[test]
fn what_is_no_plan_ends_with_1_and_a_message_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path().join("trống.txt");
    std::fs::write(&empty, b"").expect("written");
    let large = folder.path().join("lớn.txt");
    std::fs::File::create(&large).and_then(|file| file.set_len(50 * 1024 * 1024)).expect("made");
    let binary = folder.path().join("nhị phân.txt");
    std::fs::write(&binary, [0u8, 1, 2, 255, 0, 7].repeat(200)).expect("written");
    for file in [
        empty.display().to_string(),
        large.display().to_string(),
        binary.display().to_string(),
        "khong-co.txt".to_owned(),
    ] {
        let output = thidua(&["plan", "read", &file]);
        assert_eq!(output.status.code(), Some(1), "{file}");
        assert!(output.stdout.is_empty(), "{file}: nothing on standard output");
        let says = String::from_utf8_lossy(&output.stderr);
        assert!(says.lines().count() >= 2, "{file}: {says}");
    }
}

#[test]
fn the_demo_loads_once_and_is_found_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().join("dữ liệu").display().to_string();
    let first = thidua(&["demo", "--dir", &dir, "--no-serve"]);
    let said = String::from_utf8_lossy(&first.stdout).into_owned();
    assert!(first.status.success() && said.contains("5 phong trào") && said.contains("loku.thutruong"), "{said}");
    let again = thidua(&["demo", "--dir", &dir, "--no-serve"]);
    let said = String::from_utf8_lossy(&again.stdout).into_owned();
    assert!(
        again.status.success() && said.contains("đã có từ lần chạy trước") && said.contains("loku.thutruong"),
        "{said}"
    );
    let evaluated = json(&thidua(&["evaluate", "--data", &dir, "--format", "json"]));
    assert_eq!(evaluated.len(), 5);
    assert!(evaluated.iter().all(|one| one["leaves"].as_u64().is_some_and(|leaves| leaves >= 15)));
    let imported = thidua(&[
        "plan",
        "import",
        "samples/plans/2022-lo-ku-43-KH-UBND.txt",
        "--unit",
        "UY BAN NHAN DAN XA LO KU",
        "--data",
        &dir,
    ]);
    assert!(String::from_utf8_lossy(&imported.stderr).contains("đã có từ trước"));
    let nowhere = thidua(&[
        "plan",
        "import",
        "samples/plans/2022-lo-ku-43-KH-UBND.txt",
        "--unit",
        "xã Không Có",
        "--data",
        &dir,
    ]);
    assert_eq!(nowhere.status.code(), Some(1));
}

#[test]
fn an_address_in_use_ends_with_75() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let folder = tempfile::tempdir().expect("a folder");
    let bind = taken.local_addr().expect("an address").to_string();
    let output = thidua(&["serve", "--data", &folder.path().display().to_string(), "--bind", &bind]);
    assert_eq!(output.status.code(), Some(75));
}

#[test]
fn settings_of_signing_in_that_cannot_work_are_refused_before_anything_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let data = data.to_str().expect("text");
    let provider = ["--origin", "https://a.vn", "--oidc-issuer", "https://s.vn", "--oidc-client-id", "t"];
    let no_file = [&provider[..], &["--oidc-client-secret-file", "khong-co"]].concat();
    for (arguments, says) in [
        (&["--origin", "http://thidua.example.vn"][..], "--origin"),
        (&["--origin", "https://thidua.example.vn/a"], "--origin"),
        (&["--oidc-issuer", "https://s.vn"], "--oidc-client-id"),
        (&["--oidc-issuer", "https://s.vn", "--oidc-client-id", "t"], "--origin"),
        (&["--oidc-name", "SSO"], "--oidc-issuer"),
        (&no_file, "khong-co"),
    ] {
        let output = thidua(&[&["serve", "--bind", "127.0.0.1:0", "--data", data], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(says), "{arguments:?} names {says}");
    }
    assert!(!Path::new(data).exists(), "no folder was made");
}

#[test]
fn lists_go_in_and_out_and_a_refused_row_ends_with_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    std::fs::create_dir(&data).expect("made");
    let data = data.to_str().expect("a path");
    let file = |name: &str, content: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).expect("written");
        path.to_str().expect("a path").to_owned()
    };
    let units =
        file("units.csv", "Tên đơn vị;Trực thuộc\nỦy ban nhân dân xã Lơ Ku;\nThôn 1;Ủy ban nhân dân xã Lơ Ku\n");
    let imported = json(&thidua(&["import", "units", &units, "--data", data]));
    assert_eq!((imported[0]["added"].as_i64(), imported[0]["written"].as_bool()), (Some(2), Some(true)));
    let people = file("people.csv", "Họ và tên;Năm sinh;Đơn vị;Đối tượng\nTrần Thị Mẫu;1979;Thôn 9;Nông dân\n");
    let refused = thidua(&["import", "people", &people, "--data", data]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains(":2: Không có đơn vị tên “Thôn 9”"));
    let out = folder.path().join("out.xlsx").to_str().expect("a path").to_owned();
    assert_eq!(json(&thidua(&["export", "units", "--out", &out, "--data", data]))[0]["rows"], 2);
    let ending = thidua(&["export", "units", "--out", "out.doc", "--data", data]);
    assert_eq!(ending.status.code(), Some(1));
}

#[test]
fn a_scan_says_what_to_install_where_no_letters_can_be_recognised() {
    let folder = tempfile::tempdir().expect("a folder");
    let scan = folder.path().join("bản quét.png");
    // the head of a picture of 100 by 100 dots; it is never looked at, since nobody can
    let mut picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    picture.extend([0, 0, 0, 100, 0, 0, 0, 100, 8, 0, 0, 0, 0]);
    std::fs::write(&scan, picture).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(["plan", "read", &scan.display().to_string()])
        .env("PATH", folder.path())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let says = String::from_utf8_lossy(&output.stderr);
    assert!(says.contains("tesseract-ocr-vie") && says.contains("Tệp là ảnh quét"), "{says}");
}

#[test]
fn figures_are_checked_against_the_decision_that_assigns_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let decision = folder.path().join("giao chỉ tiêu.txt");
    let text = "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ\nSố: 02/CT-UBND\nVí Dụ, ngày 21 tháng 02 năm 2022\n\nCHỈ THỊ\n\
        Giao chỉ tiêu phát triển kinh tế - xã hội năm 2022\n\n\
        Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị, địa phương tổ chức thực hiện các chỉ tiêu giao tại phụ lục kèm theo.\n\n\
        PHỤ LỤC\nCHỈ TIÊU GIAO CÁC XÃ\n\n\
        | Đơn vị | Tổng sản lượng lương thực (tấn) | Tổng đàn gia súc (con) |\n|---|---|---|\n\
        | Xã Lơ Ku | 9.100 | 3.027 |\n| Xã Đông | 8.000 | 2.000 |\n";
    std::fs::write(&decision, text).expect("written");
    let plan = "samples/plans/2022-lo-ku-43-KH-UBND.txt";
    let numbers = |arguments: &[&str]| -> Vec<String> {
        let checked = json(&thidua(arguments));
        let findings = checked[0]["findings"].as_array().expect("findings");
        findings
            .iter()
            .filter(|one| one["number"] == "PLN-045")
            .filter_map(|one| one["message"].as_str().map(str::to_owned))
            .collect()
    };
    assert!(numbers(&["plan", "check", plan]).is_empty());
    let found = numbers(&["plan", "check", plan, "--source", &decision.display().to_string()]);
    assert_eq!(found.len(), 1, "the herd agrees: {found:?}");
    assert!(found[0].contains("9.007,4") && found[0].contains("9.100"), "{found:?}");
}

/// The year of a small country by its rules as they are written down, the slow way.
#[test]
fn a_country_is_judged_and_ranked_from_files_whatever_the_number_of_threads() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.display().to_string()
    };
    let units = file(
        "units.csv",
        "unit,name,kind,province,province_name,cluster\n00002,\"Xã B, mới\",xa,01,Hà Nội,1\n00001,Xã A,xa,01,Hà Nội,1\n\
         00003,Xã C,xa,02,Huế,1\n",
    );
    let targets = file("targets.csv", "target,direction,agg,weight\nCT01,up,sum,8\nCT02,down,last,2\n");
    let plan = file(
        "plan.csv",
        "year,unit,target,plan\n2024,00001,CT01,100.00\n2024,00002,CT01,100.00\n2024,00003,CT01,50.00\n\
         2024,00001,CT02,10.00\n2024,00002,CT02,10.00\n2024,00003,CT02,10.00\n",
    );
    let reports = "year,quarter,unit,target,value\n2024,1,00001,CT01,40.00\n2024,2,00001,CT01,65.00\n\
                   2024,1,00002,CT01,7.00\n2024,1,00002,CT01,\"99,99\"\n2024,3,00001,CT02,8\n2024,2,00001,CT02,80\n\
                   2024,1,00002,CT02,0\n2024,1,00003,CT01,\n";
    let figures = file("reports.csv", reports);
    let run = |figures: &str, out: &str, threads: &str| {
        let out = folder.path().join(out).display().to_string();
        let words = ["evaluate", "--units", &units, "--targets", &targets, "--plan", &plan, "--figures", figures];
        thidua(&[&words[..], &["--out", &out, "--format", "csv", "--threads", threads]].concat())
    };
    for threads in ["1", "3"] {
        assert!(run(&figures, &format!("out{threads}"), threads).status.success());
    }
    let read = |out: &str, name: &str| std::fs::read_to_string(folder.path().join(out).join(name)).expect("a file");
    assert_eq!(
        read("out1", "unit_targets.csv"),
        "year,unit,target,achieved_c,pct_bp,status\n2024,00001,CT01,10500,10500,V\n2024,00001,CT02,800,12500,V\n\
         2024,00002,CT01,9999,9999,G\n2024,00002,CT02,0,12000,V\n2024,00003,CT01,,,K\n2024,00003,CT02,,,K\n"
    );
    assert_eq!(
        read("out1", "unit_scores.csv"),
        "year,unit,score,rank,v,d,g,c,k\n2024,00001,1080,1,2,0,0,0,0\n2024,00002,1039,2,1,0,1,0,0\n2024,00003,0,1,0,0,0,0,2\n"
    );
    assert_eq!(
        read("out1", "province_targets.csv"),
        "year,province,target,achieved_c,plan_c,pct_bp,status\n2024,01,CT01,20499,20000,10249,D\n\
         2024,01,CT02,800,2000,25000,V\n2024,02,CT01,,,,K\n2024,02,CT02,,,,K\n"
    );
    assert_eq!(read("out1", "province_scores.csv"), "year,province,score,rank\n2024,01,1059,1\n2024,02,0,2\n");
    for name in ["unit_targets", "unit_scores", "province_targets", "province_scores", "nation_targets"] {
        let name = format!("{name}.csv");
        assert_eq!(read("out1", &name), read("out3", &name));
    }
    // a bad line is told with its number, and what was written before stays
    let bad = file("bad.csv", &format!("{reports}2024,1,00009,CT01,1\n"));
    let told = run(&bad, "out1", "2");
    assert_eq!(told.status.code(), Some(1));
    let says = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(says.contains("dòng 10") && says.contains("00009") && says.contains("line 10"), "{says}");
    assert_eq!(read("out1", "unit_scores.csv"), read("out3", "unit_scores.csv"));
}

#[test]
fn workbooks_of_figures_are_checked_row_by_row_without_a_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = "STT;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n1;Đàn heo;con;780;500\n2;Đàn bò;con;1110;1110000\n\
                 3;Trồng rừng;ha;50;đang tổng hợp\n4;Nhà tạm;hộ;20;\n";
    std::fs::write(folder.path().join("b.csv"), table).expect("written");
    std::fs::write(folder.path().join("a.xlsx"), b"PK\x03\x04 broken").expect("written");
    std::fs::write(folder.path().join("~$b.xlsx"), b"a lock").expect("written");
    let result = folder.path().join("result.csv.txt");
    let shown = |path: &Path| path.display().to_string();
    let folder_name = shown(folder.path());
    for threads in ["1", "2"] {
        let told = thidua(&[
            "import",
            "figures",
            &folder_name,
            "--check",
            "--threads",
            threads,
            "--result",
            &shown(&result),
        ]);
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        assert!(String::from_utf8_lossy(&told.stderr).contains("2 tệp, 4 dòng; 3 chỗ cần xem lại"));
        let lines = std::fs::read_to_string(&result).expect("the result");
        let lines: Vec<&str> = lines.lines().map(|line| line.rsplit('/').next().unwrap_or(line)).collect();
        assert_eq!(lines[0], "file,row,result,value");
        assert!(lines[1].starts_with("a.xlsx,,unreadable,"), "{lines:?}");
        let rows =
            ["b.csv,2,ok,500", "b.csv,3,far-off,1110000", "b.csv,4,not-a-number,đang tổng hợp", "b.csv,5,empty,"];
        assert_eq!(lines[2..], rows);
    }
    let told = thidua(&["import", "figures", &folder_name]);
    assert_eq!(told.status.code(), Some(1), "to put them in, there is the page of the report");
}

#[test]
fn a_digest_is_asked_for_whom_and_refused_without_data_in_both_languages() {
    let nobody = thidua(&["digest", "--smtp", "smtp://127.0.0.1:9", "--from", "a@xa.vn"]);
    assert_eq!(nobody.status.code(), Some(1), "neither --to nor --all");
    let nowhere = thidua(&[
        "digest",
        "--all",
        "--smtp",
        "smtp://127.0.0.1:9",
        "--from",
        "a@xa.vn",
        "--data",
        "khong-co-thu-muc",
    ]);
    assert_eq!(nowhere.status.code(), Some(1));
    let says = String::from_utf8_lossy(&nowhere.stderr).into_owned();
    assert!(says.contains("--data"), "{says}");
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a path");
    let digest = |more: &[&str]| thidua(&[&["digest", "--from", "a@xa.vn", "--data", data], more].concat());
    let none = digest(&["--all", "--smtp", "smtp://127.0.0.1:9"]);
    assert!(none.status.success(), "{}", String::from_utf8_lossy(&none.stderr));
    assert!(String::from_utf8_lossy(&none.stdout).contains("no digest is due"));
    for (more, says) in [
        (["--all", "--smtp", "thu.xa.vn"], "smtps://"),
        (["--to=b@xa.vn", "--smtp", "smtp://127.0.0.1:9"], "No account gets the digest"),
    ] {
        let refused = digest(&more);
        assert_eq!(refused.status.code(), Some(1));
        let text = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(text.contains(says), "{text}");
    }
}

#[test]
fn awards_of_earlier_years_go_into_the_register_of_a_unit_from_text_and_from_a_workbook() {
    use thidua_domain::lists::{Cell, Column, Kind};
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data").to_str().expect("a path").to_owned();
    let demo = thidua(&["demo", "--no-serve", "--dir", &data]);
    assert!(demo.status.success(), "{}", String::from_utf8_lossy(&demo.stderr));
    let unit = ["--unit", "Ủy ban nhân dân xã Lơ Ku", "--data", &data];
    let import = |file: &str, more: &[&str]| thidua(&[&["import", "awards", file], &unit[..], more].concat());
    let file = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).expect("written");
        path.to_str().expect("a path").to_owned()
    };
    let counts = |output: &Output| {
        let told = json(output).remove(0);
        let count = |name: &str| told[name].as_u64().unwrap_or(u64::MAX);
        [count("rows"), count("added"), count("there"), count("doubtful"), u64::from(told["written"] == true)]
    };
    let heading = "Tên (như trong quyết định);Danh hiệu, hình thức;Năm;Số quyết định;Ngày quyết định;Đơn vị\n";
    let rows = "Đinh Văn Xưa;LDTT;2015;12/QĐ-UBND;30/12/2015;Làng Lơ Vi\n\
                Đinh Văn Xưa;LDTT;2015;12/QĐ-UBND;30/12/2015;Làng Lơ Vi\n\
                Hộ ông Đinh Cũ;Giấy khen;2016;;;Làng cũ\n";
    let csv = file("cu.csv", format!("{heading}{rows}").as_bytes());
    assert_eq!(counts(&import(&csv, &["--check"])), [3, 2, 1, 0, 0], "only looked at");
    assert_eq!(counts(&import(&csv, &[])), [3, 2, 1, 0, 1]);
    assert_eq!(counts(&import(&csv, &[])), [3, 0, 3, 0, 0], "what stands there is not written twice");
    // another number: perhaps a second award, perhaps a slip; a person says
    let other = file("khac.csv", format!("{heading}Đinh Văn Xưa;LDTT;2015;99/QĐ-UBND;;Làng Lơ Vi\n").as_bytes());
    assert_eq!(counts(&import(&other, &[])), [1, 0, 0, 1, 0]);
    let wrong = file("sai.csv", format!("{heading}Ai Đó;LDTT;1;;;\nAi Khác;LDTT;2017;;;\n").as_bytes());
    let refused = import(&wrong, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let says = String::from_utf8_lossy(&refused.stderr);
    assert!(says.contains(":2: Năm: Năm từ 1930 đến năm nay"), "{says}");
    let columns = ["Tên (như trong quyết định)", "Danh hiệu, hình thức", "Năm"];
    let columns: Vec<Column> = columns
        .iter()
        .zip(["name", "award", "year"])
        .map(|(one, key)| Column::new(key, *one, Kind::Text))
        .collect();
    let book = thidua_paper::write::xlsx::ListBook {
        authority: "",
        title: "Khen thưởng các năm trước",
        date: thidua_app::local_date(thidua_app::now()),
        columns: &columns,
        numbered: true,
        spare_rows: 3,
        seal: None,
        version: 0,
    };
    let cells = ["Bà Đinh Thị Sổ", "Lao động tiên tiến", "2018"].map(Cell::text);
    let bytes = thidua_paper::write::xlsx::list_to_xlsx(&book, [(None, &cells[..])]).expect("a workbook");
    assert_eq!(counts(&import(&file("cu.xlsx", &bytes), &[])), [1, 1, 0, 0, 1]);
    let nobody = thidua(&["import", "awards", &csv, "--data", &data]);
    assert_eq!(nobody.status.code(), Some(1), "a register is named");
}

#[test]
fn forms_are_listed_for_people_and_for_programs() {
    let forms = json(&thidua(&["form", "list", "--format", "json"]));
    assert!(forms.len() >= 31, "{} forms", forms.len());
    let decision = forms.iter().find(|form| form["code"] == "award_decision").expect("the decision");
    assert_eq!(decision["group"], "commendation");
    assert_eq!(decision["formats"], serde_json::json!(["pdf", "docx"]));
    assert_eq!(decision["examples"][1]["name"], "revocation");
    let read = thidua(&["form", "list"]);
    let text = String::from_utf8_lossy(&read.stdout);
    assert!(
        read.status.success() && text.contains("Biên bản kiểm phiếu") && text.contains("Ballot paper"),
        "{text}"
    );
}

#[test]
fn a_form_is_filled_from_its_example_in_every_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let example = thidua(&["form", "example", "receipt_list"]);
    assert!(example.status.success());
    std::fs::write(path("a.json"), &example.stdout).expect("written");
    for (ending, begins) in [("pdf", &b"%PDF"[..]), ("docx", b"PK"), ("xlsx", b"PK")] {
        let out = path(&format!("a.{ending}"));
        let output = thidua(&["form", "render", "receipt_list", "--input", &path("a.json"), "--out", &out]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(std::fs::read(&out).expect("there").starts_with(begins), "{ending}");
    }
    let other = thidua(&["form", "example", "award_decision", "--name", "revocation"]);
    assert!(String::from_utf8_lossy(&other.stdout).contains("\"revocation\""));
}

#[test]
fn wrong_data_of_a_form_are_named_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let example = thidua(&["form", "example", "prize_list"]);
    let example = String::from_utf8_lossy(&example.stdout).into_owned();
    let data = example.replacen("\"sum\": 759000", "\"sum\": \"nhiều\"", 1);
    assert_ne!(data, example);
    std::fs::write(path("a.json"), data).expect("written");
    std::fs::write(path("b.json"), example.replacen("\"month\": 12", "\"month\": 13", 1)).expect("written");
    for (form, input, out, says) in [
        ("prize_list", "a.json", "a.pdf", "lines[0].sum"),
        ("prize_list", "b.json", "a.pdf", "13"),
        ("prize_list", "a.json", "a.odt", "xlsx"),
        ("award_decision", "a.json", "a.xlsx", "docx"),
        ("no_form", "a.json", "a.pdf", "award_decision"),
        ("prize_list", "none.json", "a.pdf", "none.json"),
    ] {
        let output = thidua(&["form", "render", form, "--input", &path(input), "--out", &path(out)]);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{form} {input} {out}: {told}");
        assert!(told.contains(says) && told.lines().count() >= 2, "{form} {input} {out}: {told}");
        assert!(!Path::new(&path(out)).exists(), "nothing is written");
    }
}

#[test]
fn certificates_come_out_in_one_file_or_a_file_each_and_never_beside_those_of_another_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let list = |people: &[&str]| {
        let rows: String = people.iter().map(|one| format!("{one},Thôn Một,hiến đất\n")).collect();
        std::fs::write(at("list.csv"), format!("Họ và tên,Đơn vị,Thành tích\n{rows}")).expect("written");
    };
    let batch = |out: &str| thidua(&["certificate", "batch", "--input", &at("list.csv"), "--out", out]);
    list(&["Nguyễn Văn Ẩn", "Lê Thị Mẫu"]);
    assert_eq!(batch(&at("all.pdf")).status.code(), Some(0));
    assert!(std::fs::read(at("all.pdf")).expect("a file").starts_with(b"%PDF"));
    for told in ["", "2 tệp đã có từ lần trước"] {
        let done = batch(&at("each"));
        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
        assert!(String::from_utf8_lossy(&done.stderr).contains(told), "what is there is kept");
    }
    // a row is put in on top: the old files would be printed with the new ones
    list(&["Trần Văn Mới", "Nguyễn Văn Ẩn", "Lê Thị Mẫu"]);
    let refused = batch(&at("each"));
    let says = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{says}");
    assert!(
        says.contains("2 giấy khen không thuộc danh sách này") && says.contains("001-nguyen-van-an.pdf"),
        "{says}"
    );
    let measured = ["certificate", "test-sheet", "--out", &at("t.pdf"), "--measured", "20,20,20,x"];
    assert_eq!(thidua(&measured).status.code(), Some(1));
}
