//! Other ways into a report: the workbook out and in, row by row, taken over and back as one; a pasted table; a phone.

use crate::lists::{part, with_part};
use crate::registrations::{form, person, unit_below};
use crate::reporting::{begin, open_rounds, put, round_of, version};
use crate::world::{Answer, Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_domain::basics::Amount;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_store::reporting::LineVersion;

struct Village {
    world: Arc<World>,
    own: Ids,
    dong: Caller,
    doai: Caller,
    clerk: Caller,
    report: String,
    /// Thu ngân sách.
    budget: String,
}

async fn village() -> Village {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let clerk = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let dong_id = unit_below(&world, &own.unit, "Thôn Đông").await;
    let doai_id = unit_below(&world, &own.unit, "Thôn Đoài").await;
    let dong = person(&world, &dong_id, "thon.dong", Role::Reporter).await;
    let doai = person(&world, &doai_id, "thon.doai", Role::Head).await;
    let budget = target_named(&world, &own.plan, "Thu ngân sách").await;
    let opened = open_rounds(&clerk, &own.movement, &[("H1", "01/12/2099")]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let round = round_of(&world, &own.movement, Period::FirstHalf).await;
    let report = begin(&dong, &round).await;
    Village { world, own, dong, doai, clerk, report, budget }
}

impl Village {
    fn id(&self) -> &str {
        self.report.rsplit('/').next().expect("an identifier")
    }

    async fn line(&self, target: &str) -> Option<LineVersion> {
        let lines = self.world.app.store().report_lines(self.id()).await.expect("read");
        lines.into_iter().find(|line| line.target_id == target)
    }

    async fn figure(&self, target: &str) -> Option<String> {
        match self.line(target).await?.entered.figure {
            Figure::Number(amount) => Some(amount.plain()),
            other => Some(format!("{other:?}")),
        }
    }

    async fn workbook(&self) -> Vec<u8> {
        let answer = self.dong.get(&format!("{}/workbook.xlsx", self.report)).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.body
    }

    async fn upload(&self, content: &[u8]) -> Answer {
        self.dong
            .post_parts(&format!("{}/workbook", self.report), &[("file", Some("Bảng 6 tháng.xlsx"), content)])
            .await
    }

    async fn uploaded(&self, content: &[u8]) -> String {
        let answer = self.upload(content).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.location
    }

    /// Sends the form of an upload with the versions that stand.
    async fn decide(&self, upload: &str, fields: &[(&str, &str)]) -> Answer {
        let seen = version(&self.world, &self.report).await;
        self.decide_at(upload, &seen, fields).await
    }

    async fn decide_at(&self, upload: &str, seen: &str, fields: &[(&str, &str)]) -> Answer {
        let id = upload.rsplit('/').next().expect("an identifier");
        let kept = self.world.app.store().upload(id).await.expect("read").expect("there").version.to_string();
        let all = [&[("version", seen), ("upload-version", kept.as_str())], fields].concat();
        self.dong.post(upload, &form(&all)).await
    }
}

const FIGURES: &str = "xl/worksheets/sheet1.xml";

/// The row in which a text of the shared texts stands, and the workbook with a number typed into its figure.
fn typed(book: &[u8], name: &str, cell: &str) -> (u32, Vec<u8>) {
    let texts = part(book, "xl/sharedStrings.xml");
    let at = texts.split("<si>").skip(1).position(|text| text.contains(&format!(">{name}<"))).expect("the name");
    let row = std::cell::Cell::new(0);
    let changed = with_part(book, FIGURES, |xml| {
        let name = xml.find(&format!("<v>{at}</v>")).expect("the name's cell");
        let start = xml[..name].rfind("<row r=\"").expect("its row");
        let number: u32 = xml[start + 8..].split('"').next().and_then(|row| row.parse().ok()).expect("a number");
        row.set(number);
        let row = number;
        let empty = format!("<c r=\"H{row}\" s=\"");
        let from = xml.find(&empty).expect("the figure's cell");
        let end = from + xml[from..].find('>').expect("its end") + 1;
        let style = xml[from + empty.len()..].split('"').next().expect("a style").to_owned();
        let filled = cell.replace("{place}", &format!("H{row}")).replace("{style}", &style);
        // an empty cell closes itself, one that holds a value has it behind
        let end =
            if xml[from..end].ends_with("/>") { end } else { end + xml[end..].find("</c>").expect("closed") + 4 };
        format!("{}{filled}{}", &xml[..from], &xml[end..])
    });
    (row.get(), changed)
}

const NUMBER: &str = "<c r=\"{place}\" s=\"{style}\"><v>900.5</v></c>";

fn text(words: &str) -> String {
    format!("<c r=\"{{place}}\" s=\"{{style}}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
}

#[tokio::test]
async fn a_workbook_goes_out_filled_and_its_figures_are_taken_over_and_back_as_one() {
    let w = village().await;
    let book = w.workbook().await;
    let texts = part(&book, "xl/sharedStrings.xml");
    for shown in ["Thôn Đông", "6 THÁNG ĐẦU NĂM 2024", "từ 1.768 trở lên", "triệu đồng"] {
        assert!(texts.contains(shown), "{shown}: {texts}");
    }
    let same = w.uploaded(&book).await;
    assert!(w.dong.get(&same).await.text().contains("Bảng này không thay đổi gì"));

    let budget = w.world.app.store().targets(&w.own.plan).await.expect("read");
    let name = budget.iter().find(|one| one.id == w.budget).expect("there").draft.name.clone();
    let (row, filled) = typed(&book, &name, NUMBER);
    let upload = w.uploaded(&filled).await;
    let page = w.dong.get(&upload).await.text();
    assert!(
        page.contains("<b>900,5</b>") && page.contains("nhập mới") && page.contains("chữ ký còn nguyên"),
        "{page}"
    );
    assert!(page.contains(&format!("name=\"take{row}\" value=\"yes\"")), "{page}");
    assert_eq!(w.figure(&w.budget).await, None, "nothing is written before somebody says so");
    assert_eq!(w.doai.get(&upload).await.status, StatusCode::NOT_FOUND, "it is the unit's own");

    let none = w.decide(&upload, &[("act", "take")]).await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.text().contains("Chưa đánh dấu dòng nào"));
    let take = format!("take{row}");
    let chosen =
        [("act", "take"), (take.as_str(), "yes"), ("all-dated", "30/6/2024"), ("all-source", "Báo cáo 5/BC-TĐ")];
    let taken = w.decide(&upload, &chosen).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let line = w.line(&w.budget).await.expect("the line");
    assert_eq!(line.entered.figure, Figure::Number(Amount::from_plain("900.5").expect("an amount")));
    assert_eq!(line.entered.source.as_deref(), Some("Báo cáo 5/BC-TĐ"));
    assert_eq!(line.entered.file_name.as_deref(), Some("Bảng 6 tháng.xlsx"), "the workbook is its evidence");
    assert!(line.entered.place.is_some_and(|place| place.contains(&row.to_string())));
    let digest = line.entered.file_digest.expect("a file");
    assert_eq!(w.dong.get(&format!("/files/{digest}")).await.status, StatusCode::OK);
    assert_eq!(w.decide(&upload, &chosen).await.status, StatusCode::CONFLICT, "only once");

    let undone = w.dong.post(&format!("{upload}/undo"), "").await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text());
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("NotEntered"));
    let history = w.world.app.store().line_history(w.id(), &w.budget).await.expect("history");
    assert_eq!(history.len(), 2, "the history keeps what was taken over");
    let log = Caller::signed_in(&w.world, "quan-tri").await.get("/audit").await.text();
    assert!(log.contains("đã nhận số liệu từ bảng vào báo cáo"), "{log}");
    let id = upload.rsplit('/').next().expect("an identifier");
    assert_eq!(w.dong.get(&format!("/uploads/{id}")).await.location, upload, "the log leads to it");
}

