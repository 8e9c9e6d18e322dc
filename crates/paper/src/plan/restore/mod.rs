//! Restores words that scanning damaged: the likeliest sequence of known words, given what was printed.
//!
//! A word's candidates come from the vocabulary by the cost of the confusions ([`channel`]); the sequence is chosen so that
//! confusions and unlikely neighbours together cost least. Numbers and marks are never touched.

mod channel;
mod lexicon;
mod syllable;

use super::dictionary::{acronym, is_roman};
use super::token::{Kind, Token};
use channel::Damaged;
use lexicon::{Id, LEXICON, Lexicon, NUMBER};
use std::collections::HashMap;
use thidua_domain::basics::text::{fold, is_letter};

/// How much of a text is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Of a thousand letters of words shaped like Vietnamese ones, those that carry a mark.
    pub marked: usize,
    /// Of a hundred words, those that cannot be Vietnamese as spelled: damaged ones, and foreign ones.
    pub strange: usize,
}

/// Of a thousand letters of Vietnamese about 270 carry a mark; scanning without a Vietnamese alphabet leaves 40 to 70.
const LEAST_MARKED: usize = 150;

/// A text with fewer marks has lost some of them: of 90 clean documents none has fewer than 275.
const WHOLE_MARKED: usize = 260;
/// With so many marks a text has strange words because it speaks of foreign things.
const SOUND_MARKED: usize = 285;
/// Strange words in a hundred that a clean document may have.
const MOST_STRANGE: usize = 2;

impl Damage {
    /// A text in which every word is as its writer wrote it.
    #[cfg(test)]
    pub const NONE: Damage = Damage { marked: 270, strange: 0 };

    /// Whether the words of this text are not to be trusted: its marks are lost. Foreign words alone never make it so.
    pub fn is_heavy(self) -> bool {
        self.marked < LEAST_MARKED
    }

    /// Whether words of this text are damaged at all: many, or here and there.
    pub fn is_any(self) -> bool {
        self.is_heavy() || self.marked < WHOLE_MARKED || (self.strange > MOST_STRANGE && self.marked < SOUND_MARKED)
    }
}

/// Whether a letter carries a mark (a diacritic, or the stroke of đ).
fn is_marked(letter: char) -> bool {
    !letter.is_ascii() && is_letter(letter)
}

/// Measures the damage of a text: by the marks that Vietnamese has and this text lacks. Foreign words, abbreviations
/// with other letters, digits and most names of ethnic minorities are not shaped like Vietnamese words and do not count.
pub fn measure(lines: &[String]) -> Damage {
    let (mut words, mut impossible, mut letters, mut marked) = (0usize, 0usize, 0usize, 0usize);
    let mut judged: HashMap<&str, (bool, bool)> = HashMap::new();
    for word in lines
        .iter()
        .flat_map(|line| line.split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '–' | '.' | ',')))
    {
        let word = word.trim_matches(|c: char| !is_letter(c) && !c.is_alphanumeric());
        let length = word.chars().filter(|c| is_letter(*c)).count();
        if length < 2 || word.chars().next().is_some_and(|c| c.is_ascii_digit()) {
            continue;
        }
        let (shaped, bad) = *judged.entry(word).or_insert_with(|| {
            let shaped = syllable::is_shaped(word);
            (shaped, !syllable::is_possible(word) && !lexicon::has_foreign(&word.to_lowercase()))
        });
        if shaped {
            letters += length;
            marked += word.chars().filter(|c| is_marked(*c)).count();
        }
        let abbreviation = !word.chars().any(char::is_lowercase) && length < 7;
        if !abbreviation {
            words += 1;
            impossible += usize::from(bad);
        }
    }
    Damage {
        marked: (marked * 1000).checked_div(letters).unwrap_or(1000),
        strange: (impossible * 100).checked_div(words).unwrap_or(0),
    }
}

/// A reading of one printed word.
#[derive(Clone, Copy)]
struct Reading {
    /// The syllable; nothing for the word as printed, when the vocabulary lacks it.
    id: Option<Id>,
    cost: u8,
}

/// A word of the run that is being restored.
struct Word {
    at: usize,
    readings: Vec<Reading>,
    /// Whether it stands next to the word before.
    linked: bool,
    /// Whether it may be a name: a capital inside a sentence.
    name: bool,
    /// Whether it is a syllable with its marks as printed, which only a phrase of the vocabulary may change.
    sound: bool,
}

