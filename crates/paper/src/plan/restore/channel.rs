//! What scanning does to letters: one table of confusions, and the cost of reading a damaged word as a given syllable.
//!
//! Cost 0 is the same letter, 1 a lost mark, 2 or 3 a confusion seen often, 4 one vowel for another, more for the rest.

use super::lexicon::Entry;
use thidua_domain::basics::text::fold;

/// The damaged word, with what comparing needs worked out once.
pub struct Damaged {
    letters: Vec<char>,
    plain: Vec<char>,
    /// For each letter the cost of reading it as a to z (marks apart).
    costs: Vec<[u8; 26]>,
    /// For each letter what it and the one before it may stand for together.
    merged: Vec<Option<(char, u8)>>,
}

/// Letters (without marks) that a printed sign stands for besides itself, with the cost.
fn confusions(sign: char) -> &'static [(char, u8)] {
    match sign {
        '0' => &[('o', 1)],
        '3' => &[('a', 3), ('o', 3)],
        '1' => &[('l', 1), ('i', 2), ('t', 2)],
        '4' => &[('a', 1)],
        '5' => &[('s', 2)],
        '6' => &[('o', 1)],
        '8' => &[('o', 3), ('s', 3), ('e', 3)],
        '9' => &[('g', 3)],
        '¢' => &[('c', 1), ('e', 1), ('o', 1)],
        '€' | '£' => &[('e', 1), ('o', 2)],
        '&' => &[('e', 1), ('a', 1), ('o', 1)],
        '@' => &[('e', 1), ('a', 2), ('o', 2)],
        '©' => &[('c', 2)],
        '§' => &[('s', 2), ('y', 3)],
        'a' => &[('o', 3)],
        'b' => &[('d', 2), ('o', 3)],
        'c' => &[('e', 3), ('o', 3)],
        'd' => &[('a', 3), ('o', 3), ('u', 4)],
        'e' => &[('c', 3), ('o', 2), ('a', 2)],
        'f' => &[('t', 2)],
        'g' => &[('o', 3)],
        'i' => &[('l', 2), ('a', 3), ('u', 3)],
        'k' => &[('h', 4)],
        'l' => &[('i', 2), ('t', 3)],
        'm' => &[('n', 3)],
        'o' => &[('a', 3), ('c', 3), ('e', 3)],
        'p' => &[('d', 2)],
        'q' => &[('o', 2), ('g', 3)],
        'r' => &[('u', 3)],
        't' => &[('l', 3), ('i', 3), ('u', 3)],
        'u' => &[('i', 4), ('n', 4)],
        'v' => &[('u', 3), ('y', 3)],
        'w' => &[('u', 1)],
        'y' => &[('u', 2), ('v', 3)],
        _ => &[],
    }
}

/// Two printed letters that stand for one.
const MERGED: [(&str, char, u8); 11] = [
    ("ii", 'u', 1),
    ("tr", 'u', 2),
    ("it", 'u', 2),
    ("ti", 'u', 3),
    ("ir", 'u', 2),
    ("ur", 'u', 1),
    ("rn", 'm', 1),
    ("ri", 'n', 2),
    ("cl", 'd', 2),
    ("vv", 'u', 2),
    ("nr", 'n', 2),
];

/// More than any limit.
pub const HOPELESS: u8 = 60;
const GAP: u8 = 5;

