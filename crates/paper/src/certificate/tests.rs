//! Batches as they come out: the file is read back by another program and measured.

use super::*;
use crate::write::reading::{pdf_info, pdf_pages, piped, squeezed};

/// Everything a certificate can say. Nobody here is real.
fn one(number: usize) -> Certificate {
    Certificate::default()
        .with(Field::Number, &number.to_string())
        .with(Field::Name, &format!("Nguyễn Thị Ẩn Danh {number}"))
        .with(Field::Honorific, "Nữ")
        .with(Field::Title, "Giáo viên")
        .with(Field::Unit, "Trường Tiểu học Minh Họa")
        .with(Field::Merit, "xuất sắc trong phong trào thi đua năm 2022, vận động 12 hộ hiến đất làm đường")
        .with(Field::Decision, "15/QĐ-UBND")
        .with(Field::Day, "7")
        .with(Field::Month, "2")
        .with(Field::Year, "2023")
        .with(Field::Book, "27")
        .with(Field::Signer, "Hồ Xuân Ví Dụ")
        .with(Field::SignerPost, "Chủ tịch")
        .with(Field::SignedFor, "TM. Ủy ban nhân dân")
        .with(Field::Issuer, "Chủ tịch Ủy ban nhân dân xã Minh Họa")
        .with(Field::Place, "Minh Họa")
        .with(Field::Award, "Chiến sĩ thi đua cơ sở")
        .with(Field::Code, "K7M2P-9QXFT")
        .with(Field::Address, "https://thidua.example.vn/verify/K7M2P-9QXFT")
}

fn designs() -> impl Iterator<Item = (&'static str, Design)> {
    Design::shipped_codes().map(|code| {
        let text = Design::shipped_text(code).expect("a text");
        (code, Design::read(text).unwrap_or_else(|error| panic!("{code}: {error}")))
    })
}

#[expect(clippy::float_arithmetic, reason = "places on a page, not figures")]
fn micrometres(points: f64) -> i64 {
    (points * 25_400.0 / 72.0) as i64
}

/// The words of a page with their places in micrometres: left, top, right, bottom.
fn places(pdf: &[u8]) -> Vec<(String, [i64; 4])> {
    let page = piped("pdftotext", &["-bbox", "-", "-"], pdf);
    let of = |line: &str, name: &str| -> Option<i64> {
        let points: f64 = line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok()?;
        Some(micrometres(points))
    };
    page.lines()
        .filter_map(|line| {
            let word = line.split_once("\">")?.1.split_once("</word>")?.0.to_owned();
            Some((word, [of(line, "xMin")?, of(line, "yMin")?, of(line, "xMax")?, of(line, "yMax")?]))
        })
        .collect()
}

#[test]
fn every_design_prints_what_it_is_given_inside_its_frame() {
    for (code, design) in designs() {
        let pdf = to_pdf(&design, &[one(1), one(2)], Onto::Plain).expect(code);
        let pages = pdf_pages(&pdf);
        assert_eq!(pages.len(), 2, "{code}");
        let text = squeezed(&pages[1]);
        for words in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA",
            "Bà Nguyễn Thị Ẩn Danh 2",
            "Giáo viên, Trường Tiểu học Minh Họa",
            "vận động 12 hộ hiến đất làm đường",
            "Minh Họa, ngày 07 tháng 02 năm 2023",
            "TM. ỦY BAN NHÂN DÂN",
            "Hồ Xuân Ví Dụ",
            "Quyết định số 15/QĐ-UBND ngày 07/02/2023",
            "Vào sổ khen thưởng số 27",
            "Mã tra cứu: K7M2P-9QXFT",
        ] {
            assert!(text.contains(&squeezed(words)), "{code}: {words} is not in {text}");
        }
        let edge = Um::mm(18).0;
        for (word, [left, top, right, bottom]) in places(&pdf) {
            let inside = left > edge && top > edge && right < design.sheet.width.0 - edge;
            assert!(inside && bottom < design.sheet.height.0 - edge, "{code}: {word} stands in the frame");
        }
        let info = pdf_info(&pdf);
        assert!(info.contains("Tagged:          yes") && info.contains(&design.name), "{code}: {info}");
    }
}