/// Capitals joined to a stroke or dash belong to the symbol of a document: `25/KH-BV`.
fn is_symbol(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let joined = at > 0
        && !token.spaced
        && tokens[at - 1].kind == Kind::Mark
        && matches!(tokens[at - 1].text.as_str(), "/" | "-");
    joined
        && token.text.chars().count() >= 2
        && token.text.chars().all(char::is_uppercase)
        && acronym(&token.text, true).is_none()
}

/// A Roman numeral whose strokes were printed as ones and small or capital Ls: `X111`, `VIL`.
fn mended_numeral(token: &Token) -> Option<String> {
    let chars: Vec<char> = token.text.chars().collect();
    let strokes = chars.iter().filter(|c| matches!(c, '1' | 'l' | 'L')).count();
    let fits = chars.len() >= 2
        && strokes > 0
        && chars.iter().all(|c| matches!(c, 'I' | 'V' | 'X' | '1' | 'l' | 'L'))
        && matches!(chars[0], 'I' | 'V' | 'X');
    (token.kind == Kind::Word && fits)
        .then(|| chars.iter().map(|c| if matches!(c, '1' | 'l' | 'L') { 'I' } else { *c }).collect())
}

/// Whether a capital at this place is due to the beginning of a line or sentence.
fn begins_sentence(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return true };
    before.line != tokens[at].line && !before.is_capital()
        || (before.kind == Kind::Mark
            && matches!(before.text.as_str(), "." | ":" | ";" | "“" | "\"" | ")" | "-" | "("))
}

/// Restores the words of a run of tokens in place; of a text that is not damaged no word is touched.
pub fn restore(tokens: &mut [Token], damage: Damage) {
    if !damage.is_any() {
        return;
    }
    let mut known: HashMap<(String, bool), Vec<Reading>> = HashMap::new();
    let words: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at].kind != Kind::Mark).collect();
    let number = Reading { id: LEXICON.id(NUMBER), cost: 0 };
    let mut run: Vec<Word> = Vec::new();
    for (position, at) in words.iter().enumerate() {
        let linked = position > 0 && links(tokens, words[position - 1], *at);
        if let Some(numeral) = mended_numeral(&tokens[*at]) {
            tokens[*at].folded = numeral.to_lowercase();
            tokens[*at].text = numeral;
            tokens[*at].restored = true;
        }
        if is_symbol(tokens, *at) {
            settle(tokens, &mut run);
            continue;
        }
        let name = tokens[*at].is_capital() && !begins_sentence(tokens, *at);
        let token = &mut tokens[*at];
        if token.kind == Kind::Number || is_roman(&token.text) {
            run.push(Word { at: *at, readings: vec![number], linked, name: false, sound: true });
            continue;
        }
        if let Some(full) = acronym(&token.text, true) {
            if token.text != full {
                token.restored = true;
                token.folded = fold(&full);
                token.text = full;
            }
            settle(tokens, &mut run);
            continue;
        }
        let sound = is_sound(&token.text, name);
        let mut readings =
            known.entry((token.text.clone(), name)).or_insert_with(|| readings(&token.text, name, damage)).clone();
        if sound && !damage.is_heavy() {
            // where only some words are damaged, a sound one is its writer's
            readings.retain(|reading| {
                reading.id.is_none_or(|id| LEXICON.entry(id).plain.iter().collect::<String>() == token.folded)
            });
            let own = LEXICON.id(&token.text.to_lowercase());
            readings.iter_mut().filter(|reading| reading.id != own).for_each(|reading| reading.cost += 4);
            if readings.is_empty() {
                readings = as_it_stands(&token.text);
            }
        }
        run.push(Word { at: *at, readings, linked, name, sound });
    }
    settle(tokens, &mut run);
    for token in tokens.iter_mut().filter(|token| token.kind == Kind::Word) {
        token.doubtful = token.restored || !token.text.chars().any(is_marked);
    }
}

/// Whether the marks between two words leave them neighbours (`kinh tế - xã hội`, `cán bộ, công chức`).
fn links(tokens: &[Token], first: usize, second: usize) -> bool {
    tokens[first + 1..second]
        .iter()
        .all(|token| token.kind == Kind::Mark && matches!(token.text.as_str(), "-" | "," | "“" | "”" | "\""))
}

