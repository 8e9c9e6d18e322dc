//! Closed lists of words with a code for the store and for programs.

/// An enumeration whose every member has a code; `ALL`, `code` and `from_code` come with it.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $member:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$one])* $member,)* }

        impl $name {
            /// Every one, in the order in which people are shown them.
            pub const ALL: &[$name] = &[$($name::$member),*];

            /// The word for the store and for programs.
            pub fn code(self) -> &'static str {
                match self { $($name::$member => $code,)* }
            }

            /// The one of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
pub(crate) use coded;