#[test]
fn no_box_of_a_design_lies_over_another() {
    for (code, design) in designs() {
        let mut taken: Vec<(i64, i64, i64, i64)> = design
            .boxes
            .iter()
            .map(|one| (one.x.0, one.y.0, (one.x + one.width).0, (one.y + one.height).0))
            .collect();
        taken.extend(design.qr.map(|qr| (qr.x.0, qr.y.0, (qr.x + qr.size).0, (qr.y + qr.size).0)));
        for (at, a) in taken.iter().enumerate() {
            for b in &taken[at + 1..] {
                let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                assert!(apart, "{code}: {a:?} lies over {b:?}");
            }
        }
    }
}

#[test]
fn the_longest_names_and_merits_are_fitted_and_what_has_no_room_is_told_with_its_row() {
    let name = "Nguyễn Phước Hoàng Ngọc Bảo Trâm ".repeat(7).chars().take(200).collect::<String>();
    let unit = "Trung tâm Dịch vụ việc làm và Bảo trợ xã hội các huyện miền núi phía Tây, Sở Lao động";
    for (code, design) in designs() {
        let long = one(1)
            .with(Field::Name, &name)
            .with(Field::Unit, unit)
            .with(Field::Merit, &"vận động bà con ".repeat(15));
        let pdf = to_pdf(&design, std::slice::from_ref(&long), Onto::Plain).unwrap_or_else(|error| {
            panic!("{code}: {:?}", error.says());
        });
        assert!(
            squeezed(&pdf_pages(&pdf)[0]).contains(&squeezed(name.trim())),
            "{code}: the whole name is printed"
        );

        let too_long = one(2).with(Field::Merit, &"thành tích ".repeat(200));
        let letters = one(3).with(Field::Name, "Lê 字 Minh");
        let refused = to_pdf(&design, &[one(1), too_long, letters], Onto::Plain).expect_err("no room");
        let CertificateProblem::Unfit(unfit) = &refused else { panic!("{refused:?}") };
        assert_eq!(
            unfit.iter().map(|one| (one.row, one.field)).collect::<Vec<_>>(),
            [(2, Some(Field::Merit)), (3, Some(Field::Name))]
        );
        let says = refused.says();
        assert!(
            says[0].vi.contains("Dòng 2") && says[0].vi.contains("thành tích") && says[0].vi.contains("viết gọn")
        );
        assert!(says[1].vi.contains("không in được: 字"), "{}", says[1].vi);
    }
}

#[test]
fn a_blank_gets_only_what_it_lacks_where_the_printer_was_measured() {
    let design = Design::shipped("giay-khen-a4").expect("a design");
    let plain = to_pdf(&design, &[one(1)], Onto::Plain).expect("a file");
    let measured = Measured { left: Um::mm(22), top: Um::mm(19), right: Um::mm(18), bottom: Um::mm(21) };
    let calibration = Calibration::from_measured(design.sheet, measured).expect("a calibration");
    let blank = to_pdf(&design, &[one(1)], Onto::Blank(calibration)).expect("a file");
    let text = squeezed(&pdf_pages(&blank)[0]);
    assert!(!text.contains("CỘNG HÒA") && !text.contains("GIẤY KHEN") && !text.contains("TẶNG"), "{text}");
    assert!(text.contains("Bà Nguyễn Thị Ẩn Danh 1") && text.contains("15/QĐ-UBND"), "{text}");
    // the printer puts everything 2 mm too far right and 1 mm too high: it is sent to the other side
    let [before, after] =
        [&plain, &blank].map(|pdf| places(pdf).into_iter().find(|(word, _)| word == "Nguyễn").expect("the name").1);
    assert!((before[0] - after[0] - 2_000).abs() < 60, "{before:?} {after:?}");
    assert!((after[1] - before[1] - 1_000).abs() < 60, "{before:?} {after:?}");
}

