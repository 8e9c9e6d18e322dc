//! The pages of a batch.

use super::blank::{Calibration, Onto};
use super::build::{LaidOut, Placed};
use super::design::{Align, Design, Ink, TextBox};
use super::face::{ASCENT, face};
use super::field::Field;
use super::frame;
use super::problem::CertificateProblem;
use super::units::Um;
use super::words;
use krilla::color::rgb;
use krilla::configure::{ConfigurationBuilder, PdfVersion};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::graphic::Graphic;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Node, SpanTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// A colour in parts of red, green and blue.
pub(super) type Color = (u8, u8, u8);
pub(super) const RED: Color = (0xa6, 0x12, 0x1c);
pub(super) const GOLD: Color = (0x9a, 0x6a, 0x12);
pub(super) const WHITE: Color = (0xff, 0xff, 0xff);
const BLACK: Color = (0, 0, 0);

/// Our fault, for the log and for whoever asks.
fn fault(error: impl std::fmt::Debug) -> CertificateProblem {
    CertificateProblem::Page(format!("{error:?}"))
}

pub(super) fn filled((red, green, blue): Color) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

/// The settings of every file: 1.7, which office printers know, with tags.
pub(super) fn settings() -> Result<SerializeSettings, CertificateProblem> {
    let configuration = ConfigurationBuilder::new().with_version(PdfVersion::Pdf17).finish().map_err(fault)?;
    Ok(SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() })
}

pub(super) fn page_of(design: &Design) -> Result<PageSettings, CertificateProblem> {
    PageSettings::from_wh(design.sheet.width.points(), design.sheet.height.points()).ok_or_else(|| fault("sheet"))
}

/// The pages as one file.
pub(super) fn pdf(design: &Design, all: &[LaidOut<'_>], onto: Onto) -> Result<Vec<u8>, CertificateProblem> {
    let mut document = Document::new_with(settings()?);
    document.set_metadata(
        Metadata::new().title(words::title(&design.name, all.len())).language(words::LANGUAGE.to_owned()),
    );
    let (mut tags, mut outline) = (TagTree::new().with_lang(Some(words::LANGUAGE.to_owned())), Outline::new());
    let mut fixed: Option<Graphic> = None;
    for (at, one) in all.iter().enumerate() {
        let mut page = document.start_page_with(page_of(design)?);
        let mut surface = page.surface();
        let mut section = TagGroup::new(Tag::Section);
        if onto == Onto::Plain {
            surface.start_tagged(artifact());
            let frame = fixed.get_or_insert_with(|| {
                let mut builder = surface.stream_builder();
                let mut drawing = builder.surface();
                frame::draw(&mut drawing, design);
                drawing.finish();
                Graphic::new(builder.finish(), false)
            });
            surface.draw_graphic(frame.clone());
            surface.end_tagged();
        }
        for placed in &one.texts {
            if let Some(into) = design.boxes.get(placed.at) {
                section.push(text(&mut surface, into, placed, onto));
            }
        }
        qr(&mut surface, design, one, onto, &mut section);
        surface.finish();
        page.finish();
        tags.push(section);
        let name = one.certificate.get(Field::Name).to_owned();
        outline.push_child(OutlineNode::new(name, XyzDestination::new(at, Point::from_xy(0.0, 0.0))));
    }
    document.set_tag_tree(tags);
    document.set_outline(outline);
    document.finish().map_err(fault)
}

pub(super) fn artifact<'a>() -> ContentTag<'a> {
    ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other))
}

fn calibration(onto: Onto) -> Calibration {
    match onto {
        Onto::Plain => Calibration::default(),
        Onto::Blank(calibration) => calibration,
    }
}

/// A text in its box; says what it is to those who listen.
fn text(surface: &mut Surface<'_>, into: &TextBox, placed: &Placed, onto: Onto) -> Node {
    let heading = NonZeroU16::MIN;
    let mut group = if into.heading { TagGroup::new(Tag::Hn(heading, None)) } else { TagGroup::new(Tag::P) };
    let Some(face) = face(into.face) else { return Node::Group(group) };
    let (fitted, shaped) = (&placed.fitted, &placed.shaped);
    surface.set_fill(Some(filled(match into.ink {
        Ink::Black => BLACK,
        Ink::Red => RED,
        Ink::Gold => GOLD,
    })));
    let calibration = calibration(onto);
    let above = Um((into.height - fitted.height()).0 / 2);
    let mut baseline = into.y + above + fitted.size.part(ASCENT);
    for line in &fitted.lines {
        let width = fitted.size.units(line.units, face.em);
        let left = into.x
            + match into.align {
                Align::Left => Um(0),
                Align::Center => Um((into.width - width).0 / 2),
                Align::Right => into.width - width,
            };
        let (x, y) = calibration.place(left, baseline);
        let glyphs = shaped.glyphs.get(line.from..line.to).unwrap_or_default();
        let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        surface.draw_glyphs(
            Point::from_xy(x.points(), y.points()),
            glyphs,
            face.font.clone(),
            &shaped.text,
            fitted.size.points(),
            false,
        );
        surface.end_tagged();
        group.push(id);
        if into.rule > 0 {
            surface.start_tagged(artifact());
            let long = Um(width.0 * i64::from(into.rule) / 100);
            let (x, y) = calibration.place(left + Um((width - long).0 / 2), baseline + Um(2_200));
            bar(surface, x, y, long, Um(250));
            surface.end_tagged();
        }
        baseline = baseline + fitted.leading();
    }
    Node::Group(group)
}

/// A rectangle filled with the ink at hand.
pub(super) fn bar(surface: &mut Surface<'_>, x: Um, y: Um, width: Um, height: Um) {
    let Some(rect) = Rect::from_xywh(x.points(), y.points(), width.points(), height.points()) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// The address behind the code, as squares.
fn qr(surface: &mut Surface<'_>, design: &Design, one: &LaidOut<'_>, onto: Onto, section: &mut TagGroup) {
    let (Some(place), address) = (design.qr, one.certificate.get(Field::Address)) else { return };
    if address.is_empty() {
        return;
    }
    // an address too long for a code is left out; the code beside it can still be typed
    let Ok(code) = fast_qr::QRBuilder::new(address).ecl(fast_qr::ECL::M).build() else { return };
    let side = code.size;
    let module = |at: usize| Um(i64::try_from(at).unwrap_or(0) * place.size.0 / i64::try_from(side).unwrap_or(1));
    let calibration = calibration(onto);
    let mut path = PathBuilder::new();
    for row in 0..side {
        let mut column = 0;
        while column < side {
            let from = column;
            while column < side && code[row][column].value() {
                column += 1;
            }
            if column > from {
                let (x, y) = calibration.place(place.x + module(from), place.y + module(row));
                let (right, below) = (module(column) - module(from), module(row + 1) - module(row));
                if let Some(rect) = Rect::from_xywh(x.points(), y.points(), right.points(), below.points()) {
                    path.push_rect(rect);
                }
            }
            column += 1;
        }
    }
    let Some(path) = path.finish() else { return };
    let mut figure = TagGroup::new(Tag::Figure(Some(address.to_owned())));
    let id = surface.start_tagged(ContentTag::Other);
    surface.set_fill(Some(filled(BLACK)));
    surface.draw_path(&path);
    surface.end_tagged();
    figure.push(id);
    section.push(figure);
}
