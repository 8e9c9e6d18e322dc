//! The charts of a movement: each with its sentence, its table and its CSV, each cell with its source.

use crate::world::{Caller, ids, target_named, world, world_with_units};
use axum::http::StatusCode;

#[tokio::test]
async fn a_movement_is_seen_in_charts_each_with_a_sentence_a_table_and_a_file() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let path = format!("/movements/{}/charts", own.movement);
    let page = head.get(&format!("{path}?period=H1")).await.text();
    for part in ["class=\"bullet-bar\"", "class=\"course-this\"", "class=\"smalls\"", "class=\"chart-says\""] {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains("21 chỉ tiêu có tỷ lệ"), "{page}");
    assert!(page.contains("Chưa có báo cáo nào của đơn vị được chấp nhận cho 6 tháng đầu năm"), "{page}");
    let figures = page.matches("<figure class=\"chart").count();
    assert_eq!(page.matches("<details class=\"chart-table\"").count(), figures, "every picture has its table");
    for (chart, says) in
        [("progress", "Tổng sản lượng lương thực"), ("course", "Tiến độ để đạt kế hoạch"), ("year", "Cả năm")]
    {
        let file = head.get(&format!("{path}.csv?chart={chart}&period=H1")).await;
        assert_eq!(file.status, StatusCode::OK, "{chart}");
        assert!(
            file.body.starts_with("\u{feff}".as_bytes()) && file.text().contains(says),
            "{chart}: {}",
            file.text()
        );
    }
    assert_eq!(head.get(&format!("{path}.csv?chart=khac")).await.status, StatusCode::NOT_FOUND);
    let alone = head.get(&format!("{path}?period=Y&target={}", own.target)).await.text();
    assert_eq!(alone.matches("class=\"chart trajectory\"").count(), 1, "one target is seen alone");
    assert!(!alone.contains("class=\"bullet-bar\""));
    // the figures of earlier years that were entered for it are drawn, each leading to where it was entered
    let grain = target_named(&world, &own.plan, "lương thực").await;
    let course = head.get(&format!("{path}?period=H1&target={grain}")).await.text();
    assert!(
        course.contains("2.352,7") && course.contains("2.290,4"),
        "the first halves of 2021 and 2020: {course}"
    );
    assert!(course.contains(&format!("/targets/{grain}/earlier")), "{course}");
    let stranger = Caller::signed_in(&world, "binhson.thutruong").await;
    for address in [path.clone(), format!("{path}.csv?chart=progress")] {
        assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn accepted_reports_make_a_map_of_units_and_targets_whose_cells_lead_to_their_lines() {
    let world = world_with_units().await;
    let store = world.app.store();
    let mut seen = 0;
    for plan in store.plans(None).await.expect("read") {
        let movement = plan.movement_id.expect("a movement");
        for round in store.report_rounds(&movement).await.expect("read") {
            let reports = store.reports_of_round(&round.id).await.expect("read");
            let accepted: Vec<_> =
                reports.iter().filter(|one| one.state == thidua_domain::reporting::State::Accepted).collect();
            if accepted.is_empty() {
                continue;
            }
            let admin = Caller::signed_in(&world, "quan-tri").await;
            let path = format!("/movements/{movement}/charts?period={}", round.period.code());
            let page = admin.get(&path).await.text();
            let map = page.split("class=\"chart heat\"").nth(1).and_then(|rest| rest.split("</figure>").next());
            let lines = store.lines_of_round(&round.id).await.expect("read");
            assert_eq!(map.is_some(), !lines.is_empty(), "a map where something was reported");
            let Some(map) = map else { continue };
            seen += 1;
            for report in &reports {
                let shown = map.contains(&format!("/reports/{}", report.id));
                let taken = report.state == thidua_domain::reporting::State::Accepted;
                assert_eq!(shown, taken, "only what was accepted is drawn");
            }
            let line =
                map.split("href=\"").skip(1).find(|rest| rest.contains("/lines/")).expect("a cell with its line");
            let line = line.split('"').next().expect("an address");
            assert_eq!(admin.get(line).await.status, StatusCode::OK, "{line}");
            assert!(map.contains("<use href=\"#sign-"), "a cell has a sign besides its colour");
            assert_eq!(map.matches("<g transform=").count(), accepted.len(), "a row for each unit");
            assert!(page.contains("class=\"chart strip\"") && page.contains("class=\"dot"), "{page}");
            let csv = admin.get(&path.replace("charts?", "charts.csv?chart=heat&")).await.text();
            assert_eq!(csv.lines().count(), accepted.len() + 1, "{csv}");
            assert!(page.len() < 150_000, "{} bytes", page.len());
        }
    }
    assert!(seen > 0, "the demo has accepted reports");
}
