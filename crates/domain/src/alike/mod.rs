//! Texts that say the same in the same words: initiatives handed in twice, reports written from one another.
//!
//! A hint for a person with its reasons, never a verdict: it shows the passages that two texts share. Runs of five words are
//! compared, folded, so that marks, case and punctuation do not matter. Integers only; the same texts give the same answer.

use crate::basics::text::{fold, nfc};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Words in a row that have to be the same.
const RUN: usize = 5;
/// A likeness in percent from which somebody should look. Ours, not the law's.
pub const WORTH_A_LOOK: u32 = 30;
/// Places of one run that are looked at; more are turns of phrase.
const PLACES: usize = 16;
/// From so many texts on, runs that stand in a quarter of them are turns of phrase and lead nowhere.
const MANY: usize = 8;

/// A text taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    said: String,
    /// Where each word stands in what is said.
    places: Vec<Range<usize>>,
    folded: Vec<String>,
}

/// A passage that both texts have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// As the first text writes it.
    pub said: String,
    /// As the second text writes it.
    pub theirs: String,
    /// How many words.
    pub words: usize,
}

/// How much of two texts is the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// Words of shared passages in a hundred words of the shorter text.
    pub percent: u32,
    /// The passages, the longest first.
    pub passages: Vec<Passage>,
}

impl Text {
    /// Takes a text apart.
    pub fn new(text: &str) -> Text {
        let said = nfc(text);
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut from = None;
        for (at, c) in said.char_indices().chain([(said.len(), ' ')]) {
            match (c.is_alphanumeric(), from) {
                (true, None) => from = Some(at),
                (false, Some(start)) => {
                    places.push(start..at);
                    from = None;
                }
                _ => {}
            }
        }
        let folded = places.iter().map(|place| fold(&said[place.clone()])).collect();
        Text { said, places, folded }
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        self.folded.len()
    }

    /// How long its runs are: a short text is one run.
    fn run(&self) -> usize {
        RUN.min(self.words())
    }

    fn runs(&self) -> impl Iterator<Item = &[String]> {
        self.folded.windows(self.run().max(1))
    }

    fn passage(&self, from: usize, words: usize) -> &str {
        let (first, last) = (&self.places[from], &self.places[from + words - 1]);
        &self.said[first.start..last.end]
    }

    /// How much of two texts is the same.
    pub fn likeness(&self, other: &Text) -> Likeness {
        let shorter = self.words().min(other.words());
        let run = self.run().min(other.run());
        if run == 0 {
            return Likeness::default();
        }
        let mut theirs: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
        for (at, words) in other.folded.windows(run).enumerate() {
            let places = theirs.entry(words).or_default();
            if places.len() < PLACES {
                places.push(at);
            }
        }
        let (mut at, mut shared) = (0, 0);
        let mut found = Vec::new();
        while at + run <= self.words() {
            let longest = theirs.get(&self.folded[at..at + run]).into_iter().flatten().map(|there| {
                let same =
                    self.folded[at..].iter().zip(&other.folded[*there..]).take_while(|(a, b)| a == b).count();
                (same, std::cmp::Reverse(*there))
            });
            if let Some((words, there)) = longest.max() {
                found.push(Passage {
                    said: self.passage(at, words).to_owned(),
                    theirs: other.passage(there.0, words).to_owned(),
                    words,
                });
                shared += words;
                at += words;
            } else {
                at += 1;
            }
        }
        found.sort_by_key(|passage| std::cmp::Reverse(passage.words));
        let percent = u32::try_from((shared * 100 / shorter).min(100)).unwrap_or(100);
        Likeness { percent, passages: found }
    }
}

/// Many texts, to be asked which are like a new one.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    texts: Vec<(String, Text)>,
    /// Which texts have a run.
    having: BTreeMap<Vec<String>, BTreeSet<usize>>,
}

impl Shelf {
    /// Puts a text on the shelf under its name.
    pub fn put(&mut self, name: &str, text: Text) {
        let at = self.texts.len();
        for run in text.runs() {
            self.having.entry(run.to_vec()).or_default().insert(at);
        }
        self.texts.push((name.to_owned(), text));
    }