/// Whether a word is a Vietnamese syllable whose marks are its writer's. Scanning without a Vietnamese alphabet makes up
/// marks of Western letters only (`ném` for năm, `céc` for các): outside of names these prove nothing about a word that
/// the vocabulary does not have.
fn is_sound(word: &str, name: bool) -> bool {
    let vietnamese = |letter: char| is_marked(letter) && letter > '\u{ff}';
    word.chars().any(is_marked)
        && syllable::is_possible(word)
        && (name || word.chars().any(vietnamese) || LEXICON.id(&word.to_lowercase()).is_some())
}

/// Abbreviations of units, which are read as printed.
const UNIT_ABBREVIATIONS: [&str; 8] = ["trd", "kg", "ha", "km", "m2", "m3", "tr", "usd"];

/// The readings of a word, cheapest first, at most a dozen.
fn readings(word: &str, name: bool, damage: Damage) -> Vec<Reading> {
    let lower = word.to_lowercase();
    let itself = LEXICON.id(&lower);
    let possible = syllable::is_possible(&lower);
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let as_printed = Reading {
        id: itself,
        cost: if itself.is_some() {
            0
        } else if possible {
            6
        } else {
            9
        },
    };
    if !capital && UNIT_ABBREVIATIONS.contains(&fold(&lower).as_str()) {
        return vec![as_printed];
    }
    let damaged = Damaged::new(word);
    let limit = match damaged.len() {
        0 => return vec![as_printed],
        1 | 2 => 5,
        3 => 6,
        _ => 8,
    };
    let distrust = if damage.strange < 20 && itself.is_some() && possible && lower != fold(&lower) { 4 } else { 0 };
    let mut found = vec![as_printed];
    for letter in damaged.firsts() {
        for id in LEXICON.beginning_with(letter) {
            if Some(*id) == itself {
                continue;
            }
            let cost = damaged.cost(LEXICON.entry(*id), limit);
            if cost <= limit {
                // a capital may begin a name, which the vocabulary does not have
                let other = damaged.differs(LEXICON.entry(*id));
                let cost = if name && other && damaged.len() > 1 { cost * 2 + 3 } else { cost };
                found.push(Reading { id: Some(*id), cost: cost + distrust });
            }
        }
    }
    found.sort_by_key(|reading| (reading.cost, reading.id.map_or(0, |id| u16::MAX - LEXICON.entry(id).count)));
    found.dedup_by_key(|reading| reading.id);
    found.truncate(14);
    found
}

/// The one reading of a word that is not to be changed.
fn as_it_stands(word: &str) -> Vec<Reading> {
    vec![Reading { id: LEXICON.id(&word.to_lowercase()), cost: 0 }]
}

/// What it costs that a syllable stands after one that the vocabulary never has before it.
fn alone(reading: Option<Id>, capital: bool) -> u16 {
    let Some(id) = reading else { return 6 };
    // names are as rare as they are
    if capital {
        return 7;
    }
    match LEXICON.entry(id).count {
        0..=1 => 9,
        2..=4 => 8,
        5..=14 => 7,
        _ => 6,
    }
}

/// What it costs that `second` stands after `first`; `alone` where the vocabulary does not have the two side by side.
fn step(lexicon: &Lexicon, first: Option<Id>, second: Option<Id>, alone: u16) -> u16 {
    let (Some(first), Some(second)) = (first, second) else { return alone };
    match lexicon.pair(first, second) {
        0 => alone,
        1 => 2,
        2..=5 => 1,
        _ => 0,
    }
}

/// Chooses the cheapest sequence of readings for a run and writes it into the tokens.
fn settle(tokens: &mut [Token], run: &mut Vec<Word>) {
    let lexicon = &*LEXICON;
    // best[i][r]: the least cost up to word i read as r, and which reading of word i-1 led there
    let mut best: Vec<Vec<(u16, usize)>> = Vec::with_capacity(run.len());
    for (index, Word { readings, linked, name, .. }) in run.iter().enumerate() {
        let row = readings
            .iter()
            .map(|reading| {
                let (own, alone) = (u16::from(reading.cost), alone(reading.id, *name));
                if index == 0 {
                    return (own + alone, 0);
                }
                let after = |prior: &Reading| match linked {
                    true => step(lexicon, prior.id, reading.id, alone),
                    false => alone,
                };
                let before = run[index - 1].readings.iter().zip(&best[index - 1]);
                let cheapest = before.enumerate().map(|(at, (prior, (cost, _)))| (cost + after(prior), at)).min();
                cheapest.map_or((own, 0), |(cost, at)| (cost.saturating_add(own), at))
            })
            .collect();
        best.push(row);
        // costs stay small: every row is counted from its own minimum
        if let Some(row) = best.last_mut() {
            let least = row.iter().map(|(cost, _)| *cost).min().unwrap_or(0);
            row.iter_mut().for_each(|(cost, _)| *cost -= least);
        }
    }
    let mut choice = best.last().and_then(|row| (0..row.len()).min_by_key(|at| row[*at].0)).unwrap_or(0);
    let mut chosen: Vec<Option<Id>> = vec![None; run.len()];
    for (index, word) in run.iter().enumerate().rev() {
        chosen[index] = word.readings.get(choice).and_then(|reading| reading.id);
        choice = best[index].get(choice).map_or(0, |(_, from)| *from);
    }
    for (index, word) in run.iter().enumerate() {
        let token = &mut tokens[word.at];
        let Some(id) = chosen[index] else { continue };
        let number = token.kind == Kind::Number || is_roman(&token.text);
        if !number && (!word.sound || in_phrase(run, &chosen, index, id)) {
            write(token, &LEXICON.entry(id).text);
        }
    }
    run.clear();
}

