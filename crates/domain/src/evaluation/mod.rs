//! Evaluation: the tree of targets, rates against every base there is, change against an earlier year, parts and wholes,
//! and where the year is heading.

mod applied;
mod falls;
mod forecast;
mod growth;
mod parts;
mod rates;
mod tree;

pub use applied::{Applied, applied};
pub use falls::{Fall, Measure, Of, fall_together, measures_of};
pub use forecast::{Earlier, Forecast, Projection, Rests, Sought, forecast};
pub use growth::{Agreement, Change, Meaning, agreement, change, implied_base, suggested};
pub use parts::{Criteria, CriteriaFault, RangePlace, Sum, components, criteria, range_place, shares, shown_as};
pub use rates::{Known, Rates, rate, rates};
pub use tree::{Node, Summary, components_agree, roll_up, together};
