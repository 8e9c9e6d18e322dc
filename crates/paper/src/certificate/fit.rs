//! The rule by which a text is fitted into its box.
//!
//! For every number of lines that the box allows, the text is divided so that the longest line is as short as it can be,
//! which gives the largest size at which it fits. Of these the box takes the fewest lines that keep its least size
//! (names), or the largest letters (prose). Nothing is ever cut off: a text that fits nowhere is said to.

use super::design::{GivesWay, TextBox};
use super::face::{ASCENT, DESCENT, Face, Shaped, Word};
use super::units::{Size, Um};

/// From one line of writing to the next, in parts of the size in a thousand.
const LEADING: i64 = 1_220;

/// A text as it stands in its box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fitted {
    pub(super) size: Size,
    /// From which word to which, and how wide.
    pub(super) lines: Vec<Line>,
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Its first glyph.
    pub(super) from: usize,
    /// The glyph behind its last.
    pub(super) to: usize,
    /// Its width in units of the face.
    pub(super) units: i64,
}

impl Fitted {
    /// How high the lines are together.
    pub(super) fn height(&self) -> Um {
        let count = i64::try_from(self.lines.len()).unwrap_or(1);
        self.size.part(ASCENT + DESCENT + (count - 1) * LEADING)
    }

    /// From one line of writing to the next.
    pub(super) fn leading(&self) -> Um {
        self.size.part(LEADING)
    }
}

/// Fits a text; nothing where it has no room even at the least size.
pub(super) fn fit(shaped: &Shaped, face: &Face, into: &TextBox) -> Option<Fitted> {
    let mut best: Option<Fitted> = None;
    for count in 1..=usize::from(into.lines).min(shaped.words.len()) {
        let lines = divided(&shaped.words, count)?;
        let widest = lines.iter().map(|line| line.units).max().unwrap_or(0);
        let Some(size) = largest(widest, count, face, into) else { continue };
        let fitted = Fitted { size, lines };
        match into.first {
            GivesWay::Size => return Some(fitted),
            GivesWay::Line if best.as_ref().is_none_or(|known| known.size < size) => best = Some(fitted),
            GivesWay::Line => {}
        }
    }
    best
}

/// The largest size of the box's steps at which so many lines of such a width have room.
fn largest(widest: i64, count: usize, face: &Face, into: &TextBox) -> Option<Size> {
    let count = i64::try_from(count).ok()?;
    let fits = |size: Size| {
        size.units(widest, face.em) <= into.width
            && size.part(ASCENT + DESCENT + (count - 1) * LEADING) <= into.height
    };
    let mut size = into.size;
    while !fits(size) {
        size = Size((size.0 - Size::STEP).max(into.least().0));
        if size == into.least() {
            return fits(size).then_some(size);
        }
    }
    Some(size)
}

/// Divides words into so many lines that the longest is as short as it can be.
fn divided(words: &[Word], count: usize) -> Option<Vec<Line>> {
    let longest_word = words.iter().map(|word| word.width).max()?;
    let whole: i64 = words.iter().map(|word| word.width + word.space).sum();
    // the narrowest measure that needs no more lines, found by halving
    let (mut low, mut high) = (longest_word, whole);
    while low < high {
        let middle = low + (high - low) / 2;
        if filled(words, middle).len() <= count {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(filled(words, low))
}

/// Words put into lines of at most this width, as many as each line takes.
fn filled(words: &[Word], measure: i64) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut space = 0;
    for word in words {
        match lines.last_mut() {
            Some(line) if line.units + space + word.width <= measure => {
                line.units += space + word.width;
                line.to = word.to;
            }
            _ => lines.push(Line { from: word.from, to: word.to, units: word.width }),
        }
        space = word.space;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(widths: &[i64]) -> Vec<Word> {
        widths.iter().enumerate().map(|(at, &width)| Word { from: at, to: at + 1, width, space: 10 }).collect()
    }

    #[test]
    fn lines_are_as_even_as_words_allow() {
        let lines = divided(&words(&[50, 50, 50, 50]), 2).expect("lines");
        assert_eq!(lines.iter().map(|line| line.units).collect::<Vec<_>>(), [110, 110]);
        let lines = divided(&words(&[300, 20, 20, 20]), 3).expect("lines");
        assert_eq!(
            lines.iter().map(|line| line.units).collect::<Vec<_>>(),
            [300, 80],
            "no more lines than are needed"
        );
    }

    #[test]
    fn no_word_is_lost_and_none_stands_twice() {
        let widths: Vec<i64> = (1..40).map(|at| (at * 37) % 90 + 5).collect();
        for count in 1..=6 {
            let lines = divided(&words(&widths), count).expect("lines");
            assert!(lines.len() <= count);
            assert_eq!(lines.first().map(|line| line.from), Some(0));
            assert_eq!(lines.last().map(|line| line.to), Some(widths.len()));
            assert!(lines.windows(2).all(|pair| pair[0].to == pair[1].from));
        }
    }
}