impl Damaged {
    /// Prepares a word for comparing; apostrophes are taken as lost marks and drop out.
    pub fn new(word: &str) -> Self {
        let letters: Vec<char> =
            word.to_lowercase().chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '{' | '}')).collect();
        let plain: Vec<char> = letters.iter().map(|c| fold(&c.to_string()).chars().next().unwrap_or(*c)).collect();
        let costs = plain.iter().map(|sign| costs_of(*sign)).collect();
        let pair = |at: usize| {
            let (first, second) = (*plain.get(at.checked_sub(1)?)?, *plain.get(at)?);
            MERGED
                .iter()
                .find(|(printed, ..)| printed.chars().eq([first, second]))
                .map(|(_, meant, cost)| (*meant, *cost))
        };
        let merged = (0..plain.len()).map(pair).collect();
        Damaged { letters, plain, costs, merged }
    }

    /// Whether the syllable has other letters than were printed, the confusion of Đ with P and B apart.
    pub fn differs(&self, entry: &Entry) -> bool {
        let rest_differs = self.plain.get(1..) != entry.plain.get(1..);
        let firsts = (self.plain.first(), entry.plain.first());
        rest_differs || (firsts.0 != firsts.1 && !matches!(firsts, (Some('p' | 'b'), Some('d'))))
    }

    /// Number of letters.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// The first letters (without marks) that the word may begin with.
    pub fn firsts(&self) -> impl Iterator<Item = char> + '_ {
        // in a word of two letters such as `iy` the first is soon wrong
        let most = if self.plain.len() == 2 && self.plain[1] == 'y' { 3 } else { 2 };
        self.plain.first().into_iter().flat_map(move |first| {
            std::iter::once(*first)
                .chain(confusions(*first).iter().filter(move |(_, cost)| *cost <= most).map(|(letter, _)| *letter))
        })
    }

    fn letter_cost(&self, at: usize, entry: &Entry, to: usize) -> u8 {
        let (printed, meant, meant_plain) = (self.letters[at], entry.letters[to], entry.plain[to]);
        if printed == meant {
            return 0;
        }
        if self.plain[at] == meant_plain {
            // a mark that was printed stood for some mark, most likely
            return if printed != meant_plain && meant == meant_plain { 3 } else { 1 };
        }
        let place = u32::from(meant_plain).wrapping_sub(u32::from('a'));
        usize::try_from(place).ok().and_then(|place| self.costs[at].get(place)).copied().unwrap_or(UNLIKE)
    }

    /// The cost of reading the word as this syllable; [`HOPELESS`] when it surely passes `limit`.
    pub fn cost(&self, entry: &Entry, limit: u8) -> u8 {
        let (rows, columns) = (self.letters.len(), entry.letters.len());
        if rows > 15 || columns > 15 || columns > rows + usize::from(limit / GAP) || rows > columns + 2 {
            return HOPELESS;
        }
        // two rows back are kept, for merged pairs
        let mut earlier = [HOPELESS; 17];
        let mut before = [HOPELESS; 17];
        for (column, cell) in before.iter_mut().enumerate().take(columns + 1) {
            *cell = u8::try_from(column).unwrap_or(HOPELESS).saturating_mul(GAP).min(HOPELESS);
        }
        for row in 1..=rows {
            let mut current = [HOPELESS; 17];
            // cells far from the diagonal cost more than any limit
            let (from, to) = (row.saturating_sub(3), (row + 2).min(columns));
            let mut best = HOPELESS;
            for column in from..=to {
                let mut cell = before[column].saturating_add(GAP);
                if column > 0 {
                    cell = cell.min(current[column - 1].saturating_add(GAP));
                    cell =
                        cell.min(before[column - 1].saturating_add(self.letter_cost(row - 1, entry, column - 1)));
                    if let Some((meant, cost)) =
                        self.merged[row - 1].filter(|(meant, _)| *meant == entry.plain[column - 1])
                    {
                        debug_assert!(meant == entry.plain[column - 1]);
                        cell = cell.min(earlier[column - 1].saturating_add(cost));
                    }
                }
                current[column] = cell;
                best = best.min(cell);
            }
            // a merged pair may jump over one row, so the row before counts too
            if best > limit && before.iter().all(|cell| *cell > limit) {
                return HOPELESS;
            }
            earlier = before;
            before = current;
        }
        before[columns]
    }
}

/// The cost of letters that have nothing to do with each other.
const UNLIKE: u8 = 7;

/// The cost of reading a printed sign as each of the letters a to z.
fn costs_of(sign: char) -> [u8; 26] {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut costs = [UNLIKE; 26];
    for (cost, letter) in costs.iter_mut().zip('a'..='z') {
        let confused = confusions(sign).iter().find(|(meant, _)| *meant == letter).map(|(_, cost)| *cost);
        *cost = confused.unwrap_or(if vowel(sign) && vowel(letter) { 4 } else { UNLIKE });
    }
    costs
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::LEXICON;
    use super::*;

    #[test]
    fn common_confusions_cost_less_than_strange_ones() {
        let cost = |printed: &str, meant: &str| {
            Damaged::new(printed).cost(LEXICON.entry(LEXICON.id(meant).expect("a word")), 9)
        };
        assert_eq!(cost("đua", "đua"), 0);
        assert!(cost("dua", "đua") <= 1);
        assert!(cost("thyc", "thực") <= 3);
        assert!(cost("vitng", "vững") <= 4);
        assert!(cost("16t", "tốt") <= 5);
        assert!(cost("Pang", "đảng") <= 4);
        assert!(cost("kế", "hoạch") > 9);
    }
}