#[tokio::test]
async fn wrong_cells_are_mended_in_the_browser_and_nothing_is_taken_by_halves() {
    let w = village().await;
    let targets = w.world.app.store().targets(&w.own.plan).await.expect("read");
    let name = targets.iter().find(|one| one.id == w.budget).expect("there").draft.name.clone();
    let (row, filled) = typed(&w.workbook().await, &name, &text("đang tổng hợp"));
    let upload = w.uploaded(&filled).await;
    let page = w.dong.get(&upload).await.text();
    assert!(page.contains("không phải là số") && page.contains("cần sửa"), "{page}");
    let (take, cell) = (format!("take{row}"), format!("c{row}.0"));
    let refused = w.decide(&upload, &[("act", "take"), (&take, "yes")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("còn phải sửa"), "{}", refused.text());
    assert_eq!(w.figure(&w.budget).await, None);
    // a thousand times the plan is asked about, and taken when somebody ticks it
    let far = w.decide(&upload, &[("act", "mend"), (&cell, "1768000")]).await;
    assert_eq!(far.status, StatusCode::SEE_OTHER, "{}", far.text());
    let page = w.dong.get(&upload).await.text();
    assert!(page.contains("gấp hoặc kém khoảng 1.000 lần"), "{page}");
    assert!(
        !page.contains(&format!("name=\"{take}\" value=\"yes\" aria-label=\"Nhận dòng {row}\" checked")),
        "{page}"
    );
    let mended = w.decide(&upload, &[("act", "take"), (&cell, "1.768,5"), (&take, "yes")]).await;
    assert_eq!(mended.status, StatusCode::SEE_OTHER, "{}", mended.text());
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("1768.5"));
}