/// Whether the vocabulary knows the reading beside that of one of its neighbours.
fn in_phrase(run: &[Word], chosen: &[Option<Id>], index: usize, id: Id) -> bool {
    let before = index.checked_sub(1).and_then(|before| chosen[before]).filter(|_| run[index].linked);
    let after = chosen.get(index + 1).copied().flatten().filter(|_| run[index + 1].linked);
    before.is_some_and(|before| LEXICON.pair(before, id) > 0)
        || after.is_some_and(|after| LEXICON.pair(id, after) > 0)
}

/// Writes a reading in the case of the printed word.
fn write(token: &mut Token, lower: &str) {
    let letters: Vec<char> = token.text.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let all = letters.len() > 1 && capitals * 3 >= letters.len() * 2;
    let begins = token.text.chars().next();
    // a capital I at the beginning is a small l
    let first = begins.is_some_and(char::is_uppercase) && !(begins == Some('I') && lower.starts_with('l'));
    let text = if all {
        lower.to_uppercase()
    } else if first {
        let mut chars = lower.chars();
        chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
    } else {
        lower.to_owned()
    };
    if text != token.text {
        token.restored = true;
        token.folded = fold(&text);
        token.text = text;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{token, tokenise};
    use super::*;

    fn measured(text: &str) -> Damage {
        measure(&text.lines().map(str::to_owned).collect::<Vec<_>>())
    }

    fn restored(text: &str, damage: Damage) -> String {
        let mut tokens = tokenise::line(text, 0, damage.is_heavy());
        restore(&mut tokens, damage);
        token::text(&tokens)
    }

    #[test]
    fn lost_marks_are_damage_and_foreign_words_and_abbreviations_are_not() {
        for clean in [
            "Tỷ lệ hộ dùng Internet, Wifi, Smartphone đạt 95%; thanh toán qua QR code, POS, Mobile Money, Zalo, Facebook",
            "Làng Plei Rbai, Kbang, Ia Kriêng, Kông Lơ Khơng, ông Y Bling Niê Kdăm, bà H'Hen, xã Ea Kpam phấn đấu",
            "UBND, HĐND, MTTQ, BHYT, BHXH, OCOP, ISO 9001:2015 được giữ",
            "",
        ] {
            assert!(!measured(clean).is_heavy(), "{clean}: {:?}", measured(clean));
        }
        for damaged in [
            "Phat déng phong trao thi dua yéu nudc nam 2023 cua huyén nim 2022 thyc hi¢n thing lgi",
            "Phat dong phong trao thi dua thuc hien thang loi nhiem vu nam 2022",
        ] {
            assert!(measured(damaged).is_heavy(), "{damaged}: {:?}", measured(damaged));
        }
    }

    #[test]
    fn no_word_of_a_clean_text_is_changed() {
        let text = "hộ dùng Internet thanh toán để xảy ra Nguyễn Văn A Trần Thị Hoa Y Ba Rơ Châm XÃ Y TÝ TÂN BÌNH HOÀ AN phat dong kh6ng";
        assert_eq!(restored(text, Damage::NONE), text);
    }

    #[test]
    fn in_a_damaged_text_a_vietnamese_syllable_yields_only_to_a_phrase() {
        let heavy = Damage { marked: 50, strange: 30 };
        assert_eq!(restored("ông Rơ Châm Bích cùng đến", heavy), "ông Rơ Châm Bích cùng đến");
        assert_eq!(restored("phết triển kinh té - xa héi", heavy), "phát triển kinh tế - xã hội");
    }
}
