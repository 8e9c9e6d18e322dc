//! What scanning does to letters: one table of confusions, and the cost of reading a damaged word as a given syllable.
//!
//! Cost 0 is the same letter, 1 a lost mark, 2 or 3 a confusion seen often, 4 one vowel for another, more for the rest.

use super::lexicon::Entry;
use thidua_domain::basics::text::fold;

/// A set of letters a to z; what is none of them belongs to every set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Letters(u32);

impl Letters {
    const ALL: Letters = Letters(u32::MAX);

    /// The letters of a word without marks.
    pub fn of(plain: &[char]) -> Self {
        plain.iter().fold(Letters::default(), |set, letter| set.and(Letters::one(*letter)))
    }

    fn one(letter: char) -> Self {
        if letter.is_ascii_lowercase() { Letters(1 << (u32::from(letter) - u32::from('a'))) } else { Letters::ALL }
    }

    fn and(self, other: Letters) -> Self {
        Letters(self.0 | other.0)
    }

    fn meets(self, other: Letters) -> bool {
        self.0 & other.0 != 0
    }

    /// How many of its letters the other lacks; of a set that is open, none.
    fn beyond(self, other: Letters) -> u32 {
        if self.0 == Letters::ALL.0 { 0 } else { (self.0 & !other.0).count_ones() }
    }
}

/// The damaged word, with what comparing needs worked out once.
pub struct Damaged {
    letters: Vec<char>,
    plain: Vec<char>,
    /// For each letter the cost of reading it as a to z (marks apart).
    costs: Vec<[u8; 26]>,
    /// For each letter what it and the one before it may stand for together.
    merged: Vec<Option<(char, u8)>>,
    /// For each letter what it may stand for more cheaply than for nothing.
    near: Vec<Letters>,
    /// What some letter or pair may stand for so.
    any: Letters,
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
        let costs: Vec<[u8; 26]> = plain.iter().map(|sign| costs_of(*sign)).collect();
        let pair = |at: usize| {
            let (first, second) = (*plain.get(at.checked_sub(1)?)?, *plain.get(at)?);
            MERGED
                .iter()
                .find(|(printed, ..)| printed.chars().eq([first, second]))
                .map(|(_, meant, cost)| (*meant, *cost))
        };
        let merged: Vec<Option<(char, u8)>> = (0..plain.len()).map(pair).collect();
        let paired = |at: usize| merged.get(at).is_some_and(Option::is_some);
        let near: Vec<Letters> = plain
            .iter()
            .zip(&costs)
            .map(|(sign, costs)| {
                ('a'..='z')
                    .zip(costs)
                    .filter(|(_, cost)| **cost < GAP)
                    .fold(Letters::one(*sign), |set, (letter, _)| set.and(Letters::one(letter)))
            })
            .collect();
        let meant = merged.iter().flatten().map(|(meant, _)| Letters::one(*meant));
        let any = near.iter().copied().chain(meant).fold(Letters::default(), Letters::and);
        // a letter of a pair need not stand for anything by itself
        let near = near
            .into_iter()
            .enumerate()
            .map(|(at, set)| if paired(at) || paired(at + 1) { Letters::ALL } else { set })
            .collect();
        Damaged { letters, plain, costs, merged, near, any }
    }

    /// Whether so many letters of the one have no counterpart in the other that reading them so passes the limit.
    fn is_far(&self, entry: &Entry, limit: u8) -> bool {
        let most = limit / GAP;
        entry.has.beyond(self.any) > u32::from(most)
            || self.near.iter().filter(|near| !near.meets(entry.has)).nth(usize::from(most)).is_some()
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

    /// The cost of reading a printed letter, given with what it is without marks, as another.
    fn letter_cost((printed, plain, costs): (char, char, &[u8; 26]), (meant, meant_plain): (char, char)) -> u8 {
        if printed == meant {
            return 0;
        }
        if plain == meant_plain {
            // a mark that was printed stood for some mark, most likely
            return if printed != meant_plain && meant == meant_plain { 3 } else { 1 };
        }
        let place = u32::from(meant_plain).wrapping_sub(u32::from('a'));
        usize::try_from(place).ok().and_then(|place| costs.get(place)).copied().unwrap_or(UNLIKE)
    }

    /// The cost of reading the word as this syllable; [`HOPELESS`] when it surely passes `limit`.
    pub fn cost(&self, entry: &Entry, limit: u8) -> u8 {
        let (rows, columns) = (self.letters.len(), entry.letters.len());
        if rows > 15 || columns > 15 || columns > rows + usize::from(limit / GAP) || rows > columns + 2 {
            return HOPELESS;
        }
        if self.is_far(entry, limit) { HOPELESS } else { self.aligned(entry, limit) }
    }

    /// The least cost of all ways in which the letters can stand for each other.
    fn aligned(&self, entry: &Entry, limit: u8) -> u8 {
        let (rows, columns) = (self.letters.len(), entry.letters.len());
        // two rows back are kept, for merged pairs
        let mut earlier = [HOPELESS; 17];
        let mut before = [HOPELESS; 17];
        for (column, cell) in before.iter_mut().enumerate().take(columns + 1) {
            *cell = u8::try_from(column).unwrap_or(HOPELESS).saturating_mul(GAP).min(HOPELESS);
        }
        // the least of the row before; a merged pair may jump over one row, so it counts too
        let mut least = 0;
        for row in 1..=rows {
            let mut current = [HOPELESS; 17];
            // cells far from the diagonal cost more than any limit
            let (from, to) = (row.saturating_sub(3), (row + 2).min(columns));
            let printed = (self.letters[row - 1], self.plain[row - 1], &self.costs[row - 1]);
            let merged = self.merged[row - 1];
            let mut best = HOPELESS;
            for column in from..=to {
                let mut cell = before[column].saturating_add(GAP);
                if let Some(left) = column.checked_sub(1) {
                    let (meant, meant_plain) = (entry.letters[left], entry.plain[left]);
                    cell = cell.min(current[left].saturating_add(GAP));
                    cell = cell.min(before[left].saturating_add(Self::letter_cost(printed, (meant, meant_plain))));
                    if let Some((_, cost)) = merged.filter(|(meant, _)| *meant == meant_plain) {
                        cell = cell.min(earlier[left].saturating_add(cost));
                    }
                }
                current[column] = cell;
                best = best.min(cell);
            }
            if best > limit && least > limit {
                return HOPELESS;
            }
            (earlier, before, least) = (before, current, best);
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

    #[test]
    fn what_is_left_out_unread_could_not_have_been_meant() {
        let (mut far, mut meant) = (0, 0);
        for printed in [
            "dua",
            "thyc",
            "vitng",
            "16t",
            "Pang",
            "ngii",
            "rnot",
            "hu4n",
            "clu",
            "th¢",
            "c6ng",
            "nghj",
            "quyét",
            "#",
            "vvong",
            "triénkhai",
            "xi3",
            "ur",
            "¢4n",
        ] {
            let damaged = Damaged::new(printed);
            for entry in LEXICON.all() {
                if damaged.len() > 15 || entry.letters.len() > 15 {
                    continue;
                }
                for limit in [5, 6, 8, 9, 12] {
                    let passes = damaged.aligned(entry, limit) <= limit;
                    meant += usize::from(passes);
                    far += usize::from(damaged.is_far(entry, limit));
                    assert!(!(passes && damaged.is_far(entry, limit)), "{printed} {} {limit}", entry.text);
                }
            }
        }
        assert!(far > meant && meant > 100, "{far} {meant}");
    }
}
