use super::*;
use askama::Template;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::targets::Status;

const VI: Language = Language::Vietnamese;

fn amounts(values: [Option<i64>; 4]) -> [Option<Amount>; 4] {
    values.map(|value| value.map(|value| Amount::from_ten_thousandths(value * 10_000)))
}

fn series(label: &str, course: Course, values: [Option<i64>; 4]) -> Series {
    Series { label: label.to_owned(), course, values: amounts(values), addresses: Default::default() }
}

fn bullet(name: &str, status: Status, rate: Option<i32>) -> Bullet {
    Bullet {
        name: name.to_owned(),
        address: Some("/targets/1".to_owned()),
        status: Some(status),
        standing: "Đạt",
        rate: rate.map(Amount::whole),
        pace: 50,
        planned: "100".to_owned(),
        actual: "48".to_owned(),
    }
}

/// Every number of these attributes in a picture.
fn places(html: &str, attributes: &[&str]) -> Vec<i64> {
    let mut found = Vec::new();
    for name in attributes {
        let start = format!(" {name}=\"");
        found.extend(html.split(&start).skip(1).map(|rest| rest.split('"').next().expect("a value").to_owned()));
    }
    found
        .into_iter()
        .filter_map(|text| {
            let (whole, rest) = text.split_once('.').unwrap_or((&text, "0"));
            Some(whole.parse::<i64>().ok()? * 10 + rest.parse::<i64>().ok()?)
        })
        .collect()
}

fn trajectory(series: &[Series], planned: Option<i64>) -> Trajectory {
    let planned = planned.map(|planned| Amount::from_ten_thousandths(planned * 10_000));
    Trajectory::of("Sản lượng".to_owned(), None, "tấn", planned, series, VI)
}

#[test]
fn a_place_is_written_with_one_decimal_at_most() {
    for (place, text) in [(0, "0"), (375, "37.5"), (1000, "100"), (-5, "-0.5"), (-15, "-1.5")] {
        assert_eq!(tenths(place), text);
    }
}

#[test]
fn a_bar_of_progress_stays_inside_its_picture_at_and_beyond_both_ends() {
    let rates = [Some(-50), Some(0), Some(48), Some(100), Some(125), Some(126), Some(2_000_000_000), None];
    let bullets: Vec<Bullet> = rates.iter().map(|rate| bullet("Chỉ tiêu", Status::AtRisk, *rate)).collect();
    let chart = Bullets::of("Tiến độ".to_owned(), &bullets, VI);
    let html = chart.render().expect("rendered");
    assert_eq!(html.matches("class=\"bullet-bar\"").count(), 7, "what has no rate has no bar");
    assert!(places(&html, &["width", "x"]).into_iter().all(|place| (0..=1000).contains(&place)), "{html}");
    assert_eq!(html.matches("bullet-cut").count(), 2, "only what goes on beyond the picture is cut");
    assert!(html.contains("x=\"80\" width=\"0.4\""), "the plan stands at 100 of 125");
    assert!(html.contains("x=\"40\" y=\"0.5\""), "the pace of half a year stands at 50 of 125");
    assert_eq!(chart.table.rows.len(), 8, "the table has all");
}

#[test]
fn progress_is_said_in_a_sentence() {
    let bullets = [
        bullet("Lúa", Status::Met, Some(104)),
        bullet("Ngô", Status::AtRisk, Some(31)),
        bullet("Sắn", Status::NotBegun, None),
    ];
    let says = Bullets::of(String::new(), &bullets, VI).says;
    assert_eq!(
        says,
        "2 chỉ tiêu có tỷ lệ: 1 đã đạt 100 % trở lên, 1 dưới mức cần có. Thấp nhất: Ngô, 31 %. 1 chỉ tiêu chưa tính được tỷ lệ."
    );
    let nothing = Bullets::of(String::new(), &[], VI);
    assert_eq!(nothing.says, "Chưa có số liệu để vẽ.");
    assert!(!nothing.render().expect("rendered").contains("<svg"));
}

#[test]
fn a_trajectory_breaks_where_a_figure_is_missing_and_one_point_is_a_dot() {
    let html = trajectory(&[series("2022", Course::This, [Some(10), None, Some(30), Some(40)])], Some(50))
        .render()
        .expect("rendered");
    let path =
        html.split("course-this\"><path d=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a path");
    assert_eq!(path.matches('M').count(), 2, "{path}");
    assert_eq!(path.matches('L').count(), 1, "{path}");
    assert_eq!(html.matches("<circle").count(), 4, "three points and the key");
    let one =
        trajectory(&[series("2022", Course::This, [Some(10), None, None, None])], None).render().expect("rendered");
    assert!(one.contains("<circle") && one.contains("Quý I: 10 tấn."), "{one}");
}

