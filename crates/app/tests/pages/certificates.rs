//! The certificate station: each certificate is printed once, again only with a reason; blanks are counted, printers measured;
//! anybody can verify a code.

use crate::decisions::{Scene, drafted, id_of, issue, nominated, scene};
use crate::registrations::form;
use crate::world::Caller;
use axum::http::StatusCode;
use thidua_domain::nominations::State;
use thidua_store::honours::Honour;

/// A decision of three, issued.
async fn decided() -> (Scene, String, Vec<Honour>) {
    let scene = scene().await;
    let mut ids = Vec::new();
    for (award, name) in [("GKX", "Bà Nguyễn Thị Hiền"), ("GKX", "Ông Lê Văn Ví Dụ"), ("LDTT", "Đinh Thị Mẫu")]
    {
        let whose = (award == "LDTT").then(|| scene.person.clone());
        ids.push(nominated(&scene, award, name, whose.as_deref(), State::Deciding).await);
    }
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let id = drafted(&scene, &ids, "30/12/2022").await;
    let issued = issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    let honours = scene.world.app.store().honours_of_decision(&id).await.expect("read");
    assert_eq!(honours.len(), 3);
    (scene, id, honours)
}

/// The form of the station, with what is said here instead.
fn prepared(more: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("which", "unprinted"),
        ("design", "giay-khen-a4"),
        ("onto", "plain"),
        ("issuer", "Chủ tịch Ủy ban nhân dân xã Lơ Ku"),
        ("place", "Lơ Ku"),
        ("reason", ""),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    form(&fields)
}

async fn settled(clerk: &Caller, batch: &str, version: &str, to: &str, spoiled: &str) -> StatusCode {
    let fields = form(&[("version", version), ("printed_to", to), ("spoiled", spoiled)]);
    clerk.post(&format!("/certificate-batches/{batch}"), &fields).await.status
}

