//! The macro with which each feature writes its words in both languages.

/// Makes a set of words in both languages: `name: "tiếng Việt", "English";`.
macro_rules! words {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        /// The words of this feature.
        pub(crate) struct Words { $(pub(crate) $name: &'static str,)* }
        static VIETNAMESE: Words = Words { $($name: $vi,)* };
        static ENGLISH: Words = Words { $($name: $en,)* };
        /// The words in a language.
        pub(crate) fn words(language: thidua_domain::basics::Language) -> &'static Words {
            match language {
                thidua_domain::basics::Language::Vietnamese => &VIETNAMESE,
                thidua_domain::basics::Language::English => &ENGLISH,
            }
        }
    };
}
pub(crate) use words;
