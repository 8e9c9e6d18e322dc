//! What inspections found at a unit stands beside its grade, and stays with the grade that was written then.

use crate::inspections::{LO_KU, add_place, draw_up, finding, issue, reported, visit};
use crate::tasks_around::{around, form};
use crate::world::Caller;
use axum::http::StatusCode;
use thidua_domain::grades::BasisKind;

#[tokio::test]
async fn findings_and_verified_values_stand_beside_the_grade_and_stay_with_it() {
    let it = around("loku", LO_KU).await;
    let target = it.own.target.clone();
    reported(&it, &target, "120").await;
    let sheet = format!("/grades/units/{}?year=2022", it.village);
    assert!(it.villager.get(&sheet).await.text().contains("Năm này chưa có đoàn kiểm tra nào đến đơn vị."));
    let id = draw_up(&it.office, &it.own.movement, &[("period", "H1")]).await;
    add_place(&it.world, &it.office, &id, &format!("unit:{}", it.village)).await;
    issue(&it.world, &it.office, &id).await;
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    let path = visit(&it.world, &inspector, &id, &it.village, &[]).await;
    let parts: [(&str, Option<&str>, &[u8]); 4] = [
        ("version", None, b"0"),
        ("corrects", None, target.as_bytes()),
        ("verified", None, b"100"),
        ("how", None, "đếm tại chỗ".as_bytes()),
    ];
    let written = inspector.post_parts(&format!("{path}/values"), &parts).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    let written = finding(&inspector, &path, &[("until", "20/7/2099")]).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());

    let page = it.villager.get(&sheet).await.text();
    crate::every_page::is_sound(&page, "grades");
    for shown in ["đoàn đến ngày 05/7/2022", "1. Chưa sơ kết đợt 1", "20/7/2099", "đếm tại chỗ", "+20%"]
    {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(page.contains(&format!("href=\"{path}\"")), "each leads to the visit: {page}");
    let grade = form(&[("version", "0"), ("grade", "excellent")]);
    let said = it.villager.post(&format!("{sheet}&stage=self-graded"), &grade).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
    let whom = thidua_store::grades::Graded::Unit(it.village.clone());
    let kept = it.world.app.store().grade(&whom, 2022).await.expect("read").expect("there");
    let bases = it.world.app.store().grade_bases(&kept.id).await.expect("read");
    for kind in [BasisKind::Inspections, BasisKind::Verified] {
        let of: Vec<_> = bases.iter().filter(|one| one.kind == kind).collect();
        assert_eq!(of.len(), 1, "{kind:?}: {bases:?}");
        assert_eq!((of[0].done, of[0].all, of[0].short), (0, 1, 1), "{kind:?}: open, and reported too well");
        assert_eq!(of[0].address.as_ref(), Some(&path));
    }
    // an inspection of another year says nothing about this one
    let other = it.villager.get(&sheet.replace("2022", "2021")).await.text();
    assert!(other.contains("Năm này chưa có đoàn kiểm tra nào đến đơn vị."), "{other}");
}
