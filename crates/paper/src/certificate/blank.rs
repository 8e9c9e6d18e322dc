//! Printing onto pre-printed blanks: each printer draws paper in its own way, and is measured once.

use super::design::Sheet;
use super::units::Um;
use thidua_domain::basics::Says;

/// What the batch is printed onto.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Onto {
    /// White paper: frame, headings and names.
    #[default]
    Plain,
    /// Blanks on which all that is the same everywhere stands already.
    Blank(Calibration),
}

/// By how much a printer misses, and so by how much everything is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calibration {
    /// Moved to the right by this.
    pub right: Um,
    /// Moved down by this.
    pub down: Um,
    /// Stretched across, in parts of a million.
    pub across: i64,
    /// Stretched along, in parts of a million.
    pub along: i64,
}

impl Default for Calibration {
    fn default() -> Self {
        Self { right: Um(0), down: Um(0), across: MILLION, along: MILLION }
    }
}

const MILLION: i64 = 1_000_000;

/// The crosses of the test sheet stand this far from the edges.
pub(super) const CROSS: Um = Um::mm(20);

/// Where the crosses of a printed test sheet were found, from the edges of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// The first cross from the left edge.
    pub left: Um,
    /// The first cross from the top edge.
    pub top: Um,
    /// The last cross from the right edge.
    pub right: Um,
    /// The last cross from the bottom edge.
    pub bottom: Um,
}

impl Calibration {
    /// Moves and stretches that make the crosses fall where they belong.
    ///
    /// # Errors
    /// Where the measures cannot be of this sheet: a cross is off by more than 15 mm, which is a wrong paper.
    pub fn from_measured(sheet: Sheet, measured: Measured) -> Result<Self, Says> {
        let off = [measured.left, measured.top, measured.right, measured.bottom];
        if off.iter().any(|found| (*found - CROSS).0.abs() > Um::mm(15).0) {
            return Err(super::words::off_by_too_much());
        }
        let (across, right) = axis(sheet.width, measured.left, measured.right);
        let (along, down) = axis(sheet.height, measured.top, measured.bottom);
        Ok(Self { right, down, across, along })
    }

    /// Where something has to be sent so that it falls there.
    pub(super) fn place(self, x: Um, y: Um) -> (Um, Um) {
        (Um(x.0 * self.across / MILLION) + self.right, Um(y.0 * self.along / MILLION) + self.down)
    }
}

/// What was found at `near` from one edge and `far` from the other was sent to [`CROSS`] of each.
fn axis(length: Um, near: Um, far: Um) -> (i64, Um) {
    let meant = (length - CROSS - CROSS).0;
    let found = (length - near - far).0.max(1);
    let stretch = (meant * MILLION + found / 2) / found;
    // found = near + sent·(found/meant), so what is to be found at CROSS is sent to CROSS + (CROSS − near)·stretch
    let moved = (CROSS - near).0 * stretch / MILLION;
    // the stretch is from the edge of the sheet, the cross is the fixed point
    let start = CROSS.0 + moved - CROSS.0 * stretch / MILLION;
    (stretch, Um(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A printer that moves and stretches: where it puts what is sent to a place.
    fn printer(shift: i64, stretch: i64) -> impl Fn(Um) -> Um {
        move |sent| Um(sent.0 * stretch / MILLION + shift)
    }

    #[test]
    fn what_a_printer_misses_by_is_made_up_for_to_a_tenth_of_a_millimetre() {
        let sheet = Sheet { width: Um::mm(420), height: Um::mm(297) };
        for (shift, stretch) in [(0, MILLION), (2_300, MILLION), (-3_100, 1_004_000), (1_500, 991_000)] {
            let prints = printer(shift, stretch);
            let near = prints(CROSS);
            let far = sheet.width - prints(sheet.width - CROSS);
            let measured = Measured { left: near, top: CROSS, right: far, bottom: CROSS };
            let calibration = Calibration::from_measured(sheet, measured).expect("a calibration");
            for place in [Um::mm(20), Um::mm(210), Um::mm(333)] {
                let found = prints(calibration.place(place, Um(0)).0);
                assert!((found - place).0.abs() < 100, "{place:?} fell at {found:?} with {shift} {stretch}");
            }
            assert_eq!(calibration.place(Um(0), Um::mm(50)).1, Um::mm(50), "the other way was right");
        }
    }

    #[test]
    fn a_cross_far_from_its_place_is_another_paper() {
        let sheet = Sheet { width: Um::mm(297), height: Um::mm(210) };
        let measured = Measured { left: Um::mm(40), top: CROSS, right: CROSS, bottom: CROSS };
        assert!(Calibration::from_measured(sheet, measured).is_err());
    }
}
