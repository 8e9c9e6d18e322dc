//! Reports of a whole movement, directions upon reports, summing-ups, and what they leave to the next year.

mod directions;
mod kept;
mod next_year;
mod reports;
mod summing_ups;
mod texts;

pub use directions::{Direction, NewDirection};
pub use kept::Kept;
pub use next_year::Left;
pub use reports::{Issue, PeriodReport};
pub use summing_ups::{SummingUp, SummingUpText};
pub use texts::Section;
