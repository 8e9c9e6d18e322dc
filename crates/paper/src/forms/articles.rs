//! The articles of a decision.

use super::wording::sentence;
use super::words;
use crate::write::document::{Block, Run};

/// An article: its sentence, and the paragraphs and items that belong to it.
pub(super) struct Article {
    text: String,
    below: Vec<Block>,
}

impl Article {
    /// An article of one sentence.
    pub(super) fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), below: Vec::new() }
    }

    /// The same with what belongs to it.
    pub(super) fn with(text: impl Into<String>, below: Vec<Block>) -> Self {
        Self { text: text.into(), below }
    }
}

/// "QUYẾT ĐỊNH:" and the articles, numbered; the last one closes the decision.
pub(super) fn articles(articles: Vec<Article>) -> Vec<Block> {
    let last = articles.len();
    let mut blocks = vec![Block::centred(words::DECIDES)];
    for (at, Article { text, below }) in articles.into_iter().enumerate() {
        let text = sentence(&text);
        let text = if at + 1 == last { format!("{}./.", text.trim_end_matches('.')) } else { text };
        blocks.push(Block::Paragraph { runs: vec![Run::bold(words::article(at + 1)), Run::plain(text)] });
        blocks.extend(below);
    }
    blocks
}
