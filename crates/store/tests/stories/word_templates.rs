//! A template is in force from its day until the next; a withdrawn one is used no more.

use crate::world::{add_unit, clerk, day, entry, moment, tell};
use thidua_store::StoreError;
use thidua_store::word_templates::WordTemplate;

#[tokio::test]
async fn a_document_has_the_template_of_its_day() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let digest = "a".repeat(64);
        let change = store.change(clerk(1)).await.expect("a change");
        change.register_file(&digest, 10, "application/x").await.expect("a file");
        let mut ids = Vec::new();
        for from in [day(2022, 1, 1), day(2024, 7, 1)] {
            let it = WordTemplate {
                id: change.new_id(),
                unit_id: "u1".into(),
                kind: "award_decision".into(),
                number: 0,
                from,
                note: None,
                file_digest: digest.clone(),
                file_name: "mau.docx".into(),
                withdrawn: false,
                version: 0,
                account_name: String::new(),
                written_at: moment(1),
            };
            change.add_word_template(&it).await.expect("added");
            ids.push(it.id);
        }
        change.commit(entry("template.uploaded", &ids[0])).await.expect("committed");
        let of = async |on| {
            let found = store.word_template_of_day("u1", "award_decision", on).await.expect("read");
            found.map(|one| one.number)
        };
        assert_eq!(of(day(2021, 12, 31)).await, None);
        assert_eq!(of(day(2024, 6, 30)).await, Some(1));
        assert_eq!(of(day(2024, 7, 1)).await, Some(2));
        let change = store.change(clerk(2)).await.expect("a change");
        change.withdraw_word_template(&ids[1], 1, day(2025, 3, 1)).await.expect("withdrawn");
        let again = change.withdraw_word_template(&ids[1], 1, day(2025, 3, 1)).await;
        assert!(matches!(again, Err(StoreError::ChangedMeanwhile)), "{again:?}");
        change.commit(entry("template.withdrawn", &ids[1])).await.expect("committed");
        assert_eq!(of(day(2025, 2, 28)).await, Some(2), "a document of an earlier day keeps it");
        assert_eq!(of(day(2025, 3, 1)).await, Some(1));
        let all = store.word_templates("u1").await.expect("read");
        assert_eq!(all.iter().map(|one| (one.number, one.withdrawn)).collect::<Vec<_>>(), [(2, true), (1, false)]);
    })
    .await;
}
