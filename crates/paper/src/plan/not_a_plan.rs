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
    /// It does not speak of emulation.
    #[error("a text that does not speak of emulation")]
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
            NotAPlan::NotEmulation => Says::new(
                "Văn bản này không nói đến thi đua. Hãy chọn kế hoạch hoặc văn bản phát động phong trào thi đua.",
                "This text does not speak of emulation. Choose the plan or other document that launches the movement.",
            ),
        }
    }
}
