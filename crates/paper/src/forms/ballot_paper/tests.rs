//! What ballot papers must never get wrong.

use super::{BallotItem, document, example, four};
use crate::write::document::SlipsOnAPage;
use crate::write::reading::{docx_text, pdf_pages, pdf_text};
use crate::write::{to_docx, to_pdf};

fn pages(ballot: &super::BallotPaper) -> usize {
    pdf_pages(&to_pdf(&document(ballot)).expect("written")).len()
}

#[test]
fn two_or_four_stand_on_a_page() {
    assert_eq!(pages(&example()), 2, "three papers, two on a page");
    assert_eq!(pages(&four()), 3, "nine papers, four on a page");
    assert_eq!(pages(&super::BallotPaper { on_a_page: SlipsOnAPage::One, ..example() }), 3);
}

#[test]
fn a_ballot_too_long_for_its_part_of_the_page_is_printed_whole() {
    let mut long = super::BallotPaper { copies: 2, ..four() };
    long.items = (1..=45)
        .map(|number| BallotItem {
            name: format!("Người thứ {number}."), award: "Lao động tiên tiến".into()
        })
        .collect();
    let (pdf, word) = (to_pdf(&document(&long)).expect("written"), to_docx(&document(&long)).expect("written"));
    for number in [1, 45] {
        let name = format!("Người thứ {number}.");
        assert_eq!(pdf_text(&pdf).matches(&name).count(), 2, "{name}");
        assert_eq!(docx_text(&word).matches(&name).count(), 2, "{name}");
    }
}

#[test]
fn no_paper_differs_from_another_and_none_names_who_votes() {
    let text = docx_text(&to_docx(&document(&four())).expect("written"));
    let papers: Vec<&str> = text.split("PHIẾU BẦU").skip(1).collect();
    assert_eq!(papers.len(), 9);
    let said = |paper: &str| {
        paper.lines().take_while(|line| !line.contains("ỦY BAN NHÂN DÂN XÃ AN BÌNH")).collect::<String>()
    };
    assert!(papers.iter().all(|paper| said(paper) == said(papers[0])));
    assert!(text.contains("không ghi tên, không ký tên"));
}
