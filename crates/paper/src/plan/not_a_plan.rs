//! Why a text is not a plan, in words that say what to do next.

use thidua_domain::basics::Says;

/// Why a text is not a plan of an emulation movement.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPlan {
    /// There are too few words to be a plan.
    #[error("too short to be a plan: {words} words")]
    TooShort {
        /// Words found.
        words: usize,
    },
    /// There are too many words to be a plan.
    #[error("too long to be a plan: {words} words")]
    TooLong {
        /// Words found.
        words: usize,
    },
    /// The words are not Vietnamese.
    #[error("the text is not Vietnamese")]
    NotVietnamese,
    /// It is another kind of document.
    #[error("the document is a {kind}")]
    OtherKind {
        /// The kind it names itself.
        kind: String,
    },
    /// Nothing in it names a plan.
    #[error("nothing in the text names a plan")]
    NoHeading,
    /// It is a plan, but not of emulation.
    #[error("a plan that does not speak of emulation")]
    NotEmulation,
}

impl NotAPlan {
    /// What is the matter and what to do next, for people.
    pub fn says(&self) -> Says {
        match self {
            NotAPlan::TooShort { words } => Says::new(
                format!("Văn bản chỉ có {words} từ, không đủ để là một kế hoạch. Hãy kiểm tra lại tệp đã chọn."),
                format!("The text has only {words} words, too few for a plan. Check the file you chose."),
            ),
            NotAPlan::TooLong { words } => Says::new(
                format!(
                    "Văn bản có {words} từ, dài hơn mọi kế hoạch. Hãy tách riêng phần kế hoạch thành một tệp rồi thử lại."
                ),
                format!(
                    "The text has {words} words, longer than any plan. Put the plan into a file of its own and try again."
                ),
            ),
            NotAPlan::NotVietnamese => Says::new(
                "Văn bản không phải tiếng Việt. Hãy chọn tệp kế hoạch bằng tiếng Việt.",
                "The text is not Vietnamese. Choose a plan written in Vietnamese.",
            ),
            NotAPlan::OtherKind { kind } => Says::new(
                format!("Văn bản này là “{kind}”, không phải kế hoạch. Hãy chọn tệp kế hoạch phát động thi đua."),
                format!("This document is a “{kind}”, not a plan. Choose the plan that launches the movement."),
            ),
            NotAPlan::NoHeading => Says::new(
                "Không tìm thấy dòng “KẾ HOẠCH” và tên kế hoạch. Hãy kiểm tra tệp, hoặc tự nhập kế hoạch.",
                "No line “KẾ HOẠCH” with a title was found. Check the file, or enter the plan by hand.",
            ),
            NotAPlan::NotEmulation => Says::new(
                "Kế hoạch này không nói đến thi đua. Hãy chọn kế hoạch phát động phong trào thi đua.",
                "This plan does not speak of emulation. Choose the plan that launches the movement.",
            ),
        }
    }
}