#[test]
fn a_trajectory_without_a_figure_draws_no_pace_alone() {
    let words = words::words(VI);
    let chart = trajectory(
        &[series("2022", Course::This, [None; 4]), Series::pace(Amount::whole(12), true, words)],
        Some(12),
    );
    assert_eq!(chart.says, "Chưa có số liệu để vẽ.");
    let html = chart.render().expect("rendered");
    assert!(!html.contains("<svg") && html.contains("<details"), "{html}");
}

#[test]
fn a_trajectory_is_said_against_plan_and_the_same_period_of_last_year() {
    let lines = [
        series("2022", Course::This, [Some(20), Some(45), None, None]),
        series("2021", Course::Earlier(1), [Some(10), Some(50), Some(70), Some(90)]),
    ];
    assert_eq!(
        trajectory(&lines, Some(100)).says,
        "6 tháng: 45 tấn; bằng 45 % kế hoạch; cùng kỳ 2021: 50 tấn (giảm 10 %)."
    );
    let from_nothing = [
        series("2022", Course::This, [Some(20), None, None, None]),
        series("2021", Course::Earlier(1), [Some(0), None, None, None]),
    ];
    assert_eq!(
        trajectory(&from_nothing, Some(0)).says,
        "Quý I: 20 tấn; cùng kỳ 2021: 0 tấn.",
        "nothing divides by zero"
    );
}

#[test]
fn the_pace_of_a_sum_grows_and_that_of_a_level_stays() {
    let w = words::words(VI);
    let plain = |series: Series| series.values.map(|value| value.expect("a value").plain());
    assert_eq!(plain(Series::pace(Amount::whole(10), true, w)), ["2.5", "5", "7.5", "10"]);
    assert_eq!(plain(Series::pace(Amount::whole(98), false, w)), ["98", "98", "98", "98"]);
}

#[test]
fn negative_and_huge_amounts_stay_inside_the_picture() {
    let most = 900_000_000_000_000;
    for values in [[Some(-most), Some(most), None, Some(0)], [Some(-3), Some(-2), Some(-1), None], [Some(0); 4]] {
        let html = trajectory(&[series("2022", Course::This, values)], None).render().expect("rendered");
        assert!(places(&html, &["cy", "y"]).into_iter().all(|y| (0..=2160).contains(&y)), "{html}");
        assert!(places(&html, &["cx", "x"]).into_iter().all(|x| (0..=3600).contains(&x)), "{html}");
        let small = Multiple {
            name: "Nhỏ".to_owned(),
            address: None,
            status: None,
            standing: "",
            unit: String::new(),
            planned: Some(Amount::whole(-7)),
            values: amounts(values),
        };
        let html = Multiples::of(String::new(), &[small], VI).render().expect("rendered");
        assert!(places(&html, &["cy"]).into_iter().all(|y| (0..=500).contains(&y)), "{html}");
    }
}

fn unit(name: &str, cells: &[(Option<Status>, &str)]) -> HeatUnit {
    let cells = cells.iter().map(|(status, text)| HeatCell {
        status: *status,
        text: (*text).to_owned(),
        address: Some("/reports/1#t1".to_owned()),
    });
    HeatUnit { name: name.to_owned(), address: None, cells: cells.collect() }
}

fn standing(status: Option<Status>) -> &'static str {
    crate::face::show::status(status, crate::face::words::words(VI))
}

