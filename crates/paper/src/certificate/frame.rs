//! What stands around the text: drawn once, and put on every page. Our own drawings.

use super::design::{Design, Frame, Sheet};
use super::draw::{Color, GOLD, RED, WHITE, bar, filled};
use super::units::Um;
use krilla::geom::PathBuilder;
use krilla::surface::Surface;

/// From the edge of the paper to the frame: what office printers cannot print on, and a margin.
const EDGE: Um = Um::mm(9);

/// Draws the frame of a design.
pub(super) fn draw(surface: &mut Surface<'_>, design: &Design) {
    match design.frame {
        Frame::None => {}
        Frame::Lotus => lotus(surface, design.sheet),
        Frame::Fret => fret(surface, design.sheet),
    }
}

/// A frame of four bars, so far from the edge, so thick.
fn rule(surface: &mut Surface<'_>, sheet: Sheet, from_edge: Um, thick: Um) {
    let (width, height) = (sheet.width - from_edge - from_edge, sheet.height - from_edge - from_edge);
    let (right, below) = (sheet.width - from_edge - thick, sheet.height - from_edge - thick);
    bar(surface, from_edge, from_edge, width, thick);
    bar(surface, from_edge, below, width, thick);
    bar(surface, from_edge, from_edge, thick, height);
    bar(surface, right, from_edge, thick, height);
}

/// The four corners: where, and which way the sheet lies from there.
fn corners(sheet: Sheet, from_edge: Um) -> [(Um, Um, i64, i64); 4] {
    let (right, below) = (sheet.width - from_edge, sheet.height - from_edge);
    [(from_edge, from_edge, 1, 1), (right, from_edge, -1, 1), (from_edge, below, 1, -1), (right, below, -1, -1)]
}

/// A turn: its cosine and sine in parts of a thousand.
type Turn = (i64, i64);

/// Petals of a lotus: the turn away from the diagonal, the length and half the width, from the outside in.
const PETALS: [(Turn, i64, i64); 7] = [
    ((423, -906), 15_000, 2_900),
    ((423, 906), 15_000, 2_900),
    ((707, -707), 17_000, 3_300),
    ((707, 707), 17_000, 3_300),
    ((914, -407), 18_500, 3_600),
    ((914, 407), 18_500, 3_600),
    ((1_000, 0), 20_000, 3_900),
];
/// The diagonal of a corner.
const DIAGONAL: Turn = (707, 707);

fn turned((x, y): (i64, i64), (cosine, sine): Turn) -> (i64, i64) {
    ((x * cosine - y * sine) / 1_000, (x * sine + y * cosine) / 1_000)
}

fn lotus(surface: &mut Surface<'_>, sheet: Sheet) {
    surface.set_fill(Some(filled(RED)));
    rule(surface, sheet, EDGE, Um(1_500));
    surface.set_fill(Some(filled(GOLD)));
    rule(surface, sheet, EDGE + Um(2_700), Um(500));
    for (x, y, across, along) in corners(sheet, EDGE + Um(4_200)) {
        for (number, (turn, length, half)) in PETALS.into_iter().enumerate() {
            let at = |point: (i64, i64)| {
                let (right, below) = turned(turned(point, turn), DIAGONAL);
                (x + Um(right * across), y + Um(below * along))
            };
            // each petal is cut out of the one behind it by a rim of paper
            petal(surface, &at, length, half + 450, WHITE);
            petal(surface, &at, length - 700, half, ink_of(number));
        }
    }
    middles(surface, sheet);
}

/// Both petals of a pair have one ink; the one in the middle has that of the pair behind its neighbours.
const fn ink_of(number: usize) -> Color {
    if number / 2 % 2 == 1 { RED } else { GOLD }
}

fn petal(surface: &mut Surface<'_>, at: &dyn Fn((i64, i64)) -> (Um, Um), length: i64, half: i64, ink: Color) {
    let mut path = PathBuilder::new();
    let (from, tip) = (at((0, 0)), at((length, 0)));
    path.move_to(from.0.points(), from.1.points());
    for side in [half, -half] {
        let (near, far) = (at((length * 35 / 100, side * 2)), at((length * 70 / 100, side)));
        if side > 0 {
            cubic(&mut path, near, far, tip);
        } else {
            cubic(&mut path, far, near, from);
        }
    }
    path.close();
    surface.set_fill(Some(filled(ink)));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn cubic(path: &mut PathBuilder, near: (Um, Um), far: (Um, Um), to: (Um, Um)) {
    path.cubic_to(near.0.points(), near.1.points(), far.0.points(), far.1.points(), to.0.points(), to.1.points());
}

/// A lozenge in the middle of every side, over the inner rule.
fn middles(surface: &mut Surface<'_>, sheet: Sheet) {
    let inner = EDGE + Um(2_950);
    let (half_width, half_height) = (Um(sheet.width.0 / 2), Um(sheet.height.0 / 2));
    let places = [
        (half_width, inner, 9_000, 1_900),
        (half_width, sheet.height - inner, 9_000, 1_900),
        (inner, half_height, 1_900, 9_000),
        (sheet.width - inner, half_height, 1_900, 9_000),
    ];
    for (x, y, across, along) in places {
        for (size, ink) in [(100, WHITE), (80, GOLD), (40, RED)] {
            let (across, along) = (Um(across * size / 100), Um(along * size / 100));
            let mut path = PathBuilder::new();
            path.move_to((x - across).points(), y.points());
            path.line_to(x.points(), (y - along).points());
            path.line_to((x + across).points(), y.points());
            path.line_to(x.points(), (y + along).points());
            path.close();
            surface.set_fill(Some(filled(ink)));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
}

/// The bars of a fret in a square of eight: left, top, width, height.
const FRET: [(i64, i64, i64, i64); 6] =
    [(0, 0, 7, 1), (6, 0, 1, 7), (2, 6, 5, 1), (2, 2, 1, 5), (2, 2, 3, 1), (4, 2, 1, 3)];

fn fret(surface: &mut Surface<'_>, sheet: Sheet) {
    surface.set_fill(Some(filled(RED)));
    rule(surface, sheet, EDGE, Um(1_000));
    rule(surface, sheet, EDGE + Um(8_200), Um(500));
    surface.set_fill(Some(filled(GOLD)));
    let start = EDGE + Um(2_000);
    let band = 5_200;
    let unit = |length: Um| {
        let room = length.0 - 2 * start.0;
        let count = (room / (band + 1_000)).max(2);
        (count, (room - count * band) / (count - 1).max(1) + band)
    };
    let (across, step_across) = unit(sheet.width);
    let (along, step_along) = unit(sheet.height);
    let square = |surface: &mut Surface<'_>, x: Um, y: Um, mirrored: bool| {
        for (left, top, width, height) in FRET {
            let left = if mirrored { 7 - left - width } else { left };
            let part = |parts: i64| Um(parts * band / 7);
            bar(surface, x + part(left), y + part(top), part(width), part(height));
        }
    };
    for at in 0..across {
        let x = start + Um(at * step_across);
        let mirrored = at * 2 >= across;
        square(surface, x, start, mirrored);
        square(surface, x, sheet.height - start - Um(band), mirrored);
    }
    for at in 1..along - 1 {
        let y = start + Um(at * step_along);
        square(surface, start, y, false);
        square(surface, sheet.width - start - Um(band), y, true);
    }
}