#[tokio::test]
async fn of_two_uploads_at_once_the_second_sees_what_changed() {
    let w = village().await;
    let targets = w.world.app.store().targets(&w.own.plan).await.expect("read");
    let name = targets.iter().find(|one| one.id == w.budget).expect("there").draft.name.clone();
    let book = w.workbook().await;
    let (row, one) = typed(&book, &name, NUMBER);
    let (_, other) = typed(&book, &name, &NUMBER.replace("900.5", "950"));
    let (first, second) = (w.uploaded(&one).await, w.uploaded(&other).await);
    let seen = version(&w.world, &w.report).await;
    let take = format!("take{row}");
    assert_eq!(w.decide(&first, &[("act", "take"), (&take, "yes")]).await.status, StatusCode::SEE_OTHER);
    let late = w.decide_at(&second, &seen, &[("act", "take"), (&take, "yes")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let page = late.text();
    assert!(page.contains("vừa có người sửa") && page.contains("đã được sửa thành 900,5"), "{page}");
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("900.5"), "nothing is lost silently");
    // who looks and ticks it all the same takes it over
    assert_eq!(w.decide(&second, &[("act", "take"), (&take, "yes")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("950"));
    // the first is not taken back over the second
    let hindered = w.dong.post(&format!("{first}/undo"), "").await;
    assert_eq!(hindered.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(hindered.text().contains("đã được sửa tiếp") && hindered.text().contains(&name));
    assert_eq!(w.dong.post(&format!("{second}/undo"), "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("900.5"));
}

#[tokio::test]
async fn a_file_that_is_not_this_reports_is_refused_with_what_to_do() {
    let w = village().await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let other = begin(&w.doai, &round).await;
    let theirs = w.doai.get(&format!("{other}/workbook.xlsx")).await.body;
    let refused = w.upload(&theirs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Thôn Đoài") && refused.text().contains("Nộp tệp ở báo cáo của đơn vị đó"));
    let accounts = w.upload(b"T\xc3\xa0i kho\xe1\xba\xa3n;N\xe1\xbb\xa3\n111;5\n").await;
    assert_eq!(accounts.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(w.doai.get(&format!("{}/workbook", w.report)).await.status, StatusCode::NOT_FOUND);
    assert!(w.world.app.store().uploads_of(&w.own.unit, "figures", 5).await.expect("read").is_empty());
}

#[tokio::test]
async fn a_table_pasted_from_a_spreadsheet_is_read_on_the_server_and_reviewed() {
    let w = village().await;
    let page = format!("{}/workbook", w.report);
    assert!(w.dong.get(&page).await.text().contains("Dán bảng từ Excel"));
    let targets = w.world.app.store().targets(&w.own.plan).await.expect("read");
    let name = targets.iter().find(|one| one.id == w.budget).expect("there").draft.name.clone();
    let pasted = format!(
        "Chỉ tiêu\tThực hiện\tNgày\tNguồn\r\nTHU NGÂN SÁCH XÃ\t1.234,50\t30/6/2024\tBáo cáo số 7\r\n{name}\tx5\t\t\r\n"
    );
    let answer = w.dong.post(&page, &form(&[("pasted", &pasted)])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let upload = answer.location;
    let text = w.dong.get(&upload).await.text();
    assert!(text.contains("1.234,50") && text.contains("THU NGÂN SÁCH XÃ"), "{text}");
    assert!(text.contains("Là chỉ tiêu nào?") && text.contains("không phải là số"), "{text}");
    // a name that is not the plan's is asked about, and a person says which line it is
    let chosen = w.decide(&upload, &[("act", "mend"), ("line2", &w.budget)]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
    let taken = w.decide(&upload, &[("act", "take"), ("take2", "yes")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("1234.5"));
    let empty = w.dong.post(&page, &form(&[("pasted", "  ")])).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn workbooks_are_built_one_turn_after_another_like_other_heavy_work() {
    let w = village().await;
    let year = w.world.app.store().movement(&w.own.movement).await.expect("read").expect("there");
    let turns = w.world.app.turns();
    let all = u32::try_from(turns.available_permits()).expect("a few");
    for path in [
        format!("{}/workbook.xlsx", w.report),
        format!("/movements/{}/evaluation.xlsx", year.id),
        "/people/list.xlsx".to_owned(),
    ] {
        let caller = if path.starts_with("/reports") { &w.dong } else { &w.clerk };
        let held = std::sync::Arc::clone(&turns).acquire_many_owned(all).await.expect("turns");
        let mut asked = std::pin::pin!(caller.get(&path));
        let early = tokio::time::timeout(std::time::Duration::from_millis(1_500), &mut asked).await;
        assert!(early.is_err(), "{path} waits for its turn");
        drop(held);
        assert_eq!(asked.await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn two_rows_that_answer_one_line_are_both_refused_until_one_is_given_up() {
    let w = village().await;
    let targets = w.world.app.store().targets(&w.own.plan).await.expect("read");
    let name = targets.iter().find(|one| one.id == w.budget).expect("there").draft.name.clone();
    let pasted = format!("Chỉ tiêu\tThực hiện\tNgày\tNguồn\r\nThu xã\t1.234,50\t\t\r\n{name}\t900\t\t\r\n");
    let upload = w.dong.post(&format!("{}/workbook", w.report), &form(&[("pasted", &pasted)])).await.location;
    let chosen = w.decide(&upload, &[("act", "mend"), ("line2", &w.budget)]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
    let page = w.dong.get(&upload).await.text();
    assert!(page.contains("còn được trả lời ở dòng 3 của tệp này"), "{page}");
    assert!(page.contains("còn được trả lời ở dòng 2 của tệp này") && page.contains("Giữ một dòng"), "{page}");
    for ticked in [&["take2"][..], &["take3"], &["take2", "take3"]] {
        let mut fields = vec![("act", "take")];
        fields.extend(ticked.iter().map(|take| (*take, "yes")));
        let refused = w.decide(&upload, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{ticked:?}");
    }
    assert!(w.line(&w.budget).await.is_none(), "nothing is stored by halves");
    let taken = w.decide(&upload, &[("act", "take"), ("c3.0", ""), ("take2", "yes")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("1234.5"));
    assert_eq!(w.world.app.store().line_history(w.id(), &w.budget).await.expect("history").len(), 1);
}

#[tokio::test]
async fn what_an_upload_brings_into_a_movement_of_sample_data_stays_marked() {
    let w = village().await;
    let targets = w.world.app.store().targets(&w.own.plan).await.expect("read");
    let name = targets.iter().find(|one| one.id == w.budget).expect("there").draft.name.clone();
    let (row, filled) = typed(&w.workbook().await, &name, NUMBER);
    let upload = w.uploaded(&filled).await;
    let take = format!("take{row}");
    assert_eq!(w.decide(&upload, &[("act", "take"), (&take, "yes")]).await.status, StatusCode::SEE_OTHER);
    assert!(w.line(&w.budget).await.expect("the line").illustrative, "of the movement's sample data");
    // a second one over it, taken back: the mark comes back with the figure
    let (row, again) = typed(&w.workbook().await, &name, &NUMBER.replace("900.5", "950"));
    let second = w.uploaded(&again).await;
    let take = format!("take{row}");
    assert_eq!(w.decide(&second, &[("act", "take"), (&take, "yes")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(w.dong.post(&format!("{second}/undo"), "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("900.5"));
    assert!(w.line(&w.budget).await.expect("the line").illustrative, "of what it replaces");
}

#[tokio::test]
async fn on_a_phone_one_target_after_another_is_entered() {
    let w = village().await;
    let lines = w.dong.get(&format!("{}/phone", w.report)).await.text();
    assert!(lines.contains("Chỉ tiêu 1/") && lines.contains("chỉ tiêu chưa nhập"), "{lines}");
    let targets = w.world.app.store().targets(&w.own.plan).await.expect("read");
    let asked: Vec<_> = targets.iter().filter(|one| one.draft.comparator.is_some()).collect();
    let at = asked.iter().position(|one| one.id == w.budget).expect("there");
    let (v, t, s) = (format!("v-{}", w.budget), format!("t-{}", w.budget), format!("s-{}", w.budget));
    let to = format!("/phone?at={at}");
    let wrong = put(&w.world, &w.dong, &w.report, &to, &[("target", &w.budget), (&v, "chín trăm")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("value=\"chín trăm\""), "what was typed stays");
    let fields = [("target", w.budget.as_str()), (&v, "900,5"), (&t, "30/6/2024"), (&s, "Sổ thu của thôn")];
    let saved = put(&w.world, &w.dong, &w.report, &to, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(saved.location.contains(&format!("at={}", at + 1)), "{}", saved.location);
    assert_eq!(w.figure(&w.budget).await.as_deref(), Some("900.5"));
    // day and source of the line before are offered to the next
    let next = w.dong.get(&saved.location).await.text();
    assert!(next.contains("Sổ thu của thôn") && next.contains("30/6/2024"), "{next}");
    let stale = [("version", "1"), ("target", w.budget.as_str()), (v.as_str(), "901")];
    let late = w.dong.post(&format!("{}{to}", w.report), &form(&stale)).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "somebody was first");
    assert_eq!(
        w.clerk.get(&format!("{}/phone", w.report)).await.status,
        StatusCode::NOT_FOUND,
        "a draft is the unit's own"
    );
}