#[test]
fn a_cell_of_the_heat_map_is_told_by_its_sign_and_leads_to_its_source() {
    let every: Vec<(Option<Status>, &str)> = Status::ALL.into_iter().map(|status| (Some(status), "50 %")).collect();
    let targets: Vec<String> = (1..=7).map(|number| format!("Chỉ tiêu {number}")).collect();
    let html = Heat::of("Bản đồ".to_owned(), &targets, &[unit("Thôn 1", &every)], standing, VI)
        .render()
        .expect("rendered");
    for status in Status::ALL {
        assert!(html.contains(&format!("<symbol id=\"sign-{}\"", status.code())), "{status:?} has a sign");
        assert!(html.contains(&format!("<use href=\"#sign-{}\"", status.code())), "{status:?} is shown");
    }
    let mut corners: Vec<&str> =
        html.split("points=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    corners.sort_unstable();
    corners.dedup();
    assert_eq!(corners.len(), 7, "no two signs are alike");
    assert_eq!(html.matches("href=\"/reports/1#t1\"").count(), 14, "in the picture and in the table");
    assert!(html.contains("<title>Thôn 1, Chỉ tiêu 1: "), "{html}");
}

#[test]
fn the_heat_map_says_how_much_is_red_and_where() {
    let units = [
        unit("Thôn 1", &[(Some(Status::Met), "100 %"), (None, "")]),
        unit("Thôn 2", &[(Some(Status::Missed), "10 %"), (Some(Status::AtRisk), "30 %")]),
        unit("Thôn 3", &[(None, ""), (Some(Status::AtRisk), "30 %")]),
    ];
    let heat = Heat::of(String::new(), &["A".to_owned(), "B".to_owned()], &units, standing, VI);
    assert_eq!(
        heat.says,
        "3 đơn vị, 2 chỉ tiêu: 4 ô có số liệu, 3 ô có nguy cơ hoặc không đạt, 2 ô trống. Nhiều nhất: Thôn 2 (2 ô)."
    );
    assert_eq!(heat.table.rows[0][2].text, "Chưa có báo cáo");
    let empty = Heat::of(String::new(), &[], &[], standing, VI);
    assert_eq!(empty.says, "Chưa có số liệu để vẽ.");
    assert!(!empty.render().expect("rendered").contains("<svg"));
}

fn group(name: &str, values: &[i32]) -> Group {
    let dots = values.iter().enumerate().map(|(index, value)| Dot {
        name: format!("Đơn vị {index}"),
        address: None,
        value: Amount::whole(*value),
        own: index == 0,
    });
    Group { name: name.to_owned(), address: None, dots: dots.collect() }
}

#[test]
fn a_strip_has_a_dot_for_each_unit_and_quartiles_from_three_on() {
    let groups = [group("Cụm 1", &[60, 70, 80, 90, 100]), group("Cụm 2", &[50, 60]), group("Cụm 3", &[])];
    let strip = Strip::of("Phân bố".to_owned(), "%", &groups, VI);
    assert_eq!(
        strip.says,
        "Cụm 1: 5 đơn vị, trung vị 80 %, thấp nhất 60 %, cao nhất 100 %. Một nửa số đơn vị nằm giữa 70 % và 90 %. \
         Cụm 2: 2 đơn vị, trung vị 55 %, thấp nhất 50 %, cao nhất 60 %."
    );
    let html = strip.render().expect("rendered");
    assert_eq!(html.matches("<circle").count(), 7);
    assert_eq!(html.matches("class=\"quartiles\"").count(), 1);
    assert!(places(&html, &["cx"]).into_iter().all(|x| (0..=3600).contains(&x)));
}

#[test]
fn dots_at_one_place_stand_above_each_other_inside_their_row() {
    let html = Strip::of(String::new(), "", &[group("Cụm", &[5; 9])], VI).render().expect("rendered");
    let mut heights = places(&html, &["cy"]);
    assert!(heights.iter().all(|y| (150..=580).contains(y)), "{heights:?}");
    heights.sort_unstable();
    heights.dedup();
    assert_eq!(heights.len(), 4);
}

#[test]
fn the_table_of_a_chart_goes_into_a_spreadsheet_without_running_there() {
    let table = Table {
        caption: String::new(),
        summary: "",
        head: vec!["Đơn vị".to_owned(), "Số".to_owned()],
        rows: vec![
            vec![Cell::text("=1+1"), Cell::number("-3,5")],
            vec![Cell::text("Thôn \"A\""), Cell::number("2")],
        ],
    };
    assert_eq!(table.csv(), "\"Đơn vị\";\"Số\"\r\n\"'=1+1\";\"-3,5\"\r\n\"Thôn \"\"A\"\"\";\"2\"\r\n");
}

#[test]
fn what_people_typed_is_escaped_in_every_picture() {
    let name = "<script>\"&";
    let parts = [
        Bullets::of(name.to_owned(), &[bullet(name, Status::Met, Some(3))], VI).render(),
        Trajectory::of(name.to_owned(), None, name, None, &[series(name, Course::This, [Some(1); 4])], VI).render(),
        Heat::of(name.to_owned(), &[name.to_owned()], &[unit(name, &[(Some(Status::Met), name)])], standing, VI)
            .render(),
        Strip::of(name.to_owned(), name, &[group(name, &[1, 2, 3])], VI).render(),
    ];
    for html in parts {
        let html = html.expect("rendered");
        assert!(!html.contains("<script>") && !html.contains("style="), "{html}");
    }
}
