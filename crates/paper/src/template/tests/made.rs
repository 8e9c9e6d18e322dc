//! What tags say: values, conditions, loops, ways of writing.

use super::*;
use proptest::prelude::*;

fn one(text: &str, json: &str) -> String {
    said(&paragraph(text), json).join("\n")
}

#[test]
fn template_values_take_the_place_of_their_tags() {
    assert_eq!(
        one("Tên: {{ ho_ten }}, {{don_vi.ten}}.", r#"{"ho_ten":"Lê <A> & B","don_vi":{"ten":"Thôn 1"}}"#),
        "Tên: Lê <A> & B, Thôn 1."
    );
    assert_eq!(one("{{ Họ_Tên }}", r#"{"Họ tên":"An"}"#), "An");
    assert_eq!(one("{{ a }}{{ b }}{{ c }}{{ d }}", r#"{"a":1234.5,"b":true,"c":null,"d":-3}"#), "1234.5có-3");
    assert_eq!(one("[{{ a.b.c }}]", r#"{"a":null}"#), "[]");
    assert_eq!(one("{{ a[0] }} {{ a.1 }} {{ a[-1].x }}", r#"{"a":["x","y",{"x":"z"}]}"#), "x y z");
    assert_eq!(one("{# ghi chú #}{{ a ~ \"-\" ~ b }}", r#"{"a":"x","b":1}"#), "x-1");
    assert_eq!(one("{{ 'chữ' }}{{ 12.5 }}", "{}"), "chữ12.5");
}

#[test]
fn template_values_are_composed_and_keep_lines_and_tabs() {
    assert_eq!(one("{{ a }}", "{\"a\":\"Tha\u{301}ng\\nhai\\tba\\u0001\"}"), "Tháng\nhai\tba");
}

#[test]
fn template_values_are_written_as_asked() {
    for (tag, json, written) in [
        ("{{ a | upper }}", r#""đặng thị ân""#, "ĐẶNG THỊ ÂN"),
        ("{{ a|hoa|thuong }}", r#""Đặng""#, "đặng"),
        ("{{ a | title }}", r#""ĐẶNG thị-ân""#, "Đặng Thị-Ân"),
        ("{{ a | hoa_dau }}", r#""xã an Bình""#, "Xã an Bình"),
        ("{{ a | ngay }}", r#""2022-03-07""#, "07/3/2022"),
        ("{{ a | ngay }}", r#""7/3/2022""#, "07/3/2022"),
        ("{{ a | ngay }}", r#""2022-03-07T10:00:00Z""#, "07/3/2022"),
        ("{{ a | ngay_chu }}", r#""07/3/2022""#, "ngày 07 tháng 3 năm 2022"),
        ("{{ a | ngay(\"dd.MM.yy\") }}", r#""07/3/2022""#, "07.03.22"),
        ("{{ a | ngay }}", r#""chưa rõ""#, "chưa rõ"),
        ("{{ a | so }}", "1234.5", "1.234,5"),
        ("{{ a | so }}", "-1234567", "-1.234.567"),
        ("{{ a | so }}", "0.123456", "0,123456"),
        ("{{ a | so }}", r#""230.000""#, "230.000"),
        ("{{ a | so }}", r#""không""#, "không"),
        ("{{ a | bang_chu }}", "2000000", "Hai triệu đồng"),
        ("{{ a | bằng_chữ }}", r#""2.000.000""#, "Hai triệu đồng"),
        ("{{ a | doc_so }}", "21", "hai mươi mốt"),
        ("{{ a | doc_so }}", "1.5", "1.5"),
        ("{{ a | default(\"…\") }}", "null", "…"),
        ("{{ a | mac_dinh('…') }}", r#""""#, "…"),
        ("{{ thieu | default(\"trống\") }}", "1", "trống"),
        ("{{ a | so_luong }}", r#"["x","y"]"#, "2"),
        ("{{ a | join(\"; \") }}", r#"["x",2]"#, "x; 2"),
        ("{{ a | first }}{{ a | last }}", r#"["x","y"]"#, "xy"),
        ("{{ a | replace('x','yy') }}", r#""axa""#, "ayya"),
        ("{{ a | e }}", r#""<""#, "<"),
    ] {
        assert_eq!(one(tag, &format!("{{\"a\":{json}}}")), written, "{tag} of {json}");
    }
}

#[test]
fn template_conditions_choose_one_branch() {
    let text = "{% if n > 10 %}nhiều{% elif n == 1 %}một{% else %}ít{% endif %}";
    for (n, said) in
        [("11", "nhiều"), ("1", "một"), ("2", "ít"), (r#""11""#, "nhiều"), (r#""1""#, "một"), ("null", "ít")]
    {
        assert_eq!(one(text, &format!("{{\"n\":{n}}}")), said, "{n}");
    }
    for (condition, holds) in [
        ("a == 'x' and not b", true),
        ("a != \"x\" or b", false),
        ("a in ds", true),
        ("'z' not in ds", true),
        ("c is defined", false),
        ("c is not defined and c is undefined", true),
        ("(a == 'y' or ds) and n >= 2", true),
        ("n < 2 or n <= 1", false),
        ("ds|length == 2", true),
        ("c", false),
        ("not none and True", true),
        ("“x” == a", true),
    ] {
        let text = format!("{{% if {condition} %}}có{{% endif %}}");
        let said = one(&text, r#"{"a":"x","b":false,"n":2,"ds":["x","y"]}"#);
        assert_eq!(said == "có", holds, "{condition}");
    }
}

#[test]
fn template_loops_in_a_line_know_where_they_are() {
    let text = "{% for d in ds %}{{ loop.index }}/{{ loop.length }} {{ d.t }}{% if not loop.last %}, {% endif %}{% else %}không có{% endfor %}.";
    assert_eq!(one(text, r#"{"ds":[{"t":"A"},{"t":"B"}]}"#), "1/2 A, 2/2 B.");
    assert_eq!(one(text, r#"{"ds":[]}"#), "không có.");
    assert_eq!(one(text, r#"{"ds":null}"#), "không có.");
    let nested = "{% for n in nhom %}{% for x in n.ds %}{{ n.t }}{{ x }} {% endfor %}{% endfor %}";
    assert_eq!(one(nested, r#"{"nhom":[{"t":"a","ds":[1,2]},{"t":"b","ds":[3]}]}"#), "a1 a2 b3 ");
}

#[test]
fn template_rows_are_repeated_by_the_ways_people_know() {
    let json = r#"{"ds":[{"t":"An","v":1},{"t":"Bình","v":2}],"chung":"c"}"#;
    let wanted = ["STT", "Tên", "1", "An c", "2", "Bình c", "cuối", ""];
    for rows in [
        &["STT|Tên", "{%tr for d in ds %}|", "{{ d.v }}|{{ d.t }} {{ chung }}", "{%tr endfor %}|", "cuối|"][..],
        &["STT|Tên", "{%tr for d in ds %}{{ d.v }}|{{ d.t }} {{ chung }}{%tr endfor %}", "cuối|"],
        &["STT|Tên", "{% for d in ds %}{{ d.v }}|{{ d.t }} {{ chung }}{% endfor %}", "cuối|"],
        &["STT|Tên", "«TableStart:ds»«v»|«t» «chung»«TableEnd:ds»", "cuối|"],
    ] {
        assert_eq!(said(&table(rows), json), wanted, "{rows:?}");
    }
    let two = ["STT|Tên", "«TableStart:ds»|«v»", "«t» {{ chung }}|«TableEnd:ds»", "cuối|"];
    assert_eq!(said(&table(&two), json), ["STT", "Tên", "", "1", "An c", "", "", "2", "Bình c", "", "cuối", ""]);
}

#[test]
fn template_rows_are_chosen_and_rows_nest() {
    let rows = ["{%tr if a %}", "một", "{%tr else %}", "hai", "{%tr endif %}", "cuối"];
    assert_eq!(said(&table(&rows), r#"{"a":true}"#), ["một", "cuối"]);
    assert_eq!(said(&table(&rows), r#"{"a":false}"#), ["hai", "cuối"]);
    let rows = [
        "{%tr for n in nhom %}|",
        "{{ n.ten }}|",
        "{%tr for d in n.ds %}|",
        "{{ loop.index }}|{{ d }}",
        "{%tr endfor %}|",
        "{%tr endfor %}|",
    ];
    let json = r#"{"nhom":[{"ten":"A","ds":["x","y"]},{"ten":"B","ds":[]}]}"#;
    assert_eq!(said(&table(&rows), json), ["A", "", "1", "x", "2", "y", "B", ""]);
}

#[test]
fn template_cells_are_repeated() {
    let rows = ["Năm|{%tc for n in nam %}|{{ n }}|{%tc endfor %}"];
    assert_eq!(said(&table(&rows), r#"{"nam":[2021,2022]}"#), ["Năm", "2021", "2022"]);
}

#[test]
fn template_paragraphs_are_repeated_and_leave_no_empty_ones() {
    for (open, close) in [("{%p for x in ds %}", "{%p endfor %}"), ("{% for x in ds %}", "{% endfor %}")] {
        let body =
            [paragraph("đầu"), paragraph(open), paragraph("- {{ x }};"), paragraph(close), paragraph("cuối")];
        assert_eq!(said(&body.concat(), r#"{"ds":["a","b"]}"#), ["đầu", "- a;", "- b;", "cuối"]);
        assert_eq!(said(&body.concat(), r#"{"ds":[]}"#), ["đầu", "cuối"]);
    }
    let body = [paragraph("đầu {% if a %}1"), paragraph("2"), paragraph("3{% endif %} cuối")];
    assert_eq!(said(&body.concat(), r#"{"a":1}"#), ["đầu 1", "2", "3 cuối"]);
    assert_eq!(said(&body.concat(), r#"{"a":0}"#), ["đầu  cuối"]);
}

#[test]
fn template_cells_and_tables_that_lose_everything_can_still_be_opened() {
    let cell = |inside: &str| format!("<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>");
    let inside = [paragraph("{%p if a %}"), paragraph("x"), paragraph("{%p endif %}")].concat();
    let template = read(&cell(&inside));
    assert!(body(&template, r#"{"a":0}"#).contains("<w:tc><w:p/></w:tc>"));
    assert!(!body(&template, r#"{"a":1}"#).contains("<w:p/>"));
    let rows = format!("{}{}", table(&["{%tr for x in ds %}", "{{ x }}", "{%tr endfor %}"]), paragraph("cuối"));
    let template = read(&rows);
    assert!(!body(&template, r#"{"ds":[]}"#).contains("w:tbl"));
    assert_eq!(said(&rows, r#"{"ds":[1,2]}"#), ["1", "2", "cuối"]);
}

#[test]
fn template_loops_do_not_repeat_what_may_stand_once() {
    let body_xml = "<w:p><w:r><w:t>{%p for x in ds %}</w:t></w:r></w:p>\
        <w:p w14:paraId=\"0A\" w:rsidR=\"1\"><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:r><w:t>{{ x }}</w:t></w:r>\
        <w:r><w:drawing><wp:docPr id=\"7\" name=\"p\"/></w:drawing></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>\
        <w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>";
    let xml = body(&read(body_xml), r#"{"ds":[1,2]}"#);
    assert!(!xml.contains("bookmark") && !xml.contains("paraId"), "{xml}");
    assert!(xml.contains("id=\"1000000\"") && xml.contains("id=\"1000001\""), "{xml}");
}

#[test]
fn template_fields_that_the_data_lacks_are_named_with_their_place() {
    let template = read(&format!("{}{}", paragraph("x"), table(&["a|b", "c|Ông {{ ho_ten }} ở đây"])));
    let problem = template.fill(&value("{}")).expect_err("missing");
    assert_eq!(problem.wrong, crate::template::Wrong::Missing("ho_ten".into()));
    let place = problem.place.clone().expect("a place");
    assert_eq!((place.cell, place.around.as_str()), (Some((1, 2, 2)), "Ông {{ ho_ten }} ở đây"));
    assert!(problem.says().vi.contains("bảng 1, dòng 2, ô 2"), "{}", problem.says().vi);
    let lists = read(&paragraph("{{ ds }}"));
    assert_eq!(lists.fill(&value(r#"{"ds":[1]}"#)).expect_err("a list").number(), "TPL-032");
    let repeated = read(&paragraph("{% for x in a %}{% endfor %}"));
    assert_eq!(repeated.fill(&value(r#"{"a":"b"}"#)).expect_err("a text").number(), "TPL-031");
}

#[test]
fn template_lists_of_ten_thousand_and_long_names_are_filled() {
    let rows = ["Tên", "{%tr for d in ds %}", "{{ d.t }}", "{%tr endfor %}"];
    let name = "Nguyễn ".repeat(30);
    let item = format!("{{\"t\":\"{name}\"}}");
    let json = format!("{{\"ds\":[{}]}}", vec![item; 10_000].join(","));
    let xml = body(&read(&table(&rows)), &json);
    assert_eq!(xml.matches("<w:tr>").count(), 10_001);
    assert_eq!(xml.matches(name.as_str()).count(), 10_000);
}

#[test]
fn template_loops_in_loops_end() {
    let open = "{% for x in ds %}".repeat(8);
    let close = "{% endfor %}".repeat(8);
    let json = format!("{{\"ds\":[{}]}}", vec!["1"; 100].join(","));
    let template = read(&paragraph(&format!("{open}{{{{ x }}}}{close}")));
    assert_eq!(template.fill(&value(&json)).expect_err("too much").number(), "TPL-041");
}

#[test]
fn template_documents_are_the_same_bytes_each_time() {
    let template = read(&table(&["{%tr for d in ds %}", "{{ d }}", "{%tr endfor %}"]));
    let data = value(r#"{"ds":["a","b"]}"#);
    assert_eq!(template.fill(&data), template.fill(&data));
    assert_eq!(template.asks_for(), ["ds"]);
}

proptest! {
    #[test]
    fn template_any_text_that_is_filled_in_is_read_back(text in "\\PC*", more in "[ -~]{0,30}") {
        let shown = crate::template::value::Value::text(&text);
        let crate::template::Value::Text(composed) = shown else { unreachable!() };
        let kept: String = composed.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
        let data = serde_json::json!({"a": text, "b": more}).to_string();
        prop_assert_eq!(one("x{{ a }}y{{ b }}z", &data), format!("x{kept}y{more}z"));
    }

    #[test]
    fn template_any_tag_is_read_or_refused(text in "[-{}%#a-z «»:.|\"'()=<0-9ễ\\[\\]]{0,60}") {
        let _ = Template::read(&package(&paragraph(&text), &[])).map(|template| template.fill(&value("{}")));
    }
}
