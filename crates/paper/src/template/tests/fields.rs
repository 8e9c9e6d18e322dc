//! Fields that there are, and whether a template asks for others.

use super::*;
use crate::template::catalogue;
use crate::template::{Fields, Kind, Wrong, fields_to_xlsx};

fn told(code: &str, body: &str) -> Vec<(Wrong, String)> {
    let fields = (catalogue::of(code).expect("a kind").fields)();
    read(body).check(&fields).into_iter().map(|problem| (problem.wrong, problem.tag)).collect()
}

#[test]
fn template_fields_that_are_not_known_are_named_with_near_ones() {
    let wrong = told(
        "award_decision",
        &paragraph(
            "{{ so_ki_hieu }} {{ trich_yeu }} {{ Số ký hiệu }}".replace("Số ký hiệu", "Số_ký_hiệu").as_str(),
        ),
    );
    assert_eq!(
        wrong,
        [(Wrong::UnknownField("so_ki_hieu".into(), vec!["so_ky_hieu".into()]), "{{ so_ki_hieu }}".into())]
    );
    let rows = table(&["{%tr for d in danh_sach %}|", "{{ d.hoten }}|{{ d.ho_ten }}", "{%tr endfor %}|"]);
    assert_eq!(
        told("award_decision", &rows),
        [(Wrong::UnknownField("d.hoten".into(), vec!["ho_ten".into()]), "{{ d.hoten }}".into())]
    );
    let rows = table(&["«TableStart:danh_sach»«ho_ten»|«nam_sinh» «co_quan»«TableEnd:danh_sach»"]);
    let wrong = told("award_decision", &rows);
    assert!(matches!(&wrong[..], [(Wrong::UnknownField(name, _), _)] if name == "nam_sinh"), "{wrong:?}");
}

#[test]
fn template_lists_and_single_fields_are_told_apart() {
    let text = paragraph(
        "{% for x in trich_yeu %}{% endfor %}{{ danh_sach }}{% for x in danh_sach %}{{ x }}{% endfor %}{% for x in can_cu %}{{ x }}{% endfor %}{% if khong_co %}{% endif %}",
    );
    let wrong = told("award_decision", &text);
    let kinds: Vec<&str> = wrong.iter().map(|(wrong, _)| wrong.number()).collect();
    assert_eq!(kinds, ["TPL-031", "TPL-032", "TPL-032", "TPL-030"]);
    assert_eq!(told("award_decision", &paragraph("không có gì")), [(Wrong::NoTags, String::new())]);
    let implicit =
        [paragraph("«TableStart:can_cu»"), paragraph("«noi_dung»"), paragraph("«TableEnd:can_cu»")].concat();
    assert_eq!(told("award_decision", &implicit), []);
}

#[test]
fn template_every_field_of_every_kind_can_be_used_with_its_sample() {
    for kind in catalogue::all() {
        let fields = (kind.fields)();
        let mut body = String::new();
        for field in &fields.fields {
            let name = &field.name;
            body += &match field.kind {
                Kind::List if field.inner.is_empty() => {
                    paragraph(&format!("{{% for x in {name} %}}[{{{{ x }}}}]{{% endfor %}}"))
                }
                Kind::List => {
                    let inner: String = field
                        .inner
                        .iter()
                        .filter(|inner| inner.kind != Kind::List)
                        .map(|inner| format!("{{{{ x.{} }}}};", inner.name))
                        .collect();
                    paragraph(&format!("{{% for x in {name} %}}{inner}{{% endfor %}}"))
                }
                Kind::Group => continue,
                _ => paragraph(&format!("{name}: {{{{ {name} }}}}")),
            };
            assert!(
                !field.label.is_empty() && field.name == crate::template::names::key(&field.name),
                "{}",
                field.name
            );
        }
        let template = read(&body);
        assert_eq!(template.check(&fields), [], "{}", kind.code);
        let filled = template.fill(&fields.sample).unwrap_or_else(|problem| panic!("{}: {problem}", kind.code));
        assert!(part(&filled, "word/document.xml").len() > body.len() / 2);
        let again = Fields {
            sample: Value::from_json(&fields.sample_json().to_string()).expect("a value"),
            ..fields.clone()
        };
        assert_eq!(again.sample_json(), fields.sample_json(), "{}: the sample is JSON", kind.code);
        let day = chrono::NaiveDate::from_ymd_opt(2022, 3, 7).expect("a day");
        let book = fields_to_xlsx(&fields, kind.name, "Xã An Bình", day).expect("a workbook");
        assert!(book.starts_with(b"PK"), "{}", kind.code);
    }
}
