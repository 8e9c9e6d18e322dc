use super::{document, example};
use crate::write::document::Block;

fn said(form: &super::CouncilMinutes) -> String {
    format!("{:?}", document(form).blocks)
}

#[test]
fn an_open_vote_is_told_apart_from_a_secret_one() {
    let text = said(&example());
    assert!(text.contains("Kết quả bỏ phiếu kín") && text.contains("Kết quả biểu quyết công khai"), "{text}");
    let mut only_open = example();
    only_open.items.retain(|item| item.papers.is_none());
    let text = said(&only_open);
    assert!(!text.contains("Kết quả bỏ phiếu kín") && !text.contains("hai người kiểm độc lập"), "{text}");
}

#[test]
fn a_meeting_without_a_quorum_says_that_nothing_was_voted_on() {
    let mut form = example();
    for item in &mut form.items {
        (item.papers, item.votes, item.abstaining) = (None, None, None);
    }
    let found = document(&form);
    assert!(!found.blocks.iter().any(|block| matches!(block, Block::Table(_))));
    assert!(said(&form).contains("Không đủ thành viên để họp"));
}
