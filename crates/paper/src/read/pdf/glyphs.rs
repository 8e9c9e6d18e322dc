//! The glyphs and rules of each page with their places.

use crate::read::ReadProblem;
use hayro::hayro_interpret::font::Glyph as Drawn;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use kurbo::{Affine, BezPath, Point, Rect, Shape};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

/// A length on the page, in hundredths of a point.
pub(super) type Length = i32;

/// A glyph on a page; `y` grows downwards.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) left: Length,
    pub(super) right: Length,
    pub(super) baseline: Length,
    pub(super) size: Length,
    pub(super) text: String,
}

/// A thin straight line of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub(super) left: Length,
    pub(super) top: Length,
    pub(super) right: Length,
    pub(super) bottom: Length,
}

/// What stands on a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) width: Length,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    pub(super) pictures: usize,
}

/// The most drawing steps of all pages together.
const MOST_STEPS: usize = 3_000_000;
/// A form or a clip counts for this many steps: what a form holds is unpacked anew each time that it is drawn.
const STEPS_OF_A_FORM: usize = 20;
/// Forms and clips inside one another; a form that draws itself goes on until it is stopped.
const DEEPEST: usize = 40;
/// A plan is drawn in some milliseconds; what is not done by then is made to keep the reader busy.
const LONGEST: Duration = Duration::from_secs(20);
/// The most glyphs of one page.
const MOST_GLYPHS: usize = 60_000;

/// That a document draws more than a document does.
struct TooMuch;

/// Draws every page and notes where its glyphs stand.
pub(super) fn pages(pdf: &Pdf) -> Result<Vec<Page>, ReadProblem> {
    with_annotations(pdf, true)
}

/// Draws every page, with what lies on it or without.
pub(super) fn with_annotations(pdf: &Pdf, annotations: bool) -> Result<Vec<Page>, ReadProblem> {
    // drawing cannot be stopped from within but by unwinding; and a font that the library cannot read must refuse one file
    let drawn = catch_unwind(AssertUnwindSafe(|| draw(pdf, annotations)));
    drawn.map_err(|cause| if cause.is::<TooMuch>() { ReadProblem::Bomb } else { ReadProblem::Broken })
}

fn draw(pdf: &Pdf, render_annotations: bool) -> Vec<Page> {
    let cache = InterpreterCache::new();
    let mut steps = 0;
    let began = Instant::now();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let mut canvas = Canvas {
            page: Page { width: length(f64::from(width)), ..Page::default() },
            steps,
            began,
            depth: 0,
            meant: meant(page).into_iter(),
            open: Vec::new(),
        };
        canvas.steps(STEPS_OF_A_FORM);
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings { render_annotations, ..InterpreterSettings::default() };
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut canvas);
        steps = canvas.steps;
        pages.push(canvas.page);
    }
    pages
}

/// Hundredths of a point.
#[expect(clippy::float_arithmetic, reason = "places on a page, not figures")]
pub(crate) fn length(points: f64) -> Length {
    (points * 100.0).clamp(-1e8, 1e8) as Length
}

/// What each marked stretch of a page's content means, where it says so (`ActualText`): several glyphs may draw one letter.
fn meant(page: &hayro::hayro_syntax::page::Page<'_>) -> Vec<Option<String>> {
    let mut stretches = Vec::new();
    // most pages say nothing of the kind, and need not be gone through twice
    let says = page.page_stream().is_some_and(|content| memchr::memmem::find(content, b"ActualText").is_some());
    if !says {
        return stretches;
    }
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::BeginMarkedContent(_) => stretches.push(None),
            TypedInstruction::BeginMarkedContentWithProperties(begin) => {
                let text = begin.1.clone().into_dict().and_then(|properties| {
                    properties.get::<hayro::hayro_syntax::object::String<'_>>("ActualText".as_bytes())
                });
                stretches.push(text.map(|text| text_string(text.as_bytes())));
            }
            _ => {}
        }
    }
    stretches
}