    /// The texts that are like this one by so much or more, the most alike first. A text shorter than a run is found
    /// only by its equal.
    pub fn like(&self, text: &Text, percent: u32) -> Vec<(&str, Likeness)> {
        let phrase = |having: &BTreeSet<usize>| self.texts.len() >= MANY && having.len() * 4 > self.texts.len();
        let mut near: BTreeSet<usize> = BTreeSet::new();
        for run in text.runs() {
            near.extend(self.having.get(run).filter(|having| !phrase(having)).into_iter().flatten());
        }
        let mut found: Vec<(&str, Likeness)> = near
            .into_iter()
            .map(|at| (self.texts[at].0.as_str(), text.likeness(&self.texts[at].1)))
            .filter(|(_, likeness)| likeness.percent >= percent)
            .collect();
        found.sort_by(|(a, one), (b, other)| other.percent.cmp(&one.percent).then_with(|| a.cmp(b)));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ONE: &str = "Số hóa hồ sơ lưu trữ của Sở bằng phần mềm quản lý văn bản; rút ngắn thời gian tra cứu từ 30 phút còn 2 phút.";
    const OTHER: &str =
        "Giải pháp SỐ HOÁ hồ sơ lưu trữ của sở, bằng phần mềm quản lý văn bản. Đã áp dụng tại ba đơn vị.";

    #[test]
    fn shared_passages_are_shown_as_each_text_writes_them() {
        let likeness = Text::new("hồ sơ lưu trữ của Sở bằng phần mềm").likeness(&Text::new(OTHER));
        assert_eq!(likeness.percent, 100);
        assert_eq!(likeness.passages.len(), 1);
        assert_eq!(likeness.passages[0].said, "hồ sơ lưu trữ của Sở bằng phần mềm");
        assert_eq!(likeness.passages[0].theirs, "hồ sơ lưu trữ của sở, bằng phần mềm");
    }

    #[test]
    fn how_much_is_the_same_is_counted_in_words_of_the_shorter_text() {
        for (one, other, percent) in [
            (ONE, ONE, 100),
            (ONE, OTHER, 62),
            (ONE, "Trồng rừng ven biển chắn cát cho ruộng lúa của xã", 0),
            ("", ONE, 0),
            ("", "", 0),
            ("Sáng kiến hay", "SANG KIEN HAY", 100),
            ("Sáng kiến hay", "Một sáng kiến hay khác của đơn vị", 100),
            ("a b c d", "d c b a", 0),
        ] {
            assert_eq!(Text::new(one).likeness(&Text::new(other)).percent, percent, "{one} / {other}");
        }
    }

    #[test]
    fn a_shelf_names_the_nearest_and_leaves_turns_of_phrase_alone() {
        let mut shelf = Shelf::default();
        shelf.put("one", Text::new(ONE));
        shelf.put("other", Text::new(OTHER));
        for number in 0..10 {
            shelf.put(
                &format!("phrase {number}"),
                Text::new(&format!("Kính đề nghị Hội đồng xem xét công nhận {number}")),
            );
        }
        let names = |text: &str| -> Vec<&str> {
            shelf.like(&Text::new(text), WORTH_A_LOOK).into_iter().map(|(name, _)| name).collect()
        };
        assert_eq!(names(ONE), ["one", "other"]);
        assert_eq!(names("Kính đề nghị Hội đồng xem xét công nhận ba"), [""; 0]);
        assert_eq!(names("Trồng rừng ven biển chắn cát"), [""; 0]);
    }

    proptest! {
        #[test]
        fn a_text_is_all_like_itself_and_no_passage_is_invented(
            one in proptest::collection::vec("[a-cđ]{1,2}", 1..40), other in proptest::collection::vec("[a-cđ]{1,2}", 0..40)
        ) {
            let (one, other) = (Text::new(&one.join(" ")), Text::new(&other.join(", ")));
            prop_assert_eq!(one.likeness(&one).percent, 100);
            let likeness = one.likeness(&other);
            prop_assert!(likeness.percent <= 100);
            for passage in likeness.passages {
                prop_assert!(one.said.contains(&passage.said) && other.said.contains(&passage.theirs));
                prop_assert_eq!(Text::new(&passage.said).folded, Text::new(&passage.theirs).folded);
                prop_assert_eq!(Text::new(&passage.said).words(), passage.words);
            }
        }
    }
}
