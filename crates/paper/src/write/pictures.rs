//! The pages of a PDF as pictures, drawn from the very file that goes to the printer.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Every page as PNG, about so many pixels wide; nothing where a page cannot be drawn.
#[expect(clippy::float_arithmetic, reason = "the scale of a picture, not figures")]
pub fn page_pictures(pdf: Vec<u8>, width: u16) -> Option<Vec<Vec<u8>>> {
    // what draws is young: a page that it cannot draw must not end the program
    catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::new(pdf).ok()?;
        let cache = RenderCache::new();
        let drawn = pdf.pages().iter().map(|page| {
            let (points, _) = page.render_dimensions();
            let scale = f32::from(width.clamp(50, 4_000)) / points.max(1.0);
            let settings =
                RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
            render(page, &cache, &InterpreterSettings::default(), &settings).into_png().ok()
        });
        drawn.collect::<Option<Vec<Vec<u8>>>>()
    }))
    .ok()
    .flatten()
}