#[tokio::test]
async fn a_batch_that_stops_in_the_middle_goes_on_without_printing_twice() {
    let (scene, id, honours) = decided().await;
    let address = format!("/decisions/{id}/certificates");
    let page = scene.clerk.get(&address).await.text();
    assert!(page.contains("chưa in") && page.contains("Tất cả tờ chưa in (3)"), "{page}");
    assert!(
        scene.clerk.get(&format!("/decisions/{id}")).await.text().contains(&address),
        "the decision leads here"
    );
    // the order of the ceremony is typed; what is printed follows it
    let hien = honours.iter().find(|one| one.whom.name.contains("Hiền")).expect("there").id.clone();
    let shown = scene.world.app.store().certificates_of(&id).await.expect("read");
    let order: Vec<(String, String)> = shown
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let place = if one.honour_id == hien { 1 } else { at + 1 };
            (format!("place-{}", one.honour_id), place.to_string())
        })
        .collect();
    let order: Vec<(&str, &str)> = order.iter().map(|(name, at)| (name.as_str(), at.as_str())).collect();
    assert_eq!(scene.clerk.post(&format!("{address}/order"), &form(&order)).await.status, StatusCode::SEE_OTHER);

    let sent = scene.clerk.post(&address, &prepared(&[])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let batch = id_of(&sent.location);
    let shown = scene.clerk.get(&format!("/certificate-batches/{batch}")).await.text();
    assert!(shown.contains("1. Bà Nguyễn Thị Hiền") && shown.contains("Tải tệp in (PDF)"), "{shown}");
    let pdf = scene.clerk.get(&format!("/certificate-batches/{batch}/print.pdf")).await;
    assert_eq!(&pdf.body[..5], b"%PDF-");
    let picture = scene.clerk.get(&format!("/certificate-batches/{batch}/pages/3")).await;
    assert_eq!(&picture.body[..8], b"\x89PNG\r\n\x1a\n");
    let none = scene.clerk.get(&format!("/certificate-batches/{batch}/pages/4")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);

    // while it is at the printer nothing of it goes into another batch
    let twice = scene.clerk.post(&address, &prepared(&[])).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.text().contains("Không có tờ nào để in"), "{}", twice.text());
    // the printer stopped behind the second sheet
    assert_eq!(settled(&scene.clerk, &batch, "1", "7", "0").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(settled(&scene.clerk, &batch, "1", "2", "1").await, StatusCode::SEE_OTHER);
    assert_eq!(settled(&scene.clerk, &batch, "1", "3", "0").await, StatusCode::CONFLICT, "the result stands");
    // its file is not given out again: it would print what came out a second time
    let file = scene.clerk.get(&format!("/certificate-batches/{batch}/print.pdf")).await;
    assert!(file.text().contains("để không tờ nào bị in hai lần"), "{}", file.text());
    let page = scene.clerk.get(&address).await.text();
    assert!(page.contains("Tất cả tờ chưa in (1)") && page.contains("hỏng 1 tờ"), "{page}");
    let rest = scene.clerk.post(&address, &prepared(&[])).await;
    let rest = id_of(&rest.location);
    let prints = scene.world.app.store().prints_of(&rest).await.expect("read");
    assert_eq!(prints.len(), 1);
    assert_ne!(prints[0].honour_id, hien, "what came out is not printed again");
    assert_eq!(settled(&scene.clerk, &rest, "1", "1", "0").await, StatusCode::SEE_OTHER);

    // again only with a reason, which is kept and told
    let tick = format!("n-{hien}");
    let again = [("which", "ticked"), (tick.as_str(), "yes")];
    let refused = scene.clerk.post(&address, &prepared(&again)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Hãy ghi lý do in lại"), "{}", refused.text());
    let again = [("which", "ticked"), (tick.as_str(), "yes"), ("reason", "Viết sai tên")];
    let sent = scene.clerk.post(&address, &prepared(&again)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = scene.clerk.get(&address).await.text();
    assert!(page.contains("in lại: Viết sai tên"), "{page}");
    // one certificate keeps one code and one number in the book, however often it is printed
    let certified = scene.world.app.store().certificates_of(&id).await.expect("read");
    let mut books: Vec<i64> = certified.iter().filter_map(|one| one.book).collect();
    books.sort_unstable();
    assert_eq!(books, [1, 2, 3]);
}

#[tokio::test]
async fn two_clerks_at_once_print_nothing_twice() {
    let (scene, id, _) = decided().await;
    let address = format!("/decisions/{id}/certificates");
    let (form_one, form_two) = (prepared(&[]), prepared(&[]));
    let (one, two) = tokio::join!(scene.clerk.post(&address, &form_one), scene.clerk.post(&address, &form_two));
    let mut both = [one, two];
    both.sort_by_key(|answer| answer.status);
    assert_eq!(both[0].status, StatusCode::SEE_OTHER, "{}", both[0].text());
    assert_eq!(both[1].status, StatusCode::UNPROCESSABLE_ENTITY, "{}", both[1].text());
    assert_eq!(scene.world.app.store().batches_of(&id).await.expect("read").len(), 1);
}

#[tokio::test]
async fn blanks_are_counted_by_what_was_printed_and_spoiled_on_a_measured_printer() {
    let (scene, id, _) = decided().await;
    let measures = |left: &str| {
        form(&[
            ("name", "Canon văn phòng"),
            ("design", "giay-khen-a4"),
            ("left", left),
            ("top", "19"),
            ("right", "18,5"),
            ("bottom", "21"),
        ])
    };
    let sheet = scene.clerk.get("/printers/test-sheet.pdf?design=giay-khen-a4").await;
    assert_eq!(&sheet.body[..5], b"%PDF-");
    for wrong in ["", "hai mươi", "60", "-3"] {
        let refused = scene.clerk.post("/printers", &measures(wrong)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert_eq!(scene.clerk.post("/printers", &measures("21,5")).await.status, StatusCode::SEE_OTHER);
    // measured again it is the same printer
    assert_eq!(scene.clerk.post("/printers", &measures("22")).await.status, StatusCode::SEE_OTHER);
    let printers = scene.world.app.store().printers(&scene.own.unit).await.expect("read");
    assert_eq!((printers.len(), printers[0].crosses[0]), (1, 22_000));
    let page = scene.clerk.get("/printers").await.text();
    assert!(page.contains("Canon văn phòng") && page.contains("sang trái 2,0 mm, xuống 1,0 mm"), "{page}");

    let address = format!("/decisions/{id}/certificates");
    let onto = printers[0].id.clone();
    let none = scene.clerk.post(&address, &prepared(&[("onto", &onto)])).await;
    assert!(none.text().contains("Cần 3 phôi mà sổ chỉ còn 0"), "{}", none.text());
    let came = |amount: &str| form(&[("design", "giay-khen-a4"), ("amount", amount), ("says", "Nhập kho")]);
    assert_eq!(scene.clerk.post("/printers/blanks", &came("0")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(scene.clerk.post("/printers/blanks", &came("-1")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(scene.clerk.post("/printers/blanks", &came("10")).await.status, StatusCode::SEE_OTHER);
    let other = scene.clerk.post(&address, &prepared(&[("onto", &onto), ("design", "giay-khen-a3")])).await;
    assert!(other.text().contains("được hiệu chỉnh cho mẫu khác"), "{}", other.text());
    let sent = scene.clerk.post(&address, &prepared(&[("onto", &onto)])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let batch = id_of(&sent.location);
    // no more are spoiled than there are
    assert_eq!(settled(&scene.clerk, &batch, "1", "3", "8").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(settled(&scene.clerk, &batch, "1", "3", "2").await, StatusCode::SEE_OTHER);
    let page = scene.clerk.get("/printers").await.text();
    assert!(page.contains("<dd>5</dd>") && page.contains("3 tờ, hỏng 2"), "{page}");
}

#[tokio::test]
async fn anybody_verifies_a_code_and_a_revoked_one_says_so() {
    let (scene, id, honours) = decided().await;
    let address = format!("/decisions/{id}/certificates");
    assert_eq!(scene.clerk.post(&address, &prepared(&[])).await.status, StatusCode::SEE_OTHER);
    let one = honours.iter().find(|one| one.whom.name.contains("Hiền")).expect("there");
    let certified = scene.world.app.store().certificate_of(&one.id).await.expect("read").expect("there");
    let code = certified.code.expect("a code");
    let anybody = Caller::stranger(&scene.world);
    let typed = code.to_lowercase().replace('-', "+");
    for path in [format!("/verify/{code}"), format!("/verify?code={typed}")] {
        let page = anybody.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let text = page.text();
        for says in ["Có hiệu lực", "Bà Nguyễn Thị Hiền", "10/QĐ-UBND", "30/12/2022"] {
            assert!(text.contains(says), "{path} lacks {says}: {text}");
        }
    }
    let none = anybody.get("/verify/ABCDE-FGHJK").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert!(none.text().contains("không do hệ thống này in"), "{}", none.text());
    for wrong in ["O0O0O", "1", "<script>alert(1)</script>", "ẲẲẲẲẲẲẲẲẲẲ"] {
        let page = anybody.get(&format!("/verify?{}", form(&[("code", wrong)]))).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(!page.text().contains("<script>alert"), "{wrong}");
    }
    assert!(anybody.get("/verify").await.text().contains("Mã tra cứu"));

    let batch = scene.world.app.store().batches_of(&id).await.expect("read").remove(0).id;
    crate::fund::revoked(&scene, &one.id, "11/QĐ-UBND").await;
    // what was revoked while it lay in a batch is not printed, and does not count as printed
    let file = scene.clerk.get(&format!("/certificate-batches/{batch}/print.pdf")).await;
    assert!(file.text().contains("vừa bị hủy bỏ"), "{}", file.text());
    assert_eq!(settled(&scene.clerk, &batch, "1", "3", "0").await, StatusCode::SEE_OTHER);
    let printed = scene.world.app.store().certificate_of(&one.id).await.expect("read").expect("there").printed;
    assert_eq!(printed, 0);
    let text = anybody.get(&format!("/verify/{code}")).await.text();
    assert!(text.contains("Đã bị hủy bỏ") && text.contains("11/QĐ-UBND"), "{text}");
    let page = scene.clerk.get(&address).await.text();
    assert!(page.contains("đã hủy bỏ"), "{page}");
}

#[tokio::test]
async fn nobody_else_prints_and_nothing_is_printed_before_its_decision() {
    let scene = scene().await;
    let one = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let id = drafted(&scene, &[&one], "30/12/2022").await;
    let address = format!("/decisions/{id}/certificates");
    let early = scene.clerk.get(&address).await;
    assert!(early.text().contains("Quyết định chưa ban hành"), "{}", early.text());
    let issued = issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER);
    let sent = scene.clerk.post(&address, &prepared(&[])).await;
    let batch = id_of(&sent.location);
    let honour = scene.world.app.store().honours_of_decision(&id).await.expect("read").remove(0).id;
    for login in ["luongphong.thuongtruc", "hatinh.thuongtruc"] {
        let other = Caller::signed_in(&scene.world, login).await;
        for path in [
            address.clone(),
            format!("/certificate-batches/{batch}"),
            format!("/certificate-batches/{batch}/print.pdf"),
            format!("/certificate-batches/{batch}/pages/1"),
            format!("/honours/{honour}/certificate.png"),
        ] {
            let status = other.get(&path).await.status;
            assert!(matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{login} {path}: {status}");
        }
        let status = settled(&other, &batch, "1", "1", "0").await;
        assert!(matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{login}: {status}");
    }
}

#[tokio::test]
async fn a_merit_that_has_no_room_is_told_before_anything_goes_to_the_printer() {
    let (scene, id, honours) = decided().await;
    let address = format!("/decisions/{id}/certificates");
    let sent =
        scene.clerk.post(&address, &prepared(&[("issuer", &"Chủ tịch Ủy ban nhân dân xã ".repeat(15))])).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.text().contains("không đủ chỗ dù đã thu nhỏ chữ"), "{}", sent.text());
    assert!(scene.world.app.store().batches_of(&id).await.expect("read").is_empty());
    assert!(
        scene.world.app.store().certificate_of(&honours[0].id).await.expect("read").expect("there").code.is_none()
    );
}

#[tokio::test]
async fn a_certificate_bears_the_public_address_only_where_there_is_one() {
    let (scene, id, _) = decided().await;
    let address = format!("/decisions/{id}/certificates");
    let sent = scene.clerk.post(&address, &prepared(&[])).await;
    let batch = scene.clerk.get(&sent.location).await.text();
    assert!(batch.contains("không in mã QR"), "what will be missing is told before it is printed: {batch}");
    let pdf = scene.clerk.get(&format!("/certificate-batches/{}/print.pdf", id_of(&sent.location))).await.body;
    assert!(!String::from_utf8_lossy(&pdf).contains("/Figure"), "no picture leads to the machine of the clerk");
}
