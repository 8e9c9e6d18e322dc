//! The test sheet: two crosses to measure, and the outline of every box to hold against a blank.

use super::blank::{CROSS, Calibration};
use super::design::{Align, Design, FaceName};
use super::draw::{artifact, bar, page_of, settings};
use super::face::{ASCENT, face};
use super::problem::CertificateProblem;
use super::units::{Size, Um};
use super::words;
use krilla::Document;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, SpanTag, Tag, TagGroup, TagTree};

/// The thickness of a hair line.
const HAIR: Um = Um(150);
/// Half the length of a cross.
const ARM: Um = Um::mm(6);

/// The test sheet of a design, printed with the calibration that a printer has so far.
///
/// # Errors
/// The page could not be made.
pub fn test_sheet(design: &Design, so_far: Calibration) -> Result<Vec<u8>, CertificateProblem> {
    let mut document = Document::new_with(settings()?);
    document
        .set_metadata(Metadata::new().title(words::test_title(&design.name)).language(words::LANGUAGE.to_owned()));
    let mut page = document.start_page_with(page_of(design)?);
    let mut surface = page.surface();
    surface.start_tagged(artifact());
    for cross in [(CROSS, CROSS), (design.sheet.width - CROSS, design.sheet.height - CROSS)] {
        // never made up for: what is measured is always what the printer does by itself
        let (x, y) = cross;
        bar(&mut surface, x - ARM, y - Um(HAIR.0 / 2), ARM + ARM, HAIR);
        bar(&mut surface, x - Um(HAIR.0 / 2), y - ARM, HAIR, ARM + ARM);
    }
    for one in design.boxes.iter().filter(|one| !one.preprinted) {
        let (x, y) = so_far.place(one.x, one.y);
        let (right, below) = so_far.place(one.x + one.width, one.y + one.height);
        outline(&mut surface, x, y, right - x, below - y);
    }
    if let Some(qr) = design.qr {
        let (x, y) = so_far.place(qr.x, qr.y);
        outline(&mut surface, x, y, qr.size, qr.size);
    }
    surface.end_tagged();
    let mut section = TagGroup::new(Tag::Section);
    let [first, last] = words::CROSS_NAMES;
    line(&mut surface, &mut section, first, CROSS + ARM + Um::mm(2), CROSS - Um::mm(3), Align::Left);
    let below = design.sheet.height - CROSS + ARM + Um::mm(1);
    line(&mut surface, &mut section, last, design.sheet.width - CROSS + ARM, below, Align::Right);
    // what to do stands where the blank has its headings, and so no box
    let mut y = widest_gap(design);
    for text in words::TEST_LINES {
        y = y + Um::mm(1);
        line(&mut surface, &mut section, text, CROSS + Um::mm(8), y, Align::Left);
        y = y + Um::mm(5);
    }
    surface.finish();
    page.finish();
    let mut tags = TagTree::new().with_lang(Some(words::LANGUAGE.to_owned()));
    tags.push(section);
    document.set_tag_tree(tags);
    document.finish().map_err(|error| CertificateProblem::Page(format!("{error:?}")))
}

/// The top of the highest band of the sheet that no printed box reaches into.
fn widest_gap(design: &Design) -> Um {
    let mut boxes: Vec<(Um, Um)> =
        design.boxes.iter().filter(|one| !one.preprinted).map(|one| (one.y, one.y + one.height)).collect();
    boxes.sort_unstable();
    let (mut top, mut best) = (CROSS + ARM, (Um(0), CROSS + ARM));
    for (from, to) in boxes {
        best = best.max((from - top, top));
        top = top.max(to);
    }
    best.1
}

fn outline(surface: &mut Surface<'_>, x: Um, y: Um, width: Um, height: Um) {
    bar(surface, x, y, width, HAIR);
    bar(surface, x, y + height, width, HAIR);
    bar(surface, x, y, HAIR, height);
    bar(surface, x + width, y, HAIR, height);
}

fn line(surface: &mut Surface<'_>, section: &mut TagGroup, text: &str, x: Um, y: Um, align: Align) {
    let Some(face) = face(FaceName::Regular) else { return };
    let size = Size(1_000);
    let shaped = face.shape(text.to_owned());
    let units: i64 = shaped.words.iter().map(|word| word.width + word.space).sum();
    let x = if align == Align::Right { x - size.units(units, face.em) } else { x };
    let start = Point::from_xy(x.points(), (y + size.part(ASCENT)).points());
    let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    surface.draw_glyphs(start, &shaped.glyphs, face.font.clone(), &shaped.text, size.points(), false);
    surface.end_tagged();
    let mut paragraph = TagGroup::new(Tag::P);
    paragraph.push(id);
    section.push(paragraph);
}
