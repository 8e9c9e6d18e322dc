//! The picture writer: one upright page as PNG, to be sent on from telephone to telephone. Pure: same poster, same bytes.

use serde::Serialize;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use super::error::PaperError;
use super::pdf::{Desk, open_long_words, pages};

const TEMPLATE: &str = include_str!("poster.typ");

/// Width and height of the picture. The template's page is half of it in points.
pub const SIZE: (u32, u32) = (1080, 1350);

/// What stands on the picture.
#[derive(Clone, Debug, Serialize)]
pub struct Poster {
    /// The line above the title.
    pub over: String,
    /// The title.
    pub title: String,
    /// Whose it is, of which day.
    pub under: String,
    /// Numbers at the head.
    pub counts: Vec<Count>,
    /// Parts of the bar of statuses; none: no bar.
    pub bar: Vec<Part>,
    /// The sections.
    pub sections: Vec<Section>,
    /// The line at the foot.
    pub foot: String,
    /// Why the figures are not real, where they are not.
    pub sample: Option<String>,
}

/// A number with its label.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// The number.
    pub number: String,
    /// What is counted.
    pub label: String,
    /// The code of a status, for the colour.
    pub class: String,
}

/// A part of the bar.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// The code of a status.
    pub class: String,
    /// How many.
    pub count: u32,
    /// The status in words.
    pub label: String,
}

/// Lines under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What stands there when nothing does.
    pub empty: String,
    /// The lines; as many are shown as have room.
    pub items: Vec<Item>,
    /// How many there are in all.
    pub all: usize,
    /// `{n}` more, in words.
    pub more: String,
}

/// A line.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// The code of a status, for colour and sign.
    pub class: String,
    /// The line.
    pub text: String,
    /// More about it, small.
    pub note: String,
}

/// Lines of a section at most.
const MOST: usize = 6;

/// Draws the poster. Letters that no face holds are left out; lines are left out until one page is enough.
pub fn to_png(poster: &Poster) -> Result<Vec<u8>, PaperError> {
    let mut poster = poster.clone();
    let mut most = MOST;
    loop {
        let shown = shortened(&poster, most);
        let drawn = typeset(&shown);
        comemo::evict(1);
        match drawn {
            Ok(document) => match document.pages() {
                [page] => return png(page),
                _ if most > 0 => most -= 1,
                _ => return Err(PaperError::Typesetting("the poster does not fit on one page".into())),
            },
            Err(PaperError::MissingGlyph { letters }) => leave_out(&mut poster, &letters)?,
            Err(error) => return Err(error),
        }
    }
}

/// At most so many lines a section; the rest is counted.
fn shortened(poster: &Poster, most: usize) -> Poster {
    let mut poster = poster.clone();
    for section in &mut poster.sections {
        // the number of lines is all there is room for
        section.items.truncate(most);
        let rest = section.all.saturating_sub(section.items.len());
        section.more = if rest > 0 { section.more.replace("{n}", &rest.to_string()) } else { String::new() };
    }
    poster
}

fn leave_out(poster: &mut Poster, letters: &str) -> Result<(), PaperError> {
    let before = serde_json::to_string(poster)?;
    let without = |text: &mut String| text.retain(|letter| !letters.contains(letter));
    for text in [&mut poster.over, &mut poster.title, &mut poster.under, &mut poster.foot] {
        without(text);
    }
    for section in &mut poster.sections {
        without(&mut section.heading);
        for item in &mut section.items {
            without(&mut item.text);
            without(&mut item.note);
        }
    }
    if serde_json::to_string(poster)? == before {
        return Err(PaperError::MissingGlyph { letters: letters.to_owned() });
    }
    Ok(())
}

fn typeset(poster: &Poster) -> Result<PagedDocument, PaperError> {
    let mut data = serde_json::to_value(poster)?;
    open_long_words(&mut data);
    pages(&Desk::new("poster.typ", TEMPLATE, serde_json::to_vec(&data)?)?)
}

fn png(page: &typst_layout::Page) -> Result<Vec<u8>, PaperError> {
    // two points of the picture for each point of the page
    let options = RenderOptions { pixel_per_pt: 2.0.into(), ..RenderOptions::default() };
    let drawn = typst_render::render(page, &options);
    drawn.encode_png().map_err(|error| PaperError::Typesetting(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(items: usize, text: &str) -> Section {
        let item = |number: usize| Item {
            class: "missed".into(),
            text: format!("{text} {number}"),
            note: "đạt 27,07 %, kế hoạch 9.007,4 tấn".into(),
        };
        Section {
            heading: "Chỉ tiêu đỏ".into(),
            empty: "Không có".into(),
            items: (0..items).map(item).collect(),
            all: items,
            more: "và {n} mục nữa".into(),
        }
    }

    fn poster(sections: Vec<Section>) -> Poster {
        Poster {
            over: "Bản tin điều hành".into(),
            title: "Ủy ban nhân dân xã Lơ Ku".into(),
            under: "Thủ trưởng, 01/7/2022".into(),
            counts: vec![Count { number: "12".into(), label: "chỉ tiêu đỏ".into(), class: "missed".into() }],
            bar: vec![Part { class: "met".into(), count: 3, label: "Đạt".into() }],
            sections,
            foot: "thidua.example.vn/digest".into(),
            sample: None,
        }
    }

    /// Width and height out of the head of a PNG.
    fn size(png: &[u8]) -> (u32, u32) {
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        (number(16), number(20))
    }

    #[test]
    fn a_poster_is_one_picture_of_its_size_however_much_stands_on_it() {
        let long = "Hạ tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân xuống còn dưới mức kế hoạch năm của xã";
        for sections in [Vec::new(), vec![section(0, "")], (0..6).map(|_| section(40, long)).collect()] {
            let png = to_png(&poster(sections)).expect("drawn");
            assert_eq!(size(&png), SIZE);
            assert!(png.len() < 1_000_000, "{} bytes", png.len());
        }
    }

    #[test]
    fn letters_that_no_face_holds_are_left_out_and_the_rest_is_drawn() {
        let with = to_png(&poster(vec![section(1, "Lúa 🌾 漢")])).expect("drawn");
        let without = to_png(&poster(vec![section(1, "Lúa  ")])).expect("drawn");
        assert_eq!(with, without);
        assert_ne!(with, to_png(&poster(vec![section(1, "Ngô")])).expect("drawn"));
    }

    #[test]
    fn what_has_no_room_is_counted() {
        let short = shortened(&poster(vec![section(9, "Lúa")]), 4);
        assert_eq!(short.sections[0].items.len(), 4);
        assert_eq!(short.sections[0].more, "và 5 mục nữa");
        assert_eq!(shortened(&poster(vec![section(3, "Lúa")]), 4).sections[0].more, "");
    }
}
