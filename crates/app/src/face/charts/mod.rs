//! Charts as SVG made on the server. Each is a pure function of typed data; each says the same in a sentence and in a
//! table, and needs no colour: what a status is, its sign shows too.
//!
//! Places are whole tenths of a unit of the picture; no binary fraction comes near a figure.

mod axis;
mod bullets;
mod heat;
mod multiples;
mod status_bar;
mod strip;
mod table;
#[cfg(test)]
mod tests;
mod trajectory;
pub(crate) mod words;

pub(crate) use bullets::{Bullet, Bullets};
pub(crate) use heat::{Heat, HeatCell, HeatUnit};
pub(crate) use multiples::{Multiple, Multiples};
pub(crate) use status_bar::StatusBar;
pub(crate) use strip::{Dot, Group, Strip};
pub(crate) use table::{Cell, Table};
pub(crate) use trajectory::{Course, Series, Trajectory};

/// `37.5`: a place in the picture.
fn tenths(place: i64) -> String {
    let (whole, rest) = (place / 10, (place % 10).abs());
    let sign = if place < 0 && whole == 0 { "-" } else { "" };
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}
