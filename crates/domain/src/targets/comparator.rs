//! The twelve comparators of the target grammar and the two directions of better.

/// How an actual figure is compared with the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Comparator {
    /// "đạt X", "là X", a bare X.
    Exactly,
    /// "X trở lên", "đạt và vượt", "≥ X".
    AtLeast,
    /// "> X", "vượt X", "cao hơn".
    MoreThan,
    /// "không quá X", "≤ X".
    AtMost,
    /// "còn dưới X", "xuống dưới X", "< X".
    LessThan,
    /// "từ A đến B".
    Between,
    /// "khoảng X": needs a tolerance set by a person.
    About,
    /// "tăng X": the value is the change, not the level.
    IncreaseBy,
    /// "giảm X": the value is the change, not the level.
    DecreaseBy,
    /// "giữ vững", "duy trì": losing it fails.
    Maintain,
    /// "không có", "không để xảy ra".
    NoneExists,
    /// A quality judged by a person: "đảm bảo an ninh chính trị".
    Achieve,
}

impl Comparator {
    /// Every comparator.
    pub const ALL: [Comparator; 12] = [
        Comparator::Exactly,
        Comparator::AtLeast,
        Comparator::MoreThan,
        Comparator::AtMost,
        Comparator::LessThan,
        Comparator::Between,
        Comparator::About,
        Comparator::IncreaseBy,
        Comparator::DecreaseBy,
        Comparator::Maintain,
        Comparator::NoneExists,
        Comparator::Achieve,
    ];

    /// The word in files that programs read (`eq`, `ge`, … as the interface fixes them).
    pub fn code(self) -> &'static str {
        match self {
            Comparator::Exactly => "eq",
            Comparator::AtLeast => "ge",
            Comparator::MoreThan => "gt",
            Comparator::AtMost => "le",
            Comparator::LessThan => "lt",
            Comparator::Between => "between",
            Comparator::About => "approx",
            Comparator::IncreaseBy => "increase_by",
            Comparator::DecreaseBy => "decrease_by",
            Comparator::Maintain => "maintain",
            Comparator::NoneExists => "none_exists",
            Comparator::Achieve => "achieve",
        }
    }

    /// The comparator of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|comparator| comparator.code() == code)
    }

    /// Whether the figure is a judgement (yes, partly, no) and not a number.
    pub fn is_judged(self) -> bool {
        matches!(self, Comparator::Maintain | Comparator::Achieve)
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither, or not known.
    #[default]
    Neither,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Direction; 3] = [Direction::Higher, Direction::Lower, Direction::Neither];

    /// The word in files that programs read.
    pub fn code(self) -> &'static str {
        match self {
            Direction::Higher => "higher",
            Direction::Lower => "lower",
            Direction::Neither => "na",
        }
    }

    /// The direction of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|direction| direction.code() == code)
    }
}