/// A text string of a PDF: UTF-16 or UTF-8 with its mark, or else Latin letters.
pub(crate) fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        latin => latin.iter().copied().map(char::from).collect(),
    }
}

/// A marked stretch that is being drawn, with what it means while no glyph has taken that yet.
enum Stretch {
    /// It means what its glyphs mean.
    Plain,
    /// Its first glyph takes the meaning.
    Meant(String),
    /// A glyph has taken it.
    Taken,
}

struct Canvas {
    page: Page,
    steps: usize,
    began: Instant,
    depth: usize,
    meant: std::vec::IntoIter<Option<String>>,
    open: Vec<Stretch>,
}

impl Canvas {
    fn step(&mut self) {
        self.steps(1);
    }

    fn steps(&mut self, count: usize) {
        self.steps += count;
        let late = count > 1 && self.began.elapsed() > LONGEST;
        if late || self.steps > MOST_STEPS || self.page.glyphs.len() > MOST_GLYPHS {
            resume_unwind(Box::new(TooMuch));
        }
    }

    /// Notes the thin edges of a shape: a ruled line, a thin filled box, or the four sides of a frame.
    fn rule(&mut self, bounds: Rect, transform: Affine) {
        const THIN: Length = 300;
        let bounds = transform.transform_rect_bbox(bounds);
        let rule = Rule {
            left: length(bounds.x0),
            top: length(bounds.y0),
            right: length(bounds.x1),
            bottom: length(bounds.y1),
        };
        if rule.right - rule.left <= THIN || rule.bottom - rule.top <= THIN {
            self.page.rules.push(rule);
        } else {
            let Rule { left, top, right, bottom } = rule;
            self.page.rules.extend([
                Rule { bottom: top, ..rule },
                Rule { top: bottom, ..rule },
                Rule { right: left, ..rule },
                Rule { left: right, ..rule },
            ]);
        }
    }
}

impl<'a> Device<'a> for Canvas {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {
        self.steps(STEPS_OF_A_FORM);
        self.depth += 1;
        if self.depth > DEEPEST {
            resume_unwind(Box::new(TooMuch));
        }
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, _: &[u8], _: Option<i32>) {
        let stretch = self.meant.next().flatten().filter(|text| !text.is_empty());
        self.open.push(stretch.map_or(Stretch::Plain, Stretch::Meant));
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn draw_path(&mut self, path: &BezPath, transform: Affine, _: &Paint<'a>, mode: &PathDrawMode) {
        self.step();
        let straight = path.elements().len() <= 24;
        if straight && self.page.rules.len() < MOST_GLYPHS {
            match mode {
                // each segment of a stroked path is a line of its own
                PathDrawMode::Stroke(_) => {
                    for segment in path.segments().take(24) {
                        self.rule(segment.bounding_box(), transform);
                    }
                }
                PathDrawMode::Fill(_) => self.rule(path.bounding_box(), transform),
            }
        }
    }

    fn draw_rect(&mut self, rect: &Rect, transform: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        self.step();
        if self.page.rules.len() < MOST_GLYPHS {
            self.rule(*rect, transform);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.step();
        self.page.pictures += 1;
    }

    fn draw_glyph(&mut self, glyph: &Drawn<'a>, transform: Affine, own: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        self.step();
        let text = match self.open.last_mut() {
            Some(stretch @ Stretch::Meant(_)) => match std::mem::replace(stretch, Stretch::Taken) {
                Stretch::Meant(text) => text,
                _ => return,
            },
            Some(Stretch::Taken) => return,
            _ => match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => return,
            },
        };
        let place = transform * own;
        let advance = match glyph {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(_) => None,
        };
        // a width that the font does not tell is taken wide, so that no gap opens inside a word
        let advance = advance.unwrap_or(750.0);
        let from = place * Point::ZERO;
        let to = place * Point::new(f64::from(advance), 0.0);
        let above = place * Point::new(0.0, 1000.0);
        self.page.glyphs.push(Glyph {
            left: length(from.x),
            right: length(to.x),
            baseline: length(from.y),
            size: length(from.distance(above)).max(100),
            text,
        });
    }
}
