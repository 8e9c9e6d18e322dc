//! Numbers of sections and items, as official documents write them.

pub(super) use crate::write::sheet::roman;

/// The letters that number items: đ follows d; f, j, w, z and the marked vowels are not used.
const LETTERS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x",
    "y",
];

/// The letter of the item at `index` (from 0); past y, letters are doubled.
pub(super) fn letter(index: usize) -> String {
    LETTERS[index % LETTERS.len()].repeat(1 + index / LETTERS.len())
}

/// Counts sections, so that one left out leaves no gap.
#[derive(Debug, Default)]
pub(super) struct Sections(usize);

impl Sections {
    /// The heading of the next section: "II. NỘI DUNG".
    pub(super) fn next(&mut self, title: &str) -> String {
        self.0 += 1;
        format!("{}. {title}", roman(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_follow_the_vietnamese_alphabet() {
        let letters: Vec<String> = (0..9).map(letter).collect();
        assert_eq!(letters, ["a", "b", "c", "d", "đ", "e", "g", "h", "i"]);
        assert_eq!(letter(22), "y");
        assert_eq!(letter(23), "aa");
    }
}