#[test]
fn the_test_sheet_has_its_crosses_and_says_how_to_measure() {
    let design = Design::shipped("bang-khen-a3").expect("a design");
    let pdf = test_sheet(&design, Calibration::default()).expect("a sheet");
    let text = squeezed(&pdf_pages(&pdf)[0]);
    assert!(text.contains("Dấu 1") && text.contains("Dấu 2") && text.contains("kích thước thực"), "{text}");
    // nothing of it stands over a box that will be held against the blank
    for (word, [left, top, right, bottom]) in places(&pdf) {
        let over = design.boxes.iter().filter(|one| !one.preprinted).any(|one| {
            left < (one.x + one.width).0 && right > one.x.0 && top < (one.y + one.height).0 && bottom > one.y.0
        });
        assert!(!over, "{word} stands over a box");
    }
}

#[test]
fn the_same_batch_is_the_same_file_and_a_picture_is_drawn_of_it() {
    let design = Design::shipped("bang-khen-a3").expect("a design");
    let batch: Vec<Certificate> = (1..=30).map(one).collect();
    let first = to_pdf(&design, &batch, Onto::Plain).expect("a file");
    assert!(first == to_pdf(&design, &batch, Onto::Plain).expect("a file"));
    let picture = to_png(&design, &batch[0], Onto::Plain, 600).expect("a picture");
    assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n");
    let width = u32::from_be_bytes(picture[16..20].try_into().expect("four bytes"));
    assert!((595..=605).contains(&width), "{width}");
}

#[test]
fn a_batch_of_nobody_is_refused_and_an_empty_field_leaves_no_trace() {
    let design = Design::shipped("giay-khen-a4").expect("a design");
    assert_eq!(to_pdf(&design, &[], Onto::Plain), Err(CertificateProblem::Nobody));
    let bare = Certificate::default().with(Field::Name, "Hộ ông Lê Văn Ví Dụ").with(Field::Title, "hộ gia đình");
    let text = squeezed(&pdf_pages(&to_pdf(&design, &[bare], Onto::Plain).expect("a file"))[0]);
    for trace in ["Quyết định", "Vào sổ", "Mã tra cứu", "ngày", "thành tích", "hộ gia đình,"] {
        assert!(!text.contains(trace), "{trace} stands in {text}");
    }
}

#[test]
fn a_list_is_read_under_the_headings_that_offices_use() {
    let list = "STT,Họ và tên,Giới tính,Chức vụ,Đơn vị,Thành tích,Số quyết định,Ngày,Tháng,Năm\n\
                1,Nguyễn Văn Ẩn,Nam,Trưởng thôn,Thôn Một,Hiến đất,15/QĐ-UBND,5,3,2022\n\
                2,Tập thể thôn Hai,,,,Giữ đường sạch,15/QĐ-UBND,15,12,2022\n";
    let read = read_list(list.as_bytes()).expect("a list");
    assert_eq!(read.len(), 2);
    let fields = [Field::Name, Field::Honorific, Field::Unit, Field::Day, Field::Month];
    assert_eq!(fields.map(|field| read[0].get(field)), ["Nguyễn Văn Ẩn", "Ông", "Thôn Một", "05", "3"]);
    assert_eq!(fields.map(|field| read[1].get(field)), ["Tập thể thôn Hai", "", "", "15", "12"]);
    let nameless = read_list("STT,Họ và tên,Đơn vị\n1,,Thôn Một\n".as_bytes()).expect_err("nobody");
    assert!(nameless.says()[0].vi.contains("Dòng 2"), "{:?}", nameless.says());
    assert!(read_list("Đơn vị,Thành tích\nThôn Một,Hiến đất\n".as_bytes()).is_err(), "no column of names");
}

#[test]
fn a_design_that_cannot_be_printed_is_refused_with_its_place() {
    let good = Design::shipped_text("giay-khen-a4").expect("a text");
    let bad = [
        (good.replace("{name}", "{nobody}"), "nobody"),
        (good.replace("[{sex} ]{name}", "[{sex} {name}"), "never closed"),
        (good.replacen("y = 21.0", "y = 209.0", 1), "box 1"),
        (good.replace("width = 297", "width = 9000"), "two metres"),
        (good.replace("size = 42", "size = 900"), "between 4 and 200"),
        ("frame = 7".to_owned(), "frame"),
    ];
    for (text, says) in bad {
        assert_ne!(text, good, "{says}");
        let error = Design::read(&text).expect_err(says).to_string();
        assert!(error.contains(says), "{says}: {error}");
    }
}
